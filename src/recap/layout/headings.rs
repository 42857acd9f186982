//! A heading a session: with title and names in it, or with the names in the section below.

use std::ops::Range;

use super::proof::Proof;
use super::{Candidate, Taken, View, choose, decide, untitled};
use crate::recap::blocks::Kind;
use crate::recap::line::{self, Reading, Shape};
use crate::recap::link;
use crate::recap::mention::Tie;
use crate::recap::name;
use crate::recap::text::MarkKind;

/// The level that a bold paragraph has.
const BOLD: u8 = 7;

/// Headings that hold title and names: a level of them, or those of one section.
pub fn both(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    for level in 1..=BOLD {
        let headings = level_of(view, level, taken);
        let readings: Vec<Vec<Reading>> = headings
            .iter()
            .map(|index| {
                view.block(*index)
                    .map(|b| line::readings(&b.text, view.lexicon))
                    .unwrap_or_default()
            })
            .collect();
        if let Some(shape) = decide(&readings, false) {
            named(view, &headings, &readings, shape, taken, &mut all);
            continue;
        }
        let mut from = 0;
        while let Some(first) = headings.get(from) {
            let section = parent(view, *first);
            let len = headings
                .iter()
                .skip(from)
                .take_while(|index| parent(view, **index) == section)
                .count();
            let group = headings.get(from..from + len).unwrap_or_default();
            let lines = readings.get(from..from + len).unwrap_or_default();
            if let Some(shape) = decide(lines, false) {
                named(view, group, lines, shape, taken, &mut all);
            }
            from += len.max(1);
        }
    }
    // Authors who mix levels: all that are left may still decide together.
    let rest: Vec<usize> = (1..BOLD)
        .flat_map(|level| level_of(view, level, taken))
        .filter(|index| !taken.any(*index..view.blocks.section_end(*index)))
        .collect();
    let readings: Vec<Vec<Reading>> = rest
        .iter()
        .filter_map(|index| Some(line::readings(&view.block(*index)?.text, view.lexicon)))
        .collect();
    if let Some(shape) = decide(&readings, false) {
        named(view, &rest, &readings, shape, taken, &mut all);
    }
    all
}

/// Headings that call themselves talks: "Talk 1: T". The speaker stands in the section.
pub fn labelled(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    for level in 1..=BOLD {
        let headings: Vec<usize> = level_of(view, level, taken)
            .into_iter()
            .filter(|index| {
                let label = view
                    .block(*index)
                    .is_some_and(|block| line::titled(&block.text, view.lexicon).is_some());
                label && !taken.any(*index..view.blocks.section_end(*index))
            })
            .collect();
        if headings.len() < 2 {
            continue;
        }
        for index in headings {
            let end = view.blocks.section_end(index);
            if let Some(mut candidate) = by_title(view, index, end, &Proof::of(view, index)) {
                candidate.title = view.block(index).and_then(|block| {
                    let title = line::titled(&block.text, view.lexicon)?;
                    let title = line::title(&block.text, &title, view.lexicon)?;
                    Some(block.text.found(&title))
                });
                all.push(candidate);
                taken.take(index..end);
            }
        }
    }
    all
}

/// The sessions of headings whose shape is decided.
fn named(
    view: &View<'_>,
    headings: &[usize],
    readings: &[Vec<Reading>],
    shape: Shape,
    taken: &mut Taken,
    all: &mut Vec<Candidate>,
) {
    for (index, readings) in headings.iter().zip(readings) {
        let text = view.block(*index).map(|block| &block.text);
        let forced = text.and_then(|text| line::forced(text, shape, view.lexicon));
        let Some(reading) = choose(readings, shape)
            .or_else(|| text.and_then(|text| untitled(view, text, readings)))
            .or(forced.as_ref())
        else {
            continue;
        };
        if view.all_authors(&reading.speakers) && reading.title.is_none() {
            continue;
        }
        let within = nested(view, *index, shape);
        let end = view.blocks.section_end(*index);
        let ends = within.iter().map(|(at, _)| *at).chain([end]);
        let starts = [(*index, reading.clone())]
            .into_iter()
            .chain(within.clone());
        for ((from, reading), to) in starts.zip(ends) {
            all.extend(section(view, from, to, &reading));
        }
        taken.take(*index..end);
    }
}

/// Headings within a session's section that are sessions of the same shape, by an author who mixes
/// levels.
fn nested(view: &View<'_>, index: usize, shape: Shape) -> Vec<(usize, Reading)> {
    (index + 1..view.blocks.section_end(index))
        .filter_map(|at| {
            let block = view.block(at)?;
            if !matches!(block.kind, Kind::Heading(_)) || view.generic(at) {
                return None;
            }
            let readings = line::readings(&block.text, view.lexicon);
            let reading = line::best(&readings, shape).filter(|reading| reading.sure >= 0.75)?;
            Some((at, reading.clone()))
        })
        .collect()
}

