//! Threads: 500 characters, an emoji as many as its UTF-8 bytes, at most five different links.

use super::{Network, PLAIN, graphemes, simple_handle};
use crate::draft::text::emoji::is_emoji;

pub(super) static THREADS: Network = Network {
    name: "threads",
    title: "Threads",
    hosts: &["threads.com", "threads.net"],
    post_example: "https://www.threads.com/@NAME/post/ID",
    limit: 500,
    costs: |text| graphemes(text, &[], units),
    hashtags: 1,
    links: Some(5),
    images: 20,
    handle: "`@name` with at most 30 letters, digits, dots and underscores",
    is_handle: |handle| {
        simple_handle(handle, 30, |c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
    },
    ..PLAIN
};

/// The unit for text beside emoji is not published: UTF-16 units are the larger estimate.
fn units(grapheme: &str) -> usize {
    if grapheme.len() == 1 {
        1
    } else if is_emoji(grapheme) {
        grapheme.len()
    } else {
        grapheme.encode_utf16().count()
    }
}

#[cfg(test)]
mod tests {
    use super::THREADS;

    #[test]
    fn emoji_cost_their_bytes() {
        assert_eq!(THREADS.count("a日", None), 2);
        assert_eq!(THREADS.count("🫠", None), 4);
        assert_eq!(THREADS.count("👨‍👩‍👧‍👦", None), 25);
    }

    #[test]
    fn a_sixth_link_is_too_many() {
        let five = "https://example.org/1 https://example.org/2 https://example.org/3 \
                    https://example.org/4 https://example.org/5";
        assert!(THREADS.takes(five, None));
        assert!(!THREADS.takes(&format!("{five} https://example.org/6"), None));
    }
}
