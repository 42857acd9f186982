//! `T by S`: a title, a "by" and names.

use std::ops::Range;

use super::names::sureness;
use super::parts::{covered, named, title_words};
use super::title::{introduces_title, quotes};
use super::{Line, Reading, Shape};
use crate::language::{self as words, Folded, Lexicon, List};
use crate::recap::mention;
use crate::recap::name;
use crate::recap::text::Text;
use crate::recap::word;

/// What stands behind the last "by" of a line, and what stands before it.
pub(super) fn last_by(
    text: &Text,
    head: &Range<usize>,
    lexicon: Lexicon,
) -> Option<(Range<usize>, Range<usize>)> {
    let phrase = text.plain.get(head.clone())?;
    let sure = lexicon.list(|w| &w.by).filter(|by| words::surely_by(by));
    let found = sure.filter_map(|by| {
        let at = phrase.rfind(&format!(" {by} "))?;
        Some((at, at + by.len() + 2))
    });
    let (at, after) = found.max()?;
    let who = text.trim(head.start + after..head.end);
    let name = text.plain.get(who.clone())?.trim_end_matches('.').len();
    Some((who.start..who.start + name, text.trim(head.start..head.start + at)))
}

/// The title at the end of a longer phrase: its marked part, if much comes before it.
fn refined(text: &Text, left: &Range<usize>, lexicon: Lexicon) -> Range<usize> {
    // "**T** was a talk by S": the mark at the start, if a sentence goes on after it.
    let opening = text.marks.iter().find(|mark| {
        let rest = text.plain.get(mark.range.end..left.end).unwrap_or_default();
        let words = text.plain.get(mark.range.clone()).unwrap_or_default();
        mark.range.start <= left.start + 1
            && rest.starts_with(' ')
            && rest.trim_start().starts_with(char::is_lowercase)
            && words.split_whitespace().count() >= 3
    });
    if let Some(mark) = opening {
        return mark.range.clone();
    }
    // "«T» était présenté par S": a verb stands between the quotation marks and the "by".
    let phrase = text.plain.get(left.clone()).unwrap_or_default();
    if phrase.starts_with(['"', '“', '„', '«', '»', '‘'])
        && let Some(quote) = quotes(text, left).into_iter().next()
        && let Some(rest) = text.plain.get(quote.end..left.end)
    {
        let quoted = text.plain.get(left.start..quote.start).unwrap_or_default();
        // Not "“Closing”, a play by S".
        let rest = rest.trim_start_matches([' ', '\u{a0}', '"', '”', '“', '»', '«', '’']);
        let whole = !quoted.contains(char::is_alphanumeric) && title_words(text, &quote) > 1;
        if whole && rest.starts_with(char::is_lowercase) {
            return quote;
        }
    }
    let marks = text.marks.iter().map(|mark| mark.range.clone());
    marks
        .chain(quotes(text, left).into_iter().filter(|quote| {
            introduces_title(text.plain.get(left.start..quote.start).unwrap_or_default(), lexicon)
        }))
        .filter(|range| {
            range.end <= left.end && range.end + 4 >= left.end && range.start > left.start + 3
        })
        .filter(|range| {
            text.plain
                .get(range.clone())
                .is_some_and(|phrase| phrase.split_whitespace().count() >= 2)
        })
        .min_by_key(|range| range.start)
        .unwrap_or_else(|| left.clone())
}

/// The names at the start of a part without the sentence that goes on behind them: a marked or linked
/// name ends with its mark, and so does a list of such names.
fn marked_names(text: &Text, part: Range<usize>, lexicon: Lexicon) -> Range<usize> {
    let marks = || text.marks.iter().map(|mark| &mark.range);
    let name = |mark: &&Range<usize>| mark.end <= part.end && title_words(text, mark) > 1;
    let mut at = part.start;
    while let Some(mark) = marks().filter(name).find(|mark| mark.start == at) {
        let rest = text.plain.get(mark.end..part.end).unwrap_or_default();
        let word = rest.split_whitespace().next().unwrap_or_default();
        let goes_on = ["&", "+", ","].contains(&word) || lexicon.is(word, |w| &w.and);
        if !goes_on && !rest.starts_with([',', ';']) {
            let is_sentence = rest.starts_with(' ') && word.starts_with(char::is_alphanumeric);
            return if is_sentence { part.start..mark.end } else { part };
        }
        let next = marks().map(|mark| mark.start);
        at = next.filter(|start| *start > at).min().unwrap_or(part.end);
    }
    part
}

/// A word that is a link as a whole and written like a name.
fn linked_name(text: &Text, range: &Range<usize>) -> Option<name::Person> {
    let phrase = text.plain.get(range.clone())?;
    let bare = phrase.trim_end_matches('.');
    let range = range.start..range.start + bare.len();
    let linked = text.links().any(|(link, _)| *link == range);
    let plausible = word::looks(bare) && !word::no_name(&bare.to_lowercase());
    (linked && plausible)
        .then(|| name::Person { name: name::clean(text.found(&range)), score: name::LIKELY })
}

