//! The author's own talk, told in a sentence: "I spoke about X", "my talk “T”".

mod company;
mod deeds;
mod headed;
mod topic;
mod unspaced;

use std::ops::Range;

pub(super) use headed::headed;

use super::NEAR;
use super::spans::Spans;
use crate::language::cities::COUNTRIES;
use crate::language::names::{ELIDED, REFLEXIVE, TURNS};
use crate::language::sessions::CONTRIBUTIONS;
use crate::language::{Folded, Lexicon, List, fold, is_cjk};
use crate::recap::kind;
use crate::recap::line;
use crate::recap::mention::{self, Mention, Tie};
use crate::recap::text::Text;

/// The most bytes between a title and the "by" of another person.
const BY: usize = 20;
/// The most words of a verb and what belongs to it: "got to speak".
const PHRASE: usize = 6;
/// The most words of a sentence that is read: each of them may begin the talk.
const LONGEST: usize = 150;
/// The most words of a title behind a colon, and of what stands before it.
const TITLE: usize = 12;
const LABEL: usize = 8;
/// The most bytes of a quotation mark and a space before a title.
const MARK: usize = 5;
/// The most words between "I" and its verb, and between a verb and its talk.
const APART: usize = 4;

/// A sentence in which the author may tell of the own talk.
pub(super) struct Own<'a> {
    text: &'a Text,
    range: Range<usize>,
    mentions: &'a [Mention],
    spans: &'a Spans,
    lexicon: Lexicon,
    words: Vec<Word>,
}

/// A word of the sentence.
struct Word {
    range: Range<usize>,
    /// In lower case, without signs; empty within a title.
    folded: String,
    /// A sign after it ends a clause.
    ends: bool,
}

/// "In San Jose, CA, I spoke": a state or a country between two commas ends no clause.
fn join_insertions(words: &mut [Word], text: &Text) {
    let written = |word: &Word| text.plain.get(word.range.clone()).unwrap_or_default();
    for at in 1..words.len() {
        let Some([before, inserted]) = words.get_mut(at - 1..=at) else {
            return;
        };
        let name = written(inserted).trim_end_matches(',');
        let is_state = name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_uppercase());
        let is_place = is_state || COUNTRIES.contains(&inserted.folded.as_str());
        if is_place && written(before).ends_with(',') && written(inserted).ends_with(',') {
            before.ends = false;
            inserted.ends = false;
        }
    }
}

/// A word without an elided one before it, which is given in full: "parlé d'observabilité", "sull'accessibilità".
fn elided(word: &str, lexicon: Lexicon) -> Option<(&'static str, &str)> {
    let (before, rest) = word.split_once('\'').filter(|(_, rest)| !rest.is_empty())?;
    let own = lexicon.own;
    let (_, _, whole) =
        ELIDED.iter().find(|(code, short, _)| *code == own.code && *short == before)?;
    // "L'occasion d'animer".
    let is_known = [&own.spoke, &own.gave, &own.talks].into_iter().any(|list| list.has(word));
    (!is_known).then_some((*whole, rest))
}

impl<'a> Own<'a> {
    /// Prepares a sentence, in which `spans` may be titles.
    pub(super) fn of(
        text: &'a Text,
        range: &Range<usize>,
        (mentions, spans): (&'a [Mention], &'a Spans),
        lexicon: Lexicon,
    ) -> Self {
        let phrase = text.plain.get(range.clone()).unwrap_or_default();
        let mut words = Vec::new();
        let mut start = range.start;
        for word in phrase.split([' ', '\n']) {
            let range = start..start + word.len();
            start = range.end + 1;
            if word.is_empty() {
                continue;
            }
            let titled = spans.iter().any(|(span, _)| span.contains(&range.start));
            let ends = word.ends_with([',', ';', ':', ')', '–', '—']) || word == "-";
            let folded = fold(if titled { "" } else { word });
            let folded = folded.trim();
            let mut range = range;
            let mut own = folded;
            if let Some((before, rest)) = elided(folded, lexicon) {
                let at = range.end - word.len() + word.find(['\'', '’']).unwrap_or_default();
                let after = text.plain.get(at..).and_then(|rest| rest.chars().next());
                let at = at + after.map_or(0, char::len_utf8);
                words.push(Word { folded: before.to_owned(), ends: false, range: range.start..at });
                range.start = at;
                own = rest;
            }
            words.push(Word { folded: own.to_owned(), ends: ends && !titled, range });
        }
        join_insertions(&mut words, text);
        Self { text, range: range.clone(), mentions, spans, lexicon, words }
    }

