//! List items: their groups, their blocks, and their possible titles.

use std::ops::Range;

use super::{Candidate, View};
use crate::recap::blocks::Kind;
use crate::recap::line::{self, Reading, Shape};
use crate::recap::link;
use crate::recap::name::{self, Person};
use crate::recap::text::{MarkKind, Text};
use crate::recap::word;

/// The possible titles of an item.
pub(super) fn titles(view: &View<'_>, index: usize) -> Vec<Range<usize>> {
    let Some(block) = view.block(index) else {
        return Vec::new();
    };
    let text = &block.text;
    let marked = text
        .marks
        .iter()
        .filter(|mark| mark.kind != MarkKind::Code && mark.range.start <= 3)
        .max_by_key(|mark| mark.range.len())
        .map(|mark| mark.range.clone());
    [led(text), own_line(text), before_colon(text), marked].into_iter().flatten().collect()
}

/// The link to a talk's page at the beginning of an item that goes on after it.
fn led(text: &Text) -> Option<Range<usize>> {
    let all = text.trim(0..text.plain.len());
    let (range, href) = text.links().next()?;
    let words = text.plain.get(range.clone())?.split_whitespace().count();
    let begins = range.start <= all.start + 1 && range.end < all.end;
    (begins && link::talk_page(href) && words >= 2).then(|| range.clone())
}

/// The first line of an item that goes on below it.
pub(super) fn own_line(text: &Text) -> Option<Range<usize>> {
    let end = text.plain.find('\n')?;
    let first = text.trim(0..end);
    let below = text.trim(end..text.plain.len());
    let linked =
        text.links().any(|(range, _)| range.start <= below.start + 1 && range.end + 1 >= below.end);
    let long = text.plain.len() > end + 20 || linked;
    let sentence = text
        .plain
        .get(first.clone())
        .is_some_and(|phrase| phrase.ends_with(['.', '。', ':', '：']));
    (long && !sentence && first.len() > 3).then_some(first)
}

/// The marked or quoted text before an item's first colon, or all of a line that ends with one.
fn before_colon(text: &Text) -> Option<Range<usize>> {
    let at = text.plain.find([':', '：']).filter(|_| !is_link(text))?;
    let ends = text.plain.get(at..)?.trim_end().chars().count() == 1;
    let last = text.plain.trim_end().ends_with([':', '：']);
    let at = if last { text.plain.trim_end().len() - 1 } else { at };
    let head = text.trim(0..at);
    let phrase = text.plain.get(head.clone())?;
    let words = phrase.split_whitespace().count();
    let marked = text.marks.iter().any(|mark| {
        mark.kind != MarkKind::Code
            && mark.range.start <= head.start + 2
            && mark.range.end.abs_diff(head.end) <= 2
    }) || line::unquoted(text, &head) != head;
    ((2..=22).contains(&words) && (marked || ends || last)).then_some(head)
}

/// The items of every list; lists separated only by prose or an image are one.
pub(super) fn groups(view: &View<'_>) -> Vec<Vec<usize>> {
    let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
    for (index, block) in view.blocks.all.iter().enumerate() {
        // A quotation is by somebody else, unless it is a schedule.
        let quoted = block.quoted && line::time(&block.text.plain).is_none();
        if block.kind != Kind::Item || block.text.is_empty() || quoted || view.is_beside(index) {
            continue;
        }
        match groups.iter_mut().rev().take(8).find(|(group, _)| *group == block.group) {
            Some((_, items)) => items.push(index),
            None => groups.push((block.group, vec![index])),
        }
    }
    // Lists of one item under the same heading belong together: images between items separate them.
    let mut merged: Vec<Vec<usize>> = Vec::new();
    for (_, items) in groups {
        let alike = |last: &Vec<usize>| {
            last.first().zip(items.first()).is_some_and(|(a, b)| {
                view.above.get(*a) == view.above.get(*b)
                    && view.block(*a).map(|x| x.item) == view.block(*b).map(|x| x.item)
            })
        };
        let parted = |last: &Vec<usize>| {
            let top =
                items.first().and_then(|item| view.block(*item)).is_some_and(|b| b.item.is_none());
            top && (items.len() == 1 || last.len() == 1)
        };
        match merged.iter_mut().rev().take(12).find(|last| alike(last)) {
            Some(last) if parted(last) => last.extend(items),
            _ => merged.push(items),
        }
    }
    merged
}

