//! The author's own talk, told in a sentence: "I spoke about X", "my talk “T”".

use std::ops::Range;

use super::spans::Spans;
use crate::language::names::VERBS_LAST;
use crate::language::sessions::{DAY, TRACK};
use crate::language::{Folded, Lexicon, List, fold};
use crate::recap::kind;
use crate::recap::line;
use crate::recap::mention::{Mention, Tie};
use crate::recap::text::Text;

/// The most bytes between what says that the talk is the author's and its title.
const NEAR: usize = 60;
/// The most words of a verb and what belongs to it: "got to speak".
const PHRASE: usize = 5;
/// The most words between "I" and its verb, and between a verb and its talk.
const APART: usize = 4;
/// The most words of a topic.
const TOPIC: usize = 9;
/// How sure the form of a title is where no word for a talk is beside it.
const TITLED: f32 = 0.4;

/// A sentence in which the author may tell of the own talk.
pub(super) struct Own<'a> {
    pub text: &'a Text,
    pub range: &'a Range<usize>,
    pub mentions: &'a [Mention],
    pub spans: &'a Spans,
    pub lexicon: Lexicon,
}

/// A word of the sentence.
struct Word {
    range: Range<usize>,
    /// In lower case, without signs; empty within a title.
    folded: String,
    /// A sign after it ends a clause.
    ends: bool,
}

