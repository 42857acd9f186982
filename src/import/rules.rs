//! The rules of importing.

crate::report::rules! {
    Info GUESSED "guessed" {
        what: "`import` reports each guess about a text, with its position.",
        why: "A pasted text marks neither its title nor its lists; the author should know what to check.",
        example: "a text whose first line is taken for the title",
        instead: "nothing is wrong; change the post where the guess is",
    }
    Warning CREDIT_WITHOUT_IMAGE "credit-without-image" {
        what: "An image credit has its image, and a name.",
        why: "Copying text from a page leaves the images behind; feeds and drafts then have captions without images.",
        example: "The opening talk (photo by",
        instead: "![The opening talk](opening.jpg) with `image_credit: Ada Example` in the front matter, or no such line",
    }
    Warning LEFT_OUT "left-out" {
        what: "`import` leaves out what a feed cannot show, and reports it.",
        why: "Forms, drawings and scripts have no Markdown; the author may want to say in words what they showed.",
        example: "<form action=\"/poll\">…</form>",
        instead: "a link to the page that has the form",
    }
    Warning UNUSABLE_ID "unusable-id" {
        what: "The id of an imported entry is an absolute URI.",
        why: "Atom cannot carry any other (RFC 4287, section 4.2.6), so it cannot be kept; readers will see the entry once more.",
        example: "<guid isPermaLink=\"false\">42</guid>",
        instead: "<guid isPermaLink=\"false\">tag:example.org,2026:42</guid>",
    }
    Warning NO_CONTENT "no-content" {
        what: "What is imported has text.",
        why: "A post without text is an entry without content; the feed may have titles only.",
        example: "<item><title>PyCascades 2020</title></item>",
        instead: "a feed with `content:encoded` or `description`",
    }
    Info ALREADY_THERE "already-there" {
        what: "A post that is there already is not imported again.",
        why: "Somebody may have worked on it since; `import` never writes over a file.",
        example: "a feed that is imported a second time",
        instead: "move the file away if the import should replace it",
    }
    Info AS_DRAFT "imported-as-draft" {
        what: "What is not public in an export is not public as a post.",
        why: "Exports of WordPress and Blogger hold drafts, scheduled, private and protected posts beside the published ones; such a post is imported as a draft.",
        example: "<wp:status>private</wp:status>",
        instead: "nothing is wrong; publish the post by taking its `draft: true` away",
    }
    Info NOT_A_POST "not-a-post" {
        what: "Pages, comments, attachments and trashed posts of an export are not posts.",
        why: "Exports of WordPress and Blogger hold everything of a site as entries of one feed; only its posts are imported, and the others are counted.",
        example: "<wp:post_type>attachment</wp:post_type>",
        instead: "nothing is wrong; copy a page by hand where it is to be a post",
    }
}
