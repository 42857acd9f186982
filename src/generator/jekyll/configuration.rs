//! Jekyll's `_config.yml`.

use crate::post::front_matter::{Data, Node, Pair, scalars};
use crate::post::{Zone, date};
use crate::tree::{Tree, under};

use crate::generator::configuration::{
    authors, first, get, items, language, placeless, string_at, switch, text, values,
};
use crate::generator::script::{ALERTS, unnamed};
use crate::generator::{Defaults, Facts, Scope};

pub(crate) const CONFIGURATIONS: &[&str] = &["_config.yml", "_config.yaml", "_config.toml"];

/// Jekyll publishes every file whose name does not begin with `_` or `.`.
pub(crate) fn advice(tree: &dyn Tree, root: &str) -> Option<String> {
    let mut texts =
        CONFIGURATIONS.iter().filter_map(|name| Some((name, text(tree, &under(root, name))?)));
    let (name, config) = texts.next()?;
    (!config.contains("afterword.toml")).then(|| {
        format!(
            "so that Jekyll does not publish them, add `afterword.toml` and `people.toml` to `exclude:` in {name}"
        )
    })
}

/// Files and folders under `exclude`, patterns among them.
fn excluded(config: &Node<'static>, root: &str) -> Vec<(Scope, &'static str)> {
    let paths = items(config, "exclude").iter().filter_map(Node::scalar);
    let scopes = paths.filter_map(|path| Scope::of_excluded(root, path));
    scopes.map(|scope| (scope, "`exclude` in the configuration")).collect()
}

pub(crate) fn facts(tree: &dyn Tree, root: &str) -> Facts {
    let config = first(tree, root, CONFIGURATIONS).unwrap_or(Node::unplaced(Vec::new()));
    let is_on = |key: &str| switch(&config, key) == Some(true);
    let base = string_at(&config, "baseurl").unwrap_or_default();
    let url = string_at(&config, "url").filter(|url| url.contains("://"));
    let mut facts = Facts {
        root: root.to_owned(),
        content: root.to_owned(),
        title: string_at(&config, "title name"),
        url: url.map(|url| format!("{}/{}", url.trim_end_matches('/'), base.trim_matches('/'))),
        description: string_at(&config, "description"),
        language: string_at(&config, "lang locale").and_then(|tag| language(&tag)),
        author: string_at(&config, "author.name author"),
        zone: string_at(&config, "timezone").and_then(|name| Zone::named(&name)),
        shows_drafts: is_on("unpublished"),
        shows_draft_folders: is_on("show_drafts"),
        shows_future: is_on("future"),
        excerpt_separator: string_at(&config, "excerpt_separator"),
        excluded: excluded(&config, root),
        lacks: Some(unnamed(
            &[
                &text(tree, &under(root, "_config.yml")).unwrap_or_default(),
                &text(tree, &under(root, "Gemfile")).unwrap_or_default(),
            ],
            &[ALERTS],
        )),
        ..Facts::default()
    };
    if let Some(pattern) = string_at(&config, "collections.posts.permalink permalink") {
        facts.permalinks.insert(root.to_owned(), pattern);
    }
    let collections =
        under(root, string_at(&config, "collections_dir").unwrap_or_default().trim_matches('/'));
    facts.posts = vec![posts_folder(tree, &collections)];
    // Folders above `_posts` are categories from there on.
    facts.content = collections;
    for name in ["authors.yml", "authors.yaml", "authors.json", "members.yml"] {
        if let Some(node) = values(tree, &under(root, &format!("_data/{name}"))) {
            facts.authors.extend(authors(&node));
        }
    }
    if let Data::Table(pairs) = &config.data {
        facts.variables =
            scalars(pairs).into_iter().map(|(key, value)| (format!("site.{key}"), value)).collect();
    }
    defaults(&config, root, &mut facts);
    facts
}

/// `_posts`, or the site's folder if posts are in several `_posts` folders.
fn posts_folder(tree: &dyn Tree, root: &str) -> String {
    let usual = under(root, "_posts");
    let prefix = format!("{usual}/");
    let elsewhere = tree.list(root).unwrap_or_default().iter().any(|entry| {
        let within = entry.path.contains("/_posts/") || entry.path.starts_with("_posts/");
        let name = entry.path.rsplit('/').next().unwrap_or_default();
        within
            && !entry.path.starts_with(&prefix)
            && (date::in_name(name).is_some() || date::in_short_name(name).is_some())
    });
    if elsewhere { root.to_owned() } else { usual }
}

/// `defaults:` for posts, the most specific first.
fn defaults(config: &Node<'static>, root: &str, facts: &mut Facts) {
    for one in items(config, "defaults") {
        let kind = string_at(one, "scope.type");
        if kind.is_some_and(|kind| kind != "posts") {
            continue;
        }
        let path = string_at(one, "scope.path").unwrap_or_default();
        let path = path.trim_matches('/').trim_end_matches("/*");
        let Some(Data::Table(pairs)) = get(one, "values").map(|values| &values.data) else {
            continue;
        };
        // `permalink` in defaults is a pattern for all of them, not one post's permalink.
        let (permalink, values): (Vec<Pair<'static>>, Vec<Pair<'static>>) =
            pairs.iter().cloned().partition(|pair| pair.key == "permalink");
        let values = placeless(Node::unplaced(values));
        let scope =
            if path.is_empty() && root.is_empty() { String::new() } else { under(root, path) };
        if let Some(pattern) = permalink.first().and_then(|pair| pair.value.scalar()) {
            facts.permalinks.insert(scope.clone(), pattern.to_owned());
        }
        let scope = if path.contains(['*', '?', '{', '[']) {
            let Some(fitting) = Scope::of_files(root, path) else {
                continue;
            };
            fitting
        } else {
            scope.into()
        };
        facts.defaults.push(Defaults { scope, values, path: None });
    }
    facts.sort_defaults();
}
