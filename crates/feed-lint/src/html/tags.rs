//! Tags one after the other, and which element each end tag closes.

use std::borrow::Cow;

use super::names::{ELEMENTS, OPTIONAL_END, VOID, has, has_no_case, listed_no_case};
use super::references::decoded;
use super::treatment::{attribute_treatment, element_fault};
use super::{Fault, Open, Vocabulary};
use crate::values::listed;

/// How deep elements are tracked; deeper ones are not matched with their end tags.
const DEEPEST: usize = 512;

pub(super) fn end_tag<'h>(
    html: &'h str,
    start: usize,
    open: &mut Vec<Open<'h>>,
    found: &mut impl FnMut(usize, Fault<'h>),
) -> usize {
    let name = name_at(html, start + 2);
    let from = start + 2 + name.len();
    let Some(length) = html
        .as_bytes()
        .get(from..)
        .and_then(|rest| memchr::memchr(b'>', rest))
    else {
        found(
            start,
            Fault::Broken("the end tag that starts here does not end".to_owned()),
        );
        return html.len();
    };
    let end = from + length + 1;
    if open.last().is_some_and(|last| last.name == name) {
        open.pop();
        return end;
    }
    match open
        .iter()
        .rposition(|other| other.name.eq_ignore_ascii_case(name))
    {
        Some(position) => {
            while open.len() > position + 1 {
                let Some(inner) = open.pop() else { break };
                if !listed_no_case(OPTIONAL_END, inner.name) {
                    let unclosed = inner.name;
                    let message = format!("`<{unclosed}>` is not closed before `</{name}>`");
                    found(inner.start, Fault::Broken(message));
                }
            }
            open.pop();
        }
        // A parser makes elements of `</p>` and `</br>`; it drops other stray end tags.
        None if !listed_no_case(OPTIONAL_END, name)
            && !listed_no_case(VOID, name)
            && has_no_case(&ELEMENTS, name)
            && open.len() < DEEPEST =>
        {
            found(start, Fault::Broken(format!("`</{name}>` closes nothing")));
        }
        None => {}
    }
    end
}

pub(super) fn start_tag<'h>(
    html: &'h str,
    start: usize,
    open: &mut Vec<Open<'h>>,
    found: &mut impl FnMut(usize, Fault<'h>),
) -> usize {
    let name = name_at(html, start + 1);
    let bytes = html.as_bytes();
    let mut at = start + 1 + name.len();
    let lower: Cow<'h, str> = if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    };
    let vocabulary = match &*lower {
        "svg" => Vocabulary::Svg,
        "math" => Vocabulary::Math,
        _ => (open.last()).map_or(Vocabulary::Html, |outer| outer.inside),
    };
    let mut has_alt = false;
    let mut closed = false;
    loop {
        while bytes
            .get(at)
            .is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/')
        {
            closed = bytes.get(at) == Some(&b'/');
            at += 1;
        }
        match bytes.get(at) {
            None | Some(b'<') => {
                found(
                    start,
                    Fault::Broken(format!("the tag `<{name}` does not end")),
                );
                return at;
            }
            Some(b'>') => break,
            Some(_) => {}
        }
        closed = false;
        let Some((attribute, value, next)) = attribute(html, at) else {
            let message = format!("a quoted value in the tag `<{name}` does not end");
            found(start, Fault::Broken(message));
            return html.len();
        };
        has_alt |= attribute.eq_ignore_ascii_case("alt");
        check_attribute(&lower, vocabulary, attribute, value, at, found);
        at = next;
    }
    match element_fault(&lower, name, vocabulary) {
        Some(Fault::UnsafeElement(_)) => found(start, Fault::UnsafeElement(lower.clone())),
        Some(fault) => found(start, fault),
        None => {}
    }
    if &*lower == "img" && !has_alt {
        found(start, Fault::NoAlt);
    }
    let end = at + 1;
    if matches!(&*lower, "script" | "style" | "textarea" | "title")
        && vocabulary == Vocabulary::Html
    {
        return raw_text(html, &lower, end);
    }
    let foreign = vocabulary != Vocabulary::Html;
    let known = foreign || has(&ELEMENTS, &lower) || lower.contains('-');
    if known && !(closed && foreign) && !listed(VOID, &lower) && open.len() < DEEPEST {
        implied_end(&lower, open);
        let inside = match name {
            "foreignObject" => Vocabulary::Html,
            _ => vocabulary,
        };
        open.push(Open {
            name,
            start,
            inside,
        });
    }
    end
}

/// End tags that HTML implies: an item, row or paragraph ends where the next begins.
fn implied_end(name: &str, open: &mut Vec<Open<'_>>) {
    if let Some(last) = open.last()
        && last.name.eq_ignore_ascii_case(name)
        && listed(OPTIONAL_END, name)
    {
        open.pop();
    }
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
        memchr::memchr(b'>', rest).map(|length| length + 1)
    };
    if let Some(length) = end {
        start + length
    } else {
        found(
            start,
            Fault::Broken("the comment that starts here never ends".to_owned()),
        );
        html.len()
    }
}

/// Where the text of an element without inner markup ends: after its end tag.
fn raw_text(html: &str, name: &str, from: usize) -> usize {
    let bytes = html.as_bytes();
    let mut at = from;
    while let Some(step) = bytes.get(at..).and_then(|rest| memchr::memchr(b'<', rest)) {
        at += step;
        let rest = html
            .get(at + 1..)
            .and_then(|rest| rest.strip_prefix('/'))
            .unwrap_or_default();
        if rest
            .get(..name.len())
            .is_some_and(|end| end.eq_ignore_ascii_case(name))
        {
            return memchr::memchr(b'>', rest.as_bytes())
                .map_or(html.len(), |length| at + 2 + length + 1);
        }
        at += 1;
    }
    html.len()
}

/// Name, value and end of the attribute at `at`; `None` where its quoted value has no end.
fn attribute(html: &str, at: usize) -> Option<(&str, &str, usize)> {
    let bytes = html.as_bytes();
    let stop = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'/');
    let length = bytes
        .get(at + 1..)?
        .iter()
        .position(stop)
        .map_or(html.len() - at, |p| p + 1);
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
        Some((
            name,
            html.get(next + 1..next + 1 + length)?,
            next + length + 2,
        ))
    } else {
        let rest = bytes.get(next..)?;
        let length = rest
            .iter()
            .position(|b| b.is_ascii_whitespace() || *b == b'>')
            .unwrap_or(rest.len());
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

fn check_attribute<'h>(
    element: &str,
    vocabulary: Vocabulary,
    name: &'h str,
    value: &'h str,
    at: usize,
    found: &mut impl FnMut(usize, Fault<'h>),
) {
    let lower: Cow<'h, str> = if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    };
    // The most frequent elements have nothing to check.
    if matches!(
        &*lower,
        "class" | "id" | "title" | "alt" | "lang" | "rel" | "width" | "height"
    ) {
        return;
    }
    attribute_treatment(
        element,
        vocabulary,
        name,
        &lower,
        &decoded(value),
        &mut |fault| found(at, fault),
    );
}
