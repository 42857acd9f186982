//! Offers of the items of lists.

use std::ops::Range;

use super::super::proof::Proof;
use super::super::{View, lists, proof};
use super::{Form, Line, Offers, speakers_of, with_speakers};
use crate::recap::line::{self, Reading, Shape};
use crate::recap::mention::{self, Tie};
use crate::recap::name::{LIKELY, Person};

impl Offers {
    pub(super) fn items(&mut self, view: &View<'_>) {
        let lists = lists::groups(view);
        for (number, items) in lists.into_iter().enumerate() {
            // One item under each of several headings: the sections are siblings.
            let alone = match items.as_slice() {
                [one] => lists::under_heading(view, *one),
                _ => None,
            };
            let group = match &alone {
                Some((level, _)) => self.group((Form::Item, *level, 1)),
                None => self.group((Form::Item, number, 0)),
            };
            let section = alone.map(|(_, end)| end);
            for index in items.into_iter().take(200) {
                if self.lines.len() <= 900 {
                    self.item(view, index, group, section);
                }
            }
        }
    }

    /// An item; one that is alone under its heading has all of the section.
    fn item(&mut self, view: &View<'_>, index: usize, group: usize, section: Option<usize>) {
        let Some(block) = view.block(index) else {
            return;
        };
        let own = lists::item(view, index);
        let item = own.start..section.unwrap_or(own.end);
        let blocks = || item.clone().filter_map(|at| view.block(at));
        let text = &block.text;
        let readings = line::readings(text, view.lexicon);
        let heading = || {
            let proof = Proof::of(view, section.and(index.checked_sub(1))?);
            (!proof.speakers.is_empty()).then_some((proof.speakers, proof.tie))
        };
        let begins = || beginning(view, item.clone().skip(1));
        let tied = speakers_of(view, item.clone()).or_else(heading).or_else(begins);
        let tie = tied.as_ref().map_or(Tie::None, |(_, tie)| *tie);
        let at = self.lines.len();
        self.lines.push(Line {
            media: blocks().any(|block| proof::media(view, block)),
            size: (item.len(), blocks().map(|b| b.text.plain.len()).sum()),
            blocks: item.clone(),
            generic: view.opens_others(&text.plain) || lists::pause(view, text),
            tied: tie >= Tie::Verb,
            ..Line::of(index, Form::Item, group, block, &readings)
        });
        if let Some((candidate, reading)) = lists::under_name(view, index, &readings) {
            self.push(candidate, &reading, (at, item.clone(), false, Tie::None));
        }
        let mut found = with_speakers(view, text, &readings);
        let speakers = lists::nested_speakers(view, index)
            .or(tied.map(|(speakers, _)| speakers))
            .unwrap_or_default();
        let alone = titles_alone(view, index, &readings, &found, &speakers);
        found.extend(alone.into_iter().map(|reading| (reading, false)));
        for (reading, forced) in found {
            let candidate = lists::whole(view, item.clone(), text, &reading);
            self.push(candidate, &reading, (at, item.clone(), forced, tie));
        }
    }
}

/// The readings that are a title alone, beside those that were found, with speakers from elsewhere in the item.
fn titles_alone(
    view: &View<'_>,
    index: usize,
    readings: &[Reading],
    found: &[(Reading, bool)],
    speakers: &[Person],
) -> Vec<Reading> {
    let Some(text) = view.block(index).map(|block| &block.text) else {
        return Vec::new();
    };
    // "Keynote by S" is not a title.
    let labelled = |(reading, _): &(Reading, bool)| {
        let title = reading.title.clone().and_then(|at| text.plain.get(at));
        title.is_some_and(|title| view.only_sessions(title))
    };
    if found.iter().any(labelled) {
        return Vec::new();
    }
    let mut alone: Vec<Reading> = Vec::new();
    for title in titles(view, index, readings) {
        let Some(title) = line::title(text, &title, view.lexicon) else {
            continue;
        };
        let known = found.iter().map(|(reading, _)| reading).chain(&alone);
        let mut known = known.filter(|reading| reading.shape == Shape::Title);
        if !known.any(|reading| reading.title.as_ref() == Some(&title)) {
            alone.push(Reading::of_title(title, speakers));
        }
    }
    alone
}

/// The possible titles of an item.
fn titles(view: &View<'_>, index: usize, readings: &[Reading]) -> Vec<Range<usize>> {
    let mut titles = lists::titles(view, index);
    let whole = line::best(readings, Shape::Title).filter(|reading| reading.end <= 200);
    titles.extend(whole.and_then(|reading| reading.title.clone()));
    titles.truncate(3);
    titles
}

/// The person with whose name one of the blocks begins: "S builds an app for rangers."
fn beginning(
    view: &View<'_>,
    mut blocks: impl Iterator<Item = usize>,
) -> Option<(Vec<Person>, Tie)> {
    blocks.find_map(|at| {
        let text = &view.block(at).filter(|block| !block.caption)?.text;
        let mentions = mention::mentions(text, view.lexicon);
        let first = mentions.first().filter(|m| m.range.start == 0 && m.score >= LIKELY)?;
        let people = mention::joined(text, mentions, 0, view.lexicon);
        let last = mentions.get(people.end - 1).unwrap_or(first);
        let after = text.plain.get(last.range.end..)?.strip_prefix(' ')?;
        let people = mentions.get(people)?.iter().map(|m| m.person(text));
        after.starts_with(char::is_lowercase).then(|| (people.collect(), Tie::None))
    })
}
