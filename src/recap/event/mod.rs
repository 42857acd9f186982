//! The event that a post tells of: its name, days, place, page and hashtags.

mod dates;
mod hashtags;
mod name;
mod parts;
mod place;
mod unlisted;

use std::ops::Range;

use chrono::NaiveDate;

use super::blocks::{Block, Blocks, Kind};
use super::text::{Found, Text};
use crate::language::Lexicon;

pub use dates::Days;
pub use place::make_ready;

/// What the text says of the event.
#[derive(Debug, Default)]
pub struct Told {
    /// Name.
    pub name: Option<Found>,
    /// Days.
    pub days: Option<Days>,
    /// Place.
    pub place: Option<Found>,
    /// Page.
    pub url: Option<Found>,
    /// Hashtags without `#`.
    pub hashtags: Vec<Found>,
}

/// Where the event is sought: the title, and the blocks.
pub struct View<'a> {
    /// The post's title.
    pub title: &'a Text,
    /// The summary in its front matter.
    pub summary: Option<&'a Text>,
    /// Its tags.
    pub tags: &'a [String],
    /// Its blocks.
    pub blocks: &'a Blocks,
    /// Its words.
    pub lexicon: Lexicon,
    /// Whether the post looks back on it.
    pub past: bool,
    /// The day on which it was published.
    pub published: Option<NaiveDate>,
}

impl View<'_> {
    /// The first paragraphs, headings and items, `count` at most.
    fn early(&self, count: usize) -> impl Iterator<Item = &Block> {
        self.blocks
            .all
            .iter()
            .filter(|block| !block.caption && (!block.text.is_empty() || !block.cells.is_empty()))
            .take(count)
    }

    /// The texts of the first blocks, the cells of tables each for itself.
    fn early_texts(&self, count: usize) -> impl Iterator<Item = &Text> {
        self.early(count).flat_map(|block| {
            let cells: &[Text] = if block.kind == Kind::Row {
                &block.cells
            } else {
                &[]
            };
            cells
                .iter()
                .chain((block.kind != Kind::Row).then_some(&block.text))
        })
    }
}

/// Finds what the text says of the event.
pub fn read(view: &View<'_>) -> Told {
    let name = name::find(view);
    let url = name.as_ref().and_then(|name| page(view, &name.value));
    Told {
        days: dates::find(view, name.as_ref().map(|name| name.value.as_str())),
        place: place::find(view, name.as_ref()),
        hashtags: hashtags::find(view, name.as_ref().map_or("", |name| &name.value)),
        url,
        name,
    }
}

/// The address that the event's name is a link to.
fn page(view: &View<'_>, name: &str) -> Option<Found> {
    let wanted = name::core(name);
    view.early_texts(12).find_map(|text| {
        text.links().find_map(|(range, href)| {
            let words = name::core(text.plain.get(range.clone())?);
            let same = !words.is_empty()
                && (words == wanted
                    || wanted.contains(&words) && words.len() > 4
                    || words.contains(&wanted) && words.len() < wanted.len() + 12);
            let web = href.starts_with("http://") || href.starts_with("https://");
            (same && web).then(|| Found {
                value: href.to_owned(),
                source: text.source(range),
            })
        })
    })
}

/// A part of a text as a value.
fn found(text: &Text, range: Range<usize>) -> Found {
    text.found(&range)
}
