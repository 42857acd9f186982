//! The separators of a line.

use std::ops::Range;

use super::remark::remark;
use crate::language::is_cjk;
use crate::language::names::honorifics;
use crate::recap::text::Text;

/// Where a line may be split: what stands before and behind, and the sign. A mark's edge is the sign `*`, a
/// possessive `'`.
pub(super) type Separator = (Range<usize>, Range<usize>, char);

/// The positions where a line may be split.
pub(super) fn separators(text: &Text, head: &Range<usize>) -> Vec<Separator> {
    let mut found = Vec::new();
    let Some(phrase) = text.plain.get(head.clone()) else {
        return found;
    };
    if let Some(at) = called(phrase) {
        let (left, right) =
            (text.trim(head.start..head.start + at), text.trim(head.start + at..head.end));
        if !right.is_empty() {
            found.push((left, right, '@'));
        }
    }
    if let Some((left, right)) = owned(phrase) {
        let (left, right) =
            (text.trim(head.start..head.start + left), text.trim(head.start + right..head.end));
        if !right.is_empty() {
            found.push((left, right, '\''));
        }
    }
    let mut depth = 0_i32;
    for (at, c) in phrase.char_indices() {
        let before = phrase.get(..at).unwrap_or_default();
        let after = phrase.get(at + c.len_utf8()..).unwrap_or_default();
        let spaced = before.ends_with(' ') && after.starts_with(' ');
        let within = depth > 0;
        let sign = match c {
            '(' | '（' | '“' | '«' | '「' | '『' | '《' | '【' => {
                depth += 1;
                if !is_title(c, after) {
                    continue;
                }
                ':'
            }
            ')' | '）' | '”' | '»' | '」' | '』' | '》' | '】' => {
                depth -= 1;
                continue;
            }
            '-' | '‐' | '–' | '—' | '―' if spaced || before.ends_with(['》', '」', '』', '”']) => {
                '-'
            }
            '-' if before.ends_with(' ') && after.starts_with(is_cjk) => '-',
            '—' | '–' if after.starts_with(' ') || before.ends_with(' ') || c == '—' => '-',
            ':' if after.starts_with(' ') => ':',
            '：' => ':',
            '|' | '/' | '·' | '~' | '•' if spaced => '|',
            '｜' | '／' | '→' => '|',
            ',' if after.starts_with(' ') => ',',
            '，' | '、' => ',',
            _ => continue,
        };
        if !within && found.len() < 12 && !within_mark(text, head, head.start + at) {
            let left = text.trim(head.start..head.start + at);
            let right = after.len() + if depth > 0 { c.len_utf8() } else { 0 };
            let right = text.trim(head.end - right..head.end);
            if !left.is_empty() && !right.is_empty() {
                found.push((left, right, sign));
            }
        }
    }
    for mark in &text.marks {
        let (from, to) = (mark.range.start, mark.range.end);
        if found.len() >= 16 {
            break;
        }
        for edge in [to, from] {
            if edge > head.start + 1
                && edge + 1 < head.end
                && (from <= head.start + 1 || to + 1 >= head.end)
            {
                let left = text.trim(head.start..edge);
                let right = text.trim(edge..head.end);
                let of = |range: &Range<usize>| text.plain.get(range.clone()).unwrap_or_default();
                // What a bracket or a sign joins to a name is not parted from it here.
                let signed = of(&right).starts_with([',', '-', '–', '—', ':', '|', '(', '（', '@'])
                    || of(&left).ends_with([',', '-', '–', '—', ':', '|', '(', '（', '[', '@']);
                let open = of(&left).rfind(['(', '（']) > of(&left).rfind([')', '）']);
                if !left.is_empty() && !right.is_empty() && !signed && !open {
                    found.push((left, right, '*'));
                }
            }
        }
    }
    found
}

/// Whether a Japanese quotation begins with `open` and is all that follows, beside a remark: "S「T」". 『』 and 《》 are the marks
/// of books.
fn is_title(open: char, after: &str) -> bool {
    let rest = (open == '「').then(|| after.split_once('」')).flatten();
    rest.is_some_and(|(_, rest)| rest.is_empty() || remark(rest))
}

/// Whether a byte is within marked text that begins behind the head's start: a title with a sign of its own.
fn within_mark(text: &Text, head: &Range<usize>, at: usize) -> bool {
    text.marks.iter().any(|mark| {
        mark.range.start > head.start + 1 && mark.range.end <= head.end && mark.range.contains(&at)
    })
}

/// The possessive after the first words: "S's T", as the bytes of both sides.
pub(super) fn owned(phrase: &str) -> Option<(usize, usize)> {
    ["'s ", "’s "].iter().find_map(|mark| {
        let at = phrase.find(mark).filter(|at| (3..60).contains(at))?;
        Some((at, at + mark.len()))
    })
}

/// The end of a handle or a name with an honorific at the start, before a space: "@adaさん T".
fn called(phrase: &str) -> Option<usize> {
    let at = phrase.find(' ').filter(|at| (2..60).contains(at))?;
    let first = phrase.get(..at)?;
    let honoured = honorifics().any(|end| first.ends_with(end));
    (first.starts_with('@') || honoured).then_some(at)
}
