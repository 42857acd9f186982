//! URLs.

feed_lint_findings::rules! {
    for EVERY;
    Error URI_CHARACTER "address-character" w3c "InvalidUriChar" {
        what: "Addresses hold only characters that may stand in one (all formats).",
        why: "Spaces, quotes, braces and a lone `%` must be percent-encoded; readers differ in what they make of them (RFC 3986, section 2; RFC 3987, section 2.2).",
        example: "<id>https://example.org/my post</id>",
        instead: "<id>https://example.org/my%20post</id>",
    }
    Error NOT_ABSOLUTE "relative-address" w3c "InvalidFullLink" {
        what: "Where a format asks for an absolute address, there is one (all formats).",
        why: "A feed is read far from its site; `/about` leads nowhere there (RSS 2.0, “Comments”; RFC 4287, section 4.2.6).",
        example: "<link>/posts/1/</link>",
        instead: "<link>https://example.org/posts/1/</link>",
    }
    Error INVALID_ADDRESS "malformed-address" w3c "InvalidLink" {
        what: "Addresses are well-formed: a host where one is needed, a port of digits (all formats).",
        why: "Nothing can open them otherwise (RFC 3986, section 3.2).",
        example: "<link>https://:80a/</link>",
        instead: "<link>https://example.org/</link>",
    }
    Error IRI_NOT_URI "iri-in-rss" w3c "UriNotIri" for RSS_AND_RDF {
        what: "Addresses in RSS are ASCII.",
        why: "RSS knows URIs, not IRIs: other letters are written as punycode in the host and percent-encoded elsewhere (RSS profile, “URLs”).",
        example: "<link>https://bücher.example/</link>",
        instead: "<link>https://xn--bcher-kva.example/</link>",
    }
    Warning UNREGISTERED_SCHEME "unregistered-scheme" w3c "SchemeNotIANARegistered" {
        what: "The scheme of an address is registered (all formats).",
        why: "A typing error such as `htpp:` is the usual cause; schemes of one's own mean nothing to others (RFC 7595; RSS 2.0, “Comments”).",
        example: "<link>htpp://example.org/</link>",
        instead: "<link>https://example.org/</link>",
    }
    Warning SAME_DOCUMENT "same-document-reference" w3c "SameDocumentReference" for XML {
        what: "A reference that is meant relative to `xml:base` does not resolve to just that base (Atom).",
        why: "An empty reference means “this document” to some readers and “the base” to others (RFC 3986, section 4.4).",
        example: "<feed xml:base=\"https://example.org/\"><link href=\"https://example.org/\"/></feed> read from another address",
        instead: "<feed><link href=\"https://example.org/\"/></feed>",
    }
    Warning RELATIVE_SELF "relative-self" w3c "RelativeSelf" for XML {
        what: "The self link is an absolute address (Atom).",
        why: "It tells a copy of the feed where the original is; a relative one cannot (RFC 4287, section 4.2.7.2).",
        example: "<link rel=\"self\" href=\"feed.xml\"/>",
        instead: "<link rel=\"self\" href=\"https://example.org/feed.xml\"/>",
    }
    Warning SELF_ELSEWHERE "self-elsewhere" w3c "SelfDoesntMatchLocation" for XML {
        what: "The self link is the address at which the feed is served (Atom, RSS with `atom:link`).",
        why: "Readers that follow it subscribe to another feed, or to none; WebSub hubs refuse it. Checked only where the address is given (`--base`).",
        example: "<link rel=\"self\" href=\"https://staging.example.org/feed.xml\"/>",
        instead: "<link rel=\"self\" href=\"https://example.org/feed.xml\"/>",
    }
    Warning SELF_NOT_ATOM "self-not-atom" w3c "SelfNotAtom" for XML {
        what: "A link of relation `self` leads to Atom (Atom).",
        why: "It is the same thing in the same format; the page in HTML is the relation `alternate` (RFC 4287, section 4.2.7.2).",
        example: "<link rel=\"self\" type=\"text/html\" href=\"https://example.org/1\"/>",
        instead: "<link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/1\"/>",
    }
    Warning MISSING_SELF "missing-self-link" w3c "MissingSelf" for ATOM {
        what: "A feed has a self link (Atom).",
        why: "It tells readers that got the file from elsewhere where to subscribe (RFC 4287, section 4.1.1). Checked only where the address is given (`--base`).",
        example: "<feed xmlns=\"http://www.w3.org/2005/Atom\">…</feed>",
        instead: "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"self\" href=\"https://example.org/feed.xml\"/>…</feed>",
    }
    Warning MISSING_ATOM_SELF "missing-atom-self-link" w3c "MissingAtomSelfLink" for RSS {
        what: "A channel has an `atom:link` of relation `self` (RSS).",
        why: "It tells readers that got the file from elsewhere where to subscribe (RSS profile, “atom:link”). Checked only where the address is given (`--base`).",
        example: "<channel><title>News</title>…",
        instead: "<channel><atom:link rel=\"self\" type=\"application/rss+xml\" href=\"https://example.org/rss.xml\"/><title>News</title>…",
    }
}