    /// The bytes of the talk's title or topic, and whether they are marked as a title.
    pub(super) fn title(&self) -> Option<(Range<usize>, bool)> {
        let phrase = Folded::of(self.text.plain.get(self.range.clone())?);
        let has = |list: List| self.lexicon.has_in(&phrase, list);
        let elsewhere = has(|w| &w.other_times) || has(|w| &w.future) || has(|w| &w.coming);
        if elsewhere || self.is_refused() || self.words.len() > LONGEST {
            return None;
        }
        let title = if phrase.chars().any(is_cjk) {
            self.unspaced()?
        } else {
            let forms = [Self::mine, Self::did, Self::did_in, Self::invited, Self::turn];
            let talk = |at: usize| forms.iter().find_map(|form| form(self, at));
            (0..self.words.len()).find_map(talk)?
        };
        let marked = self.is_span(&title);
        let whole = line::title(self.text, &title, self.lexicon)?;
        (marked || whole.end + 2 > title.end).then_some((whole, marked))
    }

    /// Whether the sentence, without the titles in it, says that there was no talk.
    fn is_refused(&self) -> bool {
        let mut outside = String::new();
        let mut at = self.range.start;
        for (span, _) in self.spans {
            outside.push_str(self.text.plain.get(at..span.start).unwrap_or_default());
            at = at.max(span.end);
        }
        outside.push_str(self.text.plain.get(at..self.range.end).unwrap_or_default());
        let refusals = &self.lexicon.own.refusals;
        refusals.within(&Folded::of(&outside)).next().is_some()
    }

    /// Whether these bytes are marked as a title.
    fn is_span(&self, title: &Range<usize>) -> bool {
        self.spans.iter().any(|(span, _)| span == title)
    }

    /// How many words from `at` on are a phrase of a list.
    fn phrase(&self, at: usize, list: List) -> Option<usize> {
        (1..=PHRASE).rev().find(|count| {
            let words = self.words.get(at..at + count).unwrap_or_default();
            let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
            list(self.lexicon.own).has(&words.join(" "))
        })
    }

    /// The first phrase of a list that begins at one of these words.
    fn find(&self, mut within: Range<usize>, list: List) -> Option<Range<usize>> {
        within.find_map(|at| Some(at..at + self.phrase(at, list)?))
    }

    /// Whether a part of the sentence, without the titles in it, names somebody.
    fn names(&self, within: &Range<usize>) -> bool {
        let titled = |at: usize| self.spans.iter().any(|(span, _)| span.contains(&at));
        let starts = self.mentions.iter().map(|mention| mention.range.start);
        starts.filter(|start| within.contains(start)).any(|start| !titled(start))
    }

    /// The title after "my talk", or before it.
    fn mine(&self, at: usize) -> Option<Range<usize>> {
        let talk = at + self.phrase(at, |w| &w.mine)?;
        if let Some(title) = self.contributed(talk) {
            return Some(title);
        }
        let talk = self.behind_event(talk);
        let end = talk + self.phrase(talk, |w| &w.talks)?;
        if REFLEXIVE.contains(&self.lexicon.own.code) && self.names(&self.range) {
            return None;
        }
        let verb = |word: &Word| self.is_told(word);
        // "My talk on queues went well".
        let rest = self.words.iter().enumerate().skip(end + 2);
        let until = rest.into_iter().find(|(_, word)| verb(word));
        let until = until.map_or(self.words.len(), |(at, _)| at);
        // "My talk is on Vimeo".
        let placed = |title: &Range<usize>| {
            let short = |word: &Word| word.folded.len() < 4;
            let name = self.text.plain.get(title.start..).unwrap_or_default();
            self.words.get(end).is_some_and(verb)
                && self.words.get(end + 1).is_some_and(short)
                && self.words.get(end + 2).is_some_and(|word| word.range.start == title.start)
                && name.starts_with(char::is_uppercase)
        };
        self.title_after(end, until)
            .filter(|title| self.is_span(title) || !placed(title))
            .or_else(|| self.span_before(self.words.get(at)?.range.start))
    }

    /// The word behind the name of an event before a talk: "my `PyCon` 2017 talk".
    fn behind_event(&self, at: usize) -> usize {
        let named = |word: &&Word| {
            let written = self.text.plain.get(word.range.clone()).unwrap_or_default();
            !word.ends && written.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        };
        let words = self.words.iter().skip(at).take(APART);
        let behind = at + words.take_while(named).count();
        if self.phrase(behind, |w| &w.talks).is_some() { behind } else { at }
    }

    /// The title right behind a word for a talk, where the author's contribution begins at the word at `at`: "my contribution to
    /// the programme was the talk “T”".
    fn contributed(&self, at: usize) -> Option<Range<usize>> {
        let is_contribution = |word: &Word| CONTRIBUTIONS.contains(&word.folded.as_str());
        if !self.words.get(at).is_some_and(is_contribution) {
            return None;
        }
        let talk = self.find(at + 1..self.words.len().min(at + TITLE), |w| &w.talks)?;
        let end = self.words.get(talk.end - 1)?.range.end;
        self.span_after(end).filter(|span| span.start <= end + MARK)
    }

