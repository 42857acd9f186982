//! Offers of sentences and of the rows of tables.

use super::super::{View, proof, prose, tables};
use super::{Form, Line, Offers};
use crate::recap::line::{self, Reading, Shape};
use crate::recap::mention::Tie;

impl Offers {
    pub(super) fn sentences(&mut self, view: &View<'_>) {
        for told in prose::offers(view) {
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
                line.full = line
                    .full
                    .max(if told.title.is_some() { told.sure } else { 0.0 });
            }
            let reading = Reading {
                shape: told.shape,
                speakers: told.candidate.speakers.clone(),
                title: told.title.clone(),
                end: told.part.end,
                sure: told.sure,
            };
            let blocks = told.index..told.index + 1;
            self.push(told.candidate, &reading, (at, blocks, false, told.tie));
            if let Some(last) = self.all.last_mut() {
                last.part = told.part;
                last.words = told.words;
            }
        }
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
            self.push(
                candidate,
                &reading,
                (at, index..index + 1, false, Tie::None),
            );
            if let (Some(column), Some(last)) = (column, self.all.last_mut()) {
                last.words = column..column + 1;
            }
        }
    }
}
