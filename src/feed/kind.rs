//! What entries can be parted by into feeds of their own.

use super::{Entry, Feed};

/// One way to part a feed.
#[derive(Debug)]
pub struct Kind {
    /// The key in `[feeds]` and the folder that its feeds lie in.
    pub name: &'static str,
    /// The parts that an entry of a feed belongs to, as readers see them.
    pub parts: fn(&Entry, &Feed) -> Vec<String>,
    /// Whether a part's name is the language that its feed is in.
    pub is_language: bool,
}

/// Every way, in the order in which they are documented and written.
pub static KINDS: &[Kind] = &[
    Kind {
        name: "tags",
        parts: |entry, _| entry.tags.clone(),
        is_language: false,
    },
    Kind {
        name: "categories",
        parts: |entry, _| entry.categories.clone(),
        is_language: false,
    },
    Kind {
        name: "series",
        parts: |entry, _| entry.series.clone(),
        is_language: false,
    },
    Kind {
        name: "authors",
        parts: |entry, whole| {
            let own = Some(&entry.authors).filter(|authors| !authors.is_empty());
            let authors = own.unwrap_or(&whole.authors);
            authors.iter().map(|author| author.name.clone()).collect()
        },
        is_language: false,
    },
    Kind {
        name: "languages",
        parts: |entry, whole| {
            let language = entry.language.as_ref().or(whole.language.as_ref());
            language.cloned().into_iter().collect()
        },
        is_language: true,
    },
];
