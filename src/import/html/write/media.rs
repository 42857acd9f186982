//! Images, players and frames.

use super::Writer;
use crate::import::html::tree::Id;
use crate::import::inline::{self, Mark, Piece};
use crate::import::one_line;
use crate::markdown::embed;
use crate::markdown::raw::image_source;

impl Writer<'_> {
    /// An image with its caption as a paragraph of its own, in italics.
    pub(super) fn figure(&mut self, id: Id, blocks: &mut Vec<String>) {
        let mut captions = self.tree.elements(id, "figcaption");
        captions.retain(|caption| self.tree.nearest(*caption, "figure") == id);
        self.apart.extend(&captions);
        blocks.extend(self.blocks(id));
        for caption in captions {
            blocks.extend(self.wholly(caption, Mark::Emphasis));
        }
    }

    /// A player or a frame becomes a link to its content.
    pub(super) fn embedded(&self, id: Id) -> Option<String> {
        let tree = self.tree;
        let sources = tree.elements(id, "source").into_iter();
        let src = (std::iter::once(id).chain(sources))
            .find_map(|id| tree.first_attribute(id, &["src", "data-src"]))?;
        let url = self.url(src)?;
        let page = embed::page(&url);
        // Fallback content is for browsers without support; nothing else shows it.
        let inside = tree.line(id);
        let is_said = !inside.is_empty() && !inside.contains("browser") && inside.len() < 300;
        let title = (tree.first_attribute(id, &["title", "aria-label"]))
            .map(one_line)
            .or_else(|| is_said.then_some(inside))
            .unwrap_or_else(|| embed::title(&page));
        Some(inline::link(&title, &page))
    }

    /// An image keeps its URL; pages with lazy loading have that in another attribute.
    pub(super) fn image(&mut self, id: Id) -> Option<Piece> {
        let tree = self.tree;
        let src = image_source(|name| tree.attribute(id, name).map(str::to_owned));
        let Some(src) = src.and_then(|(_, src)| self.url(&src)) else {
            self.lose("an image embedded in the page", id);
            return None;
        };
        // An image of one pixel is a tracker.
        if tree.attribute(id, "width") == Some("1") || tree.attribute(id, "height") == Some("1") {
            return None;
        }
        let alt = one_line(tree.attribute(id, "alt").unwrap_or_default());
        Some(Piece::Raw(format!("!{}", inline::link(&alt, &src))))
    }

    pub(super) fn holds_image(&self, id: Id) -> bool {
        self.tree.name(id) == "img" || !self.tree.elements(id, "img").is_empty()
    }
}
