//! Whether plain text looks as if it were HTML.

use super::names::{ELEMENTS, UNSAFE, has_no_case};
use super::references::is_reference;
use super::tags::name_at;

/// Whether plain text looks as if it were HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// As text.
    Text,
    /// A tag or an entity of HTML is in it; at this byte.
    Html(usize),
    /// Something that some readers will take for a tag; at this byte.
    Doubtful(usize),
}

/// Judges plain text: is it HTML that readers will show with its tags?
#[must_use]
pub fn looks(text: &str) -> Looks {
    let bytes = text.as_bytes();
    let mut doubtful = None;
    let last_end = memchr::memrchr(b'>', bytes).unwrap_or(0);
    for at in memchr::memchr2_iter(b'<', b'&', bytes) {
        let rest = text.get(at + 1..).unwrap_or_default();
        if bytes.get(at) == Some(&b'&') {
            if is_reference(rest) {
                return Looks::Html(at);
            }
            continue;
        }
        let name = name_at(rest.strip_prefix('/').unwrap_or(rest), 0);
        let tag = name;
        let ends = last_end > at;
        if ends && (has_no_case(&ELEMENTS, tag) || has_no_case(&UNSAFE, tag)) {
            return Looks::Html(at);
        }
        if rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            doubtful.get_or_insert(at);
        }
    }
    doubtful.map_or(Looks::Text, Looks::Doubtful)
}

#[cfg(test)]
mod tests {
    use super::{Looks, looks};

    #[test]
    fn text_or_html() {
        assert_eq!(
            looks("A<B, AT&T and Nice <gorilla> what"),
            Looks::Doubtful(1)
        );
        assert_eq!(looks("AT&T U-verse, I <3 you"), Looks::Text);
        assert_eq!(looks("x <b>y</b>"), Looks::Html(2));
        assert_eq!(looks("caf&eacute;"), Looks::Html(3));
    }
}
