//! A diff for the page, cut to a length that people read.

use serde::Serialize;

use crate::difference::{Change, groups};

/// The most bytes of a diff that are shown.
const MOST: usize = 16_000;

/// A text's diff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// The name of the text.
    pub title: String,
    /// How many lines were added.
    pub added: usize,
    /// How many lines were removed.
    pub removed: usize,
    /// The changed lines with some context.
    pub lines: Vec<Line>,
}

/// A line of a diff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Its kind.
    pub kind: Kind,
    /// Its text without the line end.
    pub text: String,
}

/// The kind of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Unchanged.
    Same,
    /// Added.
    Added,
    /// Removed.
    Removed,
    /// Lines are omitted here; the text says which, if some of them changed.
    Gap,
}

/// The diff from `old` to `new`; `None` where they are equal.
pub fn diff(title: impl Into<String>, old: &str, new: &str) -> Option<Diff> {
    if old == new {
        return None;
    }
    let mut diff = Diff { title: title.into(), added: 0, removed: 0, lines: Vec::new() };
    let (mut size, mut left_out) = (0, 0);
    for group in groups(old, new) {
        if !diff.lines.is_empty() && left_out == 0 {
            diff.push(Kind::Gap, "");
        }
        for (change, line) in group.lines {
            let kind = match change {
                Change::Same => Kind::Same,
                Change::Added => {
                    diff.added += 1;
                    Kind::Added
                }
                Change::Removed => {
                    diff.removed += 1;
                    Kind::Removed
                }
            };
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
