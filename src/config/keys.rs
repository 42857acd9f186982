//! Every key of `afterword.toml` with its meaning: the source of the configuration reference and the
//! JSON schema; a test compares it with what the parser accepts.

use crate::generator::DIALECTS;
use crate::report::Level;
use crate::{draft, feed};

/// A table of `afterword.toml`.
#[derive(Debug)]
pub struct Table {
    /// Its name, as in `[site]`.
    pub name: &'static str,
    /// Its purpose, in a sentence or two.
    pub what: &'static str,
    /// Its content.
    pub form: Form,
    /// An example of the table.
    pub example: &'static str,
}

/// The content of a table.
#[derive(Debug)]
pub enum Form {
    /// These keys.
    Keys(&'static [Key]),
    /// Any keys, with string values.
    Texts,
    /// The names of rules, with their levels.
    Levels,
    /// The table may occur several times (`[[allow]]`), each time with all of these keys.
    Several(&'static [Key]),
}

/// A key of a table.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// The type of its value.
    pub kind: Kind,
    /// The default, in words or as TOML.
    pub default: &'static str,
    /// What it means, in a sentence or two.
    pub what: &'static str,
    /// An example value, as TOML.
    pub example: &'static str,
}

/// The type of a key's value.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Any string.
    Text,
    /// An absolute URL.
    Address,
    /// `true` or `false`.
    Switch,
    /// A positive number.
    Count,
    /// A positive number, or `"all"`.
    CountOrAll,
    /// `true`, `false`, or the formats in which it is true.
    FullText,
    /// `true`, `false`, or a table with `full_text`.
    Part,
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
    /// A list of strings.
    Texts,
    /// A list of these words.
    Words(fn() -> Vec<&'static str>),
    /// A name, a table with `name`, `url` and `email`, or a list of those.
    People,
    /// `true`, `false` or a string.
    SwitchOrText,
    /// Tables of strings: network, then part, or network, language and part.
    Templates,
}

/// The levels that `[rules]` may set.
#[must_use]
pub fn levels() -> Vec<&'static str> {
    let names = [Level::Error, Level::Warning, Level::Info].map(Level::name);
    names.into_iter().chain(["off"]).collect()
}

fn dialects() -> Vec<&'static str> {
    DIALECTS.iter().map(|dialect| dialect.name).collect()
}

fn formats() -> Vec<&'static str> {
    feed::FORMATS.iter().map(|format| format.name()).collect()
}

fn networks() -> Vec<&'static str> {
    draft::NETWORKS
        .iter()
        .map(|network| network.name())
        .collect()
}

