//! LinkedIn: 3000 characters, counted in UTF-16 units; drafts are for pasting and never escaped.

use super::{Cost, Form, LinkPlace, Network, graphemes};
use crate::draft::fold::FOLD;

/// LinkedIn.
pub(super) struct LinkedIn;

impl Network for LinkedIn {
    fn name(&self) -> &'static str {
        "linkedin"
    }

    fn title(&self) -> &'static str {
        "LinkedIn"
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["linkedin.com", "lnkd.in"]
    }

    fn post_example(&self) -> &'static str {
        "https://www.linkedin.com/feed/update/ID"
    }

    fn limit(&self) -> usize {
        3000
    }

    fn costs(&self, text: &str) -> Vec<Cost> {
        graphemes(text, &[], |grapheme| grapheme.encode_utf16().count())
    }

    fn count(&self, text: &str, _warning: Option<&str>) -> usize {
        text.encode_utf16().count()
    }

    fn hashtags(&self) -> usize {
        5
    }

    fn images(&self) -> usize {
        20
    }

    fn link(&self) -> LinkPlace {
        LinkPlace::Last
    }

    fn form(&self) -> Form {
        Form::Single
    }

    fn fold(&self) -> Option<usize> {
        Some(FOLD)
    }

    fn handle(&self, handle: &str) -> Result<(), &'static str> {
        if handle.starts_with("urn:li:")
            || handle.starts_with('@')
            || handle.starts_with("https://")
        {
            Ok(())
        } else {
            Err("`urn:li:person:ID`, `@name` or the profile's URL")
        }
    }
}
