//! Finds the prefixes of all forms in one pass.

use std::sync::LazyLock;

use super::forms::{FORMS, Form};

/// The prefixes by a hash of their first three bytes, so that few positions of a text are compared
/// with a prefix. A fifth of the work of an Aho-Corasick automaton, and built in no time.
struct Prefixes {
    /// For each hash the number of its bucket.
    slots: Box<[u8]>,
    /// Longer prefixes first. The first bucket is empty.
    buckets: Vec<Vec<(&'static str, &'static Form)>>,
}

static PREFIXES: LazyLock<Prefixes> = LazyLock::new(|| {
    let mut slots = vec![0_u8; 1 << 16].into_boxed_slice();
    let mut buckets = vec![Vec::new(); 1 << 8];
    let mut last = 0;
    for form in FORMS {
        for prefix in form.begins {
            let slot = &mut slots[hash(prefix.as_bytes())];
            if *slot == 0 {
                last = last % u8::MAX + 1;
                *slot = last;
            }
            buckets[usize::from(*slot)].push((*prefix, form));
        }
    }
    for bucket in &mut buckets {
        bucket.sort_by_key(|(prefix, _)| std::cmp::Reverse(prefix.len()));
    }
    Prefixes { slots, buckets }
});

/// A hash of the first three bytes.
fn hash(bytes: &[u8]) -> usize {
    let &[a, b, c, ..] = bytes else { return 0 };
    let three = u32::from_le_bytes([a, b, c, 0]);
    (three.wrapping_mul(0x9e37_79b1) >> 16) as usize
}

/// The first prefix at or after `from`: where it starts, and the longest one there with its form.
pub(super) fn next(text: &[u8], from: usize) -> Option<(usize, &'static str, &'static Form)> {
    let prefixes = &*PREFIXES;
    let rest = text.get(from..)?;
    rest.windows(3).enumerate().find_map(|(at, three)| {
        let slot = prefixes.slots[hash(three)];
        if slot == 0 {
            return None;
        }
        let here = rest.get(at..)?;
        let bucket = prefixes.buckets.get(usize::from(slot))?;
        let (prefix, form) =
            (bucket.iter()).find(|(prefix, _)| here.starts_with(prefix.as_bytes()))?;
        Some((from + at, *prefix, *form))
    })
}
