//! Slugs as the generators make them from titles and names.

mod letters;

use deunicode::deunicode_with_tofu;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::entities::unescape;
use crate::post::names::hyphenated;

/// Letters without their accents, as Go removes them: `ø`, a letter of its own, stays.
pub(super) fn unaccented(text: &str) -> String {
    let letters = text.nfd().filter(|letter| !is_combining_mark(*letter));
    letters.nfc().collect()
}

/// Zola's slugs: every letter in ASCII, whatever its script, and one hyphen for each run of other
/// characters.
pub(super) fn zola(text: &str) -> String {
    let ascii = deunicode_with_tofu(text, "-").to_ascii_lowercase();
    hyphenated(&ascii, |c| c.is_ascii_alphanumeric())
}

/// Options of Pelican's slugs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Slugs {
    /// `SLUGIFY_USE_UNICODE`: letters stay in their script.
    pub unicode: bool,
    /// `SLUGIFY_PRESERVE_CASE`.
    pub keeps_case: bool,
}

/// Pelican's slugs: HTML tags are removed, letters become ASCII, punctuation is removed, spaces and
/// hyphens become one hyphen.
pub(super) fn pelican(text: &str, how: Slugs) -> String {
    let plain = unescape(&untagged(text)).nfkc().collect::<String>();
    let plain = if how.unicode { plain } else { ascii(&plain) };
    let is_letter = |c: char| c == '_' || c.is_alphanumeric() && !is_combining_mark(c);
    let is_blank = |c: char| c == '-' || c.is_whitespace();
    let kept: String = plain.chars().filter(|c| is_letter(*c) || is_blank(*c)).collect();
    let mut slug = String::with_capacity(kept.len());
    for character in kept.trim().chars() {
        if !is_blank(character) {
            slug.push(character);
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if how.keeps_case { slug } else { slug.to_lowercase() }
}

/// A text without `<…>`, as template engines strip tags with their content; spaces become one.
fn untagged(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        let Some((_, after)) = tag.split_once('>') else {
            break;
        };
        plain.push_str(before);
        rest = after;
    }
    plain.push_str(rest);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters in ASCII by a table without pictographs, which are removed.
fn ascii(text: &str) -> String {
    let letters = text.chars().filter(|character| {
        !matches!(character, '\u{2300}'..='\u{2bff}' | '\u{fe00}'..='\u{fe0f}' | '\u{10000}'..)
    });
    // A long vowel of Japanese is a hyphen.
    let letters = letters.collect::<String>().replace('ー', "-");
    deunicode_with_tofu(&letters, "")
}

/// Other letters in Latin that npm's `slugify` reads.
const NPM_LATIN: &str =
    "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćčēėęěğģĩīįıķļľłńņňōőœŕřśşšţťũūůűųŵŷźżžơưșțṣẁẃẅ©";

/// How a letter in lower case is written, by this table or by the usual one.
fn spelled(letter: char, table: &str) -> Option<String> {
    if letter.is_ascii() {
        return None;
    }
    // Accents of Greek make no difference.
    let bare = match letter {
        'ΐ'..='ώ' => letter.nfd().next().unwrap_or(letter),
        _ => letter,
    };
    let written = |pair: &str| Some(pair.strip_prefix(bare)?.strip_prefix('=')?.replace('_', " "));
    let is_known = matches!(bare, 'α'..='ω' | 'а'..='я' | 'і' | 'ї');
    let usual = || deunicode_with_tofu(bare.encode_utf8(&mut [0; 4]), "");
    table.split(' ').find_map(written).or_else(|| is_known.then(usual))
}

/// The slugs of npm's `@sindresorhus/slugify`, Eleventy's filter `slugify`: umlauts become two letters,
/// Cyrillic and Greek letters Latin ones, runs of other characters one hyphen.
pub(super) fn sindresorhus(text: &str) -> String {
    let text = text.replace('&', " and ");
    let mut latin = String::with_capacity(text.len());
    for character in text.nfc().flat_map(char::to_lowercase).nfc() {
        if let Some(written) = spelled(character, letters::SINDRESORHUS) {
            latin.push_str(&written);
            continue;
        }
        for letter in character.nfd().filter(|letter| !is_combining_mark(*letter)) {
            match letter {
                'ß' => latin.push_str("ss"),
                'æ' => latin.push_str("ae"),
                'þ' => latin.push_str("th"),
                'ø' => latin.push('o'),
                'đ' | 'ð' => latin.push('d'),
                'ł' => latin.push('l'),
                'ħ' => latin.push('h'),
                'ı' => latin.push('i'),
                other => latin.push(other),
            }
        }
    }
    let latin = latin.to_lowercase();
    // `'s` and `'t` at the end of a word belong to it.
    let belongs = |(at, letter): (usize, char)| {
        let rest = latin[at..].strip_prefix("'").and_then(|rest| rest.strip_prefix(['s', 't']));
        let is_end =
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
        let is_joint = is_end && latin[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        (!is_joint).then_some(letter)
    };
    let joined: String = latin.char_indices().filter_map(belongs).collect();
    hyphenated(&joined, |c| c.is_ascii_alphanumeric())
}

/// The slugs of npm's `slugify`, Eleventy's older filter `slug`: signs become words, some punctuation
/// stays.
pub(super) fn npm(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.nfc() {
        let word = match character {
            '$' => "dollar",
            '%' => "percent",
            '&' => "and",
            '<' => "less",
            '>' => "greater",
            '|' => "or",
            '-' | '\u{2013}' => " ",
            '\u{2018}' | '\u{2019}' => "'",
            '\u{201c}' | '\u{201d}' | '\u{201e}' => "\"",
            '\u{2026}' => "...",
            _ => "",
        };
        if !word.is_empty() {
            slug.push_str(word);
        } else if character.is_ascii() {
            let stays = character.is_alphanumeric()
                || character.is_whitespace()
                || "_*+~.()'\"!:@".contains(character);
            slug.extend(stays.then_some(character));
        } else {
            let letter = character.to_lowercase().next().unwrap_or(character);
            if let Some(written) = spelled(letter, letters::NPM) {
                slug.push_str(&written);
            } else if letter.is_ascii() || NPM_LATIN.contains(letter) || matches!(letter, 'ạ'..='ỹ')
            {
                slug.push_str(&deunicode_with_tofu(letter.encode_utf8(&mut [0; 4]), ""));
            }
        }
    }
    let words: Vec<&str> = slug.split_whitespace().collect();
    words.join("-").to_lowercase()
}

/// The way of `pymdownx.slugs`, which is Material's: lower case, `<…>` and punctuation gone, each
/// space a hyphen.
pub(super) fn pymdownx(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let text = text.trim().to_lowercase().nfc().collect::<String>();
    let mut rest = text.as_str();
    while let Some(character) = rest.chars().next() {
        if let Some((_, after)) = rest.strip_prefix('<').and_then(|tag| tag.split_once('>')) {
            rest = after;
            continue;
        }
        match character {
            ' ' => slug.push('-'),
            '-' | '_' => slug.push(character),
            _ if character.is_alphanumeric() => slug.push(character),
            _ => {}
        }
        rest = &rest[character.len_utf8()..];
    }
    slug
}

/// One hyphen for every run of characters that are not letters or digits, none at the ends.
pub(super) fn hyphens(text: &str) -> String {
    hyphenated(text, |c| c.is_alphanumeric() || is_combining_mark(c))
}

/// GitHub's slugs of headings: lower case, spaces as hyphens, no punctuation.
pub(super) fn github(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter_map(|character| match character {
            ' ' => Some('-'),
            '-' | '_' => Some(character),
            _ if character.is_alphanumeric() || is_combining_mark(character) => Some(character),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_of_slugging() {
        let eleventy = [
            ("Über uns: Größe & Maß", "ueber-uns-groesse-and-mass"),
            ("This Week In Rust 1", "this-week-in-rust-1"),
            ("Rust's 1.0 – don't panic", "rusts-1-0-dont-panic"),
            ("Привет, мир", "privet-mir"),
            ("Я люблю ёжика и щи", "ya-lyublyu-yozhika-i-schi"),
            ("Ελληνικά ψηφία", "ellinika-psifia"),
            ("Українська їжа", "ukrayinska-yizha"),
            ("5 € and ♥", "5-e-and-love"),
            ("Łódź & Øresund", "lodz-and-oresund"),
            ("emoji 🎉 party", "emoji-party"),
            ("مؤتمر 2026", "mwtmr-2026"),
            ("Հայաստան, საქართველო", "hayastan-saqartvelo"),
            ("北京", ""),
        ];
        for (title, expected) in eleventy {
            assert_eq!(sindresorhus(title), expected);
        }
        assert_eq!(npm("Über uns: 100% & <b>"), "uber-uns:-100percent-and-lessbgreater");
        assert_eq!(npm("İ Щука Я, Đà Nẵng ½ 5€"), "i-shuka-ya-dja-nang-5euro");
        assert_eq!(hyphens("a--b c!"), "a-b-c");
        assert_eq!(
            pelican("The State of Rust 0.7: día", Slugs::default()),
            "the-state-of-rust-07-dia"
        );
        let plain = [
            ("Привет, мир", "privet-mir"),
            ("emoji 🎉 ☃ party", "emoji-party"),
            ("a < b > c &amp; d", "a-c-d"),
        ];
        for (title, expected) in plain {
            assert_eq!(pelican(title, Slugs::default()), expected);
        }
        let kept = Slugs { unicode: true, keeps_case: true };
        assert_eq!(pelican("Über UNS", kept), "Über-UNS");
        assert_eq!(pelican("❤\u{fe0f} हिन्दी", kept), "हनद");
        assert_eq!(pelican("タワー", Slugs::default()), "tawa-");
        assert_eq!(zola("Это – don't 北京 Übung_2"), "eto-don-t-bei-jing-ubung-2");
        assert_eq!(github("NixOps 1.1.1: out"), "nixops-111-out");
    }
}
