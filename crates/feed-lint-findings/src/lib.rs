#![doc = include_str!("../README.md")]
#![warn(unreachable_pub)]

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
pub use rule::{Level, Rule, formats};
pub use source::{Source, Span};

/// A problem of an input, or something worth knowing about it.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The violated rule.
    pub rule: &'static Rule,
    /// The rule's own level unless the configuration changes it.
    pub level: Level,
    /// What is wrong. One sentence, no trailing period.
    pub message: String,
    /// Where it is wrong.
    pub at: Option<Span>,
    /// Related positions, each with a few words ("first used here").
    pub also: Vec<(Span, String)>,
    /// Help: what to write instead.
    pub help: Option<String>,
    /// The fix, where there is exactly one.
    pub fix: Option<Fix>,
    /// The subject for programs; only feed validation sets it.
    pub subject: Subject,
}

/// The names that the `validate` JSON contract gives to the subject of a finding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// The element, with its usual prefix (`dc:date`).
    pub element: Option<String>,
    /// Its parent.
    pub parent: Option<String>,
    /// The attribute.
    pub attr: Option<String>,
    /// The offending value.
    pub value: Option<String>,
    /// Other data of the message (`core`, `ext`, `rel`, `tag`, `namespace` …).
    pub params: BTreeMap<&'static str, String>,
}

/// A safe fix of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What the fix does, as an imperative ("write the date as RFC 822 asks").
    pub title: String,
    /// Byte ranges of the source and their replacements; never overlapping.
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

    /// Sets the position.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.at = Some(span);
        self
    }

    /// Sets the position: a file as a whole.
    #[must_use]
    pub fn in_file(self, path: impl Into<String>) -> Self {
        self.at(Source::new(path, "").start())
    }

    /// Sets the help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a second position that explains the first.
    #[must_use]
    pub fn also(mut self, span: Span, label: impl Into<String>) -> Self {
        self.also.push((span, label.into()));
        self
    }

    /// Sets the fix: the text at the finding's position becomes `text`.
    #[must_use]
    pub fn replaced_by(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        self.fix = self.at.as_ref().map(|at| Fix {
            title: format!("Write `{text}`"),
            edits: vec![(at.range.clone(), text)],
        });
        self
    }

    /// Lowers the finding to `level`; a lower one keeps its level.
    #[must_use]
    pub fn at_most(mut self, level: Level) -> Self {
        self.level = self.level.min(level);
        self
    }

    /// The path of the file that the finding is about.
    pub fn file(&self) -> Option<&str> {
        self.at.as_ref().map(|span| span.source.path())
    }

    /// The order of findings in output: by file, position and rule.
    pub fn order(&self) -> (&str, usize, &'static str) {
        let start = self.at.as_ref().map_or(0, |span| span.range.start);
        (self.file().unwrap_or_default(), start, self.rule.name)
    }
}

/// The names as code: the first ten, and how many more there are.
pub fn named<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let mut names = names.into_iter();
    let shown: Vec<String> = (names.by_ref().take(10)).map(|name| format!("`{name}`")).collect();
    let shown = shown.join(", ");
    match names.count() {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// Whether one of the findings is an error.
pub fn has_error(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.level == Level::Error)
}
