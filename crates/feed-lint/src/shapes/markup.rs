//! HTML inside text, and XHTML inside XML.

use std::borrow::Cow;
use std::ops::Range;

use crate::Format;
use crate::html::{self, Fault, Vocabulary};
use crate::linter::Linter;
use crate::log::Log;
use crate::rules::html as html_rule;
use crate::values::language;
use crate::xml::{Id, Ns};

use super::not_a_language;
use super::references::reference;
use super::spot::Spot;
use super::text::escaped;

/// HTML in the text of an element: RSS `description`, `content:encoded`, Atom's type `html`.
pub(crate) fn html_text(linter: &mut Linter<'_, '_>, id: Id) {
    if !linter.no_elements(id) {
        return;
    }
    // In RSS 0.91 a description is plain text.
    if linter.format == Format::Rss09x && linter.document.ns(id) == Ns::None {
        let text = linter.text(id);
        linter.mangled(id, &text);
        return;
    }
    let (text, mut place) = linter.document.text_and_place(id);
    linter.mangled(id, &text);
    if memchr::memchr2(b'<', b'&', text.as_bytes()).is_none() && !linter.suspicious {
        return;
    }
    let mut faults = Vec::new();
    html::check(&text, &mut |at, fault| faults.push((at, fault)));
    if faults.is_empty() {
        return;
    }
    let (label, parent) = (linter.label(id), linter.parent_label(id));
    let (source, entities) = (linter.document.source(), &linter.document.entities);
    let relative = relative_rule(linter, id);
    let log = &mut *linter.log;
    faults.sort_by_key(|(at, _)| *at);
    for (at, fault) in faults {
        let start = place.locate(source, entities, at);
        report_fault(
            log,
            start..start + 1,
            fault,
            &label,
            Some(&parent),
            relative,
        );
    }
}

/// The rule for relative URLs here: RSS defines no base for them, Atom has `xml:base`.
#[must_use]
pub(crate) fn relative_rule(
    linter: &Linter<'_, '_>,
    id: Id,
) -> Option<&'static feed_lint_findings::Rule> {
    if !linter.is_atom() {
        return Some(&html_rule::RELATIVE_REFERENCE);
    }
    let mut at = id;
    while at != 0 {
        if linter.document.attribute_ns(at, Ns::Xml, "base").is_some() {
            return None;
        }
        at = linter.document.parent(at);
    }
    Some(&html_rule::RELATIVE_WITHOUT_BASE)
}

/// Reports one fault of content HTML.
pub(crate) fn report_fault(
    log: &mut Log<'_>,
    range: Range<usize>,
    fault: Fault<'_>,
    element: &str,
    parent: Option<&str>,
    relative: Option<&'static feed_lint_findings::Rule>,
) {
    let finding = match fault {
        Fault::Broken(what) => log
            .report(
                &html_rule::BROKEN_HTML,
                range,
                format!("the HTML is broken: {what}"),
            )
            .help("close what is open and open what is closed"),
        Fault::Unknown(name) => log
            .report(
                &html_rule::BROKEN_HTML,
                range,
                format!("HTML has no element `{name}`"),
            )
            .value(name)
            .help(format!(
                "write `&lt;{name}&gt;` in the HTML, if the text is meant"
            )),
        Fault::UnsafeElement(name) => log
            .report(
                &html_rule::UNSAFE_ELEMENT,
                range,
                format!("readers take `{name}` out of content"),
            )
            .param("tag", &*name)
            .value(&name)
            .help("link to the page that has it"),
        Fault::UnsafeAttribute(name) => log
            .report(
                &html_rule::UNSAFE_ATTRIBUTE,
                range,
                format!("readers take the attribute `{name}` out of content"),
            )
            .attr(&*name)
            .help("remove it"),
        Fault::UnsafeStyle(declaration) => log
            .report(
                &html_rule::UNSAFE_STYLE,
                range,
                format!(
                    "readers take the style `{}` out",
                    crate::log::short(&declaration, 60)
                ),
            )
            .attr("style")
            .value(&declaration)
            .help("remove it, or say it with plain HTML"),
        Fault::Relative(name, value) => match relative {
            None => return,
            Some(rule) => log
                .report(
                    rule,
                    range,
                    match value.as_str() {
                        "" => format!("`{name}` is empty"),
                        value => format!(
                            "“{}” is a relative address; a reader cannot tell what it is relative to",
                            crate::log::short(value, 80)
                        ),
                    },
                )
                .attr(name)
                .value(&value)
                .help("write the whole address, with `https://` and the host"),
        },
        Fault::NoAlt => log
            .report(
                &html_rule::IMAGE_WITHOUT_ALT,
                range,
                "this image has no `alt` text",
            )
            .help("add `alt=\"…\"` with what the image shows, or `alt=\"\"` if it is decoration"),
    };
    let finding = finding.element(element);
    if let Some(parent) = parent {
        finding.parent(parent);
    }
}

