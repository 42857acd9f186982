//! Titles of sessions, and the event's name.

use std::ops::Range;

use super::spelling::{slip, unspaced, words};
use super::{Known, Slip};
use crate::draft::text::tidy::fold;
use crate::language::skeleton;

/// Where a text has a title with other words or a typo.
pub(super) fn slips(known: &Known<'_>, text: &str) -> Vec<Slip> {
    let mut slips: Vec<Slip> = (quoted(text).into_iter())
        .filter_map(|range| {
            let written = text.get(range.clone())?;
            let known_text = known.has(written) || fold(written).is_empty();
            let alike = |title: &&String| is_alike(written, title);
            let right = known.titles.iter().find(alike).filter(|_| !known_text)?;
            Some((range, right.clone()))
        })
        .collect();
    for title in &known.titles {
        slips.extend(typos(known, text, title));
    }
    slips
}

/// The texts between quotation marks of any language, each on one line.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let is_mark = |c: char| "\"“”„«»「」『』《》〈〉‹›".contains(c);
    let marks: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| is_mark(*c)).collect();
    marks
        .windows(2)
        .filter_map(|pair| {
            let [(open, mark), (close, _)] = pair else { return None };
            let range = open + mark.len_utf8()..*close;
            let inside = text.get(range.clone())?;
            let blank = inside.len() - inside.trim_start().len();
            let range = range.start + blank..range.start + blank + inside.trim().len();
            (!inside.contains('\n')).then_some(range)
        })
        .collect()
}

/// Whether two titles have most words in common; in scripts without spaces, most pairs of characters.
fn is_alike(written: &str, title: &str) -> bool {
    let parts = |text: &str| -> Vec<String> {
        let folded = fold(text);
        if unspaced(title) {
            let chars: Vec<char> = folded.chars().filter(|c| *c != ' ').collect();
            return chars.windows(2).map(|pair| pair.iter().collect()).collect();
        }
        folded.split(' ').map(skeleton).collect()
    };
    let own = parts(written);
    let mut left = parts(title);
    let weight =
        |parts: &[String]| -> usize { parts.iter().map(|part| part.chars().count()).sum() };
    let all = weight(&own) + weight(&left);
    let mut changed = Vec::new();
    let mut same = 0;
    for part in own {
        let found = left
            .iter()
            .position(|other| *other == part)
            .or_else(|| left.iter().position(|other| slip(&part, other)));
        match found {
            Some(at) => same += part.chars().count().min(left.remove(at).chars().count()) * 2,
            None => changed.push(part),
        }
    }
    // A number in digits is not compared with one in words.
    let is_number = |parts: &[String]| {
        parts.len() == 1 && parts.iter().all(|part| part.chars().all(char::is_numeric))
    };
    let in_words = changed.len() == left.len() && is_number(&changed) != is_number(&left);
    // One differing character changes two pairs.
    let most = if unspaced(title) { 2 * same >= all } else { 5 * same >= 3 * all };
    most && !in_words
}

/// Where a text has as many words as a title, one of them with a typo.
fn typos(known: &Known<'_>, text: &str, right: &str) -> Vec<Slip> {
    let folded = fold(right);
    let wanted: Vec<&str> = folded.split(' ').collect();
    let count = wanted.len();
    // Two short words resemble too many others.
    if count < 2 || folded.chars().count() < 10 {
        return Vec::new();
    }
    let mut slips = Vec::new();
    for window in words(text).windows(count) {
        let [first, .., last] = window else { continue };
        let range = first.start..last.end;
        let written = text.get(range.clone()).unwrap_or_default();
        let own: Vec<String> =
            window.iter().map(|range| fold(text.get(range.clone()).unwrap_or_default())).collect();
        let differing: Vec<usize> = (0..count).filter(|at| own[*at] != wanted[*at]).collect();
        let [at] = differing[..] else { continue };
        let (from, to) = (&own[at], wanted[at]);
        let numbers = || [from, to].iter().all(|word| word.chars().all(char::is_numeric));
        let near = slip(from, to) || count > 3 && numbers();
        if near && !written.contains('\n') && !known.has(written) {
            slips.push((range, right.to_owned()));
        }
    }
    slips
}
