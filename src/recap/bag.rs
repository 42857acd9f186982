//! The significant words of sentences, compared.

use std::collections::BTreeSet;

use crate::language::{fold, is_cjk};

/// The significant words of a sentence: of four letters at least, or pairs of characters.
pub(super) fn bag(phrase: &str) -> BTreeSet<String> {
    let folded = fold(phrase);
    let mut words: BTreeSet<String> = folded
        .split_ascii_whitespace()
        .filter(|word| word.chars().count() > 3 && !word.chars().any(is_cjk))
        .map(str::to_owned)
        .collect();
    let characters: Vec<char> = folded.chars().filter(|c| is_cjk(*c)).take(300).collect();
    words.extend(characters.windows(2).map(|pair| pair.iter().collect::<String>()));
    words
}

/// How much of `wanted` is in `bag`, from 0 to 1.
pub(super) fn share(wanted: &BTreeSet<String>, bag: &BTreeSet<String>) -> f32 {
    if wanted.is_empty() {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
    let share = wanted.intersection(bag).count() as f32 / wanted.len() as f32;
    share
}
