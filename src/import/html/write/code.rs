//! Code, as blocks and within a line.

use super::Writer;
use crate::import::html::tree::Id;
use crate::import::inline::{self, Mark, Piece};
use crate::import::readable;

impl Writer<'_> {
    pub(super) fn code_block(&self, id: Id) -> Option<String> {
        let tree = self.tree;
        let text = readable(&tree.text(id)).replace("\r\n", "\n");
        let text = text.strip_prefix('\n').unwrap_or(&text).trim_end();
        // Highlighters put line numbers into a column of their own.
        let parent = tree.parent(id);
        let is_number = |c: char| c.is_ascii_digit() || c.is_whitespace();
        if text.trim().is_empty() || tree.name(parent) == "td" && text.chars().all(is_number) {
            return None;
        }
        let inside = std::iter::once(id).chain(tree.below(id));
        let language = (inside.chain([parent, tree.parent(parent)]))
            .find_map(|id| self.language(id))
            .unwrap_or_default();
        let fence = "`".repeat((inline::longest_run(text) + 1).max(3));
        Some(format!("{fence}{language}\n{text}\n{fence}"))
    }

    /// The programming language that highlighters put into `class`.
    fn language(&self, id: Id) -> Option<String> {
        let prefixes = ["language-", "lang-", "highlight-source-", "brush:"];
        let classes = self.tree.attribute(id, "class").unwrap_or_default();
        let mut classes = classes.split_ascii_whitespace();
        let of_class =
            classes.find_map(|class| prefixes.iter().find_map(|prefix| class.strip_prefix(prefix)));
        // A language's name in the form for a fence.
        let name = self.tree.attribute(id, "data-lang").or(of_class)?;
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "+-#_.".contains(c);
        let is_name = name.chars().all(is_plain) && name.len() < 30 && name != "none";
        (is_name && !name.is_empty()).then(|| name.to_ascii_lowercase())
    }

    /// Code within a line; links in it stay, since names in code often have them.
    pub(super) fn code(&mut self, id: Id, pieces: &mut Vec<Piece>) {
        let tree = self.tree;
        let mut plain = String::new();
        for child in tree.children(id) {
            let is_link = tree.name(*child) == "a" && !self.is_in_link();
            let href = tree.attribute(*child, "href").filter(|_| is_link);
            let Some(url) = href.and_then(|href| self.url(href)) else {
                plain.push_str(&tree.text(*child));
                continue;
            };
            let mark = Mark::Link(inline::destination(&url));
            pieces.extend([
                Piece::Raw(inline::code(&std::mem::take(&mut plain))),
                Piece::Open(mark.clone()),
                Piece::Raw(inline::code(&tree.text(*child))),
                Piece::Close(mark),
            ]);
        }
        pieces.push(Piece::Raw(inline::code(&plain)));
    }
}
