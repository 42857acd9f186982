//! Where files come from: the work tree, a git index or revision, or memory.
//!
//! Posts, configuration, people, templates and images all come through one [`Tree`], so that a
//! check of the index sees the index alone. Paths are relative to the project's root (the folder
//! of `afterword.toml`), written with `/`.

pub mod git;
pub mod memory;
pub mod worktree;

use std::fmt;

/// A source of files.
pub trait Tree: Sync {
    /// Every file under `folder` (`""` for the root), sorted by the bytes of the path. Names that
    /// begin with a dot are left out, and so is what git ignores.
    ///
    /// # Errors
    /// The folder cannot be read, or git cannot answer. A folder that is not there is an empty list.
    fn list(&self, folder: &str) -> Result<Vec<Entry>, TreeError>;

    /// The bytes of one file.
    ///
    /// # Errors
    /// [`TreeError::Missing`] where there is no such file, [`TreeError::Refused`] where it is no
    /// regular file.
    fn read(&self, path: &str) -> Result<Vec<u8>, TreeError>;

    /// The length of one file in bytes, for enclosures.
    ///
    /// # Errors
    /// As [`Tree::read`].
    fn length(&self, path: &str) -> Result<u64, TreeError> {
        self.read(path).map(|bytes| bytes.len() as u64)
    }
}

/// A path in a tree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The path from the project's root. A name that is not UTF-8 is shown with its bytes escaped
    /// and has the kind [`Kind::Refused`].
    pub path: String,
    /// What it is.
    pub kind: Kind,
}

/// What a path in a tree is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A regular file.
    File,
    /// A symbolic link, a device, a pipe, a submodule or a name that cannot be written: never
    /// read. The words say which.
    Refused(&'static str),
}

/// Why a tree could not answer.
#[derive(Debug, Clone)]
pub enum TreeError {
    /// There is no such file.
    Missing(String),
    /// It is no regular file; the second string says what it is.
    Refused(String, &'static str),
    /// Reading failed: path and reason.
    Io(String, String),
    /// git failed, is not there or did not answer in time.
    Git(String),
}

impl fmt::Display for TreeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "{path}: there is no such file"),
            Self::Refused(path, what) => write!(f, "{path}: is {what}, which is never read"),
            Self::Io(path, why) => write!(f, "{path}: cannot be read: {why}"),
            Self::Git(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for TreeError {}