/// Headings that are titles, or names, alone: the section has to bear them out.
pub fn titles(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    for level in 1..=BOLD {
        let headings: Vec<usize> = level_of(view, level, taken)
            .into_iter()
            .filter(|index| !taken.any(*index..view.blocks.section_end(*index)))
            .filter(|index| !lists_talks(view, *index))
            .collect();
        if headings.len() < 2 {
            continue;
        }
        let proofs: Vec<Proof> = headings
            .iter()
            .map(|index| Proof::of(view, *index))
            .collect();
        let named = proofs.iter().filter(|proof| proof.name.is_some()).count();
        let borne = proofs.iter().filter(|proof| proof.borne()).count();
        let media = proofs.iter().filter(|proof| proof.media).count();
        let announced = proofs.iter().filter(|proof| proof.announced).count();
        let by_names = named >= 2 && named * 2 > headings.len();
        if by_names {
            let people: Vec<name::Person> = proofs
                .iter()
                .filter_map(|proof| proof.name.clone())
                .flatten()
                .collect();
            let told = proofs
                .iter()
                .filter(|proof| proof.name.is_some() && proof.told)
                .count();
            if view.all_authors(&people) || told * 2 < named {
                continue;
            }
        } else if borne < 2
            || borne * 2 < headings.len()
            || !(view.talky || media > 1 || announced > 1)
        {
            continue;
        }
        for (index, proof) in headings.iter().zip(proofs) {
            let end = view.blocks.section_end(*index);
            let Some(candidate) = (if by_names {
                by_name(view, *index, end, &proof)
            } else if proof.borne() || proof.this {
                by_title(view, *index, end, &proof)
            } else {
                None
            }) else {
                continue;
            };
            all.push(candidate);
            taken.take(*index..end);
        }
        all.extend(keynotes(view, level, taken));
    }
    all
}

/// Whether several items under a heading have slides or a recording each: it opens a list of
/// talks.
fn lists_talks(view: &View<'_>, heading: usize) -> bool {
    let media = |index: &usize| {
        view.block(*index).is_some_and(|block| {
            block.kind == Kind::Item
                && block.item.is_none()
                && block
                    .text
                    .links()
                    .any(|(_, href)| link::by_address(href) != link::Target::Page)
        })
    };
    let section = heading + 1..view.blocks.section_end(heading);
    section.filter(media).count() >= 3
}

/// Headings under one that says "Talks": titles, where half of their sections show some sign of
/// a talk.
pub fn under_sessions(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    for level in 2..=BOLD {
        let headings: Vec<usize> = level_of(view, level, taken)
            .into_iter()
            .filter(|index| !taken.any(*index..view.blocks.section_end(*index)))
            .collect();
        let mut rest = headings.as_slice();
        while let Some(first) = rest.first() {
            let section = parent(view, *first);
            let len = rest
                .iter()
                .take_while(|index| parent(view, **index) == section)
                .count();
            let (group, after) = rest.split_at(len.max(1));
            rest = after;
            let talks = section
                .and_then(|section| view.block(section))
                .is_some_and(|block| view.lexicon.is(&block.text.plain, |w| &w.sessions));
            if !talks || group.len() < 2 {
                continue;
            }
            let proofs: Vec<Proof> = group.iter().map(|index| Proof::of(view, *index)).collect();
            let signs = proofs.iter().filter(|proof| proof.sign()).count();
            if signs < 2 || signs * 2 < group.len() {
                continue;
            }
            for (index, proof) in group.iter().zip(&proofs) {
                let end = view.blocks.section_end(*index);
                if let Some(candidate) = by_title(view, *index, end, proof) {
                    all.push(candidate);
                    taken.take(*index..end);
                }
            }
        }
    }
    all
}

/// Headings without a name anywhere: titles, where half of a level's sections, four at least, speak
/// of a talk from the start and nothing says whose.
pub fn unnamed(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    for level in 2..BOLD {
        let headings: Vec<usize> = level_of(view, level, taken)
            .into_iter()
            .filter(|index| !taken.any(*index..view.blocks.section_end(*index)))
            .collect();
        let proofs: Vec<Proof> = headings
            .iter()
            .map(|index| Proof::of(view, *index))
            .collect();
        let early = proofs.iter().filter(|proof| proof.early).count();
        let titles = headings
            .iter()
            .filter(|index| {
                view.block(**index)
                    .is_some_and(|block| block.text.plain.split_whitespace().count() >= 3)
            })
            .count();
        let most = early >= 4 && early * 2 >= headings.len() && titles * 3 >= headings.len() * 2;
        if !(most && view.talky) {
            continue;
        }
        for (index, proof) in headings.iter().zip(&proofs) {
            let end = view.blocks.section_end(*index);
            if let Some(candidate) = by_title(view, *index, end, proof) {
                all.push(candidate);
                taken.take(*index..end);
            }
        }
    }
    all
}

