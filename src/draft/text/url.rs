//! URLs, whatever their domain.

use std::ops::Range;

/// Everything in a text from `http://` or `https://` to the end of the URL.
pub fn urls(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices("://") {
        let before = text.get(..at).unwrap_or_default();
        let mut schemes = ["https", "http"].iter();
        let Some(scheme) = schemes.find(|scheme| before.ends_with(**scheme)) else { continue };
        let start = at - scheme.len();
        // A URL in the query of another is a part of it.
        if found.last().is_some_and(|last| start < last.end) {
            continue;
        }
        let rest = text.get(start..).unwrap_or_default();
        let is_end = |c: char| c.is_whitespace() || "<>\"“”«»「」（）、。".contains(c);
        let url = rest.split(is_end).next().unwrap_or_default();
        let url = url.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']);
        found.push(start..start + url.len());
    }
    found
}
