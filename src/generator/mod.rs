//! Site generators, one file each: their front matter, permalinks and configuration. Python and
//! JavaScript configuration is read as text and never run.

/// The keys of a dialect: the generator's, then Afterword's own, which every dialect has.
macro_rules! keys {
    ($($field:ident: $($key:literal)+,)*) => {
        keys! { @all
            $($field: $($key)+,)*
            ImageAlt: "image_alt",
            ImageCredit: "image_credit",
            Event: "event",
            Sessions: "sessions",
            Takeaway: "takeaway",
            Feeds: "feed" "feeds",
            Drafts: "drafts",
        }
    };
    (@all $($field:ident: $($key:literal)+,)*) => { &[$($(($key, Field::$field),)+)*] };
}

/// Settings of a generator's configuration that are not read, as in [`Dialect::unread`].
macro_rules! unread {
    ($($level:ident $name:literal: $effect:literal,)*) => {
        &[$(($name, crate::report::Level::$level, $effect),)*]
    };
}

mod anchors;
mod astro;
pub(crate) mod configuration;
mod dialect;
mod docusaurus;
mod eleventy;
mod facts;
mod hugo;
mod jekyll;
mod mkdocs;
mod obsidian;
mod path_pattern;
mod pelican;
pub mod permalink;
mod plain;
mod quarto;
mod scope;
pub(crate) mod script;
pub mod skeleton;
mod transliterate;
mod zola;

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{DateTime, FixedOffset};

use crate::post::{Post, Spanned, Zone};
use crate::tree::{below, is_under};

pub use anchors::Anchors;
pub(crate) use dialect::DEFAULT;
pub use dialect::Dialect;
pub use facts::{Defaults, Facts};
pub use path_pattern::PathPattern;
pub use scope::Scope;

/// The context for reading a post.
#[derive(Debug, Clone)]
pub struct Context {
    /// The dialect of the posts.
    pub dialect: &'static Dialect,
    /// The time zone of a date without one.
    pub zone: Zone,
    /// The configured permalink pattern, which overrides the dialect's; see [`permalink::of`].
    pub permalink: Option<String>,
    /// Published ids, by key; a post's own `id` overrides them.
    pub ids: BTreeMap<String, String>,
    /// Facts from the generator's configuration; empty without one.
    pub facts: Facts,
}

impl Context {
    /// The time zone of a date without one in the file at `path`.
    pub fn zone_of(&self, path: &str) -> Zone {
        let zones = &self.facts.zones;
        let own = edition_of(path, &self.facts).and_then(|language| zones.get(language));
        own.copied().unwrap_or(self.zone)
    }
}

impl Default for Context {
    /// Posts without a generator, with dates in UTC.
    fn default() -> Self {
        Self {
            dialect: plain(),
            zone: Zone::UTC,
            permalink: None,
            ids: BTreeMap::new(),
            facts: Facts::default(),
        }
    }
}

/// Every dialect. Order matters to [`crate::site::survey`]: of two generators whose configurations are
/// equally deep, the earlier one wins.
pub static DIALECTS: &[&Dialect] = &[
    &hugo::HUGO,
    &zola::ZOLA,
    &jekyll::JEKYLL,
    &eleventy::ELEVENTY,
    &astro::ASTRO,
    &pelican::PELICAN,
    &docusaurus::DOCUSAURUS,
    &mkdocs::MKDOCS,
    &quarto::QUARTO,
    &obsidian::OBSIDIAN,
    &plain::PLAIN,
];

/// The dialect of posts without a generator.
pub fn plain() -> &'static Dialect {
    &plain::PLAIN
}

/// The dialect with this name.
pub fn named(name: &str) -> Option<&'static Dialect> {
    DIALECTS.iter().copied().find(|dialect| dialect.name == name)
}

/// The file's path, without extension, under the folder that page paths are relative to; a bundle's
/// is its folder.
pub(crate) fn stem<'p>(post: &'p Post, facts: &Facts) -> &'p str {
    stem_in(post, &facts.content)
}

