//! Languages, media types, words from a list.

feed_lint_findings::rules! {
    for EVERY;
    /// A language is a tag of BCP 47 whose first part is a code of ISO 639 (all formats).
    ///
    /// Readers choose fonts and voices by it; `English` and `en_US` are not such tags (RFC 5646).
    Error LANGUAGE "language" w3c "InvalidLanguage":
        "<language>English</language>" => "<language>en</language>";

    /// A media type is a type, a slash and a subtype, with or without parameters (Atom, JSON Feed).
    ///
    /// Readers choose by it how to show the content (RFC 4287, section 4.1.3.1; RFC 6838).
    Error MEDIA_TYPE "media-type" w3c "InvalidMIMEType":
        "<content type=\"multipart/mixed\">…</content>" => "<content type=\"html\">…</content>";

    /// The type of an enclosure or a media object is a media type (RSS 2.0, media).
    ///
    /// Podcast clients choose by it what to download (RSS 2.0, “<enclosure> sub-element”).
    Error MEDIA_TYPE_ATTRIBUTE "enclosure-type" w3c "InvalidMIMEAttribute" for RSS:
        "<enclosure url=\"https://example.org/a.mp3\" length=\"1234\" type=\"mp3\"/>"
        => "<enclosure url=\"https://example.org/a.mp3\" length=\"1234\" type=\"audio/mpeg\"/>";

    /// `isPermaLink` is `true` or `false` (RSS 2.0).
    ///
    /// Readers compare it with these two words, in lower case (RSS 2.0, “<guid> sub-element”).
    Error BOOLEAN_ATTRIBUTE "boolean-attribute" w3c "InvalidBooleanAttribute" for XML:
        "<guid isPermaLink=\"no\">1</guid>" => "<guid isPermaLink=\"false\">1</guid>";

    /// Switches are `true` or `false` (iTunes, media).
    ///
    /// Directories refuse the feed or ignore the switch otherwise; `yes`, `clean` and `explicit`
    /// are of former days (Apple Podcasts, “RSS tags”).
    Error TRUE_OR_FALSE "true-or-false" w3c "InvalidTrueFalse" for XML:
        "<itunes:explicit>clean</itunes:explicit>" => "<itunes:explicit>false</itunes:explicit>";
}
