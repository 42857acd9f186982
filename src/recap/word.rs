//! Single words as parts of names.

use crate::language::Phrases;
use crate::language::cities::CITIES;
use crate::language::lists::{ENGLISH, GIVEN, RARE};
use crate::language::names::{NAME_PREFIXES, NO_NAMES, NOUN_ENDINGS, PARTICLES};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// [`NO_NAMES`] as a lookup table, used for every capitalised word of a post.
static NO_NAME: Phrases = Phrases::of(NO_NAMES);

/// [`CITIES`] as a lookup table.
static CITY: Phrases = Phrases::of(CITIES);

/// Whether several words are a city's name, "San Francisco"; a single one may be a person's, "Charlotte".
pub(super) fn city(lower: &[String]) -> bool {
    lower.len() > 1 && CITY.has(&lower.join(" "))
}

/// Whether a single word is a city's name; it may be a person's as well.
pub(super) fn one_word_city(lower: &str) -> bool {
    CITY.has(lower)
}

/// Whether a word joins a family name to the word before it, in either case.
pub(super) fn particle(token: &str) -> bool {
    token.len() <= 5 && PARTICLES.iter().any(|particle| particle.eq_ignore_ascii_case(token))
}

/// Whether the word is a common given name.
pub(super) fn given(lower: &str) -> bool {
    is_listed(lower, |name| GIVEN.has(name))
}

/// Whether the word is a given name, common or not: evidence only before another word of a name.
pub(super) fn forename(lower: &str) -> bool {
    is_listed(lower, |name| GIVEN.has(name) || RARE.has(name))
}

/// Whether a word without accents, or its part before a hyphen, is a name.
fn is_listed(lower: &str, known: impl Fn(&str) -> bool) -> bool {
    let plain: Cow<'_, str> = if lower.is_ascii() { lower.into() } else { plain(lower).into() };
    known(&plain) || plain.split_once('-').is_some_and(|(first, _)| known(first))
}

/// A word without accents.
fn plain(word: &str) -> String {
    let letters = word.nfd().filter(|c| !is_combining_mark(*c));
    let letters = letters.map(|c| match c {
        'ø' => 'o',
        'ł' => 'l',
        c => c,
    });
    letters.collect()
}

/// Whether a lower-case word is one of titles and organisations, never of names.
pub(super) fn no_name(lower: &str) -> bool {
    NO_NAME.has(lower)
}

/// Endings that are rare in names and frequent in titles.
pub(super) fn noun(lower: &str) -> bool {
    let last = lower.bytes().next_back();
    lower.len() > 5
        && NOUN_ENDINGS.iter().any(|end| end.bytes().next_back() == last && lower.ends_with(end))
}

/// Whether a word is one of titles and sentences: by its ending, or as an English word.
pub(super) fn common(lower: &str) -> bool {
    noun(lower) || ENGLISH.has(lower) || lower.strip_suffix('s').is_some_and(|one| ENGLISH.has(one))
}

/// Whether a word is written like an organisation: `SummaSolutions`, but not `McCarthy`.
pub(super) fn organisation(token: &str) -> bool {
    let inner = token.char_indices().zip(token.chars().skip(1));
    let mut capitals = inner.filter(|((_, before), c)| before.is_lowercase() && c.is_uppercase());
    let Some(((at, before), _)) = capitals.next() else {
        return false;
    };
    let prefix = token.get(..at + before.len_utf8()).unwrap_or_default();
    !NAME_PREFIXES.contains(&prefix)
}

/// Whether a word is written like a part of a name: "Roos", "de-Roos".
pub(super) fn looks(token: &str) -> bool {
    let token = token.trim_end_matches('.');
    if let Some((first, rest)) = token.split_once(['-', '‐'])
        && first.starts_with(char::is_lowercase)
        && particle(first)
    {
        return looks(rest);
    }
    if token.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        let upper = token.bytes().skip(1).filter(u8::is_ascii_uppercase).count();
        return token.starts_with(|c: char| c.is_ascii_uppercase()) && upper <= 3;
    }
    let mut chars = token.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    let rest = chars.as_str();
    let letters =
        rest.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '‐' | '.'));
    let upper = rest.chars().filter(|c| c.is_uppercase()).count();
    first.is_uppercase() && letters && upper <= 3
}

/// The most words of a name.
const NAME_WORDS: usize = 4;

/// Whether words are written like a name, and neither begin as none nor end with a common word: "Ash Coleman", "Dr. Nic".
pub(super) fn is_written_as_name(words: &str) -> bool {
    let part = |word: &str| looks(word) && !organisation(word) || particle(word);
    let lower = words.to_lowercase();
    let mut each = lower.split(' ');
    let first = each.next().unwrap_or_default();
    let last = each.next_back();
    words.split(' ').count() <= NAME_WORDS
        && words.split(' ').all(part)
        && words.starts_with(char::is_uppercase)
        && !no_name(first)
        && !last.is_some_and(common)
}

/// A word without a possessive ending.
pub(super) fn without_possessive(word: &str) -> &str {
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
    bare.map_or(word, without_possessive)
}
