//! Well-formedness: what XML 1.0 calls a fatal error, and errors of decoding.

feed_lint_findings::rules! {
    for XML;
    /// A feed in XML has one outermost element.
    ///
    /// An empty file, a page of plain text or an error message saved as a feed is nothing a reader
    /// can parse (XML 1.0, section 2.1).
    Error NO_ELEMENT "no-element" w3c "SAXError":
        "Service unavailable" => "<rss version=\"2.0\"><channel>…</channel></rss>";

    /// Every end tag closes the element that was opened last.
    ///
    /// XML parsers stop at the first end tag that does not match and readers show nothing of the
    /// feed (XML 1.0, section 3).
    Error MISMATCHED_TAG "mismatched-tag" w3c "SAXError":
        "<title>News</titel>" => "<title>News</title>";

    /// Every element is closed before the file ends.
    ///
    /// A feed that was cut off while it was written is rejected as a whole (XML 1.0, section 3).
    Error UNCLOSED_ELEMENT "unclosed-element" w3c "SAXError":
        "<channel><title>News</title>" => "<channel><title>News</title></channel>";

    /// Tags, comments, CDATA sections and quoted values end where they should.
    ///
    /// Whatever is not closed swallows the rest of the file (XML 1.0, sections 2.5 to 2.8).
    Error UNCLOSED_MARKUP "unclosed-markup" w3c "SAXError":
        "<!-- draft" => "<!-- draft -->";

    /// A `<` in text or in an attribute is written `&lt;`.
    ///
    /// An XML parser reads every `<` as the beginning of a tag (XML 1.0, section 2.4).
    Error STRAY_LESS_THAN "stray-less-than" w3c "SAXError":
        "<title>a < b</title>" => "<title>a &lt; b</title>";

    /// An `&` in text or in an attribute is written `&amp;`, and a numeric reference names a character that XML allows.
    ///
    /// An XML parser reads every `&` as the beginning of a reference; URLs with `?a=1&b=2` are the usual
    /// cause (XML 1.0, section 4.1).
    Error BARE_AMPERSAND "bare-ampersand" w3c "SAXError":
        "<link>https://example.org/?a=1&b=2</link>" => "<link>https://example.org/?a=1&amp;b=2</link>";

    /// Named entities other than `lt`, `gt`, `amp`, `quot` and `apos` are not used unless the document declares them.
    ///
    /// `&nbsp;` and `&eacute;` belong to HTML; an XML parser does not know them and stops (XML 1.0,
    /// section 4.1).
    Error UNDEFINED_ENTITY "undefined-entity" w3c "SAXError":
        "<title>Caf&eacute;</title>" => "<title>Café</title>";

    /// `]]>` stands only at the end of a CDATA section.
    ///
    /// In text it is a fatal error (XML 1.0, section 2.4); it appears when content with `]]>` is
    /// wrapped in CDATA unsplit.
    Error STRAY_CDATA_END "stray-cdata-end" w3c "SAXError":
        "<title>a[b[0]]>1</title>" => "<title>a[b[0]]&gt;1</title>";

    /// A comment does not contain `--`.
    ///
    /// Two hyphens may only close a comment (XML 1.0, section 2.5).
    Error DOUBLE_HYPHEN_IN_COMMENT "double-hyphen-in-comment" w3c "SAXError":
        "<!-- built -- do not edit -->" => "<!-- built: do not edit -->";

    /// Attributes have a value, in quotes.
    ///
    /// What HTML allows (`<a href=x>`, `<input checked>`) XML does not (XML 1.0, section 3.1).
    Error BAD_ATTRIBUTE "bad-attribute" w3c "SAXError":
        "<guid isPermaLink=false>1</guid>" => "<guid isPermaLink=\"false\">1</guid>";

    /// Names start with a letter or `_`, go on with letters, digits, `.`, `-` and `_`, and have at most one colon, between a prefix and a local name.
    ///
    /// Any other name is a fatal error for every parser that knows namespaces, which is all that
    /// feed readers use (XML 1.0, section 2.3; Namespaces in XML, section 7).
    Error INVALID_NAME "invalid-xml-name" w3c "SAXError":
        "<a:b:c/>" => "<a:c/>";

    /// An attribute stands at most once on an element.
    ///
    /// Two of one name are a fatal error: no parser may choose (XML 1.0, section 3.1).
    Error DUPLICATE_ATTRIBUTE "duplicate-attribute" w3c "SAXError":
        "<link href=\"/a\" href=\"/b\"/>" => "<link href=\"/a\"/>";

    /// No text stands before or after the outermost element.
    ///
    /// Warnings of the server, or the end of an earlier and longer version of the file, make the
    /// whole feed unreadable (XML 1.0, section 2.1).
    Error TEXT_OUTSIDE_ROOT "text-outside-root" w3c "SAXError":
        "Warning: mail() failed <rss version=\"2.0\">…</rss>" => "<rss version=\"2.0\">…</rss>";

    /// There is only one outermost element.
    ///
    /// Two feeds in one file are not an XML document (XML 1.0, section 2.1).
    Error SECOND_ROOT "second-root" w3c "SAXError":
        "<rss version=\"2.0\">…</rss><rss version=\"2.0\">…</rss>" => "<rss version=\"2.0\">…</rss>";

    /// The XML declaration is the very first thing in the file.
    ///
    /// A blank line before `<?xml` is a fatal error; templates and plugins that print an empty line
    /// are the usual cause (XML 1.0, section 2.8).
    Error BLANK_BEFORE_DECLARATION "blank-before-xml-declaration" w3c "WPBlankLine":
        "\n<?xml version=\"1.0\"?><rss version=\"2.0\">…</rss>"
        => "<?xml version=\"1.0\"?><rss version=\"2.0\">…</rss>";

    /// The XML declaration has `version`, then perhaps `encoding`, then perhaps `standalone`, each with a space before it and a value in quotes.
    ///
    /// It is read before anything else, and a parser that cannot read it gives up (XML 1.0, section
    /// 2.8).
    Error INVALID_DECLARATION "invalid-xml-declaration" w3c "SAXError":
        "<?xml encoding=\"utf-8\"?><rss version=\"2.0\">…</rss>"
        => "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\">…</rss>";

    /// A processing instruction starts with a name right behind `<?` and a space behind the name.
    ///
    /// `<? php ?>` and its like are a fatal error (XML 1.0, section 2.6).
    Error INVALID_INSTRUCTION "invalid-processing-instruction" w3c "SAXError":
        "<? xml-stylesheet href=\"a.xsl\"?>" => "<?xml-stylesheet href=\"a.xsl\"?>";

    /// A document type declaration follows the grammar of XML 1.0.
    ///
    /// A parser stops at a declaration that it cannot read (XML 1.0, sections 2.8, 3.2, 3.3 and
    /// 4.2).
    Error INVALID_DOCTYPE "invalid-doctype-declaration" w3c "SAXError":
        "<!DOCTYPE rss rss.dtd>" => "<!DOCTYPE rss SYSTEM \"rss.dtd\">";

    /// What an entity stands for is well-formed where it is used: tags in it are closed, it does not contain itself, and in an attribute it has no `<`.
    ///
    /// A parser reads the replacement as if it stood there (XML 1.0, sections 3.1, 4.1 and 4.3.2).
    Error INVALID_ENTITY "invalid-entity" w3c "SAXError":
        "<!DOCTYPE rss [<!ENTITY b \"<b>\">]><rss version=\"2.0\">&b;</rss>"
        => "<rss version=\"2.0\">&lt;b></rss>";

    /// A document type declaration stands once, before the outermost element.
    ///
    /// Anywhere else it is a fatal error (XML 1.0, section 2.8).
    Error MISPLACED_DOCTYPE "misplaced-doctype" w3c "SAXError":
        "<rss version=\"2.0\"><!DOCTYPE rss></rss>" => "<rss version=\"2.0\"></rss>";

    /// Every namespace prefix in use is declared.
    ///
    /// Parsers that know namespaces, which is all that feed readers use, stop at a prefix without a
    /// declaration (Namespaces in XML, section 5).
    Error UNDECLARED_PREFIX "undeclared-prefix" w3c "SAXError":
        "<dc:creator>Ada</dc:creator>"
        => "<dc:creator xmlns:dc=\"http://purl.org/dc/elements/1.1/\">Ada</dc:creator>";

    /// A prefix is declared with a namespace name that is not empty, and `xml` and `xmlns` keep their own.
    ///
    /// Parsers that know namespaces refuse anything else (Namespaces in XML, sections 3 and 5).
    Error INVALID_NAMESPACE_DECLARATION "invalid-namespace-declaration" w3c "SAXError":
        "<rss version=\"2.0\" xmlns:media=\"\">…</rss>"
        => "<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\">…</rss>";

    /// Control characters other than tab and line ends, and U+FFFE and U+FFFF, are not used.
    ///
    /// XML 1.0 cannot contain them in any form (section 2.2); they come in with text pasted from
    /// terminals and word processors, and one of them makes the feed unreadable.
    Error FORBIDDEN_CHARACTER "forbidden-xml-character" w3c "SAXError":
        "<title>Part\u{8} one</title>" => "<title>Part one</title>";

    /// Elements are nested no deeper than 200.
    ///
    /// No feed needs it; what is deeper is an attempt to exhaust the reader's stack, and is not
    /// checked.
    Error TOO_DEEP "xml-too-deep":
        "<a><a><a>… 100,000 times" => "<title>News</title>";

    /// An element has no more than 200 attributes.
    ///
    /// No feed needs it; comparing thousands of names with one another is an attempt to exhaust the
    /// reader's time.
    Error TOO_MANY_ATTRIBUTES "too-many-attributes":
        "<link a1=\"\" a2=\"\" a3=\"\" …/>" => "<link href=\"https://example.org/\"/>";
}
