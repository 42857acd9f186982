//! Findings for programs: one JSON object on a line.

use serde_json::{Value, json};

use super::Finding;

/// One finding as `check` and `build` print it.
#[must_use]
pub fn finding(finding: &Finding) -> String {
    let (line, column) = position(finding);
    json!({
        "file": finding.file(),
        "rule": finding.rule.name,
        "level": finding.level.name(),
        "message": finding.message,
        "line": line,
        "column": column,
        "help": finding.help,
    })
    .to_string()
}

/// All findings of one feed as `validate` prints them.
#[must_use]
pub fn feed(file: &str, format: &str, findings: &[Finding]) -> String {
    let findings: Vec<Value> = findings
        .iter()
        .map(|finding| {
            let (line, column) = position(finding);
            let subject = &finding.subject;
            json!({
                "rule": finding.rule.name,
                "level": finding.level.name(),
                "w3c": finding.rule.w3c,
                "message": finding.message,
                "line": line,
                "column": column,
                "element": subject.element,
                "parent": subject.parent,
                "attr": subject.attr,
                "value": subject.value,
                "params": subject.params,
            })
        })
        .collect();
    json!({ "file": file, "format": format, "findings": findings }).to_string()
}

fn position(finding: &Finding) -> (Option<usize>, Option<usize>) {
    let place = finding.at.as_ref().map(super::Span::position);
    place.unzip()
}
