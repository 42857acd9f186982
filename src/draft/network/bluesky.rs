//! Bluesky: 300 graphemes and 3000 bytes (`lexicons/app/bsky/feed/post.json`); URLs count in full.

use super::{Cost, Network, graphemes};

/// Bluesky.
pub(super) struct Bluesky;

/// Bytes per grapheme of the limit.
const BYTES: usize = 10;

impl Network for Bluesky {
    fn name(&self) -> &'static str {
        "bluesky"
    }

    fn title(&self) -> &'static str {
        "Bluesky"
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["bsky.app"]
    }

    fn post_example(&self) -> &'static str {
        "https://bsky.app/profile/NAME/post/ID"
    }

    fn limit(&self) -> usize {
        300
    }

    fn costs(&self, text: &str) -> Vec<Cost> {
        graphemes(text, &[], |_| 1)
    }

    fn hashtags(&self) -> usize {
        3
    }

    fn handle(&self, handle: &str) -> Result<(), &'static str> {
        let name = handle.strip_prefix('@').unwrap_or_default();
        let label = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        if name.contains('.') && name.len() <= 253 && name.split('.').all(label) {
            Ok(())
        } else {
            Err("`@name.example`, a whole domain")
        }
    }

    /// Graphemes, or tenths of the bytes if those reach their limit first.
    fn count(&self, text: &str, _warning: Option<&str>) -> usize {
        graphemes::graphemes(text)
            .count()
            .max(text.len().div_ceil(BYTES))
    }

    fn crossing(&self, text: &str, _warning: Option<&str>) -> Option<usize> {
        self.costs(text)
            .iter()
            .enumerate()
            .find(|(before, cost)| *before >= self.limit() || cost.range.end > self.limit() * BYTES)
            .map(|(_, cost)| cost.range.start)
    }
}

#[cfg(test)]
mod tests {
    use super::{Bluesky, Network};

    #[test]
    fn both_limits_hold() {
        assert!(Bluesky.takes(&"é".repeat(300), None));
        assert!(!Bluesky.takes(&"é".repeat(301), None));
        let families = "👨‍👩‍👧‍👦".repeat(121);
        assert!(!Bluesky.takes(&families, None));
        assert_eq!(Bluesky.crossing(&families, None), Some(120 * 25));
    }
}
