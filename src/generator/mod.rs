//! Site generators: how each writes posts, where it publishes them, and what its configuration says.
//! One file a generator; Python and JavaScript are read as text and never run.

/// The keys of a dialect: the generator's, and then ours, which every dialect has.
macro_rules! keys {
    ($($key:expr),* $(,)?) => {
        &[
            $($key,)*
            ("image_alt", Field::ImageAlt),
            ("image_credit", Field::ImageCredit),
            ("event", Field::Event),
            ("sessions", Field::Sessions),
            ("takeaway", Field::Takeaway),
            ("feed", Field::Feeds),
            ("feeds", Field::Feeds),
            ("drafts", Field::Drafts),
        ]
    };
}

mod anchors;
mod astro;
pub(crate) mod configuration;
mod eleventy;
mod facts;
mod hugo;
mod jekyll;
mod obsidian;
mod pelican;
pub mod permalink;
mod plain;
mod scope;
mod script;
pub mod skeleton;
mod transliterate;
mod zola;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::post::front_matter::Format;
use crate::post::{Post, Spanned, Zone, date};
use crate::tree::Tree;

pub use anchors::Anchors;
pub use facts::Facts;
pub use scope::Scope;

/// What reading a post needs to know of the site.
#[derive(Debug, Clone)]
pub struct Context {
    /// How the posts are written.
    pub dialect: &'static dyn Dialect,
    /// The zone in which a date without one is read.
    pub zone: Zone,
    /// The configured address pattern, which goes before the dialect's own; see [`permalink::of`].
    pub permalink: Option<String>,
    /// Ids that readers know already, by key; a post's own `id` goes before them.
    pub ids: BTreeMap<String, String>,
    /// What the generator's configuration says; empty beside none.
    pub facts: Facts,
}

impl Default for Context {
    /// A folder of posts that no generator owns, with dates in UTC.
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

/// Every dialect. Order matters to [`crate::site::survey`]: of two generators whose configuration
/// lies equally deep, the earlier one is taken.
pub static DIALECTS: &[&dyn Dialect] = &[
    &hugo::Hugo,
    &zola::Zola,
    &jekyll::Jekyll,
    &eleventy::Eleventy,
    &astro::Astro,
    &pelican::Pelican,
    &obsidian::Obsidian,
    &plain::Plain,
];

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

