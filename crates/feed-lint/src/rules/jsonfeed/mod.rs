//! JSON Feed 1.1.

mod extensions;
mod members;
mod value;
mod whole;

use std::collections::BTreeMap;
use std::ops::Range;

use feed_lint_findings::nearly::meant;

use crate::json::{Feed, Member, Object, Schema, Value};
use crate::log::short;
use crate::shapes::Spot;

use members::FEED;
use value::value;

feed_lint_findings::rules! {
    for JSON;
    /// The file is JSON (JSON Feed).
    ///
    /// JSON has no comments, no trailing commas and no single quotes; parsers stop at the first one
    /// (RFC 8259).
    Error SYNTAX "json-syntax":
        "{\"title\": \"News\",}" => "{\"title\": \"News\"}";

    /// A JSON file has no byte order mark (JSON Feed).
    ///
    /// Some parsers stop at it (RFC 8259, section 8.1).
    Warning BYTE_ORDER_MARK "json-byte-order-mark":
        "EF BB BF before `{`" => "{\"version\": …";

    /// A member stands once in its object (JSON Feed).
    ///
    /// Parsers take the first or the last, each its own way (RFC 8259, section 4).
    Warning DUPLICATE_MEMBER "duplicate-json-member":
        "{\"title\": \"One\", \"title\": \"Two\"}" => "{\"title\": \"One\"}";

    /// `version` is `https://jsonfeed.org/version/1.1` (JSON Feed).
    ///
    /// Readers know a JSON Feed by it (JSON Feed 1.1, “Top-level”).
    Error VERSION "json-feed-version":
        "{\"version\": \"1.1\", …" => "{\"version\": \"https://jsonfeed.org/version/1.1\", …";

    /// The feed is JSON Feed 1.1 (JSON Feed).
    ///
    /// Version 1 has no `language` and no `authors` (JSON Feed 1.1, “Changes”).
    Info OLD_VERSION "old-json-feed-version":
        "{\"version\": \"https://jsonfeed.org/version/1\", …"
        => "{\"version\": \"https://jsonfeed.org/version/1.1\", …";

    /// Every member that the format requires is there: `version`, `title`, `items`; an item's `id`, which is not blank; an attachment's `url` and `mime_type`; a hub's `type` and `url` (JSON Feed).
    ///
    /// Readers refuse the feed or drop the item otherwise (JSON Feed 1.1).
    Error MISSING_MEMBER "missing-json-member":
        "{\"items\": [{\"content_text\": \"Hello\"}], …"
        => "{\"items\": [{\"id\": \"tag:example.org,2026:1\", \"content_text\": \"Hello\"}], …";

    /// An item has `content_html` or `content_text` (JSON Feed).
    ///
    /// One of the two must be there, even if there is a summary (JSON Feed 1.1, “Items”).
    Error MISSING_JSON_CONTENT "missing-json-content":
        "{\"id\": \"1\", \"title\": \"One\"}"
        => "{\"id\": \"1\", \"title\": \"One\", \"content_text\": \"Hello\"}";

    /// Every member has the type that the format gives it (JSON Feed).
    ///
    /// Readers in typed languages refuse the whole feed over one number where a string should be
    /// (JSON Feed 1.1).
    Error WRONG_TYPE "wrong-json-type":
        "{\"id\": 17, \"tags\": \"rust\"}" => "{\"id\": \"17\", \"tags\": [\"rust\"]}";

    /// Members are those of the format, or begin with an underscore (JSON Feed).
    ///
    /// Readers drop what they do not know; a misspelt member is lost without a word (JSON Feed 1.1,
    /// “Extensions”).
    Warning UNKNOWN_MEMBER "unknown-json-member":
        "{\"datePublished\": \"2026-01-02T15:04:05Z\"}" => "{\"date_published\": \"2026-01-02T15:04:05Z\"}";

    /// Authors are in `authors` (JSON Feed 1.1).
    ///
    /// `author` was replaced; give both only where readers of version 1 matter (JSON Feed 1.1,
    /// “Deprecations”).
    Warning DEPRECATED_AUTHOR "deprecated-json-author":
        "{\"author\": {\"name\": \"Ada\"}}" => "{\"authors\": [{\"name\": \"Ada\"}]}";

    /// An author has a name, a url or an avatar that is not blank (JSON Feed).
    ///
    /// One of the three must be there (JSON Feed 1.1, “Top-level”).
    Error EMPTY_AUTHOR "empty-json-author":
        "{\"authors\": [{}]}" => "{\"authors\": [{\"name\": \"Ada\"}]}";

    /// No two items have the same id (JSON Feed).
    ///
    /// Readers show only one of them (JSON Feed 1.1, “Items”).
    Error DUPLICATE_ITEM_ID "duplicate-item-id":
        "{\"items\": [{\"id\": \"1\", …}, {\"id\": \"1\", …}]}"
        => "{\"items\": [{\"id\": \"1\", …}, {\"id\": \"2\", …}]}";

    /// `next_url` is another URL than `feed_url` (JSON Feed).
    ///
    /// Readers would page through the same items for ever (JSON Feed 1.1, “Top-level”).
    Error NEXT_IS_SELF "next-url-is-feed-url":
        "{\"feed_url\": \"https://example.org/feed.json\", \"next_url\": \"https://example.org/feed.json\"}"
        => "{\"feed_url\": \"https://example.org/feed.json\", \"next_url\": \"https://example.org/feed.json?page=2\"}";

    /// A feed has its own URL in `feed_url` (JSON Feed).
    ///
    /// It tells readers that got the file from elsewhere where to subscribe; “optional but strongly
    /// recommended”. Checked only where the URL is given (`--base`).
    Warning MISSING_FEED_URL "missing-feed-url":
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"News\", …"
        => "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"News\", \"feed_url\": \"https://example.org/feed.json\", …";

    /// A feed names the page that it describes in `home_page_url` (JSON Feed).
    ///
    /// Readers link to it; “this should be considered as required” for a feed on the public web
    /// (JSON Feed 1.1, “Top-level”). Checked only where the URL is given (`--base`).
    Warning MISSING_HOME_PAGE "missing-home-page-url":
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"News\", …"
        => "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"News\", \"home_page_url\": \"https://example.org/\", …";

    /// A feed has an `icon` and a `favicon` (JSON Feed).
    ///
    /// Without them readers fetch the home page to look for images (JSON Feed 1.1, “Suggestions for
    /// Publishers”). Checked only where the URL is given (`--base`).
    Info MISSING_ICON "missing-json-icon":
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"News\", …"
        => "{\"icon\": \"https://example.org/512.png\", \"favicon\": \"https://example.org/64.png\", …";

    /// An item has its permalink in `url` (JSON Feed).
    ///
    /// Readers open it; it “should be present regardless” of the `id` (JSON Feed 1.1, “Items”).
    Warning MISSING_ITEM_URL "missing-item-url":
        "{\"id\": \"https://example.org/1\", \"content_text\": \"Hello\"}"
        => "{\"id\": \"https://example.org/1\", \"url\": \"https://example.org/1\", \"content_text\": \"Hello\"}";

    /// `version` is the first member of the feed (JSON Feed).
    ///
    /// A reader knows the format by the first line; it “should appear at the very top” (JSON Feed
    /// 1.1, “Top-level”).
    Info VERSION_NOT_FIRST "json-version-not-first":
        "{\"title\": \"News\", \"version\": \"https://jsonfeed.org/version/1.1\", …"
        => "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"News\", …";

    /// The name of an extension begins with an underscore and a letter; its members' names do not; neither has a `.` (JSON Feed).
    ///
    /// A name with an underscore never becomes part of the format (JSON Feed 1.1, “Extensions”).
    Error EXTENSION_NAME "json-extension-name":
        "{\"_1.x\": {\"_topic\": \"Rust\"}}" => "{\"_company\": {\"topic\": \"Rust\"}}";

    /// The value of an extension is an object (JSON Feed).
    ///
    /// Extensions are custom objects; a reader that knows one expects its members (JSON Feed 1.1,
    /// “Extensions”).
    Warning EXTENSION_VALUE "json-extension-value":
        "{\"_topic\": \"Rust\"}" => "{\"_company\": {\"topic\": \"Rust\"}}";

    /// The names of an extension's members are letters, digits and underscores (JSON Feed).
    ///
    /// Such names are fields in every language (JSON Feed 1.1, “Extensions”: “should be
    /// alphanumeric”).
    Info EXTENSION_KEY "json-extension-key":
        "{\"_company\": {\"topic name\": \"Rust\"}}" => "{\"_company\": {\"topic_name\": \"Rust\"}}";

    /// An extension that a feed uses more than once has an `about` in one of its uses (JSON Feed).
    ///
    /// People who look at the feed learn from it what the extension is for (JSON Feed 1.1,
    /// “Extensions”).
    Info EXTENSION_ABOUT "json-extension-about":
        "{\"_company\": {\"topic\": \"Rust\"}}"
        => "{\"_company\": {\"about\": \"https://example.org/extension\", \"topic\": \"Rust\"}}";

    /// Sizes and durations are not negative (JSON Feed).
    ///
    /// Podcast clients show them (JSON Feed 1.1, “Attachments”).
    Error NEGATIVE_NUMBER "negative-json-number":
        "{\"size_in_bytes\": -1}" => "{\"size_in_bytes\": 1234}";
}

