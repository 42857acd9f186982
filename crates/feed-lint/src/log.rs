//! Collects the findings of one document.

use std::collections::BTreeSet;
use std::ops::Range;

use rayon::prelude::*;

use feed_lint_findings::{Finding, Fix, Rule, Source};

use super::rules::limits::TOO_MANY_FINDINGS;

/// The most findings of one file: more would help no author, and a hostile file must not fill the memory.
const MOST: usize = 5_000;

/// How many parts of a document one thread checks in a row.
const AT_ONCE: usize = 64;

/// The findings of one file, in the order in which they were made.
#[derive(Debug)]
pub struct Log<'s> {
    source: &'s Source,
    findings: Vec<Finding>,
    /// The rules that are broken, once the log is full.
    rules: Option<BTreeSet<&'static str>>,
    /// The last finding that was not kept.
    rest: Option<Finding>,
}

impl<'s> Log<'s> {
    /// An empty log for `source`.
    pub fn new(source: &'s Source) -> Self {
        Self { source, findings: Vec::new(), rules: None, rest: None }
    }

    /// Reports a violation of `rule` at `range`.
    pub fn report(
        &mut self,
        rule: &'static Rule,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> NewFinding<'_> {
        let finding = Finding::new(rule, message).at(self.source.span(range));
        NewFinding(self.keep(finding))
    }

    /// Keeps a finding while there are few. Of every rule the first one is kept, so that thousands
    /// of warnings do not hide that the file is not valid.
    fn keep(&mut self, finding: Finding) -> &mut Finding {
        let names = || self.findings.iter().map(|finding| finding.rule.name);
        let is_kept = self.findings.len() < MOST
            || (self.rules.get_or_insert_with(|| names().collect())).insert(finding.rule.name);
        if !is_kept {
            return self.rest.insert(finding);
        }
        self.findings.push(finding);
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }

    /// Checks independent parts of a document, in parallel where they are many. Each run of parts has a
    /// log of its own; their findings are joined in document order.
    pub fn in_parallel<T: Sync>(&mut self, parts: &[T], check: impl Fn(&mut Self, &[T]) + Sync) {
        if parts.len() <= AT_ONCE {
            check(self, parts);
            return;
        }
        let source = self.source;
        let logs: Vec<Self> = parts
            .par_chunks(AT_ONCE)
            .map(|parts| {
                let mut log = Self::new(source);
                check(&mut log, parts);
                log
            })
            .collect();
        for log in logs {
            for finding in log.findings {
                self.keep(finding);
            }
            self.rest = self.rest.take().or(log.rest);
        }
    }

    /// The text of the document.
    pub fn text(&self) -> &'s str {
        self.source.text()
    }

    /// Whether there already is a finding of `rule`.
    pub fn has(&self, rule: &'static Rule) -> bool {
        self.findings.iter().any(|finding| std::ptr::eq(finding.rule, rule))
    }

    /// All findings, in document order.
    pub fn finish(self) -> Vec<Finding> {
        let mut findings = self.findings;
        findings.sort_by_key(|finding| finding.at.as_ref().map_or(0, |span| span.range.start));
        if self.rest.is_some() {
            let message = format!("this file has more than {MOST} findings; the rest is left out");
            findings.push(Finding::new(&TOO_MANY_FINDINGS, message).at(self.source.start()));
        }
        findings
    }
}

/// A name as a finding holds it: shortened where it is long.
fn bounded(name: impl Into<String>) -> String {
    const LONGEST: usize = 1_000;
    let name = name.into();
    if name.len() > LONGEST { short(&name, 200) } else { name }
}

/// A new finding, to be completed.
#[derive(Debug)]
pub struct NewFinding<'l>(&'l mut Finding);

impl NewFinding<'_> {
    /// Names the element that the finding is about.
    pub fn element(self, name: impl Into<String>) -> Self {
        self.0.subject.element = Some(bounded(name));
        self
    }

    /// Names the element that holds it.
    pub fn parent(self, name: impl Into<String>) -> Self {
        self.0.subject.parent = Some(bounded(name));
        self
    }

    /// Names the attribute.
    pub fn attr(self, name: impl Into<String>) -> Self {
        self.0.subject.attr = Some(bounded(name));
        self
    }

    /// Gives the offending value, shortened where it is long.
    pub fn value(self, value: &str) -> Self {
        self.0.subject.value = Some(short(value, 200));
        self
    }

    /// Adds other data of the message.
    pub fn param(self, key: &'static str, value: impl Into<String>) -> Self {
        self.0.subject.params.insert(key, bounded(value));
        self
    }

    /// Sets the help.
    pub fn help(self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// Shows a second position that explains the first.
    pub fn also(self, range: Range<usize>, label: &str) -> Self {
        if let Some(at) = &self.0.at {
            let span = at.source.span(range);
            self.0.also.push((span, label.to_owned()));
        }
        self
    }

    /// Sets the only correct replacement of a range of the source.
    pub fn fix(self, title: &str, range: Range<usize>, text: impl Into<String>) -> Self {
        self.0.fix = Some(Fix { title: title.to_owned(), edits: vec![(range, text.into())] });
        self
    }
}

/// The first `most` characters of `text`.
pub(crate) fn short(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Log, MOST};
    use crate::rules::limits::{LARGE_FEED, NOT_A_FEED};
    use feed_lint_findings::Source;

    /// A hostile file can have names of megabytes.
    #[test]
    fn long_names_are_shortened() {
        let source = Source::new("a", "b");
        let mut log = Log::new(&source);
        let name = "é".repeat(10_000_000);
        log.report(&NOT_A_FEED, 0..1, "")
            .element(name.as_str())
            .parent(name.as_str())
            .attr(name.as_str())
            .param("prefix", name.as_str());
        let subject = log.finish().remove(0).subject;
        for shown in
            [subject.element, subject.parent, subject.attr, subject.params.get("prefix").cloned()]
        {
            assert_eq!(shown.map(|shown| shown.chars().count()), Some(201));
        }
    }

    /// The findings for `count` parts, each of two bytes.
    fn noted(count: usize) -> Vec<usize> {
        let source = Source::new("x", "ab".repeat(count));
        let mut log = Log::new(&source);
        let parts: Vec<usize> = (0..count).collect();
        log.in_parallel(&parts, |log, parts| {
            for part in parts {
                log.report(&NOT_A_FEED, part * 2..part * 2 + 1, part.to_string());
            }
        });
        let findings = log.finish();
        let numbers = findings.iter().map(|finding| finding.message.parse());
        numbers.filter_map(Result::ok).collect()
    }

    #[test]
    fn findings_of_parts_keep_their_order_and_the_limit() {
        for count in [0, 1, 64, 65, 1000] {
            assert_eq!(noted(count), (0..count).collect::<Vec<_>>());
        }
        assert_eq!(noted(MOST + 500), (0..MOST).collect::<Vec<_>>());
    }

    /// Thousands of warnings in the entries of a feed do not hide errors behind them.
    #[test]
    fn a_full_log_has_the_first_finding_of_every_rule() {
        let source = Source::new("x", "text");
        let mut log = Log::new(&source);
        for _ in 0..MOST {
            log.report(&LARGE_FEED, 0..1, "");
        }
        log.in_parallel(&[0; 100], |log, parts| {
            for _ in parts {
                log.report(&NOT_A_FEED, 1..2, "");
            }
        });
        let findings = log.finish();
        let errors = findings.iter().filter(|finding| finding.rule.name == NOT_A_FEED.name);
        assert_eq!((findings.len(), errors.count()), (MOST + 2, 1));
    }
}
