//! `MkDocs` with the blog plugin of Material: permalinks of date and title, one date or several.

use std::ops::Range;

use chrono::{DateTime, FixedOffset};
use pulldown_cmark::Options;

use super::configuration::{authors, first, get, language, string_at, text};
use super::script::unnamed;
use super::{
    Anchors, Context, DEFAULT, Dialect, Facts, Field, Shown, Tildes, mark, parts, transliterate,
};
use crate::post::front_matter::{Data, Node};
use crate::post::{Post, Zone};
use crate::tree::{Tree, under};

const KEYS: &[(&str, Field)] = keys! {
    Title: "title",
    Date: "date",
    // The keys of a table under `date`.
    Date: "created",
    Updated: "updated",
    Slug: "slug",
    Authors: "authors",
    Categories: "categories",
    Tags: "tags",
    Summary: "description",
    Image: "image",
    Draft: "draft",
    ExternalUrl: "external_url",
    IdIfAbsolute: "id",
    Foreign: "comments" "hide" "icon" "links" "pin" "readtime" "search" "social" "status" "template",
};

pub(super) static MKDOCS: Dialect = Dialect {
    name: "mkdocs",
    keys: KEYS,
    tables: &["date"],
    allows_duplicates: true,
    templates: &[
        "admonition",
        "block-brackets",
        "attributes",
        "contents",
        "python-extra",
        "dollars",
    ],
    folder: "docs",
    holds_back: &["draft"],
    shown: |post, facts| Shown {
        // `draft: false` publishes a post whatever its date.
        from: (post.head.date.clone())
            .filter(|_| facts.hides_future && !facts.shows_drafts && !post.head.is_published),
        until: None,
    },
    tildes: Tildes::Double,
    footnotes: Anchors::Python,
    code_title: Some("title"),
    extensions: &["md", "markdown", "mdown", "mkdn", "mkd"],
    dates_in_names: |_| false,
    headings_are_titles: true,
    title_from_name: |key| {
        let title = parts(key).1.replace(['-', '_'], " ");
        let mut letters = title.chars();
        let first = letters.next()?.to_uppercase().to_string();
        let is_lower = title.to_lowercase() == title;
        Some(if is_lower { first + letters.as_str() } else { title })
    },
    url,
    more,
    configurations: &["mkdocs.yml", "mkdocs.yaml"],
    // Without its blog MkDocs has pages, and no posts.
    owns: |_, text| {
        text.lines().any(|line| {
            let name = line.trim_start_matches([' ', '-']).split(['#', ':']).next();
            let name = name.unwrap_or_default().trim().trim_matches(['"', '\'']);
            line.trim_start().starts_with(['-', 'b', 'm'])
                && matches!(name, "blog" | "material/blog")
        })
    },
    unread: unread! {
        Warning "post_slugify": "slugs are those of the usual function",
        Warning "categories_slugify": "slugs are those of the usual function",
        Warning "meta_file": "values of files of the `meta` plugin are passed over",
        Warning "- macros": "macros are not run",
        Warning "pymdownx.snippets": "snippets are not put into texts",
    },
    facts,
    posts_dir: |facts| facts.posts.first().cloned(),
    built_dir: Some("site"),
    feeds_dir: |facts| (under(&facts.content, "feeds"), None),
    ..DEFAULT
};

/// `post_url_format` filled in, under the blog's folder.
fn url(post: &Post, context: &Context) -> String {
    let facts = &context.facts;
    let pattern =
        |name: &str, usual: &'static str| facts.permalinks.get(name).map_or(usual, String::as_str);
    let date = post.head.date.as_ref().map(|date| date.value);
    let title = post.head.title.as_ref().map_or("", |title| &title.value);
    let slug = match &post.head.slug {
        Some(slug) => slug.value.clone(),
        None => transliterate::pymdownx(title),
    };
    let file = parts(post.source.path()).1;
    let file = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let most = pattern("{most}", "1").parse().unwrap_or(1);
    let categories = post.head.categories.iter().take(most);
    let categories: Vec<String> =
        categories.map(|category| transliterate::pymdownx(&category.value)).collect();
    let day = date.map(|date| formatted(date, pattern("{date}", "yyyy/MM/dd")));
    let path = pattern("", "{date}/{slug}")
        .replace("{date}", &day.unwrap_or_default())
        .replace("{slug}", &slug)
        .replace("{file}", if file == "README" { "index" } else { file })
        .replace("{categories}", &categories.join("/"));
    let path = under(pattern("{blog}", "blog"), &path);
    let steps: Vec<&str> = path.split('/').filter(|step| !matches!(*step, "" | ".")).collect();
    let path = steps.join("/");
    match path.strip_suffix("index") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("/{folder}"),
        _ if facts.slash == Some(false) => format!("/{path}.html"),
        _ => format!("/{path}/"),
    }
}

