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
        let (mut offsets, chars): (Vec<usize>, Vec<char>) = text.char_indices().unzip();
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

    /// Whether the ASCII text `word`, in lower case, begins at `index`, in any case.
    pub(super) fn has(&self, index: usize, word: &str) -> bool {
        let found = self.slice(index..index + word.len()).iter();
        found.map(char::to_ascii_lowercase).eq(word.chars())
    }

    /// Where the run of characters that `accept` accepts ends, which begins at `index`.
    pub(super) fn run_end(&self, index: usize, accept: impl Fn(char) -> bool) -> usize {
        let rest = self.chars.get(index..).unwrap_or_default().iter();
        index + rest.take_while(|c| accept(**c)).count()
    }

    /// Where `http://` or `https://` that begins at `index` ends.
    pub(super) fn scheme(&self, index: usize) -> Option<usize> {
        let schemes = ["http://", "https://"];
        let found = schemes.into_iter().find(|scheme| self.has(index, scheme))?;
        Some(index + found.len())
    }

    /// The longest prefix of `from..` that is a top-level domain, and which lists have it.
    pub(super) fn tld(&self, from: usize) -> Option<(usize, Tld)> {
        // `xn--` and digits, hyphens, ASCII letters.
        if self.has(from, "xn--") {
            let end = self.run_end(from + 4, |c| c == '-' || c.is_ascii_alphanumeric());
            return (end > from + 4).then_some((end, Tld::Both));
        }
        let (mut end, mut found, mut name) = (from, None, String::new());
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
