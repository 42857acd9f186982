//! Atom (RFC 4287).

use crate::rules::{atom, structure};

use super::Shape::{Judged, Rfc3339};
use super::Times::{Often, Once};
use super::{Context, Seat};

/// `feed` (section 4.1.1).
pub static FEED: Context = Context {
    seat: Seat::Feed,
    core: &[
        ("author", Often, Judged(atom::person)),
        ("category", Often, Judged(atom::category)),
        ("contributor", Often, Judged(atom::person)),
        ("generator", Once, Judged(atom::generator)),
        ("icon", Once, Judged(atom::reference)),
        ("id", Once, Judged(atom::id)),
        ("link", Often, Judged(atom::link)),
        ("logo", Once, Judged(atom::reference)),
        ("rights", Once, Judged(atom::text)),
        ("subtitle", Once, Judged(atom::text)),
        ("title", Once, Judged(atom::text)),
        ("updated", Once, Rfc3339),
        ("entry", Often, Judged(atom::entry)),
    ],
    required: &[
        ("id", &structure::MISSING_ELEMENT),
        ("title", &structure::MISSING_ELEMENT),
        ("updated", &structure::MISSING_ELEMENT),
    ],
    after: Some(atom::after_feed),
};

/// `entry` (section 4.1.2).
pub static ENTRY: Context = Context {
    seat: Seat::Entry,
    core: &[
        ("author", Often, Judged(atom::person)),
        ("category", Often, Judged(atom::category)),
        ("content", Once, Judged(atom::content)),
        ("contributor", Often, Judged(atom::person)),
        ("id", Once, Judged(atom::id)),
        ("link", Often, Judged(atom::link)),
        ("published", Once, Rfc3339),
        ("rights", Once, Judged(atom::text)),
        ("source", Once, Judged(atom::source)),
        ("summary", Once, Judged(atom::text)),
        ("title", Once, Judged(atom::text)),
        ("updated", Once, Rfc3339),
    ],
    required: &[
        ("id", &structure::MISSING_ELEMENT),
        ("title", &structure::MISSING_ELEMENT),
        ("updated", &structure::MISSING_ELEMENT),
    ],
    after: Some(atom::after_entry),
};

/// `source` (section 4.2.11): what a feed has, without its entries.
pub static SOURCE: Context = Context {
    seat: Seat::Feed,
    core: &[
        ("author", Often, Judged(atom::person)),
        ("category", Often, Judged(atom::category)),
        ("contributor", Often, Judged(atom::person)),
        ("generator", Once, Judged(atom::generator)),
        ("icon", Once, Judged(atom::reference)),
        ("id", Once, Judged(atom::id)),
        ("link", Often, Judged(atom::link)),
        ("logo", Once, Judged(atom::reference)),
        ("rights", Once, Judged(atom::text)),
        ("subtitle", Once, Judged(atom::text)),
        ("title", Once, Judged(atom::text)),
        ("updated", Once, Rfc3339),
    ],
    required: &[
        ("id", &structure::MISSING_SOURCE_ELEMENT),
        ("title", &structure::MISSING_SOURCE_ELEMENT),
        ("updated", &structure::MISSING_SOURCE_ELEMENT),
    ],
    after: Some(atom::after_source),
};

/// A person (section 3.2).
pub static PERSON: Context = Context {
    seat: Seat::Other,
    core: &[
        ("name", Once, Judged(atom::name)),
        ("uri", Once, Judged(atom::reference)),
        ("email", Once, Judged(atom::email)),
    ],
    required: &[("name", &structure::MISSING_ELEMENT)],
    after: None,
};
