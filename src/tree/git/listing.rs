//! Lists the files of a tree from git's tree objects.
//!
//! The `cat-file` process for blobs reads these too, which saves an `ls-tree` process.

use super::blobs::Lack;
use super::{LINK, Store};
use crate::tree::name::checked_name;
use crate::tree::{Kind, TreeError};

/// A file of a commit or of an index.
pub(super) struct File {
    /// Its path from the project's folder.
    pub(super) path: String,
    pub(super) kind: Kind,
    /// Its object.
    pub(super) id: Box<str>,
}

/// Every file under the project's folder of a tree or a commit, sorted by path.
pub(super) fn files(store: &Store, tree: &str) -> Result<Vec<File>, TreeError> {
    let mut files = Vec::new();
    // Path and object of each folder, level by level: one request covers a whole level.
    let mut level = vec![(Vec::new(), format!("{tree}^{{tree}}"))];
    while !level.is_empty() {
        let ids: Vec<&[u8]> = level.iter().map(|(_, id)| id.as_bytes()).collect();
        let mut below = Vec::new();
        let (trees, id_length) = store.blobs.trees(&store.repo, &ids);
        for ((folder, id), tree) in level.iter().zip(trees) {
            let tree = tree.map_err(|lack| lacking(lack, id))?;
            for entry in entries(&tree, id_length) {
                let path = [folder, entry.name].concat();
                if entry.kind == FOLDER {
                    let path = [&path, b"/".as_slice()].concat();
                    if leads_to(&store.repo.prefix, &path) {
                        below.push((path, entry.id));
                    }
                } else if let Some(path) = store.repo.below(&path) {
                    files.push(file(path, &entry));
                }
            }
        }
        level = below;
    }
    files.sort_by(|a: &File, b: &File| a.path.cmp(&b.path));
    Ok(files)
}

/// Whether a folder is in the project's folder or contains it.
fn leads_to(prefix: &[u8], folder: &[u8]) -> bool {
    folder.starts_with(prefix) || prefix.starts_with(folder)
}

fn lacking(lack: Lack, id: &str) -> TreeError {
    match lack {
        Lack::Failed(error) => error,
        _ => TreeError::Git(format!("the repository lacks the tree {id}")),
    }
}

fn file(path: &[u8], entry: &Entry<'_>) -> File {
    let (path, refused) = checked_name(path);
    let kind = match entry.kind {
        0o100_000 => Kind::File,
        0o120_000 => LINK,
        0o160_000 => Kind::Refused("a submodule"),
        _ => Kind::Refused("no regular file"),
    };
    File {
        path: path.into_owned(),
        kind: refused.unwrap_or(kind),
        id: entry.id.as_str().into(),
    }
}

/// A folder among the kinds of entries.
const FOLDER: u32 = 0o040_000;

/// A file or folder according to a tree object.
struct Entry<'t> {
    /// The type bits of its mode; the permission bits depend on the tool that wrote it.
    kind: u32,
    name: &'t [u8],
    id: String,
}

/// The entries of a tree: `MODE SPACE NAME NUL` and the bytes of the id, repeated.
fn entries(mut tree: &[u8], id_length: usize) -> impl Iterator<Item = Entry<'_>> {
    std::iter::from_fn(move || {
        let space = memchr::memchr(b' ', tree)?;
        let end = memchr::memchr(0, tree)?;
        let entry = Entry {
            kind: mode(tree.get(..space)?)? & 0o170_000,
            name: tree.get(space + 1..end)?,
            id: hex(tree.get(end + 1..)?.get(..id_length)?),
        };
        tree = tree.get(end + 1 + id_length..)?;
        Some(entry)
    })
}

fn mode(digits: &[u8]) -> Option<u32> {
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, 8).ok()
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::{FOLDER, entries};

    #[test]
    fn entries_of_either_length_of_ids_are_read() {
        for length in [20, 32] {
            let id = vec![0xab; length];
            let tree = [
                b"100644 a b.md\0".as_slice(),
                &id,
                b"40000 posts\0",
                &id,
                b"0100664 old\0",
                &id,
                b"100755 cut off\0\x01",
            ]
            .concat();
            let read: Vec<_> = entries(&tree, length)
                .map(|entry| (entry.kind, entry.name.to_vec(), entry.id))
                .collect();
            let id = "ab".repeat(length);
            assert_eq!(
                read,
                [
                    (0o100_000, b"a b.md".to_vec(), id.clone()),
                    (FOLDER, b"posts".to_vec(), id.clone()),
                    (0o100_000, b"old".to_vec(), id)
                ]
            );
        }
    }
}
