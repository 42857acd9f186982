//! Lists of sessions: bullets with speaker and title in every order, programmes with times.

use std::ops::Range;

use super::{Candidate, Taken, View, choose, decide};
use crate::recap::blocks::Kind;
use crate::recap::line::{self, Reading, Shape};
use crate::recap::link::{self, Target};
use crate::recap::text::{MarkKind, Text};

/// Sessions in the items of lists.
pub fn read(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    for group in groups(view, taken) {
        let Some(first) = group.first() else {
            continue;
        };
        let heading = view.heading(*first);
        let (talks, thanks) = view.leads_in(*first);
        if thanks || (view.opens_others(&heading) && !talks) {
            continue;
        }
        let helped = talks || view.opens_sessions(&heading);
        for (index, candidate) in list(view, &group, helped) {
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
        if block.kind != Kind::Item || taken.has(index) || block.text.is_empty() || block.quoted {
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
    // Lists of one item under the same heading, as loose Markdown leaves them, belong together.
    let mut merged: Vec<Vec<usize>> = Vec::new();
    for (_, items) in groups {
        let single = items.len() == 1;
        let joins = single
            && merged.last().is_some_and(|last| {
                last.len() < 100
                    && last.last().zip(items.first()).is_some_and(|(a, b)| {
                        view.above.get(*a) == view.above.get(*b)
                            && view.block(*a).map(|x| x.item) == view.block(*b).map(|x| x.item)
                    })
            });
        match merged.last_mut() {
            Some(last) if joins => last.extend(items),
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
        return lines
            .iter()
            .filter_map(|(index, text, readings)| {
                let reading = choose(readings, shape)
                    .cloned()
                    .or_else(|| marked(text, readings, helped))?;
                Some((*index, whole(view, *index, text, &reading)))
            })
            .collect();
    }
    if !helped {
        return Vec::new();
    }
    // Under a heading for talks, items that begin with a name that does something, or with a
    // title that leads to a recording or slides.
    let doing = lines
        .iter()
        .filter(|(_, _, r)| line::best(r, Shape::Doing).is_some_and(|r| r.sure >= 0.6))
        .count();
    if doing >= 2 && doing * 2 >= lines.len() {
        return lines
            .iter()
            .filter_map(|(index, text, readings)| {
                Some((
                    *index,
                    whole(view, *index, text, line::best(readings, Shape::Doing)?),
                ))
            })
            .collect();
    }
    let titled: Vec<(usize, Candidate)> = lines
        .iter()
        .filter_map(|(index, text, readings)| {
            let reading = marked(text, readings, true)?;
            let media = text.links().any(|(range, href)| {
                link::target(
                    text.plain.get(range.clone()).unwrap_or_default(),
                    href,
                    view.lexicon,
                ) != Target::Page
            });
            media.then(|| (*index, whole(view, *index, text, &reading)))
        })
        .collect();
    if titled.len() >= 2 && titled.len() * 2 >= lines.len() {
        titled
    } else {
        Vec::new()
    }
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
