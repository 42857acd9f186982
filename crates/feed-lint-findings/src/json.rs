//! Findings for programs: one JSON object per line, its members sorted by name.

use std::fmt::Write as _;

use super::{Finding, Span};
use crate::escape::push_json;

/// One finding as `check` and `build` print it.
pub fn finding(finding: &Finding) -> String {
    let (line, column) = position(finding);
    let mut out = Writer::default();
    out.number(r#"{"column":"#, column);
    out.text(r#","file":"#, finding.file());
    out.text(r#","help":"#, finding.help.as_deref());
    out.name(r#","level":"#, Some(finding.level.name()));
    out.number(r#","line":"#, line);
    out.text(r#","message":"#, Some(&finding.message));
    out.name(r#","rule":"#, Some(finding.rule.name));
    out.0 + "}"
}

/// All findings of one feed as `validate` prints them.
pub fn feed(file: &str, format: &str, findings: &[Finding]) -> String {
    let mut out = Writer(String::with_capacity(64 + 256 * findings.len()));
    out.text(r#"{"file":"#, Some(file));
    out.0.push_str(r#","findings":["#);
    for (index, finding) in findings.iter().enumerate() {
        let (line, column) = position(finding);
        let subject = &finding.subject;
        out.0.push_str(if index > 0 { "," } else { "" });
        out.text(r#"{"attr":"#, subject.attr.as_deref());
        out.number(r#","column":"#, column);
        out.text(r#","element":"#, subject.element.as_deref());
        out.name(r#","level":"#, Some(finding.level.name()));
        out.number(r#","line":"#, line);
        out.text(r#","message":"#, Some(&finding.message));
        out.0.push_str(r#","params":{"#);
        for (index, (name, value)) in subject.params.iter().enumerate() {
            out.text(if index > 0 { "," } else { "" }, Some(name));
            out.text(":", Some(value));
        }
        out.text(r#"},"parent":"#, subject.parent.as_deref());
        out.name(r#","rule":"#, Some(finding.rule.name));
        out.text(r#","value":"#, subject.value.as_deref());
        out.name(r#","w3c":"#, finding.rule.w3c);
        out.0.push('}');
    }
    out.text(r#"],"format":"#, Some(format));
    out.0 + "}"
}

/// Writes values, each after the JSON that precedes it.
#[derive(Default)]
struct Writer(String);

impl Writer {
    fn text(&mut self, before: &str, text: Option<&str>) {
        self.0.push_str(before);
        match text {
            Some(text) => push_json(&mut self.0, text),
            None => self.0.push_str("null"),
        }
    }

    /// A name of ours, in which nothing is to be escaped.
    fn name(&mut self, before: &str, name: Option<&str>) {
        self.0.push_str(before);
        match name {
            Some(name) => self.0.extend(["\"", name, "\""]),
            None => self.0.push_str("null"),
        }
    }

    fn number(&mut self, before: &str, number: Option<usize>) {
        self.0.push_str(before);
        let _ = match number {
            Some(number) => write!(self.0, "{number}"),
            None => self.0.write_str("null"),
        };
    }
}

fn position(finding: &Finding) -> (Option<usize>, Option<usize>) {
    finding.at.as_ref().map(Span::position).unzip()
}
