//! What a feed, an entry and a source must have in all.

use std::collections::BTreeMap;

use crate::grammar::FEED;
use crate::judge::Judge;
use crate::rules::{history, ids, structure, texts};
use crate::values::mime;
use crate::xml::Id;

use super::links::{duplicate_links, links, self_link};
use super::{MISPLACED_METADATA, MISSING_CONTENT, MISSING_SUMMARY, MISSING_TEXT};

/// Checks an entry as a whole.
pub fn after_entry(j: &mut Judge<'_, '_>, entry: Id) {
    if !j.document.closed(entry) {
        return;
    }
    let feed = j.document.parent(entry);
    let source = j.core_child(entry, "source");
    let author = j.core_child(entry, "author").is_some()
        || (feed != 0 && j.first_of(feed, "author").is_some())
        || source.is_some_and(|source| j.core_child(source, "author").is_some());
    if !author {
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
    crate::rules::podcast::after_item(j, entry);
}

/// Checks a source as a whole.
pub fn after_source(j: &mut Judge<'_, '_>, source: Id) {
    let links = links(j, source);
    duplicate_links(j, &links);
}

/// Checks a feed as a whole.
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

/// With this many entries, one id for all is a mistake of the program that wrote the feed; fewer
/// may be versions of one entry, which RFC 4287 (section 4.1.1) allows.
const SAME_IDS: usize = 10;

/// Reports entries that share an id or a date.
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
    if entries.len() >= SAME_IDS
        && by_id.len() == 1
        && by_id.values().all(|same| same.len() == entries.len())
    {
        let range = j.document.tag(feed);
        j.log
            .say(
                &ids::DUPLICATE_ID,
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
