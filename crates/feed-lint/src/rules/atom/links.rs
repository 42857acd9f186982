//! Links: one by one, and all of one feed or entry together (RFC 4287, section 4.2.7).

use std::borrow::Cow;
use std::collections::BTreeMap;

use url::Url;

use crate::Format;
use crate::linter::Linter;
use crate::log::short;
use crate::rules::{history, html, numbers, structure, texts, urls, values};
use crate::shapes::{self, Spot};
use crate::values::{language, mime, number, relations, uri};
use crate::xml::{Document, Id, Ns};

use super::{DUPLICATE_LINK, LINK_NOT_EMPTY, LINK_RELATION};

/// `link`, also in RSS.
pub fn link(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &["href", "rel", "type", "hreflang", "title", "length"]);
    let in_entry = matches!(linter.document.local(linter.document.parent(id)), "entry" | "item");
    let rel = relations::of(linter.document, id);
    let href = linter.document.value_of(id, "href");
    match &href {
        None => linter.missing_attribute(&structure::MISSING_HREF, id, "href"),
        Some(href) if shapes::is_fine(href) => {}
        Some(href) => {
            let spot = Spot::beside(linter, id, "href");
            if shapes::reference(linter.log, &spot, href) {
                shapes::registered(linter.log, &spot, href);
            }
        }
    }
    relation(linter, id);
    if in_entry {
        history::in_entry(linter, id, &rel);
    }
    if let Some(kind) = linter.document.value_of(id, "type") {
        if !mime::is_media_type(&kind) {
            let spot = Spot::attribute(linter, id, "type");
            shapes::not_a_media_type(linter.log, &spot, &values::MEDIA_TYPE, &kind, "text/html");
        } else if rel == "self"
            && !matches!(
                mime::essence(&kind).as_str(),
                "application/atom+xml" | "application/rss+xml"
            )
        {
            let message = format!("a self link must lead to a feed or an entry, not to {kind}");
            let help = "write `rel=\"alternate\"`";
            linter.wrong_value(&urls::SELF_NOT_ATOM, id, "type", message, help);
        }
    }
    if let Some(tag) = linter.document.value_of(id, "hreflang")
        && !language::is_language(&tag)
    {
        let spot = Spot::beside(linter, id, "hreflang");
        shapes::not_a_language(linter.log, &spot, &tag);
    }
    if let Some(title) = linter.document.value_of(id, "title") {
        if title.trim().is_empty() {
            linter
                .about_attribute(&texts::BLANK_ATTRIBUTE, id, "title", "`title` is empty")
                .help("write a title, or leave the attribute out");
        } else if title.contains(['<', '&']) {
            let spot = Spot::attribute(linter, id, "title");
            shapes::no_html(linter.log, &spot, "title", &title);
        }
    }
    if let Some(length) = linter.document.value_of(id, "length")
        && !number::is_non_negative_integer(&length)
    {
        let message = "a length must be a whole number of bytes";
        Spot::beside(linter, id, "length")
            .report(linter.log, &numbers::NON_NEGATIVE_INTEGER, message)
            .value(&length)
            .help("write the length in bytes, or leave the attribute out");
    }
    crate::rules::threading::on_link(linter, id);
    if !linter.text(id).is_empty() {
        let message = "a link must be empty; readers ignore what is inside";
        linter.about(&LINK_NOT_EMPTY, id, message).help("write the URL into `href`");
    }
}

/// The relation of a link, as it is written.
fn relation(linter: &mut Linter<'_, '_>, id: Id) {
    let Some(rel) = linter.document.value_of(id, "rel") else { return };
    if rel.trim().is_empty() {
        linter
            .about_attribute(&texts::BLANK_ATTRIBUTE, id, "rel", "`rel` is empty")
            .help("write a relation, or leave the attribute out");
    }
    if !relations::is_known(&rel) {
        let lower = rel.to_ascii_lowercase();
        let (message, help) = if relations::is_known(&lower) {
            ("the name of a relation must be in lower case".to_owned(), format!("write `{lower}`"))
        } else {
            (
                format!("the relation `{}` is not registered", short(&rel, 60)),
                "write a registered relation, or a URL of your own".to_owned(),
            )
        };
        linter.wrong_value(&LINK_RELATION, id, "rel", message, help);
    }
}

/// A link, with the values to compare.
pub(super) struct Link<'a> {
    id: Id,
    pub(super) relation: Cow<'a, str>,
    kind: Cow<'a, str>,
    language: Cow<'a, str>,
    pub(super) href: Option<Cow<'a, str>>,
}

pub(super) fn links<'a>(linter: &Linter<'a, '_>, holder: Id) -> Vec<Link<'a>> {
    linter
        .core_children(holder, "link")
        .map(|id| {
            let value = |name: &str| linter.document.value_of(id, name);
            Link {
                id,
                relation: relations::of(linter.document, id),
                kind: value("type").unwrap_or_default(),
                language: value("hreflang").unwrap_or_default(),
                href: value("href"),
            }
        })
        .collect()
}

