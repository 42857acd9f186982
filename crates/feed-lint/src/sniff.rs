//! Files that are no feed at all, told by how they begin: one sentence says so, where a parser would
//! report every byte.

use super::log::Log;
use super::rules::limits::NOT_A_FEED;
use super::rules::wellformed::NO_ELEMENT;

/// How files of other kinds begin, what they are, and what to do.
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

const FEED: &str = "give the file of an RSS, Atom or JSON feed";

/// Notes that a file is something else than a feed; `false` where it may be one.
pub(super) fn is_something_else(bytes: &[u8], log: &mut Log<'_>) -> bool {
    let text = log.text().trim_start_matches('\u{feff}').trim_start();
    let begins = |start: &str| {
        text.get(..start.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(start))
    };
    let magic = MAGIC.iter().find(|(magic, ..)| bytes.starts_with(magic));
    let (rule, message, help) = if let Some((_, message, help)) = magic {
        (&NOT_A_FEED, *message, *help)
    } else if begins("<!doctype html") || begins("<html") {
        let help = "validate the address that the page's `<link rel=\"alternate\">` names";
        (&NOT_A_FEED, "this file is an HTML page", help)
    } else if !text.is_empty() && !text.contains('<') && !text.starts_with(['{', '[', '/', '"']) {
        let message = "there is no element in this file: it is plain text";
        (&NO_ELEMENT, message, FEED)
    } else {
        return false;
    };
    let line = log.text().find(['\n', '\r']).unwrap_or(log.text().len());
    let line = log.text().floor_char_boundary(line.min(80));
    log.say(rule, 0..line, message).help(help);
    true
}
