//! Files of the git index, of a revision, or of a push.
//!
//! `ls-files` or `ls-tree`, then `cat-file --batch`, see exactly what the commit will hold. Files on disk
//! play no part, so sparse checkouts, filters, line-end conversion and unstaged edits cannot change the
//! answer, and intent-to-add entries are absent.
#![expect(
    clippy::disallowed_methods,
    reason = "this module starts git and reads the environment variables of hooks"
)]

mod blobs;
mod listing;
mod process;
mod push;
mod repo;
#[cfg(all(test, unix))]
mod tests;
mod work;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use blobs::{Answer, Blobs, Lack};
use listing::{File, of_commit, of_index};
pub(super) use repo::{Repo, is_of_another};
pub(super) use work::Known;

use super::name::{folder_of, is_hidden, is_under, joined};
use super::{Entry, Kind, Tree, TreeError};
use crate::hex::hex;

/// The name of a symbolic link in messages.
const LINK: Kind = Kind::Refused("a symbolic link");

/// A tree of the object database.
pub struct Git {
    store: Arc<Store>,
    files: Vec<File>,
    name: String,
    base: Base,
}

/// The state that a tree and its base trees share.
struct Store {
    repo: Repo,
    blobs: Blobs,
}

enum Base {
    Head,
    Commits(Vec<String>),
}

impl Git {
    /// The index: what a commit made now would hold. Honours `GIT_INDEX_FILE` as git's hooks set it.
    ///
    /// # Errors
    /// [`TreeError::Unmerged`] during an unresolved merge, [`TreeError::Git`] without git
    /// or a repository.
    pub fn index(root: &Path) -> Result<Self, TreeError> {
        let repo = repository(root)?;
        if repo.is_bare {
            return Err(TreeError::Git(
                "this repository has no work tree and so no index; read a commit with `--from REV`"
                    .into(),
            ));
        }
        let store = Store::of(repo);
        let files = of_index(&store.repo, &store.repo.index())?;
        Ok(Self::of(store, files, "the index".into(), Base::Head))
    }

    /// A commit, by any name that git understands.
    ///
    /// # Errors
    /// [`TreeError::Git`] where the commit, git or the repository is missing.
    pub fn revision(root: &Path, revision: &str) -> Result<Self, TreeError> {
        Self::commit(Store::of(repository(root)?), revision, None)
    }

    /// The commits of a push, each once: those of pre-commit's and prek's `PRE_COMMIT_TO_REF`, else
    /// of the lines that git gives a `pre-push` hook on standard input. Empty where the push only
    /// deletes, `HEAD` where neither is there. `skipped` gets refs that are not commits.
    ///
    /// # Errors
    /// As [`Git::revision`].
    pub fn pushed(
        root: &Path,
        input: impl FnOnce() -> String,
        mut skipped: impl FnMut(&str),
    ) -> Result<Vec<Self>, TreeError> {
        let repo = repository(root)?;
        let mut trees = Vec::new();
        for tip in push::tips(input) {
            // A tag may name a file or a folder, which no reader of the site sees.
            let commit = format!("{}^{{commit}}", tip.commit);
            if repo.run(&["cat-file", "-e", &commit]).is_err()
                && repo.run(&["cat-file", "-e", &tip.commit]).is_ok()
            {
                skipped(&tip.commit);
                continue;
            }
            let before = tip.before.filter(|before| {
                let before = format!("{before}^{{commit}}");
                repo.run(&["cat-file", "-e", &before]).is_ok()
            });
            trees.push(Self::commit(Store::of(repo.clone()), &tip.commit, before)?);
        }
        Ok(trees)
    }

    fn commit(store: Store, revision: &str, before: Option<String>) -> Result<Self, TreeError> {
        if revision.starts_with('-') {
            return Err(TreeError::Git(format!("{revision} is not the name of a commit")));
        }
        let found = (store.repo).run(&["rev-list", "--parents", "-n", "1", revision, "--"])?;
        let found = line(&found);
        let mut ids = found.split(' ').map(str::to_owned);
        let Some(commit) = ids.next().filter(|id| !id.is_empty()) else {
            return Err(TreeError::Git(format!("{revision} is not a commit")));
        };
        let base = before.map_or_else(|| ids.collect(), |before| vec![before]);
        let short = commit.get(..12).unwrap_or(&commit);
        let name = if commit.starts_with(revision) {
            format!("commit {short}")
        } else {
            format!("{revision} ({short})")
        };
        let files = of_commit(&store.repo, &commit)?;
        Ok(Self::of(store, files, name, Base::Commits(base)))
    }

