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
    let (mut rest, name) = (list.as_bytes(), name.as_bytes());
    let Some(first) = name.first() else {
        return false;
    };
    while rest.len() >= name.len() {
        let is_here = rest.first() == Some(first) && rest.starts_with(name);
        if is_here && rest.get(name.len()).is_none_or(u8::is_ascii_whitespace) {
            return true;
        }
        let Some(end) = rest.iter().position(u8::is_ascii_whitespace) else {
            return false;
        };
        rest = rest.get(end..).unwrap_or_default().trim_ascii_start();
    }
    false
}
