//! The hook: the sentence under the headline, in the author's own words.

use std::collections::BTreeSet;

use super::Material;
use super::also;
use super::text::tidy;
use crate::recap::Session;

/// The recap's hooks that the headline does not repeat, the best first.
pub(super) fn hooks(material: &Material<'_>, headline: &str, language: &str) -> Vec<String> {
    let hooks = material.recap.hook.iter().chain(&material.recap.other_hooks);
    let hooks = hooks.map(|hook| tidy::piece(&hook.value, language));
    let hooks = hooks.filter(|hook| !repeats(hook, headline));
    let tells_of = |hook: &str, session: &Session| {
        let title = session.title.as_ref().filter(|_| session.own);
        title.is_some_and(|title| tidy::says(hook, &title.value))
    };
    let first = |hook: String| {
        let is_told = material.recap.sessions.iter().any(|session| tells_of(&hook, session));
        if is_told { also::without(&hook, language) } else { hook }
    };
    hooks.map(first).collect()
}

/// Whether every word of a sentence is in the headline.
fn repeats(sentence: &str, headline: &str) -> bool {
    let (sentence, headline) = (tidy::fold(sentence), tidy::fold(headline));
    let known: BTreeSet<&str> = headline.split(' ').collect();
    headline.contains(&sentence) || sentence.split(' ').all(|word| known.contains(word))
}
