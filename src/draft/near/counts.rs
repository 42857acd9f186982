//! Numbers: of the same things, of the same currency, or after the same words as in the post.

use std::ops::Range;

use super::{Known, Slip, days};
use crate::draft::Material;
use crate::draft::text::tidy::fold;
use crate::draft::text::{entities, urls};
use crate::language::{Lexicon, date_mark, is_cjk};
use crate::nearly::distance;

/// A number of a text.
#[derive(Debug, Clone)]
pub(super) struct Count {
    /// Its bytes, with those of the word or sign that says what it counts.
    range: Range<usize>,
    /// The same as written.
    written: String,
    /// Without separators of thousands.
    value: String,
    /// What it counts, or the words before it.
    context: String,
}

/// The numbers of a text whose context is known, except in URLs, dates, times and names.
pub(super) fn of(material: &Material<'_>, text: &str) -> Vec<Count> {
    let lexicon = Lexicon::of(&material.recap.language);
    let mut others: Vec<Range<usize>> = urls(text);
    others.extend(entities::urls(text).into_iter().map(|url| url.range));
    others.extend(days::found(material, text).into_iter().map(|(_, _, range)| range));
    (numbers(text).into_iter())
        .filter(|number| !others.iter().any(|other| other.contains(&number.start)))
        .filter_map(|number| {
            let (range, context) = context(text, &number, lexicon)?;
            Some(Count {
                written: text.get(range.clone())?.to_owned(),
                value: value(text.get(number)?),
                range,
                context,
            })
        })
        .collect()
}

/// "300 people" where the post has "350 people".
pub(super) fn slips(known: &Known<'_>, text: &str) -> Vec<Slip> {
    let lexicon = Lexicon::of(&known.material.recap.language);
    { of(known.material, text).into_iter() }
        .filter_map(|own| {
            let mut same = known.counts.iter().filter(|other| other.context == own.context);
            let right = same.next()?;
            // The post has two numbers of the same things: either may be meant.
            let one = same.all(|other| other.value == right.value);
            // Two digits of a long number may be wrong, one of a short one.
            let long = own.value.len().min(right.value.len());
            let typos = distance(&own.value, &right.value);
            let alike = typos <= if long > 3 { 2 } else { 1 }
                && (own.value.len() > 1 || long == right.value.len());
            let says = known.numbers.contains(&own.value);
            let rounded = || is_near(&own.value, &right.value) && rounds(text, &own.range, lexicon);
            (one && alike && !says && !rounded()).then(|| (own.range, right.written.clone()))
        })
        .collect()
}

/// The values of all numbers in a text.
pub(super) fn values(text: &str) -> impl Iterator<Item = String> {
    numbers(text).into_iter().filter_map(|range| text.get(range).map(value))
}

/// The numbers of a text that are no part of a word, a time or a version.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let is_inner = |c: char| matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}' | '’');
    let digit_at = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = (from..text.len()).find(|at| digit_at(*at)) {
        let mut end = start;
        while digit_at(end) {
            end += 1;
            let next = text.get(end..).and_then(|rest| rest.chars().next());
            if let Some(mark) = next.filter(|c| is_inner(*c))
                && digit_at(end + mark.len_utf8())
            {
                end += mark.len_utf8();
            }
        }
        from = end;
        let before = text.get(..start).and_then(|text| text.chars().next_back());
        let mut after = text.get(end..).unwrap_or_default().chars();
        let joined =
            |c: char| c.is_alphanumeric() && !is_cjk(c) || matches!(c, ':' | '/' | '-' | '_');
        let goes_on = after.next().is_some_and(|c| {
            c.is_alphabetic() && !is_cjk(c)
                || matches!(c, ':' | '/' | '-') && after.next().is_some_and(char::is_alphanumeric)
        });
        if !before.is_some_and(joined) && !goes_on {
            found.push(start..end);
        }
    }
    found
}

/// The digits of a number, with a full stop before decimals.
fn value(written: &str) -> String {
    let (whole, decimals) = match written.rsplit_once(|c: char| !c.is_ascii_digit()) {
        Some((whole, end)) if end.len() != 3 => (whole, end.trim_end_matches('0')),
        _ => (written, ""),
    };
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    if decimals.is_empty() { digits } else { format!("{digits}.{decimals}") }
}

