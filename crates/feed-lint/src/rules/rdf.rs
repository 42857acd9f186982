//! RSS 1.0 and 0.90: RSS in RDF.

use std::collections::{BTreeMap, BTreeSet};

use crate::Format;
use crate::grammar::{CHANNEL_10, CHANNEL_090, IMAGE_10, ITEM_10, TEXT_INPUT_10};
use crate::linter::Linter;
use crate::shapes::Spot;
use crate::values::uri;
use crate::xml::{Id, Ns};

use super::{ids, namespaces, structure, urls};

feed_lint_findings::rules! {
    for RDF;
    /// An RSS 1.0 feed is RDF (RSS 1.0).
    ///
    /// RDF parsers alternate resources and properties; an element of the wrong kind, or text beside
    /// elements, stops them (RDF/XML, section 2.2).
    Error RDF_SYNTAX "rdf-syntax" w3c "InvalidRDF":
        "<description><content>text</content></description>" => "<description>text</description>";

    /// `channel`, `image`, `item` and `textinput` have `rdf:about` (RSS 1.0).
    ///
    /// It is the name of what is described (RSS 1.0, section 5).
    Error MISSING_ABOUT "missing-rdf-about" w3c "MissingAttribute":
        "<item><title>One</title>…" => "<item rdf:about=\"https://example.org/1\"><title>One</title>…";

    /// `items` is an `rdf:Seq` that lists every item of the feed, and the feed has an item (RSS 1.0).
    ///
    /// RDF readers show the items that `items` lists, in this order (RSS 1.0, sections 5.3.5 and
    /// 5.5).
    Warning ITEMS "rdf-items":
        "<items><rdf:Seq/></items>… <item rdf:about=\"https://example.org/1\">…"
        => "<items><rdf:Seq><rdf:li rdf:resource=\"https://example.org/1\"/></rdf:Seq></items>… <item rdf:about=\"https://example.org/1\">…";
}

/// The document element `rdf:RDF`.
pub fn root(linter: &mut Linter<'_, '_>, root: Id) {
    let mut channel: Option<Id> = None;
    let mut has_text = false;
    let rss090 = linter.format == Format::Rss090;
    let mut items: BTreeMap<String, Id> = BTreeMap::new();
    for child in linter.document.children(root) {
        if !linter.document.is_element(child) {
            if !has_text && linter.document.piece(child).is_some_and(|text| !text.trim().is_empty())
            {
                has_text = true;
                linter.unexpected_text(root, child);
            }
            continue;
        }
        if linter.document.ns(child) == Ns::None {
            let message = "this element is in no namespace";
            linter
                .about(&namespaces::NO_VOCABULARY, child, message)
                .help("declare `xmlns=\"http://purl.org/rss/1.0/\"` on `rdf:RDF`");
            continue;
        }
        if !linter.is_core(child) {
            continue;
        }
        let context = match linter.document.local(child) {
            "channel" => {
                if let Some(first) = channel {
                    let first = linter.document.tag(first);
                    let message = "there is a `channel` here already";
                    linter
                        .about(&structure::DUPLICATE_ELEMENT, child, message)
                        .also(first, "first one here")
                        .help("keep one of the two");
                } else {
                    channel = Some(child);
                }
                if rss090 { &CHANNEL_090 } else { &CHANNEL_10 }
            }
            "image" => &IMAGE_10,
            "item" => &ITEM_10,
            "textinput" => &TEXT_INPUT_10,
            _ => {
                linter.unknown(child, root);
                continue;
            }
        };
        if !rss090 {
            about(linter, child);
            if linter.document.local(child) == "item" {
                unique(linter, child, &mut items);
            }
        }
        linter.children(child, context);
        if !rss090 {
            stripes(linter, child);
        }
    }
    if !linter.document.closed(root) {
        return;
    }
    match channel {
        None => linter.missing(root, "channel", &structure::MISSING_ELEMENT),
        Some(channel) if !rss090 => listed(linter, channel, &items),
        Some(_) => {}
    }
}

