//! The rules of importing.

crate::report::rules! {
    /// `import` reports each guess about a text, with its position.
    ///
    /// A pasted text marks neither its title nor its lists; the author should know what to check.
    Info GUESSED "guessed":
        "a text whose first line is taken for the title"
        => "nothing is wrong; change the post where the guess is";

    /// An image credit has its image, and a name.
    ///
    /// Copying text from a page leaves the images behind; feeds and drafts then have captions
    /// without images.
    Warning CREDIT_WITHOUT_IMAGE "credit-without-image":
        "The opening talk (photo by"
        => "![The opening talk](opening.jpg) with `image_credit: Ada Example` in the front matter, or no such line";

    /// `import` leaves out what a feed cannot show, and reports it.
    ///
    /// Forms, drawings and scripts have no Markdown; the author may want to say in words what they
    /// showed.
    Warning LEFT_OUT "left-out":
        "<form action=\"/poll\">…</form>" => "a link to the page that has the form";

    /// The id of an imported entry is an absolute URI.
    ///
    /// Atom cannot carry any other (RFC 4287, section 4.2.6), so it cannot be kept; readers will
    /// see the entry once more.
    Warning UNUSABLE_ID "unusable-id":
        "<guid isPermaLink=\"false\">42</guid>" => "<guid isPermaLink=\"false\">tag:example.org,2026:42</guid>";

    /// What is imported has text.
    ///
    /// A post without text is an entry without content; the feed may have titles only.
    Warning NO_CONTENT "no-content":
        "<item><title>PyCascades 2020</title></item>" => "a feed with `content:encoded` or `description`";

    /// A post that is there already is not imported again.
    ///
    /// Somebody may have worked on it since; `import` never writes over a file.
    Info ALREADY_THERE "already-there":
        "a feed that is imported a second time" => "move the file away if the import should replace it";

    /// What is not public in an export is not public as a post.
    ///
    /// Exports of WordPress and Blogger hold drafts, scheduled, private and protected posts beside
    /// the published ones; such a post is imported as a draft.
    Info AS_DRAFT "imported-as-draft":
        "<wp:status>private</wp:status>"
        => "nothing is wrong; publish the post by taking its `draft: true` away";

    /// Pages, comments, attachments and trashed posts of an export are not posts.
    ///
    /// Exports of WordPress and Blogger hold everything of a site as entries of one feed; only its
    /// posts are imported, and the others are counted.
    Info NOT_A_POST "not-a-post":
        "<wp:post_type>attachment</wp:post_type>"
        => "nothing is wrong; copy a page by hand where it is to be a post";
}
