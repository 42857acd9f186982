//! How two texts differ, a line at a time.

use std::time::Duration;

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// The lines around a change that are shown with it.
const AROUND: usize = 3;

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
    /// Lines that stayed are left out here.
    Gap,
}

/// How `new` differs from `old`; `None` where it does not.
#[must_use]
pub fn diff(title: impl Into<String>, old: &str, new: &str) -> Option<Diff> {
    if old == new {
        return None;
    }
    let compared = TextDiff::configure()
        .timeout(Duration::from_millis(500))
        .diff_lines(old, new);
    let mut diff = Diff {
        title: title.into(),
        added: 0,
        removed: 0,
        lines: Vec::new(),
    };
    for group in compared.grouped_ops(AROUND) {
        if !diff.lines.is_empty() {
            diff.push(Kind::Gap, "");
        }
        for change in group.iter().flat_map(|op| compared.iter_changes(op)) {
            let kind = match change.tag() {
                ChangeTag::Equal => Kind::Same,
                ChangeTag::Insert => Kind::Added,
                ChangeTag::Delete => Kind::Removed,
            };
            diff.push(kind, change.value());
        }
    }
    Some(diff)
}

impl Diff {
    fn push(&mut self, kind: Kind, text: &str) {
        match kind {
            Kind::Added => self.added += 1,
            Kind::Removed => self.removed += 1,
            Kind::Same | Kind::Gap => {}
        }
        let text = text.trim_end_matches(['\r', '\n']).to_owned();
        self.lines.push(Line { kind, text });
    }
}
