//! The closing invitation: the author's last request to the reader.

use super::blocks::{Blocks, Kind};
use super::mention;
use super::text::Found;
use crate::language::{Folded, Lexicon};

/// How many paragraphs at the end may have the invitation.
const LAST: usize = 4;

/// The sentence that invites, if one of the last paragraphs has it.
pub(super) fn find(blocks: &Blocks, lexicon: Lexicon) -> Option<Found> {
    let last: Vec<_> = blocks
        .all
        .iter()
        .rev()
        .filter(|block| {
            matches!(block.kind, Kind::Paragraph | Kind::Item)
                && !block.text.is_empty()
                && !block.caption
        })
        .take(LAST)
        .collect();
    last.into_iter().find_map(|block| {
        mention::sentences(&block.text, lexicon)
            .iter()
            .rev()
            .filter_map(|range| {
                let phrase = block.text.plain.get(range.clone())?;
                let strength = lexicon.count(&Folded::of(phrase), |w| &w.invite);
                let length = phrase.chars().count();
                (strength > 0 && (6..=300).contains(&length)).then_some((strength, range))
            })
            .max_by_key(|(strength, range)| (*strength, range.start))
            .map(|(_, range)| block.text.found(range))
    })
}