/// The words at the start of a part that are written like a name of several words, up to a word in lower case or the end:
/// "Ash Coleman" of "Ash Coleman was more about people".
fn written_name(text: &Text, range: &Range<usize>) -> Option<Range<usize>> {
    let phrase = text.plain.get(range.clone())?;
    let goes_on = |at: &usize| {
        phrase.get(at + 1..).is_some_and(|rest| rest.starts_with(|c: char| !c.is_uppercase()))
    };
    let end = phrase.match_indices([' ', ',']).map(|(at, _)| at).find(goes_on);
    let name = phrase.get(..end.unwrap_or(phrase.len()))?.trim_end_matches('.');
    (name.contains(' ') && word::is_written_as_name(name))
        .then(|| range.start..range.start + name.len())
}

/// The last word of Chinese, Japanese or Korean ones: the name after an organisation.
fn last_word(text: &Text, range: &Range<usize>) -> Option<Range<usize>> {
    let phrase = text.plain.get(range.clone())?;
    let (before, last) = phrase.rsplit_once([' ', '\u{3000}'])?;
    let short = before.chars().count() <= 30 && name::score(last) >= 0.5;
    (short && last.chars().all(words::is_cjk)).then(|| range.end - last.len()..range.end)
}

/// What follows a "by", without a bracket that opens before it, a second "by" and a colon.
fn without_signs(text: &Text, left: &Range<usize>, mut right: Range<usize>) -> Range<usize> {
    let of = |range: &Range<usize>| text.plain.get(range.clone()).unwrap_or_default();
    // "T (by S)": the bracket belongs to both.
    if of(left).ends_with(['(', '（'])
        && let Some(close) = of(&right).find([')', '）'])
    {
        right.end = right.start + close;
    }
    if of(&right).starts_with("by ") || of(&right).starts_with("By ") {
        right.start += 3;
    }
    if of(&right).starts_with(':') {
        right.start += 1;
    }
    right
}

/// `T by S`: splits at the last "by" that precedes a name.
pub(super) fn by(line: &Line<'_>, head: &Range<usize>, all: &mut Vec<Reading>) {
    let (text, lexicon) = (line.text, line.lexicon);
    let Some(phrase) = text.plain.get(head.clone()) else {
        return;
    };
    let folded = Folded::of(phrase);
    let has = |list: List| lexicon.within(&folded, list).collect::<Vec<_>>();
    let (by, with) = (has(|w| &w.by), has(|w| &w.with));
    if by.is_empty() && with.is_empty() {
        return;
    }
    let lower = phrase.to_lowercase();
    if lower.len() != phrase.len() {
        return;
    }
    let by = lexicon.list(|w| &w.by).filter(|word| by.contains(word));
    let with = lexicon.list(|w| &w.with).filter(|word| with.contains(word));
    let all_words: Vec<&str> = by.chain(with).collect();
    for word in all_words.iter().copied() {
        let sure_word = words::surely_by(word);
        for (at, _) in lower.match_indices(word).collect::<Vec<_>>().into_iter().rev().take(4) {
            let after = at + word.len();
            let whole = word.chars().any(words::is_cjk)
                || (lower.get(..at).is_some_and(|b| {
                    b.is_empty()
                        || b.ends_with([
                            ' ', ',', '-', '–', '—', '(', '\n', ')', '"', '”', '」', '』',
                        ])
                }) && lower.get(after..).is_some_and(|a| a.starts_with([' ', ':'])));
            // "Taught by" is one word.
            let longer = all_words.iter().any(|other| {
                other.len() > word.len()
                    && other.ends_with(word)
                    && lower.get(..after).is_some_and(|lower| lower.ends_with(other))
            });
            if !whole || longer {
                continue;
            }
            let left = text.trim(head.start..head.start + at);
            let right = text.trim(head.start + after..head.end);
            let mut right = without_signs(text, &left, right);
            let left = refined(text, &left, lexicon);
            let whole = right.end;
            right = marked_names(text, right, lexicon);
            let close = if right.end < whole { right.end } else { head.end };
            let speakers = named(line, &right)
                .map(|(people, end)| (people, if end < right.end { end } else { close }))
                .or_else(|| Some((line.names(&last_word(text, &right)?)?, close)))
                .or_else(|| Some((vec![linked_name(text, &right).filter(|_| sure_word)?], close)))
                .or_else(|| {
                    let name =
                        written_name(text, &right).filter(|_| sure_word && covered(text, &left))?;
                    let end = name.end;
                    let name = name::clean(text.found(&name));
                    Some((vec![name::Person { name, score: name::LIKELY }], end))
                });
            if let (Some(title), Some((speakers, end))) = (line.title(&left), speakers) {
                let sure = sureness(&speakers);
                let sure = if sure_word {
                    // After a Latin "by", names in other scripts stand out.
                    let apart = text.plain.get(right.clone()).is_some_and(mention::mostly_cjk);
                    (sure + if apart { 0.2 } else { 0.15 }).min(1.0)
                } else {
                    sure * 0.8
                };
                let sure = if title_words(text, &title) > 16 { sure * 0.6 } else { sure };
                all.push(Reading { shape: Shape::By, speakers, title: Some(title), end, sure });
                break;
            }
        }
    }
}
