//! Finds sessions by the layout of a recap, one file per family of layouts.
//!
//! Each family looks at a group of lines (a level of headings, a list, a table) and decides for the
//! group, with the evidence of all of its lines.

mod beside;
pub(super) mod decide;
mod generic;
mod headings;
mod known;
mod labels;
mod leads;
mod lists;
pub(super) mod offer;
pub(super) mod people;
mod proof;
mod prose;
mod signed;
pub(super) mod signs;
mod tables;
mod titled;

use std::cell::OnceCell;
use std::ops::Range;

use offer::Offers;
use signs::{Reader, Sheet};

use super::blocks::{Block, Blocks, Kind};
use super::kind::Signs;
use super::line::{self, Reading};
use super::link::{self, Links};
use super::name::Person;
use super::text::{Found, Text};
use super::weights::SESSIONS;
use crate::language::sessions::{ANNOUNCING, FILLING};
use crate::language::{Folded, Lexicon, List, fold, spaced};

/// The input of the layouts.
pub(super) struct View<'a> {
    /// The blocks of the post.
    pub blocks: &'a Blocks,
    /// For every block the heading above it.
    pub above: Vec<Option<usize>>,
    /// Its vocabulary.
    pub lexicon: Lexicon,
    /// Titles that the front matter has.
    pub wanted: Vec<String>,
    /// The post's only author.
    pub author: Option<Person>,
    /// Which blocks are in lists and sections without talks, computed on demand.
    pub beside: OnceCell<Vec<bool>>,
    /// The block with the author's name at the end, computed on demand.
    pub signed: OnceCell<Option<usize>>,
    /// Which headings are [`generic`], computed on demand.
    pub generic: Vec<OnceCell<bool>>,
}

/// A session as found by a layout.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The speakers.
    pub speakers: Vec<Person>,
    /// The title.
    pub title: Option<Found>,
    /// Page, slides, recording.
    pub links: Links,
    /// The texts about it: blocks and the parts of them.
    pub body: Vec<(usize, Range<usize>)>,
    /// Its bytes in the source.
    pub source: Range<usize>,
    /// The author of the post gave it.
    pub own: bool,
}

/// The blocks that are already part of a session.
#[derive(Debug)]
pub(super) struct Taken(Vec<bool>);

impl Taken {
    /// Whether a block is already used.
    pub(super) fn has(&self, index: usize) -> bool {
        self.0.get(index).copied().unwrap_or(false)
    }

    /// Marks blocks as used.
    pub(super) fn take(&mut self, range: Range<usize>) {
        for slot in self.0.iter_mut().take(range.end).skip(range.start) {
            *slot = true;
        }
    }

    /// Whether one of the blocks is already used.
    pub(super) fn any(&self, range: Range<usize>) -> bool {
        self.0.iter().take(range.end).skip(range.start).any(|taken| *taken)
    }
}

/// The sessions of a post with their probabilities.
#[derive(Debug)]
pub(super) struct Layouts {
    all: Vec<(Candidate, f32)>,
    /// The probability of the surest session by itself.
    pub best: f32,
}

