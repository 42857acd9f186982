//! Finds probable typos in an edited draft: what is nearly, but not exactly, in the post or in
//! `people.toml`.
//!
//! Text that is word for word in the post or the generated draft is never reported.

mod counts;
mod days;
mod links;
mod names;
mod spelling;
mod titles;

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::file::File;
use super::rules::NEAR_MISS;
use super::text::tidy::{self, fold, says_folded};
use super::text::{entities, urls};
use super::{Draft, Material};
use crate::report::Finding;

/// A probable typo: bytes of a post of the draft, and the correction.
type Slip = (Range<usize>, String);

/// Typos in an edited draft.
pub fn check(file: &File, composed: &Draft, material: &Material<'_>) -> Vec<Finding> {
    let known = Known::of(composed, material);
    let mut findings = Vec::new();
    for post in &file.posts {
        let mut slips = links::moved(file, composed, &post.text);
        for find in FINDERS {
            slips.extend(find(&known, &post.text));
        }
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

/// The functions that find typos in a post of the draft, one per kind of fact.
const FINDERS: &[fn(&Known<'_>, &str) -> Vec<Slip>] = &[
    titles::slips,
    names::slips,
    links::url_slips,
    links::handle_slips,
    links::hashtag_slips,
    days::slips,
    counts::slips,
];

/// What a draft may contain: the facts of the post, the generated draft and `people.toml`.
struct Known<'a> {
    material: &'a Material<'a>,
    network: &'static str,
    /// The text of the post and the generated draft.
    said: String,
    /// The same folded, with a space at both ends.
    folded: String,
    /// The same in the form for comparing names.
    plain: String,
    /// The same without spaces.
    unspaced: String,
    names: Vec<String>,
    titles: Vec<String>,
    urls: Vec<String>,
    hashtags: Vec<String>,
    days: Vec<days::Days>,
    counts: Vec<counts::Count>,
    /// The values of all numbers.
    numbers: BTreeSet<String>,
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
        let all = title.into_iter().chain(summary).chain([material.text]);
        let texts = all.chain(composed.posts.iter().map(String::as_str));
        let mut said = String::new();
        for text in texts.chain(names.iter().chain(&titles).map(String::as_str)) {
            said.push_str(text);
            said.push('\n');
        }
        let part = |range: Range<usize>| said.get(range).map(str::to_owned);
        let pages = sessions().flat_map(|session| [&session.url, &session.slides, &session.video]);
        let urls = [composed.link.clone()]
            .into_iter()
            .chain(urls(&said).into_iter().filter_map(part))
            .chain(pages.flatten().map(|url| url.value.clone()))
            .collect();
        let hashtags = entities::hashtags(&said).into_iter().filter_map(part);
        Self {
            material,
            network: composed.network.name,
            folded: format!(" {} ", fold(&said)),
            plain: plain(&said),
            unspaced: said.chars().filter(|c| *c == '\n' || !c.is_whitespace()).collect(),
            urls,
            hashtags: hashtags.collect(),
            days: days::of(material, &said),
            counts: counts::of(material, &said),
            numbers: counts::values(&said).collect(),
            said,
            names,
            titles,
        }
    }

    /// The event's place.
    fn place(&self) -> Option<&str> {
        let place = self.material.recap.event.place.as_ref()?;
        Some(place.value.as_str())
    }

    /// Whether the post has a text, ignoring case and punctuation.
    fn has(&self, text: &str) -> bool {
        let folded = fold(text);
        self.folded.contains(&format!(" {folded} "))
            || spelling::unspaced(text) && says_folded(&self.folded, &folded)
    }

    /// Whether the post spells a name so, with its diacritics and hyphens.
    fn spells(&self, name: &str) -> bool {
        let name = plain(name);
        self.plain.match_indices(&name).any(|(at, _)| {
            let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            is_edge(self.plain.get(..at).and_then(|text| text.chars().next_back()))
                && is_edge(self.plain.get(at + name.len()..).and_then(|text| text.chars().next()))
        })
    }
}

/// A text for comparing names: lower case, single spaces, one form of apostrophes and hyphens.
fn plain(text: &str) -> String {
    let chars = text.nfkc().flat_map(char::to_lowercase).map(|c| match c {
        '’' | '‘' => '\'',
        '\u{2010}'..='\u{2013}' => '-',
        c => c,
    });
    let text: String = chars.collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
