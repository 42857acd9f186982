//! What Afterword knows of a generator: data, and functions where generators do what data cannot say.

use std::ops::Range;

use chrono::NaiveDate;

use super::{Anchors, Context, Facts, Field, Separators, Shown, comment_more, plain, under};
use crate::post::front_matter::Format;
use crate::post::{Post, Zone, date};
use crate::tree::Tree;

/// How one generator writes posts, and where it publishes them.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a habit of its own that a generator has or has not"
)]
pub struct Dialect {
    /// The name in `afterword.toml`.
    pub name: &'static str,

    /// Whether a slip is an error. In a generator's dialect whatever that generator accepts is at
    /// most a warning, and keys that mean nothing here are silent.
    pub is_strict: bool,

    /// The keys that mean something, the one that counts first where several say the same.
    pub keys: &'static [(&'static str, Field)],

    /// The keys by which the generator itself keeps a post from readers. Others of that meaning are
    /// the author's words: they count all the same, and are told.
    pub holds_back: &'static [&'static str],

    /// The key and the value by which the generator makes no page of a post.
    pub without_page: Option<(&'static str, &'static str)>,

    /// What its configuration should say so that the files of Afterword are not published.
    pub advice: fn(&dyn Tree, &str) -> Option<String>,

    /// Between which instants the generator shows a post. It shows most posts whenever it is run.
    pub shown: fn(&Post, &Facts) -> Shown,

    /// Tables whose keys count like those at the top, but after them.
    pub tables: &'static [&'static str],

    /// Whether `Date` and `date` are one key.
    pub ignores_case: bool,

    /// Whether lines `Key: value` without a fence are a front matter.
    pub header_lines: bool,

    /// Whether a key may stand twice; the last one counts.
    pub allows_duplicates: bool,

    /// How the generator's own posts write their front matter.
    pub front_matter: Format,

    /// How several tags, categories or authors are written in one text.
    pub separators: Separators,

    /// The truth of a text where `true` or `false` is meant. Old YAML takes `yes` and `no` for them,
    /// and scripts take any text for true.
    pub truth: fn(&str) -> Option<bool>,

    /// Extensions of posts, without the dot.
    pub extensions: &'static [&'static str],

    /// Whether the file `inner` under the folder `posts_dir` can be a post at all.
    pub is_post: fn(&str, &str) -> bool,

    /// Whether Markdown files beside a bundle's `index` are the bundle's own and no posts.
    pub bundles_own_files: bool,

    /// Whether a folder with an `index` file is one post, and the folder its name.
    pub has_bundles: bool,

    /// Whether a file of this name (without extension) stands for its folder.
    pub is_index: fn(&str) -> bool,

    /// The language of a file that is a page of another edition than the site's first: it has feeds
    /// of its own.
    pub edition: for<'p> fn(&'p str, &'p Facts) -> Option<&'p str>,

    /// The title of a post that has none, made of its key, where the generator makes one.
    pub title_from_name: fn(&str) -> Option<String>,

    /// Whether the date of a post without one is looked for in its file's name and folders.
    pub dates_in_names: fn(&Facts) -> bool,

    /// The date that a file's name begins with, and how many bytes it takes with the separator
    /// behind it.
    pub date_in_name: fn(&str) -> Option<(NaiveDate, usize)>,

    /// A date without the name of a zone that the generator passes over.
    pub without_zone: for<'t> fn(&'t str) -> &'t str,

    /// Whether a number in place of a date counts seconds since 1970.
    pub counts_seconds: bool,

    /// The date that the path of a file says, whose name begins with `named`.
    pub date_in_path: fn(&str, Option<NaiveDate>) -> Option<NaiveDate>,

    /// Whether a text in place of a date asks for one that only git or the disk knows; such a
    /// post's date is its file name's.
    pub asks_elsewhere_for_date: fn(&str) -> bool,

    /// What the generator understands from the place of the file or from several keys together.
    pub settle: fn(&mut Post, &Context),

    /// The post's address: absolute, or a path that starts at the site's root.
    pub address: fn(&Post, &Context) -> String,

    /// Whether `%20` in a file's name stands in the page's address as it is.
    pub keeps_escapes: bool,

    /// Whether themes print a title as HTML, so that `&amp;` in it is an ampersand.
    pub titles_are_html: bool,

    /// Whether an address that stands in the text as it is becomes a link.
    pub links_bare_addresses: bool,

    /// What footnotes are called on the generator's pages.
    pub footnotes: Anchors,

    /// The address of the list of posts that have a tag, a category or an author.
    pub list: fn(&str, &str, &Facts) -> Option<String>,

    /// The bytes of the mark that ends a post's summary, where the post has one.
    pub more: fn(&Post, &Context) -> Option<Range<usize>>,

    /// The generator's configuration files, from its folder; any one of them shows that it is there.
    pub configurations: &'static [&'static str],

    /// Whether the text of a configuration file, which others may call the same, is this generator's.
    pub owns: fn(&str, &str) -> bool,

    /// What the generator's configuration in the folder `root` says.
    pub facts: fn(&dyn Tree, &str) -> Facts,

    /// The folder of the posts, where the generator prescribes one; from the project's root.
    pub posts_dir: fn(&Facts) -> Option<String>,

    /// The folder that feeds must lie in so that the site serves them, from the project's root, and
    /// what else has to be done for it.
    pub feeds_dir: fn(&Facts) -> (String, Option<&'static str>),

    /// The folder that the generator writes the site to unless it is told otherwise.
    pub built_dir: Option<&'static str>,

    /// A folder for drafts that the site does not publish, from the project's root.
    pub drafts_dir: fn(&Facts) -> String,

    /// Where a new post says what, for generators whose front matter has a place of its own for it: the
    /// table (`""` is the top) and the key. Where it is empty, the first key that says this stands at the top.
    pub homes: &'static [(Field, &'static str, &'static str)],

    /// The kinds of template code that its posts may hold, by their names in [`crate::markdown::template`].
    pub templates: &'static [&'static str],

    /// The folder at the root of a site by which it is known where there is no configuration.
    pub folder: &'static str,

    /// Keys whose text is one tag or category, whatever parts others.
    pub whole: &'static [&'static str],

    /// Whether a time that stands without quotes and without an offset, which YAML 1.1 takes for a
    /// timestamp, is in UTC and not in the site's zone.
    pub timestamps_are_utc: bool,
}

