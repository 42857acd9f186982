//! Plain text with marks, each byte of it mapped to the post's source.

use std::cell::OnceCell;
use std::ops::Range;

use super::mention::Mention;
use crate::language::Folded;

/// A value and its bytes in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The value.
    pub value: String,
    /// Bytes of the post's source.
    pub source: Range<usize>,
}

/// Text without markup. A hard line break is `\n`, every other run of white space one space.
#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    /// The characters.
    pub plain: String,
    /// The marks, in the order of the closing tags.
    pub marks: Vec<Mark>,
    pieces: Vec<Piece>,
    /// Cached results of reading it.
    pub(super) read: Read,
}

/// What was read in a complete text; a post is read with one vocabulary.
#[derive(Debug, Clone, Default)]
pub(super) struct Read {
    /// Its sentences.
    pub sentences: OnceCell<Vec<Range<usize>>>,
    /// The people whom it mentions.
    pub mentions: OnceCell<Vec<Mention>>,
    // Separate, since most texts of a table never need it.
    folded: OnceCell<Box<Folded>>,
}

/// A marked part of a text.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Its mark.
    pub kind: MarkKind,
}

/// The kind of a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
    /// Code.
    Code,
    /// A link to this URL.
    Link(String),
    /// A caption or small print.
    Small,
}

/// A run of text that equals its source, or replaces it.
#[derive(Debug, Clone)]
struct Piece {
    at: usize,
    len: usize,
    source: Range<usize>,
}

impl Piece {
    fn verbatim(&self) -> bool {
        self.len == self.source.len()
    }
}

/// Invisible characters.
fn invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    )
}

/// What stands before a line that is a heading though it is none of Markdown's.
pub(super) const SIGNS: [char; 9] = ['■', '□', '◆', '◇', '●', '○', '◎', '▼', '▲'];

/// Whether authors set a character before a line that is a heading: a square, a star, an emoji.
pub(super) fn is_heading_sign(c: char) -> bool {
    SIGNS.contains(&c)
        || matches!(
                c,
                '▶' | '▪' | '\u{2600}'..='\u{27bf}' | '\u{2b50}' | '\u{fe0f}' | '\u{1f300}'..='\u{1faff}'
        )
}

impl Text {
    /// The text, folded for word searches.
    pub(super) fn folded(&self) -> &Folded {
        let folded = &self.read.folded;
        folded.get_or_init(|| Box::new(Folded::of(&self.plain)))
    }

    /// Adds the text of `source`.
    pub(super) fn push(&mut self, phrase: &str, source: &Range<usize>) {
        let verbatim = phrase.len() == source.len();
        let mut start = source.start;
        let mut rest = phrase;
        while let Some(c) = rest.chars().next() {
            let plain = rest.bytes().take_while(u8::is_ascii_graphic).count();
            let (next, after) = rest.split_at(plain.max(c.len_utf8()));
            let from = if verbatim { start..start + next.len() } else { source.clone() };
            start += next.len();
            rest = after;
            if plain == 0 && invisible(c) {
                continue;
            }
            if plain == 0 && c.is_whitespace() {
                self.space(' ', from);
            } else {
                self.put(next, from);
            }
        }
    }

    /// Adds white space, one character at most.
    pub(super) fn space(&mut self, c: char, source: Range<usize>) {
        if c == '\n' {
            while self.plain.ends_with(' ') {
                self.pop();
            }
        }
        if !self.plain.is_empty() && !self.plain.ends_with([' ', '\n']) {
            self.put(c.encode_utf8(&mut [0; 4]), source);
        }
    }

    fn pop(&mut self) {
        if let Some(c) = self.plain.pop() {
            let end = self.plain.len();
            if let Some(last) = self.pieces.last_mut() {
                if last.verbatim() {
                    last.source.end = last.source.end.saturating_sub(c.len_utf8());
                }
                last.len = end.saturating_sub(last.at);
                if last.len == 0 {
                    self.pieces.pop();
                }
            }
            for mark in &mut self.marks {
                mark.range.end = mark.range.end.min(end);
                mark.range.start = mark.range.start.min(end);
            }
        }
    }

    fn put(&mut self, phrase: &str, source: Range<usize>) {
        let at = self.plain.len();
        self.plain.push_str(phrase);
        if let Some(last) = self.pieces.last_mut() {
            let follows =
                last.verbatim() && source.len() == phrase.len() && last.source.end == source.start;
            if follows || (!last.verbatim() && last.source == source) {
                last.len += phrase.len();
                last.source.end = source.end;
                return;
            }
        }
        self.pieces.push(Piece { at, len: phrase.len(), source });
    }

