//! Reads feeds of every format, with malformed entries as they were most likely meant.

mod export;
mod json;
mod wordpress;
mod xml;

use std::collections::BTreeMap;

use url::Url;

use super::html::{self, Written};
use super::{Imported, Notes, one_line, readable, rules, text};
use crate::post::date::{self, Written as Date};
use crate::post::{Author, Image};
use crate::report::{Finding, Source, Span};

pub use export::State;

/// What a feed says about its site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// The feed's title.
    pub title: Option<String>,
    /// The site's URL.
    pub url: Option<Url>,
    /// The language of the entries.
    pub language: Option<String>,
    /// The authors of entries that name none.
    pub authors: Vec<Author>,
}

/// A feed as read.
#[derive(Debug, Default)]
pub struct Feed {
    /// Its site.
    pub site: Site,
    /// Its entries in the order of the file.
    pub entries: Vec<Entry>,
    /// Whether its markup is malformed.
    pub is_broken: bool,
}

/// An entry as read.
#[derive(Debug, Default)]
pub struct Entry {
    /// Its offset in the file.
    pub at: usize,
    /// Its id or guid.
    pub id: Option<String>,
    /// The URL of its page.
    pub link: Option<String>,
    /// The page that it is about, if that is another one.
    pub external: Option<String>,
    /// Its title.
    pub title: Option<Content>,
    /// When it was published, as written.
    pub published: Option<String>,
    /// When it was changed, as written.
    pub updated: Option<String>,
    /// Its authors.
    pub authors: Vec<Author>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its language.
    pub language: Option<String>,
    /// Its summary.
    pub summary: Option<Content>,
    /// Its text.
    pub content: Option<Content>,
    /// The Markdown that its text was made of (`source:markdown`).
    pub markdown: Option<String>,
    /// Its image: URL and alt text.
    pub image: Option<(String, Option<String>)>,
    /// The base of relative URLs in it.
    pub base: Option<String>,
    /// Its kind, and whether it is public.
    pub state: State,
    /// The URLs of its attachments other than images.
    pub enclosures: Vec<String>,
    /// What was left out of its content.
    pub lost: Vec<String>,
}

/// A text, plain or HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Plain text.
    Text(String),
    /// HTML.
    Html(String),
}

impl Content {
    /// The text on one line.
    #[must_use]
    pub fn plain(&self) -> String {
        match self {
            Self::Text(text) => one_line(text),
            Self::Html(html) => html::plain(html),
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Html(text) => text.trim().is_empty(),
        }
    }
}

/// Reads a feed; `None` where the text is not a feed.
#[must_use]
pub fn read(source: &Source) -> Option<Feed> {
    let start = source.text().trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('{') {
        json::read(source.text())
    } else if start.starts_with('<') {
        xml::read(source)
    } else {
        None
    }
}

/// Converts the entries to posts; counts those that are not posts, by kind.
pub(super) fn posts(
    source: &Source,
    feed: Feed,
    notes: &mut Notes,
) -> (Site, Vec<Imported>, BTreeMap<String, usize>) {
    let site = feed.site;
    let (mut posts, mut others) = (Vec::new(), BTreeMap::<String, (usize, usize)>::new());
    for entry in feed.entries {
        if let State::Other(kind) = entry.state {
            others.entry(kind).or_insert((entry.at, 0)).1 += 1;
        } else {
            posts.push(post(source, entry, &site, notes));
        }
    }
    for (kind, (at, count)) in &others {
        let (entries, are) = match count {
            1 => ("1 entry".to_owned(), "is"),
            count => (format!("{count} entries"), "are"),
        };
        notes.0.push(
            Finding::new(
                &rules::NOT_A_POST,
                format!("{entries} of the kind \u{201c}{kind}\u{201d} {are} left out"),
            )
            .at(source.span(*at..at + 1)),
        );
    }
    let others = others.into_iter();
    (
        site,
        posts,
        others.map(|(kind, (_, count))| (kind, count)).collect(),
    )
}

