//! Recognises people's names.

mod page;
mod score;

use super::link;
use super::text::{Found, Text};
use super::word;
use crate::language::names::{NO_PARTICLE_WITHIN, honorifics};
use crate::language::{self as words, Lexicon};

pub(super) use page::{home, profile};
pub(super) use score::{LIKELY, before_name, compound, score};
use score::{SURE, honorific};

/// A person, with the probability that it is one, from 0 to 1.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// The name as written, a handle without `@`.
    pub name: Found,
    /// The probability.
    pub score: f32,
}

/// How sure a part of a text is a name, considering the author's links.
pub(super) fn score_in(text: &Text, range: &std::ops::Range<usize>) -> f32 {
    let range = text.trim(range.clone());
    let phrase = text.plain.get(range.clone()).unwrap_or_default();
    let base = score(honorific_lead(phrase));
    match text.link_over(&range) {
        Some(href) if profile(href) => {
            // "Fleming" ends like a noun; the link shows that it is a name.
            if base > 0.1 {
                0.98
            } else if phrase.contains(char::is_whitespace) {
                0.45
            } else {
                0.8
            }
        }
        Some(href) if base >= LIKELY && home(href) => 0.95,
        // The whole text of a link to a recording or a talk's page is a title, unless it surely is a name.
        Some(href)
            if base < SURE
                && text.links().any(|(linked, _)| text.trim(linked.clone()) == range)
                && (link::by_url(href) == link::Target::Video || link::talk_page(href)) =>
        {
            base * 0.6
        }
        _ => base,
    }
}

fn honorific_lead(phrase: &str) -> &str {
    // An honorific after a name shows that it is one.
    if honorifics().any(|end| phrase.ends_with(end)) { phrase } else { honorific(phrase) }
}

/// The names in a text that has nothing but names: `S`, `S and S2 (Org)`, `S, role at Org`.
pub(super) fn people(text: &Text, lexicon: Lexicon) -> Option<Vec<Person>> {
    if text.plain.len() > 300 {
        return None;
    }
    let mut people: Vec<Person> = Vec::new();
    let all = parts(text, lexicon);
    let pair = all.len() == 2;
    let semicolons = text.plain.contains(';');
    for part in all {
        let before = text.plain.get(..part.start).unwrap_or_default();
        let comma = before.trim_end_matches(' ').ends_with([',', '，', '·', '•', '|', '\n']);
        let slice = text.slice(part);
        // "S, Org; S2, Org2" and "S, Org": after the comma is not a second speaker.
        if let Some(first) = people.last().filter(|_| comma)
            && (semicolons || (pair && beside(first, score(&slice.plain))))
            && slice.links().next().is_none()
        {
            continue;
        }
        let Some(person) = person(&slice, lexicon) else {
            // After a comma follows the organisation. That takes a few words; a sentence is
            // something else.
            if people.is_empty() || slice.plain.split_whitespace().count() > 7 {
                return None;
            }
            continue;
        };
        people.push(person);
    }
    (!people.is_empty()).then_some(people)
}

/// Whether what stands beside a name looks so much less like one that it is where the person works.
pub(super) fn beside(first: &Person, other: f32) -> bool {
    first.score >= LIKELY && other < f32::max(0.7, first.score - 0.1)
}

/// One person, perhaps with an organisation, a role, or a handle after the name.
pub(super) fn person(text: &Text, lexicon: Lexicon) -> Option<Person> {
    let whole = text.trim(0..text.plain.len());
    // A link to a person's page is the name, whatever follows it.
    if let Some(link) = text.links().find(|(range, href)| {
        profile(href) && range.start <= whole.start + 1 && range.end < whole.end
    }) {
        let named = person(&text.slice(link.0.clone()), lexicon);
        if let Some(person) = named.filter(|person| person.name.value.contains(' ')) {
            return Some(person);
        }
    }
    ends(&text.plain, whole.end, lexicon)
        .into_iter()
        .map(|end| text.trim(whole.start..end))
        .map(|range| (score_in(text, &range), range))
        .filter(|(score, range)| {
            let name = text.plain.get(range.clone()).unwrap_or_default();
            *score >= 0.45 && without_employer(name, lexicon).len() == name.len()
        })
        .max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.end.cmp(&b.1.end)))
        // "Venue: Town Hall".
        .filter(|(_, range)| {
            let name = text.plain.get(range.clone()).unwrap_or_default();
            !lexicon.is(name, |w| &w.place_labels)
        })
        .map(|(score, range)| Person { name: clean(text.found(&range)), score })
}

/// The longest text in which [`person`] looks for a name, in bytes.
const LONGEST: usize = 80;

