//! Sentences that name people and tell of their talks without a title: "S spoke about T".

use std::ops::Range;

use super::super::{Candidate, View};
use super::{NEAR, ProseOffer, reads};
use crate::language::names::{ABOUT_TALK_JA, AND_OTHERS, behind_honorific};
use crate::language::sessions::ONE_TALK;
use crate::language::{Lexicon, fold};
use crate::recap::line::Shape;
use crate::recap::link::Links;
use crate::recap::mention::{self, Mention, Tie};
use crate::recap::name::{LIKELY, Person};
use crate::recap::text::Text;

/// How sure a talk is of which a sentence says whose it is, and what about.
const TELLS: f32 = 1.1;

/// The most people of a list of whom each gave a talk.
const EACH: usize = 12;

/// Adds an offer for each person, or each list of people, whom a sentence of a text ties to a talk.
pub(super) fn offer(view: &View<'_>, index: usize, text: &Text, all: &mut Vec<ProseOffer>) {
    let mentions = mention::mentions(text, view.lexicon);
    let mut end = 0;
    // The last sentence, and whether it is about something to read.
    let mut about_reading: Option<(&Range<usize>, bool)> = None;
    for (position, mention) in mentions.iter().enumerate() {
        if mention.score < LIKELY || mention.range.start < end {
            continue;
        }
        let sentence = mention::sentences(text, view.lexicon)
            .iter()
            .find(|sentence| sentence.contains(&mention.range.start));
        let Some(sentence) = sentence else {
            continue;
        };
        let known = about_reading.filter(|(last, _)| *last == sentence);
        let (_, is_reading) = *about_reading
            .insert(known.unwrap_or_else(|| (sentence, reads(text, sentence, view.lexicon))));
        if is_reading || stands_beside(text, mention, sentence, view.lexicon) {
            continue;
        }
        let list = mentions
            .get(mention::joined(text, mentions, position, view.lexicon))
            .unwrap_or_default();
        end = list.last().map_or(0, |last| last.range.end);
        let after = text.plain.get(end..sentence.end).unwrap_or_default();
        if is_part(after) {
            continue;
        }
        let people: Vec<Person> = list.iter().map(|m| m.person(text)).collect();
        let tie = list.iter().map(|m| m.tie).max().unwrap_or(mention.tie);
        let is_titled = all
            .iter()
            .any(|other| other.index == index && other.title.is_some() && other.part == *sentence);
        let phrase = text.plain.get(sentence.clone()).unwrap_or_default();
        let lead = text.plain.get(sentence.start..mention.range.start).unwrap_or_default();
        let tells = !is_titled && says_whose_talk(phrase, (lead, after), tie, view.lexicon);
        let mut links = Links::default();
        links.read(&text.slice(sentence.clone()), view.lexicon);
        let each = tie == Tie::By && people.len() <= EACH && several_talks(lead, view.lexicon);
        let count = if each { 1 } else { people.len().max(1) };
        let places = list.chunks(count).map(|group| {
            let ends = group.last().map_or(0, |last| last.range.end);
            group.first().map_or(0, |first| first.range.start)..ends
        });
        all.extend(people.chunks(count).zip(places).map(|(speakers, words)| ProseOffer {
            index,
            part: sentence.clone(),
            words,
            sure: if tells { mention.score.max(TELLS) } else { mention.score },
            tie,
            title: None,
            shape: Shape::Doing,
            candidate: Candidate {
                speakers: speakers.to_vec(),
                title: None,
                links: links.clone(),
                body: vec![(index, sentence.start..text.plain.len())],
                source: text.source(sentence),
                own: false,
            },
        }));
    }
}

/// Whether a sentence names somebody without a talk.
fn stands_beside(
    text: &Text,
    mention: &Mention,
    sentence: &Range<usize>,
    lexicon: Lexicon,
) -> bool {
    let phrase = text.plain.get(sentence.clone()).unwrap_or_default();
    let lead = text.plain.get(sentence.start..mention.range.start).unwrap_or_default();
    let talks = lexicon.has(phrase, |w| &w.talks);
    let begins = lead.len() <= 2;
    let untied = || {
        // "I shared a taxi with S"; in scripts without spaces names stand apart from such words.
        let travels = || lexicon.has(phrase, |w| &w.logistics) && !mention::mostly_cjk(phrase);
        !talks && (!begins || travels()) || is_thanked(lead, lexicon)
    };
    // "S (Org)".
    lead.ends_with(['(', '（'])
        || mention.tie == Tie::None && untied()
        || !talks && is_company(lead, lexicon)
}

/// Whether the words around a name tied to a talk say whose it is and what about: "the talk by S about T", "the keynote
/// was given by S".
fn says_whose_talk(phrase: &str, (lead, after): (&str, &str), tie: Tie, lexicon: Lexicon) -> bool {
    let near = after.get(..after.floor_char_boundary(NEAR)).unwrap_or_default();
    let talks = || lexicon.has(phrase, |w| &w.talks);
    let about = tie >= Tie::Owner && lexicon.has(near, |w| &w.about) && talks();
    about || tie == Tie::By && is_talk_by(lead, lexicon) || has_talk(after, lexicon)
}

/// Whether a talk and a word such as "by" stand before a name: "a talk about loops by S", "the keynote was given by S".
fn is_talk_by(lead: &str, lexicon: Lexicon) -> bool {
    let near = lead.get(lead.ceil_char_boundary(lead.len().saturating_sub(NEAR))..);
    let clause = near.unwrap_or_default().rsplit([';', ':']).next().unwrap_or_default();
    lexicon.has(clause, |w| &w.talks)
}

/// Whether words before a name thank its owner: "Thanks to S for recording the talks".
fn is_thanked(lead: &str, lexicon: Lexicon) -> bool {
    lexicon.has(lead, |w| &w.courtesy)
}

/// Whether the author was with the owner of a name: "in the break I spoke with S about T".
fn is_company(lead: &str, lexicon: Lexicon) -> bool {
    let preposition = lead.trim_end().rsplit(' ').next().unwrap_or_default();
    lexicon.knows(fold(preposition).trim(), |w| &w.with) && lexicon.has(lead, |w| &w.me)
}

/// Whether words before a list of people say that each gave a talk: "we listened to talks by".
fn several_talks(before: &str, lexicon: Lexicon) -> bool {
    let folded = fold(before);
    let mut words = folded.split_ascii_whitespace().rev();
    let by = words.next().is_some_and(|by| lexicon.knows(by, |w| &w.by));
    by && words.next().is_some_and(|talks| {
        talks.ends_with(['s', 'e', 'i', 'y'])
            && lexicon.knows(talks, |w| &w.sessions)
            && !ONE_TALK.contains(&talks)
    })
}

/// Whether the names before these words are some of many: "S さん、S2 さんなど".
fn is_part(after: &str) -> bool {
    let after = behind_honorific(after).unwrap_or(after);
    AND_OTHERS.iter().any(|others| after.starts_with(others))
}

/// Whether a Japanese name is followed by what its owner's talk was about: "さんのセッションでは".
fn has_talk(after: &str, lexicon: Lexicon) -> bool {
    let owner = behind_honorific(after).filter(|_| lexicon.own.code == "ja").map(str::trim_start);
    let talk = owner.and_then(|after| lexicon.own.of.iter().find_map(|of| after.strip_prefix(of)));
    talk.is_some_and(|after| {
        let mut rests = lexicon.own.talks.iter().filter_map(|talk| after.strip_prefix(talk));
        rests.any(|rest| ABOUT_TALK_JA.iter().any(|mark| rest.starts_with(mark)))
    })
}
