//! Text constructs and content: plain text, escaped HTML, inline XHTML, Base64 (RFC 4287, sections 3.1 and 4.1.3).

use std::borrow::Cow;

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{GeneralPurpose, GeneralPurposeConfig};

use crate::html::{self, Looks};
use crate::linter::Linter;
use crate::log::short;
use crate::rules::{html as html_rule, namespaces, structure, texts, values};
use crate::shapes::{self, Content, Spot};
use crate::values::mime;
use crate::xml::{Document, Id, Ns};

use super::MISSING_TYPE;
use super::links::relative;

/// A text construct: `title`, `subtitle`, `summary`, `rights`.
pub fn text(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &["type"]);
    let kind = linter.document.value_of(id, "type");
    let kind = kind.as_deref();
    match kind {
        None | Some("text" | "html" | "xhtml") => {}
        Some(blank) if blank.trim().is_empty() => {
            linter
                .about_attribute(&texts::BLANK_ATTRIBUTE, id, "type", "`type` is empty")
                .help("write `text`, `html` or `xhtml`");
        }
        Some(other) if mime::is_media_type(other) => {
            let meant = if other.contains("xhtml") {
                "xhtml"
            } else if other.contains("html") {
                "html"
            } else {
                "text"
            };
            let range = linter.value_range(id, "type");
            let message = "this type must be `text`, `html` or `xhtml`";
            linter
                .about_attribute(&html_rule::TEXT_TYPE, id, "type", message)
                .value(other)
                .help(format!("write `type=\"{meant}\"`"))
                .fix("write the type as Atom has it", range, meant);
        }
        Some(_) => {
            let message = "this is neither a text type nor a media type";
            let help = "write `text`, `html` or `xhtml`";
            linter.wrong_value(&values::MEDIA_TYPE, id, "type", message, help);
            // What it holds can be judged when its type is known.
            return;
        }
    }
    by_type(linter, id, kind.unwrap_or("text"));
}

/// Checks the content of an element by its type.
fn by_type(linter: &mut Linter<'_, '_>, id: Id, kind: &str) {
    let essence = mime::essence(kind);
    match essence.as_str() {
        "" => {}
        "text" | "text/plain" => plain(linter, id),
        "html" => escaped_html(linter, id),
        "xhtml" => inline_xhtml(linter, id),
        "text/html" => {
            page(linter, id);
            if !linter.text(id).is_empty() || linter.document.has_elements(id) {
                escaped_html(linter, id);
            }
        }
        "application/xhtml+xml" => {
            let document = linter.document;
            let is_page = document.child(id, Ns::Xhtml, "html").is_some();
            // As with other types of XML, what is empty is no part of anything.
            let is_empty = !document.has_elements(id) && linter.text(id).is_empty();
            if !is_page && !is_empty {
                fragment(linter, id);
            }
            let (label, parent) = (linter.label(id), linter.parent_label(id));
            shapes::xhtml(linter, id, &label, Some(&parent));
        }
        xml if mime::is_xml(xml) => {
            linter.no_text(id);
        }
        text if text.starts_with("text/") => plain(linter, id),
        _ => base64(linter, id, &essence),
    }
}

fn plain(linter: &mut Linter<'_, '_>, id: Id) {
    if text_alone(linter, id).is_none() {
        return;
    }
    shapes::no_undeclared_html(linter, id, |label| {
        format!("write `<{label} type=\"html\">`, or remove the tags and entities")
    });
}

/// The text of an element without elements; reports elements and an empty text.
fn text_alone<'a>(linter: &mut Linter<'a, '_>, id: Id) -> Option<Cow<'a, str>> {
    if !no_markup(linter, id) {
        return None;
    }
    let text = linter.text(id);
    if text.is_empty() {
        linter.blank(id);
        return None;
    }
    Some(text)
}

/// Reports elements, and the text around them, where only text is allowed; `false` where it did.
fn no_markup(linter: &mut Linter<'_, '_>, id: Id) -> bool {
    if !linter.document.has_elements(id) {
        return true;
    }
    linter.no_elements(id);
    linter.no_text(id);
    false
}

