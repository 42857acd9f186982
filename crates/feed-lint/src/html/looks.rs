//! Detects plain text that looks like HTML.

use super::names::{ELEMENTS, UNSAFE, has};
use super::references::is_reference;
use super::tags::name_at;
use crate::values::listed;

/// Whether plain text looks as if it were HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Looks {
    /// As text.
    Text,
    /// It contains an HTML tag or entity.
    Html,
    /// It contains something that some readers mistake for a tag.
    Doubtful,
}

/// Whether readers would show tags or entities in this plain text.
pub(crate) fn looks(text: &str) -> Looks {
    let bytes = text.as_bytes();
    let mut looks = Looks::Text;
    let last_end = memchr::memrchr(b'>', bytes).unwrap_or(0);
    for at in memchr::memchr2_iter(b'<', b'&', bytes) {
        let rest = text.get(at + 1..).unwrap_or_default();
        if bytes.get(at) == Some(&b'&') {
            if is_reference(rest) {
                return Looks::Html;
            }
            continue;
        }
        let name = name_at(rest.strip_prefix('/').unwrap_or(rest), 0).to_ascii_lowercase();
        let ends = last_end > at;
        if ends && (has(&ELEMENTS, &name) || listed(UNSAFE, &name)) {
            return Looks::Html;
        }
        if rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            looks = Looks::Doubtful;
        }
    }
    looks
}

/// Whether plain text is HTML, rather than text about a tag.
pub(crate) fn is_html(text: &str) -> bool {
    looks(text) == Looks::Html && is_marked_up(text)
}

/// Whether tags and entities mark up the text rather than being its subject: "The
/// `<details>` element" names a tag, "`<b>New</b>`" uses it.
pub(crate) fn is_marked_up(text: &str) -> bool {
    let tags = memchr::memchr_iter(b'<', text.as_bytes())
        .filter_map(|at| text.get(at + 1..)?.split_once('>'))
        .map(|(tag, _)| tag);
    let used = |tag: &str| {
        let tag = tag.trim_end();
        let name = tag.strip_prefix('/').unwrap_or(tag);
        let bare = name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        tag.starts_with('/')
            || (!bare && (tag.contains('=') || tag.ends_with('/')))
            || VOID.contains(&name)
    };
    let entity = memchr::memchr_iter(b'&', text.as_bytes())
        .any(|at| text.get(at + 1..).is_some_and(is_reference));
    entity || tags.into_iter().any(used)
}

/// Elements that authors usually leave open.
const VOID: [&str; 4] = ["br", "hr", "p", "img"];

#[cfg(test)]
mod tests {
    use super::{Looks, is_marked_up, looks};

    #[test]
    fn about_a_tag_or_marked_up() {
        for text in ["The <details> element", "Option<a>", "History of the <blink> tag"] {
            assert!(!is_marked_up(text), "{text}");
        }
        for text in ["<b>New</b>", "a<br>b", "<a href='x'>", "caf&eacute;", "a<br/>b"] {
            assert!(is_marked_up(text), "{text}");
        }
    }

    #[test]
    fn text_or_html() {
        assert_eq!(looks("A<B, AT&T and Nice <gorilla> what"), Looks::Doubtful);
        assert_eq!(looks("AT&T U-verse, I <3 you"), Looks::Text);
        assert_eq!(looks("x <b>y</b>"), Looks::Html);
        assert_eq!(looks("caf&eacute;"), Looks::Html);
    }
}
