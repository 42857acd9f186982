//! Text made fit for HTML, and for the XML that carries it.

use std::ops::ControlFlow;

/// Where the escaped text will stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    Text,
    /// Between double quotes.
    Attribute,
}

/// Appends `text` with markup escaped, line ends as LF, and without the characters that XML 1.0
/// cannot hold. Returns the first of those.
pub(super) fn escape(out: &mut String, text: &str, within: Within) -> Option<char> {
    let bytes = text.as_bytes();
    let mut forbidden = None;
    let mut copied = 0;
    for (at, byte) in bytes.iter().enumerate() {
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

/// The first character of `text` that XML 1.0 cannot hold (section 2.2), and where it stands.
#[must_use]
pub fn forbidden_character(text: &str) -> Option<(usize, char)> {
    let mut at = 0;
    let found = text
        .as_bytes()
        .iter()
        .enumerate()
        .try_for_each(|(index, byte)| {
            at = index;
            match byte {
                b'\t' | b'\n' | b'\r' => ControlFlow::Continue(()),
                0..0x20 => ControlFlow::Break(()),
                0xef if matches!(
                    text.as_bytes().get(index + 1..index + 3),
                    Some([0xbf, 0xbe | 0xbf])
                ) =>
                {
                    ControlFlow::Break(())
                }
                _ => ControlFlow::Continue(()),
            }
        });
    found.break_value()?;
    text[at..].chars().next().map(|character| (at, character))
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
        assert_eq!(
            escape(&mut out, "é\u{8}ü\u{ffff}\"", Within::Attribute),
            Some('\u{8}')
        );
        assert_eq!(out, "éü&quot;");
    }

    #[test]
    fn the_first_forbidden_character_is_found() {
        assert_eq!(forbidden_character("a\té\u{fffd}\u{7f}"), None);
        assert_eq!(forbidden_character("é\u{fffe}"), Some((2, '\u{fffe}')));
        assert_eq!(forbidden_character("ab\u{0}"), Some((2, '\0')));
    }
}
