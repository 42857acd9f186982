//! `{{ … }}` and `{% … %}`, one after another.

use std::ops::Range;

use super::finder::Finder;

/// Looks for braces from the last ones on.
pub(super) struct Braces<'t> {
    text: &'t str,
    ends: [Finder<'t>; 2],
    /// Where to look next: in the braces that were found last, unless they are taken as a whole.
    pub(super) at: usize,
}

/// One pair of braces.
pub(super) struct Brace<'t> {
    /// Both braces and what stands between them.
    pub(super) range: Range<usize>,
    /// What stands between them.
    pub(super) inside: &'t str,
    /// Whether they are `{% … %}`.
    pub(super) is_tag: bool,
}

impl<'t> Braces<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            ends: [Finder::new(text, "}}"), Finder::new(text, "%}")],
            at: 0,
        }
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
