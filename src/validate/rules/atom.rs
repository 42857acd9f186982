//! What Atom (RFC 4287) asks for beyond plain values.

use std::borrow::Cow;
use std::collections::BTreeMap;

use url::Url;

use crate::validate::Format;
use crate::validate::grammar::{ENTRY, FEED, PERSON, SOURCE, Shape};
use crate::validate::html::{self, Looks};
use crate::validate::judge::Judge;
use crate::validate::log::short;
use crate::validate::shapes::{self, Spot};
use crate::validate::values::{language, mail, mime, number, relations, uri};
use crate::validate::xml::{Id, Ns};

use super::{
    addresses, history, html as html_rule, ids, namespaces, numbers, people, structure, texts,
    values,
};

rules! {
    for ATOM;
    Error MISSING_CONTENT "missing-content" w3c "MissingContentOrAlternate" {
        what: "An entry has content or a link of relation `alternate` (Atom).",
        why: "Without both there is nothing to read and nowhere to go (RFC 4287, section 4.1.2).",
        example: "<entry><title>One</title>…</entry>",
        instead: "<entry><title>One</title><link href=\"https://example.org/1\"/>…</entry>",
    }
    Warning MISSING_TEXT "missing-text" w3c "MissingTextualContent" {
        what: "An entry has a summary or content (Atom).",
        why: "A title alone is little to read (RFC 4287, section 4.1.1.1).",
        example: "<entry><title>One</title><link href=\"https://example.org/1\"/>…</entry>",
        instead: "<entry><title>One</title><link href=\"https://example.org/1\"/><summary>What it is about</summary>…</entry>",
    }
    Error MISSING_SUMMARY "missing-summary" w3c "MissingSummary" {
        what: "An entry whose content lies elsewhere or is Base64 has a summary (Atom).",
        why: "Readers that cannot show the content show the summary (RFC 4287, section 4.1.2).",
        example: "<entry><content src=\"https://example.org/1.pdf\" type=\"application/pdf\"/>…</entry>",
        instead: "<entry><summary>The minutes as PDF</summary><content src=\"https://example.org/1.pdf\" type=\"application/pdf\"/>…</entry>",
    }
    Error DUPLICATE_LINK "duplicate-link" w3c "DuplicateAtomLink" for XML {
        what: "No two links of relation `alternate` have the same type and language (Atom).",
        why: "Readers could not tell which to open (RFC 4287, sections 4.1.1 and 4.1.2).",
        example: "<link href=\"https://example.org/\"/><link href=\"https://example.com/\"/>",
        instead: "<link href=\"https://example.org/\"/><link rel=\"related\" href=\"https://example.com/\"/>",
    }
    Warning LINK_NOT_EMPTY "link-not-empty" w3c "AtomLinkNotEmpty" for XML {
        what: "A link of Atom is an empty element (Atom).",
        why: "The address is in `href`; text inside is not looked at (RFC 4287, section 4.2.7).",
        example: "<link>https://example.org/</link>",
        instead: "<link href=\"https://example.org/\"/>",
    }
    Warning LINK_RELATION "link-relation" w3c "UnregisteredAtomLinkRel" for XML {
        what: "The relation of a link is registered with IANA, or an address of its own (Atom).",
        why: "Other words mean nothing to readers (RFC 4287, section 4.2.7.2; RFC 8288).",
        example: "<link rel=\"service.post\" href=\"https://example.org/post\"/>",
        instead: "<link rel=\"edit\" href=\"https://example.org/post\"/>",
    }
    Error MISPLACED_METADATA "misplaced-metadata" w3c "MisplacedMetadata" {
        what: "In a feed everything about the feed comes before the first entry (Atom).",
        why: "Readers that parse as the file comes in know the feed by then (RFC 4287, section 4.1.1, asks so in the schema of the source).",
        example: "<feed><entry>…</entry><id>tag:example.org,2026:feed</id></feed>",
        instead: "<feed><id>tag:example.org,2026:feed</id><entry>…</entry></feed>",
    }
    Warning MISSING_TYPE "missing-content-type" w3c "MissingTypeAttr" {
        what: "Content that lies elsewhere has a type (Atom).",
        why: "Readers decide by it whether to fetch it (RFC 4287, section 4.1.3.2).",
        example: "<content src=\"https://example.org/1.pdf\"/>",
        instead: "<content src=\"https://example.org/1.pdf\" type=\"application/pdf\"/>",
    }
}

/// The document element `feed`.
pub fn feed(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &[]);
    j.children(id, &FEED);
}

