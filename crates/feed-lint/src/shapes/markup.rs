//! HTML inside text, and XHTML inside XML.

use std::borrow::Cow;
use std::ops::Range;

use crate::Format;
use crate::html::{self, Fault, Vocabulary};
use crate::judge::Judge;
use crate::log::Log;
use crate::rules::html as html_rule;
use crate::values::language;
use crate::xml::{Id, Ns};

use super::not_a_language;
use super::references::reference;
use super::spot::Spot;
use super::text::escaped;

/// HTML in the text of an element: RSS `description`, `content:encoded`, Atom's type `html`.
pub fn html_text(j: &mut Judge<'_, '_>, id: Id) {
    if !j.no_elements(id) {
        return;
    }
    // In RSS 0.91 a description is plain text.
    if j.format == Format::Rss09x && j.document.ns(id) == Ns::None {
        let text = j.text(id);
        j.mangled(id, &text);
        return;
    }
    let (text, mut place) = j.document.text_and_place(id);
    j.mangled(id, &text);
    if !text.contains(['<', '&']) && !j.suspicious {
        return;
    }
    let (label, parent) = (j.label(id), j.parent_label(id));
    let (source, entities) = (j.document.source(), &j.document.entities);
    let relative = relative_rule(j, id);
    let log = &mut *j.log;
    let mut faults = Vec::new();
    html::check(&text, &mut |at, fault| faults.push((at, fault)));
    faults.sort_by_key(|(at, _)| *at);
    for (at, fault) in faults {
        let start = place.locate(source, entities, at);
        say_fault(
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
pub fn relative_rule(j: &Judge<'_, '_>, id: Id) -> Option<&'static feed_lint_findings::Rule> {
    if !j.is_atom() {
        return Some(&html_rule::RELATIVE_REFERENCE);
    }
    let mut at = id;
    while at != 0 {
        if j.document.attribute_ns(at, Ns::Xml, "base").is_some() {
            return None;
        }
        at = j.document.parent(at);
    }
    Some(&html_rule::RELATIVE_WITHOUT_BASE)
}

/// Reports one fault of content HTML.
pub fn say_fault(
    log: &mut Log<'_>,
    range: Range<usize>,
    fault: Fault<'_>,
    element: &str,
    parent: Option<&str>,
    relative: Option<&'static feed_lint_findings::Rule>,
) {
    let said = match fault {
        Fault::Broken(what) => log
            .say(
                &html_rule::BROKEN_HTML,
                range,
                format!("the HTML is broken: {what}"),
            )
            .help("close what is open and open what is closed"),
        Fault::Unknown(name) => log
            .say(
                &html_rule::BROKEN_HTML,
                range,
                format!("HTML has no element `{name}`"),
            )
            .value(name)
            .help(format!(
                "write `&lt;{name}&gt;` in the HTML, if the text is meant"
            )),
        Fault::UnsafeElement(name) => log
            .say(
                &html_rule::UNSAFE_ELEMENT,
                range,
                format!("readers take `{name}` out of content"),
            )
            .param("tag", &*name)
            .value(&name)
            .help("link to the page that has it"),
        Fault::UnsafeAttribute(name) => log
            .say(
                &html_rule::UNSAFE_ATTRIBUTE,
                range,
                format!("readers take the attribute `{name}` out of content"),
            )
            .attr(&*name)
            .help("remove it"),
        Fault::UnsafeStyle(declaration) => log
            .say(
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
                .say(
                    rule,
                    range,
                    format!(
                        "“{}” is a relative address; a reader cannot tell what it is relative to",
                        crate::log::short(&value, 80)
                    ),
                )
                .attr(name)
                .value(&value)
                .help("write the whole address, with `https://` and the host"),
        },
        Fault::NoAlt => log
            .say(
                &html_rule::IMAGE_WITHOUT_ALT,
                range,
                "this image has no `alt` text",
            )
            .help("add `alt=\"…\"` with what the image shows, or `alt=\"\"` if it is decoration"),
    };
    let said = said.element(element);
    if let Some(parent) = parent {
        said.parent(parent);
    }
}

/// Checks XHTML elements inside `id` as HTML.
pub fn xhtml(j: &mut Judge<'_, '_>, id: Id, element: &str, parent: Option<&str>) {
    let relative = relative_rule(j, id);
    let inner: Vec<Id> = j.document.descendants(id).collect();
    for child in inner {
        let vocabulary = match j.document.ns(child) {
            Ns::Xhtml => Vocabulary::Html,
            Ns::Svg => Vocabulary::Svg,
            Ns::Mathml => Vocabulary::Math,
            _ => continue,
        };
        // In SVG and MathML the JSON contract names the outermost element.
        let (element, parent) = match vocabulary {
            Vocabulary::Html => (element.to_owned(), parent),
            _ => (foreign_root(j, child), None),
        };
        let name = j.document.local(child);
        let lower = name.to_ascii_lowercase();
        let at = j.document.tag(child).start;
        match html::judge_element(&lower, name, vocabulary) {
            html::Judged::Fine => {}
            html::Judged::Unsafe => say_fault(
                j.log,
                at..at + 1,
                Fault::UnsafeElement(Cow::Borrowed(name)),
                &element,
                parent,
                relative,
            ),
            html::Judged::Unknown => say_fault(
                j.log,
                at..at + 1,
                Fault::Unknown(name),
                &element,
                parent,
                relative,
            ),
        }
        if lower == "img" && j.document.attribute(child, "alt").is_none() {
            say_fault(j.log, at..at + 1, Fault::NoAlt, &element, parent, relative);
        }
        for attribute in j.document.attributes(child) {
            if attribute.ns != Ns::None {
                continue;
            }
            let value = j.document.value(attribute);
            let start = attribute.range.start;
            let mut found = Vec::new();
            let lower_name = attribute.name.to_ascii_lowercase();
            html::judge_attribute(
                &lower,
                vocabulary,
                attribute.name,
                &lower_name,
                &value,
                &mut |fault| found.push(fault),
            );
            for fault in found {
                say_fault(j.log, start..start + 1, fault, &element, parent, relative);
            }
        }
    }
}

fn foreign_root(j: &Judge<'_, '_>, id: Id) -> String {
    let ns = j.document.ns(id);
    if j.document.ns(j.document.parent(id)) != ns {
        return "div".to_owned();
    }
    let mut top = id;
    while j.document.ns(j.document.parent(top)) == ns && j.document.parent(top) != 0 {
        top = j.document.parent(top);
    }
    j.document.local(top).to_owned()
}

/// `xhtml:body` or `xhtml:div` as the content of an RSS item.
pub fn xhtml_body(j: &mut Judge<'_, '_>, id: Id) {
    let (label, parent) = (j.label(id), j.parent_label(id));
    if j.document.local(id) == "body" {
        j.log
            .say(
                &html_rule::SECOND_CONTENT,
                j.document.tag(id),
                "`xhtml:body` says what `description` or `content:encoded` is for",
            )
            .element(label.clone())
            .help("put the content into `content:encoded`");
    }
    xhtml(j, id, &label, Some(&parent));
}

/// A text as the value of an attribute in double quotes.
#[must_use]
pub fn xml_attribute(text: &str) -> String {
    escaped(text).replace('"', "&quot;")
}

/// `xml:lang` and `xml:base` on any element.
pub fn xml_attributes(j: &mut Judge<'_, '_>) {
    let Some(root) = j.document.root() else {
        return;
    };
    let all: Vec<Id> = std::iter::once(root)
        .chain(j.document.descendants(root))
        .collect();
    for id in all {
        for attribute in j.document.attributes(id) {
            if attribute.ns != Ns::Xml {
                continue;
            }
            let value = j.document.value(attribute);
            let spot = Spot {
                range: attribute.value_range.clone(),
                element: attribute.name.to_owned(),
                parent: j.label(id),
                attr: Some(attribute.name.to_owned()),
                verbatim: false,
            };
            match attribute.local() {
                "lang" if !value.is_empty() && !language::is_language(&value) => {
                    not_a_language(j.log, &spot, &value);
                }
                "base" => {
                    reference(j.log, &spot, &value);
                }
                _ => {}
            }
        }
    }
}
