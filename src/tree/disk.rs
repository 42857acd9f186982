//! Regular files on disk: their bytes, kinds and names.
#![expect(clippy::disallowed_methods, reason = "the work tree reads files from disk")]

use std::fs::{File, FileType};
use std::io::{self, Read};
use std::path::Path;

use super::name::checked_name;
use super::{Kind, LARGEST, TreeError};

/// The bytes of a regular file.
pub(super) fn contents(place: &Path, path: &str) -> Result<Vec<u8>, TreeError> {
    let (mut file, length) = opened(place, path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
    // A file that grows while it is read is cut off at the limit too.
    let mut limited = (&mut file).take(LARGEST + 1);
    limited.read_to_end(&mut bytes).map_err(|error| failed(path, &error))?;
    Ok(bytes)
}

/// A regular file and its length. Should it have become something else since the check, opening
/// neither follows a link nor waits for a pipe's other end.
fn opened(place: &Path, path: &str) -> Result<(File, u64), TreeError> {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(nix::libc::O_NOFOLLOW | nix::libc::O_NONBLOCK);
    }
    let file = options.open(place).map_err(|error| failed(path, &error))?;
    let about = file.metadata().map_err(|error| failed(path, &error))?;
    if let Kind::Refused(what) = what(about.file_type()) {
        return Err(TreeError::Refused(path.to_owned(), what));
    }
    if about.len() > LARGEST {
        return Err(TreeError::Refused(path.to_owned(), "larger than 1 GiB"));
    }
    Ok((file, about.len()))
}

pub(super) fn what(kind: FileType) -> Kind {
    if kind.is_file() {
        Kind::File
    } else if kind.is_symlink() {
        Kind::Refused("a symbolic link")
    } else if kind.is_dir() {
        Kind::Refused("a folder")
    } else {
        Kind::Refused("a pipe, a socket or a device")
    }
}

/// A folder with a repository of its own, where git stops too.
pub(super) fn is_repository(entry: &ignore::DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_dir()) && entry.path().join(".git").exists()
}

#[cfg(unix)]
pub(super) fn name(path: &Path) -> (String, Option<Kind>) {
    use std::os::unix::ffi::OsStrExt;
    let (path, refused) = checked_name(path.as_os_str().as_bytes());
    (path.into_owned(), refused)
}

#[cfg(not(unix))]
pub(super) fn name(path: &Path) -> (String, Option<Kind>) {
    let path = path.to_string_lossy().replace('\\', "/");
    let (path, refused) = checked_name(path.as_bytes());
    (path.into_owned(), refused)
}

pub(super) fn failed(path: &str, error: &io::Error) -> TreeError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            TreeError::Missing(path.to_owned())
        }
        _ => TreeError::Io(path.to_owned(), error.to_string()),
    }
}