    fn of(store: Store, files: Vec<File>, name: String, base: Base) -> Self {
        Self { store: Arc::new(store), files, name, base }
    }

    fn find(&self, path: &str) -> Result<&File, TreeError> {
        let index = self.files.binary_search_by(|file| file.path.as_str().cmp(path));
        index.map(|index| &self.files[index]).map_err(|_| TreeError::Missing(path.to_owned()))
    }

    fn blob_name(&self, path: &str) -> Result<&[u8], TreeError> {
        let file = self.find(path)?;
        match file.kind {
            Kind::File => Ok(file.id.as_bytes()),
            Kind::Refused(what) => Err(TreeError::Refused(path.to_owned(), what)),
        }
    }

    /// The path that symbolic links within the tree lead a path to.
    fn through_links(&self, path: &str) -> Result<String, TreeError> {
        let mut path = path.to_owned();
        for _ in 0..16 {
            let link = path
                .char_indices()
                .filter_map(|(at, character)| (character == '/').then_some(at))
                .chain([path.len()])
                .find_map(|end| {
                    let file = self.find(path.get(..end)?).ok()?;
                    (file.kind == LINK).then_some((end, file))
                });
            let Some((end, file)) = link else {
                return Ok(path);
            };
            let target = self.store.blob(file.id.as_bytes(), &file.path)?;
            let target = String::from_utf8_lossy(&target);
            let folder = folder_of(&file.path);
            let rest = path.get(end..).unwrap_or_default();
            let end = joined(folder, &format!("{target}{rest}"));
            path = end.filter(|_| !target.starts_with('/')).ok_or(TreeError::Outside(path))?;
        }
        Err(TreeError::Refused(path, "a symbolic link to itself"))
    }
}

impl Tree for Git {
    fn list(&self, folder: &str) -> Result<Vec<Entry>, TreeError> {
        Ok(entries(&self.files, folder))
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, TreeError> {
        self.store.blob(self.blob_name(path)?, path)
    }

    fn read_all(&self, paths: &[String]) -> Vec<Result<Vec<u8>, TreeError>> {
        let names: Vec<_> = paths.iter().map(|path| self.blob_name(path)).collect();
        let asked: Vec<&[u8]> =
            names.iter().filter_map(|name| name.as_ref().ok().copied()).collect();
        let mut answers = self.store.blobs.get(&self.store.repo, &asked).into_iter();
        let mut next = |path: &str| {
            answers.next().map_or_else(
                || Err(TreeError::Missing(path.to_owned())),
                |answer| output(answer, path),
            )
        };
        names.into_iter().zip(paths).map(|(name, path)| name.and_then(|_| next(path))).collect()
    }

    fn expect(&self, paths: &[String]) {
        let names: Vec<&[u8]> = paths.iter().filter_map(|path| self.blob_name(path).ok()).collect();
        self.store.blobs.expect(&self.store.repo, &names);
    }

    fn length(&self, path: &str) -> Result<u64, TreeError> {
        let bytes = self.read(path)?;
        Ok(large_file_length(&bytes).unwrap_or(bytes.len() as u64))
    }

    fn read_output(&self, path: &str) -> Result<Vec<u8>, TreeError> {
        self.read(&self.through_links(path)?)
    }

    fn ignored(&self, paths: &[&str]) -> BTreeSet<String> {
        self.store.repo.ignored(paths)
    }

    fn end_of(&self, path: &str) -> Result<String, TreeError> {
        self.through_links(path)
    }

    fn describe(&self) -> Cow<'_, str> {
        self.name.as_str().into()
    }

    fn base(&self) -> Result<Vec<Box<dyn Tree>>, TreeError> {
        match &self.base {
            Base::Head => head(&self.store),
            Base::Commits(commits) => {
                Ok(commits.iter().map(|commit| Past::boxed(&self.store, commit)).collect())
            }
        }
    }
}

impl Store {
    fn of(repo: Repo) -> Self {
        Self { repo, blobs: Blobs::default() }
    }

    fn blob(&self, name: &[u8], path: &str) -> Result<Vec<u8>, TreeError> {
        output(self.blobs.one(&self.repo, name), path)
    }
}

