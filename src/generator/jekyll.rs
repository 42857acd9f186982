//! Jekyll: dated files in `_posts`, tags separated by spaces, permalinks in the site's zone.

mod configuration;

use std::ops::Range;

use chrono::{Datelike, NaiveDate, Timelike};

use super::Context;
use super::{
    Anchors, DEFAULT, Dialect, Field, Separators, Shown, Tildes, parts, stem, undated_by, zone_name,
};
use super::{Facts, permalink, transliterate};
use crate::post::names::{hyphenated, is_mark};
use crate::post::{Post, Spanned, Visibility, date};
use crate::tree::{is_under, under};

const KEYS: &[(&str, Field)] = keys! {
    Title: "title",
    Date: "date",
    Updated: "last_modified_at" "modified" "updated",
    Permalink: "permalink",
    Slug: "slug",
    IdIfAbsolute: "id",
    Tags: "tags" "tag",
    Categories: "categories" "category",
    Series: "series",
    Authors: "author" "authors",
    Summary: "excerpt" "summary" "description",
    Image: "image" "cover",
    Language: "lang",
    Published: "published",
    Draft: "draft",
    Foreign: "hidden",
    ExternalUrl: "external_url" "external-url",
    Foreign: "layout" "comments",
    ExcerptSeparator: "excerpt_separator",
    Foreign: "redirect_from" "redirect_to" "sitemap" "subtitle" "version",
};

pub(super) static JEKYLL: Dialect = Dialect {
    name: "jekyll",
    // Liquid escapes nothing by itself.
    titles_are_html: true,
    tildes: Tildes::Double,
    footnotes: Anchors::Label,
    keys: KEYS,
    templates: &["liquid", "kramdown", "kramdown-extra", "double-dollars"],
    folder: "_posts",
    holds_back: &["published"],
    shown,
    allows_duplicates: true,
    separators: Separators { tags: Some(' '), authors: None },
    // The singular keys hold one value, spaces included.
    whole: &["tag", "category"],
    replaced: &[("tags", "tag")],
    // Under `tags`, Jekyll reads only texts and lists.
    not_numbers: &["tags"],
    without_zone,
    repeated: |text, zone| date::repeated(text, zone).map(|(_, later)| later),
    // Ruby's YAML reads it as a UTC time before Jekyll sees it.
    timestamps_are_utc: true,
    extensions: &["md", "markdown", "mkd", "mkdn", "mkdown"],
    unread: unread! {
        Warning "markdown_ext": "posts with other extensions are left out",
        Info "parse_block_html": "text in HTML elements is read as HTML",
        Info "hard_wrap: true": "lines break where Markdown breaks them",
        Info "CommonMark": "Markdown is read as kramdown reads it",
    },
    is_post,
    has_bundles: false,
    title_from_name,
    settle,
    date_in_name,
    url,
    more,
    configurations: configuration::CONFIGURATIONS,
    built_dir: Some("_site"),
    facts: configuration::facts,
    advice: configuration::advice,
    posts_dir: |facts| facts.posts.first().cloned(),
    drafts_dir,
    ..DEFAULT
};

fn shown(post: &Post, facts: &Facts) -> Shown {
    Shown { from: (post.head.date.clone()).filter(|_| !facts.shows_future), until: None }
}

/// Jekyll itself skips a file in `_posts` whose name has no date, and folders whose names begin with
/// a special character: all above `_posts`, and the first one below it.
fn is_post(posts_dir: &str, inner: &str) -> bool {
    let path = under(posts_dir, inner);
    let is_special = |name: &str| name.starts_with(['.', '_', '#', '~']);
    let holds_posts = |name: &str| matches!(name, "_posts" | "_drafts");
    let mut names = inner.split('/');
    let mut above = names.by_ref().take_while(|name| !holds_posts(name));
    if !holds_posts(parts(posts_dir).1) && above.any(is_special)
        || names.next().is_some_and(is_special)
    {
        return false;
    }
    let within = |folder: &str| path.split('/').any(|part| part == folder);
    let dated = date_in_name(parts(inner).1).is_some();
    let elsewhere = !posts_dir.is_empty() && !within("_posts") && !within("_drafts");
    within("_drafts") || (within("_posts") || elsewhere) && dated
}

fn title_from_name(key: &str) -> Option<String> {
    let words: Vec<String> = undated_by(&JEKYLL, parts(key).1)
        .split('-')
        .filter(|word| !word.is_empty())
        .map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|first| first.to_uppercase().to_string());
            first.unwrap_or_default() + &letters.as_str().to_lowercase()
        })
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn settle(post: &mut Post, context: &Context) {
    let in_drafts = post.source.path().split('/').any(|part| part == "_drafts");
    if in_drafts && !context.facts.shows_draft_folders {
        post.head.hold(Visibility::Draft, "the folder `_drafts`", 0..0);
    }
    // The folders above `_posts` are the first categories.
    let path = post.source.path();
    let above = ["_posts/", "_drafts/"]
        .iter()
        .find_map(|folder| Some(path.split_once(folder)?.0))
        .unwrap_or_default();
    let root = &context.facts.content;
    let above = above.strip_prefix(root.as_str()).unwrap_or(above);
    let folders = above.split('/').filter(|folder| !folder.is_empty());
    let folders = folders.map(|folder| Spanned::new(folder.to_owned(), 0..0));
    for category in folders.chain(std::mem::take(&mut post.head.categories)) {
        let known = &mut post.head.categories;
        if !known.iter().any(|other| other.value == category.value) {
            known.push(category);
        }
    }
}

/// A date with hyphens in it and after it. The year may have two digits, as Ruby reads them.
fn date_in_name(name: &str) -> Option<(NaiveDate, usize)> {
    let found = date::in_name(name).or_else(|| date::in_short_name(name));
    found.filter(|(_, length)| {
        let date = &name[..*length];
        date.ends_with('-') && !date.contains(['_', '.', ' '])
    })
}

