//! A post as a flat list of blocks: headings, paragraphs, list items, table rows.
//!
//! Markdown and raw HTML become the same blocks, so that layouts need not distinguish them.

mod aligned;
mod builder;
mod lines;
mod quotations;
mod tags;

use std::ops::Range;

use pulldown_cmark::Event;

use super::text::Text;
use builder::Builder;

/// The kind of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading of this level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// The first paragraph of a list's item.
    Item,
    /// A row of a table; its text is in the cells.
    Row,
}

/// The level of a paragraph that is a heading by its look: in bold, or with a sign before it.
pub(super) const LOWEST: u8 = 7;

/// A block of the post.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Its kind.
    pub kind: Kind,
    /// Its text.
    pub text: Text,
    /// The cells of a row.
    pub cells: Vec<Text>,
    /// The number of its list or table.
    pub group: usize,
    /// The item that contains it.
    pub item: Option<usize>,
    /// Whether it is quoted.
    pub quoted: bool,
    /// Whether it is the caption of an image.
    pub caption: bool,
    /// URLs of embedded players.
    pub frames: Vec<(String, Range<usize>)>,
    /// Its bytes in the source.
    pub source: Range<usize>,
}

/// An image as written.
#[derive(Debug, Clone)]
pub(crate) struct Picture {
    /// URL as written.
    pub src: String,
    /// Alt text.
    pub alt: Option<String>,
    /// Title attribute or caption argument.
    pub caption: Option<String>,
    /// The block that contains it, or that follows.
    pub block: usize,
    /// Bytes of the source.
    pub source: Range<usize>,
}

/// All blocks and images of a post.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    /// The blocks in order.
    pub all: Vec<Block>,
    /// The images in order.
    pub pictures: Vec<Picture>,
}

impl Blocks {
    /// Reads the events of a body; `source` is the whole post.
    pub(super) fn read(
        source: &str,
        body: Range<usize>,
        events: &[(Event<'_>, Range<usize>)],
    ) -> Self {
        let mut builder = Builder::new(source, body);
        for (event, range) in events {
            if builder.is_full() {
                break;
            }
            builder.event(event, range);
        }
        builder.finish()
    }

    /// The end of the section that the heading at `index` opens.
    pub(super) fn section_end(&self, index: usize) -> usize {
        let Some(Kind::Heading(level)) = self.all.get(index).map(|block| block.kind) else {
            return index;
        };
        self.all
            .iter()
            .enumerate()
            .skip(index + 1)
            .find(|(_, block)| matches!(block.kind, Kind::Heading(other) if other <= level))
            .map_or(self.all.len(), |(end, _)| end)
    }

    /// For every block the heading above it.
    pub(super) fn headings_above(&self) -> Vec<Option<usize>> {
        let mut above = None;
        self.all
            .iter()
            .enumerate()
            .map(|(index, block)| {
                let now = above;
                if matches!(block.kind, Kind::Heading(_)) {
                    above = Some(index);
                }
                now
            })
            .collect()
    }
}
