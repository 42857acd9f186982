//! The file's tables as serde reads them, and their conversion to a [`Config`].

mod cards;
mod drafts;
mod feeds;
mod levels;
mod posts;
mod site;
mod syntax;

use std::collections::BTreeMap;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;
use url::Url;

use super::{Allow, Config};
use crate::generator::{Dialect, Facts};
use crate::nearly;
use crate::report::{Finding, Source};
use crate::rules::configuration::CONFIG_VALUE;

/// The configuration of Afterword: feeds and social-post drafts from recap posts.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(title = "afterword.toml")]
pub(super) struct File {
    /// The site that the posts are published on. Keys that the site generator's own configuration has
    /// may be left out here.
    #[schemars(extend("x-example" = "title = \"Field notes\"\nurl = \"https://example.org/\""))]
    site: site::SiteTable,
    /// Where the posts are and how they are read.
    #[schemars(extend("x-example" = "dir = \"content/posts\"\ndialect = \"hugo\""))]
    posts: posts::PostsTable,
    /// Which feeds are written, and where.
    #[schemars(extend("x-example" = "dir = \"static/feeds\"\nlimit = \"all\""))]
    feeds: feeds::FeedsTable,
    /// Which drafts are written, and where.
    #[schemars(extend("x-example" = "networks = [\"mastodon\", \"bluesky\"]"))]
    drafts: drafts::DraftsTable,
    /// Share cards: an image of each post with title, event, date and speakers. Without this table
    /// none are made.
    #[schemars(
        with = "cards::CardsTable",
        extend("x-example" = "dir = \"static/cards\"\nurl = \"https://example.org/cards/\"")
    )]
    cards: Option<cards::CardsTable>,
    /// Entry ids published before the move to Afterword, by the key of the post (its path under the
    /// posts folder, without extension). `afterword init --keep-ids FEED` writes them.
    #[schemars(extend("x-example" = "\"2020/pycascades\" = \"https://old.example/?p=42\""))]
    ids: BTreeMap<String, String>,
    /// Levels of rules by their names: `error`, `warning`, `info` or `off`.
    #[schemars(
        schema_with = "levels::schema",
        extend("x-example" = "image-without-alt = \"error\"\nlarge-feed = \"off\"")
    )]
    rules: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Intended findings. The table may occur several times.
    #[schemars(
        extend("x-example" = "rule = \"secret-github\"\npath = \"posts/2026-03-01-tokens.md\"")
    )]
    allow: Vec<Allow>,
}

pub(super) fn parse(
    source: &Source,
    facts: &dyn Fn(&'static Dialect, &str) -> Facts,
) -> Result<(Config, Facts), Vec<Finding>> {
    let (file, findings, left_out) = syntax::read(source)?;
    let mut reading = Reading { source, findings, left_out };
    let mut config = Config::built_in();
    config.source = source.clone();
    reading.posts(file.posts, file.site.built.is_some(), &mut config.posts);
    let facts = facts(config.posts.dialect, &config.posts.dir);
    reading.site(file.site, &facts, &mut config.site);
    reading.feeds(file.feeds, &config.site.url, &mut config.feeds);
    reading.drafts(file.drafts, &mut config.drafts);
    config.cards = (file.cards).map(|table| reading.cards(table, &config.site.url));
    config.levels = reading.levels(file.rules);
    config.ids = file.ids;
    for allow in &file.allow {
        reading.is_rule(&allow.rule);
    }
    config.allow = file.allow;
    if reading.findings.is_empty() {
        Ok((config, facts))
    } else {
        sort(&mut reading.findings);
        Err(reading.findings)
    }
}

/// Sorted by position in the file.
fn sort(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| finding.at.as_ref().map(|span| span.range.start));
}

struct Reading<'a> {
    source: &'a Source,
    findings: Vec<Finding>,
    /// Keys that were left out because they are unknown or their values could not be read.
    left_out: Vec<String>,
}

