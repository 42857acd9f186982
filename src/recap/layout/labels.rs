//! Sessions whose title and speakers have labels on lines next to each other: "Title: T", "Speaker: S";
//! a heading right above the speakers is a title as well, and the label may be a heading of its own.

use std::ops::Range;

use super::{Candidate, Taken, View};
use crate::language::names::{SPEAKER_LABELS, SPEAKER_SECTIONS};
use crate::recap::blocks::{Block, Kind};
use crate::recap::line::{self, Reading, Shape};
use crate::recap::name::{self, LIKELY, Person};
use crate::recap::text::Text;

/// The most lines with labels that are read, of one post.
const MOST: usize = 400;

/// A line with a label.
struct Fact {
    /// Its block.
    index: usize,
    /// The last block of its value.
    last: usize,
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

/// A title with the speakers beside it.
struct Pair<'a> {
    first: &'a Fact,
    second: &'a Fact,
    /// The one of the two that has the title, and its bytes in the block's text.
    title: (&'a Fact, &'a Range<usize>),
    speakers: &'a [Person],
}

/// The sessions with such labels; `taken` gains their blocks and the heading above them.
pub(super) fn read(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let facts = facts(view, taken);
    let pairs = pairs(&facts);
    let nexts = pairs.iter().skip(1).map(|pair| Some(pair.first));
    let found: Vec<(Candidate, Range<usize>)> = (pairs.iter().zip(nexts.chain([None])))
        .filter_map(|(pair, next)| session(view, taken, pair, next))
        .collect();
    let take = |(candidate, blocks)| {
        taken.take(blocks);
        candidate
    };
    found.into_iter().map(take).collect()
}

fn pairs(facts: &[Fact]) -> Vec<Pair<'_>> {
    let mut pairs = Vec::new();
    let mut rest = facts;
    while let [first, second, after @ ..] = rest {
        // Of "Talk 1", "Speaker: S", "Title: T" the heading is not the title.
        let titled = (after.first()).is_some_and(|third| {
            matches!(third.value, Value::Title(_)) && third.index <= second.index + 1
        });
        let both = match (&first.value, &second.value) {
            (Value::Title(title), Value::Speakers(speakers)) => Some(((first, title), speakers)),
            (Value::Speakers(speakers), Value::Title(title)) => Some(((second, title), speakers)),
            (Value::Heading(title), Value::Speakers(speakers)) if !titled => {
                Some(((first, title), speakers))
            }
            _ => None,
        };
        rest = match both.filter(|_| second.index <= first.index + 1) {
            Some((title, speakers)) => {
                pairs.push(Pair { first, second, title, speakers });
                after
            }
            None => rest.get(1..).unwrap_or_default(),
        };
    }
    pairs
}

/// A session, and the blocks that it takes; `next` begins the session after it.
fn session(
    view: &View<'_>,
    taken: &Taken,
    pair: &Pair<'_>,
    next: Option<&Fact>,
) -> Option<(Candidate, Range<usize>)> {
    let Pair { first, second, title: (fact, title), speakers } = pair;
    let line = view.block(fact.index)?.text.slice(fact.line.clone());
    let reading = Reading {
        shape: Shape::By,
        speakers: speakers.to_vec(),
        title: Some(title.start - fact.line.start..title.end - fact.line.start),
        end: line.plain.len(),
        sure: 1.0,
    };
    let mut candidate = view.candidate(fact.index, &line, &reading);
    // Of a block with several sessions, the text up to the next one.
    let text = &view.block(second.index)?.text;
    let stop = next.filter(|next| next.index == second.index);
    let stop = stop.map_or(text.plain.len(), |next| next.line.start);
    let rest = text.trim(second.line.end..stop.max(second.line.end));
    if !rest.is_empty() {
        candidate.links.read(&text.slice(rest.clone()), view.lexicon);
        candidate.body.push((second.index, rest));
    }
    let above = first.index.checked_sub(1);
    let above = above.filter(|above| is_heading(view, *above));
    let headed = above.is_some() || matches!(first.value, Value::Heading(_));
    let end = match (&first.value, view.block(second.index)?.kind) {
        (Value::Heading(_), Kind::Heading(_)) => view.blocks.section_end(first.index),
        _ => end(view, taken, second.index, headed),
    };
    let end = end.min(next.map_or(end, |next| next.index.max(second.index + 1)));
    view.extend(&mut candidate, second.last + 1..end);
    let start = view.block(first.index)?.text.source(&first.line).start;
    candidate.source.start = start;
    Some((candidate, above.unwrap_or(first.index)..end))
}

/// All lines with labels in blocks that are not `taken`.
fn facts(view: &View<'_>, taken: &Taken) -> Vec<Fact> {
    let mut all = Vec::new();
    for (index, block) in view.blocks.all.iter().enumerate() {
        if taken.has(index) || block.kind == Kind::Row {
            continue;
        }
        if let Kind::Heading(_) = block.kind {
            let line = 0..block.text.plain.len();
            if let Some((people, last)) = speakers_below(view, index) {
                all.push(Fact { index, last, line, value: Value::Speakers(people) });
                continue;
            }
            let title = view.heading_title(index).filter(|_| !view.generic(index));
            all.extend(title.map(|title| Fact {
                index,
                last: index,
                line,
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
            all.push(Fact { index, last: index, line, value });
        }
    }
    all
}

/// The people named below a heading that is a label, "Speakers", then "- S", "S, Org", and the last of these blocks.
fn speakers_below(view: &View<'_>, heading: usize) -> Option<(Vec<Person>, usize)> {
    let label = view.block(heading)?.text.plain.to_lowercase();
    let label = label.trim_end_matches([':', '：', ' ']);
    let label = SPEAKER_SECTIONS.iter().find_map(|end| label.strip_suffix(end)).unwrap_or(label);
    if !SPEAKER_LABELS.contains(&label.trim()) {
        return None;
    }
    let below = view.blocks.all.iter().enumerate().skip(heading + 1);
    let below = below.take_while(|(_, block)| matches!(block.kind, Kind::Item | Kind::Paragraph));
    let own = below
        .filter(|(at, block)| !block.text.is_empty() && block.item.is_none_or(|item| item == *at));
    let named = |(at, block): (usize, &Block)| {
        let plain = &block.text.plain;
        let end = plain.find(['\n', ',', '，', '(', '（', ':', '：']).unwrap_or(plain.len());
        let people = name::people(&block.text.slice(0..end), view.lexicon)?;
        (line::sureness(&people) >= LIKELY).then_some((people, at))
    };
    own.map_while(named).reduce(|(mut people, _), (more, at)| {
        people.extend(more);
        (people, at)
    })
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
            || !headed && if listed { !is_item(*at) } else { *at > last + 1 }
    };
    let all = view.blocks.all.len();
    (last + 1..all).find(ends).unwrap_or(all)
}

fn is_heading(view: &View<'_>, at: usize) -> bool {
    let kind = view.block(at).map(|block| block.kind);
    matches!(kind, Some(Kind::Heading(1..=6)))
}
