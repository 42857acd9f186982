#![doc = include_str!("../README.md")]

mod escape;
pub mod github;
pub mod human;
pub mod json;
pub mod nearly;
mod rule;
pub mod sarif;
mod source;

use std::collections::BTreeMap;
use std::ops::Range;

pub use escape::{visible, visible_lines};
pub use rule::formats;
pub use rule::{Level, Rule};
pub use source::{Source, Span};

/// One thing that is wrong, or worth knowing, about an input.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule that was broken.
    pub rule: &'static Rule,
    /// The rule's own level unless the configuration changed it.
    pub level: Level,
    /// What is wrong here, in one sentence without a final stop.
    pub message: String,
    /// Where it is wrong.
    pub at: Option<Span>,
    /// Other places that explain it, each with a few words ("first used here").
    pub also: Vec<(Span, String)>,
    /// What to write instead.
    pub help: Option<String>,
    /// A replacement that has exactly one right answer.
    pub fix: Option<Fix>,
    /// What the message is about, for programs; filled by feed validation.
    pub subject: Subject,
}

/// The names a feed finding is about, as the `validate` JSON contract gives them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// The element, with its usual prefix (`dc:date`).
    pub element: Option<String>,
    /// The element that holds it.
    pub parent: Option<String>,
    /// The attribute.
    pub attr: Option<String>,
    /// The offending value.
    pub value: Option<String>,
    /// Whatever else a message is about (`core`, `ext`, `rel`, `tag`, `namespace` …).
    pub params: BTreeMap<&'static str, String>,
}

/// A safe change to the source that the finding is about: applying it cannot be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What the change does, as an order ("write the date as RFC 822 asks").
    pub title: String,
    /// Byte ranges of the source and what takes their place; never overlapping.
    pub edits: Vec<(Range<usize>, String)>,
}

impl Finding {
    /// A finding of `rule` at the rule's own level.
    pub fn new(rule: &'static Rule, message: impl Into<String>) -> Self {
        Self {
            rule,
            level: rule.level,
            message: message.into(),
            at: None,
            also: Vec::new(),
            help: None,
            fix: None,
            subject: Subject::default(),
        }
    }

    /// Puts the finding at `span`.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.at = Some(span);
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Shows a second place that explains the first.
    #[must_use]
    pub fn also(mut self, span: Span, label: impl Into<String>) -> Self {
        self.also.push((span, label.into()));
        self
    }

    /// Lowers the finding to `level` where it stands higher; a milder one keeps its level.
    #[must_use]
    pub fn at_most(mut self, level: Level) -> Self {
        self.level = self.level.min(level);
        self
    }

    /// The path of the file that the finding is about.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.at.as_ref().map(|span| span.source.path())
    }

    /// The order in which findings are shown: by file, place and rule.
    #[must_use]
    pub fn order(&self) -> (&str, usize, &'static str) {
        let start = self.at.as_ref().map_or(0, |span| span.range.start);
        (self.file().unwrap_or_default(), start, self.rule.name)
    }
}

/// Whether one of the findings is an error.
#[must_use]
pub fn has_error(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.level == Level::Error)
}
