//! Sessions whose title and speakers have labels on lines next to each other: "Title: T", "Speaker: S".

use std::ops::Range;

use super::{Candidate, Taken, View};
use crate::recap::blocks::Kind;
use crate::recap::line::{self, Reading, Shape};
use crate::recap::name::Person;
use crate::recap::text::Text;

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
    Speakers(Vec<Person>),
}

/// The sessions with such labels; `taken` gains their blocks and the heading above them.
pub(super) fn read(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let facts = facts(view, taken);
    let mut pairs: Vec<(&Fact, &Fact)> = Vec::new();
    let mut rest = facts.as_slice();
    while let [first, second, after @ ..] = rest {
        let both = matches!(
            (&first.value, &second.value),
            (Value::Title(_), Value::Speakers(_)) | (Value::Speakers(_), Value::Title(_))
        );
        if both && second.index <= first.index + 1 {
            pairs.push((first, second));
            rest = after;
        } else {
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    let starts: Vec<usize> = pairs.iter().map(|(first, _)| first.index).collect();
    let mut all = Vec::new();
    for (at, (first, second)) in pairs.into_iter().enumerate() {
        let next = starts.get(at + 1).copied();
        let end = end(view, second.index).min(next.unwrap_or(usize::MAX));
        let (title, speakers) = match (&first.value, &second.value) {
            (Value::Title(title), Value::Speakers(speakers)) => ((first.index, title), speakers),
            (Value::Speakers(speakers), Value::Title(title)) => ((second.index, title), speakers),
            _ => continue,
        };
        let Some(block) = view.block(title.0) else {
            continue;
        };
        let reading = Reading {
            shape: Shape::By,
            speakers: speakers.clone(),
            title: Some(title.1.clone()),
            end: block.text.plain.len(),
            sure: 1.0,
        };
        let mut candidate = view.candidate(title.0, &block.text, &reading);
        view.extend(&mut candidate, first.index..end.max(second.index + 1));
        candidate.body = body(view, &facts, first.index..end.max(second.index + 1));
        let above = first.index.saturating_sub(1);
        let headed = matches!(view.block(above).map(|b| b.kind), Some(Kind::Heading(_)));
        taken.take(if headed { above } else { first.index }..end.max(second.index + 1));
        all.push(candidate);
    }
    all
}

/// All lines with labels in blocks that are not `taken`.
fn facts(view: &View<'_>, taken: &Taken) -> Vec<Fact> {
    let mut all = Vec::new();
    for (index, block) in view.blocks.all.iter().enumerate() {
        if taken.has(index) || !matches!(block.kind, Kind::Paragraph | Kind::Item) {
            continue;
        }
        for line in lines(&block.text) {
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

/// The block of the next heading.
fn end(view: &View<'_>, after: usize) -> usize {
    let heading = |at: &usize| {
        let kind = view.block(*at).map(|block| block.kind);
        matches!(kind, Some(Kind::Heading(1..=6)))
    };
    let all = view.blocks.all.len();
    (after + 1..all).find(heading).unwrap_or(all)
}

/// The text of a session: of each block what follows its last line with a label.
fn body(view: &View<'_>, facts: &[Fact], blocks: Range<usize>) -> Vec<(usize, Range<usize>)> {
    let rest = |index: usize| {
        let block = view.block(index).filter(|block| !block.caption)?;
        let labelled = facts.iter().filter(|fact| fact.index == index);
        let start = labelled.map(|fact| fact.line.end).max().unwrap_or(0);
        let rest = block.text.trim(start..block.text.plain.len());
        (!rest.is_empty()).then_some((index, rest))
    };
    blocks.filter_map(rest).collect()
}
