//! Finds sessions whose titles the front matter has.

use super::{Candidate, Taken, View};
use crate::language::fold;
use crate::recap::blocks::Kind;
use crate::recap::line::{Reading, Shape};

/// Headings, items and paragraphs that begin with a title of the front matter.
pub(super) fn read(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    for wanted in view.wanted.iter().take(100) {
        let core = fold(wanted);
        let place = view.blocks.all.iter().enumerate().position(|(index, block)| {
            !taken.has(index)
                && fold(
                    block
                        .text
                        .plain
                        .get(..block.text.plain.floor_char_boundary(300))
                        .unwrap_or_default(),
                )
                .starts_with(core.as_str())
        });
        let Some((index, block)) = place.and_then(|index| Some((index, view.block(index)?))) else {
            continue;
        };
        let heading = matches!(block.kind, Kind::Heading(_));
        let end = if heading { view.blocks.section_end(index) } else { index + 1 };
        let title = block.text.plain.find(wanted.as_str()).map(|at| at..at + wanted.len());
        let start = title.as_ref().map_or(block.text.plain.len(), |title| title.end);
        let reading =
            Reading { shape: Shape::Title, speakers: Vec::new(), title, end: start, sure: 1.0 };
        let mut candidate = view.candidate(index, &block.text, &reading);
        view.extend(&mut candidate, index + 1..end);
        taken.take(index..end);
        all.push(candidate);
    }
    all
}