/// Where the name at the start of a text may end, the last position first: at the end, at a sign,
/// or before a word for belonging to something.
fn ends(plain: &str, whole: usize, lexicon: Lexicon) -> Vec<usize> {
    let mut ends = vec![whole];
    if let Some(at) = plain.find([',', '，', ';', '@', '<', '|', '/', '~', '〜', '\n'])
        && at > 0
    {
        ends.push(at);
    }
    let near = plain.get(..plain.floor_char_boundary(LONGEST)).unwrap_or_default();
    for (at, _) in near.match_indices(' ') {
        let rest = plain.get(at + 1..).unwrap_or_default();
        let stands = |word: &str| rest.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
        if ["-", "–", "—"].into_iter().any(stands) || lexicon.list(|w| &w.of).any(stands) {
            ends.push(at);
        } else if near.get(..at).is_some_and(|before| before.ends_with(':')) {
            ends.push(at - 1);
        }
    }
    ends.sort_unstable_by(|a, b| b.cmp(a));
    ends.dedup();
    ends
}

/// The words of a name before a particle and an organisation: "Ada Lovelace van ING", "Ada Lovelace di Enel".
pub(super) fn without_employer(name: &str, lexicon: Lexicon) -> &str {
    let mut words = name.rsplit(' ');
    let (Some(last), Some(of), Some(family), Some(_)) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return name;
    };
    let capitals = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    let acronym = capitals(last) && !capitals(family);
    let second = word::forename(&family.to_lowercase()) || word::particle(family);
    let apart = NO_PARTICLE_WITHIN.contains(&lexicon.own.code) && !second;
    if lexicon.own.of.has(of) && (acronym || apart) {
        name.strip_suffix(last)
            .and_then(|rest| rest.trim_end().strip_suffix(of))
            .map_or(name, str::trim_end)
    } else {
        name
    }
}

/// A name without `@` and honorifics.
pub(super) fn clean(mut found: Found) -> Found {
    let bare = honorific(found.value.trim_start_matches('@')).trim_end_matches([',', ':', ';']);
    // A full stop ends a name only if it does not follow an initial.
    let bare = match bare.strip_suffix('.') {
        Some(name) if name.chars().rev().take_while(|c| c.is_alphabetic()).count() > 2 => name,
        _ => bare,
    };
    if bare.len() < found.value.len() {
        found.value = bare.to_owned();
    }
    found
}

/// The parts of a list of names, without text in brackets.
fn parts(text: &Text, lexicon: Lexicon) -> Vec<std::ops::Range<usize>> {
    let mut parts = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    let plain = text.plain.as_str();
    let mut skip = 0;
    for (at, c) in plain.char_indices() {
        if at < skip {
            continue;
        }
        match c {
            '(' | '（' | '[' => {
                if depth == 0 {
                    parts.push(start..at);
                }
                depth += 1;
            }
            ')' | '）' | ']' => {
                depth = depth.saturating_sub(1);
                start = at + c.len_utf8();
            }
            ',' | '&' | '、' | '，' | '+' | ';' | '＆' | '\n' if depth == 0 => {
                parts.push(start..at);
                start = at + c.len_utf8();
            }
            '/' | '·' | '・' if depth == 0 && plain.get(..at).is_some_and(|b| b.ends_with(' ')) =>
            {
                parts.push(start..at);
                start = at + c.len_utf8();
            }
            ' ' if depth == 0 => {
                let rest = plain.get(at + 1..).unwrap_or_default();
                if let Some(and) = lexicon.list(|w| &w.and).find(|and| begins(rest, and)) {
                    parts.push(start..at);
                    start = at + and.len() + 2;
                    skip = start;
                }
            }
            _ => {}
        }
    }
    if depth == 0 {
        parts.push(start..plain.len());
    }
    parts.into_iter().map(|range| text.trim(range)).filter(|range| !range.is_empty()).collect()
}

/// Whether a text begins with a word of a script with spaces, in either case, and a space.
fn begins(text: &str, word: &str) -> bool {
    let (start, after) = text.split_at_checked(word.len()).unwrap_or_default();
    after.starts_with(' ') && start.eq_ignore_ascii_case(word) && !word.chars().any(words::is_cjk)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_names_from_titles() {
        for name in [
            "Ada Lovelace",
            "J. R. Smith",
            "Kelsey Gilmore-Innis",
            "Ane Diaz De Tuesta",
            "@ada",
            "Иван Петров",
            "И. П. Сидоров",
            "Екатерина Вознесенская-Преображенская",
            "Łukasz Żółty",
            "Jiří Řezníček",
            "Åsa Öberg",
            "山田太郎さん",
            "김철수님",
        ] {
            assert!(score(name) >= LIKELY, "{name} {}", score(name));
        }
        for title in [
            "Concept Compression",
            "Elixir & Phoenix",
            "Building a Compiler",
            "The Future",
            "project introduction",
            "Serverless Presto 2020",
            "Почему Kotlin",
            "Первый Доклад",
            "Pierwszy Dzień",
        ] {
            assert!(score(title) < LIKELY, "{title} {}", score(title));
        }
    }

    #[test]
    fn reads_lists_of_names() {
        let mut text = Text::default();
        let phrase = "Ada Lovelace and Charles Babbage (Analytical Engines), Grace Hopper, US Navy";
        text.push(phrase, &(0..phrase.len()));
        let names: Vec<String> = people(&text, Lexicon::of("en"))
            .unwrap_or_default()
            .into_iter()
            .map(|person| person.name.value)
            .collect();
        assert_eq!(names, ["Ada Lovelace", "Charles Babbage", "Grace Hopper"]);
    }
}