/// As [`stem`], under the folder `content`.
pub(crate) fn stem_in<'p>(post: &'p Post, content: &str) -> &'p str {
    let path = post.source.path();
    let Some(inner) = below(path, content) else {
        return &post.key;
    };
    let stem = inner.rsplit_once('.').map_or(inner, |(stem, _)| stem);
    // The key ends like the path, except for a bundle: that is its folder, and its language.
    let Some((folder, name)) = stem.rsplit_once('/') else {
        return stem;
    };
    let language = name.split_once('.').map(|(_, language)| language);
    let bundle = language
        .and_then(|language| post.key.strip_suffix(language)?.strip_suffix('.'))
        .unwrap_or(&post.key);
    let ends_like = |path: &str, key: &str| {
        let before = path.strip_suffix(key);
        before.is_some_and(|before| before.is_empty() || before.ends_with('/'))
    };
    if !ends_like(stem, &post.key) && ends_like(folder, bundle) { folder } else { stem }
}

/// Folder and name of a path.
pub(crate) fn parts(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// Whether the file at a path describes its folder (`_index.md`) and is not a post.
pub(crate) fn is_section(path: &str) -> bool {
    parts(path).1.starts_with("_index.")
}

/// Whether a file of this name (without extension) is a bundle's page, perhaps in a language: `index.fr`.
pub(crate) fn is_index_in_language(name: &str) -> bool {
    name == "index" || name.strip_prefix("index.").is_some_and(|language| language.len() <= 7)
}

/// A file's name without the date it begins with.
pub(crate) fn undated(name: &str) -> &str {
    undated_by(plain(), name)
}

/// As [`undated`], for the names that a dialect considers dated.
pub(crate) fn undated_by<'n>(dialect: &Dialect, name: &'n str) -> &'n str {
    match (dialect.date_in_name)(name) {
        Some((_, length)) if length < name.len() => &name[length..],
        _ => name,
    }
}

/// A time followed by a zone abbreviation (`… 23:30:00 EST`), split before that. After an offset the
/// abbreviation is redundant.
fn zone_name(text: &str) -> Option<(&str, &str)> {
    let (before, name) = text.trim_end().rsplit_once(' ')?;
    let is_name =
        (3..=5).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase());
    let last = before.rsplit([' ', 'T']).next()?;
    let follows_time = last.contains(':') && !last.contains(['+', '-']);
    (is_name && follows_time).then_some((before, name))
}

/// A title from a file's name: `day-two_at-pycascades` becomes "Day two at pycascades". A name of nothing else
/// than a date is its own title.
pub(crate) fn title_of_name(key: &str) -> String {
    let (_, name) = parts(key);
    let words = undated(name).replace(['-', '_', '+'], " ");
    let mut letters = words.trim().chars();
    let Some(first) = letters.next() else {
        return name.to_owned();
    };
    first.to_uppercase().to_string() + letters.as_str()
}

/// The language at the end of a file's name (`post.fr`), if the site has it, and the name before it.
pub(crate) fn language_of<'p>(stem: &'p str, facts: &'p Facts) -> (&'p str, Option<&'p str>) {
    let found = stem.rsplit_once('.').and_then(|(before, own)| {
        let mut known = facts.languages.iter();
        let language = known.find(|known| known.eq_ignore_ascii_case(own))?;
        Some((before, Some(language.as_str())))
    });
    found.unwrap_or((stem, None))
}

/// The language of a file's folder or name, if that is not the site's first.
pub(crate) fn edition_of<'p>(path: &'p str, facts: &'p Facts) -> Option<&'p str> {
    let mut folders = facts.contents.iter();
    let language = if let Some((_, language)) = folders.find(|(folder, _)| is_under(path, folder)) {
        language
    } else {
        let (file, _) = path.rsplit_once('.')?;
        language_of(parts(file).1, facts).1?
    };
    (facts.first_language.as_deref() != Some(language)).then_some(language)
}

/// The first `<!-- more -->` comment of a body; `exact`: only in the form `<!--more-->`.
pub(crate) fn comment_more(post: &Post, exact: bool) -> Option<Range<usize>> {
    if exact { mark(post, "<!--more-->") } else { comment(post, "more") }
}

