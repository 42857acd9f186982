//! A heading a session: with title and names in it, or with the names in the section below.

use std::ops::Range;

use super::{Candidate, Taken, View, choose, decide};
use crate::recap::blocks::Kind;
use crate::recap::line::{self, Reading, Shape};
use crate::recap::link::{self, Target};
use crate::recap::mention::{self, Mention, Tie};
use crate::recap::name;
use crate::recap::text::MarkKind;
use crate::recap::words::fold;

/// The level that a bold paragraph has.
const BOLD: u8 = 7;

/// Headings that hold title and names.
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
        let Some(shape) = decide(&readings, false) else {
            continue;
        };
        for (index, readings) in headings.iter().zip(&readings) {
            let Some(reading) = choose(readings, shape) else {
                continue;
            };
            if view.all_authors(&reading.speakers) && reading.title.is_none() {
                continue;
            }
            let end = view.blocks.section_end(*index);
            all.extend(section(view, *index, end, reading));
            taken.take(*index..end);
        }
    }
    all
}

/// Headings that are titles, or names, alone: the section has to bear them out.
pub fn titles(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    for level in 1..=BOLD {
        let headings: Vec<usize> = level_of(view, level, taken)
            .into_iter()
            .filter(|index| !taken.any(*index..view.blocks.section_end(*index)))
            .collect();
        if headings.len() < 2 {
            continue;
        }
        let proofs: Vec<Proof> = headings.iter().map(|index| proof(view, *index)).collect();
        let named = proofs.iter().filter(|proof| proof.name.is_some()).count();
        let borne = proofs.iter().filter(|proof| proof.borne()).count();
        let names = named >= 2 && named * 2 > headings.len();
        if names {
            let people: Vec<name::Person> = proofs
                .iter()
                .filter_map(|proof| proof.name.clone())
                .flatten()
                .collect();
            let told = proofs
                .iter()
                .filter(|proof| proof.name.is_some() && proof.talk)
                .count();
            if view.all_authors(&people) || told * 2 < named {
                continue;
            }
        } else if borne < 2 || borne * 2 < headings.len() {
            continue;
        }
        for (index, proof) in headings.iter().zip(proofs) {
            let end = view.blocks.section_end(*index);
            let Some(candidate) = (if names {
                by_name(view, *index, end, &proof)
            } else {
                by_title(view, *index, end, &proof)
            }) else {
                continue;
            };
            all.push(candidate);
            taken.take(*index..end);
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
                && !generic(view, &block.text.plain)
                && !apart(view, *index)
        })
        .map(|(index, _)| index)
        .take(500)
        .collect()
}

/// Whether a heading stands in a section of thanks, sponsors and the like.
fn apart(view: &View<'_>, index: usize) -> bool {
    let Some(Kind::Heading(level)) = view.block(index).map(|b| b.kind) else {
        return false;
    };
    let parent = (0..index)
        .rev()
        .find_map(|above| match view.block(above)?.kind {
            Kind::Heading(other) if other < level => Some(above),
            _ => None,
        });
    parent
        .and_then(|parent| view.block(parent))
        .is_some_and(|block| {
            view.lexicon.is(&block.text.plain, |w| w.others)
                && !fold(&block.text.plain).contains(" day")
        })
}

