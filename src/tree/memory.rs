//! A tree in memory, for tests, examples and other programs.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::name::{is_hidden, is_under};
use super::{Entry, Kind, Tree, TreeError};

/// Files by path.
#[derive(Debug, Clone, Default)]
pub struct Memory(BTreeMap<String, Vec<u8>>);

impl Memory {
    /// An empty tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// The tree with one more file.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.0.insert(path.to_owned(), bytes.into());
        self
    }
}

impl Tree for Memory {
    fn list(&self, folder: &str) -> Result<Vec<Entry>, TreeError> {
        let inside = |path: &&String| is_under(path, folder) && !is_hidden(path);
        let entries =
            self.0.keys().filter(inside).map(|path| Entry { path: path.clone(), kind: Kind::File });
        Ok(entries.collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, TreeError> {
        self.0.get(path).cloned().ok_or_else(|| TreeError::Missing(path.to_owned()))
    }

    fn describe(&self) -> Cow<'_, str> {
        "memory".into()
    }
}
