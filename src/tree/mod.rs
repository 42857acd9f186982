//! Reads files from the work tree, a git index or revision, or memory.
//!
//! Posts, configuration, people, templates and images all come through one [`Tree`], so that a check
//! of the index sees only the index. Paths are relative to the project's root (the folder of
//! `afterword.toml`) and use `/`.

mod disk;
pub mod git;
pub mod memory;
mod name;
pub mod worktree;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

pub use name::{below, folder_of, inside, is_under, joined, leads_into_git, under};

/// The largest file that is read: 1 GiB. A feed of ten thousand full posts is a tenth of that, and
/// the next build must read it to compare.
pub const LARGEST: u64 = 1024 * 1024 * 1024;

/// The largest post that is read: 16 MiB. Parsed Markdown takes up to 240 times its bytes in memory.
pub const LARGEST_POST: u64 = 16 * 1024 * 1024;

/// Refuses a post larger than [`LARGEST_POST`].
fn small_enough(path: &str, length: u64) -> Result<(), TreeError> {
    if length > LARGEST_POST {
        return Err(TreeError::Refused(path.to_owned(), "larger than 16 MiB"));
    }
    Ok(())
}

/// A source of files.
pub trait Tree: Sync {
    /// Every file under `folder` (`""` for the root), sorted by the bytes of the path, without
    /// names that begin with a dot and files that git ignores.
    ///
    /// # Errors
    /// The folder cannot be read, or git fails. A missing folder is an empty list.
    fn list(&self, folder: &str) -> Result<Vec<Entry>, TreeError>;

    /// The bytes of one file. No symbolic link is followed.
    ///
    /// # Errors
    /// [`TreeError::Missing`] where the file does not exist, [`TreeError::Refused`] where it is not a
    /// regular file or is larger than [`LARGEST`].
    fn read(&self, path: &str) -> Result<Vec<u8>, TreeError>;

    /// The bytes of many files, in the order of `paths`. Faster than one by one where git supplies
    /// them; callers bound the memory by the number of paths.
    fn read_all(&self, paths: &[String]) -> Vec<Result<Vec<u8>, TreeError>> {
        paths.iter().map(|path| self.read(path)).collect()
    }

    /// As [`Tree::read_all`], for posts: one larger than [`LARGEST_POST`] is refused.
    fn read_posts(&self, paths: &[String]) -> Vec<Result<Vec<u8>, TreeError>> {
        let within = |(read, path): (Result<Vec<u8>, TreeError>, &String)| {
            read.and_then(|bytes| small_enough(path, bytes.len() as u64).map(|()| bytes))
        };
        self.read_all(paths).into_iter().zip(paths).map(within).collect()
    }

    /// Announces that these outputs will be read one by one, in this order at first, perhaps
    /// repeatedly: a tree that reads from git requests them now, without waiting. Callers bound the
    /// memory by the number of paths.
    fn expect(&self, paths: &[String]) {
        let _ = paths;
    }

    /// The length of one file in bytes, for enclosures.
    ///
    /// # Errors
    /// As [`Tree::read`].
    fn length(&self, path: &str) -> Result<u64, TreeError> {
        self.read(path).map(|bytes| bytes.len() as u64)
    }

    /// The bytes of an output. Unlike a post it may be a symbolic link to a regular file of the tree.
    ///
    /// # Errors
    /// As [`Tree::read`].
    fn read_output(&self, path: &str) -> Result<Vec<u8>, TreeError> {
        self.read(path)
    }

    /// The path from the root to which symbolic links lead an output; `path` itself without links.
    ///
    /// # Errors
    /// A link leads out of the project.
    fn end_of(&self, path: &str) -> Result<String, TreeError> {
        Ok(path.to_owned())
    }

    /// Whether a sparse checkout keeps the file off the disk, so that its bytes come from the index.
    fn is_off_disk(&self, path: &str) -> bool {
        let _ = path;
        false
    }

    /// Whether `found`, the bytes of the file at `path`, equal `wanted` apart from the tree's own
    /// conversions: a checkout with `core.autocrlf` has CR LF where the commit has LF.
    fn equal(&self, path: &str, found: &[u8], wanted: &[u8]) -> bool {
        let _ = path;
        found == wanted
    }

    /// The tree's name in messages ("the index", "commit 1a2b3c4").
    fn describe(&self) -> Cow<'_, str>;

    /// The trees whose feeds record the published entry ids: HEAD for the work tree and the index, the
    /// parents of a revision. Empty without git or before the first commit.
    ///
    /// # Errors
    /// [`TreeError::Git`] where git fails.
    fn base(&self) -> Result<Vec<Box<dyn Tree>>, TreeError> {
        Ok(Vec::new())
    }

    /// Those of `paths` that git ignores, so that `git add` would refuse them.
    fn ignored(&self, paths: &[&str]) -> BTreeSet<String> {
        let _ = paths;
        BTreeSet::new()
    }

    /// git's view of the files under `folder`.
    ///
    /// # Errors
    /// [`TreeError::Git`] where git fails; a tree without git returns an empty answer.
    fn git_status(&self, folder: &str) -> Result<GitStatus, TreeError> {
        let _ = folder;
        Ok(GitStatus::default())
    }
}

/// git's view of files: untracked, absent, unmerged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GitStatus {
    /// Files that are not in the index: a commit made now leaves them out.
    pub untracked: Vec<String>,
    /// Files of the index that a sparse checkout or `skip-worktree` keeps off the disk.
    pub absent: Vec<String>,
    /// Files with an unresolved merge conflict.
    pub unmerged: Vec<String>,
    /// Why git refuses to read the repository, where a person must change that.
    pub refused: Option<String>,
    /// The submodule that is or contains the folder: no commit of this repository has its files.
    pub submodule: Option<String>,
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
    /// A symbolic link, a device, a pipe, a submodule or a name that cannot be written; never read. The
    /// string says which.
    Refused(&'static str),
}

/// Why a tree could not answer.
#[derive(Debug, Clone)]
pub enum TreeError {
    /// The file does not exist.
    Missing(String),
    /// It is not a regular file; the second string says what it is.
    Refused(String, &'static str),
    /// Reading failed: path and reason.
    Io(String, String),
    /// The path leads out of the project.
    Outside(String),
    /// A symbolic link leads an output to another file: path and reason.
    Linked(String, String),
    /// These files have unresolved merge conflicts, so that the index has no tree.
    Unmerged(Vec<String>),
    /// git failed, is not installed or did not answer in time.
    Git(String),
}

impl fmt::Display for TreeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "{path}: the file does not exist"),
            Self::Refused(path, what) => {
                write!(f, "{path}: is {what}; only regular files are read")
            }
            Self::Io(path, why) => write!(f, "{path}: cannot be read: {why}"),
            Self::Linked(path, why) => write!(f, "{path}: {why}"),
            Self::Outside(path) => write!(f, "{path}: leads out of the project's folder"),
            Self::Unmerged(paths) => write!(
                f,
                "unresolved merge conflicts in {}; resolve them and run `git add`",
                paths.join(", ")
            ),
            Self::Git(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for TreeError {}
