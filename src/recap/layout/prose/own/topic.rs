//! The topic of the author's own talk: "about X".

use std::ops::Range;

use super::{APART, Own, Word};
use crate::language::names::{THAT, TOGETHER};
use crate::language::sessions::{DAY, MEETINGS, TRACK, is_in};
use crate::language::{List, fold};
use crate::recap::kind;

/// The most words of a topic.
const TOPIC: usize = 9;
/// The most words of a noun with its article: "the main stage".
const NOUN: usize = 3;

impl Own<'_> {
    /// The topic that begins with "about" at or soon after the word at `at`.
    pub(super) fn topic(&self, at: usize, until: usize) -> Option<Range<usize>> {
        // "A talk at X in the room Y on queues"; not "at the end of a day on which".
        let rest = self.words.iter().skip(at);
        let placed = rest.take_while(|word| self.is_of_place(word)).count();
        let apart = APART.max(placed + 1);
        let clause = self.words.iter().skip(at.checked_sub(1)?).position(|word| word.ends);
        let end = clause.map_or(until, |length| until.min(at + length));
        (at..end.min(at + apart)).find_map(|word| {
            let about = word + self.phrase(word, |w| &w.about)?;
            self.rest(about, until)
        })
    }

    /// The topic in the clause after the one of the word at `at`, which begins with several words for "about" or with a verb
    /// before one: "I gave a talk again, it was about X", "es ging um X".
    pub(super) fn topic_in_next_clause(&self, at: usize) -> Option<Range<usize>> {
        let mut clause = self.words.iter().zip(0..).skip(at.checked_sub(1)?).take(APART + 1);
        let (_, end) = clause.find(|(word, _)| word.ends)?;
        let about = self.find(end + 1..end + APART, |w| &w.about)?;
        let is_verb = self.words.get(about.start - 1).is_some_and(|word| self.is_told(word));
        let whole = about.len() > 1 && about.start < end + 3;
        (whole || is_verb && about.start > end + 1)
            .then(|| self.rest(about.end, self.words.len()))
            .flatten()
    }

    /// Whether a word may stand in the name of a place, or before it.
    fn is_of_place(&self, word: &Word) -> bool {
        let written = self.text.plain.get(word.range.clone()).unwrap_or_default();
        let knows = |list: List| self.lexicon.knows(&word.folded, list);
        written.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || knows(|w| &w.title_places)
            || knows(|w| &w.place_articles)
            || self.text.link_over(&word.range).is_some()
            || self.is_around(word)
    }

    /// The topic that begins at a word and ends before its clause, a verb, or a place.
    pub(super) fn rest(&self, at: usize, until: usize) -> Option<Range<usize>> {
        let own = self.lexicon.own;
        let at = self.behind_that(self.behind_insertion(at));
        let all = self.words.get(at..until)?;
        let clause = all.iter().position(|word| word.ends);
        let mut topic = all.get(..clause.map_or(all.len(), |end| end + 1))?;
        let stops = |at: &usize| {
            let after =
                |words| self.is_place(words) || self.is_aside(words) || self.is_clause(words);
            topic.get(*at..).is_some_and(after)
        };
        let end = (1..topic.len()).find(stops).unwrap_or(topic.len());
        topic = topic.get(..end)?;
        // "Ich habe über X gesprochen"; "my talk was on X and went well".
        while let Some((last, rest)) = topic.split_last() {
            if ![&own.spoke, &own.gave, &own.and].into_iter().any(|list| list.has(&last.folded)) {
                break;
            }
            topic = rest;
        }
        let (first, last) = (topic.first()?, topic.last()?);
        let phrase = self.text.plain.get(first.range.start..last.range.end)?;
        let closes = |c: char| c.is_alphanumeric() || "\"”»)".contains(c);
        let phrase = phrase.trim_end_matches(|c| !closes(c));
        (!self.is_empty(topic) && topic.len() <= TOPIC)
            .then(|| first.range.start..first.range.start + phrase.len())
    }

    /// The word at which a topic begins, behind words between two commas: "on, surprisingly, queues".
    fn behind_insertion(&self, at: usize) -> usize {
        let is_cut = |word: &Word| {
            word.ends && self.text.plain.get(..word.range.end).is_some_and(|to| to.ends_with(','))
        };
        if !at.checked_sub(1).and_then(|before| self.words.get(before)).is_some_and(is_cut) {
            return at;
        }
        let mut inserted = self.words.iter().enumerate().skip(at).take(APART);
        inserted.find(|(_, word)| is_cut(word)).map_or(at, |(end, _)| end + 1)
    }

    /// The word at which a topic begins that is a clause, behind the "that" before it in Slavic languages: "o tom, jak T".
    fn behind_that(&self, at: usize) -> usize {
        let that =
            self.words.get(at).filter(|word| word.ends && THAT.contains(&word.folded.as_str()));
        let tells = self.words.get(at + 1).filter(|word| self.lexicon.own.tells.has(&word.folded));
        at + usize::from(that.is_some() && tells.is_some())
    }

    /// Whether words say nothing, or only where and when: "I spoke about it", "about that on video", "I gave my talk on
    /// the first day", "on the main stage in front of all".
    fn is_empty(&self, topic: &[Word]) -> bool {
        let [first, rest @ ..] = topic else {
            return true;
        };
        let knows = |word: &Word, list: List| self.lexicon.knows(&word.folded, list);
        let named = || {
            let written = self.text.plain.get(first.range.clone()).unwrap_or_default();
            written.starts_with(char::is_uppercase) && first.folded.chars().count() > 1
        };
        rest.is_empty() && first.folded.chars().count() < 5 && !named()
            || knows(first, |w| &w.dangling) && (rest.len() < 2 || self.joins(rest.first()))
            || self.lexicon.weekday(&first.folded).is_some()
            || self.lexicon.month(&first.folded).is_some()
                && rest.iter().all(|word| !word.folded.starts_with(char::is_alphabetic))
            || self.says_where(topic)
            || self.lexicon.has(&joined(topic), |w| &w.one_of_days)
    }

    /// Whether words say only where and when: "the first day", "the main stage in front of all".
    fn says_where(&self, words: &[Word]) -> bool {
        let early = words.iter().zip(1..).take(NOUN + 1);
        early
            .filter(|(word, _)| self.is_around(word))
            .any(|(_, next)| words.len() <= NOUN || self.joins(words.get(next)))
    }

    /// Whether a word, or the end of the sentence, joins more words to a noun.
    fn joins(&self, word: Option<&Word>) -> bool {
        word.is_none_or(|word| self.lexicon.knows(&word.folded, |w| &w.joints))
    }

    /// Whether words begin with a place, a time or an audience: "at the summit", "in the second track", "to the web track",
    /// "on a [meetup](…)", "on the first day"; or
    /// with company: "together with S".
    fn is_place(&self, words: &[Word]) -> bool {
        let own = self.lexicon.own;
        let Some((first, rest)) = words.split_first() else {
            return false;
        };
        let has = |list: List| self.lexicon.has(&joined(words), list);
        let near = || rest.iter().take(NOUN + 1);
        let at = own.title_places.has(&first.folded)
            && (has(|w| &w.events)
                || has(|w| &w.one_of_days)
                || words.iter().any(|word| self.is_around(word)));
        let word = first.folded.as_str();
        let to = own.moves.has(word) || is_in(own.code, word);
        let track = || to && near().any(|word| is_track(&word.folded));
        let with = || TOGETHER.contains(&word) && near().any(|word| own.with.has(&word.folded));
        let linked = || {
            // A link may be read as a title, whose words are not folded.
            let event = |word: &Word| {
                let written = self.text.plain.get(word.range.clone()).unwrap_or_default();
                self.text.link_over(&(word.range.start..word.range.start + 1)).is_some()
                    && (kind::event_like(written, self.lexicon) || is_track(written))
            };
            near().any(event)
        };
        let on = || own.about.has(&first.folded) && (linked() || self.says_where(rest));
        let audience = || {
            let all = joined(words);
            let after = |start| all.strip_prefix(start).is_some_and(|rest| rest.starts_with(' '));
            self.lexicon.list(|w| &w.audiences).any(after)
        };
        at || track() || on() || with() || audience()
    }

    /// Whether words begin with a bracket, or a link that is named after its target: "(slides here)", "[here](…)".
    fn is_aside(&self, words: &[Word]) -> bool {
        words.first().is_some_and(|word| {
            let written = self.text.plain.get(word.range.clone()).unwrap_or_default();
            let linked = self.text.link_over(&word.range).is_some();
            (linked || written.starts_with('('))
                && self.lexicon.knows(&word.folded, |w| &w.link_texts)
        })
    }

    /// Whether words go on with another clause: "and it went well", "and went well".
    fn is_clause(&self, words: &[Word]) -> bool {
        let [and, next, rest @ ..] = words else {
            return false;
        };
        let knows = |word: &Word, list: List| self.lexicon.knows(&word.folded, list);
        let subject = knows(next, |w| &w.me) || knows(next, |w| &w.dangling);
        self.lexicon.own.conjunctions.has(&and.folded)
            && (knows(next, |w| &w.past)
                || subject && rest.first().is_some_and(|verb| self.is_told(verb)))
    }

    /// Whether a word is about where and when a talk was.
    fn is_around(&self, word: &Word) -> bool {
        // The words of a title are not folded.
        let word = fold(self.text.plain.get(word.range.clone()).unwrap_or_default());
        let word = word.trim();
        DAY.contains(&word)
            || TRACK.contains(&word)
            || self.lexicon.weekday(word).is_some()
            || kind::event_word(word)
    }
}

/// Whether a word says in which part of an event, or at which meeting, a talk was.
pub(super) fn is_track(word: &str) -> bool {
    let folded = fold(word);
    TRACK.contains(&folded.trim()) || MEETINGS.contains(&folded.trim())
}

/// Words in lower case, with spaces between them.
pub(super) fn joined(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    words.join(" ")
}
