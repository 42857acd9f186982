//! A post's sessions and the sentences about each of them.

use std::ops::Range;

use super::candidate::Candidate;
use crate::language::{Folded, Lexicon, fold};
use crate::recap::Session;
use crate::recap::about::{self, About, Known, Whence};
use crate::recap::blocks::{Block, Blocks, Kind};
use crate::recap::text::Found;

/// A post's sessions, prepared for comparison with its sentences.
pub(in crate::recap) struct Scene<'a> {
    /// The sessions.
    pub sessions: &'a [Session],
    pub(super) blocks: &'a Blocks,
    /// Texts used elsewhere in the draft: the hook, the invitation.
    pub(super) used: &'a [Range<usize>],
    pub(super) lexicon: Lexicon,
    /// The names of each of them.
    pub(super) known: Vec<Known>,
    /// The sentences about each of them.
    about: Vec<Vec<About<'a>>>,
    /// The last block of prose.
    pub(super) last: usize,
}

impl<'a> Scene<'a> {
    /// The features that the candidates of all sessions share.
    pub(in crate::recap) fn of(
        sessions: &'a [Session],
        blocks: &'a Blocks,
        used: &'a [Range<usize>],
        lexicon: Lexicon,
    ) -> Self {
        let known: Vec<Known> = sessions.iter().map(Known::of).collect();
        let prose = |block: &Block| {
            block.kind == Kind::Paragraph && !block.text.is_empty() && !block.caption
        };
        Self {
            about: about::all((sessions, &known), blocks, lexicon),
            known,
            last: blocks.all.iter().rposition(prose).unwrap_or_default(),
            sessions,
            blocks,
            used,
            lexicon,
        }
    }

    /// Whether the author praises the session at `at` outright.
    pub(super) fn praises(&self, at: usize) -> bool {
        let sentences = self.about.get(at).into_iter().flatten();
        let near = sentences.filter(|about| !matches!(about.whence, Whence::Behind(2..)));
        let mut phrases = near.filter_map(|about| about.text.plain.get(about.range.clone()));
        phrases.any(|phrase| self.says_praise(at, phrase))
    }

    /// Whether a sentence praises the session at `at`, and names no other: "My favourite was S".
    fn says_praise(&self, at: usize, phrase: &str) -> bool {
        let folded = Folded::of(phrase);
        let mut others = self.known.iter().enumerate().filter(|(other, _)| *other != at);
        self.lexicon.has_in(&folded, |w| &w.praise)
            && !others.any(|(_, known)| known.is_named_in(&folded))
    }

    /// Whether a sentence tells of the author's own talk, or names and praises the session.
    pub(super) fn tells_most(&self, at: usize, said: &Found) -> bool {
        let (Some(session), Some(known)) = (self.sessions.get(at), self.known.get(at)) else {
            return false;
        };
        let range = &session.range;
        let own = session.own
            && (range.start < said.source.end && said.source.start < range.end)
            && !self.lexicon.has(&said.value, |w| &w.pointing);
        own || known.is_named_in(&fold(&said.value)) && self.says_praise(at, &said.value)
    }

    /// All candidates for the takeaway of the session at `at`.
    pub(in crate::recap) fn candidates(&self, at: usize) -> Vec<Candidate> {
        let Some(sentences) = self.about.get(at) else {
            return Vec::new();
        };
        let own = sentences.iter().filter(|about| about.whence == Whence::Own);
        // A session without a text of its own has only mentions elsewhere.
        let body = match own.count() {
            0 => sentences.len(),
            own => own,
        };
        let all = sentences.iter().enumerate();
        all.filter_map(|(position, about)| {
            let position = Some(position).filter(|position| *position < body);
            self.candidate(at, about, (position, body == 1))
        })
        .collect()
    }
}
