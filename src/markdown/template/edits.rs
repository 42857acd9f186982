//! Edits of a text, and the map from the edited text back to the original.

use std::collections::BTreeMap;
use std::ops::Range;

/// Replacements that do not overlap, by start.
#[derive(Debug, Default)]
pub(in super::super) struct Edits(BTreeMap<usize, (usize, String)>);

/// A run of the edited text.
#[derive(Debug)]
struct Run {
    /// Where it starts in the edited text.
    start: usize,
    /// The corresponding bytes of the original.
    original: Range<usize>,
    /// Whether it is a replacement, whose inner bytes correspond to nothing.
    replaced: bool,
}

/// The map from the edited text back to the original.
#[derive(Debug)]
pub(in super::super) struct Origins(Vec<Run>);

impl Edits {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a replacement unless it overlaps another.
    pub(super) fn add(&mut self, range: Range<usize>, with: String) {
        let before = self.0.range(..range.end).next_back();
        let overlaps =
            before.is_some_and(|(start, (end, _))| *end > range.start || *start >= range.start);
        if !overlaps && range.start <= range.end {
            self.0.insert(range.start, (range.end, with));
        }
    }

    /// The replacement of the text that ends at `at`.
    pub(super) fn ending_at(&self, at: usize) -> Option<&str> {
        let (_, (end, with)) = self.0.range(..at).next_back()?;
        (*end == at).then_some(with)
    }

    /// Removes the replacements inside a range.
    pub(super) fn remove_in(&mut self, range: &Range<usize>) {
        let inside: Vec<_> = self.0.range(range.clone()).map(|(start, _)| *start).collect();
        for start in inside {
            self.0.remove(&start);
        }
    }

    /// The edited text, and the map back.
    pub(in super::super) fn apply(&self, text: &str) -> (String, Origins) {
        let mut edited = String::with_capacity(text.len());
        let mut runs = Vec::with_capacity(self.0.len() * 2 + 1);
        let mut at = 0;
        for (start, (end, with)) in &self.0 {
            runs.push(Run { start: edited.len(), original: at..*start, replaced: false });
            edited.push_str(text.get(at..*start).unwrap_or_default());
            runs.push(Run { start: edited.len(), original: *start..*end, replaced: true });
            edited.push_str(with);
            at = *end;
        }
        runs.push(Run { start: edited.len(), original: at..text.len(), replaced: false });
        edited.push_str(text.get(at..).unwrap_or_default());
        (edited, Origins(runs))
    }
}

impl Origins {
    /// The bytes of the original that a part of the edited text corresponds to.
    pub(in super::super) fn of(&self, part: &Range<usize>) -> Range<usize> {
        let start = self.place(part.start, false);
        // The end belongs to the run of the last byte, not to the one that begins there.
        let end = if part.end > part.start { self.place(part.end - 1, true) } else { start };
        start..end.max(start)
    }

    fn place(&self, at: usize, is_last: bool) -> usize {
        let after = self.0.partition_point(|run| run.start <= at);
        let Some(run) = after.checked_sub(1).and_then(|index| self.0.get(index)) else {
            return 0;
        };
        match (run.replaced, is_last) {
            (true, false) => run.original.start,
            (true, true) => run.original.end,
            (false, _) => run.original.start + (at - run.start) + usize::from(is_last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Edits;

    #[test]
    fn places_lead_back() {
        let mut edits = Edits::default();
        edits.add(2..5, "XYZXYZ".to_owned());
        edits.add(4..6, "overlaps".to_owned());
        edits.add(1..3, "overlaps".to_owned());
        edits.add(7..8, String::new());
        let (edited, origins) = edits.apply("ab123cdef");
        assert_eq!(edited, "abXYZXYZcdf");
        assert_eq!(origins.of(&(0..2)), 0..2);
        assert_eq!(origins.of(&(0..3)), 0..5);
        assert_eq!(origins.of(&(3..5)), 2..5);
        assert_eq!(origins.of(&(8..10)), 5..7);
        assert_eq!(origins.of(&(10..11)), 8..9);
        assert_eq!(origins.of(&(0..11)), 0..9);
    }
}