/// `entry`.
pub fn entry(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &[]);
    j.children(id, &ENTRY);
}

/// `source`.
pub fn source(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &[]);
    j.children(id, &SOURCE);
}

/// `author` and `contributor`.
pub fn person(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &[]);
    let context = &PERSON;
    j.children(id, context);
}

/// A person's `name`.
pub fn name(j: &mut Judge<'_, '_>, id: Id) {
    shapes::judge(j, id, Shape::Text);
    let text = j.text(id);
    if let Some(address) = mail::find(&text) {
        let address = address.to_owned();
        j.about_text(
            &people::MAIL_IN_NAME,
            id,
            format!("there is a mail address in the name: {address}"),
        )
        .value(&text)
        .help(format!(
            "write the name here, and `<email>{address}</email>` beside it"
        ));
    }
}

/// A person's `email`.
pub fn email(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    if !mail::is_address(&text) {
        let found = mail::find(&text).map(str::to_owned);
        let said = j
            .about_text(&people::MAIL_ADDRESS, id, "this is no mail address")
            .value(&text);
        said.help(found.map_or_else(
            || "write an address like `ada@example.org`".to_owned(),
            |a| format!("write `{a}`"),
        ));
    } else if !mail::has_public_domain(&text) {
        j.about_text(
            &people::LOCAL_MAIL_DOMAIN,
            id,
            "nobody else knows the domain of this mail address",
        )
        .value(&text)
        .help("write an address at a public domain, or leave the element out");
    }
    j.no_elements(id);
}

/// `category`.
pub fn category(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &["term", "scheme", "label"]);
    match j.document.value_of(id, "term") {
        None => {
            let (range, label) = (j.document.tag(id), j.label(id));
            j.log
                .say(
                    &structure::MISSING_ATTRIBUTE,
                    range,
                    "`category` has no attribute `term`",
                )
                .element(label)
                .attr("term")
                .help("add `term=\"…\"`");
        }
        Some(term) if term.trim().is_empty() => {
            Spot::inside(j, id, "term")
                .say(j.log, &texts::BLANK_ELEMENT, "`term` is empty")
                .help("write the category into it");
        }
        Some(_) => {}
    }
    if let Some(scheme) = j.document.value_of(id, "scheme") {
        let spot = Spot::inside(j, id, "scheme");
        shapes::absolute(j.log, &spot, &scheme);
    }
    if let Some(label) = j.document.value_of(id, "label")
        && let Looks::Html(_) = html::looks(&label)
    {
        Spot::inside(j, id, "label")
            .say(
                j.log,
                &html_rule::HTML_IN_TEXT,
                "`label` is plain text, but looks like HTML",
            )
            .value(&label)
            .help("remove the tags and entities");
    }
}

/// `generator`.
pub fn generator(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &["uri", "version"]);
    if let Some(value) = j.document.value_of(id, "uri") {
        let spot = Spot::attribute(j, id, "uri");
        shapes::reference(j.log, &spot, &value);
    }
    shapes::judge(j, id, Shape::Text);
}

/// `icon`, `logo` and a person's `uri`.
pub fn reference(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    space_around(j, id, &text);
    let spot = Spot::text(j, id);
    shapes::reference(j.log, &spot, &text);
    j.no_elements(id);
}

fn space_around(j: &mut Judge<'_, '_>, id: Id, text: &str) {
    if !text.is_empty() && j.document.text(id).len() != text.len() {
        shapes::whitespace(j, id, text);
    }
}

/// `id`.
pub fn id(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    let spot = Spot::text(j, id);
    space_around(j, id, &text);
    if text.is_empty() {
        j.blank(id);
    }
    let lower = text.get(..9).unwrap_or(&text).to_ascii_lowercase();
    if lower.starts_with("tag:") {
        if !uri::is_tag(&text) {
            spot.say(j.log, &ids::TAG_URI, "this is no name of scheme `tag`")
                .value(&text)
                .help("write `tag:` host `,` year `:` name, as in `tag:example.org,2026:1`");
        }
    } else if lower.starts_with("urn:uuid:") && !uri::is_uuid(text.get(9..).unwrap_or_default()) {
        spot.say(j.log, &ids::UUID, "this is no UUID")
            .value(&text)
            .help("write 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12");
    } else if lower.starts_with("urn:") {
        if uri::is_urn(&text) {
            canonical(j, &spot, &text);
        } else {
            spot.say(j.log, &ids::URN, "this is no URN")
                .value(&text)
                .help("write `urn:` a registered namespace `:` name, or use `tag:`");
        }
    } else if shapes::absolute(j.log, &spot, &text) {
        canonical(j, &spot, &text);
    }
    j.no_elements(id);
}

