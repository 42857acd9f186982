//! What an author, an item and the feed as a whole must have.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{
    DEPRECATED_AUTHOR, DUPLICATE_ITEM_ID, EMPTY_AUTHOR, MISSING_FEED_URL, MISSING_JSON_CONTENT,
    NEXT_IS_SELF, spot,
};
use crate::json::{Feed, Node, Value};
use crate::rules::{addresses, people};
use crate::values::mail;

pub(super) fn after_author(feed: &mut Feed<'_, '_>, author: &Node<'_>) {
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
        && let Some(address) = mail::find(text)
    {
        spot(range.clone(), "name", "author")
            .say(
                feed.log,
                &people::MAIL_IN_NAME,
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

pub(super) fn after_item(feed: &mut Feed<'_, '_>, item: &Node<'_>) {
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

pub(super) fn after_feed(feed: &mut Feed<'_, '_>, root: &Node<'_>) {
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
