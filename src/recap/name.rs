//! Recognises people's names.

use std::cell::RefCell;

use super::link;
use super::text::{Found, Text};
use super::word::{self, city, common, forename, given, looks, no_name, particle};
use crate::language::names::{DOUBLE_ZH, FAMILY_KO, FAMILY_ZH, HONORIFICS, LEADING_PARTICLES};
use crate::language::{self as words, Lexicon};

/// A person, with the probability that it is one, from 0 to 1.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// The name as written, a handle without `@`.
    pub name: Found,
    /// The probability.
    pub score: f32,
}

/// The threshold for a name.
pub(super) const LIKELY: f32 = 0.6;

/// The score of a name with a common given name and nothing against it.
const SURE: f32 = 0.9;

/// How sure it is that `text` is one person's name, from 0 to 1.
pub(super) fn score(text: &str) -> f32 {
    let text = text.trim();
    if text.is_empty() || text.chars().nth(60).is_some() {
        return 0.0;
    }
    SCORES.with_borrow_mut(|scores| scores.of(text))
}

/// A cache of [`score`] for recent texts: a line is split in many ways, and most of the parts recur.
struct Scores(Vec<(String, f32)>);

thread_local! {
    static SCORES: RefCell<Scores> = const { RefCell::new(Scores(Vec::new())) };
}

impl Scores {
    /// How many are kept.
    const PLACES: usize = 1024;

    fn of(&mut self, text: &str) -> f32 {
        self.0.resize_with(Self::PLACES, Default::default);
        let hash = text.bytes().fold(text.len(), |hash, byte| {
            (hash ^ usize::from(byte)).wrapping_mul(0x9e37_79b1)
        });
        let Some((known, score)) = self.0.get_mut((hash >> 16) % Self::PLACES) else {
            return likelihood(text);
        };
        if known != text {
            *score = likelihood(text);
            text.clone_into(known);
        }
        *score
    }
}

fn likelihood(text: &str) -> f32 {
    if text.chars().any(words::is_cjk) {
        return cjk(text);
    }
    if let Some(handle) = text.strip_prefix('@') {
        let plain = handle.len() > 1
            && handle
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
        return if plain { 0.9 } else { 0.0 };
    }
    // Most texts are ruled out by their first word.
    if text.split_whitespace().next().is_some_and(begins_no_name) {
        return 0.0;
    }
    let tokens: Vec<&str> = text.split_whitespace().filter(|it| !nickname(it)).collect();
    if tokens.len() > 6 {
        return 0.0;
    }
    // Most texts are words of a sentence.
    if !tokens.iter().all(|token| looks(token) || particle(token)) {
        return 0.0;
    }
    let first = tokens.first().copied().unwrap_or_default();
    // "de Mar del Plata" is the end of something else, and "DDD North" no person.
    let ends = first.starts_with(char::is_lowercase)
        && particle(first)
        && !LEADING_PARTICLES.contains(&first);
    // "von Ada Lovelace" and "von A. Lovelace": the word before a whole name.
    let whole = |second: &&str| given(&second.to_lowercase()) || second.ends_with('.');
    let ends = ends
        || first.starts_with(char::is_lowercase)
            && particle(first)
            && tokens.len() > 2
            && tokens.get(1).is_some_and(whole);
    let acronym = tokens.len() > 1
        && first.len() == 3
        && first.bytes().all(|byte| byte.is_ascii_uppercase())
        && tokens
            .iter()
            .any(|token| token.contains(char::is_lowercase));
    let title = tokens.len() == 1 && TITLES.contains(&first);
    if ends || acronym || title || tokens.iter().any(|token| word::organisation(token)) {
        return 0.0;
    }
    let lower: Vec<String> = tokens.iter().map(|token| token.to_lowercase()).collect();
    if city(&lower) {
        return 0.0;
    }
    let pair = tokens.len() == 2;
    // "Sarah Day": after a given name such a word is a family name.
    let forenamed = tokens.len() > 1 && lower.first().is_some_and(|first| forename(first));
    // "Hyacinth Baptiste": a word before a name is one as well.
    let followed = pair && lower.last().is_some_and(|last| forename(last));
    let mut names = 0;
    let mut doubtful = false;
    let mut words = 0;
    let mut counted = 0;
    for (index, (token, lower)) in tokens.iter().zip(&lower).enumerate() {
        let joins = particle(token);
        if joins && (index > 0 || tokens.len() > 2) && index + 1 < tokens.len() {
            continue;
        }
        let family = pair && forenamed && index == 1;
        counted += 1;
        let both = pair && index == 0 && is_both(lower);
        // A particle without a word after it is not part of a name.
        if (joins && !looks(token))
            || (!family && !both && no_name(lower))
            || (!given(lower) && super::kind::event_word(lower))
            || compound(token)
        {
            return 0.0;
        }
        let beside = if index == 0 { followed } else { forenamed };
        let initial = token.trim_end_matches('.').chars().count() == 1;
        if !initial {
            words += 1;
        }
        if given(lower) || (index == 0 && forenamed) {
            names += if index == 0 { 2 } else { 1 };
        } else if common(lower) && !both && !beside {
            // "Kees Cook": after a word that is none of a sentence.
            doubtful = pair && index == 1 && names == 0;
            names -= if doubtful { 0 } else { 3 };
        }
    }
    let base = match (counted, words) {
        (_, 0) => return 0.0,
        // "Hacken von Tamagotchis": before a particle the first word is mostly known.
        _ if !forenamed && counted < tokens.len() => 0.3,
        _ if doubtful => 0.5,
        (1, _) => 0.35,
        (2..=3, _) => 0.62,
        _ => 0.5,
    };
    match names {
        ..0 => 0.2,
        0 => base,
        1 => base + 0.1,
        _ => base + 0.3,
    }
}