fn canonical(j: &mut Judge<'_, '_>, spot: &Spot, text: &str) {
    if let Some(canonical) = uri::canonical(text) {
        spot.say(
            j.log,
            &ids::NOT_CANONICAL,
            "this id is not in its canonical form",
        )
        .value(text)
        .help(format!(
            "for new entries write `{canonical}`; keep the ids that are published already"
        ));
    }
}

/// `link`, also in RSS.
pub fn link(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &["href", "rel", "type", "hreflang", "title", "length"]);
    let in_entry = matches!(j.document.local(j.document.parent(id)), "entry" | "item");
    let rel = j.document.value_of(id, "rel");
    let href = j.document.value_of(id, "href");
    match &href {
        None => j.missing_attribute(&structure::MISSING_HREF, id, "href"),
        Some(href) => {
            let spot = Spot::beside(j, id, "href");
            if shapes::reference(j.log, &spot, href) {
                shapes::registered(j.log, &spot, href);
            }
        }
    }
    relation(j, id, rel.as_deref(), in_entry);
    if let Some(kind) = j.document.value_of(id, "type") {
        if !mime::is_media_type(&kind) {
            j.about_attribute(&values::MEDIA_TYPE, id, "type", "this is no media type")
                .value(&kind)
                .help("write a type like `text/html`");
        } else if in_entry
            && rel.as_deref() == Some("self")
            && !matches!(
                mime::essence(&kind).as_str(),
                "application/atom+xml" | "application/rss+xml"
            )
        {
            j.about_attribute(
                &addresses::SELF_NOT_ATOM,
                id,
                "type",
                format!("the entry itself is Atom, not {kind}"),
            )
            .value(&kind)
            .help("write `rel=\"alternate\"`");
        }
    }
    if let Some(tag) = j.document.value_of(id, "hreflang")
        && !language::is_language(&tag)
    {
        let spot = Spot::beside(j, id, "hreflang");
        shapes::not_a_language(j.log, &spot, &tag);
    }
    if let Some(title) = j.document.value_of(id, "title") {
        if title.trim().is_empty() {
            j.about_attribute(&texts::BLANK_ATTRIBUTE, id, "title", "`title` is empty")
                .help("write a title, or leave the attribute out");
        } else if let Looks::Html(_) = html::looks(&title) {
            j.about_attribute(
                &html_rule::HTML_IN_TEXT,
                id,
                "title",
                "`title` is plain text, but looks like HTML",
            )
            .value(&title)
            .help("remove the tags and entities");
        }
        mangled_attribute(j, id, "title", &title);
    }
    if let Some(length) = j.document.value_of(id, "length")
        && !number::is_non_negative_integer(&length)
    {
        Spot::beside(j, id, "length")
            .say(
                j.log,
                &numbers::NON_NEGATIVE_INTEGER,
                "a length is a whole number of bytes",
            )
            .value(&length)
            .help("write the length in bytes, or leave the attribute out");
    }
    super::threading::on_link(j, id);
    if !j.text(id).is_empty() {
        j.about(
            &LINK_NOT_EMPTY,
            id,
            "a link is an empty element; what is inside is not looked at",
        )
        .help("write the address into `href`");
    }
}

fn mangled_attribute(j: &mut Judge<'_, '_>, id: Id, name: &str, value: &str) {
    if let Some((_, sign)) = crate::validate::encoding::mangled(value).filter(|_| j.suspicious) {
        Spot::inside(j, id, name)
            .say(
                j.log,
                &super::encoding::BAD_CHARACTERS,
                format!(
                    "“{}” looks like text that was decoded wrongly",
                    sign.escape_debug()
                ),
            )
            .help("save the source of this text as UTF-8 and build the feed again");
    }
}

fn relation(j: &mut Judge<'_, '_>, id: Id, rel: Option<&str>, in_entry: bool) {
    let Some(rel) = rel else { return };
    if rel.trim().is_empty() {
        j.about_attribute(&texts::BLANK_ATTRIBUTE, id, "rel", "`rel` is empty")
            .help("write a relation, or leave the attribute out");
    }
    let iana = rel
        .to_ascii_lowercase()
        .starts_with("http://www.iana.org/assignments/relation/");
    if iana || (!relations::is_known(rel) && !uri::is_absolute(rel)) || uri::fault(rel).is_some() {
        if iana && relations::is_known(rel) {
            return;
        }
        j.about_attribute(
            &LINK_RELATION,
            id,
            "rel",
            format!("nobody knows the relation `{}`", short(rel, 60)),
        )
        .value(rel)
        .help("write a registered relation, or an address of your own");
    }
    if in_entry {
        history::in_entry(j, id, rel);
    }
}

