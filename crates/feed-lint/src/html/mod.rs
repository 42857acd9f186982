//! Reads content HTML tag by tag, without a tree: enough to find what readers remove or misread.

mod looks;
pub(crate) mod names;
mod references;
mod style;
mod tags;
mod treatment;
mod tree;

use std::borrow::Cow;

pub(crate) use looks::{Looks, is_html, is_marked_up, looks};
pub(crate) use references::decoded;
use references::references;
pub(crate) use style::unsafe_declaration;
use tags::{comment, end_tag, start_tag};
pub(crate) use treatment::{attribute_faults, element_fault};
use tree::Tree;

/// What is wrong at one position of some HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault<'h> {
    /// Markup that parsers do not read as the author meant it: what is wrong, and what to do.
    Broken(String, String),
    /// An element that HTML does not have.
    Unknown(&'h str),
    /// An element that readers remove.
    UnsafeElement(Cow<'h, str>),
    /// An attribute that readers remove.
    UnsafeAttribute(Cow<'h, str>),
    /// A declaration in a `style` attribute that readers remove.
    UnsafeStyle(String),
    /// A URL that is not absolute: the attribute and the URL.
    Relative(&'static str, String),
    /// An image without `alt`.
    NoAlt,
}

fn broken<'h>(what: impl Into<String>, help: impl Into<String>) -> Fault<'h> {
    Fault::Broken(what.into(), help.into())
}

/// Which vocabulary an element belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Vocabulary {
    /// HTML.
    Html,
    /// SVG.
    Svg,
    /// `MathML`.
    Math,
}

/// Every fault of some HTML with its position, in order.
pub(crate) fn faults(html: &str) -> Vec<(usize, Fault<'_>)> {
    let mut faults = Vec::new();
    check(html, &mut |at, fault| faults.push((at, fault)));
    faults.sort_by_key(|(at, _)| *at);
    faults
}

fn check<'h>(html: &'h str, found: &mut impl FnMut(usize, Fault<'h>)) {
    let bytes = html.as_bytes();
    let mut tree = Tree::default();
    let mut at = 0;
    // References are checked from here on, in text and tags alike.
    let mut from = 0;
    while let Some(step) = bytes.get(at..).and_then(|rest| memchr::memchr(b'<', rest)) {
        let start = at + step;
        match bytes.get(start + 1) {
            Some(b'/') => at = end_tag(html, start, &mut tree, found),
            Some(b'!' | b'?') => {
                references(html, from..start, found);
                at = comment(html, start, found);
                from = at;
            }
            Some(byte) if byte.is_ascii_alphabetic() => {
                at = start_tag(html, start, &mut tree, found);
            }
            _ => {
                let what = "a `<` that starts no tag must be written `&lt;`";
                found(start, broken(what, "write `&lt;`"));
                at = start + 1;
            }
        }
    }
    tree.finish(found);
    references(html, from..html.len(), found);
}

#[cfg(test)]
mod tests {
    use super::Fault;

    fn faults(html: &str) -> Vec<Fault<'_>> {
        let faults = super::faults(html).into_iter();
        faults.map(|(_, fault)| fault).collect()
    }

    #[test]
    fn fine_html() {
        for html in [
            "<p>One<p>Two</p><br><img src='https://example.org/a.png' alt=''>",
            "<ul><li>a<li>b</ul>",
            "a &lt; b & c",
            "<a href=\"#top\">x</a>",
            "<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>",
            "<h3>x</h3> <!-- y -->",
        ] {
            assert_eq!(faults(html), [], "{html}");
        }
    }

    #[test]
    fn broken_and_unsafe_html() {
        assert!(matches!(faults("<a").as_slice(), [Fault::Broken(..)]));
        assert!(matches!(faults("<b><i>x</b>").as_slice(), [Fault::Broken(..)]));
        assert!(matches!(faults("<bogus></bogus>").as_slice(), [Fault::Unknown("bogus")]));
        assert!(matches!(faults("<script><b></script>").as_slice(), [Fault::UnsafeElement(_)]));
        assert!(matches!(faults("<a onclick=\"x\">y</a>").as_slice(), [Fault::UnsafeAttribute(_)]));
        assert!(matches!(
            faults("<a href=' java\tscript:x'>y</a>").as_slice(),
            [Fault::UnsafeAttribute(_)]
        ));
        assert!(matches!(faults("<a href=\"/x\">y</a>").as_slice(), [Fault::Relative("href", _)]));
        assert!(matches!(faults("<img src=\"https://example.org/\">").as_slice(), [Fault::NoAlt]));
        assert!(matches!(faults("isn&#x92;t").as_slice(), [Fault::Broken(..)]));
    }
}
