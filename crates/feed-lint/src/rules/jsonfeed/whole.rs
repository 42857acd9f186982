//! Checks of an author, an item or the feed that need several of its members.

use std::collections::BTreeMap;
use std::ops::Range;

use super::value;
use super::{
    DEPRECATED_AUTHOR, DUPLICATE_ITEM_ID, EMPTY_AUTHOR, MISSING_FEED_URL, MISSING_HOME_PAGE,
    MISSING_ICON, MISSING_ITEM_URL, MISSING_JSON_CONTENT, NEXT_IS_SELF, VERSION_NOT_FIRST, spot,
};
use crate::json::{Feed, Object, Value};
use crate::log::short;
use crate::rules::{people, urls};
use crate::values::{canonical, mail};
use url::Url;

pub(super) fn after_author(feed: &mut Feed<'_, '_>, author: &Object<'_>) {
    if !["name", "url", "avatar"]
        .iter()
        .filter_map(|name| author.get(name))
        .any(|value| !matches!(value, Value::Text(_, text) if text.trim().is_empty()))
    {
        let message = "an author must have a name, a url or an avatar";
        spot(author.range.clone(), "author", "feed")
            .report(feed.log, &EMPTY_AUTHOR, message)
            .help("add `\"name\": \"…\"`");
    }
    if let Some(Value::Text(range, text)) = author.get("name")
        && let Some(address) = mail::find(text)
    {
        let message = format!("there is a mail address in the name: {address}");
        spot(range.clone(), "name", "author")
            .report(feed.log, &people::MAIL_IN_NAME, message)
            .value(text)
            .help("write the name alone; a `url` may be `mailto:`");
    }
}

fn check_deprecated_author(feed: &mut Feed<'_, '_>, holder: &Object<'_>, label: &str) {
    let old = holder.members.iter().find(|member| member.name == "author");
    if let Some(old) = old.filter(|_| holder.get("authors").is_none()) {
        let value = old.value.range();
        let source = feed.log.text().get(value.clone()).unwrap_or_default();
        let authors = format!("\"authors\": [{source}]");
        let message = "`author` was replaced by `authors`";
        let finding = spot(old.name_range.clone(), "author", label)
            .report(feed.log, &DEPRECATED_AUTHOR, message)
            .help(format!("write `{}`", short(&authors, 100)));
        if matches!(old.value, Value::Object(_)) {
            let range = old.name_range.start..value.end;
            finding.fix("write `authors`", range, authors);
        }
    }
}

pub(super) fn after_item(feed: &mut Feed<'_, '_>, item: &Object<'_>) {
    if item.get("content_html").is_none() && item.get("content_text").is_none() {
        let message = "this item has neither `content_html` nor `content_text`";
        spot(item.brace(), "item", "items")
            .report(feed.log, &MISSING_JSON_CONTENT, message)
            .help("add `\"content_html\": \"…\"`");
    }
    if item.get("url").is_none() {
        spot(item.brace(), "item", "items")
            .report(feed.log, &MISSING_ITEM_URL, "this item has no `url`")
            .help("add `\"url\": \"…\"` with the item's permalink");
    }
}

/// Checks for version 1.1 only: an item does not know the feed's version, so the items' `author` is
/// checked here.
fn check_deprecated_authors(feed: &mut Feed<'_, '_>, root: &Object<'_>) {
    if root.text("version").is_some_and(value::is_version_1) {
        return;
    }
    check_deprecated_author(feed, root, "feed");
    for item in root.objects("items") {
        check_deprecated_author(feed, item, "item");
    }
}

/// Checks the members that a feed published at `base` should have.
fn check_recommended(feed: &mut Feed<'_, '_>, root: &Object<'_>, base: &Url) {
    let top = || spot(root.brace(), "feed", "feed");
    if root.get("home_page_url").is_none() {
        let message = "the feed does not name the page that it describes";
        top().report(feed.log, &MISSING_HOME_PAGE, message).help(match base.join("/") {
            Ok(home) => format!("add `\"home_page_url\": \"{home}\"`"),
            Err(_) => "add `\"home_page_url\": \"…\"`".to_owned(),
        });
    }
    let missing: Vec<&str> =
        ["icon", "favicon"].into_iter().filter(|name| root.get(name).is_none()).collect();
    if !missing.is_empty() {
        let message = format!("the feed has no `{}`", missing.join("` and no `"));
        top()
            .report(feed.log, &MISSING_ICON, message)
            .help("add the URL of a square image, 512 pixels wide as `icon`, 64 as `favicon`");
    }
}

/// A URL as readers compare it: normalised, without its fragment.
fn comparable(text: &str) -> Option<Url> {
    let normalised = canonical(text);
    let mut url = Url::parse(normalised.as_deref().unwrap_or(text)).ok()?;
    url.set_fragment(None);
    Some(url)
}

pub(super) fn after_feed(feed: &mut Feed<'_, '_>, root: &Object<'_>) {
    check_deprecated_authors(feed, root);
    check_version_is_first(feed, root);
    check_next_url(feed, root);
    if let Some(base) = feed.base.cloned() {
        check_recommended(feed, root, &base);
        check_feed_url(feed, root, &base);
    }
    check_item_ids(feed, root);
}

fn check_version_is_first(feed: &mut Feed<'_, '_>, root: &Object<'_>) {
    if let Some(version) = root.members.iter().skip(1).find(|m| m.name == "version") {
        let message = "`version` should be the first member";
        spot(version.name_range.clone(), "version", "feed")
            .report(feed.log, &VERSION_NOT_FIRST, message)
            .help("move it to the top");
    }
}

fn check_next_url(feed: &mut Feed<'_, '_>, root: &Object<'_>) {
    let own = root.text("feed_url").map(str::to_owned);
    let own = own.or_else(|| feed.base.map(ToString::to_string));
    if let (Some(Value::Text(range, next)), Some(own)) = (root.get("next_url"), own)
        && (*next == own || comparable(next).is_some_and(|next| Some(next) == comparable(&own)))
    {
        spot(range.clone(), "next_url", "feed")
            .report(feed.log, &NEXT_IS_SELF, "`next_url` is the feed itself")
            .value(next)
            .help("write the URL of the next page, or leave it out on the last one");
    }
}

/// Checks the URL that a feed published at `base` gives for itself.
fn check_feed_url(feed: &mut Feed<'_, '_>, root: &Object<'_>, base: &Url) {
    let Some(Value::Text(range, own)) = root.get("feed_url") else {
        let message = "the feed does not say its own URL";
        spot(root.brace(), "feed_url", "feed")
            .report(feed.log, &MISSING_FEED_URL, message)
            .help(format!("add `\"feed_url\": \"{base}\"`"));
        return;
    };
    if Url::parse(own).is_ok_and(|own| own != *base) {
        let message = format!("`feed_url` is not the URL of this feed, {base}");
        spot(range.clone(), "feed_url", "feed")
            .report(feed.log, &urls::SELF_ELSEWHERE, message)
            .value(own)
            .help(format!("write `{base}`"));
    }
}

fn check_item_ids(feed: &mut Feed<'_, '_>, root: &Object<'_>) {
    let mut ids: BTreeMap<&str, Range<usize>> = BTreeMap::new();
    for item in root.objects("items") {
        let Some(Value::Text(range, id)) = item.get("id") else {
            continue;
        };
        match ids.get(&**id) {
            Some(first) => {
                let message = "another item has this id already";
                spot(range.clone(), "id", "item")
                    .report(feed.log, &DUPLICATE_ITEM_ID, message)
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
