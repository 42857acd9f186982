//! Astro: content collections with the site's own keys, also in `.mdx`.

mod configuration;

use super::Context;
use super::transliterate;
use super::{Anchors, Bare, DEFAULT, Dialect, Field, stem};
use crate::post::Post;
use crate::tree::under;

const KEYS: &[(&str, Field)] = keys! {
    Title: "title",
    Date: "pubDate" "date" "publishDate" "publishedDate" "publishedAt" "pubDatetime" "datePublished",
    DateOrPublished: "published",
    Updated: "updatedDate" "updated" "updatedAt" "modDatetime" "lastmod",
    Permalink: "permalink",
    Slug: "slug",
    IdIfAbsolute: "id",
    Tags: "tags",
    Categories: "categories" "category",
    Series: "series",
    Authors: "authors" "author",
    Summary: "summary" "description" "excerpt",
    Image: "heroImage" "cover" "image" "coverImage" "ogImage" "socialImage",
    ImageAlt: "heroAlt" "heroImageAlt" "coverAlt",
    Language: "lang" "language",
    Draft: "draft" "isDraft",
    ExternalUrl: "external_url" "externalUrl",
    Foreign: "layout" "featured",
};

pub(super) static ASTRO: Dialect = Dialect {
    name: "astro",
    bare: Bare::GitHub,
    footnotes: Anchors::GitHub,
    keys: KEYS,
    month_first: true,
    templates: &["directive", "lists-behind-code", "tildes", "dollars"],
    folder: "src",
    // Astro leaves `draft` to the site, and documents how.
    holds_back: &["draft"],
    tables: &["extra"],
    extensions: &["md", "mdx", "markdown"],
    is_post,
    url,
    unread: unread! {
        Warning "generateId": "URLs are those of the files' paths",
        Info "remarkPlugins": "plugins of remark are not run",
        Info "rehypePlugins": "plugins of rehype are not run",
        Warning "collectionsBackwardsCompat": "ids are those of Astro 5's loaders",
        Warning "markdoc": "posts in Markdoc are left out",
    },
    configurations: configuration::CONFIGURATIONS,
    facts: configuration::facts,
    built_dir: Some("dist"),
    feeds_dir: |facts| (under(&facts.root, "public/feeds"), None),
    ..DEFAULT
};

/// A name that begins with `_` is neither an entry of a collection nor a page.
fn is_post(_: &str, inner: &str) -> bool {
    !inner.split('/').any(|part| part.starts_with('_'))
}

/// `/COLLECTION/ID/`, as in Astro's own starters. A collection's id is the path in it, each part
/// slugged; a page's is its path.
fn url(post: &Post, context: &Context) -> String {
    if let Some(own) = &post.head.permalink {
        return own.value.clone();
    }
    let path = stem(post, &context.facts);
    if let Some(page) = path.strip_prefix("pages/") {
        return finish(page, context);
    }
    let inner = ["content/", "data/"].iter().find_map(|folder| path.strip_prefix(folder));
    let path = inner.unwrap_or(path);
    let (collection, id) = path.split_once('/').unwrap_or(("", path));
    let id = post.head.slug.as_ref().map_or_else(
        || {
            let id: Vec<String> = id.split('/').map(transliterate::github).collect();
            id.join("/")
        },
        |slug| slug.value.clone(),
    );
    let folder = context.facts.permalinks.get(collection);
    finish(&under(folder.map_or(collection, String::as_str), &id), context)
}

/// The URL of a page, with or without a final slash as configured.
fn finish(path: &str, context: &Context) -> String {
    let slash = if context.facts.slash == Some(false) { "" } else { "/" };
    format!("/{path}{slash}")
}
