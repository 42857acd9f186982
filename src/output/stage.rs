//! Staged files: new content under a temporary name, to be renamed.
#![expect(clippy::disallowed_methods, reason = "this module writes files")]

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use ignore::WalkBuilder;

use super::exchange;

/// The prefix of staged files; when no run holds the lock, they are left over from a killed run.
const PREFIX: &str = ".afterword-";
const SUFFIX: &str = ".tmp";

/// The staged files of this process, which a signal removes.
static STAGED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A complete new file beside the one that it replaces; removed when dropped.
#[derive(Debug)]
pub(super) struct Staged {
    path: PathBuf,
    file: Option<File>,
    length: u64,
}

impl Staged {
    /// Writes `bytes` to a new file of `folder`. It gets mode and owner of `model`; without a model the
    /// umask decides.
    pub(super) fn write(folder: &Path, bytes: &[u8], model: Option<&Metadata>) -> io::Result<Self> {
        let path = new_path(folder);
        let mut file = open_listed(&path)?;
        let mut staged = Self { path, file: None, length: bytes.len() as u64 };
        file.write_all(bytes)?;
        if let Some(model) = model {
            keep_owner(&file, model);
            file.set_permissions(model.permissions())?;
        }
        staged.file = Some(file);
        Ok(staged)
    }

    /// Waits until all bytes are on disk.
    pub(super) fn settle(&mut self) -> io::Result<()> {
        let Some(file) = self.file.take() else { return Ok(()) };
        file.sync_all()?;
        if file.metadata()?.len() != self.length {
            return Err(io::Error::other("the file is shorter than what was written to it"));
        }
        close(file)
    }

    /// Replaces `target`, which held `found`. `false`, without a change, where it holds something
    /// else by now.
    ///
    /// The two files are exchanged atomically and the old one is checked afterwards, so that an edit
    /// saved at the last moment is put back. Where the file system cannot exchange files, the check
    /// comes just before a rename.
    pub(super) fn replace(self, target: &Path, found: Option<&[u8]>) -> io::Result<bool> {
        // Held until the end: a signal in between must not remove the exchanged file.
        let mut staged = STAGED.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(found) = found else {
            match exchange::create(&self.path, target) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
                Err(error) if exchange::is_unsupported(&error) => fs::rename(&self.path, target)?,
                Err(error) => return Err(error),
            }
            staged.remove(&self.path);
            return Ok(true);
        };
        match exchange::swap(&self.path, target) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) if exchange::is_unsupported(&error) => {
                fs::rename(&self.path, target)?;
                staged.remove(&self.path);
                return Ok(true);
            }
            Err(error) => return Err(error),
        }
        if fs::read(&self.path).is_ok_and(|before| before == found) {
            // If this fails, the next run removes it.
            let _ = fs::remove_file(&self.path);
            staged.remove(&self.path);
            return Ok(true);
        }
        exchange::swap(&self.path, target)?;
        Ok(false)
    }
}

/// Deletes the file at `path`, which held `found`. `false`, without a change, where it holds something
/// else by now. It is renamed first and checked afterwards.
pub(super) fn take_away(path: &Path, found: &[u8]) -> io::Result<bool> {
    let _held = STAGED.lock().unwrap_or_else(PoisonError::into_inner);
    let aside = new_path(path.parent().unwrap_or(path));
    match fs::rename(path, &aside) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        renamed => renamed?,
    }
    if fs::read(&aside).is_ok_and(|before| before == found) {
        fs::remove_file(&aside)?;
        return Ok(true);
    }
    match exchange::create(&aside, path) {
        Err(error) if exchange::is_unsupported(&error) => fs::rename(&aside, path)?,
        created => created?,
    }
    Ok(false)
}

/// A path in `folder` that no other file of this process has.
fn new_path(folder: &Path) -> PathBuf {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    folder.join(format!("{PREFIX}{}-{number}{SUFFIX}", process::id()))
}

impl Drop for Staged {
    fn drop(&mut self) {
        let mut staged = STAGED.lock().unwrap_or_else(PoisonError::into_inner);
        if staged.remove(&self.path) {
            // If this fails, the next run removes it.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Removes every staged file and prevents further renames: the process is ending.
#[cfg(all(unix, feature = "cli"))]
pub(super) fn abandon() -> impl Drop {
    let mut staged = STAGED.lock().unwrap_or_else(PoisonError::into_inner);
    for path in std::mem::take(&mut *staged) {
        let _ = fs::remove_file(path);
    }
    staged
}

/// Removes what a killed run left in `folder`, down to some depth (1 is the folder alone). What cannot
/// be removed stays: nothing reads it.
pub(super) fn sweep(folder: &Path, depth: Option<usize>) {
    let mut walk = WalkBuilder::new(folder);
    let entries = walk.standard_filters(false).max_depth(depth).build();
    for entry in entries.flatten() {
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        let name = entry.file_name().to_string_lossy();
        if is_file && name.starts_with(PREFIX) && name.ends_with(SUFFIX) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Creates a file and lists it. The list stays locked meanwhile: a signal either finds the file listed
/// or prevents its creation.
fn open_listed(path: &Path) -> io::Result<File> {
    let mut staged = STAGED.lock().unwrap_or_else(PoisonError::into_inner);
    let mut options = File::options();
    options.write(true).create_new(true);
    let file = match options.open(path) {
        // A dead run had the same process id: this process holds the lock, so no other writes it.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            options.open(path)?
        }
        opened => opened?,
    };
    staged.insert(path.to_owned());
    Ok(file)
}

/// Only the superuser may change the owner; for other users the owner is right already.
#[cfg(unix)]
fn keep_owner(file: &File, model: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let _ = fchown(file, Some(model.uid()), Some(model.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}

/// Closes the file and returns the system's error; dropping it would ignore that.
#[cfg(unix)]
fn close(file: File) -> io::Result<()> {
    nix::unistd::close(file).map_err(io::Error::from)
}

#[cfg(not(unix))]
fn close(file: File) -> io::Result<()> {
    drop(file);
    Ok(())
}
