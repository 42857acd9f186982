//! Features of the lines around an offer, and of the section below it.

use std::collections::BTreeSet;

use super::{Reader, Sheet, number, scaled};
use crate::language::fold;
use crate::recap::layout::offer::{Form, Line, Offer};
use crate::recap::layout::proof::Proof;

impl Reader<'_> {
    pub(super) fn siblings(&self, sheet: &mut Sheet, offer: &Offer, line: &Line) {
        let share = self.shares.get(line.group).cloned().unwrap_or_default();
        let count = share.count;
        let scale = (1.0 + count).ln().min(3.0) / 3.0;
        sheet.set("sib-count", scale);
        sheet.set("bare-siblings", if is_bare(offer) { scale } else { 0.0 });
        sheet.flag("sib-alone", count <= 1.0);
        sheet.set("sib-media", share.media);
        sheet.set("sib-tied", share.tied);
        sheet.set("sib-small", share.small);
        sheet.set("sib-one-host", share.one_host.min(1.0));
        let edge = |other: &Line| other.group == line.group && other.form == Form::Heading;
        let mut level = self.offers.lines.iter().filter(|other| edge(other));
        let heading = offer.form == Form::Heading && count > 1.0;
        let at = |other: Option<&Line>| other.is_some_and(|other| other.index == line.index);
        sheet.flag("sib-first", heading && at(level.next()));
        let alike = |other: &&Line| other.group == line.group && other.index != line.index;
        let others = self.offers.lines.iter().filter(alike).count();
        let same = self
            .offers
            .lines
            .iter()
            .filter(alike)
            .filter(|other| other.shape == Some(offer.shape) && other.full >= 0.45)
            .count();
        sheet.set("sib-same-shape", if others == 0 { 0.0 } else { number(same) / number(others) });
        // Other lines within the blocks that the offer uses.
        let inner = self.offers.lines.iter().filter(|other| {
            other.full >= 0.6 && other.index != line.index && offer.blocks.contains(&other.index)
        });
        sheet.set("inner-full", scaled(inner.count(), 5.0));
        let mut people: BTreeSet<&str> = BTreeSet::new();
        if offer.form != Form::Prose {
            let own = &offer.candidate.speakers;
            let own: Vec<String> = own.iter().map(|p| fold(&p.name.value)).collect();
            let mentions = self.mentions.iter().filter(|(at, _)| offer.blocks.contains(at));
            let others = mentions.map(|(_, name)| name.as_str());
            people.extend(others.filter(|name| {
                !own.iter().any(|own| own.contains(*name) || name.contains(own.as_str()))
            }));
        }
        sheet.set("inner-people", scaled(people.len(), 4.0));
        // The surroundings.
        let outer = self.offers.lines.iter().rev().find(|other| {
            other.form == Form::Heading
                && other.index < line.index
                && Some(other.index) == self.view.above.get(line.index).copied().flatten()
        });
        sheet.flag("outer-generic", outer.is_some_and(|outer| outer.generic));
    }
}

/// Features of the section or item.
pub(super) fn section(sheet: &mut Sheet, line: &Line) {
    sheet.flag("named", line.named);
    sheet.flag("size-bare", line.size.0 <= 1);
    let proof = line.proof.as_ref();
    sheet.flag("proof-borne", proof.is_some_and(Proof::borne));
    sheet.flag("proof-speakers", proof.is_some_and(|p| !p.speakers.is_empty()));
}

/// Whether an offer is a title without a speaker, which takes more evidence.
pub(super) fn is_bare(offer: &Offer) -> bool {
    offer.candidate.title.is_some() && offer.candidate.speakers.is_empty()
}
