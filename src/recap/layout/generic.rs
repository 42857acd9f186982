//! Headings of sections that any recap may have, which are not sessions.

use super::View;
use crate::language::sessions::{BESIDE, DAY, DAY_NUMBERS, FILLING, TRACK};
use crate::language::{Lexicon, fold, is_cjk};
use crate::recap::kind;

/// Whether a heading names a section of recaps in general rather than a session.
pub(super) fn generic(view: &View<'_>, heading: &str) -> bool {
    let folded = fold(heading);
    let lexicon = view.lexicon;
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    // "Party", "The sponsors' dinner"; a long heading with such a word may be a title.
    let beside = words.len() <= 6 && words.iter().any(|word| BESIDE.has(word));
    if beside
        || of_day(&words)
        || of_track(heading)
        || view.opens_others(heading)
        || view.only_sessions(heading)
        || lexicon.is(heading, |w| &w.breaks)
        || short_sessions(&folded, lexicon)
    {
        return true;
    }
    // Days and dates: "Day 1", "Tuesday", "Saturday, 12 May".
    let plain = words.iter().all(|word| {
        FILLING.has(word)
            || lexicon.weekday(word).is_some()
            || word.chars().all(|c| c.is_ascii_digit())
            || kind::event_word(word)
            || lexicon.knows(word, |w| &w.talks)
            || lexicon.month(word).is_some()
    });
    // "Talks you might have missed".
    let plain = plain
        || (words.len() <= 6
            && words
                .first()
                .is_some_and(|word| lexicon.knows(word, |w| &w.sessions) && word.ends_with('s')));
    plain || folded.trim().is_empty()
}

/// Whether a heading names a day: "Day 2", "Tuesday", "Saturday, 12 May".
pub(super) fn is_day(lexicon: Lexicon, heading: &str) -> bool {
    let folded = fold(heading);
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    let dated = |word: &str| lexicon.weekday(word).is_some() || lexicon.month(word).is_some();
    of_day(&words) || words.len() <= 5 && words.iter().any(|word| dated(word))
}

/// Whether a heading names a day of the event: "Camp Day 2", "Day two: talks".
fn of_day(words: &[&str]) -> bool {
    let is_number =
        |word: &str| word.chars().all(|c| c.is_ascii_digit()) || DAY_NUMBERS.contains(&word);
    let is_day = |word: &str| DAY.contains(&word);
    // "One day in the life of a compiler" is a title.
    let begins = matches!(words, [day, number, ..] if is_day(day) && is_number(number));
    let short = words.len() <= 4;
    begins
        || short
            && words.windows(2).any(|pair| {
                pair.iter().any(|word| is_day(word)) && pair.iter().any(|word| is_number(word))
            })
}

/// Whether a phrase names one of several tracks or rooms: "Track A", "Room 2".
pub(super) fn of_track(phrase: &str) -> bool {
    let folded = fold(phrase);
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    let is_track = |word: &str| TRACK.contains(&word);
    let is_mark = |word: &str| word.chars().count() == 1 || word.parse::<u8>().is_ok();
    match words.as_slice() {
        [track, mark] => is_track(track) && is_mark(mark) || is_mark(track) && is_track(mark),
        _ => false,
    }
}

/// Whether a heading without spaces between words ends in a word for sessions: "本日のセッション".
fn short_sessions(folded: &str, lexicon: Lexicon) -> bool {
    let bare = folded.trim();
    bare.chars().count() <= 12
        && lexicon.own.sessions.iter().any(|word| {
            word.chars().count() > 1 && word.chars().all(is_cjk) && bare.ends_with(word)
        })
}