    /// The keys by which the generator itself keeps a post from readers. Others of that meaning are
    /// the author's words: they count all the same, and are told.
    fn holds_back(&self) -> &'static [&'static str] {
        &[]
    }

    /// Whether this key is one of them.
    fn holds_back_by(&self, key: &str) -> bool {
        let known = self.holds_back().iter();
        self.is_strict() || { known }.any(|known| known.eq_ignore_ascii_case(key))
    }

    /// The key and the value by which the generator keeps a post from readers.
    fn as_draft(&self) -> (&'static str, &'static str) {
        match self.holds_back().first() {
            Some(key @ (&"published" | &"publish")) => (key, "false"),
            Some(key @ &"status") => (key, "draft"),
            Some(key) => (key, "true"),
            None => ("draft", "true"),
        }
    }

    /// The line of a front matter that keeps a post from readers.
    fn draft_line(&self, format: Format) -> String {
        let (key, value) = self.as_draft();
        format.line(key, value, value)
    }

    /// The key and the value by which the generator makes no page of a post.
    fn without_page(&self) -> (&'static str, &'static str) {
        self.as_draft()
    }

    /// What its configuration should say so that the files of Afterword are not published.
    fn advice(&self, tree: &dyn Tree, root: &str) -> Option<String> {
        let _ = (tree, root);
        None
    }

    /// Between which instants the generator shows a post. It shows most posts whenever it is run.
    fn shown(&self, post: &Post, facts: &Facts) -> Shown {
        let _ = (post, facts);
        Shown::default()
    }

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

    /// How the generator's own posts write their front matter.
    fn front_matter(&self) -> Format {
        Format::Yaml
    }

    /// The table (`""` is the top) and the key under which a new post says this; `None` where the
    /// dialect has no word for it.
    fn home(&self, field: Field) -> Option<(&'static str, &'static str)> {
        first_key(self.keys(), field)
    }

    /// How several tags, categories or authors are written in one text.
    fn separators(&self) -> Separators {
        Separators::default()
    }

    /// What parts one text under `key` into several tags or categories.
    fn separator(&self, key: &str) -> Option<char> {
        let _ = key;
        self.separators().tags
    }

    /// The truth of a text where `true` or `false` is meant. Old YAML takes `yes` and `no` for them,
    /// and scripts take any text for true.
    fn truth(&self, text: &str) -> Option<bool> {
        match text.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" | "y" | "1" => Some(true),
            "false" | "no" | "off" | "n" | "0" => Some(false),
            _ => None,
        }
    }

    /// Extensions of posts, without the dot.
    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    /// Whether the file `inner` under the folder `posts_dir` can be a post at all.
    fn is_post(&self, posts_dir: &str, inner: &str) -> bool {
        let _ = (posts_dir, inner);
        true
    }

    /// Whether Markdown files beside a bundle's `index` are the bundle's own and no posts.
    fn bundles_own_files(&self) -> bool {
        false
    }

    /// Whether a folder with an `index` file is one post, and the folder its name.
    fn has_bundles(&self) -> bool {
        true
    }

    /// Whether a file of this name (without extension) stands for its folder.
    fn is_index(&self, name: &str) -> bool {
        name == "index"
    }

    /// The language of a file that is a page of another edition than the site's first: it has feeds
    /// of its own.
    fn edition<'p>(&self, path: &'p str, facts: &'p Facts) -> Option<&'p str> {
        let _ = (path, facts);
        None
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

    /// The date that a file's name begins with, and how many bytes it takes with the separator
    /// behind it.
    fn date_in_name(&self, name: &str) -> Option<(NaiveDate, usize)> {
        date::in_name(name)
    }

    /// The zone of a time that stands without quotes and without an offset, which YAML 1.1 takes for
    /// a timestamp, where the site's zone is `zone`.
    fn zone_of_timestamps(&self, zone: Zone) -> Zone {
        zone
    }

    /// A date without the name of a zone that the generator passes over.
    fn without_zone<'t>(&self, text: &'t str) -> &'t str {
        text
    }

    /// Whether a number in place of a date counts seconds since 1970.
    fn counts_seconds(&self) -> bool {
        false
    }

    /// The date that the path of a file says, whose name begins with `named`.
    fn date_in_path(&self, path: &str, named: Option<NaiveDate>) -> Option<NaiveDate> {
        named.or_else(|| date::in_folders(path))
    }

    /// Whether a text in place of a date asks for one that only git or the disk knows; such a
    /// post's date is its file name's.
    fn asks_elsewhere_for_date(&self, text: &str) -> bool {
        let _ = text;
        false
    }

    /// What the generator understands from the place of the file or from several keys together.
    fn settle(&self, post: &mut Post, context: &Context) {
        let _ = (post, context);
    }

    /// The post's address: absolute, or a path that starts at the site's root.
    fn address(&self, post: &Post, context: &Context) -> String {
        let _ = context;
        plain::address(post)
    }

    /// Whether `%20` in a file's name stands in the page's address as it is.
    fn keeps_escapes(&self) -> bool {
        false
    }

    /// Whether themes print a title as HTML, so that `&amp;` in it is an ampersand.
    fn titles_are_html(&self) -> bool {
        false
    }

    /// Whether an address that stands in the text as it is becomes a link.
    fn links_bare_addresses(&self) -> bool {
        false
    }

    /// What footnotes are called on the generator's pages.
    fn footnotes(&self) -> Anchors {
        Anchors::default()
    }

    /// The address of the list of posts that have a tag, a category or an author.
    fn list(&self, kind: &str, name: &str, facts: &Facts) -> Option<String> {
        let _ = (kind, name, facts);
        None
    }

    /// The bytes of the mark that ends a post's summary, where the post has one.
    fn more(&self, post: &Post, context: &Context) -> Option<Range<usize>> {
        let _ = context;
        comment_more(post, false)
    }

    /// The generator's configuration files, from its folder; any one of them shows that it is there.
    fn configurations(&self) -> &'static [&'static str] {
        &[]
    }

    /// Whether the text of a configuration file, which others may call the same, is this generator's.
    fn owns(&self, configuration: &str, text: &str) -> bool {
        let _ = (configuration, text);
        true
    }

    /// What the generator's configuration in the folder `root` says.
    fn facts(&self, tree: &dyn Tree, root: &str) -> Facts {
        let _ = tree;
        Facts {
            root: root.to_owned(),
            content: root.to_owned(),
            ..Facts::default()
        }
    }

    /// The folder of the posts, where the generator prescribes one; from the project's root.
    fn posts_dir(&self, facts: &Facts) -> Option<String> {
        let _ = facts;
        None
    }

    /// The folder that feeds must lie in so that the site serves them, from the project's root, and
    /// what else has to be done for it.
    fn feeds_dir(&self, facts: &Facts) -> (String, Option<&'static str>) {
        (under(&facts.root, "feeds"), None)
    }

    /// The folder that the generator writes the site to unless it is told otherwise.
    fn built_dir(&self) -> Option<&'static str> {
        None
    }

    /// A folder for drafts that the site does not publish, from the project's root.
    fn drafts_dir(&self, facts: &Facts) -> String {
        let _ = facts;
        "drafts".to_owned()
    }
}

