//! What a post tells of an event: the event, its sessions, what the author took home.
//!
//! What the author wrote in the front matter goes first; otherwise the text's own structure.
//! Every field says where it came from.

use std::ops::Range;

use chrono::NaiveDate;

use crate::markdown::Document;
use crate::post::Post;

/// A value and where in the post it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood<T> {
    /// The value.
    pub value: T,
    /// Bytes of the post's source.
    pub range: Range<usize>,
    /// Who said so.
    pub from: Origin,
}

/// Who said something that was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The author, in the front matter.
    FrontMatter,
    /// The text's structure.
    Text,
    /// The file's name.
    FileName,
}

/// A post, understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recap {
    /// Whether the post looks back on an event at all.
    pub is_recap: bool,
    /// The event.
    pub event: Event,
    /// The sessions in the order of the text.
    pub sessions: Vec<Session>,
    /// The images with alt text and credit.
    pub images: Vec<Image>,
    /// The closing invitation.
    pub call_to_action: Option<Understood<String>>,
    /// The one sentence that the post is about.
    pub takeaway: Option<Understood<String>>,
}

/// The event of a recap; a field that nobody said is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Event {
    /// Name with the year where the text has it.
    pub name: Option<Understood<String>>,
    /// First day.
    pub start: Option<Understood<NaiveDate>>,
    /// Last day.
    pub end: Option<Understood<NaiveDate>>,
    /// City, venue, or "online".
    pub place: Option<Understood<String>>,
    /// The event's page.
    pub url: Option<Understood<String>>,
    /// Hashtags without `#`.
    pub hashtags: Vec<Understood<String>>,
}

/// A session of a recap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Session {
    /// Bytes of the post's source that tell of it.
    pub range: Range<usize>,
    /// Names as written.
    pub speakers: Vec<Understood<String>>,
    /// Title without markup.
    pub title: Option<Understood<String>>,
    /// The session's page, absolute or as written.
    pub url: Option<Understood<String>>,
    /// Slides.
    pub slides: Option<Understood<String>>,
    /// Recording.
    pub video: Option<Understood<String>>,
    /// A whole sentence of the author's.
    pub takeaway: Option<Understood<String>>,
}

/// An image of a recap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Address as written.
    pub src: String,
    /// What it shows.
    pub alt: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
    /// Bytes of the post's source.
    pub range: Range<usize>,
}

/// Understands a post. Never fails: what is not found stays empty.
#[must_use]
pub fn understand(post: &Post, document: &Document<'_>) -> Recap {
    let _ = (post, document);
    todo!()
}
