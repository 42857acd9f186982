//! Character references of HTML in a text: `&amp;`, `&#8217;`.

use std::borrow::Cow;

/// Text with its character references resolved; those that mean nothing stay as they are.
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
fn reference(text: &str) -> Option<(Cow<'static, str>, usize)> {
    let body = &text[1..];
    if let Some(digits) = body.strip_prefix('#') {
        let (digits, radix, prefix) = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16, 3),
            None => (digits, 10, 2),
        };
        let end = digits
            .find(|c: char| !c.is_digit(radix))
            .unwrap_or(digits.len());
        let number = u32::from_str_radix(&digits[..end], radix).ok()?;
        let character = char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER);
        let character = windows_1252(character);
        // A browser takes the reference without its semicolon too.
        let stop = usize::from(digits[end..].starts_with(';'));
        return Some((Cow::Owned(character.to_string()), prefix + end + stop));
    }
    let end = body.find(|c: char| !c.is_ascii_alphanumeric())?;
    if !body[end..].starts_with(';') {
        return None;
    }
    let value = quick_xml::escape::resolve_html5_entity(&body[..end])?;
    Some((Cow::Borrowed(value), end + 2))
}

/// What browsers show for the number of a C1 control character: what Windows-1252 has at that place.
fn windows_1252(character: char) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let place = u32::from(character).checked_sub(0x80);
    let meant = place.and_then(|place| FROM_80.get(place as usize));
    meant.copied().unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn references_are_resolved_as_browsers_do() {
        assert_eq!(
            unescape("java&#115;cript&colon;&#x41;&#66 &nope; &"),
            "javascript:AB &nope; &"
        );
    }
}
