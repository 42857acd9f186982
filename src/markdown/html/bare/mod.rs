//! Bare URLs in the text, which GitHub's Markdown and several generators link.

mod github;
mod goldmark;

use std::ops::Range;

use super::super::href::Use;
use super::Renderer;
use crate::generator::Bare;

impl Renderer<'_> {
    /// Writes a text with its URLs as links.
    pub(super) fn linked(&mut self, text: &str, range: &Range<usize>) {
        let may_have_url = ["://", "www.", "WWW.", "@"]
            .iter()
            .any(|mark| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some());
        let links = match self.bare {
            _ if !may_have_url || self.is_in_link() || self.formula.passes() => Vec::new(),
            Bare::Text => Vec::new(),
            Bare::GitHub => github::links(text),
            Bare::Goldmark { after_quotes } => goldmark::links(text, after_quotes),
        };
        let mut at = 0;
        for link in links {
            let shown = &text[link.clone()];
            let to = if is_www(shown) {
                format!("{}://{shown}", self.bare_scheme)
            } else if shown.contains("://") {
                shown.to_owned()
            } else {
                format!("mailto:{shown}")
            };
            let Some(url) = self.absolute_url(&to, Use::Link, range) else {
                continue;
            };
            self.text(&text[at..link.start], range);
            self.out.push_str("<a");
            self.attribute("href", &url);
            self.out.push('>');
            self.text(shown, range);
            self.out.push_str("</a>");
            at = link.end;
        }
        self.text(&text[at..], range);
    }
}

/// Whether a URL lacks its scheme; `://` further on is part of its path.
fn is_www(url: &str) -> bool {
    url.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
}
