//! Findings as SARIF 2.1.0, the format that code-scanning services read.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Finding, Level, Rule};
use crate::escape::visible_json;

/// One SARIF document for all findings of a run.
#[must_use]
pub fn document(findings: &[Finding]) -> String {
    let mut run = Run::default();
    run.add(findings);
    run.document()
}

/// A document written finding by finding, so that their sources can be dropped.
#[derive(Debug, Default)]
pub struct Run {
    rules: BTreeMap<&'static str, &'static Rule>,
    results: Vec<Value>,
}

impl Run {
    /// Adds findings.
    pub fn add(&mut self, findings: &[Finding]) {
        for finding in findings {
            self.rules.insert(finding.rule.name, finding.rule);
            self.results.push(result(finding));
        }
    }

    /// The document.
    #[must_use]
    pub fn document(self) -> String {
        document_of(self.rules.into_values(), self.results)
    }
}

fn document_of(rules: impl Iterator<Item = &'static Rule>, results: Vec<Value>) -> String {
    let document = json!({
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
            "results": Value::Array(results),
        }],
    });
    visible_json(format!("{document:#}"))
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