/// An earlier commit, for single files: it is listed only on demand.
struct Past {
    store: Arc<Store>,
    commit: String,
}

impl Past {
    fn boxed(store: &Arc<Store>, commit: &str) -> Box<dyn Tree> {
        Box::new(Self { store: Arc::clone(store), commit: commit.to_owned() })
    }

    /// git's name of the file; `None` where a line cannot carry it.
    fn blob_name(&self, path: &str) -> Option<Vec<u8>> {
        if path.contains('\n') {
            return None;
        }
        let mut name = format!("{}:", self.commit).into_bytes();
        name.extend_from_slice(&self.store.repo.prefix);
        name.extend_from_slice(path.as_bytes());
        Some(name)
    }
}

impl Tree for Past {
    fn list(&self, folder: &str) -> Result<Vec<Entry>, TreeError> {
        Ok(entries(&of_commit(&self.store.repo, &self.commit)?, folder))
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, TreeError> {
        let missing = || TreeError::Missing(path.to_owned());
        let name = self.blob_name(path).ok_or_else(missing)?;
        match self.store.blobs.last(&self.store.repo, &name) {
            Err(Lack::Other | Lack::Missing) => Err(missing()),
            answer => output(answer, path),
        }
    }

    fn expect(&self, paths: &[String]) {
        let names: Vec<Vec<u8>> = paths.iter().filter_map(|path| self.blob_name(path)).collect();
        let names: Vec<&[u8]> = names.iter().map(Vec::as_slice).collect();
        self.store.blobs.expect(&self.store.repo, &names);
    }

    fn describe(&self) -> Cow<'_, str> {
        format!("commit {}", self.commit.get(..12).unwrap_or(&self.commit)).into()
    }
}

/// The files under a folder that a tree lists.
fn entries(files: &[File], folder: &str) -> Vec<Entry> {
    let listed = files.iter().filter(|file| is_under(&file.path, folder) && !is_hidden(&file.path));
    listed.map(|file| Entry { path: file.path.clone(), kind: file.kind }).collect()
}

/// The base trees of the index and the work tree of `repo`.
pub(super) fn base_of_head(repo: &Repo) -> Result<Vec<Box<dyn Tree>>, TreeError> {
    head(&Arc::new(Store::of(repo.clone())))
}

fn head(store: &Arc<Store>) -> Result<Vec<Box<dyn Tree>>, TreeError> {
    match store.blobs.get(&store.repo, &[b"HEAD^{tree}"]).pop() {
        Some(Err(Lack::Failed(error))) => Err(error),
        Some(Err(Lack::Missing)) | None => Ok(Vec::new()),
        Some(_) => Ok(vec![Past::boxed(store, "HEAD")]),
    }
}

fn repository(root: &Path) -> Result<Repo, TreeError> {
    Repo::find(root)?.ok_or_else(|| {
        TreeError::Git(
            "this folder is not in a git repository, so there is no index, revision or push to \
             read; `--from worktree` needs none"
                .into(),
        )
    })
}

fn output(answer: Answer, path: &str) -> Result<Vec<u8>, TreeError> {
    answer.map_err(|lack| match lack {
        // The tree names it, so this clone leaves it out.
        Lack::Missing => TreeError::Io(
            path.to_owned(),
            "its content is not in this clone, which leaves objects out (a partial clone); \
             `git fetch --refetch --no-filter` fetches them"
                .into(),
        ),
        Lack::Other => TreeError::Refused(path.to_owned(), "no regular file"),
        Lack::TooLarge => TreeError::Refused(path.to_owned(), "larger than 1 GiB"),
        Lack::Failed(error) => error,
    })
}

/// The length in a Git LFS pointer, whose file is not in the repository.
pub(crate) fn large_file_length(bytes: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(bytes.get(..bytes.len().min(1024))?).ok()?;
    text.starts_with("version https://git-lfs.github.com/spec/")
        .then(|| text.lines().find_map(|line| line.strip_prefix("size ")))??
        .parse()
        .ok()
}

/// The pointer that Git LFS commits for a file with these bytes; a pointer stays itself.
pub(super) fn large_file_pointer(bytes: &[u8]) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    if bytes.is_empty() || large_file_length(bytes).is_some() {
        return bytes.to_vec();
    }
    let (oid, size) = (hex(&Sha256::digest(bytes)), bytes.len());
    format!("version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {size}\n")
        .into_bytes()
}

fn line(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_end().to_owned()
}
