//! URLs, handles and hashtags.

use std::ops::Range;

use super::spelling::slip;
use super::{Known, Slip};
use crate::draft::Draft;
use crate::draft::file::File;
use crate::draft::text::{entities, urls};
use crate::nearly::distance;

/// Where a text links to the URL that the post had when the draft was generated.
pub(super) fn moved(file: &File, composed: &Draft, text: &str) -> Vec<Slip> {
    let Some(old) =
        (file.header.link.as_deref()).filter(|old| !old.is_empty() && *old != composed.link)
    else {
        return Vec::new();
    };
    (urls(text).into_iter())
        .filter(|range| text.get(range.clone()) == Some(old))
        .map(|range| (range, composed.link.clone()))
        .collect()
}

/// URLs that resemble the post's own or one in it.
pub(super) fn url_slips(known: &Known<'_>, text: &str) -> Vec<Slip> {
    let bare = |url: &str| {
        let url = url.split(['?', '#']).next().unwrap_or_default();
        url.trim_end_matches('/').to_lowercase()
    };
    (urls(text).into_iter())
        .filter_map(|range| {
            let written = bare(text.get(range.clone())?);
            if known.urls.iter().any(|url| bare(url) == written) {
                return None;
            }
            let near = |url: &&String| distance(&written, &bare(url)) <= 2;
            let right = known.urls.iter().find(near)?;
            Some((range, right.clone()))
        })
        .collect()
}

/// Handles that resemble those of `people.toml`, or are for another network.
pub(super) fn handle_slips(known: &Known<'_>, text: &str) -> Vec<Slip> {
    let people = known.material.people;
    (handles(text).into_iter())
        .filter_map(|range| {
            let written = text.get(range.clone())?;
            let own = || people.handles(known.network);
            let is_known = own().any(|handle| handle.eq_ignore_ascii_case(written));
            if is_known || known.material.text.contains(written) {
                return None;
            }
            let lower = written.to_lowercase();
            let other = people.all().iter().find(|person| {
                let mut handles = person.handles.values();
                handles.any(|handle| handle.eq_ignore_ascii_case(written))
            });
            let right = match other {
                Some(person) => person.handles.get(known.network).unwrap_or(&person.name),
                None => own().find(|handle| slip(&lower, &handle.to_lowercase()))?,
            };
            Some((range, right.to_owned()))
        })
        .collect()
}

/// Hashtags that resemble those of the post.
pub(super) fn hashtag_slips(known: &Known<'_>, text: &str) -> Vec<Slip> {
    (entities::hashtags(text).into_iter())
        .filter_map(|range| {
            let written = text.get(range.clone())?.to_lowercase();
            if known.hashtags.iter().any(|tag| tag.to_lowercase() == written) {
                return None;
            }
            // "#FooConf26" is another tag of the event.
            let bare = |tag: &str| tag.trim_end_matches(char::is_numeric).to_lowercase();
            let near =
                |tag: &&String| bare(tag) != bare(&written) && slip(&written, &tag.to_lowercase());
            let right = known.hashtags.iter().find(near)?;
            Some((range, right.clone()))
        })
        .collect()
}

/// Every `@name` and `@name@server` of a text.
fn handles(text: &str) -> Vec<Range<usize>> {
    let signs = text.match_indices('@').map(|(at, _)| at);
    signs
        .filter(|at| {
            let before = text.get(..*at).and_then(|before| before.chars().next_back());
            before.is_none_or(|c| !c.is_alphanumeric())
        })
        .map(|at| {
            let rest = text.get(at + 1..).unwrap_or_default();
            let long: usize = rest
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | '@'))
                .map(char::len_utf8)
                .sum();
            let name = rest.get(..long).unwrap_or_default().trim_end_matches(['.', '-', '@']);
            at..at + 1 + name.len()
        })
        .filter(|range| range.len() > 1)
        .collect()
}
