//! Astro's configuration (JavaScript or TypeScript, read as text).

use crate::post::author_of;
use crate::post::dialect::under;
use crate::tree::Tree;

use super::Facts;
use super::configuration::{format, language, text, values};
use super::script::property;

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

pub(crate) fn facts(tree: &dyn Tree, root: &str) -> Facts {
    let config = CONFIGURATIONS
        .iter()
        .take(5)
        .find_map(|name| text(tree, &under(root, name)))
        .unwrap_or_default();
    // Astro's blog starter keeps title and description here.
    let constants = [
        "src/consts.ts",
        "src/consts.js",
        "src/config.ts",
        "src/site.config.ts",
    ]
    .iter()
    .find_map(|name| text(tree, &under(root, name)))
    .unwrap_or_default();
    let constant = |names: &[&str]| {
        names.iter().find_map(|name| {
            let (_, rest) = constants.split_once(&format!("const {name}"))?;
            super::script::literal(rest.trim_start().strip_prefix('=')?)
        })
    };
    let base = property(&config, "base").unwrap_or_default();
    let site = property(&config, "site")
        .or_else(|| constant(&["SITE_URL"]))
        .filter(|url| url.contains("://"));
    let mut facts = Facts {
        root: root.to_owned(),
        content: under(root, "src"),
        title: constant(&["SITE_TITLE", "TITLE"]).or_else(|| property(&constants, "title")),
        description: constant(&["SITE_DESCRIPTION", "DESCRIPTION"])
            .or_else(|| property(&constants, "desc")),
        url: site.map(|site| format!("{}/{}", site.trim_end_matches('/'), base.trim_matches('/'))),
        language: property(&config, "defaultLocale").and_then(|tag| language(&tag)),
        author: constant(&["AUTHOR"]).or_else(|| property(&constants, "author")),
        ..Facts::default()
    };
    for folder in ["src/content/authors", "src/data/authors"] {
        for entry in tree.list(&under(root, folder)).unwrap_or_default() {
            let name = entry.path.rsplit('/').next().unwrap_or_default();
            if format(&entry.path).is_some()
                && let Some((key, _)) = name.split_once('.')
                && let Some(author) = values(tree, &entry.path).as_ref().and_then(author_of)
            {
                facts.authors.insert(key.to_owned(), author);
            }
        }
    }
    facts
}
