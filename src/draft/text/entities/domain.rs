//! Domains: their labels, and where they end.

use std::ops::Range;

use super::chars::Chars;
use super::classes::{is_label, is_latin_accent};
use super::{LONGEST_LABEL, LONGEST_URL};
use crate::draft::text::Tld;

/// A run of label characters, dots, hyphens and underscores, analysed once for every URL that might
/// begin in it.
pub(super) struct Run {
    pub(super) range: Range<usize>,
    labels: Vec<Label>,
}

struct Label {
    range: Range<usize>,
    /// Whether it begins and ends with a label character, as a label of a domain must.
    whole: bool,
    /// Where the top-level domain that begins this label ends.
    tld: Option<(usize, Tld)>,
    last_underscore: Option<usize>,
    /// The label that holds the top-level domain of the longest domain of which this label is a
    /// part and that begins before it.
    best: Option<usize>,
}

impl Run {
    pub(super) fn new(text: &Chars, start: usize) -> Self {
        let mut labels = Vec::new();
        let mut from = start;
        let mut index = start;
        let mut last_underscore = None;
        loop {
            match text.at(index) {
                Some('_') => last_underscore = Some(index),
                Some('-') => {}
                Some(c) if c != '.' && is_label(c) => {}
                other => {
                    let edge = |c: Option<char>| c.is_some_and(is_label);
                    let whole = index > from
                        && edge(text.at(from))
                        && edge(index.checked_sub(1).and_then(|last| text.at(last)));
                    labels.push(Label {
                        range: from..index,
                        whole,
                        tld: text.tld(from),
                        last_underscore: last_underscore.take(),
                        best: None,
                    });
                    if other != Some('.') {
                        break;
                    }
                    from = index + 1;
                }
            }
            index += 1;
        }
        for at in (0..labels.len()).rev() {
            let next = labels.get(at + 1);
            let whole = labels.get(at).filter(|own| own.whole);
            let best = whole.and_then(|own| own.reaches(at, next, own.range.start));
            if let Some(own) = labels.get_mut(at) {
                own.best = best;
            }
        }
        Self { range: start..index, labels }
    }

    /// The longest domain that begins at `start`: its end and which lists have its top-level domain.
    pub(super) fn domain(&self, text: &Chars, start: usize) -> Option<(usize, Tld)> {
        if !text.at(start).is_some_and(is_label) {
            return None;
        }
        let at = self.labels.partition_point(|label| label.range.end < start);
        let own = self.labels.get(at)?;
        let ends_well =
            own.range.end.checked_sub(1).and_then(|last| text.at(last)).is_some_and(is_label);
        if !ends_well {
            return None;
        }
        let last = own.reaches(at, self.labels.get(at + 1), start)?;
        self.labels.get(last)?.tld
    }
}

impl Label {
    /// The label of the farthest top-level domain that a domain reaches whose first label is the
    /// part of this one from `start`.
    fn reaches(&self, at: usize, next: Option<&Self>, start: usize) -> Option<usize> {
        let next = next?;
        let is_name = self.last_underscore.is_none_or(|underscore| underscore < start);
        next.best.or_else(|| (is_name && next.tld.is_some()).then_some(at + 1))
    }
}

pub(super) fn valid_domain(domain: &[char], length: usize) -> bool {
    let mut longer = 0;
    let fits = domain.split(|c| *c == '.').all(|label| {
        if label.len() > LONGEST_LABEL {
            return false;
        }
        let name: String = label.iter().collect();
        let ascii = if name.is_ascii() {
            name.len()
        } else {
            idna::punycode::encode_str(&name).map_or(usize::MAX, |code| code.len() + "xn--".len())
        };
        longer += ascii.saturating_sub(label.len()).min(LONGEST_URL);
        (1..=LONGEST_LABEL).contains(&ascii)
    });
    let prefixed = domain.starts_with(&['x', 'n', '-', '-']);
    let ascii = domain
        .iter()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.') || is_latin_accent(*c));
    fits && (!prefixed || ascii) && length + longer <= LONGEST_URL
}

/// The next domain in `from..end` whose labels are ASCII or accented Latin.
pub(super) fn ascii_domain(text: &Chars, from: usize, end: usize) -> Option<Range<usize>> {
    let plain = |c: char| c == '-' || c.is_ascii_alphanumeric() || is_latin_accent(c);
    let mut start = from;
    while start < end {
        if !text.at(start).is_some_and(plain) {
            start += 1;
            continue;
        }
        let mut index = start;
        let mut found = None;
        loop {
            while index < end && text.at(index).is_some_and(plain) {
                index += 1;
            }
            if index >= end || text.at(index) != Some('.') {
                break;
            }
            index += 1;
            if let Some((stop, _)) = text.tld(index).filter(|(stop, _)| *stop <= end) {
                found = Some(start..stop);
            }
            if !text.at(index).is_some_and(plain) {
                break;
            }
        }
        if found.is_some() {
            return found;
        }
        start = index.max(start + 1);
    }
    None
}
