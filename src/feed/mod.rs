//! The model of a feed, and the formats that write it, one file each.
//!
//! A [`Format`] takes a [`Feed`] and returns the text of its file, or a [`Finding`] at the post whose
//! text it refuses. `read` goes the other way, for feeds already written.

mod atom;
mod entry;
mod fit;
mod json;
mod kind;
pub mod opml;
pub mod page;
pub mod read;
mod rss;
pub mod rules;

use std::fmt;

use chrono::{DateTime, FixedOffset};
use memchr::memmem;
use url::Url;

use crate::post::Author;
use crate::report::{Finding, Span};

use atom::ATOM;
pub use entry::{Facts, entry};
use json::JSON;
pub use kind::{KINDS, Kind};
use rss::RSS;

/// A feed format.
#[derive(Debug)]
pub struct Format {
    /// The name in the configuration.
    pub name: &'static str,
    /// The name for readers.
    pub title: &'static str,
    /// The name of the file in the feed's folder.
    pub file_name: &'static str,
    /// The media type that the file is served with.
    pub media_type: &'static str,
    /// The text behind which the list of entries begins.
    list_start: &'static str,
    /// The text that begins each entry of the list and occurs nowhere else in it.
    entry_start: &'static str,
    /// The whole file, ending in one line feed, of a feed without characters that XML forbids.
    write_unchecked: fn(&Feed) -> Result<String, Finding>,
}

impl Format {
    /// The whole file, ending in one line feed. The same feed gives the same bytes.
    ///
    /// # Errors
    /// A [`Finding`] at the post whose text no feed format allows.
    pub fn write(&self, feed: &Feed) -> Result<String, Finding> {
        fit::check(feed)?;
        (self.write_unchecked)(feed)
    }

    /// The byte at which each entry of a written file begins.
    pub(crate) fn entry_starts(&self, text: &str) -> Vec<usize> {
        let list = text.find(self.list_start).unwrap_or(text.len());
        let list_text = text.get(list..).unwrap_or_default();
        let starts = memmem::find_iter(list_text.as_bytes(), self.entry_start);
        starts.map(|at| list + at).collect()
    }

    /// The URL of the file.
    pub(crate) fn url(&self, feed: &Feed) -> Url {
        // A file name can always be joined to the URL of a folder.
        feed.folder.join(self.file_name).unwrap_or_else(|_| feed.folder.clone())
    }
}

/// Every format, in the order of documentation and output.
pub static FORMATS: &[&Format] = &[&RSS, &ATOM, &JSON];

/// The format of this name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|format| format.name == name)
}

/// One feed, for any format. All URLs are absolute and all HTML is safe.
#[derive(Debug, Clone)]
pub struct Feed {
    /// The site's or the tag's title.
    pub title: String,
    /// What the feed is about.
    pub description: Option<String>,
    /// The page whose feed it is.
    pub home: Url,
    /// The URL of the folder of its files; a format's own URL is this plus its file name.
    pub folder: Url,
    /// The feed's permanent id.
    pub id: String,
    /// BCP 47 language.
    pub language: Option<String>,
    /// The site's title, which replaces a missing author.
    pub site: String,
    /// The site's authors.
    pub authors: Vec<Author>,
    /// A copyright line.
    pub rights: Option<String>,
    /// The feed's links besides its page.
    pub relations: Relations,
    /// Newest first; entries of one instant in the order of their ids.
    pub entries: Vec<Entry>,
}

/// Links of a feed besides its site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Relations {
    /// The stylesheet for people who open the feed in a browser, as the files refer to it.
    pub stylesheet: Option<String>,
    /// The WebSub hub that pushes the feed to its readers.
    pub hub: Option<Url>,
    /// The folder of the feed's newest page, where this is an archive page (RFC 5005, section 4).
    pub current: Option<Url>,
    /// The folder of the archive page with older entries.
    pub previous: Option<Url>,
    /// The folder of the archive page with newer entries.
    pub next: Option<Url>,
}

impl Relations {
    /// The links of a feed written in `format`, each with its relation and its media type.
    fn links(&self, format: &Format) -> Vec<(&'static str, String, Option<&'static str>)> {
        let hub = self.hub.iter().map(|hub| ("hub", hub.to_string(), None));
        let pages = [
            ("current", &self.current),
            ("prev-archive", &self.previous),
            ("next-archive", &self.next),
        ];
        let page = |(rel, folder): (&'static str, &Option<Url>)| {
            let url = folder.as_ref()?.join(format.file_name).ok()?;
            Some((rel, url.into(), Some(format.media_type)))
        };
        hub.chain(pages.into_iter().filter_map(page)).collect()
    }

