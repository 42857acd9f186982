//! Threads: 500 characters, an emoji as many as its UTF-8 bytes, at most five different links.

use super::{Cost, Network, graphemes, simple_handle};
use crate::draft::text::emoji::is_emoji;

/// Threads.
pub(super) struct Threads;

impl Network for Threads {
    fn name(&self) -> &'static str {
        "threads"
    }

    fn title(&self) -> &'static str {
        "Threads"
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["threads.com", "threads.net"]
    }

    fn post_example(&self) -> &'static str {
        "https://www.threads.com/@NAME/post/ID"
    }

    fn limit(&self) -> usize {
        500
    }

    fn costs(&self, text: &str) -> Vec<Cost> {
        graphemes(text, &[], units)
    }

    fn count(&self, text: &str, _warning: Option<&str>) -> usize {
        let graphemes = graphemes::graphemes(text);
        graphemes.map(|(_, grapheme)| units(grapheme)).sum()
    }

    fn hashtags(&self) -> usize {
        1
    }

    fn links(&self) -> Option<usize> {
        Some(5)
    }

    fn images(&self) -> usize {
        20
    }

    fn handle(&self, handle: &str) -> Result<(), &'static str> {
        if simple_handle(handle, 30, |c| {
            c.is_ascii_alphanumeric() || matches!(c, '_' | '.')
        }) {
            Ok(())
        } else {
            Err("`@name` with at most 30 letters, digits, dots and underscores")
        }
    }
}

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
    use super::{Network, Threads};

    #[test]
    fn emoji_cost_their_bytes() {
        assert_eq!(Threads.count("a日", None), 2);
        assert_eq!(Threads.count("🫠", None), 4);
        assert_eq!(Threads.count("👨‍👩‍👧‍👦", None), 25);
    }

    #[test]
    fn a_sixth_link_is_too_many() {
        let five = "https://example.org/1 https://example.org/2 https://example.org/3 \
                    https://example.org/4 https://example.org/5";
        assert!(Threads.takes(five, None));
        assert!(!Threads.takes(&format!("{five} https://example.org/6"), None));
    }
}
