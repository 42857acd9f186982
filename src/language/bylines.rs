//! Words of the line below a title that says when a post was published and by whom.

/// Before a date.
#[rustfmt::skip]
pub(crate) const DATED: &[&str] = &[
    "posted on", "published on", "published", "posted", "date:", "date", "on", "veröffentlicht am", "publié le",
    "publicado el", "publicado em", "pubblicato il",
];

/// Before an author.
#[rustfmt::skip]
pub(crate) const BY: &[&str] = &[
    "written by", "posted by", "by", "author:", "von", "par", "por", "di",
];

/// Between a date and an author.
pub(crate) const BETWEEN: &str = " by ";

/// Between the parts of a date: "24 de febrero de 2024".
pub(crate) const IN_DATES: &[&str] = &["de", "del", "di", "le"];

/// After the year of a date in Chinese, Japanese or Korean.
pub(crate) const YEARS: [char; 2] = ['年', '년'];

/// After its month.
pub(crate) const MONTHS: [char; 2] = ['月', '월'];

/// After its day.
pub(crate) const DAYS: [char; 2] = ['日', '일'];

/// What is counted beside a byline: "5 min read".
pub(crate) const COUNTED: &[&str] = &["min", "minutes", "words", "comments"];
