//! Lists and sections of people, prizes, projects and books, whose entries are no talks, and lines of credits. A section with
//! headings of its own, or one that the author calls "mine", is none of these.

use super::View;
use super::offer::Offer;
use super::prose::quoted;
use crate::language::sessions::{BOOKS, CREDITS, READING_LISTS, readings};
use crate::language::{Folded, List, fold, is_cjk};
use crate::recap::blocks::{Block, Kind};
use crate::recap::line::Shape;
use crate::recap::mention;
use crate::recap::name::Person;

/// The most words of a clause that says what is listed below it: "In attendance:", "The winners were:".
const WORDS: usize = 4;

/// The most characters of a clause that introduces books in scripts without spaces.
const TITLES: usize = 20;

/// The most characters of a role in scripts without spaces.
const ROLE: usize = 4;

/// Whether a few words in Chinese, Japanese or Korean name books.
fn names_books(plain: &str) -> bool {
    let sentence = plain.trim_end_matches('。').rsplit('。').next().unwrap_or_default();
    let names = readings().any(|word| word.contains(is_cjk) && sentence.contains(word));
    names && sentence.chars().count() <= TITLES
}

impl View<'_> {
    /// Whether each block is in such a list or section.
    pub(super) fn beside(&self) -> Vec<bool> {
        let blocks = &self.blocks.all;
        let mut beside = vec![false; blocks.len()];
        for (index, block) in blocks.iter().enumerate() {
            let plain = block.text.plain.trim_end();
            let end = match block.kind {
                Kind::Heading(_) if self.names_others(plain) => self.section_of_names(index),
                Kind::Paragraph if self.introduces_others(plain) || self.names_others(plain) => {
                    self.list_end(index + 1)
                }
                _ => continue,
            };
            let within = index + usize::from(block.kind == Kind::Paragraph)..end;
            let sessions = |at: usize| {
                let heading = self.block(at).filter(|b| matches!(b.kind, Kind::Heading(_)));
                heading.is_some_and(|heading| self.opens_sessions(&heading.text.plain))
            };
            if !within.clone().any(sessions) {
                beside.iter_mut().take(within.end).skip(within.start).for_each(|slot| *slot = true);
            }
        }
        beside
    }

    /// Whether a line says what somebody did beside the talks: "Photos by S", "Registration: S", "S (food)".
    pub(super) fn is_credit(&self, offer: &Offer) -> bool {
        let speakers = &offer.candidate.speakers;
        let Some(title) = offer.candidate.title.as_ref().map(|title| title.value.as_str()) else {
            return false;
        };
        let text = self.block(offer.index).map(|block| &block.text);
        let quoted = text.zip(offer.title.as_ref()).is_some_and(|(text, at)| quoted(text, at));
        if quoted || speakers.is_empty() {
            return false;
        }
        // "数据分析：S": what somebody did in a team.
        let kana = |c: char| ('\u{3040}'..='\u{309f}').contains(&c);
        let short = offer.shape == Shape::TitleFirst(':')
            && title.chars().count() <= ROLE
            && mention::mostly_cjk(title)
            && !title.contains(kana);
        let is = |phrase: &str, list: List| self.lexicon.is(phrase, list);
        let beside = |phrase: &str| {
            CREDITS.has(phrase) || is(phrase, |w| &w.breaks) || is(phrase, |w| &w.and)
        };
        let folded = fold(title);
        let mut words = folded.split_ascii_whitespace();
        let role = |person: &Person| {
            let after = title.strip_prefix(person.name.value.as_str());
            after.is_some_and(|after| after.trim().starts_with('(') && after.ends_with(')'))
        };
        short
            || is(title, |w| &w.others)
            || beside(title)
            || words.all(|word| word == "&" || beside(word))
            || speakers.iter().any(role) && !self.opens_sessions(&self.heading(offer.index))
    }

    /// The end of the section of a heading, if it has no headings of its own, which would rather be its talks.
    fn section_of_names(&self, heading: usize) -> usize {
        let end = self.blocks.section_end(heading);
        let mut inner = self.blocks.all.iter().take(end).skip(heading + 1);
        let is_divided = inner.any(|block| matches!(block.kind, Kind::Heading(_)));
        if is_divided { heading } else { end }
    }

    /// Whether a heading names people, prizes or projects, and nothing else.
    fn names_others(&self, heading: &str) -> bool {
        let is_only = |list: List| self.is_only(heading, list);
        let folded = Folded::of(heading);
        // "Books that he named"; not "Cooking the Books".
        let books = || {
            let count = folded.split_ascii_whitespace().count();
            let begins = |word: &str| folded.trim_start().starts_with(word);
            let is_here = |word: &&str| folded.has(word) && (count <= 2 || begins(word));
            count <= WORDS && BOOKS.iter().any(is_here)
        };
        (is_only(|w| &w.rosters) || is_only(|w| &w.prizes) || names_books(heading) || books())
            && !self.opens_sessions(heading)
            && !self.lexicon.has_in(&folded, |w| &w.own_view)
    }

    /// Whether a paragraph ends with a colon behind words for people, prizes or projects, or for what people read:
    /// "Books she named:".
    fn introduces_others(&self, plain: &str) -> bool {
        let phrase = mention::tail(plain, 120);
        let last = phrase.rsplit(['.', '!', '?', '。']).next().unwrap_or_default();
        let folded = Folded::of(last);
        let has = |list: List| self.lexicon.has_in(&folded, list);
        let reads = readings().any(|word| folded.has(word)) && !has(|w| &w.talks);
        let names = folded.split_ascii_whitespace().count() <= WORDS
            && (has(|w| &w.rosters) || has(|w| &w.prizes))
            && !has(|w| &w.own_view)
            && !has(|w| &w.talks)
            && !has(|w| &w.sessions);
        last.ends_with([':', '：']) && (reads || names)
            || plain.ends_with('。') && names_books(plain)
            || self.tells_of_reading(&phrase)
    }

    /// Whether a paragraph ends with a sentence about what people read: "I added quite a few books to my reading list."
    fn tells_of_reading(&self, phrase: &str) -> bool {
        let stop = phrase.strip_suffix(['.', '!']);
        let last = stop.and_then(|rest| rest.rsplit(['.', '!', '?']).next()).map(Folded::of);
        last.is_some_and(|last| {
            READING_LISTS.iter().any(|list| last.has(list))
                && !self.lexicon.has_in(&last, |w| &w.talks)
        })
    }

    /// The end of the list that begins at `start`.
    fn list_end(&self, start: usize) -> usize {
        let group = self.block(start).map(|block| block.group);
        let listed = |block: &&Block| block.kind == Kind::Item && Some(block.group) == group;
        let below = self.blocks.all.iter().skip(start);
        start + below.take_while(listed).count()
    }
}
