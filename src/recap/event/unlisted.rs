//! Places that no list knows: what stands after "in", or before "で開催", where a sentence speaks of
//! the event.

use std::ops::Range;

use super::View;
use crate::language::{fold, is_cjk};
use crate::recap::kind::event_word;
use crate::recap::text::Text;
use crate::recap::word;

/// Longest place, in words and in characters of Chinese, Japanese or Korean.
const WORDS: usize = 5;
const CHARACTERS: usize = 10;

/// The places of a sentence, each where it stands in the text. `event` is the event's name without
/// its year.
pub fn places(
    view: &View<'_>,
    text: &Text,
    sentence: &Range<usize>,
    event: &str,
) -> Vec<Range<usize>> {
    let Some(said) = text.plain.get(sentence.clone()) else {
        return Vec::new();
    };
    let mut found = if said.chars().any(is_cjk) {
        held(said)
    } else {
        let named = !event.is_empty() && fold(said).contains(event);
        preposed(view, said, named)
    };
    found.retain(|range| {
        let words = fold(said.get(range.clone()).unwrap_or_default());
        // An event's name begins with its topic and may end with its place.
        let part = !event.is_empty()
            && (event.contains(words.trim())
                && !event.trim_end_matches('站').ends_with(words.trim())
                || words.contains(event));
        let tag = view.tags.iter().any(|tag| fold(tag) == words);
        !part && !tag
    });
    found
        .into_iter()
        .map(|range| text.trim(sentence.start + range.start..sentence.start + range.end))
        .filter(|range| !range.is_empty())
        .collect()
}

/// Capitalised words after one word that says "in", or "to" where the sentence names the event.
fn preposed(view: &View<'_>, said: &str, named: bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for word in said.split([' ', '\n']) {
        tokens.push(at..at + word.len());
        at += word.len() + 1;
    }
    let word = |index: usize| {
        tokens
            .get(index)
            .and_then(|range| said.get(range.clone()))
            .unwrap_or_default()
    };
    // In German every noun has a capital: only what has no article can be a place.
    let german = view.lexicon.own.code == "de";
    let mut index = 0;
    while index + 1 < tokens.len() && index < 400 {
        let lead = word(index).to_lowercase();
        let lead = lead.trim_start_matches(|c: char| !c.is_alphabetic());
        index += 1;
        let says_in = view.lexicon.own.places.contains(&lead) && !matches!(lead, "at" | "im")
            || (named && lead == "to" && view.lexicon.own.code == "en");
        let venue = VENUE_LEADS
            .contains(&lead)
            .then(|| {
                venue(
                    said,
                    tokens.get(index).map_or(said.len(), |token| token.start),
                )
            })
            .flatten();
        if let Some(venue) = venue {
            found.push(venue);
            continue;
        }
        if !says_in {
            continue;
        }
        let mut end = index;
        while end < tokens.len() && end - index < WORDS {
            let token = word(end);
            let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
            let next = word(end + 1).trim_matches(|c: char| !c.is_alphanumeric());
            let joins = end > index && JOINING.contains(&token) && placelike(view, next, german);
            if !(joins || placelike(view, bare, german)) {
                break;
            }
            end += 1;
            if token.ends_with(|c: char| !c.is_alphanumeric()) {
                break;
            }
        }
        if end == index {
            continue;
        }
        let start = tokens.get(index).map_or(0, |range| range.start);
        let last = tokens.get(end - 1).map_or(start, |range| range.end);
        let whole = said.get(start..last).unwrap_or_default();
        let bare = whole.trim_end_matches(|c: char| !c.is_alphanumeric());
        let open = whole.len()
            - whole
                .trim_start_matches(|c: char| !c.is_alphanumeric())
                .len();
        // "in Rust 1.80", "in Part 2", "in React's core": no place goes on so.
        let after = said.get(last..).unwrap_or_default().trim_start();
        let numbered = after.starts_with(|c: char| c.is_ascii_digit()) && bare.len() == whole.len();
        let owner = bare.ends_with("'s") || bare.ends_with("’s");
        if bare.chars().count() > 2 && open == 0 && !numbered && !owner {
            found.push(start..start + bare.len());
        }
        index = end;
    }
    found
}

