//! Writes a feed in runs of entries on all processors; no writer holds all of a large feed at once.

use std::ops::Range;

use memchr::memmem;
use rayon::prelude::*;

use super::{Entry, Feed, Format, fit};
use crate::report::Finding;

/// How many entries one run has.
const RUN: usize = 64;

impl Format {
    /// The whole file, ending in one line feed. The same feed gives the same bytes.
    ///
    /// # Errors
    /// A [`Finding`] at the post whose text no feed format allows.
    pub fn write(&self, feed: &Feed) -> Result<String, Finding> {
        fit::check(feed)?;
        if feed.entries.len() <= RUN {
            return self.run(feed, &feed.entries);
        }
        let runs: Vec<Result<String, Finding>> =
            feed.entries.par_chunks(RUN).map(|entries| self.run(feed, entries)).collect();
        let length: usize = runs.iter().flatten().map(String::len).sum();
        let mut runs = runs.into_iter();
        let mut whole = runs.next().unwrap_or_else(|| self.run(feed, &[]))?;
        let after = whole.split_off(self.entries_in(&whole).end);
        whole.reserve_exact(length);
        for run in runs {
            let run = run?;
            whole.push_str(self.between);
            whole.push_str(&run[self.entries_in(&run)]);
        }
        whole.push_str(&after);
        Ok(whole)
    }

    fn run(&self, feed: &Feed, entries: &[Entry]) -> Result<String, Finding> {
        entries.iter().try_for_each(fit::check_entry)?;
        (self.write_only)(feed, entries)
    }
    /// The bytes of a written file that are its entries: from the first to the last; empty at the end
    /// where there is none.
    pub(crate) fn entries_in(&self, text: &str) -> Range<usize> {
        let start = [self.list_start, self.entry_start].concat();
        let from = memmem::find(text.as_bytes(), start.as_bytes());
        let to = memmem::rfind(text.as_bytes(), self.entry_end.as_bytes());
        match from.zip(to) {
            Some((from, to)) if from <= to => {
                from + self.list_start.len()..to + self.entry_end.len()
            }
            _ => text.len()..text.len(),
        }
    }
}
