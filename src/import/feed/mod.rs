//! Reads feeds of every format, with malformed entries as they were most likely meant.

mod export;
mod json;
mod wordpress;
mod xml;

use std::collections::BTreeMap;

use url::Url;

use super::html::{self, Converted};
use super::{Imported, Notes, absolute, filled, one_line, readable, rules, text};
use crate::post::date::{self, Written};
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
    /// Its image.
    pub image: Option<Image>,
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
    pub fn plain(&self) -> String {
        match self {
            Self::Text(text) => one_line(text),
            Self::Html(html) => html::plain(html),
        }
    }
}

/// Reads a feed; `None` where the text is not a feed.
pub fn read(source: &Source) -> Option<Feed> {
    let start = source.text().trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('{') {
        json::read(start)
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
    let (mut posts, mut others) = (Vec::new(), BTreeMap::new());
    for entry in feed.entries {
        if let State::Other(kind) = entry.state {
            others.entry(kind).or_insert((entry.at, 0)).1 += 1;
        } else {
            posts.push(post(source, entry, &site, notes));
        }
    }
    let counted = others.into_iter().map(|(kind, (at, count))| {
        let (entries, are) = if count == 1 { ("entry", "is") } else { ("entries", "are") };
        let message = format!("{count} {entries} of the kind “{kind}” {are} left out");
        let finding = Finding::new(&rules::NOT_A_POST, message);
        notes.0.push(finding.at(source.span(at..at + 1)));
        (kind, count)
    });
    let others = counted.collect();
    (site, posts, others)
}

fn post(source: &Source, entry: Entry, site: &Site, notes: &mut Notes) -> Imported {
    let at = source.span(entry.at..entry.at + 1);
    let home = site.url.as_ref();
    let own_base = (entry.base.as_deref()).and_then(|base| absolute(base, home));
    let outer = own_base.as_ref().or(home);
    let mut page = (entry.link.as_deref()).and_then(|link| absolute(link, outer));
    let mut external = entry.external.clone();
    // The title of a link post may lead to the other page, and only a related link to its own.
    let is_own = |url: &Url| home.is_some_and(|home| home.host() == url.host());
    if let (Some(link), Some(Ok(related))) = (&page, external.as_deref().map(Url::parse))
        && is_own(&related)
        && !is_own(link)
    {
        external = page.replace(related).map(String::from);
    }
    let base = own_base.as_ref().or(page.as_ref()).or(home);
    let mut title = entry.title.as_ref().map(Content::plain).unwrap_or_default();
    let mut body = body(&entry, base, &title);
    notes.lost(&at, &body);
    enclosed(&entry, base, &at, &mut body.markdown, notes);
    for what in &entry.lost {
        notes.left_out(at.clone(), &format!("{what} was left out"));
    }
    if let State::Held(why) = &entry.state {
        let message = format!("the entry is not public ({why}), so the post is a draft");
        (notes.0).push(Finding::new(&rules::AS_DRAFT, message).at(at.clone()));
    }
    if title.is_empty() {
        let words = entry.content.as_ref().or(entry.summary.as_ref());
        title = text::cut(&words.map(Content::plain).unwrap_or_default());
        if !title.is_empty() {
            let why = "the entry has no title; its title is how its text begins";
            notes.guess(at.clone(), why);
        }
    }
    let id = kept_id(&entry, &at, notes);
    if body.markdown.is_empty() {
        let help = "write its text, or mark the post with `draft: true`";
        notes.add(&rules::NO_CONTENT, "the entry has no text", at.clone(), help);
    }
    // Without another text, the summary is the text.
    let summary = (entry.summary.as_ref())
        .filter(|_| entry.content.is_some() || entry.markdown.is_some())
        .map(Content::plain);
    let changed = (entry.updated.as_ref()).filter(|updated| {
        (entry.published.as_ref()).is_some_and(|published| published != *updated)
    });
    Imported {
        title,
        date: (entry.published.as_deref().or(entry.updated.as_deref())).and_then(day),
        updated: changed.and_then(|updated| day(updated)),
        id,
        external_url: external,
        authors: if entry.authors.is_empty() { site.authors.clone() } else { entry.authors },
        tags: entry.tags,
        language: entry.language.or_else(|| site.language.clone()),
        summary: summary.filter(|words| !words.is_empty()),
        image: entry.image.map(|image| Image {
            src: absolute(&image.src, outer).map_or(image.src, String::from),
            ..image
        }),
        permalink: page.map(String::from),
        body: body.markdown,
        is_draft: entry.state != State::Public,
        at: Some(at),
    }
}

/// The id of an entry, if a post can have it.
fn kept_id(entry: &Entry, at: &Span, notes: &mut Notes) -> Option<String> {
    let id = filled(entry.id.as_deref()?)?;
    if Url::parse(&id).is_ok() {
        return Some(id);
    }
    let message = format!("the id {id:?} is not a URI and cannot be kept");
    let help = "nothing to do; readers will see the entry once more";
    notes.add(&rules::UNUSABLE_ID, message, at.clone(), help);
    None
}

/// Links to the entry's attachments, after its text.
fn enclosed(entry: &Entry, base: Option<&Url>, at: &Span, body: &mut String, notes: &mut Notes) {
    for url in &entry.enclosures {
        if body.contains(url.as_str()) {
            continue;
        }
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let name = path.trim_end_matches('/').rsplit('/').next();
        let link = wordpress::link(url, name.unwrap_or(url));
        let link = html::fragment(&link, base, "").markdown;
        let gap = if body.is_empty() { "" } else { "\n\n" };
        body.extend([gap, &link]);
        let what = format!("the entry's attachment became a link at its end: {url}");
        notes.guess(at.clone(), what);
    }
}

/// The text of an entry: its Markdown source, its content, else its summary.
fn body(entry: &Entry, base: Option<&Url>, title: &str) -> Converted {
    let written = entry.content.as_ref().or(entry.summary.as_ref());
    let markdown = match (&entry.markdown, written) {
        (Some(markdown), _) => readable(markdown).replace("\r\n", "\n"),
        (None, Some(Content::Html(html))) => return html::fragment(html, base, title),
        (None, Some(Content::Text(words))) => text::paragraphs(words),
        (None, None) => String::new(),
    };
    Converted { markdown, ..Converted::default() }
}

fn day(text: &str) -> Option<Written> {
    date::parse(text).ok()
}