/// A text construct: `title`, `subtitle`, `summary`, `rights`.
pub fn text(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &["type"]);
    let kind = j.document.value_of(id, "type");
    let kind = kind.as_deref();
    match kind {
        None | Some("text" | "html" | "xhtml") => {}
        Some(blank) if blank.trim().is_empty() => {
            j.about_attribute(&texts::BLANK_ATTRIBUTE, id, "type", "`type` is empty")
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
            let range = j.value_range(id, "type");
            j.about_attribute(
                &html_rule::TEXT_TYPE,
                id,
                "type",
                "this type is `text`, `html` or `xhtml`",
            )
            .value(other)
            .help(format!("write `type=\"{meant}\"`"))
            .fix("write the type as Atom has it", range, meant);
        }
        Some(other) => {
            j.about_attribute(
                &values::MEDIA_TYPE,
                id,
                "type",
                "this is neither a text type nor a media type",
            )
            .value(other)
            .help("write `text`, `html` or `xhtml`");
        }
    }
    by_type(j, id, kind.unwrap_or("text"));
}

/// Judges what is inside an element by its type.
fn by_type(j: &mut Judge<'_, '_>, id: Id, kind: &str) {
    let essence = mime::essence(kind);
    match essence.as_str() {
        "" => {}
        "text" | "text/plain" => plain(j, id),
        "html" => escaped_html(j, id),
        "xhtml" => inline_xhtml(j, id),
        "text/html" => {
            page(j, id);
            if !j.text(id).is_empty() || j.document.has_elements(id) {
                escaped_html(j, id);
            }
        }
        "application/xhtml+xml" => {
            let page = j
                .document
                .elements(id)
                .any(|child| j.document.is(child, Ns::Xhtml, "html"));
            if !page {
                fragment(j, id);
            }
            let (label, parent) = (j.label(id), j.parent_label(id));
            shapes::xhtml(j, id, &label, Some(&parent));
        }
        xml if mime::is_xml(xml) => {
            let stray = j.document.children(id).find(|child| {
                !j.document.is_element(*child)
                    && j.document
                        .piece(*child)
                        .is_some_and(|text| !text.trim().is_empty())
            });
            if let Some(stray) = stray {
                j.unexpected_text(id, stray);
            }
        }
        text if text.starts_with("text/") => plain(j, id),
        _ => base64(j, id, &essence),
    }
}

fn plain(j: &mut Judge<'_, '_>, id: Id) {
    if !no_markup(j, id) {
        return;
    }
    let text = j.text(id);
    if text.is_empty() {
        j.blank(id);
        return;
    }
    j.mangled(id, &text);
    if let Looks::Html(_) = html::looks(&text) {
        let label = j.label(id);
        j.about_text(
            &html_rule::UNDECLARED_HTML,
            id,
            format!("`{label}` is plain text, but looks like HTML"),
        )
        .value(&text)
        .help(format!(
            "write `<{label} type=\"html\">`, or remove the tags and entities"
        ));
    }
}

/// Elements, and text around them, where only text may be.
fn no_markup(j: &mut Judge<'_, '_>, id: Id) -> bool {
    if !j.document.has_elements(id) {
        return true;
    }
    let stray = j.document.children(id).find(|child| {
        !j.document.is_element(*child)
            && j.document
                .piece(*child)
                .is_some_and(|text| !text.trim().is_empty())
    });
    j.no_elements(id);
    if let Some(stray) = stray {
        j.unexpected_text(id, stray);
    }
    false
}

fn escaped_html(j: &mut Judge<'_, '_>, id: Id) {
    if j.document.has_elements(id) {
        let label = j.label(id);
        j.about(
            &html_rule::NOT_ESCAPED,
            id,
            format!("the HTML in `{label}` is not escaped"),
        )
        .help("escape it (`&lt;p>`), or write `type=\"xhtml\"` and a `div` around it");
        no_markup(j, id);
        return;
    }
    if j.text(id).is_empty() {
        j.blank(id);
        return;
    }
    shapes::html_text(j, id);
}

fn page(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    let begin = text
        .get(..9)
        .map(str::to_ascii_lowercase)
        .unwrap_or_default();
    if !begin.starts_with("<html") && begin != "<!doctype" {
        fragment(j, id);
    }
}

