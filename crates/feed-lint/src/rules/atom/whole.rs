//! What a feed, an entry and a source must have in all.

use std::collections::{BTreeMap, BTreeSet};

use crate::grammar::FEED;
use crate::linter::Linter;
use crate::rules::{history, ids, structure, texts};
use crate::values::mime;
use crate::xml::Id;

use super::links::{duplicate_links, links, same_document, self_link, without_base};
use super::{MISPLACED_METADATA, MISSING_CONTENT, MISSING_SUMMARY, MISSING_TEXT};

/// Checks an entry as a whole.
pub fn after_entry(linter: &mut Linter<'_, '_>, entry: Id) {
    if !linter.document.closed(entry) {
        return;
    }
    let feed = linter.document.parent(entry);
    let source = linter.core_child(entry, "source");
    let author = linter.core_child(entry, "author").is_some()
        || (feed != 0 && linter.first_of(feed, "author").is_some())
        || source.is_some_and(|source| linter.core_child(source, "author").is_some());
    if !author {
        linter.missing(entry, "author", &structure::MISSING_ELEMENT);
    }
    let content = linter.core_child(entry, "content");
    let summary = linter.core_child(entry, "summary");
    let links = links(linter, entry);
    if content.is_none() && !links.iter().any(|link| link.relation == "alternate") {
        let message = "this entry has neither content nor a link to the page";
        linter
            .about(&MISSING_CONTENT, entry, message)
            .help("add `<link href=\"…\"/>` with the URL of the page");
    }
    if content.is_none() && summary.is_none() {
        let message = "this entry has neither summary nor content";
        linter.about(&MISSING_TEXT, entry, message).help("add `<summary>…</summary>`");
    }
    if let (Some(content), None) = (content, summary) {
        let kind = linter
            .document
            .value_of(content, "type")
            .map(|kind| mime::essence(&kind))
            .unwrap_or_default();
        let encoded = kind.contains('/')
            && !kind.starts_with("text/")
            && !mime::is_xml(&kind)
            && mime::is_media_type(&kind);
        if linter.document.attribute(content, "src").is_some() || encoded {
            let message = "an entry whose content readers may not show needs a summary";
            linter.about(&MISSING_SUMMARY, entry, message).help("add `<summary>…</summary>`");
        }
    }
    duplicate_links(linter, &links);
    without_base(linter, &links);
    crate::rules::podcast::after_item(linter, entry);
}

/// Checks a source as a whole.
pub fn after_source(linter: &mut Linter<'_, '_>, source: Id) {
    let links = links(linter, source);
    duplicate_links(linter, &links);
}

/// Checks a feed as a whole.
pub fn after_feed(linter: &mut Linter<'_, '_>, feed: Id) {
    let links = links(linter, feed);
    duplicate_links(linter, &links);
    let relations = links.iter().map(|link| (link.relation.as_ref(), link.href.as_deref()));
    history::after_feed(linter, feed, &relations.collect::<Vec<_>>());
    without_base(linter, &links);
    same_document(linter, &links);
    self_link(linter, feed, &links);
    texts::language_of_feed(linter, feed);
    crate::rules::podcast::after_channel(linter, feed);
    let entries: Vec<Id> = linter.core_children(feed, "entry").collect();
    let first = entries.first().copied().unwrap_or(Id::MAX);
    for child in linter.document.elements(feed).filter(|child| *child > first) {
        let name = linter.document.local(child);
        let is_metadata = name != "entry" && FEED.core.iter().any(|(known, ..)| *known == name);
        if is_metadata && linter.is_core(child) {
            let message = format!("`{}` comes after an entry", linter.label(child));
            linter
                .about(&MISPLACED_METADATA, child, message)
                .help("move it before the first entry");
        }
    }
    unique(linter, feed, &entries);
}

/// With this many entries, one id for all is a mistake of the program that wrote the feed; fewer
/// may be versions of one entry, which RFC 4287 (section 4.1.1) allows.
const SAME_IDS: usize = 10;

/// Reports entries that share an id or a date.
fn unique(linter: &mut Linter<'_, '_>, feed: Id, entries: &[Id]) {
    let mut by_id: BTreeMap<String, Vec<Version>> = BTreeMap::new();
    let mut by_date: BTreeMap<String, Id> = BTreeMap::new();
    for entry in entries {
        let updated = linter
            .core_child(*entry, "updated")
            .map(|updated| (updated, linter.text(updated).into_owned()));
        if let Some(id) = linter.core_child(*entry, "id") {
            let date = updated.as_ref().map(|(_, text)| text.clone()).unwrap_or_default();
            let text = linter.text(id).into_owned();
            if !text.is_empty() {
                let entry = *entry;
                by_id.entry(text).or_default().push(Version { entry, id, date });
            }
        }
        let Some((updated, date)) = updated else {
            continue;
        };
        if let Some(first) = by_date.get(&date).copied() {
            let first = linter.document.tag(first);
            let message = "another entry has the same date";
            linter
                .about_text(&ids::DUPLICATE_UPDATED, updated, message)
                .value(&date)
                .also(first, "first one here")
                .help("write when this entry was last changed");
        } else {
            by_date.insert(date, updated);
        }
    }
    if entries.len() >= SAME_IDS
        && by_id.len() == 1
        && by_id.values().all(|same| same.len() == entries.len() && !are_versions(same))
    {
        let message = "all entries of this feed have one id";
        linter
            .log
            .report(&ids::DUPLICATE_ID, linter.document.tag(feed), message)
            .element("feed")
            .help("give every entry an id of its own");
        return;
    }
    for same in by_id.values() {
        for (index, version) in same.iter().enumerate().skip(1) {
            let mut before = same[..index].iter();
            let clash = before.find_map(|other| Some((other.id, clash(linter, other, version)?)));
            let Some((first, message)) = clash else {
                continue;
            };
            let first = linter.document.tag(first);
            linter
                .about_text(&ids::DUPLICATE_ENTRIES, version.id, message)
                .also(first, "first one here")
                .help("give every entry an id of its own");
        }
    }
}

/// Whether entries may be versions of one: their dates differ.
fn are_versions(same: &[Version]) -> bool {
    let dates: BTreeSet<&str> = same.iter().map(|version| version.date.as_str()).collect();
    dates.len() == same.len()
}

/// One of the entries that share an id.
struct Version {
    entry: Id,
    id: Id,
    date: String,
}

/// Why two entries of one id are not versions of one.
fn clash(linter: &Linter<'_, '_>, one: &Version, other: &Version) -> Option<&'static str> {
    let page = |version: &Version| {
        let mut links = links(linter, version.entry).into_iter();
        links.find(|link| link.relation == "alternate")?.href
    };
    if one.date == other.date {
        return Some("another entry has this id and the same date");
    }
    (page(one)? != page(other)?).then_some("another entry has this id, but links to another page")
}
