//! Taxonomy feeds: what divides entries into feeds of their own.

use super::{Entry, Feed};

/// A taxonomy.
#[derive(Debug)]
pub struct Kind {
    /// The key in `[feeds]`, and the folder of its feeds.
    pub name: &'static str,
    /// The terms of an entry, as readers see them.
    pub parts: fn(&Entry, &Feed) -> Vec<String>,
    /// Whether a term is the language of its feed.
    pub is_language: bool,
}

/// Every taxonomy, in the order of documentation and output.
pub static KINDS: &[Kind] = &[
    Kind { name: "tags", parts: |entry, _| entry.tags.clone(), is_language: false },
    Kind { name: "categories", parts: |entry, _| entry.categories.clone(), is_language: false },
    Kind { name: "series", parts: |entry, _| entry.series.clone(), is_language: false },
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
