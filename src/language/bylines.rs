//! Words of the line below a title that says when a post was published and by whom.

/// Before a date.
#[rustfmt::skip]
pub(crate) const DATED: &[&str] = &[
    "posted on", "published on", "published", "posted", "date:", "date", "on", "am", "el", "em", "le", "veröffentlicht am", "publié le",
    "publicado el", "publicado em", "pubblicato il",
];

/// Before an author.
#[rustfmt::skip]
pub(crate) const BY: &[&str] = &[
    "written by", "posted by", "by", "author:", "von", "par", "por", "di",
];

/// Between a date and an author.
pub(crate) const BETWEEN: &str = " by ";

/// What is counted beside a byline: "5 min read".
pub(crate) const COUNTED: &[&str] = &["min", "minutes", "words", "comments"];
