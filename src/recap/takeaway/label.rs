//! Labels before a remark, which say nothing but who and what.

use std::ops::Range;

use super::scene::Scene;
use crate::language::{List, fold};
use crate::recap::text::Text;

/// The longest label before a remark, in bytes.
const LABEL: usize = 250;

impl Scene<'_> {
    /// Where a sentence goes on after a label that says nothing but who and what: "S: T – she showed X",
    /// "T by S: she showed X".
    pub(super) fn after_label(
        &self,
        at: usize,
        text: &Text,
        range: &Range<usize>,
    ) -> Option<usize> {
        let phrase = text.plain.get(range.clone())?;
        let early = phrase.get(..phrase.floor_char_boundary(LABEL)).unwrap_or(phrase);
        let ends = [": ", "：", " - ", " – ", " — "].into_iter();
        let ends = ends.flat_map(|mark| {
            let found = early.match_indices(mark);
            found.map(move |(at, _)| (at, at + mark.len()))
        });
        let label = |(end, _): &(usize, usize)| {
            let label = phrase.get(..*end);
            label.is_some_and(|label| self.is_label(at, label))
        };
        let (_, rest) = ends.filter(label).max()?;
        let rest = range.start + rest;
        (rest < range.end).then_some(rest)
    }

    /// Whether a text has the title or a speaker of a session, and besides nothing but signs and small words.
    fn is_label(&self, at: usize, label: &str) -> bool {
        let (Some(session), Some(known)) = (self.sessions.get(at), self.known.get(at)) else {
            return false;
        };
        let title = session.title.as_ref().map(|title| title.value.as_str());
        let untitled =
            title.map_or_else(|| label.to_owned(), |title| label.replacen(title, " ", 1));
        let mut rest = fold(&without_brackets(&untitled));
        let mut named = untitled != label;
        for speaker in &known.speakers {
            let without = rest.replacen(speaker.trim(), " ", 1);
            named |= without != rest;
            rest = without;
        }
        let small = |word: &str| {
            let lists: [List; 4] = [|w| &w.by, |w| &w.and, |w| &w.with, |w| &w.talks];
            !word.contains(char::is_alphabetic)
                || lists.into_iter().any(|list| self.lexicon.knows(word, list))
        };
        named && rest.split_ascii_whitespace().all(small)
    }
}

/// A text without what is in brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let outside = |c: &char| match c {
        '(' | '（' | '[' => {
            depth += 1;
            false
        }
        ')' | '）' | ']' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    };
    text.chars().filter(outside).collect()
}
