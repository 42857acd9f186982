//! Links, mentions and tags of a Bluesky post, found as `@atproto/api` finds them
//! (`rich-text/detection.ts`, MIT): what it would make clickable, a record has to name.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::draft::text::{Tld, known_tld};

/// A part of a text that does something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it does.
    pub feature: Feature,
}

/// What a part of a text does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feature {
    /// Leads to an address.
    Link(String),
    /// Names an account, by its handle without `@`.
    Mention(String),
    /// Lists posts of this tag.
    Tag(String),
}

/// Every facet of a text, in order; none overlaps another.
#[must_use]
pub fn detect(text: &str) -> Vec<Facet> {
    let mut facets = Vec::new();
    for (start, word) in words(text) {
        // Everything but a tag may stand behind an opening bracket.
        let inner = if word.starts_with('(') { 1 } else { 0 };
        let rest = word.get(inner..).unwrap_or_default();
        let found = mention(rest)
            .or_else(|| link(rest))
            .or_else(|| cash(rest))
            .map(|(range, feature)| (range.start + inner..range.end + inner, feature))
            .or_else(|| tag(word));
        if let Some((range, feature)) = found {
            facets.push(Facet {
                range: start + range.start..start + range.end,
                feature,
            });
        }
    }
    facets
}

type Found = (Range<usize>, Feature);

/// What stands between white space, with its place.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(char::is_whitespace).filter_map(move |word| {
        let start = at;
        // `split` leaves one character of white space out.
        at += word.len()
            + text
                .get(start + word.len()..)?
                .chars()
                .next()
                .map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

fn mention(word: &str) -> Option<Found> {
    let rest = word.strip_prefix('@')?;
    let long = rest
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
        .count();
    // The name ends where a word ends.
    let name = rest.get(..long)?.trim_end_matches(['.', '-']);
    (ends_in_tld(name) || name.ends_with(".test"))
        .then(|| (0..1 + name.len(), Feature::Mention(name.to_owned())))
}

fn link(word: &str) -> Option<Found> {
    let lower = word
        .get(..word.len().min(8))
        .unwrap_or(word)
        .to_ascii_lowercase();
    let scheme = lower.starts_with("http://") || lower.starts_with("https://");
    if !scheme {
        let letters = word
            .bytes()
            .take_while(|b| b.is_ascii_alphanumeric() || *b == b'.')
            .count();
        let domain = word.get(..letters)?.trim_end_matches('.');
        let labels = domain.split('.').all(|label| !label.is_empty());
        if !word.starts_with(|c: char| c.is_ascii_alphabetic())
            || !domain.contains('.')
            || !labels
            || !ends_in_tld(domain)
        {
            return None;
        }
    } else if word.len() <= "https://".len() {
        return None;
    }
    let mut end = word
        .trim_end_matches(['.', ',', ';', ':', '!', '?'])
        .len()
        .max(word.len().saturating_sub(1));
    let kept = word.get(..end)?;
    if kept.ends_with(')') && !kept.contains('(') {
        end -= 1;
    }
    let written = word.get(..end)?;
    let uri = if scheme {
        written.to_owned()
    } else {
        format!("https://{written}")
    };
    Some((0..end, Feature::Link(uri)))
}

/// `$ABC`, a share's short name, is a tag with its sign.
fn cash(word: &str) -> Option<Found> {
    let rest = word.strip_prefix('$')?;
    let long = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = rest
        .get(..long)
        .filter(|name| (1..=5).contains(&name.len()))?;
    let after = rest.get(long..)?.chars().next();
    let fine = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && after.is_none_or(|c| {
            matches!(
                c,
                '.' | ',' | ';' | ':' | '!' | '?' | ')' | '"' | '\'' | '’'
            )
        });
    fine.then(|| {
        (
            0..1 + long,
            Feature::Tag(format!("${}", name.to_ascii_uppercase())),
        )
    })
}

fn tag(word: &str) -> Option<Found> {
    let sign = word
        .chars()
        .next()
        .filter(|c| matches!(c, '#' | '＃'))?
        .len_utf8();
    let rest = word.get(sign..)?;
    let invisible = |c: char| {
        matches!(
            c,
            '\u{ad}' | '\u{2060}' | '\u{200a}'..='\u{200d}' | '\u{20e2}'
        )
    };
    let rest = rest.split(invisible).next()?;
    if rest.starts_with('\u{fe0f}')
        || rest
            .chars()
            .all(|c| c.is_ascii_digit() || is_punctuation(c))
    {
        return None;
    }
    let name = rest.trim_end_matches(is_punctuation);
    (!name.is_empty() && name.encode_utf16().count() <= 64)
        .then(|| (0..sign + name.len(), Feature::Tag(name.to_owned())))
}

/// Unicode's punctuation as far as texts have it: neither letter, digit, mark, symbol nor emoji.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~')
        || matches!(c, '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2043}'
            | '\u{2045}'..='\u{2051}' | '\u{2053}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}'
            | '\u{3014}'..='\u{301f}' | '\u{30fb}' | '！' | '（' | '）' | '，' | '．' | '：' | '；' | '？' | '［' | '］'
            | '｡' | '｢' | '｣' | '､' | '･' | '、' | '。')
            && !is_combining_mark(c)
}

fn ends_in_tld(domain: &str) -> bool {
    let Some((before, last)) = domain.rsplit_once('.') else {
        return false;
    };
    // Its list holds two-level names too; those end in one of one level.
    !before.is_empty()
        && known_tld(&last.to_ascii_lowercase()).is_some_and(|tld| tld != Tld::TwitterText)
}

#[cfg(test)]
mod tests {
    use super::{Feature, detect};

    #[test]
    fn ranges_are_bytes() {
        let text =
            "Zoë 👩‍💻 at https://example.org/ü, (see example.com/a) #Ünïcode! @ada.bsky.social";
        let parts: Vec<(&str, Feature)> = detect(text)
            .into_iter()
            .filter_map(|facet| text.get(facet.range).map(|part| (part, facet.feature)))
            .collect();
        assert_eq!(
            parts,
            [
                (
                    "https://example.org/ü",
                    Feature::Link("https://example.org/ü".to_owned())
                ),
                (
                    "example.com/a",
                    Feature::Link("https://example.com/a".to_owned())
                ),
                ("#Ünïcode", Feature::Tag("Ünïcode".to_owned())),
                (
                    "@ada.bsky.social",
                    Feature::Mention("ada.bsky.social".to_owned())
                ),
            ]
        );
    }

    #[test]
    fn what_is_nothing_stays_nothing() {
        for text in [
            "notes.txt node.js v1.2",
            "#1 # #!",
            "a@b.org",
            "https://",
            "$5 or $TOOLONG",
            "@ada",
        ] {
            assert_eq!(detect(text), [], "{text}");
        }
    }
}
