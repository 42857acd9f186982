//! Whether names are one person's.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Candidate, View};
use crate::language::{fold, is_cjk};
use crate::recap::mention;
use crate::recap::name::Person;
use crate::recap::word;

/// The least probability of a name that completes another.
const SURE: f32 = 0.7;

/// Whether two names may be one person's: one is the other or a part of it.
pub(in crate::recap) fn same_person(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    a == b || a.contains(&b) || b.contains(&a)
}

/// Replaces "Ada" and "adal" by "Ada Lovelace" where all whole names of the post that begin with Ada, or have the
/// handle beside them, are this one; and "関" by "関孝和".
pub(super) fn complete(view: &View<'_>, sessions: &mut [(Candidate, f32)]) {
    let single = |person: &Person| !person.name.value.contains([' ', '-', '.']);
    let mut people = sessions.iter().flat_map(|(candidate, _)| &candidate.speakers);
    if !people.any(single) {
        return;
    }
    let mut whole: BTreeMap<String, Vec<Person>> = BTreeMap::new();
    let mut unspaced: Vec<Person> = Vec::new();
    for block in &view.blocks.all {
        let mentions = mention::mentions(&block.text, view.lexicon).iter();
        for mention in mentions {
            let person = mention.person(&block.text);
            let name = person.name.value.as_str();
            if name.chars().all(is_cjk) {
                unspaced.push(person);
                continue;
            }
            let Some((first, _)) = name.split_once(' ').filter(|_| mention.score >= SURE) else {
                continue;
            };
            let handle = beside(&block.text.plain, &mention.range);
            for key in [Some(first), handle].into_iter().flatten() {
                let known = whole.entry(fold(key)).or_default();
                // Two different ones show that the given name is not enough.
                if known.len() < 2 && known.iter().all(|other| other.name.value != name) {
                    known.push(person.clone());
                }
            }
        }
    }
    for (candidate, _) in sessions {
        for speaker in candidate.speakers.iter_mut().filter(|person| single(person)) {
            if let Some([only]) = whole.get(&fold(&speaker.name.value)).map(Vec::as_slice) {
                *speaker = only.clone();
            } else if let Some(whole) = longer(&speaker.name.value, &unspaced) {
                *speaker = whole.clone();
            }
        }
        let mut seen: Vec<String> = Vec::new();
        (candidate.speakers).retain(|person| {
            let is_new = !seen.contains(&person.name.value);
            seen.push(person.name.value.clone());
            is_new
        });
    }
}

/// The only longer name that begins with one in Chinese or Japanese: "関孝和" for "関".
fn longer<'p>(name: &str, people: &'p [Person]) -> Option<&'p Person> {
    let begins = |person: &&Person| {
        let rest = person.name.value.strip_prefix(name);
        rest.is_some_and(|rest| !rest.is_empty())
    };
    let mut longer = people.iter().filter(begins);
    let first = longer.next().filter(|_| name.chars().all(is_cjk))?;
    longer.all(|other| other.name.value == first.name.value).then_some(first)
}

/// Whether a word in lower case is a handle made of a name, "adal" or "alovelace" of "Ada Lovelace", and no word of a language.
pub(super) fn is_handle(word: &str, name: &str) -> bool {
    /// How many letters of the first name, or of the last behind an initial, and of the last alone, show whose handle it is.
    const FIRST: usize = 3;
    const LAST: usize = 4;
    let handle = word.trim_start_matches('@');
    let written = handle.starts_with(char::is_lowercase) && !handle.contains(' ');
    if !written || word::common(handle) {
        return false;
    }
    let name = fold(name);
    let mut parts = name.split_ascii_whitespace();
    let (Some(first), Some(last)) = (parts.next(), parts.next_back()) else {
        return false;
    };
    let initial = first.chars().next().unwrap_or_default();
    let begins = |handle: &str, part: &str, letters: usize| {
        part.get(..letters).is_some_and(|part| handle.starts_with(part))
    };
    begins(handle, first, FIRST)
        || begins(handle, last, LAST)
        || begins(handle.strip_prefix(initial).unwrap_or_default(), last, FIRST)
}

/// The handle beside a name, where one of them is in brackets: "S (adal)", "@adal (S)".
fn beside<'t>(plain: &'t str, name: &Range<usize>) -> Option<&'t str> {
    let before = plain.get(..name.start)?.trim_end();
    let after = plain.get(name.end..)?.trim_start();
    let handle = match (before.strip_suffix('('), after.strip_prefix('(')) {
        (Some(before), _) if after.starts_with(')') => before.trim_end().rsplit(' ').next()?,
        (_, Some(after)) => after.split_once(')')?.0,
        _ => return None,
    };
    let handle = handle.trim_start_matches('@');
    let written = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    (handle.len() > 2 && handle.chars().all(written)).then_some(handle)
}
