//! Eleventy: data from directory files, `tags` as collections, permalinks as templates.

mod cascade;
mod configuration;
mod data;

use std::ops::Range;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::Context;
use super::{
    Anchors, DEFAULT, Dialect, Field, Separators, Tildes, comment_more, mark, parts, stem,
};
use super::{Facts, transliterate};
use crate::post::Post;
use crate::post::date::formatted;
use crate::tree::under;

const KEYS: &[(&str, Field)] = keys! {
    Title: "title",
    Date: "date",
    Updated: "updated" "modified" "lastmod",
    Permalink: "permalink",
    IdIfAbsolute: "id",
    Tags: "tags",
    Categories: "categories" "category",
    Series: "series",
    Authors: "authors" "author",
    Summary: "summary" "description" "excerpt",
    Image: "image" "cover",
    Language: "lang" "locale",
    Draft: "draft",
    Unlisted: "eleventyExcludeFromCollections",
    ExternalUrl: "external_url" "externalUrl",
    Foreign: "eleventyNavigation" "layout" "pagination" "templateEngineOverride",
};

/// Tags for a collection of all posts, meaningless to readers.
const COLLECTIONS: [&str; 7] = ["all", "nav", "post", "posts", "blog", "article", "articles"];

pub(super) static ELEVENTY: Dialect = Dialect {
    name: "eleventy",
    keys: KEYS,
    // Eleventy splits `tags` alone.
    separators: Separators { tags: Some(','), authors: None },
    whole: &["categories", "category"],
    templates: &["liquid", "indented", "kramdown", "dollars"],
    // Eleventy leaves `draft` to the site, and documents how.
    holds_back: &["draft", "eleventyExcludeFromCollections"],
    // `draft` needs a preprocessor of the site's own.
    without_page: Some(("permalink", "false")),
    unread: unread! {
        Warning "addPreprocessor": "the texts of posts are those of their files",
        Warning "addTemplate": "posts that a program makes are left out",
        Warning "addDateParsing": "dates are read as Eleventy reads them by itself",
        Info "addTransform": "what a program changes in a page is not in the feeds",
        Info "amendLibrary": "plugins of markdown-it are not run",
        Info "setLibrary": "plugins of markdown-it are not run",
    },
    is_post,
    asks_elsewhere_for_date,
    date_in_path,
    settle,
    url,
    knows_permalink: |post, context| {
        let own = post.head.permalink.as_ref();
        let template = own.filter(|own| own.value.contains("{{") || own.value.contains("{%"));
        template.is_none_or(|own| fill(&own.value, post, context).is_some())
    },
    tables: &["eleventyComputed"],
    more,
    configurations: configuration::CONFIGURATIONS,
    owns: configuration::owns,
    facts: configuration::facts,
    built_dir: Some("_site"),
    feeds_dir,
    tildes: Tildes::Double,
    footnotes: Anchors::Joined,
    ..DEFAULT
};

fn is_post(posts_dir: &str, inner: &str) -> bool {
    let path = under(posts_dir, inner);
    !path.split('/').any(|part| matches!(part, "node_modules" | "_includes" | "_data" | "_site"))
}

fn asks_elsewhere_for_date(text: &str) -> bool {
    ["last modified", "created", "git last modified", "git created"]
        .iter()
        .any(|word| text.trim().eq_ignore_ascii_case(word))
}

/// The first `YYYY-MM-DD` anywhere in the path.
fn date_in_path(path: &str, _: Option<NaiveDate>) -> Option<NaiveDate> {
    let found = path.match_indices('-').find_map(|(at, _)| {
        let day = path.get(at.checked_sub(4)?..at + 6)?;
        let digits =
            |range: std::ops::Range<usize>| day[range].bytes().all(|byte| byte.is_ascii_digit());
        let fits = day.as_bytes()[7] == b'-' && digits(0..4) && digits(5..7) && digits(8..10);
        fits.then_some(day)
    })?;
    NaiveDate::parse_from_str(found, "%Y-%m-%d").ok()
}

fn settle(post: &mut Post, _: &Context) {
    post.head
        .tags
        .retain(|tag| !COLLECTIONS.iter().any(|name| tag.value.eq_ignore_ascii_case(name)));
}

