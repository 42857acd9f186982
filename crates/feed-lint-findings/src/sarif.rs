//! Findings as SARIF 2.1.0, the format that code-scanning services read.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Finding, Level, Rule};
use crate::escape::visible_json;

/// One SARIF document for all findings of a run.
pub fn document(findings: &[Finding]) -> String {
    let mut run = Run::default();
    run.add(findings);
    run.document()
}

/// A document written finding by finding, so that their sources can be dropped.
#[derive(Debug, Default)]
pub struct Run {
    rules: BTreeMap<&'static str, &'static Rule>,
    /// The results as they stand in the document, which take far less memory than their values.
    results: String,
}

/// How deep a result is indented in the document.
const INDENT: &str = "        ";

impl Run {
    /// Adds findings.
    pub fn add(&mut self, findings: &[Finding]) {
        for finding in findings {
            self.rules.insert(finding.rule.name, finding.rule);
            let result = format!("{:#}", result(finding));
            let comma = if self.results.is_empty() { "" } else { "," };
            self.results.push_str(comma);
            for line in visible_json(&result).lines() {
                self.results.extend(["\n", INDENT, line]);
            }
        }
    }

    /// The document.
    pub fn document(self) -> String {
        let frame = format!("{:#}", frame(self.rules.into_values()));
        let frame = visible_json(&frame);
        if self.results.is_empty() {
            return frame.into_owned();
        }
        // A quotation mark inside of a text is escaped, so this is the member itself.
        let inside = "\"results\": [";
        let at = frame.find(inside).map_or(0, |at| at + inside.len());
        let mut document = self.results;
        document.insert_str(0, &frame[..at]);
        document.extend(["\n      ", &frame[at..]]);
        document
    }
}

/// The document without results.
fn frame(rules: impl Iterator<Item = &'static Rule>) -> Value {
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "afterword",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.map(|rule| json!({
                    "id": rule.name,
                    "shortDescription": { "text": rule.what },
                    "fullDescription": { "text": rule.why },
                    "defaultConfiguration": { "level": level(rule.level) },
                })).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": [],
        }],
    })
}

fn result(finding: &Finding) -> Value {
    let mut text = finding.message.clone();
    if let Some(help) = &finding.help {
        text.push_str("\n\n");
        text.push_str(help);
    }
    let locations: Vec<Value> = finding
        .at
        .iter()
        .map(|span| {
            let (line, column) = span.position();
            json!({ "physicalLocation": {
                "artifactLocation": { "uri": span.source.path() },
                "region": { "startLine": line, "startColumn": column },
            }})
        })
        .collect();
    json!({
        "ruleId": finding.rule.name,
        "level": level(finding.level),
        "message": { "text": text },
        "locations": locations,
    })
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "note",
    }
}
