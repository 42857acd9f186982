//! Text made ready to be asked which words and phrases it has.

use std::ops::Deref;

use memchr::memmem;

use super::is_cjk;

/// Lower case, everything but letters and digits one space, a space at both ends: so that words
/// can be looked for between spaces.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return fold_ascii(text);
    }
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    let mut gap = true;
    let mut put = |c: Option<char>| match c {
        Some(c) => {
            out.push(c);
            gap = false;
        }
        None if !gap => {
            out.push(' ');
            gap = true;
        }
        None => {}
    };
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' | '&' | '+' | '\'' | 'ー' | '々' => put(Some(c)),
            'A'..='Z' => put(Some(c.to_ascii_lowercase())),
            '’' => put(Some('\'')),
            _ if c.is_ascii() => put(None),
            _ => c
                .to_lowercase()
                .for_each(|c| put(Some(c).filter(|c| c.is_alphanumeric()))),
        }
    }
    if !gap {
        out.push(' ');
    }
    out
}

/// Most texts are ASCII, and for those no table is needed.
fn fold_ascii(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len() + 2);
    out.push(b' ');
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'&' | b'+') {
            out.push(byte.to_ascii_lowercase());
        } else if out.last() != Some(&b' ') {
            out.push(b' ');
        }
    }
    if out.last() != Some(&b' ') {
        out.push(b' ');
    }
    String::from_utf8(out).unwrap_or_default()
}

/// Folded text with the beginnings of its words, so that most words that it does not have are
/// told at a glance: a text is asked for hundreds of them.
pub struct Folded {
    text: String,
    begins: Beginnings,
}

impl Folded {
    /// Folds a text.
    pub fn of(text: &str) -> Self {
        let text = fold(text);
        let mut begins = Beginnings::default();
        for space in memchr::memchr_iter(b' ', text.as_bytes()) {
            if let Some([first, second, third, ..]) = text.as_bytes().get(space + 1..) {
                begins.add([*first, *second, *third]);
            }
        }
        Self { text, begins }
    }

    /// Whether the text has a word or phrase: between spaces, or anywhere where its script has
    /// none.
    pub fn has(&self, word: &str) -> bool {
        let (text, sought) = (self.text.as_bytes(), word.as_bytes());
        if !word.is_ascii() && word.chars().any(is_cjk) {
            return memmem::find(text, sought).is_some();
        }
        let begins = match sought {
            [first, second, third, ..] => self.begins.may_have([*first, *second, *third]),
            [first, second] => self.begins.may_have([*first, *second, b' ']),
            _ => true,
        };
        begins
            && memmem::find_iter(text, sought).any(|at| {
                let space = |at: Option<usize>| at.and_then(|at| text.get(at)) == Some(&b' ');
                space(at.checked_sub(1)) && space(Some(at + sought.len()))
            })
    }
}

impl Deref for Folded {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// A set of beginnings of words, three bytes each, that may say of a few others that they are in
/// it.
#[derive(Default)]
struct Beginnings([u64; 32]);

impl Beginnings {
    fn place([first, second, third]: [u8; 3]) -> (usize, u64) {
        let hash = u32::from_le_bytes([first, second, third, 0]).wrapping_mul(0x9e37_79b1) >> 21;
        ((hash / 64) as usize, 1 << (hash % 64))
    }

    fn add(&mut self, beginning: [u8; 3]) {
        let (slot, bit) = Self::place(beginning);
        if let Some(slot) = self.0.get_mut(slot) {
            *slot |= bit;
        }
    }

    fn may_have(&self, beginning: [u8; 3]) -> bool {
        let (slot, bit) = Self::place(beginning);
        self.0.get(slot).is_some_and(|slot| slot & bit != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::Folded;

    #[test]
    fn words_are_found_between_spaces_and_nowhere_else() {
        let folded = Folded::of("We’ve been to «PyCon» – in 2020!\nC’était là. Wir 参加した");
        assert_eq!(
            &*folded,
            " we've been to pycon in 2020 c'était là wir 参加した "
        );
        for word in [
            "we've",
            "been to",
            "pycon in 2020",
            "là",
            "to",
            "参加",
            "wir",
        ] {
            assert!(folded.has(word), "{word}");
        }
        for word in ["we", "con", "pycon 2020", "l", "é", "参照", "2020 c", "wi"] {
            assert!(!folded.has(word), "{word}");
        }
    }
}
