//! Runs of capitalised words in running text, which may hold names.

use std::ops::Range;

use crate::language::names::INNER_PARTICLES;
use crate::language::{Lexicon, is_cjk};
use crate::recap::name;
use crate::recap::text::Text;
use crate::recap::word;

/// Runs of words that are capitalised like names.
pub(super) fn runs(plain: &str) -> Vec<Range<usize>> {
    first_runs(plain, usize::MAX)
}

/// The first of them, at least `most` if there are as many.
pub(super) fn first_runs(plain: &str, most: usize) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut at = 0;
    for word in plain.split([' ', '\n']) {
        if runs.len() >= most {
            return runs;
        }
        let start = at;
        at += word.len() + 1;
        let lead = word.len() - unelided(word).len();
        let bare = unelided(word).trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.');
        let bare = word::without_possessive(bare);
        let initial = bare.ends_with('.') && bare.chars().count() == 2;
        let bare = if initial { bare } else { before_glued(bare.trim_end_matches('.')) };
        let begin = start + lead;
        let end = begin + bare.len();
        let tail = plain.get(end..start + word.len()).unwrap_or_default();
        // "I" begins a clause: "At dinner with Dean I learned".
        let capital = bare != "I"
            && bare.chars().next().is_some_and(char::is_uppercase)
            && bare.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
            && !bare.chars().any(is_cjk);
        // "Ayelet de-Roos".
        let capital = capital || open.is_some() && bare.contains('-') && word::looks(bare);
        let particle = INNER_PARTICLES.contains(&bare);
        if lead > 0 || !(capital || (particle && open.is_some())) {
            runs.extend(open.take());
        }
        if capital {
            open = Some(open.map_or(begin, |run| run.start)..end);
        }
        if !tail.is_empty() || plain.as_bytes().get(at.saturating_sub(1)) == Some(&b'\n') {
            runs.extend(open.take());
        }
    }
    runs.extend(open);
    runs
}

/// A word before a sentence that follows it without a space: "Lovelace.The".
fn before_glued(word: &str) -> &str {
    let glued = word.match_indices('.').find(|(at, _)| {
        let (before, after) = word.split_at(*at);
        let mut after = after.chars().skip(1);
        let small = |c: Option<char>| c.is_some_and(char::is_lowercase);
        small(before.chars().next_back())
            && before.chars().count() > 2
            && after.next().is_some_and(char::is_uppercase)
            && small(after.next())
    });
    glued.map_or(word, |(at, _)| word.get(..at).unwrap_or(word))
}

/// A word without marks and elided articles before it: "d'Ada", "l'Ada".
fn unelided(word: &str) -> &str {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    if !word.starts_with(['d', 'l', 'q']) {
        return word;
    }
    ["d'", "d’", "l'", "l’", "qu'", "qu’"]
        .iter()
        .find_map(|elided| word.strip_prefix(elided))
        .filter(|rest| rest.starts_with(char::is_uppercase))
        .unwrap_or(word)
}

/// The parts of a run of capitalised words before and after the beginning of marked words: "Adas Vortrag *Räume ohne
/// Wände*".
pub(super) fn apart(text: &Text, run: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let starts = text.marks.iter().filter(|mark| {
        let words = text.plain.get(mark.range.clone()).unwrap_or_default();
        run.contains(&mark.range.start) && words.contains(' ')
    });
    let mut starts: Vec<usize> = starts.map(|mark| mark.range.start).collect();
    starts.extend([run.start, run.end]);
    starts.sort_unstable();
    starts.dedup();
    let parts: Vec<_> = (starts.iter().zip(starts.iter().skip(1)))
        .map(|(start, end)| text.trim(*start..*end))
        .filter(|part| !part.is_empty())
        .collect();
    parts.into_iter()
}

/// A run of capitalised words, or the link to a person's page that begins in it: "Ambassador
/// [Ada Lovelace](…)". A name does not go on over the end of its mark: "**Ada Lovelace** I heard".
pub(super) fn linked(text: &Text, run: Range<usize>) -> Range<usize> {
    let mut marks = text.marks.iter().map(|mark| &mark.range);
    let whole = marks.find(|mark| mark.start == run.start && mark.end < run.end);
    let run = whole.cloned().unwrap_or(run);
    text.links()
        .filter(|(_, href)| name::profile(href))
        .map(|(link, _)| link.start.max(run.start)..link.end.min(run.end))
        .find(|shared| {
            text.plain.get(shared.clone()).is_some_and(|phrase| phrase.trim().contains(' '))
        })
        .map_or(run, |shared| text.trim(shared))
}

/// A run of capitalised words without somebody's role at its beginning: "Unsere Kollegin Ada Lovelace".
pub(super) fn after_role(text: &Text, run: Range<usize>, lexicon: Lexicon) -> Range<usize> {
    let words = text.plain.get(run.clone()).unwrap_or_default();
    for (at, _) in words.match_indices(' ').take(3) {
        let (before, name) = words.split_at(at);
        let word = before.rsplit(' ').next().unwrap_or_default();
        let name = name.trim_start();
        if lexicon.is(word, |w| &w.roles) {
            return after_role(text, run.end - name.len()..run.end, lexicon);
        }
        if !word::no_name(&word.to_lowercase()) {
            break;
        }
    }
    run
}

/// A run of capitalised words without a talk or an organisation at its end: `Ada Lovelaces Vortrag`, `Ada
/// Lovelace de BigCorp`.
pub(super) fn named_part(run: &str, lexicon: Lexicon) -> &str {
    let Some((named, last)) = run.rsplit_once(' ') else {
        return run;
    };
    let person = name::without_employer(run, lexicon);
    if person.len() < run.len() {
        return person;
    }
    let lower = last.to_lowercase();
    // "Lightning Talk".
    if let Some((_, both)) = run.match_indices(' ').rev().nth(1).map(|(at, _)| run.split_at(at))
        && lexicon.is(both, |w| &w.talks)
    {
        return named_part(run.get(..run.len() - both.len()).unwrap_or(run), lexicon);
    }
    if word::organisation(last) || lexicon.knows(&lower, |w| &w.talks) {
        return named_part(without_particle(named), lexicon);
    }
    // An organisation has all words up to the particle before it.
    let joined = (named.match_indices(' ').rev())
        .map(|(at, _)| named.split_at(at))
        .find(|(_, rest)| {
            let word = rest.trim_start().split(' ').next().unwrap_or_default();
            word::particle(word)
        })
        .map(|(person, _)| without_particle(person));
    joined.filter(|person| person.contains(' ') && word::no_name(&lower)).unwrap_or(run)
}

/// Words without particles at their end.
fn without_particle(words: &str) -> &str {
    match words.rsplit_once(' ') {
        Some((before, last)) if word::particle(last) => without_particle(before),
        _ => words,
    }
}
