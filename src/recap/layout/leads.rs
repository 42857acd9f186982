//! Paragraphs that begin with a session: in bold, as a link, or on lines of their own.

use super::{Candidate, Taken, View, choose, decide, other_lists};
use crate::recap::blocks::{Block, Kind};
use crate::recap::line::{self, Reading, Shape};
use crate::recap::mention::{self, Tie};
use crate::recap::name;
use crate::recap::text::{MarkKind, Text};

/// Sessions at the start of a section's paragraphs.
pub fn sections(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let leads = all_leads(view, taken);
    let mut all = Vec::new();
    let mut rest = leads.as_slice();
    while let Some(first) = rest.first() {
        let len = rest
            .iter()
            .take_while(|index| view.above.get(**index) == view.above.get(*first))
            .count();
        let (section, after) = rest.split_at(len.max(1));
        rest = after;
        group(view, section, taken, &mut all);
    }
    all
}

/// The same where each section has too few: all of them together may still decide.
pub fn scattered(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    let leads = all_leads(view, taken);
    group(view, &leads, taken, &mut all);
    all
}

/// Paragraphs that begin with something marked or a line of its own.
fn all_leads(view: &View<'_>, taken: &Taken) -> Vec<usize> {
    view.blocks
        .all
        .iter()
        .enumerate()
        .filter(|(index, block)| {
            block.kind == Kind::Paragraph
                && block.item.is_none()
                && !block.quoted
                && !taken.has(*index)
                && leading(&block.text)
                && !view.opens_others(&view.heading(*index))
        })
        .map(|(index, _)| index)
        .take(300)
        .collect()
}

fn group(view: &View<'_>, leads: &[usize], taken: &mut Taken, all: &mut Vec<Candidate>) {
    let readings: Vec<Vec<Reading>> = leads
        .iter()
        .map(|index| {
            view.block(*index)
                .map(|b| line::readings(&b.text, view.lexicon))
                .unwrap_or_default()
        })
        .collect();
    let helped = leads
        .first()
        .is_some_and(|index| view.opens_sessions(&view.heading(*index)));
    let shape = decide(&readings, helped).or_else(|| {
        let doing = readings
            .iter()
            .filter(|r| line::best(r, Shape::Doing).is_some_and(|r| r.sure >= 0.6))
            .count();
        (doing >= 2 && doing * 2 >= leads.len()).then_some(Shape::Doing)
    });
    let Some(shape) = shape else {
        return;
    };
    let lines = leads.iter().zip(&readings);
    let lines = lines.filter_map(|(index, r)| Some((&view.block(*index)?.text, r.as_slice())));
    if other_lists(lines, shape) {
        return;
    }
    // "S's talk on [T](…)" beside "S's [keynote](…)": all tell of talks.
    let linked = leads.iter().all(|index| {
        let first = view.block(*index).and_then(|b| b.text.links().next());
        first.is_some_and(|(range, _)| range.start <= 2)
    });
    for (position, (index, readings)) in leads.iter().zip(&readings).enumerate() {
        let titled = line::best(readings, Shape::Quoted).filter(|_| shape == Shape::Doing);
        let untitled =
            || line::best(readings, Shape::Doing).filter(|_| shape == Shape::Quoted && linked);
        let reading = titled.or_else(|| choose(readings, shape));
        let Some(reading) = reading.or_else(untitled) else {
            continue;
        };
        let Some(block) = view.block(*index) else {
            continue;
        };
        let mut candidate = view.candidate(*index, &block.text, reading);
        let next = leads
            .get(position + 1)
            .copied()
            .unwrap_or(view.blocks.all.len());
        let end = (*index + 1..next)
            .find(|at| {
                view.block(*at)
                    .is_none_or(|b| matches!(b.kind, Kind::Heading(_)) || another(view, b))
                    || taken.has(*at)
            })
            .unwrap_or(next);
        // After the last lead the text goes back to other things: one paragraph more is its own.
        let end = if position + 1 == leads.len() {
            end.min(*index + 3)
        } else {
            end
        };
        view.extend(&mut candidate, *index + 1..end);
        taken.take(*index..end);
        all.push(candidate);
    }
}

