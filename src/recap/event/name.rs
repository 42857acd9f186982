//! What the event is called.

use std::ops::Range;

use memchr::memmem;

use super::parts::{bare, capitals, parts};
use super::{View, found};
use crate::language::{Lexicon, fold, is_cjk};
use crate::recap::kind::{event_like, event_word, says_recap};
use crate::recap::layout::FILLING;
use crate::recap::line;
use crate::recap::mention;
use crate::recap::text::{Found, MarkKind, Text};

/// A name and how much speaks for it.
#[derive(Debug)]
struct Named {
    name: Found,
    score: f32,
}

/// The event's name: from the title where that has one, else from the first paragraphs.
pub fn find(view: &View<'_>) -> Option<Found> {
    let mut all = Vec::new();
    headline(&mut all, view, view.title, (1.5, 2.3));
    if let Some(summary) = view.summary {
        headline(&mut all, view, summary, (0.6, 1.4));
    }
    for (index, text) in view.early_texts(14).enumerate() {
        let near = if index < 3 { 0.5 } else { 0.0 };
        for range in capitals(text, view.lexicon).into_iter().take(30) {
            push(&mut all, view, text, range, near);
        }
        // 「NAME」に参加: what is quoted where the text says that its author was there.
        if index < 3 && text.plain.chars().any(is_cjk) {
            for quote in line::quotes(text, &(0..text.plain.len()))
                .into_iter()
                .take(4)
            {
                let after = text.plain.get(quote.end..).unwrap_or_default();
                let after: String = after.chars().skip(1).take(14).collect();
                let there = view.lexicon.has(&after, |w| &w.attended);
                if there && after.starts_with(['に', 'を', 'へ', 'が']) {
                    push(&mut all, view, text, quote, near + 1.6);
                }
            }
        }
        for mark in text.marks.iter().take(30) {
            if matches!(mark.kind, MarkKind::Link(_) | MarkKind::Strong) && mark.range.len() < 80 {
                let noun = if beside_noun(text, &mark.range, view.lexicon) {
                    1.0
                } else {
                    0.0
                };
                let range = bare(text, mark.range.clone(), view.lexicon);
                push(&mut all, view, text, range, near + 0.4 + noun);
            }
        }
        for tag in view.tags {
            if let Some(range) = as_tagged(text, tag) {
                push(&mut all, view, text, range, near + 0.4);
            }
        }
    }
    // What the text says again and again is what it is about.
    let body = whole(view);
    for named in &mut all {
        let core = core(&named.name.value);
        if core.len() > 3 {
            let times = memmem::find_iter(body.as_bytes(), &core).take(6).count();
            named.score += [0.0, 0.2, 0.6, 0.8, 1.0, 1.1, 1.2]
                .get(times)
                .copied()
                .unwrap_or(0.0);
        }
        if view.tags.iter().any(|tag| {
            let tag = words_of(tag);
            tag.len() > 3 && (core == tag || core.replace(' ', "") == tag.replace(' ', ""))
        }) {
            named.score += 0.8;
        }
    }
    let best = all
        .iter()
        .enumerate()
        .filter(|(_, named)| named.score >= 2.0)
        .max_by(|a, b| a.1.score.total_cmp(&b.1.score).then(b.0.cmp(&a.0)));
    let Some((_, best)) = best else {
        return view.past.then(|| repeated(view.title, &body)).flatten();
    };
    // The same name with its year says more.
    let dated = all.iter().find(|other| {
        !has_year(&best.name.value)
            && has_year(&other.name.value)
            && core(&other.name.value) == core(&best.name.value)
    });
    Some(dated.unwrap_or(best).name.clone())
}

/// The parts of a title or a summary, `plain` or with what recaps say around a name `taken off`.
fn headline(all: &mut Vec<Named>, view: &View<'_>, title: &Text, (plain, taken_off): (f32, f32)) {
    // What is left of a title that says "recap" is the event.
    let recap = says_recap(&title.plain, view.lexicon);
    for part in parts(title) {
        let range = bare(title, part.clone(), view.lexicon);
        let said = title.plain.get(part.clone()).unwrap_or_default();
        let stripped = recap && range.len() < part.len() && says_recap(said, view.lexicon);
        push(
            all,
            view,
            title,
            range,
            if stripped { taken_off } else { plain },
        );
    }
}

