//! Parts of a title or a text that may be an event's name.

use std::ops::Range;

use super::name::has_year;
use crate::language::{Lexicon, is_cjk};
use crate::recap::kind::{event_like, event_word};
use crate::recap::text::Text;
use crate::recap::word;

/// The parts of a title between colons, dashes and bars.
pub(super) fn parts(title: &Text, lexicon: Lexicon) -> Vec<Range<usize>> {
    let plain = title.plain.as_str();
    let whole = 0..plain.len();
    let mut parts = vec![whole];
    let mut start = 0;
    for (at, c) in plain.char_indices() {
        let after = plain.get(at + c.len_utf8()..).unwrap_or_default();
        let before = plain.get(..at).unwrap_or_default();
        let cut = match c {
            ':' => after.starts_with(' '),
            '：' | '｜' | '【' | '】' | '「' | '」' | '《' | '》' | '、' | '，' | '！' | '!'
            | '?' | '(' | '（' | ')' | '）' | '[' | ']' => true,
            // "EVENT -- what was learned", "EVENT // notes".
            '-' | '/' => {
                before.trim_end_matches(c).ends_with(' ')
                    && after.trim_start_matches(c).starts_with(' ')
            }
            '–' | '—' | '|' => before.ends_with(' ') && after.starts_with(' '),
            // "November 1, 2016" is one date.
            ',' => {
                after.starts_with(' ')
                    && !after.trim_start().starts_with(|c: char| c.is_ascii_digit())
            }
            _ => false,
        };
        if cut {
            parts.push(title.trim(start..at));
            start = at + c.len_utf8();
        }
    }
    parts.push(title.trim(start..plain.len()));
    let lower = plain.to_ascii_lowercase();
    // "EVENT (Name) 2017 in City": the words before the place, brackets included.
    for word in lexicon.list(|w| &w.title_places) {
        let word = format!(" {word} ");
        if let Some(at) = lower.find(&word) {
            for part in parts.clone() {
                if part.contains(&at) && part.start < at {
                    parts.push(title.trim(part.start..at));
                    parts.push(title.trim(at + word.len()..part.end));
                }
            }
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.dedup();
    parts
}

/// A part without the words that recaps put around the event's name.
pub(super) fn bare(text: &Text, range: Range<usize>, lexicon: Lexicon) -> Range<usize> {
    let mut range = text.trim(range);
    for _ in 0..8 {
        let Some(phrase) = text.plain.get(range.clone()) else {
            return range;
        };
        let mut next = range.clone();
        let edges = |c: char| c.is_whitespace() || ":-–—|/,.!?;\"“”()[]…".contains(c) || c == '：';
        let start = phrase.len() - phrase.trim_start_matches(edges).len();
        let end = phrase.trim_end_matches(edges).len();
        if start < end {
            next = next.start + start..next.start + end;
        }
        let phrase = text.plain.get(next.clone()).unwrap_or_default();
        let mut cut_start = 0;
        let mut cut_end = 0;
        // Most words begin and end with other letters than the text.
        let (first, last) = (phrase.bytes().next(), phrase.bytes().next_back());
        let (first, last) = (alike(first), alike(last));
        lexicon.list(|w| &w.recap).for_each(|word| {
            if first(word.bytes().next()) {
                cut_start = cut_start.max(starts(phrase, word));
            }
            if last(word.bytes().next_back()) {
                cut_end = cut_end.max(ends(phrase, word));
            }
        });
        cut_end = cut_end.max(noun(phrase, lexicon));
        if cut_start > 0 && cut_start < phrase.len() {
            next.start += cut_start;
        } else if cut_end > 0 && cut_end < phrase.len() {
            next.end -= cut_end;
        }
        if next == range {
            return range;
        }
        range = text.trim(next);
    }
    range
}

/// Whether a character may be the same letter as one of a lower-case word, judging by their bytes.
fn alike(a: Option<u8>) -> impl Fn(Option<u8>) -> bool {
    let letter = a.filter(u8::is_ascii_alphanumeric).map(|a| a.to_ascii_lowercase());
    move |b| letter.is_none() || b == letter || b.is_none_or(|b| !b.is_ascii_alphanumeric())
}

/// The length of a word or phrase at the start.
fn starts(phrase: &str, word: &str) -> usize {
    prefix(phrase, word).unwrap_or(0)
}

fn prefix(phrase: &str, word: &str) -> Option<usize> {
    let mut rest = phrase.char_indices();
    let mut last = 0;
    for wanted in word.chars() {
        let (at, c) = rest.next()?;
        let same = if c.is_ascii() && wanted.is_ascii() {
            c.eq_ignore_ascii_case(&wanted)
        } else {
            c.to_lowercase().eq(wanted.to_lowercase())
        };
        let same = same
            || (wanted == ' ' && (c == '-' || c.is_whitespace()))
            || (wanted == '\'' && c == '’');
        if !same {
            return None;
        }
        last = at + c.len_utf8();
    }
    let next = rest.next().map(|(_, c)| c);
    let open = word.ends_with('\'')
        || word.chars().any(is_cjk)
        || next.is_none_or(|c| !c.is_alphanumeric());
    open.then_some(last)
}

/// The length of a word or phrase at the end.
fn ends(phrase: &str, word: &str) -> usize {
    let count = word.chars().count();
    let Some((at, _)) = phrase.char_indices().rev().nth(count.saturating_sub(1)) else {
        return 0;
    };
    let tail = phrase.get(at..).unwrap_or_default();
    let whole = word.chars().any(is_cjk)
        || phrase.get(..at).is_none_or(|before| {
            before.is_empty() || before.ends_with(|c: char| !c.is_alphanumeric())
        });
    // A name does not end with articles and prepositions, but may begin with them. After a colon or
    // a dash nothing of the name follows.
    let apart = phrase
        .get(..at)
        .is_some_and(|before| before.trim_end().ends_with([':', '-', '–', '—', '|']));
    let long = count > 2 || apart || word.chars().any(is_cjk);
    if whole && long && prefix(tail, word) == Some(tail.len()) { tail.len() } else { 0 }
}

/// The length of a noun in lower case behind a year or a number: "FOSDEM 2026 conference", "… #12 keynote".
fn noun(phrase: &str, lexicon: Lexicon) -> usize {
    let Some((before, last)) = phrase.rsplit_once(' ') else {
        return 0;
    };
    let number = before.rsplit(' ').next().is_some_and(|word| {
        let digits = word.trim_start_matches('#');
        has_year(word) || digits.len() < word.len() && digits.chars().all(|c| c.is_ascii_digit())
    });
    let known = lexicon.is(last, |w| &w.events) || lexicon.is(last, |w| &w.talks);
    if number && known && last.starts_with(char::is_lowercase) { last.len() } else { 0 }
}

/// Runs of capitalised words around a word for events.
pub(super) fn capitals(text: &Text, lexicon: Lexicon) -> Vec<Range<usize>> {
    let phrase = |run: &Range<usize>| text.plain.get(run.clone()).unwrap_or_default();
    let names = |phrase: &str| event_like(phrase, lexicon) || has_year(phrase);
    runs(text, lexicon)
        .into_iter()
        // Most runs are not names, with or without the words of recaps around them.
        .filter(|run| names(phrase(run)) || phrase(run).split('-').any(event_word))
        .map(|run| bare(text, run, lexicon))
        .filter(|run| names(phrase(run)))
        .collect()
}

/// Runs of capitalised words and numbers, with the particles between them.
pub(super) fn runs(text: &Text, lexicon: Lexicon) -> Vec<Range<usize>> {
    let plain = text.plain.get(..text.plain.floor_char_boundary(3000)).unwrap_or_default();
    let mut runs = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut at = 0;
    for word in plain.split([' ', '\n']) {
        let start = at;
        at += word.len() + 1;
        let lead = word.len()
            - word.trim_start_matches(|c: char| !c.is_alphanumeric() && !"'’+&".contains(c)).len();
        let core = word.trim_matches(|c: char| {
            !c.is_alphanumeric() && c != '\'' && c != '’' && c != '+' && c != '&'
        });
        let core = word::without_possessive(core);
        let (begin, end) = (start + lead, start + lead + core.len());
        let capital = core.chars().any(char::is_uppercase) || event_word(core);
        let number = !core.is_empty()
            && core.chars().all(|c| c.is_ascii_digit() || matches!(c, '\'' | '’'))
            && core.len() <= 5;
        let ordinal = core.chars().next().is_some_and(|c| c.is_ascii_digit())
            && core.ends_with(|c: char| c.is_alphabetic());
        let joins = open.is_some() && lexicon.knows(core, |w| &w.name_joins)
            || matches!(core, "+" | "&") && open.is_some();
        if lead > 0 {
            runs.extend(open.take());
        }
        if capital || number || ordinal {
            open = Some(open.map_or(begin, |run| run.start)..end);
        } else if !joins {
            runs.extend(open.take());
        }
        let tail = plain.get(end..start + word.len()).unwrap_or_default();
        if !tail.is_empty() {
            runs.extend(open.take());
        }
    }
    runs.extend(open);
    runs
}
