//! The sentences of a text in its language.

use std::ops::Range;

/// Languages in which a number with a full stop is an ordinal: "zum 23. Mal".
const ORDINALS: &[&str] = &[
    "cs", "da", "de", "et", "fi", "hr", "hu", "is", "lt", "lv", "nb", "nn", "no", "pl", "sk", "sl",
    "tr",
];

/// Languages in which nothing else of ASCII ends a sentence.
const STOPS_ARE_ASCII: &[&str] = &["de", "en", "es", "fr", "it", "pt"];

/// The bytes of each sentence, white space at its end included; `language` is a BCP 47 tag.
#[must_use]
pub fn of(text: &str, language: &str) -> Vec<Range<usize>> {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    // Titles, cells and items are one sentence more often than not.
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
            // The segmenter takes the ordinal for the end.
            Some(last) if ordinals && text.get(last.clone()).is_some_and(ends_with_ordinal) => {
                last.end = range.end;
            }
            _ => sentences.push(range),
        }
    }
    sentences
}

/// Makes what texts of a language are parted with: a text with all that the segmenter looks for.
pub fn make_ready(language: &str) {
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
    fn an_ordinal_ends_no_sentence() {
        let text = "Beim 3. Rust-Abend am 28. April trafen wir uns zum 23. Mal. Es war voll.";
        let expected = [
            "Beim 3. Rust-Abend am 28. April trafen wir uns zum 23. Mal.",
            "Es war voll.",
        ];
        assert_eq!(parted(text, "de-CH"), expected);
        assert_eq!(parted("We were 23. It was full.", "en").len(), 2);
    }
}
