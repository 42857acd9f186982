//! What a generator's own configuration says about a site.

use std::collections::BTreeMap;

use super::Scope;
use pulldown_cmark::Options;

use super::transliterate::Slugs;
use crate::post::front_matter::Node;
use crate::post::{Author, Zone};

/// Everything that a generator's configuration tells and Afterword uses. What is not said is empty.
#[derive(Debug, Clone, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that a configuration states or does not"
)]
pub struct Facts {
    /// The folder that the generator's configuration lies in, from the project's root; `""` for the root.
    pub root: String,
    /// The folder that addresses are counted from (`content`, `src/content`), from the project's root.
    pub content: String,
    /// Folders that addresses of one language are counted from, where each language has its own.
    pub contents: Vec<(String, String)>,
    /// The site's title.
    pub title: Option<String>,
    /// The site's address.
    pub url: Option<String>,
    /// The site's description.
    pub description: Option<String>,
    /// BCP 47 language of the site.
    pub language: Option<String>,
    /// The site's author.
    pub author: Option<String>,
    /// The zone in which dates without one are read.
    pub zone: Option<Zone>,
    /// Address patterns by section; `""` is for every section.
    pub permalinks: BTreeMap<String, String>,
    /// Where the generator takes dates from file names only when told so: whether it is told.
    pub dates_in_names: bool,
    /// Whether the generator already copies the folder `feeds` into the site.
    pub copies_feeds: bool,
    /// Whether a date in a file's name goes before the front matter's.
    pub names_first: bool,
    /// What parts the date in a file's name from the slug, where the generator is told of one.
    pub slug_separator: Option<String>,
    /// Keys whose date is the post's, the first of them that a post has, where the generator is told.
    pub dates: Vec<String>,
    /// The authors of a data file, by the key that posts use.
    pub authors: BTreeMap<String, Author>,
    /// Values for posts that lack them, by the files they hold for.
    pub defaults: Vec<(Scope, Node<'static>)>,
    /// Languages that folders or file names may stand for.
    pub languages: Vec<String>,
    /// The language of pages whose folder and name say none, as the configuration writes it.
    pub first_language: Option<String>,
    /// Languages that the generator is told to leave out.
    pub disabled_languages: Vec<String>,
    /// The site's titles in its languages.
    pub titles: BTreeMap<String, String>,
    /// The text that ends the excerpt, where posts are cut by one.
    pub excerpt_separator: Option<String>,
    /// Whether upper case in file names stays in addresses.
    pub keeps_case: bool,
    /// Extensions of Markdown that the generator does not read as it is configured.
    pub lacks: Option<Options>,
    /// How slugs are made of titles, names and categories.
    pub slugs: Slugs,
    /// Whether the folder of a post that names no category is its category.
    pub folders_are_categories: bool,
    /// Sections whose pages are files (`/posts/a.html`); `""` is every section.
    pub as_files: Vec<String>,
    /// Whether pages in the site's first language lie in a folder of it, too.
    pub first_language_in_folder: bool,
    /// Whether an address that stands in the text as it is becomes a link, where the generator is told.
    pub linkifies: Option<bool>,
    /// Whether addresses of pages end with a slash, where the generator is told.
    pub slash: Option<bool>,
    /// Folders under `content` that are sections of their own (they have an `_index.md`).
    pub sections: Vec<String>,
    /// Folders of posts and of pages, where the generator's configuration names them.
    pub posts: Vec<String>,
    /// Folders that the generator leaves alone.
    pub excluded: Vec<String>,
    /// Folders whose files the generator serves as they are.
    pub served: Vec<String>,
    /// Whether the generator is told to show posts that are marked as drafts (`buildDrafts`).
    pub shows_drafts: bool,
    /// Whether nothing in the generator's configuration holds posts back that are marked as drafts.
    pub ignores_drafts: bool,
    /// Whether the generator is told to show the posts of its folder of drafts (`show_drafts`).
    pub shows_draft_folders: bool,
    /// Whether a generator that holds posts with a date ahead back is told to show them.
    pub shows_future: bool,
    /// Whether a generator that shows posts with a date ahead is told to hold them back.
    pub hides_future: bool,
    /// Whether the generator is told to show posts that have expired (`buildExpired`).
    pub shows_expired: bool,
    /// Values that templates in posts may name (`site.repository`).
    pub variables: BTreeMap<String, String>,
}
