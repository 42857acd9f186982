//! The hook: the sentence under the headline, in the author's own words.

use std::collections::BTreeSet;

use super::Material;
use super::headline::Headline;
use super::text::tidy;

/// The recap's hook, unless the headline repeats it.
pub(super) fn hook(material: &Material<'_>, headline: &Headline, language: &str) -> String {
    let hook = material.recap.hook.as_ref();
    let hook = hook.map(|hook| tidy::piece(&hook.value, language));
    hook.filter(|hook| !repeats(hook, &headline.text)).unwrap_or_default()
}

/// Whether every word of a sentence is in the headline.
fn repeats(sentence: &str, headline: &str) -> bool {
    let (sentence, headline) = (tidy::fold(sentence), tidy::fold(headline));
    let known: BTreeSet<&str> = headline.split(' ').collect();
    headline.contains(&sentence) || sentence.split(' ').all(|word| known.contains(word))
}