/// Whether a document is meant as a JSON Feed.
pub fn is_feed(root: &Value<'_>) -> bool {
    let Value::Object(object) = root else {
        return false;
    };
    let version =
        |value: &Value<'_>| matches!(value, Value::Text(_, text) if text.contains("jsonfeed.org"));
    object.get("version").is_some_and(version)
        || ["items", "feed_url", "home_page_url"].iter().any(|name| object.get(name).is_some())
}

/// Validates a document.
pub fn check(feed: &mut Feed<'_, '_>, root: &Value<'_>) {
    match root {
        Value::Object(object) => {
            check_object(feed, &FEED, object);
            extensions::check(feed, object);
        }
        other => wrong_type(feed, "feed", "", other, "an object"),
    }
}

fn spot(range: Range<usize>, element: &str, parent: &str) -> Spot {
    Spot {
        range,
        element: element.to_owned(),
        parent: parent.to_owned(),
        attr: None,
        verbatim: false,
    }
}

fn wrong_type(
    feed: &mut Feed<'_, '_>,
    element: &str,
    parent: &str,
    value: &Value<'_>,
    wanted: &str,
) {
    let message = format!("`{element}` must be {wanted}, but is {}", value.kind());
    spot(value.range(), element, parent)
        .report(feed.log, &WRONG_TYPE, message)
        .help(format!("write {wanted}"));
}