/// A building after "at": capitalised words that end with what it is, "the Colorado University
/// campus", "Bürgerhaus Friedrichshafen".
fn venue(said: &str, start: usize) -> Option<Range<usize>> {
    let rest = said.get(start..)?;
    let skip = [
        "the ", "our ", "der ", "dem ", "den ", "la ", "le ", "las ", "los ", "os ", "a ",
    ]
    .iter()
    .find(|article| rest.starts_with(**article))
    .map_or(0, |article| article.len());
    let from = start + skip;
    let (mut at, mut end, mut kind) = (from, from, false);
    for token in said.get(from..)?.split(' ').take(6) {
        let bare = token.trim_end_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_lowercase();
        let building = VENUES.contains(&lower.as_str())
            || VENUE_ENDS
                .iter()
                .any(|part| lower.ends_with(part) && lower.len() > part.len());
        if bare.is_empty()
            || !(building || bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        {
            break;
        }
        kind |= building;
        end = at + bare.len();
        at += token.len() + 1;
        if bare.len() < token.len() {
            break;
        }
    }
    let words = said.get(from..end)?.split(' ').count();
    (kind && words > 1).then_some(from..end)
}

/// Words before a building.
const VENUE_LEADS: &[&str] = &[
    "at", "to", "im", "in", "au", "en", "no", "na", "presso", "al",
];

/// What buildings are called.
#[rustfmt::skip]
const VENUES: &[&str] = &[
    "office", "offices", "hq", "headquarters", "campus", "university", "college", "school", "institute", "hotel", "center", "centre", "hall", "theatre", "theater", "library", "museum", "auditorium", "brewery", "pub", "studios", "universität", "hochschule", "bibliothek", "universidad", "université", "università", "universidade",
];
/// What such words end with in German.
const VENUE_ENDS: &[&str] = &["haus", "halle", "saal", "zentrum", "theater", "bibliothek"];

/// Whether a word may be a part of a place's name.
fn placelike(view: &View<'_>, bare: &str, german: bool) -> bool {
    let lower = bare.to_lowercase();
    let letters = bare
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
    let shout = bare.chars().filter(|c| c.is_uppercase()).count() > 2;
    bare.starts_with(char::is_uppercase)
        && letters
        && !shout
        && view.lexicon.month(&lower).is_none()
        && !word::no_name(&lower)
        && !event_word(bare)
        && !(german && (word::noun(&lower) || GERMAN.contains(&lower.as_str())))
        && ![
            "english",
            "german",
            "french",
            "spanish",
            "inglés",
            "anglais",
            "englisch",
            "inglês",
            "inglese",
            "español",
            "français",
        ]
        .contains(&lower.as_str())
}

/// Small words within names of places.
const JOINING: &[&str] = &[
    "da", "de", "do", "dos", "des", "del", "della", "di", "du", "of",
];

/// Nouns of German phrases with "in".
#[rustfmt::skip]
const GERMAN: &[&str] = &[
    "form", "bezug", "zukunft", "folge", "summe", "kürze", "ruhe", "person", "präsenz", "zusammenarbeit", "kombination", "anlehnung", "wirklichkeit", "richtung", "minuten", "sachen", "anbetracht", "gruppen", "teams", "produktion", "projekten", "englisch", "deutsch", "firmen", "unternehmen",
];

/// In scripts without capitals: what stands before or after the words for "was held".
fn held(said: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for word in [
        "で開",
        "にて開",
        "で行われ",
        "で実施",
        "에서 열",
        "에서 개최",
        "에서 진행",
    ] {
        for (at, _) in said.match_indices(word).take(4) {
            let start = said
                .get(..at)
                .unwrap_or_default()
                .char_indices()
                .rev()
                .take(CHARACTERS)
                .take_while(|(_, c)| within(*c))
                .last()
                .map_or(at, |(start, _)| start);
            found.push(start..at);
        }
    }
    for (at, _) in said.match_indices('在').take(6) {
        // "正在" and the like are other words.
        let before = said.get(..at).unwrap_or_default();
        if before.ends_with(['正', '现', '現', '存', '实', '所', '内']) {
            continue;
        }
        let start = at + '在'.len_utf8();
        let rest = said.get(start..).unwrap_or_default();
        let until = [
            "举行", "举办", "召开", "参加", "落幕", "圆满", "成功", "顺利", "舉行", "舉辦", "參加",
        ]
        .iter()
        .filter_map(|verb| rest.find(verb))
        .min();
        if let Some(until) = until {
            found.push(start..start + until);
        }
    }
    // "合肥站顺利举行": the stop of an event that travels.
    for (at, _) in said.match_indices('站').take(4) {
        let before = said.get(..at).unwrap_or_default();
        let len: usize = before
            .chars()
            .rev()
            .take(5)
            .take_while(|c| within(*c))
            .map(char::len_utf8)
            .sum();
        if (2..=3).contains(&(len / '站'.len_utf8())) {
            found.push(at - len..at);
        }
    }
    found.retain_mut(|range| {
        let Some(place) = said.get(range.clone()) else {
            return false;
        };
        // "in the city of" adds nothing.
        let bare = ["市内", "内", "都内", "市"]
            .iter()
            .find_map(|end| place.strip_suffix(end))
            .filter(|bare| bare.chars().count() > 1)
            .unwrap_or(place);
        range.end = range.start + bare.len();
        let count = bare.chars().count();
        (2..=CHARACTERS).contains(&count)
            && bare.chars().all(within)
            && !bare.contains(['会', '日', '月', '回', '年'])
            && !NO_PLACES.iter().any(|word| bare.contains(word))
    });
    found
}

/// What stands before "was held" and is no place.
#[rustfmt::skip]
const NO_PLACES: &[&str] = &[
    "オンライン", "온라인", "线上", "内容", "形式", "テーマ", "規模", "共同", "合同", "主催", "共催", "協力", "的", "方式", "主题",
];

/// Whether a character may stand in a place's name in running text.
fn within(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{30a0}'..='\u{30ff}' | '\u{ac00}'..='\u{d7af}' | '々')
        || c.is_ascii_alphabetic()
}
