//! A text as readers see it, without the markup, escapes or references that can split a secret.

use std::cell::LazyCell;
use std::ops::Range;

use crate::entities::reference;

/// The text without tags, comments, escapes and marks, and the map to its source.
pub(super) struct Shown {
    pub(super) text: String,
    /// Positions in the text and in the source, at the beginning of every part.
    parts: Vec<(usize, usize)>,
}

/// Elements whose tags do not split a word.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "mark", "q", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

impl Shown {
    /// One pass over the source, which may be HTML, Markdown or plain text.
    pub(super) fn of(source: &str) -> Self {
        let mut shown = Self { text: String::with_capacity(source.len()), parts: vec![(0, 0)] };
        let mut at = 0;
        // Search once: a text may open ten thousand comments and close none.
        let last_comment =
            LazyCell::new(|| memchr::memmem::rfind(source.as_bytes(), b"-->").unwrap_or(0));
        while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
            let plain = plain(rest);
            shown.text.push_str(rest.get(..plain).unwrap_or_default());
            let rest = rest.get(plain..).unwrap_or_default();
            at += plain;
            let (length, stands) = special(rest, || at + 2 <= *last_comment);
            if length == 0 {
                let one = rest.chars().next();
                shown.text.extend(one);
                at += one.map_or(1, char::len_utf8);
                continue;
            }
            shown.text.extend(stands);
            at += length;
            shown.parts.push((shown.text.len(), at));
        }
        shown
    }

    /// The bytes of the source that show `range`.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let next = self.parts.partition_point(|(shown, _)| *shown <= at);
            let (shown, source) = next.checked_sub(1).map_or((0, 0), |last| self.parts[last]);
            source + (at - shown)
        };
        let last = place(range.end.saturating_sub(1));
        place(range.start)..last + 1
    }
}

/// How much of a text nothing special stands in.
pub(super) fn plain(text: &str) -> usize {
    let begins = |byte: &u8| matches!(byte, b'<' | b'&' | b'\\' | b'*' | b'`' | 0xc2 | 0xe2 | 0xef);
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(length) = rest.bytes().position(|byte| begins(&byte)) else {
            break;
        };
        at += length;
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c) if !is_special(c) => at += c.len_utf8(),
            _ => return at,
        }
    }
    text.len()
}

fn is_special(c: char) -> bool {
    matches!(
        c,
        '<' | '&' | '\\' | '*' | '`' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

/// How many bytes of the source stand for something else here, and for what; 0 for a literal character.
fn special(rest: &str, closes: impl FnOnce() -> bool) -> (usize, Option<char>) {
    let bytes = rest.as_bytes();
    let next = bytes.get(1).copied().unwrap_or_default();
    match bytes.first() {
        Some(b'<') if rest.starts_with("<!--") && closes() => {
            let end = rest.get(2..).and_then(|rest| rest.find("-->"));
            (end.map_or(0, |end| end + 5), None)
        }
        Some(b'<') if next.is_ascii_alphabetic() || next == b'/' => {
            let end = rest.get(1..).and_then(|rest| rest.find(['<', '>']));
            let end = end.map(|end| end + 1).filter(|end| bytes.get(*end) == Some(&b'>'));
            let name = rest.get(1..).unwrap_or_default().trim_start_matches('/');
            let length = name.find(|c: char| !c.is_ascii_alphanumeric());
            let name = name.get(..length.unwrap_or(name.len())).unwrap_or_default();
            let joins = INLINE.iter().any(|inline| inline.eq_ignore_ascii_case(name));
            (end.map_or(0, |end| end + 1), (!joins).then_some('\n'))
        }
        Some(b'&') => {
            reference(rest).map_or((0, None), |(shown, length)| (length, shown.chars().next()))
        }
        Some(b'\\') if next.is_ascii_punctuation() => (1, None),
        Some(b'\\' | b'<') | None => (0, None),
        _ => (rest.chars().next().map_or(0, char::len_utf8), None),
    }
}
