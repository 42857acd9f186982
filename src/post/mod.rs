//! The model of a post: its path, its head, and the bytes of its body. [`crate::read`] produces it.

mod author;
pub mod date;
pub mod front_matter;
pub mod names;
pub(crate) mod paragraph;
pub mod rules;
pub mod scan;
pub mod zone;

use std::ops::Range;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::report::{Source, Span};

pub(crate) use author::{author_of, web};
pub use zone::Zone;

/// A value and its bytes in the post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Bytes of the post's source; `0..0` for a file name or a default.
    pub range: Range<usize>,
}

impl<T> Spanned<T> {
    pub(crate) const fn new(value: T, range: Range<usize>) -> Self {
        Self { value, range }
    }
}

/// A post as read, its text unchanged.
#[derive(Debug, Clone)]
pub struct Post {
    /// The path under the posts folder without extension (a bundle: its folder).
    pub key: String,
    /// Path and text of the whole file. A BOM stays in the text; positions are those of the file.
    pub source: Source,
    /// The bytes of `source` that are Markdown.
    pub body: Range<usize>,
    /// The head.
    pub head: Head,
}

/// The values of a front matter, independent of the dialect.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// The post's title, plain text.
    pub title: Option<Spanned<String>>,
    /// When it was published.
    pub date: Option<Spanned<DateTime<FixedOffset>>>,
    /// When it was last changed in a way that matters to readers.
    pub updated: Option<Spanned<DateTime<FixedOffset>>>,
    /// When its generator starts to show it, if that is not its date.
    pub appears: Option<Spanned<DateTime<FixedOffset>>>,
    /// When it expires. There is no clock here: see [`crate::generator::Dialect::shown`].
    pub expires: Option<Spanned<DateTime<FixedOffset>>>,
    /// The slug, if that is not the file's name.
    pub slug: Option<Spanned<String>>,
    /// The permalink, if the author gives it.
    pub permalink: Option<Spanned<String>>,
    /// The permanent entry id.
    pub id: Option<Spanned<String>>,
    /// Tags, as readers see them, without `#`.
    pub tags: Vec<Spanned<String>>,
    /// Categories or sections.
    pub categories: Vec<Spanned<String>>,
    /// Names of the series that the post is a part of.
    pub series: Vec<Spanned<String>>,
    /// Names of the authors.
    pub authors: Vec<Spanned<Author>>,
    /// The author's own summary, plain text.
    pub summary: Option<Spanned<String>>,
    /// The text that ends the summary in the body, if the post has its own.
    pub excerpt_separator: Option<Spanned<String>>,
    /// The post's image.
    pub image: Option<Spanned<Image>>,
    /// BCP 47 language of the post.
    pub language: Option<Spanned<String>>,
    /// Whether readers may see it.
    pub visibility: Visibility,
    /// Whether its front matter says that it is not a draft (`draft: false`).
    pub is_published: bool,
    /// What holds it back: a key as written, or the folder of the file.
    pub held_by: Option<Spanned<String>>,
    /// The page that a link post is about.
    pub external_url: Option<Spanned<String>>,
    /// The event of a recap.
    pub event: Option<Spanned<Event>>,
    /// The sessions of a recap; an empty list says that there are none.
    pub sessions: Option<Vec<Spanned<Session>>>,
    /// The one sentence that sums up the post, for drafts.
    pub takeaway: Option<Spanned<String>>,
    /// Whether the post is left out of feeds (`feed: false`) or drafts (`drafts: false`).
    pub left_out_of: LeftOut,
}

impl Head {
    /// Holds the post back, and records why. The strictest state wins.
    pub(crate) fn hold(&mut self, into: Visibility, by: impl Into<String>, range: Range<usize>) {
        if into > self.visibility {
            self.visibility = into;
            let value = by.into();
            self.held_by = Some(Spanned { value, range });
        }
    }
}

/// An author of a post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Author {
    /// The display name.
    pub name: String,
    /// The person's page.
    pub url: Option<String>,
    /// The person's mail address; it never reaches a feed unless the configuration says so.
    pub email: Option<String>,
}

impl Author {
    /// An author with a name only.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// An image.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Image {
    /// URL or path, as written.
    pub src: String,
    /// Its alt text.
    pub alt: Option<String>,
    /// Its credit.
    pub credit: Option<String>,
}

/// The visibility of a post, from public to private.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Visibility {
    /// In feeds and drafts.
    #[default]
    Public,
    /// Unlisted: has a page that nothing links to.
    Unlisted,
    /// Expired.
    Expired,
    /// A draft.
    Draft,
    /// Private.
    Private,
}

/// Where a public post does not appear.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// In no feed.
    pub feeds: bool,
    /// The key by which it has no drafts.
    pub drafts: Option<Spanned<String>>,
}

/// A conference, a meetup, a sprint.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Event {
    /// Its name, with the year if it has one ("PyCascades 2020").
    pub name: Option<Spanned<String>>,
    /// First day.
    pub start: Option<Spanned<NaiveDate>>,
    /// Last day.
    pub end: Option<Spanned<NaiveDate>>,
    /// City, or city and venue, or "online".
    pub place: Option<Spanned<String>>,
    /// The event's own page.
    pub url: Option<Spanned<String>>,
    /// Hashtags of the event, without `#`; an empty list says that drafts have none.
    pub hashtags: Option<Vec<Spanned<String>>>,
}

/// A talk, keynote, workshop or panel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Session {
    /// Names as written.
    pub speakers: Vec<Spanned<String>>,
    /// Title without markup and without "Talk:".
    pub title: Option<Spanned<String>>,
    /// The session's page.
    pub url: Option<Spanned<String>>,
    /// Its slides.
    pub slides: Option<Spanned<String>>,
    /// Its recording.
    pub video: Option<Spanned<String>>,
    /// The takeaway.
    pub takeaway: Option<Spanned<String>>,
}

impl Post {
    /// A span of this post.
    pub fn span(&self, range: &Range<usize>) -> Span {
        self.source.span(range.clone())
    }

    /// Whether the post belongs into feeds and drafts: it is public and has a date. To a site
    /// generator, too, a page without a date is not a post.
    pub fn is_published(&self) -> bool {
        self.head.visibility == Visibility::Public && self.head.date.is_some()
    }

    /// The Markdown, as written.
    pub fn markdown(&self) -> &str {
        self.source.text().get(self.body.clone()).unwrap_or_default()
    }
}
