//! The description of a generator: data, and functions where data is not enough.

use std::ops::Range;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{Anchors, Bare, Context, Facts, Field, Separators, Shown, Tildes, comment_more, plain};
use crate::post::front_matter::Format;
use crate::post::{Post, Zone, date};
use crate::report::Level;
use crate::tree::{Tree, under};

/// How a generator reads posts, and where it publishes them.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "these are independent properties of a generator"
)]
pub struct Dialect {
    /// The name in `afterword.toml`.
    pub name: &'static str,

    /// Whether a typo is an error. In a generator's dialect everything that the generator accepts
    /// is at most a warning, and unknown keys are silent.
    pub is_strict: bool,

    /// The known keys; where several mean the same, the first one wins.
    pub keys: &'static [(&'static str, Field)],

    /// The keys by which the generator itself holds a post back. Other keys with that meaning count
    /// too, but are reported.
    pub holds_back: &'static [&'static str],

    /// The key and the value with which the generator makes no page of a post.
    pub without_page: Option<(&'static str, &'static str)>,

    /// What its configuration should exclude, so that Afterword's files are not published.
    pub advice: fn(&dyn Tree, &str) -> Option<String>,

    /// The period in which the generator shows a post. It shows most posts always.
    pub shown: fn(&Post, &Facts) -> Shown,

    /// Tables whose keys count like top-level ones, but after them.
    pub tables: &'static [&'static str],

    /// Whether `Date` and `date` are the same key.
    pub ignores_case: bool,

    /// Whether `Key: value` lines without a fence are front matter.
    pub header_lines: bool,

    /// Whether a key may occur twice; the last one wins.
    pub allows_duplicates: bool,

    /// The format of front matter in the generator's own posts.
    pub front_matter: Format,

    /// The separator of several tags, categories or authors in one text.
    pub separators: Separators,

    /// The boolean that a text means. Old YAML reads `yes` and `no` as booleans, and scripts treat
    /// any text as true.
    pub truth: fn(&str) -> Option<bool>,

    /// Extensions of posts, without the dot.
    pub extensions: &'static [&'static str],

    /// Whether the file `inner` under the folder `posts_dir` can be a post at all.
    pub is_post: fn(&str, &str) -> bool,

    /// Whether Markdown files beside a bundle's `index` belong to the bundle and are not posts.
    pub bundles_own_files: bool,

    /// Whether a folder with an `index` file is one post, and the folder its name.
    pub has_bundles: bool,

    /// Whether a file of this name (without extension) represents its folder.
    pub is_index: fn(&str) -> bool,

    /// The language of a file in another edition than the site's first, which has feeds of its own.
    pub edition: for<'p> fn(&'p str, &'p Facts) -> Option<&'p str>,

    /// The title of a post without one, from its key, if the generator makes one.
    pub title_from_name: fn(&str) -> Option<String>,

    /// Whether a post without a date gets it from its file's name and folders.
    pub dates_in_names: fn(&Facts) -> bool,

    /// The date at the beginning of a file's name, and its length with the separator after it.
    pub date_in_name: fn(&str) -> Option<(NaiveDate, usize)>,

    /// A date without a zone name that the generator ignores.
    pub without_zone: for<'t> fn(&'t str) -> &'t str,

    /// The instant of a time that the zone's clocks show twice, if that is not the earlier one.
    pub repeated: fn(&str, Zone) -> Option<DateTime<FixedOffset>>,

    /// Whether the first number of `05/01/2026` is the month.
    pub month_first: bool,

    /// Whether a number in place of a date is seconds since 1970.
    pub counts_seconds: bool,

    /// The date in the path of a file, whose name begins with `named`.
    pub date_in_path: fn(&str, Option<NaiveDate>) -> Option<NaiveDate>,

    /// Whether a text in place of a date means one that only git or the disk knows; such a post has
    /// the date of its file name.
    pub asks_elsewhere_for_date: fn(&str) -> bool,

    /// Applies what the generator derives from the path of the file or from several keys together.
    pub settle: fn(&mut Post, &Context),

    /// The post's URL: absolute, or a path from the site's root.
    pub url: fn(&Post, &Context) -> String,

    /// Whether [`Self::url`] understands the post's own permalink, where that is a template.
    pub knows_permalink: fn(&Post, &Context) -> bool,

    /// Whether `%20` in a file's name stays in the page's URL.
    pub keeps_escapes: bool,

    /// Whether themes print a title as HTML, so that `&amp;` in it is an ampersand.
    pub titles_are_html: bool,

    /// Which bare URLs become links, unless configured otherwise.
    pub bare: Bare,

    /// What single tildes mean.
    pub tildes: Tildes,

    /// The ids of footnotes on the generator's pages.
    pub footnotes: Anchors,

    /// The attribute of a code block whose value the page shows above it.
    pub code_title: Option<&'static str>,

    /// The URL of the list of posts with a tag, a category or an author.
    pub list: fn(&str, &str, &Facts) -> Option<String>,

    /// The bytes of the mark that ends a post's summary, if the post has one.
    pub more: fn(&Post, &Context) -> Option<Range<usize>>,

    /// The generator's configuration files, from its folder; any of them identifies it.
    pub configurations: &'static [&'static str],

    /// Whether the text of a configuration file with a common name is this generator's.
    pub owns: fn(&str, &str) -> bool,

    /// The facts in the generator's configuration in the folder `root`.
    pub facts: fn(&dyn Tree, &str) -> Facts,

    /// The folder of the posts, if the generator prescribes one; from the project's root.
    pub posts_dir: fn(&Facts) -> Option<String>,

    /// The folder for feeds that the site serves, from the project's root, and what else
    /// must be configured.
    pub feeds_dir: fn(&Facts) -> (String, Option<&'static str>),

    /// The default folder of the generated site.
    pub built_dir: Option<&'static str>,

    /// A folder for drafts that the site does not publish, from the project's root.
    pub drafts_dir: fn(&Facts) -> String,

    /// The table (`""` is the top) and the key for a field in a new post, where that is not the
    /// first key at the top.
    pub homes: &'static [(Field, &'static str, &'static str)],

    /// The families of template code in its posts, by their names in [`crate::markdown::template`].
    pub templates: &'static [&'static str],

    /// A folder at the root of a site that identifies the generator without a configuration.
    pub folder: &'static str,

    /// Whether the heading that a text begins with is its title before the file's name is.
    pub headings_are_titles: bool,

    /// Whether the first heading of a text is left out of it if its level is 1.
    pub drops_title: bool,

    /// Whether links in Markdown are routes of the site: under its base, with or without a final slash
    /// as configured.
    pub links_are_routes: bool,

    /// Names of files under the posts folder that make posts by a program, which is never run.
    pub programs: &'static [&'static str],

    /// Settings of its configuration that are not read, each with the level of the finding about it
    /// and what differs from the site because of it.
    pub unread: &'static [(&'static str, Level, &'static str)],

    /// Keys whose text is a single tag or category, where other keys are split.
    pub whole: &'static [&'static str],

    /// Keys that the generator ignores in a post with another key, the second one.
    pub replaced: &'static [(&'static str, &'static str)],

    /// Keys of lists under which an unquoted number is not a list of one word.
    pub not_numbers: &'static [&'static str],

    /// Whether a time without quotes and offset, a timestamp in YAML 1.1, is in UTC rather than in
    /// the site's zone.
    pub timestamps_are_utc: bool,
}

