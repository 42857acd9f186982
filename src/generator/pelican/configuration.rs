//! Pelican's `pelicanconf.py`, read as text, overridden by `publishconf.py`.

use pulldown_cmark::Options;

use crate::post::Zone;
use crate::tree::{Tree, under};

use crate::generator::configuration::language;
use crate::generator::script::{
    ALERTS, assigned, code, items, list, property, switched, texts, unnamed,
};
use crate::generator::transliterate::Slugs;
use crate::generator::{Defaults, Facts, PathPattern};

pub(crate) const CONFIGURATIONS: &[&str] = &["pelicanconf.py"];

pub(crate) fn facts(tree: &dyn Tree, root: &str) -> Facts {
    let script = code(tree, &under(root, "pelicanconf.py")).unwrap_or_default();
    let published = code(tree, &under(root, "publishconf.py")).unwrap_or_default();
    let string_at = |name: &str| {
        assigned(&published, name)
            .filter(|value| !value.is_empty())
            .or_else(|| assigned(&script, name))
            .filter(|value| !value.is_empty())
    };
    let is = |name: &str, value: bool| {
        let truth = switched(&published, name).or_else(|| switched(&script, name));
        truth == Some(value)
    };
    let content = under(
        root,
        string_at("PATH")
            .as_deref()
            .unwrap_or("content")
            .trim_start_matches("./")
            .trim_matches('/'),
    );
    let mut facts = Facts {
        root: root.to_owned(),
        title: string_at("SITENAME"),
        url: string_at("SITEURL").filter(|url| url.contains("://")),
        description: string_at("SITESUBTITLE"),
        language: language(string_at("DEFAULT_LANG").as_deref().unwrap_or("en")),
        author: string_at("AUTHOR"),
        zone: string_at("TIMEZONE").and_then(|name| Zone::named(name.trim())),
        hides_future: is("WITH_FUTURE_DATES", false),
        slugs: Slugs {
            unicode: is("SLUGIFY_USE_UNICODE", true),
            keeps_case: is("SLUGIFY_PRESERVE_CASE", true),
        },
        folders_are_categories: !is("USE_FOLDER_AS_CATEGORY", false),
        dates_in_names: string_at("FILENAME_METADATA").is_none(),
        path_patterns: [("FILENAME_METADATA", true), ("PATH_METADATA", false)]
            .into_iter()
            .filter_map(|(name, of_names)| PathPattern::new(&string_at(name)?, of_names))
            .collect(),
        // A slug comes from the title unless it is configured to be the file's name.
        keeps_case: string_at("SLUGIFY_SOURCE").as_deref() == Some("basename"),
        lacks: Some(unnamed(
            &[&script, &published],
            &[
                (Options::ENABLE_STRIKETHROUGH, &["tilde", "strike", "del"]),
                (Options::ENABLE_TASKLISTS, &["task", "checklist"]),
                ALERTS,
            ],
        )),
        default_category: string_at("DEFAULT_CATEGORY"),
        ..Facts::default()
    };
    // Where both a URL and a file are given, readers follow the URL.
    for (name, section) in [
        ("ARTICLE_URL", ""),
        ("ARTICLE_LANG_URL", "lang"),
        ("TAG_URL", "{tag}"),
        ("CATEGORY_URL", "{category}"),
        ("AUTHOR_URL", "{author}"),
    ] {
        if let Some(pattern) = string_at(name) {
            facts.permalinks.insert(section.to_owned(), pattern);
        }
    }
    let folders = |name: &str| -> Vec<String> {
        let named = list(&script, name).unwrap_or_default();
        named
            .iter()
            .filter(|folder| !folder.is_empty())
            .map(|folder| under(&content, folder.trim_matches('/')))
            .collect()
    };
    if let Some((_, metadata)) = script.split_once("\nDEFAULT_METADATA") {
        let metadata = metadata.split('}').next().unwrap_or_default();
        // `DEFAULT_CATEGORY` replaces a category.
        let values = ["status", "author", "authors", "tags", "lang"];
        let values = texts(&values, |key| {
            let names = || Some(items(metadata, key)?.join(", "));
            property(metadata, key).or_else(names)
        });
        facts.defaults.push(Defaults::of_site(values));
    }
    if let Some(date) = default_date(&script) {
        let values = texts(&["date"], |_| Some(date.clone()));
        facts.defaults.push(Defaults::of_site(values));
    }
    facts.posts = folders("ARTICLE_PATHS");
    for name in ["PAGE_PATHS", "ARTICLE_EXCLUDES"] {
        let excluded = folders(name).into_iter();
        facts.excluded.extend(excluded.map(|folder| (folder.into(), name)));
    }
    facts.content = content;
    facts
}

/// `DEFAULT_DATE`, a text or a tuple from the year on; `fs`, the date of the file, is not known.
fn default_date(script: &str) -> Option<String> {
    if let Some(text) = assigned(script, "DEFAULT_DATE") {
        return (text != "fs").then_some(text);
    }
    let value = script.split_once("\nDEFAULT_DATE")?.1.trim_start();
    let tuple = value.strip_prefix('=')?.trim_start().strip_prefix('(')?;
    let numbers = tuple.split_once(')')?.0.split(',');
    let numbers: Vec<u16> = numbers.map_while(|one| one.trim().parse().ok()).collect();
    let part = |at: usize| numbers.get(at).copied().unwrap_or_default();
    (numbers.len() >= 3).then(|| {
        let (hour, minute, second) = (part(3), part(4), part(5));
        format!("{}-{:02}-{:02} {hour:02}:{minute:02}:{second:02}", part(0), part(1), part(2))
    })
}
