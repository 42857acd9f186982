//! Tokens and private keys in a text that is about to be published.
//!
//! The forms are those that the services themselves document, so that a match is a secret or
//! was made to look like one. Nothing that is found is ever shown: message and source line of a
//! finding come from a copy in which every value is masked.

mod forms;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::report::{Finding, Source, Span};

pub use forms::RULES;
use forms::{FORMS, Form, dashed};

/// All beginnings at once: one pass over the text, whatever their number.
static BEGINNINGS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(FORMS.iter().map(|form| form.begins))
        .ok()
});

/// Every secret of a text, in its order.
///
/// The spans of the findings are those of the text, but their source is a masked copy. Should the
/// file have other findings as well, [`mask`] gives them the same copy.
#[must_use]
pub fn scan(path: &str, text: &str) -> Vec<Finding> {
    let secrets = secrets(text);
    if secrets.is_empty() {
        return Vec::new();
    }
    let copy = masked(path, text, &secrets);
    secrets
        .into_iter()
        .map(|(range, form)| {
            let shown = range.start..(range.start + form.begins.len()).min(range.end);
            let beginning = text.get(shown).unwrap_or_default();
            Finding::new(
                form.rule,
                format!("this looks like {}: `{beginning}…`", form.name),
            )
            .at(copy.span(range))
            .help(format!(
                "revoke it and write a placeholder; a harmless example may stay with \
                 `[[allow]] rule = \"{}\", path = \"{path}\"` in `afterword.toml`",
                form.rule.name
            ))
        })
        .collect()
}

/// Makes every finding about a file with secrets safe to show: excerpts come from the masked copy
/// that the findings of [`scan`] carry, and what a message quotes of a value is masked as well.
pub fn mask(findings: &mut [Finding]) {
    let is_leak = |finding: &&Finding| RULES.contains(&finding.rule);
    let leaks: Vec<Span> = findings
        .iter()
        .filter(is_leak)
        .filter_map(|leak| leak.at.clone())
        .collect();
    for finding in findings
        .iter_mut()
        .filter(|finding| !RULES.contains(&finding.rule))
    {
        for leak in &leaks {
            hide(finding, leak);
        }
    }
}

/// Takes the value at `leak`, a span of the masked copy, out of a finding about the same file.
fn hide(finding: &mut Finding, leak: &Span) {
    let mut value = None;
    let also = finding.also.iter_mut().map(|(span, _)| span);
    for span in finding.at.iter_mut().chain(also) {
        if span.source.path() == leak.source.path() {
            value = value.or_else(|| {
                span.source
                    .text()
                    .get(leak.range.clone())
                    .map(str::to_owned)
            });
            *span = leak.source.span(span.range.clone());
        }
    }
    if let Some(value) = value {
        let hide = |text: &mut String| *text = text.replace(&value, leak.text());
        hide(&mut finding.message);
        finding.help.iter_mut().for_each(hide);
    }
}

fn secrets(text: &str) -> Vec<(Range<usize>, &'static Form)> {
    let Some(beginnings) = &*BEGINNINGS else {
        return Vec::new();
    };
    let bytes = text.as_bytes();
    let mut found: Vec<(Range<usize>, &Form)> = Vec::new();
    for start in beginnings.find_iter(bytes) {
        let Some(form) = FORMS.get(start.pattern().as_usize()) else {
            continue;
        };
        let inside = found
            .last()
            .is_some_and(|(range, _)| start.start() < range.end);
        let before = start
            .start()
            .checked_sub(1)
            .and_then(|index| bytes.get(index));
        // In the middle of a longer word it is something else, most often base 64.
        if inside || before.is_some_and(|byte| dashed(*byte)) {
            continue;
        }
        let rest = bytes.get(start.end()..).unwrap_or_default();
        if let Some(length) = (form.rest)(rest) {
            let end = text.floor_char_boundary(start.end() + length);
            found.push((start.start()..end, form));
        }
    }
    found
}

/// The source with every secret as asterisks: as many bytes, the same lines.
fn masked(path: &str, text: &str, secrets: &[(Range<usize>, &'static Form)]) -> Source {
    let mut bytes = text.as_bytes().to_vec();
    for (range, form) in secrets {
        let value = range.start + form.begins.len()..range.end;
        for byte in bytes.get_mut(value).unwrap_or_default() {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b'*';
            }
        }
    }
    Source::new(path, String::from_utf8(bytes).unwrap_or_default())
}
