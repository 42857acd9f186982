//! Keeps the ids of a generator's own feed when Afterword takes over.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset};
use url::Url;

/// An entry of the published feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Its id or guid.
    pub id: String,
    /// Its page.
    pub permalink: Option<String>,
    /// Its title.
    pub title: String,
    /// When it was published.
    pub date: Option<DateTime<FixedOffset>>,
    /// Its summary as plain text; empty where the feed has none.
    pub summary: String,
}

/// A post that may be one of those entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The post's key.
    pub key: String,
    /// Its page.
    pub permalink: Url,
    /// Its title.
    pub title: String,
    /// When it was published.
    pub date: DateTime<FixedOffset>,
}

/// The result for a feed's ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// The ids to keep, by the post's key, including those that equal the post's URL, so that they
    /// stay when the URL changes.
    pub ids: BTreeMap<String, String>,
    /// How many entries have a post.
    pub matched: usize,
    /// Entries without a post, by title.
    pub lost: Vec<String>,
    /// Ids that Atom does not allow (they are not absolute URIs), by title. Readers will show these
    /// entries as new.
    pub unusable: Vec<String>,
}

/// Finds the post of every entry: by its page, else by title and day.
pub fn keep(published: &[Published], posts: &[Candidate]) -> Kept {
    let mut pages: BTreeMap<String, &Candidate> = BTreeMap::new();
    let mut named: BTreeMap<(String, String), &Candidate> = BTreeMap::new();
    for post in posts {
        pages.entry(page(post.permalink.as_str())).or_insert(post);
        let day = post.date.to_utc().date_naive().to_string();
        named.entry((folded(&post.title), day)).or_insert(post);
    }
    let mut kept = Kept::default();
    let mut taken = BTreeSet::new();
    for entry in published {
        let by_page = [entry.permalink.as_deref(), Some(entry.id.as_str())]
            .into_iter()
            .flatten()
            .find_map(|url| pages.get(&page(url)));
        let by_name = || {
            let day = entry.date?.to_utc().date_naive().to_string();
            named.get(&(folded(&entry.title), day))
        };
        let Some(post) = by_page.or_else(by_name) else {
            kept.lost.push(entry.title.clone());
            continue;
        };
        if !taken.insert(&post.key) {
            continue;
        }
        kept.matched += 1;
        if Url::parse(&entry.id).is_err() {
            kept.unusable.push(entry.title.clone());
            continue;
        }
        kept.ids.insert(post.key.clone(), entry.id.clone());
    }
    kept
}

/// The common part of two URLs of one page, whatever their scheme and ending.
fn page(url: &str) -> String {
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let url = url.split(['?', '#']).next().unwrap_or_default();
    let url = url.strip_suffix("index.html").unwrap_or(url);
    let url = url.strip_prefix("www.").unwrap_or(url);
    url.trim_end_matches('/').to_owned()
}

fn folded(title: &str) -> String {
    title
        .chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::{Zone, date};

    fn day(text: &str) -> DateTime<FixedOffset> {
        date::instant(text, Zone::UTC).expect("a date")
    }

    fn post(key: &str, date: &str) -> Candidate {
        Candidate {
            key: key.to_owned(),
            permalink: Url::parse(&format!("https://example.org/{key}/")).expect("a URL"),
            title: format!("Title of {key}"),
            date: day(date),
        }
    }

    fn entry(id: &str, permalink: &str, title: &str) -> Published {
        Published {
            id: id.to_owned(),
            permalink: Some(permalink.to_owned()),
            title: title.to_owned(),
            date: Some(day("2020-02-08")),
            summary: String::new(),
        }
    }

    #[test]
    fn ids_go_to_the_posts_that_had_them() {
        let posts = [post("a", "2020-01-01"), post("b", "2020-02-08"), post("c", "2020-03-01")];
        let kept = keep(
            &[
                entry("tag:old,2020:a", "http://www.example.org/a/index.html", "A"),
                entry("urn:uuid:1", "https://moved.example/b", "Title of “b”!"),
                entry("42", "https://example.org/c", "C"),
                entry("urn:uuid:9", "https://example.org/gone/", "Gone"),
            ],
            &posts,
        );
        assert_eq!(kept.ids.get("a").map(String::as_str), Some("tag:old,2020:a"));
        assert_eq!(kept.ids.get("b").map(String::as_str), Some("urn:uuid:1"));
        assert_eq!(
            (kept.matched, kept.lost, kept.unusable),
            (3, vec!["Gone".to_owned()], vec!["C".to_owned()])
        );
    }
}