/// Whether a word is a compound in lower case, "City-based".
pub(super) fn compound(token: &str) -> bool {
    let last = token.rsplit_once(['-', '‐', '–']).map(|(_, last)| last);
    last.is_some_and(|last| {
        last.chars().count() > 3 && last.chars().all(char::is_lowercase) && !given(last)
    })
}

/// A nickname between quotation marks is a part of the name.
fn nickname(token: &str) -> bool {
    token.len() > 2
        && token.starts_with(['"', '“', '\'', '‘'])
        && token.ends_with(['"', '”', '\'', '’'])
}

/// Whether names never begin with this word.
fn begins_no_name(token: &str) -> bool {
    if nickname(token) || particle(token) {
        return false;
    }
    if !looks(token) {
        return true;
    }
    let lower = token.to_lowercase();
    no_name(&lower) && !is_both(&lower)
}

/// "Will Smith", "Di Dean": a given name that is a word as well needs a family name that is none.
fn is_both(lower: &str) -> bool {
    matches!(lower, "will" | "may" | "di")
}

/// How many bytes of a run of Chinese characters precede the name at its end: all up to a particle,
/// or up to the family name where the run is longer than a name.
pub(super) fn before_name(run: &str) -> usize {
    let cut = run
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, '的' | '由' | '是' | '和' | '与' | '请' | '自'))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let rest = run.get(cut..).unwrap_or_default();
    if rest.chars().count() <= 3 {
        return cut;
    }
    [3, 2, 4]
        .into_iter()
        .find_map(|count| {
            let (at, first) = rest.char_indices().rev().nth(count - 1)?;
            let double = DOUBLE_ZH
                .iter()
                .any(|family| rest.get(at..).is_some_and(|name| name.starts_with(family)));
            (double || (count < 4 && FAMILY_ZH.contains(first))).then_some(cut + at)
        })
        .unwrap_or(cut)
}

/// Names in Chinese, Japanese and Korean characters, with or without an honorific.
fn cjk(text: &str) -> f32 {
    let bare = honorific(text);
    let honoured = bare.len() < text.len();
    let count = bare.chars().filter(|c| !c.is_whitespace()).count();
    let hangul = bare
        .chars()
        .all(|c| matches!(c, '\u{ac00}'..='\u{d7af}' | ' '));
    let han = bare
        .chars()
        .all(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '々' | ' ' | '\u{3000}'));
    let katakana = bare
        .chars()
        .all(|c| matches!(c, '\u{30a0}'..='\u{30ff}' | ' '));
    if honoured && (1..=12).contains(&count) {
        return 0.9;
    }
    if hangul && (2..=4).contains(&count) && !bare.contains(' ') {
        let family = bare.chars().next().is_some_and(|c| FAMILY_KO.contains(c));
        return match (count, family) {
            (3, true) => 0.75,
            (3, false) | (_, true) => 0.5,
            _ => 0.3,
        };
    }
    if han && (2..=4).contains(&count) {
        let double = DOUBLE_ZH.iter().any(|family| bare.starts_with(family));
        let family = bare.chars().next().is_some_and(|c| FAMILY_ZH.contains(c));
        return if (family && count <= 3) || (double && count > 2) {
            0.72
        } else {
            0.5
        };
    }
    if han && bare.contains([' ', '\u{3000}']) && (3..=6).contains(&count) {
        return 0.7;
    }
    if katakana && bare.contains('・') && count <= 16 {
        return 0.7;
    }
    0.0
}

/// Titles before names.
const TITLES: [&str; 10] = [
    "Dr.", "Prof.", "Mr.", "Mrs.", "Ms.", "Dr", "Prof", "Mr", "Mrs", "Ms",
];

/// A name without titles and honorifics.
pub(super) fn honorific(name: &str) -> &str {
    let name = name.trim();
    let scripts = name.chars().next_back().is_some_and(words::is_cjk);
    for end in HONORIFICS.iter().filter(|_| scripts) {
        if let Some(bare) = name.strip_suffix(end).map(str::trim_end)
            && !bare.is_empty()
        {
            return bare;
        }
    }
    if !name.starts_with(['D', 'P', 'M']) {
        return name;
    }
    for start in TITLES {
        if let Some(bare) = name.strip_prefix(start)
            && bare.starts_with(' ')
            && bare.trim().contains(' ')
        {
            return bare.trim_start();
        }
    }
    name
}

