//! Go to definition: from a sentence of a draft to its post, from a person to `people.toml`.

use lsp_types::{Location, Range as Place};

use super::document::Document;
use super::place::{from_column, line_at, place};
use super::show::uri;
use crate::draft::parts::parts;
use crate::project::PEOPLE;
use crate::tree::Tree;

/// The definitions of what is at a byte of a file.
pub(super) fn definition(document: Document<'_>, at: usize) -> Vec<Location> {
    let sentence = sentence_source(document, at).into_iter();
    sentence.chain(person(document, at)).collect()
}

/// The place in the post that a part of a draft comes from.
fn sentence_source(document: Document<'_>, at: usize) -> Option<Location> {
    document.network()?;
    let (tree, snapshot) = (&document.project.tree, &document.project.snapshot);
    let path = document.path.replace(".pending.txt", ".txt");
    let about = snapshot.composed.about.get(&path)?;
    let part = document.draft().posts.iter().enumerate().find_map(|(index, post)| {
        parts(&post.text, index == 0, &about.quotables).into_iter().find(|part| {
            let range = post.range(&part.range);
            range.start <= at && at < range.end && part.position.is_some()
        })
    })?;
    let post = String::from_utf8(tree.read(&about.path).ok()?).ok()?;
    let start = from_column(&post, part.position?);
    Some(Location { uri: uri(tree.root(), &about.path)?, range: Place::new(start, start) })
}

/// The table of the person whose name or handle is at this position.
fn person(document: Document<'_>, at: usize) -> Option<Location> {
    let (tree, snapshot) = (&document.project.tree, &document.project.snapshot);
    let network = document.network().map(|network| network.name);
    let line = line_at(document.text, at);
    let written = document.text.get(line.clone())?;
    let column = at.checked_sub(line.start)?;
    let here = |name: &String| {
        (written.match_indices(name.as_str()))
            .any(|(start, name)| (start..=start + name.len()).contains(&column))
    };
    let person = snapshot.people.all().iter().find(|person| {
        let handle = network.and_then(|network| person.handles.get(network));
        [&person.name].into_iter().chain(&person.aliases).chain(handle).any(here)
    })?;
    let text = String::from_utf8(tree.read(PEOPLE).ok()?).ok()?;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let name = line.trim().trim_matches(['[', ']', ' ', '"', '\'']);
        if line.starts_with('[') && name == person.name {
            return Some(Location {
                uri: uri(tree.root(), PEOPLE)?,
                range: place(&text, &(offset..offset + line.trim_end().len())),
            });
        }
        offset += line.len();
    }
    None
}
