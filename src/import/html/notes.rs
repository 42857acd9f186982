//! Footnotes in generated HTML: a number that links to an item, and the item links back.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{Id, Tree};

/// The footnotes of a text.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The number of a note by its id.
    numbers: BTreeMap<String, usize>,
    /// The elements that hold the notes, in their order.
    items: Vec<Id>,
    /// The same, to look them up.
    held: BTreeSet<Id>,
}

impl Notes {
    /// Finds the notes below `root`: list items with an id and a link back (`↩`).
    pub fn find(tree: &Tree, root: Id) -> Self {
        let mut found = Self::default();
        for id in tree.below(root) {
            let is_back = tree.name(id) == "a"
                && tree
                    .attribute(id, "href")
                    .is_some_and(|href| href.contains('#'))
                && tree.line(id).starts_with(['↩', '⤴', '↑']);
            if !is_back {
                continue;
            }
            let mut note = id;
            while note != root && !matches!(tree.name(note), "li" | "div" | "dd") {
                note = tree.parent(note);
            }
            if let Some(name) = tree.attribute(note, "id").filter(|_| note != root)
                && found.held.insert(note)
            {
                found.items.push(note);
                found.numbers.insert(name.to_owned(), found.items.len());
            }
        }
        // A note without a reference is ordinary text.
        let referred: BTreeSet<usize> = tree
            .below(root)
            .into_iter()
            .filter_map(|id| found.number(tree, id))
            .collect();
        if referred.len() < found.items.len() {
            return Self::default();
        }
        found
    }

    /// Whether a node is a note, written at the end of the text.
    pub fn holds(&self, id: Id) -> bool {
        self.held.contains(&id)
    }

    /// The notes in order of their numbers.
    pub fn all(&self) -> Vec<(usize, Id)> {
        (1..).zip(self.items.iter().copied()).collect()
    }

    /// The number of the note for `id`, which a link or the `sup` around one refers to.
    pub fn reference(&self, tree: &Tree, id: Id) -> Option<usize> {
        if self.items.is_empty() {
            return None;
        }
        match tree.name(id) {
            "a" => self.number(tree, id),
            "sup" => {
                let mut links = tree
                    .below(id)
                    .into_iter()
                    .filter(|below| tree.name(*below) == "a");
                let link = links.next()?;
                (tree.line(link) == tree.line(id)).then(|| self.number(tree, link))?
            }
            _ => None,
        }
    }

    fn number(&self, tree: &Tree, id: Id) -> Option<usize> {
        if tree.name(id) != "a" {
            return None;
        }
        let (_, name) = tree.attribute(id, "href")?.split_once('#')?;
        self.numbers.get(name).copied()
    }
}
