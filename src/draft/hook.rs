//! The hook: the sentence under the headline, in the author's own words.

use std::collections::BTreeSet;

use super::Material;
use super::also;
use super::headline::Headline;
use super::text::tidy;
use crate::recap::Session;

/// The recap's hook, unless the headline repeats it.
pub(super) fn hook(material: &Material<'_>, headline: &Headline, language: &str) -> String {
    let hook = material.recap.hook.as_ref();
    let hook = hook.map(|hook| tidy::piece(&hook.value, language));
    let hook = hook.filter(|hook| !repeats(hook, &headline.text)).unwrap_or_default();
    let told = |session: &Session| {
        let title = session.title.as_ref().filter(|_| session.own);
        title.is_some_and(|title| tidy::says(&hook, &title.value))
    };
    if material.recap.sessions.iter().any(told) { also::without(&hook, language) } else { hook }
}

/// Whether every word of a sentence is in the headline.
fn repeats(sentence: &str, headline: &str) -> bool {
    let (sentence, headline) = (tidy::fold(sentence), tidy::fold(headline));
    let known: BTreeSet<&str> = headline.split(' ').collect();
    headline.contains(&sentence) || sentence.split(' ').all(|word| known.contains(word))
}
