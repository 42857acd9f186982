//! JSON Feed 1.1.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::validate::html::{self, Looks};
use crate::validate::json::{Feed, Holder, Kind, Member, Node, Value};
use crate::validate::log::short;
use crate::validate::shapes::{self, Spot};
use crate::validate::values::{date, language, mime};

use super::{addresses, html as html_rule, texts, values};

rules! {
    for JSON;
    Error SYNTAX "json-syntax" {
        what: "The file is JSON (JSON Feed).",
        why: "JSON has no comments, no trailing commas and no single quotes; parsers stop at the first one (RFC 8259).",
        example: "{\"title\": \"News\",}",
        instead: "{\"title\": \"News\"}",
    }
    Warning BYTE_ORDER_MARK "json-byte-order-mark" {
        what: "A JSON file has no byte order mark (JSON Feed).",
        why: "Some parsers stop at it (RFC 8259, section 8.1).",
        example: "EF BB BF before `{`",
        instead: "{\"version\": …",
    }
    Warning DUPLICATE_MEMBER "duplicate-json-member" {
        what: "A member stands once in its object (JSON Feed).",
        why: "Parsers take the first or the last, each its own way (RFC 8259, section 4).",
        example: "{\"title\": \"One\", \"title\": \"Two\"}",
        instead: "{\"title\": \"One\"}",
    }
    Error VERSION "json-feed-version" {
        what: "`version` is `https://jsonfeed.org/version/1.1` (JSON Feed).",
        why: "Readers know a JSON Feed by it (JSON Feed 1.1, “Top-level”).",
        example: "{\"version\": \"1.1\", …",
        instead: "{\"version\": \"https://jsonfeed.org/version/1.1\", …",
    }
    Info OLD_VERSION "old-json-feed-version" {
        what: "The feed is JSON Feed 1.1 (JSON Feed).",
        why: "Version 1 has no `language` and no `authors` (JSON Feed 1.1, “Changes”).",
        example: "{\"version\": \"https://jsonfeed.org/version/1\", …",
        instead: "{\"version\": \"https://jsonfeed.org/version/1.1\", …",
    }
    Error MISSING_MEMBER "missing-json-member" {
        what: "Every member that the format requires is there: `version`, `title`, `items`; an item's `id`; an attachment's `url` and `mime_type`; a hub's `type` and `url` (JSON Feed).",
        why: "Readers refuse the feed or drop the item otherwise (JSON Feed 1.1).",
        example: "{\"items\": [{\"content_text\": \"Hello\"}], …",
        instead: "{\"items\": [{\"id\": \"tag:example.org,2026:1\", \"content_text\": \"Hello\"}], …",
    }
    Error MISSING_JSON_CONTENT "missing-json-content" {
        what: "An item has `content_html` or `content_text` (JSON Feed).",
        why: "One of the two must be there, even if there is a summary (JSON Feed 1.1, “Items”).",
        example: "{\"id\": \"1\", \"title\": \"One\"}",
        instead: "{\"id\": \"1\", \"title\": \"One\", \"content_text\": \"Hello\"}",
    }
    Error WRONG_TYPE "wrong-json-type" {
        what: "Every member has the type that the format gives it (JSON Feed).",
        why: "Readers in typed languages refuse the whole feed over one number where a string should be (JSON Feed 1.1).",
        example: "{\"id\": 17, \"tags\": \"rust\"}",
        instead: "{\"id\": \"17\", \"tags\": [\"rust\"]}",
    }
    Warning UNKNOWN_MEMBER "unknown-json-member" {
        what: "Members are those of the format, or begin with an underscore (JSON Feed).",
        why: "Readers drop what they do not know; a misspelt member is lost without a word (JSON Feed 1.1, “Extensions”).",
        example: "{\"datePublished\": \"2026-01-02T15:04:05Z\"}",
        instead: "{\"date_published\": \"2026-01-02T15:04:05Z\"}",
    }
    Warning DEPRECATED_AUTHOR "deprecated-json-author" {
        what: "Authors are in `authors` (JSON Feed 1.1).",
        why: "`author` was replaced; give both only where readers of version 1 matter (JSON Feed 1.1, “Changes”).",
        example: "{\"author\": {\"name\": \"Ada\"}}",
        instead: "{\"authors\": [{\"name\": \"Ada\"}]}",
    }
    Error EMPTY_AUTHOR "empty-json-author" {
        what: "An author has a name, a url or an avatar (JSON Feed).",
        why: "One of the three must be there (JSON Feed 1.1, “Top-level”).",
        example: "{\"authors\": [{}]}",
        instead: "{\"authors\": [{\"name\": \"Ada\"}]}",
    }
    Error DUPLICATE_ITEM_ID "duplicate-item-id" {
        what: "No two items have the same id (JSON Feed).",
        why: "Readers show only one of them (JSON Feed 1.1, “Items”).",
        example: "{\"items\": [{\"id\": \"1\", …}, {\"id\": \"1\", …}]}",
        instead: "{\"items\": [{\"id\": \"1\", …}, {\"id\": \"2\", …}]}",
    }
    Error NEXT_IS_SELF "next-url-is-feed-url" {
        what: "`next_url` is another address than `feed_url` (JSON Feed).",
        why: "Readers would page through the same items for ever (JSON Feed 1.1, “Top-level”).",
        example: "{\"feed_url\": \"https://example.org/feed.json\", \"next_url\": \"https://example.org/feed.json\"}",
        instead: "{\"feed_url\": \"https://example.org/feed.json\", \"next_url\": \"https://example.org/feed.json?page=2\"}",
    }
    Warning MISSING_FEED_URL "missing-feed-url" {
        what: "A feed has its own address in `feed_url` (JSON Feed).",
        why: "It tells readers that got the file from elsewhere where to subscribe; “optional but strongly recommended”. Judged only where the address is given (`--base`).",
        example: "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"News\", …",
        instead: "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"News\", \"feed_url\": \"https://example.org/feed.json\", …",
    }
    Error NEGATIVE_NUMBER "negative-json-number" {
        what: "Sizes and durations are not negative (JSON Feed).",
        why: "Podcast clients show them (JSON Feed 1.1, “Attachments”).",
        example: "{\"size_in_bytes\": -1}",
        instead: "{\"size_in_bytes\": 1234}",
    }
}

