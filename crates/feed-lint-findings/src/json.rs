//! Findings for programs: one JSON object per line.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use super::Finding;
use crate::escape::visible_json;

/// One finding as `check` and `build` print it.
#[must_use]
pub fn finding(finding: &Finding) -> String {
    let (line, column) = position(finding);
    let finding = json!({
        "file": finding.file(),
        "rule": finding.rule.name,
        "level": finding.level.name(),
        "message": finding.message,
        "line": line,
        "column": column,
        "help": finding.help,
    });
    visible_json(finding.to_string())
}

/// A feed as `validate` prints it, its members sorted by name.
#[derive(Serialize)]
struct Feed<'a> {
    file: &'a str,
    findings: Vec<FeedFinding<'a>>,
    format: &'a str,
}

#[derive(Serialize)]
struct FeedFinding<'a> {
    attr: Option<&'a str>,
    column: Option<usize>,
    element: Option<&'a str>,
    level: &'static str,
    line: Option<usize>,
    message: &'a str,
    params: &'a BTreeMap<&'static str, String>,
    parent: Option<&'a str>,
    rule: &'static str,
    value: Option<&'a str>,
    w3c: Option<&'static str>,
}

/// All findings of one feed as `validate` prints them.
#[must_use]
pub fn feed(file: &str, format: &str, findings: &[Finding]) -> String {
    let findings = findings.iter().map(|finding| {
        let (line, column) = position(finding);
        let subject = &finding.subject;
        FeedFinding {
            attr: subject.attr.as_deref(),
            column,
            element: subject.element.as_deref(),
            level: finding.level.name(),
            line,
            message: &finding.message,
            params: &subject.params,
            parent: subject.parent.as_deref(),
            rule: finding.rule.name,
            value: subject.value.as_deref(),
            w3c: finding.rule.w3c,
        }
    });
    let feed = Feed {
        file,
        findings: findings.collect(),
        format,
    };
    // Strings, numbers and lists of them can always be written as JSON.
    visible_json(serde_json::to_string(&feed).unwrap_or_default())
}

fn position(finding: &Finding) -> (Option<usize>, Option<usize>) {
    let place = finding.at.as_ref().map(super::Span::position);
    place.unzip()
}
