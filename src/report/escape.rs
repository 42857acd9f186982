use std::borrow::Cow;

/// The text with everything that could move a terminal's cursor, hide text or start a CI command
/// shown as an escape: control characters other than those in `keep`, bidirectional controls and
/// zero-width characters.
///
/// Whatever is printed from input goes through here, in every format.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_hidden(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn controls_become_escapes_and_text_stays() {
        assert_eq!(visible("Zoë 👩‍💻"), "Zoë 👩‍💻");
        assert_eq!(visible("a\u{1b}[31mb\rc"), "a\\u{1b}[31mb\\u{d}c");
        assert_eq!(visible("x\u{202e}y"), "x\\u{202e}y");
    }
}
