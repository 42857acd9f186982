//! Keys and states by which authors hold a post back, in every dialect.
//!
//! A generator knows few of them and publishes the post. Afterword holds it back all the same; one
//! finding names the key.

use std::ops::Range;

use super::Reader;
use super::state::boolean_words;
use crate::generator::Field;
use crate::nearly;
use crate::post::front_matter::{Data, Kind, Node, Pair};
use crate::post::{Visibility, rules};
use crate::report::{Finding, Level};

/// What holds the post back.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// A key that the generator knows.
    natively: bool,
    /// A key that the generator does not know, with its position.
    by_author: Option<(String, Range<usize>)>,
}

/// The meaning of a key in a post.
#[derive(Clone, Copy)]
enum Word {
    /// The post is held back when the value is this boolean.
    When(bool, Visibility),
    /// The value is a state.
    State,
    /// Any value holds the post back.
    Secret,
}

/// The keys, in lower case and without hyphens and underscores.
const WORDS: &[(&str, Word)] = &[
    ("draft", Word::When(true, Visibility::Draft)),
    ("isdraft", Word::When(true, Visibility::Draft)),
    ("wip", Word::When(true, Visibility::Draft)),
    ("unpublished", Word::When(true, Visibility::Draft)),
    ("embargoed", Word::When(true, Visibility::Draft)),
    ("trash", Word::When(true, Visibility::Draft)),
    ("trashed", Word::When(true, Visibility::Draft)),
    ("deleted", Word::When(true, Visibility::Draft)),
    ("published", Word::When(false, Visibility::Draft)),
    ("ispublished", Word::When(false, Visibility::Draft)),
    ("publish", Word::When(false, Visibility::Draft)),
    ("dgpublish", Word::When(false, Visibility::Draft)),
    ("private", Word::When(true, Visibility::Private)),
    ("isprivate", Word::When(true, Visibility::Private)),
    ("protected", Word::When(true, Visibility::Private)),
    ("secret", Word::When(true, Visibility::Private)),
    ("confidential", Word::When(true, Visibility::Private)),
    ("internal", Word::When(true, Visibility::Private)),
    ("membersonly", Word::When(true, Visibility::Private)),
    ("public", Word::When(false, Visibility::Private)),
    ("ispublic", Word::When(false, Visibility::Private)),
    ("unlisted", Word::When(true, Visibility::Unlisted)),
    ("isunlisted", Word::When(true, Visibility::Unlisted)),
    ("hidden", Word::When(true, Visibility::Unlisted)),
    ("ishidden", Word::When(true, Visibility::Unlisted)),
    ("hide", Word::When(true, Visibility::Unlisted)),
    ("listed", Word::When(false, Visibility::Unlisted)),
    ("visible", Word::When(false, Visibility::Unlisted)),
    ("infeed", Word::When(false, Visibility::Unlisted)),
    ("excludefromfeed", Word::When(true, Visibility::Unlisted)),
    ("status", Word::State),
    ("poststatus", Word::State),
    ("publishstatus", Word::State),
    ("visibility", Word::State),
    ("access", Word::State),
    ("state", Word::State),
    ("password", Word::Secret),
];

/// States of posts. Public ones are listed because others are spelled nearly like them.
const STATES: &[(&str, Visibility)] = &[
    ("published", Visibility::Public),
    ("publish", Visibility::Public),
    ("public", Visibility::Public),
    ("listed", Visibility::Public),
    ("visible", Visibility::Public),
    ("draft", Visibility::Draft),
    ("pending", Visibility::Draft),
    ("scheduled", Visibility::Draft),
    ("unpublished", Visibility::Draft),
    ("skip", Visibility::Draft),
    ("wip", Visibility::Draft),
    ("work in progress", Visibility::Draft),
    ("in progress", Visibility::Draft),
    ("unfinished", Visibility::Draft),
    ("trash", Visibility::Draft),
    ("trashed", Visibility::Draft),
    ("deleted", Visibility::Draft),
    ("private", Visibility::Private),
    ("protected", Visibility::Private),
    ("internal", Visibility::Private),
    ("confidential", Visibility::Private),
    ("members", Visibility::Private),
    ("paid", Visibility::Private),
    ("unlisted", Visibility::Unlisted),
    ("hidden", Visibility::Unlisted),
    ("expired", Visibility::Expired),
];

fn word(key: &str) -> Option<Word> {
    let plain: String = key
        .chars()
        .filter(|c| !matches!(c, '-' | '_' | ' '))
        .flat_map(char::to_lowercase)
        .collect();
    let found = WORDS.iter().find(|(name, _)| *name == plain);
    found.map(|(_, word)| *word)
}

/// Whether a key can hold a post back.
pub(super) fn is_word(key: &str) -> bool {
    word(key).is_some()
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
        self.words_of(pairs, "", true, &mut reported);
        for table in defaults {
            if let Data::Table(pairs) = &table.data {
                self.words_of(pairs, "", true, &mut reported);
            }
        }
    }

    fn words_of<'p>(
        &mut self,
        pairs: &'p [Pair<'_>],
        table: &str,
        at_top: bool,
        reported: &mut Vec<&'p str>,
    ) {
        for pair in pairs {
            let key = pair.key.as_ref();
            let inner = match &pair.value.data {
                Data::Table(inner) if at_top && self.dialect().tables.contains(&key) => inner,
                _ => {
                    let Some(word) = word(key).filter(|_| !reported.contains(&key)) else {
                        continue;
                    };
                    reported.push(key);
                    // At the top, the dialect's own keys are read with the others.
                    if !(at_top && self.is_read(key)) {
                        let name = format!("{table}{key}");
                        self.hold_by_word(word, &name, &pair.value);
                    }
                    continue;
                }
            };
            self.words_of(inner, &format!("{key}."), false, reported);
        }
    }

    /// Whether the dialect reads a key rather than just knowing it.
    fn is_read(&self, key: &str) -> bool {
        let field = |rank: usize| self.dialect().keys[rank].1;
        self.rank(key)
            .is_some_and(|rank| field(rank) != Field::Foreign)
    }

    fn hold_by_word(&mut self, word: Word, key: &str, node: &Node<'_>) {
        let Some(text) = node.scalar().map(str::trim).filter(|text| !text.is_empty()) else {
            return;
        };
        let truth = match node.data {
            Data::Scalar(_, Kind::Bool(truth)) => Some(truth),
            _ => boolean_words(node),
        };
        let into = match word {
            Word::When(true, into) => (truth != Some(false)).then_some(into),
            Word::When(false, into) => (truth == Some(false)).then_some(into),
            Word::Secret => (truth != Some(false)).then_some(Visibility::Private),
            Word::State => {
                let text = text.trim_matches(['"', '\'']);
                let lower = text.to_ascii_lowercase().replace(['-', '_'], " ");
                let names = STATES.iter().map(|(name, _)| *name);
                let meant = nearly::meant(&lower, names).unwrap_or(&lower);
                let state = STATES.iter().find(|(name, _)| *name == meant);
                state.map(|(_, state)| *state)
            }
        };
        if let Some(into) = into {
            self.hold_for_author(key, node, into);
        }
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
            finding = finding.help(format!(
                "write `{line}` where the page is to be held back as well"
            ));
        }
        self.findings.push(finding);
    }
}
