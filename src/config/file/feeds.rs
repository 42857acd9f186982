//! `[feeds]`

use std::collections::BTreeMap;
use std::ops::Range;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use toml::Spanned;
use url::Url;

use super::{Reading, web};
use crate::config::{Feeds, FullText, Limit, schema};
use crate::feed;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct FeedsTable {
    /// The folder of the feeds, inside the folder of `afterword.toml`. It belongs where the site
    /// serves it.
    #[schemars(with = "String", extend("x-default" = "`\"feeds\"`", "x-example" = "\"static/feeds\""))]
    dir: Option<Spanned<String>>,
    /// The URL of that folder.
    #[schemars(schema_with = "schema::url", extend("x-default" = "the folder's path under the site's URL", "x-example" = "\"https://example.org/feeds/\""))]
    url: Option<Spanned<String>>,
    /// The formats that are written.
    #[schemars(schema_with = "schema::formats", extend("x-default" = "all of them", "x-example" = "[\"rss\", \"atom\"]"))]
    formats: Option<Spanned<Vec<Spanned<String>>>>,
    /// How many of the newest posts a feed has.
    #[schemars(schema_with = "limit", extend("x-default" = "`20`", "x-example" = "\"all\""))]
    limit: Option<Spanned<Count>>,
    /// Whether entries carry the whole post, or only its summary; a list names the formats with
    /// whole posts.
    #[schemars(with = "FullText", extend("x-default" = "`true`", "x-example" = "[\"atom\", \"json\"]"))]
    full_text: Option<Spanned<FullText>>,
    /// Whether each tag gets feeds of its own, in `tags/TAG/` below the folder. Like `categories`,
    /// `series`, `authors` and `languages` it may be `{ full_text = false }`, where those feeds
    /// differ from the whole one.
    #[schemars(with = "Part", extend("x-default" = "`false`", "x-example" = "true"))]
    tags: Option<Spanned<Part>>,
    /// Whether each category gets feeds of its own, in `categories/CATEGORY/`.
    #[schemars(with = "Part", extend("x-default" = "`false`", "x-example" = "{ full_text = false }"))]
    categories: Option<Spanned<Part>>,
    /// Whether each series gets feeds of its own, in `series/SERIES/`.
    #[schemars(with = "Part", extend("x-default" = "`false`", "x-example" = "true"))]
    series: Option<Spanned<Part>>,
    /// Whether each author gets feeds of their own, in `authors/NAME/` below the folder.
    #[schemars(with = "Part", extend("x-default" = "`false`", "x-example" = "true"))]
    authors: Option<Spanned<Part>>,
    /// Whether to write an `index.html` beside the feeds that explains them and how to subscribe,
    /// and a stylesheet for feeds opened in a browser.
    #[schemars(extend("x-default" = "`false`", "x-example" = "true"))]
    page: bool,
    /// Whether each language gets feeds of its own, in `languages/TAG/`. Posts in another language
    /// of a Hugo or Zola site always have theirs in `TAG/`.
    #[schemars(with = "Part", extend("x-default" = "`false`", "x-example" = "true"))]
    languages: Option<Spanned<Part>>,
    /// Whether entries beyond the feed's limit go to archive pages (RFC 5005),
    /// `archive/YEAR-NUMBER/`, which never change once they are full.
    #[schemars(extend("x-default" = "`false`", "x-example" = "true"))]
    archive: bool,
    /// Whether RSS entries also carry their Markdown (`source:markdown`), for readers that prefer
    /// it.
    #[schemars(extend("x-default" = "`false`", "x-example" = "true"))]
    markdown: bool,
    /// The WebSub hub that notifies subscribers; every feed names it.
    #[schemars(schema_with = "schema::url", extend("x-default" = "none", "x-example" = "\"https://hub.example/\""))]
    hub: Option<Spanned<String>>,
}

/// Whether a taxonomy gets feeds of its own.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected true, false, or a table such as { full_text = false }")]
enum Part {
    Switch(bool),
    Table(PartTable),
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PartTable {
    full_text: FullText,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a number or \"all\"")]
enum Count {
    Number(usize),
    Word(String),
}

fn limit(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "anyOf": [{ "type": "integer", "minimum": 1 }, { "enum": ["all"] }] })
}

impl Reading<'_> {
    pub(super) fn feeds(&mut self, table: FeedsTable, site: &Url, feeds: &mut Feeds) {
        self.folder(table.dir, &mut feeds.dir);
        if let Ok(url) = site.join(&format!("{}/", feeds.dir)) {
            feeds.url = url;
        }
        if let Some(url) = table.url
            && let Some(url) = self.site_url(&url)
        {
            feeds.url = url;
        }
        if let Some(formats) = table.formats {
            if formats.get_ref().is_empty() {
                let help = "name at least one of rss, atom and json, or leave the key out";
                self.wrong(formats.span(), "no feed would be written".to_owned(), help);
            }
            let formats = formats.into_inner();
            for format in &formats {
                if feed::format(format.get_ref()).is_none() {
                    self.unknown_format(format.span(), format.get_ref());
                }
            }
            feeds.formats = formats.into_iter().map(Spanned::into_inner).collect();
        }
        if let Some(limit) = table.limit {
            match limit.get_ref() {
                Count::Number(count) if *count > 0 => feeds.limit = Limit::Newest(*count),
                Count::Word(word) if word == "all" => feeds.limit = Limit::All,
                _ => self.wrong(
                    limit.span(),
                    "a feed's limit is a number from 1, or \"all\"".to_owned(),
                    "write limit = 20 or limit = \"all\"",
                ),
            }
        }
        if let Some(full_text) = table.full_text {
            self.formats(&full_text.span(), full_text.get_ref());
            feeds.full_text = full_text.into_inner();
        }
        let mut parts = BTreeMap::from([
            ("tags", table.tags),
            ("categories", table.categories),
            ("series", table.series),
            ("authors", table.authors),
            ("languages", table.languages),
        ]);
        for kind in feed::KINDS {
            let Some(part) = parts.remove(kind.name).flatten() else {
                continue;
            };
            let full_text = match part.get_ref() {
                Part::Switch(false) => continue,
                Part::Switch(true) => feeds.full_text.clone(),
                Part::Table(part) => part.full_text.clone(),
            };
            self.formats(&part.span(), &full_text);
            feeds.parts.push((kind, full_text));
        }
        feeds.archive = table.archive;
        feeds.markdown = table.markdown;
        feeds.page = table.page;
        feeds.hub = table.hub.and_then(|hub| self.url(&hub, "an absolute URL", web));
    }

    /// Reports names that are not formats in `full_text`.
    fn formats(&mut self, range: &Range<usize>, full_text: &FullText) {
        let FullText::In(formats) = full_text else {
            return;
        };
        for format in formats {
            if feed::format(format).is_none() {
                self.unknown_format(range.clone(), format);
            }
        }
    }

    fn unknown_format(&mut self, range: Range<usize>, name: &str) {
        let known = feed::FORMATS.iter().map(|format| format.name);
        self.unknown(range, name, "a feed format", known);
    }
}
