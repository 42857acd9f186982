//! Posts without a generator: every key is Afterword's own, and typos are errors.

use super::{Bare, DEFAULT, Dialect, Field, Separators};
use crate::post::Post;

const KEYS: &[(&str, Field)] = keys![
    ("title", Field::Title),
    ("date", Field::Date),
    ("datetime", Field::Date),
    ("pubdate", Field::Date),
    ("pubDate", Field::Date),
    ("publishDate", Field::Date),
    ("publish_date", Field::Date),
    ("published_at", Field::Date),
    ("published", Field::DateOrPublished),
    ("updated", Field::Updated),
    ("modified", Field::Updated),
    ("lastmod", Field::Updated),
    ("updated_at", Field::Updated),
    ("expires", Field::Expires),
    ("slug", Field::Slug),
    ("permalink", Field::Permalink),
    ("url", Field::Permalink),
    ("path", Field::Permalink),
    ("id", Field::Id),
    ("tags", Field::Tags),
    ("tag", Field::Tags),
    ("keywords", Field::Foreign),
    ("categories", Field::Categories),
    ("category", Field::Categories),
    ("authors", Field::Authors),
    ("author", Field::Authors),
    ("summary", Field::Summary),
    ("description", Field::Summary),
    ("excerpt", Field::Summary),
    ("ogSummary", Field::Summary),
    ("image", Field::Image),
    ("images", Field::Image),
    ("cover", Field::Image),
    ("coverImage", Field::Image),
    ("featured_image", Field::Image),
    ("ogImage", Field::Image),
    ("thumbnail", Field::Foreign),
    ("language", Field::Language),
    ("lang", Field::Language),
    ("draft", Field::Draft),
    ("isDraft", Field::Draft),
    ("status", Field::Status),
    ("visibility", Field::Status),
    ("private", Field::Private),
    ("unlisted", Field::Unlisted),
    ("hidden", Field::Unlisted),
    ("external_url", Field::ExternalUrl),
    // Keys that many tools leave in a post, without meaning for an entry.
    ("layout", Field::Foreign),
    ("template", Field::Foreign),
    ("type", Field::Foreign),
    ("weight", Field::Foreign),
    ("aliases", Field::Foreign),
    ("comments", Field::Foreign),
    ("toc", Field::Foreign),
    ("math", Field::Foreign),
    ("series", Field::Series),
    ("params", Field::Foreign),
    ("extra", Field::Foreign),
];

pub(super) static PLAIN: Dialect = Dialect {
    name: "plain",
    is_strict: true,
    bare: Bare::GitHub,
    keys: KEYS,
    separators: Separators {
        tags: Some(','),
        authors: None,
    },
    extensions: &["md", "markdown"],
    ..DEFAULT
};

/// `/KEY/`, its last part replaced by the slug.
pub(super) fn address(post: &Post) -> String {
    match (&post.head.permalink, &post.head.slug) {
        (Some(permalink), _) => permalink.value.clone(),
        (None, Some(slug)) => match post.key.rsplit_once('/') {
            Some((folder, _)) => format!("/{folder}/{}/", slug.value),
            None => format!("/{}/", slug.value),
        },
        (None, None) => format!("/{}/", post.key),
    }
}
