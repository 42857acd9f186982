//! A draft's text as its network shows it: links, shortened URLs, where the text is folded and where
//! it exceeds the limit.

use std::ops::Range;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::draft::export::{self, Feature};
use crate::draft::network::{Fold, Network};
use crate::draft::text::entities;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Its kind.
    pub kind: Kind,
    /// The text as shown.
    pub text: String,
    /// The text as sent, if it differs.
    pub sent: Option<String>,
    /// The link.
    pub href: Option<String>,
    /// The place in the post that it comes from.
    pub source: Option<String>,
    /// Whether it exceeds the limit.
    pub over: bool,
}

/// The kind of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Words.
    Text,
    /// A URL.
    Link,
    /// A hashtag.
    Tag,
    /// A mention.
    Mention,
    /// The author's own words.
    Said,
}

type Mark = (Range<usize>, Kind);

/// Bytes of a text that the author wrote, and their place in the post.
pub type Sourced = (Range<usize>, String);

/// The visible and the folded part of a post; `sourced` are the parts of it that the author wrote in
/// the post.
pub fn parts(
    text: &str,
    warning: Option<&str>,
    network: &Network,
    sourced: &[Sourced],
) -> (Vec<Part>, Vec<Part>) {
    let mut marks = marks(text, network);
    let apart = |range: &Range<usize>| {
        let meets = |(other, _): &Mark| other.start < range.end && range.start < other.end;
        !marks.iter().any(meets)
    };
    let own: Vec<Mark> = sourced
        .iter()
        .filter(|(range, _)| apart(range))
        .map(|(range, _)| (range.clone(), Kind::Said))
        .collect();
    let crossing = network.crossing(text, warning).unwrap_or(text.len());
    let fold = network.fold.map_or(text.len(), |most| fold(text, most, &marks));
    marks.extend(own);
    marks.sort_by_key(|(range, _)| range.start);
    let pieces = |range: Range<usize>| {
        let mut parts = Vec::new();
        let before = range.start..crossing.clamp(range.start, range.end);
        let after = before.end..range.end;
        for (range, over) in [(before, false), (after, true)] {
            cut(text, &range, (&marks, sourced), over, network, &mut parts);
        }
        parts
    };
    (pieces(0..fold), pieces(fold..text.len()))
}

/// Links, hashtags and mentions in order, without overlaps.
fn marks(text: &str, network: &Network) -> Vec<Mark> {
    let mut marks: Vec<Mark> = if network.has_facets {
        export::detect(text)
            .into_iter()
            .map(|facet| match facet.feature {
                Feature::Link(_) => (facet.range, Kind::Link),
                Feature::Tag(_) => (facet.range, Kind::Tag),
                Feature::Mention(_) => (facet.range, Kind::Mention),
            })
            .collect()
    } else {
        let urls = entities::urls(text).into_iter();
        let urls = urls.filter(|url| url.scheme || network.links_bare_hosts && url.sure);
        let tags = entities::hashtags(text).into_iter();
        let mentions = entities::mentions(text).into_iter();
        // A network that counts `@name@host` as a whole recognises it as a mention.
        let counted = (network.costs)(text).into_iter().map(|cost| cost.range);
        let counted = counted.filter(|range| {
            let part = text.get(range.clone()).unwrap_or_default();
            part.len() > 1 && part.starts_with('@')
        });
        urls.map(|url| (url.range, Kind::Link))
            .chain(tags.map(|range| (range, Kind::Tag)))
            .chain(counted.chain(mentions).map(|range| (range, Kind::Mention)))
            .collect()
    };
    marks.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    marks.retain(|(range, _)| {
        let free = range.start >= end && !range.is_empty();
        end = end.max(range.end);
        free
    });
    marks
}

/// The byte at which a network folds a post: after a number of UTF-16 units or lines, never inside a
/// URL or a word.
fn fold(text: &str, most: Fold, marks: &[Mark]) -> usize {
    let (mut used, mut lines, mut word) = (0, 1, 0);
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme.encode_utf16().count();
        if grapheme.contains('\n') {
            lines += 1;
        }
        if lines > most.lines {
            return at;
        }
        if used > most.units {
            let end = if word == 0 { at } else { word };
            let inside = |(range, _): &&Mark| range.start < end && end < range.end;
            return marks.iter().find(inside).map_or(end, |(range, _)| range.start);
        }
        if grapheme.chars().all(char::is_whitespace) {
            word = at;
        }
    }
    text.len()
}

