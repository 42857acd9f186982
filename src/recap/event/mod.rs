//! The event of a post: its name, days, place, page and hashtags.

mod dates;
mod evidence;
mod hashtags;
mod linked;
pub(super) mod name;
mod parts;
mod place;
pub(super) mod training;
mod weigh;

use chrono::NaiveDate;

use super::blocks::{Block, Blocks, Kind};
use super::text::{Found, Text};
use crate::language::Lexicon;

pub(super) use dates::{Days, within as days_within};
pub(super) use weigh::Weighed;

/// The event according to the text.
#[derive(Debug, Default)]
pub(super) struct Described {
    /// Name.
    pub name: Option<Weighed>,
    /// Days.
    pub days: Option<Days>,
    /// Place.
    pub place: Option<Weighed>,
    /// Page.
    pub url: Option<Found>,
    /// Hashtags without `#`.
    pub hashtags: Vec<Found>,
}

/// The input: the title, and the blocks.
pub(super) struct View<'a> {
    /// The post's title.
    pub title: &'a Text,
    /// The summary in its front matter.
    pub summary: Option<Text>,
    /// Its blocks.
    pub blocks: &'a Blocks,
    /// Its vocabulary.
    pub lexicon: Lexicon,
    /// Whether the post is a recap.
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

    /// The texts of the first blocks, with each table cell separately.
    fn early_texts(&self, count: usize) -> impl Iterator<Item = &Text> {
        texts(self.early(count))
    }

    /// The same without quotations.
    fn own_texts(&self, count: usize) -> impl Iterator<Item = &Text> {
        texts(self.early(count).filter(|block| !block.quoted))
    }
}

/// The texts of blocks, with each table cell separately.
fn texts<'a>(blocks: impl Iterator<Item = &'a Block>) -> impl Iterator<Item = &'a Text> {
    blocks.flat_map(|block| {
        let cells: &[Text] = if block.kind == Kind::Row { &block.cells } else { &[] };
        cells.iter().chain((block.kind != Kind::Row).then_some(&block.text))
    })
}

/// Finds the event in the text.
pub(super) fn read(view: &View<'_>) -> Described {
    let named = name::find(view);
    let name = named.as_ref().map(|name| &name.found);
    let sure = named.as_ref().filter(|name| name.sure);
    let sure = sure.map(|name| name.found.value.as_str());
    Described {
        days: dates::find(view, sure),
        place: place::find(view, name),
        hashtags: hashtags::find(view, sure.unwrap_or_default()),
        url: sure.and_then(|name| page(view, name)),
        name: named,
    }
}

/// The URL that the event's name links to.
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
            (same && web).then(|| Found { value: href.to_owned(), source: text.source(range) })
        })
    })
}
