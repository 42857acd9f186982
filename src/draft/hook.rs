//! The hook: the sentence under the headline, in the author's own words.

use std::collections::BTreeSet;

use super::Material;
use super::headline::Headline;
use super::text::tidy;

/// The recap's hooks that the headline does not repeat, the best first.
pub(super) fn hooks(material: &Material<'_>, headline: &Headline, language: &str) -> Vec<String> {
    let hooks = material.recap.hook.iter().chain(&material.recap.other_hooks);
    let hooks = hooks.map(|hook| tidy::piece(&hook.value, language));
    hooks.filter(|hook| !repeats(hook, &headline.text)).collect()
}

/// Whether every word of a sentence is in the headline.
fn repeats(sentence: &str, headline: &str) -> bool {
    let (sentence, headline) = (tidy::fold(sentence), tidy::fold(headline));
    let known: BTreeSet<&str> = headline.split(' ').collect();
    headline.contains(&sentence) || sentence.split(' ').all(|word| known.contains(word))
}