    /// The bytes in the source of a part of the text.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.pieces.partition_point(|p| p.at + p.len <= range.start);
        let last = self.pieces.partition_point(|p| p.at < range.end);
        let start = self.pieces.get(first).map_or(0, |p| {
            if p.verbatim() {
                p.source.start + range.start.saturating_sub(p.at)
            } else {
                p.source.start
            }
        });
        let end = last.checked_sub(1).and_then(|last| self.pieces.get(last)).map_or(start, |p| {
            if p.verbatim() { p.source.start + (range.end - p.at).min(p.len) } else { p.source.end }
        });
        start..end.max(start)
    }

    /// A part of the text with the marks that it has.
    pub(super) fn slice(&self, range: Range<usize>) -> Self {
        let range = self.trim(range);
        let Some(plain) = self.plain.get(range.clone()) else {
            return Self::default();
        };
        let clip = |r: &Range<usize>| {
            let start = r.start.max(range.start);
            let end = r.end.min(range.end);
            (start < end).then(|| start - range.start..end - range.start)
        };
        let marks = self
            .marks
            .iter()
            .filter_map(|mark| Some(Mark { range: clip(&mark.range)?, kind: mark.kind.clone() }))
            .collect();
        let first = self.pieces.partition_point(|p| p.at + p.len <= range.start);
        let last = self.pieces.partition_point(|p| p.at < range.end);
        let pieces = self
            .pieces
            .get(first..last)
            .unwrap_or_default()
            .iter()
            .filter_map(|p| {
                let at = clip(&(p.at..p.at + p.len))?;
                let source = if p.verbatim() {
                    let start = p.source.start + (at.start + range.start - p.at);
                    start..start + at.len()
                } else {
                    p.source.clone()
                };
                Some(Piece { at: at.start, len: at.len(), source })
            })
            .collect();
        Self { plain: plain.to_owned(), marks, pieces, read: Read::default() }
    }

    /// The range without the white space at its ends.
    pub(super) fn trim(&self, range: Range<usize>) -> Range<usize> {
        let Some(part) = self.plain.get(range.clone()) else {
            return 0..0;
        };
        let start = range.start + (part.len() - part.trim_start().len());
        start..(start + part.trim().len())
    }

    /// A part as a value.
    pub(super) fn found(&self, range: &Range<usize>) -> Found {
        let range = self.trim(range.clone());
        Found {
            value: self.plain.get(range.clone()).unwrap_or_default().to_owned(),
            source: self.source(&range),
        }
    }

    /// The links with their URLs.
    pub(super) fn links(&self) -> impl Iterator<Item = (&Range<usize>, &str)> {
        self.marks.iter().filter_map(|mark| match &mark.kind {
            MarkKind::Link(href) => Some((&mark.range, href.as_str())),
            _ => None,
        })
    }

    /// The URL of the link that covers most of `range`.
    pub(super) fn link_over(&self, range: &Range<usize>) -> Option<&str> {
        self.links()
            .find(|(at, _)| {
                let shared = at.end.min(range.end).saturating_sub(at.start.max(range.start));
                shared * 2 > range.len()
            })
            .map(|(_, href)| href)
    }

    /// The kinds of the marks around all of the text, but for a sign before or behind it.
    pub(super) fn whole_marks(&self) -> impl Iterator<Item = &MarkKind> {
        let whole = |mark: &&Mark| mark.range.len() + 2 >= self.plain.len();
        self.marks.iter().filter(whole).map(|mark| &mark.kind)
    }

    /// Whether a line has two parts: a sign between them, brackets around the second, or a mark around one.
    pub(super) fn has_two_parts(&self, line: &Range<usize>) -> bool {
        const SIGNS: [&str; 7] = [" - ", " – ", " — ", ": ", "：", " | ", "\", "];
        let words = self.plain.get(line.clone()).unwrap_or_default();
        let sign = SIGNS.iter().any(|sign| words.contains(sign)) || words.contains("”, ");
        let bracket = words.contains(" (") && words.ends_with(')');
        let begins = |range: &Range<usize>| range.start <= line.start + 1 && range.end < line.end;
        let ends = |range: &Range<usize>| {
            range.end + 1 >= line.end && (line.start + 1..line.end).contains(&range.start)
        };
        let marks = self.marks.iter().map(|mark| &mark.range);
        sign || bracket || marks.clone().any(begins) || marks.clone().any(ends)
    }

    /// Whether the text is blank.
    pub(super) fn is_empty(&self) -> bool {
        self.plain.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_each_byte_to_the_source() {
        let source = "Ada **Love\u{200b}lace** &amp; co";
        let mut text = Text::default();
        text.push("Ada ", &(0..4));
        text.push("Love\u{200b}lace", &(6..17));
        text.push(" ", &(19..20));
        text.push("&", &(20..25));
        assert_eq!(text.plain, "Ada Lovelace &");
        assert_eq!(&source[text.source(&(0..3))], "Ada");
        assert_eq!(&source[text.source(&(4..12))], "Love\u{200b}lace");
        assert_eq!(&source[text.source(&(13..14))], "&amp;");
        let slice = text.slice(4..12);
        assert_eq!(&source[slice.source(&(4..8))], "lace");
    }
}
