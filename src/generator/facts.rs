//! Facts about a site from its generator's configuration.

use std::collections::BTreeMap;

use super::path_pattern::PathPattern;
use super::{Anchors, Scope};
use pulldown_cmark::Options;

use super::transliterate::Slugs;
use crate::post::front_matter::Node;
use crate::post::{Author, Zone};

/// The facts that Afterword uses. Those that the configuration does not have are empty.
#[derive(Debug, Clone, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "these are independent settings of a configuration"
)]
pub struct Facts {
    /// The folder of the generator's configuration, from the project's root; `""` for the root.
    pub root: String,
    /// The folder that page paths are relative to (`content`, `src/content`), from the project's root.
    pub content: String,
    /// The same per language, where each language has a folder of its own.
    pub contents: Vec<(String, String)>,
    /// The site's title.
    pub title: Option<String>,
    /// The site's URL.
    pub url: Option<String>,
    /// The site's description.
    pub description: Option<String>,
    /// BCP 47 language of the site.
    pub language: Option<String>,
    /// The site's author.
    pub author: Option<String>,
    /// The time zone of dates without one.
    pub zone: Option<Zone>,
    /// Permalink patterns by section; `""` is for every section.
    pub permalinks: BTreeMap<String, String>,
    /// Whether dates come from file names, for generators where that is an option.
    pub dates_in_names: bool,
    /// Whether the generator already copies the folder `feeds` into the site.
    pub copies_feeds: bool,
    /// Whether a date in a file's name wins over the front matter's.
    pub names_first: bool,
    /// Patterns whose groups are values of the post, if configured.
    pub path_patterns: Vec<PathPattern>,
    /// The keys of the post's date in order of precedence, if configured.
    pub dates: Vec<String>,
    /// The site's own keys, each with the key of the dialect that it stands for.
    pub aliases: Vec<(String, &'static str)>,
    /// The authors of a data file, by the key that posts use.
    pub authors: BTreeMap<String, Author>,
    /// Names of tags by the keys that posts use, of a data file.
    pub tags: BTreeMap<String, String>,
    /// Defaults for posts, the most specific first.
    pub defaults: Vec<Defaults>,
    /// Data files that are programs, each with a key whose value is not a literal. The key is empty where
    /// nothing of the file can be read.
    pub computed: Vec<(String, String)>,
    /// Languages that folders or file names can denote.
    pub languages: Vec<String>,
    /// The language of pages whose folder and name denote none, as the configuration writes it.
    pub first_language: Option<String>,
    /// Disabled languages.
    pub disabled_languages: Vec<String>,
    /// The URL of the site in each language that has one of its own.
    pub hosts: BTreeMap<String, String>,
    /// The time zones of languages that have one of their own.
    pub zones: BTreeMap<String, Zone>,
    /// The site's titles in its languages.
    pub titles: BTreeMap<String, String>,
    /// The separator of excerpts, if posts are cut by one.
    pub excerpt_separator: Option<String>,
    /// Whether accents in file names are removed in URLs.
    pub removes_accents: bool,
    /// Whether upper case in file names stays in URLs.
    pub keeps_case: bool,
    /// Markdown extensions that are disabled in the generator's configuration. Without that of formulas,
    /// Markdown reads the backslashes in them first.
    pub lacks: Option<Options>,
    /// The ids of footnotes on pages, if configured.
    pub footnotes: Option<Anchors>,
    /// How titles, names and categories become slugs.
    pub slugs: Slugs,
    /// Whether the folder is the category of a post without one.
    pub folders_are_categories: bool,
    /// The category, in URLs only, of a post without one of its own or its folder's.
    pub default_category: Option<String>,
    /// Sections whose pages are files (`/posts/a.html`); `""` is every section.
    pub as_files: Vec<String>,
    /// Whether pages in the site's first language are in a folder of it, too.
    pub first_language_in_folder: bool,
    /// Whether bare URLs become links, if configured.
    pub linkifies: Option<bool>,
    /// Whether quotation marks and dashes stay as typed, and no bare URL is linked behind them (Goldmark).
    pub has_plain_quotes: bool,
    /// Whether bare URLs without a scheme (`www.example.org`) become links with `https:`.
    pub linkifies_as_https: bool,
    /// Whether page URLs end with a slash, if configured.
    pub slash: Option<bool>,
    /// Folders under `content` that are sections of their own (they have an `_index.md`).
    pub sections: BTreeMap<String, Section>,
    /// Whether a section without an `_index.md` has the name of its folder as its title, not the plural.
    pub keeps_section_names: bool,
    /// Folders of posts and of pages, if configured.
    pub posts: Vec<String>,
    /// Files and folders that the generator ignores, with the setting that says so.
    pub excluded: Vec<(Scope, &'static str)>,
    /// Whether the date that a file's name begins with stays in URLs.
    pub keeps_dates: bool,
    /// Whether names of emoji (`:tada:`) become emoji.
    pub replaces_emoji: bool,
    /// Whether the generator reads attribute lists of blocks, if configured.
    pub has_attributes: Option<bool>,
    /// Whether the configuration has formulas between `\(` and `\)`.
    pub has_brackets: bool,
    /// Whether a program in the configuration, not the generator's default, reads Markdown.
    pub has_own_markdown: bool,
    /// Whether the generator leaves out raw HTML.
    pub omits_html: bool,
    /// Folders that the generator serves unchanged.
    pub served: Vec<String>,
    /// Whether the generator shows drafts (`buildDrafts`).
    pub shows_drafts: bool,
    /// Whether nothing in the generator's configuration holds drafts back.
    pub ignores_drafts: bool,
    /// Whether the generator shows the posts of its folder of drafts (`show_drafts`).
    pub shows_draft_folders: bool,
    /// Whether a generator that holds back future posts by default shows them.
    pub shows_future: bool,
    /// Whether a generator that shows future posts by default holds them back.
    pub hides_future: bool,
    /// Whether the generator shows expired posts (`buildExpired`).
    pub shows_expired: bool,
    /// Values for templates in posts (`site.repository`).
    pub variables: BTreeMap<String, String>,
}

impl Facts {
    /// Sorts the defaults: of two that apply to a post, the more specific ones win.
    pub(super) fn sort_defaults(&mut self) {
        self.defaults.sort_by_key(|defaults| std::cmp::Reverse(defaults.scope.weight()));
    }
}

/// Values that posts have where they do not write them themselves.
#[derive(Debug, Clone)]
pub struct Defaults {
    /// The files that they apply to.
    pub scope: Scope,
    /// The values, without positions: they are in no post.
    pub values: Node<'static>,
    /// The file that they are in; `None` for the generator's configuration.
    pub path: Option<String>,
}

impl Defaults {
    /// Values in the generator's configuration, for every post.
    pub(super) fn of_site(values: Node<'static>) -> Self {
        Self { scope: Scope::default(), values, path: None }
    }
}

/// What the `_index.md` of a section says of it.
#[derive(Debug, Clone, Default)]
pub struct Section {
    /// Its `slug`.
    pub slug: Option<String>,
    /// Its `title`.
    pub title: Option<String>,
}
