//! A list of words and phrases to find in texts, indexed on first use.

use std::ops::Deref;
use std::sync::OnceLock;

use super::folded::{Beginnings, Folded, beginning};
use super::is_cjk;

/// Words and phrases in lower case.
#[derive(Debug)]
pub(crate) struct Phrases {
    all: &'static [&'static str],
    index: OnceLock<Index>,
}

#[derive(Debug)]
struct Index {
    /// All of them, by the [`key`] of their first words.
    by_key: Vec<(u64, &'static str)>,
    /// A filter of their first words' first bytes, which most words of a text do not pass.
    begins: Beginnings,
    /// Those in scripts without spaces, which match anywhere in a text.
    anywhere: Vec<&'static str>,
}

impl Phrases {
    /// A list; its index is built on first use.
    pub(crate) const fn of(all: &'static [&'static str]) -> Self {
        Self { all, index: OnceLock::new() }
    }

    /// Whether the list has this word or phrase.
    pub(crate) fn has(&self, phrase: &str) -> bool {
        let index = self.index();
        index.begins.may_have(beginning(phrase.as_bytes()))
            && index.alike(phrase).any(|known| known == phrase)
    }

    /// Those that a text has, each between spaces, or anywhere in scripts without spaces.
    pub(crate) fn within(&self, text: &Folded) -> impl Iterator<Item = &'static str> {
        let index = self.index();
        let anywhere: &[&str] = if text.is_ascii() { &[] } else { &index.anywhere };
        let anywhere = anywhere.iter().copied().filter(|word| text.has(word));
        let spaced = text
            .tails()
            .filter(|tail| index.begins.may_have(beginning(tail.as_bytes())))
            .flat_map(|tail| index.alike(tail).filter(|phrase| begins(tail, phrase)));
        spaced.chain(anywhere)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(self.all))
    }
}

impl Deref for Phrases {
    type Target = [&'static str];

    fn deref(&self) -> &Self::Target {
        self.all
    }
}

impl Index {
    fn of(all: &[&'static str]) -> Self {
        let mut by_key: Vec<_> = all.iter().map(|phrase| (key(phrase), *phrase)).collect();
        by_key.sort_unstable();
        let mut begins = Beginnings::default();
        for phrase in all {
            begins.add(beginning(phrase.as_bytes()));
        }
        let anywhere = all.iter().copied();
        Self {
            by_key,
            begins,
            anywhere: anywhere.filter(|word| word.chars().any(is_cjk)).collect(),
        }
    }

    /// Those whose first word may be the first word of a text.
    fn alike(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let sought = key(text);
        let first = self.by_key.partition_point(|(key, _)| *key < sought);
        let rest = self.by_key.iter().skip(first);
        rest.take_while(move |(key, _)| *key == sought).map(|(_, phrase)| *phrase)
    }
}

/// Whether a text begins with a word or phrase.
fn begins(text: &str, phrase: &str) -> bool {
    let after = text.strip_prefix(phrase);
    after.is_some_and(|after| after.starts_with(' '))
}

/// The first eight bytes of a text's first word as a number.
fn key(text: &str) -> u64 {
    text.bytes()
        .take(8)
        .take_while(|byte| *byte != b' ')
        .fold(0, |key, byte| key << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::{Folded, Phrases};

    static LIST: Phrases = Phrases::of(&[
        "a",
        "christian",
        "christina",
        "christine",
        "été",
        "b",
        "been",
        "been to",
        "参加",
    ]);

    #[test]
    fn only_the_words_of_the_list_are_in_it() {
        assert!(LIST.iter().all(|word| LIST.has(word)));
        let others = ["christi", "christinas", "c", "ete", "ab", "been there", ""];
        assert!(!others.iter().any(|word| LIST.has(word)));
    }

    #[test]
    fn words_match_between_spaces() {
        let within = |text: &str| LIST.within(&Folded::of(text)).collect::<Vec<_>>();
        assert_eq!(within("We’ve been to «A» été"), ["been", "been to", "a", "été"]);
        assert_eq!(within("昨日参加した"), ["参加"]);
        assert_eq!(within("Christiana has beens to see, b2"), [""; 0]);
        assert_eq!(within(""), [""; 0]);
    }
}