/// Whether a word for events stands beside a link: "the [JS.geo](…) conference".
fn beside_noun(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> bool {
    let near = |said: &str, last: bool| {
        let folded = fold(said);
        let mut words = folded.split_ascii_whitespace();
        let word = if last {
            words.next_back()
        } else {
            words.next()
        };
        word.is_some_and(|word| lexicon.knows(word, |w| &w.events))
    };
    let before = text.plain.get(..range.start).unwrap_or_default();
    let after = text.plain.get(range.end..).unwrap_or_default();
    (after.starts_with(' ')
        && near(
            after.get(..after.floor_char_boundary(24)).unwrap_or(after),
            false,
        ))
        || (before.ends_with(' ') && near(&mention::tail(before, 24), true))
}

/// Where a text says the words of a tag: "front-in-rio" is "Front in Rio".
fn as_tagged(text: &Text, tag: &str) -> Option<Range<usize>> {
    let wanted = tag.to_lowercase().replace(['-', '_'], " ");
    if wanted.len() < 6 || !wanted.contains(' ') {
        return None;
    }
    let lower = text.plain.to_lowercase();
    let at = lower
        .find(&wanted)
        .filter(|_| lower.len() == text.plain.len())?;
    Some(at..at + wanted.len())
}

/// The longest run of a title's capitalised words that the text says again, of two at least: the
/// name of an event that no word tells.
fn repeated(title: &Text, body: &str) -> Option<Found> {
    let mut at = 0;
    let words: Vec<Range<usize>> = title
        .plain
        .split(' ')
        .map(|word| {
            let start = at;
            at += word.len() + 1;
            start..start + word.len()
        })
        .take(12)
        .collect();
    for len in (2..=words.len()).rev() {
        for run in words.windows(len) {
            let range = run.first()?.start..run.last()?.end;
            let said = title.plain.get(range.clone())?;
            let capital =
                |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            if said.split(' ').all(capital) && body.contains(fold(said).as_str()) {
                return Some(found(title, range));
            }
        }
    }
    None
}

fn words_of(text: &str) -> String {
    fold(text).trim().to_owned()
}

/// A name folded, without its year.
pub fn core(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded
        .split_ascii_whitespace()
        .filter(|word| {
            let digits = word.trim_start_matches('\'');
            let number = digits.chars().all(|c| c.is_ascii_digit());
            let short = word.starts_with('\'') && digits.len() == 2;
            !(number && (digits.len() == 4 || short))
        })
        .collect();
    words.join(" ")
}

fn whole(view: &View<'_>) -> String {
    let mut body = String::new();
    for block in &view.blocks.all {
        if body.len() > 30_000 {
            break;
        }
        body.push_str(block.text.folded());
    }
    body
}

fn push(all: &mut Vec<Named>, view: &View<'_>, text: &Text, range: Range<usize>, bonus: f32) {
    let name = found(text, range);
    let count = name.value.chars().count();
    if !(2..=90).contains(&count) || name.value.contains("://") {
        return;
    }
    let tokens: Vec<&str> = name.value.split_whitespace().collect();
    let cjk = name.value.chars().any(is_cjk);
    if tokens.len() > 11 || !name.value.chars().any(char::is_alphabetic) {
        return;
    }
    let month = |token: &&str| {
        let folded = fold(token);
        let word = folded.trim();
        view.lexicon.month(word).is_some() || word.chars().all(|c| c.is_ascii_digit())
    };
    let filling = |token: &&str| {
        let folded = fold(token);
        let word = folded.trim();
        FILLING.has(word) || view.lexicon.knows(word, |w| &w.talks)
    };
    // "2019 Conference" names none either, while "June Meetup" does.
    let plain_noun = |token: &&str| {
        token.chars().all(|c| c.is_ascii_digit()) || view.lexicon.is(token, |w| &w.events)
    };
    let unnamed = !cjk && tokens.len() > 1 && tokens.iter().all(plain_noun);
    if unnamed || tokens.iter().all(|token| month(token) || filling(token)) {
        return;
    }
    let word = tokens.iter().any(|token| event_word(token));
    let noun = event_like(&name.value, view.lexicon);
    let year = has_year(&name.value);
    let capital = cjk
        || name
            .value
            .chars()
            .find(|c| c.is_alphabetic())
            .is_some_and(char::is_uppercase)
        || tokens
            .iter()
            .any(|t| t.chars().filter(|c| c.is_uppercase()).count() > 1)
        || name.value.starts_with(|c: char| c.is_ascii_digit());
    let only_noun = !cjk && noun && !word && tokens.len() == 1;
    let mut score = bonus;
    if word {
        score += 2.0;
    } else if noun && !only_noun {
        score += 1.4;
    } else if only_noun {
        score -= 1.5;
    }
    if year {
        score += 0.7;
    }
    if !capital {
        score -= 1.2;
    }
    if tokens.len() > 7 {
        score -= 0.6;
    }
    let joined = [": ", " – ", " — ", " - ", " | ", " at ", " @ "]
        .iter()
        .any(|sign| name.value.contains(sign));
    if joined || says_recap(&name.value, view.lexicon) {
        score -= 1.0;
    }
    if name.value.contains(['?', '!', '"', '“']) {
        score -= 1.0;
    }
    if !word && view.lexicon.has(&name.value, |w| &w.talks) {
        score -= 0.7;
    }
    // "HarborJS": authors grow words together for names alone.
    if tokens.len() <= 3 && tokens.iter().any(|token| grown(token)) {
        score += 0.4;
    }
    if let Some(old) = all.iter_mut().find(|old| old.name.value == name.value) {
        old.score = old.score.max(score) + 0.1;
        return;
    }
    all.push(Named { name, score });
}

/// Whether a capital stands inside a word.
fn grown(token: &str) -> bool {
    let mut chars = token.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_lowercase() && chars.peek().is_some_and(|next| next.is_uppercase()) {
            return true;
        }
    }
    false
}

/// Whether a name has a year, in full or after an apostrophe.
pub fn has_year(name: &str) -> bool {
    year(name).is_some()
}

/// The year in a name.
pub fn year(name: &str) -> Option<i32> {
    let mut digits = String::new();
    for c in name.chars().chain([' ']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if digits.len() == 4 {
            let year: i32 = digits.parse().ok()?;
            if (1980..2100).contains(&year) {
                return Some(year);
            }
        }
        digits.clear();
    }
    None
}
