//! Docusaurus' blog plugin: every file is MDX, and folders may give dates, with which URLs begin.

use std::ops::Range;

use chrono::NaiveDate;
use pulldown_cmark::Options;

use super::configuration::{authors, get, language, pairs, string_at, values};
use super::script::{FORMULAS, code, object, property, truth, unnamed};
use super::{Bare, Context, DEFAULT, Dialect, Facts, Field, comment, stem};
use crate::post::{Post, Zone};
use crate::tree::{Tree, under};

const KEYS: &[(&str, Field)] = keys! {
    Title: "title",
    Date: "date",
    // A path under the blog's route.
    Permalink: "slug",
    Tags: "tags",
    Authors: "authors" "author",
    Summary: "description",
    Image: "image",
    Draft: "draft",
    Unlisted: "unlisted",
    ExternalUrl: "external_url",
    IdIfAbsolute: "id",
    Foreign: "author_title" "author_url" "author_image_url" "hide_table_of_contents" "keywords" "last_update"
        "pagination_next" "pagination_prev" "sidebar_label" "title_meta" "toc_max_heading_level"
        "toc_min_heading_level",
};

pub(super) static DOCUSAURUS: Dialect = Dialect {
    name: "docusaurus",
    keys: KEYS,
    // `.md` is MDX as well unless the configuration says otherwise.
    templates: &["mdx", "directive", "tildes", "dollars"],
    folder: "blog",
    holds_back: &["draft", "unlisted"],
    extensions: &["md", "mdx"],
    bare: Bare::GitHub,
    code_title: Some("title"),
    is_post: |_, inner| !inner.split('/').any(|part| part.starts_with('_')),
    title_from_name: |key| Some(split(key).map_or(key, |(_, text)| text).to_owned()),
    headings_are_titles: true,
    drops_title: true,
    links_are_routes: true,
    date_in_name: |name| Some((day(name.get(..10)?)?, 10 + usize::from(name.len() > 10))),
    date_in_path: |path, _| {
        let (path, _) = path.rsplit_once('.').unwrap_or((path, ""));
        split(path).and_then(|(range, _)| day(&path[range]))
    },
    settle,
    url,
    more,
    configurations: &[
        "docusaurus.config.js",
        "docusaurus.config.ts",
        "docusaurus.config.mjs",
        "docusaurus.config.mts",
        "docusaurus.config.cjs",
        "docusaurus.config.cts",
    ],
    unread: unread! {
        Warning "truncateMarker": "summaries end at the usual mark",
        Warning "processBlogPosts": "the program that changes the list of posts is not run",
        Warning "createFeedItems": "the program that changes feeds is not run",
        Warning "parseFrontMatter": "front matter is that of the files",
        Warning "format: \"md\"": "`.md` files are read as MDX",
    },
    facts,
    posts_dir: |facts| Some(facts.content.clone()),
    built_dir: Some("build"),
    feeds_dir: |facts| (under(&facts.root, "static/feeds"), None),
    ..DEFAULT
};

/// The bytes of the last date in a path, `2026-03-04` or `2026/3/4`, and the text after it.
fn split(path: &str) -> Option<(Range<usize>, &str)> {
    let bytes = path.as_bytes();
    let digits = |from: usize, most: usize| {
        let all = bytes.get(from..).unwrap_or_default().iter().take(most);
        all.take_while(|byte| byte.is_ascii_digit()).count()
    };
    let separates = |at: usize| matches!(bytes.get(at), Some(b'-' | b'/'));
    (0..bytes.len()).rev().find_map(|start| {
        let month = start + 5;
        let day = month + digits(month, 2) + 1;
        let end = day + digits(day, 2);
        let fits = digits(start, 4) == 4
            && separates(start + 4)
            && day > month + 1
            && separates(day - 1)
            && end > day;
        fits.then(|| {
            let rest = &path[end..];
            (start..end, rest.strip_prefix(['-', '/']).unwrap_or(rest))
        })
    })
}

fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(&text.replace('/', "-"), "%Y-%m-%d").ok()
}

/// Tags of `tags.yml` are named there.
fn settle(post: &mut Post, context: &Context) {
    for tag in &mut post.head.tags {
        if let Some(label) = context.facts.tags.get(&tag.value) {
            tag.value.clone_from(label);
        }
    }
}

