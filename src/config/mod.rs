//! `afterword.toml`, the configuration of a project.
//!
//! [`Config::parse`] takes the file's source and returns a [`Config`] with all defaults filled in, or
//! the [`Finding`]s that stop every command with exit code 2.

mod built_in;
mod file;
mod place;
pub mod schema;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use toml::Spanned;
use url::Url;

use crate::generator::{Dialect, Facts};
use crate::markdown::template::Unknown;
use crate::post::{Author, Zone};
use crate::report::{Finding, Level, Source, Span};
use crate::{card, draft, feed};

/// The file's name, at the project's root.
pub const FILE: &str = "afterword.toml";

/// The whole configuration, with defaults filled in.
#[derive(Debug, Clone)]
pub struct Config {
    /// The file; empty for a project without one.
    pub source: Source,
    /// `[site]`
    pub site: Site,
    /// `[posts]`
    pub posts: Posts,
    /// `[feeds]`
    pub feeds: Feeds,
    /// `[drafts]`
    pub drafts: Drafts,
    /// `[cards]`: share cards, if enabled.
    pub cards: Option<Cards>,
    /// `[ids]`: entry ids published before the move to Afterword, by the post's key.
    pub ids: BTreeMap<String, String>,
    /// `[rules]`: levels by rule name; `None` switches a rule off.
    pub levels: BTreeMap<String, Option<Level>>,
    /// `[[allow]]`: intended findings.
    pub allow: Vec<Allow>,
}

/// `[site]`: the site that the posts are published on.
#[derive(Debug, Clone)]
pub struct Site {
    /// The site's name.
    pub title: String,
    /// Its URL, with a final `/`.
    pub url: Url,
    /// BCP 47 language of the site.
    pub language: Option<String>,
    /// The time zone of dates without one.
    pub timezone: Zone,
    /// The site's authors.
    pub authors: Vec<Author>,
    /// The site's description.
    pub description: Option<String>,
    /// The prefix of entry ids (`tag:example.org,2026:`); without it an entry's id is its URL.
    pub id_base: Option<String>,
    /// A copyright line.
    pub rights: Option<String>,
    /// The folder of the generated site, from the project's root.
    pub built: Option<String>,
}

/// `[posts]`: where posts are and how they are read.
#[derive(Debug, Clone)]
pub struct Posts {
    /// The folder of the posts.
    pub dir: String,
    /// The pattern of their permalinks.
    pub permalink: Option<String>,
    /// The site generator whose rules the posts follow.
    pub dialect: &'static Dialect,
    /// How unknown template code is handled.
    pub unknown_templates: Unknown,
    /// Where the content of entries comes from.
    pub content: Content,
}

/// Where the content of entries comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Content {
    /// The post's own Markdown.
    #[default]
    Source,
    /// The page that the generator made of the post, in [`Site::built`].
    Rendered,
}

/// `[feeds]`: which feeds are written, and where.
#[derive(Debug, Clone)]
pub struct Feeds {
    /// The folder of the feeds.
    pub dir: String,
    /// Names of the formats (`rss`, `atom`, `json`).
    pub formats: Vec<String>,
    /// The most entries of a feed.
    pub limit: Limit,
    /// The formats whose entries carry the whole post.
    pub full_text: FullText,
    /// The URL of the folder, with a final `/`.
    pub url: Url,
    /// The taxonomies with feeds of their own, and the formats in which those carry the whole post.
    pub parts: Vec<(&'static feed::Kind, FullText)>,
    /// Whether entries that left the feed go to archive pages (RFC 5005, section 4).
    pub archive: bool,
    /// Whether entries also carry their Markdown (`source:markdown`).
    pub markdown: bool,
    /// Whether to write a page that explains the feeds, and a stylesheet for people who open one.
    pub page: bool,
    /// The WebSub hub that notifies subscribers.
    pub hub: Option<Url>,
}

/// The formats whose entries carry the whole post; the others have its summary.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "expected true, false, or a list of formats such as [\"atom\", \"json\"]"
)]
pub enum FullText {
    /// In all formats, or in none.
    Everywhere(bool),
    /// In these formats.
    In(#[schemars(schema_with = "schema::formats")] Vec<String>),
}

impl FullText {
    /// Whether `format` carries the whole post.
    pub fn is_in(&self, format: &str) -> bool {
        match self {
            Self::Everywhere(all) => *all,
            Self::In(formats) => formats.iter().any(|name| name == format),
        }
    }
}

/// The most posts that a feed has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// This many.
    Newest(usize),
    /// Every post.
    All,
}

impl Limit {
    /// The limit as a number.
    pub const fn count(self) -> usize {
        match self {
            Self::Newest(count) => count,
            Self::All => usize::MAX,
        }
    }
}

/// `[drafts]`: where drafts are and how they are composed.
#[derive(Debug, Clone)]
pub struct Drafts {
    /// The folder of the drafts.
    pub dir: String,
    /// The settings of their composition.
    pub settings: draft::Settings,
}

/// The folder of cards, if `[cards]` gives no other.
pub const CARDS: &str = "cards";

/// `[cards]`: share cards and what they are made of.
#[derive(Debug, Clone)]
pub struct Cards {
    /// The folder of the cards, [`CARDS`] by default.
    pub dir: String,
    /// The URL of the folder, with a final `/`.
    pub url: Url,
    /// An SVG template of the site's own, as a path from the root.
    pub template: Option<String>,
    /// Fonts, as paths from the root, in order of preference.
    pub fonts: Vec<String>,
    /// The preferred font family.
    pub family: Option<String>,
    /// The colours.
    pub colours: card::Colours,
    /// Whether to draw a card of 1080 × 1350 pixels too.
    pub portrait: bool,
    /// Whether to draw a card for each session.
    pub sessions: bool,
    /// Whether a post without an image uses its card in the feeds (`media:thumbnail`) and drafts.
    pub attach: bool,
}