impl Layouts {
    /// Reads a post whose title and beginning show `signs`.
    pub(super) fn of(view: &View<'_>, signs: &Signs) -> Self {
        let mut taken = Taken(vec![false; view.blocks.all.len()]);
        let mut exact = known::read(view, &mut taken);
        let labelled = labels::read(view, &mut taken);
        let is_labelled = !labelled.is_empty();
        exact.extend(labelled);
        let mut all: Vec<(Candidate, f32)> =
            exact.into_iter().map(|candidate| (candidate, 1.0)).collect();
        let mut offers = Offers::of(view);
        offers.all.retain(|offer| !taken.any(offer.blocks.clone()));
        let reader = Reader::of(view, &offers, signs);
        let sheets: Vec<Sheet> = offers.all.iter().map(|o| reader.sheet(o)).collect();
        let own = decide::own(&offers, &sheets);
        let best = own.iter().copied().fold(f32::from(u8::from(is_labelled)), f32::max);
        let mut probabilities = decide::probabilities(&offers, &own);
        // They are no siblings of the others, and take the place of the same title without a speaker, or of those with
        // whom the author gave the talk.
        let others = offers.all.len();
        probabilities.extend(offers.own(view));
        let (others, authors) = offers.all.split_at(others);
        for (other, p) in others.iter().zip(&mut probabilities) {
            let mut same = authors.iter().filter(|own| own.index == other.index);
            let with = |own: &Candidate| {
                other.candidate.speakers.is_empty() || decide::within(&other.candidate, own)
            };
            if same.any(|own| own.title == other.title && with(&own.candidate)) {
                *p = 0.0;
            }
        }
        let remarks = decide::remarks(view, &offers);
        decide::lower(&offers, &remarks, &mut probabilities, SESSIONS.sure);
        let mut chosen = decide::choose(&offers, &probabilities, SESSIONS.doubtful);
        decide::raise(&remarks, &mut chosen, SESSIONS.sure);
        decide::level(&offers, &mut chosen, SESSIONS.sure);
        decide::level_many(&offers, &mut chosen, SESSIONS.sure);
        for (at, p) in chosen {
            if let Some(offer) = offers.all.get(at) {
                let mut candidate = offer.candidate.clone();
                if let Some(title) = titled::below(view, &offers, offer) {
                    candidate.title = Some(title);
                }
                all.push((candidate, p));
            }
        }
        all.sort_by_key(|(candidate, _)| candidate.source.start);
        for (candidate, _) in &mut all {
            // "Opening keynote" is not a title where the speaker is known.
            let bare =
                candidate.title.as_ref().is_some_and(|title| view.only_sessions(&title.value));
            if bare && !candidate.speakers.is_empty() {
                candidate.title = None;
            }
        }
        people::complete(view, &mut all);
        // A session without a title may repeat another one of its speaker, one as sure.
        let repeats = |at: &usize| {
            let mut others = all.iter().enumerate();
            all.get(*at).is_some_and(|(a, p)| {
                a.title.is_none()
                    && others.any(|(other, (b, q))| {
                        other != *at
                            && q >= p
                            && (b.title.is_some() || other < *at)
                            && decide::within(a, b)
                    })
            })
        };
        let again: Vec<usize> = (0..all.len()).filter(repeats).collect();
        for at in again.into_iter().rev() {
            all.remove(at);
        }
        Self { all, best }
    }

    /// How many sessions are sure.
    pub(super) fn sure(&self) -> usize {
        self.all.iter().filter(|(_, p)| *p >= SESSIONS.sure).count()
    }

    /// The sessions, each with its probability.
    pub(super) fn sessions(self) -> Vec<(Candidate, f32)> {
        self.all
    }
}

