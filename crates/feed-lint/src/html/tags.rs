//! Tags one after the other, and which element each end tag closes.

use std::borrow::Cow;

use super::names::VOID;
use super::references::decoded;
use super::treatment::{attribute_faults, element_fault};
use super::tree::Tree;
use super::{Fault, Vocabulary, broken};
use crate::values::listed;

pub(super) fn end_tag<'h>(
    html: &'h str,
    start: usize,
    tree: &mut Tree<'h>,
    found: &mut impl FnMut(usize, Fault<'h>),
) -> usize {
    let name = name_at(html, start + 2);
    let from = start + 2 + name.len();
    let Some(length) = html.as_bytes().get(from..).and_then(|rest| memchr::memchr(b'>', rest))
    else {
        let what = "the end tag that starts here does not end";
        found(start, broken(what, "close it with `>`"));
        return html.len();
    };
    let end = from + length + 1;
    if name.is_empty() {
        let what = "`</` must be followed by a name";
        found(start, broken(what, "write the name, or `&lt;/`"));
    } else {
        tree.close(name, start, found);
    }
    end
}

/// The most attributes of a tag that are compared with one another.
const MOST_ATTRIBUTES: usize = 100;

/// What the attributes of a tag say about its element.
struct Attributes {
    /// Where the tag's `>` is.
    end: usize,
    /// Whether a slash is before it.
    closed: bool,
    has_alt: bool,
    /// How many of width and height are one pixel: such an image is there to be counted, not seen.
    pixels: usize,
}

/// An element at its start tag.
struct Element<'e> {
    start: usize,
    name: &'e str,
    lower: &'e str,
    vocabulary: Vocabulary,
    is_known: bool,
}

/// Reads the attributes of an element; where its tag has no end, gives where to go on.
fn attributes<'h>(
    html: &'h str,
    element: &Element<'_>,
    found: &mut impl FnMut(usize, Fault<'h>),
) -> Result<Attributes, usize> {
    let bytes = html.as_bytes();
    let Element { start, name, .. } = *element;
    let mut at = start + 1 + name.len();
    let mut seen: Vec<&str> = Vec::new();
    let (mut closed, mut has_alt, mut pixels) = (false, false, 0);
    loop {
        while bytes.get(at).is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/') {
            closed = bytes.get(at) == Some(&b'/');
            at += 1;
        }
        match bytes.get(at) {
            None | Some(b'<') => {
                let what = format!("the tag `<{name}` does not end");
                found(start, broken(what, "close it with `>`"));
                return Err(at);
            }
            Some(b'>') => break,
            Some(_) => {}
        }
        closed = false;
        let Some((attribute, value, next)) = attribute(html, at) else {
            let what = format!("a quoted value in the tag `<{name}` does not end");
            found(start, broken(what, "add the quotation mark"));
            return Err(html.len());
        };
        let is = |name: &str| attribute.eq_ignore_ascii_case(name);
        let quoted = html.get(next - value.len()..next) != Some(value);
        let fault = if matches!(bytes.get(at - 1), Some(b'"' | b'\'')) {
            Some(("there must be a space between two attributes", "add the space"))
        } else if memchr::memchr3(b'"', b'\'', b'<', attribute.as_bytes()).is_some() {
            let what = "the name of an attribute must not contain quotes or `<`";
            Some((what, "check the quotes before it"))
        } else if seen.iter().any(|known| is(known)) {
            Some(("this attribute is in the tag already", "remove one of the two"))
        } else if !quoted && value.contains(['"', '\'', '<', '=', '`']) {
            let what = "a value with quotes, `<` or `=` must be in quotes";
            Some((what, "put the value in quotes"))
        } else {
            None
        };
        // Where the text ends inside the tag, the next round reports the tag alone.
        let is_checked = element.is_known && next < html.len();
        match fault.filter(|_| is_checked) {
            Some((what, help)) => found(at, broken(what, help)),
            None if is_checked => {
                check_attribute(element.lower, element.vocabulary, attribute, value, at, found);
            }
            None => {}
        }
        pixels += usize::from(matches!(value, "0" | "1") && (is("width") || is("height")));
        has_alt |= is("alt");
        if seen.len() < MOST_ATTRIBUTES {
            seen.push(attribute);
        }
        at = next;
    }
    Ok(Attributes { end: at, closed, has_alt, pixels })
}

