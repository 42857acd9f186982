//! Files on disk.
#![expect(clippy::disallowed_methods, reason = "this is the tree that reads files from disk")]

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::{self, FileType, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use ignore::WalkBuilder;
use rayon::prelude::*;

use super::disk::{contents, failed, is_repository, name, what};
use super::git::{self, Known, Repo};
use super::name::{folder_of, inside, is_hidden, is_under};
use super::{Entry, GitStatus, Kind, Tree, TreeError, small_enough};

/// Longer files are not texts whose line ends git might convert.
const LONGEST_TEXT: u64 = 8 * 1024 * 1024;

/// The files under a folder on disk.
pub struct Worktree {
    root: PathBuf,
    repo: OnceLock<Result<Option<Repo>, TreeError>>,
    known: OnceLock<Result<Known, TreeError>>,
}

/// What is at the path of a folder.
#[derive(Debug, Clone, Copy)]
enum Folder {
    /// A folder, and no symbolic link on the way to it.
    Real,
    /// Not a folder.
    Missing,
    /// A symbolic link, or a path through one.
    Linked,
}

impl Worktree {
    /// The tree of the folder `root`.
    ///
    /// # Errors
    /// [`TreeError::Io`] where the folder does not exist.
    pub fn new(root: &Path) -> Result<Self, TreeError> {
        let root =
            fs::canonicalize(root).map_err(|error| failed(&root.to_string_lossy(), &error))?;
        Ok(Self { root, repo: OnceLock::new(), known: OnceLock::new() })
    }

    /// The same tree without a repository: git is never called.
    #[must_use]
    pub fn without_git(self) -> Self {
        Self { repo: OnceLock::from(Ok(None)), ..self }
    }

    /// The repository around the folder; `None` without one, and where git is missing or fails.
    fn repo(&self) -> Option<&Repo> {
        let inside_one = || self.root.ancestors().any(|folder| folder.join(".git").exists());
        let found = self.repo.get_or_init(|| {
            if inside_one() || std::env::var_os("GIT_DIR").is_some() {
                Repo::find(&self.root)
            } else {
                Ok(None)
            }
        });
        let found = found.as_ref().ok().and_then(Option::as_ref);
        found.filter(|repo| !repo.is_bare)
    }

    fn known(&self) -> Option<&Known> {
        let repo = self.repo()?;
        self.known.get_or_init(|| Known::of(repo)).as_ref().ok()
    }

    /// The files of a folder on disk that no ignore file names.
    fn walk(&self, start: &Path, folder: &str, entries: &mut Vec<Entry>) -> Result<(), TreeError> {
        let in_git = self.repo().is_some();
        let walk = WalkBuilder::new(start)
            .hidden(true)
            .ignore(false)
            .parents(in_git)
            .require_git(in_git)
            .follow_links(false)
            .filter_entry(|entry| entry.depth() == 0 || !is_repository(entry))
            .build();
        for found in walk {
            let found =
                found.map_err(|error| TreeError::Io(folder.to_owned(), error.to_string()))?;
            entries.extend(self.entry(found.path(), found.file_type()));
        }
        Ok(())
    }

    /// The bytes in the index of a file that a sparse checkout keeps off the disk.
    fn staged_if_absent(&self, path: &str) -> Option<Result<Vec<u8>, TreeError>> {
        let known = self.known().filter(|known| known.is_absent(path))?;
        Some(known.staged(path))
    }

    fn converts(&self, path: &str) -> bool {
        self.known().is_some_and(|known| known.is_converted(path))
    }

    /// What `git add` would store for a file that git converts. No configured filter runs: Git LFS is
    /// built in, and for other filters the index has the result if the file is unchanged.
    fn cleaned(&self, path: &str, bytes: Vec<u8>) -> Result<Vec<u8>, TreeError> {
        let Some((repo, known)) = self.repo().zip(self.known()) else {
            return Ok(bytes);
        };
        let Some(filter) = known.filter(path) else {
            return repo.cleaned(path, &bytes);
        };
        if filter == "lfs" {
            return Ok(git::large_file_pointer(&bytes));
        }
        if known.is_unchanged(path, &self.metadata(path)?) {
            return known.staged(path);
        }
        Err(TreeError::Io(
            path.to_owned(),
            format!(
                "the filter `{filter}` of git changes this file on its way into a commit, and filters are not run here; `git add` it first"
            ),
        ))
    }

    fn on_disk(&self, path: &str) -> Result<Vec<u8>, TreeError> {
        let location = self.location(path)?;
        let metadata = fs::symlink_metadata(&location).map_err(|error| failed(path, &error))?;
        if let Kind::Refused(what) = what(metadata.file_type()) {
            return Err(TreeError::Refused(path.to_owned(), what));
        }
        contents(&location, path)
    }

    /// What is at `path` on disk, a symbolic link as itself.
    fn metadata(&self, path: &str) -> Result<Metadata, TreeError> {
        fs::symlink_metadata(self.location(path)?).map_err(|error| failed(path, &error))
    }

    /// The location of `path` on disk, after checking that every folder on the way is a real one.
    fn location(&self, path: &str) -> Result<PathBuf, TreeError> {
        if inside(path).as_deref() != Some(path) || path.is_empty() {
            return Err(TreeError::Outside(path.to_owned()));
        }
        let folder = folder_of(path);
        match self.folder(folder).map_err(|error| failed(path, &error))? {
            Folder::Real => Ok(self.root.join(path)),
            Folder::Missing => Err(TreeError::Missing(path.to_owned())),
            Folder::Linked => Err(TreeError::Refused(path.to_owned(), "behind a symbolic link")),
        }
    }

    /// What is at the path of a folder.
    fn folder(&self, path: &str) -> io::Result<Folder> {
        for (end, _) in path.match_indices('/').chain([(path.len(), "")]) {
            let part = self.root.join(path.get(..end).unwrap_or(path));
            match fs::symlink_metadata(part) {
                Ok(kind) if kind.is_symlink() => return Ok(Folder::Linked),
                Ok(kind) if kind.is_dir() => {}
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => return Ok(Folder::Missing),
            }
        }
        Ok(Folder::Real)
    }

    /// The path from the root of a file that the walk found, with `/`.
    fn entry(&self, path: &Path, kind: Option<FileType>) -> Option<Entry> {
        let path = path.strip_prefix(&self.root).ok()?;
        let (path, refused) = name(path);
        let kind = match kind {
            Some(kind) if kind.is_dir() => return None,
            Some(kind) => what(kind),
            None => Kind::Refused("no regular file"),
        };
        Some(Entry { path, kind: refused.unwrap_or(kind) })
    }
}

impl Worktree {
    /// The location of an output, a regular file within the project.
    fn output(&self, path: &str) -> Result<PathBuf, TreeError> {
        if inside(path).as_deref() != Some(path) || path.is_empty() {
            return Err(TreeError::Outside(path.to_owned()));
        }
        let location =
            fs::canonicalize(self.root.join(path)).map_err(|error| failed(path, &error))?;
        if !location.starts_with(&self.root) {
            return Err(TreeError::Outside(path.to_owned()));
        }
        let metadata = fs::symlink_metadata(&location).map_err(|error| failed(path, &error))?;
        match what(metadata.file_type()) {
            Kind::File => Ok(location),
            Kind::Refused(what) => Err(TreeError::Refused(path.to_owned(), what)),
        }
    }
}

impl Tree for Worktree {
    fn list(&self, folder: &str) -> Result<Vec<Entry>, TreeError> {
        let Some(folder) = inside(folder) else {
            return Err(TreeError::Outside(folder.to_owned()));
        };
        let start = self.root.join(&folder);
        let mut entries = Vec::new();
        match fs::symlink_metadata(&start) {
            // A sparse checkout may keep the whole folder off the disk: git lists its files below.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(failed(&folder, &error)),
            Ok(metadata) if metadata.is_dir() => self.walk(&start, &folder, &mut entries)?,
            Ok(metadata) => {
                let kind = what(metadata.file_type());
                return Ok(vec![Entry { path: folder, kind }]);
            }
        }
        if let Some(known) = self.known() {
            let walked: BTreeSet<&str> = entries.iter().map(|entry| entry.path.as_str()).collect();
            let mut more = Vec::new();
            // A file that an ignore file names is tracked all the same if it was added by force.
            for path in known.tracked.iter().chain(&known.git_status.absent) {
                let ours = is_under(path, &folder) && !is_hidden(path);
                if !ours || walked.contains(path.as_str()) {
                    continue;
                }
                let kind = match fs::symlink_metadata(self.root.join(path)) {
                    // A folder that the index has as one entry is a submodule.
                    Ok(metadata) if metadata.is_dir() => Kind::Refused("a submodule"),
                    Ok(metadata) => what(metadata.file_type()),
                    Err(_) if known.is_absent(path) => Kind::File,
                    Err(_) => continue,
                };
                let path = path.clone();
                more.push(Entry { path, kind });
            }
            entries.extend(more);
        }
        entries.sort();
        Ok(entries)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, TreeError> {
        match self.on_disk(path) {
            Err(TreeError::Missing(path)) => {
                self.staged_if_absent(&path).unwrap_or(Err(TreeError::Missing(path)))
            }
            Ok(bytes) if self.converts(path) => self.cleaned(path, bytes),
            answer => answer,
        }
    }

    fn read_posts(&self, paths: &[String]) -> Vec<Result<Vec<u8>, TreeError>> {
        let one = |path: &String| {
            // Before reading; where it is not a file on disk, reading says what it is.
            if let Ok(metadata) = self.metadata(path) {
                small_enough(path, metadata.len())?;
            }
            self.read(path)
        };
        paths.par_iter().map(one).collect()
    }

    fn length(&self, path: &str) -> Result<u64, TreeError> {
        if self.converts(path) {
            let bytes = self.read(path)?;
            return Ok(git::large_file_length(&bytes).unwrap_or(bytes.len() as u64));
        }
        let metadata = self.metadata(path)?;
        match what(metadata.file_type()) {
            Kind::File if metadata.len() <= LONGEST_TEXT && self.repo().is_some() => {
                // A text such as an SVG may have line ends here that the commit does not have.
                let bytes = self.on_disk(path)?;
                let is_text = !bytes.contains(&0) && bytes.contains(&b'\r');
                let repo = self.repo().filter(|_| is_text);
                let cleaned = repo.and_then(|repo| repo.cleaned(path, &bytes).ok());
                Ok(cleaned.unwrap_or(bytes).len() as u64)
            }
            Kind::File => Ok(metadata.len()),
            Kind::Refused(what) => Err(TreeError::Refused(path.to_owned(), what)),
        }
    }

    fn read_output(&self, path: &str) -> Result<Vec<u8>, TreeError> {
        match self.output(path) {
            Err(TreeError::Missing(_)) => self
                .staged_if_absent(path)
                .unwrap_or_else(|| Err(TreeError::Missing(path.to_owned()))),
            location => contents(&location?, path),
        }
    }

    fn end_of(&self, path: &str) -> Result<String, TreeError> {
        let folder = folder_of(path);
        let linked = matches!(self.folder(folder), Ok(Folder::Linked))
            || fs::symlink_metadata(self.root.join(path))
                .is_ok_and(|metadata| metadata.is_symlink());
        if !linked {
            return Ok(path.to_owned());
        }
        let location = self.root.join(path);
        if let Ok(target) = fs::read_link(&location)
            && fs::metadata(&location).is_err()
        {
            let target = target.to_string_lossy().into_owned();
            let why =
                format!("it is a symbolic link to `{target}`, which is not there; delete the link");
            return Err(TreeError::Linked(path.to_owned(), why));
        }
        // A missing file resolves as well: through the folders above it.
        for above in location.ancestors() {
            let Ok(end) = fs::canonicalize(above) else {
                continue;
            };
            let below = location.strip_prefix(above).unwrap_or(Path::new(""));
            let end = end.join(below);
            let Ok(end) = end.strip_prefix(&self.root) else {
                return Err(TreeError::Outside(path.to_owned()));
            };
            return Ok(name(end).0.trim_end_matches('/').to_owned());
        }
        Ok(path.to_owned())
    }

    fn is_off_disk(&self, path: &str) -> bool {
        fs::symlink_metadata(self.root.join(path)).is_err()
            && self.known().is_some_and(|known| known.is_absent(path))
    }

    fn equal(&self, path: &str, found: &[u8], wanted: &[u8]) -> bool {
        if found == wanted {
            return true;
        }
        let has_return = |bytes: &[u8]| bytes.contains(&b'\r');
        if !has_return(found) || has_return(wanted) {
            return false;
        }
        if self.known().is_some_and(|known| known.filter(path).is_some()) {
            return false;
        }
        // What counts is the blob that `git add` would make of the file.
        self.repo().is_some_and(|repo| {
            let staged = repo.ask(&["hash-object", "--stdin", "--path", &repo.full(path)], found);
            let blob = repo.ask(&["hash-object", "--stdin", "--no-filters"], wanted);
            matches!((staged, blob), (Ok(staged), Ok(blob)) if staged == blob)
        })
    }

    fn describe(&self) -> Cow<'_, str> {
        "the work tree".into()
    }

    fn base(&self) -> Result<Vec<Box<dyn Tree>>, TreeError> {
        self.repo().map_or_else(|| Ok(Vec::new()), git::base_of_head)
    }

    fn ignored(&self, paths: &[&str]) -> BTreeSet<String> {
        self.repo().map(|repo| repo.ignored(paths)).unwrap_or_default()
    }

    fn git_status(&self, folder: &str) -> Result<GitStatus, TreeError> {
        let Some(known) = self.known() else {
            let refused = match self.repo.get() {
                Some(Err(TreeError::Git(why))) if git::is_of_another(why) => Some(why.clone()),
                _ => None,
            };
            return Ok(GitStatus { refused, ..GitStatus::default() });
        };
        let under = |paths: &[String]| {
            let paths = paths.iter().filter(|path| is_under(path, folder));
            paths.cloned().collect::<Vec<String>>()
        };
        let mut absent = under(&known.git_status.absent);
        absent.retain(|path| !self.root.join(path).exists());
        // A folder that is a single entry of the index is a submodule.
        let submodule = (Path::new(folder).ancestors())
            .filter_map(Path::to_str)
            .find(|path| known.is_tracked(path) && self.root.join(path).is_dir());
        Ok(GitStatus {
            refused: None,
            submodule: submodule.map(str::to_owned),
            untracked: under(&known.git_status.untracked),
            absent,
            unmerged: under(&known.git_status.unmerged),
        })
    }
}
