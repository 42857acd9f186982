//! RSS 2.0 by the `rss` crate, with widely supported extensions: `content:encoded`, `dc:creator`,
//! `media:content`, `atom:link`.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use rss::extension::atom::{AtomExtension, Link};
use rss::extension::dublincore::DublinCoreExtension;
use rss::extension::{Extension, ExtensionMap};
use rss::{Category, Channel, Guid, Item};

use super::{Enclosure, Entry, Feed, Format};
use crate::post::Author;
use crate::report::Finding;

/// RSS 2.0.
pub(super) static RSS: Format = Format {
    name: "rss",
    title: "RSS",
    file_name: "rss.xml",
    media_type: "application/rss+xml",
    list_start: "",
    entry_start: "\n    <item>",
    write_unchecked,
};

fn write_unchecked(feed: &Feed) -> Result<String, Finding> {
    let channel = Channel {
        title: feed.title.clone(),
        link: feed.home.to_string(),
        // The element is required; a feed without a description repeats its title.
        description: feed.description.clone().unwrap_or_else(|| feed.title.clone()),
        language: feed.language.clone(),
        copyright: feed.rights.clone(),
        last_build_date: feed.updated().map(rfc_822),
        items: feed.entries.iter().map(|entry| item(entry, feed)).collect(),
        atom_ext: Some(AtomExtension { links: links(feed) }),
        extensions: history(feed),
        namespaces: namespaces(feed),
        ..Channel::default()
    };
    let text =
        super::xml_text(&feed.entries, |bytes| channel.pretty_write_to(bytes, b' ', 2).map(drop))?;
    Ok(super::with_stylesheet(text, &feed.relations))
}

/// The feed history extension (RFC 5005).
const HISTORY: &str = "http://purl.org/syndication/history/1.0";

/// The source namespace, whose `markdown` readers prefer over HTML (source.scripting.com).
const SOURCE: &str = "http://source.scripting.com/";

/// The summary, or the title where the text has no words, such as a single image: readers take
/// `content:encoded` for the summary where no `description` comes before it.
fn description(entry: &Entry) -> Option<&str> {
    let title = entry.content.as_ref().map(|_| entry.title.as_str());
    Some(entry.summary.as_str()).filter(|summary| !summary.is_empty()).or(title)
}

/// Plain text as HTML, which descriptions in RSS always are.
fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The feed's own URL, its hub and its other pages.
fn links(feed: &Feed) -> Vec<Link> {
    let own = ("self", RSS.url(feed).into(), Some(RSS.media_type));
    let links = std::iter::once(own).chain(feed.relations.links(&RSS));
    links.map(|(rel, href, media_type)| link(rel, href, media_type)).collect()
}

/// The mark of an archive page.
fn history(feed: &Feed) -> ExtensionMap {
    let mut extensions = ExtensionMap::new();
    if feed.relations.is_archive() {
        let mark = extension("fh:archive", String::new());
        extensions.insert("fh".to_owned(), BTreeMap::from([("archive".to_owned(), vec![mark])]));
    }
    extensions
}

/// The prefixes in use that the crate does not declare by itself.
fn namespaces(feed: &Feed) -> BTreeMap<String, String> {
    let mut namespaces = BTreeMap::new();
    let mut declare = |prefix: &str, uri: &str| {
        namespaces.insert(prefix.to_owned(), uri.to_owned());
    };
    declare("atom", "http://www.w3.org/2005/Atom");
    if feed.entries.iter().any(|entry| entry.content.is_some()) {
        declare("content", "http://purl.org/rss/1.0/modules/content/");
    }
    let people = |entry: &Entry| !entry.authors.is_empty() || entry.language.is_some();
    if !feed.authors.is_empty() || feed.entries.iter().any(people) {
        declare("dc", "http://purl.org/dc/elements/1.1/");
    }
    if feed.entries.iter().any(|entry| entry.image.is_some()) {
        declare("media", "http://search.yahoo.com/mrss/");
    }
    if feed.entries.iter().any(|entry| entry.markdown.is_some()) {
        declare("source", SOURCE);
    }
    if feed.relations.is_archive() {
        declare("fh", HISTORY);
    }
    namespaces
}

