//! The document type declaration, as far as feeds have one.

use std::ops::Range;

use super::Entities;

/// `<!DOCTYPE name PUBLIC "…" "…" [ … ]>`.
#[derive(Debug, Clone)]
pub struct Doctype<'a> {
    /// The name of the outermost element.
    pub name: &'a str,
    /// The public identifier.
    pub public: Option<&'a str>,
    /// The system identifier.
    pub system: Option<&'a str>,
    /// The whole declaration.
    pub range: Range<usize>,
}

/// More entities than this are not noted.
const MOST_ENTITIES: usize = 256;

/// The public identifiers whose DTD declares the character entities of HTML.
const WITH_HTML_ENTITIES: &[&str] = &[
    "-//Netscape Communications//DTD RSS 0.91//EN",
    "-//Netscape Communications//DTD RSS 0.9//EN",
    "http://www.rssboard.org/rss-0.91.dtd",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd",
];

/// Reads the declaration that starts at `start`; the second value is where it ends. `None` where
/// it does not end.
pub fn read<'a>(
    text: &'a str,
    start: usize,
    entities: &mut Entities<'a>,
) -> Option<(Doctype<'a>, usize)> {
    let bytes = text.as_bytes();
    let mut words: Vec<&'a str> = Vec::new();
    let mut at = start + "<!DOCTYPE".len();
    loop {
        match *bytes.get(at)? {
            b'>' => break,
            b'[' => at = subset(text, at + 1, entities)?,
            quote @ (b'"' | b'\'') => {
                let end = at + 1 + memchr::memchr(quote, bytes.get(at + 1..)?)?;
                words.push(text.get(at + 1..end)?);
                at = end + 1;
            }
            byte if byte.is_ascii_whitespace() => at += 1,
            _ => {
                let length = bytes.get(at..)?.iter().position(|b| {
                    b.is_ascii_whitespace() || matches!(b, b'>' | b'[' | b'"' | b'\'')
                })?;
                words.push(text.get(at..at + length)?);
                at += length.max(1);
            }
        }
    }
    let (public, system) = match words.get(1) {
        Some(&"PUBLIC") => (words.get(2).copied(), words.get(3).copied()),
        Some(&"SYSTEM") => (None, words.get(2).copied()),
        _ => (None, None),
    };
    entities.html = public
        .into_iter()
        .chain(system)
        .any(|identifier| WITH_HTML_ENTITIES.contains(&identifier));
    let doctype = Doctype {
        name: words.first().copied().unwrap_or_default(),
        public,
        system,
        range: start..at + 1,
    };
    Some((doctype, at + 1))
}

/// Reads the internal subset up to its closing bracket and notes the entities it declares.
fn subset<'a>(text: &'a str, start: usize, entities: &mut Entities<'a>) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = start;
    loop {
        match *bytes.get(at)? {
            b']' => return Some(at + 1),
            b'<' if text.get(at..)?.starts_with("<!--") => {
                at += 4 + memchr::memmem::find(bytes.get(at + 4..)?, b"-->")? + 3;
            }
            b'<' => {
                let (words, end) = declaration(text, at)?;
                if let ["<!ENTITY", name, rest @ ..] = words.as_slice() {
                    match rest {
                        ["SYSTEM" | "PUBLIC", ..] if entities.external.len() < MOST_ENTITIES => {
                            entities.external.push(name);
                        }
                        [value, ..] if *name != "%" && entities.declared.len() < MOST_ENTITIES => {
                            entities.declared.push((name, value));
                        }
                        _ => {}
                    }
                }
                at = end;
            }
            _ => at += 1,
        }
    }
}

/// The words of one markup declaration, quotes taken off, and where it ends.
fn declaration(text: &str, start: usize) -> Option<(Vec<&str>, usize)> {
    let bytes = text.as_bytes();
    let mut words = Vec::new();
    let mut at = start;
    loop {
        match *bytes.get(at)? {
            b'>' => return Some((words, at + 1)),
            quote @ (b'"' | b'\'') => {
                let end = at + 1 + memchr::memchr(quote, bytes.get(at + 1..)?)?;
                words.push(text.get(at + 1..end)?);
                at = end + 1;
            }
            byte if byte.is_ascii_whitespace() => at += 1,
            _ => {
                let length = bytes
                    .get(at..)?
                    .iter()
                    .position(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'"' | b'\''))?;
                words.push(text.get(at..at + length)?);
                at += length.max(1);
            }
        }
    }
}
