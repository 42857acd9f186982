//! Splits a text into sentences by its language.

use std::ops::Range;

use crate::language::Lexicon;

/// Languages in which a number with a full stop is an ordinal: "zum 23. Mal".
const ORDINALS: &[&str] = &[
    "cs", "da", "de", "et", "fi", "hr", "hu", "is", "lt", "lv", "nb", "nn", "no", "pl", "sk", "sl",
    "tr",
];

/// Languages in which no other ASCII character ends a sentence.
const STOPS_ARE_ASCII: &[&str] = &["cs", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "sv"];

/// The bytes of each sentence with its trailing white space; `language` is a BCP 47 tag.
#[must_use]
pub(crate) fn of(text: &str, language: &str) -> Vec<Range<usize>> {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    // Titles, cells and items are usually one sentence.
    let stops = ['.', '!', '?', '\n'];
    if STOPS_ARE_ASCII.contains(&primary) && text.is_ascii() && !text.contains(stops) {
        return Some(0..text.len())
            .filter(|whole| !whole.is_empty())
            .into_iter()
            .collect();
    }
    let ordinals = ORDINALS.contains(&primary);
    let mut sentences: Vec<Range<usize>> = Vec::new();
    for sentence in sentencex::get_sentence_boundaries(primary, text) {
        let range = sentence.start_byte..sentence.end_byte;
        if text.get(range.clone()).is_none() {
            continue;
        }
        match sentences.last_mut() {
            // The segmenter takes the ordinal for the end of a sentence.
            Some(last)
                if text.get(last.clone()).is_some_and(|before| {
                    (ordinals && ends_with_ordinal(before))
                        || goes_on(before, text.get(last.end..).unwrap_or_default(), primary)
                }) =>
            {
                last.end = range.end;
            }
            _ => sentences.push(range),
        }
    }
    sentences
        .into_iter()
        .flat_map(|range| bracket_apart(text, range))
        .collect()
}

/// Abbreviations before names that the segmenter does not know.
const BEFORE_NAMES: &[&str] = &["st", "mt", "ft", "no", "nos", "vs", "vol", "approx", "ca"];

/// Whether a sentence goes on after an apparent end: "openSUSE.Asia", "Daniel S. Katz", "the U.S.
/// Summit", "`UseR`! 2019".
fn goes_on(before: &str, after: &str, language: &str) -> bool {
    let said = before.trim_end();
    let Some(next) = after.trim_start().chars().next() else {
        return false;
    };
    let word = said.split_whitespace().next_back().unwrap_or_default();
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let stem = word.trim_end_matches(['.', '!', '?']);
    // A full stop without a space after it is part of a name.
    if said.len() == before.len() && !after.starts_with(char::is_whitespace) {
        let within = |c: char| c.is_ascii_alphanumeric();
        return said.ends_with('.') && (stem.is_empty() || stem.ends_with(within)) && within(next);
    }
    if word.ends_with(['!', '?']) {
        let named =
            stem.chars().skip(1).any(char::is_uppercase) && stem.chars().any(char::is_lowercase);
        return next.is_lowercase() || (named && next.is_ascii_digit());
    }
    let first = after.split_whitespace().next().unwrap_or_default();
    let first = first
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let opens =
        Lexicon::of(language).knows(&first, |words| &words.common) || first.chars().count() < 2;
    let name = next.is_uppercase() && !opens;
    let letters = stem
        .split('.')
        .all(|part| part.chars().count() == 1 && part.chars().all(char::is_uppercase));
    let initial = letters && {
        let mut words = said.split_whitespace().rev().skip(1);
        let led = words.next().and_then(|word| word.chars().next());
        stem.contains('.') || led.is_some_and(char::is_uppercase)
    };
    word.ends_with('.') && name && (initial || BEFORE_NAMES.contains(&stem.to_lowercase().as_str()))
}

/// A sentence and the brackets after its full stop: "It was full. (Photos)".
fn bracket_apart(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let said = text.get(range.clone()).unwrap_or_default();
    let open = [". (", "! (", "? (", ". [", "! [", "? ["]
        .iter()
        .filter_map(|mark| said.rfind(mark))
        .max();
    let closed = said.trim_end().trim_end_matches('.').ends_with([')', ']']);
    match open.filter(|at| closed && at + 3 < said.len()) {
        Some(at) => vec![
            range.start..range.start + at + 2,
            range.start + at + 2..range.end,
        ],
        None => vec![range],
    }
}

/// Warms up the segmenter for a language, with a text that has all that it looks for.
pub(crate) fn make_ready(language: &str) {
    let _ = of(
        "“Is this (so)?” – Ask a@b.example… Or Mr. C. D.\n\n1. No!",
        language,
    );
}

/// Whether a text ends with a number of one or two digits and a full stop.
fn ends_with_ordinal(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let number = last.trim_start_matches(['(', '„', '"']).strip_suffix('.');
    number.is_some_and(|number| {
        (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::of;

    fn parted<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
        let sentences = of(text, language);
        sentences
            .into_iter()
            .map(|range| text[range].trim())
            .collect()
    }

    #[test]
    fn an_ordinal_does_not_end_a_sentence() {
        let text = "Beim 3. Rust-Abend am 28. April trafen wir uns zum 23. Mal. Es war voll.";
        let expected = [
            "Beim 3. Rust-Abend am 28. April trafen wir uns zum 23. Mal.",
            "Es war voll.",
        ];
        assert_eq!(parted(text, "de-CH"), expected);
        let text = "Na 3. ročník jsme jeli 21. dubna. Bylo plno.";
        assert_eq!(parted(text, "cs").len(), 2, "{:?}", parted(text, "cs"));
        assert_eq!(parted("We were 23. It was full.", "en").len(), 2);
    }

    #[test]
    fn a_full_stop_in_a_name_does_not_end_a_sentence() {
        for (text, count) in [
            ("The openSUSE.Asia Summit met in Tokyo. It was full.", 2),
            (
                "We moved from ASP.NET to .NET and Node.js there. It took a year.",
                2,
            ),
            ("The first Apache U.S. Summit drew a crowd. We went.", 2),
            ("Daniel S. Katz spoke in St. Louis. He was brief.", 2),
            (
                "We tried csv,conf,v3 and UseR! 2019 that year. Both were good.",
                2,
            ),
            ("Everybody stayed in the U.S. The talks went on.", 2),
            ("Plan B was it. Then we left.", 2),
            ("The hall was full. (All photos)", 2),
            ("All went well (mostly). Then it rained.", 2),
        ] {
            assert_eq!(parted(text, "en").len(), count, "{:?}", parted(text, "en"));
        }
    }
}
