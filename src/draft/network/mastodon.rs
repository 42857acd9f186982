//! Mastodon: 500 graphemes unless the server has another limit, the content warning included; a URL
//! counts 23; `@user@host` counts as `@user` (`app/validators/status_length_validator.rb`).

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{Cost, LINK, Network, PLAIN, graphemes, shortened, without_scheme};
use crate::draft::text::entities::urls;

pub(super) static MASTODON: Network = Network {
    name: "mastodon",
    title: "Mastodon",
    post_example: "https://SERVER/@NAME/ID",
    limit: 500,
    costs,
    warning_cost: |warning| warning.graphemes(true).count(),
    // `app/lib/text_formatter.rb`
    shown_url: |url| shortened(without_scheme(url), 30, 30),
    hashtags: 5,
    handle: "`@user@server`",
    is_handle: |handle| {
        let mentions = mentions(handle);
        mentions.first().is_some_and(|(range, _)| *range == (0..handle.len()))
    },
    ..PLAIN
};

fn costs(text: &str) -> Vec<Cost> {
    let count =
        |range: &Range<usize>| text.get(range.clone()).unwrap_or_default().graphemes(true).count();
    let mut whole: Vec<Cost> = urls(text)
        .into_iter()
        .filter(|url| url.scheme || url.sure)
        .map(|url| {
            // The server counts a URL without a scheme in full, the newest web composer at 23;
            // and a URL of an unknown domain is not a URL to the server.
            let units = if url.scheme && url.sure { LINK } else { LINK.max(count(&url.range)) };
            Cost { range: url.range, units }
        })
        .collect();
    for (range, user) in mentions(text) {
        let inside = |cost: &Cost| cost.range.start < range.end && range.start < cost.range.end;
        if !whole.iter().any(inside) {
            whole.push(Cost { range, units: user });
        }
    }
    whole.sort_by_key(|cost| cost.range.start);
    graphemes(text, &whole, |_| 1)
}

/// Every `@user@host` and the length of its `@user`, by the patterns of both the server and the web
/// composer. Longer user names are not shortened.
fn mentions(text: &str) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(sign) = text.get(from..).and_then(|rest| rest.find('@')).map(|at| from + at) {
        from = sign + 1;
        let free = text.get(..sign).and_then(|before| before.chars().next_back()).is_none_or(|c| {
            !(c.is_alphanumeric()
                || matches!(c, '_' | '/' | '=')
                || unicode_normalization::char::is_combining_mark(c))
        });
        let rest = text.get(sign + 1..).unwrap_or_default();
        let user = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
        let Some(host) = rest.get(user..).and_then(|rest| rest.strip_prefix('@')) else { continue };
        let long = host
            .bytes()
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-'))
            .count();
        let host = host.get(..long).unwrap_or_default().trim_end_matches(['.', '-']);
        if free && user > 0 && host.len() > 1 {
            let end = sign + 1 + user + 1 + host.len();
            found.push((sign..end, user + 1));
            from = end;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::MASTODON;

    #[test]
    fn urls_count_23_and_hosts_of_mentions_nothing() {
        for (text, count) in [
            ("https://example.org/a", 23),
            ("hi @user@example.social!", 9),
            ("crates.io", 23),
            ("👨‍👩‍👧‍👦", 1),
        ] {
            assert_eq!(MASTODON.count(text, None), count, "{text}");
        }
        assert_eq!(MASTODON.count("abc", Some("warning")), 10);
    }

    #[test]
    fn handles_name_their_server() {
        assert!(MASTODON.is_handle("@user@example.social"));
        assert!(!MASTODON.is_handle("@user") && !MASTODON.is_handle("user@example.social"));
    }
}
