//! Astro: content collections whose keys are the site's own, `.mdx` too.

mod configuration;

use super::Context;
use super::{Anchors, Dialect, Field, first_key, parts, stem, under};
use super::{Facts, transliterate};
use crate::post::Post;
use crate::tree::Tree;

#[derive(Debug)]
pub(super) struct Astro;

const KEYS: &[(&str, Field)] = keys![
    ("title", Field::Title),
    ("pubDate", Field::Date),
    ("date", Field::Date),
    ("publishDate", Field::Date),
    ("publishedDate", Field::Date),
    ("publishedAt", Field::Date),
    ("pubDatetime", Field::Date),
    ("datePublished", Field::Date),
    ("published", Field::DateOrPublished),
    ("updatedDate", Field::Updated),
    ("updated", Field::Updated),
    ("updatedAt", Field::Updated),
    ("modDatetime", Field::Updated),
    ("lastmod", Field::Updated),
    ("permalink", Field::Permalink),
    ("slug", Field::Slug),
    ("id", Field::IdIfAbsolute),
    ("tags", Field::Tags),
    ("categories", Field::Categories),
    ("category", Field::Categories),
    ("series", Field::Series),
    ("authors", Field::Authors),
    ("author", Field::Authors),
    ("summary", Field::Summary),
    ("description", Field::Summary),
    ("excerpt", Field::Summary),
    ("heroImage", Field::Image),
    ("cover", Field::Image),
    ("image", Field::Image),
    ("coverImage", Field::Image),
    ("ogImage", Field::Image),
    ("socialImage", Field::Image),
    ("heroAlt", Field::ImageAlt),
    ("heroImageAlt", Field::ImageAlt),
    ("coverAlt", Field::ImageAlt),
    ("lang", Field::Language),
    ("language", Field::Language),
    ("draft", Field::Draft),
    ("isDraft", Field::Draft),
    ("external_url", Field::ExternalUrl),
    ("externalUrl", Field::ExternalUrl),
    ("layout", Field::Foreign),
    ("featured", Field::Foreign),
];

impl Dialect for Astro {
    fn name(&self) -> &'static str {
        "astro"
    }

    fn links_bare_addresses(&self) -> bool {
        true
    }

    fn footnotes(&self) -> Anchors {
        Anchors::GitHub
    }

    fn keys(&self) -> &'static [(&'static str, Field)] {
        KEYS
    }

    /// Astro leaves `draft` to the site, and its documentation shows how.
    fn holds_back(&self) -> &'static [&'static str] {
        &["draft"]
    }

    fn tables(&self) -> &'static [&'static str] {
        &["extra"]
    }

    /// Astro's own starters ask for `pubDate`.
    fn home(&self, field: Field) -> Option<(&'static str, &'static str)> {
        match field {
            Field::Date => Some(("", "pubDate")),
            _ => first_key(self.keys(), field),
        }
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["md", "mdx", "markdown"]
    }

    /// A name that begins with `_` is no entry of a collection and no page.
    fn is_post(&self, _: &str, inner: &str) -> bool {
        !inner.split('/').any(|part| part.starts_with('_'))
    }

    /// `/COLLECTION/ID/`, as Astro's own starters lay their pages out. A collection's id is the path
    /// in it, each part slugged; a page's is its path.
    fn address(&self, post: &Post, context: &Context) -> String {
        if let Some(own) = &post.head.permalink {
            return own.value.clone();
        }
        let path = stem(post, &context.facts);
        if let Some(page) = path.strip_prefix("pages/") {
            return finish(page, context);
        }
        let inner = ["content/", "data/"]
            .iter()
            .find_map(|folder| path.strip_prefix(folder));
        let path = inner.unwrap_or(path);
        let (collection, id) = path.split_once('/').unwrap_or(("", path));
        let id: Vec<String> = id.split('/').map(transliterate::github).collect();
        let id = id.join("/");
        let id = match &post.head.slug {
            Some(slug) => under(parts(&id).0, &slug.value),
            None => id,
        };
        let folder = context.facts.permalinks.get(collection);
        finish(
            &under(folder.map_or(collection, String::as_str), &id),
            context,
        )
    }

    fn configurations(&self) -> &'static [&'static str] {
        configuration::CONFIGURATIONS
    }

    fn facts(&self, tree: &dyn Tree, root: &str) -> Facts {
        configuration::facts(tree, root)
    }

    fn built_dir(&self) -> Option<&'static str> {
        Some("dist")
    }

    fn feeds_dir(&self, facts: &Facts) -> (String, Option<&'static str>) {
        (under(&facts.root, "public/feeds"), None)
    }
}

/// The address of a page, with the slash that the configuration asks for.
fn finish(path: &str, context: &Context) -> String {
    let slash = if context.facts.slash == Some(false) {
        ""
    } else {
        "/"
    };
    format!("/{path}{slash}")
}