/// The members of the feed.
static FEED: Holder = Holder {
    label: "feed",
    members: &[
        ("version", Kind::Version),
        ("title", Kind::Title),
        ("home_page_url", Kind::Address),
        ("feed_url", Kind::Address),
        ("description", Kind::Plain),
        ("user_comment", Kind::Text),
        ("next_url", Kind::Address),
        ("icon", Kind::Address),
        ("favicon", Kind::Address),
        ("author", Kind::Object(&AUTHOR)),
        ("authors", Kind::List(&AUTHOR)),
        ("language", Kind::Language),
        ("expired", Kind::Boolean),
        ("hubs", Kind::List(&HUB)),
        ("items", Kind::List(&ITEM)),
    ],
    required: &["version", "title", "items"],
    after: Some(after_feed),
};

static AUTHOR: Holder = Holder {
    label: "author",
    members: &[
        ("name", Kind::Plain),
        ("url", Kind::Address),
        ("avatar", Kind::Address),
    ],
    required: &[],
    after: Some(after_author),
};

static HUB: Holder = Holder {
    label: "hub",
    members: &[("type", Kind::Text), ("url", Kind::Address)],
    required: &["type", "url"],
    after: None,
};

static ITEM: Holder = Holder {
    label: "item",
    members: &[
        ("id", Kind::Id),
        ("url", Kind::Address),
        ("external_url", Kind::Address),
        ("title", Kind::Title),
        ("content_html", Kind::Html),
        ("content_text", Kind::PlainContent),
        ("summary", Kind::Plain),
        ("image", Kind::Address),
        ("banner_image", Kind::Address),
        ("date_published", Kind::Date),
        ("date_modified", Kind::Date),
        ("author", Kind::Object(&AUTHOR)),
        ("authors", Kind::List(&AUTHOR)),
        ("tags", Kind::Tags),
        ("language", Kind::Language),
        ("attachments", Kind::List(&ATTACHMENT)),
    ],
    required: &["id"],
    after: Some(after_item),
};

