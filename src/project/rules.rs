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

/// git ignores outputs.
pub static IGNORED_OUTPUT: Rule = Rule {
    name: "ignored-output",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "git does not ignore the feeds.",
    why: "`git add` refuses an ignored file, so the feeds are in no commit and a check of one cannot compare them. Ignored drafts are an info: they are a choice.",
    example: "feeds/ in .gitignore",
    instead: "drafts/ in .gitignore, and the feeds committed",
};

/// The site is this machine.
pub static LOCAL_ADDRESS: Rule = Rule {
    name: "local-address",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "The address of the site is one that readers can reach.",
    why: "Every link and id in the feeds begins with it; `localhost` leads each reader to their own machine.",
    example: "url = \"http://localhost:4000/\"",
    instead: "url = \"https://example.org/\"",
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

/// A recap without talks.
pub static NO_SESSIONS: Rule = Rule {
    name: "no-sessions",
    level: Level::Info,
    w3c: None,
    formats: &[],
    what: "In a post that reads like a recap at least one session is found.",
    why: "Drafts then announce the post by its summary alone, and name no speaker and no talk.",
    example: "title: Notes from PyCascades 2020\n---\nThree talks stayed with us, and all of them were about testing.",
    instead: "title: Notes from PyCascades 2020\nevent: PyCascades 2020\nsessions: [{speakers: [Joanne Hastie], title: Programming a robot arm to paint}]",
};

/// A post lies ahead.
pub static FUTURE_POST: Rule = Rule {
    name: "future-post",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "No post that is shown is dated after the day given by `--as-of`.",
    why: "Many readers hide entries of the future or keep them on top; the commit is the act of publishing, so the post is in the feed all the same.",
    example: "date: 2062-02-24",
    instead: "date: 2026-02-24",
};

/// A post's date has come, or it has expired.
pub static DUE_POST: Rule = Rule {
    name: "due-post",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "A post that its generator shows from a date on, or until one, is in the feeds at the instant given by `--as-of` just when the generator shows it.",
    why: "The last build held the post back, or showed it; the site's own pages have changed since, and the feeds have not.",
    example: "date: 2026-03-01, in a post for Jekyll, and a check with --as-of 2026-03-02",
    instead: "afterword build, then `git add` what it wrote",
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

/// The program failed on a post.
pub static INTERNAL_ERROR: Rule = Rule {
    name: "internal-error",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "Every post can be read and rendered, whatever it says.",
    why: "A post that stops the program is a bug of Afterword; it is left out like any post with an error, so that `--keep-going` and `preview` show the others.",
    example: "afterword: internal error at src/post/dialect/mod.rs:324:17",
    instead: "a report of the bug, and `draft: true` in the post until it is mended",
};

/// Template code in an output.
pub static TEMPLATE_LEFT: Rule = Rule {
    name: "template-left",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "No feed, draft or card holds template code that the site's generator would have run.",
    why: "Readers would see the code instead of what it stands for. Code that is meant to be read is \
          marked as such: `{% raw %}` in Jekyll and Eleventy, `{{</* … */>}}` in Hugo, `{{/* … */}}` in Zola.",
    example: "image: \"{{ site.baseurl }}/stage.jpg\"",
    instead: "image: /stage.jpg",
};

/// A feed that is named on the command line cannot be read.
pub static UNREADABLE_FILE: Rule = Rule {
    name: "unreadable-file",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "Every file that `afterword validate` is given can be read.",
    why: "A feed that is not there, may not be read or is larger than 256 MiB cannot be judged; the other files are, and the exit code is 2.",
    example: "afterword validate public/fed.xml",
    instead: "afterword validate public/feed.xml",
};

/// Every rule of this room, in the order in which they are documented.
pub static RULES: &[&Rule] = &[
    &ID_CHANGED,
    &STALE_FEED,
    &STALE_DRAFT,
    &STALE_CARD,
    &IGNORED_OUTPUT,
    &LOCAL_ADDRESS,
    &ORPHAN_DRAFT,
    &ORPHAN_CARD,
    &LEFTOVER_FEED,
    &NO_POSTS,
    &NO_SESSIONS,
    &FUTURE_POST,
    &DUE_POST,
    &UNTRACKED_POST,
    &POST_NOT_FOUND,
    &MISSING_PAGE,
    &TEMPLATE_LEFT,
    &UNLINKED_FEED,
    &FEED_LINK_TYPE,
    &INTERNAL_ERROR,
    &UNREADABLE_FILE,
];
