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

/// The keys by what they mean, in lower case and without hyphens and underscores.
#[rustfmt::skip]
const WORDS: &[(Word, &[&str])] = &[
    (Word::When(true, Visibility::Draft), &["draft", "isdraft", "wip", "unpublished", "embargoed", "trash", "trashed", "deleted"]),
    (Word::When(false, Visibility::Draft), &["published", "ispublished", "publish", "dgpublish"]),
    (Word::When(true, Visibility::Private), &["private", "isprivate", "protected", "secret", "confidential", "internal", "membersonly"]),
    (Word::When(false, Visibility::Private), &["public", "ispublic"]),
    (Word::When(true, Visibility::Unlisted), &["unlisted", "isunlisted", "hidden", "ishidden", "hide", "excludefromfeed", "eleventyexcludefromcollections"]),
    (Word::When(false, Visibility::Unlisted), &["listed", "visible", "infeed"]),
    (Word::State, &["status", "poststatus", "publishstatus", "visibility", "access", "state"]),
    (Word::Secret, &["password"]),
];

/// States of posts. Public ones are listed because others are spelled nearly like them.
const STATES: &[(Visibility, &str)] = &[
    (Visibility::Public, "published,publish,public,listed,visible"),
    (
        Visibility::Draft,
        "draft,pending,scheduled,unpublished,skip,wip,work in progress,in progress,unfinished,trash,trashed,deleted",
    ),
    (Visibility::Private, "private,protected,internal,confidential,members,paid"),
    (Visibility::Unlisted, "unlisted,hidden"),
    (Visibility::Expired, "expired"),
];

/// Keys of other tools that are spelled nearly like one of the words.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "crash", "crashed", "craft", "drift", "graft", "indeed", "interval", "lifted", "linted", "listen", "polished", "projected",
    "publisher",
];

impl Word {
    /// The meaning of a key.
    pub(super) fn of(key: &str) -> Option<Self> {
        let plain = plain(key);
        let found = WORDS.iter().find(|(_, names)| names.contains(&plain.as_str()));
        found.map(|(word, _)| *word)
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
                let names = STATES.iter().flat_map(|(_, names)| names.split(','));
                let meant = nearly::meant(&lower, names).unwrap_or(&lower);
                let is_meant =
                    |(_, names): &&(Visibility, &str)| names.split(',').any(|name| name == meant);
                STATES.iter().find(is_meant).map(|(state, _)| *state)
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
    let fits = |word: &Word| is_boolean || !matches!(word, Word::When(..));
    let mut holding = (WORDS.iter()).filter(|(word, _)| fits(word) && word.holds(node).is_some());
    let word =
        holding.find_map(|(_, names)| names.iter().copied().find(|name| is_slip(&key, name)))?;
    let own = dialect.keys.iter().find(|(key, _)| plain(key) == word);
    Some(own.map_or(word, |(key, _)| *key))
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
    key.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}
