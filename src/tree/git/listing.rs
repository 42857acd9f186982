//! Lists the files of a commit or of the index, as git prints them.

use std::path::Path;

use super::LINK;
use super::repo::Repo;
use crate::tree::name::checked_name;
use crate::tree::{Kind, TreeError};

/// The ids of an empty file, which `git add --intent-to-add` puts into the index.
const EMPTY: [&str; 2] = [
    "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
];

/// A file of a commit or of an index.
pub(super) struct File {
    /// Its path from the project's folder.
    pub(super) path: String,
    pub(super) kind: Kind,
    /// Its object.
    pub(super) id: Box<str>,
}

/// Every file under the project's folder of a commit, sorted by path.
pub(super) fn of_commit(repo: &Repo, commit: &str) -> Result<Vec<File>, TreeError> {
    let prefix = repo.full("");
    let mut asked = vec!["ls-tree", "-r", "-z", "--full-tree", commit];
    asked.extend((!prefix.is_empty()).then_some(prefix.as_str()));
    let listed = repo.run(&asked)?;
    let files = records(&listed).filter_map(|([mode, _, id], path)| {
        let path = repo.below(path)?;
        Some(file(mode, id, path))
    });
    Ok(sorted(files.collect()))
}

/// Every file under the project's folder that a commit of this index would have, sorted by path.
pub(super) fn of_index(repo: &Repo, index: &Path) -> Result<Vec<File>, TreeError> {
    let prefix = repo.full("");
    let list = |more: &[&str]| {
        let mut asked = vec!["ls-files", "-z", "--full-name"];
        asked.extend(more);
        asked.extend(["--", prefix.as_str()].iter().filter(|_| !prefix.is_empty()));
        repo.start(&asked, &[("GIT_INDEX_FILE", index)])?.finish()
    };
    let listed = list(&["--stage"])?;
    let (mut files, mut unmerged) = (Vec::new(), Vec::new());
    let mut has_empty = false;
    for ([mode, id, stage], path) in records(&listed) {
        let Some(path) = repo.below(path) else {
            continue;
        };
        has_empty |= EMPTY.contains(&id);
        if stage == "0" {
            files.push(file(mode, id, path));
        } else {
            unmerged.push(checked_name(path).0.into_owned());
        }
    }
    if !unmerged.is_empty() {
        unmerged.dedup();
        return Err(TreeError::Unmerged(unmerged));
    }
    if has_empty {
        let intended = intended(repo, &list(&["--debug"])?);
        files.retain(|file| !intended.contains(&file.path));
    }
    Ok(sorted(files))
}

/// The files that are only intended to be added, from `ls-files --debug -z`: each path and a NUL, then
/// lines about it; the last one ends with `flags: ` and a number.
fn intended(repo: &Repo, listed: &[u8]) -> Vec<String> {
    /// `CE_INTENT_TO_ADD` in git's `read-cache-ll.h`.
    const INTENT_TO_ADD: u32 = 1 << 29;
    let mut intended = Vec::new();
    let mut path: &[u8] = &[];
    for record in listed.split(|byte| *byte == 0) {
        let end = memchr::memmem::find(record, b"flags: ");
        let flags = end.and_then(|end| {
            let (flags, next) = split(record.get(end + 7..)?, b'\n')?;
            let flags = u32::from_str_radix(std::str::from_utf8(flags).ok()?, 16).ok()?;
            Some((flags, next))
        });
        let Some((flags, next)) = flags else {
            path = record;
            continue;
        };
        let here = repo.below(path).filter(|_| flags & INTENT_TO_ADD != 0);
        intended.extend(here.map(|path| checked_name(path).0.into_owned()));
        path = next;
    }
    intended
}

/// Three words and a path: `WORD SP WORD SP WORD TAB PATH NUL`, repeated.
fn records(listed: &[u8]) -> impl Iterator<Item = ([&str; 3], &[u8])> {
    listed.split(|byte| *byte == 0).filter_map(|record| {
        let (words, path) = split(record, b'\t')?;
        let mut words = std::str::from_utf8(words).ok()?.split(' ');
        Some(([words.next()?, words.next()?, words.next()?], path))
    })
}

fn split(bytes: &[u8], at: u8) -> Option<(&[u8], &[u8])> {
    let (before, after) = bytes.split_at_checked(memchr::memchr(at, bytes)?)?;
    Some((before, after.get(1..)?))
}

fn file(mode: &str, id: &str, path: &[u8]) -> File {
    let (path, refused) = checked_name(path);
    let kind = match mode.get(..3) {
        Some("100") => Kind::File,
        Some("120") => LINK,
        Some("160") => Kind::Refused("a submodule"),
        _ => Kind::Refused("no regular file"),
    };
    File { path: path.into_owned(), kind: refused.unwrap_or(kind), id: id.into() }
}

fn sorted(mut files: Vec<File>) -> Vec<File> {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
