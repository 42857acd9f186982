//! Finds `{{ … }}` and `{% … %}`.

use std::ops::Range;

use super::finder::Finder;

/// Finds pairs of braces one after the other.
pub(super) struct Braces<'t> {
    text: &'t str,
    ends: [Finder<'t>; 2],
    /// Where to search next: inside the last pair, unless the caller used all of it.
    pub(super) at: usize,
}

/// One pair of braces.
pub(super) struct Brace<'t> {
    /// Both braces and the text between them.
    pub(super) range: Range<usize>,
    /// The text between them.
    pub(super) inside: &'t str,
    /// Whether they are `{% … %}`.
    pub(super) is_tag: bool,
}

/// A pair of braces with the white space that its hyphens remove (`{{- x -}}`), but none before `from`.
pub(super) fn with_blanks(text: &str, range: &Range<usize>, from: usize) -> Range<usize> {
    let mut whole = range.clone();
    if text[range.start + 2..].starts_with('-') {
        whole.start = text[..range.start].trim_end().len().max(from);
    }
    if text[..range.end - 2].ends_with('-') {
        whole.end = text.len() - text[range.end..].trim_start().len();
    }
    whole
}

impl<'t> Braces<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, ends: [Finder::new(text, "}}"), Finder::new(text, "%}")], at: 0 }
    }

    pub(super) fn next(&mut self) -> Option<Brace<'t>> {
        loop {
            let start = self.at + self.text.get(self.at..)?.find('{')?;
            self.at = start + 1;
            let is_tag = match self.text.as_bytes().get(self.at) {
                Some(b'{') => false,
                Some(b'%') => true,
                _ => continue,
            };
            let Some(end) = self.ends[usize::from(is_tag)].near(start + 2) else {
                continue;
            };
            return Some(Brace {
                range: start..end + 2,
                inside: &self.text[start + 2..end],
                is_tag,
            });
        }
    }
}
