//! Escapes text for HTML, and for the XML that carries it.

/// The context of the escaped text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    Text,
    /// Between double quotes.
    Attribute,
}

/// Appends `text` with markup escaped, line ends as LF, and without the characters that XML 1.0
/// forbids. Returns the first of those.
pub(super) fn escape(out: &mut String, text: &str, within: Within) -> Option<char> {
    let bytes = text.as_bytes();
    let mut forbidden = None;
    let mut copied = 0;
    let special = |byte: &u8| SPECIAL[usize::from(*byte)];
    let mut from = 0;
    while let Some(ahead) = bytes[from..].iter().position(special) {
        let at = from + ahead;
        let byte = &bytes[at];
        from = at + 1;
        let instead = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' if within == Within::Attribute => "&quot;",
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => "",
            b'\r' => "\n",
            b'\t' | b'\n' => continue,
            0..0x20 => "",
            // U+FFFE and U+FFFF; the three bytes are left out as one.
            0xef if matches!(bytes.get(at + 1..at + 3), Some([0xbf, 0xbe | 0xbf])) => "",
            _ => continue,
        };
        let length = if *byte == 0xef { 3 } else { 1 };
        out.push_str(&text[copied..at]);
        out.push_str(instead);
        copied = at + length;
        if instead.is_empty() && *byte != b'\r' {
            forbidden = forbidden.or_else(|| text[at..].chars().next());
        }
    }
    out.push_str(&text[copied..]);
    forbidden
}

/// The bytes at which [`escape`] stops; most of a text has none of them.
static SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        special[byte] = byte != b'\t' as usize && byte != b'\n' as usize;
        byte += 1;
    }
    special[b'&' as usize] = true;
    special[b'<' as usize] = true;
    special[b'>' as usize] = true;
    special[b'"' as usize] = true;
    special[0xef] = true;
    special
};

/// The first character of `text` that XML 1.0 forbids (section 2.2), with its position.
pub fn forbidden_character(text: &str) -> Option<(usize, char)> {
    const CHUNK: usize = 64;
    let bytes = text.as_bytes();
    let is_forbidden = |at: &usize| match bytes.get(*at..) {
        Some([0xef, 0xbf, 0xbe | 0xbf, ..]) => true,
        Some([byte, ..]) => control(*byte),
        _ => false,
    };
    let chunks = bytes.chunks(CHUNK).enumerate();
    let at = chunks
        .filter(|(_, chunk)| chunk.iter().fold(false, |any, byte| any | suspect(*byte)))
        .find_map(|(index, chunk)| {
            let start = index * CHUNK;
            (start..start + chunk.len()).find(is_forbidden)
        })?;
    text[at..].chars().next().map(|character| (at, character))
}

/// Whether such a character may begin with this byte.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches the compiler compares many bytes at once"
)]
const fn suspect(byte: u8) -> bool {
    control(byte) | (byte == 0xef)
}

#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches the compiler compares many bytes at once"
)]
const fn control(byte: u8) -> bool {
    (byte < 0x20) & (byte != b'\n') & (byte != b'\r') & (byte != b'\t')
}

#[cfg(test)]
mod tests {
    use super::{Within, escape, forbidden_character};

    #[test]
    fn markup_and_forbidden_characters() {
        let mut out = String::new();
        assert_eq!(escape(&mut out, "<a>&\"b\"\r\nc\rd", Within::Text), None);
        assert_eq!(out, "&lt;a&gt;&amp;\"b\"\nc\nd");
        out.clear();
        assert_eq!(escape(&mut out, "é\u{8}ü\u{ffff}\"", Within::Attribute), Some('\u{8}'));
        assert_eq!(out, "éü&quot;");
    }

    #[test]
    fn the_first_forbidden_character_is_found() {
        assert_eq!(forbidden_character("a\té\u{fffd}\u{7f}"), None);
        assert_eq!(forbidden_character("é\u{fffe}"), Some((2, '\u{fffe}')));
        assert_eq!(forbidden_character("ab\u{0}"), Some((2, '\0')));
    }
}