fn check_object(feed: &mut Feed<'_, '_>, holder: &'static Schema, object: &Object<'_>) {
    let label = holder.label;
    let mut seen: BTreeMap<&str, &Member<'_>> = BTreeMap::new();
    for member in &object.members {
        if let Some(first) = seen.get(&*member.name) {
            let message = format!("`{}` is here twice", short(&member.name, 40));
            spot(member.name_range.clone(), &member.name, label)
                .report(feed.log, &DUPLICATE_MEMBER, message)
                .also(first.name_range.clone(), "first one here")
                .help("keep one of the two");
            continue;
        }
        seen.insert(&member.name, member);
        match holder.members.iter().find(|(name, _)| *name == member.name) {
            Some((name, kind)) => value(feed, label, name, *kind, &member.value),
            None if member.name.starts_with('_') => {}
            None => unknown(feed, holder, member),
        }
    }
    for name in holder.required {
        if !seen.contains_key(name) {
            let message = format!("this {label} has no `{name}`");
            spot(object.brace(), name, label)
                .report(feed.log, &MISSING_MEMBER, message)
                .help(format!("add `\"{name}\": …`"));
        }
    }
    if let Some(after) = holder.after {
        after(feed, object);
    }
}

fn unknown(feed: &mut Feed<'_, '_>, holder: &'static Schema, member: &Member<'_>) {
    let plain = |name: &str| name.replace(['_', '-'], "").to_ascii_lowercase();
    let own = plain(&member.name);
    let known = || holder.members.iter().map(|(name, _)| *name);
    // What RSS and Atom call `link` is `url` here.
    let is_link = member.name == "link";
    let near = known()
        .find(|name| plain(name) == own)
        .or_else(|| meant(&member.name, known()))
        .or_else(|| known().find(|name| is_link && *name == "url"));
    let finding = spot(member.name_range.clone(), &member.name, holder.label).report(
        feed.log,
        &UNKNOWN_MEMBER,
        format!("JSON Feed has no `{}` in this place", short(&member.name, 40)),
    );
    finding.help(match near {
        Some(near) => format!("write `{near}`"),
        None => "remove it, or begin its name with an underscore".to_owned(),
    });
}