/// A date by the letters of Unicode's patterns; other text stays.
fn formatted(date: DateTime<FixedOffset>, pattern: &str) -> String {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some(letter) = rest.chars().next() {
        let run = rest.len() - rest.trim_start_matches(letter).len();
        let code = match (letter, run / letter.len_utf8()) {
            ('y', 2) => "%y",
            ('y', _) => "%Y",
            ('M' | 'L', 1) => "%-m",
            ('M' | 'L', 2) => "%m",
            ('M' | 'L', 3) => "%b",
            ('M' | 'L', _) => "%B",
            ('d', 1) => "%-d",
            ('d', _) => "%d",
            ('D', _) => "%j",
            _ => "",
        };
        match code {
            "" => text.push_str(&rest[..run]),
            code => text.push_str(&date.format(code).to_string()),
        }
        rest = &rest[run..];
    }
    text
}

fn more(post: &Post, context: &Context) -> Option<Range<usize>> {
    let separator = context.facts.excerpt_separator.as_deref();
    mark(post, separator.unwrap_or("<!-- more -->"))
}

/// The options of the blog plugin: an item of a list or a key of a table.
fn plugin<'n>(config: &'n Node<'static>) -> Option<&'n Node<'static>> {
    let of = |node: &'n Node<'static>| get(node, "blog").or_else(|| get(node, "material/blog"));
    let plugins = get(config, "plugins")?;
    match &plugins.data {
        Data::List(items) => items.iter().find_map(of),
        _ => of(plugins),
    }
}

fn facts(tree: &dyn Tree, root: &str) -> Facts {
    let empty = || Node::unplaced(Vec::new());
    let config = first(tree, root, MKDOCS.configurations).unwrap_or_else(empty);
    let blog = plugin(&config).cloned().unwrap_or_else(empty);
    let is = |node: &Node<'static>, key: &str, value: &str| {
        string_at(node, key).as_deref() == Some(value)
    };
    let docs = string_at(&config, "docs_dir").unwrap_or_else(|| "docs".to_owned());
    let content = under(root, docs.trim_start_matches("./").trim_matches('/'));
    let folder = string_at(&blog, "blog_dir").unwrap_or_else(|| "blog".to_owned());
    let folder = folder.trim_matches(['.', '/']).to_owned();
    let within = |key: &str, usual: &str| {
        let path = string_at(&blog, key).unwrap_or_else(|| usual.to_owned());
        let path = path.replace("{blog}", &folder);
        under(&content, path.trim_start_matches("./").trim_matches('/'))
    };
    let raw = MKDOCS.configurations.iter().find_map(|name| text(tree, &under(root, name)));
    let mut facts = Facts {
        root: root.to_owned(),
        title: string_at(&config, "site_name"),
        url: string_at(&config, "site_url").filter(|url| url.contains("://")),
        description: string_at(&config, "site_description"),
        author: string_at(&config, "site_author"),
        language: language(
            &string_at(&config, "theme.language").unwrap_or_else(|| "en".to_owned()),
        ),
        zone: Some(Zone::UTC),
        slash: is(&config, "use_directory_urls", "false").then_some(false),
        shows_drafts: is(&blog, "draft", "true"),
        hides_future: is(&blog, "draft_if_future_date", "true"),
        excerpt_separator: string_at(&blog, "post_excerpt_separator"),
        posts: vec![within("post_dir", "{blog}/posts")],
        lacks: Some(unnamed(
            &[raw.as_deref().unwrap_or_default()],
            &[
                (Options::ENABLE_FOOTNOTES, &["footnotes", "markdown_extra", "pymdownx.extra"]),
                (Options::ENABLE_STRIKETHROUGH, &["tilde"]),
                (Options::ENABLE_TASKLISTS, &["tasklist"]),
                // The extension `admonition` is another syntax.
                (Options::ENABLE_GFM, &["alert", "callout", "gh-admon", "github-admon"]),
                (Options::ENABLE_DEFINITION_LIST, &["def_list", "extra"]),
            ],
        )),
        has_brackets: raw.as_deref().is_some_and(|raw| raw.contains("arithmatex")),
        ..Facts::default()
    };
    for (key, name) in [
        ("post_url_format", ""),
        ("post_url_date_format", "{date}"),
        ("post_url_max_categories", "{most}"),
    ] {
        if let Some(pattern) = string_at(&blog, key) {
            facts.permalinks.insert(name.to_owned(), pattern);
        }
    }
    facts.permalinks.insert("{blog}".to_owned(), folder.clone());
    let people = first(tree, "", &[&within("authors_file", "{blog}/.authors.yml")]);
    if let Some(people) = people.as_ref().and_then(|node| get(node, "authors")) {
        facts.authors = authors(people).into_iter().collect();
    }
    facts.content = content;
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_dates() {
        let date = DateTime::parse_from_rfc3339("2026-03-04T00:00:00Z").expect("a date");
        assert_eq!(formatted(date, "yyyy/MM/dd"), "2026/03/04");
        assert_eq!(formatted(date, "yy-M-d"), "26-3-4");
        assert_eq!(formatted(date, "yyyy/MMM"), "2026/Mar");
    }

    #[test]
    fn a_blog_is_named_among_the_plugins() {
        for text in [
            "plugins:\n  - blog\n",
            "plugins:\n  - blog:\n      blog_dir: news\n",
            "plugins:\n  blog: {}\n",
        ] {
            assert!((MKDOCS.owns)("mkdocs.yml", text), "{text}");
        }
        assert!(!(MKDOCS.owns)("mkdocs.yml", "nav:\n  - Blog: blog.md\nplugins:\n  - search\n"));
    }
}
