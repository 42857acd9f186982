//! Renaming that never replaces a file unseen, where the system can do it.

use std::io;
use std::path::Path;

/// Exchanges two files in one step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn swap(one: &Path, other: &Path) -> io::Result<()> {
    rename(one, other, rustix::fs::RenameFlags::EXCHANGE)
}

/// Gives a file a name that no other file has.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn create(new: &Path, name: &Path) -> io::Result<()> {
    rename(new, name, rustix::fs::RenameFlags::NOREPLACE)
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn rename(from: &Path, to: &Path, flags: rustix::fs::RenameFlags) -> io::Result<()> {
    use rustix::fs::{CWD, renameat_with};
    renameat_with(CWD, from, CWD, to, flags).map_err(io::Error::from)
}

/// Exchanges two files in one step: this system cannot.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn swap(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Gives a file a name that no other file has: a second name, then the first one goes.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
#[expect(clippy::disallowed_methods, reason = "this room writes files")]
pub(super) fn create(new: &Path, name: &Path) -> io::Result<()> {
    std::fs::hard_link(new, name)?;
    std::fs::remove_file(new)
}

/// Whether the system or the file system cannot do this at all.
pub(super) fn is_unsupported(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput
    )
}
