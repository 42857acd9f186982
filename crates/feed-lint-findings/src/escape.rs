use std::borrow::Cow;
use std::fmt::Write as _;

/// Escapes everything in the text that could move a terminal's cursor, hide text or start a CI command:
/// control characters other than those in `keep`, bidirectional controls and zero-width characters.
///
/// Everything printed from input passes through here, in every format.
pub fn visible(text: &str) -> Cow<'_, str> {
    escaped(text, is_hidden, |shown, character| shown.extend(character.escape_unicode()))
}

/// The same for a text of many lines, whose line ends and tabs stay.
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
pub(crate) fn visible_json(json: &str) -> Cow<'_, str> {
    escaped(json, |character| character != '\n' && is_hidden(character), push_escape)
}

/// A text with an escape in place of every hidden character.
fn escaped(
    text: &str,
    hidden: impl Fn(char) -> bool,
    push: impl Fn(&mut String, char),
) -> Cow<'_, str> {
    if !may_hide(text) || !text.contains(&hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if hidden(character) {
            push(&mut shown, character);
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// Adds a text as a JSON string, in which hidden characters are escapes.
pub(crate) fn push_json(out: &mut String, text: &str) {
    out.push('"');
    let is_special = |byte: u8| begins_hidden(byte) || matches!(byte, b'"' | b'\\');
    let plain = text.bytes().position(is_special).unwrap_or(text.len());
    let (plain, rest) = text.split_at(plain);
    out.push_str(plain);
    for character in rest.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if is_hidden(character) => push_escape(out, character),
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// All hidden characters are in the basic plane.
fn push_escape(out: &mut String, character: char) {
    let _ = write!(out, "\\u{:04x}", u32::from(character));
}

/// Whether a text has a byte with which a hidden character begins. Most texts have none: many bytes at
/// once are looked at without a branch.
fn may_hide(text: &str) -> bool {
    let mut parts = text.as_bytes().chunks(64);
    parts.any(|part| part.iter().fold(false, |found, byte| found | begins_hidden(*byte)))
}

const fn begins_hidden(byte: u8) -> bool {
    (byte < b' ') | matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef)
}

fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{push_json, visible, visible_json};

    #[test]
    fn controls_become_escapes_and_text_stays() {
        assert_eq!(visible("Zoë 👩‍💻"), "Zoë 👩‍💻");
        assert_eq!(visible("a\u{1b}[31mb\rc"), "a\\u{1b}[31mb\\u{d}c");
        assert_eq!(visible("x\u{202e}y"), "x\\u{202e}y");
    }

    #[test]
    fn json_means_the_same() {
        let text = "a\u{202e}b\u{9b}c\u{1b}d\n";
        let shown = serde_json::json!({ "text": text }).to_string();
        let shown = visible_json(&shown);
        assert_eq!(shown, r#"{"text":"a\u202eb\u009bc\u001bd\n"}"#);
        let read: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
        assert_eq!(read["text"], text);
        let mut string = String::new();
        push_json(&mut string, text);
        assert_eq!(string, r#""a\u202eb\u009bc\u001bd\n""#);
        for text in ["", "plain é", "\"\\/\u{0}\t\r\n\u{8}", &"x".repeat(100)] {
            let mut string = String::new();
            push_json(&mut string, text);
            assert_eq!(serde_json::from_str::<String>(&string).expect("JSON"), text);
        }
    }
}