/// Whether a heading names a part of any recap rather than a session of this one.
fn generic(view: &View<'_>, heading: &str) -> bool {
    let folded = fold(heading);
    let lexicon = view.lexicon;
    if view.opens_others(heading)
        || lexicon.is(heading, |w| w.sessions)
        || lexicon.is(heading, |w| w.breaks)
    {
        return true;
    }
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    // Days and dates: "Day 1", "Tuesday", "Saturday, 12 May".
    let dated = words.iter().any(|word| {
        [
            "day",
            "día",
            "dia",
            "jour",
            "tag",
            "giorno",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "samedi",
            "dimanche",
            "vendredi",
            "sábado",
            "domingo",
            "viernes",
            "samstag",
            "sonntag",
            "freitag",
        ]
        .contains(word)
            || lexicon.list(|w| w.talks).any(|t| t == *word)
            || word.chars().all(|c| c.is_ascii_digit())
            || (0..12).any(|m| {
                lexicon.own.months[m].contains(word) || lexicon.english.months[m].contains(word)
            })
    });
    let plain = words.len() <= 4
        && dated
        && words.iter().all(|word| {
            word.chars().all(|c| c.is_ascii_digit())
                || [
                    "day",
                    "one",
                    "two",
                    "three",
                    "first",
                    "second",
                    "third",
                    "the",
                    "1st",
                    "2nd",
                    "3rd",
                    "and",
                    "of",
                    "día",
                    "dia",
                    "jour",
                    "tag",
                    "giorno",
                    "other",
                    "more",
                    "some",
                    "notable",
                    "favorite",
                    "favourite",
                    "best",
                    "our",
                    "my",
                    "d'ouverture",
                    "opening",
                    "closing",
                    "de",
                    "fermeture",
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                    "samedi",
                    "dimanche",
                    "vendredi",
                    "sábado",
                    "domingo",
                    "viernes",
                    "samstag",
                    "sonntag",
                    "freitag",
                    "selected",
                    "invited",
                    "contributed",
                    "attended",
                    "i",
                    "we",
                ]
                .contains(word)
                || lexicon.list(|w| w.talks).any(|t| t == *word)
                || (0..12).any(|m| {
                    lexicon.own.months[m].contains(word) || lexicon.english.months[m].contains(word)
                })
        });
    plain || folded.trim().is_empty()
}

/// What bears out that a heading names a session.
struct Proof {
    name: Option<Vec<name::Person>>,
    speakers: Vec<name::Person>,
    media: bool,
    talk: bool,
    tie: Tie,
}

impl Proof {
    fn borne(&self) -> bool {
        self.media || self.tie >= Tie::Role || (self.tie == Tie::Profile && self.talk)
    }
}

fn proof(view: &View<'_>, index: usize) -> Proof {
    let end = view.blocks.section_end(index);
    let heading = view
        .block(index)
        .map(|b| b.text.clone())
        .unwrap_or_default();
    let name = name::people(&heading, view.lexicon).filter(|people| line::sureness(people) >= 0.6);
    let mut media = false;
    let mut talk = false;
    let mut best: Option<(Mention, name::Person)> = None;
    let mut seen = 0;
    let mut others: Vec<(Tie, name::Person)> = Vec::new();
    for at in index + 1..end {
        let Some(block) = view.block(at) else {
            break;
        };
        media |= block
            .frames
            .iter()
            .any(|(frame, _)| link::by_address(frame) != Target::Page);
        media |= block.text.links().any(|(range, href)| {
            let words = block.text.plain.get(range.clone()).unwrap_or_default();
            link::target(words, href, view.lexicon) != Target::Page
        });
        if seen < 3 && !block.text.is_empty() && !block.caption && block.kind != Kind::Row {
            seen += 1;
            talk |= view.lexicon.has(&block.text.plain, |w| w.talks);
            for mention in mention::mentions(&block.text, view.lexicon)
                .into_iter()
                .take(6)
            {
                let slice = block.text.slice(mention.range.clone());
                if let Some(person) = name::person(&slice, view.lexicon) {
                    others.push((mention.tie, person.clone()));
                    if best.as_ref().is_none_or(|(old, _)| {
                        mention.tie.max(Tie::Profile) > old.tie.max(Tie::Profile) && seen == 1
                    }) {
                        best = Some((mention, person));
                    }
                }
            }
        }
    }
    let heading_linked = heading
        .links()
        .any(|(_, href)| link::by_address(href) != Target::Page);
    let tie = best.as_ref().map_or(Tie::None, |(mention, _)| mention.tie);
    let mut speakers: Vec<name::Person> = best.into_iter().map(|(_, person)| person).collect();
    if let Some(first) = speakers.first_mut()
        && !first.name.value.contains(' ')
        && let Some((_, whole)) = others.iter().find(|(_, other)| {
            other.name.value.contains(' ')
                && other
                    .name
                    .value
                    .split(' ')
                    .any(|part| part == first.name.value)
        })
    {
        *first = whole.clone();
    }
    Proof {
        name,
        speakers,
        media: media || heading_linked,
        talk,
        tie,
    }
}

fn by_title(view: &View<'_>, index: usize, end: usize, proof: &Proof) -> Option<Candidate> {
    if !proof.borne() {
        return None;
    }
    let text = &view.block(index)?.text;
    let start = line::lead(text, view.lexicon);
    let title = line::title(text, &(start..text.plain.len()), view.lexicon)?;
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
    section(view, index, end, &reading)
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
