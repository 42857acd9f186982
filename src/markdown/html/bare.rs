//! Bare URLs in the text, which GitHub's Markdown and several generators link.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};

use super::super::address::Use;
use super::Renderer;

impl Renderer<'_> {
    /// Writes a text with its URLs as links.
    pub(super) fn linked(&mut self, text: &str, range: &Range<usize>) {
        let has_address = ["://", "www.", "@"]
            .iter()
            .any(|mark| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some());
        if !self.linkifies || !has_address || self.is_in_link() || self.formula.passes() {
            self.text(text, range);
            return;
        }
        let mut finder = LinkFinder::new();
        let kinds = [LinkKind::Url, LinkKind::Email];
        finder.kinds(&kinds).url_must_have_scheme(false);
        let mut at = 0;
        for link in finder.links(text) {
            // Marks at the end belong to the text around a link.
            let shown = link.as_str().trim_end_matches(['_', '*', '~']);
            let to = if *link.kind() == LinkKind::Email {
                format!("mailto:{shown}")
            } else if shown.starts_with("http://") || shown.starts_with("https://") {
                shown.to_owned()
            } else if shown.starts_with("www.") {
                format!("{}://{shown}", self.bare_scheme)
            } else {
                continue;
            };
            let Some(address) = self.address(&to, Use::Link, range) else {
                continue;
            };
            self.text(&text[at..link.start()], range);
            self.out.push_str("<a");
            self.attribute("href", &address);
            self.out.push('>');
            self.text(shown, range);
            self.out.push_str("</a>");
            at = link.start() + shown.len();
        }
        self.text(&text[at..], range);
    }
}
