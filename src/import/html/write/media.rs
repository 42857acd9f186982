//! Images, players and frames.

use super::Writer;
use crate::import::html::tree::Id;
use crate::import::inline::{self, Mark, Piece, Within};
use crate::import::one_line;
use crate::markdown::embed;
use crate::markdown::raw::image_source;

impl Writer<'_> {
    /// An image with its caption as a paragraph of its own, in italics.
    pub(super) fn figure(&mut self, id: Id, blocks: &mut Vec<String>) {
        let captions: Vec<Id> = self
            .tree
            .below(id)
            .into_iter()
            .filter(|below| {
                self.tree.name(*below) == "figcaption" && self.tree.nearest(*below, "figure") == id
            })
            .collect();
        let outer = self.skip;
        let skip = |id: Id| outer(id) || captions.contains(&id);
        let mut inner = Writer {
            tree: self.tree,
            base: self.base,
            skip: &skip,
            holds_blocks: std::mem::take(&mut self.holds_blocks),
            notes: std::mem::take(&mut self.notes),
            lost: std::mem::take(&mut self.lost),
            open: Vec::new(),
        };
        let shown = inner.blocks(id);
        self.holds_blocks = std::mem::take(&mut inner.holds_blocks);
        self.notes = std::mem::take(&mut inner.notes);
        self.lost = std::mem::take(&mut inner.lost);
        blocks.extend(shown);
        for caption in captions {
            let mut pieces = Vec::new();
            self.marked(caption, Mark::Emphasis, &mut pieces);
            let text = inline::render(pieces, Within::default());
            if !text.is_empty() {
                blocks.push(text);
            }
        }
    }

    /// A player or a frame becomes a link to its content.
    pub(super) fn embedded(&self, id: Id) -> Option<String> {
        let own = ["src", "data-src"]
            .iter()
            .find_map(|name| self.tree.attribute(id, name));
        let source = || {
            let below = self.tree.below(id).into_iter();
            below
                .filter(|below| self.tree.name(*below) == "source")
                .find_map(|below| self.tree.attribute(below, "src"))
        };
        let address = self.address(own.or_else(source)?)?;
        let page = embed::page(&address);
        // Fallback content is for browsers without support; nothing else shows it.
        let inside = self.tree.line(id);
        let is_said = !inside.is_empty() && !inside.contains("browser") && inside.len() < 300;
        let title = ["title", "aria-label"]
            .iter()
            .find_map(|name| self.tree.attribute(id, name))
            .map(one_line)
            .or_else(|| is_said.then_some(inside))
            .unwrap_or_else(|| embed::title(&page));
        let link = Mark::Link(inline::destination(&page));
        let pieces = vec![
            Piece::Open(link.clone()),
            Piece::Text(title),
            Piece::Close(link),
        ];
        Some(inline::render(pieces, Within::default()))
    }

    /// An image keeps its URL; pages with lazy loading have that in another attribute.
    pub(super) fn image(&mut self, id: Id) -> Option<Piece> {
        let tree = self.tree;
        let src = image_source(|name| tree.attribute(id, name).map(str::to_owned));
        let Some(src) = src.and_then(|(_, src)| self.address(&src)) else {
            self.lose("an image embedded in the page", id);
            return None;
        };
        // An image of one pixel is a tracker.
        if tree.attribute(id, "width") == Some("1") || tree.attribute(id, "height") == Some("1") {
            return None;
        }
        let alt = one_line(tree.attribute(id, "alt").unwrap_or_default());
        let alt = inline::render(
            vec![
                Piece::Open(Mark::Link(String::new())),
                Piece::Text(alt),
                Piece::Raw(String::new()),
                Piece::Close(Mark::Link(inline::destination(&src))),
            ],
            Within::default(),
        );
        Some(Piece::Raw(format!("!{alt}")))
    }

    pub(super) fn holds_image(&self, id: Id) -> bool {
        self.tree
            .below(id)
            .into_iter()
            .any(|below| self.tree.name(below) == "img")
    }
}
