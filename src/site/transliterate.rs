//! Parts of addresses as the generators make them from titles and names.

use deunicode::deunicode_with_tofu;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower-case ASCII where the letters have a Latin form, runs of everything else one hyphen. Letters
/// of other scripts stay as they are: generators write them by tables of their own.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text
        .nfkd()
        .filter(|character| !is_combining_mark(*character))
    {
        for character in character.to_lowercase() {
            match character {
                'ß' => slug.push_str("ss"),
                'æ' => slug.push_str("ae"),
                'œ' => slug.push_str("oe"),
                'ø' => slug.push('o'),
                'đ' | 'ð' => slug.push('d'),
                'ł' => slug.push('l'),
                'þ' => slug.push_str("th"),
                'ı' => slug.push('i'),
                '\'' | '\u{2019}' => {}
                _ if character.is_alphanumeric() => slug.push(character),
                _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
                _ => {}
            }
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Zola's way: every letter in ASCII, whatever its script, and runs of everything else one hyphen.
#[must_use]
pub fn zola(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in deunicode_with_tofu(text, "-").chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Pelican's way: letters in ASCII, punctuation goes without a trace, blanks and hyphens become one
/// hyphen.
#[must_use]
pub fn pelican(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let ascii = deunicode_with_tofu(text, "");
    for character in ascii.trim().chars().map(|c| c.to_ascii_lowercase()) {
        if character.is_ascii_alphanumeric() || character == '_' {
            slug.push(character);
        } else if (character.is_whitespace() || character == '-') && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug
}

/// Every run of characters that are no letters or digits as one hyphen, none at the ends.
#[must_use]
pub fn hyphens(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_alphanumeric() || is_combining_mark(character) {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// GitHub's way with headings: lower case, blanks as hyphens, punctuation gone.
#[must_use]
pub fn github(text: &str) -> String {
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
        assert_eq!(
            slug("Grüße aus São Paulo: Día 1"),
            "grusse-aus-sao-paulo-dia-1"
        );
        assert_eq!(slug("This Week In Rust 1"), "this-week-in-rust-1");
        assert_eq!(hyphens("a--b c!"), "a-b-c");
        assert_eq!(
            pelican("The State of Rust 0.7: día"),
            "the-state-of-rust-07-dia"
        );
        assert_eq!(pelican("Привет, мир"), "privet-mir");
        assert_eq!(
            zola("Это – don't 北京 Übung_2"),
            "eto-don-t-bei-jing-ubung-2"
        );
        assert_eq!(github("NixOps 1.1.1: out"), "nixops-111-out");
    }
}
