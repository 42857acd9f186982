//! Resolves the path of an output on disk, and checks that it can be written.
#![expect(clippy::disallowed_methods, reason = "this module checks what it will overwrite")]

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::WriteError;
use super::place::{Place, refusal};
use crate::tree::inside;

/// The location of an output on disk.
#[derive(Debug)]
pub(super) struct Target {
    /// The file itself: the end of a symbolic link where there is one.
    pub(super) path: PathBuf,
    /// Its metadata; `None` where it does not exist.
    pub(super) metadata: Option<Metadata>,
}

impl Target {
    /// Resolves `path` below `root` (absolute, without links) and checks that it can be written:
    /// folders are folders and writable, the file is a regular one that is not write-protected, and
    /// no link leads to a file that is not an output (see [`refusal`]).
    pub(super) fn find(root: &Path, path: &str, places: &[Place]) -> Result<Self, WriteError> {
        let target = Self::of(root, path)?;
        let end = target.path.strip_prefix(root).ok().and_then(Path::to_str);
        let end = end.unwrap_or_default().replace('\\', "/");
        match refusal(places, path, &end) {
            Some(why) => Err(WriteError::Refused(path.to_owned(), why)),
            None => Ok(target),
        }
    }

    fn of(root: &Path, path: &str) -> Result<Self, WriteError> {
        let refused = |why: &str| WriteError::Refused(path.to_owned(), why.to_owned());
        let failed = |error| WriteError::Io(path.to_owned(), "be examined", error);
        if path.is_empty() || inside(path).as_deref() != Some(path) {
            return Err(refused("it leads out of the project's folder or into a `.git`"));
        }
        let mut place = root.to_owned();
        let mut names = path.split('/').peekable();
        while let Some(name) = names.next() {
            let next = place.join(name);
            let about = match fs::symlink_metadata(&next) {
                Ok(about) => about,
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    writable(&place, path)?;
                    let rest: PathBuf = names.collect();
                    let path = if rest.as_os_str().is_empty() { next } else { next.join(rest) };
                    return Ok(Self { path, metadata: None });
                }
                Err(error) => return Err(failed(error)),
            };
            let (next, about) = if about.is_symlink() {
                let end = fs::canonicalize(&next).map_err(|_| {
                    refused("it is a symbolic link that leads nowhere; delete the link")
                })?;
                if !end.starts_with(root) {
                    return Err(refused("a symbolic link leads out of the project's folder"));
                }
                let about = fs::symlink_metadata(&end).map_err(failed)?;
                (end, about)
            } else {
                (next, about)
            };
            if names.peek().is_some() {
                if !about.is_dir() {
                    return Err(refused(&format!("{name} is not a folder")));
                }
                place = next;
                continue;
            }
            if about.is_dir() {
                return Err(refused("a folder has its name"));
            }
            if !about.is_file() {
                return Err(refused("it is a pipe, a socket or a device"));
            }
            if about.permissions().readonly() {
                return Err(refused("it is write-protected; `chmod u+w` it if it may be replaced"));
            }
            writable(next.parent().unwrap_or(root), path)?;
            return Ok(Self { path: next, metadata: Some(about) });
        }
        Err(refused("it has no name"))
    }

    /// The folder of the file.
    pub(super) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }

    /// Its current content.
    pub(super) fn bytes(&self) -> io::Result<Option<Vec<u8>>> {
        match fs::read(&self.path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// A file is replaced through its folder, so the folder must be writable.
#[cfg(unix)]
fn writable(folder: &Path, path: &str) -> Result<(), WriteError> {
    use nix::unistd::{AccessFlags, access};
    access(folder, AccessFlags::W_OK | AccessFlags::X_OK)
        .map_err(|error| WriteError::Io(path.to_owned(), "be written in its folder", error.into()))
}

#[cfg(not(unix))]
fn writable(_: &Path, _: &str) -> Result<(), WriteError> {
    Ok(())
}
