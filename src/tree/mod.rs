//! Where files come from: the work tree, a git index or revision, or memory.
//!
//! Posts, configuration, people, templates and images all come through one [`Tree`], so that a
//! check of the index sees the index alone. Paths are relative to the project's root (the folder
//! of `afterword.toml`), written with `/`.

pub mod git;
pub mod memory;
mod name;
pub mod worktree;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

pub use name::{inside, is_under, leads_into_git};

/// A larger file is never read, only measured: 1 GiB. A feed of ten thousand whole posts takes a tenth of
/// it, and what was written must be read again to be held against the next build.
pub const LARGEST: u64 = 1024 * 1024 * 1024;

/// A larger post is never read: 16 MiB. Parsed Markdown takes up to 240 times its bytes in memory.
pub const LARGEST_POST: u64 = 16 * 1024 * 1024;

/// Refuses the length of a post that is larger than [`LARGEST_POST`].
fn small_enough(path: &str, length: u64) -> Result<(), TreeError> {
    if length > LARGEST_POST {
        return Err(TreeError::Refused(path.to_owned(), "larger than 16 MiB"));
    }
    Ok(())
}

/// A source of files.
pub trait Tree: Sync {
    /// Every file under `folder` (`""` for the root), sorted by the bytes of the path. Names that
    /// begin with a dot are left out, and so is what git ignores.
    ///
    /// # Errors
    /// The folder cannot be read, or git cannot answer. A folder that is not there is an empty list.
    fn list(&self, folder: &str) -> Result<Vec<Entry>, TreeError>;

    /// The bytes of one file. No symbolic link is followed on the way.
    ///
    /// # Errors
    /// [`TreeError::Missing`] where there is no such file, [`TreeError::Refused`] where it is no
    /// regular file or is larger than [`LARGEST`].
    fn read(&self, path: &str) -> Result<Vec<u8>, TreeError>;

    /// The bytes of many files, in the order of `paths`. Quicker than one by one where a process
    /// has to be asked; callers bound the memory by the number of paths they ask for at once.
    fn read_all(&self, paths: &[String]) -> Vec<Result<Vec<u8>, TreeError>> {
        paths.iter().map(|path| self.read(path)).collect()
    }

    /// As [`Tree::read_all`], for posts: one larger than [`LARGEST_POST`] is refused.
    fn read_posts(&self, paths: &[String]) -> Vec<Result<Vec<u8>, TreeError>> {
        let within = |(read, path): (Result<Vec<u8>, TreeError>, &String)| {
            read.and_then(|bytes| small_enough(path, bytes.len() as u64).map(|()| bytes))
        };
        self.read_all(paths)
            .into_iter()
            .zip(paths)
            .map(within)
            .collect()
    }

    /// Says that these outputs will be read one by one, in this order at first and more than once
    /// perhaps: a tree that has to ask a process asks for all of them now and does not wait.
    /// Callers bound the memory by the number of paths.
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

    /// The bytes of an output. Unlike a post it may be a symbolic link, as long as that ends at
    /// a regular file of the tree.
    ///
    /// # Errors
    /// As [`Tree::read`].
    fn read_output(&self, path: &str) -> Result<Vec<u8>, TreeError> {
        self.read(path)
    }

    /// Where symbolic links lead an output, as a path from the root; `path` itself where there are
    /// none.
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

    /// Whether an output is known to have just these bytes, without holding it in memory. `false`
    /// says nothing.
    fn holds(&self, path: &str, wanted: &[u8]) -> bool {
        let _ = (path, wanted);
        false
    }

    /// Whether `found`, the bytes of the file at `path`, are `wanted` once the tree's own
    /// conversions are undone: a checkout with `core.autocrlf` has CR LF where the commit has LF.
    fn equal(&self, path: &str, found: &[u8], wanted: &[u8]) -> bool {
        let _ = path;
        found == wanted
    }

    /// The tree in a few words, for messages ("the index", "commit 1a2b3c4").
    fn describe(&self) -> Cow<'_, str>;

    /// The trees whose feeds are the ledger of entry ids: HEAD for the work tree and the index,
    /// the parents of a revision. Empty where there are none (no git, no commit yet).
    ///
    /// # Errors
    /// [`TreeError::Git`] where git fails.
    fn base(&self) -> Result<Vec<Box<dyn Tree>>, TreeError> {
        Ok(Vec::new())
    }

    /// Those of `paths` that git ignores: a `git add` would refuse them, and no commit has them.
    fn ignored(&self, paths: &[&str]) -> BTreeSet<String> {
        let _ = paths;
        BTreeSet::new()
    }

    /// What git knows of the files under `folder` that their bytes do not show.
    ///
    /// # Errors
    /// [`TreeError::Git`] where git fails; a tree without git answers with nothing.
    fn standing(&self, folder: &str) -> Result<Standing, TreeError> {
        let _ = folder;
        Ok(Standing::default())
    }
}

/// Files that git sees otherwise than the work tree does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Files that are not in the index: a commit made now leaves them out.
    pub untracked: Vec<String>,
    /// Files of the index that a sparse checkout or `skip-worktree` keeps off the disk.
    pub absent: Vec<String>,
    /// Files with a merge conflict that nobody has settled.
    pub unmerged: Vec<String>,
    /// Why git does not answer for the repository, where a person has to change that.
    pub refused: Option<String>,
    /// The submodule that the folder is or lies in: no commit of this repository has its files.
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
    /// The path leads out of the project.
    Outside(String),
    /// A symbolic link leads an output to another file: path and reason.
    Linked(String, String),
    /// These files have a merge conflict that nobody has settled, so there is no tree to read.
    Unmerged(Vec<String>),
    /// git failed, is not there or did not answer in time.
    Git(String),
}

impl fmt::Display for TreeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "{path}: there is no such file"),
            Self::Refused(path, what) => write!(f, "{path}: is {what}, which is never read"),
            Self::Io(path, why) => write!(f, "{path}: cannot be read: {why}"),
            Self::Linked(path, why) => write!(f, "{path}: {why}"),
            Self::Outside(path) => write!(f, "{path}: leads out of the project's folder"),
            Self::Unmerged(paths) => write!(
                f,
                "unsettled merge conflicts in {}; settle them and run `git add`",
                paths.join(", ")
            ),
            Self::Git(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for TreeError {}
