//! What a hashtag looks like: letters and digits that every network links, and no word that could be anywhere.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::language::events::SERIES;
use crate::language::{self, Phrases, Words, fold, is_cjk};
use crate::recap;

/// The longest hashtag that every network links.
const LONGEST: usize = 50;

/// Whether a tag could be anywhere: a month, a number, a kind of event or talk, a word by which blogs in any language organise
/// their posts; or words of which each is one, and not all are those of blogs ("November Meetup", but not "Code Review").
pub(super) fn is_generic(tag: &str) -> bool {
    let is_event = |word: &str| is_listed(word, |w| [&w.events, &w.talks, &w.ordinals, &w.ranking]);
    let is_filing = |word: &str| is_listed(word, |w| [&w.filing]);
    let is_any = |word: &str| is_event(word) || is_filing(word);
    let words = || tag.split(|c: char| !is_word(c)).filter(|word| !word.is_empty());
    let joined = fold(&words().collect::<String>());
    !SERIES.contains(&joined.trim().trim_end_matches(char::is_numeric))
        && (is_any(tag) || words().all(is_any) && words().any(is_event))
}

/// Whether a word is in lists of any language, a month or a number.
fn is_listed<const N: usize>(word: &str, lists: fn(&Words) -> [&Phrases; N]) -> bool {
    let word = fold(word);
    let word = word.trim();
    let bare = word.trim_matches(char::is_numeric);
    let known = |list: &Phrases| list.has(bare) || list.has(word);
    let mut all = language::ALL.iter().flat_map(|words| lists(words));
    bare.is_empty() || recap::month_of(bare).is_some() || all.any(known)
}

/// A tag from an event's name, if the name is short enough and specific: "November Meetup" and "Two
/// meetups" could be anywhere.
pub(super) fn of_event(name: &str) -> Option<String> {
    let is_roman = |word: &str| word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let is_number = |word: &str| word.chars().all(|c| c.is_numeric() || !c.is_alphanumeric());
    let mut words: Vec<&str> = name.split_whitespace().collect();
    words.retain(|word| !is_roman(word));
    while words.pop_if(|last| is_number(last)).is_some() {}
    let numbers = words.iter().take_while(|word| is_number(word)).count();
    words.drain(..numbers);
    // "GoGraz March 2023"
    words.pop_if(|last| recap::month_of(last).is_some());
    // What is left out or stands alone within a name may be half of it: "My first 24 hour hackathon", "O Django Girls".
    let short = words.len() < 3;
    let is_small = |word: &str| word.chars().count() < 2 || word.starts_with(char::is_lowercase);
    let is_half = |word: &&str| is_number(word) || !short && is_small(word);
    if words.iter().any(is_half) {
        return None;
    }
    let name = words.join(" ");
    let tag = portable(&name).filter(|_| !is_generic(&name))?;
    // A name in two scripts is a name with something joined to it.
    let mixed = tag.chars().any(is_cjk) && tag.chars().any(|c| c.is_ascii_alphabetic());
    (tag.starts_with(char::is_alphabetic)
        && !mixed
        && words.len() <= 3
        && tag.chars().count() <= 24)
        .then_some(tag)
}

/// The tag in letters and digits only, in CamelCase; `None` where a network would link only a part
/// of it or nothing (`C++`, `2026`).
pub(super) fn portable(tag: &str) -> Option<String> {
    let tag: String = tag.trim().trim_start_matches('#').nfc().collect();
    let parts: Vec<&str> = tag
        .split(|c: char| {
            c.is_whitespace()
                || matches!(c, '-' | '_' | '.' | '/' | '\'' | '’' | ',' | ':' | '·' | '&')
        })
        .filter(|part| !part.is_empty())
        .collect();
    let mut joined = String::new();
    for part in &parts {
        let mut chars = part.chars();
        let first = chars.next()?;
        // A word with capitals of its own stays (`iOS`).
        if parts.len() > 1 && !part.chars().any(char::is_uppercase) {
            joined.extend(first.to_uppercase());
        } else {
            joined.push(first);
        }
        joined.extend(chars);
    }
    // Four words in a row are a list without its commas.
    let fine = parts.len() <= 3
        && joined.chars().all(is_word)
        && joined.chars().any(char::is_alphabetic)
        && joined.chars().count() <= LONGEST;
    (fine && joined.chars().count() > 1).then_some(joined)
}

/// Letters, digits, and the marks that belong to letters: `हिन्दी` is a word.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::{is_generic, of_event, portable};

    #[test]
    fn tags_are_letters_and_digits_in_camel_case() {
        for (tag, expected) in [
            ("machine learning", Some("MachineLearning")),
            ("open-source", Some("OpenSource")),
            ("#pycascades", Some("pycascades")),
            ("Node.js", Some("NodeJs")),
            ("iOS", Some("iOS")),
            ("日本語", Some("日本語")),
            ("Łódź JUG", Some("ŁódźJUG")),
            ("příští ročník", Some("PříštíRočník")),
            ("открытый код", Some("ОткрытыйКод")),
            ("हिन्दी", Some("हिन्दी")),
            ("ภาษาไทย", Some("ภาษาไทย")),
            ("one two three four", None),
            ("C++", None),
            ("2026", None),
            ("", None),
        ] {
            assert_eq!(portable(tag).as_deref(), expected, "{tag}");
        }
    }

    #[test]
    fn events_with_short_names_make_tags() {
        assert_eq!(of_event("PyCascades 2020").as_deref(), Some("PyCascades"));
        assert_eq!(of_event("The Fourth Yearly Meeting of Everyone"), None);
        assert_eq!(of_event("November Meetup"), None);
        assert_eq!(of_event("Three meetups"), None);
        assert_eq!(of_event("JeffConf III").as_deref(), Some("JeffConf"));
        assert_eq!(of_event("4º Meetup Elug CE"), None);
        assert_eq!(of_event("GoGraz March 2023").as_deref(), Some("GoGraz"));
        assert_eq!(of_event("March Sprint"), None);
        assert_eq!(of_event("Mar del Plata"), None);
        assert_eq!(of_event("Open Data Day 2019").as_deref(), Some("OpenDataDay"));
        assert_eq!(of_event("Ever 24 Hour Hackathon"), None);
        assert_eq!(of_event("O Django Girls"), None);
        assert_eq!(of_event("Code Camp 2024").as_deref(), Some("CodeCamp"));
    }

    #[test]
    fn generic_words_are_no_tags() {
        for tag in [
            "meetup",
            "Workshop",
            "summer 2020",
            "summit",
            "Camp",
            "Tech Summit",
            "October",
            "reading",
            "general",
            "Tech Meetup",
            "code sprint",
            "event-recap",
            "Frühling",
            "voyages",
            "Анонсы",
            "游记",
            "2018回顾",
            "勉強会",
            "2026",
        ] {
            assert!(is_generic(tag), "{tag}");
        }
        for tag in [
            "Spring",
            "Spring Boot",
            "Code Review",
            "python",
            "open source",
            "PyCon",
            "DevFest 2019",
            "Dev Fest",
            "Code Camp 2024",
            "web",
            "Go",
            "機械学習",
            "accessibility",
        ] {
            assert!(!is_generic(tag), "{tag}");
        }
    }
}