impl Reading<'_> {
    fn wrong(&mut self, range: Range<usize>, message: String, help: impl Into<String>) {
        self.findings
            .push(Finding::new(&CONFIG_VALUE, message).at(self.source.span(range)).help(help));
    }

    /// Reports a word that is not one of the known ones.
    fn unknown(
        &mut self,
        range: Range<usize>,
        word: &str,
        what: &str,
        known: impl Iterator<Item = &'static str>,
    ) {
        let known: Vec<&str> = known.collect();
        let cased = known.iter().find(|name| name.eq_ignore_ascii_case(word));
        let meant = cased.copied().or_else(|| nearly::meant(word, known.iter().copied()));
        let help = meant.map_or_else(
            || format!("write one of {}", known.join(", ")),
            |meant| format!("write {meant:?}"),
        );
        self.wrong(range, format!("{word:?} is not {what}"), help);
    }

    /// An absolute http URL with a final `/`.
    fn site_url(&mut self, written: &Spanned<String>) -> Option<Url> {
        self.url(written, "an absolute URL of a site", parsed_site_url)
    }

    /// The URL that `read` makes of a value; reports a value that is not `what`.
    fn url(
        &mut self,
        written: &Spanned<String>,
        what: &str,
        read: impl Fn(&str) -> Option<Url>,
    ) -> Option<Url> {
        let text = written.get_ref();
        let url = read(text);
        if url.is_none() {
            let whole = text.rsplit("://").next().unwrap_or_default().trim_matches('/');
            let bare = whole.split(['?', '#']).next().unwrap_or_default();
            let hosts = [whole, bare].into_iter().filter(|text| text.contains('.'));
            let right = hosts.map(|text| format!("https://{text}")).find_map(|text| read(&text));
            let help = match right {
                Some(right) => format!("write \"{right}\""),
                None => "write the whole URL, beginning with https://".to_owned(),
            };
            self.wrong(written.span(), format!("{text:?} is not {what}"), help);
        }
        url
    }

    /// A folder inside the project.
    fn folder(&mut self, written: Option<Spanned<String>>, folder: &mut String) {
        let Some(written) = written else { return };
        let path = written.get_ref().trim_end_matches('/');
        let path = path.strip_prefix("./").unwrap_or(path);
        if crate::tree::leads_into_git(path) {
            self.wrong(
                written.span(),
                format!(
                    "the folder {:?} is part of a git repository's own files",
                    written.get_ref()
                ),
                format!("write a folder that git tracks, such as {folder:?}"),
            );
            return;
        }
        let inside = !path.starts_with('/')
            && !path.contains(['\\', ':'])
            && !path.split('/').any(|name| name == ".." || name.is_empty() || name == ".");
        if inside || path == "." {
            *folder = if path == "." { String::new() } else { path.to_owned() };
        } else {
            self.wrong(
                written.span(),
                format!("the folder {:?} is not inside the project", written.get_ref()),
                format!("write a path inside the folder of afterword.toml, such as {folder:?}"),
            );
        }
    }
}

/// `text` as an absolute http URL with a final `/`.
fn parsed_site_url(text: &str) -> Option<Url> {
    let text = if text.ends_with('/') { text.to_owned() } else { format!("{text}/") };
    web(&text).filter(|url| url.query().is_none() && url.fragment().is_none())
}

/// An http URL.
fn web(text: &str) -> Option<Url> {
    Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
}

#[cfg(test)]
mod tests {
    use crate::config::schema::{TABLES, keys, table};
    use crate::config::{Config, FILE};
    use crate::report::Source;

    #[test]
    fn every_example_can_be_written() {
        let site = "[site]\ntitle = \"T\"\nurl = \"https://example.org/\"\n";
        for name in TABLES {
            let table = table(name).expect("it is in the schema");
            let head = match &table["type"] {
                form if form == "array" => format!("[[{name}]]"),
                _ => format!("[{name}]"),
            };
            let lines = keys(table).filter(|_| !matches!(name, "rules" | "allow"));
            let lines = lines.map(|(key, about)| {
                format!("{key} = {}", about["x-example"].as_str().expect("an example"))
            });
            let whole = table["x-example"].as_str().expect("an example").to_owned();
            for text in lines.chain([whole]) {
                let text = match name {
                    "site" if text.starts_with("title") || text.starts_with("url") => {
                        site.to_owned()
                    }
                    "site" => format!("{site}{text}\n"),
                    _ => format!("{site}{head}\n{text}\n"),
                };
                let read = Config::parse(&Source::new(FILE, text.as_str()));
                assert!(read.is_ok(), "{text}\n{read:?}");
            }
        }
    }
}