/// Checks XHTML elements inside `id` as HTML.
pub(crate) fn xhtml(linter: &mut Linter<'_, '_>, id: Id, element: &str, parent: Option<&str>) {
    let relative = relative_rule(linter, id);
    let inner: Vec<Id> = linter.document.descendants(id).collect();
    for child in inner {
        let vocabulary = match linter.document.ns(child) {
            Ns::Xhtml => Vocabulary::Html,
            Ns::Svg => Vocabulary::Svg,
            Ns::Mathml => Vocabulary::Math,
            _ => continue,
        };
        // In SVG and MathML the JSON contract names the outermost element.
        let (element, parent) = match vocabulary {
            Vocabulary::Html => (element.to_owned(), parent),
            _ => (foreign_root(linter, child), None),
        };
        let name = linter.document.local(child);
        let lower = name.to_ascii_lowercase();
        let at = linter.document.tag(child).start;
        match html::element_treatment(&lower, name, vocabulary) {
            html::Treatment::Fine => {}
            html::Treatment::Unsafe => report_fault(
                linter.log,
                at..at + 1,
                Fault::UnsafeElement(Cow::Borrowed(name)),
                &element,
                parent,
                relative,
            ),
            html::Treatment::Unknown => report_fault(
                linter.log,
                at..at + 1,
                Fault::Unknown(name),
                &element,
                parent,
                relative,
            ),
        }
        if lower == "img" && linter.document.attribute(child, "alt").is_none() {
            report_fault(
                linter.log,
                at..at + 1,
                Fault::NoAlt,
                &element,
                parent,
                relative,
            );
        }
        for attribute in linter.document.attributes(child) {
            if attribute.ns != Ns::None {
                continue;
            }
            let value = linter.document.value(attribute);
            let start = attribute.range.start;
            let mut found = Vec::new();
            let lower_name = attribute.name.to_ascii_lowercase();
            html::attribute_treatment(
                &lower,
                vocabulary,
                attribute.name,
                &lower_name,
                &value,
                &mut |fault| found.push(fault),
            );
            for fault in found {
                report_fault(
                    linter.log,
                    start..start + 1,
                    fault,
                    &element,
                    parent,
                    relative,
                );
            }
        }
    }
}

fn foreign_root(linter: &Linter<'_, '_>, id: Id) -> String {
    let ns = linter.document.ns(id);
    if linter.document.ns(linter.document.parent(id)) != ns {
        return "div".to_owned();
    }
    let mut top = id;
    while linter.document.ns(linter.document.parent(top)) == ns && linter.document.parent(top) != 0
    {
        top = linter.document.parent(top);
    }
    linter.document.local(top).to_owned()
}

/// `xhtml:body` or `xhtml:div` as the content of an RSS item.
pub(crate) fn xhtml_body(linter: &mut Linter<'_, '_>, id: Id) {
    let (label, parent) = (linter.label(id), linter.parent_label(id));
    if linter.document.local(id) == "body" {
        let message = "`xhtml:body` says what `description` or `content:encoded` is for";
        linter
            .about_alone(&html_rule::SECOND_CONTENT, id, message)
            .help("put the content into `content:encoded`");
    }
    xhtml(linter, id, &label, Some(&parent));
}

/// A text as the value of an attribute in double quotes.
#[must_use]
pub(crate) fn xml_attribute(text: &str) -> String {
    escaped(text).replace('"', "&quot;")
}

/// `xml:lang` and `xml:base` on any element.
pub(crate) fn xml_attributes(linter: &mut Linter<'_, '_>) {
    let Some(root) = linter.document.root() else {
        return;
    };
    let all: Vec<Id> = std::iter::once(root)
        .chain(linter.document.descendants(root))
        .collect();
    for id in all {
        for attribute in linter.document.attributes(id) {
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
