//! Finds the sentences about a session: in its own texts, in the cells of its row, and elsewhere where
//! its title or a speaker is named, including the sentences that follow.

use std::ops::Range;

use super::Session;
use super::blocks::{Blocks, Kind};
use super::mention;
use super::name::LIKELY;
use super::sentence::spoken;
use super::text::Text;
use crate::language::{Folded, Lexicon, fold, is_cjk};

/// The most sentences from a session's own texts, and from elsewhere.
const OWN: usize = 40;
const ELSEWHERE: usize = 12;
/// How many sentences after a mention may still be about the session.
const BEHIND: usize = 6;
/// The same for a session with texts of its own.
const NEAR: usize = 1;

/// Why a sentence is about a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whence {
    /// It is in the session's own texts.
    Own,
    /// It names the session.
    Names,
    /// It comes this many sentences after one that names it.
    Behind(usize),
}

/// A sentence about a session.
#[derive(Debug, Clone)]
pub(super) struct About<'a> {
    /// The block that holds it.
    pub index: usize,
    /// The text of the block, or of a cell.
    pub text: &'a Text,
    /// The sentence's bytes in the text.
    pub range: Range<usize>,
    /// Why it is about the session.
    pub whence: Whence,
    /// Whether a title or a name comes before it as a label.
    pub labelled: bool,
}

/// The names of a session, folded.
pub(super) struct Known {
    /// Its speakers.
    pub speakers: Vec<String>,
    /// Its title.
    pub title: String,
}

impl Known {
    /// The names of a post's session.
    pub(super) fn of(session: &Session) -> Self {
        let folded = |name: &super::Understood<String>| fold(&name.value);
        Self {
            speakers: session.speakers.iter().map(folded).collect(),
            title: session.title.as_ref().map_or_else(String::new, folded),
        }
    }

    /// Whether a folded text contains the title or a full speaker's name.
    pub(super) fn is_named_in(&self, phrase: &str) -> bool {
        let long = |name: &&str| name.contains(' ') || name.chars().any(is_cjk) || name.len() > 4;
        let title = Some(self.title.trim()).filter(|title| {
            title.contains(' ') || title.chars().filter(|c| is_cjk(*c)).count() > 2
        });
        let speakers = self.speakers.iter().map(|name| name.trim()).filter(long);
        speakers.chain(title).any(|name| is_named(phrase, name))
    }

    /// Whether it contains a part of a speaker's name.
    fn hinted_in(&self, phrase: &str) -> bool {
        let parts = self.speakers.iter().flat_map(|name| name.split(' '));
        parts.filter(|part| part.len() > 2).any(|part| is_named(phrase, part))
    }
}

/// Whether a folded text contains a name, also in the English possessive.
fn is_named(phrase: &str, name: &str) -> bool {
    let is_owner = |(at, _): (usize, &str)| {
        let (before, named) = phrase.split_at(at);
        before.ends_with(' ') && named[name.len()..].starts_with("'s ")
    };
    spoken(phrase, name) || phrase.match_indices(name).any(is_owner)
}

/// The sentences about each session, in the order of the text, beginning with its own texts.
pub(super) fn all<'a>(
    (sessions, known): (&[Session], &[Known]),
    blocks: &'a Blocks,
    lexicon: Lexicon,
) -> Vec<Vec<About<'a>>> {
    let mut all: Vec<Vec<About<'a>>> = sessions
        .iter()
        .zip(known)
        .map(|(session, known)| own(session, known, blocks, lexicon))
        .collect();
    let bare: Vec<bool> = all.iter().map(Vec::is_empty).collect();
    for (at, about) in elsewhere((sessions, known), blocks, lexicon) {
        let (Some(sentences), Some(bare)) = (all.get_mut(at), bare.get(at)) else {
            continue;
        };
        // What follows the mention of a post's only session is about it.
        let most = if *bare || sessions.len() == 1 { BEHIND } else { NEAR };
        let near = match about.whence {
            Whence::Behind(behind) => behind <= most,
            _ => true,
        };
        let others = sentences.iter().filter(|known| known.whence != Whence::Own);
        if near && others.count() < ELSEWHERE {
            sentences.push(about);
        }
    }
    all
}

