//! HTML inside text, and XHTML inside XML.

use std::ops::Range;

use crate::html::{self, Fault, Vocabulary};
use crate::linter::Linter;
use crate::log::{Log, short};
use crate::rules::html::{self as html_rule, BROKEN_HTML};
use crate::values::language;
use crate::xml::{Id, Ns};
use feed_lint_findings::Rule;

use super::not_a_language;
use super::references::reference;
use super::spot::Spot;
use super::text::escaped;

/// HTML in the text of an element: RSS `description`, `content:encoded`, Atom's type `html`.
pub(crate) fn html_text(linter: &mut Linter<'_, '_>, id: Id) {
    if !linter.no_elements(id) {
        return;
    }
    let text = linter.document.text(id);
    // A control character is a fault as well; those that XML allows begin with 0xc2.
    if memchr::memchr3(b'<', b'&', 0xc2, text.as_bytes()).is_none() {
        return;
    }
    let faults = html::faults(&text);
    if faults.is_empty() {
        return;
    }
    let (label, parent) = (linter.label(id), linter.parent_label(id));
    let (source, entities) = (linter.document.source(), &linter.document.entities);
    let content = Content::of(linter, id, &label, Some(&parent));
    let mut place = linter.document.place(id);
    for (at, fault) in faults {
        let start = place.locate(source, entities, at);
        content.report(linter.log, start..start + 1, fault);
    }
}

/// An element whose text is HTML.
pub(crate) struct Content<'a> {
    /// The element as findings name it.
    pub element: &'a str,
    /// Its parent.
    pub parent: Option<&'a str>,
    /// The rule that reports relative URLs, if they are wrong here.
    pub relative: Option<&'static Rule>,
}

impl<'a> Content<'a> {
    /// The content of an element of this name.
    pub(crate) fn of(
        linter: &Linter<'_, '_>,
        id: Id,
        element: &'a str,
        parent: Option<&'a str>,
    ) -> Self {
        Self { element, parent, relative: relative_rule(linter, id) }
    }

    /// Reports one fault.
    pub(crate) fn report(&self, log: &mut Log<'_>, at: Range<usize>, fault: Fault<'_>) {
        let (rule, message) = match &fault {
            Fault::Broken(what, _) => (&BROKEN_HTML, format!("the HTML is broken: {what}")),
            Fault::Unknown(name) => (&BROKEN_HTML, format!("HTML has no element `{name}`")),
            Fault::UnsafeElement(name) => {
                (&html_rule::UNSAFE_ELEMENT, format!("readers take `{name}` out of content"))
            }
            Fault::UnsafeAttribute(name) => (
                &html_rule::UNSAFE_ATTRIBUTE,
                format!("readers take the attribute `{name}` out of content"),
            ),
            Fault::UnsafeStyle(declaration) => {
                let shown = short(declaration, 60);
                let message = format!("readers take the style `{shown}` out");
                (&html_rule::UNSAFE_STYLE, message)
            }
            Fault::Relative(name, value) => {
                let Some(rule) = self.relative else { return };
                let shown = short(value, 80);
                let message = match value.as_str() {
                    "" => format!("`{name}` is empty"),
                    _ => format!(
                        "“{shown}” is a relative URL; readers disagree on what it is relative to"
                    ),
                };
                (rule, message)
            }
            Fault::NoAlt => {
                (&html_rule::IMAGE_WITHOUT_ALT, "this image has no `alt` text".to_owned())
            }
        };
        // In escaped HTML the ampersand of a reference is escaped, too.
        let text = log.text().get(at.start..).unwrap_or_default();
        let escaped = ESCAPED.iter().any(|sign| text.starts_with(sign));
        let and = if escaped { "&amp;" } else { "&" };
        let end = at.start + word(text);
        let mut finding =
            (log.report(rule, at.start..end.max(at.end), message)).element(self.element);
        if let Some(parent) = self.parent {
            finding = finding.parent(parent);
        }
        match fault {
            Fault::Broken(_, help) if escaped => finding.help(help.replace('&', "&amp;")),
            Fault::Broken(_, help) => finding.help(help),
            Fault::Unknown(name) => finding.value(name).help(format!(
                "remove the tag, or write `{and}lt;{name}{and}gt;` if the text is meant"
            )),
            Fault::UnsafeElement(name) => {
                (finding.param("tag", &*name).value(&name)).help("link to the page that has it")
            }
            Fault::UnsafeAttribute(name) => finding.attr(&*name).help("remove it"),
            Fault::UnsafeStyle(declaration) => (finding.attr("style").value(&declaration))
                .help("remove it, or say it with plain HTML"),
            Fault::Relative(name, value) => (finding.attr(name).value(&value))
                .help("write the whole URL, with `https://` and the host"),
            Fault::NoAlt => finding.help(
                "add `alt=\"…\"` with what the image shows, or `alt=\"\"` if it is decoration",
            ),
        };
    }
}

