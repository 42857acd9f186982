use std::borrow::Cow;
use std::fmt::Write as _;

/// Escapes everything in the text that could move a terminal's cursor, hide text or start a CI command:
/// control characters other than those in `keep`, bidirectional controls and zero-width characters.
///
/// Everything printed from input passes through here, in every format.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !may_hide(text) || !text.chars().any(is_hidden) {
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

/// The same for a text of many lines, whose line ends and tabs stay.
#[must_use]
pub fn visible_lines(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (line, end) = ["\r\n", "\n"]
            .iter()
            .find_map(|end| Some((line.strip_suffix(end)?, *end)))
            .unwrap_or((line, ""));
        for (index, part) in line.split('\t').enumerate() {
            if index > 0 {
                shown.push('\t');
            }
            shown.push_str(&visible(part));
        }
        shown.push_str(end);
    }
    shown
}

/// A JSON document with the same characters as JSON escapes: its meaning is unchanged, and a terminal
/// shows it as it is. Line feeds stay: strings have them escaped already.
pub(crate) fn visible_json(json: String) -> String {
    let hidden = |character: char| character != '\n' && is_hidden(character);
    if !may_hide(&json) || !json.contains(hidden) {
        return json;
    }
    let mut shown = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        if hidden(character) {
            // All of them are in the basic plane.
            let _ = write!(shown, "\\u{:04x}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    shown
}

/// Whether a text has a byte with which a hidden character begins; many bytes are looked at at once.
fn may_hide(text: &str) -> bool {
    let begins = |byte: u8| byte < b' ' || matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef);
    let mut parts = text.as_bytes().chunks(64);
    parts.any(|part| part.iter().fold(false, |found, byte| found | begins(*byte)))
}

fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{visible, visible_json};

    #[test]
    fn controls_become_escapes_and_text_stays() {
        assert_eq!(visible("Zoë 👩‍💻"), "Zoë 👩‍💻");
        assert_eq!(visible("a\u{1b}[31mb\rc"), "a\\u{1b}[31mb\\u{d}c");
        assert_eq!(visible("x\u{202e}y"), "x\\u{202e}y");
    }

    #[test]
    fn json_means_the_same() {
        let text = "a\u{202e}b\u{9b}c\u{1b}d\n";
        let shown = visible_json(serde_json::json!({ "text": text }).to_string());
        assert_eq!(shown, r#"{"text":"a\u202eb\u009bc\u001bd\n"}"#);
        let read: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
        assert_eq!(read["text"], text);
    }
}
