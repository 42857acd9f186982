//! Hugo: YAML, TOML or JSON, case-insensitive keys, page bundles, permalinks by section.

mod configuration;
mod page;

use chrono::{DateTime, FixedOffset};
use url::Url;

use super::{
    Anchors, Bare, Context, DEFAULT, Dialect, Facts, Field, Shown, comment_more, edition_of,
    is_index_in_language, is_section, parts, zone_name,
};
use crate::post::{Post, Spanned, Visibility, Zone, date};
use crate::tree::{is_under, under};

const KEYS: &[(&str, Field)] = keys! {
    Title: "title",
    Date: "date",
    Appears: "publishdate" "pubdate",
    DateOrPublished: "published",
    Updated: "lastmod" "modified" "updated",
    Expires: "expirydate" "unpublishdate",
    Permalink: "url",
    Slug: "slug",
    IdIfAbsolute: "id",
    Tags: "tags",
    Categories: "categories" "category",
    Authors: "authors" "author",
    Summary: "summary" "description" "excerpt",
    Image: "images" "image" "cover" "featured_image" "featuredImage",
    Foreign: "thumbnail",
    Language: "language" "lang",
    Draft: "draft",
    Unlisted: "headless",
    NotInFeeds: "hiddenInRss",
    ExternalUrl: "externalUrl" "external_url",
    // Hugo's own keys without meaning for an entry.
    Foreign: "aliases",
    Build: "build" "_build",
    Foreign: "cascade" "isCJKLanguage" "keywords" "layout" "linkTitle" "markup" "menu" "menus" "outputs"
        "resources",
    Series: "series",
    Foreign: "sitemap" "subtitle" "translationKey" "type" "videos" "weight",
};

pub(super) static HUGO: Dialect = Dialect {
    name: "hugo",
    bare: Bare::Goldmark { after_quotes: true },
    footnotes: Anchors::Number,
    keys: KEYS,
    // Content adapters.
    programs: &["_content.gotmpl"],
    unread: unread! {
        Warning ":git": "dates of git are passed over",
        Info "enableGitInfo": "dates of the last change are those in the posts, not those of git",
        Warning ":fileModTime": "dates of files are passed over",
        Warning "renderSegments": "every page counts, whatever segment is rendered",
        Warning "includeFiles": "every file of the mounted folder counts",
        Warning "excludeFiles": "every file of the mounted folder counts",
        Info "superscript": "marks of Goldmark's extras stay as they are",
        Info "subscript": "marks of Goldmark's extras stay as they are",
        Info "eastAsianLineBreaks": "line breaks between East Asian characters stay",
        Warning "defaultContentVersion": "pages are those of every version",
        Warning "defaultContentRole": "pages are those of every role",
    },
    extensions: &["md", "markdown", "mdown"],
    templates: &["hugo", "callout", "brackets", "block-attributes", "tildes", "dollars"],
    holds_back: &["draft", "headless", "build", "_build"],
    shown,
    tables: &["params"],
    ignores_case: true,
    // Hugo reads `yes` as a text, and a text that is not a boolean as false: it publishes such a
    // draft, and so the feed has it too, with a warning.
    truth: |text| Some(matches!(text, "1" | "t" | "T" | "true" | "TRUE" | "True")),
    is_post: |_, inner| !is_section(inner),
    is_index: is_index_in_language,
    edition: edition_of,
    bundles_own_files: true,
    without_zone,
    repeated,
    keeps_escapes: true,
    counts_seconds: true,
    dates_in_names: |facts| facts.dates_in_names,
    settle,
    url: page::url,
    more: |post, _| comment_more(post, true),
    configurations: configuration::CONFIGURATIONS,
    owns: configuration::owns,
    facts: configuration::facts,
    posts_dir: |facts| Some(posts_dir(facts)),
    built_dir: Some("public"),
    feeds_dir: |facts| (under(&facts.root, "static/feeds"), None),
    ..DEFAULT
};

