//! Sessions in running text: a title in quotation marks, in italics or as a link, and a person.

mod named;
mod own;
mod pair;
mod spans;

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Candidate, View};
use crate::language::names::TURNS;
use crate::language::sessions::{ADVENT_CALENDARS, CHANCES, OTHER_DAYS, READS, SHOWED, readings};
use crate::language::{Folded, Lexicon, Phrases, fold};
use crate::recap::blocks::Kind;
use crate::recap::line::{self, Shape};
use crate::recap::link::Links;
use crate::recap::mention::{self, Mention, Tie};
use crate::recap::name::{self, LIKELY};
use crate::recap::text::{MarkKind, Text};
use own::Own;
use pair::pair;
pub(super) use spans::quoted;
use spans::{Spans, habit, habits, spans};

/// The longest marked text that is parsed as a line, in bytes.
const MARKED: usize = 250;

/// The most words from a verb of reading to a title.
const READ: usize = 3;

/// The most bytes between whose a talk is and what it is about.
const NEAR: usize = 60;

/// The probability of the author's own talk with a title, and with a topic: too few labelled posts have one to learn it.
const OWN: f32 = 0.95;
const OWN_TOPIC: f32 = 0.6;

/// A possible session in a sentence.
#[derive(Clone)]
pub(super) struct ProseOffer {
    /// Its block.
    pub index: usize,
    /// The sentence.
    pub part: Range<usize>,
    /// The title, or the names.
    pub words: Range<usize>,
    /// The session as it would be.
    pub candidate: Candidate,
    /// How sure it is.
    pub sure: f32,
    /// The speaker's tie to the talk.
    pub tie: Tie,
    /// The title's bytes.
    pub title: Option<Range<usize>>,
    /// The order of speaker and title.
    pub shape: Shape,
}

/// All possible sessions in sentences.
pub(super) fn offers(view: &View<'_>) -> Vec<ProseOffer> {
    let mut all: Vec<ProseOffer> = pairs(view)
        .into_iter()
        .map(|(index, part, pair)| ProseOffer {
            index,
            part,
            words: pair.title.clone(),
            candidate: pair.candidate,
            sure: pair.sure,
            tie: pair.tie,
            title: Some(pair.title),
            shape: Shape::Quoted,
        })
        .collect();
    for (index, text) in texts(view) {
        marked(view, index, text, &mut all);
        named::offer(view, index, text, &mut all);
    }
    all
}

/// The author's own talks, and how sure each is.
pub(super) fn own(view: &View<'_>) -> Vec<ProseOffer> {
    let mut all = own::headed(view);
    let below: BTreeSet<usize> =
        all.iter().flat_map(|offer| offer.candidate.body.iter().map(|(index, _)| *index)).collect();
    for (index, text) in texts(view) {
        if !below.contains(&index) {
            own_in(view, index, text, &mut all);
        }
    }
    all
}

fn own_in(view: &View<'_>, index: usize, text: &Text, all: &mut Vec<ProseOffer>) {
    let words = view.lexicon.own;
    for range in mention::sentences(text, view.lexicon) {
        // A cheap check before the sentence is read.
        let phrase = Folded::of(text.plain.get(range.clone()).unwrap_or_default());
        let says = |list: &'static Phrases| list.within(&phrase).next().is_some();
        let lists = [&words.mine, &words.spoke, &words.gave];
        let more = || SHOWED.iter().chain(CHANCES).chain(TURNS).any(|word| phrase.has(word));
        if !lists.into_iter().any(says) && !more() {
            continue;
        }
        let mentions = mention::mentions(text, view.lexicon);
        let mut spans = spans(view, text, range);
        // "I gave a “Lightning Talk” called “T”".
        let is_title = |span: &Range<usize>| {
            !view.only_sessions(text.plain.get(span.clone()).unwrap_or_default())
        };
        spans.retain(|(span, _)| is_title(span));
        let own = Own::of(text, range, (mentions, &spans), view.lexicon);
        let Some((title, marked)) = own.title() else {
            continue;
        };
        let mut links = Links::default();
        links.read(&text.slice(range.clone()), view.lexicon);
        let company = own.company();
        let author = view.author.iter().cloned();
        let first = company.first().map_or(title.start, |mention| mention.range.start);
        all.push(ProseOffer {
            index,
            part: range.clone(),
            words: first.min(title.start)..title.end,
            sure: if marked || !company.is_empty() { OWN } else { OWN_TOPIC },
            tie: Tie::None,
            title: Some(title.clone()),
            shape: Shape::Quoted,
            candidate: Candidate {
                speakers: author
                    .chain(company.iter().map(|mention| mention.person(text)))
                    .collect(),
                title: Some(text.found(&title)),
                links,
                body: vec![(index, range.start..text.plain.len())],
                source: text.source(range),
                own: true,
            },
        });
    }
}