fn post(source: &Source, entry: Entry, site: &Site, notes: &mut Notes) -> Imported {
    let at = source.span(entry.at..entry.at + 1);
    let link = entry
        .link
        .as_deref()
        .map(str::trim)
        .filter(|link| !link.is_empty());
    let page = link.and_then(|link| absolute(link, entry.base.as_deref(), site));
    let base = entry
        .base
        .as_deref()
        .and_then(|base| absolute(base, None, site))
        .or_else(|| page.clone())
        .or_else(|| site.url.clone());
    let mut title = entry.title.as_ref().map(Content::plain).unwrap_or_default();
    let summary = entry.summary.as_ref().filter(|summary| !summary.is_empty());
    let content = entry.content.as_ref().filter(|content| !content.is_empty());
    let mut body = body(&entry, base.as_ref(), &title);
    notes.lost(&at, &body);
    enclosed(&entry, base.as_ref(), &at, &mut body.markdown, notes);
    let held = entry.state != State::Public;
    tell_state(&entry, &at, notes);
    if title.is_empty() {
        let words = content.or(summary).map(Content::plain).unwrap_or_default();
        title = text::cut(&words);
        if !title.is_empty() {
            notes.guess(
                at.clone(),
                "the entry has no title; its title is how its text begins",
            );
        }
    }
    let id = kept_id(&entry, &at, notes);
    if body.markdown.is_empty() {
        notes.0.push(
            Finding::new(&rules::NO_CONTENT, "the entry has no text")
                .at(at.clone())
                .help("write its text, or mark the post with `draft: true`"),
        );
    }
    // A summary that repeats the text is dropped.
    let summary = summary
        .filter(|_| content.is_some() || entry.markdown.is_some())
        .map(Content::plain)
        .filter(|words| !words.is_empty());
    Imported {
        title,
        date: entry
            .published
            .as_deref()
            .or(entry.updated.as_deref())
            .and_then(day),
        updated: entry
            .updated
            .as_deref()
            .filter(|updated| {
                entry
                    .published
                    .as_deref()
                    .is_some_and(|published| published != *updated)
            })
            .and_then(day),
        id,
        permalink: page.map(String::from),
        external_url: entry.external,
        authors: if entry.authors.is_empty() {
            site.authors.clone()
        } else {
            entry.authors
        },
        tags: entry.tags,
        language: entry.language.or_else(|| site.language.clone()),
        summary,
        image: entry.image.map(|(src, alt)| Image {
            src: absolute(&src, entry.base.as_deref(), site).map_or(src, String::from),
            alt,
            credit: None,
        }),
        body: body.markdown,
        held,
        at: Some(at),
    }
}

/// The id of an entry, if a post can have it.
fn kept_id(entry: &Entry, at: &Span, notes: &mut Notes) -> Option<String> {
    let id = entry
        .id
        .as_deref()
        .map(str::trim)
        .filter(|id| !id.is_empty());
    let kept = id.filter(|id| Url::parse(id).is_ok());
    if let (Some(id), None) = (id, kept) {
        notes.0.push(
            Finding::new(
                &rules::UNUSABLE_ID,
                format!("the id {id:?} is not a URI and cannot be kept"),
            )
            .at(at.clone())
            .help("nothing to do; readers will see the entry once more"),
        );
    }
    kept.map(str::to_owned)
}

/// Reports what an entry loses, and why its post is a draft.
fn tell_state(entry: &Entry, at: &Span, notes: &mut Notes) {
    for what in &entry.lost {
        notes.0.push(
            Finding::new(&rules::LEFT_OUT, format!("{what} was left out"))
                .at(at.clone())
                .help("say in words what it showed, or link to the page that shows it"),
        );
    }
    if let State::Held(why) = &entry.state {
        notes.0.push(
            Finding::new(
                &rules::AS_DRAFT,
                format!("the entry is not public ({why}), so the post is a draft"),
            )
            .at(at.clone()),
        );
    }
}

/// Links to the entry's attachments, after its text.
fn enclosed(entry: &Entry, base: Option<&Url>, at: &Span, body: &mut String, notes: &mut Notes) {
    for address in &entry.enclosures {
        if body.contains(address.as_str()) {
            continue;
        }
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let name = path.trim_end_matches('/').rsplit('/').next();
        let link = format!(
            "<a href=\"{}\">{}</a>",
            wordpress::escaped(address),
            wordpress::escaped(name.unwrap_or(address))
        );
        let link = html::fragment(&link, base, "").markdown;
        if !body.is_empty() {
            body.push_str("\n\n");
        }
        body.push_str(&link);
        notes.guess(
            at.clone(),
            format!("the entry's attachment became a link at its end: {address}"),
        );
    }
}

/// The text of an entry: its Markdown source, its content, else its summary.
fn body(entry: &Entry, base: Option<&Url>, title: &str) -> Written {
    let plain = |markdown| Written {
        markdown,
        ..Written::default()
    };
    let markdown = entry.markdown.as_deref().map(str::trim).unwrap_or_default();
    if !markdown.is_empty() {
        return plain(readable(markdown).replace("\r\n", "\n"));
    }
    let written = [&entry.content, &entry.summary];
    match written
        .into_iter()
        .flatten()
        .find(|content| !content.is_empty())
    {
        Some(Content::Html(html)) => html::fragment(html, base, title),
        Some(Content::Text(words)) => plain(text::paragraphs(words)),
        None => Written::default(),
    }
}

fn day(text: &str) -> Option<Date> {
    date::parse(text).ok()
}

fn absolute(address: &str, base: Option<&str>, site: &Site) -> Option<Url> {
    let base = base.and_then(|base| Url::parse(base).ok());
    let url = match (Url::parse(address), base.as_ref().or(site.url.as_ref())) {
        (Ok(url), _) => url,
        (Err(_), Some(base)) => base.join(address).ok()?,
        (Err(_), None) => return None,
    };
    matches!(url.scheme(), "http" | "https").then_some(url)
}