fn escaped_html(linter: &mut Linter<'_, '_>, id: Id) {
    if linter.document.has_elements(id) {
        let label = linter.label(id);
        let message = format!("the HTML in `{label}` is not escaped");
        linter
            .about(&html_rule::NOT_ESCAPED, id, message)
            .help("escape it (`&lt;p>`), or write `type=\"xhtml\"` and a `div` around it");
        no_markup(linter, id);
        return;
    }
    if linter.text(id).is_empty() {
        linter.blank(id);
        return;
    }
    shapes::html_text(linter, id);
}

fn page(linter: &mut Linter<'_, '_>, id: Id) {
    let text = linter.text(id);
    let begin = text.get(..9).map(str::to_ascii_lowercase).unwrap_or_default();
    if !begin.starts_with("<html") && begin != "<!doctype" {
        fragment(linter, id);
    }
}

fn fragment(linter: &mut Linter<'_, '_>, id: Id) {
    let label = linter.label(id);
    let kind = linter.document.value_of(id, "type").unwrap_or_default().into_owned();
    let short_type = if kind.contains("xhtml") { "xhtml" } else { "html" };
    let message = format!("`{label}` is a piece of HTML, not a whole page");
    linter
        .about(&html_rule::HTML_FRAGMENT, id, message)
        .attr("type")
        .value(&kind)
        .help(format!("write `type=\"{short_type}\"`"));
}

/// The element as it stands, but of type `html` and without the `div` around its text.
fn as_html(document: &Document<'_>, id: Id, div: Id) -> String {
    let source = |range| document.source().get(range).unwrap_or_default();
    let (name, tag) = (document.name(id), source(document.tag(id)));
    let tag = tag.replace("\"xhtml\"", "\"html\"").replace("'xhtml'", "'html'");
    let text: String =
        (document.children(div)).map(|child| source(document.whole(child))).collect();
    format!("{tag}{}</{name}>", short(&text, 100))
}

fn inline_xhtml(linter: &mut Linter<'_, '_>, id: Id) {
    let mut div = None;
    let mut escaped = false;
    let mut foreign = None;
    let mut beside = None;
    for child in linter.document.children(id) {
        if !linter.document.is_element(child) {
            let text = linter.document.piece(child).unwrap_or_default();
            escaped |= html::looks(&text) == Looks::Html;
            if !text.trim().is_empty() {
                beside.get_or_insert(child);
            }
        } else if linter.document.is(child, Ns::Xhtml, "div") {
            if div.replace(child).is_some() {
                beside.get_or_insert(child);
            }
        } else if linter.document.local(child) == "div" {
            foreign.get_or_insert(child);
        } else {
            beside.get_or_insert(child);
        }
    }
    // A `div` whose only text is marked up was escaped; one that quotes a tag has other elements.
    escaped |= div
        .filter(|div| !linter.document.has_elements(*div))
        .is_some_and(|div| html::is_html(&linter.document.text(div)));
    let (label, parent) = (linter.label(id), linter.parent_label(id));
    if div.is_none() {
        let message = format!("`{label}` of type `xhtml` has no `div` of XHTML");
        linter
            .about(&html_rule::MISSING_DIV, id, message)
            .help("put `<div xmlns=\"http://www.w3.org/1999/xhtml\">` … `</div>` around the text");
    }
    if let (Some(_), Some(other)) = (div, beside) {
        let range = linter.document.tag(other);
        let message = format!("`{label}` of type `xhtml` must be one `div` and nothing beside it");
        linter
            .about_at(&html_rule::MISSING_DIV, id, range, message)
            .help("put everything into one `div`");
    }
    if let Some(child) = foreign {
        let range = linter.document.tag(child);
        let message = "this `div` is not in the namespace of XHTML";
        linter
            .log
            .report(&html_rule::BROKEN_HTML, range, message)
            .element(label.clone())
            .parent(parent.clone())
            .value("div")
            .help("write `<div xmlns=\"http://www.w3.org/1999/xhtml\">`");
    }
    if escaped {
        let help = div.map_or_else(
            || "write `type=\"html\"`".to_owned(),
            |div| format!("write `{}`", as_html(linter.document, id, div)),
        );
        let message = format!("`{label}` of type `xhtml` holds escaped HTML");
        linter.about(&html_rule::NOT_INLINE, id, message).help(help);
    }
    let document = linter.document;
    let outside = document.descendants(id).filter(|inner| document.ns(*inner) == Ns::None);
    for inner in outside.take(20) {
        let name = document.local(inner);
        let message = format!("`{name}` is not in the namespace of XHTML");
        let holder = linter.parent_label(inner);
        linter
            .log
            .report(&namespaces::MISSING_NAMESPACE, document.tag(inner), message)
            .element(name)
            .parent(holder)
            .help("declare `xmlns=\"http://www.w3.org/1999/xhtml\"` on the `div`");
    }
    // Without a declaration of its own, an element is in the namespace of the feed.
    let first = document.descendants(id).find(|inner| document.ns(*inner) == Ns::Atom);
    if let Some(inner) = first.filter(|_| div.is_some()) {
        let name = document.local(inner);
        let message = format!("`{name}` is in the namespace of Atom, not in that of XHTML");
        linter.log
            .report(&structure::UNKNOWN_ELEMENT, document.tag(inner), message)
            .element(format!("atom:{name}"))
            .parent("div")
            .help("give it the prefix of the `div`, or declare `xmlns=\"http://www.w3.org/1999/xhtml\"`");
    }
    let element = if div.is_some() { "div" } else { label.as_str() };
    let holder = if div.is_some() { None } else { Some(parent.as_str()) };
    shapes::xhtml(linter, id, element, holder);
}

