//! The topic of the author's own talk: "about X".

use std::ops::Range;

use super::{APART, Own, Word};
use crate::language::List;
use crate::language::sessions::{DAY, TRACK};
use crate::recap::kind;

/// The most words of a topic.
const TOPIC: usize = 9;

impl Own<'_> {
    /// The topic that begins with "about" at or soon after the word at `at`.
    pub(super) fn topic(&self, at: usize, until: usize) -> Option<Range<usize>> {
        let about = self.find(at..until.min(at + APART), |w| &w.about)?;
        let mut gap = self.words.get(at.checked_sub(1)?..about.start)?.iter();
        if gap.any(|word| word.ends) {
            return None;
        }
        self.rest(about.end, until)
    }

    /// The topic that begins at a word and ends before its clause, a verb, or a place.
    pub(super) fn rest(&self, at: usize, until: usize) -> Option<Range<usize>> {
        let own = self.lexicon.own;
        let all = self.words.get(at..until)?;
        let clause = all.iter().position(|word| word.ends);
        let mut topic = all.get(..clause.map_or(all.len(), |end| end + 1))?;
        let stops = |at: &usize| topic.get(*at..).is_some_and(|words| self.is_place(words));
        let end = (1..topic.len()).find(stops).unwrap_or(topic.len());
        topic = topic.get(..end)?;
        // "Ich habe über X gesprochen".
        while let Some((last, rest)) = topic.split_last() {
            if !own.spoke.has(&last.folded) && !own.gave.has(&last.folded) {
                break;
            }
            topic = rest;
        }
        let (first, last) = (topic.first()?, topic.last()?);
        let phrase = self.text.plain.get(first.range.start..last.range.end)?;
        let closes = |c: char| c.is_alphanumeric() || "\"”»)".contains(c);
        let phrase = phrase.trim_end_matches(|c| !closes(c));
        // "I spoke about it", "I gave my talk on the first day".
        let dangling = self.lexicon.knows(&first.folded, |w| &w.dangling);
        let empty = topic.len() < 2 && first.folded.chars().count() < 5
            || topic.len() < 3 && dangling
            || self.lexicon.weekday(&first.folded).is_some()
            || topic.len() < 4 && topic.iter().any(|word| self.is_around(word))
            || self.lexicon.has(phrase, |w| &w.one_of_days);
        (!empty && topic.len() <= TOPIC)
            .then(|| first.range.start..first.range.start + phrase.len())
    }

    /// Whether words begin with a place or a time: "at the summit", "in the second track".
    fn is_place(&self, words: &[Word]) -> bool {
        let at = |word: &Word| self.lexicon.own.title_places.has(&word.folded);
        let phrase: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        let has = |list: List| self.lexicon.has(&phrase.join(" "), list);
        words.first().is_some_and(at)
            && (has(|w| &w.events)
                || has(|w| &w.one_of_days)
                || words.iter().any(|word| self.is_around(word)))
    }

    /// Whether a word is about where and when a talk was.
    fn is_around(&self, word: &Word) -> bool {
        let word = word.folded.as_str();
        DAY.contains(&word)
            || TRACK.contains(&word)
            || self.lexicon.weekday(word).is_some()
            || kind::event_word(word)
    }
}
