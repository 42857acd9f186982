//! Encodings.

use crate::encoding::{Mojibake, find_mojibake};
use crate::linter::Linter;

feed_lint_findings::rules! {
    for XML;
    /// The declared encoding exists.
    ///
    /// A parser that does not know the encoding must not guess (XML 1.0, section 4.3.3).
    Error UNKNOWN_ENCODING "unknown-encoding" w3c "UnknownEncoding":
        "<?xml version=\"1.0\" encoding=\"utf-9\"?>" => "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    /// The bytes of the file are what its encoding allows.
    ///
    /// Text that was saved in one encoding and declared as another is rejected, or shown as
    /// rubbish; Windows-1252 quotes in a UTF-8 feed are the usual case (XML 1.0, section 4.3.3).
    Error WRONG_ENCODING "wrong-encoding" w3c "UnicodeError" for EVERY:
        "<?xml version=\"1.0\" encoding=\"utf-8\"?> with the byte 0x92 for an apostrophe"
        => "Save the file as UTF-8.";

    /// The encoding is one that readers commonly support.
    ///
    /// XML parsers must know UTF-8 and UTF-16 only; many know no Korean or Chinese encoding, and
    /// few EBCDIC or UTF-7 (XML 1.0, section 4.3.3).
    Warning OBSCURE_ENCODING "obscure-encoding" w3c "ObscureEncoding" for EVERY:
        "<?xml version=\"1.0\" encoding=\"ibm037\"?>" => "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    /// The encoding is UTF-8 or UTF-16.
    ///
    /// XML parsers need to know no others (XML 1.0, section 4.3.3); JSON is UTF-8 always (RFC 8259,
    /// section 8.1).
    Info UNUSUAL_ENCODING "unusual-encoding" w3c "NonstdEncoding" for EVERY:
        "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" => "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    /// The XML declaration names the encoding.
    ///
    /// Without it a file is UTF-8 or UTF-16 by its first bytes, and a server that sends `text/xml`
    /// without a charset makes it US-ASCII (RFC 3023; relaxed by RFC 7303).
    Info MISSING_ENCODING "missing-encoding" w3c "MissingEncoding":
        "<?xml version=\"1.0\"?>" => "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    /// Text holds no C1 control characters, no replacement characters and no sequences that come from decoding twice.
    ///
    /// `â€™` where an apostrophe should be, or U+0092, is text that was decoded with the wrong
    /// encoding on its way into the feed; readers show it as it is.
    Warning MANGLED_TEXT "mangled-text" w3c "BadCharacters" for EVERY:
        "<title>isnâ€™t</title>" => "<title>isn’t</title>";

    /// The XML version is 1.0.
    ///
    /// Hardly any reader knows XML 1.1, and no feed needs it.
    Error XML_VERSION "xml-version" w3c "BadXmlVersion":
        "<?xml version=\"1.1\"?>" => "<?xml version=\"1.0\"?>";

    /// The feed does not refer to the DTD of RSS 0.91.
    ///
    /// Netscape took that file off its server; parsers that fetch it fail. Nothing in it is needed
    /// but a few entities, which can be written as characters.
    Error DEPRECATED_DTD "deprecated-dtd" w3c "DeprecatedDTD":
        "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">"
        => "<rss version=\"0.91\">…</rss>";

    /// A document type declaration fits the format and the version of the feed.
    ///
    /// The DTD of RSS 0.91 describes RSS 0.91 alone; with it a feed of another version is invalid.
    Error WRONG_DOCTYPE "wrong-doctype" w3c "InvalidDoctype":
        "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\"><rss version=\"2.0\">…</rss>"
        => "<rss version=\"2.0\">…</rss>";

    /// The feed needs no other file to be read.
    ///
    /// Readers do not fetch external entities and DTDs, for safety; whatever they would bring is
    /// missing.
    Info SYSTEM_ENTITY "system-entity" w3c "ContainsSystemEntity":
        "<!DOCTYPE rss [<!ENTITY note SYSTEM \"note.txt\">]>" => "<rss version=\"2.0\">…</rss>";

    /// No text comes from another file.
    ///
    /// Safe readers do not read external entities: the same lines have been used to steal files and to
    /// call servers (XML 1.0, section 4.2.2).
    Error EXTERNAL_ENTITY "external-entity":
        "<!DOCTYPE rss [<!ENTITY note SYSTEM \"note.txt\">]><rss version=\"2.0\"><channel><description>&note;</description></channel></rss>"
        => "<rss version=\"2.0\"><channel><description>The text of the note itself.</description></channel></rss>";
}

/// Reports mojibake in the text of any element and in any attribute, whatever its vocabulary.
pub fn mangled_text(linter: &mut Linter<'_, '_>) {
    let document = linter.document;
    for id in document.descendants(0) {
        if let Some(found) = find_mojibake(&document.text(id)) {
            let range = linter.place(&mut document.place(id), found.at, found.sign.len());
            linter.about_at(&MANGLED_TEXT, id, range, found.message()).help(Mojibake::HELP);
        }
        for attribute in document.attributes(id) {
            if let Some(found) = find_mojibake(&document.value(attribute)) {
                let parent = linter.label(id);
                linter
                    .log
                    .report(&MANGLED_TEXT, attribute.value_range.clone(), found.message())
                    .element(attribute.name)
                    .parent(parent)
                    .attr(attribute.name)
                    .help(Mojibake::HELP);
            }
        }
    }
}
