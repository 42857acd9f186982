//! Pelican's `pelicanconf.py`, read as text, overridden by `publishconf.py`.

use pulldown_cmark::Options;

use crate::generator::under;
use crate::tree::Tree;

use crate::generator::configuration::{language, text, zone};
use crate::generator::script::{assigned, list, property, switched, texts, unnamed};
use crate::generator::transliterate::Slugs;
use crate::generator::{Facts, Scope};

pub(crate) const CONFIGURATIONS: &[&str] = &["pelicanconf.py"];

pub(crate) fn facts(tree: &dyn Tree, root: &str) -> Facts {
    let script = text(tree, &under(root, "pelicanconf.py")).unwrap_or_default();
    let published = text(tree, &under(root, "publishconf.py")).unwrap_or_default();
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
        zone: string_at("TIMEZONE").and_then(|name| zone(&name)),
        hides_future: is("WITH_FUTURE_DATES", false),
        slugs: Slugs {
            unicode: is("SLUGIFY_USE_UNICODE", true),
            keeps_case: is("SLUGIFY_PRESERVE_CASE", true),
        },
        folders_are_categories: !is("USE_FOLDER_AS_CATEGORY", false),
        slug_separator: string_at("FILENAME_METADATA").and_then(|pattern| {
            let (date, _) = pattern.split_once("(?P<slug>")?;
            let (_, separator) = date.split_once("(?P<date>")?.1.rsplit_once(')')?;
            let literal = !separator.contains(['[', '(', '?', '*', '+', '.']);
            literal.then(|| separator.to_owned())
        }),
        // A slug comes from the title unless it is configured to be the file's name.
        keeps_case: string_at("SLUGIFY_SOURCE").as_deref() == Some("basename"),
        lacks: Some(unnamed(
            &[&script, &published],
            &[
                (Options::ENABLE_STRIKETHROUGH, &["tilde", "strike", "del"]),
                (Options::ENABLE_TASKLISTS, &["task", "checklist"]),
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
        let values = ["status", "category", "author", "authors", "tags", "lang"];
        let values = texts(&values, |key| property(metadata, key));
        facts.defaults.push((Scope::default(), values));
    }
    facts.posts = folders("ARTICLE_PATHS");
    if facts.posts.len() != 1 {
        facts.posts.clear();
    }
    facts.excluded = folders("PAGE_PATHS");
    facts.excluded.extend(folders("ARTICLE_EXCLUDES"));
    facts.content = content;
    facts
}
