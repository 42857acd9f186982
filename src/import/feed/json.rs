//! JSON Feed.

use serde_json::Value;
use url::Url;

use super::{Content, Entry, Feed, Site};
use crate::post::{Author, Image};

pub(super) fn read(text: &str) -> Option<Feed> {
    let feed: Value = serde_json::from_str(text).ok()?;
    let items = feed.get("items")?.as_array()?;
    Some(Feed {
        site: Site {
            title: word(&feed, "title"),
            url: word(&feed, "home_page_url")
                .or_else(|| word(&feed, "feed_url"))
                .and_then(|url| Url::parse(&url).ok()),
            language: word(&feed, "language"),
            authors: authors(&feed),
        },
        entries: items.iter().map(entry).collect(),
        is_broken: false,
    })
}

fn entry(item: &Value) -> Entry {
    let html = word(item, "content_html").map(Content::Html);
    Entry {
        id: word(item, "id"),
        link: word(item, "url"),
        external: word(item, "external_url"),
        title: word(item, "title").map(Content::Text),
        published: word(item, "date_published"),
        updated: word(item, "date_modified"),
        authors: authors(item),
        tags: (list(item, "tags").filter_map(Value::as_str)).map(str::to_owned).collect(),
        language: word(item, "language"),
        summary: word(item, "summary").map(Content::Text),
        content: html.or_else(|| word(item, "content_text").map(Content::Text)),
        image: word(item, "image")
            .or_else(|| word(item, "banner_image"))
            .map(|src| Image { src, ..Image::default() }),
        enclosures: list(item, "attachments")
            .filter(|file| !word(file, "mime_type").is_some_and(|kind| kind.starts_with("image/")))
            .filter_map(|file| word(file, "url"))
            .collect(),
        ..Entry::default()
    }
}

/// A string that is not empty; JSON Feed 1.0 allows numbers as ids.
fn word(value: &Value, key: &str) -> Option<String> {
    match value.get(key)? {
        Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn list<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    let list = value.get(key).and_then(Value::as_array);
    list.into_iter().flatten()
}

fn authors(value: &Value) -> Vec<Author> {
    let author = |author: &Value| {
        Some(Author { name: word(author, "name")?, url: word(author, "url"), email: None })
    };
    let all = list(value, "authors").chain(value.get("author"));
    all.filter_map(author).collect()
}
