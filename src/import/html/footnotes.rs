//! Footnotes in generated HTML: a number that links to an item, and the item links back.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{Id, Tree};

/// The footnotes of a text.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// The number of a note by its id.
    numbers: BTreeMap<String, usize>,
    /// The elements that hold the notes, in their order.
    pub items: Vec<Id>,
}

impl Footnotes {
    /// Finds the notes below `root`: list items with an id and a link back (`↩`).
    pub(super) fn find(tree: &Tree, root: Id) -> Self {
        let mut found = Self::default();
        let links = tree.elements(root, "a");
        for id in &links {
            let is_back =
                target(tree, *id).is_some() && tree.line(*id).starts_with(['↩', '⤴', '↑']);
            let note = tree.nearest(*id, "li div dd");
            if let Some(name) = tree.attribute(note, "id")
                && is_back
                && note > root
                && !found.numbers.contains_key(name)
            {
                found.items.push(note);
                found.numbers.insert(name.to_owned(), found.items.len());
            }
        }
        // A note without a reference is ordinary text.
        let targets: BTreeSet<&str> = links.iter().filter_map(|id| target(tree, *id)).collect();
        let mut names = found.numbers.keys();
        if names.all(|name| targets.contains(name.as_str())) { found } else { Self::default() }
    }

    /// The number of the note for `id`, which a link or the `sup` around one refers to.
    pub(super) fn reference(&self, tree: &Tree, id: Id) -> Option<usize> {
        if self.items.is_empty() {
            return None;
        }
        let link = match tree.name(id) {
            "a" => id,
            "sup" => *tree.elements(id, "a").first()?,
            _ => return None,
        };
        let number = self.numbers.get(target(tree, link)?).copied();
        number.filter(|_| link == id || tree.line(link) == tree.line(id))
    }
}

/// The id that a link leads to.
fn target(tree: &Tree, link: Id) -> Option<&str> {
    Some(tree.attribute(link, "href")?.split_once('#')?.1)
}
