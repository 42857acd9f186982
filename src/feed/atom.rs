//! Atom 1.0 (RFC 4287) by the `atom_syndication` crate.

use std::collections::BTreeMap;

use atom_syndication as atom;
use atom_syndication::{Category, Content, Link, Person, Text};
use chrono::{DateTime, FixedOffset, SubsecRound as _};
use url::Url;

use super::{Entry, Feed, Format};
use crate::post::Author;
use crate::report::Finding;

/// Atom 1.0.
pub(super) static ATOM: Format = Format {
    name: "atom",
    title: "Atom",
    file_name: "atom.xml",
    media_type: "application/atom+xml",
    list_start: "",
    entry_start: "\n  <entry>",
    write_unchecked,
};

fn write_unchecked(feed: &Feed) -> Result<String, Finding> {
    let written = atom::Feed {
        title: Text::plain(feed.title.clone()),
        id: feed.id.clone(),
        updated: whole_seconds(feed.updated().unwrap_or_else(first_of_all)),
        authors: authors(feed),
        links: feed_links(feed),
        namespaces: namespaces(feed),
        rights: feed.rights.clone().map(Text::plain),
        subtitle: feed.description.clone().map(Text::plain),
        entries: feed.entries.iter().map(entry).collect(),
        lang: feed.language.clone(),
        ..atom::Feed::default()
    };
    let config = atom::WriteConfig { write_document_declaration: true, indent_size: Some(2) };
    let text =
        super::xml_text(&feed.entries, |bytes| written.write_with_config(bytes, config).map(drop))?;
    let text = super::with_stylesheet(text, &feed.relations);
    Ok(if feed.relations.is_archive() { as_archive(&text) } else { text })
}

/// An empty feed must have a date too (RFC 4287, section 4.1.1). A fixed one keeps the file
/// unchanged: the month in which RFC 4287 appeared.
fn first_of_all() -> DateTime<FixedOffset> {
    DateTime::from_timestamp(1_133_395_200, 0).unwrap_or_default().fixed_offset()
}

/// The feed's own URL, its page, its hub and its other pages.
fn feed_links(feed: &Feed) -> Vec<Link> {
    let own = [
        ("self", ATOM.url(feed).into(), Some(ATOM.media_type)),
        ("alternate", feed.home.to_string(), Some("text/html")),
    ];
    let links = own.into_iter().chain(feed.relations.links(&ATOM));
    links.map(|(rel, href, media_type)| link(rel, href, media_type)).collect()
}

fn namespaces(feed: &Feed) -> BTreeMap<String, String> {
    let prefix = ("fh".to_owned(), "http://purl.org/syndication/history/1.0".to_owned());
    let archive = feed.relations.is_archive().then_some(prefix);
    archive.into_iter().collect()
}

/// The feed with the mark of an archive page (RFC 5005, section 4). The crate writes extensions after
/// the entries, where RFC 4287 does not allow them.
fn as_archive(text: &str) -> String {
    text.replacen("\n  <entry>", "\n  <fh:archive/>\n  <entry>", 1)
}

fn entry(entry: &Entry) -> atom::Entry {
    let text = |value: &str| Text {
        value: value.to_owned(),
        // The crate has no language on entries; on their texts it means the same.
        lang: entry.language.clone(),
        ..Text::default()
    };
    atom::Entry {
        title: text(&entry.title),
        id: entry.id.clone(),
        updated: whole_seconds(entry.updated.max(entry.published)),
        published: Some(whole_seconds(entry.published)),
        authors: entry.authors.iter().filter_map(person).collect(),
        categories: entry.tags.iter().cloned().map(category).collect(),
        links: links(entry),
        summary: (!entry.summary.is_empty()).then(|| text(&entry.summary)),
        content: entry.content.as_ref().map(|html| Content {
            value: Some(html.clone()),
            content_type: Some("html".to_owned()),
            lang: entry.language.clone(),
            ..Content::default()
        }),
        ..atom::Entry::default()
    }
}

fn links(entry: &Entry) -> Vec<Link> {
    let mut links = vec![link("alternate", entry.link().to_string(), Some("text/html"))];
    if entry.external_url.is_some() {
        links.push(link("related", entry.permalink.to_string(), Some("text/html")));
    }
    if let Some(image) = &entry.image {
        links.push(Link {
            length: image.length.map(|length| length.to_string()),
            title: image.alt.clone(),
            ..link("enclosure", image.url.to_string(), image.media_type.as_deref())
        });
    }
    links
}

fn link(rel: &str, href: String, media_type: Option<&str>) -> Link {
    Link { href, rel: rel.to_owned(), mime_type: media_type.map(str::to_owned), ..Link::default() }
}

fn category(term: String) -> Category {
    Category { term, ..Category::default() }
}

/// The feed's authors. Where an entry has none, the feed must have one (RFC 4287, section 4.1.1): the
/// site's title.
fn authors(feed: &Feed) -> Vec<Person> {
    let authors: Vec<_> = feed.authors.iter().filter_map(person).collect();
    let is_anonymous = |entry: &Entry| entry.authors.iter().all(|author| author.name.is_empty());
    if authors.is_empty() && (feed.entries.is_empty() || feed.entries.iter().any(is_anonymous)) {
        return vec![Person {
            name: feed.site.clone(),
            uri: Some(feed.home.to_string()),
            ..Person::default()
        }];
    }
    authors
}

fn person(author: &Author) -> Option<Person> {
    let url = author.url.as_deref().and_then(|url| Url::parse(url).ok());
    (!author.name.is_empty()).then(|| Person {
        name: author.name.clone(),
        uri: url.map(String::from),
        ..Person::default()
    })
}

fn whole_seconds(time: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    time.trunc_subsecs(0)
}
