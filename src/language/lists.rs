//! Long lists of words, sorted, one word a line. `training/lists` makes the longest.

use std::cmp::Ordering;

/// Common given names of many countries, in lower case without accents: evidence that capitalised
/// words are a person, also a single one.
pub(crate) static GIVEN: Sorted = Sorted(include_str!("lists/given.txt"));

/// Given names that [`GIVEN`] does not have. Alone, such a word may well be something else.
pub(crate) static RARE: Sorted = Sorted(include_str!("lists/rare.txt"));

/// English words in lower case, without plurals in -s: evidence that capitalised words are no person.
pub(crate) static ENGLISH: Sorted = Sorted(include_str!("lists/english.txt"));

/// The text of a sorted list.
#[derive(Debug)]
pub(crate) struct Sorted(&'static str);

impl Sorted {
    /// Whether the list has this word.
    pub(crate) fn has(&self, word: &str) -> bool {
        if word.is_empty() || word.starts_with('#') {
            return false;
        }
        let mut rest = self.0;
        while !rest.is_empty() {
            let middle = rest.floor_char_boundary(rest.len() / 2);
            let (before, after) = rest.split_at(middle);
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            let end = after.find('\n').map_or(rest.len(), |at| middle + at);
            match word.cmp(rest.get(start..end).unwrap_or_default()) {
                Ordering::Equal => return true,
                Ordering::Less => rest = rest.get(..start).unwrap_or_default(),
                Ordering::Greater => rest = rest.get(end + 1..).unwrap_or_default(),
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, GIVEN, RARE, Sorted};

    #[test]
    fn every_word_of_a_list_is_found_and_no_other() {
        for Sorted(text) in [&GIVEN, &RARE, &ENGLISH] {
            let words: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
            assert!(words.len() > 2_000 && words.is_sorted());
            for word in words.iter().step_by(7) {
                assert!(Sorted(text).has(word), "{word}");
                assert!(
                    !Sorted(text).has(&format!("{word}\n"))
                        && !Sorted(text).has(&format!("{word}#"))
                );
            }
        }
        for none in ["", "#", "a", "zzzz", "# From"] {
            assert!(!ENGLISH.has(none) && !GIVEN.has(none), "{none}");
        }
    }
}
