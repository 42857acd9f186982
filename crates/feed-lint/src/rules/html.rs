//! HTML: where it is allowed and what it may contain.

feed_lint_findings::rules! {
    for EVERY;
    /// What is plain text holds no HTML: titles, names, categories, descriptions of a channel (RSS, Atom, JSON Feed).
    ///
    /// Readers show it as it is, so that people see `&amp;eacute;` and `<b>`. Text that was escaped
    /// twice is the usual cause.
    Warning HTML_IN_TEXT "html-in-text" w3c "ContainsHTML":
        "<title>Caf&amp;eacute; &amp;amp; more</title>" => "<title>Café &amp; more</title>";

    /// A `<` in a title that could begin a tag is written `&#x3C;` (RSS 2.0).
    ///
    /// RSS does not say whether a title is text or HTML; some readers swallow what looks like a tag
    /// (RSS profile, “Character data”).
    Warning DOUBTFUL_TEXT "doubtful-text" w3c "CharacterData":
        "<title>Vec&lt;T&gt;</title>" => "<title>Vec&#x3C;T&#x3E;</title>";

    /// Text of type `text` (or without a type) holds no HTML (Atom, media).
    ///
    /// Readers show tags and entities of such a text as they are (RFC 4287, section 3.1.1.1).
    Warning UNDECLARED_HTML "undeclared-html" w3c "ContainsUndeclaredHTML":
        "<title>A &lt;b>bold&lt;/b> word</title>" => "<title type=\"html\">A &lt;b>bold&lt;/b> word</title>";

    /// Content HTML is HTML: known elements, closed where they were opened, no references to characters that do not exist (all formats).
    ///
    /// Readers repair it each in its own way; an open `<b>` or `<a` can swallow what follows.
    Warning BROKEN_HTML "broken-html" w3c "NotHtml":
        "<description>&lt;a href=\"https://example.org/</description>"
        => "<description>&lt;a href=\"https://example.org/\">text&lt;/a></description>";

    /// Content of type `text/html` is a whole page (Atom).
    ///
    /// A piece of HTML is type `html`, a piece of XHTML type `xhtml` (RFC 4287, section 4.1.3.1).
    Warning HTML_FRAGMENT "html-fragment" w3c "HtmlFragment":
        "<content type=\"text/html\">&lt;p>Hello&lt;/p></content>"
        => "<content type=\"html\">&lt;p>Hello&lt;/p></content>";

    /// Content has no elements that run code, load documents or change the page around them (all formats).
    ///
    /// Readers take `script`, `object`, `embed`, `iframe`, `meta` and the like out, with what is
    /// inside; RFC 4287, section 8.1, tells them to.
    Warning UNSAFE_ELEMENT "unsafe-element" w3c "SecurityRisk":
        "<description>&lt;script src=\"https://example.org/a.js\">&lt;/script></description>"
        => "<description>&lt;a href=\"https://example.org/demo\">Demo&lt;/a></description>";

    /// Content has no event handlers, no `javascript:` URLs and no attributes that HTML does not have (all formats).
    ///
    /// Readers take them out; what they did is gone.
    Warning UNSAFE_ATTRIBUTE "unsafe-attribute" w3c "SecurityRiskAttr":
        "<description>&lt;a onclick=\"go()\">Go&lt;/a></description>"
        => "<description>&lt;a href=\"https://example.org/go\">Go&lt;/a></description>";

    /// Inline styles only colour, size and space text (all formats).
    ///
    /// Readers take declarations out that could cover their own buttons or load something:
    /// `position`, `url()`, `expression()`, lengths of hundreds, properties of one word processor.
    Warning UNSAFE_STYLE "unsafe-style" w3c "DangerousStyleAttr":
        "<description>&lt;p style=\"position:absolute\">Hi&lt;/p></description>"
        => "<description>&lt;p style=\"color:red\">Hi&lt;/p></description>";

    /// Links and images in content have full URLs (RSS, JSON Feed). Links within the content (`#note`) are fine.
    ///
    /// RSS does not say what `/image.png` is relative to: readers show nothing, or something of
    /// their own site.
    Warning RELATIVE_REFERENCE "relative-reference" w3c "ContainsRelRef":
        "<description>&lt;img src=\"/image.png\" alt=\"\"></description>"
        => "<description>&lt;img src=\"https://example.org/image.png\" alt=\"\"></description>";

    /// Where content or a link has a relative URL, `xml:base` says what it is relative to (Atom).
    ///
    /// Without it the URL of the feed counts (RFC 3986, section 5.1), which copies and caches
    /// of the feed do not keep.
    Warning RELATIVE_WITHOUT_BASE "relative-reference-without-base":
        "<content type=\"html\">&lt;img src=\"image.png\" alt=\"\"></content>"
        => "<content type=\"html\" xml:base=\"https://example.org/1/\">&lt;img src=\"image.png\" alt=\"\"></content>";

    /// Images in content have an `alt` text; that of a decoration is empty (all formats).
    ///
    /// Without it screen readers read out the file name, and readers that load no images show
    /// nothing (WCAG 2.2, 1.1.1).
    Warning IMAGE_WITHOUT_ALT "image-without-alt":
        "<description>&lt;img src=\"https://example.org/1.jpg\"></description>"
        => "<description>&lt;img src=\"https://example.org/1.jpg\" alt=\"The full hall\"></description>";

    /// An item has its content in `description` or `content:encoded`, not in `xhtml:body` or `atom:content` (RSS 2.0).
    ///
    /// Few readers look there, and those that do may show the content twice (RSS profile,
    /// “Namespace elements”).
    Warning SECOND_CONTENT "second-content" w3c "DuplicateDescriptionSemantics" for RSS:
        "<description>…</description><atom:content>…</atom:content>"
        => "<description>…</description><content:encoded>…</content:encoded>";

    /// XHTML stands in text constructs and in content only (Atom).
    ///
    /// As a child of `feed` or `entry` it means nothing to a reader (RFC 4287, section 6).
    Warning MISPLACED_XHTML "misplaced-xhtml" w3c "MisplacedXHTMLContent" for XML:
        "<entry><img xmlns=\"http://www.w3.org/1999/xhtml\" src=\"https://example.org/1.jpg\" alt=\"\"/>…</entry>"
        => "<entry><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><img src=\"https://example.org/1.jpg\" alt=\"\"/></div></content>…</entry>";

    /// The type of a title, summary, subtitle or rights is `text`, `html` or `xhtml` (Atom).
    ///
    /// Only `content` may have a media type (RFC 4287, section 3.1.1).
    Error TEXT_TYPE "text-type" w3c "InvalidTextType" for ATOM:
        "<title type=\"text/html\">News</title>" => "<title type=\"html\">News</title>";

    /// Text of type `xhtml` is one `div` of the XHTML namespace (Atom).
    ///
    /// The `div` holds the namespace and is not part of the text (RFC 4287, section 3.1.1.3).
    Error MISSING_DIV "missing-xhtml-div" w3c "MissingXhtmlDiv" for ATOM:
        "<summary type=\"xhtml\">A <b>bold</b> word</summary>"
        => "<summary type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">A <b>bold</b> word</div></summary>";

    /// HTML of type `html` is escaped or in a CDATA section (Atom).
    ///
    /// As elements it belongs to type `xhtml`; readers drop elements in the other two (RFC 4287,
    /// section 3.1.1.2).
    Error NOT_ESCAPED "not-escaped" w3c "NotEscaped" for ATOM:
        "<content type=\"html\"><p>Hello</p></content>"
        => "<content type=\"html\">&lt;p>Hello&lt;/p></content>";

    /// Text of type `xhtml` is XHTML elements, not escaped HTML (Atom).
    ///
    /// Readers show escaped tags in it as they are (RFC 4287, section 3.1.1.3).
    Warning NOT_INLINE "not-inline" w3c "NotInline" for ATOM:
        "<content type=\"xhtml\">&lt;p>Hello&lt;/p></content>"
        => "<content type=\"html\">&lt;p>Hello&lt;/p></content>";

    /// Content of a type that is neither text nor XML is Base64 (Atom).
    ///
    /// Readers decode it (RFC 4287, section 4.1.3.3).
    Error NOT_BASE64 "not-base64" w3c "NotBase64" for ATOM:
        "<content type=\"image/png\">(a picture)</content>"
        => "<content type=\"image/png\" src=\"https://example.org/1.png\"/>";
}
