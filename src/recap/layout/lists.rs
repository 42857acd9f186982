//! Lists of sessions: bullets with speaker and title in every order, programmes with times.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Candidate, Taken, View, choose, decide, other_lists, untitled};
use crate::recap::blocks::Kind;
use crate::recap::line::{self, Reading, Shape};
use crate::recap::name::{self, LIKELY, Person};
use crate::recap::text::{MarkKind, Text};

/// Sessions in the items of lists.
pub fn read(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    // A second list of a section where the first one lists sessions, or one within it, may do so too.
    let mut sections = BTreeSet::new();
    for group in groups(view, taken) {
        let Some(first) = group.first().filter(|first| !taken.has(**first)) else {
            continue;
        };
        let heading = view.heading(*first);
        let (talks, thanks) = view.leads_in(*first);
        if thanks || (view.opens_others(&heading) && !talks) {
            continue;
        }
        let section = view.above.get(*first).copied().flatten();
        let helped = talks || view.opens_sessions(&heading) || sections.contains(&section);
        for (index, candidate) in list(view, &group, helped) {
            sections.insert(section);
            taken.take(item(view, index));
            all.push(candidate);
        }
    }
    all
}

/// The items of every list; lists that only prose or an image parts are one.
fn groups(view: &View<'_>, taken: &Taken) -> Vec<Vec<usize>> {
    let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
    for (index, block) in view.blocks.all.iter().enumerate() {
        // What is quoted is somebody else's words, but for a programme.
        let quoted = block.quoted && line::time(&block.text.plain).is_none();
        if block.kind != Kind::Item || taken.has(index) || block.text.is_empty() || quoted {
            continue;
        }
        match groups
            .iter_mut()
            .rev()
            .take(8)
            .find(|(group, _)| *group == block.group)
        {
            Some((_, items)) => items.push(index),
            None => groups.push((block.group, vec![index])),
        }
    }
    // Lists of one item under the same heading, as images between items leave them, belong
    // together.
    let mut merged: Vec<Vec<usize>> = Vec::new();
    for (_, items) in groups {
        let alike = |last: &Vec<usize>| {
            last.first().zip(items.first()).is_some_and(|(a, b)| {
                view.above.get(*a) == view.above.get(*b)
                    && view.block(*a).map(|x| x.item) == view.block(*b).map(|x| x.item)
            })
        };
        let parted = |last: &Vec<usize>| {
            let top = items
                .first()
                .and_then(|item| view.block(*item))
                .is_some_and(|b| b.item.is_none());
            top && (items.len() == 1 || last.len() == 1)
        };
        match merged.iter_mut().rev().take(12).find(|last| alike(last)) {
            Some(last) if parted(last) => last.extend(items),
            _ => merged.push(items),
        }
    }
    merged
}

/// The blocks of an item.
fn item(view: &View<'_>, index: usize) -> Range<usize> {
    let mut end = index + 1;
    while view
        .block(end)
        .is_some_and(|block| block.item.is_some_and(|item| item >= index))
    {
        end += 1;
    }
    index..end
}