    /// The title or the topic after a word for a talk, which ends before the word at `at`.
    fn title_after(&self, at: usize, until: usize) -> Option<Range<usize>> {
        let span = self.span_after(self.words.get(at.checked_sub(1)?)?.range.end);
        // "A talk about how we use [a library](…)".
        let about = self.find(at..until.min(at + APART), |w| &w.about);
        let first = about.and_then(|about| self.words.get(about.end));
        let within = |span: &Range<usize>| first.is_none_or(|word| word.range.end > span.start);
        let titled = || {
            // "A talk called X"; not "at a meetup called X".
            let title = at + self.phrase(at, |w| &w.titled)?;
            self.rest(title, until)
        };
        let marked = || {
            // "A talk at X, called “T”".
            let title = self.find(at..until, |w| &w.titled)?;
            let end = self.words.get(title.end - 1)?.range.end;
            self.span_after(end).filter(|span| span.start <= end + 2)
        };
        (span.filter(within))
            .or_else(titled)
            .or_else(marked)
            .or_else(|| self.topic(at, until))
            .or_else(|| self.topic_in_next_clause(at))
            .or_else(|| self.after_colon(at))
    }

    /// The title at the end of a sentence, behind a colon: "My talk in the second track: Engines of Tomorrow".
    fn after_colon(&self, at: usize) -> Option<Range<usize>> {
        let mut clause = self.words.iter().zip(0..).skip(at - 1).take(LABEL);
        let (word, colon) = clause.find(|(word, _)| word.ends)?;
        let title = self.words.get(colon + 1..)?;
        let (first, last) = (title.first()?, title.last()?);
        let phrase = self.text.plain.get(first.range.start..last.range.end)?;
        let whole = phrase.trim_end_matches(|c: char| !c.is_alphanumeric());
        let range = first.range.start..first.range.start + whole.len();
        let is_title = self.text.plain.get(word.range.clone())?.ends_with(':')
            && phrase.starts_with(char::is_uppercase)
            && (2..=TITLE).contains(&title.len())
            && !self.words.iter().skip(at).any(|word| self.is_told(word));
        is_title.then_some(range)
    }

    /// Whether a word is a verb of a sentence that tells something.
    fn is_told(&self, word: &Word) -> bool {
        let knows = |list: List| self.lexicon.knows(&word.folded, list);
        knows(|w| &w.past) || knows(|w| &w.states) || knows(|w| &w.verbs)
    }

    /// The title right after `from`, unless it is another person's.
    fn span_after(&self, from: usize) -> Option<Range<usize>> {
        let mut spans = self.spans.iter().filter(|(span, _)| span.start >= from);
        let (span, _) = spans.find(|(span, _)| !self.is_place_linked(span))?;
        let near = span.end..span.end + BY;
        let by = |mention: &Mention| mention.tie == Tie::By && near.contains(&mention.range.start);
        let between = from..span.start;
        (between.len() <= NEAR && !self.names(&between) && !self.mentions.iter().any(by))
            .then(|| span.clone())
    }

    /// Whether a linked span is a place or an event: "in the [Open Source devroom](…)", "about X on [Y meetup](…)".
    fn is_place_linked(&self, span: &Range<usize>) -> bool {
        let own = self.lexicon.own;
        let before = || self.words.iter().rev().filter(|word| word.range.end <= span.start);
        let place = |word: &Word| own.title_places.has(&word.folded);
        let about = |word: &Word| own.about.has(&word.folded);
        let event = || {
            let last = self.text.plain.get(span.clone()).and_then(|words| words.rsplit(' ').next());
            last.is_some_and(|word| kind::event_like(word, self.lexicon) || topic::is_track(word))
                && before().next().is_some_and(about)
                && before().skip(1).any(about)
        };
        self.text.link_over(span).is_some() && (before().take(2).any(place) || event())
    }

    /// The people with whom the author gave the talk: "S and I gave", "together with S I gave".
    pub(super) fn company(&self) -> &[Mention] {
        let first = self.mentions.iter().position(|m| m.range.start >= self.range.start);
        let list = first.map(|at| mention::joined(self.text, self.mentions, at, self.lexicon));
        let people = list.and_then(|list| self.mentions.get(list)).unwrap_or_default();
        let (Some(begin), Some(end)) = (people.first(), people.last()) else {
            return &[];
        };
        if self.is_company(&(begin.range.start..end.range.end)) { people } else { &[] }
    }

    /// The title behind words that say that it was the author's turn: "on the second day it was my turn: “T”".
    fn turn(&self, at: usize) -> Option<Range<usize>> {
        let end = (1..=PHRASE).rev().find(|count| {
            let words = self.words.get(at..at + count).unwrap_or_default();
            let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
            TURNS.contains(&words.join(" ").as_str())
        })?;
        let from = self.words.get(at + end - 1)?.range.end;
        let span = self.span_after(from)?;
        let between = self.text.plain.get(from..span.start)?;
        (between.split_whitespace().count() <= 2).then_some(span)
    }

    /// The title right before `end`: "“T”, my talk".
    fn span_before(&self, end: usize) -> Option<Range<usize>> {
        let (span, _) = self.spans.iter().rev().find(|(span, _)| span.end <= end)?;
        let between = self.text.plain.get(span.end..end)?;
        (between.chars().count() <= 4).then(|| span.clone())
    }
}
