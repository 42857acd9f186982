//! Finds the prefixes of all forms in one pass.

use std::sync::LazyLock;

use super::forms::{FORMS, Form};

/// The prefixes by a hash of their first three bytes, so that few positions of a text are compared
/// with a prefix. A tenth of the work of an Aho-Corasick automaton, and built in no time.
struct Prefixes {
    /// For each hash the number of its bucket.
    slots: Box<[u8; 1 << 16]>,
    /// Longer prefixes first. The first bucket is empty.
    buckets: Vec<Vec<(&'static str, &'static Form)>>,
}

static PREFIXES: LazyLock<Prefixes> = LazyLock::new(|| {
    let mut slots = Box::new([0_u8; 1 << 16]);
    let mut buckets: Vec<Vec<(&str, &Form)>> = vec![Vec::new(); 1 << 8];
    let mut last = 0;
    for form in FORMS {
        for prefix in form.begins {
            last = last % u8::MAX + 1;
            // Any byte may follow a prefix of two.
            let thirds = match prefix.as_bytes() {
                [_, _, third, ..] => *third..=*third,
                _ => 0..=u8::MAX,
            };
            for third in thirds {
                let [first, second] = [0, 1].map(|at| prefix.as_bytes().get(at).copied());
                let three = [first.unwrap_or_default(), second.unwrap_or_default(), third];
                let slot = &mut slots[hash(three.into_iter().fold(0, behind))];
                if *slot == 0 {
                    *slot = last;
                }
                let bucket = &mut buckets[usize::from(*slot)];
                if !bucket.iter().any(|(known, _)| known == prefix) {
                    bucket.push((*prefix, form));
                }
            }
        }
    }
    for bucket in &mut buckets {
        bucket.sort_by_key(|(prefix, _)| std::cmp::Reverse(prefix.len()));
    }
    Prefixes { slots, buckets }
});

/// The last bytes of a text after one more.
fn behind(bytes: u32, byte: u8) -> u32 {
    bytes << 8 | u32::from(byte)
}

/// A hash of the last three bytes.
fn hash(bytes: u32) -> usize {
    ((bytes << 8).wrapping_mul(0x9e37_79b1) >> 16) as usize
}

/// The first prefix at or after `from`: where it starts, and the longest one there with its form.
pub(super) fn next(text: &[u8], from: usize) -> Option<(usize, &'static str, &'static Form)> {
    let prefixes = &*PREFIXES;
    let mut three = 0;
    (from..).zip(text.get(from..)?).find_map(|(at, byte)| {
        three = behind(three, *byte);
        let slot = prefixes.slots[hash(three)];
        if slot == 0 {
            return None;
        }
        let start = at.checked_sub(2).filter(|start| *start >= from)?;
        let here = text.get(start..)?;
        let bucket = prefixes.buckets.get(usize::from(slot))?;
        let (prefix, form) =
            (bucket.iter()).find(|(prefix, _)| here.starts_with(prefix.as_bytes()))?;
        Some((start, *prefix, *form))
    })
}
