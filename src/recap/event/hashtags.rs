//! The event's hashtags.

use super::{View, name};
use crate::recap::hashtag::used;
use crate::recap::text::Found;

/// Hashtags of the event: they share its name, or the text says that they are its own.
pub(super) fn find(view: &View<'_>, event: &str) -> Vec<Found> {
    // With how much each shares with the event's name.
    let mut found: Vec<(u8, Found)> = Vec::new();
    let core: String = name::core(event).chars().filter(|c| c.is_alphanumeric()).collect();
    // Quoted posts have hashtags of their own: there only the name counts.
    for block in view.blocks.all.iter().take(600) {
        let plain = block.text.plain.as_str();
        for (at, tag) in used(plain) {
            let letters: String =
                tag.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphabetic()).collect();
            if letters.chars().count() < 3 || tag.chars().count() > 40 {
                continue;
            }
            let contains = core.len() > 3 && (core.contains(&letters) || letters.contains(&core));
            let begins = core.len() > 3 && shared(&core, &letters) >= 4;
            let own = 2 * u8::from(contains) + u8::from(begins);
            let around = plain
                .get(
                    plain.floor_char_boundary(at.saturating_sub(61))
                        ..plain.ceil_char_boundary((at + tag.len() + 39).min(plain.len())),
                )
                .unwrap_or_default()
                .to_lowercase();
            let is_announced = view.lexicon.has(&around, |w| &w.hashtags);
            let channel = view.lexicon.has(&around, |w| &w.channels);
            let mut known = found.iter();
            if (own > 0 || (is_announced && !block.quoted))
                && !channel
                && !known.any(|(_, old)| old.value.eq_ignore_ascii_case(tag))
            {
                let range = at..at + tag.len();
                let source = block.text.source(&range);
                found.push((own, Found { value: tag.to_owned(), source }));
            }
        }
    }
    // The one that is the event's name leads; what only begins like it may be another's.
    found.sort_by_key(|(own, _)| std::cmp::Reverse(*own));
    let named = found.first().is_some_and(|(own, _)| *own > 1);
    found.retain(|(own, _)| !named || *own > 1);
    found.truncate(5);
    found.into_iter().map(|(_, tag)| tag).collect()
}

/// How many letters two words have in common at their start.
fn shared(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}