/// Whether a URL is a person's page.
pub(super) fn profile(href: &str) -> bool {
    let Some((_, rest)) = href.split_once("//") else {
        let path = href.to_ascii_lowercase();
        return [
            "/author", "/speaker", "/people/", "/ponente", "/users/", "/team/",
        ]
        .iter()
        .any(|part| path.contains(part));
    };
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = path.trim_end_matches('/');
    let single = !path.is_empty() && !path.contains('/');
    match host {
        "twitter.com" | "x.com" | "github.com" | "mobile.twitter.com" | "instagram.com"
        | "speakerdeck.com" | "medium.com" | "dev.to" => single,
        "linkedin.com" | "fr.linkedin.com" | "de.linkedin.com" | "uk.linkedin.com"
        | "es.linkedin.com" => path.starts_with("in/") || path.starts_with("pub/"),
        "bsky.app" => path.starts_with("profile/"),
        "plus.google.com" => true,
        _ => {
            let path = path.to_ascii_lowercase();
            let mut folders = path.rsplit('/').skip(1);
            (path.starts_with('@') && single)
                || folders.any(|folder| PEOPLE.contains(&folder))
                || path.split('/').any(|part| part.starts_with("ponente"))
        }
    }
}

/// Folders of sites with a page per person.
const PEOPLE: &[&str] = &[
    "author", "authors", "speaker", "speakers", "people", "profile", "profiles", "person",
    "member", "members", "user", "users",
];

/// How sure a part of a text is a name, considering the author's links.
pub(super) fn score_in(text: &Text, range: &std::ops::Range<usize>) -> f32 {
    let range = text.trim(range.clone());
    let phrase = text.plain.get(range.clone()).unwrap_or_default();
    let base = score(honorific_lead(phrase));
    match text.link_over(&range) {
        Some(href) if profile(href) => {
            let short = phrase.split_whitespace().count() <= 4 && phrase.len() < 50;
            // "Fleming" ends like a noun; the link shows that it is a name.
            if base > 0.3 || (base > 0.1 && phrase.contains(' ')) {
                0.98
            } else if short && !phrase.contains(char::is_whitespace) {
                0.8
            } else {
                base.max(if short { 0.45 } else { 0.0 })
            }
        }
        Some(href) if base >= LIKELY && home(href) => 0.95,
        // The whole text of a link to a recording or a talk's page is a title, unless it surely is a name.
        Some(href)
            if base < SURE
                && text
                    .links()
                    .any(|(linked, _)| text.trim(linked.clone()) == range)
                && (link::by_address(href) == link::Target::Video || link::talk_page(href)) =>
        {
            base * 0.6
        }
        _ => base,
    }
}

fn honorific_lead(phrase: &str) -> &str {
    // An honorific after a name shows that it is one.
    if HONORIFICS.iter().any(|end| phrase.ends_with(end)) {
        phrase
    } else {
        honorific(phrase)
    }
}

/// Whether a URL is a site's front page, the usual link for a person's own site.
pub(super) fn home(href: &str) -> bool {
    href.split_once("//")
        .is_some_and(|(_, rest)| !rest.trim_end_matches('/').contains('/'))
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
        let comma = before
            .trim_end_matches(' ')
            .ends_with([',', '，', '·', '•', '|', '\n']);
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
        .filter(|range| !range.is_empty())
        .map(|range| (score_in(text, &range), range))
        .filter(|(score, range)| *score >= 0.45 && !range.is_empty())
        .max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.end.cmp(&b.1.end)))
        // "Venue: Town Hall".
        .filter(|(_, range)| {
            let name = text.plain.get(range.clone()).unwrap_or_default();
            !lexicon.is(name, |w| &w.place_labels)
        })
        .map(|(score, range)| Person {
            name: clean(text.found(&range)),
            score,
        })
}

/// The longest text in which [`person`] looks for a name, in bytes.
const LONGEST: usize = 80;

/// Where the name at the start of a text may end, the last position first: at the end, at a sign,
/// or before a word for belonging to something.
fn ends(plain: &str, whole: usize, lexicon: Lexicon) -> Vec<usize> {
    let mut ends = vec![whole];
    if let Some(at) = plain.find([',', '，', ';', '@', '<', '|', '/', '\n'])
        && at > 0
    {
        ends.push(at);
    }
    let near = plain
        .get(..plain.floor_char_boundary(LONGEST))
        .unwrap_or_default();
    for (at, _) in near.match_indices(' ') {
        let rest = plain.get(at + 1..).unwrap_or_default();
        let stands = |word: &str| {
            rest.strip_prefix(word)
                .is_some_and(|rest| rest.starts_with(' '))
        };
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
    parts
        .into_iter()
        .map(|range| text.trim(range))
        .filter(|range| !range.is_empty())
        .collect()
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
