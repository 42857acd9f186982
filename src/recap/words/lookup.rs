//! Looking words up in a list, at the cost of comparing a few numbers.

/// A list of words in lower case that are looked up often.
pub struct Lookup(Vec<(u64, &'static str)>);

impl Lookup {
    /// Makes a list ready.
    pub fn of(words: &[&'static str]) -> Self {
        let mut keyed: Vec<_> = words.iter().map(|word| (key(word), *word)).collect();
        keyed.sort_unstable();
        Self(keyed)
    }

    /// Whether the list has the word.
    pub fn has(&self, word: &str) -> bool {
        let sought = key(word);
        let first = self.0.partition_point(|(key, _)| *key < sought);
        let alike = self.0.iter().skip(first);
        alike
            .take_while(|(key, _)| *key == sought)
            .any(|(_, known)| *known == word)
    }
}

/// The first eight bytes of a word as a number.
fn key(word: &str) -> u64 {
    word.bytes()
        .take(8)
        .fold(0, |key, byte| key << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::Lookup;

    #[test]
    fn only_the_words_of_the_list_are_in_it() {
        let list = ["a", "christian", "christina", "christine", "été", "b", ""];
        let lookup = Lookup::of(&list);
        assert!(list.iter().all(|word| lookup.has(word)));
        assert!(
            !["christi", "christinas", "c", "ete", "ab"]
                .iter()
                .any(|word| lookup.has(word))
        );
    }
}
