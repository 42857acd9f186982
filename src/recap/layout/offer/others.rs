//! Offers of sentences and of the rows of tables.

use super::super::prose::{self as sentences, ProseOffer};
use super::super::{View, proof, tables};
use super::{Form, Line, Offer, Offers};
use crate::recap::line::{self, Reading, Shape};
use crate::recap::mention::Tie;

impl Offers {
    pub(super) fn sentences(&mut self, view: &View<'_>) {
        let all = sentences::offers(view);
        for (number, prose) in all.iter().enumerate() {
            let others = all.iter().enumerate().filter(|(at, other)| {
                let same = *at != number && other.index == prose.index && other.title.is_some();
                let apart = is_booked(view, prose) && is_booked(view, other);
                let apart = apart
                    && (other.words.end <= prose.words.start
                        || prose.words.end <= other.words.start);
                same && !apart
                    && other.part.start < prose.part.end
                    && prose.part.start < other.part.end
            });
            let rival = others.map(|(_, other)| other.sure).fold(0.0, f32::max);
            let group = self.group((Form::Prose, 0, 0));
            let Some(block) = view.block(prose.index) else {
                continue;
            };
            let line = self
                .lines
                .iter()
                .position(|line| line.form == Form::Prose && line.index == prose.index);
            let at = line.unwrap_or_else(|| {
                let mut line = Line::of(prose.index, Form::Prose, group, block, &[]);
                line.media = proof::media(view, block);
                self.lines.push(line);
                self.lines.len() - 1
            });
            if let Some(line) = self.lines.get_mut(at) {
                line.tied |= prose.tie >= Tie::Verb;
                line.full = line.full.max(if prose.title.is_some() { prose.sure } else { 0.0 });
            }
            if let Some(offer) = self.add_prose(prose.clone(), at) {
                offer.rival = rival;
            }
        }
    }

    /// Adds the author's own talks; their probabilities.
    pub(crate) fn own(&mut self, view: &View<'_>) -> Vec<f32> {
        let mut probabilities = Vec::new();
        for prose in sentences::own(view) {
            let Some(block) = view.block(prose.index) else {
                continue;
            };
            let group = self.group((Form::Prose, 0, 0));
            let at = self.lines.len();
            self.lines.push(Line::of(prose.index, Form::Prose, group, block, &[]));
            let probability = prose.sure;
            if self.add_prose(prose, at).is_some() {
                probabilities.push(probability);
            }
        }
        probabilities
    }

    /// Adds the offer of a sentence to its line.
    fn add_prose(&mut self, prose: ProseOffer, line: usize) -> Option<&mut Offer> {
        let reading = Reading {
            shape: prose.shape,
            speakers: prose.candidate.speakers.clone(),
            title: prose.title.clone(),
            end: prose.part.end,
            sure: prose.sure,
        };
        let blocks = prose.index..prose.index + 1;
        let offer = self.push(prose.candidate, &reading, (line, blocks, false, prose.tie))?;
        offer.part = prose.part;
        offer.words = prose.words;
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
fn is_booked(view: &View<'_>, prose: &ProseOffer) -> bool {
    let text = view.block(prose.index).map(|block| block.text.plain.as_str());
    let before = prose.title.as_ref().and_then(|title| text?.get(..title.start));
    before.is_some_and(|before| before.ends_with('《'))
}
