//! Media RSS 1.5.

use crate::rules::media;

use super::Row;
use super::Shape::{Anything, Custom};
use super::Times::{Often, Once};

/// Every element of the namespace that a feed, an entry, a group or a content may have.
pub(crate) static ROWS: &[Row] = &[
    ("group", Often, Custom(media::group)),
    ("content", Often, Custom(media::content)),
    ("adult", Once, Custom(media::adult)),
    ("rating", Often, Custom(media::rating)),
    ("title description", Once, Custom(media::text_construct)),
    ("keywords", Once, Custom(media::plain)),
    ("thumbnail", Often, Custom(media::thumbnail)),
    ("category", Often, Custom(media::category)),
    ("hash", Often, Custom(media::hash)),
    ("player", Once, Custom(media::player)),
    ("credit", Often, Custom(media::credit)),
    ("copyright", Once, Custom(media::copyright)),
    ("text", Often, Custom(media::text)),
    ("restriction", Often, Custom(media::restriction)),
    ("community status rights", Once, Custom(media::by_table)),
    ("comments embed responses backLinks scenes", Once, Anything),
    ("price license subTitle peerLink", Often, Custom(media::by_table)),
    ("location", Often, Anything),
];

/// Elements that describe media: a feed may have them too, but not `group` or `content` (Media
/// RSS 1.5.1, "Primary elements").
pub(crate) static DESCRIPTIONS: &[Row] = ROWS.split_at(2).1;
