//! `afterword.toml`: what a project says of itself.
//!
//! A configuration that cannot be understood stops every command with exit code 2; what is wrong
//! is a [`Finding`] like everything else, with the place and what to write instead.

mod built_in;
mod file;
pub mod keys;
mod schema;

use std::collections::BTreeMap;

use url::Url;

use crate::card;
use crate::draft;
use crate::feed;
use crate::post::dialect::Dialect;
use crate::post::{Author, Zone};
use crate::report::{Finding, Level, Source, Span};
use crate::site::Facts;

pub use schema::schema;

/// The file's name, at the project's root.
pub const FILE: &str = "afterword.toml";

/// Everything that can be configured, with the defaults filled in.
#[derive(Debug, Clone)]
pub struct Config {
    /// The file itself; empty where the defaults alone serve.
    pub source: Source,
    /// `[site]`
    pub site: Site,
    /// `[posts]`
    pub posts: Posts,
    /// `[feeds]`
    pub feeds: Feeds,
    /// `[drafts]`
    pub drafts: Drafts,
    /// `[cards]`: share cards, where they are asked for.
    pub cards: Option<Cards>,
    /// `[ids]`: entry ids that readers knew before Afterword, by the post's key.
    pub ids: BTreeMap<String, String>,
    /// `[rules]`: levels by rule name; `None` switches a rule off.
    pub levels: BTreeMap<String, Option<Level>>,
    /// `[[allow]]`: findings that are meant.
    pub allow: Vec<Allow>,
}

/// `[site]`: the site that the posts are published on.
#[derive(Debug, Clone)]
pub struct Site {
    /// The site's name.
    pub title: String,
    /// Its address, with a final `/`.
    pub url: Url,
    /// BCP 47 language of the site.
    pub language: Option<String>,
    /// The zone that dates without one are read in.
    pub timezone: Zone,
    /// Who writes here.
    pub authors: Vec<Author>,
    /// What the site is about.
    pub description: Option<String>,
    /// What entry ids begin with (`tag:example.org,2026:`); without it an entry's id is its address.
    pub id_base: Option<String>,
    /// A copyright line.
    pub rights: Option<String>,
    /// The folder that the generator writes the site to, from the project's root.
    pub built: Option<String>,
}

/// `[posts]`: where posts lie and how they are read.
#[derive(Debug, Clone)]
pub struct Posts {
    /// The folder of the posts.
    pub dir: String,
    /// The pattern of their addresses.
    pub permalink: Option<String>,
    /// The site generator whose rules the posts follow.
    pub dialect: &'static dyn Dialect,
    /// What becomes of template code that nobody knows.
    pub unknown_templates: UnknownTemplates,
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

/// What becomes of template code in a body that Afterword does not know.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnknownTemplates {
    /// It is left out, with what stands between its opening and closing tag.
    Drop,
    /// Its tags are left out; what stands between them stays.
    #[default]
    Keep,
    /// A link to the page takes its place.
    Link,
}

/// `[feeds]`: what is written and where.
#[derive(Debug, Clone)]
pub struct Feeds {
    /// The folder of the feeds.
    pub dir: String,
    /// Names of the formats (`rss`, `atom`, `json`).
    pub formats: Vec<String>,
    /// How many entries a feed has.
    pub limit: Limit,
    /// In which formats entries carry the whole post.
    pub full_text: FullText,
    /// Where the folder is served, with a final `/`.
    pub url: Url,
    /// What the posts are parted by into feeds of their own, and in which formats those carry the
    /// whole post.
    pub parts: Vec<(&'static feed::Kind, FullText)>,
    /// Whether entries that the feed no longer has stand in archive pages (RFC 5005, section 4).
    pub archive: bool,
    /// Whether entries carry their Markdown too (`source:markdown`).
    pub markdown: bool,
    /// Whether a page beside the feeds tells people what they are, and a stylesheet shows them to
    /// those who open one.
    pub page: bool,
    /// The WebSub hub that pushes the feeds to their readers.
    pub hub: Option<Url>,
}

/// In which formats the entries of a feed carry the whole post; in the others they have its summary.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(
    untagged,
    expecting = "expected true, false, or a list of formats such as [\"atom\", \"json\"]"
)]
pub enum FullText {
    /// In all of them, or in none.
    Everywhere(bool),
    /// In those with these names.
    In(Vec<String>),
}

impl FullText {
    /// Whether it is so in the format of this name.
    #[must_use]
    pub fn is_in(&self, format: &str) -> bool {
        match self {
            Self::Everywhere(all) => *all,
            Self::In(formats) => formats.iter().any(|name| name == format),
        }
    }
}

/// How many of the newest posts count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// This many.
    Newest(usize),
    /// Every post.
    All,
}

