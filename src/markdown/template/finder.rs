//! Searches for marks from left to right, so that a text without them is searched once.

/// The longest tag; bounds the search for its end.
pub(super) const LONGEST: usize = 2000;

/// The next occurrence of a mark.
#[derive(Debug)]
pub(super) struct Finder<'t> {
    text: &'t str,
    mark: &'static str,
    /// The last occurrence found, and where that search began.
    last: Option<(usize, Option<usize>)>,
}

impl<'t> Finder<'t> {
    pub(super) fn new(text: &'t str, mark: &'static str) -> Self {
        Self { text, mark, last: None }
    }

    /// The first occurrence of the mark at or after `from`.
    pub(super) fn find(&mut self, from: usize) -> Option<usize> {
        if let Some((looked, found)) = self.last
            && looked <= from
            && found.is_none_or(|found| found >= from)
        {
            return found;
        }
        let rest = self.text.get(from..)?;
        let found = rest.find(self.mark).map(|at| from + at);
        self.last = Some((from, found));
        found
    }

    /// As [`Finder::find`], where it is near enough to end a tag.
    pub(super) fn near(&mut self, from: usize) -> Option<usize> {
        self.find(from).filter(|found| found - from <= LONGEST)
    }
}
