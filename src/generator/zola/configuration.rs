//! Zola's `config.toml`.

use pulldown_cmark::Options;

use crate::tree::{Tree, under};

use crate::generator::configuration::{first, get, items, language, pairs, string_at, switch};
use crate::generator::scope::Scope;
use crate::generator::{Anchors, Facts};

pub(crate) const CONFIGURATIONS: &[&str] = &["zola.toml", "config.toml"];

/// Many programs use `config.toml`; Zola requires this key.
pub(crate) fn owns(_: &str, text: &str) -> bool {
    text.contains("base_url")
}

pub(crate) fn facts(tree: &dyn Tree, root: &str) -> Facts {
    let content = under(root, "content");
    let Some(config) = first(tree, root, CONFIGURATIONS) else {
        return Facts { root: root.to_owned(), content, ..Facts::default() };
    };
    let languages = get(&config, "languages").map(pairs).unwrap_or_default();
    let is_on = |path: &str| switch(&config, path) == Some(true);
    // Zola's own default.
    let first_language =
        string_at(&config, "default_language default_lang").unwrap_or_else(|| "en".to_owned());
    // The front page's title, if the configuration has none.
    let index = index_title(tree, &content);
    Facts {
        root: root.to_owned(),
        title: string_at(&config, "title").or(index),
        url: string_at(&config, "base_url").filter(|url| url.contains("://")),
        description: string_at(&config, "description"),
        language: language(&first_language),
        author: string_at(&config, "author extra.author"),
        keeps_case: string_at(&config, "slugify.paths").is_some_and(|mode| mode != "on"),
        keeps_dates: is_on("slugify.paths_keep_dates"),
        lacks: Some(
            [
                ("definition_list", Options::ENABLE_DEFINITION_LIST),
                ("github_alerts", Options::ENABLE_GFM),
            ]
            .into_iter()
            .filter_map(|(name, extension)| {
                (!is_on(&format!("markdown.{name}"))).then_some(extension)
            })
            .chain([Options::ENABLE_MATH])
            .collect(),
        ),
        footnotes: is_on("markdown.bottom_footnotes").then_some(Anchors::Bottom),
        replaces_emoji: is_on("markdown.render_emoji"),
        first_language: Some(first_language),
        titles: languages
            .iter()
            .filter_map(|pair| Some((pair.key.to_string(), string_at(&pair.value, "title")?)))
            .collect(),
        languages: languages.iter().map(|pair| pair.key.to_string()).collect(),
        excluded: items(&config, "ignored_content")
            .iter()
            .filter_map(|pattern| Scope::of_whole_paths(pattern.scalar()?))
            .map(|scope| (scope, "`ignored_content`"))
            .collect(),
        content,
        ..Facts::default()
    }
}

fn index_title(tree: &dyn Tree, content: &str) -> Option<String> {
    let text = crate::generator::configuration::text(tree, &under(content, "_index.md"))?;
    let parts = crate::post::front_matter::split(&text, false);
    let values = crate::post::front_matter::parse(&text, &parts);
    let title = values.pairs.iter().find(|pair| pair.key == "title")?;
    title.value.scalar().map(str::to_owned)
}
