//! Posts without a generator: every key is Afterword's own, and typos are errors.

use super::{Bare, DEFAULT, Dialect, Field, Separators};
use crate::post::Post;

const KEYS: &[(&str, Field)] = keys! {
    Title: "title",
    Date: "date" "datetime" "pubdate" "pubDate" "publishDate" "publish_date" "published_at",
    DateOrPublished: "published",
    Updated: "updated" "modified" "lastmod" "updated_at",
    Expires: "expires",
    Slug: "slug",
    Permalink: "permalink" "url" "path",
    Id: "id",
    Tags: "tags" "tag",
    Foreign: "keywords",
    Categories: "categories" "category",
    Authors: "authors" "author",
    Summary: "summary" "description" "excerpt" "ogSummary",
    Image: "image" "images" "cover" "coverImage" "featured_image" "ogImage",
    Foreign: "thumbnail",
    Language: "language" "lang",
    Draft: "draft" "isDraft",
    Status: "status" "visibility",
    Private: "private",
    Unlisted: "unlisted" "hidden",
    ExternalUrl: "external_url",
    // Keys that many tools leave in a post, without meaning for an entry.
    Foreign: "layout" "template" "type" "weight" "aliases" "comments" "toc" "math",
    Series: "series",
    Foreign: "params" "extra",
};

pub(super) static PLAIN: Dialect = Dialect {
    name: "plain",
    is_strict: true,
    bare: Bare::GitHub,
    keys: KEYS,
    separators: Separators { tags: Some(','), authors: None },
    ..DEFAULT
};

/// `/KEY/`, its last part replaced by the slug.
pub(super) fn url(post: &Post) -> String {
    match (&post.head.permalink, &post.head.slug) {
        (Some(permalink), _) => permalink.value.clone(),
        (None, Some(slug)) => match post.key.rsplit_once('/') {
            Some((folder, _)) => format!("/{folder}/{}/", slug.value),
            None => format!("/{}/", slug.value),
        },
        (None, None) => format!("/{}/", post.key),
    }
}
