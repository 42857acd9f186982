//! Required and allowed elements and attributes.

feed_lint_findings::rules! {
    for XML;
    /// Every element that a format requires is there (all formats in XML).
    ///
    /// Readers rely on them: without an id an entry cannot be told from another, without a date it
    /// cannot be sorted (RFC 4287, sections 4.1.1 and 4.1.2; RSS 1.0, section 5; RSS 2.0).
    Error MISSING_ELEMENT "missing-element" w3c "MissingElement":
        "<entry><title>One</title></entry>"
        => "<entry><id>tag:example.org,2026:1</id><title>One</title><updated>2026-01-02T15:04:05Z</updated></entry>";

    /// A channel, an image and a text input have a title (RSS).
    ///
    /// It is the name under which the feed appears in a reader's list (RSS 2.0, “Required channel
    /// elements”).
    Error MISSING_TITLE "missing-feed-title" w3c "MissingTitle" for RSS_AND_RDF:
        "<channel><link>https://example.org/</link></channel>"
        => "<channel><title>News</title><link>https://example.org/</link></channel>";

    /// A channel, an image and a text input have a link (RSS).
    ///
    /// It leads from the feed to the site (RSS 2.0, “Required channel elements”).
    Error MISSING_LINK "missing-link" w3c "MissingLink" for RSS_AND_RDF:
        "<channel><title>News</title></channel>"
        => "<channel><title>News</title><link>https://example.org/</link></channel>";

    /// A channel and a text input have a description (RSS).
    ///
    /// It tells readers what they subscribe to (RSS 2.0, “Required channel elements”).
    Error MISSING_DESCRIPTION "missing-description" w3c "MissingDescription" for RSS_AND_RDF:
        "<channel><title>News</title><link>https://example.org/</link></channel>"
        => "<channel><title>News</title><link>https://example.org/</link><description>What is new</description></channel>";

    /// The source of an entry has an id, a title and a date (Atom).
    ///
    /// They should be kept when an entry is copied from one feed to another, so that readers know
    /// where it comes from (RFC 4287, section 4.2.11).
    Warning MISSING_SOURCE_ELEMENT "missing-source-element" w3c "MissingSourceElement" for ATOM:
        "<source><title>Elsewhere</title></source>"
        => "<source><id>tag:example.com,2026:feed</id><title>Elsewhere</title><updated>2026-01-02T15:04:05Z</updated></source>";

    /// An element that may stand once stands once (all formats in XML).
    ///
    /// Readers take the first or the last, each its own way (RFC 4287, section 4; RSS 2.0).
    Error DUPLICATE_ELEMENT "duplicate-element" w3c "DuplicateElement":
        "<item><title>One</title><title>Two</title></item>" => "<item><title>One</title></item>";

    /// An element stands only where its format or its module has it (all formats in XML).
    ///
    /// Readers drop what they do not know there; a misspelt or misplaced element is lost without a
    /// word.
    Error UNKNOWN_ELEMENT "unknown-element" w3c "UndefinedElement":
        "<item><pubdate>…</pubdate></item>" => "<item><pubDate>…</pubDate></item>";

    /// Where a format wants elements there is no text between them (all formats in XML).
    ///
    /// Readers drop it.
    Error UNEXPECTED_TEXT "unexpected-text" w3c "UnexpectedText":
        "<channel>News<title>News</title></channel>" => "<channel><title>News</title></channel>";

    /// Elements of a format have only the attributes that the format gives them.
    ///
    /// Names differ in upper and lower case: `ispermalink` is not `isPermaLink`, and readers never
    /// see it.
    Error UNEXPECTED_ATTRIBUTE "unexpected-attribute" w3c "UnexpectedAttribute":
        "<guid ispermalink=\"false\">1</guid>" => "<guid isPermaLink=\"false\">1</guid>";

    /// Every attribute that an element requires is there (all formats in XML).
    ///
    /// Without it the element means nothing: an enclosure without a type, a category without a
    /// term.
    Error MISSING_ATTRIBUTE "missing-attribute" w3c "MissingAttribute":
        "<enclosure url=\"https://example.org/a.mp3\" length=\"1234\"/>"
        => "<enclosure url=\"https://example.org/a.mp3\" length=\"1234\" type=\"audio/mpeg\"/>";

    /// A link has a URL (Atom).
    ///
    /// A link without `href` leads nowhere (RFC 4287, section 4.2.7.1).
    Error MISSING_HREF "missing-href" w3c "MissingHref" for ATOM:
        "<link>https://example.org/</link>" => "<link href=\"https://example.org/\"/>";
}