/// The first occurrence of a text in a body.
pub(crate) fn mark(post: &Post, text: &str) -> Option<Range<usize>> {
    let at = post.body.start + post.markdown().find(text)?;
    Some(at..at + text.len())
}

/// The first comment of a body that holds this word and nothing else.
pub(crate) fn comment(post: &Post, word: &str) -> Option<Range<usize>> {
    let body = post.markdown();
    let mut from = 0;
    while let Some(start) = memchr::memmem::find(body.get(from..)?.as_bytes(), b"<!--") {
        let start = from + start;
        // To a browser `<!-->` and `<!--->` are whole comments: the end may overlap the start.
        let end = start + 2 + body.get(start + 2..)?.find("-->")? + 3;
        let inside = body.get(start + 4..end - 3).unwrap_or_default();
        if inside.trim().eq_ignore_ascii_case(word) {
            return Some(post.body.start + start..post.body.start + end);
        }
        from = end;
    }
    None
}

/// The period in which a generator shows a post, by its dates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// Not before this.
    pub from: Option<Spanned<DateTime<FixedOffset>>>,
    /// Not after this.
    pub until: Option<Spanned<DateTime<FixedOffset>>>,
}

impl Shown {
    /// The date that holds the post back at a time.
    pub fn held_at(&self, now: DateTime<FixedOffset>) -> Option<&Spanned<DateTime<FixedOffset>>> {
        let ahead = self.from.as_ref().filter(|from| from.value > now);
        ahead.or_else(|| self.until.as_ref().filter(|until| until.value < now))
    }
}

/// Which bare URLs in a text become links.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Bare {
    /// None.
    #[default]
    Text,
    /// Those of GitHub's Markdown.
    GitHub,
    /// Those of Goldmark, which Hugo uses.
    Goldmark {
        /// Whether they may follow quotation marks and dashes, which its typographer reads.
        after_quotes: bool,
    },
}

/// What single tildes mean in Markdown: `~gone~`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tildes {
    /// They strike a text out, as two do.
    #[default]
    Single,
    /// They are text; only two strike out.
    Double,
}

/// Separators of values in one text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Separators {
    /// Between tags and categories. [`Separators::PELICAN`] stands for Pelican's rule.
    pub tags: Option<char>,
    /// Between authors.
    pub authors: Option<char>,
}

impl Separators {
    /// A semicolon where there is one, else a comma.
    pub const PELICAN: char = ';';

    /// The separator that counts in a text.
    pub(crate) fn within(separator: Option<char>, text: &str) -> Option<char> {
        match separator {
            Some(Self::PELICAN) if !text.contains(Self::PELICAN) => Some(','),
            separator => separator,
        }
    }
}

/// The meaning of a front matter key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The title.
    Title,
    /// The publication date.
    Date,
    /// A date in some posts and a boolean in others (`published`).
    DateOrPublished,
    /// When the generator starts to show it, and its date if nothing else gives that.
    Appears,
    /// When it was last changed.
    Updated,
    /// When it stops being shown.
    Expires,
    /// The slug.
    Slug,
    /// The permalink.
    Permalink,
    /// The entry id.
    Id,
    /// An entry id if the value is an absolute URI; other programs' ids are ignored.
    IdIfAbsolute,
    /// Tags.
    Tags,
    /// Categories.
    Categories,
    /// The series that the post is a part of.
    Series,
    /// Authors.
    Authors,
    /// The summary.
    Summary,
    /// The text that ends the summary in the body.
    ExcerptSeparator,
    /// The image.
    Image,
    /// The image's alt text.
    ImageAlt,
    /// The image's credit.
    ImageCredit,
    /// The language.
    Language,
    /// `true`: not finished.
    Draft,
    /// `false`: not published.
    Published,
    /// One of the states: draft, published, private, unlisted.
    Status,
    /// `true`: private.
    Private,
    /// `true`: unlisted.
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
    /// Hugo's table that controls whether a page is rendered and listed.
    Build,
    /// A generator's own key, known so that it is not reported as a typo.
    Foreign,
}