/// What most generators do. Each generator says where it differs.
pub(crate) const DEFAULT: Dialect = Dialect {
    name: "",
    is_strict: false,
    keys: &[],
    holds_back: &[],
    without_page: None,
    advice: |_, _| None,
    shown: |_, _| Shown::default(),
    tables: &[],
    ignores_case: false,
    header_lines: false,
    allows_duplicates: false,
    front_matter: Format::Yaml,
    separators: Separators {
        tags: None,
        authors: None,
    },
    truth,
    extensions: &["md", "markdown"],
    is_post: |_, _| true,
    bundles_own_files: false,
    has_bundles: true,
    is_index: |name| name == "index",
    edition: |_, _| None,
    title_from_name: |_| None,
    dates_in_names: |_| true,
    date_in_name: |name| date::in_name(name),
    without_zone: |text| text,
    counts_seconds: false,
    date_in_path: |path, named| named.or_else(|| date::in_folders(path)),
    asks_elsewhere_for_date: |_| false,
    settle: |_, _| {},
    address: |post, _| plain::address(post),
    keeps_escapes: false,
    titles_are_html: false,
    links_bare_addresses: false,
    footnotes: Anchors::Own,
    list: |_, _, _| None,
    more: |post, _| comment_more(post, false),
    configurations: &[],
    owns: |_, _| true,
    facts,
    posts_dir: |_| None,
    feeds_dir: |facts| (under(&facts.root, "feeds"), None),
    built_dir: None,
    drafts_dir: |_| "drafts".to_owned(),
    homes: &[],
    // Where no generator is known, code whose marks mean nothing else.
    templates: &[
        "zola",
        "hugo",
        "callout",
        "kramdown",
        "liquid-perhaps",
        "dollars",
    ],
    folder: "content",
    whole: &[],
    timestamps_are_utc: false,
};

fn truth(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "y" | "1" => Some(true),
        "false" | "no" | "off" | "n" | "0" => Some(false),
        _ => None,
    }
}

fn facts(_: &dyn Tree, root: &str) -> Facts {
    Facts {
        root: root.to_owned(),
        content: root.to_owned(),
        ..Facts::default()
    }
}

impl Dialect {
    /// Whether this key is one of them.
    pub(crate) fn holds_back_by(&self, key: &str) -> bool {
        let known = self.holds_back.iter();
        self.is_strict || { known }.any(|known| known.eq_ignore_ascii_case(key))
    }

    /// The key and the value by which the generator keeps a post from readers.
    pub(crate) fn as_draft(&self) -> (&'static str, &'static str) {
        match self.holds_back.first() {
            Some(key @ (&"published" | &"publish")) => (key, "false"),
            Some(key @ &"status") => (key, "draft"),
            Some(key) => (key, "true"),
            None => ("draft", "true"),
        }
    }

    /// The line of a front matter that keeps a post from readers.
    pub(crate) fn draft_line(&self, format: Format) -> String {
        let (key, value) = self.as_draft();
        format.line(key, value, value)
    }

    /// The key and the value by which the generator makes no page of a post.
    pub(crate) fn unpublished(&self) -> (&'static str, &'static str) {
        self.without_page.unwrap_or_else(|| self.as_draft())
    }

    /// The table (`""` is the top) and the key under which a new post says this; `None` where the
    /// dialect has no word for it.
    pub(crate) fn home(&self, field: Field) -> Option<(&'static str, &'static str)> {
        if !self.homes.is_empty() {
            let home = self.homes.iter().find(|(own, ..)| *own == field)?;
            return Some((home.1, home.2));
        }
        let says = |own: Field| own == field || field == Field::Id && own == Field::IdIfAbsolute;
        let found = self.keys.iter().find(|(_, own)| says(*own))?;
        Some(("", found.0))
    }

    /// What parts one text under `key` into several tags or categories.
    pub(crate) fn separator(&self, key: &str) -> Option<char> {
        let is_whole = self
            .whole
            .iter()
            .any(|whole| whole.eq_ignore_ascii_case(key));
        self.separators.tags.filter(|_| !is_whole)
    }

    /// The zone of a time that YAML 1.1 takes for a timestamp, where the site's zone is `zone`.
    pub(crate) fn zone_of_timestamps(&self, zone: Zone) -> Zone {
        if self.timestamps_are_utc {
            Zone::UTC
        } else {
            zone
        }
    }
}
