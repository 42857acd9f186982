//! Eleventy's configuration (JavaScript, read as text).

use pulldown_cmark::Options;

use crate::post::names::steps;
use crate::tree::{Tree, under};

use super::data;
use crate::generator::configuration::{authors, language, string_at, text, values};
use crate::generator::script::{ALERTS, FORMULAS, code, literal, property, truth, unnamed, within};
use crate::generator::{Facts, Scope};

pub(crate) const CONFIGURATIONS: &[&str] = &[
    "eleventy.config.js",
    "eleventy.config.mjs",
    "eleventy.config.cjs",
    "eleventy.config.ts",
    ".eleventy.js",
    ".eleventy.cjs",
    "package.json",
];

pub(crate) fn owns(configuration: &str, text: &str) -> bool {
    configuration != "package.json" || text.contains("\"@11ty/eleventy\"")
}

pub(crate) fn facts(tree: &dyn Tree, root: &str) -> Facts {
    let (configuration, script) = CONFIGURATIONS
        .iter()
        .filter(|name| **name != "package.json")
        .map(|name| under(root, name))
        .find_map(|path| code(tree, &path).map(|script| (path, script)))
        .unwrap_or_default();
    let input = property(&script, "input")
        .or_else(|| argument(&script, "setInputDirectory("))
        .unwrap_or_default();
    let content = under(root, input.trim_start_matches("./").trim_matches(['/', '.']));
    let data = joined(
        &content,
        property(&script, "data")
            .or_else(|| argument(&script, "setDataDirectory("))
            .as_deref()
            .unwrap_or("_data"),
    );
    let mut facts = Facts {
        root: root.to_owned(),
        // The site's own preprocessors, filters or computed data use them.
        ignores_drafts: !script.contains("draft"),
        has_own_markdown: argument(&script, "setLibrary(").as_deref() == Some("md"),
        linkifies: truth(&script, "linkify"),
        copies_feeds: copies(&script, "feeds"),
        served: served(&script, root, &content),
        lacks: Some(unnamed(
            &[&script],
            &[
                (Options::ENABLE_TASKLISTS, &["task"]),
                (Options::ENABLE_DEFINITION_LIST, &["deflist"]),
                (Options::ENABLE_FOOTNOTES, &["footnote"]),
                ALERTS,
                FORMULAS,
            ],
        )),
        // gray-matter's own mark is a line of hyphens.
        excerpt_separator: (truth(&script, "excerpt") == Some(true))
            .then(|| property(&script, "excerpt_separator").unwrap_or_else(|| "---".to_owned())),
        ..Facts::default()
    };
    for name in ["metadata", "site", "meta"] {
        let json = values(tree, &under(&data, &format!("{name}.json")))
            .or_else(|| values(tree, &under(&data, &format!("{name}.yaml"))));
        let program = ["js", "cjs", "mjs"]
            .iter()
            .find_map(|extension| code(tree, &under(&data, &format!("{name}.{extension}"))));
        let string = |paths: &str| {
            paths.split(' ').find_map(|path| {
                json.as_ref().and_then(|node| string_at(node, path)).or_else(|| {
                    let program = program.as_deref()?;
                    match path.split_once('.') {
                        Some((outer, inner)) => within(program, outer, inner),
                        None => property(program, path),
                    }
                })
            })
        };
        let url = || string("url baseUrl").filter(|url| url.contains("://"));
        facts.title = facts.title.or_else(|| string("title name"));
        facts.url = facts.url.or_else(url);
        facts.description = facts.description.or_else(|| string("description"));
        facts.language = facts.language.or_else(|| language(&string("language lang locale")?));
        facts.author = facts.author.or_else(|| string("author.name author"));
    }
    if let Some(node) = values(tree, &under(&data, "authors.json")) {
        facts.authors.extend(authors(&node));
    }
    data::of_site(tree, &data, &configuration, &script, &mut facts);
    let prefix = property(&script, "pathPrefix").or_else(|| argument(&script, "setPathPrefix("));
    let prefix = prefix.as_deref().unwrap_or_default().trim_matches('/');
    if let Some(url) = facts.url.as_mut().filter(|_| !prefix.is_empty()) {
        let host = url.trim_end_matches('/');
        if !host.ends_with(&format!("/{prefix}")) {
            *url = format!("{host}/{prefix}/");
        }
    }
    data::of_folders(tree, &content, script.contains("addDataExtension("), &mut facts);
    facts.excluded = ignored(tree, root, &content, &script);
    facts.content = content;
    facts
}

/// The text that a call is given.
fn argument(script: &str, call: &str) -> Option<String> {
    literal(script.split_once(call)?.1)
}

/// The files and folders of `.eleventyignore`, in the site's folder and in that of its posts, and of
/// `ignores.add("…")`.
fn ignored(tree: &dyn Tree, root: &str, content: &str, script: &str) -> Vec<(Scope, &'static str)> {
    let mut scopes = Vec::new();
    let mut add = |folder: &str, pattern: &str, by: &'static str| {
        let pattern = pattern.trim_start_matches("./").trim_matches('/');
        scopes.extend(Scope::of_files(folder, pattern).map(|scope| (scope, by)));
    };
    for folder in [root, content] {
        let lines = text(tree, &under(folder, ".eleventyignore")).unwrap_or_default();
        let patterns = lines.lines().map(str::trim);
        for pattern in patterns.filter(|line| !line.is_empty() && !line.starts_with(['#', '!'])) {
            add(folder, pattern, "`.eleventyignore`");
        }
    }
    for (at, call) in script.match_indices("ignores.add(") {
        if let Some(pattern) = literal(&script[at + call.len()..]) {
            add(root, &pattern, "`ignores.add` in the configuration");
        }
    }
    scopes
}

/// A folder relative to another one, possibly above it (`../_data`).
fn joined(folder: &str, path: &str) -> String {
    steps(&format!("{folder}/{path}")).join("/")
}

/// The folders that the configuration copies, each with where to: under its own name without a target.
fn copied(script: &str) -> impl Iterator<Item = (String, String)> {
    script.match_indices("addPassthroughCopy(").filter_map(|(at, call)| {
        let argument = script[at + call.len()..].trim_start();
        let table = argument.strip_prefix('{');
        let from = literal(table.unwrap_or(argument))?;
        let from = from.trim_start_matches("./").trim_matches('/').to_owned();
        let target = match table {
            Some(table) => literal(table.split_once(':')?.1)?,
            None => from.clone(),
        };
        Some((from, target))
    })
}

/// Whether the configuration copies this folder under its own name.
fn copies(script: &str, folder: &str) -> bool {
    copied(script).any(|(from, target)| from == folder && target.trim_matches('/') == folder)
}

/// Folders copied unchanged to the site's root.
fn served(script: &str, root: &str, content: &str) -> Vec<String> {
    let to_root = copied(script).filter(|(_, target)| target == "/");
    let folders = to_root.map(|(from, _)| under(root, &from));
    folders.filter(|folder| folder != content && !folder.contains('*')).collect()
}