static ATTACHMENT: Holder = Holder {
    label: "attachment",
    members: &[
        ("url", Kind::Address),
        ("mime_type", Kind::MediaType),
        ("title", Kind::Plain),
        ("size_in_bytes", Kind::Number),
        ("duration_in_seconds", Kind::Number),
    ],
    required: &["url", "mime_type"],
    after: None,
};

/// Judges a document.
pub fn judge(feed: &mut Feed<'_, '_>, root: &Value<'_>) {
    match root {
        Value::Object(object) => holder(feed, &FEED, object),
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
    spot(value.range(), element, parent)
        .say(
            feed.log,
            &WRONG_TYPE,
            format!("`{element}` must be {wanted}, but is {}", value.kind()),
        )
        .help(format!("write {wanted}"));
}

fn holder(feed: &mut Feed<'_, '_>, holder: &'static Holder, object: &Node<'_>) {
    let label = holder.label;
    let mut seen: BTreeMap<&str, &Member<'_>> = BTreeMap::new();
    for member in &object.members {
        if let Some(first) = seen.get(&*member.name) {
            spot(member.name_range.clone(), &member.name, label)
                .say(
                    feed.log,
                    &DUPLICATE_MEMBER,
                    format!("`{}` stands here twice", short(&member.name, 40)),
                )
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
            spot(object.range.start..object.range.start + 1, name, label)
                .say(
                    feed.log,
                    &MISSING_MEMBER,
                    format!("this {label} has no `{name}`"),
                )
                .help(format!("add `\"{name}\": …`"));
        }
    }
    if let Some(after) = holder.after {
        after(feed, object);
    }
}

fn unknown(feed: &mut Feed<'_, '_>, holder: &'static Holder, member: &Member<'_>) {
    let plain = |name: &str| name.replace(['_', '-'], "").to_ascii_lowercase();
    let own = plain(&member.name);
    let near = holder
        .members
        .iter()
        .map(|(name, _)| *name)
        .find(|name| plain(name) == own);
    let said = spot(member.name_range.clone(), &member.name, holder.label).say(
        feed.log,
        &UNKNOWN_MEMBER,
        format!(
            "JSON Feed has no `{}` in this place",
            short(&member.name, 40)
        ),
    );
    said.help(match near {
        Some(near) => format!("write `{near}`"),
        None => "remove it, or begin its name with an underscore".to_owned(),
    });
}

fn value(
    feed: &mut Feed<'_, '_>,
    parent: &'static str,
    name: &'static str,
    kind: Kind,
    value: &Value<'_>,
) {
    match (kind, value) {
        (Kind::Object(inner), Value::Object(object)) => holder(feed, inner, object),
        (Kind::Object(_), other) => wrong_type(feed, name, parent, other, "an object"),
        (Kind::List(inner), Value::Array(_, elements)) => {
            for element in elements {
                match element {
                    Value::Object(object) => holder(feed, inner, object),
                    other => wrong_type(feed, inner.label, name, other, "an object"),
                }
            }
        }
        (Kind::List(_), other) => wrong_type(feed, name, parent, other, "an array"),
        (Kind::Tags, Value::Array(_, elements)) => {
            for element in elements {
                match element {
                    Value::Text(range, text) if text.trim().is_empty() => {
                        blank(feed, range.clone(), "tags", parent);
                    }
                    Value::Text(range, text) => {
                        html_free(feed, range.clone(), "tags", parent, text);
                    }
                    other => wrong_type(feed, name, parent, other, "an array of strings"),
                }
            }
        }
        (Kind::Tags, other) => wrong_type(feed, name, parent, other, "an array of strings"),
        (Kind::Boolean, Value::Boolean(..)) => {}
        (Kind::Boolean, other) => wrong_type(feed, name, parent, other, "`true` or `false`"),
        (Kind::Number, Value::Number(range, number)) => {
            if number.starts_with('-') {
                spot(range.clone(), name, parent)
                    .say(
                        feed.log,
                        &NEGATIVE_NUMBER,
                        format!("`{name}` is no negative number"),
                    )
                    .value(number)
                    .help("write the number, or leave the member out");
            }
        }
        (Kind::Number, other) => wrong_type(feed, name, parent, other, "a number"),
        (_, Value::Text(range, text)) => string(feed, parent, name, kind, range.clone(), text),
        (_, other) => wrong_type(feed, name, parent, other, "a string"),
    }
}

fn blank(feed: &mut Feed<'_, '_>, range: Range<usize>, name: &str, parent: &str) {
    spot(range, name, parent)
        .say(
            feed.log,
            &texts::BLANK_ELEMENT,
            format!("`{name}` is empty"),
        )
        .help("write something into it, or leave the member out");
}

fn html_free(feed: &mut Feed<'_, '_>, range: Range<usize>, name: &str, parent: &str, text: &str) {
    feed.mangled(range.clone(), name, parent, text);
    if let Looks::Html(_) = html::looks(text) {
        let decoded = html::decoded(text);
        let once_more =
            !text.contains('<') && !decoded.contains('<') && html::looks(&decoded) == Looks::Text;
        let place = spot(range.clone(), name, parent);
        let said = place
            .say(
                feed.log,
                &html_rule::HTML_IN_TEXT,
                format!("`{name}` is plain text, but looks like HTML"),
            )
            .value(text);
        if once_more {
            let written = serde_json::Value::from(&*decoded).to_string();
            said.help(format!("write {}", short(&written, 100))).fix(
                "undo the second escaping",
                range,
                written,
            );
        } else {
            said.help("remove the tags and entities");
        }
    }
}

fn string(
    feed: &mut Feed<'_, '_>,
    parent: &'static str,
    name: &'static str,
    kind: Kind,
    range: Range<usize>,
    text: &str,
) {
    let place = spot(range.clone(), name, parent);
    match kind {
        Kind::Version => version(feed, &place, text),
        Kind::Id | Kind::Title if text.trim().is_empty() => blank(feed, range, name, parent),
        Kind::Title | Kind::Plain => html_free(feed, range, name, parent, text),
        Kind::PlainContent => {
            feed.mangled(range, name, parent, text);
            if let Looks::Html(_) = html::looks(text) {
                place
                    .say(
                        feed.log,
                        &html_rule::UNDECLARED_HTML,
                        format!("`{name}` is plain text, but looks like HTML"),
                    )
                    .help("put it into `content_html`");
            }
        }
        Kind::Html => content(feed, range, name, parent, text),
        Kind::Address => {
            shapes::absolute(feed.log, &place, text);
        }
        Kind::Date => {
            if let Some(instant) = date::rfc3339(text) {
                feed.plausible(&place, instant, text);
            } else {
                let inner = Spot {
                    range: range.start + 1..range.end.saturating_sub(1),
                    verbatim: true,
                    ..place
                };
                shapes::wrong_rfc3339(feed.log, &inner, name, text);
            }
        }
        Kind::Language => {
            if !language::is_language(text) {
                shapes::not_a_language(feed.log, &place, text);
            }
        }
        Kind::MediaType => {
            if !mime::is_media_type(text) {
                place
                    .say(feed.log, &values::MEDIA_TYPE, "this is no media type")
                    .value(text)
                    .help("write a type like `audio/mpeg`");
            }
        }
        Kind::Id
        | Kind::Text
        | Kind::Object(_)
        | Kind::List(_)
        | Kind::Tags
        | Kind::Boolean
        | Kind::Number => {}
    }
}

fn version(feed: &mut Feed<'_, '_>, place: &Spot, text: &str) {
    const NOW: &str = "https://jsonfeed.org/version/1.1";
    if matches!(
        text,
        "https://jsonfeed.org/version/1" | "https://jsonfeed.org/version/1.0"
    ) {
        place
            .say(
                feed.log,
                &OLD_VERSION,
                "there is a newer version of JSON Feed",
            )
            .value(text)
            .help(format!("write `{NOW}`"));
    } else if text != NOW {
        place
            .say(feed.log, &VERSION, "this is no version of JSON Feed")
            .value(text)
            .help(format!("write `{NOW}`"));
    }
}

fn content(feed: &mut Feed<'_, '_>, range: Range<usize>, name: &str, parent: &str, text: &str) {
    feed.mangled(range.clone(), name, parent, text);
    let mut faults = Vec::new();
    html::check(text, &mut |at, fault| faults.push((at, fault)));
    faults.sort_by_key(|(at, _)| *at);
    let mut place = crate::validate::json::Place::new(range);
    let source = feed.log.text();
    for (at, fault) in faults {
        let start = place.locate(source, at);
        shapes::say_fault(
            feed.log,
            start..start + 1,
            fault,
            name,
            Some(parent),
            Some(&html_rule::RELATIVE_REFERENCE),
        );
    }
}

fn after_author(feed: &mut Feed<'_, '_>, author: &Node<'_>) {
    if !["name", "url", "avatar"]
        .iter()
        .any(|name| author.get(name).is_some())
    {
        spot(author.range.clone(), "author", "feed")
            .say(
                feed.log,
                &EMPTY_AUTHOR,
                "an author has a name, a url or an avatar",
            )
            .help("add `\"name\": \"…\"`");
    }
    if let Some(Value::Text(range, text)) = author.get("name")
        && let Some(address) = crate::validate::values::mail::find(text)
    {
        spot(range.clone(), "name", "author")
            .say(
                feed.log,
                &super::people::MAIL_IN_NAME,
                format!("there is a mail address in the name: {address}"),
            )
            .value(text)
            .help("write the name alone; a `url` may be `mailto:`");
    }
}

fn deprecated(feed: &mut Feed<'_, '_>, holder: &Node<'_>, label: &str) {
    let old = holder.members.iter().find(|member| member.name == "author");
    if let Some(old) = old.filter(|_| holder.get("authors").is_none()) {
        spot(old.name_range.clone(), "author", label)
            .say(
                feed.log,
                &DEPRECATED_AUTHOR,
                "`author` was replaced by `authors`",
            )
            .help("write `\"authors\": [{…}]`");
    }
}

fn after_item(feed: &mut Feed<'_, '_>, item: &Node<'_>) {
    if item.get("content_html").is_none() && item.get("content_text").is_none() {
        spot(item.range.start..item.range.start + 1, "item", "items")
            .say(
                feed.log,
                &MISSING_JSON_CONTENT,
                "this item has neither `content_html` nor `content_text`",
            )
            .help("add `\"content_html\": \"…\"`");
    }
    deprecated(feed, item, "item");
}

fn after_feed(feed: &mut Feed<'_, '_>, root: &Node<'_>) {
    if !matches!(root.get("version"), Some(Value::Text(_, text)) if text.as_ref() == "https://jsonfeed.org/version/1")
    {
        deprecated(feed, root, "feed");
    }
    let text = |name: &str| match root.get(name) {
        Some(Value::Text(range, text)) => Some((range.clone(), text.to_string())),
        _ => None,
    };
    if let (Some((range, next)), Some((_, own))) = (text("next_url"), text("feed_url"))
        && next == own
    {
        spot(range, "next_url", "feed")
            .say(feed.log, &NEXT_IS_SELF, "`next_url` is the feed itself")
            .value(&next)
            .help("write the address of the next page, or leave it out on the last one");
    }
    if let Some(base) = feed.base.cloned() {
        match text("feed_url") {
            None => {
                spot(root.range.start..root.range.start + 1, "feed_url", "feed")
                    .say(
                        feed.log,
                        &MISSING_FEED_URL,
                        "the feed does not say its own address",
                    )
                    .help(format!("add `\"feed_url\": \"{base}\"`"));
            }
            Some((range, own)) => {
                if url::Url::parse(&own).is_ok_and(|own| own != base) {
                    spot(range, "feed_url", "feed")
                        .say(
                            feed.log,
                            &addresses::SELF_ELSEWHERE,
                            format!("`feed_url` is not the address of this feed, {base}"),
                        )
                        .value(&own)
                        .help(format!("write `{base}`"));
                }
            }
        }
    }
    let mut ids: BTreeMap<&str, Range<usize>> = BTreeMap::new();
    let Some(Value::Array(_, items)) = root.get("items") else {
        return;
    };
    for item in items {
        let Value::Object(item) = item else { continue };
        let Some(Value::Text(range, id)) = item.get("id") else {
            continue;
        };
        match ids.get(&**id) {
            Some(first) => {
                spot(range.clone(), "id", "item")
                    .say(
                        feed.log,
                        &DUPLICATE_ITEM_ID,
                        "another item has this id already",
                    )
                    .value(id)
                    .also(first.clone(), "first one here")
                    .help("give every item an id of its own");
            }
            None => {
                ids.insert(id, range.clone());
            }
        }
    }
}
