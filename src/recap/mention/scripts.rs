//! Names in scripts without capitals.

use std::ops::Range;

use super::{Mention, Tie};
use crate::language::names::{
    ADVERBS_ZH, HONOURED, HONOURS, LISTS_ZH, NO_NAMES_ZH, SUBJECTS, TITLES_ZH, TOPIC_JA,
};
use crate::language::{Lexicon, is_cjk};
use crate::recap::name;
use crate::recap::text::Text;

/// The writing of a character of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Other,
    Katakana,
    Hangul,
    Han,
    Latin,
}

impl Script {
    fn of(c: char) -> Self {
        match c {
            '\u{30a0}'..='\u{30ff}' => Self::Katakana,
            '\u{ac00}'..='\u{d7af}' => Self::Hangul,
            '\u{3040}'..='\u{309f}' => Self::Other,
            c if is_cjk(c) => Self::Han,
            c if c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '@') => Self::Latin,
            _ => Self::Other,
        }
    }

    /// The bytes at the end of a text in this script, of at most `most` characters.
    fn run(self, text: &str, most: usize) -> usize {
        let last = text.chars().rev().take(most);
        last.take_while(|c| Self::of(*c) == self).map(char::len_utf8).sum()
    }
}

/// Names in scripts without capitals, recognised by an honorific.
pub(super) fn honoured(plain: &str, lexicon: Lexicon) -> Vec<Mention> {
    let chinese = lexicon.own.code == "zh";
    let mut found = Vec::new();
    for honorific in HONOURS {
        for (at, _) in plain.match_indices(honorific).take(100) {
            let before = before_bracket(plain.get(..at).unwrap_or_default());
            let after = plain.get(at + honorific.len()..).unwrap_or_default();
            let range =
                before_honorific(before, chinese).or_else(|| in_hiragana(before, after, lexicon));
            found.extend(range.map(|range| Mention { range, score: 0.85, tie: Tie::None }));
        }
    }
    found
}

/// A text without a remark in brackets at its end: "S(Org) 님", "S（Org）讲了".
fn before_bracket(before: &str) -> &str {
    let inner = before.trim_end().strip_suffix([')', '）']);
    let open = inner.and_then(|inner| inner.rfind(['(', '（']));
    open.and_then(|open| before.get(..open)).unwrap_or(before)
}

/// The name at the end of a text that an honorific follows.
fn before_honorific(before: &str, chinese: bool) -> Option<Range<usize>> {
    let spaced = before.ends_with(' ');
    let trimmed = before.trim_end();
    let script = Script::of(trimmed.chars().next_back()?);
    let mut start = trimmed.len() - script.run(trimmed, 20);
    let from = |start: usize| trimmed.get(start..).unwrap_or_default();
    match script {
        // "来自云杉科技的翟一鸣老师": only the name.
        Script::Han if chinese => start += name::before_name(from(start)),
        // "Ada Lovelaceさん".
        Script::Latin => {
            while let Some(word) = capital_before(trimmed, start) {
                start = word;
            }
        }
        _ => {}
    }
    let name = from(start);
    let count = name.chars().count();
    let plausible = match script {
        Script::Other => false,
        Script::Hangul => (2..=4).contains(&count),
        Script::Han => (1..=5).contains(&count) && !spaced,
        Script::Katakana | Script::Latin => count >= 2,
    };
    let word = HONOURED.contains(&name) || chinese && name.contains(NO_NAMES_ZH);
    (plausible && !word).then_some(start..trimmed.len())
}

/// The name in Hiragana at the end of a text that an honorific follows: words in between are written so, too. It
/// begins a clause whose subject it is, or stands behind what introduces a speaker.
fn in_hiragana(before: &str, after: &str, lexicon: Lexicon) -> Option<Range<usize>> {
    before.ends_with(|c| matches!(c, '\u{3041}'..='\u{3096}')).then_some(())?;
    let bounds = [TOPIC_JA, '、', '，', '。', '\n', ' ', '「', '」', '（', '）'];
    let bound = before.char_indices().rev().find(|(_, c)| bounds.contains(c));
    let start = bound.map_or(0, |(at, c)| at + c.len_utf8());
    let (lead, name) = before.split_at_checked(start)?;
    let introduced = lexicon.own.introduces.iter().any(|phrase| lead.ends_with(phrase));
    let subject = !lead.ends_with(TOPIC_JA) && SUBJECTS.iter().any(|mark| after.starts_with(mark));
    ((2..=8).contains(&name.chars().count())
        && name.chars().all(char::is_alphanumeric)
        && (introduced || subject)
        && !HONOURED.contains(&name))
    .then_some(start..before.len())
}

