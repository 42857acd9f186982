//! Offers of headings, with their sections.

use super::super::proof::Proof;
use super::super::{View, headings};
use super::{Form, Line, Offers, forced, full};
use crate::recap::blocks::Kind;
use crate::recap::line::{self, Reading, Shape};
use crate::recap::mention::Tie;
use crate::recap::name::Person;
use crate::recap::text::Text;

impl Offers {
    pub(super) fn headings(&mut self, view: &View<'_>) {
        for (index, block) in view.blocks.all.iter().enumerate() {
            let Kind::Heading(level) = block.kind else {
                continue;
            };
            // The only heading of the first level, where the post begins, is its title.
            let title = level == 1 && index == 0 && {
                let mut others = view.blocks.all.iter().skip(1);
                !others.any(|other| other.kind == Kind::Heading(1))
            };
            if title || block.text.is_empty() || self.lines.len() > 400 {
                continue;
            }
            let end = view.blocks.section_end(index);
            let own = (index + 1..end)
                .find(|at| view.block(*at).is_some_and(|b| matches!(b.kind, Kind::Heading(1..=6))))
                .unwrap_or(end);
            let group = self.group((Form::Heading, usize::from(level), 0));
            let proof = Proof::of(view, index);
            let readings = line::readings(&block.text, view.lexicon);
            let bytes =
                (index + 1..own).filter_map(|at| view.block(at)).map(|b| b.text.plain.len()).sum();
            let generic = view.generic(index);
            let mut line = Line {
                media: proof.media,
                tied: proof.tie >= Tie::Verb,
                named: proof.name.is_some(),
                generic,
                size: (own - index, bytes),
                blocks: index..own,
                ..Line::of(index, Form::Heading, group, block, &readings)
            };
            let at = self.lines.len();
            let mut found: Vec<(Reading, bool, Tie)> =
                full(&readings).into_iter().map(|reading| (reading, false, proof.tie)).collect();
            if found.is_empty() {
                found.extend(forced(view, &block.text).into_iter().map(|r| (r, true, proof.tie)));
            }
            if let Some(title) = view.heading_title(index) {
                found.push((
                    Reading {
                        end: block.text.plain.len(),
                        ..Reading::of_title(title, &proof.speakers)
                    },
                    false,
                    proof.tie,
                ));
            }
            if view.only_sessions(&block.text.plain) && !proof.speakers.is_empty() {
                found.push((speaker(&proof.speakers, &block.text), false, proof.tie));
            }
            line.proof = Some(proof);
            self.lines.push(line);
            for (reading, forced, tie) in found {
                let mut candidate = view.candidate(index, &block.text, &reading);
                view.extend(&mut candidate, index + 1..end);
                self.push(candidate, &reading, (at, index..own, forced, tie));
            }
            if !generic && let Some((candidate, reading)) = headings::under_name(view, index, end) {
                self.push(candidate, &reading, (at, index..own, false, Tie::None));
            }
        }
    }
}

fn speaker(people: &[Person], text: &Text) -> Reading {
    Reading {
        shape: Shape::Speaker,
        speakers: people.to_vec(),
        title: None,
        end: text.plain.len(),
        sure: line::sureness(people),
    }
}
