//! The byline below a title: when a post was published and by whom.

use chrono::Datelike;
use std::ops::Range;

use super::line::{Line, Marker, marker};
use crate::language::ALL;
use crate::language::bylines::{BETWEEN, BY, COUNTED, DATED};
use crate::post::Zone;
use crate::post::date::{self, Written};
use crate::recap;

/// The result of reading a byline.
#[derive(Debug, Default)]
pub(super) struct About {
    pub date: Option<(Written, Range<usize>)>,
    pub author: Option<(String, Range<usize>)>,
    /// The first line of the text itself.
    pub end: usize,
}

/// The most lines between title and text.
const MOST: usize = 4;

/// A year in which nothing was published: a date without a year is not a date of publication.
const NO_YEAR: i32 = 1;

/// Reads the byline from `from` on. `zone` decides whether a date is possible.
pub(super) fn read(lines: &[Line], from: usize, zone: Zone) -> About {
    let mut about = About { end: from, ..About::default() };
    let mut seen = 0;
    for (at, line) in lines.iter().enumerate().skip(from) {
        if line.text.is_empty() {
            continue;
        }
        seen += 1;
        if seen > MOST || line.length() > 100 || is_item(&line.text) {
            break;
        }
        let Some((date, author)) = byline(&line.text, zone) else {
            break;
        };
        about.date = about.date.or(date.map(|date| (date, line.range.clone())));
        let author = author.map(|name| (name, line.range.clone()));
        about.author = about.author.or(author);
        about.end = at + 1;
    }
    about
}

/// Whether a line begins a list; "24. Februar 2024" begins with a number and does not.
fn is_item(text: &str) -> bool {
    matches!(marker(text), Some((Marker::Bullet | Marker::Dash, _)))
}

/// The date and the author in a line; `None` where it has anything else.
fn byline(line: &str, zone: Zone) -> Option<(Option<Written>, Option<String>)> {
    let mut found = (None, None);
    // "February 24, 2020 by Ada Example"
    let parts = (line.split(['|', '·', '•', '—', '–'])).flat_map(|part| part.splitn(2, BETWEEN));
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    let named_after = line.contains(BETWEEN);
    for (index, part) in parts.iter().enumerate() {
        let undated = after_prefix(part, DATED).unwrap_or(part);
        let undated = undated.trim_start_matches(':').trim();
        let by = after_prefix(part, BY).or_else(|| (index > 0 && named_after).then_some(*part));
        if let Some(date) = date::parse(undated).ok().or_else(|| day_in(undated))
            && date::resolve(date, zone).is_ok()
        {
            found.0 = Some(date);
        } else if let Some(name) = by.filter(|name| is_name(name)) {
            found.1 = Some(name.to_owned());
        } else if !is_reading_time(part) {
            return None;
        }
    }
    Some(found)
}

/// A day that a text names in any language, if it has nothing else: "24 de febrero de 2024", "2024年2月24日".
fn day_in(text: &str) -> Option<Written> {
    ALL.iter().find_map(|words| {
        let days = recap::days_in(text, words.code, NO_YEAR);
        let [(first, last, range)] = days.as_slice() else {
            return None;
        };
        let mut rest = text[..range.start].chars().chain(text[range.end..].chars());
        let is_whole = first == last && !rest.any(char::is_alphanumeric);
        (is_whole && first.year() != NO_YEAR).then_some(Written {
            day: *first,
            time: None,
            zone: None,
        })
    })
}

/// The text after one of these prefixes.
fn after_prefix<'a>(part: &'a str, prefixes: &[&str]) -> Option<&'a str> {
    prefixes.iter().find_map(|word| {
        let start = part.get(..word.len())?;
        let rest = part.get(word.len()..)?;
        let is_whole_word = word.ends_with(':') || rest.starts_with([' ', ':']);
        (start.to_lowercase() == *word && is_whole_word).then(|| rest.trim())
    })
}

/// "5 min read"
fn is_reading_time(part: &str) -> bool {
    let lower = part.to_lowercase();
    part.starts_with(|c: char| c.is_ascii_digit())
        && part.len() < 30
        && COUNTED.iter().any(|unit| lower.contains(unit))
}

/// Whether a text can be a person's name: a few capitalised words.
fn is_name(text: &str) -> bool {
    text.split_whitespace().count() <= 5
        && text.chars().count() <= 60
        && !text.contains(['.', ':', '?', '!', '/', '@']) | text.contains(". ")
        && text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_about_a_post() {
        let found = |line| {
            byline(line, Zone::UTC).map(|(date, name)| (date.map(|d| d.day.to_string()), name))
        };
        let day = Some("2020-02-24".to_owned());
        let ada = Some("Ada Example".to_owned());
        assert_eq!(found("February 24, 2020"), Some((day.clone(), None)));
        assert_eq!(
            found("Posted on 24 February 2020 by Ada Example"),
            Some((day.clone(), ada.clone()))
        );
        assert_eq!(
            found("By Ada Example | Feb 24, 2020 | 5 min read"),
            Some((day.clone(), ada.clone()))
        );
        for written in
            ["24. Februar 2020", "24 de febrero de 2020", "le 24 février 2020", "2020年2月24日"]
        {
            assert_eq!(found(written), Some((day.clone(), None)), "{written}");
        }
        assert_eq!(found("By Ada Example"), Some((None, ada)));
        assert_eq!(found("By the way, it rained"), None);
        assert_eq!(found("On Monday we met"), None);
    }
}
