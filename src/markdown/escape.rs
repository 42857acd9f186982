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
    // Most of a text has none of these.
    let special =
        |byte: &u8| matches!(byte, 0..=0x08 | 0x0b..=0x1f | b'&' | b'<' | b'>' | b'"' | 0xef);
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

#[cfg(test)]
mod tests {
    use super::{Within, escape};

    #[test]
    fn markup_and_forbidden_characters() {
        let mut out = String::new();
        assert_eq!(escape(&mut out, "<a>&\"b\"\r\nc\rd", Within::Text), None);
        assert_eq!(out, "&lt;a&gt;&amp;\"b\"\nc\nd");
        out.clear();
        assert_eq!(escape(&mut out, "é\u{8}ü\u{ffff}\"", Within::Attribute), Some('\u{8}'));
        assert_eq!(out, "éü&quot;");
    }
}
