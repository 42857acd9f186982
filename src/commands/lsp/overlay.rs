//! The work tree, overlaid with the unsaved text of an editor.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::tree::worktree::Worktree;
use crate::tree::{Entry, GitStatus, Kind, Tree, TreeError, is_under};

/// How many bytes of files are cached between two checks.
const MOST: usize = 128 * 1024 * 1024;

/// A work tree and the files open in the editor. Reads are cached until [`Overlay::forget`]: between
/// two key strokes nothing else changes.
pub(super) struct Overlay {
    root: PathBuf,
    under: Worktree,
    open: BTreeMap<String, String>,
    known: Mutex<Known>,
}

/// The cached reads of the work tree.
#[derive(Default)]
struct Known {
    lists: BTreeMap<String, Vec<Entry>>,
    git_status: BTreeMap<String, GitStatus>,
    files: BTreeMap<String, Vec<u8>>,
    bytes: usize,
}

impl Overlay {
    pub(super) fn new(root: &Path) -> Result<Self, TreeError> {
        Ok(Self {
            root: root.to_owned(),
            under: Worktree::new(root)?,
            open: BTreeMap::new(),
            known: Mutex::default(),
        })
    }

    /// The folder of the project.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The files that are open.
    pub(super) fn open(&self) -> impl Iterator<Item = (&str, &str)> {
        self.open
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of an open file.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.open.get(path).map(String::as_str)
    }

    /// Sets an editor's text of a file; `None` removes it.
    pub(super) fn put(&mut self, path: &str, text: Option<String>) {
        match text {
            Some(text) => self.open.insert(path.to_owned(), text),
            None => self.open.remove(path),
        };
    }

    /// Clears the cache.
    pub(super) fn forget(&mut self) -> Result<(), TreeError> {
        self.under = Worktree::new(&self.root)?;
        self.known = Mutex::default();
        Ok(())
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn keep(&mut self, path: &str, bytes: &[u8]) {
        if self.bytes + bytes.len() <= MOST {
            self.bytes += bytes.len();
            self.files.insert(path.to_owned(), bytes.to_vec());
        }
    }
}

impl Tree for Overlay {
    fn list(&self, folder: &str) -> Result<Vec<Entry>, TreeError> {
        let kept = self.known().lists.get(folder).cloned();
        let mut entries = if let Some(entries) = kept {
            entries
        } else {
            let entries = self.under.list(folder)?;
            let mut known = self.known();
            known.lists.insert(folder.to_owned(), entries.clone());
            entries
        };
        for path in self.open.keys() {
            let inside = folder.is_empty() || is_under(path, folder);
            let at = entries.binary_search_by(|entry| entry.path.as_str().cmp(path));
            if let (true, Err(at)) = (inside, at) {
                let (path, kind) = (path.clone(), Kind::File);
                entries.insert(at, Entry { path, kind });
            }
        }
        Ok(entries)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, TreeError> {
        if let Some(text) = self.open.get(path) {
            return Ok(text.clone().into_bytes());
        }
        if let Some(bytes) = self.known().files.get(path) {
            return Ok(bytes.clone());
        }
        let bytes = self.under.read(path)?;
        self.known().keep(path, &bytes);
        Ok(bytes)
    }

    fn expect(&self, paths: &[String]) {
        self.under.expect(paths);
    }

    fn length(&self, path: &str) -> Result<u64, TreeError> {
        match self.open.get(path) {
            Some(text) => Ok(text.len() as u64),
            None => self.under.length(path),
        }
    }

    fn read_output(&self, path: &str) -> Result<Vec<u8>, TreeError> {
        match self.open.get(path) {
            Some(text) => Ok(text.clone().into_bytes()),
            None => self.under.read_output(path),
        }
    }

    fn end_of(&self, path: &str) -> Result<String, TreeError> {
        self.under.end_of(path)
    }

    fn is_off_disk(&self, path: &str) -> bool {
        !self.open.contains_key(path) && self.under.is_off_disk(path)
    }

    fn holds(&self, path: &str, wanted: &[u8]) -> bool {
        match self.open.get(path) {
            Some(text) => text.as_bytes() == wanted,
            None => self.under.holds(path, wanted),
        }
    }

    fn equal(&self, path: &str, found: &[u8], wanted: &[u8]) -> bool {
        self.under.equal(path, found, wanted)
    }

    fn describe(&self) -> Cow<'_, str> {
        "the editor".into()
    }

    fn base(&self) -> Result<Vec<Box<dyn Tree>>, TreeError> {
        self.under.base()
    }

    fn ignored(&self, paths: &[&str]) -> BTreeSet<String> {
        self.under.ignored(paths)
    }

    fn git_status(&self, folder: &str) -> Result<GitStatus, TreeError> {
        if let Some(git_status) = self.known().git_status.get(folder) {
            return Ok(git_status.clone());
        }
        let git_status = self.under.git_status(folder)?;
        self.known()
            .git_status
            .insert(folder.to_owned(), git_status.clone());
        Ok(git_status)
    }
}