fn list(view: &View<'_>, group: &[usize], helped: bool) -> Vec<(usize, Candidate)> {
    let lines: Vec<(usize, &Text, Vec<Reading>)> = group
        .iter()
        .take(300)
        .filter_map(|index| {
            let text = &view.block(*index)?.text;
            if pause(view, text) {
                return None;
            }
            Some((*index, text, line::readings(text, view.lexicon)))
        })
        .collect();
    let readings: Vec<Vec<Reading>> = lines
        .iter()
        .map(|(_, _, readings)| readings.clone())
        .collect();
    if let Some(shape) = decide(&readings, helped) {
        if other_lists(
            lines.iter().map(|(_, text, r)| (*text, r.as_slice())),
            shape,
        ) {
            return Vec::new();
        }
        return lines
            .iter()
            .filter_map(|(index, text, readings)| {
                let reading = choose(readings, shape)
                    .or_else(|| untitled(view, text, readings))
                    .cloned()
                    .or_else(|| marked(text, readings, helped))?;
                Some((*index, whole(view, *index, text, &reading)))
            })
            .collect();
    }
    // Items that begin with a name that does something.
    let doing = lines
        .iter()
        .filter(|(_, _, r)| line::best(r, Shape::Doing).is_some_and(|r| r.sure >= LIKELY))
        .count();
    if doing >= 2
        && doing * 2 >= lines.len()
        && (helped || (doing >= 3 && view.talky && whole_names(&lines)))
    {
        return lines
            .iter()
            .filter_map(|(index, text, readings)| {
                let reading = line::best(readings, Shape::Quoted)
                    .or_else(|| line::best(readings, Shape::Doing))?;
                Some((*index, whole(view, *index, text, reading)))
            })
            .collect();
    }
    if !helped {
        return Vec::new();
    }
    // Under a heading for talks: titles that lead to a recording or slides, or have a time.
    let titled: Vec<(usize, Candidate)> = lines
        .iter()
        .filter_map(|(index, text, readings)| {
            let timed = line::lead(text, view.lexicon) > 0
                && text.plain.contains(|c: char| c.is_ascii_digit());
            let reading = marked(text, readings, true).or_else(|| {
                line::best(readings, Shape::Title)
                    .filter(|_| timed)
                    .cloned()
            })?;
            let mut candidate = whole(view, *index, text, &reading);
            let media = candidate.links.video.is_some() || candidate.links.slides.is_some();
            if candidate.speakers.is_empty() {
                candidate.speakers = nested_speaker(view, *index).into_iter().collect();
            }
            (media || (timed && !candidate.speakers.is_empty())).then_some((*index, candidate))
        })
        .collect();
    if titled.len() >= 2 && titled.len() * 2 >= lines.len() {
        titled
    } else {
        Vec::new()
    }
}

/// Whether most of the names are more than a given name: what people who know each other did
/// is no session.
fn whole_names(lines: &[(usize, &Text, Vec<Reading>)]) -> bool {
    let names: Vec<&str> = lines
        .iter()
        .filter_map(|(_, _, readings)| line::best(readings, Shape::Doing))
        .flat_map(|reading| {
            reading
                .speakers
                .iter()
                .map(|person| person.name.value.as_str())
        })
        .collect();
    names.iter().filter(|name| name.contains(' ')).count() * 2 > names.len()
}

/// The name that begins one of the items below an item ("S: what S does").
fn nested_speaker(view: &View<'_>, index: usize) -> Option<Person> {
    item(view, index).skip(1).find_map(|below| {
        let text = &view.block(below)?.text;
        let text = &text.slice(line::lead(text, view.lexicon)..text.plain.len());
        let plain = text.plain.as_str();
        let head = plain.find([':', '：']).map_or(0, |at| at + 4);
        if text.links().any(|(range, _)| range.start <= head)
            || (plain.contains("://") && plain.len() < 80)
        {
            return None;
        }
        let end = plain
            .find([',', ':', '，', '：', '-', '(', '（'])
            .filter(|end| *end < 60)?;
        let slice = text.slice(0..end);
        let label = view.lexicon.is(&slice.plain, |w| w.video)
            || view.lexicon.is(&slice.plain, |w| w.slides);
        let person = name::person(&slice, view.lexicon).filter(|p| p.score >= 0.45);
        let single = || {
            let given = name::given(&slice.plain.to_lowercase());
            given.then(|| Person {
                name: slice.found(&(0..slice.plain.len())),
                score: 0.5,
            })
        };
        if label { None } else { person.or_else(single) }
    })
}

/// Whether a line of a programme is a break.
fn pause(view: &View<'_>, text: &Text) -> bool {
    let start = line::lead(text, view.lexicon);
    let said = text.plain.get(start..).unwrap_or_default();
    view.lexicon.is(said, |w| w.breaks)
}

/// A title that is marked at the start of an item, without a name.
fn marked(text: &Text, readings: &[Reading], helped: bool) -> Option<Reading> {
    let title = line::best(readings, Shape::Title)?;
    if !helped {
        return None;
    }
    let mark = text
        .marks
        .iter()
        .filter(|mark| mark.kind != MarkKind::Code && mark.range.start <= 3)
        .max_by_key(|mark| mark.range.len())?;
    let words = text
        .plain
        .get(mark.range.clone())?
        .split_whitespace()
        .count();
    (words >= 2).then(|| Reading {
        title: Some(mark.range.clone()),
        end: mark.range.end,
        ..title.clone()
    })
}

fn whole(view: &View<'_>, index: usize, text: &Text, reading: &Reading) -> Candidate {
    let mut candidate = view.candidate(index, text, reading);
    let item = item(view, index);
    view.extend(&mut candidate, item.start + 1..item.end);
    candidate
}