fn cut(
    text: &str,
    range: &Range<usize>,
    (marks, sourced): (&[Mark], &[Sourced]),
    over: bool,
    network: &Network,
    parts: &mut Vec<Part>,
) {
    let mut push = |kind, range: Range<usize>, mark: Range<usize>| {
        let whole = text.get(mark.clone());
        let Some(piece) = text.get(range).filter(|piece| !piece.is_empty()) else { return };
        let source = sourced.iter().find(|(own, _)| kind == Kind::Said && *own == mark);
        let href = whole.filter(|_| kind == Kind::Link).map(with_scheme);
        // A URL across the limit is shown in two parts.
        let shown = match kind {
            Kind::Link if whole == Some(piece) => (network.shown_url)(piece),
            _ => piece.to_owned(),
        };
        parts.push(Part {
            kind,
            sent: (shown != piece).then(|| piece.to_owned()),
            text: shown,
            href,
            source: source.map(|(_, place)| place.clone()),
            over,
        });
    };
    let mut from = range.start;
    for (mark, kind) in marks {
        let (start, end) = (mark.start.max(range.start), mark.end.min(range.end));
        if start >= end {
            continue;
        }
        push(Kind::Text, from..start, 0..0);
        push(*kind, start..end, mark.clone());
        from = end;
    }
    push(Kind::Text, from..range.end, 0..0);
}

fn with_scheme(written: &str) -> String {
    if written.contains("://") { written.to_owned() } else { format!("https://{written}") }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Part, parts};
    use crate::draft::network::named;

    fn of(network: &str, text: &str) -> (Vec<Part>, Vec<Part>) {
        parts(text, None, named(network).expect("a network"), &[])
    }

    fn whole(parts: &[Part]) -> String {
        parts.iter().map(|part| part.text.as_str()).collect()
    }

    #[test]
    fn links_are_those_of_the_network() {
        let text = "Hi @ada@example.social, see https://example.org/a/long/path/to/nowhere #rust";
        let (shown, folded) = of("mastodon", text);
        let kinds: Vec<(Kind, &str)> = shown
            .iter()
            .filter(|part| part.kind != Kind::Text)
            .map(|part| (part.kind, part.text.as_str()))
            .collect();
        assert_eq!(
            kinds,
            [
                (Kind::Mention, "@ada@example.social"),
                (Kind::Link, "example.org/a/long/path/to/now…"),
                (Kind::Tag, "#rust"),
            ]
        );
        assert!(folded.is_empty());
        let link = shown.iter().find_map(|part| part.href.as_deref());
        assert_eq!(link, Some("https://example.org/a/long/path/to/nowhere"));
    }

    #[test]
    fn text_beyond_the_limit_is_marked() {
        let text = format!("{}end", "a".repeat(300));
        let (shown, _) = of("bluesky", &text);
        let over: Vec<&str> =
            shown.iter().filter(|part| part.over).map(|part| part.text.as_str()).collect();
        assert_eq!(over, ["end"]);
    }

    #[test]
    fn linkedin_folds_between_words_and_after_three_lines() {
        let text = "word ".repeat(100);
        let (shown, folded) = of("linkedin", &text);
        assert_eq!(whole(&shown).len(), 209);
        assert_eq!(whole(&shown) + &whole(&folded), text);
        let (shown, _) = of("linkedin", "a\nb\nc\nd\ne");
        assert_eq!(whole(&shown), "a\nb\nc");
    }

    #[test]
    fn no_text_is_lost_or_cut_inside_a_character() {
        let text = "👩‍💻é日本 https://example.org/ ".repeat(60);
        for network in ["mastodon", "bluesky", "x", "linkedin", "threads"] {
            let (shown, folded) = of(network, &text);
            let whole = whole(&shown) + &whole(&folded);
            assert_eq!(whole.matches('日').count(), 60, "{network}");
        }
    }
}
