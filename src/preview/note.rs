//! Findings on the page.

use serde::Serialize;

use crate::recap::Question;
use crate::report::{Finding, visible};

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// `error`, `warning`, `info` or `question`.
    pub level: &'static str,
    /// The rule's name.
    pub rule: &'static str,
    /// The message.
    pub message: String,
    /// The help.
    pub help: Option<String>,
    /// File, line and column.
    pub place: Option<String>,
    /// The source line.
    pub line: Option<String>,
}

/// The longest excerpt of a line, in characters.
const LONGEST: usize = 160;

impl Note {
    /// A question about a post, as a note; drafts leave out what is in doubt.
    pub fn question(path: &str, question: &Question) -> Self {
        let (line, column) = question.position;
        let help =
            format!("To answer it, write in the front matter:\n{}", question.settled_by.trim());
        Self {
            level: "question",
            rule: "in doubt",
            message: visible(&question.text).into_owned(),
            help: Some(help),
            place: Some(format!("{}:{line}:{column}", visible(path))),
            line: shown(&question.line),
        }
    }
}

/// The excerpt of a source line.
fn shown(line: &str) -> Option<String> {
    let text: String = line.trim().chars().take(LONGEST).collect();
    (!text.is_empty()).then(|| visible(&text).into_owned())
}

impl From<&Finding> for Note {
    fn from(finding: &Finding) -> Self {
        let place = finding.at.as_ref().map(|span| {
            let path = visible(span.source.path());
            if span.source.text().is_empty() {
                return path.into_owned();
            }
            let (line, column) = span.position();
            format!("{path}:{line}:{column}")
        });
        let line = finding.at.as_ref().and_then(|span| {
            let (line, _) = span.position();
            shown(span.source.text().lines().nth(line - 1)?)
        });
        Self {
            level: finding.level.name(),
            rule: finding.rule.name,
            message: visible(&finding.message).into_owned(),
            help: (finding.help.as_deref()).map(|help| visible(help).into_owned()),
            place,
            line,
        }
    }
}
