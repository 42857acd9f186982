//! Values of feeds, each by the document that defines it.

pub(crate) mod date;
pub(crate) mod entities;
pub(crate) mod language;
pub(crate) mod mail;
pub(crate) mod mime;
pub(crate) mod number;
pub(crate) mod relations;
pub(crate) mod schemes;
pub(crate) mod uri;

/// Whether a list of words has `name`.
pub(crate) fn listed(list: &str, name: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == name)
}