/// Reports what `items` of the channel does not list (sections 5.3.5 and 5.5).
fn listed(linter: &mut Linter<'_, '_>, channel: Id, items: &BTreeMap<String, Id>) {
    let root = linter.document.parent(channel);
    if linter.core_child(root, "item").is_none() {
        linter.about(&ITEMS, channel, "this feed has no item").help(
            "add an item, and to `items` an `rdf:li` whose `rdf:resource` is its `rdf:about`",
        );
    }
    let Some(list) = linter.core_child(channel, "items") else {
        return;
    };
    let resource = |id: Id| {
        let attribute = linter.document.attribute_ns(id, Ns::Rdf, "resource");
        let attribute = attribute.or_else(|| linter.document.attribute(id, "resource"));
        attribute.map(|attribute| linter.document.value(attribute).into_owned())
    };
    let known: BTreeSet<String> = linter.document.descendants(list).filter_map(resource).collect();
    for item in items.iter().filter(|(about, _)| !known.contains(*about)).map(|(_, item)| *item) {
        let message = "`items` of the channel does not list this item";
        linter
            .about(&ITEMS, item, message)
            .help("add an `rdf:li` to `items` whose `rdf:resource` is its `rdf:about`");
    }
}

fn about(linter: &mut Linter<'_, '_>, id: Id) {
    let Some(attribute) = linter.document.attribute_ns(id, Ns::Rdf, "about") else {
        let message = format!("`{}` has no attribute `rdf:about`", linter.label(id));
        linter
            .about(&MISSING_ABOUT, id, message)
            .attr("rdf:about")
            .help("add `rdf:about=\"…\"` with its URL");
        return;
    };
    let value = linter.document.value(attribute);
    // RDF tools reject an empty host, whatever the scheme.
    let bad = uri::fault(&value).is_some() || uri::parts(&value).authority == Some("");
    if bad {
        let label = linter.label(id);
        let range = attribute.value_range.clone();
        let message = "this is not a valid URL";
        linter
            .log
            .report(&urls::INVALID_URL, range, message)
            .element(label.clone())
            .parent(label)
            .attr("rdf:about")
            .value(&value)
            .help("write the whole URL");
    }
}

/// Reports an item whose `rdf:about` occurred before (RSS 1.0, section 5.5).
fn unique(linter: &mut Linter<'_, '_>, item: Id, items: &mut BTreeMap<String, Id>) {
    let Some(attribute) = linter.document.attribute_ns(item, Ns::Rdf, "about") else {
        return;
    };
    let value = linter.document.value(attribute).into_owned();
    let Some(first) = items.get(&value).copied() else {
        items.insert(value, item);
        return;
    };
    let (first, parent) = (linter.document.tag(first), linter.label(item));
    let range = attribute.value_range.clone();
    let message = "another item has this `rdf:about` already";
    linter
        .log
        .report(&ids::DUPLICATE_VALUE, range, message)
        .element("rdf:about")
        .parent(parent)
        .value(&value)
        .also(first, "first one here")
        .help("give every item the URL of its own page");
}

/// `image` and `textinput` of a channel, which refer to the resources of that name.
pub fn pointer(linter: &mut Linter<'_, '_>, id: Id) {
    if linter.document.attribute_ns(id, Ns::Rdf, "resource").is_none()
        && linter.format == Format::Rss10
    {
        linter.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "rdf:resource");
    }
}

