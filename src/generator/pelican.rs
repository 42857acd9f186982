//! Pelican: header lines without a fence, one category, permalinks by Python format strings.

mod configuration;

use std::ops::Range;

use chrono::{DateTime, FixedOffset};

use super::Context;
use super::configuration::get;
use super::{
    Anchors, DEFAULT, Dialect, Field, Separators, Shown, Tildes, comment_more, mark, parts, stem,
    zone_name,
};
use super::{Facts, transliterate};
use crate::post::front_matter::Format;
use crate::post::{Post, Spanned, Visibility};
use crate::tree::{is_under, under};

const KEYS: &[(&str, Field)] = keys! {
    Title: "title",
    Date: "date",
    Updated: "modified",
    Permalink: "url" "save_as",
    Slug: "slug",
    IdIfAbsolute: "id",
    Tags: "tags",
    Categories: "category",
    Series: "series",
    Authors: "authors" "author",
    Summary: "summary" "description",
    Image: "image" "cover",
    Language: "lang",
    Status: "status",
    ExternalUrl: "external_url",
    Foreign: "keywords" "template" "translation",
};

pub(super) static PELICAN: Dialect = Dialect {
    name: "pelican",
    // Pelican's themes do not escape by themselves.
    titles_are_html: true,
    tildes: Tildes::Double,
    footnotes: Anchors::Python,
    list: |kind, name, facts| Some(list(kind, name, facts)),
    keys: KEYS,
    templates: &["attributes", "python-extra", "dollars"],
    holds_back: &["status"],
    shown,
    ignores_case: true,
    front_matter: Format::Header,
    header_lines: true,
    allows_duplicates: true,
    separators: Separators { tags: Some(Separators::PELICAN), authors: Some(Separators::PELICAN) },
    without_zone,
    month_first: true,
    // An article has one category; `authors` has several people.
    whole: &["category", "author"],
    extensions: &["md", "markdown", "mkd", "mdown"],
    is_post,
    has_bundles: false,
    settle,
    url,
    more,
    configurations: configuration::CONFIGURATIONS,
    facts: configuration::facts,
    posts_dir: |facts| match facts.posts.as_slice() {
        [folder] => Some(folder.clone()),
        _ => Some(facts.content.clone()),
    },
    dates_in_names: |facts| facts.dates_in_names,
    unread: unread! {
        Warning "SLUG_REGEX_SUBSTITUTIONS": "slugs are made by Pelican's usual rules",
        Warning "EXTRA_PATH_METADATA": "values of single paths are passed over",
        Warning "INDEX_SAVE_AS": "`{index}` leads to index.html",
        Warning "'fs'": "a post without a date is left out",
    },
    built_dir: Some("output"),
    feeds_dir,
    ..DEFAULT
};

fn list(kind: &str, name: &str, facts: &Facts) -> String {
    let pattern = facts.permalinks.get(&format!("{{{kind}}}"));
    let pattern = pattern.map_or_else(|| format!("{kind}/{{slug}}.html"), String::clone);
    let slug = transliterate::pelican(name, facts.slugs);
    pattern.replace("{slug}", &slug)
}

fn shown(post: &Post, facts: &Facts) -> Shown {
    Shown { from: (post.head.date.clone()).filter(|_| facts.hides_future), until: None }
}

/// dateutil knows no abbreviation but UTC's: `EST` is read in the site's zone.
fn without_zone(text: &str) -> &str {
    match zone_name(text) {
        Some((before, name)) if !matches!(name, "UTC" | "GMT") => before,
        _ => text,
    }
}

/// Pages are not articles; they are in `pages` unless configured otherwise.
fn is_post(_: &str, inner: &str) -> bool {
    !inner.starts_with("pages/")
}

fn settle(post: &mut Post, context: &Context) {
    // The folder is the category of an article without one.
    let (folder, _) = parts(stem(post, &context.facts));
    if let Some(last) = folder.rsplit('/').next().filter(|last| !last.is_empty())
        && post.head.categories.is_empty()
        && context.facts.folders_are_categories
    {
        let value = last.to_owned();
        post.head.categories.push(Spanned::new(value, 0..0));
    }
    let folders = &context.facts.posts;
    if !folders.is_empty() && !folders.iter().any(|own| is_under(post.source.path(), own)) {
        post.head.hold(Visibility::Unlisted, "`ARTICLE_PATHS`", 0..0);
    }
}

