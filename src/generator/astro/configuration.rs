//! Astro's configuration (JavaScript or TypeScript, read as text).

use pulldown_cmark::Options;

use crate::post::Zone;
use crate::tree::{Tree, under};

use crate::generator::configuration::{language, text};
use crate::generator::script::{ALERTS, FORMULAS, code, literal, property, truth, unnamed};
use crate::generator::{Facts, Scope};

pub(crate) const CONFIGURATIONS: &[&str] = &[
    "astro.config.mjs",
    "astro.config.ts",
    "astro.config.js",
    "astro.config.mts",
    "astro.config.cjs",
    "src/content.config.ts",
    "src/content.config.js",
    "src/content.config.mjs",
    "src/content/config.ts",
    "src/content/config.js",
];

/// How the names of Astro's own configuration begin; the others declare collections.
const OWN: &str = "astro.config.";

pub(crate) fn facts(tree: &dyn Tree, root: &str) -> Facts {
    let config = CONFIGURATIONS
        .iter()
        .filter(|name| name.starts_with(OWN))
        .find_map(|name| code(tree, &under(root, name)))
        .unwrap_or_default();
    // Astro's blog starter keeps title and description here.
    let constants = ["src/consts.ts", "src/consts.js", "src/config.ts", "src/site.config.ts"]
        .iter()
        .find_map(|name| code(tree, &under(root, name)))
        .unwrap_or_default();
    let constant = |names: &[&str]| {
        names.iter().find_map(|name| {
            let (_, rest) = constants.split_once(&format!("const {name}"))?;
            literal(rest.trim_start().strip_prefix('=')?)
        })
    };
    let base = property(&config, "base").unwrap_or_default();
    let site = property(&config, "site")
        .or_else(|| constant(&["SITE_URL"]))
        // `site: SITE.website`, where the constants give it.
        .or_else(|| {
            let names = ["website", "siteUrl", "site", "url", "base"];
            names
                .iter()
                .find_map(|name| property(&constants, name).filter(|url| url.contains("://")))
        })
        .filter(|url| url.contains("://"));
    // With `gfm: false`, Markdown is that of CommonMark.
    let without_github = if truth(&config, "gfm") == Some(false) {
        Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_FOOTNOTES
    } else {
        Options::empty()
    };
    let mut facts = Facts {
        root: root.to_owned(),
        content: under(root, "src"),
        title: constant(&["SITE_TITLE", "TITLE"]).or_else(|| property(&constants, "title")),
        description: constant(&["SITE_DESCRIPTION", "DESCRIPTION"])
            .or_else(|| property(&constants, "desc")),
        url: site.map(|site| format!("{}/{}", site.trim_end_matches('/'), base.trim_matches('/'))),
        language: property(&config, "defaultLocale")
            .or_else(|| property(&constants, "lang"))
            .and_then(|tag| language(&tag)),
        slash: match property(&config, "trailingSlash").as_deref() {
            Some("never") => Some(false),
            Some("always") => Some(true),
            _ => property(&config, "format").map(|format| format != "file"),
        },
        lacks: Some(
            unnamed(
                &[&config],
                &[(Options::ENABLE_DEFINITION_LIST, &["definition", "deflist"]), ALERTS, FORMULAS],
            ) | without_github,
        ),
        linkifies: (!without_github.is_empty()).then_some(false),
        zone: property(&constants, "timezone").and_then(|name| Zone::named(name.trim())),
        // They end the path of a file's URL, by which Astro looks for it.
        excluded: Scope::matching("[#?]")
            .map(|scope| (scope, "the `#` or `?` in its name"))
            .into_iter()
            .collect(),
        author: constant(&["AUTHOR"]).or_else(|| property(&constants, "author")),
        ..Facts::default()
    };
    routes(tree, root, &mut facts);
    facts
}

/// The pages of each collection: the folder of the page made for each of its entries
/// (`src/pages/posts/[...slug].astro`, which calls `getCollection("blog")`).
fn routes(tree: &dyn Tree, root: &str, facts: &mut Facts) {
    let pages = under(root, "src/pages");
    for entry in tree.list(&pages).unwrap_or_default() {
        let inner = entry.path.strip_prefix(&pages).unwrap_or_default();
        let Some(route) = inner.strip_suffix(".astro") else {
            continue;
        };
        let route = route.trim_end_matches("/index");
        let (folder, name) = route.rsplit_once('/').unwrap_or(("", route));
        let parameter = name
            .strip_prefix('[')
            .and_then(|name| name.strip_suffix(']'))
            .map(|name| name.trim_start_matches("..."));
        let of_posts = matches!(parameter, Some("slug" | "id" | "post" | "path"));
        if !of_posts || folder.contains('[') {
            continue;
        }
        let script = text(tree, &entry.path).unwrap_or_default();
        let named = script.split_once("getCollection(");
        if let Some(collection) = named.and_then(|(_, rest)| literal(rest)) {
            let folder = folder.trim_matches('/').to_owned();
            facts.permalinks.insert(collection, folder);
        }
    }
}
