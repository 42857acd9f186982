//! Case-folded text, prepared for lookups of words and phrases.

use std::cell::OnceCell;
use std::ops::Deref;

use memchr::memmem;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::is_cjk;

/// Lower case, with one space in place of everything but letters and digits, and a space at both ends,
/// so that words can be searched for between spaces.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = Vec::with_capacity(text.len() + 2);
    folded.push(b' ');
    let mut rest = text;
    while !rest.is_empty() {
        let ascii = rest.bytes().position(|byte| !byte.is_ascii());
        let (plain, other) = rest.split_at(ascii.unwrap_or(rest.len()));
        // Most text is ASCII, for which a table suffices.
        folded.extend(plain.bytes().map(|byte| ASCII[usize::from(byte)]));
        let mut chars = other.chars();
        if let Some(c) = chars.next() {
            letter(c, &mut folded);
        }
        rest = chars.as_str();
    }
    folded.push(b' ');
    folded.dedup_by(|next, last| *next == b' ' && *last == b' ');
    // Only whole characters were added.
    String::from_utf8(folded).unwrap_or_default()
}

/// Folds a character beyond ASCII.
fn letter(c: char, folded: &mut Vec<u8>) {
    let mut buffer = [0; 4];
    match c {
        'ー' | '々' => folded.extend(c.encode_utf8(&mut buffer).bytes()),
        '’' => folded.push(b'\''),
        _ => {
            for c in c.to_lowercase() {
                let c = if c.is_alphanumeric() { c } else { ' ' };
                folded.extend(c.encode_utf8(&mut buffer).bytes());
            }
        }
    }
}

/// The folded form of each ASCII character.
static ASCII: [u8; 256] = {
    let mut table = [b' '; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'&' | b'+') {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// Folded text prepared for many lookups: a filter of its words' first bytes rules out most words that
/// it does not have.
#[derive(Debug, Clone)]
pub(crate) struct Folded {
    text: String,
    begins: OnceCell<Beginnings>,
}

impl Folded {
    /// Folds a text.
    pub(crate) fn of(text: &str) -> Self {
        Self { text: fold(text), begins: OnceCell::new() }
    }

    /// Whether the text has a word or phrase: between spaces, or anywhere in scripts without spaces.
    pub(crate) fn has(&self, word: &str) -> bool {
        let (text, sought) = (self.text.as_bytes(), word.as_bytes());
        if !word.is_ascii() && word.chars().any(is_cjk) {
            return memmem::find(text, sought).is_some();
        }
        self.begins().may_have(beginning(sought))
            && memmem::find_iter(text, sought).any(|at| {
                let space = |at: Option<usize>| at.and_then(|at| text.get(at)) == Some(&b' ');
                space(at.checked_sub(1)) && space(Some(at + sought.len()))
            })
    }

    /// The rest of the text from each of its words on.
    pub(crate) fn tails(&self) -> impl Iterator<Item = &str> {
        memchr::memchr_iter(b' ', self.text.as_bytes())
            .filter_map(|space| self.text.get(space + 1..))
            .filter(|tail| !tail.is_empty())
    }

    fn begins(&self) -> &Beginnings {
        self.begins.get_or_init(|| {
            let mut begins = Beginnings::default();
            for tail in self.tails() {
                begins.add(beginning(tail.as_bytes()));
            }
            begins
        })
    }
}

impl Deref for Folded {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// The first three bytes of a text's first word, padded with spaces.
pub(super) fn beginning(text: &[u8]) -> [u8; 3] {
    match text {
        [first, second, third, ..] if *second != b' ' => [*first, *second, *third],
        [first, second, ..] => [*first, *second, b' '],
        [first] => [*first, b' ', b' '],
        [] => [b' '; 3],
    }
}

/// A Bloom filter of words' first bytes: it may also match a few words that are absent. A hook on 100 posts takes an
/// eighth more instructions without it.
#[derive(Debug, Clone, Default)]
pub(super) struct Beginnings([u64; 32]);

impl Beginnings {
    /// Adds one.
    pub(super) fn add(&mut self, beginning: [u8; 3]) {
        let (slot, bit) = Self::place(beginning);
        if let Some(slot) = self.0.get_mut(slot) {
            *slot |= bit;
        }
    }

    /// Whether it may be in the set.
    pub(super) fn may_have(&self, beginning: [u8; 3]) -> bool {
        let (slot, bit) = Self::place(beginning);
        self.0.get(slot).is_some_and(|slot| slot & bit != 0)
    }

    fn place([first, second, third]: [u8; 3]) -> (usize, u64) {
        let hash = u32::from_le_bytes([first, second, third, 0]).wrapping_mul(0x9e37_79b1) >> 21;
        ((hash / 64) as usize, 1 << (hash % 64))
    }
}

/// Whether two words differ by an ending alone: "Kassel" and "Kassels".
pub(crate) fn inflected(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    let same = same.count();
    let is_ending = |word: &str| {
        word.chars().count() <= same + 2
            && word.chars().skip(same).all(|c| "aeiouynrsmаеёиоуыэюяйхмв".contains(c))
    };
    same > 2 && is_ending(one) && is_ending(other)
}

/// A word in lower case without diacritics; umlauts are equal to their spellings with `e`.
pub(crate) fn skeleton(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.nfkd().filter(|c| !is_combining_mark(*c)) {
        for c in c.to_lowercase() {
            match c {
                'ß' => plain.push_str("ss"),
                'ø' | 'œ' => plain.push('o'),
                'æ' => plain.push('a'),
                'ł' => plain.push('l'),
                'đ' | 'ð' => plain.push('d'),
                'ı' => plain.push('i'),
                'e' if plain.ends_with(['a', 'o', 'u']) => {}
                c => plain.push(c),
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::Folded;

    #[test]
    fn words_are_found_between_spaces_and_nowhere_else() {
        let folded = Folded::of("We’ve been to «PyCon» – in 2020!\nC’était là. Wir 参加した");
        assert_eq!(&*folded, " we've been to pycon in 2020 c'était là wir 参加した ");
        for word in ["we've", "been to", "pycon in 2020", "là", "to", "参加", "wir"] {
            assert!(folded.has(word), "{word}");
        }
        for word in ["we", "con", "pycon 2020", "l", "é", "参照", "2020 c", "wi"] {
            assert!(!folded.has(word), "{word}");
        }
    }
}
