//! Media RSS 1.5.

use crate::rules::media;

use super::Shape::{Anything, Judged};
use super::Times::{Often, Once};
use super::{Context, Row, Seat};

/// Every element of the namespace that a feed, an entry, a group or a content may have.
pub static ROWS: &[Row] = &[
    ("group", Often, Judged(media::group)),
    ("content", Often, Judged(media::content)),
    ("adult", Once, Judged(media::adult)),
    ("rating", Often, Judged(media::rating)),
    ("title", Once, Judged(media::text_construct)),
    ("description", Once, Judged(media::text_construct)),
    ("keywords", Once, Judged(media::plain)),
    ("thumbnail", Often, Judged(media::thumbnail)),
    ("category", Often, Judged(media::category)),
    ("hash", Often, Judged(media::hash)),
    ("player", Once, Judged(media::player)),
    ("credit", Often, Judged(media::credit)),
    ("copyright", Once, Judged(media::copyright)),
    ("text", Often, Judged(media::text)),
    ("restriction", Often, Judged(media::restriction)),
    ("community", Once, Anything),
    ("comments", Once, Anything),
    ("embed", Once, Anything),
    ("responses", Once, Anything),
    ("backLinks", Once, Anything),
    ("status", Once, Anything),
    ("price", Often, Anything),
    ("license", Often, Anything),
    ("subTitle", Often, Anything),
    ("peerLink", Often, Anything),
    ("location", Often, Anything),
    ("rights", Once, Anything),
    ("scenes", Once, Anything),
];

/// Elements that describe media: a feed may have them too, but not `group` or `content` (Media
/// RSS 1.5.1, "Primary elements").
pub static DESCRIPTIONS: &[Row] = ROWS.split_at(2).1;

/// `media:group` and `media:content`: no element of the feed's own format.
pub static HOLDER: Context = Context {
    seat: Seat::Other,
    core: &[],
    required: &[],
    after: None,
};