fn url(post: &Post, context: &Context) -> String {
    let path = stem(post, &context.facts);
    let own = post.head.permalink.as_ref().and_then(|own| {
        if own.value.contains(['{', '<']) {
            fill(&own.value, post, context)
        } else {
            Some(own.value.clone())
        }
    });
    if let Some(own) = own {
        // A permalink is the path of a file, in which nothing is escaped.
        let path = own.replace("//", "/").replace('%', "%25");
        return index_less(&path.replace('?', "%3F"));
    }
    // A file named like its folder is the folder's page.
    let (folder, name) = parts(path);
    let path = if parts(folder).1 == name && !name.is_empty() { folder } else { path };
    format!("/{path}/")
}

/// Eleventy has excerpts if its configuration enables them; users copy the comment from other
/// generators.
fn more(post: &Post, context: &Context) -> Option<Range<usize>> {
    match context.facts.excerpt_separator.as_deref() {
        Some(separator) => mark(post, separator),
        None => comment_more(post, false),
    }
}

fn feeds_dir(facts: &Facts) -> (String, Option<&'static str>) {
    match facts.served.first() {
        Some(folder) => (under(folder, "feeds"), None),
        None => (
            under(&facts.root, "feeds"),
            (!facts.copies_feeds).then_some(
                "Eleventy's configuration needs `eleventyConfig.addPassthroughCopy(\"feeds\")`",
            ),
        ),
    }
}

/// A name without its date as `page.fileSlug` defines it: only `2026-03-04-`.
fn undated(name: &str) -> &str {
    match name.split_at_checked(11) {
        Some((day, rest)) if !rest.is_empty() && day.ends_with('-') => {
            let is_day = NaiveDate::parse_from_str(&day[..10], "%Y-%m-%d").is_ok();
            if is_day { rest } else { name }
        }
        _ => name,
    }
}

/// `/a/index.html` is the page `/a/`.
fn index_less(path: &str) -> String {
    let path = path.strip_suffix("index.html").unwrap_or(path);
    format!("/{}", path.trim_start_matches('/'))
}

/// A template with the few expressions that permalinks use; `None` where one is unknown.
fn fill(template: &str, post: &Post, context: &Context) -> Option<String> {
    let path = stem(post, &context.facts);
    let (folder, name) = parts(path);
    // JavaScript dates are instants, and most machines that build sites are in UTC.
    let date = (post.head.date.as_ref()).map(|date| date.value.to_utc().fixed_offset());
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (expression, after) = after.split_once("}}")?;
        filled.push_str(before);
        let mut steps = expression.trim_matches(['-', ' ']).split('|').map(str::trim);
        let mut text = match steps.next()? {
            "page.fileSlug" => undated(name).to_owned(),
            // Eleventy names a folder's page by its file.
            "page.filePathStem" if is_index(post) => format!("/{path}/index"),
            "page.filePathStem" => format!("/{}", under(folder, undated(name))),
            "page.date" | "date" => {
                filled.push_str(&day(steps.next()?, date?)?);
                rest = after;
                continue;
            }
            key => cascade::value(post, key, &context.facts)?,
        };
        for step in steps {
            text = match step {
                "slugify" => transliterate::sindresorhus(&text),
                "slug" => transliterate::npm(&text),
                "downcase" | "lower" => text.to_lowercase(),
                "upcase" | "upper" => text.to_uppercase(),
                _ => return None,
            };
        }
        filled.push_str(&text);
        rest = after;
    }
    filled.push_str(rest);
    (!filled.contains("{%")).then(|| filled.replace("//", "/"))
}

fn is_index(post: &Post) -> bool {
    let path = post.source.path();
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split('.').next() == Some("index")
}

/// `date: "%Y/%m/%d"` of Liquid, the only date filter that every site has.
fn day(filter: &str, date: DateTime<FixedOffset>) -> Option<String> {
    let format = filter.strip_prefix("date")?.trim_start_matches([':', ' ', '(']);
    formatted(date, format.trim_matches([')', ' ']).trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::{day, index_less};
    use crate::post::{Zone, date};

    #[test]
    fn permalinks_from_templates() {
        let date = date::instant("2020-02-08", Zone::UTC).expect("a date");
        assert_eq!(day("date: \"%Y/%m/%d\"", date).as_deref(), Some("2020/02/08"));
        assert_eq!(day("readableDate", date), None);
        assert_eq!(index_less("a/index.html"), "/a/");
        assert_eq!(index_less("/a.html"), "/a.html");
    }
}