/// A path under a folder; `""` is the project's root.
pub(crate) fn under(folder: &str, path: &str) -> String {
    match (folder.is_empty(), path.is_empty()) {
        (true, _) => path.to_owned(),
        (_, true) => folder.to_owned(),
        _ => format!("{folder}/{path}"),
    }
}

/// The file's path under the folder that addresses are counted from, without extension; a bundle's
/// is its folder.
pub(crate) fn stem<'p>(post: &'p Post, facts: &Facts) -> &'p str {
    stem_in(post, &facts.content)
}

/// The same, from the folder `content`.
pub(crate) fn stem_in<'p>(post: &'p Post, content: &str) -> &'p str {
    let path = post.source.path();
    let inner = match content {
        "" => Some(path),
        content => path
            .strip_prefix(content)
            .and_then(|rest| rest.strip_prefix('/')),
    };
    let Some(inner) = inner else {
        return &post.key;
    };
    let stem = inner.rsplit_once('.').map_or(inner, |(stem, _)| stem);
    // The key ends as the path does, unless it is a bundle's: that is its folder, and its language.
    let Some((folder, name)) = stem.rsplit_once('/') else {
        return stem;
    };
    let language = name.split_once('.').map(|(_, language)| language);
    let bundle = language
        .and_then(|language| post.key.strip_suffix(language)?.strip_suffix('.'))
        .unwrap_or(&post.key);
    if !stem.ends_with(&post.key) && folder.ends_with(bundle) {
        folder
    } else {
        stem
    }
}

/// Whether values for `scope` (a folder, a file, or `""` for all) hold for the file at `path`.
pub(crate) fn covers(scope: &str, path: &str) -> bool {
    scope.is_empty()
        || path == scope
        || path
            .strip_prefix(scope)
            .is_some_and(|rest| rest.starts_with('/'))
}

/// Folder and name of a path.
pub(crate) fn parts(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// The first key that says this, at the top of a front matter.
fn first_key(
    keys: &'static [(&'static str, Field)],
    field: Field,
) -> Option<(&'static str, &'static str)> {
    let says = |own: Field| own == field || field == Field::Id && own == Field::IdIfAbsolute;
    let found = keys.iter().find(|(_, own)| says(*own))?;
    Some(("", found.0))
}

