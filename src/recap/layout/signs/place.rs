//! Features of an offer's position: the headings above it, the line, the sentence.

use super::{Reader, Sheet, number};
use crate::language::Folded;
use crate::recap::blocks::{Block, Kind};
use crate::recap::layout::offer::{Form, Line, Offer};
use crate::recap::layout::{View, generic};
use crate::recap::mention;
use crate::recap::text::{Mark, MarkKind};

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
        sheet.flag(
            "within-others",
            parents
                .iter()
                .any(|at| view.block(*at).is_some_and(|b| view.opens_others(&b.text.plain))),
        );
        sheet.flag(
            "under-day",
            parents.iter().any(|at| {
                view.block(*at).is_some_and(|b| generic::is_day(view.lexicon, &b.text.plain))
            }),
        );
        let first =
            if line.form == Form::Item { first_of_list(view, line.index) } else { line.index };
        sheet.flag("led-in-talks", view.leads_in(first));
        sheet.flag("nested", block.item.is_some_and(|item| item != line.index));
        sheet.flag("line-generic", line.generic);
        let near = text.plain.get(..text.plain.floor_char_boundary(160)).unwrap_or_default();
        let first = offer.candidate.speakers.first().map_or("", |p| p.name.value.as_str());
        let line_end = near.find('\n').unwrap_or(near.len()).max(1);
        let title = offer.title.clone().unwrap_or(0..0);
        let names: usize = offer.candidate.speakers.iter().map(|p| p.name.value.len()).sum();
        sheet.set("covered", (number(title.len() + names) / number(line_end)).min(1.0));
        let cut = |m: &&Mark| {
            m.kind != MarkKind::Code
                && m.range.start <= title.start
                && m.range.end > title.end + 2
                && m.range.contains(&title.end)
        };
        sheet.flag("title-cut", !title.is_empty() && text.marks.iter().any(|m| cut(&m)));
        let after = text.plain.get(title.end..).unwrap_or_default().trim_start();
        sheet.flag(
            "title-goes-on",
            !title.is_empty()
                && after.starts_with([':', '-', '–', '—', '?', '!', '.'])
                && after.len() > 3,
        );
        let sentence = if offer.part.end == usize::MAX {
            text.plain.get(..text.plain.floor_char_boundary(200)).unwrap_or_default()
        } else {
            text.plain.get(offer.part.clone()).unwrap_or_default()
        };
        let folded = Folded::of(sentence);
        sheet.flag("says-talk", view.lexicon.has_in(&folded, |w| &w.talks));
        sheet.flag("says-role", view.lexicon.has_in(&folded, |w| &w.roles));
        if offer.form == Form::Prose {
            sheet.flag("sentence-first", offer.part.start == 0);
            sheet.flag("sentence-begins", offer.words.start <= offer.part.start + 2);
            let name = text
                .plain
                .get(offer.part.clone())
                .and_then(|phrase| phrase.split_once(first))
                .filter(|_| !first.is_empty());
            let (before, after) = name.unwrap_or_default();
            let before = Folded::of(mention::tail(before, 40).as_ref());
            let after = Folded::of(after.get(..after.floor_char_boundary(60)).unwrap_or_default());
            sheet.flag("talk-before-name", view.lexicon.has_in(&before, |w| &w.talks));
            sheet.flag("about-after-name", view.lexicon.has_in(&after, |w| &w.about));
            let after = text.plain.get(offer.part.end..).unwrap_or_default();
            sheet.set(
                "sentence-alone",
                f32::from(u8::from(after.trim().is_empty() && offer.part.start == 0)),
            );
        } else {
            for name in [
                "sentence-first",
                "sentence-begins",
                "talk-before-name",
                "about-after-name",
                "sentence-alone",
            ] {
                sheet.set(name, 0.0);
            }
        }
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