/// Names of zones that Ruby does not know are ignored: the time is in the site's zone.
fn without_zone(text: &str) -> &str {
    const KNOWN: [&str; 11] =
        ["UTC", "UT", "GMT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"];
    match text.trim_end().rsplit_once(' ') {
        Some((before, name))
            if name.contains('/') && name.starts_with(|c: char| c.is_ascii_alphabetic()) =>
        {
            before
        }
        _ => match zone_name(text) {
            Some((before, name)) if !KNOWN.contains(&name) => before,
            _ => text,
        },
    }
}

fn url(post: &Post, context: &Context) -> String {
    let pattern = match &post.head.permalink {
        Some(own) if own.value.contains("://") => return own.value.clone(),
        Some(own) => own.value.as_str(),
        // The styles have names in the configuration alone.
        None => match pattern(post, &context.facts) {
            "date" => "/:categories/:year/:month/:day/:title:output_ext",
            "pretty" => "/:categories/:year/:month/:day/:title/",
            "ordinal" => "/:categories/:year/:y_day/:title:output_ext",
            "weekdate" => "/:categories/:year/W:week/:short_day/:title:output_ext",
            "none" => "/:categories/:title:output_ext",
            own => own,
        },
    };
    permalink::tokens(pattern, |name, _| token(name, post, context))
}

fn more(post: &Post, context: &Context) -> Option<Range<usize>> {
    let own = post.head.excerpt_separator.as_ref();
    let separator =
        own.map(|own| own.value.as_str()).or(context.facts.excerpt_separator.as_deref());
    let body = post.markdown();
    // The excerpt is the first paragraph, unless a mark ends it.
    let blanks = body.len() - body.trim_start().len();
    let found = match separator {
        Some(mark) if !mark.trim().is_empty() => body.find(mark).map(|at| at..at + mark.len()),
        _ => paragraph_end(&body[blanks..]).map(|at| blanks + at..blanks + at),
    };
    let start = post.body.start;
    found.map(|found| start + found.start..start + found.end)
}

/// Jekyll publishes everything beside the pages, except in folders that begin with `_`.
fn drafts_dir(facts: &Facts) -> String {
    if facts.root.is_empty() { "_social".to_owned() } else { "drafts".to_owned() }
}

/// The first blank line of a text.
fn paragraph_end(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// The pattern of the innermost folder with one, from the configuration's `defaults` too.
fn pattern<'f>(post: &Post, facts: &'f Facts) -> &'f str {
    let path = post.source.path();
    let fits = facts.permalinks.iter().filter(|(scope, _)| is_under(path, scope));
    fits.max_by_key(|(scope, _)| scope.len()).map_or("date", |(_, pattern)| pattern)
}

/// The value of a token; dates are in the site's zone, whatever the post's own offset is.
fn token(name: &str, post: &Post, context: &Context) -> Option<String> {
    let date = post.head.date.as_ref().map(|date| context.zone.local(&date.value));
    let file = undated_by(&JEKYLL, parts(stem(post, &context.facts)).1);
    let slug = post.head.slug.as_ref().map_or(file, |slug| slug.value.as_str());
    let day = |format: &str| date.map(|date| date.format(format).to_string());
    Some(match name {
        "title" => pretty(slug),
        "slug" => transliterate::hyphens(&slug.to_lowercase()),
        "categories" => categories(post).join("/"),
        "slugified_categories" => {
            let all: Vec<String> =
                categories(post).iter().map(|one| transliterate::hyphens(one)).collect();
            all.join("/")
        }
        "output_ext" => ".html".to_owned(),
        "year" => day("%Y")?,
        "short_year" => day("%y")?,
        "month" => day("%m")?,
        "i_month" => date?.month().to_string(),
        "short_month" => day("%b")?,
        "long_month" => day("%B")?,
        "day" => day("%d")?,
        "i_day" => date?.day().to_string(),
        "y_day" => day("%j")?,
        "w_year" => day("%G")?,
        "week" => day("%V")?,
        "w_day" => day("%u")?,
        "short_day" => day("%a")?,
        "long_day" => day("%A")?,
        "hour" => format!("{:02}", date?.hour()),
        "minute" => format!("{:02}", date?.minute()),
        "second" => format!("{:02}", date?.second()),
        "path" => stem(post, &context.facts).replacen("_posts", "", 1),
        "name" => transliterate::hyphens(&parts(stem(post, &context.facts)).1.to_lowercase()),
        "collection" => "posts".to_owned(),
        _ => return None,
    })
}

/// The categories for URLs: in lower case, without duplicates.
fn categories(post: &Post) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for category in &post.head.categories {
        let category = category.value.to_lowercase();
        if !all.contains(&category) {
            all.push(category);
        }
    }
    all
}

/// A file's name as Jekyll's `:title`: letters keep their case, what a URL cannot contain becomes a
/// hyphen.
fn pretty(name: &str) -> String {
    hyphenated(name, |c| c.is_alphanumeric() || "._~!$&'()+,;=@".contains(c) || is_mark(c))
}

#[cfg(test)]
mod tests {
    use super::without_zone;

    #[test]
    fn names_of_zones_are_no_part_of_a_date() {
        for (text, expected) in [
            ("2026-01-05 10:00 Europe/Berlin", "2026-01-05 10:00"),
            ("2026-01-05 10:00 CET", "2026-01-05 10:00"),
            ("2026-01-05 10:00 UTC", "2026-01-05 10:00 UTC"),
            ("Mon 2026/01/05", "Mon 2026/01/05"),
        ] {
            assert_eq!(without_zone(text), expected);
        }
    }
}
