//! Paged, archived and complete feeds (RFC 5005).

use crate::grammar::{Row, Shape, Times};
use crate::linter::Linter;
use crate::xml::{Id, Ns};

feed_lint_findings::rules! {
    for XML;
    /// Links of relation `first`, `last`, `next`, `previous`, `next-archive`, `prev-archive` and `current` belong to the feed (Atom).
    ///
    /// In an entry they do not page through the feed (RFC 5005, sections 2 to 4).
    Warning HISTORY_IN_ENTRY "history-link-in-entry" w3c "FeedHistoryRelInEntry":
        "<entry><link rel=\"next\" href=\"https://example.org/2\"/>…</entry>"
        => "<feed><link rel=\"next\" href=\"https://example.org/feed?page=2\"/>…";

    /// A complete feed has no other pages (Atom).
    ///
    /// `fh:complete` says that all entries are here (RFC 5005, section 2).
    Error PAGED_COMPLETE "paged-complete-feed" w3c "FeedRelInCompleteFeed":
        "<fh:complete/><link rel=\"next\" href=\"https://example.org/feed?page=2\"/>" => "<fh:complete/>";

    /// In a complete feed the link of relation `current` is the self link (Atom).
    ///
    /// All entries are here; there is no other current document (RFC 5005, section 2).
    Error CURRENT_COMPLETE "current-not-self" w3c "CurrentNotSelfInCompleteFeed":
        "<fh:complete/><link rel=\"self\" href=\"https://example.org/all\"/><link rel=\"current\" href=\"https://example.org/feed\"/>"
        => "<fh:complete/><link rel=\"self\" href=\"https://example.org/all\"/>";

    /// An archive document links to the archive before it or after it (Atom).
    ///
    /// Readers that put the history of a feed together find the rest by these links (RFC 5005,
    /// section 4).
    Warning INCOMPLETE_ARCHIVE "incomplete-archive" w3c "ArchiveIncomplete":
        "<fh:archive/> without links"
        => "<fh:archive/><link rel=\"prev-archive\" href=\"https://example.org/2025\"/>";

    /// An archive document has a link of relation `current` (Atom).
    ///
    /// It leads from the archive to the feed to subscribe to (RFC 5005, section 4).
    Warning MISSING_CURRENT "missing-current-link" w3c "MissingCurrentInArchive":
        "<fh:archive/><link rel=\"prev-archive\" href=\"https://example.org/2025\"/>"
        => "<fh:archive/><link rel=\"current\" href=\"https://example.org/feed\"/><link rel=\"prev-archive\" href=\"https://example.org/2025\"/>";

    /// The first page has no previous one, the last page no next one (Atom).
    ///
    /// Readers would page on for ever (RFC 5005, section 3).
    Error PAST_END "link-past-end" w3c "LinkPastEnd":
        "<link rel=\"self\" href=\"/9\"/><link rel=\"last\" href=\"/9\"/><link rel=\"next\" href=\"/10\"/>"
        => "<link rel=\"self\" href=\"/9\"/><link rel=\"last\" href=\"/9\"/>";
}

/// The elements of a feed.
pub static ROWS: &[Row] = &[("complete archive", Times::Once, Shape::Anything)];

/// A link of an entry.
pub fn in_entry(linter: &mut Linter<'_, '_>, id: Id, rel: &str) {
    if matches!(
        rel,
        "first" | "last" | "next" | "previous" | "next-archive" | "prev-archive" | "current"
    ) {
        let (range, label) = (linter.value_range(id, "rel"), linter.label(id));
        let message = format!("a link of relation `{rel}` belongs to the feed");
        linter
            .log
            .report(&HISTORY_IN_ENTRY, range, message)
            .element(label)
            .attr("rel")
            .param("rel", rel)
            .help("move it to the feed, or use `related`");
    }
}

/// The links of a feed, each with its relation and URL.
pub fn after_feed(linter: &mut Linter<'_, '_>, feed: Id, links: &[(&str, Option<&str>)]) {
    let marker = |name: &str| linter.document.child(feed, Ns::Fh, name).is_some();
    let (complete, archive) = (marker("complete"), marker("archive"));
    let url =
        |rel: &str| links.iter().find(|(relation, _)| *relation == rel).and_then(|(_, href)| *href);
    let has = |rel: &str| links.iter().any(|(relation, _)| *relation == rel);
    let own = url("self");
    if complete {
        for rel in ["first", "last", "next", "previous", "prev", "next-archive", "prev-archive"] {
            if has(rel) {
                let message = format!("a complete feed must have no link of relation `{rel}`");
                linter
                    .about_alone(&PAGED_COMPLETE, feed, message)
                    .param("rel", rel)
                    .help("remove the link, or `fh:complete`");
            }
        }
        if has("current") && url("current") != own {
            let message = "the current document of a complete feed must be the feed itself";
            linter
                .about_alone(&CURRENT_COMPLETE, feed, message)
                .help("remove the link of relation `current`");
        }
    }
    if archive && !complete {
        if !has("prev-archive") && !has("next-archive") {
            let message = "an archive document must link to the one before or after it";
            linter
                .about_alone(&INCOMPLETE_ARCHIVE, feed, message)
                .help("add `<link rel=\"prev-archive\" href=\"…\"/>`");
        }
        if !has("current") {
            let message = "an archive document must link to the current feed";
            linter
                .about_alone(&MISSING_CURRENT, feed, message)
                .help("add `<link rel=\"current\" href=\"…\"/>`");
        }
    }
    for (end, past) in [("last", "next"), ("first", "previous"), ("first", "prev")] {
        if own.is_some() && url(end) == own && has(past) {
            let message = format!("this is the {end} page, so there is no {past} one");
            linter
                .about_alone(&PAST_END, feed, message)
                .param("self", end)
                .param("rel", past)
                .help(format!("remove the link of relation `{past}`"));
        }
    }
}
