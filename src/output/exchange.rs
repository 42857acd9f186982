//! Renames that never replace an unseen file, where the system supports them.

use std::io;
use std::path::Path;

/// Exchanges two files atomically.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn swap(one: &Path, other: &Path) -> io::Result<()> {
    rename(one, other, rustix::fs::RenameFlags::EXCHANGE)
}

/// Renames a file to a name that is not in use.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn create(new: &Path, name: &Path) -> io::Result<()> {
    rename(new, name, rustix::fs::RenameFlags::NOREPLACE)
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn rename(from: &Path, to: &Path, flags: rustix::fs::RenameFlags) -> io::Result<()> {
    use rustix::fs::{CWD, renameat_with};
    renameat_with(CWD, from, CWD, to, flags).map_err(io::Error::from)
}

/// This system cannot exchange two files.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn swap(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Renames a file to a name that is not in use: adds the new name, then removes the old one.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
#[expect(clippy::disallowed_methods, reason = "this module writes files")]
pub(super) fn create(new: &Path, name: &Path) -> io::Result<()> {
    std::fs::hard_link(new, name)?;
    std::fs::remove_file(new)
}

/// Whether the error means that the system or file system does not support this.
pub(super) fn is_unsupported(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}