/// Whether all of an item is one link.
fn is_link(text: &Text) -> bool {
    text.links().any(|(link, _)| link.len() + 2 >= text.plain.len())
}

/// The level of the heading right above an item, and the end of its section, where the item leads the
/// section: a link alone, with text below it.
pub(super) fn under_heading(view: &View<'_>, index: usize) -> Option<(usize, usize)> {
    let above = index.checked_sub(1)?;
    let Kind::Heading(level) = view.block(above)?.kind else {
        return None;
    };
    let text = &view.block(index)?.text;
    let linked = is_link(text);
    let heading =
        |at: &usize| matches!(view.block(*at).map(|b| b.kind), Some(Kind::Heading(_)) | None);
    let end = (index + 1..=view.blocks.all.len()).find(heading)?;
    (linked && end > item(view, index).end).then_some((usize::from(level), end))
}

/// The blocks of an item.
pub(super) fn item(view: &View<'_>, index: usize) -> Range<usize> {
    let mut end = index + 1;
    while view.block(end).is_some_and(|block| block.item.is_some_and(|item| item >= index)) {
        end += 1;
    }
    index..end
}

/// The name that begins one of the items below an item ("S: what S does").
pub(super) fn nested_speakers(view: &View<'_>, index: usize) -> Option<Vec<Person>> {
    item(view, index).skip(1).find_map(|below| {
        let text = &view.block(below)?.text;
        let labelled = line::lead(text, view.lexicon) > 0 || text.plain.contains([':', '：']);
        if let Some(people) = line::byline(text, view.lexicon).filter(|_| labelled) {
            return Some(people);
        }
        let text = &text.slice(line::lead(text, view.lexicon)..text.plain.len());
        let plain = text.plain.as_str();
        let head = plain.find([':', '：']).map_or(0, |at| at + 4);
        if text.links().any(|(range, _)| range.start <= head)
            || (plain.contains("://") && plain.len() < 80)
        {
            return None;
        }
        let signs = [',', ':', '，', '：', '-', '(', '（', '~', '〜', '～'];
        let end = plain.find(signs).filter(|end| *end < 60)?;
        let slice = text.slice(0..end);
        let label = view.lexicon.is(&slice.plain, |w| &w.video)
            || view.lexicon.is(&slice.plain, |w| &w.slides);
        let person = name::person(&slice, view.lexicon).filter(|p| p.score >= 0.45);
        let single = || {
            let given = word::given(&slice.plain.to_lowercase());
            given.then(|| Person { name: slice.found(&(0..slice.plain.len())), score: 0.5 })
        };
        let person = person.or_else(single).filter(|_| !label);
        person.map(|person| vec![person])
    })
}

/// An item that is only a name, with the title as the first item below it.
pub(super) fn under_name(
    view: &View<'_>,
    index: usize,
    readings: &[Reading],
) -> Option<(Candidate, Reading)> {
    let text = &view.block(index)?.text;
    let reading = line::best(readings, Shape::Speaker).filter(|r| r.sure >= name::LIKELY)?;
    let below = view.block(index + 1)?;
    let nested = below.kind == Kind::Item && below.item == Some(index);
    let phrase = below.text.plain.as_str();
    let sentence = phrase.ends_with(['.', '!', '。']) || phrase.split_whitespace().count() > 14;
    let whole = nested && !sentence && reading.end >= text.plain.len();
    let title = line::title(&below.text, &(0..phrase.len()), view.lexicon).filter(|_| whole)?;
    let mut candidate = view.candidate(index, text, reading);
    candidate.title = Some(below.text.found(&title));
    candidate.links.read(&below.text, view.lexicon);
    view.extend(&mut candidate, index + 2..item(view, index).end);
    Some((candidate, reading.clone()))
}

/// Whether a line of a schedule is a break.
pub(super) fn pause(view: &View<'_>, text: &Text) -> bool {
    let start = line::lead(text, view.lexicon);
    let phrase = text.plain.get(start..).unwrap_or_default();
    view.lexicon.is(phrase, |w| &w.breaks)
}

/// The session of a reading of an item, with the blocks that belong to it.
pub(super) fn whole(
    view: &View<'_>,
    item: Range<usize>,
    text: &Text,
    reading: &Reading,
) -> Candidate {
    let mut candidate = view.candidate(item.start, text, reading);
    view.extend(&mut candidate, item.start + 1..item.end);
    candidate
}
