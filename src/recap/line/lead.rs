//! Prefixes of a session's line: times, numbers, bullets and labels.

use std::ops::Range;

use crate::language::names::SPEAKER_LABELS;
use crate::language::sessions::{DAY, HOURS, TITLE_LABELS};
use crate::language::{Lexicon, fold};
use crate::recap::text::Text;
use crate::recap::word;

/// The most parts of a line up to a label.
const PARTS: usize = 4;

/// Bytes of times, numbers, bullets and labels before the line itself.
pub(crate) fn lead(text: &Text, lexicon: Lexicon) -> usize {
    let plain = text.plain.as_str();
    let mut at = 0;
    for _ in 0..4 {
        let rest = plain.get(at..).unwrap_or_default();
        let skipped = rest.len()
            - rest
                .trim_start_matches(|c: char| {
                    let symbol = matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{200d}' | '\u{1f000}'..='\u{1faff}');
                    c.is_whitespace() || symbol || "•·*-–—|~;".contains(c)
                })
                .len();
        let rest = rest.get(skipped..).unwrap_or_default();
        let more =
            time(rest).or_else(|| number(rest)).or_else(|| label(rest, lexicon)).unwrap_or(0);
        if skipped + more == 0 {
            break;
        }
        at += skipped + more;
    }
    at
}

/// The length of a time or a range of times at the start.
pub(crate) fn time(rest: &str) -> Option<usize> {
    let one = |rest: &str| -> Option<usize> {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=2).contains(&digits) {
            return None;
        }
        let after = rest.get(digits..)?;
        let mark = after.chars().next().filter(|c| matches!(c, ':' | 'h' | 'H' | '.' | '：'))?;
        let minutes = after.get(mark.len_utf8()..)?;
        let two = minutes.bytes().take_while(u8::is_ascii_digit).count();
        if two != 2 && !(two == 0 && matches!(mark, 'h' | 'H')) {
            return None;
        }
        let mut len = digits + mark.len_utf8() + two;
        let suffix = rest.get(len..).unwrap_or_default();
        let lower = suffix.trim_start().to_ascii_lowercase();
        if let Some(unit) = HOURS.iter().find(|unit| {
            lower
                .strip_prefix(**unit)
                .is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        }) {
            len += suffix.len() - suffix.trim_start().len() + unit.len();
        }
        Some(len)
    };
    let open = rest.len() - rest.trim_start_matches(['(', '[']).len();
    let mut len = open + one(rest.get(open..)?)?;
    let after = rest.get(len..).unwrap_or_default();
    let gap = after.len()
        - after.trim_start_matches(|c: char| c.is_whitespace() || "-–—~〜to".contains(c)).len();
    if let Some(second) = after.get(gap..).and_then(one) {
        len += gap + second;
    }
    let after = rest.get(len..).unwrap_or_default();
    len += after.len() - after.trim_start_matches([')', ']', ':', '：', ',', '|']).len();
    Some(len)
}

fn number(rest: &str) -> Option<usize> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest.get(digits..)?;
    ((1..=2).contains(&digits) && after.starts_with([')', '.']) && after.get(1..)?.starts_with(' '))
        .then_some(digits + 2)
}

/// The length of a label such as "Keynote:".
pub(super) fn label(rest: &str, lexicon: Lexicon) -> Option<usize> {
    // "Day 2 - Beginner - Session 1 - T".
    let mut at = 0;
    for _ in 0..PARTS {
        let part = rest.get(at..)?;
        let (length, known) = first_part(part, lexicon)?;
        if known {
            return Some(at + length);
        }
        let next = part.get(length..)?.trim_start();
        at = rest.len() - next.len();
    }
    None
}

/// The bytes of the first part of a line, with the mark behind it, and whether it is a label; `None` for what cannot stand
/// before one.
fn first_part(rest: &str, lexicon: Lexicon) -> Option<(usize, bool)> {
    let near = rest.get(..rest.floor_char_boundary(48)).unwrap_or(rest);
    let (at, mark) =
        near.char_indices().find(|(_, c)| matches!(c, ':' | '：' | '-' | '–' | '—' | '|'))?;
    let before = near.get(..at)?;
    let dash = !matches!(mark, ':' | '：');
    if dash && !before.ends_with(' ') {
        return None;
    }
    let mut folded = fold(before).trim().to_owned();
    while folded.ends_with(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '#')) {
        folded.pop();
    }
    if folded.is_empty() {
        return None;
    }
    let known = TITLE_LABELS.contains(&folded.as_str())
        || SPEAKER_LABELS.contains(&folded.as_str())
        || lexicon.knows(&folded, |w| &w.talks);
    let behind = at + mark.len_utf8();
    // "Beginner"; not "Ada - Keynote - T".
    let is_word = || !before.trim().contains(' ') && !word::forename(&folded);
    (known || dash && (DAY.contains(&folded.as_str()) || is_word())).then_some((behind, known))
}

/// The title of a line that is labelled as one: "Talk 2: T", "Title: T".
pub(crate) fn titled(text: &Text, lexicon: Lexicon) -> Option<Range<usize>> {
    let plain = text.plain.as_str();
    let start = plain.len() - plain.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let rest = plain.get(start..)?;
    let len = label(rest, lexicon)?;
    let end = plain.find('\n').unwrap_or(plain.len());
    let title = text.trim(start + len..end.max(start + len));
    (!title.is_empty()).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::label;
    use crate::language::Lexicon;

    #[test]
    fn labels_stand_behind_a_few_parts() {
        let long = "a - ".repeat(50_000);
        for (line, after) in [
            ("Day 2 - Beginner - Session 1 - Forms", Some(" Forms")),
            ("Talk: Forms", Some(" Forms")),
            ("Ada - Keynote - Forms", None),
            ("Forms - Keynote", None),
            (long.as_str(), None),
        ] {
            let rest = label(line, Lexicon::of("en")).and_then(|length| line.get(length..));
            assert_eq!(rest, after, "{line:.40}");
        }
    }
}
