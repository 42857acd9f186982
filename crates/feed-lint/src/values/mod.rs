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
    if list.len() <= name.len() {
        return list == name;
    }
    let mut rest = list.as_bytes();
    let name = name.as_bytes();
    loop {
        // The end of the word, and of the spaces behind it.
        let end = rest.iter().position(u8::is_ascii_whitespace);
        if rest.get(..end.unwrap_or(rest.len())) == Some(name) {
            return !name.is_empty();
        }
        let Some(end) = end else { return false };
        rest = rest.get(end..).unwrap_or_default().trim_ascii_start();
    }
}
