//! The sentence under the headline that makes curious, in the author's own words.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use super::Material;
use super::fit::Line;
use super::headline::Headline;
use super::text::{cut, tidy};
use crate::recap::{Origin, Understood};

/// The shortest and the longest sentence that make a hook.
const HOOK: std::ops::RangeInclusive<usize> = 30..=257;

/// Sentences that make curious, best first: the author's takeaway, else the author's summary, else
/// sentences of the text that stand for themselves, those that repeat the headline last.
pub(super) fn hooks(
    material: &Material<'_>,
    headline: &Headline,
    sessions: &[Line],
    language: &str,
) -> Vec<String> {
    let clean = |text: &str| tidy::piece(text, language);
    let recap = material.recap;
    let gist = recap.takeaway.as_ref();
    let written = |text: &&Understood<String>| text.from == Origin::FrontMatter;
    let takeaway = gist.filter(written).map(|text| clean(&text.value));
    let summary = material
        .head
        .summary
        .as_ref()
        .map(|text| clean(&text.value));
    let own = takeaway.into_iter().chain(summary);
    if let Some(own) = own
        .into_iter()
        .find(|text| !text.is_empty() && !repeats(text, &headline.text))
    {
        return vec![own];
    }
    let event = recap
        .event
        .name
        .as_ref()
        .filter(|_| recap.is_recap)
        .map(|name| name.value.as_str());
    let event =
        event.map(|event| event.trim_end_matches(|c: char| c.is_numeric() || c.is_whitespace()));
    let (mut hooks, mut naming): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let gist = gist.map(|text| text.value.as_str());
    let paragraphs = material.text.split("\n\n").take(PARAGRAPHS);
    for paragraph in gist.into_iter().chain(paragraphs).map(clean) {
        for sentence in cut::sentences(&paragraph, language)
            .into_iter()
            .take(PARAGRAPHS)
        {
            let told = sessions.iter().any(|line| {
                let named = |speaker: &String| tidy::says(sentence, speaker);
                line.takeaway.contains(sentence) || line.speakers.iter().any(named)
            });
            let known = hooks.iter().chain(&naming).any(|known| known == sentence);
            if told || known || !makes_curious(sentence) || repeats(sentence, &headline.text) {
                continue;
            }
            let names_event = event.is_some_and(|event| tidy::says(sentence, event));
            if names_event && stands_alone(sentence, headline) && hooks.is_empty() {
                hooks.push(sentence.to_owned());
            } else if names_event {
                naming.push(sentence.to_owned());
            } else {
                hooks.push(sentence.to_owned());
            }
        }
    }
    hooks.extend(naming);
    hooks.truncate(4);
    hooks
}

/// How many paragraphs, and sentences of each, are looked at for a hook.
const PARAGRAPHS: usize = 8;

/// Whether a sentence that names the event says all that our own headline would.
pub(super) fn stands_alone(sentence: &str, headline: &Headline) -> bool {
    headline.built_in
        && headline
            .details
            .iter()
            .all(|detail| tidy::says(sentence, detail))
}

/// Whether a sentence says little that the headline does not.
fn repeats(sentence: &str, headline: &str) -> bool {
    let headline = tidy::fold(headline);
    let sentence = tidy::fold(sentence);
    let known: BTreeSet<&str> = headline.split(' ').collect();
    let words: Vec<&str> = sentence
        .split(' ')
        .filter(|word| word.chars().count() > 3)
        .collect();
    let old = words.iter().filter(|word| known.contains(**word)).count();
    headline.contains(&sentence) || (words.len() >= 3 && old * 3 > words.len() * 2)
}

/// Openers that lean on what was said before.
#[rustfmt::skip]
const DANGLING: &[&str] = &[
    "this", "that", "these", "those", "it", "they", "he", "she", "his", "her", "their", "its", "however", "but", "and", "so", "also", "then",
    "there", "here", "such", "another", "both", "thus", "therefore", "moreover", "furthermore", "instead", "or", "thanks", "thank", "below", "above", "finally", "photo", "image",
    "esto", "este", "esta", "estos", "estas", "eso", "ese", "esa", "pero", "también", "además", "sin", "ellos", "gracias", "así",
    "cela", "ce", "cette", "ces", "il", "elle", "ils", "elles", "mais", "donc", "aussi", "puis", "merci", "voici",
    "dies", "dieser", "diese", "dieses", "das", "es", "er", "sie", "aber", "und", "auch", "danach", "dann", "danke", "hier",
    "isto", "isso", "este", "esta", "esse", "essa", "mas", "também", "ele", "ela", "eles", "obrigado", "então",
    "questo", "questa", "questi", "ciò", "ma", "anche", "poi", "grazie", "essi",
];

/// Whether a sentence can stand alone under a headline.
fn makes_curious(sentence: &str) -> bool {
    let length = sentence.graphemes(true).count();
    // Scripts without spaces say the same in half the characters.
    let dense = sentence.chars().any(|c| c >= '\u{3040}');
    let long_enough = length
        >= if dense {
            *HOOK.start() / 2
        } else {
            *HOOK.start()
        };
    let first = sentence
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty())
        .unwrap_or_default();
    let ends = sentence.trim_end_matches(['”', '"', '»', '」', ')', '’', '）']);
    let cjk_opener = [
        "これ",
        "それ",
        "この",
        "その",
        "しかし",
        "でも",
        "また",
        "이",
        "그",
        "하지만",
        "这",
        "那",
        "但",
        "此",
    ];
    long_enough
        && length <= *HOOK.end()
        && ends.ends_with(['.', '!', '?', '。', '！', '？', '…'])
        && !ends.ends_with("...")
        && !DANGLING.contains(&first.to_lowercase().as_str())
        && !cjk_opener.iter().any(|opener| sentence.starts_with(opener))
        && !sentence.contains("://")
        && !sentence.contains(['|', '<', '>', '{', '}', '`', '*', '['])
        && sentence.matches('(').count() == sentence.matches(')').count()
        && sentence.matches('“').count() == sentence.matches('”').count()
        && sentence.chars().next().is_some_and(|c| !c.is_lowercase())
}