/// Beside headings that are titles, those that only say "Keynote": sessions without a title.
fn keynotes(view: &View<'_>, level: u8, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    for index in 0..view.blocks.all.len() {
        let Some(block) = view
            .block(index)
            .filter(|block| block.kind == Kind::Heading(level))
        else {
            continue;
        };
        let end = view.blocks.section_end(index);
        let folded = block.text.folded();
        let many = folded
            .split_ascii_whitespace()
            .any(|word| word.ends_with('s') && view.lexicon.knows(word, |w| &w.talks));
        let single = !many
            && view.lexicon.has_in(folded, |w| &w.talks)
            && view.only_sessions(&block.text.plain);
        let nested = (index + 1..end).any(|at| {
            view.block(at)
                .is_some_and(|b| matches!(b.kind, Kind::Heading(_)))
        });
        if !single || nested || taken.any(index..end) {
            continue;
        }
        let proof = Proof::of(view, index);
        if proof.tie >= Tie::Verb && !proof.speakers.is_empty() {
            let reading = Reading {
                shape: Shape::Speaker,
                speakers: proof.speakers,
                title: None,
                end: block.text.plain.len(),
                sure: 0.7,
            };
            all.extend(section(view, index, end, &reading));
            taken.take(index..end);
        }
    }
    all
}

/// The headings of a level that may name a session.
fn level_of(view: &View<'_>, level: u8, taken: &Taken) -> Vec<usize> {
    view.blocks
        .all
        .iter()
        .enumerate()
        .filter(|(index, block)| {
            block.kind == Kind::Heading(level)
                && !taken.has(*index)
                && !block.text.is_empty()
                && !view.generic(*index)
                && !apart(view, *index)
        })
        .map(|(index, _)| index)
        .take(500)
        .collect()
}

/// The heading of the section that a heading stands in.
fn parent(view: &View<'_>, index: usize) -> Option<usize> {
    let Some(Kind::Heading(level)) = view.block(index).map(|b| b.kind) else {
        return None;
    };
    (0..index)
        .rev()
        .find_map(|above| match view.block(above)?.kind {
            Kind::Heading(other) if other < level => Some(above),
            _ => None,
        })
}

/// Whether a heading stands in a section of thanks, sponsors and the like.
fn apart(view: &View<'_>, index: usize) -> bool {
    parent(view, index)
        .and_then(|parent| view.block(parent))
        .is_some_and(|block| {
            view.lexicon.is(&block.text.plain, |w| &w.others)
                && !block.text.folded().contains(" day")
        })
}

fn by_title(view: &View<'_>, index: usize, end: usize, proof: &Proof) -> Option<Candidate> {
    let text = &view.block(index)?.text;
    let start = line::lead(text, view.lexicon);
    let title = line::title(text, &(start..text.plain.len()), view.lexicon)?;
    let said = text.plain.get(title.clone())?;
    if said.split_whitespace().count() <= 4 && view.lexicon.has(said, |w| &w.video) {
        return None;
    }
    // A heading that is code is a project.
    if text
        .marks
        .iter()
        .any(|mark| mark.kind == MarkKind::Code && mark.range.len() >= title.len())
    {
        return None;
    }
    let speakers = proof.speakers.clone();
    let reading = Reading {
        shape: Shape::Title,
        speakers,
        title: Some(title),
        end: text.plain.len(),
        sure: 0.7,
    };
    section(view, index, end, &reading)
}

fn by_name(view: &View<'_>, index: usize, end: usize, proof: &Proof) -> Option<Candidate> {
    let speakers = proof.name.clone().or_else(|| {
        (proof.tie >= Tie::Verb || proof.media)
            .then(|| proof.speakers.clone())
            .filter(|people| !people.is_empty())
    })?;
    let text = &view.block(index)?.text;
    let reading = Reading {
        shape: Shape::Speaker,
        speakers,
        title: None,
        end: text.plain.len(),
        sure: 0.7,
    };
    let mut candidate = section(view, index, end, &reading)?;
    // Under the speaker's name the title, in bold on a line of its own.
    let labelled = (index + 1..end.min(index + 4)).find_map(|at| {
        let text = &view.block(at)?.text;
        line::titled(text, view.lexicon).map(|title| text.found(&title))
    });
    if labelled.is_some() {
        candidate.title = labelled;
        return Some(candidate);
    }
    let below = view
        .block(index + 1)
        .filter(|block| block.kind == Kind::Heading(BOLD) && index + 1 < end);
    if let Some(below) = below
        && !view.opens_others(&below.text.plain)
        && let Some(title) = line::title(&below.text, &(0..below.text.plain.len()), view.lexicon)
    {
        candidate.title = Some(below.text.found(&title));
    }
    Some(candidate)
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
