//! Ids of footnotes on a post's own page.

/// The ids of a footnote and its references on the post's own page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Anchors {
    /// As in the feed: the page's ids are unknown.
    #[default]
    Own,
    /// `fn:1` and `fnref:1`, `fnref1:1`, by number.
    Number,
    /// `fn:note` and `fnref:note`, `fnref:note:1`, by label (kramdown).
    Label,
    /// `fn:note` and `fnref:note`, `fnref2:note`, by label (Python-Markdown).
    Python,
    /// `user-content-fn-note` and `user-content-fnref-note`, `…-2`, by label (GitHub's).
    GitHub,
    /// `fn1` and `fnref1`, `fnref1:1`, by number (markdown-it, Pandoc).
    Joined,
    /// `note`, by label, and no ids of references (Zola).
    Bare,
    /// `fn-note` and `fr-note-1`, by label (Zola's `bottom_footnotes`).
    Bottom,
}
