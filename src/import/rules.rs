//! The rules of importing: what is worth knowing about a text that became a post.

use crate::report::{Level, Rule};

/// Every rule of this room, in the order in which they are documented.
pub static RULES: &[&Rule] = &[
    &GUESSED,
    &CREDIT_WITHOUT_IMAGE,
    &LEFT_OUT,
    &UNUSABLE_ID,
    &NO_CONTENT,
    &ALREADY_THERE,
    &AS_DRAFT,
    &NOT_A_POST,
];

/// What `import` concluded from how a text looks is told, each with its place.
pub static GUESSED: Rule = Rule {
    name: "guessed",
    level: Level::Info,
    w3c: None,
    formats: &[],
    what: "What `import` concluded from how a text looks is told, each with its place.",
    why: "A pasted text says neither its title nor its lists; whoever looks the post over should know what to look at.",
    example: "a text whose first line is taken for the title",
    instead: "nothing is wrong; change the post where the guess is",
};

/// A picture's credit has its picture, and a name.
pub static CREDIT_WITHOUT_IMAGE: Rule = Rule {
    name: "credit-without-image",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "A picture's credit has its picture, and a name.",
    why: "Copying text from a page leaves the pictures behind; their captions then speak of nothing, in feeds and drafts as well.",
    example: "The opening talk (photo by",
    instead: "![The opening talk](opening.jpg) with `image_credit: Ada Example` in the front matter, or no such line",
};

/// What a feed cannot show is left out of a post that is imported, and told.
pub static LEFT_OUT: Rule = Rule {
    name: "left-out",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "What a feed cannot show is left out of a post that is imported, and told.",
    why: "Forms, drawings and scripts have no Markdown; the author may want to say in words what they showed.",
    example: "<form action=\"/poll\">…</form>",
    instead: "a link to the page that has the form",
};

/// The id of an imported entry is an absolute address.
pub static UNUSABLE_ID: Rule = Rule {
    name: "unusable-id",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "The id of an imported entry is an absolute address.",
    why: "Atom cannot carry any other (RFC 4287, section 4.2.6), so it cannot be kept; readers will see the entry once more.",
    example: "<guid isPermaLink=\"false\">42</guid>",
    instead: "<guid isPermaLink=\"false\">tag:example.org,2026:42</guid>",
};

/// What is imported has text.
pub static NO_CONTENT: Rule = Rule {
    name: "no-content",
    level: Level::Warning,
    w3c: None,
    formats: &[],
    what: "What is imported has text.",
    why: "A post without text is an entry without content; the feed may hold titles alone.",
    example: "<item><title>PyCascades 2020</title></item>",
    instead: "a feed with `content:encoded` or `description`",
};

/// A post that is there already is not imported again.
pub static ALREADY_THERE: Rule = Rule {
    name: "already-there",
    level: Level::Info,
    w3c: None,
    formats: &[],
    what: "A post that is there already is not imported again.",
    why: "Somebody may have worked on it since; `import` never writes over a file.",
    example: "a feed that is imported a second time",
    instead: "move the file away where the import should take its place",
};

/// What is not public in an export is not public as a post.
pub static AS_DRAFT: Rule = Rule {
    name: "imported-as-draft",
    level: Level::Info,
    w3c: None,
    formats: &[],
    what: "What is not public in an export is not public as a post.",
    why: "Exports of WordPress and Blogger hold drafts, scheduled, private and protected posts beside the published ones; such a post is imported as a draft.",
    example: "<wp:status>private</wp:status>",
    instead: "nothing is wrong; publish the post by taking its `draft: true` away",
};

/// Pages, comments, attachments and trashed posts of an export are no posts.
pub static NOT_A_POST: Rule = Rule {
    name: "not-a-post",
    level: Level::Info,
    w3c: None,
    formats: &[],
    what: "Pages, comments, attachments and trashed posts of an export are no posts.",
    why: "Exports of WordPress and Blogger hold everything of a site as entries of one feed; only its posts are imported, and the others are counted.",
    example: "<wp:post_type>attachment</wp:post_type>",
    instead: "nothing is wrong; copy a page by hand where it is to be a post",
};
