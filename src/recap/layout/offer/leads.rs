//! Offers of paragraphs that begin with a session.

use super::super::{View, leads, lists, proof};
use super::{Form, Line, Offers, speakers_of, with_speakers};
use crate::recap::line::{self, Reading};
use crate::recap::mention::Tie;

impl Offers {
    pub(super) fn leads(&mut self, view: &View<'_>) {
        let leads = leads::all_leads(view);
        for (position, index) in leads.iter().copied().enumerate() {
            let Some(block) = view.block(index) else {
                continue;
            };
            let text = &block.text;
            let end = leads::end(view, &leads, position);
            let section = view.above.get(index).copied().flatten().map_or(0, |at| at + 1);
            let group = self.group((Form::Lead, section, 0));
            let readings = line::readings(text, view.lexicon);
            let mut line = Line::of(index, Form::Lead, group, block, &readings);
            line.media =
                (index..end).filter_map(|at| view.block(at)).any(|b| proof::media(view, b));
            line.blocks = index..end;
            line.size = (end - index, text.plain.len());
            let above = leads::stands_above(view, index);
            let tied = speakers_of(view, index..index + 1 + usize::from(above));
            line.tied = tied.as_ref().is_some_and(|(_, tie)| *tie >= Tie::Verb);
            let at = self.lines.len();
            self.lines.push(line);
            let mut found = with_speakers(view, text, &readings);
            found.extend(leads::titled(view, index).map(|(_, reading, _)| (reading, false)));
            let whole = above.then(|| text.trim(0..text.plain.len()));
            if let Some(title) = whole
                .or_else(|| lists::own_line(text))
                .and_then(|title| line::title(text, &title, view.lexicon))
            {
                let (speakers, _) = tied.clone().unwrap_or_default();
                found.push((Reading::of_title(title, &speakers), false));
            }
            let tie = tied.as_ref().map_or(Tie::None, |(_, tie)| *tie);
            for (reading, forced) in found {
                let mut candidate = view.candidate(index, text, &reading);
                view.extend(&mut candidate, index + 1..end);
                self.push(candidate, &reading, (at, index..end, forced, tie));
            }
        }
    }
}
