//! Inline content: marks, links, URLs.

use url::{ParseError, Url};

use super::Writer;
use crate::import::html::tree::{Id, is_block};
use crate::import::inline::{self, Mark, Piece};
use crate::import::readable;
use crate::markdown::vocabulary::has;
use crate::post::scan::is_hidden;

/// Schemes of URLs that lead somewhere.
const SCHEMES: &str = "http https mailto tel ftp xmpp irc ircs matrix geo";

impl Writer<'_> {
    /// The text below a node as a paragraph.
    pub(crate) fn line(&mut self, id: Id) -> String {
        inline::paragraph(self.pieces(id))
    }

    /// The text below a node as a heading or a cell, without line breaks.
    pub(crate) fn cell(&mut self, id: Id) -> String {
        inline::cell(self.pieces(id))
    }

    fn pieces(&mut self, id: Id) -> Vec<Piece> {
        let mut pieces = Vec::new();
        self.inside(id, &mut pieces);
        pieces
    }

    pub(super) fn inside(&mut self, id: Id, pieces: &mut Vec<Piece>) {
        for child in self.tree.children(id) {
            if !self.hidden(*child) {
                self.inline(*child, pieces);
            }
        }
    }

    pub(super) fn inline(&mut self, id: Id, pieces: &mut Vec<Piece>) {
        if let Some(text) = self.tree.characters(id) {
            pieces.push(Piece::Text(readable(text)));
            return;
        }
        if let Some(number) = self.footnotes.reference(self.tree, id) {
            pieces.push(Piece::Raw(format!("[^{number}]")));
            return;
        }
        match self.tree.name(id) {
            "br" => pieces.push(Piece::Break),
            "wbr" => {}
            "img" => pieces.extend(self.image(id)),
            "code" | "samp" | "tt" => self.code(id, pieces),
            "a" => self.link(id, pieces),
            "iframe" | "video" | "audio" => pieces.extend(self.embedded(id).map(Piece::Raw)),
            "q" => {
                pieces.push(Piece::Text("“".to_owned()));
                self.inside(id, pieces);
                pieces.push(Piece::Text("”".to_owned()));
            }
            "b" | "strong" => self.marked(id, Mark::Strong, pieces),
            "i" | "em" | "dfn" | "cite" | "var" => self.marked(id, Mark::Emphasis, pieces),
            "del" | "s" | "strike" => self.marked(id, Mark::Deleted, pieces),
            name @ ("sub" | "sup" | "kbd" | "mark") => {
                self.marked(id, Mark::Element(name.to_owned()), pieces);
            }
            // At least a space separates blocks within a line.
            name if is_block(name) => {
                pieces.push(Piece::Space);
                self.inside(id, pieces);
                pieces.push(Piece::Space);
            }
            _ => self.inside(id, pieces),
        }
    }

    fn link(&mut self, id: Id, pieces: &mut Vec<Piece>) {
        let href = self.tree.attribute(id, "href");
        let url = href.and_then(|href| self.url(href));
        let Some(url) = url.filter(|_| !self.is_in_link()) else {
            self.inside(id, pieces);
            return;
        };
        // A link whose text is its URL.
        if self.tree.line(id) == url
            && Url::parse(&url).is_ok()
            && !url.contains(['<', '>', ' '])
            && !self.holds_image(id)
        {
            pieces.push(Piece::Raw(format!("<{url}>")));
        } else {
            self.marked(id, Mark::Link(inline::destination(&url)), pieces);
        }
    }

    pub(super) fn is_in_link(&self) -> bool {
        self.open.iter().any(|mark| matches!(mark, Mark::Link(_)))
    }

    /// The text below a node in a mark, unless that is open.
    pub(super) fn marked(&mut self, id: Id, mark: Mark, pieces: &mut Vec<Piece>) {
        if self.open.contains(&mark) {
            return self.inside(id, pieces);
        }
        pieces.push(Piece::Open(mark.clone()));
        self.open.push(mark.clone());
        self.inside(id, pieces);
        self.open.pop();
        pieces.push(Piece::Close(mark));
    }

    /// A URL that works outside the page; `None` where it leads nowhere.
    pub(super) fn url(&self, written: &str) -> Option<String> {
        let mut written = written.trim().to_owned();
        written.retain(|c| !c.is_control() && !is_hidden(c));
        let is_empty = written.is_empty();
        match (Url::parse(&written), self.base) {
            _ if is_empty => None,
            (Ok(url), _) => has(SCHEMES, url.scheme()).then_some(written),
            (Err(ParseError::RelativeUrlWithoutBase), Some(base)) if !written.starts_with('#') => {
                base.join(&written).ok().map(String::from)
            }
            (Err(ParseError::RelativeUrlWithoutBase), _) => Some(written),
            (Err(_), _) => None,
        }
    }
}
