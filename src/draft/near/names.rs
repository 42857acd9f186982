//! Names of people, and single names: the event, its place, organisations.

use std::collections::BTreeSet;
use std::ops::Range;

use super::spelling::{slip, unspaced, words};
use super::{Known, Slip, plain};
use crate::language::{Lexicon, inflected, is_cjk, skeleton};

/// The shortest organisation whose typos are recognised.
const LONG: usize = 6;

/// A word of a text without diacritics.
struct Word {
    range: Range<usize>,
    skeleton: String,
}

impl Word {
    fn all(text: &str) -> Vec<Self> {
        let words = words(text).into_iter();
        words
            .map(|range| Self {
                skeleton: skeleton(text.get(range.clone()).unwrap_or_default()),
                range,
            })
            .collect()
    }
}

/// Where a text has a name with a typo, without its diacritics or hyphen, or in another order.
pub(super) fn slips(known: &Known<'_>, text: &str) -> Vec<Slip> {
    let own = Word::all(text);
    let people = known.material.people.all().iter().map(|person| &person.name);
    let names = known.names.iter().chain(people).map(String::as_str);
    let mut slips: Vec<Slip> = Vec::new();
    for name in names.chain(known.place()) {
        if unspaced(name) {
            slips.extend(unspaced_slips(known, text, name));
        } else {
            slips.extend(name_slips(known, (text, &own), name));
        }
    }
    slips.extend(term_slips(known, text));
    slips
}

fn name_slips(known: &Known<'_>, (text, own): (&str, &[Word]), right: &str) -> Vec<Slip> {
    let wanted = Word::all(right);
    let is_near = |window: &[Word]| {
        let mut differing = (window.iter().zip(&wanted))
            .map(|(own, right)| (&own.skeleton, &right.skeleton))
            .filter(|(own, right)| own != right);
        match (differing.next(), differing.next()) {
            (None, _) => true,
            (Some((own, right)), None) => slip(own, right),
            _ => sorted(window) == sorted(&wanted) && is_joined(text, window),
        }
    };
    // A single word resembles too many others.
    let windows = own.windows(wanted.len().max(1)).filter(|_| wanted.len() > 1);
    windows
        .filter(|window| is_near(window))
        .filter_map(|window| {
            let range = window.first()?.range.start..window.last()?.range.end;
            let written = text.get(range.clone())?;
            let capital = window.iter().all(|word| {
                let word = text.get(word.range.clone());
                !word.is_some_and(|word| word.starts_with(char::is_lowercase))
            });
            let typo = capital && !written.contains('\n');
            let new = || plain(written) != plain(right) && !known.spells(written);
            (typo && new()).then(|| (range, right.to_owned()))
        })
        .collect()
}

/// Whether nothing but a space or a hyphen is between words.
fn is_joined(text: &str, words: &[Word]) -> bool {
    words.windows(2).all(|pair| match pair {
        [one, other] => {
            let between = text.get(one.range.end..other.range.start);
            matches!(between, Some(" " | "\u{a0}" | "-" | ". " | "'" | "’"))
        }
        _ => true,
    })
}

fn sorted(words: &[Word]) -> Vec<&str> {
    let mut words: Vec<&str> = words.iter().map(|word| word.skeleton.as_str()).collect();
    words.sort_unstable();
    words
}

