//! X. Counted by twitter-text's configuration v3: 280 weighted characters after NFC, a URL 23, an emoji
//! 2 (<https://github.com/twitter/twitter-text>, `config/v3.json`).

use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

use super::{Cost, LINK, LinkPlace, Network, PLAIN, simple_handle};
use crate::draft::text::{emoji::x_sequence, entities::urls};

/// X, formerly Twitter.
pub(super) static X: Network = Network {
    name: "x",
    title: "X",
    hosts: &["x.com", "twitter.com"],
    post_example: "https://x.com/NAME/status/ID",
    limit: 280,
    unit: "weighted characters",
    costs,
    hashtags: 2,
    link: LinkPlace::Last,
    hides_leading_mention: true,
    links_bare_hosts: true,
    handle: "`@name` with at most 15 letters, digits and underscores",
    is_handle: |handle| simple_handle(handle, 15, |c| c.is_ascii_alphanumeric() || c == '_'),
    ..PLAIN
};

fn costs(text: &str) -> Vec<Cost> {
    if text.chars().all(never_composed) || is_nfc(text) {
        return composed_costs(text);
    }
    // X counts the composed text; its positions are mapped back to the text as written,
    // grapheme by grapheme, since composition never crosses graphemes.
    let composed: String = text.nfc().collect();
    let costs = composed_costs(&composed);
    let mut original = Vec::with_capacity(costs.len());
    let mut written = text.grapheme_indices(true).map(|(at, grapheme)| {
        let length: usize = grapheme.nfc().map(char::len_utf8).sum();
        (at + grapheme.len(), length)
    });
    let (mut from, mut to, mut done) = (0, 0, 0);
    for cost in costs {
        while done < cost.range.end {
            let Some((end, length)) = written.next() else { break };
            to = end;
            done += length;
        }
        original.push(Cost { range: from..to, units: cost.units });
        from = to;
    }
    original
}

/// Whether a character, Latin or punctuation, is the same in every normalization form of Unicode.
fn never_composed(character: char) -> bool {
    matches!(character, ..'\u{300}' | '\u{2010}'..='\u{2027}')
}

fn composed_costs(text: &str) -> Vec<Cost> {
    let chars: Vec<char> = text.chars().collect();
    let mut urls = urls(text).into_iter().peekable();
    let mut costs = Vec::with_capacity(chars.len());
    let mut index = 0;
    let mut at = 0;
    while let Some(&character) = chars.get(index) {
        let start = at;
        let mut take = 1;
        let mut units = weight(character);
        while urls.next_if(|url| url.range.start < at).is_some() {}
        if let Some(url) = urls.next_if(|url| url.range.start == at) {
            let written = text.get(url.range.clone()).unwrap_or_default();
            take = written.chars().count().max(1);
            // X may count a domain that twitter-text does not know either way.
            units = if url.sure { LINK } else { LINK.max(written.chars().map(weight).sum()) };
        } else {
            // No emoji sequence is longer than ten characters.
            let ahead = chars.get(index..).unwrap_or_default();
            let sequence = x_sequence(&ahead[..ahead.len().min(10)]);
            if sequence > 0 {
                (take, units) = (sequence, 2);
            }
        }
        let taken = chars.get(index..).unwrap_or_default().iter().take(take);
        at += taken.map(|c| c.len_utf8()).sum::<usize>();
        index += take;
        costs.push(Cost { range: start..at, units });
    }
    costs
}

/// The ranges of `config/v3.json`.
fn weight(character: char) -> usize {
    match u32::from(character) {
        0..=4351 | 8192..=8205 | 8208..=8223 | 8242..=8247 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::X;

    #[test]
    fn counts_as_twitter_text_does() {
        for (text, count) in [
            ("a", 1),
            ("日本", 4),
            ("https://example.org/a/very/long/path?with=query", 23),
            ("see example.com/a now", 4 + 23 + 4),
            ("main.rs and node.js", 23 + 12),
            ("H🐱☺👨‍👩‍👧‍👦", 7),
            ("🧑🏽‍💻", 5),
            ("e\u{301}", 1),
            ("(https://example.org/wiki/A_(b))", 25),
        ] {
            assert_eq!(X.count(text, None), count, "{text}");
        }
    }

    #[test]
    fn positions_are_bytes_of_the_text_as_written() {
        let text = format!("{}b", "e\u{301}".repeat(280));
        assert_eq!(X.crossing(&text, None), Some(280 * 3));
        assert_eq!(X.crossing("short", None), None);
    }
}
