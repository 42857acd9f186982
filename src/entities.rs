//! Character references of HTML: `&amp;`, `&#8217;`, read and written.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

/// Text for the content of an element, or for an attribute in double quotes.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Text with its character references resolved; unknown ones stay as they are.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((character, length)) = reference(rest) {
            plain.push_str(&character);
            rest = &rest[length..];
        } else {
            plain.push('&');
            rest = &rest[1..];
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// The character reference at the start of a text that begins with `&`, and its length.
pub(crate) fn reference(text: &str) -> Option<(Cow<'static, str>, usize)> {
    let body = &text[1..];
    if let Some(digits) = body.strip_prefix('#') {
        let (digits, radix, prefix) = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16, 3),
            None => (digits, 10, 2),
        };
        let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let number = u32::from_str_radix(&digits[..end], radix).ok()?;
        let character = character(number);
        // A browser accepts the reference without its semicolon too.
        let stop = usize::from(digits[end..].starts_with(';'));
        return Some((Cow::Owned(character), prefix + end + stop));
    }
    let end = body.find(|c: char| !c.is_ascii_alphanumeric())?;
    if !body[end..].starts_with(';') {
        return None;
    }
    let value = quick_xml::escape::resolve_html5_entity(&body[..end])?;
    Some((Cow::Borrowed(value), end + 2))
}

/// What browsers show for a number; those of C1 control characters are bytes of Windows-1252
/// (HTML, section 13.2.5.80).
fn character(number: u32) -> String {
    match u8::try_from(number) {
        Ok(byte @ 0x80..=0x9f) => WINDOWS_1252.decode(&[byte]).0.into_owned(),
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn references_are_resolved_as_browsers_do() {
        assert_eq!(
            unescape("java&#115;cript&colon;&#x41;&#66 &#146;&#x81; &nope; &"),
            "javascript:AB ’\u{81} &nope; &"
        );
    }
}
