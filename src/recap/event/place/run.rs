//! Capitalised words after a word for "in" or "at".

use std::ops::Range;

use super::View;
use crate::recap::kind::event_word;
use crate::recap::word;

/// Longest place, in words.
const WORDS: usize = 5;

/// The runs of a sentence that may be a place.
pub(super) fn places<'a>(
    view: &'a View<'_>,
    phrase: &'a str,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for word in phrase.split([' ', '\n']).take(400) {
        tokens.push(at..at + word.len());
        at += word.len() + 1;
    }
    (0..tokens.len()).filter_map(move |index| {
        let lead = phrase.get(tokens.get(index)?.clone())?.to_lowercase();
        let lead = lead.trim_start_matches(|c: char| !c.is_alphabetic());
        let is_preposed = view.lexicon.own.places.has(lead);
        is_preposed.then(|| run(view, phrase, tokens.get(index + 1..)?))?
    })
}

/// The place that begins with the first of these words, or after an article.
fn run(view: &View<'_>, phrase: &str, tokens: &[Range<usize>]) -> Option<Range<usize>> {
    let words = &view.lexicon;
    let word = |index: usize| {
        tokens.get(index).and_then(|range| phrase.get(range.clone())).unwrap_or_default()
    };
    let bare = |index: usize| word(index).trim_matches(|c: char| !c.is_alphanumeric());
    let from = usize::from(words.is(word(0), |w| &w.place_articles) && !placelike(view, bare(0)));
    let mut end = from;
    while end < tokens.len() && end - from < WORDS {
        let joins = end > from
            && words.knows(word(end), |w| &w.place_joins)
            && (placelike(view, bare(end + 1))
                || (from..end).any(|index| building(view, bare(index))));
        let capital = bare(end).starts_with(|c: char| c.is_uppercase());
        let of_building = capital && (from..end).any(|index| building(view, bare(index)));
        let owner = bare(end).starts_with(char::is_uppercase) && building(view, bare(end + 1));
        if !(joins
            || owner
            || of_building
            || placelike(view, bare(end))
            || building(view, bare(end)))
        {
            break;
        }
        end += 1;
        if word(end - 1).ends_with(|c: char| !c.is_alphanumeric()) {
            break;
        }
    }
    let start = tokens.get(from)?.start;
    let stop = tokens.get(end.checked_sub(1)?)?.end;
    let whole = phrase.get(start..stop)?;
    let name = whole.trim_end_matches(|c: char| !c.is_alphanumeric());
    // "in Rust 1.80", "in React's core": places do not go on like this.
    let after = phrase.get(stop..).unwrap_or_default().trim_start();
    let numbered = after.starts_with(|c: char| c.is_ascii_digit()) && name.len() == whole.len();
    let owner = name.ends_with("'s") || name.ends_with("’s");
    let capital = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    (end > from && capital && name.chars().count() > 2 && !numbered && !owner)
        .then(|| start..start + name.len())
}

/// Whether one of the words is a word for buildings: "Bürgerhaus Friedrichshafen".
pub(super) fn building(view: &View<'_>, place: &str) -> bool {
    place.split(' ').any(|word| {
        let lower = word.to_lowercase();
        let mut ends = view.lexicon.list(|w| &w.venue_ends);
        view.lexicon.knows(&lower, |w| &w.venues)
            || ends.any(|end| lower.ends_with(end) && lower.len() > end.len())
    })
}

/// Whether a word may be a part of a place's name.
fn placelike(view: &View<'_>, bare: &str) -> bool {
    let lower = bare.to_lowercase();
    let letters = bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
    let shout = bare.chars().filter(|c| c.is_uppercase()).count() > 2;
    // German capitalises every noun.
    let noun = view.lexicon.own.code == "de" && word::noun(&lower);
    bare.starts_with(char::is_uppercase)
        && letters
        && !shout
        && !noun
        && view.lexicon.month(&lower).is_none()
        && !word::no_name(&lower)
        && !event_word(bare)
        && !view.lexicon.knows(&lower, |w| &w.events)
        && !view.lexicon.knows(&lower, |w| &w.talks)
        && !view.lexicon.knows(&lower, |w| &w.not_places)
}
