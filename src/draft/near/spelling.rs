//! How alike two words are.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::language::is_cjk;
use crate::nearly::distance;

/// Whether two words differ by typos: one in a short word, two in a longer one.
pub(super) fn slip(from: &str, to: &str) -> bool {
    let slips = match to.chars().count() {
        0..=2 => return false,
        3..=7 => 1,
        _ => 2,
    };
    from != to && distance(from, to) <= slips
}

/// A word in lower case without diacritics; umlauts are equal to their spellings with `e`.
pub(super) fn skeleton(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.nfkd().filter(|c| !is_combining_mark(*c)) {
        for c in c.to_lowercase() {
            match c {
                'ß' => plain.push_str("ss"),
                'ø' | 'œ' => plain.push('o'),
                'æ' => plain.push('a'),
                'ł' => plain.push('l'),
                'đ' | 'ð' => plain.push('d'),
                'ı' => plain.push('i'),
                'e' if plain.ends_with(['a', 'o', 'u']) => {}
                c => plain.push(c),
            }
        }
    }
    plain
}

/// Whether two words differ by an ending alone: "Kassel" and "Kassels".
pub(super) fn inflected(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    let same = same.count();
    let is_ending = |word: &str| {
        word.chars().count() <= same + 2
            && word
                .chars()
                .skip(same)
                .all(|c| "aeiouynrsmаеёиоуыэюяйхмв".contains(c))
    };
    same > 2 && is_ending(one) && is_ending(other)
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
    use super::{inflected, skeleton};

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
