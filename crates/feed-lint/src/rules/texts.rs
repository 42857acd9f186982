//! Text: not blank, in a language, without stray white space.

use super::podcast;
use crate::linter::Linter;
use crate::xml::{Id, Ns};

feed_lint_findings::rules! {
    for XML;
    /// An element that is there holds something (all formats in XML).
    ///
    /// Readers show an empty title as “Untitled”, or as nothing that one could click.
    Warning BLANK_ELEMENT "blank-element" w3c "NotBlank":
        "<title></title>" => "<title>News</title>";

    /// An attribute that is there holds something (Atom).
    ///
    /// An empty `rel`, `title` or `type` means nothing, and is not the same as none.
    Warning BLANK_ATTRIBUTE "blank-attribute" w3c "AttrNotBlank":
        "<link rel=\"\" href=\"https://example.org/\"/>" => "<link href=\"https://example.org/\"/>";

    /// Ids, dates and URLs have no white space around them (Atom).
    ///
    /// It is part of the value: readers compare ids character by character (RFC 4287, sections 2,
    /// 3.3 and 4.2.6.1).
    Error UNEXPECTED_WHITESPACE "unexpected-whitespace" w3c "UnexpectedWhitespace":
        "<id> tag:example.org,2026:1 </id>" => "<id>tag:example.org,2026:1</id>";

    /// A feed says which language it is in (RSS, Atom).
    ///
    /// Readers choose fonts, hyphenation and voices by it, and directories sort by it.
    Info MISSING_LANGUAGE "missing-language" w3c "MissingDCLanguage":
        "<channel><title>News</title>…" => "<channel><title>News</title><language>en</language>…";
}

/// Reports a channel without a language.
pub fn language_of_channel(linter: &mut Linter<'_, '_>, channel: Id) {
    let root = linter.document.parent(channel);
    let finding = linter.core_child(channel, "language").is_some()
        || linter.document.child(channel, Ns::Dc, "language").is_some()
        || [channel, root]
            .iter()
            .any(|id| *id != 0 && linter.document.attribute_ns(*id, Ns::Xml, "lang").is_some());
    // A podcast must have an element `language`, which is reported there.
    if !finding && !podcast::is_podcast(linter, channel) {
        linter.missing(channel, "language", &MISSING_LANGUAGE);
    }
}

/// Reports an Atom feed without any language.
pub fn language_of_feed(linter: &mut Linter<'_, '_>, feed: Id) {
    let finding = linter.document.attribute_ns(feed, Ns::Xml, "lang").is_some()
        || linter
            .document
            .elements(feed)
            .any(|child| linter.document.attribute_ns(child, Ns::Xml, "lang").is_some());
    if !finding {
        let message = "the feed does not say which language it is in";
        linter
            .log
            .report(&MISSING_LANGUAGE, linter.document.tag(feed), message)
            .element("xml:lang")
            .parent("feed")
            .help("add `xml:lang=\"en\"` to `feed`");
    }
}
