//! Finds and masks tokens and private keys in texts that are about to be published.
//!
//! The forms are those that the services document: a match is a secret or was made to look like one.
//! No value is ever shown: message and source line of a finding come from a copy in which every value
//! is masked, and [`hide`] masks whatever else is printed.

mod forms;
mod matchers;
mod prefixes;
mod rules;
mod shown;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::report::{Finding, Rule, Source, Span};

use forms::Form;
pub use rules::RULES;
use shown::Shown;

/// A value in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Secret {
    range: Range<usize>,
    /// How many of its bytes may be shown: the service's prefix.
    mark: usize,
    rule: &'static Rule,
    name: &'static str,
}

/// Finds every secret of a text as it is written, in order.
///
/// The spans of the findings are those of the text, but their source is a masked copy. [`mask`] gives
/// other findings of the file such a copy.
pub fn scan(path: &str, text: &str) -> Vec<Finding> {
    let secrets = secrets(text);
    if secrets.is_empty() {
        return Vec::new();
    }
    let copy = Source::new(path, blanked(text, &secrets));
    secrets.iter().map(|secret| finding(secret, copy.span(secret.range.clone()))).collect()
}

/// Finds the secrets of texts made from a source (titles, summaries, HTML, drafts) as readers see them.
/// Each is reported once, at its place in the source, else at `origin`.
pub fn published<'t>(texts: impl IntoIterator<Item = &'t str>, origin: &Span) -> Vec<Finding> {
    let mut values: Vec<(String, Secret)> = Vec::new();
    for text in texts {
        let shown = Shown::of(text);
        let all = secrets(text).into_iter().map(|secret| (text, secret));
        let seen = secrets(&shown.text).into_iter().map(|secret| (shown.text.as_str(), secret));
        for (text, secret) in all.chain(seen) {
            let value = text.get(secret.range.clone()).unwrap_or_default();
            if !values.iter().any(|(known, _)| known == value) {
                values.push((value.to_owned(), secret));
            }
        }
    }
    if values.is_empty() {
        return Vec::new();
    }
    let source = Shown::of(origin.source.text());
    let copy = masked(&origin.source);
    let place = |value: &str| {
        let at = source.text.find(value)?;
        Some(source.source(&(at..at + value.len())))
    };
    let findings = values.iter().map(|(value, secret)| {
        finding(secret, copy.span(place(value).unwrap_or_else(|| origin.range.clone())))
    });
    findings.collect()
}

fn finding(secret: &Secret, at: Span) -> Finding {
    let path = at.source.path();
    let help = format!(
        "revoke it and write a placeholder; a harmless example may stay with \
         `[[allow]] rule = \"{}\", path = \"{path}\"` in `afterword.toml`",
        secret.rule.name
    );
    let begins = at.text().get(..secret.mark).unwrap_or_default();
    let message = format!("this looks like {}: `{begins}…`", secret.name);
    Finding::new(secret.rule, message).at(at).help(help)
}

/// Makes findings of any file safe to show: excerpts come from copies in which secrets are masked, and
/// paths and quotations in messages are masked as well.
pub fn mask(findings: &mut [Finding]) {
    let spans = |finding: &Finding| -> Vec<Span> {
        let also = finding.also.iter().map(|(span, _)| span);
        finding.at.iter().chain(also).cloned().collect()
    };
    let mut sources: BTreeMap<_, (Source, Vec<Range<usize>>)> = BTreeMap::new();
    for span in findings.iter().flat_map(spans) {
        let parts = sources
            .entry(identity(&span.source))
            .or_insert_with(|| (span.source.clone(), Vec::new()));
        parts.1.push(around(span.source.text(), span.range.start));
    }
    let copies: BTreeMap<_, Source> = sources
        .into_iter()
        .filter_map(|(identity, (source, parts))| {
            holds(&source, parts).then(|| (identity, masked(&source)))
        })
        .collect();
    for finding in findings {
        let also = finding.also.iter_mut().map(|(span, _)| span);
        for span in finding.at.iter_mut().chain(also) {
            if let Some(copy) = copies.get(&identity(&span.source)) {
                *span = copy.span(span.range.clone());
            }
        }
        mask_words(finding);
        let labels = finding.also.iter_mut().map(|(_, label)| label);
        finding.help.iter_mut().chain(labels).for_each(mask_text);
    }
}

/// What tells the sources of findings apart.
fn identity(source: &Source) -> (usize, usize) {
    (source.path().as_ptr() as usize, source.text().as_ptr() as usize)
}

/// The part of a text that shows whether an excerpt at `at` holds a secret.
fn around(text: &str, at: usize) -> Range<usize> {
    /// More than an excerpt shows.
    const NEAR: usize = 256;
    /// No word that is a secret is longer.
    const WORD: usize = 16 * 1024;
    let bytes = text.as_bytes();
    let (start, end) = (at.saturating_sub(NEAR), bytes.len().min(at + NEAR));
    let before = bytes.get(start.saturating_sub(WORD)..start).unwrap_or_default();
    let after = bytes.get(end..bytes.len().min(end + WORD)).unwrap_or_default();
    let word = before.iter().rev().take_while(|byte| !byte.is_ascii_whitespace());
    let rest = after.iter().take_while(|byte| !byte.is_ascii_whitespace());
    let (start, end) = (start - word.count(), end + rest.count());
    text.floor_char_boundary(start)..text.ceil_char_boundary(end)
}

