//! The members of JSON Feed.

use super::whole::{after_author, after_feed, after_item};
use crate::json::{Kind, Schema};

/// The members of the feed.
pub(super) static FEED: Schema = Schema {
    label: "feed",
    members: &[
        ("version", Kind::Version),
        ("title", Kind::Title),
        ("home_page_url", Kind::Url),
        ("feed_url", Kind::Url),
        ("description", Kind::Plain),
        ("user_comment", Kind::Plain),
        ("next_url", Kind::Url),
        ("icon", Kind::Url),
        ("favicon", Kind::Url),
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

static AUTHOR: Schema = Schema {
    label: "author",
    members: &[("name", Kind::Plain), ("url", Kind::Url), ("avatar", Kind::Url)],
    required: &[],
    after: Some(after_author),
};

static HUB: Schema = Schema {
    label: "hub",
    members: &[("type", Kind::Text), ("url", Kind::Url)],
    required: &["type", "url"],
    after: None,
};

static ITEM: Schema = Schema {
    label: "item",
    members: &[
        ("id", Kind::Id),
        ("url", Kind::Url),
        ("external_url", Kind::Url),
        ("title", Kind::Title),
        ("content_html", Kind::Html),
        ("content_text", Kind::PlainContent),
        ("summary", Kind::Plain),
        ("image", Kind::Url),
        ("banner_image", Kind::Url),
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

static ATTACHMENT: Schema = Schema {
    label: "attachment",
    members: &[
        ("url", Kind::Url),
        ("mime_type", Kind::MediaType),
        ("title", Kind::Plain),
        ("size_in_bytes", Kind::Number),
        ("duration_in_seconds", Kind::Number),
    ],
    required: &["url", "mime_type"],
    after: None,
};
