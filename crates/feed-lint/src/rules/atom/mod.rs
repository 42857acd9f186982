//! Atom (RFC 4287), beyond plain values.

mod links;
mod text;
mod whole;

pub use links::{link, self_link_in_channel};
pub use text::{content, text};
pub use whole::{after_entry, after_feed, after_source};

use crate::grammar::{ENTRY, FEED, PERSON, SOURCE, Shape};
use crate::linter::Linter;
use crate::shapes::{self, Spot};
use crate::values::{self, mail, names};
use crate::xml::Id;

use super::{ids, people, texts};
use links::relative;

feed_lint_findings::rules! {
    for ATOM;
    /// An entry has content or a link of relation `alternate` (Atom).
    ///
    /// Without both there is nothing to read and nowhere to go (RFC 4287, section 4.1.2).
    Error MISSING_CONTENT "missing-content" w3c "MissingContentOrAlternate":
        "<entry><title>One</title>…</entry>"
        => "<entry><title>One</title><link href=\"https://example.org/1\"/>…</entry>";

    /// An entry has a summary or content (Atom).
    ///
    /// A title alone is little to read (RFC 4287, section 4.1.1.1).
    Warning MISSING_TEXT "missing-text" w3c "MissingTextualContent":
        "<entry><title>One</title><link href=\"https://example.org/1\"/>…</entry>"
        => "<entry><title>One</title><link href=\"https://example.org/1\"/><summary>What it is about</summary>…</entry>";

    /// An entry whose content lies elsewhere or is Base64 has a summary (Atom).
    ///
    /// Readers that cannot show the content show the summary (RFC 4287, section 4.1.2).
    Error MISSING_SUMMARY "missing-summary" w3c "MissingSummary":
        "<entry><content src=\"https://example.org/1.pdf\" type=\"application/pdf\"/>…</entry>"
        => "<entry><summary>The minutes as PDF</summary><content src=\"https://example.org/1.pdf\" type=\"application/pdf\"/>…</entry>";

    /// No two links of relation `alternate` have the same type and language (Atom).
    ///
    /// Readers could not tell which to open (RFC 4287, sections 4.1.1 and 4.1.2).
    Error DUPLICATE_LINK "duplicate-link" w3c "DuplicateAtomLink" for XML:
        "<link href=\"https://example.org/\"/><link href=\"https://example.com/\"/>"
        => "<link href=\"https://example.org/\"/><link rel=\"related\" href=\"https://example.com/\"/>";

    /// A link of Atom is an empty element (Atom).
    ///
    /// The URL is in `href`; readers ignore text inside (RFC 4287, section 4.2.7).
    Warning LINK_NOT_EMPTY "link-not-empty" w3c "AtomLinkNotEmpty" for XML:
        "<link>https://example.org/</link>" => "<link href=\"https://example.org/\"/>";

    /// The relation of a link is registered with IANA, or a URL of its own (Atom).
    ///
    /// Other words mean nothing to readers (RFC 4287, section 4.2.7.2; RFC 8288).
    Warning LINK_RELATION "link-relation" w3c "UnregisteredAtomLinkRel" for XML:
        "<link rel=\"service.post\" href=\"https://example.org/post\"/>"
        => "<link rel=\"edit\" href=\"https://example.org/post\"/>";

    /// In a feed everything about the feed comes before the first entry (Atom).
    ///
    /// Readers that parse as the file comes in know the feed by then (RFC 4287, section 4.1.1, asks
    /// so in the schema of the source).
    Error MISPLACED_METADATA "misplaced-metadata" w3c "MisplacedMetadata":
        "<feed><entry>…</entry><id>tag:example.org,2026:feed</id></feed>"
        => "<feed><id>tag:example.org,2026:feed</id><entry>…</entry></feed>";

    /// Content that lies elsewhere has a type (Atom).
    ///
    /// Readers decide by it whether to fetch it (RFC 4287, section 4.1.3.2).
    Warning MISSING_TYPE "missing-content-type" w3c "MissingTypeAttr":
        "<content src=\"https://example.org/1.pdf\"/>"
        => "<content src=\"https://example.org/1.pdf\" type=\"application/pdf\"/>";
}

/// The document element `feed`.
pub fn feed(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &[]);
    linter.children(id, &FEED);
}

/// `entry`.
pub fn entry(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &[]);
    linter.children(id, &ENTRY);
}

/// `source`.
pub fn source(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &[]);
    linter.children(id, &SOURCE);
}

/// `author` and `contributor`.
pub fn person(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &[]);
    let context = &PERSON;
    linter.children(id, context);
}

