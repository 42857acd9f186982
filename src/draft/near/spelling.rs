//! How alike two words are.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::language::is_cjk;
use crate::nearly::distance;

/// Whether two words differ by typos: one in a short word, two in a longer one.
pub(super) fn slip(from: &str, to: &str) -> bool {
    let length = to.chars().count();
    let slips = match length {
        0..=2 => return false,
        3..=7 => 1,
        _ => 2,
    };
    from.chars().count().abs_diff(length) <= slips && from != to && distance(from, to) <= slips
}

/// The words of a text: runs of letters and digits.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_alphanumeric() || is_combining_mark(c) && start.is_some() {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            found.push(from..at);
        }
    }
    found
}

/// Whether a text has characters of a script without spaces.
pub(super) fn unspaced(text: &str) -> bool {
    text.chars().any(is_cjk)
}

#[cfg(test)]
mod tests {
    use crate::language::{inflected, skeleton};

    #[test]
    fn skeletons_of_one_name_are_equal() {
        for (one, other) in [
            ("Müller", "Mueller"),
            ("Strauß", "Strauss"),
            ("Łukasz", "Lukasz"),
            ("Søren", "Soren"),
            ("Dvořák", "dvorak"),
        ] {
            assert_eq!(skeleton(one), skeleton(other));
        }
    }

    #[test]
    fn endings_are_no_typos() {
        assert!(inflected("linz", "linzer") && inflected("praha", "prahy"));
        assert!(inflected("москва", "москве"));
        assert!(!inflected("confa", "confb") && !inflected("linz", "lynz"));
    }
}
