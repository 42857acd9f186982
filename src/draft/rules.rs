//! The rules of drafts.

crate::report::rules! {
    Error HEADER "draft-header" {
        what: "A draft begins with a TOML header between two lines `+++`.",
        why: "Without its header it is unknown whether the text was edited, so the file is left as it is and kept out of every export.",
        example: "+++\nstatus = draft\n+++",
        instead: "+++\nstatus = \"draft\"\n+++",
    }
    Error, always STATUS "draft-status" {
        what: "A draft's `status` is \"draft\", \"approved\" or \"posted\".",
        why: "Approved and posted drafts are frozen; with any other word a build could overwrite a draft that should stay.",
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
    Error, always CONFLICT "draft-conflict" {
        what: "A draft contains no conflict markers.",
        why: "An edit would be posted together with the marks of an unfinished merge.",
        example: "<<<<<<< HEAD",
        instead: "the lines of one side, without the markers",
    }
    Error, always CONTROL "draft-control-character" {
        what: "A draft contains no control characters besides line ends and tabs.",
        why: "A terminal that shows the draft takes them for commands, and networks refuse or show them.",
        example: "a text with the bytes ESC [ 3 1 m",
        instead: "the same text without them",
    }
    Error OVER_LIMIT "draft-over-limit" {
        what: "No post exceeds its network's limit.",
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
        what: "A post has no more different links than its network allows.",
        why: "Threads refuses posts with more than five.",
        example: "six URLs in one post of `threads.txt`",
        instead: "five of them",
    }
    Warning TOO_MANY_HASHTAGS "draft-too-many-hashtags" {
        what: "A post does not have too many hashtags for its network.",
        why: "More look like spam, and some networks show such posts to fewer people: X 2, Bluesky 3, Mastodon and LinkedIn 5, Threads 1.",
        example: "#Python #PyCon #Code #Dev",
        instead: "#PyCon #Python",
    }
    Warning LEADING_MENTION "draft-leading-mention" {
        what: "A post on X does not begin with a mention.",
        why: "X treats it as a reply and shows it only to people who follow both.",
        example: "@ada told us how engines compute",
        instead: "How engines compute, told by @ada",
    }
    Warning MARKUP "draft-markup" {
        what: "A draft is plain text: networks show Markdown and HTML unrendered.",
        why: "Readers would see asterisks, brackets and entities.",
        example: "**Great** talk by [Ada](https://example.org/)",
        instead: "Great talk by Ada: https://example.org/",
    }
    Warning PLACEHOLDER "draft-placeholder" {
        what: "No placeholder is left in a draft.",
        why: "TODO, undefined, NaN, or a line `None` tell readers that the draft was not reviewed.",
        example: "TODO: add the speaker",
        instead: "the speaker's name",
    }
    Error CUT_URL "draft-cut-url" {
        what: "No URL in a draft is cut off.",
        why: "It leads nowhere.",
        example: "https://example.org/some…",
        instead: "https://example.org/some/page",
    }
    Warning EMPTY_BRACKETS "draft-empty-brackets" {
        what: "No brackets or quotation marks are empty.",
        why: "A text between them was lost.",
        example: "Ada Lovelace: “”",
        instead: "Ada Lovelace: “Notes by the translator”",
    }
    Warning MISSING_ALT "draft-missing-alt" {
        what: "Every image of a draft has an alt text.",
        why: "People who cannot see the image need it, and Bluesky requires the field.",
        example: "images = [{ path = \"stage.jpg\" }]",
        instead: "images = [{ path = \"stage.jpg\", alt = \"The stage before the keynote\" }]",
    }
    Info NO_MENTION "draft-no-mention" {
        what: "A name with `@` in a sentence of the post is written so that no network reads it as an account.",
        why: "`@property` or `@scope/package` would notify the wrong people, and a handle belongs to one network. The invisible character U+2060 follows the sign.",
        example: "a sentence with `@property`, posted to X",
        instead: "the same with U+2060 after `@`; or the person in people.toml, if a mention is intended",
    }
    Warning NEAR_MISS "draft-near-miss" {
        what: "A name, title, place, date, number, link, hashtag or handle of an edited draft is that of its post or of people.toml.",
        why: "A typo in a name, or a day off by one, is easily made and hard to see.",
        example: "Joane Hastie, where the post has Joanne Hastie",
        instead: "Joanne Hastie",
    }
    Warning EXPORT_LOSS "draft-export-loss" {
        what: "An export contains everything in the draft's header.",
        why: "Some programs' formats do not support a content warning, an image or its alt text; the post would be published without it. Sprout schedules no post without a time.",
        example: "`export --to typefully` of a draft with `cw`",
        instead: "the content warning added by hand in Typefully",
    }
    Error, always FOLLOWUP_NAME "draft-followup-name" {
        what: "No post is called `followup-1`, with this or another number.",
        why: "Its drafts would be in the folder of another post's follow-ups, and one of the two would be lost.",
        example: "posts/2026/followup-1.md",
        instead: "posts/2026/post-followup-1.md",
    }
    Error PENDING "draft-pending" {
        what: "An edited draft has new text waiting beside it.",
        why: "The post changed after the draft was edited; the edit is kept until you choose.",
        example: "drafts/KEY/x.pending.txt beside an edited drafts/KEY/x.txt",
        instead: "`afterword draft diff`, then `afterword draft accept` or `afterword draft keep`",
    }
    Warning OUTDATED "draft-outdated" {
        what: "An approved draft agrees with its post.",
        why: "An approved draft is frozen, so it does not get a correction of the post; the old text would be published.",
        example: "a draft that was approved, and a speaker's name that was corrected in the post afterwards",
        instead: "status = \"draft\", then `afterword build`",
    }
    Error PEOPLE_SYNTAX "people-syntax" {
        what: "people.toml is a TOML file with a table per person.",
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
        why: "Any other text is not a mention, or mentions somebody else.",
        example: "mastodon = \"@ada\"",
        instead: "mastodon = \"@ada@example.social\"",
    }
    Error PEOPLE_NAME "people-name" {
        what: "A name or alias is that of one person.",
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
        what: "`networks` lists known networks.",
        why: "No draft would be made for a misspelt one.",
        example: "networks = [\"twitter\"]",
        instead: "networks = [\"x\"]",
    }
}