/// A person's `name`.
pub fn name(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &[]);
    shapes::check(linter, id, Shape::Text);
    let text = linter.text(id);
    if let Some(address) = mail::find(&text) {
        let address = address.to_owned();
        let message = format!("there is a mail address in the name: {address}");
        let help = format!("write the name here, and `<email>{address}</email>` beside it");
        linter.wrong_text(&people::MAIL_IN_NAME, id, message, help);
    }
}

/// A person's `email`.
pub fn email(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &[]);
    let text = linter.text(id);
    if !mail::is_address(&text) {
        let found = mail::find(&text).map(str::to_owned);
        let message = "this is not a valid mail address";
        let finding = linter.about_text(&people::MAIL_ADDRESS, id, message).value(&text);
        finding.help(found.map_or_else(
            || "write an address like `ada@example.org`".to_owned(),
            |a| format!("write `{a}`"),
        ));
    } else if !mail::has_public_domain(&text) {
        let message = "the domain of this mail address is not a public one";
        let help = "write an address at a public domain, or leave the element out";
        linter.wrong_text(&people::LOCAL_MAIL_DOMAIN, id, message, help);
    }
    linter.no_elements(id);
}

/// `category`.
pub fn category(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &["term", "scheme", "label"]);
    match linter.document.value_of(id, "term") {
        None => linter.missing_attribute_alone(id, "term"),
        Some(term) if term.trim().is_empty() => {
            Spot::inside(linter, id, "term")
                .report(linter.log, &texts::BLANK_ELEMENT, "`term` is empty")
                .help("write the category into it");
        }
        Some(_) => {}
    }
    if let Some(scheme) = linter.document.value_of(id, "scheme") {
        let spot = Spot::inside(linter, id, "scheme");
        shapes::absolute(linter.log, &spot, &scheme);
    }
    if let Some(label) = linter.document.value_of(id, "label") {
        let spot = Spot::inside(linter, id, "label");
        shapes::no_html(linter.log, &spot, "label", &label);
    }
}

/// `generator`.
pub fn generator(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &["uri", "version"]);
    if let Some(value) = linter.document.value_of(id, "uri") {
        let spot = Spot::attribute(linter, id, "uri");
        shapes::reference(linter.log, &spot, &value);
    }
    shapes::check(linter, id, Shape::Text);
}

/// `icon`, `logo` and a person's `uri`.
pub fn reference(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &[]);
    let text = linter.text(id);
    space_around(linter, id, &text);
    if text.is_empty() {
        linter.blank(id);
    }
    let spot = Spot::text(linter, id);
    shapes::reference(linter.log, &spot, &text);
    relative(linter, id, &spot, &text);
    linter.no_elements(id);
}

fn space_around(linter: &mut Linter<'_, '_>, id: Id, text: &str) {
    if !text.is_empty() && linter.document.text(id).len() != text.len() {
        shapes::whitespace(linter, id, text);
    }
}

/// `id`.
pub fn id(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &[]);
    let text = linter.text(id);
    let spot = Spot::text(linter, id);
    space_around(linter, id, &text);
    // An empty id of a feed is reported below; that of an entry loses the entry as well.
    if text.is_empty() && linter.parent_label(id) == "entry" {
        linter
            .about(&ids::BLANK_ID, id, "the id of an entry must not be empty")
            .help("write an id of the entry's own, as in `tag:example.org,2026:1`");
        linter.no_elements(id);
        return;
    }
    let lower = text.get(..9).unwrap_or(&text).to_ascii_lowercase();
    if lower.starts_with("tag:") {
        if !names::is_tag(&text) {
            spot.report(linter.log, &ids::TAG_URI, "this is not a valid `tag:` URI")
                .value(&text)
                .help("write `tag:` host `,` year `:` name, as in `tag:example.org,2026:1`");
        }
    } else if lower.starts_with("urn:uuid:") && !names::is_uuid(text.get(9..).unwrap_or_default()) {
        spot.report(linter.log, &ids::UUID, "this is not a valid UUID").value(&text).help(
            "write 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12, with hyphens between them",
        );
    } else if lower.starts_with("urn:") {
        if names::is_urn(&text) {
            canonical(linter, &spot, &text);
        } else {
            spot.report(linter.log, &ids::URN, "this is not a valid URN")
                .value(&text)
                .help("write `urn:` a registered namespace `:` name, or use `tag:`");
        }
    } else if shapes::absolute(linter.log, &spot, &text) {
        canonical(linter, &spot, &text);
    }
    linter.no_elements(id);
}

fn canonical(linter: &mut Linter<'_, '_>, spot: &Spot, text: &str) {
    if let Some(canonical) = values::canonical(text) {
        let message = "this id is not in its canonical form";
        spot.report(linter.log, &ids::NOT_CANONICAL, message).value(text).help(format!(
            "for new entries write `{canonical}`; keep the ids that are published already"
        ));
    }
}
