//! Findings of one body, merged by subject.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::post::Post;
use crate::report::{Finding, Rule};

/// Collects findings; repeated ones only raise a count.
#[derive(Debug)]
pub(super) struct Report<'p> {
    post: &'p Post,
    found: Vec<(Finding, usize)>,
    seen: BTreeMap<(&'static str, String), usize>,
}

impl<'p> Report<'p> {
    pub(super) fn new(post: &'p Post) -> Self {
        Self { post, found: Vec::new(), seen: BTreeMap::new() }
    }

    /// Reports `rule` about `matter` at some bytes of the post.
    pub(super) fn add(
        &mut self,
        rule: &'static Rule,
        matter: &str,
        range: &Range<usize>,
        (message, help): (impl Into<String>, impl Into<String>),
    ) {
        let key = (rule.name, matter.to_owned());
        if let Some((_, count)) = self.seen.get(&key).and_then(|at| self.found.get_mut(*at)) {
            *count += 1;
            return;
        }
        let finding = Finding::new(rule, message).at(self.post.span(range)).help(help);
        self.seen.insert(key, self.found.len());
        self.found.push((finding, 1));
    }

    /// The findings, in the order in which they were made.
    pub(super) fn finish(self) -> Vec<Finding> {
        let tell = |(mut finding, count): (Finding, usize)| {
            if count > 1 {
                finding.message = format!("{} ({count} times in this post)", finding.message);
            }
            finding
        };
        self.found.into_iter().map(tell).collect()
    }
}
