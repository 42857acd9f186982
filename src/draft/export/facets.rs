//! Links, mentions and tags of a Bluesky post, detected like `@atproto/api` does
//! (`rich-text/detection.ts`, MIT): a record must list what the app would link. There are three
//! exceptions: a link may follow any bracket, quotation mark or letter of a script without spaces; it
//! ends before those and before stops of other scripts; and without a scheme it needs `www.` or a path,
//! since `main.rs` and `socket.io` are names of software.

use std::ops::Range;

use crate::draft::text::{Tld, known_tld};
use crate::language::is_cjk;

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
pub fn detect(text: &str) -> Vec<Facet> {
    let mut facets: Vec<Facet> = Vec::new();
    for (start, word) in words(text) {
        // Everything but a tag may also follow an opening bracket.
        let opened = word.match_indices('(').map(|(at, _)| at + 1);
        let starts: Vec<usize> = std::iter::once(0).chain(opened).collect();
        let from = |at: &usize| word.get(*at..).unwrap_or_default();
        let mut found: Vec<Found> = starts
            .iter()
            .filter_map(|at| Some(shifted(*at, mention(from(at)).or_else(|| cash(from(at)))?)))
            .collect();
        found.extend(links(word));
        found.extend(tag(word));
        found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        for (range, feature) in found {
            let range = start + range.start..start + range.end;
            if facets.last().is_none_or(|last| last.range.end <= range.start) {
                facets.push(Facet { range, feature });
            }
        }
    }
    facets
}

type Found = (Range<usize>, Feature);

/// What was found behind the first `at` bytes of a word.
fn shifted(at: usize, (range, feature): Found) -> Found {
    (range.start + at..range.end + at, feature)
}

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
    let long =
        rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
    let mut name = rest.get(..long)?;
    // The name ends where a word ends.
    if rest.get(long..)?.starts_with('_') {
        name = name.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    }
    let name = name.trim_end_matches(['.', '-']);
    let known = ends_in_tld(name) || name.rsplit_once('.').is_some_and(|(_, last)| last == "test");
    known.then(|| (0..1 + name.len(), Feature::Mention(name.to_owned())))
}

/// Whether a word begins with `http://` or `https://`, in any case, and goes on.
fn has_scheme(word: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        let start = word.get(..scheme.len()).unwrap_or_default();
        word.len() > scheme.len() && start.eq_ignore_ascii_case(scheme)
    })
}

/// The letters, digits and dots of a domain at the start of a word.
fn domain(word: &str) -> Option<&str> {
    let letters = word.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'.').count();
    let name = word.get(..letters)?;
    // Two dots in a row end it.
    let name =
        name.find("..").and_then(|end| name.get(..end)).unwrap_or(name).trim_end_matches('.');
    (word.starts_with(|c: char| c.is_ascii_alphabetic()) && name.contains('.')).then_some(name)
}

fn looks_like_url(word: &str) -> bool {
    has_scheme(word) || domain(word).is_some()
}

/// The links of a word: at its start or behind a bracket; with a scheme also behind a quotation mark or
/// a letter of a script without spaces.
fn links(word: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut end = 0;
    let behind = word.char_indices().map(|(at, c)| (at + c.len_utf8(), Some(c)));
    for (at, before) in std::iter::once((0, None)).chain(behind) {
        let rest = word.get(at..).unwrap_or_default();
        let opens = match before {
            None | Some('(') => looks_like_url(rest),
            Some(c) => (!c.is_ascii() || "<[{\"'".contains(c)) && has_scheme(rest),
        };
        if at < end || !opens {
            continue;
        }
        // An apparent URL takes the rest of the word, even if it is not valid.
        let Some(link) = link(rest) else { break };
        found.push(shifted(at, link));
        end = found.last().map_or(at, |(range, _)| range.end);
    }
    found
}

/// Where a URL at the start of a word ends at the latest.
fn url_end(word: &str) -> usize {
    let ends = |(at, c): &(usize, char)| {
        let before = word.get(..*at).unwrap_or_default();
        // A particle after the URL: "https://example.org/7에서". Letters of other scripts within it are its own.
        let joined = is_cjk(*c)
            && before.is_ascii()
            && before.ends_with(|c: char| c.is_ascii_alphanumeric());
        is_outside(*c) || joined
    };
    let mut foreign = word.char_indices().filter(|(_, c)| !c.is_ascii() || "<>\"".contains(*c));
    foreign.find(ends).map_or(word.len(), |(at, _)| at)
}

