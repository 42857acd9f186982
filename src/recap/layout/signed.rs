//! The name with which a post ends, as its author signs it.

use super::View;
use crate::recap::blocks::{Block, Kind};
use crate::recap::name;

/// The most words of a line with a name and a greeting before it: "Cheers, S".
const WORDS: usize = 6;

impl View<'_> {
    /// The last block, where it is a name behind a text, and no section before it ends with one.
    pub(super) fn signed(&self) -> Option<usize> {
        let blocks = &self.blocks.all;
        let last = blocks.len().checked_sub(1)?;
        let signature = blocks.get(last)?;
        let behind = blocks.get(last.checked_sub(1)?)?;
        let text = behind.kind == Kind::Paragraph && !self.is_name(behind);
        let mut neighbours = blocks.iter().zip(blocks.iter().skip(1));
        let mut ends = || {
            neighbours.any(|(end, next)| matches!(next.kind, Kind::Heading(_)) && self.is_name(end))
        };
        (text && self.is_name(signature) && !ends()).then_some(last)
    }

    /// Whether a paragraph is a name, perhaps behind a dash, a greeting with its comma, or a line of its own.
    fn is_name(&self, block: &Block) -> bool {
        let text = &block.text;
        let plain = text.plain.trim_end();
        let sign = |c: char| c.is_whitespace() || "-–—~,".contains(c);
        let from = plain.rfind([',', '\n']).map_or(0, |at| at + 1);
        let name = plain.get(from..).unwrap_or_default().trim_start_matches(sign);
        let slice = text.slice(plain.len() - name.len()..plain.len());
        block.kind == Kind::Paragraph
            && (1..=WORDS).contains(&plain.split_whitespace().count())
            && name::people(&slice, self.lexicon).is_some_and(|people| people.len() == 1)
    }
}
