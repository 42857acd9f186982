//! A post: where it lies, what its front matter says, and which bytes are its body.

mod author;
pub mod date;
pub mod front_matter;
pub mod names;
pub mod rules;
pub mod scan;
pub mod zone;

use std::ops::Range;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::report::{Source, Span};

pub(crate) use author::{author_of, web};
pub use zone::Zone;

/// A value and the bytes of the post that say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Bytes of the post's source; `0..0` where a file name or a default said it.
    pub range: Range<usize>,
}

/// One post as read: nothing of its text has been changed.
#[derive(Debug, Clone)]
pub struct Post {
    /// The path under the posts folder without extension (a bundle: its folder).
    pub key: String,
    /// Path and text of the whole file. A BOM stays in the text; positions count from the bytes
    /// as they are.
    pub source: Source,
    /// The bytes of `source` that are Markdown.
    pub body: Range<usize>,
    /// What the front matter says.
    pub head: Head,
}

/// What a front matter says, in the same words for every dialect.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// The post's title, plain text.
    pub title: Option<Spanned<String>>,
    /// When it was published.
    pub date: Option<Spanned<DateTime<FixedOffset>>>,
    /// When it was last changed in a way that readers should know.
    pub updated: Option<Spanned<DateTime<FixedOffset>>>,
    /// When its generator begins to show it, where that is not its date.
    pub appears: Option<Spanned<DateTime<FixedOffset>>>,
    /// When it stops being shown. Nothing here knows the clock: see [`crate::generator::Dialect::shown`].
    pub expires: Option<Spanned<DateTime<FixedOffset>>>,
    /// The last part of the address, where it is not the file's name.
    pub slug: Option<Spanned<String>>,
    /// The whole address or path of the page, where the author gives it.
    pub permalink: Option<Spanned<String>>,
    /// The entry id, kept for ever.
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
    /// The text that ends the summary in the body, where the post says its own.
    pub excerpt_separator: Option<Spanned<String>>,
    /// The picture that stands for the post.
    pub image: Option<Spanned<Image>>,
    /// BCP 47 language of the post.
    pub language: Option<Spanned<String>>,
    /// Whether readers may see it.
    pub visibility: Visibility,
    /// What keeps it from readers: a key as written, or the folder that the file lies in.
    pub held_by: Option<Spanned<String>>,
    /// The page that a link post is about.
    pub external_url: Option<Spanned<String>>,
    /// The event that is told of.
    pub event: Option<Spanned<Event>>,
    /// The sessions that are told of.
    pub sessions: Vec<Spanned<Session>>,
    /// The one sentence that the post is about, for drafts.
    pub takeaway: Option<Spanned<String>>,
    /// Whether the post is left out of feeds (`feed: false`) or drafts (`drafts: false`).
    pub left_out_of: LeftOut,
}

impl Head {
    /// Keeps the post from readers, and remembers what does so. The strictest of several counts.
    pub(crate) fn hold(&mut self, into: Visibility, by: impl Into<String>, range: Range<usize>) {
        if into > self.visibility {
            self.visibility = into;
            let value = by.into();
            self.held_by = Some(Spanned { value, range });
        }
    }
}

/// A person who wrote a post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Author {
    /// The name as readers see it.
    pub name: String,
    /// The person's page.
    pub url: Option<String>,
    /// The person's mail address; it never reaches a feed unless the configuration says so.
    pub email: Option<String>,
}

/// A picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Image {
    /// Address or path, as written.
    pub src: String,
    /// What it shows, for those who do not see it.
    pub alt: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
}

/// Whether readers may see a post; a later state shows it to fewer of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Visibility {
    /// In feeds and drafts.
    #[default]
    Public,
    /// Has a page, but is named nowhere.
    Unlisted,
    /// No longer shown.
    Expired,
    /// Not finished.
    Draft,
    /// For nobody but its author.
    Private,
}

/// Where a post does not appear although it is public.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// It is in no feed.
    pub feeds: bool,
    /// It gets no drafts.
    pub drafts: bool,
}

/// A conference, a meetup, a sprint.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Event {
    /// Its name with the year where it has one ("PyCascades 2020").
    pub name: Option<String>,
    /// First day.
    pub start: Option<NaiveDate>,
    /// Last day.
    pub end: Option<NaiveDate>,
    /// City, or city and venue, or "online".
    pub place: Option<String>,
    /// The event's own page.
    pub url: Option<String>,
    /// Hashtags of the event, without `#`.
    pub hashtags: Vec<String>,
}

/// A talk, keynote, workshop or panel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Session {
    /// Names as written.
    pub speakers: Vec<String>,
    /// Title without markup and without "Talk:".
    pub title: Option<String>,
    /// The session's page.
    pub url: Option<String>,
    /// Its slides.
    pub slides: Option<String>,
    /// Its recording.
    pub video: Option<String>,
    /// The sentence that says what was learned.
    pub takeaway: Option<String>,
}

impl Post {
    /// A place in this post.
    #[must_use]
    pub fn span(&self, range: &Range<usize>) -> Span {
        self.source.span(range.clone())
    }

    /// Whether the post belongs into feeds and drafts at all: readers may see it and its date is known.
    /// A page without a date is no post to a site generator either.
    #[must_use]
    pub fn is_published(&self) -> bool {
        self.head.visibility == Visibility::Public && self.head.date.is_some()
    }

    /// The Markdown, as written.
    #[must_use]
    pub fn markdown(&self) -> &str {
        self.source
            .text()
            .get(self.body.clone())
            .unwrap_or_default()
    }
}
