//! The rules of drafts.

crate::report::rules! {
    /// A draft begins with a TOML header between two lines `+++`.
    ///
    /// Without its header it is unknown whether the text was edited, so the file is left as it is
    /// and kept out of every export.
    Error HEADER "draft-header":
        "+++\nstatus = draft\n+++" => "+++\nstatus = \"draft\"\n+++";

    /// A draft's `status` is "draft", "approved" or "posted".
    ///
    /// Approved and posted drafts are frozen; with any other word a build could overwrite a draft
    /// that should stay.
    Error, always STATUS "draft-status":
        "status = \"done\"" => "status = \"posted\"";

    /// A key of a draft's header that nearly matches a known one is probably that one.
    ///
    /// Keys of your own are kept and never read; a misspelt one does nothing.
    Warning HEADER_KEY "draft-header-key":
        "schedul = 2026-05-01T09:00:00Z" => "schedule = 2026-05-01T09:00:00Z";

    /// The keys of a draft's header have fixed types.
    ///
    /// `lang`, `cw`, `link`, `reply_to` are strings, `schedule` a date with time and offset,
    /// `posted_urls` and `recordings` lists of strings, `images` a list of tables with `path`,
    /// `alt` and `credit`.
    Error HEADER_TYPE "draft-header-type":
        "lang = [\"en\"]" => "lang = \"en\"";

    /// A draft contains no conflict markers.
    ///
    /// An edit would be posted together with the marks of an unfinished merge.
    Error, always CONFLICT "draft-conflict":
        "<<<<<<< HEAD" => "the lines of one side, without the markers";

    /// A draft contains no control characters besides line ends and tabs.
    ///
    /// A terminal that shows the draft takes them for commands, and networks refuse or show them.
    Error, always CONTROL "draft-control-character":
        "a text with the bytes ESC [ 3 1 m" => "the same text without them";

    /// No post exceeds its network's limit.
    ///
    /// The network refuses it or cuts it off; lengths are counted by the network's own rule.
    Error OVER_LIMIT "draft-over-limit":
        "a post of 312 characters in `bluesky.txt`" => "a post of at most 300";

    /// Every post of a draft has text.
    ///
    /// Networks refuse empty posts, and the numbers of the thread are wrong.
    Error EMPTY_POST "draft-empty-post":
        "two lines `--- next post ---` with nothing between them" => "one of them";

    /// A post has no more different links than its network allows.
    ///
    /// The network refuses such a post; the manual's table of networks says how many it may have.
    Error TOO_MANY_LINKS "draft-too-many-links":
        "six URLs in one post of `threads.txt`" => "five of them";

    /// A post does not have too many hashtags for its network.
    ///
    /// More look like spam, and some networks show such posts to fewer people; the manual's table of
    /// networks says how many are fine.
    Warning TOO_MANY_HASHTAGS "draft-too-many-hashtags":
        "#Python #PyCon #Code #Dev" => "#PyCon #Python";

    /// A post on X does not begin with a mention.
    ///
    /// X treats it as a reply and shows it only to people who follow both.
    Warning LEADING_MENTION "draft-leading-mention":
        "@ada told us how engines compute" => "How engines compute, told by @ada";

    /// A draft is plain text: networks show Markdown and HTML unrendered.
    ///
    /// Readers would see asterisks, brackets and entities.
    Warning MARKUP "draft-markup":
        "**Great** talk by [Ada](https://example.org/)" => "Great talk by Ada: https://example.org/";

    /// No placeholder is left in a draft.
    ///
    /// TODO, undefined, NaN, or a line `None` tell readers that the draft was not reviewed.
    Warning PLACEHOLDER "draft-placeholder":
        "TODO: add the speaker" => "the speaker's name";

    /// No URL in a draft is cut off.
    ///
    /// It leads nowhere.
    Error CUT_URL "draft-cut-url":
        "https://example.org/some…" => "https://example.org/some/page";

    /// No brackets or quotation marks are empty.
    ///
    /// A text between them was lost.
    Warning EMPTY_BRACKETS "draft-empty-brackets":
        "Ada Lovelace: “”" => "Ada Lovelace: “Notes by the translator”";

    /// Every image of a draft has an alt text.
    ///
    /// People who cannot see the image need it, and Bluesky requires the field.
    Warning MISSING_ALT "draft-missing-alt":
        "images = [{ path = \"stage.jpg\" }]"
        => "images = [{ path = \"stage.jpg\", alt = \"The stage before the keynote\" }]";

    /// A name with `@` in a sentence of the post is written so that no network reads it as an account.
    ///
    /// `@property` or `@scope/package` would notify the wrong people, and a handle belongs to one
    /// network. The invisible character U+2060 follows the sign.
    Info NO_MENTION "draft-no-mention":
        "a sentence with `@property`, posted to X"
        => "the same with U+2060 after `@`; or the person in people.toml, if a mention is intended";

    /// A name, title, place, date, number, link, hashtag or handle of an edited draft is that of its post or of people.toml.
    ///
    /// A typo in a name, or a day off by one, is easily made and hard to see.
    Warning NEAR_MISS "draft-near-miss":
        "Joane Hastie, where the post has Joanne Hastie" => "Joanne Hastie";

    /// An export contains everything in the draft's header.
    ///
    /// Some programs' formats do not support a content warning, an image or its alt text; the post
    /// would be published without it. Sprout schedules no post without a time.
    Warning EXPORT_LOSS "draft-export-loss":
        "`export --to typefully` of a draft with `cw`" => "the content warning added by hand in Typefully";

    /// No post is called `followup-1`, with this or another number.
    ///
    /// Its drafts would be in the folder of another post's follow-ups, and one of the two would be
    /// lost.
    Error, always FOLLOWUP_NAME "draft-followup-name":
        "posts/2026/followup-1.md" => "posts/2026/post-followup-1.md";

    /// An edited draft has new text waiting beside it.
    ///
    /// The post changed after the draft was edited; the edit is kept until you choose.
    Error PENDING "draft-pending":
        "drafts/KEY/x.pending.txt beside an edited drafts/KEY/x.txt"
        => "`afterword draft diff`, then `afterword draft accept` or `afterword draft keep`";

    /// An approved draft agrees with its post.
    ///
    /// An approved draft is frozen, so it does not get a correction of the post; the old text would
    /// be published.
    Warning OUTDATED "draft-outdated":
        "a draft that was approved, and a speaker's name that was corrected in the post afterwards"
        => "status = \"draft\", then `afterword build`";

    /// people.toml is a TOML file with a table per person.
    ///
    /// No handle is known while it cannot be read.
    Error PEOPLE_SYNTAX "people-syntax":
        "[Ada Lovelace]" => "[\"Ada Lovelace\"]";

    /// A person has handles by the names of networks, `did` and `aliases`.
    ///
    /// A misspelt network would never be used.
    Error PEOPLE_KEY "people-key":
        "twitter = \"@ada\"" => "x = \"@ada\"";

    /// A handle has the form that its network links.
    ///
    /// Any other text is not a mention, or mentions somebody else.
    Error PEOPLE_HANDLE "people-handle":
        "mastodon = \"@ada\"" => "mastodon = \"@ada@example.social\"";

    /// A name or alias is that of one person.
    ///
    /// With two, a draft could mention the wrong one.
    Error PEOPLE_NAME "people-name":
        "aliases = [\"Ada\"] for two people" => "aliases = [\"Ada L.\"]";

    /// A template of `[drafts.templates]` can be read and ends within its fuel.
    ///
    /// The built-in wording is used instead, which is not what you configured.
    Error TEMPLATE "draft-template":
        "opener = \"{{ headline \"" => "opener = \"{{ headline }}\"";

    /// `networks` lists known networks.
    ///
    /// No draft would be made for a misspelt one.
    Error NETWORK_NAME "draft-network":
        "networks = [\"twitter\"]" => "networks = [\"x\"]";
}
