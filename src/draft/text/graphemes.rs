//! Grapheme clusters of a text, fast for ASCII.

use unicode_segmentation::UnicodeSegmentation;

/// The extended grapheme clusters of a text (UAX #29) with the bytes at which they start.
///
/// A character before ASCII is a cluster of its own, except for CR LF and the signs before digits in
/// some scripts; only the others need the tables.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let grapheme = match rest.as_bytes() {
            [] => return None,
            [b'\r', b'\n', ..] => rest.get(..2)?,
            [_] => rest,
            [first, next, ..] if first.is_ascii() && next.is_ascii() => rest.get(..1)?,
            // No Latin, Greek, Cyrillic or punctuation character joins the next one.
            [0xc2..=0xd3, _, next, ..] if next.is_ascii() => rest.get(..2)?,
            [0xe2, 0x80, _, next, ..] if next.is_ascii() => rest.get(..3)?,
            _ => rest.graphemes(true).next()?,
        };
        let start = at;
        at += grapheme.len();
        Some((start, grapheme))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::graphemes;

    fn same(text: &str) {
        let ours: Vec<(usize, &str)> = graphemes(text).collect();
        let theirs: Vec<(usize, &str)> = text.grapheme_indices(true).collect();
        assert_eq!(ours, theirs, "{text:?}");
    }

    #[test]
    fn clusters_are_those_of_the_standard() {
        for text in [
            "",
            "a",
            "a\r\nb\n\r",
            "e\u{301}é",
            "👩🏽\u{200d}💻!",
            "🇨🇭🇺🇦🇫",
            "\u{600}1 \u{308}x",
            "“é” ñ\u{303}n — d’eau Й\u{306}и\u{2028}a",
            "각가",
            "क्षि a",
        ] {
            same(text);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_split_as_in_the_standard(
            text in "([ -~]|[\r\n]|\\PC|[“”’é\u{ad}\u{200b}\u{2028}]|[\u{300}\u{200d}\u{600}\u{1f1e6}\u{1f1e7}👩💻🏽]){0,40}"
        ) {
            same(&text);
        }
    }
}