impl Own<'_> {
    /// The bytes of the talk's title or topic, and whether they are marked as a title.
    pub(super) fn title(&self) -> Option<(Range<usize>, bool)> {
        let phrase = Folded::of(self.text.plain.get(self.range.clone())?);
        let has = |list: List| self.lexicon.has_in(&phrase, list);
        if has(|w| &w.other_times) || has(|w| &w.future) || has(|w| &w.coming) {
            return None;
        }
        if phrase.chars().any(crate::language::is_cjk) {
            return self.marked(self.unspaced()?);
        }
        let words = self.words();
        let title = (0..words.len()).find_map(|at| {
            let talk = self.mine(&words, at);
            talk.or_else(|| self.told(&words, at))
        })?;
        self.marked(title)
    }

    fn marked(&self, title: Range<usize>) -> Option<(Range<usize>, bool)> {
        let marked = self.is_span(&title);
        let whole = line::title(self.text, &title, self.lexicon)?;
        (marked || whole.end + 2 > title.end).then_some((whole, marked))
    }

    /// Whether these bytes are marked as a title.
    fn is_span(&self, title: &Range<usize>) -> bool {
        self.spans.iter().any(|(span, _)| span == title)
    }

    fn words(&self) -> Vec<Word> {
        let phrase = self.text.plain.get(self.range.clone()).unwrap_or_default();
        let mut words = Vec::new();
        let mut start = self.range.start;
        for word in phrase.split([' ', '\n']) {
            let range = start..start + word.len();
            start = range.end + 1;
            if word.is_empty() {
                continue;
            }
            let titled = (self.spans.iter()).any(|(span, _)| span.contains(&range.start));
            let ends = word.ends_with([',', ';', ':', ')', '–', '—']) || word == "-";
            words.push(Word {
                folded: if titled {
                    String::new()
                } else {
                    fold(word).trim().to_owned()
                },
                ends: ends && !titled,
                range,
            });
        }
        words
    }

    /// How many words from `at` on are a phrase of a list.
    fn phrase(&self, words: &[Word], at: usize, list: List) -> Option<usize> {
        (1..=PHRASE).rev().find(|count| {
            let words: Option<Vec<&str>> = (words.get(at..at + count))
                .map(|words| words.iter().map(|word| word.folded.as_str()).collect());
            words.is_some_and(|words| list(self.lexicon.own).has(&words.join(" ")))
        })
    }

    /// The first phrase of a list within `words`, and the words after it.
    fn find(&self, words: &[Word], within: Range<usize>, list: List) -> Option<Range<usize>> {
        within.into_iter().find_map(|at| {
            let count = self.phrase(words, at, list)?;
            Some(at..at + count)
        })
    }

    /// The title after "my talk".
    fn mine(&self, words: &[Word], at: usize) -> Option<Range<usize>> {
        let talk = at + self.phrase(words, at, |w| &w.mine)?;
        let end = talk + self.phrase(words, talk, |w| &w.talks)?;
        let from = words.get(end - 1)?.range.end;
        let before = words.get(at)?.range.start;
        // "My talk on queues went well".
        let lexicon = self.lexicon;
        let verb = |word: &Word| {
            lexicon.knows(&word.folded, |w| &w.past)
                || lexicon.knows(&word.folded, |w| &w.states)
                || lexicon.knows(&word.folded, |w| &w.verbs)
        };
        let rest = words.get(end + 2..).unwrap_or_default();
        let until = rest
            .iter()
            .position(verb)
            .map_or(words.len(), |at| end + 2 + at);
        // "My talk is on Vimeo".
        let placed = |title: &Range<usize>| {
            let short = words.get(end + 1).is_some_and(|word| word.folded.len() < 4);
            let name = self.text.plain.get(title.start..);
            words.get(end).is_some_and(verb)
                && short
                && name.is_some_and(|name| name.starts_with(char::is_uppercase))
        };
        self.title_after(words.get(..until)?, from, end)
            .filter(|title| self.is_span(title) || !placed(title))
            .or_else(|| self.span_before(before))
    }

    /// The title or the topic after a word for a talk.
    fn title_after(&self, words: &[Word], from: usize, at: usize) -> Option<Range<usize>> {
        let span = self.span_after(from);
        // "A talk about how we use [a library](…)".
        let about = self.find(words, at..at + APART, |w| &w.about);
        let first = about.and_then(|about| words.get(about.end));
        let within = |span: &Range<usize>| first.is_none_or(|word| word.range.end > span.start);
        let topic = || self.topic(words, at, words.len());
        span.filter(within).or_else(topic)
    }

    /// The title beside "I spoke", "I gave a talk".
    fn told(&self, words: &[Word], at: usize) -> Option<Range<usize>> {
        let spoke = self.phrase(words, at, |w| &w.spoke);
        let count = spoke.or_else(|| self.phrase(words, at, |w| &w.gave))?;
        let verb = at..at + count;
        let ends = |word: &Word| word.ends;
        let clause = words
            .get(..at)?
            .iter()
            .rposition(ends)
            .map_or(0, |end| end + 1);
        let last = VERBS_LAST.contains(&self.lexicon.own.code);
        // "We presented"; not "parlé de".
        let whole = count > 1 && !self.phrase_has(words, verb.clone(), |w| &w.of);
        let me = if self.lexicon.own.me.is_empty() || whole {
            Some(at)
        } else {
            let from = if last {
                clause
            } else {
                clause.max(at.saturating_sub(APART))
            };
            let me = self.find(words, from..at, |w| &w.me).map(|me| me.end);
            // "Hielt ich", "höll jag".
            me.or_else(|| {
                self.find(words, verb.end..verb.end + 1, |w| &w.me)
                    .map(|_| at)
            })
        }?;
        let from = words.get(verb.end - 1)?.range.end;
        let begin = words.get(clause)?.range.start;
        if self.names(begin..from) {
            return None;
        }
        let next = verb.end
            + usize::from(
                self.find(words, verb.end..verb.end + 1, |w| &w.me)
                    .is_some(),
            );
        // What stands between "I" and a verb at the end.
        let inner = if last && me < at { me..at } else { at..at };
        let talk = (self.find(words, next..next + APART, |w| &w.talks))
            .or_else(|| self.find(words, inner.clone(), |w| &w.talks));
        if let Some(talk) = &talk {
            let end = words.get(talk.end - 1)?.range.end;
            let until = words
                .get(at)
                .filter(|_| talk.start < at)
                .map_or(usize::MAX, |verb| verb.range.start);
            let title = self
                .title_after(words, end, talk.end)
                .filter(|title| title.start < until);
            if title.is_some() {
                return title;
            }
        }
        let between = words.get(inner.start).map(|word| word.range.start);
        let span = self.span_after(from).or_else(|| {
            let from = between.filter(|_| !inner.is_empty())?;
            let mut spans = self.spans.iter().map(|(span, _)| span);
            let end = words.get(at)?.range.start;
            spans
                .find(|span| span.start >= from && span.end <= end)
                .cloned()
        });
        // "I talked about queues over lunch", "I spoke with S about queues".
        let chat = || {
            let aside = |word: Option<&Word>| {
                word.is_some_and(|word| self.lexicon.knows(&word.folded, |w| &w.logistics))
            };
            let mut last = words.iter().rev();
            let ends = aside(last.next()) && last.next().is_some_and(|word| word.folded.len() < 5);
            ends || words.iter().take(at).any(|word| aside(Some(word)))
                || self.names(self.range.clone())
        };
        let sure = |span: &Range<usize>| {
            let mut spans = self.spans.iter();
            let known = spans
                .find(|(known, _)| known == span)
                .map_or(0.0, |(_, sure)| *sure);
            spoke.is_some() || talk.is_some() || known >= TITLED
        };
        span.filter(sure).or_else(|| {
            let whole = self.phrase_has(words, verb.clone(), |w| &w.of);
            let rest = whole.then(|| self.rest(words, next, words.len())).flatten();
            let topic = rest
                .or_else(|| self.topic(words, next, words.len()))
                .or_else(|| {
                    let about = self.find(words, inner.clone(), |w| &w.about)?;
                    self.topic(words, about.start, at)
                });
            topic.filter(|_| talk.is_some() || spoke.is_some() && !chat())
        })
    }

    /// Whether a part of the sentence names somebody.
    fn names(&self, within: Range<usize>) -> bool {
        (self.mentions.iter()).any(|m| within.contains(&m.range.start))
    }

    /// The title right after `from`, unless it is another person's.
    fn span_after(&self, from: usize) -> Option<Range<usize>> {
        let (span, _) = self.spans.iter().find(|(span, _)| span.start >= from)?;
        let others = self.mentions.iter().any(|m| {
            m.tie == Tie::By && m.range.start >= span.end && m.range.start - span.end < NEAR / 3
        });
        (span.start - from <= NEAR && !self.names(from..span.start) && !others)
            .then(|| span.clone())
    }

    /// The title right before `end`: "“T”, my talk".
    fn span_before(&self, end: usize) -> Option<Range<usize>> {
        let (span, _) = self.spans.iter().rev().find(|(span, _)| span.end <= end)?;
        let between = self.text.plain.get(span.end..end)?;
        (between.chars().count() <= 4).then(|| span.clone())
    }

    /// Whether the last of these words is in a list.
    fn phrase_has(&self, words: &[Word], range: Range<usize>, list: List) -> bool {
        let last = words.get(range).and_then(<[Word]>::last);
        last.is_some_and(|word| list(self.lexicon.own).has(&word.folded))
    }

    /// The topic that begins with "about" at or soon after the word at `at`.
    fn topic(&self, words: &[Word], at: usize, until: usize) -> Option<Range<usize>> {
        let about = self.find(words, at..at + APART, |w| &w.about)?;
        let gap = words.get(at.checked_sub(1)?..about.start)?;
        if gap.iter().any(|word| word.ends) {
            return None;
        }
        self.rest(words, about.end, until)
    }

    /// The topic that begins at a word and ends before its clause, a verb, or a place.
    fn rest(&self, words: &[Word], at: usize, until: usize) -> Option<Range<usize>> {
        let own = self.lexicon.own;
        let all = words.get(at..until)?;
        let ends = all
            .iter()
            .position(|word| word.ends)
            .map_or(all.len(), |end| end + 1);
        let mut topic = all.get(..ends)?;
        let around = |word: &Word| {
            let word = word.folded.as_str();
            DAY.contains(&word)
                || TRACK.contains(&word)
                || self.lexicon.weekday(word).is_some()
                || kind::event_word(word)
        };
        let stops = |at: &usize| {
            let after = topic.get(*at..).unwrap_or_default();
            let place = after
                .first()
                .is_some_and(|word| own.title_places.has(&word.folded));
            let phrase: Vec<&str> = after.iter().map(|word| word.folded.as_str()).collect();
            let has = |list: List| self.lexicon.has(&phrase.join(" "), list);
            place && (has(|w| &w.events) || has(|w| &w.one_of_days) || after.iter().any(around))
        };
        let end = (1..topic.len()).find(stops).unwrap_or(topic.len());
        topic = topic.get(..end)?;
        while let Some((last, rest)) = topic.split_last() {
            if !own.spoke.has(&last.folded) && !own.gave.has(&last.folded) {
                break;
            }
            topic = rest;
        }
        let (first, last) = (topic.first()?, topic.last()?);
        let phrase = self.text.plain.get(first.range.start..last.range.end)?;
        let phrase =
            phrase.trim_end_matches(|c: char| !c.is_alphanumeric() && !"\"”»)".contains(c));
        let has = |list: List| self.lexicon.has(phrase, list);
        // "I spoke about it", "I gave my talk on the first day".
        let dangling = || self.lexicon.knows(&first.folded, |w| &w.dangling);
        let empty = topic.len() < 2 && first.folded.chars().count() < 5
            || topic.len() < 3 && dangling()
            || has(|w| &w.one_of_days)
            || topic.len() < 4 && topic.iter().any(around)
            || topic.len() > TOPIC;
        (!empty).then(|| first.range.start..first.range.start + phrase.len())
    }

    /// The same in scripts without spaces, where nobody else is named.
    fn unspaced(&self) -> Option<Range<usize>> {
        let phrase = self.text.plain.get(self.range.clone())?.to_lowercase();
        let own = self.lexicon.own;
        if phrase.len() != self.range.len() || self.names(self.range.clone()) {
            return None;
        }
        let first = |list: &[&str]| {
            let found = list
                .iter()
                .filter_map(|word| Some((phrase.find(word)?, word.len())));
            found.min()
        };
        let talk = |rest: &str| own.talks.iter().any(|talk| rest.starts_with(talk));
        let mine = own
            .mine
            .iter()
            .any(|mine| phrase.split(mine).skip(1).any(talk));
        // Chinese does not leave out who spoke.
        let me = first(&own.me).filter(|(at, _)| *at < NEAR);
        let spoke = first(&own.spoke).filter(|_| me.is_some() || own.code != "zh");
        let gave = first(&own.gave).filter(|_| me.is_some() || own.code != "zh");
        if !mine && spoke.is_none() && gave.is_none() {
            return None;
        }
        let linked = |span: &Range<usize>| self.text.link_over(span).is_some();
        if let Some((span, _)) =
            (self.spans.iter()).find(|(span, sure)| *sure >= TITLED || !linked(span))
        {
            return Some(span.clone());
        }
        let about = first(&own.about);
        let (start, end) = match about {
            // A Chinese topic stands before "of".
            Some((at, length)) if own.code == "zh" => {
                let rest = phrase.get(at + length..)?;
                let end = own.of.iter().filter_map(|of| rest.find(of)).min()?;
                (at + length, at + length + end)
            }
            Some((at, _)) => {
                let comma = phrase
                    .get(..at)?
                    .char_indices()
                    .rfind(|(_, c)| matches!(c, '、' | ','));
                let comma = comma.map_or(0, |(at, c)| at + c.len_utf8());
                let me = me
                    .filter(|(me, _)| *me < at)
                    .map_or(0, |(at, length)| at + length);
                (comma.max(me), at)
            }
            None if own.code == "zh" => {
                let (at, length) = spoke?;
                let rest = phrase.get(at + length..)?;
                let end = rest.find(['，', '。', ',', '！']).unwrap_or(rest.len());
                (at + length, at + length + end)
            }
            None => return None,
        };
        let topic = self
            .text
            .trim(self.range.start + start..self.range.start + end);
        (topic.len() >= 6 && topic.len() < 2 * NEAR).then_some(topic)
    }
}