/// The sentences of a session's own texts.
fn own<'a>(
    session: &Session,
    known: &Known,
    blocks: &'a Blocks,
    lexicon: Lexicon,
) -> Vec<About<'a>> {
    let mut all = Vec::new();
    let mut add = |index, text: &'a Text, part: Range<usize>, goes_on: bool| {
        let slice = text.slice(part.clone());
        let start = text.trim(part).start;
        let mut is_another = false;
        for (at, sentence) in mention::sentences(&slice, lexicon).iter().enumerate() {
            let range = start + sentence.start..start + sentence.end;
            // A paragraph in which a talk is named may go on with another one, and come back.
            let phrase = || Folded::of(text.plain.get(range.clone()).unwrap_or_default());
            is_another = goes_on
                && at > 0
                && (another_speaks(text, &range, known, lexicon)
                    || is_another && !known.hinted_in(&phrase()));
            if is_another {
                continue;
            }
            let labelled = at == 0 && start > 0;
            all.push(About { index, text, range, whence: Whence::Own, labelled });
        }
    };
    for (index, part) in session.body.iter().take(60) {
        let block = blocks.all.get(*index).filter(|block| !block.quoted);
        if let Some(block) = block.filter(|block| block.kind != Kind::Row) {
            let is_named_here = block.source.contains(&session.range.start);
            let goes_on = part.start > 0 || block.kind == Kind::Paragraph && is_named_here;
            add(*index, &block.text, part.clone(), goes_on);
        }
    }
    for (index, cell) in cells(session, blocks) {
        add(index, cell, 0..cell.plain.len(), false);
    }
    all.truncate(OWN);
    all
}

/// The cells of the session's table row, except those with its title and speakers.
fn cells<'a>(session: &Session, blocks: &'a Blocks) -> Vec<(usize, &'a Text)> {
    let row = blocks.all.iter().enumerate().find(|(_, block)| {
        block.kind == Kind::Row
            && block.source.start <= session.range.start
            && session.range.end <= block.source.end
    });
    let Some((index, row)) = row else {
        return Vec::new();
    };
    let names = session.speakers.iter().chain(&session.title);
    let names: Vec<&str> = names.map(|name| name.value.as_str()).collect();
    let other = |cell: &&Text| !names.iter().any(|name| cell.plain.contains(name));
    let cells = row.cells.iter().filter(other);
    cells.map(|cell| (index, cell)).collect()
}

/// Whether a sentence ties nobody but somebody else to a talk: one that was not found.
fn another_speaks(text: &Text, sentence: &Range<usize>, known: &Known, lexicon: Lexicon) -> bool {
    let mut mentions = mention::mentions(text, lexicon).iter();
    let phrase = || Folded::of(text.plain.get(sentence.clone()).unwrap_or_default());
    mentions.any(|mention| {
        sentence.contains(&mention.range.start)
            && mention.score >= LIKELY
            && mention.tie >= mention::Tie::Verb
    }) && !known.hinted_in(&phrase())
}

/// The sentences that name exactly one session, and those after them, up to a heading or
/// another session.
fn elsewhere<'a>(
    (sessions, known): (&[Session], &[Known]),
    blocks: &'a Blocks,
    lexicon: Lexicon,
) -> Vec<(usize, About<'a>)> {
    let named = |phrase: &str| -> Vec<usize> {
        let all = known.iter().enumerate();
        let all = all.filter(|(_, known)| known.is_named_in(phrase));
        all.map(|(at, _)| at).collect()
    };
    let owner = |index: usize| {
        sessions.iter().position(|session| session.body.iter().any(|(at, _)| *at == index))
    };
    let mut all = Vec::new();
    // The session that was named last, and how many sentences ago.
    let mut last: Option<(usize, usize)> = None;
    let mut in_list = None;
    for (index, block) in blocks.all.iter().enumerate() {
        if block.quoted || block.caption {
            continue;
        }
        let here = named(block.text.folded());
        match block.kind {
            Kind::Row => {
                last = None;
                continue;
            }
            Kind::Heading(_) => {
                last = match here.as_slice() {
                    [at] => Some((*at, 0)),
                    _ => None,
                };
                continue;
            }
            // The next item has another subject.
            Kind::Item if in_list == Some(block.group) => last = None,
            Kind::Item | Kind::Paragraph => {}
        }
        let owner = owner(index);
        last = last.filter(|(at, _)| owner.is_none_or(|owner| owner == *at));
        if here.is_empty() && last.is_none() {
            continue;
        }
        for range in mention::sentences(&block.text, lexicon) {
            let phrase = Folded::of(block.text.plain.get(range.clone()).unwrap_or_default());
            let sessions_named = if here.is_empty() { Vec::new() } else { named(&phrase) };
            let whence = match (sessions_named.as_slice(), last) {
                ([at], _) => {
                    last = Some((*at, 0));
                    in_list = (block.kind == Kind::Item).then_some(block.group);
                    Whence::Names
                }
                ([], Some((at, behind))) => {
                    let Some(known) = known.get(at) else {
                        continue;
                    };
                    if another_speaks(&block.text, range, known, lexicon) {
                        last = None;
                        continue;
                    }
                    let hinted = known.hinted_in(&phrase);
                    let behind = if hinted { 0 } else { behind };
                    last = (behind < BEHIND).then_some((at, behind + 1));
                    Whence::Behind(behind + 1)
                }
                _ => {
                    last = None;
                    continue;
                }
            };
            if let Some(at) = sessions_named.first().copied().or(last.map(|(at, _)| at)) {
                let about = About {
                    index,
                    text: &block.text,
                    range: range.clone(),
                    whence,
                    labelled: false,
                };
                all.push((at, about));
            }
        }
    }
    all
}
