//! The work tree, overlaid with the unsaved text of an editor.
#![expect(
    clippy::disallowed_methods,
    reason = "the time and length of a file say whether it changed"
)]

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use crate::tree::worktree::Worktree;
use crate::tree::{Entry, GitStatus, Kind, Tree, TreeError, is_under};

/// How many bytes of files are cached between two checks.
const MOST: usize = 128 * 1024 * 1024;

/// A work tree and the files open in the editor. Reads are cached until [`Overlay::reread`]: between
/// two key strokes nothing else changes.
pub(super) struct Overlay {
    root: PathBuf,
    under: Worktree,
    open: BTreeMap<String, Text>,
    known: Mutex<Known>,
    /// The files that changed.
    changed: BTreeSet<String>,
}

/// The editor's text of a file.
pub(super) struct Text {
    pub version: i32,
    pub text: String,
}

/// The cached reads of the work tree.
#[derive(Default)]
struct Known {
    lists: BTreeMap<String, Vec<Entry>>,
    git_status: BTreeMap<String, GitStatus>,
    /// Time and length of every file that was read; `None` where it does not exist.
    stamps: BTreeMap<String, Option<(SystemTime, u64)>>,
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
            changed: BTreeSet::new(),
        })
    }

    /// The folder of the project.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The files that are open.
    pub(super) fn open(&self) -> &BTreeMap<String, Text> {
        &self.open
    }

    /// The text of an open file.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.open.get(path).map(|open| open.text.as_str())
    }

    /// Sets an editor's text of a file; `None` removes it.
    pub(super) fn put(&mut self, path: &str, text: Option<Text>) {
        let stays = text.is_some();
        let before = match text {
            Some(text) => self.open.insert(path.to_owned(), text),
            None => self.open.remove(path),
        };
        // No result depends on a file that was never read.
        let is_listed = stays && before.is_some();
        if !is_listed || self.known().stamps.contains_key(path) {
            self.changed.insert(path.to_owned());
        }
    }

    /// The files that changed since the last call.
    pub(super) fn take_changed(&mut self) -> BTreeSet<String> {
        std::mem::take(&mut self.changed)
    }

    /// Finds the files that git and other programs changed.
    pub(super) fn reread(&mut self) -> Result<(), TreeError> {
        self.under = Worktree::new(&self.root)?;
        let known = std::mem::take(&mut *self.known());
        let mut next = Known::default();
        for (folder, before) in known.lists {
            // A folder that cannot be listed is not cached: the next listing reports why.
            let now = self.under.list(&folder).unwrap_or_default();
            let [one, other]: [BTreeSet<&Entry>; 2] =
                [&before, &now].map(|all| all.iter().collect());
            let differ = one.symmetric_difference(&other);
            self.changed.extend(differ.map(|entry| entry.path.clone()));
            if !now.is_empty() {
                next.lists.insert(folder, now);
            }
        }
        next.stamps = known.stamps;
        next.stamps.retain(|path, stamp| {
            let stays = self.stamp(path) == *stamp;
            if !stays {
                self.changed.insert(path.clone());
            }
            stays
        });
        for (path, bytes) in known.files {
            if next.stamps.contains_key(&path) {
                next.keep(&path, bytes);
            }
        }
        self.known = Mutex::new(next);
        Ok(())
    }

    /// Time and length of a file on disk.
    fn stamp(&self, path: &str) -> Option<(SystemTime, u64)> {
        let about = std::fs::metadata(self.root.join(path)).ok()?;
        Some((about.modified().ok()?, about.len()))
    }

    /// Notes that a result depends on a file.
    fn ask(&self, path: &str) {
        if !self.known().stamps.contains_key(path) {
            let stamp = self.stamp(path);
            self.known().stamps.insert(path.to_owned(), stamp);
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn keep(&mut self, path: &str, bytes: Vec<u8>) {
        if self.bytes + bytes.len() <= MOST {
            self.bytes += bytes.len();
            self.files.insert(path.to_owned(), bytes);
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
        self.ask(path);
        if let Some(text) = self.text(path) {
            return Ok(text.as_bytes().to_vec());
        }
        if let Some(bytes) = self.known().files.get(path) {
            return Ok(bytes.clone());
        }
        let bytes = self.under.read(path)?;
        self.known().keep(path, bytes.clone());
        Ok(bytes)
    }

    /// The bytes of posts are not cached: [`Memo`](crate::project::Memo) keeps what was read from them.
    fn read_posts(&self, paths: &[String]) -> Vec<Result<Vec<u8>, TreeError>> {
        for path in paths {
            self.ask(path);
        }
        let mut all = self.under.read_posts(paths);
        for (path, bytes) in paths.iter().zip(&mut all) {
            if let Some(text) = self.text(path) {
                *bytes = Ok(text.as_bytes().to_vec());
            }
        }
        all
    }

    fn expect(&self, paths: &[String]) {
        self.under.expect(paths);
    }

    fn length(&self, path: &str) -> Result<u64, TreeError> {
        self.ask(path);
        match self.text(path) {
            Some(text) => Ok(text.len() as u64),
            None => self.under.length(path),
        }
    }

    fn read_output(&self, path: &str) -> Result<Vec<u8>, TreeError> {
        self.ask(path);
        match self.text(path) {
            Some(text) => Ok(text.as_bytes().to_vec()),
            None => self.under.read_output(path),
        }
    }

    fn end_of(&self, path: &str) -> Result<String, TreeError> {
        self.under.end_of(path)
    }

    fn is_off_disk(&self, path: &str) -> bool {
        !self.open.contains_key(path) && self.under.is_off_disk(path)
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
        self.known().git_status.insert(folder.to_owned(), git_status.clone());
        Ok(git_status)
    }
}
