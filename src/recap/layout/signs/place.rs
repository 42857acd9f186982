//! Features of an offer's position: the headings above it, the line, the sentence.

use super::around::is_bare;
use super::{Reader, Sheet, number};
use crate::language::{Folded, List};
use crate::recap::blocks::{Block, Kind};
use crate::recap::layout::offer::{Form, Line, Offer};
use crate::recap::layout::{View, generic};

impl Reader<'_> {
    pub(super) fn place(&self, sheet: &mut Sheet, offer: &Offer, line: &Line, block: &Block) {
        let view = self.view;
        let text = &block.text;
        let heading = view.heading(line.index);
        let above = !heading.is_empty();
        sheet.flag("under-heading", above);
        sheet.flag(
            "under-others",
            above && (view.opens_others(&heading) || view.lexicon.has(&heading, |w| &w.others)),
        );
        let parents: Vec<usize> = ancestors(view, line.index);
        sheet.flag(
            "within-sessions",
            parents
                .iter()
                .any(|at| view.block(*at).is_some_and(|b| view.opens_sessions(&b.text.plain))),
        );
        let first =
            if line.form == Form::Item { first_of_list(view, line.index) } else { line.index };
        sheet.flag("led-in-talks", view.leads_in(first));
        sheet.flag("nested", block.item.is_some_and(|item| item != line.index));
        let near = text.plain.get(..text.plain.floor_char_boundary(160)).unwrap_or_default();
        let first = offer.candidate.speakers.first().map_or("", |p| p.name.value.as_str());
        let line_end = near.find('\n').unwrap_or(near.len()).max(1);
        let title = offer.title.clone().unwrap_or(0..0);
        let names: usize = offer.candidate.speakers.iter().map(|p| p.name.value.len()).sum();
        sheet.set("covered", (number(title.len() + names) / number(line_end)).min(1.0));
        let sentence = if offer.part.end == usize::MAX {
            text.plain.get(..text.plain.floor_char_boundary(200)).unwrap_or_default()
        } else {
            text.plain.get(offer.part.clone()).unwrap_or_default()
        };
        let says = |phrase: &str, list: List| view.lexicon.has_in(&Folded::of(phrase), list);
        sheet.flag("says-talk", says(sentence, |w| &w.talks));
        sheet.flag("says-role", says(sentence, |w| &w.roles));
        let prose = offer.form == Form::Prose;
        sheet.flag("sentence-first", prose && offer.part.start == 0);
        let name = sentence.split_once(first).filter(|_| prose && !first.is_empty());
        let after = name.map_or("", |(_, after)| after);
        let near = after.get(..after.floor_char_boundary(60)).unwrap_or_default();
        sheet.flag("about-after-name", says(near, |w| &w.about));
        let day = |at: &usize| {
            view.block(*at).is_some_and(|b| generic::is_day(view.lexicon, &b.text.plain))
        };
        sheet.flag("bare-under-day", is_bare(offer) && parents.iter().any(day));
    }
}

/// The headings above a block except the nearest, from the inside out.
fn ancestors(view: &View<'_>, index: usize) -> Vec<usize> {
    let mut all = Vec::new();
    let mut level = match view.block(index).map(|block| block.kind) {
        Some(Kind::Heading(level)) => level,
        _ => 8,
    };
    let mut at = index;
    while let Some(above) = view.above.get(at).copied().flatten() {
        if let Some(Kind::Heading(other)) = view.block(above).map(|block| block.kind)
            && other < level
        {
            level = other;
            all.push(above);
        }
        at = above;
    }
    all
}

fn first_of_list(view: &View<'_>, index: usize) -> usize {
    let group = view.block(index).map(|block| block.group);
    (0..index)
        .rev()
        .take_while(|at| view.block(*at).is_some_and(|b| b.item.is_some() || b.kind == Kind::Item))
        .filter(|at| view.block(*at).map(|b| b.group) == group)
        .last()
        .unwrap_or(index)
}
