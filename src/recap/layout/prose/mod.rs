//! Sessions in running text: a title in quotation marks, in italics or as a link, and a person.

mod pair;
mod spans;

use std::ops::Range;

use super::{Candidate, Taken, View, same_person};
use crate::language::fold;
use crate::recap::blocks::Kind;
use crate::recap::link::Links;
use crate::recap::mention::{self, Mention, Tie};
use crate::recap::name::{LIKELY, Person};
use crate::recap::text::Text;
use pair::pair;
use spans::{Spans, habit, habits, spans};

/// Titles in sentences.
pub fn titled(view: &View<'_>, taken: &mut Taken) -> Vec<Candidate> {
    let mut all = Vec::new();
    let habits = habits(view, taken);
    for (index, text) in texts(view, taken) {
        let mentions = mention::mentions(text, view.lexicon);
        let sentences: Vec<(Range<usize>, Spans)> = mention::sentences(text, view.lexicon)
            .iter()
            .map(|range| (range.clone(), spans(view, text, range)))
            .collect();
        for (position, (range, spans)) in sentences.iter().enumerate() {
            // A title in a later sentence of the paragraph begins another talk.
            let next = sentences
                .iter()
                .skip(position + 1)
                .find(|(_, spans)| !spans.is_empty())
                .map_or(text.plain.len(), |(range, _)| range.start);
            let sentence = Sentence {
                index,
                text,
                range: range.clone(),
                mentions,
                spans,
                next,
            };
            for (span, sure) in spans {
                let sure = sure + habit(text, span, &habits);
                all.extend(pair(view, &sentence, span, sure));
            }
        }
    }
    all
}
/// A sentence and all that was seen in it.
struct Sentence<'a> {
    index: usize,
    text: &'a Text,
    range: Range<usize>,
    mentions: &'a [Mention],
    spans: &'a [(Range<usize>, f32)],
    /// Where the text goes on to another talk.
    next: usize,
}
/// People who gave a talk, without its title.
pub fn named(view: &View<'_>, taken: &Taken) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    for (index, text) in texts(view, taken) {
        let mentions = mention::mentions(text, view.lexicon);
        for sentence in mention::sentences(text, view.lexicon) {
            let said = text.plain.get(sentence.clone()).unwrap_or_default();
            let talk = view.lexicon.has(said, |w| &w.talks);
            for (position, mention) in mentions
                .iter()
                .enumerate()
                .filter(|(_, m)| sentence.contains(&m.range.start))
            {
                let whole = text
                    .plain
                    .get(mention.range.clone())
                    .unwrap_or_default()
                    .contains(' ')
                    || mention::mostly_cjk(said)
                    || (mention.tie == Tie::By && given_by(view, text, mention));
                let tied = match mention.tie {
                    Tie::By => talk || given_by(view, text, mention),
                    Tie::Owner | Tie::Verb => true,
                    _ => false,
                };
                if !(tied
                    && whole
                    && mention.score
                        >= if mention.tie == Tie::Verb {
                            0.7
                        } else {
                            LIKELY
                        })
                {
                    continue;
                }
                let people: Vec<Person> = mentions
                    .get(mention::joined(text, mentions, position, view.lexicon))
                    .unwrap_or_default()
                    .iter()
                    .map(|m| m.person(text))
                    .collect();
                let known = |person: &Person| {
                    all.iter().any(|old| {
                        old.speakers
                            .iter()
                            .any(|p| same_person(&p.name.value, &person.name.value))
                    })
                };
                let people: Vec<Person> =
                    people.into_iter().filter(|person| !known(person)).collect();
                if people.is_empty() || view.all_authors(&people) {
                    continue;
                }
                let mut links = Links::default();
                links.read(&text.slice(sentence.clone()), view.lexicon);
                all.push(Candidate {
                    speakers: people,
                    title: None,
                    links,
                    body: vec![(index, sentence.start..text.plain.len())],
                    source: text.source(sentence),
                });
            }
        }
    }
    all
}
/// Whether "given by" and the like stands before a person.
fn given_by(view: &View<'_>, text: &Text, mention: &Mention) -> bool {
    let before = text.plain.get(..mention.range.start).unwrap_or_default();
    let lead = fold(&mention::tail(before, 40));
    let mut long = view.lexicon.list(|w| &w.by).filter(|by| by.contains(' '));
    long.any(|by| lead.trim_end().ends_with(by))
}
/// Whether a text says where in a calendar of articles the post stands.
fn calendar(plain: &str) -> bool {
    ["Advent Calendar", "アドベントカレンダー"]
        .iter()
        .any(|name| plain.contains(name))
}

/// Paragraphs and items that nothing else understood.
fn texts<'a>(view: &'a View<'_>, taken: &Taken) -> Vec<(usize, &'a Text)> {
    view.blocks
        .all
        .iter()
        .enumerate()
        .filter(|(index, block)| {
            matches!(block.kind, Kind::Paragraph | Kind::Item)
                && !taken.has(*index)
                && !block.quoted
                && !block.caption
                && !calendar(&block.text.plain)
                && (block.kind != Kind::Item || !block.text.plain.starts_with(['昨', '明']))
                && !view.lexicon.is(&view.heading(*index), |w| &w.others)
        })
        .map(|(index, block)| (index, &block.text))
        .take(400)
        .collect()
}
