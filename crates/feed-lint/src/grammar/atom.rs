//! Atom (RFC 4287).

use crate::rules::{atom, structure};

use super::Shape::{Custom, Rfc3339};
use super::Times::{Often, Once};
use super::{Context, Scope};

/// `feed` (section 4.1.1). Its last row is the one that a `source` does not have.
pub(crate) static FEED: Context = Context {
    scope: Scope::Feed,
    core: &[
        ("author", Often, Custom(atom::person)),
        ("category", Often, Custom(atom::category)),
        ("contributor", Often, Custom(atom::person)),
        ("generator", Once, Custom(atom::generator)),
        ("icon", Once, Custom(atom::reference)),
        ("id", Once, Custom(atom::id)),
        ("link", Often, Custom(atom::link)),
        ("logo", Once, Custom(atom::reference)),
        ("rights", Once, Custom(atom::text)),
        ("subtitle", Once, Custom(atom::text)),
        ("title", Once, Custom(atom::text)),
        ("updated", Once, Rfc3339),
        ("entry", Often, Custom(atom::entry)),
    ],
    required: &[
        ("id", &structure::MISSING_ELEMENT),
        ("title", &structure::MISSING_ELEMENT),
        ("updated", &structure::MISSING_ELEMENT),
    ],
    after: Some(atom::after_feed),
};

/// `entry` (section 4.1.2).
pub(crate) static ENTRY: Context = Context {
    scope: Scope::Entry,
    core: &[
        ("author", Often, Custom(atom::person)),
        ("category", Often, Custom(atom::category)),
        ("content", Once, Custom(atom::content)),
        ("contributor", Often, Custom(atom::person)),
        ("id", Once, Custom(atom::id)),
        ("link", Often, Custom(atom::link)),
        ("published", Once, Rfc3339),
        ("rights", Once, Custom(atom::text)),
        ("source", Once, Custom(atom::source)),
        ("summary", Once, Custom(atom::text)),
        ("title", Once, Custom(atom::text)),
        ("updated", Once, Rfc3339),
    ],
    required: FEED.required,
    after: Some(atom::after_entry),
};

/// `source` (section 4.2.11).
pub(crate) static SOURCE: Context = Context {
    scope: Scope::Feed,
    core: FEED.core.split_at(FEED.core.len() - 1).0,
    required: &[
        ("id", &structure::MISSING_SOURCE_ELEMENT),
        ("title", &structure::MISSING_SOURCE_ELEMENT),
        ("updated", &structure::MISSING_SOURCE_ELEMENT),
    ],
    after: Some(atom::after_source),
};

/// A person (section 3.2).
pub(crate) static PERSON: Context = Context {
    scope: Scope::Other,
    core: &[
        ("name", Once, Custom(atom::name)),
        ("uri", Once, Custom(atom::reference)),
        ("email", Once, Custom(atom::email)),
    ],
    required: &[("name", &structure::MISSING_ELEMENT)],
    after: None,
};
