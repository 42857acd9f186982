//! JSON Feed 1.1.

use chrono::{DateTime, FixedOffset, SecondsFormat};
use serde::Serialize;
use url::Url;

use super::{Enclosure, Entry, Feed, Format};
use crate::post;
use crate::report::Finding;

/// JSON Feed 1.1.
pub(super) static JSON: Format = Format {
    name: "json",
    title: "JSON Feed",
    file_name: "feed.json",
    media_type: "application/feed+json",
    list_start: "\n  \"items\": [",
    entry_start: "\n    {\n",
    write_unchecked,
};

fn write_unchecked(feed: &Feed) -> Result<String, Finding> {
    let document = Document {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.home,
        feed_url: JSON.url(feed),
        description: feed.description.as_deref(),
        language: feed.language.as_deref(),
        authors: authors(&feed.authors),
        next_url: (feed.relations.links(&JSON).into_iter())
            .find_map(|(rel, url, _)| (rel == "prev-archive").then_some(url)),
        hubs: (feed.relations.hub.iter()).map(|url| Hub { kind: "WebSub", url }).collect(),
        items: feed.entries.iter().map(item).collect(),
    };
    let mut text =
        serde_json::to_string_pretty(&document).map_err(|error| super::unwritten(&error))?;
    text.push('\n');
    Ok(text)
}

#[derive(Serialize)]
struct Document<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a Url,
    feed_url: Url,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    /// The page with older entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    next_url: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hubs: Vec<Hub<'a>>,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Hub<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    url: &'a Url,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<Url>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a Url,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<&'a Url>,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    date_published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a Url>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'a str>,
    /// An item has one kind of content; in a feed of summaries it is the summary as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment<'a>>,
}

#[derive(Serialize)]
struct Attachment<'a> {
    url: &'a Url,
    mime_type: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    size_in_bytes: Option<u64>,
}

fn item(entry: &Entry) -> Item<'_> {
    let summary = Some(entry.summary.as_str()).filter(|summary| !summary.is_empty());
    let content_html = entry.content.as_deref();
    Item {
        id: &entry.id,
        url: &entry.permalink,
        external_url: entry.external_url.as_ref(),
        title: &entry.title,
        date_published: rfc_3339(entry.published),
        date_modified: (entry.updated > entry.published).then(|| rfc_3339(entry.updated)),
        authors: authors(&entry.authors),
        tags: &entry.tags,
        language: entry.language.as_deref(),
        image: entry.image.as_ref().map(|image| &image.url),
        summary: summary.filter(|_| content_html.is_some()),
        content_html,
        content_text: content_html.is_none().then_some(&entry.summary),
        attachments: entry.image.iter().filter_map(attachment).collect(),
    }
}

/// An attachment must have a type; the entry's image without one goes to `image` alone.
fn attachment(image: &Enclosure) -> Option<Attachment<'_>> {
    Some(Attachment {
        url: &image.url,
        mime_type: image.media_type.as_deref()?,
        title: image.alt.as_deref(),
        size_in_bytes: image.length,
    })
}

fn authors(authors: &[post::Author]) -> Vec<Author<'_>> {
    let named = authors.iter().filter(|author| !author.name.is_empty());
    named
        .map(|author| Author {
            name: &author.name,
            url: author.url.as_deref().and_then(|url| Url::parse(url).ok()),
        })
        .collect()
}

fn rfc_3339(time: DateTime<FixedOffset>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}