/// Every table, in the usual order of the file.
pub static TABLES: &[Table] = &[
    Table {
        name: "site",
        what: "The site that the posts are published on. Where the site generator's own configuration says a thing, \
               it need not be said here again.",
        form: Form::Keys(&[
            Key {
                name: "title",
                kind: Kind::Text,
                default: "what the site generator's configuration says",
                what: "The site's name, and the title of its feeds.",
                example: "\"Field notes\"",
            },
            Key {
                name: "url",
                kind: Kind::Address,
                default: "what the site generator's configuration says",
                what: "The site's URL. Every relative link is made absolute with it.",
                example: "\"https://example.org/\"",
            },
            Key {
                name: "language",
                kind: Kind::Text,
                default: "what the site generator's configuration says, else none",
                what: "The language of the site as a BCP 47 tag. A post may set another one.",
                example: "\"en\"",
            },
            Key {
                name: "timezone",
                kind: Kind::Text,
                default: "what the site generator's configuration says, else `\"UTC\"`",
                what: "The time zone of dates without one, by its name in the time zone database; the machine's own zone is never used.",
                example: "\"Europe/Berlin\"",
            },
            Key {
                name: "author",
                kind: Kind::People,
                default: "what the site generator's configuration says, else none",
                what: "The author of every post that names none.",
                example: "{ name = \"Ada Sample\", url = \"https://ada.example/\" }",
            },
            Key {
                name: "description",
                kind: Kind::Text,
                default: "what the site generator's configuration says, else the title",
                what: "What the site is about, in a sentence.",
                example: "\"Notes from conferences and meetups\"",
            },
            Key {
                name: "id_base",
                kind: Kind::Text,
                default: "none: an entry's id is then its URL",
                what: "The prefix of entry ids, usually a tag URI (RFC 4151). `afterword init` chooses it. \
                       Never change it: readers would show every post as new.",
                example: "\"tag:example.org,2026:\"",
            },
            Key {
                name: "built",
                kind: Kind::Text,
                default: "none",
                what: "The folder of the generated site, inside the folder of `afterword.toml`. `content = \"rendered\"` \
                       takes entries from there, and `check` makes sure that its pages link to the feeds.",
                example: "\"public\"",
            },
            Key {
                name: "rights",
                kind: Kind::Text,
                default: "none",
                what: "A copyright line for the feeds.",
                example: "\"CC BY 4.0\"",
            },
        ]),
        example: "title = \"Field notes\"\nurl = \"https://example.org/\"",
    },
    Table {
        name: "posts",
        what: "Where the posts are and how they are read.",
        form: Form::Keys(&[
            Key {
                name: "dir",
                kind: Kind::Text,
                default: "`\"posts\"`",
                what: "The folder of the posts, inside the folder of `afterword.toml`.",
                example: "\"content/posts\"",
            },
            Key {
                name: "permalink",
                kind: Kind::Text,
                default: "what the dialect's site generator does; for `plain`, `/:key/`",
                what: "The pattern of the posts' permalinks, with the tokens `:key` (the path under the folder, without extension), \
                       `:slug`, `:title`, `:year`, `:month`, `:day`, `:section` (the first folder of the key) and `:folder` (all of them).",
                example: "\"/:year/:month/:slug/\"",
            },
            Key {
                name: "dialect",
                kind: Kind::Word(dialects),
                default: "`\"plain\"`",
                what: "The site generator whose rules for front matter, dates and permalinks the posts follow.",
                example: "\"hugo\"",
            },
            Key {
                name: "content",
                kind: Kind::Word(|| vec!["source", "rendered"]),
                default: "`\"source\"`",
                what: "What the text of entries is made from: the posts' own Markdown, or the article on the page that the site generator \
                       wrote, found under `[site] built`.",
                example: "\"source\"",
            },
            Key {
                name: "unknown_templates",
                kind: Kind::Word(|| vec!["keep", "drop", "link"]),
                default: "`\"keep\"`",
                what: "How unknown template code in a post is handled: `keep` leaves out its tags only, \
                       `drop` also what is between them, `link` replaces it by a link to the page.",
                example: "\"link\"",
            },
        ]),
        example: "dir = \"content/posts\"\ndialect = \"hugo\"",
    },
    Table {
        name: "feeds",
        what: "Which feeds are written, and where.",
        form: Form::Keys(&[
            Key {
                name: "dir",
                kind: Kind::Text,
                default: "`\"feeds\"`",
                what: "The folder of the feeds, inside the folder of `afterword.toml`. It belongs where the site serves it.",
                example: "\"static/feeds\"",
            },
            Key {
                name: "url",
                kind: Kind::Address,
                default: "the folder's path under the site's URL",
                what: "The URL of that folder.",
                example: "\"https://example.org/feeds/\"",
            },
            Key {
                name: "formats",
                kind: Kind::Words(formats),
                default: "all of them",
                what: "The formats that are written.",
                example: "[\"rss\", \"atom\"]",
            },
            Key {
                name: "limit",
                kind: Kind::CountOrAll,
                default: "`20`",
                what: "How many of the newest posts a feed has.",
                example: "\"all\"",
            },
            Key {
                name: "full_text",
                kind: Kind::FullText,
                default: "`true`",
                what: "Whether entries carry the whole post, or only its summary; a list names the formats with whole posts.",
                example: "[\"atom\", \"json\"]",
            },
            Key {
                name: "tags",
                kind: Kind::Part,
                default: "`false`",
                what: "Whether each tag gets feeds of its own, in `tags/TAG/` below the folder. Like the keys below it may be `{ full_text = false }`, where those feeds differ from the whole one.",
                example: "true",
            },
            Key {
                name: "categories",
                kind: Kind::Part,
                default: "`false`",
                what: "Whether each category gets feeds of its own, in `categories/CATEGORY/`.",
                example: "{ full_text = false }",
            },
            Key {
                name: "series",
                kind: Kind::Part,
                default: "`false`",
                what: "Whether each series gets feeds of its own, in `series/SERIES/`.",
                example: "true",
            },
            Key {
                name: "authors",
                kind: Kind::Part,
                default: "`false`",
                what: "Whether each author gets feeds of their own, in `authors/NAME/` below the folder.",
                example: "true",
            },
            Key {
                name: "page",
                kind: Kind::Switch,
                default: "`false`",
                what: "Whether to write an `index.html` beside the feeds that explains them and how to subscribe, and a stylesheet for feeds opened in a browser.",
                example: "true",
            },
            Key {
                name: "languages",
                kind: Kind::Part,
                default: "`false`",
                what: "Whether each language gets feeds of its own, in `languages/TAG/`. Posts in another language of a Hugo or Zola site always have theirs in `TAG/`.",
                example: "true",
            },
            Key {
                name: "archive",
                kind: Kind::Switch,
                default: "`false`",
                what: "Whether entries beyond the feed's limit go to archive pages (RFC 5005), `archive/YEAR-NUMBER/`, which never change once they are full.",
                example: "true",
            },
            Key {
                name: "markdown",
                kind: Kind::Switch,
                default: "`false`",
                what: "Whether RSS entries also carry their Markdown (`source:markdown`), for readers that prefer it.",
                example: "true",
            },
            Key {
                name: "hub",
                kind: Kind::Address,
                default: "none",
                what: "The WebSub hub that notifies subscribers; every feed names it.",
                example: "\"https://hub.example/\"",
            },
        ]),
        example: "dir = \"static/feeds\"\nlimit = \"all\"",
    },
    Table {
        name: "drafts",
        what: "Which drafts are written, and where.",
        form: Form::Keys(&[
            Key {
                name: "dir",
                kind: Kind::Text,
                default: "`\"drafts\"`",
                what: "The folder of the drafts, inside the folder of `afterword.toml`. It belongs where the site does not publish it.",
                example: "\"drafts\"",
            },
            Key {
                name: "networks",
                kind: Kind::Words(networks),
                default: "all of them",
                what: "The networks that drafts are written for; none where the list is empty.",
                example: "[\"mastodon\", \"bluesky\"]",
            },
            Key {
                name: "limit",
                kind: Kind::Count,
                default: "`6`",
                what: "How many posts a thread may have.",
                example: "5",
            },
            Key {
                name: "utm",
                kind: Kind::SwitchOrText,
                default: "`false`",
                what: "Whether links carry `utm_source`, `utm_medium` and `utm_campaign`; a string is the campaign of every post, \
                       `true` uses the post's own name.",
                example: "true",
            },
            Key {
                name: "followups",
                kind: Kind::Switch,
                default: "`true`",
                what: "Whether a post that gains recordings or slides after its draft was posted gets a follow-up.",
                example: "false",
            },
            Key {
                name: "templates",
                kind: Kind::Templates,
                default: "the built-in wording",
                what: "Wording of your own, by network (or `all`) and part, or network, language and part, in the language of \
                       [minijinja](https://docs.rs/minijinja). The parts are `opener`, `session`, `list`, `rest`, `closing`, `whole` and `followup`.",
                example: "{ mastodon = { opener = \"{{ headline }}\\n\\n{{ link }}\" } }",
            },
        ]),
        example: "networks = [\"mastodon\", \"bluesky\"]",
    },
    Table {
        name: "cards",
        what: "Share cards: an image of each post with title, event, date and speakers. Without this table none are made.",
        form: Form::Keys(&[
            Key {
                name: "dir",
                kind: Kind::Text,
                default: "`\"cards\"`",
                what: "The folder of the cards, inside the folder of `afterword.toml`; it belongs where the site publishes it.",
                example: "\"static/cards\"",
            },
            Key {
                name: "url",
                kind: Kind::Address,
                default: "the site's URL and the folder",
                what: "The URL of that folder.",
                example: "\"https://example.org/cards/\"",
            },
            Key {
                name: "template",
                kind: Kind::Text,
                default: "the built-in one",
                what: "An SVG template of your own, in the language of [minijinja](https://docs.rs/minijinja). It reads no file and no network.",
                example: "\"cards/card.svg\"",
            },
            Key {
                name: "fonts",
                kind: Kind::Texts,
                default: "none",
                what: "Fonts inside the folder of `afterword.toml`, in order of preference. The built-in Noto Sans has Latin, Greek and Cyrillic letters.",
                example: "[\"fonts/NotoSansCJK-Bold.ttc\", \"fonts/NotoColorEmoji.ttf\"]",
            },
            Key {
                name: "family",
                kind: Kind::Text,
                default: "`\"Noto Sans\"`",
                what: "The preferred font family.",
                example: "\"Inter\"",
            },
            Key {
                name: "background",
                kind: Kind::Text,
                default: "`\"#10262b\"`",
                what: "The background colour.",
                example: "\"#10262b\"",
            },
            Key {
                name: "text",
                kind: Kind::Text,
                default: "`\"#f5f7f7\"`",
                what: "The colour of the title and the names.",
                example: "\"#f5f7f7\"",
            },
            Key {
                name: "accent",
                kind: Kind::Text,
                default: "`\"#5cc9b4\"`",
                what: "The colour of the event and the ornament.",
                example: "\"#5cc9b4\"",
            },
            Key {
                name: "portrait",
                kind: Kind::Switch,
                default: "`false`",
                what: "Whether a card of 1080 × 1350 pixels is made beside that of 1200 × 630.",
                example: "true",
            },
            Key {
                name: "sessions",
                kind: Kind::Switch,
                default: "`false`",
                what: "Whether each session gets a card of its own.",
                example: "true",
            },
            Key {
                name: "attach",
                kind: Kind::Switch,
                default: "`true`",
                what: "Whether drafts and feeds (`media:thumbnail`) use the card for a post without an image of its own.",
                example: "false",
            },
        ]),
        example: "dir = \"static/cards\"\nurl = \"https://example.org/cards/\"",
    },
    Table {
        name: "ids",
        what: "Entry ids published before the move to Afterword, by the key of the post (its path under the posts folder, without extension). \
               `afterword init --keep-ids FEED` writes them.",
        form: Form::Texts,
        example: "\"2020/pycascades\" = \"https://old.example/?p=42\"",
    },
    Table {
        name: "rules",
        what: "Levels of rules by their names: `error`, `warning`, `info` or `off`.",
        form: Form::Levels,
        example: "image-without-alt = \"error\"\nlarge-feed = \"off\"",
    },
    Table {
        name: "allow",
        what: "Intended findings. The table may occur several times.",
        form: Form::Several(&[
            Key {
                name: "rule",
                kind: Kind::Text,
                default: "",
                what: "The rule's name.",
                example: "\"secret-github\"",
            },
            Key {
                name: "path",
                kind: Kind::Text,
                default: "",
                what: "The file in which its findings are intended; `*` matches any characters.",
                example: "\"posts/2026-03-01-tokens.md\"",
            },
        ]),
        example: "rule = \"secret-github\"\npath = \"posts/2026-03-01-tokens.md\"",
    },
];