/// What stands for a less-than sign or an ampersand in escaped HTML.
const ESCAPED: [&str; 6] = ["&lt;", "&amp;", "&#60;", "&#38;", "&#x3C;", "&#x26;"];

/// The length of the beginning of a tag, an attribute or a reference, escaped or not.
fn word(text: &str) -> usize {
    let mut signs = ESCAPED.iter().chain(&["<", "&"]);
    let sign = signs.find(|sign| text.starts_with(**sign));
    let sign = sign.map_or(0, |sign| sign.len());
    let rest = text.get(sign..).unwrap_or_default();
    let is_part = |c: char| c.is_ascii_alphanumeric() || "/-_:#;".contains(c);
    let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    (sign + length).min(sign + 40)
}

/// The rule for relative URLs here: RSS defines no base for them, Atom has `xml:base`.
fn relative_rule(linter: &Linter<'_, '_>, id: Id) -> Option<&'static Rule> {
    if !linter.is_atom() {
        return Some(&html_rule::RELATIVE_REFERENCE);
    }
    (!linter.has_base(id)).then_some(&html_rule::RELATIVE_WITHOUT_BASE)
}

/// Checks XHTML elements inside `id` as HTML.
pub(crate) fn xhtml(linter: &mut Linter<'_, '_>, id: Id, element: &str, parent: Option<&str>) {
    let whole = Content::of(linter, id, element, parent);
    for child in linter.document.descendants(id) {
        let vocabulary = match linter.document.ns(child) {
            Ns::Xhtml => Vocabulary::Html,
            Ns::Svg => Vocabulary::Svg,
            Ns::Mathml => Vocabulary::Math,
            _ => continue,
        };
        // In SVG and MathML findings name the element around.
        let foreign = (vocabulary != Vocabulary::Html).then(|| holder(linter, child));
        let content = match &foreign {
            None => &whole,
            Some(element) => &Content { element, parent: None, ..whole },
        };
        let name = linter.document.local(child);
        let lower = name.to_ascii_lowercase();
        let at = linter.document.tag(child).start;
        let fault = html::element_fault(&lower, name, vocabulary).map(|fault| match fault {
            // RSS has no XHTML of its own: readers keep what they know of it.
            Fault::Unknown(name) if !linter.is_atom() => Fault::UnsafeElement(name.into()),
            fault => fault,
        });
        if let Some(fault) = fault {
            content.report(linter.log, at..at + 1, fault);
        }
        if lower == "img" && linter.document.attribute(child, "alt").is_none() {
            content.report(linter.log, at..at + 1, Fault::NoAlt);
        }
        for attribute in linter.document.attributes(child) {
            if attribute.ns != Ns::None {
                continue;
            }
            let (name, value) = (attribute.name, linter.document.value(attribute));
            let lower_name = name.to_ascii_lowercase();
            let start = attribute.range.start;
            let mut report = |fault| content.report(linter.log, start..start + 1, fault);
            html::attribute_faults(&lower, vocabulary, name, &lower_name, &value, &mut report);
        }
    }
}

/// The element that holds an element of SVG or `MathML`.
fn holder<'a>(linter: &Linter<'a, '_>, id: Id) -> &'a str {
    let parent = linter.document.parent(id);
    match linter.document.ns(parent) {
        Ns::Svg | Ns::Mathml => linter.document.local(parent),
        _ => "div",
    }
}

/// `xhtml:body` or `xhtml:div` as the content of an RSS item.
pub(crate) fn xhtml_body(linter: &mut Linter<'_, '_>, id: Id) {
    let (label, parent) = (linter.label(id), linter.parent_label(id));
    if linter.document.local(id) == "body" {
        let message = "`xhtml:body` is a second place for the content";
        linter
            .about_alone(&html_rule::SECOND_CONTENT, id, message)
            .help("put the content into `content:encoded`");
    }
    xhtml(linter, id, &label, Some(&parent));
}

/// A text as the value of an attribute in double quotes.
pub(crate) fn xml_attribute(text: &str) -> String {
    escaped(text).replace('"', "&quot;")
}

/// `xml:lang` and `xml:base` on any element.
pub(crate) fn xml_attributes(linter: &mut Linter<'_, '_>) {
    let document = linter.document;
    let Some(root) = document.root() else {
        return;
    };
    for id in std::iter::once(root).chain(document.descendants(root)) {
        for attribute in document.attributes(id) {
            if attribute.ns != Ns::Xml {
                continue;
            }
            let value = linter.document.value(attribute);
            let spot = Spot {
                range: attribute.value_range.clone(),
                element: attribute.name.to_owned(),
                parent: linter.label(id),
                attr: Some(attribute.name.to_owned()),
                verbatim: false,
            };
            match attribute.local() {
                "lang" if !value.is_empty() && !language::is_language(&value) => {
                    not_a_language(linter.log, &spot, &value);
                }
                "base" => {
                    reference(linter.log, &spot, &value);
                }
                _ => {}
            }
        }
    }
}
