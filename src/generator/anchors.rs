//! Footnotes as generators read them, and their ids on a post's own page.

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

impl Anchors {
    /// The label by which a reference finds its footnote: some generators ignore upper case.
    pub fn key(self, label: &str) -> String {
        match self {
            Self::Number | Self::Label | Self::Python | Self::Joined => label.to_owned(),
            Self::Own | Self::GitHub | Self::Bare | Self::Bottom => label.to_lowercase(),
        }
    }

    /// Whether the last footnote of a label counts, and not the first one.
    pub fn takes_last(self) -> bool {
        matches!(self, Self::Label | Self::Python)
    }

    /// Whether a footnote can have this label.
    pub fn allows(self, label: &str) -> bool {
        let is_mark = |c: char| c.is_ascii_alphanumeric() || "_-:".contains(c);
        match self {
            Self::Label => !label.starts_with(['-', ':']) && label.chars().all(is_mark),
            Self::GitHub => !label.contains(char::is_whitespace),
            _ => true,
        }
    }
}
