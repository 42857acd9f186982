//! How each site generator writes posts: one file a generator.

mod plain;

use std::fmt;

use super::Post;
use crate::site::Facts;

/// Every dialect, the strictest first; the order is that of the documentation.
pub static DIALECTS: &[&dyn Dialect] = &[&plain::Plain];

/// The dialect of a folder of posts that no generator owns.
#[must_use]
pub fn plain() -> &'static dyn Dialect {
    &plain::Plain
}

/// The dialect with this name.
#[must_use]
pub fn named(name: &str) -> Option<&'static dyn Dialect> {
    DIALECTS
        .iter()
        .copied()
        .find(|dialect| dialect.name() == name)
}

/// How one generator writes posts, and where it publishes them.
pub trait Dialect: fmt::Debug + Sync {
    /// The name in `afterword.toml`.
    fn name(&self) -> &'static str;

    /// Whether a slip is an error. In a generator's dialect whatever that generator accepts is at
    /// most a warning, and keys that mean nothing here are silent.
    fn is_strict(&self) -> bool {
        false
    }

    /// The keys that mean something, the one that counts first where several say the same.
    fn keys(&self) -> &'static [(&'static str, Field)];

    /// Tables whose keys count like those at the top, but after them.
    fn tables(&self) -> &'static [&'static str] {
        &[]
    }

    /// Whether `Date` and `date` are one key.
    fn ignores_case(&self) -> bool {
        false
    }

    /// Whether lines `Key: value` without a fence are a front matter.
    fn header_lines(&self) -> bool {
        false
    }

    /// Whether a key may stand twice; the last one counts.
    fn allows_duplicates(&self) -> bool {
        false
    }

    /// How several tags, categories or authors are written in one text.
    fn separators(&self) -> Separators {
        Separators::default()
    }

    /// Extensions of posts, without the dot.
    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    /// Whether a file under the posts folder (its path there, with `/`) can be a post at all.
    fn is_post(&self, path: &str) -> bool {
        let _ = path;
        true
    }

    /// Whether a folder with an `index` file is one post, and the folder its name.
    fn has_bundles(&self) -> bool {
        true
    }

    /// Whether a file of this name (without extension) stands for its folder.
    fn is_index(&self, name: &str) -> bool {
        name == "index"
    }

    /// The title of a post that has none, made of its key, where the generator makes one.
    fn title_from_name(&self, key: &str) -> Option<String> {
        let _ = key;
        None
    }

    /// Whether the date of a post without one is looked for in its file's name and folders.
    fn dates_in_names(&self, facts: &Facts) -> bool {
        let _ = facts;
        true
    }

    /// The post's address: absolute, or a path that starts at the site's root.
    fn address(&self, post: &Post, facts: &Facts) -> String {
        let _ = facts;
        plain::address(post)
    }
}

/// Where one text is parted into several values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Separators {
    /// Between tags and categories.
    pub tags: Option<char>,
    /// Between authors; [`Separators::PELICAN`] stands for Pelican's rule.
    pub authors: Option<char>,
}

impl Separators {
    /// A semicolon where there is one, else a comma.
    pub const PELICAN: char = ';';
}

/// What a key of a front matter says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The title.
    Title,
    /// When it was published.
    Date,
    /// A date in some posts and a boolean in others (`published`).
    DateOrPublished,
    /// When it was last changed.
    Updated,
    /// When it stops being shown.
    Expires,
    /// The last part of the address.
    Slug,
    /// The whole address or path.
    Permalink,
    /// The entry id.
    Id,
    /// An entry id where the value is an absolute address; other programs' ids are passed over.
    IdIfAbsolute,
    /// Tags.
    Tags,
    /// Categories.
    Categories,
    /// Authors.
    Authors,
    /// The summary.
    Summary,
    /// The image.
    Image,
    /// What the image shows.
    ImageAlt,
    /// Who made the image.
    ImageCredit,
    /// The language.
    Language,
    /// `true`: not finished.
    Draft,
    /// `false`: not published.
    Published,
    /// One of the states: draft, published, private, unlisted.
    Status,
    /// `true`: for nobody but its author.
    Private,
    /// `true`: named nowhere.
    Unlisted,
    /// The page that a link post is about.
    ExternalUrl,
    /// The event.
    Event,
    /// The sessions.
    Sessions,
    /// The takeaway.
    Takeaway,
    /// `false`: in no feed.
    Feeds,
    /// `true`: in no feed.
    NotInFeeds,
    /// `false`: no drafts.
    Drafts,
    /// A generator's own key, known so that it is not taken for a slip.
    Foreign,
}