/// Marked text within a sentence, parsed as a line of its own: "I enjoyed **T by S**".
fn marked(view: &View<'_>, index: usize, text: &Text, all: &mut Vec<ProseOffer>) {
    for mark in &text.marks {
        let phrase = text.plain.get(mark.range.clone()).unwrap_or_default();
        // "[S - @handle](profile)" is a person, not a line.
        let person = matches!(&mark.kind, MarkKind::Link(href) if name::profile(href));
        if person
            || matches!(mark.kind, MarkKind::Code | MarkKind::Small)
            || !(5..=MARKED).contains(&phrase.len())
        {
            continue;
        }
        let sentence = mention::sentences(text, view.lexicon)
            .iter()
            .find(|sentence| sentence.contains(&mark.range.start))
            .cloned();
        let read = line::within(text, &mark.range, view.lexicon);
        let best = read.into_iter().max_by(|a, b| a.sure.total_cmp(&b.sure));
        let (Some(part), Some(reading)) = (sentence, best) else {
            continue;
        };
        let mut candidate = view.candidate(index, text, &reading);
        candidate.source = text.source(&part);
        candidate.body = vec![(index, part.start..text.plain.len())];
        all.push(ProseOffer {
            index,
            part,
            words: mark.range.clone(),
            sure: reading.sure,
            tie: Tie::By,
            title: reading.title,
            shape: reading.shape,
            candidate,
        });
    }
}

fn pairs(view: &View<'_>) -> Vec<(usize, Range<usize>, pair::Pair)> {
    let mut all = Vec::new();
    let habits = habits(view);
    for (index, text) in texts(view) {
        let mentions = mention::mentions(text, view.lexicon);
        let sentences: Vec<(Range<usize>, Spans)> = mention::sentences(text, view.lexicon)
            .iter()
            .map(|range| (range.clone(), spans(view, text, range)))
            .collect();
        let only = sentences.iter().map(|(_, spans)| spans.len()).sum::<usize>() == 1;
        for (position, (range, spans)) in sentences.iter().enumerate() {
            if reads(text, range, view.lexicon) {
                continue;
            }
            // A title in a later sentence of the paragraph belongs to another talk.
            let next = sentences
                .iter()
                .skip(position + 1)
                .find(|(_, spans)| !spans.is_empty())
                .map_or(text.plain.len(), |(range, _)| range.start);
            let in_turn = people_follow(view, text, range, (mentions, spans));
            let range = range.clone();
            let sentence = Sentence { index, text, range, mentions, spans, in_turn, only, next };
            for (span, sure) in spans {
                let sure = sure + habit(text, span, &habits);
                let found = pair(view, &sentence, span, sure);
                all.extend(found.map(|pair| (index, sentence.range.clone(), pair)));
            }
        }
    }
    all
}
/// A sentence and what was found in it.
struct Sentence<'a> {
    index: usize,
    text: &'a Text,
    range: Range<usize>,
    mentions: &'a [Mention],
    spans: &'a [(Range<usize>, f32)],
    /// Whether people stand behind their titles, or before them, where both take turns.
    in_turn: Option<bool>,
    /// The paragraph has no other title.
    only: bool,
    /// Where another talk begins.
    next: usize,
}

