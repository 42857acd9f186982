//! `item`, its enclosure, its guid and its source.

use super::{
    CONTENT_ORDER, EMPTY_ITEM, ENCLOSURE_URL, NEGATIVE_LENGTH, SAME_MEANING_IN_ITEM, twins,
};
use crate::Format;
use crate::grammar::{ITEM, Shape};
use crate::linter::Linter;
use crate::rules::{ids, modules, numbers, podcast, structure, urls, values};
use crate::shapes::{self, Spot};
use crate::values::{mime, number, uri};
use crate::xml::{Id, Ns};

/// `item`.
pub fn item(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &[]);
    linter.children(id, &ITEM);
}

/// `enclosure`.
pub fn enclosure(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &["url", "length", "type"]);
    match linter.document.value_of(id, "url") {
        None => linter.missing_attribute_alone(id, "url"),
        Some(url) if url.is_ascii() && uri::is_http(&url) && uri::fault(&url).is_none() => {}
        Some(url) => {
            let spot = Spot::inside(linter, id, "url");
            http_attribute(linter, &spot, &url);
        }
    }
    match linter.document.value_of(id, "length") {
        None => linter.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "length"),
        Some(length) if length.starts_with('-') && number::is_integer(&length) => {
            let spot = Spot::inside(linter, id, "length");
            let message = "a length must not be negative";
            spot.report(linter.log, &NEGATIVE_LENGTH, message)
                .value(&length)
                .help("write the length of the file in bytes, or `0` if it is not known");
        }
        Some(length) if !number::is_non_negative_integer(&length) => {
            let message = "a length must be a whole number of bytes";
            let help = "write the length of the file in bytes, or `0` if it is not known";
            linter.wrong_value(&numbers::INTEGER_ATTRIBUTE, id, "length", message, help);
        }
        Some(_) => {}
    }
    match linter.document.value_of(id, "type") {
        None => linter.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "type"),
        Some(kind) if !mime::is_media_type(&kind) => {
            let spot = Spot::attribute(linter, id, "type");
            let rule = &values::MEDIA_TYPE_ATTRIBUTE;
            shapes::not_a_media_type(linter.log, &spot, rule, &kind, "audio/mpeg");
        }
        Some(_) => {}
    }
    linter.no_elements(id);
    linter.no_text(id);
}

/// An attribute that must be a full `http:` or `https:` URL.
pub fn http_attribute(linter: &mut Linter<'_, '_>, spot: &Spot, value: &str) {
    if uri::is_http(value) {
        if shapes::is_ascii(linter.log, spot, value) {
            shapes::reference(linter.log, spot, value);
        }
        return;
    }
    let message = "this must be a full `http:` or `https:` URL";
    spot.report(linter.log, &ENCLOSURE_URL, message)
        .value(value)
        .help("begin it with `https://` and the name of the host");
}

/// `guid`.
pub fn guid(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &["isPermaLink"]);
    let text = linter.text(id);
    let flag = linter.document.value_of(id, "isPermaLink");
    let permalink = match flag.as_deref() {
        None | Some("true") => true,
        Some("false") => false,
        Some(other) => {
            let near = other.to_ascii_lowercase();
            let message = "`isPermaLink` must be `true` or `false`";
            let finding = linter
                .about_attribute(&values::BOOLEAN_ATTRIBUTE, id, "isPermaLink", message)
                .value(other);
            finding.help(if near == "true" { "write `true`" } else { "write `false`" });
            false
        }
    };
    if text.is_empty() && !permalink {
        linter.blank(id);
    } else if permalink && !uri::is_http(&text) {
        let name_of_its_own =
            text.starts_with("tag:") || text.to_ascii_lowercase().starts_with("urn:");
        let never = uri::fault(&text).filter(|_| !name_of_its_own);
        let rule = if name_of_its_own {
            &ids::PERMALINK
        } else if matches!(never, Some(uri::Fault::Character(..))) {
            &urls::URI_CHARACTER
        } else {
            &ids::GUID_URL
        };
        let message = match never {
            Some(uri::Fault::Character(character, _)) if !character.is_whitespace() => format!(
                "a guid must be a URL unless `isPermaLink` is `false`, and no URL has a `{character}`"
            ),
            _ => "a guid must be the URL of the page unless `isPermaLink` is `false`".to_owned(),
        };
        let finding = linter.about_text(rule, id, message).value(&text);
        finding.help(if text.is_empty() {
            "write the URL of the page into it, or leave it out"
        } else if flag.is_some() {
            "write the URL of the page, or `isPermaLink=\"false\"`"
        } else {
            "write `<guid isPermaLink=\"false\">`"
        });
    } else if permalink && (uri::fault(&text).is_some() || !text.is_ascii()) {
        let spot = Spot::text(linter, id);
        if shapes::reference(linter.log, &spot, &text) {
            let message = "a guid that is a URL must be ASCII unless `isPermaLink` is `false`";
            spot.report(linter.log, &ids::GUID_URL, message)
                .value(&text)
                .help("write `isPermaLink=\"false\"`: a published guid must stay as it is");
        }
    } else if !permalink && number::is_non_negative_integer(&text) && text.len() < 9 {
        let message = "a short number is hardly unique in the world";
        let help = "write the URL of the page, or a `tag:` or `urn:uuid:` name";
        linter.wrong_text(&ids::SHORT_GUID, id, message, help);
    }
    linter.no_elements(id);
}

/// `source`.
pub fn source(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &["url"]);
    match linter.document.value_of(id, "url") {
        None => linter.missing_attribute_alone(id, "url"),
        Some(url) => {
            let spot = Spot::inside(linter, id, "url");
            if shapes::is_ascii(linter.log, &spot, &url) {
                shapes::absolute(linter.log, &spot, &url);
            }
        }
    }
    shapes::check(linter, id, Shape::TextOrNothing);
}

/// Requirements on an item as a whole.
pub fn after_item(linter: &mut Linter<'_, '_>, item: Id) {
    let rdf = linter.is_rdf();
    if !linter.document.closed(item) {
        return;
    }
    if !rdf {
        if linter.core_child(item, "title").is_none()
            && linter.core_child(item, "description").is_none()
        {
            let message = "this item has neither title nor description";
            linter
                .log
                .report(&EMPTY_ITEM, linter.document.tag(item), message)
                .element("item")
                .help("add `<title>…</title>`");
        }
        if linter.format == Format::Rss20
            && linter.core_child(item, "guid").is_none()
            && linter.document.child(item, Ns::Atom, "id").is_none()
        {
            linter.missing(item, "guid", &ids::MISSING_GUID);
        }
        let description = linter.core_child(item, "description");
        if let Some(content) = linter.document.child(item, Ns::Content, "encoded")
            && description.is_none_or(|description| description > content)
        {
            let message = "there is no `description` before `content:encoded`";
            linter
                .log
                .report(&CONTENT_ORDER, linter.document.tag(content), message)
                .element("item")
                .help("put a `description` with the summary before it");
        }
    }
    twins::check(linter, item, twins::ITEM, &SAME_MEANING_IN_ITEM);
    let licences = (
        linter.document.child(item, Ns::Cc, "license"),
        linter.document.child(item, Ns::Cc2, "license"),
    );
    if let (Some(_), Some(second)) = licences {
        let message = "`cc:license` means the same as `creativeCommons:license`";
        linter
            .log
            .report(&SAME_MEANING_IN_ITEM, linter.document.tag(second), message)
            .element("item")
            .param("core", "creativeCommons:license")
            .param("ext", "cc:license")
            .help("keep one of the two");
    }
    modules::after_item(linter, item);
    podcast::after_item(linter, item);
}
