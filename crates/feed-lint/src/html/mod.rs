//! Reads content HTML tag by tag, without a tree: enough to find what readers remove or misread.

mod looks;
pub(crate) mod names;
mod references;
mod style;
mod tags;
mod treatment;

use std::borrow::Cow;

pub(crate) use looks::{Looks, is_marked_up, looks};
use names::{OPTIONAL_END, listed_no_case};
pub(crate) use references::decoded;
use references::references;
pub(crate) use style::unsafe_declaration;
use tags::{comment, end_tag, start_tag};
pub(crate) use treatment::{attribute_treatment, element_fault};

/// What is wrong at one position of some HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault<'h> {
    /// Markup that parsers do not read as the author meant it; the string names the fault.
    Broken(String),
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

/// An element whose end tag is still to come.
struct Open<'h> {
    name: &'h str,
    start: usize,
    /// What its children belong to.
    inside: Vocabulary,
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
    let mut open: Vec<Open<'h>> = Vec::new();
    let mut at = 0;
    while let Some(step) = bytes.get(at..).and_then(|rest| memchr::memchr(b'<', rest)) {
        let start = at + step;
        match bytes.get(start + 1) {
            Some(b'/') => at = end_tag(html, start, &mut open, found),
            Some(b'!' | b'?') => at = comment(html, start, found),
            Some(byte) if byte.is_ascii_alphabetic() => {
                at = start_tag(html, start, &mut open, found);
            }
            // Every HTML parser reads a lone `<` as text.
            _ => at = start + 1,
        }
    }
    for Open { name, start, .. } in open {
        if !listed_no_case(OPTIONAL_END, name) {
            found(start, Fault::Broken(format!("`<{name}>` is never closed")));
        }
    }
    references(html, found);
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
            "a < b & c",
            "<a href=\"#top\">x</a>",
            "<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>",
            "<h3>x</h3> <!-- y -->",
        ] {
            assert_eq!(faults(html), [], "{html}");
        }
    }

    #[test]
    fn broken_and_unsafe_html() {
        assert!(matches!(faults("<a").as_slice(), [Fault::Broken(_)]));
        assert!(matches!(
            faults("<b><i>x</b>").as_slice(),
            [Fault::Broken(_)]
        ));
        assert!(matches!(
            faults("<bogus></bogus>").as_slice(),
            [Fault::Unknown("bogus")]
        ));
        assert!(matches!(
            faults("<script><b></script>").as_slice(),
            [Fault::UnsafeElement(_)]
        ));
        assert!(matches!(
            faults("<a onclick=\"x\">y</a>").as_slice(),
            [Fault::UnsafeAttribute(_)]
        ));
        assert!(matches!(
            faults("<a href=' java\tscript:x'>y</a>").as_slice(),
            [Fault::UnsafeAttribute(_)]
        ));
        assert!(matches!(
            faults("<a href=\"/x\">y</a>").as_slice(),
            [Fault::Relative("href", _)]
        ));
        assert!(matches!(
            faults("<img src=\"https://example.org/\">").as_slice(),
            [Fault::NoAlt]
        ));
        assert!(matches!(
            faults("isn&#x92;t").as_slice(),
            [Fault::Broken(_)]
        ));
    }
}