/// Whether the path or one of the parts of a source holds a secret.
fn holds(source: &Source, mut parts: Vec<Range<usize>>) -> bool {
    let text = source.text();
    parts.sort_unstable_by_key(|part| part.start);
    parts.dedup_by(|next, last| {
        let joins = next.start <= last.end;
        if joins {
            last.end = last.end.max(next.end);
        }
        joins
    });
    // Keys consist of many lines.
    forms::BLOCKS
        .iter()
        .any(|begins| memchr::memmem::find(text.as_bytes(), begins.as_bytes()).is_some())
        || matches!(hide(source.path()), Cow::Owned(_))
        || parts
            .into_iter()
            .any(|part| text.get(part).is_some_and(|part| matches!(hide(part), Cow::Owned(_))))
}

/// Masks the message and the subject of a finding, which is all that the JSON of a feed shows.
pub fn mask_words(finding: &mut Finding) {
    let subject = &mut finding.subject;
    let names = [&mut subject.element, &mut subject.parent, &mut subject.attr, &mut subject.value];
    let subject = names.into_iter().flatten().chain(subject.params.values_mut());
    [&mut finding.message].into_iter().chain(subject).for_each(mask_text);
}

fn mask_text(text: &mut String) {
    if let Cow::Owned(hidden) = hide(text) {
        *text = hidden;
    }
}

/// A text with every secret in it masked, both as written and as readers see it. It has as many bytes
/// and the same lines.
pub fn hide(text: &str) -> Cow<'_, str> {
    let secrets = if may_hold(text) { all(text) } else { Vec::new() };
    if secrets.is_empty() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(blanked(text, &secrets))
}

/// Whether a text is long enough without a space or a quotation mark; most messages are not.
fn may_hold(text: &str) -> bool {
    /// The shortest secret is a URL with a password of six characters, such as `a://b:123456@c.d`.
    const SHORTEST: usize = 16;
    let parts = |byte: &u8| {
        *byte <= b' '
            || matches!(
                byte,
                b'"' | b'\'' | b'`' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'$' | b'|'
            )
    };
    let mut from = 0;
    while let Some(part) = text.as_bytes().get(from..from + SHORTEST) {
        match part.iter().rposition(parts) {
            Some(last) => from += last + 1,
            None => return true,
        }
    }
    false
}

/// The secrets of a text as it is written, and those that its markup interrupts.
fn all(text: &str) -> Vec<Secret> {
    let mut all = secrets(text);
    if shown::plain(text) < text.len() {
        let shown = Shown::of(text);
        let interrupted = secrets(&shown.text)
            .into_iter()
            .map(|secret| Secret { range: shown.source(&secret.range), ..secret });
        all.extend(interrupted);
    }
    all
}

fn secrets(text: &str) -> Vec<Secret> {
    let bytes = text.as_bytes();
    let mut found: Vec<Secret> = Vec::new();
    let mut from = 0;
    while let Some((start, prefix, form)) = prefixes::next(bytes, from) {
        from = start + prefix.len();
        let covered = found.last().is_some_and(|last| start < last.range.end);
        let secret = (!covered).then(|| secret(bytes, form, &(start..from)));
        found.extend(secret.flatten().filter(|secret| text.is_char_boundary(secret.range.end)));
    }
    with_app_passwords(bytes, &mut found);
    found
}

fn secret(bytes: &[u8], form: &Form, begins: &Range<usize>) -> Option<Secret> {
    let before = (form.before)(bytes.get(..begins.start)?)?;
    let length = (form.rest)(bytes.get(begins.end..)?)?;
    Some(Secret {
        range: begins.start - before..begins.end + length,
        mark: begins.len() + before,
        rule: form.rule,
        name: form.name,
    })
}

/// Bluesky's app passwords have no prefix: four groups of base 32, at least two of them with a digit.
fn with_app_passwords(bytes: &[u8], found: &mut Vec<Secret>) {
    let known = found.len();
    for dash in memchr::memchr_iter(b'-', bytes) {
        let has = |offset: usize| bytes.get(dash + offset) == Some(&b'-');
        let Some(start) = dash.checked_sub(4).filter(|_| has(5) && has(10)) else {
            continue;
        };
        let before = start.checked_sub(1).and_then(|at| bytes.get(at));
        let with_digits = matchers::groups(bytes, start).unwrap_or_default();
        if with_digits < 2 || before.is_some_and(|byte| matchers::dashed(*byte)) {
            continue;
        }
        let others = found.get(..known).unwrap_or_default();
        let next = others.partition_point(|secret| secret.range.start <= start);
        if next > 0 && others[next - 1].range.end > start {
            continue;
        }
        found.push(Secret {
            range: start..start + matchers::GROUPS,
            mark: 0,
            rule: &rules::BLUESKY,
            name: "a Bluesky app password",
        });
    }
    if found.len() > known {
        found.sort_by_key(|secret| secret.range.start);
    }
}

/// The source with every secret masked.
fn masked(source: &Source) -> Source {
    Source::new(hide(source.path()), hide(source.text()))
}

/// The text with the values of these secrets as asterisks.
fn blanked(text: &str, secrets: &[Secret]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for secret in secrets {
        let value = secret.range.start + secret.mark..secret.range.end;
        for byte in bytes.get_mut(value).unwrap_or_default() {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b'*';
            }
        }
    }
    // Replace whole characters: values are ASCII, but markup inside them may not be.
    String::from_utf8_lossy(&bytes).into_owned()
}
