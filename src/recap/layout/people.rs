//! Whether names are one person's.

use std::collections::BTreeMap;

use super::{Candidate, View};
use crate::language::fold;
use crate::recap::mention;
use crate::recap::name::Person;

/// The least probability of a name that completes another.
const SURE: f32 = 0.7;

/// Whether two names may be one person's: one is the other or a part of it.
pub(in crate::recap) fn same_person(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    a == b || a.contains(&b) || b.contains(&a)
}

/// Replaces "Ada" by "Ada Lovelace" where all whole names of the post that begin with Ada are this one.
pub(super) fn complete(view: &View<'_>, sessions: &mut [(Candidate, f32)]) {
    let single = |person: &Person| !person.name.value.contains([' ', '-', '.']);
    let mut people = sessions
        .iter()
        .flat_map(|(candidate, _)| &candidate.speakers);
    if !people.any(single) {
        return;
    }
    let mut whole: BTreeMap<String, Vec<Person>> = BTreeMap::new();
    for block in &view.blocks.all {
        let mentions = mention::mentions(&block.text, view.lexicon).iter();
        for mention in mentions.filter(|mention| mention.score >= SURE) {
            let person = mention.person(&block.text);
            let name = person.name.value.as_str();
            let Some((first, _)) = name.split_once(' ') else {
                continue;
            };
            let known = whole.entry(fold(first)).or_default();
            // Two different ones show that the given name is not enough.
            if known.len() < 2 && known.iter().all(|other| other.name.value != name) {
                known.push(person);
            }
        }
    }
    let speakers = sessions
        .iter_mut()
        .flat_map(|(candidate, _)| &mut candidate.speakers);
    for speaker in speakers.filter(|person| single(person)) {
        if let Some([only]) = whole.get(&fold(&speaker.name.value)).map(Vec::as_slice) {
            *speaker = only.clone();
        }
    }
}
