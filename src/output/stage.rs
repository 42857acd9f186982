//! New content under another name, waiting to be renamed to its own.
#![expect(clippy::disallowed_methods, reason = "this room writes files")]

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use super::exchange;

/// Files under these names belong to a run; when no run holds the lock, to a dead one.
const PREFIX: &str = ".afterword-";
const SUFFIX: &str = ".tmp";

/// The staged files of this process: a signal clears them away.
static STAGED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A complete new file beside the one that it replaces; gone when dropped.
#[derive(Debug)]
pub(super) struct Staged {
    path: PathBuf,
    file: Option<File>,
    length: u64,
}

impl Staged {
    /// Writes `bytes` to a new file of `folder`. It gets mode and owner of `model`; without one
    /// what the umask gives.
    pub(super) fn write(folder: &Path, bytes: &[u8], model: Option<&Metadata>) -> io::Result<Self> {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!("{PREFIX}{}-{number}{SUFFIX}", process::id()));
        let mut file = open_listed(&path)?;
        let mut staged = Self {
            path,
            file: None,
            length: bytes.len() as u64,
        };
        file.write_all(bytes)?;
        if let Some(model) = model {
            keep_owner(&file, model);
            file.set_permissions(model.permissions())?;
        }
        staged.file = Some(file);
        Ok(staged)
    }

    /// Waits until the bytes are on disk, all of them.
    pub(super) fn settle(&mut self) -> io::Result<()> {
        let Some(file) = self.file.take() else {
            return Ok(());
        };
        file.sync_all()?;
        if file.metadata()?.len() != self.length {
            return Err(io::Error::other(
                "the file is shorter than what was written to it",
            ));
        }
        close(file)
    }

    /// Takes the place of `target`, which was seen to hold `found`. `false` where it holds something
    /// else by now: then it stays as it is.
    ///
    /// What was there is exchanged for the new file in one step and looked at afterwards, so that an
    /// edit saved at the last moment is put back. Where the file system cannot exchange files, the
    /// look came just before, and a rename replaces what is there.
    pub(super) fn replace(self, target: &Path, found: Option<&[u8]>) -> io::Result<bool> {
        // Held until the end: a signal in between must not clear away what was exchanged.
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
            // Should it stay, the next run clears it away.
            let _ = fs::remove_file(&self.path);
            staged.remove(&self.path);
            return Ok(true);
        }
        exchange::swap(&self.path, target)?;
        Ok(false)
    }
}

/// Deletes the file at `path`, which was seen to hold `found`. `false` where it holds something else
/// by now: then it stays. It is renamed first and looked at afterwards.
pub(super) fn take_away(path: &Path, found: &[u8]) -> io::Result<bool> {
    let _held = STAGED.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = path.parent().unwrap_or(path);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let aside = folder.join(format!("{PREFIX}{}-{number}{SUFFIX}", process::id()));
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

impl Drop for Staged {
    fn drop(&mut self) {
        let mut staged = STAGED.lock().unwrap_or_else(PoisonError::into_inner);
        if staged.remove(&self.path) {
            // Should it stay, the next run clears it away.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Clears away every staged file and keeps others from being renamed: the process is ending.
#[cfg(all(unix, feature = "cli"))]
pub(super) fn abandon() -> impl Drop {
    let mut staged = STAGED.lock().unwrap_or_else(PoisonError::into_inner);
    for path in std::mem::take(&mut *staged) {
        let _ = fs::remove_file(path);
    }
    staged
}

/// Clears away what a killed run has left in `folder` and below. What cannot be cleared away
/// stays: nothing reads it.
pub(super) fn sweep(folder: &Path) {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        folders.append(&mut sweep_one(&folder));
    }
}

/// The same in `folder` alone; gives the folders in it.
pub(super) fn sweep_one(folder: &Path) -> Vec<PathBuf> {
    let mut folders = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return folders;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => folders.push(entry.path()),
            Ok(kind) if kind.is_file() && name.starts_with(PREFIX) && name.ends_with(SUFFIX) => {
                let _ = fs::remove_file(entry.path());
            }
            _ => {}
        }
    }
    folders
}

/// Opens a file that was not there and lists it. The list is held meanwhile: a signal finds the
/// file there and listed, or comes first and lets nothing be opened any more.
fn open_listed(path: &Path) -> io::Result<File> {
    let mut staged = STAGED.lock().unwrap_or_else(PoisonError::into_inner);
    let mut options = File::options();
    options.write(true).create_new(true);
    let file = match options.open(path) {
        // A dead run had the same process id: this one holds the lock, so nobody writes it.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            options.open(path)?
        }
        opened => opened?,
    };
    staged.insert(path.to_owned());
    Ok(file)
}

/// Only the superuser may give a file away; for everybody else the owner is right already.
#[cfg(unix)]
fn keep_owner(file: &File, model: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let _ = fchown(file, Some(model.uid()), Some(model.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}

/// Closes the file and hears what the system has to say about it; dropping it would not.
#[cfg(unix)]
fn close(file: File) -> io::Result<()> {
    nix::unistd::close(file).map_err(io::Error::from)
}

#[cfg(not(unix))]
fn close(file: File) -> io::Result<()> {
    drop(file);
    Ok(())
}