/// `[[allow]]`: an intended finding, in files that match a pattern.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Allow {
    /// The rule's name.
    #[schemars(with = "String", extend("x-example" = "\"secret-github\""))]
    pub rule: Spanned<String>,
    /// The file in which its findings are intended; `*` matches any characters.
    #[schemars(extend("x-example" = "\"posts/2026-03-01-tokens.md\""))]
    pub path: String,
}

impl Allow {
    /// Whether this allows `finding`.
    pub fn covers(&self, finding: &Finding) -> bool {
        finding.rule.name == self.rule.get_ref()
            && finding.file().is_some_and(|file| matches(&self.path, file))
    }
}

/// Whether `path` matches `pattern`, in which `*` matches any characters. Linear in both.
fn matches(pattern: &str, path: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = path.strip_prefix(first) else {
        return false;
    };
    let mut last = None;
    for part in parts {
        if let Some(part) = last.replace(part) {
            let Some(at) = rest.find(part) else {
                return false;
            };
            rest = &rest[at + part.len()..];
        }
    }
    last.map_or(rest.is_empty(), |part: &str| rest.ends_with(part))
}

impl Config {
    /// Reads a configuration without a generator's.
    ///
    /// # Errors
    /// The findings about it, if there are any.
    pub fn parse(source: &Source) -> Result<Self, Vec<Finding>> {
        file::parse(source, &|_, _| Facts::default()).map(|(config, _)| config)
    }

    /// Reads a configuration beside a generator's, whose `facts` (by dialect and posts folder) replace
    /// missing keys.
    ///
    /// # Errors
    /// As [`Config::parse`].
    pub fn beside(
        source: &Source,
        facts: &dyn Fn(&'static Dialect, &str) -> Facts,
    ) -> Result<(Self, Facts), Vec<Finding>> {
        file::parse(source, facts)
    }

    /// A key of a table with its value; else the table's name; else the beginning of the file.
    pub fn span_of(&self, table: &str, key: &str) -> Span {
        let pair = place::pair(self.source.text(), table, key);
        pair.map_or_else(|| self.source.start(), |range| self.source.span(range))
    }

    /// Sets the levels of `[rules]`, and drops findings that are switched off or allowed. An error of a
    /// rule whose errors stay is kept, and says so.
    pub fn apply_levels(&self, findings: Vec<Finding>) -> Vec<Finding> {
        const STAYS: &str = "no configuration switches this error off";
        let mut kept: Vec<Finding> = findings
            .into_iter()
            .filter_map(|mut finding| {
                let level = match self.levels.get(finding.rule.name) {
                    _ if self.allow.iter().any(|allow| allow.covers(&finding)) => None,
                    Some(level) => *level,
                    None => return Some(finding),
                };
                if finding.rule.is_fixed && finding.level == Level::Error {
                    let help = finding.help.get_or_insert_default();
                    if level < Some(Level::Error) && !help.ends_with(STAYS) {
                        help.push_str(if help.is_empty() { "" } else { "; " });
                        help.push_str(STAYS);
                    }
                    return Some(finding);
                }
                finding.level = level?;
                Some(finding)
            })
            .collect();
        kept.sort_by(|one, other| one.order().cmp(&other.order()));
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_whole_paths() {
        assert!(matches("posts/a.md", "posts/a.md"));
        assert!(matches("posts/*", "posts/a/b.md"));
        assert!(matches("*secret*.md", "posts/secrets.md"));
        assert!(!matches("posts/a.md", "posts/a.mdx"));
        assert!(!matches("posts/*.md", "drafts/x.md"));
    }

    #[test]
    fn title_and_url_are_enough() {
        let source = Source::new(FILE, "[site]\ntitle = \"T\"\nurl = \"https://example.org\"\n");
        let config = Config::parse(&source).expect("it is complete");
        assert_eq!(config.site.url.as_str(), "https://example.org/");
        assert_eq!(config.feeds.url.as_str(), "https://example.org/feeds/");
        assert_eq!(config.feeds.limit, Limit::Newest(20));
    }

    #[test]
    fn findings_are_at_the_invalid_values() {
        for (text, place, help) in [
            ("[site]\ntitel = \"T\"\nurl = \"https://a.example/\"\n", "titel", "title"),
            (
                "[site]\ntitle = \"T\"\nurl = \"example.org\"\n",
                "\"example.org\"",
                "https://example.org/",
            ),
            (
                "[site]\ntitle=\"T\"\nurl=\"https://a.example/\"\n[posts]\ndir=\"../x\"\n",
                "\"../x\"",
                "inside",
            ),
            (
                "[site]\ntitle=\"T\"\nurl=\"https://a.example/\"\ntimezone=\"Mars\"\n",
                "\"Mars\"",
                "Europe/Berlin",
            ),
            (
                "[site]\ntitle=\"T\"\nurl=\"https://a.example/\"\n[feeds]\nformats=[\"rs\"]\n",
                "\"rs\"",
                "rss",
            ),
        ] {
            let findings = Config::parse(&Source::new(FILE, text)).expect_err(text);
            let finding = &findings[0];
            assert_eq!(
                finding.at.as_ref().map(crate::report::Span::text),
                Some(place),
                "{finding:?}"
            );
            assert!(finding.help.as_deref().unwrap_or_default().contains(help), "{finding:?}");
        }
    }
}
