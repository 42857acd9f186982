//! URLs.

feed_lint_findings::rules! {
    for EVERY;
    /// URLs hold only characters that may stand in one (all formats).
    ///
    /// Spaces, quotes, braces and a lone `%` must be percent-encoded; readers differ in what they
    /// make of them (RFC 3986, section 2; RFC 3987, section 2.2).
    Error URI_CHARACTER "url-character" w3c "InvalidUriChar":
        "<id>https://example.org/my post</id>" => "<id>https://example.org/my%20post</id>";

    /// Where a format asks for an absolute URL, there is one (all formats).
    ///
    /// A feed is read far from its site; `/about` leads nowhere there (RSS 2.0, “Comments”; RFC
    /// 4287, section 4.2.6).
    Error NOT_ABSOLUTE "relative-url" w3c "InvalidFullLink":
        "<link>/posts/1/</link>" => "<link>https://example.org/posts/1/</link>";

    /// URLs are well-formed: a host where one is needed, a port of digits (all formats).
    ///
    /// Nothing can open them otherwise (RFC 3986, section 3.2).
    Error INVALID_URL "malformed-url" w3c "InvalidLink":
        "<link>https://:80a/</link>" => "<link>https://example.org/</link>";

    /// URLs in RSS are ASCII.
    ///
    /// RSS knows URIs, not IRIs: other letters are written as punycode in the host and
    /// percent-encoded elsewhere (RSS profile, “URLs”).
    Error IRI_NOT_URI "iri-in-rss" w3c "UriNotIri" for RSS_AND_RDF:
        "<link>https://bücher.example/</link>" => "<link>https://xn--bcher-kva.example/</link>";

    /// The scheme of a URL is registered (all formats).
    ///
    /// A typing error such as `htpp:` is the usual cause; schemes of one's own mean nothing to
    /// others (RFC 7595; RSS 2.0, “Comments”).
    Warning UNREGISTERED_SCHEME "unregistered-scheme" w3c "SchemeNotIANARegistered":
        "<link>htpp://example.org/</link>" => "<link>https://example.org/</link>";

    /// A reference that is meant relative to `xml:base` does not resolve to just that base (Atom).
    ///
    /// An empty reference means “this document” to some readers and “the base” to others (RFC 3986,
    /// section 4.4).
    Warning SAME_DOCUMENT "same-document-reference" w3c "SameDocumentReference" for XML:
        "<feed xml:base=\"https://example.org/\"><link href=\"https://example.org/\"/></feed> read from another URL"
        => "<feed><link href=\"https://example.org/\"/></feed>";

    /// The self link is an absolute URL (Atom).
    ///
    /// It tells a copy of the feed where the original is; a relative one cannot (RFC 4287, section
    /// 4.2.7.2).
    Warning RELATIVE_SELF "relative-self" w3c "RelativeSelf" for XML:
        "<link rel=\"self\" href=\"feed.xml\"/>"
        => "<link rel=\"self\" href=\"https://example.org/feed.xml\"/>";

    /// The self link is the URL at which the feed is served (Atom, RSS with `atom:link`).
    ///
    /// Readers that follow it subscribe to another feed, or to none; WebSub hubs refuse it. Checked
    /// only where the URL is given (`--base`).
    Warning SELF_ELSEWHERE "self-elsewhere" w3c "SelfDoesntMatchLocation" for XML:
        "<link rel=\"self\" href=\"https://staging.example.org/feed.xml\"/>"
        => "<link rel=\"self\" href=\"https://example.org/feed.xml\"/>";

    /// A link of relation `self` leads to Atom (Atom).
    ///
    /// It is the same thing in the same format; the page in HTML is the relation `alternate` (RFC
    /// 4287, section 4.2.7.2).
    Warning SELF_NOT_ATOM "self-not-atom" w3c "SelfNotAtom" for XML:
        "<link rel=\"self\" type=\"text/html\" href=\"https://example.org/1\"/>"
        => "<link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/1\"/>";

    /// A feed has a self link (Atom).
    ///
    /// It tells readers that got the file from elsewhere where to subscribe (RFC 4287, section
    /// 4.1.1). Checked only where the URL is given (`--base`).
    Warning MISSING_SELF "missing-self-link" w3c "MissingSelf" for ATOM:
        "<feed xmlns=\"http://www.w3.org/2005/Atom\">…</feed>"
        => "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"self\" href=\"https://example.org/feed.xml\"/>…</feed>";

    /// A channel has an `atom:link` of relation `self` (RSS).
    ///
    /// It tells readers that got the file from elsewhere where to subscribe (RSS profile,
    /// “atom:link”). Checked only where the URL is given (`--base`).
    Warning MISSING_ATOM_SELF "missing-atom-self-link" w3c "MissingAtomSelfLink" for RSS:
        "<channel><title>News</title>…"
        => "<channel><atom:link rel=\"self\" type=\"application/rss+xml\" href=\"https://example.org/rss.xml\"/><title>News</title>…";
}