pub(super) fn duplicate_links(linter: &mut Linter<'_, '_>, links: &[Link<'_>]) {
    let mut seen: BTreeMap<(&str, &str), Id> = BTreeMap::new();
    for link in links.iter().filter(|link| link.relation == "alternate") {
        if let Some(first) = seen.get(&(&*link.kind, &*link.language)).copied() {
            let first = linter.document.tag(first);
            let message = "there is a link of this relation, type and language already";
            linter
                .about(&DUPLICATE_LINK, link.id, message)
                .also(first, "first one here")
                .help("keep one, or give the other another relation");
        } else {
            seen.insert((&link.kind, &link.language), link.id);
        }
    }
}

pub(super) fn self_link(linter: &mut Linter<'_, '_>, feed: Id, links: &[Link<'_>]) {
    // Capitals have a finding of their own.
    let is_self = |link: &&Link<'_>| link.relation.eq_ignore_ascii_case("self");
    let Some(own) = links.iter().find(is_self) else {
        let Some(base) = linter.base else { return };
        if !linter.document.closed(feed) {
            return;
        }
        let at = linter.document.tag(feed).end;
        let element =
            format!("\n<link rel=\"self\" href=\"{}\"/>", shapes::xml_attribute(base.as_str()));
        let prefix = linter.document.prefix(feed).is_empty();
        let finding = linter
            .about(&urls::MISSING_SELF, feed, "the feed has no self link")
            .help(format!("add `<link rel=\"self\" href=\"{base}\"/>`"));
        if prefix {
            finding.fix("add the self link", at..at, element);
        }
        return;
    };
    let Some(href) = own.href.as_deref() else {
        return;
    };
    check_self(linter, own.id, href);
}

/// A self link of a feed or channel must be absolute and equal the feed's URL.
fn check_self(linter: &mut Linter<'_, '_>, id: Id, href: &str) {
    let spot = Spot::beside(linter, id, "href");
    if uri::parts(href).scheme.is_none() && !linter.has_base(id) {
        let message = "the self link must be an absolute URL";
        linter
            .log
            .report(&urls::RELATIVE_SELF, spot.range.clone(), message)
            .element("href")
            .value(href)
            .help("write the whole URL of the feed");
    }
    let Some(base) = linter.base else { return };
    let resolved = base_at(linter.document, id, base).join(href);
    let without_fragment = |url: &Url| {
        let mut url = url.clone();
        url.set_fragment(None);
        url
    };
    if resolved.is_ok_and(|url| without_fragment(&url) != without_fragment(base)) {
        let message = format!("the self link is not the URL of this feed, {base}");
        spot.report(linter.log, &urls::SELF_ELSEWHERE, message)
            .value(href)
            .help(format!("write `{base}`"));
    }
}

/// A reference that resolves to the `xml:base` in force, where that is not the document.
pub(super) fn same_document(linter: &mut Linter<'_, '_>, links: &[Link<'_>]) {
    let Some(base) = linter.base else { return };
    for link in links {
        let Some(href) = link.href.as_deref() else {
            continue;
        };
        let in_force = base_at(linter.document, link.id, base);
        let relative = uri::parts(href).scheme.is_none();
        if relative
            && in_force != *base
            && in_force.join(href).is_ok_and(|resolved| resolved == in_force)
        {
            let spot = Spot::beside(linter, link.id, "href");
            let message = "this URL is the `xml:base` that is in force here";
            spot.report(linter.log, &urls::SAME_DOCUMENT, message)
                .value(href)
                .help("write the whole URL");
        }
    }
}

/// The URL that relative references at an element are resolved against.
fn base_at(document: &Document<'_>, id: Id, url: &Url) -> Url {
    if id == 0 {
        return url.clone();
    }
    let outer = base_at(document, document.parent(id), url);
    let own = document.attribute_ns(id, Ns::Xml, "base");
    own.and_then(|own| outer.join(&document.value(own)).ok()).unwrap_or(outer)
}

/// A relative link without a base. A relative self link has a rule of its own.
pub(super) fn without_base(linter: &mut Linter<'_, '_>, links: &[Link<'_>]) {
    for link in links.iter().filter(|link| link.relation != "self") {
        if let Some(href) = link.href.as_deref() {
            let spot = Spot::beside(linter, link.id, "href");
            relative(linter, link.id, &spot, href);
        }
    }
}

/// Reports a relative URL without a base: readers resolve it against the site, the feed or nothing.
pub(super) fn relative(linter: &mut Linter<'_, '_>, id: Id, spot: &Spot, url: &str) {
    let is_relative =
        !url.is_empty() && uri::fault(url).is_none() && uri::parts(url).scheme.is_none();
    if is_relative && !linter.has_base(id) {
        let message = "this URL is relative, and no `xml:base` says to what";
        spot.report(linter.log, &html::RELATIVE_WITHOUT_BASE, message)
            .value(url)
            .help("write the whole URL");
    }
}

/// `atom:link` in an RSS channel.
pub fn self_link_in_channel(linter: &mut Linter<'_, '_>, channel: Id) {
    let mut any = false;
    for id in linter.document.named(channel, Ns::Atom, "link") {
        if !relations::of(linter.document, id).eq_ignore_ascii_case("self") {
            continue;
        }
        any = true;
        if let Some(href) = linter.document.value_of(id, "href") {
            check_self(linter, id, &href);
        }
    }
    let Some(base) = linter.base else { return };
    if any || linter.format != Format::Rss20 {
        return;
    }
    let declared = linter.document.namespaces.iter().any(|one| {
        one.ns == Ns::Atom
            && one.prefix == "atom"
            && (one.on == linter.document.parent(channel) || one.on == channel)
    });
    let xmlns = if declared { "" } else { " xmlns:atom=\"http://www.w3.org/2005/Atom\"" };
    let at = linter.document.tag(channel);
    let element = format!(
        "<atom:link{xmlns} rel=\"self\" type=\"application/rss+xml\" href=\"{}\"/>",
        shapes::xml_attribute(base.as_str())
    );
    let message = "the channel has no `atom:link` to itself";
    linter
        .log
        .report(&urls::MISSING_ATOM_SELF, at.clone(), message)
        .element("channel")
        .help(format!("add `{element}`"))
        .fix("add the self link", at.end..at.end, format!("\n{element}"));
}
