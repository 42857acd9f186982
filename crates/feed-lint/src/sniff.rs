//! Recognises other files than feeds by their first bytes, so that one finding replaces one per byte
//! from a parser.

use super::log::Log;
use super::rules::encoding::{OBSCURE_ENCODING, WRONG_ENCODING};
use super::rules::limits::NOT_A_FEED;
use super::rules::wellformed::NO_ELEMENT;

/// First bytes of other formats, their names, and the help.
const MAGIC: &[(&[u8], &str, &str)] = &[
    (
        b"\x1f\x8b",
        "this file is compressed with gzip",
        "unpack it with `gzip -d`; a server that sends it so declares `Content-Encoding: gzip`",
    ),
    (
        b"\x28\xb5\x2f\xfd",
        "this file is compressed with Zstandard",
        "unpack it with `zstd -d`; a server that sends it so declares `Content-Encoding: zstd`",
    ),
    (b"PK\x03\x04", "this file is a ZIP archive", FEED),
    (b"%PDF-", "this file is a PDF document", FEED),
    (b"\x89PNG", "this file is a PNG picture", FEED),
    (b"\xff\xd8\xff", "this file is a JPEG picture", FEED),
    (b"GIF8", "this file is a GIF picture", FEED),
];

pub(super) const FEED: &str = "validate an RSS, Atom or JSON feed";

/// Whether a text is UTF-32, by its byte order mark or by its first character, `<` or `{`.
const fn is_utf_32(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0, 0, 0xfe, 0xff, ..]
            | [0xff, 0xfe, 0, 0, ..]
            | [0, 0, 0, b'<' | b'{', ..]
            | [b'<' | b'{', 0, 0, 0, ..]
    )
}

/// Whether many of the first characters are none of text.
fn is_binary(text: &str) -> bool {
    let first = || text.chars().take(200);
    let odd = |c: &char| c.is_ascii_control() && !c.is_whitespace();
    first().filter(odd).count() * 20 > first().count()
}

/// A document behind its XML declaration and comments.
fn without_prologue(mut text: &str) -> &str {
    loop {
        let end = match text {
            _ if text.starts_with("<?xml") => "?>",
            _ if text.starts_with("<!--") => "-->",
            _ => return text,
        };
        let Some((_, rest)) = text.split_once(end) else {
            return text;
        };
        text = rest.trim_start();
    }
}

/// Reports a file of another format; `false` where it may be a feed.
pub(super) fn is_something_else(bytes: &[u8], is_json: bool, log: &mut Log<'_>) -> bool {
    let text = log.text().trim_start_matches('\u{feff}').trim_start();
    let body = without_prologue(text);
    let begins = |start: &str| {
        body.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
    };
    let magic = MAGIC.iter().find(|(magic, ..)| bytes.starts_with(magic));
    let (rule, message, help) = if let Some((_, message, help)) = magic {
        (&NOT_A_FEED, *message, *help)
    } else if is_utf_32(bytes) {
        let message = "this file is in UTF-32, which readers need not know (XML 1.0, section 2.2)";
        (&WRONG_ENCODING, message, "save it as UTF-8")
    } else if bytes.starts_with(b"\x4c\x6f\xa7\x94") {
        let message = "this file is in EBCDIC, which few readers know";
        (&OBSCURE_ENCODING, message, "save it as UTF-8")
    } else if bytes.is_empty() {
        (&NO_ELEMENT, "this file is empty", FEED)
    } else if text.is_empty() {
        (&NO_ELEMENT, "this file has nothing but white space", FEED)
    } else if is_binary(text) {
        (&NOT_A_FEED, "this file is not text", FEED)
    } else if begins("<!doctype html") || begins("<html") {
        let help = "validate the URL that the page's `<link rel=\"alternate\">` names";
        (&NOT_A_FEED, "this file is an HTML page", help)
    } else if !is_json && !text.contains('<') {
        let message = "there is no element in this file: it is plain text";
        (&NO_ELEMENT, message, FEED)
    } else {
        return false;
    };
    let line = log.text().find(['\n', '\r']).unwrap_or(log.text().len());
    let line = log.text().floor_char_boundary(line.min(80));
    let finding = log.report(rule, 0..line, message).help(help);
    if rule.name == NOT_A_FEED.name {
        finding.parent("root");
    }
    true
}