fn fragment(j: &mut Judge<'_, '_>, id: Id) {
    let label = j.label(id);
    let kind = j
        .document
        .value_of(id, "type")
        .unwrap_or_default()
        .into_owned();
    let short_type = if kind.contains("xhtml") {
        "xhtml"
    } else {
        "html"
    };
    j.about(
        &html_rule::HTML_FRAGMENT,
        id,
        format!("`{label}` is a piece of HTML, not a whole page"),
    )
    .attr("type")
    .value(&kind)
    .help(format!("write `type=\"{short_type}\"`"));
}

fn inline_xhtml(j: &mut Judge<'_, '_>, id: Id) {
    let mut div = None;
    let mut escaped = false;
    let mut foreign = None;
    for child in j.document.children(id) {
        if !j.document.is_element(child) {
            let text = j.document.piece(child).unwrap_or_default();
            escaped |= matches!(html::looks(&text), Looks::Html(_));
        } else if j.document.is(child, Ns::Xhtml, "div") {
            div.get_or_insert(child);
        } else if j.document.local(child) == "div" {
            foreign.get_or_insert(child);
        }
    }
    let (label, parent) = (j.label(id), j.parent_label(id));
    if div.is_none() {
        j.about(
            &html_rule::MISSING_DIV,
            id,
            format!("`{label}` of type `xhtml` has no `div` of XHTML"),
        )
        .help("put `<div xmlns=\"http://www.w3.org/1999/xhtml\">` … `</div>` around the text");
    }
    if let Some(child) = foreign {
        let range = j.document.tag(child);
        j.log
            .say(
                &html_rule::BROKEN_HTML,
                range,
                "this `div` is not in the namespace of XHTML",
            )
            .element(label.clone())
            .parent(parent.clone())
            .value("div")
            .help("write `<div xmlns=\"http://www.w3.org/1999/xhtml\">`");
    }
    if escaped {
        j.about(
            &html_rule::NOT_INLINE,
            id,
            format!("`{label}` of type `xhtml` holds escaped HTML"),
        )
        .help("write `type=\"html\"`");
    }
    let outside: Vec<Id> = j
        .document
        .descendants(id)
        .filter(|inner| j.document.ns(*inner) == Ns::None)
        .take(20)
        .collect();
    for inner in outside {
        let (name, holder, range) = (
            j.document.local(inner).to_owned(),
            j.label(j.document.parent(inner)),
            j.document.tag(inner),
        );
        j.log
            .say(
                &namespaces::MISSING_NAMESPACE,
                range,
                format!("`{name}` is not in the namespace of XHTML"),
            )
            .element(name)
            .parent(holder)
            .help("declare `xmlns=\"http://www.w3.org/1999/xhtml\"` on the `div`");
    }
    let element = if div.is_some() { "div" } else { label.as_str() };
    let holder = if div.is_some() {
        None
    } else {
        Some(parent.as_str())
    };
    shapes::xhtml(j, id, element, holder);
}

fn base64(j: &mut Judge<'_, '_>, id: Id, essence: &str) {
    if !no_markup(j, id) {
        return;
    }
    let text = j.text(id);
    if text.is_empty() {
        j.blank(id);
        return;
    }
    let Some(bytes) = from_base64(&text) else {
        let label = j.label(id);
        j.about_text(
            &html_rule::NOT_BASE64,
            id,
            format!("`{label}` of type {essence} must be Base64"),
        )
        .help("encode the bytes as Base64, or give their address in `src`");
        return;
    };
    if essence.contains("html") {
        let decoded = String::from_utf8_lossy(&bytes);
        let (label, parent, range, relative) = (
            j.label(id),
            j.parent_label(id),
            j.trimmed(id),
            shapes::relative_rule(j, id),
        );
        let log = &mut *j.log;
        html::check(&decoded, &mut |_, fault| {
            shapes::say_fault(log, range.clone(), fault, &label, Some(&parent), relative);
        });
    }
}

/// The bytes of a text in Base64 (RFC 4648, section 4), white space ignored.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count, mut padding, mut digits) = (0_u32, 0_u32, 0, 0_usize);
    for byte in text.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        digits += 1;
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => {
                padding += 1;
                continue;
            }
            _ => return None,
        };
        if padding > 0 {
            return None;
        }
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from((bits >> count) & 0xff).ok()?);
        }
    }
    (digits % 4 == 0 && padding <= 2).then_some(out)
}