fn link(word: &str) -> Option<Found> {
    let word = word.get(..url_end(word))?;
    let scheme = has_scheme(word);
    if !scheme {
        let domain = domain(word)?;
        let path = word.get(domain.len()..)?.starts_with('/');
        let www = domain.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
        if !ends_in_tld(domain) || !(path || www) {
            return None;
        }
    }
    let mut end = word.len();
    if word.ends_with(['.', ',', ';', ':', '!', '?']) {
        end -= 1;
    }
    let kept = word.get(..end)?;
    if [('(', ')'), ('[', ']'), ('{', '}')]
        .iter()
        .any(|(open, close)| kept.ends_with(*close) && !kept.contains(*open))
    {
        end -= 1;
    }
    let written = word.get(..end)?;
    let uri = if scheme { written.to_owned() } else { format!("https://{written}") };
    Some((0..end, Feature::Link(uri)))
}

/// Quotation marks, and stops and brackets of Asian scripts, which URLs escape.
fn is_outside(c: char) -> bool {
    matches!(c, '<' | '>' | '"' | '«' | '»' | '\u{964}' | '\u{965}' | '\u{2018}'..='\u{201f}' | '\u{2039}' | '\u{203a}'
        | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}'
        | '\u{ff01}' | '\u{ff08}' | '\u{ff09}' | '\u{ff0c}' | '\u{ff0e}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}'
        | '\u{ff3b}' | '\u{ff3d}' | '\u{ff5b}' | '\u{ff5d}' | '\u{ff60}'..='\u{ff63}')
}

/// `$ABC`, a stock symbol, is a tag that includes its sign.
fn cash(word: &str) -> Option<Found> {
    let rest = word.strip_prefix('$')?;
    let long = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = rest.get(..long).filter(|name| (1..=5).contains(&name.len()))?;
    let after = rest.get(long..)?.chars().next();
    let fine = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && after.is_none_or(|c| {
            matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '"' | '\'' | '’')
        });
    fine.then(|| (0..1 + long, Feature::Tag(format!("${}", name.to_ascii_uppercase()))))
}

fn tag(word: &str) -> Option<Found> {
    let sign = word.chars().next().filter(|c| matches!(c, '#' | '＃'))?.len_utf8();
    let rest = word.get(sign..)?;
    let invisible =
        |c: char| matches!(c, '\u{ad}' | '\u{2060}' | '\u{200a}'..='\u{200d}' | '\u{20e2}');
    let rest = rest.split(invisible).next()?;
    if rest.starts_with('\u{fe0f}') || rest.chars().all(|c| c.is_ascii_digit() || is_punctuation(c))
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
    let Some((_, last)) = domain.rsplit_once('.') else { return false };
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
                ("https://example.org/ü", Feature::Link("https://example.org/ü".to_owned())),
                ("example.com/a", Feature::Link("https://example.com/a".to_owned())),
                ("#Ünïcode", Feature::Tag("Ünïcode".to_owned())),
                ("@ada.bsky.social", Feature::Mention("ada.bsky.social".to_owned())),
            ]
        );
    }

    #[test]
    fn links_stand_among_marks_and_letters_of_any_script() {
        for (text, links) in [
            ("資料は https://example.org/a。次は", &["https://example.org/a"] as &[&str]),
            ("（https://example.org/b）です", &["https://example.org/b"]),
            ("資料 https://example.org/c）です", &["https://example.org/c"]),
            ("「 https://example.org/d」", &["https://example.org/d"]),
            ("会場はhttps://example.org/e、", &["https://example.org/e"]),
            (
                "https://example.org/f에서 https://example.org/g을",
                &["https://example.org/f", "https://example.org/g"],
            ),
            ("https://example.org/h। और", &["https://example.org/h"]),
            (
                "“https://example.org/i”, <https://example.org/j>",
                &["https://example.org/i", "https://example.org/j"],
            ),
            (
                "[https://example.org/k] «https://example.org/l»",
                &["https://example.org/k", "https://example.org/l"],
            ),
            (
                "https://example.org/m、https://example.org/n",
                &["https://example.org/m", "https://example.org/n"],
            ),
            (
                "https://example.org/東京2020年 https://example.org/?u=https://example.com",
                &["https://example.org/東京2020年", "https://example.org/?u=https://example.com"],
            ),
            ("www.example.org", &["www.example.org"]),
        ] {
            let found: Vec<&str> =
                detect(text).into_iter().filter_map(|facet| text.get(facet.range)).collect();
            assert_eq!(found, links, "{text}");
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
