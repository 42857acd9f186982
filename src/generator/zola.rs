//! Zola: TOML (YAML is accepted), `path` before `slug` before the file's name, dates without a zone
//! in UTC.

mod configuration;

use super::Context;
use super::{Dialect, Field, edition_of, language_of, parts, stem, undated, under};
use super::{Facts, transliterate};
use crate::post::front_matter::Format;
use crate::post::{Post, Spanned};
use crate::tree::Tree;

#[derive(Debug)]
pub(super) struct Zola;

const KEYS: &[(&str, Field)] = keys![
    ("title", Field::Title),
    ("date", Field::Date),
    ("updated", Field::Updated),
    ("path", Field::Permalink),
    ("slug", Field::Slug),
    ("id", Field::IdIfAbsolute),
    ("tags", Field::Tags),
    ("categories", Field::Categories),
    ("series", Field::Series),
    ("authors", Field::Authors),
    ("author", Field::Authors),
    ("summary", Field::Summary),
    ("description", Field::Summary),
    ("image", Field::Image),
    ("cover", Field::Image),
    ("cover_image", Field::Image),
    ("lang", Field::Language),
    ("draft", Field::Draft),
    // A page that is not rendered has no address to link to.
    ("render", Field::Published),
    ("external_url", Field::ExternalUrl),
    ("aliases", Field::Foreign),
    ("in_search_index", Field::Foreign),
    ("template", Field::Foreign),
    ("weight", Field::Foreign),
];

impl Dialect for Zola {
    fn name(&self) -> &'static str {
        "zola"
    }

    fn keys(&self) -> &'static [(&'static str, Field)] {
        KEYS
    }

    fn holds_back(&self) -> &'static [&'static str] {
        &["draft", "render"]
    }

    fn front_matter(&self) -> Format {
        Format::Toml
    }

    /// Zola refuses keys at the top that it does not know.
    fn home(&self, field: Field) -> Option<(&'static str, &'static str)> {
        Some(match field {
            Field::Title => ("", "title"),
            Field::Date => ("", "date"),
            Field::Updated => ("", "updated"),
            Field::Permalink => ("", "path"),
            Field::Authors => ("", "authors"),
            Field::Summary => ("", "description"),
            Field::Tags => ("taxonomies", "tags"),
            Field::Id => ("extra", "id"),
            Field::Language => ("extra", "lang"),
            Field::Image => ("extra", "image"),
            Field::ImageAlt => ("extra", "image_alt"),
            Field::ImageCredit => ("extra", "image_credit"),
            Field::ExternalUrl => ("extra", "external_url"),
            Field::Event => ("extra", "event"),
            Field::Sessions => ("extra", "sessions"),
            _ => return None,
        })
    }

    fn tables(&self) -> &'static [&'static str] {
        &["taxonomies", "extra"]
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["md"]
    }

    fn is_post(&self, _: &str, inner: &str) -> bool {
        !parts(inner).1.starts_with("_index.")
    }

    fn is_index(&self, name: &str) -> bool {
        name == "index"
            || name
                .strip_prefix("index.")
                .is_some_and(|language| language.len() <= 7)
    }

    fn edition<'p>(&self, path: &'p str, facts: &'p Facts) -> Option<&'p str> {
        edition_of(path, facts)
    }

    fn bundles_own_files(&self) -> bool {
        true
    }

    fn settle(&self, post: &mut Post, context: &Context) {
        let path = post.source.path();
        let file = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        if let (_, Some(language)) = language_of(parts(file).1, &context.facts)
            && post.head.language.is_none()
        {
            let value = language.to_owned();
            post.head.language = Some(Spanned { value, range: 0..0 });
        }
    }

    fn address(&self, post: &Post, context: &Context) -> String {
        let (file, _) = language_of(stem(post, &context.facts), &context.facts);
        let language = edition_of(post.source.path(), &context.facts)
            .map(|language| format!("/{language}"))
            .unwrap_or_default();
        if let Some(path) = &post.head.permalink {
            return format!("{language}/{}/", path.value.trim_matches('/'));
        }
        let (folder, name) = parts(file);
        let name = match &post.head.slug {
            Some(slug) => slug.value.clone(),
            None => undated(name).to_owned(),
        };
        // `slugify.paths` is on unless the configuration says otherwise.
        let slugged = |text: &str| {
            if context.facts.keeps_case {
                text.to_owned()
            } else {
                transliterate::zola(text)
            }
        };
        let folder: Vec<String> = folder
            .split('/')
            .filter(|part| !part.is_empty())
            .map(slugged)
            .collect();
        format!("{language}/{}/", under(&folder.join("/"), &slugged(&name)))
    }

    fn configurations(&self) -> &'static [&'static str] {
        configuration::CONFIGURATIONS
    }

    fn owns(&self, _: &str, text: &str) -> bool {
        configuration::owns(text)
    }

    fn facts(&self, tree: &dyn Tree, root: &str) -> Facts {
        configuration::facts(tree, root)
    }

    fn posts_dir(&self, facts: &Facts) -> Option<String> {
        Some(facts.content.clone())
    }

    fn built_dir(&self) -> Option<&'static str> {
        Some("public")
    }

    fn feeds_dir(&self, facts: &Facts) -> (String, Option<&'static str>) {
        (under(&facts.root, "static/feeds"), None)
    }
}