/// `content`.
pub fn content(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &["type", "src"]);
    let kind = j.document.value_of(id, "type");
    let kind = kind.as_deref();
    let src = j.document.value_of(id, "src");
    let short_name = matches!(kind, Some("text" | "html" | "xhtml"));
    match kind {
        Some(blank) if blank.trim().is_empty() => {
            j.about_attribute(&texts::BLANK_ATTRIBUTE, id, "type", "`type` is empty")
                .help("write `html`, `xhtml`, `text` or a media type");
        }
        Some(other)
            if !short_name
                && (!mime::is_media_type(other)
                    || mime::essence(other).starts_with("multipart/")
                    || mime::essence(other).starts_with("message/")) =>
        {
            j.about_attribute(
                &values::MEDIA_TYPE,
                id,
                "type",
                "this is no type that content may have",
            )
            .value(other)
            .help("write `html`, `xhtml`, `text` or a media type that is no composite");
        }
        Some(other) if short_name && src.is_some() => {
            j.about_attribute(
                &values::MEDIA_TYPE,
                id,
                "type",
                "content that lies elsewhere has a media type",
            )
            .value(other)
            .help("write `text/html`, or whatever the type is there");
        }
        _ => {}
    }
    let Some(src) = src else {
        by_type(j, id, kind.unwrap_or("text"));
        return;
    };
    let spot = Spot::attribute(j, id, "src");
    shapes::reference(j.log, &spot, &src);
    if kind.is_none() {
        j.about(&MISSING_TYPE, id, "`content` has an address, but no type")
            .attr("type")
            .help("add `type=\"…\"` with the media type");
    }
    let stray = j.document.children(id).find(|child| {
        !j.document.is_element(*child)
            && j.document
                .piece(*child)
                .is_some_and(|text| !text.trim().is_empty())
    });
    if let Some(stray) = stray {
        j.unexpected_text(id, stray);
    }
    j.no_elements(id);
}

/// What an entry as a whole must have.
pub fn after_entry(j: &mut Judge<'_, '_>, entry: Id) {
    if !j.document.closed(entry) {
        return;
    }
    let feed = j.document.parent(entry);
    let source = j.core_child(entry, "source");
    let author = j.core_child(entry, "author").is_some()
        || (feed != 0 && j.first_of(feed, "author").is_some())
        || source.is_some_and(|source| j.core_child(source, "author").is_some());
    if !author && feed != 0 {
        j.missing(entry, "author", &structure::MISSING_ELEMENT);
    }
    let content = j.core_child(entry, "content");
    let summary = j.core_child(entry, "summary");
    let links = links(j, entry);
    if content.is_none() && !links.iter().any(|link| link.relation == "alternate") {
        j.about(
            &MISSING_CONTENT,
            entry,
            "this entry has neither content nor a link to the page",
        )
        .help("add `<link href=\"…\"/>` with the address of the page");
    }
    if content.is_none() && summary.is_none() {
        j.about(
            &MISSING_TEXT,
            entry,
            "this entry has neither summary nor content",
        )
        .help("add `<summary>…</summary>`");
    }
    if let (Some(content), None) = (content, summary) {
        let kind = j
            .document
            .value_of(content, "type")
            .map(|kind| mime::essence(&kind))
            .unwrap_or_default();
        let encoded = kind.contains('/')
            && !kind.starts_with("text/")
            && !mime::is_xml(&kind)
            && mime::is_media_type(&kind);
        if j.document.attribute(content, "src").is_some() || encoded {
            j.about(
                &MISSING_SUMMARY,
                entry,
                "an entry whose content readers may not show needs a summary",
            )
            .help("add `<summary>…</summary>`");
        }
    }
    duplicate_links(j, &links);
    super::podcast::after_item(j, entry);
}

struct Link<'a> {
    id: Id,
    relation: Cow<'a, str>,
    kind: Cow<'a, str>,
    language: Cow<'a, str>,
    href: Option<Cow<'a, str>>,
}

fn links<'a>(j: &Judge<'a, '_>, holder: Id) -> Vec<Link<'a>> {
    j.document
        .elements(holder)
        .filter(|child| j.is_core(*child) && j.document.local(*child) == "link")
        .map(|id| {
            let value = |name: &str| j.document.value_of(id, name);
            let relation = value("rel").unwrap_or(Cow::Borrowed("alternate"));
            let relation = match relation.strip_prefix("http://www.iana.org/assignments/relation/")
            {
                Some(short) => Cow::Owned(short.to_owned()),
                None => relation,
            };
            Link {
                id,
                relation,
                kind: value("type").unwrap_or_default(),
                language: value("hreflang").unwrap_or_default(),
                href: value("href"),
            }
        })
        .collect()
}

