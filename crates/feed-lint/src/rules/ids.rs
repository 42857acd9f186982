//! Ids, which must be unique and permanent.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::linter::Linter;
use crate::xml::Id;

feed_lint_findings::rules! {
    for EVERY;
    /// A name of scheme `tag` is `tag:` host or mail address `,` date `:` anything (all formats).
    ///
    /// The date says when the name was yours to give: a year, a month or a day, with all its digits
    /// (RFC 4151, section 2.1).
    Error TAG_URI "tag-uri" w3c "InvalidTAG":
        "<id>tag:example.org:1</id>" => "<id>tag:example.org,2026:1</id>";

    /// A name of scheme `urn` is `urn:` a namespace of letters, digits and hyphens `:` anything (all formats).
    ///
    /// RFC 8141, section 2.
    Error URN "urn" w3c "InvalidURN":
        "<id>urn:example.org:1</id>" => "<id>tag:example.org,2026:1</id>";

    /// A `urn:uuid:` has 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12 (all formats).
    ///
    /// RFC 9562, section 4.
    Error UUID "uuid" w3c "InvalidUUID":
        "<id>urn:uuid:1234</id>" => "<id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id>";

    /// The id of an entry is not empty (Atom).
    ///
    /// Readers tell entries apart by it, and do not show one without it or show it anew with every
    /// fetch (RFC 4287, section 4.2.6).
    Error BLANK_ID "blank-id" w3c "NotBlank" for ATOM:
        "<entry><id></id>…" => "<entry><id>tag:example.org,2026:1</id>…";

    /// An id that is a URL is in its canonical form (Atom).
    ///
    /// Ids are compared character by character; software on the way that normalises the URL
    /// makes every entry new (RFC 4287, section 4.2.6.1).
    Warning NOT_CANONICAL "id-not-canonical" w3c "NonCanonicalURI" for ATOM:
        "<id>HTTP://Example.org:80/1</id>" => "<id>http://example.org/1</id>";

    /// A guid is the full URL of the page unless `isPermaLink` is `false` (RSS 2.0).
    ///
    /// Without that attribute readers open the guid as a link (RSS 2.0, “<guid> sub-element”).
    Error GUID_URL "guid-not-url" w3c "InvalidHttpGUID" for RSS:
        "<guid>post-1</guid>" => "<guid isPermaLink=\"false\">post-1</guid>";

    /// A guid that is a `tag:` or `urn:` name has `isPermaLink="false"` (RSS 2.0).
    ///
    /// Without that attribute readers open the guid as a link, and no browser opens `tag:` (RSS
    /// 2.0, “<guid> sub-element”).
    Error PERMALINK "permalink-not-url" w3c "InvalidPermalink" for RSS:
        "<guid>tag:example.org,2026:1</guid>" => "<guid isPermaLink=\"false\">tag:example.org,2026:1</guid>";

    /// An item has a guid (RSS 2.0).
    ///
    /// Without one readers compare links or titles, and show an item again when those change (RSS
    /// profile, “guid”).
    Warning MISSING_GUID "missing-guid" w3c "MissingGuid" for RSS:
        "<item><title>One</title></item>"
        => "<item><title>One</title><guid isPermaLink=\"false\">tag:example.org,2026:1</guid></item>";

    /// A guid is unique in the world (RSS 2.0).
    ///
    /// Services that join feeds compare guids across sites; `17` is somebody else's too (RSS 2.0,
    /// “<guid> sub-element”).
    Warning SHORT_GUID "short-guid" w3c "NotSufficientlyUnique" for RSS:
        "<guid isPermaLink=\"false\">17</guid>" => "<guid isPermaLink=\"false\">tag:example.org,2026:17</guid>";

    /// No two items have the same guid or `rdf:about`; no hour or day is skipped twice (RSS).
    ///
    /// Readers show only one of two items with one guid (RSS 2.0, “<guid> sub-element”; RSS 1.0,
    /// section 5.5).
    Error DUPLICATE_VALUE "duplicate-value" w3c "DuplicateValue" for RSS_AND_RDF:
        "<guid>https://example.org/1</guid> in two items"
        => "<guid>https://example.org/1</guid> and <guid>https://example.org/2</guid>";

    /// Two entries of one id are versions of one page with different dates of update (Atom).
    ///
    /// Entries of one id are one entry, of which readers may show the newest alone: another page is
    /// lost, and with the same date no reader knows which is newer (RFC 4287, section 4.1.1).
    Warning DUPLICATE_ENTRIES "duplicate-entries" w3c "DuplicateEntries" for ATOM:
        "<entry><id>tag:example.org,2026:1</id>… twice with the same <updated>" => "One entry of that id.";

    /// No two posts have one entry id, and the entries of a feed do not all have the same (Atom).
    ///
    /// Readers show only one entry for an id (RFC 4287, section 4.2.6).
    Error DUPLICATE_ID "duplicate-id" w3c "DuplicateIds" for ATOM:
        "<entry><id>https://example.org/</id>… in every entry"
        => "<entry><id>https://example.org/posts/1</id>…";

    /// No two entries have the very same date of update (Atom).
    ///
    /// Readers that sort by it show them in any order; the time at which the site was built is not
    /// a date of update (RFC 4287, section 4.2.15).
    Warning DUPLICATE_UPDATED "duplicate-updated" w3c "DuplicateUpdated" for ATOM:
        "<updated>2026-01-02T15:04:05Z</updated> in every entry"
        => "The time at which each entry was last changed.";
}

/// Reports guids that occur twice in a channel.
pub fn guids(linter: &mut Linter<'_, '_>, channel: Id) {
    let mut first: BTreeMap<Cow<'_, str>, Id> = BTreeMap::new();
    for item in linter.core_children(channel, "item") {
        let Some(guid) = linter.core_child(item, "guid") else {
            continue;
        };
        let text = linter.text(guid);
        if text.is_empty() {
            continue;
        }
        if let Some(other) = first.get(&text).copied() {
            let other = linter.document.tag(other);
            linter
                .about_text(&DUPLICATE_VALUE, guid, "another item has this guid already")
                .value(&text)
                .also(other, "first one here")
                .help("give every item a guid of its own");
        } else {
            first.insert(text, guid);
        }
    }
}