impl View<'_> {
    /// The block at an index.
    pub(super) fn block(&self, index: usize) -> Option<&Block> {
        self.blocks.all.get(index)
    }

    /// The title that the heading at an index may be, without its label.
    pub(super) fn heading_title(&self, index: usize) -> Option<Range<usize>> {
        let text = &self.block(index)?.text;
        let label = line::titled(text, self.lexicon);
        let whole = label.unwrap_or_else(|| line::lead(text, self.lexicon)..text.plain.len());
        line::title(text, &whole, self.lexicon)
            .filter(|_| !self.lexicon.is(&text.plain, |w| &w.others))
    }

    /// Whether the heading at an index is generic, see [`generic`].
    pub(super) fn generic(&self, index: usize) -> bool {
        let read =
            || self.block(index).is_some_and(|block| generic::generic(self, &block.text.plain));
        let known = self.generic.get(index);
        known.map_or_else(read, |known| *known.get_or_init(read))
    }

    /// The text of the heading above a block, folded.
    pub(super) fn heading(&self, index: usize) -> String {
        self.above
            .get(index)
            .copied()
            .flatten()
            .and_then(|above| self.block(above))
            .map(|block| block.text.plain.clone())
            .unwrap_or_default()
    }

    /// Whether a heading names a section that lists sessions.
    pub(super) fn opens_sessions(&self, heading: &str) -> bool {
        let folded = Folded::of(heading);
        self.lexicon.is(heading, |w| &w.sessions)
            || (heading.chars().count() < 60
                && (self.lexicon.has_in(&folded, |w| &w.talks)
                    || self.lexicon.within(&folded, |w| &w.sessions).any(|word| {
                        word.chars().count() > 3 || word.chars().any(crate::language::is_cjk)
                    })))
    }

    /// Whether a heading names a section without sessions.
    pub(super) fn opens_others(&self, heading: &str) -> bool {
        self.is_only(heading, |w| &w.others)
    }

    /// Whether a heading has a word of a list with only small words around it.
    pub(super) fn is_only(&self, heading: &str, list: List) -> bool {
        let folded = Folded::of(heading);
        let lexicon = self.lexicon;
        lexicon.within(&folded, list).any(|word| {
            if word.chars().any(crate::language::is_cjk) {
                return folded.chars().count() < word.chars().count() + 8;
            }
            let Some((before, from)) =
                spaced(&folded, word).and_then(|at| folded.split_at_checked(at))
            else {
                return false;
            };
            let after = from.get(word.len() + 1..).unwrap_or_default();
            let mut others = before.split_ascii_whitespace().chain(after.split_ascii_whitespace());
            others.all(|other| {
                FILLING.has(other)
                    || other.chars().all(|c| c.is_ascii_digit())
                    || lexicon.knows(other, |w| &w.events)
                    || lexicon.knows(other, |w| &w.talks)
                    || lexicon.knows(other, list)
                    || lexicon.knows(other, |w| &w.others)
                    || super::kind::event_word(other)
            })
        })
    }

    /// Whether a heading only announces talks ("Highlights from Day 2").
    pub(super) fn only_sessions(&self, heading: &str) -> bool {
        only_sessions(self.lexicon, heading)
    }

    /// Whether the paragraph right before `index` mentions sessions.
    pub(super) fn leads_in(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|before| self.block(before));
        let Some(block) = before.filter(|block| block.kind == Kind::Paragraph) else {
            return false;
        };
        let phrase = super::mention::tail(&block.text.plain, 200);
        // Before a list: "Here are the talks that I liked. I hope that you like them too."
        let is_listed = self.block(index).is_some_and(|block| block.kind == Kind::Item);
        let sentences = phrase.rsplit(['.', '!', '?', '。', '！']);
        let last =
            sentences.filter(|part| !part.trim().is_empty()).take(1 + usize::from(is_listed));
        last.into_iter().any(|sentence| {
            let sentence = Folded::of(sentence);
            let has = |list: List| self.lexicon.has_in(&sentence, list);
            has(|w| &w.talks) || has(|w| &w.sessions)
        })
    }

    /// Whether a block is in a list or section without talks, see [`beside`].
    pub(super) fn is_beside(&self, index: usize) -> bool {
        let beside = self.beside.get_or_init(|| self.beside());
        beside.get(index).copied().unwrap_or(false)
    }

    /// Whether a block is the name with which the author signs the post, see [`signed`].
    pub(super) fn is_signature(&self, index: usize) -> bool {
        *self.signed.get_or_init(|| self.signed()) == Some(index)
    }

    /// How many headings the section of the heading at `index` has.
    pub(super) fn nested(&self, index: usize) -> usize {
        (index + 1..self.blocks.section_end(index))
            .filter_map(|at| self.block(at))
            .filter(|block| matches!(block.kind, Kind::Heading(1..=6)))
            .count()
    }

    /// Whether a paragraph introduces the heading right below it: "Next was Ada Lovelace on:".
    pub(super) fn leads_on(&self, index: usize) -> bool {
        let ends = |block: &Block| {
            block.kind == Kind::Paragraph && block.text.plain.trim_end().ends_with([':', '：'])
        };
        let heading = |block: &Block| matches!(block.kind, Kind::Heading(_));
        self.block(index).is_some_and(ends) && self.block(index + 1).is_some_and(heading)
    }

    /// A title without the author's rating ("T - 90%"), and without the word before its speaker ("T from") and the
    /// speaker's handle ("T – adal").
    fn bare(&self, text: &Text, title: &Range<usize>, speakers: &[Person]) -> Range<usize> {
        let phrase = text.plain.get(title.clone()).unwrap_or_default();
        let rated = phrase.strip_suffix('%').map_or(phrase, |rest| {
            rest.trim_end()
                .trim_end_matches(|c: char| c.is_ascii_digit())
                .trim_end_matches(|c: char| c.is_whitespace() || "-–—:(".contains(c))
        });
        let signs = ['-', '–', '—', '|', '/'];
        let led = rated.rsplit_once(' ').map_or(rated, |(before, last)| {
            let is_handle = |person: &Person| people::is_handle(last, &person.name.value);
            let folded = fold(last);
            let leads = self.lexicon.knows(folded.trim(), |w| &w.of)
                || self.lexicon.knows(folded.trim(), |w| &w.by);
            if leads && !speakers.is_empty() {
                before
            } else if before.ends_with(signs) && speakers.iter().any(is_handle) {
                before.trim_end_matches(signs)
            } else {
                rated
            }
        });
        let end = title.start + led.trim_end().len();
        if end > title.start { title.start..end } else { title.clone() }
    }

    /// A candidate from a reading of a block's text, with the rest of the block as its body.
    pub(super) fn candidate(&self, index: usize, text: &Text, reading: &Reading) -> Candidate {
        let mut links = Links::default();
        let own = reading.title.as_ref().map(|range| self.bare(text, range, &reading.speakers));
        let title = own.as_ref().map(|range| {
            if let Some(href) = text.link_over(range) {
                let found = Found { value: href.to_owned(), source: text.source(range) };
                links.take(link::by_url(href), found);
            }
            text.found(range)
        });
        links.read(text, self.lexicon);
        self.take_frames(index, &mut links);
        let end = reading.end.min(text.plain.len());
        let rest = text.plain.get(end..).unwrap_or_default();
        let rest = text.trim(end + line::signs(rest)..text.plain.len());
        let mut body = Vec::new();
        if rest.len() > 3 {
            body.push((index, rest));
        }
        let source = text.source(&(0..text.plain.len()));
        Candidate { speakers: reading.speakers.clone(), title, links, body, source, own: false }
    }

    /// Takes the recordings and slides that a block embeds.
    fn take_frames(&self, index: usize, links: &mut Links) {
        for (frame, source) in self.block(index).into_iter().flat_map(|block| &block.frames) {
            let found = Found { value: frame.clone(), source: source.clone() };
            match link::by_url(frame) {
                link::Target::Page => {}
                target => links.take(target, found),
            }
        }
    }

    /// Adds the blocks `range` to a candidate: their text, links and players.
    pub(super) fn extend(&self, candidate: &mut Candidate, range: Range<usize>) {
        for index in range {
            let Some(block) = self.block(index) else {
                return;
            };
            candidate.links.read(&block.text, self.lexicon);
            self.take_frames(index, &mut candidate.links);
            if !block.text.is_empty() && !block.caption && !matches!(block.kind, Kind::Heading(_)) {
                candidate.body.push((index, 0..block.text.plain.len()));
            }
            if self.leads_on(index) {
                candidate.body.retain(|(at, _)| *at != index);
                continue;
            }
            if block.source.start < block.source.end {
                candidate.source.end = candidate.source.end.max(block.source.end);
            }
        }
    }
}

/// Whether words only announce talks: "Highlights from Day 2", "Opening keynote".
fn only_sessions(lexicon: Lexicon, words: &str) -> bool {
    let folded = Folded::of(words);
    let says = lexicon.has_in(&folded, |w| &w.sessions) || lexicon.has_in(&folded, |w| &w.talks);
    says && folded.split_ascii_whitespace().all(|other| {
        FILLING.has(other)
            || other.chars().all(|c| c.is_ascii_digit())
            || ANNOUNCING.has(other)
            || lexicon.list(|w| &w.sessions).any(|word| word.split(' ').any(|w| w == other))
            || lexicon.list(|w| &w.talks).any(|word| word.split(' ').any(|w| w == other))
            || lexicon.knows(other, |w| &w.events)
            || super::kind::event_word(other)
    })
}
