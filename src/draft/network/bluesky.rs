//! Bluesky: 300 graphemes and 3000 bytes (`lexicons/app/bsky/feed/post.json`); URLs count in full.

use super::{Network, PLAIN, shortened, without_scheme};

pub(super) static BLUESKY: Network = Network {
    name: "bluesky",
    title: "Bluesky",
    hosts: &["bsky.app"],
    scheme: Some("at"),
    post_example: "https://bsky.app/profile/NAME/post/ID",
    limit: 300,
    bytes: 10,
    hashtags: 3,
    handle: "`@name.example`, a whole domain",
    handle_domain: Some("bsky.social"),
    is_handle,
    shown_url,
    has_facets: true,
    ..PLAIN
};

/// The host and some of the path (`lib/strings/url-helpers.ts`).
fn shown_url(url: &str) -> String {
    let bare = without_scheme(url);
    let (host, path) = bare.split_at(bare.find('/').unwrap_or(bare.len()));
    let path = if path == "/" { "" } else { path };
    format!("{host}{}", shortened(path, 15, 13))
}

fn is_handle(handle: &str) -> bool {
    let name = handle.strip_prefix('@').unwrap_or_default();
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    name.contains('.') && name.len() <= 253 && name.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::BLUESKY;

    #[test]
    fn both_limits_hold() {
        assert!(BLUESKY.takes(&"é".repeat(300), None));
        assert!(!BLUESKY.takes(&"é".repeat(301), None));
        let families = "👨‍👩‍👧‍👦".repeat(121);
        assert!(!BLUESKY.takes(&families, None));
        assert_eq!(BLUESKY.crossing(&families, None), Some(120 * 25));
    }
}
