//! "I spoke", "I gave a talk": a verb of the author's.

use std::ops::Range;

use super::{APART, MARK, Own, PHRASE, Word};
use crate::language::names::{INFINITIVE, MAY, NO_PERSON, OURS, VERBS_LAST};
use crate::language::sessions::{CHANCES, GIVE, SHOWED, TELL, WHETHER, is_in};
use crate::language::{List, fold};

/// What the author did, as positions of words.
struct Deed {
    /// The verb.
    verb: Range<usize>,
    /// It says by itself that there was a talk.
    spoke: bool,
    /// What stands between "I" and a verb at the end of its clause.
    inner: Range<usize>,
    /// The word after the verb and "I".
    next: usize,
}

impl Own<'_> {
    /// The title beside "I spoke", "I gave a talk".
    pub(super) fn did(&self, at: usize) -> Option<Range<usize>> {
        let deed = self.deed(at)?;
        let talks: List = |w| &w.talks;
        if let Some(overview) = self.overview(&deed) {
            let from = self.words.get(overview.end - 1)?.range.end;
            let event = |topic: &Range<usize>| {
                let topic = self.text.plain.get(topic.clone()).unwrap_or_default();
                self.lexicon.has(topic, |w| &w.events)
            };
            let topic = self.rest(overview.end, self.words.len());
            let topic = topic.filter(|topic| !event(topic) && !self.chats(at));
            return self.span_after(from).or(topic);
        }
        let talk = self.find(deed.next..deed.next + APART, talks);
        let talk = talk.or_else(|| self.find(deed.inner.clone(), talks));
        if let Some(talk) = &talk {
            let inner = talk.start < at;
            let until = if inner { at } else { self.words.len() };
            let end = self.words.get(at).map(|verb| verb.range.start);
            let title = self.title_after(talk.end, until);
            let title = title.filter(|title| !inner || end.is_some_and(|end| title.start < end));
            if title.is_some() {
                return title;
            }
        }
        let from = self.words.get(deed.verb.end - 1)?.range.end;
        // "I presented the award “T”" is about an award.
        let sure = |span: &Range<usize>| {
            let between = self.text.plain.get(from..span.start).unwrap_or_default();
            let last = between.split_whitespace().next_back().map(fold);
            // "Palestrei na trilha de Java, sobre [T](…)".
            let is_about = last.is_some_and(|word| self.lexicon.own.about.has(word.trim()));
            talk.is_some() || deed.spoke && (is_about || between.split_whitespace().count() <= 2)
        };
        let span = self.span_after(from);
        span.or_else(|| self.span_in(&deed.inner)).filter(sure).or_else(|| {
            let is_talk = talk.is_some() || deed.spoke && !self.chats(at);
            self.topic_of(&deed).filter(|_| is_talk)
        })
    }

    /// The title at the beginning of a clause in which the author showed something: "in “T” I showed", "in „T“ habe ich gezeigt".
    pub(super) fn did_in(&self, at: usize) -> Option<Range<usize>> {
        let own = self.lexicon.own;
        let is_in = |word: &Word| is_in(own.code, &word.folded);
        let begins =
            at.checked_sub(1).is_none_or(|at| self.words.get(at).is_some_and(|word| word.ends));
        let title = self.words.get(at + 1)?.range.start;
        let (span, _) = self.spans.iter().find(|(span, _)| span.start.abs_diff(title) <= MARK)?;
        if !begins || !self.words.get(at).is_some_and(is_in) || self.names(&self.range) {
            return None;
        }
        let next = self.words.iter().position(|word| word.range.start >= span.end)?;
        let me = self.find(next..next + APART, |w| &w.me).map(|me| me.end);
        let from = if own.me.is_empty() { next } else { me? - 1 };
        let end =
            (from..self.words.len()).find(|at| self.words.get(*at).is_some_and(|word| word.ends));
        let showed = |word: &Word| SHOWED.contains(&word.folded.as_str());
        let clause =
            self.words.get(from.saturating_sub(1)..=end.unwrap_or(self.words.len() - 1))?;
        let most = if VERBS_LAST.contains(&own.code) { clause.len() } else { APART };
        clause.iter().take(most).any(showed).then(|| span.clone())
    }

    /// The title or the topic of a talk for which the author was invited, in a language with the verb at the end: "ich war
    /// eingeladen, über X zu sprechen", "ik kreeg de kans om over X te vertellen".
    pub(super) fn invited(&self, at: usize) -> Option<Range<usize>> {
        let own = self.lexicon.own;
        let chance = self.words.get(at)?;
        if !VERBS_LAST.contains(&own.code) || !CHANCES.contains(&chance.folded.as_str()) {
            return None;
        }
        self.find(at.saturating_sub(PHRASE)..at, |w| &w.me)?;
        if self.words.get(at + 1).is_some_and(|word| WHETHER.contains(&word.folded.as_str())) {
            return None;
        }
        let last = |word: &Word| {
            TELL.contains(&word.folded.as_str())
                || own.spoke.has(&word.folded)
                || own.gave.has(&word.folded)
        };
        let to = (at + 1..self.words.len()).find(|to| {
            let word = self.words.get(*to).map_or("", |word| word.folded.as_str());
            INFINITIVE.contains(&word) && self.words.get(to + 1).is_some_and(last)
        })?;
        let within = chance.range.end..self.words.get(to)?.range.start;
        let with = |at: usize| self.words.get(at).is_some_and(|word| own.with.has(&word.folded));
        let about = self.find(at + 1..to, |w| &w.about);
        let before = at + 1..about.as_ref().map_or(to, |about| about.start);
        // "Die Gelegenheit, mit vielen Leuten über X zu sprechen".
        if self.names(&within) || self.has_company() || before.into_iter().any(with) {
            return None;
        }
        self.span_in(&(at + 1..to)).or_else(|| self.rest(about?.end, to))
    }

    /// The words "introduction to" of "I gave a short introduction to queues".
    fn overview(&self, deed: &Deed) -> Option<Range<usize>> {
        let overview = self.find(deed.next..deed.next + APART, |w| &w.overviews)?;
        let gap = self.words.get(deed.verb.start..overview.start)?;
        let article = self.words.get(deed.next)?;
        let is_near = overview.start <= deed.next + 2 && !gap.iter().any(|word| word.ends);
        (is_near && self.lexicon.own.one_of.has(&article.folded)).then_some(overview)
    }

    /// The words of a chance at `at` and the infinitive behind it: "chansen att prata", "äran att få hålla".
    fn chance(&self, at: usize, verbs: &[&str]) -> Option<usize> {
        let is = |at: usize, list: &[&str]| {
            self.words
                .get(at)
                .is_some_and(|word| !word.ends && list.contains(&word.folded.as_str()))
        };
        let may = usize::from(is(at + 2, MAY));
        let verb = self.words.get(at + 2 + may)?.folded.as_str();
        (is(at, CHANCES) && is(at + 1, INFINITIVE) && verbs.contains(&verb)).then_some(3 + may)
    }

    /// What the author did, if the word at `at` begins to tell it.
    fn deed(&self, at: usize) -> Option<Deed> {
        let spoke = self.phrase(at, |w| &w.spoke).or_else(|| self.chance(at, TELL));
        let gave = || self.phrase(at, |w| &w.gave).or_else(|| self.chance(at, GIVE));
        let count = spoke.or_else(gave)?;
        let verb = at..at + count;
        let before = self.words.get(..at)?;
        let clause = before.iter().rposition(|word| word.ends);
        let clause = clause.map_or(0, |end| end + 1);
        let last = VERBS_LAST.contains(&self.lexicon.own.code);
        let from = if last { clause } else { clause.max(at.saturating_sub(APART)) };
        let me = self.find(from..at, |w| &w.me);
        // "Hielt ich", "höll jag".
        let behind = self.find(verb.end..verb.end + 1, |w| &w.me).is_some();
        // "We presented", "sono stata invitata a parlare di"; not "parlé de".
        let whole =
            (count > 2 || count == 2 && !self.ends_in_of(&verb)) && self.is_author(&verb, clause);
        if me.is_none() && !behind && !whole && !self.lexicon.own.me.is_empty() {
            return None;
        }
        let begin = self.words.get(clause)?.range.start;
        let end = self.words.get(verb.end - 1)?.range.end;
        if self.names(&(begin..end)) && self.company().is_empty() {
            return None;
        }
        let inner = me.filter(|_| last).map_or(at..at, |me| me.end..at);
        Some(Deed { next: verb.end + usize::from(behind), verb, spoke: spoke.is_some(), inner })
    }

    /// Whether a phrase of several words is about the author: its form says who acts, it names the author or begins its clause, or
    /// there is an "I" before it; not "it was her turn to speak", "the team was proud to present".
    fn is_author(&self, phrase: &Range<usize>, clause: usize) -> bool {
        let own = self.lexicon.own;
        let names = |word: &Word| {
            let word = word.folded.as_str();
            own.me.has(word) || own.mine.has(word) || OURS.contains(&word)
        };
        !NO_PERSON.contains(&own.code)
            || phrase.start == clause
            || self.words.iter().take(phrase.end).any(names)
    }

    /// The topic after the verb, or before one at the end.
    fn topic_of(&self, deed: &Deed) -> Option<Range<usize>> {
        let end = self.words.len();
        let whole = self.ends_in_of(&deed.verb);
        let rest = whole.then(|| self.rest(deed.next, end)).flatten();
        let inner = || {
            let about = self.find(deed.inner.clone(), |w| &w.about)?;
            self.topic(about.start, deed.verb.start)
        };
        let next = || self.topic_in_next_clause(deed.next);
        rest.or_else(|| self.topic(deed.next, end)).or_else(inner).or_else(next)
    }

    /// Whether a phrase ends in "of": "parlé de".
    fn ends_in_of(&self, phrase: &Range<usize>) -> bool {
        let last = self.words.get(phrase.clone()).and_then(<[Word]>::last);
        phrase.len() > 1 && last.is_some_and(|word| self.lexicon.own.of.has(&word.folded))
    }

    /// The title within these words.
    fn span_in(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let words = self.words.get(words.clone())?;
        let within = words.first()?.range.start..words.last()?.range.end;
        let mut spans = self.spans.iter().map(|(span, _)| span);
        spans.find(|span| span.start >= within.start && span.end <= within.end).cloned()
    }

    /// Whether the sentence is about a chat: "I talked about queues over lunch", "I spoke with S about queues",
    /// "I spoke about queues with my landlord".
    fn chats(&self, at: usize) -> bool {
        let aside = |word: &Word| self.lexicon.knows(&word.folded, |w| &w.logistics);
        let ends = match self.words.as_slice() {
            [.., over, last] => aside(last) && over.folded.len() < 5,
            _ => false,
        };
        ends || self.words.iter().take(at).any(aside)
            || self.names(&self.range) && self.company().is_empty()
            || self.phrase(at, |w| &w.meets).is_some()
            || self.has_company()
    }

    /// Whether the sentence ends in "with" or "to" and whom one chats with.
    fn has_company(&self) -> bool {
        let own = self.lexicon.own;
        let leads = |word: &Word| own.with.has(&word.folded) || own.moves.has(&word.folded);
        let end = self.words.len();
        let is_last = |company: &Range<usize>| company.end == end;
        (0..end).any(|at| {
            let company = || self.find(at + 1..end.min(at + APART), |w| &w.company);
            // "I had a talk with my boss about queues"; "I spoke to sponsors about queues" is a talk.
            let with = || self.words.get(at).is_some_and(|word| own.with.has(&word.folded));
            self.words.get(at).is_some_and(leads)
                && company().is_some_and(|company| is_last(&company) || with())
        })
    }
}
