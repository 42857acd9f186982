//! The plan of outputs to write, and writing it without losing data or leaving half a file.
//!
//! A [`Plan`] compares [`Artifact`]s with a tree. `check` reports it; `build` takes the [`Lock`] first
//! and applies it. Everything is composed, checked and on disk under another name before the first
//! output is replaced; each output is replaced by a rename, so that a reader or a crash sees the old
//! bytes or the complete new ones.

mod artifact;
mod exchange;
mod lock;
mod place;
#[cfg(all(unix, feature = "cli"))]
mod signals;
mod stage;
mod target;
#[cfg(all(test, unix))]
mod tests;
mod write;

use std::fmt;

pub use artifact::{Artifact, Bytes};
pub use lock::Lock;
pub use place::Place;
#[cfg(all(unix, feature = "cli"))]
pub use signals::clean_up_on_signals;
pub use write::Report;

use crate::tree::{Tree, TreeError};

/// What must change for the outputs to be up to date, in the order of execution.
#[derive(Debug, Default)]
pub struct Plan {
    /// Outputs to write.
    pub write: Vec<Change>,
    /// Paths of outputs that are up to date; they are never touched.
    pub keep: Vec<String>,
    /// Files to delete once everything is written, each with the content that it had.
    pub remove: Vec<(String, Vec<u8>)>,
    /// The folders of outputs. Without them no symbolic link is followed.
    pub places: Vec<Place>,
}

/// An output that is out of date.
#[derive(Debug)]
pub struct Change {
    /// The content that it should have.
    pub artifact: Artifact,
    /// The content that it has; `None` where it does not exist.
    pub found: Option<Vec<u8>>,
    /// Whether only the index has the current content: a sparse checkout keeps the file off the disk.
    pub off_disk: bool,
}

impl Plan {
    /// A plan for outputs in `places`.
    pub fn within(places: Vec<Place>) -> Self {
        Self { places, ..Self::default() }
    }

    /// Compares `artifacts` with the files of `tree`.
    ///
    /// # Errors
    /// As [`Plan::add`].
    pub fn compare(
        artifacts: impl IntoIterator<Item = Artifact>,
        tree: &dyn Tree,
    ) -> Result<Self, TreeError> {
        let mut plan = Self::default();
        for artifact in artifacts {
            plan.add(artifact, tree)?;
        }
        Ok(plan)
    }

    /// Compares one more artifact with `tree`. Adding them one at a time drops the bytes of those that
    /// are up to date.
    ///
    /// # Errors
    /// Where the output cannot be read, or is something that is never written.
    pub fn add(&mut self, artifact: Artifact, tree: &dyn Tree) -> Result<(), TreeError> {
        let end = tree.end_of(&artifact.path)?;
        if let Some(why) = place::refusal(&self.places, &artifact.path, &end) {
            return Err(TreeError::Linked(artifact.path, why));
        }
        let found = existing(&artifact.path, tree)?;
        let current =
            found.as_ref().is_some_and(|found| tree.equal(&artifact.path, found, &artifact.bytes));
        if current {
            self.keep.push(artifact.path);
        } else {
            let off_disk = found.is_some() && tree.is_off_disk(&artifact.path);
            self.write.push(Change { artifact, found, off_disk });
        }
        Ok(())
    }

    /// Appends another plan, executed after this one.
    pub fn append(&mut self, mut next: Self) {
        self.write.append(&mut next.write);
        self.keep.append(&mut next.keep);
        self.remove.append(&mut next.remove);
    }

    /// Deletes the file at `path` if it exists, such as a pending draft that is no longer needed.
    ///
    /// # Errors
    /// Where the file exists and cannot be read.
    pub fn remove(&mut self, path: &str, tree: &dyn Tree) -> Result<(), TreeError> {
        self.remove.extend(existing(path, tree)?.map(|found| (path.to_owned(), found)));
        Ok(())
    }

    /// The paths that differ from the tree, in order.
    pub fn changed(&self) -> impl Iterator<Item = &str> {
        let written = self.write.iter().map(|change| change.artifact.path.as_str());
        written.chain(self.remove.iter().map(|(path, _)| path.as_str()))
    }

    /// Files of `folder` that `is_ours` recognises as outputs and that no artifact has.
    ///
    /// # Errors
    /// As [`Tree::list`].
    pub fn left_over(
        &self,
        tree: &dyn Tree,
        folder: &str,
        is_ours: impl Fn(&str) -> bool,
    ) -> Result<Vec<String>, TreeError> {
        let known: std::collections::BTreeSet<&str> =
            self.changed().chain(self.keep.iter().map(String::as_str)).collect();
        let listed = tree.list(folder)?.into_iter().map(|entry| entry.path);
        Ok(listed.filter(|path| is_ours(path) && !known.contains(path.as_str())).collect())
    }

    /// Executes the plan below the lock's folder.
    ///
    /// # Errors
    /// [`WriteError`]. Where it comes before the first rename, as it does for everything but a failing
    /// rename or folder, every output still has its old bytes.
    pub fn apply(&self, lock: &Lock) -> Result<Report, WriteError> {
        write::apply(self, lock)
    }
}

/// The bytes of an output; `None` where the file does not exist.
///
/// # Errors
/// It cannot be read.
pub(crate) fn existing(path: &str, tree: &dyn Tree) -> Result<Option<Vec<u8>>, TreeError> {
    match tree.read_output(path) {
        Err(TreeError::Missing(_)) => Ok(None),
        read => read.map(Some),
    }
}

/// Why outputs were not written.
#[derive(Debug)]
pub enum WriteError {
    /// The path may not be written: path and reason.
    Refused(String, String),
    /// The file has changed since it was read.
    Changed(String),
    /// A system call failed: path, action, and reason.
    Io(String, &'static str, std::io::Error),
    /// Another build has been running for too long.
    Busy,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(path, why) => write!(f, "{path}: is not written: {why}"),
            Self::Changed(path) => write!(
                f,
                "{path}: changed during this run and was left as it is; run `afterword build` again"
            ),
            Self::Io(path, doing, error) => write!(f, "{path}: cannot {doing}: {error}"),
            Self::Busy => write!(
                f,
                "another `afterword build` has been at work here for {} seconds; try again when it has ended",
                lock::PATIENCE.as_secs()
            ),
        }
    }
}

impl std::error::Error for WriteError {}
