//! The rules of drafts.

crate::report::rules! {
    Error HEADER "draft-header" {
        what: "A draft begins with a TOML header between two lines `+++`.",
        why: "Without its header nobody knows whether the text was edited, so the file is left as it is and kept out of every export.",
        example: "+++\nstatus = draft\n+++",
        instead: "+++\nstatus = \"draft\"\n+++",
    }
    Error STATUS "draft-status" {
        what: "A draft's `status` is \"draft\", \"approved\" or \"posted\".",
        why: "Approved and posted drafts are frozen; with any other word a build could overwrite what was meant to stay.",
        example: "status = \"done\"",
        instead: "status = \"posted\"",
    }
    Warning HEADER_KEY "draft-header-key" {
        what: "A key of a draft's header that nearly matches a known one is probably that one.",
        why: "Keys of your own are kept and never read; a misspelt one does nothing.",
        example: "schedul = 2026-05-01T09:00:00Z",
        instead: "schedule = 2026-05-01T09:00:00Z",
    }
    Error HEADER_TYPE "draft-header-type" {
        what: "The keys of a draft's header have fixed types.",
        why: "`lang`, `cw`, `link`, `reply_to` are strings, `schedule` a date with time and offset, `posted_urls` and `recordings` lists of strings, `images` a list of tables with `path`, `alt` and `credit`.",
        example: "lang = [\"en\"]",
        instead: "lang = \"en\"",
    }
    Error CONFLICT "draft-conflict" {
        what: "A draft holds no conflict markers.",
        why: "Somebody's edit would be posted together with the marks of an unfinished merge.",
        example: "<<<<<<< HEAD",
        instead: "the lines of one side, without the markers",
    }
    Error CONTROL "draft-control-character" {
        what: "A draft holds no control characters besides line ends and tabs.",
        why: "A terminal that shows the draft takes them for commands, and networks refuse or show them.",
        example: "a text with the bytes ESC [ 3 1 m",
        instead: "the same text without them",
    }
    Error OVER_LIMIT "draft-over-limit" {
        what: "No post is longer than its network takes.",
        why: "The network refuses it or cuts it off; lengths are counted by the network's own rule.",
        example: "a post of 312 characters in `bluesky.txt`",
        instead: "a post of at most 300",
    }
    Error EMPTY_POST "draft-empty-post" {
        what: "Every post of a draft has text.",
        why: "Networks refuse empty posts, and the numbers of the thread are wrong.",
        example: "two lines `--- next post ---` with nothing between them",
        instead: "one of them",
    }
    Error TOO_MANY_LINKS "draft-too-many-links" {
        what: "A post has no more different links than its network takes.",
        why: "Threads refuses posts with more than five.",
        example: "six addresses in one post of `threads.txt`",
        instead: "five of them",
    }
    Warning TOO_MANY_HASHTAGS "draft-too-many-hashtags" {
        what: "A post has no more hashtags than its network bears.",
        why: "More look like spam, and some networks show such posts to fewer people: X 2, Bluesky 3, Mastodon and LinkedIn 5, Threads 1.",
        example: "#Python #PyCon #Code #Dev",
        instead: "#PyCon #Python",
    }
    Warning LEADING_MENTION "draft-leading-mention" {
        what: "A post on X does not begin with a mention.",
        why: "X takes it for a reply and shows it to nobody but those who follow both.",
        example: "@ada told us how engines compute",
        instead: "How engines compute, told by @ada",
    }
    Warning MARKUP "draft-markup" {
        what: "A draft is plain text: networks show Markdown and HTML as they stand.",
        why: "Readers would see asterisks, brackets and entities.",
        example: "**Great** talk by [Ada](https://example.org/)",
        instead: "Great talk by Ada: https://example.org/",
    }
    Warning PLACEHOLDER "draft-placeholder" {
        what: "No placeholder is left in a draft.",
        why: "TODO, undefined, NaN, or a line `None` tell readers that nobody looked.",
        example: "TODO: add the speaker",
        instead: "the speaker's name",
    }
    Error CUT_URL "draft-cut-url" {
        what: "No address in a draft is cut off.",
        why: "It leads nowhere.",
        example: "https://example.org/some…",
        instead: "https://example.org/some/page",
    }
    Warning EMPTY_BRACKETS "draft-empty-brackets" {
        what: "No brackets or quotation marks stand around nothing.",
        why: "Something was lost between them.",
        example: "Ada Lovelace: “”",
        instead: "Ada Lovelace: “Notes by the translator”",
    }
    Warning MISSING_ALT "draft-missing-alt" {
        what: "Every image of a draft has an alt text.",
        why: "People who do not see it know nothing of it, and Bluesky requires the field.",
        example: "images = [{ path = \"stage.jpg\" }]",
        instead: "images = [{ path = \"stage.jpg\", alt = \"The stage before the keynote\" }]",
    }
    Info NO_MENTION "draft-no-mention" {
        what: "A name with `@` in a sentence of the post is written so that no network takes it for an account.",
        why: "`@property` or `@scope/package` would notify strangers, and a handle belongs to one network. Behind the sign stands the character U+2060, which nobody sees.",
        example: "a sentence with `@property`, posted to X",
        instead: "the same with U+2060 behind `@`; or the person in people.toml, where a mention is meant",
    }
    Warning NEAR_MISS "draft-near-miss" {
        what: "A name, title, handle, date or number of an edited draft is spelt as in its post or in people.toml.",
        why: "A slip of the pen in somebody's name, or a day off by one, is easily made and read by everybody.",
        example: "Joane Hastie, where the post has Joanne Hastie",
        instead: "Joanne Hastie",
    }
    Warning EXPORT_LOSS "draft-export-loss" {
        what: "An export holds everything that the draft's header says.",
        why: "The form of some programs has no place for a content warning, an image or its alt text; the post would go out without it.",
        example: "`export --to typefully` of a draft with `cw`",
        instead: "the content warning added by hand in Typefully",
    }
    Error FOLLOWUP_NAME "draft-followup-name" {
        what: "No post is called `followup-1`, with this or another number.",
        why: "Its drafts would lie where the follow-ups of another post do, and one of the two would be lost.",
        example: "posts/2026/followup-1.md",
        instead: "posts/2026/post-followup-1.md",
    }
    Error PENDING "draft-pending" {
        what: "An edited draft has new text waiting beside it.",
        why: "The post changed after somebody edited the draft; the edit is kept until you choose.",
        example: "drafts/KEY/x.pending.txt beside an edited drafts/KEY/x.txt",
        instead: "`afterword draft diff`, then `afterword draft accept` or `afterword draft keep`",
    }
    Warning OUTDATED "draft-outdated" {
        what: "An approved draft says what its post says.",
        why: "An approved draft is frozen, so a correction of the post does not come into it; what goes out would be the text from before.",
        example: "a draft that was approved, and a speaker's name that was corrected in the post afterwards",
        instead: "status = \"draft\", then `afterword build`",
    }
    Error PEOPLE_SYNTAX "people-syntax" {
        what: "people.toml is a TOML file with a table a person.",
        why: "No handle is known while it cannot be read.",
        example: "[Ada Lovelace]",
        instead: "[\"Ada Lovelace\"]",
    }
    Error PEOPLE_KEY "people-key" {
        what: "A person has handles by network (`mastodon`, `bluesky`, `x`, `linkedin`, `threads`), `did` and `aliases`.",
        why: "A misspelt network would never be used.",
        example: "twitter = \"@ada\"",
        instead: "x = \"@ada\"",
    }
    Error PEOPLE_HANDLE "people-handle" {
        what: "A handle has the form that its network links.",
        why: "Any other text mentions nobody, or somebody else.",
        example: "mastodon = \"@ada\"",
        instead: "mastodon = \"@ada@example.social\"",
    }
    Error PEOPLE_NAME "people-name" {
        what: "A name or alias stands for one person.",
        why: "With two, a draft could mention the wrong one.",
        example: "aliases = [\"Ada\"] for two people",
        instead: "aliases = [\"Ada L.\"]",
    }
    Error TEMPLATE "draft-template" {
        what: "A template of `[drafts.templates]` can be read and ends within its fuel.",
        why: "The built-in wording is used instead, which is not what you asked for.",
        example: "opener = \"{{ headline \"",
        instead: "opener = \"{{ headline }}\"",
    }
    Error NETWORK_NAME "draft-network" {
        what: "`networks` lists networks that there are.",
        why: "No draft would be made for a misspelt one.",
        example: "networks = [\"twitter\"]",
        instead: "networks = [\"x\"]",
    }
}