fn duplicate_links(j: &mut Judge<'_, '_>, links: &[Link<'_>]) {
    let mut seen: BTreeMap<(&str, &str), Id> = BTreeMap::new();
    for link in links.iter().filter(|link| link.relation == "alternate") {
        if let Some(first) = seen.get(&(&*link.kind, &*link.language)).copied() {
            let first = j.document.tag(first);
            j.about(
                &DUPLICATE_LINK,
                link.id,
                "there is a link of this relation, type and language already",
            )
            .also(first, "first one here")
            .help("keep one, or give the other another relation");
        } else {
            seen.insert((&link.kind, &link.language), link.id);
        }
    }
}

/// What a source as a whole must have.
pub fn after_source(j: &mut Judge<'_, '_>, source: Id) {
    let links = links(j, source);
    duplicate_links(j, &links);
}

/// What a feed as a whole must have.
pub fn after_feed(j: &mut Judge<'_, '_>, feed: Id) {
    let links = links(j, feed);
    duplicate_links(j, &links);
    history::after_feed(
        j,
        feed,
        &links
            .iter()
            .map(|link| (link.relation.as_ref(), link.href.as_deref()))
            .collect::<Vec<_>>(),
    );
    self_link(j, feed, &links);
    texts::language_of_feed(j, feed);
    let entries: Vec<Id> = j
        .document
        .elements(feed)
        .filter(|child| j.is_core(*child) && j.document.local(*child) == "entry")
        .collect();
    if let Some(first) = entries.first().copied() {
        let late: Vec<Id> = j
            .document
            .elements(feed)
            .filter(|child| {
                *child > first && j.is_core(*child) && j.document.local(*child) != "entry"
            })
            .collect();
        for child in late {
            if !FEED
                .core
                .iter()
                .any(|(name, _, _)| *name == j.document.local(child))
            {
                continue;
            }
            let label = j.label(child);
            j.about(
                &MISPLACED_METADATA,
                child,
                format!("`{label}` comes after an entry"),
            )
            .help("move it before the first entry");
        }
    }
    unique(j, feed, &entries);
}

/// Entries of one id, or of one date.
fn unique(j: &mut Judge<'_, '_>, feed: Id, entries: &[Id]) {
    let mut by_id: BTreeMap<String, Vec<(Id, String)>> = BTreeMap::new();
    let mut by_date: BTreeMap<String, Id> = BTreeMap::new();
    for entry in entries {
        let updated = j
            .core_child(*entry, "updated")
            .map(|updated| (updated, j.text(updated).into_owned()));
        if let Some(id) = j.core_child(*entry, "id") {
            let date = updated
                .as_ref()
                .map(|(_, text)| text.clone())
                .unwrap_or_default();
            let text = j.text(id).into_owned();
            if !text.is_empty() {
                by_id.entry(text).or_default().push((id, date));
            }
        }
        let Some((updated, date)) = updated else {
            continue;
        };
        if let Some(first) = by_date.get(&date).copied() {
            let first = j.document.tag(first);
            j.about_text(
                &ids::DUPLICATE_UPDATED,
                updated,
                "another entry has this very date",
            )
            .value(&date)
            .also(first, "first one here")
            .help("write when this entry was last changed");
        } else {
            by_date.insert(date, updated);
        }
    }
    if entries.len() > 2
        && by_id.len() == 1
        && by_id.values().all(|same| same.len() == entries.len())
    {
        let range = j.document.tag(feed);
        j.log
            .say(
                &ids::DUPLICATE_IDS,
                range,
                "all entries of this feed have one id",
            )
            .element("feed")
            .help("give every entry an id of its own");
        return;
    }
    for same in by_id.values() {
        for (index, (id, date)) in same.iter().enumerate().skip(1) {
            let Some((first, _)) = same.iter().take(index).find(|(_, other)| other == date) else {
                continue;
            };
            let first = j.document.tag(*first);
            j.about_text(
                &ids::DUPLICATE_ENTRIES,
                *id,
                "another entry has this id and the same date",
            )
            .also(first, "first one here")
            .help("give every entry an id of its own");
        }
    }
}

fn self_link(j: &mut Judge<'_, '_>, feed: Id, links: &[Link<'_>]) {
    same_document(j, links);
    let Some(own) = links.iter().find(|link| link.relation == "self") else {
        let Some(base) = j.base else { return };
        if !j.document.closed(feed) {
            return;
        }
        let at = j.document.tag(feed).end;
        let element = format!(
            "\n<link rel=\"self\" href=\"{}\"/>",
            shapes::xml_attribute(base.as_str())
        );
        let prefix = j.document.prefix(feed).is_empty();
        let said = j
            .about(&addresses::MISSING_SELF, feed, "the feed has no self link")
            .help(format!("add `<link rel=\"self\" href=\"{base}\"/>`"));
        if prefix {
            said.fix("add the self link", at..at, element);
        }
        return;
    };
    let Some(href) = own.href.as_deref() else {
        return;
    };
    judge_self(j, feed, own.id, href);
}

/// A self link of a feed or channel: absolute, and where the feed is.
fn judge_self(j: &mut Judge<'_, '_>, holder: Id, id: Id, href: &str) {
    let based = [holder, id]
        .iter()
        .any(|at| j.document.attribute_ns(*at, Ns::Xml, "base").is_some());
    let spot = Spot::beside(j, id, "href");
    if uri::parts(href).scheme.is_none() && !based {
        j.log
            .say(
                &addresses::RELATIVE_SELF,
                spot.range.clone(),
                "the self link must be an absolute address",
            )
            .element("href")
            .value(href)
            .help("write the whole address of the feed");
        return;
    }
    let Some(base) = j.base else { return };
    let own_base = [id, holder]
        .iter()
        .filter_map(|at| j.document.attribute_ns(*at, Ns::Xml, "base"))
        .find_map(|attribute| base.join(&j.document.value(attribute)).ok());
    let resolved = own_base.as_ref().unwrap_or(base).join(href);
    let without_fragment = |url: &Url| {
        let mut url = url.clone();
        url.set_fragment(None);
        url
    };
    if resolved.is_ok_and(|url| without_fragment(&url) != without_fragment(base)) {
        spot.say(
            j.log,
            &addresses::SELF_ELSEWHERE,
            format!("the self link is not the address of this feed, {base}"),
        )
        .value(href)
        .help(format!("write `{base}`"));
    }
}

/// A reference that resolves to the `xml:base` that is in force, where that is not the document.
fn same_document(j: &mut Judge<'_, '_>, links: &[Link<'_>]) {
    let Some(base) = j.base else { return };
    for link in links {
        let Some(href) = link.href.as_deref() else {
            continue;
        };
        let mut at = j.document.parent(link.id);
        let mut chain = Vec::new();
        while at != 0 {
            chain.push(at);
            at = j.document.parent(at);
        }
        let mut outer = base.clone();
        for element in chain.iter().rev() {
            if let Some(attribute) = j.document.attribute_ns(*element, Ns::Xml, "base")
                && let Ok(joined) = outer.join(&j.document.value(attribute))
            {
                outer = joined;
            }
        }
        let own = j
            .document
            .attribute_ns(link.id, Ns::Xml, "base")
            .and_then(|a| outer.join(&j.document.value(a)).ok());
        let in_force = own.unwrap_or(outer);
        let relative = uri::parts(href).scheme.is_none();
        if relative
            && in_force != *base
            && in_force
                .join(href)
                .is_ok_and(|resolved| resolved == in_force)
        {
            let spot = Spot::beside(j, link.id, "href");
            spot.say(
                j.log,
                &addresses::SAME_DOCUMENT,
                "this address is the `xml:base` that is in force here",
            )
            .value(href)
            .help("write the whole address");
        }
    }
}

/// `atom:link` in an RSS channel.
pub fn self_link_in_channel(j: &mut Judge<'_, '_>, channel: Id) {
    let mut any = false;
    let links: Vec<Id> = j
        .document
        .elements(channel)
        .filter(|child| j.document.is(*child, Ns::Atom, "link"))
        .collect();
    for id in links {
        if j.document.value_of(id, "rel").as_deref() != Some("self") {
            continue;
        }
        any = true;
        if let Some(href) = j.document.value_of(id, "href") {
            judge_self(j, channel, id, &href);
        }
    }
    let Some(base) = j.base else { return };
    if any || j.format != Format::Rss20 {
        return;
    }
    let declared = j.document.namespaces.iter().any(|one| {
        one.ns == Ns::Atom
            && one.prefix == "atom"
            && (one.on == j.document.parent(channel) || one.on == channel)
    });
    let at = j.document.tag(channel);
    let range = at.clone();
    let element = format!(
        "\n<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"{}\"/>",
        shapes::xml_attribute(base.as_str())
    );
    let said = j
        .log
        .say(
            &addresses::MISSING_ATOM_SELF,
            range,
            "the channel has no `atom:link` to itself",
        )
        .element("channel")
        .help(format!(
            "add `<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"{base}\"/>`"
        ));
    if declared {
        said.fix("add the self link", at.end..at.end, element);
    }
}
