//! The keys and states by which authors hold posts back, and those that are nearly spelled like them.

use super::super::state::boolean_words;
use crate::generator::Dialect;
use crate::nearly;
use crate::post::Visibility;
use crate::post::front_matter::{Data, Kind, Node, Pair};

/// The meaning of a key in a post.
#[derive(Clone, Copy)]
pub(super) enum Word {
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
    (
        "eleventyexcludefromcollections",
        Word::When(true, Visibility::Unlisted),
    ),
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

/// Keys of other tools that are spelled nearly like one of the words.
const OTHERS: &[&str] = &[
    "crash",
    "crashed",
    "craft",
    "drift",
    "graft",
    "indeed",
    "interval",
    "lifted",
    "linted",
    "listen",
    "polished",
    "projected",
    "publisher",
];

impl Word {
    /// The meaning of a key.
    pub(super) fn of(key: &str) -> Option<Self> {
        let plain = plain(key);
        let found = WORDS.iter().find(|(name, _)| *name == plain);
        found.map(|(_, word)| *word)
    }

    /// How this value of the key holds the post back, if it does.
    pub(super) fn holds(self, node: &Node<'_>) -> Option<Visibility> {
        let text = node.scalar()?.trim();
        if text.is_empty() {
            return None;
        }
        let truth = boolean_words(node);
        match self {
            Self::When(true, into) => (truth != Some(false)).then_some(into),
            Self::When(false, into) => (truth == Some(false)).then_some(into),
            Self::Secret => (truth != Some(false)).then_some(Visibility::Private),
            Self::State => {
                let text = text.trim_matches(['"', '\'']);
                let lower = text.to_ascii_lowercase().replace(['-', '_'], " ");
                let names = STATES.iter().map(|(name, _)| *name);
                let meant = nearly::meant(&lower, names).unwrap_or(&lower);
                let state = STATES.iter().find(|(name, _)| *name == meant);
                state.map(|(_, state)| *state)
            }
        }
        .filter(|into| *into > Visibility::Public)
    }
}

/// The word that a misspelt key means, as the dialect spells it, if the value would hold the post back
/// under that word.
///
/// Of most words, the value must be a boolean: many keys of other tools resemble one of them.
pub(super) fn meant(dialect: &'static Dialect, pair: &Pair<'_>) -> Option<&'static str> {
    let (key, node) = (plain(&pair.key), &pair.value);
    if OTHERS.contains(&key.as_str()) || key.chars().count() < 4 {
        return None;
    }
    let is_number = matches!(node.data, Data::Scalar(_, Kind::Number));
    let is_boolean = !is_number && boolean_words(node).is_some();
    let meant = WORDS.iter().find(|(name, word)| {
        let is_meant = is_slip(&key, name);
        let fits = is_boolean || !matches!(word, Word::When(..));
        is_meant && fits && word.holds(node).is_some()
    });
    let (word, _) = meant?;
    let own = dialect.keys.iter().find(|(key, _)| plain(key) == *word);
    Some(own.map_or(*word, |(key, _)| *key))
}

/// Whether a key differs from a word by one typo, or by two inside of a long one.
fn is_slip(key: &str, word: &str) -> bool {
    match nearly::distance(key, word) {
        1 => word.len() >= 5,
        2 => word.len() >= 9 && key.bytes().next() == word.bytes().next(),
        _ => false,
    }
}

/// The key in lower case and without hyphens and underscores.
fn plain(key: &str) -> String {
    key.chars()
        .filter(|c| !matches!(c, '-' | '_' | ' '))
        .flat_map(char::to_lowercase)
        .collect()
}