fn item(entry: &Entry, feed: &Feed) -> Item {
    let permalink = entry.permalink.to_string();
    Item {
        title: Some(entry.title.clone()),
        guid: Some(Guid { permalink: entry.id == permalink, value: entry.id.clone() }),
        link: Some(entry.link().to_string()),
        description: description(entry).map(escape_html),
        content: entry.content.clone(),
        categories: entry.tags.iter().map(|tag| Category::from(tag.as_str())).collect(),
        pub_date: Some(rfc_822(entry.published)),
        enclosure: entry.image.as_ref().and_then(enclosure),
        dublin_core_ext: dublin_core(entry, feed),
        extensions: extensions(entry),
        atom_ext: entry
            .external_url
            .is_some()
            .then(|| AtomExtension { links: vec![link("related", permalink, Some("text/html"))] }),
        ..Item::default()
    }
}

/// RFC 822 with the four-digit year that RSS recommends.
fn rfc_822(time: DateTime<FixedOffset>) -> String {
    time.format("%a, %d %b %Y %H:%M:%S %z").to_string()
}

fn link(rel: &str, href: String, media_type: Option<&str>) -> Link {
    Link { rel: rel.to_owned(), href, mime_type: media_type.map(str::to_owned), ..Link::default() }
}

/// Authors are `dc:creator`, since RSS's own `author` is a mail address. Readers look for them on the
/// item only.
fn dublin_core(entry: &Entry, feed: &Feed) -> Option<DublinCoreExtension> {
    let authors = if entry.authors.is_empty() { &feed.authors } else { &entry.authors };
    let name = |author: &Author| (!author.name.is_empty()).then(|| author.name.clone());
    let creators: Vec<_> = authors.iter().filter_map(name).collect();
    let languages: Vec<_> = entry.language.iter().cloned().collect();
    (!creators.is_empty() || !languages.is_empty()).then(|| DublinCoreExtension {
        creators,
        languages,
        ..DublinCoreExtension::default()
    })
}

/// An enclosure needs its length and type; an image elsewhere is `media:content` only.
fn enclosure(image: &Enclosure) -> Option<rss::Enclosure> {
    Some(rss::Enclosure {
        url: image.url.to_string(),
        length: image.length?.to_string(),
        mime_type: image.media_type.clone()?,
    })
}

/// What RSS itself has no elements for.
fn extensions(entry: &Entry) -> ExtensionMap {
    let mut extensions = entry.image.as_ref().map(media).unwrap_or_default();
    if let Some(markdown) = &entry.markdown {
        let markdown = extension("source:markdown", markdown.clone());
        extensions
            .insert("source".to_owned(), BTreeMap::from([("markdown".to_owned(), vec![markdown])]));
    }
    extensions
}

/// The image with its size, alt text and credit, which RSS itself cannot express.
fn media(image: &Enclosure) -> ExtensionMap {
    let mut attributes = BTreeMap::from([
        ("url".to_owned(), image.url.to_string()),
        ("medium".to_owned(), "image".to_owned()),
    ]);
    if let Some(media_type) = &image.media_type {
        attributes.insert("type".to_owned(), media_type.clone());
    }
    if let Some(length) = image.length {
        attributes.insert("fileSize".to_owned(), length.to_string());
    }
    if let Some((width, height)) = image.size {
        attributes.insert("width".to_owned(), width.to_string());
        attributes.insert("height".to_owned(), height.to_string());
    }
    let mut children = BTreeMap::new();
    for (name, value) in [("media:description", &image.alt), ("media:credit", &image.credit)] {
        if let Some(value) = value {
            children.insert(name.to_owned(), vec![extension(name, value.clone())]);
        }
    }
    let mut content = extension("media:content", String::new());
    content.attrs = attributes;
    if !children.is_empty() {
        content.value = None;
        content.children = children;
    }
    let mut thumbnail = extension("media:thumbnail", String::new());
    thumbnail.attrs.clone_from(&content.attrs);
    thumbnail.attrs.retain(|name, _| matches!(name.as_str(), "url" | "width" | "height"));
    let elements = BTreeMap::from([
        ("content".to_owned(), vec![content]),
        ("thumbnail".to_owned(), vec![thumbnail]),
    ]);
    BTreeMap::from([("media".to_owned(), elements)])
}

fn extension(name: &str, value: String) -> Extension {
    Extension {
        name: name.to_owned(),
        // Without an empty text the writer would fill an empty element with white space.
        value: Some(value),
        ..Extension::default()
    }
}
