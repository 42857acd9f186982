//! Character references.

use std::borrow::Cow;

use super::Fault;
use crate::values::entities::named;

/// An attribute's value with its character references replaced.
pub(crate) fn decoded(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after.bytes().take(12).position(|byte| byte == b';');
        let character = end.and_then(|end| after.get(..end)).and_then(reference);
        if let (Some(character), Some(end)) = (character, end) {
            out.push(character);
            rest = after.get(end + 1..).unwrap_or_default();
        } else {
            out.push('&');
            rest = after;
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character that a reference without `&` and `;` stands for.
fn reference(name: &str) -> Option<char> {
    match name.strip_prefix('#') {
        None => {
            if name == "apos" {
                Some('\'')
            } else {
                named(name)
            }
        }
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            code.ok().and_then(char::from_u32)
        }
    }
}

/// Whether a browser reads an ampersand and what follows it as a character reference.
pub(super) fn is_reference(rest: &str) -> bool {
    if let Some(number) = rest.strip_prefix('#') {
        return number.starts_with(|c: char| c.is_ascii_digit() || c == 'x' || c == 'X');
    }
    let length = rest
        .bytes()
        .position(|byte| !byte.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    let name = rest.get(..length).unwrap_or_default();
    name == "apos" || named(name).is_some()
}

/// Numeric references to characters that HTML replaces, and their replacements.
pub(super) fn references<'h>(html: &'h str, found: &mut impl FnMut(usize, Fault<'h>)) {
    let bytes = html.as_bytes();
    for at in memchr::memmem::find_iter(bytes, b"&#") {
        let rest = html.get(at + 1..).unwrap_or_default();
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        let character = end.and_then(|end| rest.get(..end)).and_then(reference);
        if end.is_some() && character.is_none_or(|c| matches!(c, '\0' | '\u{80}'..='\u{9f}')) {
            let text = html.get(at..at + end.unwrap_or(0) + 2).unwrap_or_default();
            found(
                at,
                Fault::Broken(format!("`{text}` is not a character that HTML allows")),
            );
        }
    }
    let c1 = memchr::memchr_iter(0xc2, bytes)
        .find(|at| bytes.get(at + 1).is_some_and(|next| *next < 0xa0));
    if let Some(at) = c1 {
        found(
            at,
            Fault::Broken("there is a control character in the text".to_owned()),
        );
    }
}
