//! Rules about posts, outputs and published feeds together.

crate::report::rules! {
    /// Every feed is just what the posts and the configuration give.
    ///
    /// A feed that is older than its posts tells readers nothing of them; one that was edited by
    /// hand loses the edit at the next build.
    Error STALE_FEED "stale-feed":
        "a post was edited and `afterword build` was not run"
        => "afterword build, then `git add` what it wrote";

    /// Every unedited draft equals what its post gives.
    ///
    /// An old draft would announce what the post no longer says.
    Error STALE_DRAFT "stale-draft":
        "a talk was added to a post and `afterword build` was not run"
        => "afterword build, then `git add` what it wrote";

    /// Every share card is just what its post, the template and the fonts give.
    ///
    /// An old card would show a title or a date that the post no longer has.
    Error STALE_CARD "stale-card":
        "a title was changed and `afterword build` was not run"
        => "afterword build, then `git add` what it wrote";

    /// git does not ignore the feeds.
    ///
    /// `git add` refuses an ignored file, so the feeds are in no commit and a check of one cannot
    /// compare them. Ignored drafts are an info: they are a choice.
    Warning IGNORED_OUTPUT "ignored-output":
        "feeds/ in .gitignore" => "drafts/ in .gitignore, and the feeds committed";

    /// Each tag, category, author and series has a feed of its own, where there are such feeds.
    ///
    /// The folder of a feed is made of letters and digits: `C`, `C++` and `C#` are one feed, and
    /// readers of one get all three.
    Warning SHARED_FEED "shared-feed":
        "tags: [C, C++]" => "tags: [C, Cpp]";

    /// The URL of the site is one that readers can reach.
    ///
    /// Every link and id in the feeds begins with it; `localhost` leads each reader to their own
    /// machine.
    Warning LOCAL_URL "local-url":
        "url = \"http://localhost:4000/\"" => "url = \"https://example.org/\"";

    /// Every draft has a post.
    ///
    /// The post was deleted, renamed or is no longer public; its drafts may hold an author's edits,
    /// so a build leaves them alone.
    Warning ORPHAN_DRAFT "orphan-draft":
        "drafts/old-name/x.txt" => "mv -f drafts/old-name/x.txt drafts/new-name/x.txt";

    /// Every share card has a post.
    ///
    /// The post was deleted, renamed or is no longer public; its card is still published for
    /// everyone who has its URL.
    Warning ORPHAN_CARD "orphan-card":
        "cards/old-name.png" => "git rm cards/old-name.png";

    /// The cards folder has no card that the configuration does not ask for.
    ///
    /// Nothing draws it again: it keeps a title or a date that its post no longer has.
    Warning LEFTOVER_CARD "leftover-card":
        "cards/a-post.portrait.png without portrait = true" => "git rm cards/a-post.portrait.png";

    /// The feeds folder has no feed that the configuration does not ask for.
    ///
    /// Readers who subscribed to it would never see a new entry.
    Warning LEFTOVER_FEED "leftover-feed":
        "feeds/atom.xml with formats = [\"rss\"]" => "delete the file, or set formats = [\"rss\", \"atom\"]";

    /// A feed that had entries does not become empty.
    ///
    /// Usually the posts folder is misnamed or git looked into the wrong folder.
    Error NO_POSTS "no-posts":
        "[posts]\ndir = \"post\"" => "[posts]\ndir = \"posts\"";

    /// In a post that reads like a recap at least one session is found.
    ///
    /// Drafts then announce the post by its summary only, and name no speaker and no talk.
    /// `sessions: []` says that the post has none.
    Info NO_SESSIONS "no-sessions":
        "title: Notes from PyCascades 2020\n---\nThree talks stayed with us, and all of them were about testing."
        => "title: Notes from PyCascades 2020\nevent: PyCascades 2020\nsessions: [{speakers: [Joanne Hastie], title: Programming a robot arm to paint}]";

    /// What may be a session beside those that were found is confirmed or denied.
    ///
    /// No draft names it: a talk that is announced wrongly is worse than one that is missing.
    /// Sessions in the front matter are certain. `afterword inspect --write` writes what is in doubt
    /// there as comments, which nothing reads until you remove their signs.
    Info DOUBTFUL_SESSION "doubtful-session":
        "## How we moved everything" => "- **Joanne Hastie** - *How we moved everything*";

    /// No post that is shown is dated after the day given by `--as-of`.
    ///
    /// Many readers hide entries of the future or keep them on top; the commit is the act of
    /// publishing, so the post is in the feed all the same.
    Warning FUTURE_POST "future-post":
        "date: 2062-02-24" => "date: 2026-02-24";

    /// A post that its generator shows from a date on, or until one, is in the feeds at the instant given by `--as-of` just when the generator shows it.
    ///
    /// The last build held the post back, or showed it; the site's own pages have changed since,
    /// and the feeds have not.
    Warning DUE_POST "due-post":
        "date: 2026-03-01, in a post for Jekyll, and a check with --as-of 2026-03-02"
        => "afterword build, then `git add` what it wrote";

    /// Every post that goes into a feed is known to git.
    ///
    /// The feed would be committed without the post, and the next build elsewhere would take the
    /// entry away again.
    Warning UNTRACKED_POST "untracked-post":
        "a post that was never added" => "git add posts/new-post.md";

    /// With `content = "rendered"` every post has its page in the built site.
    ///
    /// The page is the entry's content; where there is none, the site was not built yet, was built
    /// without this post, or has it at another URL than the feed has.
    Error, always MISSING_PAGE "missing-page":
        "posts/loops.md, and no public/loops/index.html" => "hugo && afterword build";

    /// No feed, draft or card holds template code that the site's generator would have run.
    ///
    /// Readers would see the code instead of its result. Code for readers is marked as such: `{%
    /// raw %}` in Jekyll and Eleventy, `{{</* … */>}}` in Hugo, `{{/* … */}}` in Zola.
    Error TEMPLATE_LEFT "template-left":
        "image: \"{{ site.baseurl }}/stage.jpg\"" => "image: /stage.jpg";

    /// The pages of the built site link to the feed in their <head>.
    ///
    /// People subscribe by the site's URL; their readers then look for `<link rel="alternate">`
    /// with a feed's type (HTML, section 4.6.7.1). Nothing finds a feed that no page links to.
    Warning UNLINKED_FEED "unlinked-feed":
        "<head><title>Field notes</title></head>"
        => "<head><title>Field notes</title><link rel=\"alternate\" type=\"application/rss+xml\" title=\"Field notes\" href=\"https://example.org/feeds/rss.xml\"></head>";

    /// The link to a feed has the feed's media type.
    ///
    /// Readers tell feeds from translations and print versions by the type only; they ignore a link
    /// with another.
    Warning FEED_LINK_TYPE "feed-link-type":
        "<link rel=\"alternate\" type=\"text/xml\" href=\"/feeds/rss.xml\">"
        => "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feeds/rss.xml\">";

    /// Every post can be read and rendered, whatever it says.
    ///
    /// A post that stops the program is a bug of Afterword; it is left out like any post with an
    /// error, so that `--keep-going` and `preview` show the others.
    Error, always INTERNAL_ERROR "internal-error":
        "afterword: internal error at src/generator/mod.rs:324:17"
        => "a report of the bug, and `draft: true` in the post until it is fixed";

    /// Every file that `afterword validate` is given can be read.
    ///
    /// A feed that is not there, may not be read or is larger than 256 MiB cannot be validated; the
    /// other files are, and the exit code is 2.
    Error UNREADABLE_FILE "unreadable-file":
        "afterword validate public/fed.xml" => "afterword validate public/feed.xml";
}
