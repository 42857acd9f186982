//! What footnotes are called on a post's own page.

/// What a generator calls a footnote and the places that refer to it on the post's own page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Anchors {
    /// As in the feed: nothing is known of the page.
    #[default]
    Own,
    /// `fn:1` and `fnref:1`, `fnref:1:1`, by number.
    Number,
    /// `fn:note` and `fnref:note`, `fnref:note:1`, by label (kramdown).
    Label,
    /// `fn:note` and `fnref:note`, `fnref2:note`, by label (Python-Markdown).
    Python,
    /// `user-content-fn-note` and `user-content-fnref-note`, `…-2`, by label (GitHub's).
    GitHub,
}
