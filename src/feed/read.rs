//! Reads a feed of any format as a feed reader does.

use chrono::{DateTime, FixedOffset};
use quick_xml::Reader;
use quick_xml::events::Event;
use rss::extension::ExtensionMap;
use serde_json::Value;

/// An entry of a feed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// Its id or guid, by which readers recognise it.
    pub id: Option<String>,
    /// The link of its title.
    pub link: Option<String>,
    /// Its page, where the title links elsewhere: the related link of a link post.
    pub related: Option<String>,
    /// Plain text.
    pub title: String,
    /// When it was published.
    pub published: Option<DateTime<FixedOffset>>,
    /// The authors' names; empty where it has none of its own.
    pub authors: Vec<String>,
    /// Tags and categories.
    pub tags: Vec<String>,
    /// Plain text.
    pub summary: String,
    /// HTML.
    pub content: Option<String>,
    /// The URL of its image.
    pub image: Option<String>,
    /// BCP 47 language, where it differs from the feed's.
    pub language: Option<String>,
}

/// The entries of a feed in order. `None` where it is not a well-formed feed.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Vec<Article>> {
    rss(bytes).or_else(|| atom(bytes)).or_else(|| json(bytes))
}

/// The same without the content of entries, most of a feed, for callers that need ids.
#[must_use]
pub fn read_heads(bytes: &[u8]) -> Option<Vec<Article>> {
    read(without_content(bytes).as_deref().unwrap_or(bytes))
}

/// An XML feed with empty content elements. `None` where it is not well-formed XML.
fn without_content(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut reader = Reader::from_reader(bytes);
    let mut kept = Vec::new();
    let mut from = 0;
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) if matches!(tag.name().as_ref(), "content:encoded" | "content") => {
                let inner = reader.read_to_end(tag.to_end().name()).ok()?;
                kept.extend(bytes.get(from..usize::try_from(inner.start).ok()?)?);
                from = usize::try_from(inner.end).ok()?;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    kept.extend(bytes.get(from..)?);
    Some(kept)
}

fn rss(bytes: &[u8]) -> Option<Vec<Article>> {
    let channel = rss::Channel::read_from(bytes).ok()?;
    let articles = channel.items.into_iter().map(|item| {
        let core = item.dublin_core_ext.unwrap_or_default();
        let links = item.atom_ext.map(|atom| atom.links).unwrap_or_default();
        Article {
            id: item.guid.map(|guid| guid.value),
            link: item.link,
            related: (links.into_iter())
                .find(|link| link.rel == "related")
                .map(|link| link.href),
            title: item.title.unwrap_or_default(),
            published: item
                .pub_date
                .and_then(|date| DateTime::parse_from_rfc2822(&date).ok()),
            authors: core.creators,
            tags: (item.categories.into_iter())
                .map(|category| category.name)
                .collect(),
            summary: plain(&item.description.unwrap_or_default()),
            content: item.content,
            image: thumbnail(&item.extensions),
            language: core.languages.into_iter().next(),
        }
    });
    Some(articles.collect())
}

fn thumbnail(extensions: &ExtensionMap) -> Option<String> {
    let element = extensions.get("media")?.get("thumbnail")?.first()?;
    element.attrs.get("url").cloned()
}

/// The text of a description, which is escaped text in our own feeds.
fn plain(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

fn atom(bytes: &[u8]) -> Option<Vec<Article>> {
    let feed = atom_syndication::Feed::read_from(bytes).ok()?;
    let articles = feed.entries.into_iter().map(|entry| {
        let link = |rel: &str| {
            (entry.links.iter())
                .find(|link| link.rel == rel)
                .map(|link| link.href.clone())
        };
        Article {
            link: link("alternate"),
            related: link("related"),
            image: link("enclosure"),
            language: entry.title.lang.clone(),
            title: entry.title.value,
            published: entry.published.or(Some(entry.updated)),
            authors: (entry.authors.into_iter())
                .map(|author| author.name)
                .collect(),
            tags: (entry.categories.into_iter())
                .map(|category| category.term)
                .collect(),
            summary: entry
                .summary
                .map_or_else(String::new, |summary| summary.value),
            content: entry.content.and_then(|content| content.value),
            id: Some(entry.id),
        }
    });
    Some(articles.collect())
}

fn json(bytes: &[u8]) -> Option<Vec<Article>> {
    let feed: Value = serde_json::from_slice(bytes).ok()?;
    let articles = feed.get("items")?.as_array()?.iter().map(|item| {
        let text = |key: &str| item.get(key).and_then(Value::as_str).map(str::to_owned);
        let list = |key: &str| {
            item.get(key)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
        };
        let summary = text("summary").or_else(|| text("content_text"));
        Article {
            id: text("id"),
            link: text("url"),
            related: None,
            title: text("title").unwrap_or_default(),
            published: text("date_published")
                .and_then(|date| DateTime::parse_from_rfc3339(&date).ok()),
            authors: list("authors")
                .filter_map(|author| author.get("name")?.as_str().map(str::to_owned))
                .collect(),
            tags: list("tags")
                .filter_map(|tag| tag.as_str().map(str::to_owned))
                .collect(),
            summary: summary.unwrap_or_default(),
            content: text("content_html"),
            image: text("image"),
            language: text("language"),
        }
    });
    Some(articles.collect())
}