    /// Whether this page will never change again.
    pub(crate) const fn is_archive(&self) -> bool {
        self.current.is_some()
    }
}

/// One entry of a feed.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The permanent id.
    pub id: String,
    /// Plain text.
    pub title: String,
    /// The page.
    pub permalink: Url,
    /// The page that a link post is about.
    pub external_url: Option<Url>,
    /// When it was published.
    pub published: DateTime<FixedOffset>,
    /// When it was last changed; else the published date.
    pub updated: DateTime<FixedOffset>,
    /// The authors; empty where they are the feed's.
    pub authors: Vec<Author>,
    /// Tags and categories as readers see them.
    pub tags: Vec<String>,
    /// The categories among them.
    pub categories: Vec<String>,
    /// Names of the series that the entry is a part of.
    pub series: Vec<String>,
    /// Plain text.
    pub summary: String,
    /// Safe HTML with absolute URLs; `None` in a feed of summaries.
    pub content: Option<String>,
    /// The Markdown source of the content, where the feed carries it (`source:markdown`).
    pub markdown: Option<String>,
    /// The entry's image.
    pub image: Option<Enclosure>,
    /// BCP 47 language, where it differs from the feed's.
    pub language: Option<String>,
    /// The post's front matter, where findings about the entry are reported.
    pub origin: Span,
}

/// A file that goes with an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosure {
    /// Its URL.
    pub url: Url,
    /// Its media type, where its name implies one.
    pub media_type: Option<String>,
    /// Its length in bytes, where the file is in the tree.
    pub length: Option<u64>,
    /// Width and height in pixels, where the file is in the tree.
    pub size: Option<(u32, u32)>,
    /// Its alt text.
    pub alt: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
}

impl Entry {
    /// The link of the title: the page that a link post is about, else the entry's own.
    pub fn link(&self) -> &Url {
        self.external_url.as_ref().unwrap_or(&self.permalink)
    }
}

impl Feed {
    /// The feed without its entries.
    pub(crate) fn clone_without_entries(&self) -> Self {
        Self {
            entries: Vec::new(),
            title: self.title.clone(),
            description: self.description.clone(),
            home: self.home.clone(),
            folder: self.folder.clone(),
            id: self.id.clone(),
            language: self.language.clone(),
            site: self.site.clone(),
            authors: self.authors.clone(),
            rights: self.rights.clone(),
            relations: self.relations.clone(),
        }
    }

    /// The newest time of any entry, which is the feed's. `None` in an empty feed.
    pub fn updated(&self) -> Option<DateTime<FixedOffset>> {
        self.entries.iter().map(|entry| entry.updated.max(entry.published)).max()
    }
}

/// The output of an XML writer, with one line feed at its end.
fn xml_text<E: fmt::Display>(
    entries: &[Entry],
    write: impl FnOnce(&mut Vec<u8>) -> Result<(), E>,
) -> Result<String, Finding> {
    // About as much as the entries need: the text seldom has to grow.
    let size = |entry: &Entry| entry.content.as_ref().map_or(0, String::len) + 1024;
    let mut bytes = Vec::with_capacity(entries.iter().map(size).sum());
    write(&mut bytes).map_err(|error| unwritten(&error))?;
    let mut text = String::from_utf8(bytes).map_err(|error| unwritten(&error))?;
    text.truncate(text.trim_end().len());
    text.push('\n');
    // `atom_syndication` omits the encoding, which validators ask for.
    if text.starts_with("<?xml version=\"1.0\"?>") {
        text.insert_str("<?xml version=\"1.0\"".len(), " encoding=\"utf-8\"");
    }
    Ok(text)
}

/// The text of a feed with the processing instruction for its stylesheet
/// (<https://www.w3.org/TR/xml-stylesheet/>). CSS rather than XSLT, which browsers are removing.
fn with_stylesheet(mut text: String, relations: &Relations) -> String {
    if let Some(stylesheet) = &relations.stylesheet
        && let Some(declared) = text.find("?>")
    {
        let instruction = format!("\n<?xml-stylesheet type=\"text/css\" href=\"{stylesheet}\"?>");
        text.insert_str(declared + "?>".len(), &instruction);
    }
    text
}

/// The finding for a feed that a library could not write.
fn unwritten(error: &dyn fmt::Display) -> Finding {
    let message = format!("the feed cannot be written: {error}");
    Finding::new(&rules::UNWRITTEN, message)
}