/// Whether the first sentence of a paragraph tells of somebody else's talk: "I also saw a talk by
/// S called T".
fn another(view: &View<'_>, block: &Block) -> bool {
    let first = mention::sentences(&block.text, view.lexicon).iter().next();
    let Some(first) = first.filter(|_| block.kind == Kind::Paragraph) else {
        return false;
    };
    let said = block.text.plain.get(first.clone()).unwrap_or_default();
    view.lexicon.has(said, |w| &w.talks)
        && mention::mentions(&block.text, view.lexicon)
            .iter()
            .any(|m| m.tie == Tie::By && m.score >= name::LIKELY && first.contains(&m.range.start))
}

/// Whether a paragraph begins with something marked, or with a line of its own.
fn leading(text: &Text) -> bool {
    let marked = text.marks.iter().any(|mark| {
        matches!(
            mark.kind,
            MarkKind::Strong | MarkKind::Emphasis | MarkKind::Link(_)
        ) && mark.range.start <= 2
            && mark.range.len() > 4
    });
    let line = text.plain.find('\n').is_some_and(|at| at < 200);
    let quote = text
        .plain
        .starts_with(['"', '“', '«', '「', '『', '《', '„', '•']);
    marked || line || quote
}

/// How much of a paragraph is read for who speaks, in bytes.
const EARLY: usize = 320;

/// Paragraphs that begin with a title in bold or as a link, and then tell of a talk: three at least
/// in a section, and half of them with a talk or its speaker.
pub fn titles(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    let leads: Vec<(usize, Reading, bool)> = all_leads(view, taken)
        .into_iter()
        .filter_map(|index| titled(view, index))
        .collect();
    let mut rest = leads.as_slice();
    while let Some((first, ..)) = rest.first() {
        let above = view.above.get(*first);
        let len = rest
            .iter()
            .take_while(|(index, ..)| view.above.get(*index) == above)
            .count();
        let (section, after) = rest.split_at(len.max(1));
        rest = after;
        let borne = section.iter().filter(|(.., borne)| *borne).count();
        if borne < 3 || borne * 2 < section.len() {
            continue;
        }
        for (index, reading, _) in section {
            if let Some(block) = view.block(*index) {
                all.push(view.candidate(*index, &block.text, reading));
                taken.take(*index..*index + 1);
            }
        }
    }
    all
}

/// A paragraph that begins with a marked title and goes on; and whether it tells of a talk.
fn titled(view: &View<'_>, index: usize) -> Option<(usize, Reading, bool)> {
    let text = &view.block(index)?.text;
    let mark = text.marks.iter().find(|mark| {
        matches!(mark.kind, MarkKind::Strong | MarkKind::Link(_)) && mark.range.start <= 2
    })?;
    let title = line::title(text, &mark.range, view.lexicon)?;
    let said = text.plain.get(title.clone())?;
    let words = said.split_whitespace().count();
    let rest = text.plain.get(mark.range.end..)?;
    if !(2..=22).contains(&words)
        || rest.trim().chars().count() < 30
        || rest.trim_start().starts_with([':', '：'])
        || name::score(said) >= name::LIKELY
        || view.opens_others(said)
    {
        return None;
    }
    let early = text.slice(mark.range.end..text.plain.floor_char_boundary(mark.range.end + EARLY));
    let mentions = mention::mentions(&early, view.lexicon);
    let best = mentions
        .iter()
        .enumerate()
        .max_by(|a, b| a.1.tie.cmp(&b.1.tie).then(b.0.cmp(&a.0)))
        .filter(|(_, mention)| mention.tie >= Tie::Role);
    let speakers: Vec<_> = best
        .and_then(|(at, _)| mentions.get(mention::joined(&early, mentions, at, view.lexicon)))
        .unwrap_or_default()
        .iter()
        .map(|mention| mention.person(&early))
        .collect();
    let borne = !speakers.is_empty() || view.lexicon.has_in(early.folded(), |w| &w.talks);
    let reading = Reading {
        shape: Shape::Title,
        speakers,
        end: mark.range.end,
        title: Some(title),
        sure: 0.7,
    };
    Some((index, reading, borne))
}