fn base64(linter: &mut Linter<'_, '_>, id: Id, essence: &str) {
    let Some(text) = text_alone(linter, id) else {
        return;
    };
    let Some(bytes) = from_base64(&text) else {
        let label = linter.label(id);
        let message = format!("`{label}` of type {essence} must be Base64");
        linter
            .about_text(&html_rule::NOT_BASE64, id, message)
            .help("encode the bytes as Base64, or give their URL in `src`");
        return;
    };
    if essence.contains("html") {
        let decoded = String::from_utf8_lossy(&bytes);
        let (label, parent) = (linter.label(id), linter.parent_label(id));
        let content = Content::of(linter, id, &label, Some(&parent));
        let at = linter.trimmed(id);
        for (_, fault) in html::faults(&decoded) {
            content.report(linter.log, at.clone(), fault);
        }
    }
}

/// The bytes of a text in Base64 (RFC 4648, section 4), white space ignored.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    const CONFIG: GeneralPurposeConfig =
        GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true);
    let digits: String = text.split_ascii_whitespace().collect();
    GeneralPurpose::new(&STANDARD, CONFIG).decode(digits).ok()
}

/// `content`.
pub fn content(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &["type", "src"]);
    let kind = linter.document.value_of(id, "type");
    let kind = kind.as_deref();
    let src = linter.document.value_of(id, "src");
    let short_name = matches!(kind, Some("text" | "html" | "xhtml"));
    let mut is_known = true;
    match kind {
        Some(blank) if blank.trim().is_empty() => {
            linter
                .about_attribute(&texts::BLANK_ATTRIBUTE, id, "type", "`type` is empty")
                .help("write `html`, `xhtml`, `text` or a media type");
        }
        Some(other)
            if !short_name
                && (!mime::is_media_type(other)
                    || mime::essence(other).starts_with("multipart/")
                    || mime::essence(other).starts_with("message/")) =>
        {
            is_known = false;
            let message = "content must not have this type";
            let help = "write `html`, `xhtml`, `text` or a media type other than `multipart/…` and `message/…`";
            linter.wrong_value(&values::MEDIA_TYPE, id, "type", message, help);
        }
        Some(_) if short_name && src.is_some() => {
            let message = "content that lies elsewhere must have a media type";
            let help = "write `text/html`, or whatever the type is there";
            linter.wrong_value(&values::MEDIA_TYPE, id, "type", message, help);
        }
        _ => {}
    }
    let Some(src) = src else {
        if is_known {
            by_type(linter, id, kind.unwrap_or("text"));
        }
        return;
    };
    let spot = Spot::attribute(linter, id, "src");
    shapes::reference(linter.log, &spot, &src);
    relative(linter, id, &spot, &src);
    if kind.is_none() {
        linter
            .about(&MISSING_TYPE, id, "`content` has a URL, but no type")
            .attr("type")
            .help("add `type=\"…\"` with the media type");
    }
    linter.no_text(id);
    linter.no_elements(id);
}
