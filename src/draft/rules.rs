//! The rules of drafts.

use crate::report::{Level, Rule};

/// Every rule of this room, in the order in which they are documented.
pub static RULES: &[&Rule] = &[
    &HEADER,
    &STATUS,
    &HEADER_KEY,
    &HEADER_TYPE,
    &CONFLICT,
    &CONTROL,
    &OVER_LIMIT,
    &EMPTY_POST,
    &TOO_MANY_LINKS,
    &TOO_MANY_HASHTAGS,
    &LEADING_MENTION,
    &MARKUP,
    &PLACEHOLDER,
    &CUT_URL,
    &EMPTY_BRACKETS,
    &MISSING_ALT,
    &NO_MENTION,
    &NEAR_MISS,
    &EXPORT_LOSS,
    &PENDING,
    &ORPHAN,
    &UNKNOWN_HANDLE,
    &PEOPLE_SYNTAX,
    &PEOPLE_KEY,
    &PEOPLE_HANDLE,
    &PEOPLE_NAME,
    &TEMPLATE,
    &NETWORK_NAME,
];

macro_rules! rule {
    ($(#[$doc:meta])* $ident:ident, $name:literal, $level:ident, $what:literal, $why:literal, $example:literal, $instead:literal) => {
        $(#[$doc])*
        pub static $ident: Rule = Rule {
            name: $name,
            level: Level::$level,
            w3c: None,
            formats: &[],
            what: $what,
            why: $why,
            example: $example,
            instead: $instead,
        };
    };
}

rule!(
    /// The header of a draft cannot be read.
    HEADER, "draft-header", Error,
    "A draft begins with a TOML header between two lines `+++`.",
    "Without its header nobody knows whether the text was edited, so the file is left as it is and kept out of every export.",
    "+++\nstatus = draft\n+++",
    "+++\nstatus = \"draft\"\n+++"
);
rule!(
    /// An unknown status.
    STATUS, "draft-status", Error,
    "A draft's `status` is \"draft\", \"approved\" or \"posted\".",
    "Approved and posted drafts are frozen; with any other word a build could overwrite what was meant to stay.",
    "status = \"done\"",
    "status = \"posted\""
);
rule!(
    /// A key that nearly matches a known one.
    HEADER_KEY, "draft-header-key", Warning,
    "A key of a draft's header that nearly matches a known one is probably that one.",
    "Keys of your own are kept and never read; a misspelt one does nothing.",
    "schedul = 2026-05-01T09:00:00Z",
    "schedule = 2026-05-01T09:00:00Z"
);
rule!(
    /// A key with a value of the wrong type.
    HEADER_TYPE, "draft-header-type", Error,
    "The keys of a draft's header have fixed types.",
    "`lang`, `cw`, `link` are strings, `schedule` a date with time and offset, `posted_urls` a list of strings, `images` a list of tables with `path`, `alt` and `credit`.",
    "lang = [\"en\"]",
    "lang = \"en\""
);
rule!(
    /// Conflict markers of a merge.
    CONFLICT, "draft-conflict", Error,
    "A draft holds no conflict markers.",
    "Somebody's edit would be posted together with the marks of an unfinished merge.",
    "<<<<<<< HEAD",
    "the lines of one side, without the markers"
);
rule!(
    /// A control character.
    CONTROL, "draft-control-character", Error,
    "A draft holds no control characters besides line ends and tabs.",
    "A terminal that shows the draft takes them for commands, and networks refuse or show them.",
    "a text with the bytes ESC [ 3 1 m",
    "the same text without them"
);
rule!(
    /// A post over its network's limit.
    OVER_LIMIT, "draft-over-limit", Error,
    "No post is longer than its network takes.",
    "The network refuses it or cuts it off; lengths are counted by the network's own rule.",
    "a post of 312 characters in `bluesky.txt`",
    "a post of at most 300"
);
rule!(
    /// A post without text.
    EMPTY_POST, "draft-empty-post", Error,
    "Every post of a draft has text.",
    "Networks refuse empty posts, and the numbers of the thread are wrong.",
    "two lines `--- next post ---` with nothing between them",
    "one of them"
);
rule!(
    /// More different links than the network takes.
    TOO_MANY_LINKS, "draft-too-many-links", Error,
    "A post has no more different links than its network takes.",
    "Threads refuses posts with more than five.",
    "six addresses in one post of `threads.txt`",
    "five of them"
);
rule!(
    /// More hashtags than a network bears.
    TOO_MANY_HASHTAGS, "draft-too-many-hashtags", Warning,
    "A post has no more hashtags than its network bears.",
    "More look like spam, and some networks show such posts to fewer people: X 2, Bluesky 3, Mastodon and LinkedIn 5, Threads 1.",
    "#Python #PyCon #Code #Dev",
    "#PyCon #Python"
);
rule!(
    /// A post that followers do not see.
    LEADING_MENTION, "draft-leading-mention", Warning,
    "A post on X does not begin with a mention.",
    "X takes it for a reply and shows it to nobody but those who follow both.",
    "@ada told us how engines compute",
    "How engines compute, told by @ada"
);
rule!(
    /// Markup that no network renders.
    MARKUP, "draft-markup", Warning,
    "A draft is plain text: networks show Markdown and HTML as they stand.",
    "Readers would see asterisks, brackets and entities.",
    "**Great** talk by [Ada](https://example.org/)",
    "Great talk by Ada: https://example.org/"
);
rule!(
    /// A word that a program left behind.
    PLACEHOLDER, "draft-placeholder", Warning,
    "No placeholder is left in a draft.",
    "TODO, undefined, NaN, or a line `None` tell readers that nobody looked.",
    "TODO: add the speaker",
    "the speaker's name"
);
rule!(
    /// An address that was cut.
    CUT_URL, "draft-cut-url", Error,
    "No address in a draft is cut off.",
    "It leads nowhere.",
    "https://example.org/some…",
    "https://example.org/some/page"
);
rule!(
    /// Brackets or quotation marks around nothing.
    EMPTY_BRACKETS, "draft-empty-brackets", Warning,
    "No brackets or quotation marks stand around nothing.",
    "Something was lost between them.",
    "Ada Lovelace: “”",
    "Ada Lovelace: “Notes by the translator”"
);
rule!(
    /// An image without a description.
    MISSING_ALT, "draft-missing-alt", Warning,
    "Every image of a draft has an alt text.",
    "People who do not see it know nothing of it, and Bluesky requires the field.",
    "images = [{ path = \"stage.jpg\" }]",
    "images = [{ path = \"stage.jpg\", alt = \"The stage before the keynote\" }]"
);
rule!(
    /// A name behind a sign that mentions nobody.
    NO_MENTION, "draft-no-mention", Info,
    "A name with `@` in a sentence of the post is written so that no network takes it for an account.",
    "`@property` or `@scope/package` would notify strangers, and a handle belongs to one network. Behind the sign stands the character U+2060, which nobody sees.",
    "a sentence with `@property`, posted to X",
    "the same with U+2060 behind `@`; or the person in people.toml, where a mention is meant"
);
rule!(
    /// An edited draft that nearly says what its post says.
    NEAR_MISS, "draft-near-miss", Warning,
    "A name, title, handle, date or number of an edited draft is spelt as in its post or in people.toml.",
    "A slip of the pen in somebody's name, or a day off by one, is easily made and read by everybody.",
    "Joane Hastie, where the post has Joanne Hastie",
    "Joanne Hastie"
);
rule!(
    /// What an export leaves out.
    EXPORT_LOSS, "draft-export-loss", Warning,
    "An export holds everything that the draft's header says.",
    "The form of some programs has no place for a content warning, an image or its alt text; the post would go out without it.",
    "`export --to typefully` of a draft with `cw`",
    "the content warning added by hand in Typefully"
);
rule!(
    /// An edited draft whose post generates something else now.
    PENDING, "draft-pending", Error,
    "An edited draft has new text waiting beside it.",
    "The post changed after somebody edited the draft; the edit is kept until you choose.",
    "drafts/KEY/x.pending.txt beside an edited drafts/KEY/x.txt",
    "`afterword draft diff`, then `afterword draft accept` or `afterword draft keep`"
);
rule!(
    /// A draft without a post.
    ORPHAN, "draft-orphan", Warning,
    "Every draft belongs to a post.",
    "Its post was deleted, renamed or left the feed's window; nothing is deleted until you say so.",
    "drafts/old-name/x.txt without posts/old-name.md",
    "a post at posts/old-name.md, or the draft moved to the folder of its post's new name"
);
rule!(
    /// A speaker without a handle on a network.
    UNKNOWN_HANDLE, "draft-unknown-handle", Info,
    "A speaker's handle on this network is not known.",
    "The draft names them by their plain name; with a handle they would be told that they are talked about.",
    "[\"Ada Lovelace\"] without `bluesky`",
    "bluesky = \"@ada.example.org\" in people.toml"
);
rule!(
    /// people.toml is no TOML.
    PEOPLE_SYNTAX, "people-syntax", Error,
    "people.toml is a TOML file with a table a person.",
    "No handle is known while it cannot be read.",
    "[Ada Lovelace]",
    "[\"Ada Lovelace\"]"
);
rule!(
    /// A key that people.toml does not know.
    PEOPLE_KEY, "people-key", Error,
    "A person has handles by network (`mastodon`, `bluesky`, `x`, `linkedin`, `threads`), `did` and `aliases`.",
    "A misspelt network would never be used.",
    "twitter = \"@ada\"",
    "x = \"@ada\""
);
rule!(
    /// A handle that its network would not link.
    PEOPLE_HANDLE, "people-handle", Error,
    "A handle has the form that its network links.",
    "Any other text mentions nobody, or somebody else.",
    "mastodon = \"@ada\"",
    "mastodon = \"@ada@example.social\""
);
rule!(
    /// Two people of one name.
    PEOPLE_NAME, "people-name", Error,
    "A name or alias stands for one person.",
    "With two, a draft could mention the wrong one.",
    "aliases = [\"Ada\"] for two people",
    "aliases = [\"Ada L.\"]"
);
rule!(
    /// A template that cannot be used.
    TEMPLATE, "draft-template", Error,
    "A template of `[drafts.templates]` can be read and ends within its fuel.",
    "The built-in wording is used instead, which is not what you asked for.",
    "opener = \"{{ headline \"",
    "opener = \"{{ headline }}\""
);
rule!(
    /// A network that nobody knows.
    NETWORK_NAME, "draft-network", Error,
    "`networks` lists networks that there are.",
    "No draft would be made for a misspelt one.",
    "networks = [\"twitter\"]",
    "networks = [\"x\"]"
);