fn shown(post: &Post, facts: &Facts) -> Shown {
    let from = post.head.appears.as_ref().or(post.head.date.as_ref());
    Shown {
        from: from.filter(|_| !facts.shows_future).cloned(),
        until: (post.head.expires.as_ref()).filter(|_| !facts.shows_expired).cloned(),
    }
}

/// A zone name alone is ignored, even `GMT`: the time is in the site's zone.
fn without_zone(text: &str) -> &str {
    zone_name(text).map_or(text, |(before, _)| before)
}

fn repeated(text: &str, zone: Zone) -> Option<DateTime<FixedOffset>> {
    let (earlier, later) = date::repeated(text, zone)?;
    // Go uses the offset at that time of UTC's clock.
    let there = zone.offset(later.naive_local().and_utc().timestamp());
    Some(if *later.offset() == there { later } else { earlier })
}

/// The folder of the content, or the one that the folders of all languages are in.
fn posts_dir(facts: &Facts) -> String {
    let mut common = facts.content.as_str();
    for (folder, _) in &facts.contents {
        while !is_under(folder, common) {
            common = parts(common).0;
        }
    }
    let common = if common.is_empty() { &facts.content } else { common };
    common.to_owned()
}

fn settle(post: &mut Post, context: &Context) {
    // Themes resolve a page's image against the site's root, unless it is in the page's bundle.
    let file = parts(post.source.path()).1;
    let stem = file.split('.').next().unwrap_or(file);
    let site = context.facts.url.as_deref().and_then(|url| Url::parse(url).ok());
    if let (Some(image), Some(site), false) = (&mut post.head.image, site, stem == "index") {
        let src = &mut image.value.src;
        let is_bare = !src.starts_with(['/', '.', '#']) && !src.contains(':');
        if let Some(absolute) = site.join(src).ok().filter(|_| is_bare) {
            *src = absolute.into();
        }
    }
    if let Some(date) = first_date(post, &context.facts.dates) {
        // The date that is not used is the last change, if nothing else gives that.
        let head = &mut post.head;
        let own = head.date.replace(date).filter(|own| Some(own) != head.date.as_ref());
        head.updated = head.updated.take().or(own);
    }
    let mut folders = context.facts.contents.iter().map(|(folder, _)| folder);
    let path = post.source.path();
    if !is_under(path, &context.facts.content) && !folders.any(|folder| is_under(path, folder)) {
        post.head.hold(Visibility::Unlisted, "`contentDir`", 0..0);
    }
    let (_, language) = page::placed(post, &context.facts);
    let language = language.map(str::to_owned);
    let disabled = &context.facts.disabled_languages;
    if let Some(language) = language.as_ref().filter(|own| disabled.contains(own)) {
        let by = format!("the configuration, which leaves out the language `{language}`");
        post.head.hold(Visibility::Draft, by, 0..0);
    }
    if let (Some(language), None) = (language, &post.head.language) {
        post.head.language = Some(Spanned::new(language, 0..0));
    }
}

/// The first date of `[frontmatter] date` that the front matter has.
fn first_date(post: &Post, order: &[String]) -> Option<Spanned<DateTime<FixedOffset>>> {
    let head = &post.head;
    let own = head.date.as_ref().filter(|date| {
        let appears = head.appears.as_ref();
        appears.is_none_or(|appears| appears.range != date.range)
    });
    let dates = order.iter().map_while(|name| match name.as_str() {
        // The head already has the date of the file's name.
        ":filename" if own.is_some_and(|date| date.range.is_empty()) => None,
        "date" => Some(own),
        "publishdate" | "pubdate" | "published" => Some(head.appears.as_ref()),
        "lastmod" | "modified" => Some(head.updated.as_ref()),
        "expirydate" | "unpublishdate" => Some(head.expires.as_ref()),
        ":default" => {
            let own = own.or(head.appears.as_ref());
            Some(own.or(head.updated.as_ref()))
        }
        _ => Some(None),
    });
    dates.flatten().next().cloned()
}
