//! Character references.

use std::borrow::Cow;
use std::ops::Range;

use super::{Fault, broken};
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
        None if name == "apos" => Some('\''),
        None => named(name),
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
    let length = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let name = rest.get(..length).unwrap_or_default();
    name == "apos" || named(name).is_some()
}

/// References in `range` to characters that HTML replaces, and those without their semicolon.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches the search for control characters is one pass of vector instructions"
)]
pub(super) fn references<'h>(
    html: &'h str,
    range: Range<usize>,
    found: &mut impl FnMut(usize, Fault<'h>),
) {
    let start = range.start;
    let html = html.get(range).unwrap_or_default();
    let bytes = html.as_bytes();
    for at in memchr::memchr_iter(b'&', bytes) {
        let rest = html.get(at + 1..).unwrap_or_default();
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
        let name = rest.get(..length.unwrap_or(rest.len())).unwrap_or_default();
        let next = rest.get(name.len()..).unwrap_or_default();
        let character = reference(name);
        if name.starts_with('#') {
            let replaced = character.is_none_or(|c| matches!(c, '\0' | '\u{80}'..='\u{9f}'));
            if replaced && next.starts_with(';') && name.len() < 10 {
                let what = format!("`&{name};` is not a character that HTML allows");
                found(start + at, broken(what, "write the character itself"));
            }
            continue;
        }
        // These alone are references without the semicolon (WHATWG HTML, section 13.5).
        let is_old = character.is_some_and(|c| c <= '\u{ff}' && name != "apos");
        if is_old && !next.starts_with([';', '=']) {
            let what = format!("the reference `&{name}` must end with `;`");
            found(start + at, broken(what, format!("write `&{name};`")));
        }
    }
    // Nearly no text has one.
    let is_control = |byte: u8| {
        let is_space = (byte == b'\t') | (byte == b'\n') | (byte == b'\x0c') | (byte == b'\r');
        (byte < b' ') & !is_space | (byte == 0x7f)
    };
    let may_have = |any: bool, byte: &u8| any | is_control(*byte) | (*byte == 0xc2);
    if !bytes.iter().fold(false, may_have) {
        return;
    }
    let position = bytes.iter().enumerate().position(|(at, byte)| {
        is_control(*byte) || *byte == 0xc2 && bytes.get(at + 1).is_some_and(|next| *next < 0xa0)
    });
    if let Some(at) = position {
        let what = "there is a control character in the text";
        found(start + at, broken(what, "remove it"));
    }
}
