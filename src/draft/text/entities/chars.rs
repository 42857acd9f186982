//! A text as an array of characters.

use std::ops::Range;

use super::LONGEST_LABEL;
use super::classes::is_label;
use crate::draft::text::{Tld, known_tld};

/// A text as characters with their byte offsets.
pub(super) struct Chars {
    pub(super) chars: Vec<char>,
    offsets: Vec<usize>,
}

impl Chars {
    pub(super) fn new(text: &str) -> Self {
        let mut chars = Vec::with_capacity(text.len());
        let mut offsets = Vec::with_capacity(text.len() + 1);
        for (offset, character) in text.char_indices() {
            chars.push(character);
            offsets.push(offset);
        }
        offsets.push(text.len());
        Self { chars, offsets }
    }

    pub(super) fn at(&self, index: usize) -> Option<char> {
        self.chars.get(index).copied()
    }

    pub(super) fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        let end = self.offsets.last().copied().unwrap_or(0);
        let byte = |index: usize| self.offsets.get(index).copied().unwrap_or(end);
        byte(range.start)..byte(range.end)
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &[char] {
        self.chars.get(range).unwrap_or_default()
    }

    /// Where `http://` or `https://` that begins at `index` ends.
    pub(super) fn scheme(&self, index: usize) -> Option<usize> {
        let starts = |word: &str, from: usize| {
            word.chars()
                .enumerate()
                .all(|(n, c)| self.at(from + n).is_some_and(|own| own.eq_ignore_ascii_case(&c)))
        };
        if !starts("http", index) {
            return None;
        }
        let colon = if starts("s", index + 4) { index + 5 } else { index + 4 };
        starts("://", colon).then_some(colon + 3)
    }

    /// The longest prefix of `from..` that is a top-level domain, and which lists have it.
    pub(super) fn tld(&self, from: usize) -> Option<(usize, Tld)> {
        let mut end = from;
        let mut found = None;
        let mut name = String::new();
        // `xn--` and digits, hyphens, ASCII letters.
        let punycode = self
            .slice(from..from + 4)
            .iter()
            .copied()
            .map(|c| c.to_ascii_lowercase())
            .eq("xn--".chars());
        if punycode {
            let mut stop = from + 4;
            while self.at(stop).is_some_and(|c| c == '-' || c.is_ascii_alphanumeric()) {
                stop += 1;
            }
            return (stop > from + 4).then_some((stop, Tld::Both));
        }
        while let Some(c) = self.at(end).filter(|c| is_label(*c)) {
            if name.len() > LONGEST_LABEL {
                break;
            }
            name.extend(c.to_lowercase());
            end += 1;
            let goes_on = self
                .at(end)
                .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '@' | '+' | '-'));
            if !goes_on && let Some(who) = known_tld(&name) {
                found = Some((end, who));
            }
        }
        found
    }
}