/// A file's name without the date it begins with.
pub(crate) fn undated(name: &str) -> &str {
    undated_by(plain(), name)
}

/// The same, by the names that a dialect takes for dated.
pub(crate) fn undated_by<'n>(dialect: &dyn Dialect, name: &'n str) -> &'n str {
    match dialect.date_in_name(name) {
        Some((_, length)) if length < name.len() => &name[length..],
        _ => name,
    }
}

/// A time with the abbreviation of a zone behind it (`… 23:30:00 EST`), parted before that. One that
/// follows an offset only names it again.
fn zone_name(text: &str) -> Option<(&str, &str)> {
    let (before, name) = text.trim_end().rsplit_once(' ')?;
    let is_name =
        (3..=5).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase());
    let last = before.rsplit([' ', 'T']).next()?;
    let follows_time = last.contains(':') && !last.contains(['+', '-']);
    (is_name && follows_time).then_some((before, name))
}

/// A title made of a file's name: `day-two_at-pycascades` is "Day two at pycascades".
pub(crate) fn title_of_name(key: &str) -> String {
    let (_, name) = parts(key);
    let words = undated(name).replace(['-', '_', '+'], " ");
    let mut letters = words.trim().chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// The language that a file's name ends with (`post.fr`), where the site has it, and the name
/// before it.
pub(crate) fn language_of<'p>(stem: &'p str, facts: &Facts) -> (&'p str, Option<&'p str>) {
    match stem.rsplit_once('.') {
        Some((before, language)) if facts.languages.iter().any(|known| known == language) => {
            (before, Some(language))
        }
        _ => (stem, None),
    }
}

/// The language that the folder or the name of a file says, where it is not the site's first.
pub(crate) fn edition_of<'p>(path: &'p str, facts: &'p Facts) -> Option<&'p str> {
    let mut folders = facts.contents.iter();
    let language = if let Some((_, language)) = folders.find(|(folder, _)| covers(folder, path)) {
        language
    } else {
        let (file, _) = path.rsplit_once('.')?;
        language_of(parts(file).1, facts).1?
    };
    (facts.first_language.as_deref() != Some(language)).then_some(language)
}

/// The first `<!-- more -->` comment of a body; `exact`: written `<!--more-->` and nothing else.
pub(crate) fn comment_more(post: &Post, exact: bool) -> Option<Range<usize>> {
    let body = post.markdown();
    if exact {
        let at = post.body.start + body.find("<!--more-->")?;
        return Some(at..at + "<!--more-->".len());
    }
    let mut from = 0;
    while let Some(start) = memchr::memmem::find(body.get(from..)?.as_bytes(), b"<!--") {
        let start = from + start;
        // To a browser `<!-->` and `<!--->` are whole comments: the end may overlap the start.
        let end = start + 2 + body.get(start + 2..)?.find("-->")? + 3;
        let inside = body.get(start + 4..end - 3).unwrap_or_default();
        if inside.trim().eq_ignore_ascii_case("more") {
            return Some(post.body.start + start..post.body.start + end);
        }
        from = end;
    }
    None
}

/// The time in which a generator shows a post: its dates, where they matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// Not before this.
    pub from: Option<Spanned<DateTime<FixedOffset>>>,
    /// Not after this.
    pub until: Option<Spanned<DateTime<FixedOffset>>>,
}

impl Shown {
    /// The date that keeps the post back at an instant.
    #[must_use]
    pub fn held_at(&self, now: DateTime<FixedOffset>) -> Option<&Spanned<DateTime<FixedOffset>>> {
        let ahead = self.from.as_ref().filter(|from| from.value > now);
        ahead.or_else(|| self.until.as_ref().filter(|until| until.value < now))
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
    /// When the generator begins to show it, and its date where nothing else says that.
    Appears,
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
    /// Hugo's table that says whether a page is rendered and listed.
    Build,
    /// A generator's own key, known so that it is not taken for a slip.
    Foreign,
}