/// What a number counts, with its range and that of the word or sign; else the words before it.
fn context(text: &str, number: &Range<usize>, lexicon: Lexicon) -> Option<(Range<usize>, String)> {
    let (before, after) = (text.get(..number.start)?, text.get(number.end..)?);
    let is_sign = |c: char| matches!(c, '%' | '€' | '$' | '£' | '¥' | '₩' | '°');
    let blank = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}');
    let close = after.strip_prefix(blank).unwrap_or(after);
    if let Some(sign) = close.chars().next().filter(|c| is_sign(*c)) {
        let end = text.len() - close.len() + sign.len_utf8();
        return Some((number.start..end, sign.to_string()));
    }
    let close = before.strip_suffix(blank).unwrap_or(before);
    if let Some(sign) = close.chars().next_back().filter(|c| is_sign(*c)) {
        return Some((close.len() - sign.len_utf8()..number.end, sign.to_string()));
    }
    // "120名": the character after the number.
    if let Some(unit) = after.chars().next().filter(|c| is_cjk(*c)) {
        let end = number.end + unit.len_utf8();
        return date_mark(unit).is_none().then(|| (number.start..end, unit.to_string()));
    }
    // The word after it; a full stop makes an ordinal.
    let next = after.strip_prefix('.').unwrap_or(after);
    let length = |text: &str| {
        let letters = text.chars().take_while(|c| c.is_alphabetic());
        letters.map(char::len_utf8).sum::<usize>()
    };
    if let Some(rest) = next.strip_prefix(blank)
        && let Some(word) = rest.get(..length(rest)).filter(|word| !word.is_empty())
        && !lexicon.is(word, |words| &words.joints)
    {
        let end = text.len() - rest.len() + word.len();
        let named = word.chars().count() > 2;
        return named.then(|| (number.start..end, fold(word)));
    }
    let words = before.trim_end_matches(['#', ' ']);
    let unspaced: String = words.chars().rev().take_while(|c| is_cjk(*c)).take(3).collect();
    if !unspaced.is_empty() {
        return Some((number.clone(), format!("before {unspaced}")));
    }
    let line = before.strip_suffix(' ')?.rsplit('\n').next()?;
    let mut words = line
        .rsplit(' ')
        .take(2)
        .filter(|word| !word.is_empty() && word.chars().all(char::is_alphabetic));
    let (last, first) = (words.next()?, words.next()?);
    Some((number.clone(), format!("before {first} {last}").to_lowercase()))
}

/// Whether a number is round and near another.
fn is_near(own: &str, right: &str) -> bool {
    let (Ok(own), Ok(right)) = (own.parse::<u64>(), right.parse::<f64>()) else { return false };
    #[expect(clippy::cast_precision_loss, reason = "numbers of people, not of atoms")]
    let distance = (own as f64 - right).abs();
    own % 10 == 0 && distance * 8.0 <= right
}

/// Whether a word before or after a number marks it as rounded, such as "about".
fn rounds(text: &str, range: &Range<usize>, lexicon: Lexicon) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let before = fold(before.rsplit('\n').next().unwrap_or_default());
    let after = fold(text.get(range.end..).unwrap_or_default());
    lexicon.list(|words| &words.rounding).any(|word| {
        if word.chars().any(is_cjk) {
            return before.ends_with(word) || after.starts_with(word);
        }
        let rest = before.strip_suffix(word);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    })
}

#[cfg(test)]
mod tests {
    use super::values;

    #[test]
    fn numbers_are_read_in_the_notation_of_any_language() {
        let found = |text: &str| values(text).collect::<Vec<_>>();
        assert_eq!(found("1,200 and 1.200 and 1\u{202f}200"), ["1200"; 3]);
        assert_eq!(found("97,5 %, 97.5 and €120.00"), ["97.5", "97.5", "120"]);
        assert_eq!(found("10:30, 2/4, H2O, LogCon26, 5th and 120名"), ["120"]);
    }
}