pub(super) fn start_tag<'h>(
    html: &'h str,
    start: usize,
    tree: &mut Tree<'h>,
    found: &mut impl FnMut(usize, Fault<'h>),
) -> usize {
    let name = name_at(html, start + 1);
    let lower = lower_case(name);
    let vocabulary = match &*lower {
        "svg" => Vocabulary::Svg,
        "math" => Vocabulary::Math,
        _ => tree.inside(),
    };
    let fault = element_fault(&lower, name, vocabulary);
    let element = Element {
        start,
        name,
        lower: &lower,
        vocabulary,
        // What looks like attributes of an unknown element is text in most cases.
        is_known: !matches!(fault, Some(Fault::Unknown(_))),
    };
    let is_kept = fault.is_none();
    let tag = match attributes(html, &element, found) {
        Ok(tag) => tag,
        Err(at) => return at,
    };
    match fault {
        Some(Fault::UnsafeElement(_)) => found(start, Fault::UnsafeElement(lower.clone())),
        Some(fault) => found(start, fault),
        None => {}
    }
    if &*lower == "img" && !tag.has_alt && tag.pixels < 2 {
        found(start, Fault::NoAlt);
    }
    let end = tag.end + 1;
    let foreign = vocabulary != Vocabulary::Html;
    if !foreign {
        tree.before(&lower, start, found);
    }
    let raw = matches!(
        &*lower,
        "iframe" | "noembed" | "noframes" | "script" | "style" | "textarea" | "title" | "xmp"
    );
    if raw && !foreign {
        return raw_text(html, name, start, end, found);
    }
    let known = foreign || is_kept;
    if listed(VOID, &lower) || tag.closed && foreign || !known {
        return end;
    }
    if tag.closed && !lower.contains('-') {
        let what = format!("`<{name}/>` does not close the element");
        found(start, broken(what, format!("write `<{name}></{name}>`")));
        return end;
    }
    let inside = match name {
        "foreignObject" => Vocabulary::Html,
        _ => vocabulary,
    };
    tree.open(lower, name, start, inside);
    end
}

pub(super) fn comment<'h>(
    html: &'h str,
    start: usize,
    found: &mut impl FnMut(usize, Fault<'h>),
) -> usize {
    let rest = html.as_bytes().get(start..).unwrap_or_default();
    let end = if rest.starts_with(b"<!--") {
        memchr::memmem::find(rest.get(4..).unwrap_or_default(), b"-->").map(|length| length + 7)
    } else {
        let doctype = rest.get(..9).is_some_and(|word| word.eq_ignore_ascii_case(b"<!doctype"));
        if !doctype {
            let what = "this is not HTML markup; browsers hide it";
            found(start, broken(what, "remove it, or write `&lt;` if the text is meant"));
        }
        memchr::memchr(b'>', rest).map(|length| length + 1)
    };
    if let Some(length) = end {
        start + length
    } else {
        let what = "the comment that starts here never ends";
        found(start, broken(what, "close it with `-->`"));
        html.len()
    }
}

/// Where the text of an element without inner markup ends: after its end tag.
fn raw_text<'h>(
    html: &'h str,
    name: &str,
    start: usize,
    from: usize,
    found: &mut impl FnMut(usize, Fault<'h>),
) -> usize {
    let bytes = html.as_bytes();
    for step in memchr::memmem::find_iter(bytes.get(from..).unwrap_or_default(), "</") {
        let at = from + step;
        let rest = html.get(at + 2..).unwrap_or_default();
        let ends = (rest.get(..name.len())).is_some_and(|end| end.eq_ignore_ascii_case(name));
        if ends {
            let end = memchr::memchr(b'>', rest.as_bytes());
            return end.map_or(html.len(), |length| at + 2 + length + 1);
        }
    }
    let help = format!("add `</{name}>`");
    found(start, broken(format!("`<{name}>` is never closed"), help));
    html.len()
}

/// Name, value and end of the attribute at `at`; `None` where its quoted value has no end.
fn attribute(html: &str, at: usize) -> Option<(&str, &str, usize)> {
    let bytes = html.as_bytes();
    let stop = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'/');
    let length = bytes.get(at + 1..)?.iter().position(stop).map_or(html.len() - at, |p| p + 1);
    let name = html.get(at..at + length).unwrap_or_default();
    let mut next = at + length;
    let mut equals = next;
    while bytes.get(equals).is_some_and(u8::is_ascii_whitespace) {
        equals += 1;
    }
    if bytes.get(equals) != Some(&b'=') {
        return Some((name, "", next));
    }
    next = equals + 1;
    while bytes.get(next).is_some_and(u8::is_ascii_whitespace) {
        next += 1;
    }
    if let Some(quote @ (b'"' | b'\'')) = bytes.get(next) {
        let length = memchr::memchr(*quote, bytes.get(next + 1..)?)?;
        Some((name, html.get(next + 1..next + 1 + length)?, next + length + 2))
    } else {
        let rest = bytes.get(next..)?;
        let length =
            rest.iter().position(|b| b.is_ascii_whitespace() || *b == b'>').unwrap_or(rest.len());
        Some((name, html.get(next..next + length)?, next + length))
    }
}

pub(super) fn name_at(html: &str, from: usize) -> &str {
    let rest = html.get(from..).unwrap_or_default();
    let length = rest
        .bytes()
        .position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/' | b'<'))
        .unwrap_or(rest.len());
    rest.get(..length).unwrap_or_default()
}

fn lower_case(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

fn check_attribute<'h>(
    element: &str,
    vocabulary: Vocabulary,
    name: &'h str,
    value: &'h str,
    at: usize,
    found: &mut impl FnMut(usize, Fault<'h>),
) {
    let lower = lower_case(name);
    // The most frequent attributes have nothing to check.
    if matches!(&*lower, "class" | "id" | "title" | "alt" | "lang" | "rel" | "width" | "height") {
        return;
    }
    attribute_faults(element, vocabulary, name, &lower, &decoded(value), &mut |fault| {
        found(at, fault);
    });
}