impl Limit {
    /// The limit as a number.
    #[must_use]
    pub const fn count(self) -> usize {
        match self {
            Self::Newest(count) => count,
            Self::All => usize::MAX,
        }
    }
}

/// `[drafts]`: where drafts lie and how they are composed.
#[derive(Debug, Clone)]
pub struct Drafts {
    /// The folder of the drafts.
    pub dir: String,
    /// How they are composed.
    pub settings: draft::Settings,
}

/// `[cards]`: the pictures that stand for posts, and what they are made of.
#[derive(Debug, Clone)]
pub struct Cards {
    /// The folder of the cards.
    pub dir: String,
    /// Where the folder is served, with a final `/`.
    pub url: Url,
    /// An SVG template of the site's own, as a path from the root.
    pub template: Option<String>,
    /// Fonts, as paths from the root, in the order in which they are asked.
    pub fonts: Vec<String>,
    /// The family that is asked before all others.
    pub family: Option<String>,
    /// The colours.
    pub colours: card::Colours,
    /// Whether a card of 1080 × 1350 pixels is made, too.
    pub portrait: bool,
    /// Whether each session gets a card of its own.
    pub sessions: bool,
    /// Whether the card stands for the post in the feeds (`media:thumbnail`) and goes with its
    /// drafts, where the post has no picture of its own.
    pub attach: bool,
}

/// `[[allow]]`: a finding that is meant, in the files that a pattern names.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allow {
    /// The rule's name.
    pub rule: String,
    /// A path; `*` stands for anything within it.
    pub path: String,
}

impl Allow {
    /// Whether this allows what `finding` says.
    #[must_use]
    pub fn covers(&self, finding: &Finding) -> bool {
        finding.rule.name == self.rule
            && finding.file().is_some_and(|file| matches(&self.path, file))
    }
}

/// Whether `path` fits `pattern`, in which `*` stands for any characters. Linear in both.
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
    /// Reads a configuration that stands alone.
    ///
    /// # Errors
    /// Everything that is wrong with it, when anything is.
    pub fn parse(source: &Source) -> Result<Self, Vec<Finding>> {
        file::parse(source, &|_, _| Facts::default()).map(|(config, _)| config)
    }

    /// Reads a configuration beside a generator's. What it does not say is taken from `facts`,
    /// which is asked with the dialect and the posts folder.
    ///
    /// # Errors
    /// As [`Config::parse`].
    pub fn beside(
        source: &Source,
        facts: &dyn Fn(&'static dyn Dialect, &str) -> Facts,
    ) -> Result<(Self, Facts), Vec<Finding>> {
        file::parse(source, facts)
    }

    /// The line of a key in a table, where it is written on a line of its own; the table's name where
    /// there is no such line, and the beginning where there is no such table.
    #[must_use]
    pub fn span_of(&self, table: &str, key: &str) -> Span {
        let text = self.source.text();
        let (mut at, mut inside, mut found) = (0, false, self.source.start());
        for line in text.split_inclusive('\n') {
            let range = at..at + line.trim_end().len();
            at += line.len();
            let bare = line.trim();
            if bare.starts_with('[') {
                inside = bare.trim_matches(['[', ']']) == table;
                if inside {
                    found = self.source.span(range);
                }
            } else if inside
                && bare
                    .split_once('=')
                    .is_some_and(|(name, _)| name.trim() == key)
            {
                return self.source.span(range);
            }
        }
        found
    }

    /// Sets the levels that `[rules]` asks for and drops what is switched off or allowed.
    #[must_use]
    pub fn judge(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let mut kept: Vec<Finding> = findings
            .into_iter()
            .filter(|finding| !self.allow.iter().any(|allow| allow.covers(finding)))
            .filter_map(|mut finding| match self.levels.get(finding.rule.name) {
                Some(None) => None,
                Some(Some(level)) => {
                    finding.level = *level;
                    Some(finding)
                }
                None => Some(finding),
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
        let source = Source::new(
            FILE,
            "[site]\ntitle = \"T\"\nurl = \"https://example.org\"\n",
        );
        let config = Config::parse(&source).expect("it is complete");
        assert_eq!(config.site.url.as_str(), "https://example.org/");
        assert_eq!(config.feeds.url.as_str(), "https://example.org/feeds/");
        assert_eq!(config.feeds.limit, Limit::Newest(20));
    }

    #[test]
    fn what_is_wrong_is_shown_where_it_stands() {
        for (text, place, help) in [
            (
                "[site]\ntitel = \"T\"\nurl = \"https://a.example/\"\n",
                "titel",
                "title",
            ),
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
            assert!(
                finding.help.as_deref().unwrap_or_default().contains(help),
                "{finding:?}"
            );
        }
    }
}
