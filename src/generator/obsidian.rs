//! Obsidian: notes whose names are their titles, published by Obsidian Publish or not at all.

use super::Context;
use super::Facts;
use super::{Bare, DEFAULT, Dialect, Field, parts, stem};
use crate::post::Post;
use crate::tree::{Tree, under};

const KEYS: &[(&str, Field)] = keys! {
    Title: "title",
    Date: "date" "created",
    DateOrPublished: "published",
    Updated: "updated" "modified",
    Permalink: "permalink",
    Slug: "slug",
    IdIfAbsolute: "id",
    Tags: "tags" "tag",
    Categories: "categories" "category",
    Series: "series",
    Authors: "authors" "author",
    Summary: "summary" "description",
    Image: "image" "cover",
    Language: "lang" "language",
    Published: "publish",
    Draft: "draft",
    // Other names of the note, not other URLs of it.
    Foreign: "aliases" "alias" "cssclasses" "cssclass",
};

pub(super) static OBSIDIAN: Dialect = Dialect {
    name: "obsidian",
    bare: Bare::GitHub,
    keys: KEYS,
    templates: &["wiki", "callout", "dollars"],
    holds_back: &["publish"],
    separators: super::Separators { tags: Some(','), authors: None },
    extensions: &["md"],
    has_bundles: false,
    is_post,
    title_from_name,
    url,
    configurations: &[
        ".obsidian/app.json",
        ".obsidian/core-plugins.json",
        ".obsidian/appearance.json",
        ".obsidian/workspace.json",
    ],
    facts,
    ..DEFAULT
};

fn is_post(_: &str, inner: &str) -> bool {
    !inner.split('/').any(|part| part.eq_ignore_ascii_case("templates"))
}

fn title_from_name(key: &str) -> Option<String> {
    let (_, name) = parts(key);
    (!name.is_empty()).then(|| name.to_owned())
}

/// A URL of Obsidian Publish: the note's path, with spaces as `+`.
fn url(post: &Post, context: &Context) -> String {
    let path = stem(post, &context.facts);
    let path = post.head.permalink.as_ref().map_or(path, |own| &own.value);
    if path.contains("://") {
        path.to_owned()
    } else {
        format!("/{}", path.trim_start_matches('/').replace(' ', "+"))
    }
}

fn facts(_: &dyn Tree, root: &str) -> Facts {
    Facts {
        root: root.to_owned(),
        content: root.to_owned(),
        excluded: ["Templates", "templates"]
            .map(|folder| (under(root, folder).into(), "the folder of templates"))
            .into(),
        ..Facts::default()
    }
}