fn url(post: &Post, context: &Context) -> String {
    if let Some(own) = &post.head.permalink {
        let path = own.value.strip_suffix("index.html").unwrap_or(&own.value);
        return path.to_owned();
    }
    let facts = &context.facts;
    let translated = post.head.language.as_ref().is_some_and(|language| {
        facts.language.as_deref().is_some_and(|site| site != language.value)
    });
    // A translation has its own pattern.
    let (section, default) =
        if translated { ("lang", "{slug}-{lang}.html") } else { ("", "{slug}.html") };
    let pattern = facts.permalinks.get(section);
    fill(pattern.map_or(default, String::as_str), post, context)
}

/// The comment of Pelican's summary plugin, or the one of other generators.
fn more(post: &Post, _: &Context) -> Option<Range<usize>> {
    mark(post, "<!-- PELICAN_END_SUMMARY -->").or_else(|| comment_more(post, false))
}

fn feeds_dir(facts: &Facts) -> (String, Option<&'static str>) {
    match facts.served.first() {
        Some(folder) => (under(folder, "feeds"), None),
        None => {
            (under(&facts.content, "feeds"), Some("STATIC_PATHS in pelicanconf.py needs `feeds`"))
        }
    }
}

/// A Python format string with the fields of an article: `{date:%Y}/{slug}/`.
fn fill(pattern: &str, post: &Post, context: &Context) -> String {
    // A date with an offset of its own is formatted in that.
    let date = post.head.date.as_ref().map(|date| date.value);
    let how = context.facts.slugs;
    let slug = || {
        if let Some(slug) = &post.head.slug {
            return slug.value.clone();
        }
        let name = parts(stem(post, &context.facts)).1;
        let title = post.head.title.as_ref();
        let title = title.map(|title| transliterate::pelican(&title.value, how));
        // Where slugs come from names, titles do not matter.
        title
            .filter(|title| !context.facts.keeps_case && !title.is_empty())
            .unwrap_or_else(|| transliterate::pelican(name, how))
    };
    let mut path = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((field, after)) = after.split_once('}') else {
            break;
        };
        path.push_str(before);
        let (name, format) = field.split_once(':').unwrap_or((field, ""));
        match name {
            "slug" => path.push_str(&slug()),
            "lang" => {
                path.push_str(post.head.language.as_ref().map_or("", |language| &language.value));
            }
            "category" => {
                let own = post.head.categories.first().map(|category| category.value.as_str());
                let category = own.or(context.facts.default_category.as_deref());
                path.push_str(&transliterate::pelican(category.unwrap_or("misc"), how));
            }
            "author" => {
                let own = post.head.authors.first();
                let author = default_author(post, &context.facts)
                    .or(own.map(|author| author.value.name.as_str()))
                    .or(context.facts.author.as_deref());
                path.push_str(&transliterate::pelican(author.unwrap_or_default(), how));
            }
            "date" => {
                if let Some(date) = date {
                    path.push_str(&formatted(date, format));
                }
            }
            _ => {}
        }
        rest = after;
    }
    path.push_str(rest);
    path.strip_suffix("index.html").unwrap_or(&path).to_owned()
}

/// The `author` of `DEFAULT_METADATA`, which a post's `Authors` does not replace.
fn default_author<'f>(post: &Post, facts: &'f Facts) -> Option<&'f str> {
    let written = post.head.authors.first()?.range.start;
    let line = post.source.text().get(..written)?.rsplit('\n').next()?;
    let key = line.split(':').next()?.trim();
    let mut defaults = facts.defaults.iter();
    defaults
        .find_map(|defaults| get(&defaults.values, "author")?.scalar())
        .filter(|_| key.eq_ignore_ascii_case("authors"))
}

/// The date in the codes that permalinks use; an unknown code stays.
fn formatted(date: DateTime<FixedOffset>, format: &str) -> String {
    let mut text = String::new();
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        if letter != '%' {
            text.push(letter);
            continue;
        }
        match letters.next() {
            Some('-') => {
                let code = letters.next().unwrap_or('d');
                let code = if "mdHMSj".contains(code) { code } else { 'd' };
                text.push_str(&date.format(&format!("%-{code}")).to_string());
            }
            Some(code) if "YymdbBaAHMSjU".contains(code) => {
                text.push_str(&date.format(&format!("%{code}")).to_string());
            }
            Some(code) => text.extend(['%', code]),
            None => {}
        }
    }
    text
}
