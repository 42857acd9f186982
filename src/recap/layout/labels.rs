//! Sessions whose title and speakers have labels on lines next to each other: "Title: T", "Speaker: S";
//! a heading right above the speakers is a title as well.

use std::ops::Range;

use super::{Candidate, Taken, View};
use crate::recap::blocks::Kind;
use crate::recap::line::{self, Reading, Shape};
use crate::recap::name::Person;
use crate::recap::text::Text;

/// The most lines with labels that are read, of one post.
const MOST: usize = 400;

/// A line with a label.
struct Fact {
    /// Its block.
    index: usize,
    /// Its bytes in the block's text.
    line: Range<usize>,
    value: Value,
}

enum Value {
    /// The bytes of a title in the block's text.
    Title(Range<usize>),
    /// Those of a heading.
    Heading(Range<usize>),
    Speakers(Vec<Person>),
}

/// The sessions with such labels; `taken` gains their blocks and the heading above them.
pub(super) fn read(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let facts = facts(view, taken);
    let mut pairs: Vec<(&Fact, &Fact)> = Vec::new();
    let mut rest = facts.as_slice();
    while let [first, second, after @ ..] = rest {
        let near = second.index <= first.index + 1;
        // Of "Talk 1", "Speaker: S", "Title: T" the heading is no title.
        let titled = (after.first()).is_some_and(|third| {
            matches!(third.value, Value::Title(_)) && third.index <= second.index + 1
        });
        let both = match (&first.value, &second.value) {
            (Value::Title(_), Value::Speakers(_)) | (Value::Speakers(_), Value::Title(_)) => true,
            (Value::Heading(_), Value::Speakers(_)) => !titled,
            _ => false,
        };
        if both && near {
            pairs.push((first, second));
            rest = after;
        } else {
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    let mut all = Vec::new();
    for (at, (first, second)) in pairs.iter().enumerate() {
        let next = pairs.get(at + 1).map(|(next, _)| *next);
        let (title, speakers) = match (&first.value, &second.value) {
            (Value::Title(title) | Value::Heading(title), Value::Speakers(speakers)) => {
                ((*first, title), speakers)
            }
            (Value::Speakers(speakers), Value::Title(title)) => ((*second, title), speakers),
            _ => continue,
        };
        let (Some(block), Some(last)) = (view.block(title.0.index), view.block(second.index))
        else {
            continue;
        };
        let (fact, title) = title;
        let line = block.text.slice(fact.line.clone());
        let reading = Reading {
            shape: Shape::By,
            speakers: speakers.clone(),
            title: Some(title.start - fact.line.start..title.end - fact.line.start),
            end: line.plain.len(),
            sure: 1.0,
        };
        let mut candidate = view.candidate(fact.index, &line, &reading);
        // Of a block with several sessions, the text up to the next one.
        let stop = next.filter(|next| next.index == second.index);
        let stop = stop.map_or(last.text.plain.len(), |next| next.line.start);
        let rest = last.text.trim(second.line.end..stop.max(second.line.end));
        if !rest.is_empty() {
            candidate
                .links
                .read(&last.text.slice(rest.clone()), view.lexicon);
            candidate.body.push((second.index, rest));
        }
        let above = first
            .index
            .checked_sub(1)
            .filter(|above| is_heading(view, *above));
        let headed = above.is_some() || matches!(first.value, Value::Heading(_));
        let end = end(view, taken, second.index, headed);
        let end = end.min(next.map_or(end, |next| next.index.max(second.index + 1)));
        view.extend(&mut candidate, second.index + 1..end);
        if let Some(block) = view.block(first.index) {
            candidate.source.start = block.text.source(&first.line).start;
        }
        all.push((candidate, above.unwrap_or(first.index)..end));
    }
    all.into_iter()
        .map(|(candidate, blocks)| {
            taken.take(blocks);
            candidate
        })
        .collect()
}

/// All lines with labels in blocks that are not `taken`.
fn facts(view: &View<'_>, taken: &Taken) -> Vec<Fact> {
    let mut all = Vec::new();
    for (index, block) in view.blocks.all.iter().enumerate() {
        if taken.has(index) || block.kind == Kind::Row {
            continue;
        }
        if let Kind::Heading(_) = block.kind {
            let title = view.heading_title(index).filter(|_| !view.generic(index));
            all.extend(title.map(|title| Fact {
                index,
                line: 0..block.text.plain.len(),
                value: Value::Heading(title),
            }));
            continue;
        }
        for line in lines(&block.text) {
            if all.len() >= MOST {
                return all;
            }
            let text = block.text.slice(line.clone());
            let value = if let Some(people) = line::labelled_byline(&text, view.lexicon) {
                Value::Speakers(people)
            } else if let Some(title) = line::titled(&text, view.lexicon)
                .and_then(|title| line::title(&text, &title, view.lexicon))
            {
                Value::Title(line.start + title.start..line.start + title.end)
            } else {
                continue;
            };
            all.push(Fact { index, line, value });
        }
    }
    all
}

fn lines(text: &Text) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.plain.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end().len()
    })
}

/// Where a session ends whose labels end at `last`: with the section of its heading; without one,
/// with its list, or after the paragraph that follows.
fn end(view: &View<'_>, taken: &Taken, last: usize, headed: bool) -> usize {
    let is_item = |at: usize| view.block(at).is_some_and(|block| block.item.is_some());
    let listed = is_item(last);
    let ends = |at: &usize| {
        is_heading(view, *at)
            || taken.has(*at)
            || !headed
                && if listed {
                    !is_item(*at)
                } else {
                    *at > last + 1
                }
    };
    let all = view.blocks.all.len();
    (last + 1..all).find(ends).unwrap_or(all)
}

fn is_heading(view: &View<'_>, at: usize) -> bool {
    let kind = view.block(at).map(|block| block.kind);
    matches!(kind, Some(Kind::Heading(1..=6)))
}
