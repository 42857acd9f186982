//! Findings as SARIF 2.1.0, the format that code-scanning services read.

use serde_json::{Value, json};

use super::{Finding, Level, Rule};

/// One SARIF document for all findings of a run.
#[must_use]
pub fn document(findings: &[Finding]) -> String {
    let mut rules: Vec<&'static Rule> = findings.iter().map(|finding| finding.rule).collect();
    rules.sort_by_key(|rule| rule.name);
    rules.dedup_by_key(|rule| rule.name);
    let results: Vec<Value> = findings.iter().map(result).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "afterword",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| json!({
                    "id": rule.name,
                    "shortDescription": { "text": rule.what },
                    "fullDescription": { "text": rule.why },
                    "defaultConfiguration": { "level": level(rule.level) },
                })).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{document:#}")
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
