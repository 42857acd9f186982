//! Keys and states by which authors hold a post back, in every dialect.
//!
//! A generator knows few of them and publishes the post. Afterword holds it back anyway; one
//! finding names the key.

mod words;

use std::ops::Range;

use super::Reader;
use crate::generator::{Dialect, Field};
use crate::post::front_matter::{Data, Kind, Node, Pair};
use crate::post::{Visibility, rules};
use crate::report::{Finding, Level};
use words::Word;

/// What holds the post back.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// A key that the generator knows.
    natively: bool,
    /// A key that the generator does not know, with its position.
    by_author: Option<(String, Range<usize>)>,
}

/// Whether a key can hold a post back.
pub(crate) fn holds_back(key: &str) -> bool {
    Word::of(key).is_some()
}

/// Whether a key can hold a post back, or could without its typo.
pub(super) fn is_word(dialect: &'static Dialect, pair: &Pair<'_>) -> bool {
    holds_back(&pair.key) || words::meant(dialect, pair).is_some()
}

/// The keys of inherited values that would hold posts back without a typo, each with what it means.
pub(crate) fn misspelt<'v>(
    dialect: &'static Dialect,
    values: &'v Node<'_>,
) -> impl Iterator<Item = (&'v str, &'static str)> {
    let pairs = match &values.data {
        Data::Table(pairs) => pairs.as_slice(),
        _ => &[],
    };
    let is_known =
        |key: &str| (dialect.keys.iter()).any(|(name, _)| name.eq_ignore_ascii_case(key));
    placed(dialect, pairs)
        .map(|(pair, ..)| pair)
        .filter(move |pair| !is_known(&pair.key))
        .filter_map(move |pair| Some((pair.key.as_ref(), words::meant(dialect, pair)?)))
}

impl Reader<'_> {
    /// Holds the post back as its generator does.
    pub(super) fn hold_natively(&mut self, key: &str, node: &Node<'_>, into: Visibility) {
        self.held.natively |= into > Visibility::Public;
        self.head.hold(into, format!("`{key}`"), node.range.clone());
    }

    /// Holds the post back by the author's key.
    pub(super) fn hold_for_author(&mut self, key: &str, node: &Node<'_>, into: Visibility) {
        if into > Visibility::Public {
            let first = || (format!("`{key}`"), node.range.clone());
            self.held.by_author.get_or_insert_with(first);
            self.head.hold(into, format!("`{key}`"), node.range.clone());
        }
    }

    /// Searches for these keys at the top, in the dialect's tables and in inherited values. The
    /// nearest one wins.
    pub(super) fn hold_by_words(&mut self, pairs: &[Pair<'_>], defaults: &[&Node<'static>]) {
        let mut reported: Vec<&str> = Vec::new();
        for (pair, name, at_top) in placed(self.dialect(), pairs) {
            self.hold_by_word(pair, &name, at_top, &mut reported);
            self.commented_out(pair);
            let is_known = self.rank(&pair.key).or_else(|| self.alias(&pair.key));
            if is_known.is_none()
                && let Some(meant) = words::meant(self.dialect(), pair)
            {
                // Its generator publishes the post, which its author did not want.
                let finding = super::unknown_key(&pair.key, meant);
                self.findings.push(self.renamed(finding, pair, meant));
            }
        }
        for table in defaults {
            if let Data::Table(pairs) = &table.data {
                for (pair, name, at_top) in placed(self.dialect(), pairs) {
                    self.hold_by_word(pair, &name, at_top, &mut reported);
                }
            }
        }
    }

    fn hold_by_word<'p>(
        &mut self,
        pair: &'p Pair<'_>,
        name: &str,
        at_top: bool,
        reported: &mut Vec<&'p str>,
    ) {
        let key = pair.key.as_ref();
        let Some(word) = Word::of(key).filter(|_| !reported.contains(&key)) else {
            return;
        };
        reported.push(key);
        // At the top, the dialect's own keys are read with the others.
        if at_top && self.is_read(key) {
            return;
        }
        if let Some(into) = word.holds(&pair.value) {
            self.hold_for_author(name, &pair.value, into);
        }
    }

    /// Reports a key that would hold the post back, were its value not a comment: `draft: #true`.
    fn commented_out(&mut self, pair: &Pair<'_>) {
        let (Some(word), Data::Scalar(_, Kind::Null)) = (Word::of(&pair.key), &pair.value.data)
        else {
            return;
        };
        let Some((range, comment)) = self.comment(&pair.value) else {
            return;
        };
        let value = comment.trim_start_matches('#').trim();
        let text = Data::Scalar(value.into(), Kind::Text);
        if word.holds(&Node { range: range.clone(), data: text }).is_none() {
            return;
        }
        let message = format!(
            "`{comment}` is a comment, so `{}` has no value and does not hold the post back",
            pair.key
        );
        let help = format!(
            "write `{}`; a comment has a space after its `#`",
            self.format.line(&pair.key, value, value)
        );
        self.fault_at(&rules::COMMENT_IN_VALUE, &range, message, help, Level::Warning);
    }

    /// Whether the dialect reads a key rather than just knowing it.
    fn is_read(&self, key: &str) -> bool {
        let field = |rank: usize| self.dialect().keys[rank].1;
        self.rank(key).is_some_and(|rank| field(rank) != Field::Foreign)
    }

    /// Reports once which of the author's keys holds the post back, if its generator publishes it.
    pub(super) fn report_held(&mut self) {
        let Some((key, range)) = self.held.by_author.take() else {
            return;
        };
        if self.held.natively {
            return;
        }
        let dialect = self.dialect();
        let (own, value) = dialect.unpublished();
        let line = self.format.line(own, value, value);
        let message = format!(
            "{key} keeps this post out of feeds and drafts{}",
            if dialect.is_strict {
                String::new()
            } else {
                format!("; {} publishes the page all the same", dialect.name)
            }
        );
        let mut finding = Finding::new(&rules::HELD_BACK, message)
            .at(self.source.span(range))
            .at_most(Level::Info);
        if !dialect.is_strict {
            finding =
                finding.help(format!("write `{line}` where the page is to be held back as well"));
        }
        self.findings.push(finding);
    }
}

/// The pairs at the top and in the dialect's tables, each with its full name and whether it is at the top.
fn placed<'p, 'a>(
    dialect: &'static Dialect,
    pairs: &'p [Pair<'a>],
) -> impl Iterator<Item = (&'p Pair<'a>, String, bool)> {
    pairs.iter().flat_map(|pair| {
        let key = pair.key.as_ref();
        let inner = match &pair.value.data {
            Data::Table(inner) if dialect.tables.contains(&key) => inner.as_slice(),
            _ => return vec![(pair, key.to_owned(), true)],
        };
        let named = |inner: &'p Pair<'a>| (inner, format!("{key}.{}", inner.key), false);
        inner.iter().map(named).collect()
    })
}
