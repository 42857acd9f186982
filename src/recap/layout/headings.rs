//! A heading with a name, and the title below it.

use std::ops::Range;

use super::{Candidate, View};
use crate::language::{Lexicon, List, fold};
use crate::recap::blocks::{Kind, LOWEST};
use crate::recap::line::{self, Reading, Shape};
use crate::recap::mention;
use crate::recap::name;
use crate::recap::text::Text;

/// A heading with a name, and the title from the lines below.
pub(super) fn under_name(
    view: &View<'_>,
    index: usize,
    end: usize,
) -> Option<(Candidate, Reading)> {
    let text = &view.block(index)?.text;
    let start = line::lead(text, view.lexicon);
    let name = text.slice(start..text.plain.len());
    let speakers = name::people(&name, view.lexicon)?;
    let sure = line::sureness(&speakers);
    let candidate = named_section(view, index, end, speakers.clone())?;
    let reading =
        Reading { shape: Shape::Speaker, speakers, title: None, end: text.plain.len(), sure };
    Some((candidate, reading))
}

fn named_section(
    view: &View<'_>,
    index: usize,
    end: usize,
    speakers: Vec<name::Person>,
) -> Option<Candidate> {
    let text = &view.block(index)?.text;
    let reading =
        Reading { shape: Shape::Speaker, speakers, title: None, end: text.plain.len(), sure: 0.7 };
    let mut candidate = section(view, index, end, &reading)?;
    // Below the speaker's name, the title in bold on a line of its own.
    let labelled = (index + 1..end.min(index + 4)).find_map(|at| {
        let text = &view.block(at)?.text;
        let title = line::titled(text, view.lexicon);
        let title = title.or_else(|| line::set_off(text, view.lexicon).filter(|_| at == index + 1));
        let title = title.or_else(|| called(text, view.lexicon).filter(|_| at == index + 1));
        line::title(text, &title?, view.lexicon).map(|title| text.found(&title))
    });
    if labelled.is_some() {
        candidate.title = labelled;
        return Some(candidate);
    }
    let below = view
        .block(index + 1)
        .filter(|block| block.kind == Kind::Heading(LOWEST) && index + 1 < end);
    if let Some(below) = below
        && !view.opens_others(&below.text.plain)
        && let Some(title) = line::title(&below.text, &(0..below.text.plain.len()), view.lexicon)
    {
        candidate.title = Some(below.text.found(&title));
    }
    Some(candidate)
}

/// The title in the first sentence of a speaker's section: "S gave a talk called “T”".
fn called(text: &Text, lexicon: Lexicon) -> Option<Range<usize>> {
    let sentence = mention::sentences(text, lexicon).first()?;
    line::quotes(text, sentence).into_iter().find(|quote| {
        let before = text.plain.get(sentence.start..quote.start).unwrap_or_default();
        let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        let last = fold(before.rsplit(' ').next().unwrap_or_default());
        let is = |list: List| lexicon.knows(last.trim(), list);
        is(|w| &w.titled) || is(|w| &w.talks)
    })
}

fn section(view: &View<'_>, index: usize, end: usize, reading: &Reading) -> Option<Candidate> {
    let text = &view.block(index)?.text;
    let mut candidate = view.candidate(index, text, reading);
    view.extend(&mut candidate, range(index + 1, end));
    Some(candidate)
}

fn range(start: usize, end: usize) -> Range<usize> {
    start..end.max(start)
}
