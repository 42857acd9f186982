//! The rules that hold between posts, outputs and what was published before.

use crate::report::{Level, Rule};

/// An entry's id differs from the published one.
pub static ID_CHANGED: Rule = Rule {
    name: "id-changed",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "An entry keeps the id that the published feed gave it.",
    why: "Feed readers know an entry by its id (RFC 4287, section 4.2.6); when it changes they show the post as new to everyone.",
    example: "a renamed post whose id was made of its old file name",
    instead: "id: \"tag:example.org,2026:old-name\"",
};

/// A feed is not what the posts give.
pub static STALE_FEED: Rule = Rule {
    name: "stale-feed",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "Every feed is just what the posts and the configuration give.",
    why: "A feed that is older than its posts tells readers nothing of them; one that was edited by hand loses the edit at the next build.",
    example: "a post was edited and `afterword build` was not run",
    instead: "afterword build, then `git add` what it wrote",
};

/// A draft is not what the posts give and nobody edited it.
pub static STALE_DRAFT: Rule = Rule {
    name: "stale-draft",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "Every draft that nobody has edited is just what its post gives.",
    why: "An old draft would announce what the post no longer says.",
    example: "a talk was added to a post and `afterword build` was not run",
    instead: "afterword build, then `git add` what it wrote",
};

/// A card is not what the posts give.
pub static STALE_CARD: Rule = Rule {
    name: "stale-card",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "Every share card is just what its post, the template and the fonts give.",
    why: "An old card would show a title or a date that the post no longer has.",
    example: "a title was changed and `afterword build` was not run",
    instead: "afterword build, then `git add` what it wrote",
};

/// A draft's post is gone.
pub static ORPHAN_DRAFT: Rule = Rule {
    name: "orphan-draft",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "Every draft has a post.",
    why: "The post was deleted, renamed or is no longer public; its drafts may hold somebody's words, so a build leaves them alone.",
    example: "drafts/old-name/x.txt",
    instead: "git mv -f drafts/old-name/x.txt drafts/new-name/x.txt",
};

/// A card's post is gone.
pub static ORPHAN_CARD: Rule = Rule {
    name: "orphan-card",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "Every share card has a post.",
    why: "The post was deleted, renamed or is no longer public; its card is still published for everyone who has its address.",
    example: "cards/old-name.png",
    instead: "git rm cards/old-name.png",
};

/// A feed lies here that nothing writes any more.
pub static LEFTOVER_FEED: Rule = Rule {
    name: "leftover-feed",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "The feeds folder has no feed that the configuration does not ask for.",
    why: "Readers who subscribed to it would never see a new entry.",
    example: "feeds/atom.xml with formats = [\"rss\"]",
    instead: "delete the file, or add its format to `[feeds] formats`",
};

/// No posts, where the published feed has some.
pub static NO_POSTS: Rule = Rule {
    name: "no-posts",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A feed that had entries does not become empty.",
    why: "Usually the posts folder is misnamed or git looked into the wrong folder.",
    example: "[posts]\ndir = \"post\"",
    instead: "[posts]\ndir = \"posts\"",
};

/// A post lies ahead.
pub static FUTURE_POST: Rule = Rule {
    name: "future-post",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "No post is dated after the day given by `--as-of`.",
    why: "Many readers hide entries of the future or keep them on top; the commit is the act of publishing, so the post is in the feed all the same.",
    example: "date: 2062-02-24",
    instead: "date: 2026-02-24",
};

/// An untracked post.
pub static UNTRACKED_POST: Rule = Rule {
    name: "untracked-post",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "Every post that goes into a feed is known to git.",
    why: "The feed would be committed without the post, and the next build elsewhere would take the entry away again.",
    example: "a post that was never added",
    instead: "git add posts/new-post.md",
};

/// Something in our own feed is wrong.
pub static POST_NOT_FOUND: Rule = Rule {
    name: "post-not-found",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "A post named on the command line is there and can be read.",
    why: "Nothing can be said about a file that is not there.",
    example: "afterword inspect posts/pycascade.md",
    instead: "afterword inspect posts/pycascades.md",
};

/// The built site has no page where a post's address says.
pub static MISSING_PAGE: Rule = Rule {
    name: "missing-page",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "With `content = \"rendered\"` every post has its page in the built site.",
    why: "The page is the entry's content; where there is none, the site was not built yet, was built without this post, or has it at another address than the feed says.",
    example: "posts/loops.md, and no public/loops/index.html",
    instead: "hugo && afterword build",
};

/// A page of the built site leads to no feed.
pub static UNLINKED_FEED: Rule = Rule {
    name: "unlinked-feed",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "The pages of the built site link to the feed in their <head>.",
    why: "People subscribe by the site's address; their readers then look for `<link rel=\"alternate\">` with a feed's type (HTML, section 4.6.7.1). A feed that no page links to is found by nobody.",
    example: "<head><title>Field notes</title></head>",
    instead: "<head><title>Field notes</title><link rel=\"alternate\" type=\"application/rss+xml\" title=\"Field notes\" href=\"https://example.org/feeds/rss.xml\"></head>",
};

/// A link to a feed says that it is something else.
pub static FEED_LINK_TYPE: Rule = Rule {
    name: "feed-link-type",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "The link to a feed has the feed's media type.",
    why: "Readers tell feeds from translations and print versions by the type alone; with another one they pass the link over.",
    example: "<link rel=\"alternate\" type=\"text/xml\" href=\"/feeds/rss.xml\">",
    instead: "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feeds/rss.xml\">",
};

/// Every rule of this room, in the order in which they are documented.
pub static RULES: &[&Rule] = &[
    &ID_CHANGED,
    &STALE_FEED,
    &STALE_DRAFT,
    &STALE_CARD,
    &ORPHAN_DRAFT,
    &ORPHAN_CARD,
    &LEFTOVER_FEED,
    &NO_POSTS,
    &FUTURE_POST,
    &UNTRACKED_POST,
    &POST_NOT_FOUND,
    &MISSING_PAGE,
    &UNLINKED_FEED,
    &FEED_LINK_TYPE,
];
