//! Zola: TOML (YAML is accepted), `path` wins over `slug`, which wins over the file's name; dates
//! without a zone are in UTC.

mod configuration;

use chrono::NaiveDate;

use super::Context;
use super::{
    Anchors, DEFAULT, Dialect, Field, edition_of, is_index_in_language, is_section, language_of,
    parts, stem, transliterate, undated_by,
};
use crate::post::front_matter::Format;
use crate::post::{Post, Spanned};
use crate::tree::under;

const KEYS: &[(&str, Field)] = keys! {
    Title: "title",
    Date: "date",
    Updated: "updated",
    Permalink: "path",
    Slug: "slug",
    IdIfAbsolute: "id",
    Tags: "tags",
    Categories: "categories",
    Series: "series",
    Authors: "authors" "author",
    Summary: "summary" "description",
    Image: "image" "cover" "cover_image",
    Language: "lang",
    Draft: "draft",
    // A page that is not rendered has no URL to link to.
    Published: "render",
    ExternalUrl: "external_url",
    Foreign: "aliases" "in_search_index" "template" "weight",
};

const HOMES: &[(Field, &str, &str)] = &[
    (Field::Title, "", "title"),
    (Field::Date, "", "date"),
    (Field::Updated, "", "updated"),
    (Field::Permalink, "", "path"),
    (Field::Authors, "", "authors"),
    (Field::Summary, "", "description"),
    (Field::Tags, "taxonomies", "tags"),
    (Field::Id, "extra", "id"),
    (Field::Language, "extra", "lang"),
    (Field::Image, "extra", "image"),
    (Field::ImageAlt, "extra", "image_alt"),
    (Field::ImageCredit, "extra", "image_credit"),
    (Field::ExternalUrl, "extra", "external_url"),
    (Field::Event, "extra", "event"),
    (Field::Sessions, "extra", "sessions"),
];

pub(super) static ZOLA: Dialect = Dialect {
    name: "zola",
    keys: KEYS,
    templates: &["zola", "dollars"],
    holds_back: &["draft", "render"],
    front_matter: Format::Toml,
    // Zola rejects unknown top-level keys.
    homes: HOMES,
    tables: &["taxonomies", "extra"],
    extensions: &["md"],
    is_post: |_, inner| !is_section(inner),
    is_index: is_index_in_language,
    date_in_name,
    edition: edition_of,
    settle,
    url,
    configurations: configuration::CONFIGURATIONS,
    owns: configuration::owns,
    facts: configuration::facts,
    posts_dir: |facts| Some(facts.content.clone()),
    built_dir: Some("public"),
    feeds_dir: |facts| (under(&facts.root, "static/feeds"), None),
    footnotes: Anchors::Bare,
    ..DEFAULT
};

/// A whole date, perhaps a space, `-` or `_`, and a name.
fn date_in_name(name: &str) -> Option<(NaiveDate, usize)> {
    let (date, rest) = name.split_at_checked(10)?;
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
    let slug = rest.strip_prefix(' ').unwrap_or(rest);
    let slug = slug.strip_prefix(['-', '_'])?;
    (!slug.is_empty()).then_some((date, name.len() - slug.len()))
}

fn settle(post: &mut Post, context: &Context) {
    let path = post.source.path();
    let file = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    if let (_, Some(language)) = language_of(parts(file).1, &context.facts)
        && post.head.language.is_none()
    {
        let value = language.to_owned();
        post.head.language = Some(Spanned::new(value, 0..0));
    }
}

fn url(post: &Post, context: &Context) -> String {
    let (file, _) = language_of(stem(post, &context.facts), &context.facts);
    let language = edition_of(post.source.path(), &context.facts);
    let language = language.map(|language| format!("/{language}")).unwrap_or_default();
    if let Some(path) = &post.head.permalink {
        return format!("{language}/{}/", path.value.trim_matches('/'));
    }
    let (folder, name) = parts(file);
    let name = match &post.head.slug {
        Some(slug) => slug.value.clone(),
        None if context.facts.keeps_dates => name.to_owned(),
        None => undated_by(&ZOLA, name).to_owned(),
    };
    // `slugify.paths` is on unless the configuration says otherwise.
    let slugged = |text: &str| {
        if context.facts.keeps_case { text.to_owned() } else { transliterate::zola(text) }
    };
    let folder: Vec<String> =
        folder.split('/').filter(|part| !part.is_empty()).map(slugged).collect();
    format!("{language}/{}/", under(&folder.join("/"), &slugged(&name)))
}
