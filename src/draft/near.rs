//! Finds probable typos in an edited draft: what is nearly, but not exactly, in the post or in
//! `people.toml`.
//!
//! Text that is word for word in the post or the generated draft is never reported.

use std::ops::Range;

use super::file::File;
use super::rules::NEAR_MISS;
use super::text::entities;
use super::text::tidy::{self, fold};
use super::{Draft, Material};
use crate::language::wording;
use crate::nearly::distance;
use crate::recap;
use crate::report::Finding;

/// A probable typo: bytes of a post of the draft, and the correction.
type Slip = (Range<usize>, String);

/// Typos in an edited draft.
#[must_use]
pub fn check(file: &File, composed: &Draft, material: &Material<'_>) -> Vec<Finding> {
    let known = Known::of(composed, material);
    let mut findings = Vec::new();
    for post in &file.posts {
        let mut slips = known.slips(&post.text);
        slips.extend(moved(file, composed, &post.text));
        slips.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut end = 0;
        for (range, right) in slips {
            if range.start < end {
                continue;
            }
            end = range.end;
            let written = post.text.get(range.clone()).unwrap_or_default();
            findings.push(
                Finding::new(&NEAR_MISS, format!("{written}: the post has {right}"))
                    .at(file.source.span(post.range(&range)))
                    .help(format!("write {right}, unless the change is intended")),
            );
        }
    }
    findings
}

/// Where a text links to the URL that the post had when the draft was generated.
fn moved(file: &File, composed: &Draft, text: &str) -> Vec<Slip> {
    let Some(old) =
        (file.header.link.as_deref()).filter(|old| !old.is_empty() && *old != composed.link)
    else {
        return Vec::new();
    };
    let links = entities::urls(text).into_iter().map(|url| url.range);
    links
        .filter(|range| text.get(range.clone()) == Some(old))
        .map(|range| (range, composed.link.clone()))
        .collect()
}

/// Names, numbers and days of the post and `people.toml`.
struct Known<'a> {
    material: &'a Material<'a>,
    /// The post and the generated draft, folded, with a space at both ends.
    folded: String,
    names: Vec<String>,
    titles: Vec<String>,
    handles: Vec<String>,
    /// Numbers of the post, each with the word after it.
    counts: Vec<(String, String)>,
}

impl<'a> Known<'a> {
    fn of(composed: &Draft, material: &'a Material<'a>) -> Self {
        let recap = material.recap;
        let head = material.head;
        let title = head.title.as_ref().map(|title| title.value.as_str());
        let summary = head.summary.as_ref().map(|summary| summary.value.as_str());
        let sessions = || recap.sessions.iter().chain(&recap.doubtful.sessions);
        let names: Vec<String> = sessions()
            .flat_map(|session| &session.speakers)
            .map(|name| name.value.clone())
            .chain(head.authors.iter().map(|author| author.value.name.clone()))
            .collect();
        let titles: Vec<String> = sessions()
            .filter_map(|session| session.title.as_ref())
            .map(|title| tidy::line(&title.value))
            .chain(recap.event.name.iter().map(|name| name.value.clone()))
            .collect();
        let mut folded = String::from(" ");
        let all = title.into_iter().chain(summary).chain([material.text]);
        let texts = all.chain(composed.posts.iter().map(String::as_str));
        for text in texts.chain(names.iter().chain(&titles).map(String::as_str)) {
            folded.push_str(&fold(text));
            folded.push(' ');
        }
        let network = composed.network.name;
        Self {
            material,
            handles: material
                .people
                .handles(network)
                .map(str::to_owned)
                .collect(),
            counts: counts(material.text)
                .into_iter()
                .map(|(_, number, word)| (number, word))
                .collect(),
            folded,
            names,
            titles,
        }
    }

    fn slips(&self, text: &str) -> Vec<Slip> {
        let words = words(text);
        let mut slips = Vec::new();
        let people = self.material.people.names();
        for name in self.names.iter().map(String::as_str).chain(people) {
            slips.extend(self.name_slips(text, &words, name, true));
        }
        for title in &self.titles {
            slips.extend(self.name_slips(text, &words, title, false));
        }
        slips.extend(self.handle_slips(text));
        slips.extend(self.day_slips(text));
        slips.extend(self.count_slips(text));
        slips
    }

    fn has(&self, text: &str) -> bool {
        self.folded.contains(&format!(" {} ", fold(text)))
    }

    /// Where the text resembles a name or a title: as many words, one of them with a typo.
    fn name_slips(&self, text: &str, words: &[Range<usize>], right: &str, name: bool) -> Vec<Slip> {
        let wanted: Vec<String> = fold(right).split(' ').map(str::to_owned).collect();
        let count = wanted.len();
        // A single word resembles too many others; so do two short ones of a title.
        if count < 2 || (!name && fold(right).chars().count() < 10) {
            return Vec::new();
        }
        let mut slips = Vec::new();
        for window in words.windows(count) {
            let (Some(first), Some(last)) = (window.first(), window.last()) else {
                continue;
            };
            let range = first.start..last.end;
            let written = text.get(range.clone()).unwrap_or_default();
            let own: Vec<String> = window
                .iter()
                .map(|range| fold(text.get(range.clone()).unwrap_or_default()))
                .collect();
            let differing: Vec<usize> = (0..count).filter(|at| own[*at] != wanted[*at]).collect();
            let [at] = differing[..] else { continue };
            let (from, to) = (&own[at], &wanted[at]);
            let near = slip(from, to)
                || (!name
                    && count > 3
                    && from.chars().all(char::is_numeric)
                    && to.chars().all(char::is_numeric));
            let capital = !name
                || written
                    .split(' ')
                    .all(|word| !word.starts_with(char::is_lowercase));
            if near && capital && !written.contains('\n') && !self.has(written) {
                slips.push((range, right.to_owned()));
            }
        }
        slips
    }

