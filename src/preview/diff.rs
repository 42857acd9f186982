//! A difference as the page shows it: no more of it than somebody reads.

use serde::Serialize;

use crate::difference::{Change, groups};

/// More of a diff than so many bytes is not shown.
const MOST: usize = 16_000;

/// How a text differs from what it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// What it is the text of.
    pub title: String,
    /// How many lines came.
    pub added: usize,
    /// How many lines went.
    pub removed: usize,
    /// The changed lines and some around them.
    pub lines: Vec<Line>,
}

/// A line of a diff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What became of it.
    pub kind: Kind,
    /// Its text without its end.
    pub text: String,
}

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It stayed.
    Same,
    /// It came.
    Added,
    /// It went.
    Removed,
    /// Lines are left out here; the text says which, where some of them changed.
    Gap,
}

/// How `new` differs from `old`; `None` where it does not.
#[must_use]
pub fn diff(title: impl Into<String>, old: &str, new: &str) -> Option<Diff> {
    if old == new {
        return None;
    }
    let mut diff = Diff {
        title: title.into(),
        added: 0,
        removed: 0,
        lines: Vec::new(),
    };
    let (mut size, mut left_out) = (0, 0);
    for group in groups(old, new) {
        if !diff.lines.is_empty() && left_out == 0 {
            diff.push(Kind::Gap, "");
        }
        for (change, line) in group.lines {
            let kind = match change {
                Change::Same => Kind::Same,
                Change::Added => Kind::Added,
                Change::Removed => Kind::Removed,
            };
            diff.count(kind);
            size += line.len();
            if size <= MOST || diff.lines.is_empty() {
                diff.push(kind, &line[..line.floor_char_boundary(MOST)]);
            } else {
                left_out += 1;
            }
        }
    }
    if left_out > 0 {
        diff.push(Kind::Gap, &format!(" {left_out} more lines"));
    }
    Some(diff)
}

impl Diff {
    fn count(&mut self, kind: Kind) {
        match kind {
            Kind::Added => self.added += 1,
            Kind::Removed => self.removed += 1,
            Kind::Same | Kind::Gap => {}
        }
    }

    fn push(&mut self, kind: Kind, text: &str) {
        let text = text.trim_end_matches(['\r', '\n']).to_owned();
        self.lines.push(Line { kind, text });
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, MOST, diff};

    #[test]
    fn a_long_diff_says_how_much_of_it_is_left_out() {
        let new = "a line\n".repeat(10_000);
        let diff = diff("Long", "", &new).expect("a diff");
        assert_eq!((diff.added, diff.removed), (10_000, 0));
        let shown: usize = diff.lines.iter().map(|line| line.text.len()).sum();
        assert!(shown < MOST);
        let last = diff.lines.last().expect("a line");
        assert_eq!(last.kind, Kind::Gap);
        let left_out = 10_000 - (diff.lines.len() - 1);
        assert_eq!(last.text, format!(" {left_out} more lines"));
    }

    #[test]
    fn a_long_line_is_cut() {
        let diff = diff("Long", "", &"é".repeat(MOST)).expect("a diff");
        assert_eq!(diff.lines.len(), 1);
        assert_eq!(diff.lines[0].text.len(), MOST);
    }
}