/// Whether people stand behind their titles, or before them, where both take turns in a sentence: "“T” with S and S2, “T2”
/// with S3".
fn people_follow(
    view: &View<'_>,
    text: &Text,
    sentence: &Range<usize>,
    (mentions, spans): (&[Mention], &Spans),
) -> Option<bool> {
    if spans.len() < 2 {
        return None;
    }
    let titles: Vec<usize> = spans.iter().map(|(span, _)| span.start).collect();
    let is_title = |at: usize| spans.iter().any(|(span, _)| span.contains(&at));
    let mut people = Vec::new();
    let mut end = 0;
    for (index, mention) in mentions.iter().enumerate() {
        let start = mention.range.start;
        let is_here = sentence.contains(&start) && mention.score >= LIKELY;
        if is_here && index >= end && !is_title(start) {
            people.push(start);
            end = mention::joined(text, mentions, index, view.lexicon).end;
        }
    }
    let follow = titles.first()? < people.first()?;
    let (first, second) = if follow { (&titles, &people) } else { (&people, &titles) };
    let in_turn = first.len() == second.len()
        && first.iter().zip(second).all(|(one, other)| one < other)
        && second.iter().zip(first.iter().skip(1)).all(|(one, other)| one < other);
    in_turn.then_some(follow)
}

/// Whether a text gives the post's number in an advent calendar.
fn calendar(plain: &str) -> bool {
    ADVENT_CALENDARS.iter().any(|name| plain.contains(name))
}

/// Whether a sentence is about something to read, and nobody speaks there ("I read T by S, a novel"), or about a prize for
/// what is nobody's talk.
fn reads(text: &Text, sentence: &Range<usize>, lexicon: Lexicon) -> bool {
    let folded = Folded::of(text.plain.get(sentence.clone()).unwrap_or_default());
    let tied = |ties: &[Tie]| {
        let mut mentions = mention::mentions(text, lexicon).iter();
        mentions.any(|m| sentence.contains(&m.range.start) && ties.contains(&m.tie))
    };
    let read = is_about_books(text, sentence) || has_read(text, sentence);
    let read = read && !tied(&[Tie::Verb]);
    let won = lexicon.has_in(&folded, |w| &w.prizes) && !tied(&[Tie::Verb, Tie::By]);
    (read || won) && !lexicon.has_in(&folded, |w| &w.talks)
}

/// Whether words outside the quotations of a sentence say that it is about what people read; not "“Why We Bought a Mainframe” with S".
fn is_about_books(text: &Text, sentence: &Range<usize>) -> bool {
    let quotes = line::quotes(text, sentence);
    let starts = std::iter::once(sentence.start).chain(quotes.iter().map(|quote| quote.end));
    let ends = quotes.iter().map(|quote| quote.start).chain(std::iter::once(sentence.end));
    let around = starts.zip(ends).filter_map(|(start, end)| text.plain.get(start..end));
    let folded = Folded::of(&around.collect::<Vec<_>>().join(" "));
    readings().any(|word| folded.has(word))
}

/// Whether what is read stands right before the first title of a sentence: "I started reading “T” by S".
fn has_read(text: &Text, sentence: &Range<usize>) -> bool {
    let marks = text.marks.iter().filter(|mark| sentence.contains(&mark.range.start));
    let starts = line::quotes(text, sentence).into_iter().map(|quote| quote.start);
    let Some(title) = starts.chain(marks.map(|mark| mark.range.start)).min() else {
        return false;
    };
    let before = fold(text.plain.get(sentence.start..title).unwrap_or_default());
    let mut near = before.split_ascii_whitespace().rev().take(READ);
    near.any(|word| READS.contains(&word))
}

/// The paragraphs and items whose sentences may tell of a session.
fn texts<'a>(view: &'a View<'_>) -> Vec<(usize, &'a Text)> {
    view.blocks
        .all
        .iter()
        .enumerate()
        .filter(|(index, block)| {
            matches!(block.kind, Kind::Paragraph | Kind::Item)
                && !view.is_beside(*index)
                && !view.is_signature(*index)
                && !block.quoted
                && !block.caption
                && (block.kind != Kind::Item || !block.text.plain.starts_with(OTHER_DAYS))
                && !calendar(&block.text.plain)
                && !view.lexicon.is(&view.heading(*index), |w| &w.others)
        })
        .map(|(index, block)| (index, &block.text))
        .take(400)
        .collect()
}
