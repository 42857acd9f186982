//! `afterword validate --fix` and `--diff`: applies fixes that are certain.

use std::ops::Range;

use super::shell::text;
use crate::difference::unified;
use crate::report::visible;
use crate::validate::Outcome;

/// The feed with every safe fix applied; `None` where there is none.
pub(super) fn fixed(outcome: &Outcome) -> Option<String> {
    let mut edits: Vec<&(Range<usize>, String)> = outcome
        .findings
        .iter()
        .filter_map(|finding| finding.fix.as_ref())
        .flat_map(|fix| &fix.edits)
        .collect();
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let source = outcome.source.text();
    let mut text = String::with_capacity(source.len() + 256);
    let mut at = 0;
    for (range, replacement) in edits {
        // Two fixes at one position: apply the first; the next run reports the rest.
        if range.start < at {
            continue;
        }
        text.push_str(source.get(at..range.start)?);
        text.push_str(replacement);
        at = range.end;
    }
    text.push_str(source.get(at..)?);
    (text != source).then_some(text)
}

/// Prints the changes of the fixes as a diff.
pub(super) fn show(file: &str, outcome: &Outcome, fixed: &str) {
    let name = visible(file);
    text(&unified((&name, outcome.source.text()), (&name, fixed)));
}