/// `/BLOG/2026/03/04/NAME`: the date of a path comes first, whatever folders it is in.
fn url(post: &Post, context: &Context) -> String {
    let facts = &context.facts;
    let path = stem(post, facts);
    let slug = match (&post.head.permalink, split(path)) {
        (Some(own), _) => own.value.clone(),
        (None, Some((range, text))) => {
            let folder = &path[..range.start];
            format!("{}/{folder}{text}", path[range].replace('-', "/"))
        }
        (None, None) => path.to_owned(),
    };
    let route = facts.permalinks.get("").map_or("blog", String::as_str);
    let mut whole = format!("/{route}/{slug}");
    while whole.contains("//") {
        whole = whole.replace("//", "/");
    }
    match facts.slash {
        Some(true) if !whole.ends_with('/') => whole + "/",
        Some(false) => format!("/{}", whole.trim_matches('/')),
        _ => whole,
    }
}

/// The truncation marker: a comment of HTML or of MDX.
fn more(post: &Post, _: &Context) -> Option<Range<usize>> {
    let start = post.body.start;
    let body = post.markdown();
    let in_braces = body.match_indices("{/*").find_map(|(at, _)| {
        let end = at + body[at..].find("*/}")? + 3;
        (body[at + 3..end - 3].trim() == "truncate").then_some(start + at..start + end)
    });
    let in_html = comment(post, "truncate");
    match (in_braces, in_html) {
        (Some(one), Some(other)) if other.start < one.start => Some(other),
        (one, other) => one.or(other),
    }
}

fn facts(tree: &dyn Tree, root: &str) -> Facts {
    let script = (DOCUSAURUS.configurations.iter())
        .find_map(|name| code(tree, &under(root, name)))
        .unwrap_or_default();
    let blog = object(&script, "blog")
        .or_else(|| object(&script, "@docusaurus/plugin-content-blog"))
        .unwrap_or_default();
    let of_blog = |name: &str, usual: &str| {
        let value = property(blog, name).unwrap_or_else(|| usual.to_owned());
        value.trim_start_matches("./").trim_matches('/').to_owned()
    };
    let base = property(&script, "baseUrl").unwrap_or_default();
    let content = under(root, &of_blog("path", "blog"));
    let mut facts = Facts {
        root: root.to_owned(),
        title: property(&script, "title"),
        url: property(&script, "url")
            .filter(|url| url.contains("://"))
            .map(|url| format!("{}/{}", url.trim_end_matches('/'), base.trim_start_matches('/'))),
        description: property(blog, "blogDescription").or_else(|| property(&script, "tagline")),
        language: language(&property(&script, "defaultLocale").unwrap_or_else(|| "en".to_owned())),
        // Dates without a zone are in UTC, wherever the site is built.
        zone: Some(Zone::UTC),
        slash: truth(&script, "trailingSlash"),
        lacks: Some(unnamed(
            &[&script],
            &[
                (Options::ENABLE_DEFINITION_LIST, &["definition", "deflist"]),
                (Options::ENABLE_GFM, &["alert", "callout", "github-admon"]),
                FORMULAS,
            ],
        )),
        replaces_emoji: truth(&script, "emoji") != Some(false),
        ..Facts::default()
    };
    let route = of_blog("routeBasePath", "blog");
    facts.permalinks.insert(String::new(), route);
    let people = under(&content, &of_blog("authorsMapPath", "authors.yml"));
    facts.authors =
        values(tree, &people).map(|node| authors(&node).into_iter().collect()).unwrap_or_default();
    if let Some(tags) = values(tree, &under(&content, &of_blog("tags", "tags.yml"))) {
        let label = |key: &str| string_at(get(&tags, key)?, "label");
        let named = pairs(&tags).iter();
        facts.tags =
            named.filter_map(|pair| Some((pair.key.to_string(), label(&pair.key)?))).collect();
    }
    facts.content = content;
    facts
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn dates_of_paths() {
        let parts = |path| split(path).map(|(range, text)| (&path[range], text));
        assert_eq!(parts("2026-03-04-a"), Some(("2026-03-04", "a")));
        assert_eq!(parts("x/2026/3/4/a"), Some(("2026/3/4", "a")));
        assert_eq!(parts("2026-03-04"), Some(("2026-03-04", "")));
        assert_eq!(parts("2025/01/02/2026-03-04-a"), Some(("2026-03-04", "a")));
        assert_eq!(parts("v2026-a"), None);
    }
}