    /// Handles that resemble those of `people.toml`.
    fn handle_slips(&self, text: &str) -> Vec<Slip> {
        let known = |written: &str| {
            self.handles
                .iter()
                .any(|handle| handle.eq_ignore_ascii_case(written))
        };
        let handles = handles(text).into_iter();
        handles
            .filter_map(|range| {
                let written = text.get(range.clone())?;
                if known(written) || self.material.text.contains(written) {
                    return None;
                }
                let lower = written.to_lowercase();
                let right = self
                    .handles
                    .iter()
                    .find(|handle| slip(&lower, &handle.to_lowercase()))?;
                Some((range, right.clone()))
            })
            .collect()
    }

    /// Days that overlap those of the event, or miss them by a few.
    fn day_slips(&self, text: &str) -> Vec<Slip> {
        use chrono::Datelike;
        let event = &self.material.recap.event;
        let Some(start) = event.start.as_ref().map(|day| day.value) else {
            return Vec::new();
        };
        let end = event.end.as_ref().map_or(start, |day| day.value);
        let language = &self.material.recap.language;
        let dates = recap::days_in(text, language, start.year());
        dates
            .into_iter()
            .filter_map(|(from, to, range)| {
                let within = start <= from && to <= end;
                let near =
                    |a: chrono::NaiveDate, b: chrono::NaiveDate| (a - b).num_days().abs() <= 3;
                let written = text.get(range.clone())?;
                let is_slip = !within && (near(from, start) || near(to, end)) && !self.has(written);
                let days = wording::of(language).days;
                is_slip.then(|| (range, days(start, end, start.year() != from.year())))
            })
            .collect()
    }

    /// "300 people" where the post has "350 people".
    fn count_slips(&self, text: &str) -> Vec<Slip> {
        counts(text)
            .into_iter()
            .filter_map(|(range, number, word)| {
                let mut same = self.counts.iter().filter(|(_, other)| *other == word);
                let (right, _) = same.next()?;
                // The post has two numbers of the same things: either may be meant.
                let one = same.all(|(other, _)| other == right);
                (one && *right != number && !self.folded.contains(&format!(" {number} ")))
                    .then(|| (range, format!("{right} {word}")))
            })
            .collect()
    }
}

/// Whether two words differ by typos: one in a short word, two in a longer one.
fn slip(from: &str, to: &str) -> bool {
    let slips = match to.chars().count() {
        0..=2 => return false,
        3..=7 => 1,
        _ => 2,
    };
    from != to && distance(from, to) <= slips
}

/// The words of a text: letters, digits and the characters that join them.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            found.push(from..at);
        }
    }
    found
}

/// Every `@name` and `@name@server` of a text.
fn handles(text: &str) -> Vec<Range<usize>> {
    let signs = text.match_indices('@').map(|(at, _)| at);
    signs
        .filter(|at| {
            let before = text
                .get(..*at)
                .and_then(|before| before.chars().next_back());
            before.is_none_or(|c| !c.is_alphanumeric())
        })
        .map(|at| {
            let rest = text.get(at + 1..).unwrap_or_default();
            let long: usize = rest
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | '@'))
                .map(char::len_utf8)
                .sum();
            let name = rest
                .get(..long)
                .unwrap_or_default()
                .trim_end_matches(['.', '-', '@']);
            at..at + 1 + name.len()
        })
        .filter(|range| range.len() > 1)
        .collect()
}

/// Numbers of two digits and more with the word after each, except in URLs.
fn counts(text: &str) -> Vec<(Range<usize>, String, String)> {
    let urls = entities::urls(text);
    let words = words(text);
    words
        .windows(2)
        .filter_map(|pair| {
            let [number, word] = pair else { return None };
            let between = text.get(number.end..word.start)?;
            let digits = text.get(number.clone())?;
            let unit = fold(text.get(word.clone())?);
            let is_count = digits.len() > 1 && digits.bytes().all(|byte| byte.is_ascii_digit());
            let free = !urls.iter().any(|url| url.range.contains(&number.start));
            let before = text.get(..number.start)?.chars().next_back();
            let alone = before.is_none_or(|c| !matches!(c, '.' | ',' | ':' | '-' | '/'));
            let named = unit.chars().all(char::is_alphabetic) && unit.chars().count() > 3;
            (is_count && free && alone && between == " " && named)
                .then(|| (number.start..word.end, digits.to_owned(), unit))
        })
        .collect()
}

#[cfg(test)]
mod tests;
