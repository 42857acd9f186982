//! Quarto websites: `.qmd` posts, Pandoc's Markdown, URLs that are file names.

use super::configuration::{first, get, language, pairs, placeless, string_at, values};
use super::{Context, DEFAULT, Defaults, Dialect, Facts, Field, parts, stem};
use crate::post::Post;
use crate::post::front_matter::Node;
use crate::tree::{Tree, under};

const KEYS: &[(&str, Field)] = keys! {
    Title: "title",
    Date: "date",
    Updated: "date-modified",
    Authors: "author" "authors",
    Categories: "categories",
    Summary: "description" "abstract",
    Image: "image",
    ImageAlt: "image-alt",
    Language: "lang",
    Draft: "draft",
    ExternalUrl: "external_url",
    IdIfAbsolute: "id",
    Foreign: "aliases" "bibliography" "code-fold" "date-format" "echo" "execute" "format" "jupyter" "keywords"
        "listing" "page-layout" "subtitle" "toc",
};

pub(super) static QUARTO: Dialect = Dialect {
    name: "quarto",
    keys: KEYS,
    templates: &["quarto", "hugo", "dollars"],
    code_title: Some("filename"),
    folder: "posts",
    holds_back: &["draft"],
    extensions: &["qmd", "md"],
    is_post: |_, inner| {
        let part = |part: &str| part.starts_with(['_', '.']);
        !inner.split('/').any(part) && inner != "index.qmd"
    },
    dates_in_names: |_| false,
    asks_elsewhere_for_date: |text| matches!(text.trim(), "today" | "now" | "last-modified"),
    url,
    configurations: &["_quarto.yml", "_quarto.yaml"],
    // Books and manuscripts have chapters, and no posts.
    owns: |_, text| text.contains("website"),
    facts,
    posts_dir: |facts| facts.posts.first().cloned(),
    built_dir: Some("_site"),
    feeds_dir: |facts| {
        (
            under(&facts.root, "feeds"),
            Some("`resources:` under `project:` in _quarto.yml needs `feeds/**`"),
        )
    },
    drafts_dir: |_| "_social".to_owned(),
    ..DEFAULT
};

/// A folder for an `index` file, else the file's name with `.html`.
fn url(post: &Post, context: &Context) -> String {
    let path = stem(post, &context.facts);
    let file = parts(post.source.path()).1;
    if file.starts_with("index.") { format!("/{path}/") } else { format!("/{path}.html") }
}

fn facts(tree: &dyn Tree, root: &str) -> Facts {
    let config = first(tree, root, QUARTO.configurations).unwrap_or(Node::unplaced(Vec::new()));
    let entries = tree.list(root).unwrap_or_default();
    let posts = under(root, "posts");
    let has_posts = entries.iter().any(|entry| entry.path.starts_with(&format!("{posts}/")));
    let mut facts = Facts {
        root: root.to_owned(),
        content: root.to_owned(),
        title: string_at(&config, "website.title"),
        url: string_at(&config, "website.site-url").filter(|url| url.contains("://")),
        description: string_at(&config, "website.description"),
        author: string_at(&config, "author"),
        language: language(&string_at(&config, "lang").unwrap_or_else(|| "en".to_owned())),
        posts: Vec::from_iter(has_posts.then_some(posts)),
        ..Facts::default()
    };
    // `_metadata.yml` holds for every file in its folder.
    for entry in entries {
        let (folder, name) = parts(&entry.path);
        if matches!(name, "_metadata.yml" | "_metadata.yaml")
            && let Some(node) = values(tree, &entry.path)
        {
            facts.defaults.push(Defaults {
                scope: folder.to_owned().into(),
                values: placeless(node),
                path: Some(entry.path.clone()),
            });
        }
    }
    let variables = get(&config, "website").map(pairs).unwrap_or_default();
    facts.variables = crate::post::front_matter::scalars(variables).into_iter().collect();
    facts.sort_defaults();
    facts
}