/// The defaults; each generator overrides what differs.
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
    separators: Separators { tags: None, authors: None },
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
    repeated: |_, _| None,
    month_first: false,
    counts_seconds: false,
    date_in_path: |path, named| named.or_else(|| date::in_folders(path)),
    asks_elsewhere_for_date: |_| false,
    settle: |_, _| {},
    url: |post, _| plain::url(post),
    knows_permalink: |_, _| true,
    keeps_escapes: false,
    titles_are_html: false,
    bare: Bare::Text,
    tildes: Tildes::Single,
    footnotes: Anchors::Own,
    code_title: None,
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
    // Without a generator, only code with unambiguous marks.
    templates: &["zola", "hugo", "callout", "kramdown", "liquid-perhaps", "dollars"],
    folder: "content",
    programs: &[],
    unread: &[],
    headings_are_titles: false,
    drops_title: false,
    links_are_routes: false,
    whole: &[],
    replaced: &[],
    not_numbers: &[],
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
    Facts { root: root.to_owned(), content: root.to_owned(), ..Facts::default() }
}

impl Dialect {
    /// Whether this key is one of them.
    pub(crate) fn holds_back_by(&self, key: &str) -> bool {
        self.is_strict || self.holds_back.iter().any(|known| known.eq_ignore_ascii_case(key))
    }

    /// The key and the value with which the generator holds a post back.
    pub(crate) fn as_draft(&self) -> (&'static str, &'static str) {
        match self.holds_back.first() {
            Some(key @ (&"published" | &"publish")) => (key, "false"),
            Some(key @ &"status") => (key, "draft"),
            Some(key) => (key, "true"),
            None => ("draft", "true"),
        }
    }

    /// The front matter line that makes a post a draft.
    pub(crate) fn draft_line(&self, format: Format) -> String {
        let (key, value) = self.as_draft();
        format.line(key, value, value)
    }

    /// The key and the value with which the generator makes no page of a post.
    pub(crate) fn unpublished(&self) -> (&'static str, &'static str) {
        self.without_page.unwrap_or_else(|| self.as_draft())
    }

    /// The table (`""` is the top) and the key for a field in a new post; `None` where the dialect
    /// has no key for it.
    pub(crate) fn home(&self, field: Field) -> Option<(&'static str, &'static str)> {
        if !self.homes.is_empty() {
            let home = self.homes.iter().find(|(own, ..)| *own == field)?;
            return Some((home.1, home.2));
        }
        let says = |own: Field| own == field || field == Field::Id && own == Field::IdIfAbsolute;
        let found = self.keys.iter().find(|(_, own)| says(*own))?;
        Some(("", found.0))
    }

    /// The field that the generator keeps a post's topics in: tags, or categories where it knows no tags.
    pub fn topics(&self) -> Field {
        match self.home(Field::Tags) {
            Some(_) => Field::Tags,
            None => Field::Categories,
        }
    }

    /// The separator of tags or categories in one text under `key`.
    pub(crate) fn separator(&self, key: &str) -> Option<char> {
        self.separators.tags.filter(|_| !self.is_whole(key))
    }

    /// Whether a text under `key` is one value, whatever separators it contains.
    pub(crate) fn is_whole(&self, key: &str) -> bool {
        self.whole.iter().any(|whole| whole.eq_ignore_ascii_case(key))
    }

    /// The key that makes the generator ignore `key` in a post that has both.
    pub(crate) fn replaced_by(&self, key: &str) -> Option<&'static str> {
        let found = self.replaced.iter().find(|(replaced, _)| *replaced == key);
        found.map(|(_, by)| *by)
    }

    /// The zone of a YAML 1.1 timestamp, if the site's zone is `zone`.
    pub(crate) fn zone_of_timestamps(&self, zone: Zone) -> Zone {
        if self.timestamps_are_utc { Zone::UTC } else { zone }
    }
}