/// Chinese names beside what their owners do: before verbs of speakers ("S带来的", "S在演讲中提出"), before a title
/// ("S的《T》"), after words that introduce speakers, and in lists before such names.
pub(super) fn acting(text: &Text, plain: &str, lexicon: Lexicon, found: &mut Vec<Mention>) {
    let verbs = lexicon.own.verbs.iter();
    let verbs = verbs.filter(|verb| !verb.starts_with('的'));
    let acts = verbs.flat_map(|verb| plain.match_indices(verb).take(60));
    let acts: Vec<usize> = acts.map(|(at, _)| without_adverbs(plain, at)).collect();
    for at in acts.into_iter().chain(before_titles(text, plain)).chain(before_talks(plain, lexicon))
    {
        let run = run_before(plain, at, 12);
        let start = at - run.len() + name::before_name(run);
        add(plain, start..at, found);
    }
    let mut start = 0;
    for clause in plain.split_inclusive(|c: char| !is_han(c)) {
        let run = clause.trim_end_matches(|c: char| !is_han(c));
        for (_, rest) in lexicon.own.introduces.iter().filter_map(|word| run.split_once(word)) {
            let end = start + run.len();
            add(plain, end - rest.len()..end, found);
        }
        start += clause.len();
    }
    let mut next = 0;
    while let Some(start) = found.get(next).map(|mention| mention.range.start) {
        let before = plain.get(..start).and_then(|before| before.strip_suffix(LISTS_ZH));
        if let Some(end) = before.map(str::len) {
            let run = run_before(plain, end, 12);
            add(plain, end - run.len() + name::before_name(run)..end, found);
        }
        next += 1;
    }
}

/// Where the name before a Chinese verb ends: "S（Org）也一起讲了".
fn without_adverbs(plain: &str, at: usize) -> usize {
    let mut before = plain.get(..at).unwrap_or_default();
    while let Some(rest) = ADVERBS_ZH.iter().find_map(|adverb| before.strip_suffix(adverb)) {
        before = rest;
    }
    before_bracket(before).len()
}

/// Where a name before a talk ends of which a Chinese sentence says what it was about: "S的演讲介绍了". It begins a clause.
fn before_talks(plain: &str, lexicon: Lexicon) -> Vec<usize> {
    let own = lexicon.own;
    let tells = |rest: &str| {
        let mut lists = own.verbs.iter().chain(own.about.iter()).chain(own.states.iter());
        lists.any(|word| rest.starts_with(word))
    };
    let told = |rest: &str| {
        let mut talks = own.talks.iter().filter_map(|talk| rest.strip_prefix(talk));
        talks.any(tells)
    };
    let owned = plain.match_indices('的').take(60);
    let owned = owned.filter(|(at, of)| plain.get(at + of.len()..).is_some_and(told));
    let begins = |at: &usize| {
        let run = run_before(plain, *at, 5).len();
        (4..=9).contains(&run)
    };
    owned.map(|(at, _)| at).filter(begins).collect()
}

/// Where a name before a title ends: "S的《T》", "S的演讲 **T**".
fn before_titles(text: &Text, plain: &str) -> impl Iterator<Item = usize> {
    let quotes = plain.match_indices(QUOTES).map(|(at, _)| at).take(60);
    let marks = text.marks.iter().map(|mark| mark.range.start).take(60);
    quotes.chain(marks).filter_map(|at| {
        let before = plain.get(..at)?.trim_end_matches(QUOTES).trim_end();
        let left = TITLES_ZH.iter().filter_map(|of| before.strip_suffix(of));
        left.map(str::len).min()
    })
}

/// Marks at the beginning of a title.
const QUOTES: [char; 4] = ['《', '“', '「', '『'];

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// The Chinese characters before `at`, at most `most`.
fn run_before(plain: &str, at: usize, most: usize) -> &str {
    let before = plain.get(..at).unwrap_or_default();
    let last = before.chars().rev().take(most);
    let len: usize = last.take_while(|c| is_han(*c)).map(char::len_utf8).sum();
    before.get(at - len..).unwrap_or_default()
}

/// Adds a name that is none of those found.
fn add(plain: &str, range: Range<usize>, found: &mut Vec<Mention>) {
    let known = |m: &Mention| m.range.start < range.end && range.start < m.range.end;
    let name = plain.get(range.clone()).unwrap_or_default();
    if !name.contains(NO_NAMES_ZH) && name::score(name) >= 0.7 && !found.iter().any(known) {
        found.push(Mention { range, score: 0.75, tie: Tie::None });
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
    before.get(start..)?.starts_with(|c: char| c.is_ascii_uppercase()).then_some(start)
}
