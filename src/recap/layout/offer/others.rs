//! Offers of sentences and of the rows of tables.

use super::super::prose::{self, Told};
use super::super::{View, proof, tables};
use super::{Form, Line, Offer, Offers};
use crate::recap::line::{self, Reading, Shape};
use crate::recap::mention::Tie;

impl Offers {
    pub(super) fn sentences(&mut self, view: &View<'_>) {
        let all = prose::offers(view);
        for (number, told) in all.iter().enumerate() {
            let others = all.iter().enumerate().filter(|(at, other)| {
                let same = *at != number && other.index == told.index && other.title.is_some();
                let apart = is_booked(view, told) && is_booked(view, other);
                let apart = apart
                    && (other.words.end <= told.words.start || told.words.end <= other.words.start);
                same && !apart
                    && other.part.start < told.part.end
                    && told.part.start < other.part.end
            });
            let rival = others.map(|(_, other)| other.sure).fold(0.0, f32::max);
            let group = self.group((Form::Prose, 0, 0));
            let Some(block) = view.block(told.index) else {
                continue;
            };
            let line = self
                .lines
                .iter()
                .position(|line| line.form == Form::Prose && line.index == told.index);
            let at = line.unwrap_or_else(|| {
                let mut line = Line::of(told.index, Form::Prose, group, block, &[]);
                line.media = proof::media(view, block);
                self.lines.push(line);
                self.lines.len() - 1
            });
            if let Some(line) = self.lines.get_mut(at) {
                line.tied |= told.tie >= Tie::Verb;
                line.full = line.full.max(if told.title.is_some() { told.sure } else { 0.0 });
            }
            if let Some(offer) = self.told(told.clone(), at) {
                offer.rival = rival;
            }
        }
    }

    /// Adds the author's own talks; their probabilities.
    pub(crate) fn own(&mut self, view: &View<'_>) -> Vec<f32> {
        let mut probabilities = Vec::new();
        for told in prose::own(view) {
            let Some(block) = view.block(told.index) else {
                continue;
            };
            let group = self.group((Form::Prose, 0, 0));
            let at = self.lines.len();
            self.lines.push(Line::of(told.index, Form::Prose, group, block, &[]));
            let probability = told.sure;
            if self.told(told, at).is_some() {
                probabilities.push(probability);
            }
        }
        probabilities
    }

    /// Adds what a sentence tells to its line.
    fn told(&mut self, told: Told, line: usize) -> Option<&mut Offer> {
        let reading = Reading {
            shape: told.shape,
            speakers: told.candidate.speakers.clone(),
            title: told.title.clone(),
            end: told.part.end,
            sure: told.sure,
        };
        let blocks = told.index..told.index + 1;
        let offer = self.push(told.candidate, &reading, (line, blocks, false, told.tie))?;
        offer.part = told.part;
        offer.words = told.words;
        Some(offer)
    }

    pub(super) fn rows(&mut self, view: &View<'_>) {
        for (number, (index, column, candidate)) in tables::all(view).into_iter().enumerate() {
            let Some(block) = view.block(index) else {
                continue;
            };
            let group = self.group((Form::Row, block.group, 0));
            let mut line = Line::of(index, Form::Row, group, block, &[]);
            line.media = candidate.links.video.is_some() || candidate.links.slides.is_some();
            line.full = 1.0;
            let at = self.lines.len();
            self.lines.push(line);
            let reading = Reading {
                shape: Shape::By,
                speakers: candidate.speakers.clone(),
                title: None,
                end: number,
                sure: line::sureness(&candidate.speakers),
            };
            let how = (at, index..index + 1, false, Tie::None);
            if let (Some(offer), Some(column)) = (self.push(candidate, &reading, how), column) {
                offer.words = column..column + 1;
            }
        }
    }
}

/// Whether a title has the marks that Chinese has for titles alone; a sentence may list several.
fn is_booked(view: &View<'_>, told: &Told) -> bool {
    let text = view.block(told.index).map(|block| block.text.plain.as_str());
    let before = told.title.as_ref().and_then(|title| text?.get(..title.start));
    before.is_some_and(|before| before.ends_with('《'))
}
