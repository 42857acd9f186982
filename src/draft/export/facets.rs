//! Links, mentions and tags of a Bluesky post, detected like `@atproto/api` does
//! (`rich-text/detection.ts`, MIT): a record must list what the app would link. There are two
//! exceptions: a link ends before a full-width stop or bracket, and without a scheme it needs `www.`
//! or a path, since `main.rs` and `socket.io` are names of software.

use std::ops::Range;

use crate::draft::text::{Tld, known_tld};

/// A part of a text with a feature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Its feature.
    pub feature: Feature,
}

/// The feature of a part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feature {
    /// A link to a URL.
    Link(String),
    /// A mention, by handle without `@`.
    Mention(String),
    /// A hashtag.
    Tag(String),
}

/// Every facet of a text, in order, without overlaps.
#[must_use]
pub fn detect(text: &str) -> Vec<Facet> {
    let mut facets: Vec<Facet> = Vec::new();
    for (start, word) in words(text) {
        // Everything but a tag may also follow an opening bracket.
        let opened = word.match_indices('(').map(|(at, _)| at + 1);
        let starts: Vec<usize> = std::iter::once(0).chain(opened).collect();
        let from = |at: &usize| word.get(*at..).unwrap_or_default();
        let shifted =
            |at: usize, (range, feature): Found| (range.start + at..range.end + at, feature);
        let mut found: Vec<Found> = starts
            .iter()
            .filter_map(|at| Some(shifted(*at, mention(from(at)).or_else(|| cash(from(at)))?)))
            .collect();
        // An apparent URL takes the rest of the word, even if it is not valid.
        let address = starts.iter().find(|at| looks_like_address(from(at)));
        found.extend(address.and_then(|at| Some(shifted(*at, link(from(at))?))));
        found.extend(tag(word));
        found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        for (range, feature) in found {
            let range = start + range.start..start + range.end;
            if facets
                .last()
                .is_none_or(|last| last.range.end <= range.start)
            {
                facets.push(Facet { range, feature });
            }
        }
    }
    facets
}

type Found = (Range<usize>, Feature);

/// The words between white space, with their positions.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let blank = |c: char| c.is_whitespace() && c != '\u{85}' || c == '\u{feff}';
        let rest = text.get(from..)?;
        let start = from + rest.find(|c| !blank(c))?;
        let rest = text.get(start..)?;
        let length = rest.find(blank).unwrap_or(rest.len());
        from = start + length;
        Some((start, rest.get(..length)?))
    })
}

fn mention(word: &str) -> Option<Found> {
    let rest = word.strip_prefix('@')?;
    let long = rest
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
        .count();
    let mut name = rest.get(..long)?;
    // The name ends where a word ends.
    if rest.get(long..)?.starts_with('_') {
        name = name.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    }
    let name = name.trim_end_matches(['.', '-']);
    let known = ends_in_tld(name)
        || name
            .rsplit_once('.')
            .is_some_and(|(_, last)| last == "test");
    known.then(|| (0..1 + name.len(), Feature::Mention(name.to_owned())))
}

/// The length of `http://` or `https://`, in any case, if something follows it.
fn scheme(word: &str) -> Option<usize> {
    ["http://", "https://"]
        .into_iter()
        .map(str::len)
        .find(|length| {
            let start = word.get(..*length).unwrap_or_default();
            word.len() > *length
                && ["http://", "https://"]
                    .iter()
                    .any(|scheme| start.eq_ignore_ascii_case(scheme))
        })
}

/// The letters, digits and dots of a domain at the start of a word.
fn domain(word: &str) -> Option<&str> {
    let letters = word
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'.')
        .count();
    let name = word.get(..letters)?;
    // Two dots in a row end it.
    let name = name
        .find("..")
        .and_then(|end| name.get(..end))
        .unwrap_or(name)
        .trim_end_matches('.');
    (word.starts_with(|c: char| c.is_ascii_alphabetic()) && name.contains('.')).then_some(name)
}

fn looks_like_address(word: &str) -> bool {
    scheme(word).is_some() || domain(word).is_some()
}

fn link(word: &str) -> Option<Found> {
    let word = word.split(is_wide).next()?;
    let scheme = scheme(word).is_some();
    if !scheme {
        let domain = domain(word)?;
        let path = word.get(domain.len()..)?.starts_with('/');
        let www = domain
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("www."));
        if !ends_in_tld(domain) || !(path || www) {
            return None;
        }
    }
    let mut end = word.len();
    if word.ends_with(['.', ',', ';', ':', '!', '?']) {
        end -= 1;
    }
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

/// East Asian stops, quotation marks and brackets, which URLs escape.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}'
        | '\u{ff01}' | '\u{ff08}' | '\u{ff09}' | '\u{ff0c}' | '\u{ff0e}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}'
        | '\u{ff3b}' | '\u{ff3d}' | '\u{ff5b}' | '\u{ff5d}' | '\u{ff60}'..='\u{ff63}')
}

/// `$ABC`, a stock symbol, is a tag that includes its sign.
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

/// Unicode punctuation in texts: neither letter, digit, mark, symbol nor emoji.
fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_punctuation()
            && !matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~');
    }
    matches!(c, '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{5be}' | '\u{60c}' | '\u{61b}' | '\u{61f}'
        | '\u{66a}'..='\u{66d}' | '\u{964}' | '\u{965}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2043}'
        | '\u{2045}'..='\u{2051}' | '\u{2053}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}'
        | '\u{3014}'..='\u{301f}' | '\u{3030}' | '\u{303d}' | '\u{30a0}' | '\u{30fb}' | '\u{ff01}'..='\u{ff03}'
        | '\u{ff05}'..='\u{ff0a}' | '\u{ff0c}'..='\u{ff0f}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}' | '\u{ff20}'
        | '\u{ff3b}'..='\u{ff3d}' | '\u{ff3f}' | '\u{ff5b}' | '\u{ff5d}' | '\u{ff5f}'..='\u{ff65}')
}

fn ends_in_tld(domain: &str) -> bool {
    let Some((_, last)) = domain.rsplit_once('.') else {
        return false;
    };
    // Its list has two-level names too, which end in one of one level.
    known_tld(last).is_some_and(|tld| tld != Tld::TwitterText)
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
    fn links_end_before_full_width_marks() {
        for (text, link) in [
            (
                "資料は https://example.org/a。次は",
                "https://example.org/a",
            ),
            ("（https://example.org/b）です", ""),
            ("資料 https://example.org/c）です", "https://example.org/c"),
            ("「 https://example.org/d」", "https://example.org/d"),
            ("www.example.org", "www.example.org"),
        ] {
            let found: Vec<&str> = detect(text)
                .into_iter()
                .filter_map(|facet| text.get(facet.range))
                .collect();
            let wanted: &[&str] = if link.is_empty() { &[] } else { &[link] };
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn other_texts_are_not_facets() {
        for text in [
            "notes.txt node.js v1.2",
            "#1 # #!",
            "a@b.org",
            "https://",
            "$5 or $TOOLONG",
            "@ada",
            "main.rs and README.md, socket.io",
            "@\u{2060}ada.bsky.social",
        ] {
            assert_eq!(detect(text), [], "{text}");
        }
    }
}