/// Names in scripts without spaces: text of the same length in which one character differs.
fn unspaced_slips(known: &Known<'_>, text: &str, right: &str) -> Vec<Slip> {
    let wanted: Vec<char> = right.chars().filter(|c| !c.is_whitespace()).collect();
    let chars: Vec<(usize, char)> =
        text.char_indices().filter(|(_, c)| *c == '\n' || !c.is_whitespace()).collect();
    let mut slips = Vec::new();
    for (at, window) in chars.windows(wanted.len()).enumerate() {
        let [(start, _), .., (last, end)] = window else { continue };
        let differing =
            window.iter().zip(&wanted).filter(|((_, own), right)| own != *right).count();
        if differing != 1 || !window.iter().all(|(_, c)| is_cjk(*c)) {
            continue;
        }
        let written: String = window.iter().map(|(_, c)| *c).collect();
        // Two characters are too often a word of their own, unless the characters around them are the same.
        let same_place = || {
            let Some(before) = at.checked_sub(1).and_then(|at| chars.get(at)) else { return false };
            let after = chars.iter().skip(at + wanted.len()).take(2);
            let around: String = std::iter::once(before.1)
                .chain(wanted.iter().copied())
                .chain(after.map(|(_, c)| *c))
                .collect();
            known.unspaced.contains(&around)
        };
        if !known.unspaced.contains(&written) && (wanted.len() > 2 || same_place()) {
            slips.push((*start..last + end.len_utf8(), right.to_owned()));
        }
    }
    slips
}

/// Single words that resemble the event's name, its place, or a name that the post always
/// capitalises.
fn term_slips(known: &Known<'_>, text: &str) -> Vec<Slip> {
    let event = known.material.recap.event.name.as_ref();
    let own = event.iter().map(|name| name.value.as_str()).chain(known.place());
    let own: Vec<&str> = own
        .flat_map(str::split_whitespace)
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.starts_with(char::is_uppercase) && word.chars().count() > 3)
        .collect();
    // German capitalises every noun.
    let nouns = Lexicon::of(&known.material.recap.language).own.code == "de";
    let others = if nouns { BTreeSet::new() } else { capitalised(&known.said) };
    let with_skeleton = |word: &'_ str| (word.to_owned(), skeleton(word));
    let own: Vec<_> = own.into_iter().map(with_skeleton).collect();
    let others: Vec<_> = others.into_iter().map(with_skeleton).collect();
    let mut slips = Vec::new();
    for (range, inside) in named(text) {
        let written = text.get(range.clone()).unwrap_or_default();
        if known.spells(written) {
            continue;
        }
        let bare = skeleton(written);
        let is_near = |wanted: &str, shortest: usize| {
            let (own, length) = (bare.chars().count(), wanted.chars().count());
            let start = bare.chars().next() == wanted.chars().next();
            let typo = length >= shortest && slip(&bare, wanted) && !inflected(&bare, wanted);
            bare == wanted || typo && (start || own == length && shortest < LONG)
        };
        let right = (own.iter())
            .find(|(_, wanted)| is_near(wanted, LONG - 1))
            .or_else(|| others.iter().find(|(_, wanted)| inside && is_near(wanted, LONG)));
        slips.extend(right.map(|(right, _)| (range, right.clone())));
    }
    slips
}

/// Capitalised words of a text outside of URLs, and whether each is inside a sentence.
fn named(text: &str) -> Vec<(Range<usize>, bool)> {
    let words = words(text).into_iter().filter(|range| {
        let word = text.get(range.clone()).unwrap_or_default();
        let before = text.get(..range.start).and_then(|before| before.chars().next_back());
        word.starts_with(char::is_uppercase)
            && word.chars().all(char::is_alphabetic)
            && before.is_none_or(|c| !matches!(c, '@' | '#' | '/' | '.' | '-' | '\'' | '’'))
    });
    words
        .map(|range| {
            let before = text.get(..range.start).unwrap_or_default();
            let inside = before.strip_suffix(' ').is_some_and(|before| {
                before.ends_with(|c: char| c.is_lowercase() || matches!(c, ','))
            });
            (range, inside)
        })
        .collect()
}

/// Long words that a text has inside sentences and always with a capital.
fn capitalised(text: &str) -> BTreeSet<&str> {
    let small: BTreeSet<&str> = (words(text).into_iter())
        .filter_map(|range| text.get(range))
        .filter(|word| word.starts_with(char::is_lowercase))
        .collect();
    (named(text).into_iter())
        .filter(|(_, inside)| *inside)
        .filter_map(|(range, _)| text.get(range))
        .filter(|word| {
            word.chars().count() >= LONG && !small.contains(word.to_lowercase().as_str())
        })
        .collect()
}
