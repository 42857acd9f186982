//! Places in scripts without capitals: before or between the words for "was held".

use std::ops::Range;

use crate::language::Lexicon;

/// Longest place, in characters.
const CHARACTERS: usize = 10;

/// The parts of a sentence that may be a place.
pub(super) fn places(lexicon: Lexicon, phrase: &str) -> impl Iterator<Item = Range<usize>> {
    let words = lexicon.own;
    words.held_after.iter().flat_map(move |after| {
        phrase.match_indices(after).take(4).filter_map(move |(at, _)| before(lexicon, phrase, at))
    })
}

/// The place that ends at `at`.
fn before(lexicon: Lexicon, phrase: &str, at: usize) -> Option<Range<usize>> {
    let words = lexicon.own;
    let lead = phrase.get(..at)?;
    let start = lead
        .char_indices()
        .rev()
        .take(CHARACTERS)
        .take_while(|(_, c)| within(*c))
        .last()
        .map_or(at, |(start, _)| start);
    let run = phrase.get(start..at)?;
    // "在" and the like begin the place; a word for a stop of a touring event needs none.
    let begin =
        words.held_before.iter().filter_map(|word| run.rfind(word).map(|at| at + word.len())).max();
    let short = run.chars().count() <= 3;
    let start = match begin {
        Some(begin) => start + begin,
        None if words.held_before.is_empty() || short => start,
        None => return None,
    };
    // "held successfully": the place ends at the first of such words.
    let place = phrase.get(start..at)?;
    let first = words.held_after.iter().filter_map(|word| place.find(word));
    let place = place.get(..first.min().unwrap_or(place.len()))?;
    let at = start + place.len();
    let count = place.chars().count();
    ((2..=CHARACTERS).contains(&count) && !words.not_places.iter().any(|word| place.contains(word)))
        .then_some(start..at)
}

/// Whether a place's name in running text may have this character.
fn within(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{30a0}'..='\u{30ff}' | '\u{ac00}'..='\u{d7af}' | '\u{3005}')
        || c.is_ascii_alphabetic()
}