/// `items`: a sequence of references.
pub fn items(linter: &mut Linter<'_, '_>, id: Id) {
    let list = linter.document.elements(id).next();
    if let Some(list) = list.filter(|list| !linter.document.is(*list, Ns::Rdf, "Seq")) {
        let message = "the items must be in an `rdf:Seq`";
        linter
            .about(&ITEMS, list, message)
            .help("write `<rdf:Seq>`, and one `rdf:li` for each item inside");
    }
    let document = linter.document;
    for entry in document.descendants(id).filter(|inner| document.is(*inner, Ns::Rdf, "li")) {
        linter.attributes(entry, &["resource"]);
        for attribute in document.attributes(entry) {
            if attribute.ns == Ns::Rdf && attribute.local() != "resource" {
                let label = linter.label(entry);
                let range = attribute.range.clone();
                let message = format!("`rdf:li` has no attribute `{}`", attribute.name);
                linter
                    .log
                    .report(&structure::UNEXPECTED_ATTRIBUTE, range, message)
                    .element(label.clone())
                    .parent(label)
                    .attr(attribute.name)
                    .help("write `rdf:resource=\"…\"`");
            }
        }
        if let Some(attribute) = document
            .attribute(entry, "resource")
            .or_else(|| document.attribute_ns(entry, Ns::Rdf, "resource"))
        {
            let value = document.value(attribute);
            let spot = Spot::attribute(linter, entry, attribute.name);
            crate::shapes::reference(linter.log, &spot, &value);
        } else {
            let message = "`rdf:li` has no attribute `rdf:resource`";
            linter
                .about(&structure::MISSING_ATTRIBUTE, entry, message)
                .attr("rdf:resource")
                .help("add `rdf:resource=\"…\"` with the `rdf:about` of an item");
        }
    }
}

/// Reports the first violation of RDF's striping within `resource`, unless one was reported before:
/// a resource holds properties and no text, a property holds text or one resource (RDF/XML,
/// section 2.2).
fn stripes(linter: &mut Linter<'_, '_>, resource: Id) {
    if linter.log.has(&RDF_SYNTAX) {
        return;
    }
    let Some((at, message)) = broken_stripe(linter, resource, MOST_STRIPES) else {
        return;
    };
    let range = linter.document.tag(at);
    linter.log.report(&RDF_SYNTAX, range, message).help(
        "write the value as text, or add `rdf:parseType=\"Literal\"` to the element around it",
    );
}

/// The deepest nesting that is checked, far deeper than any feed's.
const MOST_STRIPES: usize = 100;

fn broken_stripe(linter: &Linter<'_, '_>, resource: Id, depth: usize) -> Option<(Id, String)> {
    let document = linter.document;
    for property in document.elements(resource) {
        let is_literal = document.attribute_ns(property, Ns::Rdf, "parseType").is_some();
        let mut inner = document.elements(property);
        let Some(value) = inner.next().filter(|_| !is_literal) else {
            continue;
        };
        if let Some(second) = inner.next() {
            let message =
                format!("`{}` must hold one element alone in RDF", linter.label(property));
            return Some((second, message));
        }
        if let Some(mixed) = [property, value].into_iter().find(|id| has_text(linter, *id)) {
            let message = format!("`{}` must not hold text here in RDF", linter.label(mixed));
            return Some((mixed, message));
        }
        let deeper = (depth > 0).then(|| broken_stripe(linter, value, depth - 1));
        if let Some(found) = deeper.flatten() {
            return Some(found);
        }
    }
    None
}

/// Whether an element has text of its own, with or without child elements.
fn has_text(linter: &Linter<'_, '_>, id: Id) -> bool {
    linter
        .document
        .children(id)
        .filter_map(|child| linter.document.piece(child))
        .any(|text| !text.trim().is_empty())
}

/// An element of a module that contains RDF in place of text: a property must hold a resource.
pub fn value(linter: &mut Linter<'_, '_>, id: Id) {
    if linter.document.attribute_ns(id, Ns::Rdf, "parseType").is_some() {
        return;
    }
    let document = linter.document;
    if let Some(child) = document.elements(id).find(|child| linter.is_core(*child)) {
        let (range, label) = (document.tag(child), linter.label(id));
        let message = format!("`{label}` must hold text, not elements");
        linter
            .log
            .report(&RDF_SYNTAX, range, message)
            .element(label)
            .help("escape the markup, or add `rdf:parseType=\"Literal\"`");
        return;
    }
    for child in document.elements(id).filter(|child| document.ns(*child) == Ns::Rdfs) {
        let range = document.tag(child);
        linter
            .log
            .report(&RDF_SYNTAX, range, "a property must not hold a property")
            .help("put an `rdf:Description` between the two");
    }
}
