//! Code, as blocks and within a line.

use super::Writer;
use crate::import::html::tree::Id;
use crate::import::inline::{self, Mark, Piece};
use crate::import::readable;

impl Writer<'_> {
    pub(super) fn code_block(&self, id: Id) -> Option<String> {
        let text = readable(&self.tree.text(id)).replace("\r\n", "\n");
        let text = text.strip_prefix('\n').unwrap_or(&text).trim_end();
        // Highlighters put line numbers into a column of their own.
        let is_margin = self.tree.name(self.tree.parent(id)) == "td"
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || c.is_whitespace());
        if text.trim().is_empty() || is_margin {
            return None;
        }
        let language = std::iter::once(id)
            .chain(self.tree.below(id))
            .chain([self.tree.parent(id), self.tree.parent(self.tree.parent(id))])
            .find_map(|id| self.language(id))
            .unwrap_or_default();
        let fence = "`".repeat((inline::longest_run(text) + 1).max(3));
        Some(format!("{fence}{language}\n{text}\n{fence}"))
    }

    /// The programming language that highlighters put into `class`.
    fn language(&self, id: Id) -> Option<String> {
        if let Some(language) = self.tree.attribute(id, "data-lang") {
            return speakable(language);
        }
        self.tree
            .attribute(id, "class")?
            .split_ascii_whitespace()
            .find_map(|word| {
                ["language-", "lang-", "highlight-source-", "brush:"]
                    .iter()
                    .find_map(|prefix| word.strip_prefix(prefix))
            })
            .and_then(speakable)
    }

    /// Code within a line; links in it stay, since names in code often have them.
    pub(super) fn code(&mut self, id: Id, pieces: &mut Vec<Piece>) {
        let tree = self.tree;
        let nested = self.open.iter().any(|mark| matches!(mark, Mark::Link(_)));
        let mut plain = String::new();
        for child in tree.children(id) {
            let address = (tree.name(*child) == "a" && !nested)
                .then(|| tree.attribute(*child, "href"))
                .flatten()
                .and_then(|href| self.address(href));
            let Some(address) = address else {
                plain.push_str(&tree.text(*child));
                continue;
            };
            pieces.push(Piece::Raw(inline::code(&std::mem::take(&mut plain))));
            let mark = Mark::Link(inline::destination(&address));
            pieces.push(Piece::Open(mark.clone()));
            pieces.push(Piece::Raw(inline::code(&tree.text(*child))));
            pieces.push(Piece::Close(mark));
        }
        pieces.push(Piece::Raw(inline::code(&plain)));
    }
}

/// A language's name in the form for a fence.
fn speakable(language: &str) -> Option<String> {
    let plain = language
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '#' | '_' | '.'));
    (plain && !language.is_empty() && language.len() < 30 && language != "none")
        .then(|| language.to_ascii_lowercase())
}
