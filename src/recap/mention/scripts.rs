//! Names in scripts without capitals.

use super::{Mention, Tie};
use crate::language::{Lexicon, is_cjk};
use crate::recap::name;

/// Names in scripts without capitals, recognised by an honorific.
pub(super) fn honoured(plain: &str, chinese: bool) -> Vec<Mention> {
    let mut found = Vec::new();
    for honorific in ["さん", "氏", "님", "老师", "先生", "女士", "同学"] {
        for (at, _) in plain.match_indices(honorific).take(100) {
            let before = plain.get(..at).unwrap_or_default();
            let spaced = before.ends_with(' ');
            let kind = |c: char| match c {
                '\u{3040}'..='\u{309f}' => 0,
                '\u{30a0}'..='\u{30ff}' => 1,
                '\u{ac00}'..='\u{d7af}' => 2,
                c if is_cjk(c) => 3,
                c if c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '@') => 4,
                _ => 0,
            };
            let trimmed = before.trim_end();
            let Some(last) = trimmed
                .chars()
                .next_back()
                .map(kind)
                .filter(|kind| *kind > 0)
            else {
                continue;
            };
            let len: usize = trimmed
                .chars()
                .rev()
                .take(20)
                .take_while(|c| kind(*c) == last)
                .map(char::len_utf8)
                .sum();
            let mut range = trimmed.len() - len..trimmed.len();
            match last {
                // "来自云杉科技的翟一鸣老师": only the name.
                3 if chinese => {
                    range.start +=
                        name::before_name(trimmed.get(range.clone()).unwrap_or_default());
                }
                // "Ada Lovelaceさん".
                4 => {
                    while let Some(word) = capital_before(trimmed, range.start) {
                        range.start = word;
                    }
                }
                _ => {}
            }
            let name = plain.get(range.clone()).unwrap_or_default();
            let count = name.chars().count();
            let plausible = match last {
                2 => (2..=4).contains(&count) && !spaced,
                3 => (1..=5).contains(&count) && !spaced,
                _ => count >= 2,
            };
            let general = matches!(
                name,
                "皆" | "みな" | "お客" | "学生" | "众" | "연사" | "여러분" | "고객" | "선생"
            );
            if plausible && !general {
                found.push(Mention {
                    range,
                    score: 0.85,
                    tie: Tie::None,
                });
            }
        }
    }
    found
}

/// Chinese names right before verbs of speakers ("S带来的", "S分享了").
pub(super) fn acting(plain: &str, lexicon: Lexicon, found: &mut Vec<Mention>) {
    for verb in lexicon
        .own
        .verbs
        .iter()
        .filter(|verb| !verb.starts_with('的'))
    {
        for (at, _) in plain.match_indices(verb).take(60) {
            let before = plain.get(..at).unwrap_or_default();
            let len: usize = before
                .chars()
                .rev()
                .take(12)
                .take_while(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
                .map(char::len_utf8)
                .sum();
            let run = before.get(at - len..).unwrap_or_default();
            let start = at - len + name::before_name(run);
            let name = plain.get(start..at).unwrap_or_default();
            let known = found
                .iter()
                .any(|m| m.range.start < at && start < m.range.end);
            if !known && name::score(name) >= 0.7 {
                found.push(Mention {
                    range: start..at,
                    score: 0.75,
                    tie: Tie::None,
                });
            }
        }
    }
}

/// The start of the capitalised Latin word before `at`, one space between.
fn capital_before(plain: &str, at: usize) -> Option<usize> {
    let before = plain.get(..at)?.strip_suffix(' ')?;
    let start = before
        .char_indices()
        .rev()
        .take(20)
        .take_while(|(_, c)| c.is_ascii_alphabetic() || *c == '-')
        .last()
        .map(|(start, _)| start)?;
    before
        .get(start..)?
        .starts_with(|c: char| c.is_ascii_uppercase())
        .then_some(start)
}
