//! The sentence under the headline that makes curious, in the author's own words.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use super::Material;
use super::fit::Line;
use super::headline::Headline;
use super::text::{cut, entities, tidy};
use crate::recap::{Origin, Understood};

/// The shortest and the longest sentence that make a hook.
const HOOK: std::ops::RangeInclusive<usize> = 30..=257;

/// What makes curious.
#[derive(Clone, Default)]
pub(super) struct Hook {
    /// The first sentence, or what the author wrote for the purpose.
    pub(super) text: String,
    /// The sentences that follow it in the post.
    pub(super) following: Vec<String>,
    /// Whether it names the event and says all that our own headline would.
    pub(super) stands_alone: bool,
}

/// The author's takeaway, else the author's summary, else the first sentence of the text that
/// stands for itself; one that repeats the headline only where there is no other.
pub(super) fn hook(
    material: &Material<'_>,
    headline: &Headline,
    sessions: &[Line],
    language: &str,
) -> Hook {
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
    let title = material
        .head
        .title
        .as_ref()
        .map_or("", |title| &title.value);
    let known = format!("{} {title}", headline.text);
    let bullets = ['~', '-', '–', '•', '*', '>', ' '];
    let mut own = takeaway
        .into_iter()
        .chain(summary)
        .map(|text| text.trim_start_matches(bullets).to_owned());
    if let Some(text) = own.find(|text| !text.is_empty() && !repeats(text, &known)) {
        return Hook {
            text,
            ..Hook::default()
        };
    }
    let event = recap
        .event
        .name
        .as_ref()
        .filter(|_| recap.is_recap)
        .map(|name| name.value.as_str());
    let event =
        event.map(|event| event.trim_end_matches(|c: char| c.is_numeric() || c.is_whitespace()));
    let gist = gist.map(|text| clean(&text.value));
    let mut paragraphs: Vec<String> = material
        .text
        .split("\n\n")
        .filter(|paragraph| !is_list(paragraph))
        .take(PARAGRAPHS)
        .map(clean)
        .collect();
    // Where the sessions begin, every sentence is about one of them.
    let tells = |paragraph: &String| {
        sessions.iter().any(|line| {
            line.title.chars().count() > 5 && tidy::says(paragraph, &line.title)
                || line
                    .speakers
                    .iter()
                    .any(|speaker| tidy::says(paragraph, speaker))
        })
    };
    let begin = paragraphs.iter().position(tells);
    paragraphs.truncate(begin.unwrap_or(paragraphs.len()).max(1));
    let mut naming = None;
    // The sentence that the recap was understood to be about goes first, in its own paragraph.
    let with_gist = paragraphs
        .iter()
        .filter(|paragraph| gist.as_ref().is_some_and(|gist| paragraph.contains(gist)));
    for (only_gist, paragraph) in with_gist
        .map(|paragraph| (true, paragraph))
        .chain(paragraphs.iter().map(|paragraph| (false, paragraph)))
    {
        // What follows in another paragraph is seldom better than the sentence about the event.
        let holds = gist.as_ref().is_some_and(|gist| paragraph.contains(gist));
        if naming.is_some() && !holds {
            break;
        }
        let sentences: Vec<&str> = cut::sentences(paragraph, language)
            .into_iter()
            .take(PARAGRAPHS)
            .collect();
        for (at, sentence) in sentences.iter().copied().enumerate() {
            let told = sessions.iter().any(|line| {
                let named = |speaker: &String| tidy::says(sentence, speaker);
                line.takeaway.contains(sentence) || line.speakers.iter().any(named)
            });
            let other = only_gist && gist.as_deref() != Some(sentence);
            if told || other || !makes_curious(sentence) || repeats(sentence, &known) {
                continue;
            }
            let names_event = event.is_some_and(|event| tidy::says(sentence, event));
            let following = sentences
                .iter()
                .skip(at + 1)
                .take_while(|next| is_clean(next));
            let hook = Hook {
                text: sentence.to_owned(),
                following: following.take(2).map(|next| (*next).to_owned()).collect(),
                stands_alone: names_event && stands_alone(sentence, headline),
            };
            if !names_event || hook.stands_alone {
                return hook;
            }
            naming.get_or_insert(hook);
        }
    }
    naming.unwrap_or_default()
}

/// How many paragraphs, and sentences of each, are looked at for a hook.
const PARAGRAPHS: usize = 8;

/// Whether a paragraph of the plain text is a list.
fn is_list(paragraph: &str) -> bool {
    let paragraph = paragraph.trim_start();
    let number = paragraph.trim_start_matches(|c: char| c.is_ascii_digit());
    paragraph.starts_with(['-', '•', '*', '–', '~', '|', '+'])
        || (number.len() < paragraph.len() && number.starts_with(['.', ')']))
}

/// Whether a sentence that names the event says all that our own headline would.
fn stands_alone(sentence: &str, headline: &Headline) -> bool {
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
    "hello", "hi", "hey", "note", "nota", "disclaimer", "hinweis", "update", "edit", "ps", "dear", "welcome", "hola", "bonjour", "salut", "hallo", "moin", "olá", "ciao", "salve",
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
    let ends = sentence.trim_end_matches(CLOSING);
    let cjk_opener = [
        "こんにちは",
        "こんばんは",
        "どうも",
        "안녕하세요",
        "大家好",
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
        && is_clean(sentence)
        && !ends.ends_with("...")
        && !DANGLING.contains(&first.to_lowercase().as_str())
        && !cjk_opener.iter().any(|opener| sentence.starts_with(opener))
        && sentence.chars().next().is_some_and(|c| !c.is_lowercase())
}

/// Whether a sentence is whole and nothing but words.
fn is_clean(sentence: &str) -> bool {
    let ends = sentence.trim_end_matches(CLOSING);
    ends.ends_with(['.', '!', '?', '。', '！', '？', '…'])
        && entities::urls(sentence).is_empty()
        && !sentence.contains(['|', '<', '>', '{', '}', '`', '*', '['])
        && sentence.matches('(').count() == sentence.matches(')').count()
        && sentence.matches('“').count() == sentence.matches('”').count()
}

/// What may stand behind the stop of a sentence.
const CLOSING: [char; 7] = ['”', '"', '»', '」', ')', '’', '）'];
