//! Bluesky: records of `app.bsky.feed.post`, one JSON object per thread and line.
//!
//! Links, tags and mentions are facets in UTF-8 bytes; URLs are shortened to host and beginning of the
//! path, as in Bluesky's own composer. A mention is a facet only if `people.toml` has the account's
//! identifier. The record with the draft's link has its card. References between the posts are filled
//! in when posting; `thread` has their indices.

use serde_json::{Value, json};
use url::{Position, Url};

use super::facets::{Feature, detect};
use super::{Export, Extra, Outgoing, PLAIN, lines};
use crate::draft::text::tidy;

/// The longest path that is shown whole, in characters.
const LONGEST_PATH: usize = 15;

/// How many characters of a longer path are shown.
const SHOWN_PATH: usize = 13;

pub(super) static BLUESKY: Export = Export {
    name: "bluesky",
    takes: |network| network.name == "bluesky",
    places: &[Extra::Images, Extra::LocalImages, Extra::AltTexts, Extra::Reply],
    write: |drafts| lines(drafts, thread),
    ..PLAIN
};

fn thread(draft: &Outgoing<'_>) -> Value {
    let carries =
        |text: &String| draft.header.link.as_ref().is_some_and(|link| text.contains(link.as_str()));
    let card = draft.posts.iter().position(carries);
    let records: Vec<Value> = draft
        .posts
        .iter()
        .enumerate()
        .map(|(index, text)| record(draft, text, card == Some(index)))
        .collect();
    let order: Vec<Value> = (1..records.len())
        .map(|index| json!({ "record": index, "root": 0, "parent": index - 1 }))
        .collect();
    let mut thread = json!({ "post": draft.key, "records": records, "thread": order });
    draft.identify(&mut thread);
    // A record refers to an image by the response to its upload, so images are listed beside
    // the records.
    if let Some(media) = draft.media("alt") {
        thread["media"] = media;
    }
    thread
}

fn record(draft: &Outgoing<'_>, text: &str, card: bool) -> Value {
    let (text, facets) = rich(draft, text);
    let mut record = json!({
        "$type": "app.bsky.feed.post",
        "text": text,
        "createdAt": created(draft),
    });
    let is_valid = |lang: &&String| oxilangtag::LanguageTag::parse(lang.as_str()).is_ok();
    if let Some(lang) = draft.header.lang.as_ref().filter(is_valid) {
        record["langs"] = json!([lang]);
    }
    if !facets.is_empty() {
        record["facets"] = Value::Array(facets);
    }
    if let Some(link) = draft.header.link.as_ref().filter(|_| card) {
        let external = json!({
            "uri": link,
            "title": tidy::line(draft.title),
            "description": tidy::line(draft.summary),
        });
        record["embed"] = json!({ "$type": "app.bsky.embed.external", "external": external });
    }
    record
}

/// `schedule`, else the post's date; never the clock.
fn created(draft: &Outgoing<'_>) -> String {
    let time = draft.schedule().or(draft.date).unwrap_or_default();
    time.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

/// The text with shortened URLs, and its facets.
fn rich(draft: &Outgoing<'_>, text: &str) -> (String, Vec<Value>) {
    let mut shown = String::with_capacity(text.len());
    let mut facets = Vec::new();
    let mut from = 0;
    for facet in detect(text) {
        shown.push_str(text.get(from..facet.range.start).unwrap_or_default());
        from = facet.range.end;
        let written = text.get(facet.range).unwrap_or_default();
        let start = shown.len();
        let feature = match &facet.feature {
            Feature::Link(uri) => {
                shown.push_str(&short(uri, written));
                Some(json!({ "$type": "app.bsky.richtext.facet#link", "uri": uri }))
            }
            Feature::Tag(tag) => {
                shown.push_str(written);
                Some(json!({ "$type": "app.bsky.richtext.facet#tag", "tag": tag }))
            }
            Feature::Mention(handle) => {
                shown.push_str(written);
                let person = draft.people.with_handle("bluesky", handle);
                person
                    .and_then(|person| person.did.as_ref())
                    .map(|did| json!({ "$type": "app.bsky.richtext.facet#mention", "did": did }))
            }
        };
        if let Some(feature) = feature {
            let index = json!({ "byteStart": start, "byteEnd": shown.len() });
            facets.push(json!({ "index": index, "features": [feature] }));
        }
    }
    shown.push_str(text.get(from..).unwrap_or_default());
    (shown, facets)
}

/// A shortened URL: with its host, since the app warns if that is hidden, and the beginning of
/// its path.
fn short(uri: &str, written: &str) -> String {
    let Ok(url) = Url::parse(uri) else { return written.to_owned() };
    let Some(host) = url.host_str() else { return written.to_owned() };
    let port = url.port().map_or_else(String::new, |port| format!(":{port}"));
    let mut path = url[Position::BeforePath..].to_owned();
    if path == "/" {
        path.clear();
    }
    if path.chars().count() > LONGEST_PATH {
        path = path.chars().take(SHOWN_PATH).collect::<String>() + "...";
    }
    format!("{host}{port}{path}")
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn urls_are_shortened_to_host_and_beginning() {
        for (uri, shown) in [
            ("https://example.org/", "example.org"),
            ("https://example.org/talks/", "example.org/talks/"),
            ("https://example.org/posts/pycascades-2020/", "example.org/posts/pycasc..."),
            ("https://example.org:8080/?a=b", "example.org:8080/?a=b"),
        ] {
            assert_eq!(short(uri, uri), shown);
        }
    }
}
