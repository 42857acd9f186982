//! Values of feeds, each by the document that defines it.

mod canonical;
pub(crate) mod date;
pub(crate) mod entities;
pub(crate) mod language;
pub(crate) mod mail;
pub(crate) mod mime;
pub(crate) mod names;
pub(crate) mod number;
pub(crate) mod relations;
pub(crate) mod schemes;
pub(crate) mod uri;

pub(crate) use canonical::canonical;

/// Whether a list of words has `name`.
pub(crate) fn listed(list: &str, name: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == name)
}
