//! One build at a time.
#![expect(clippy::disallowed_methods, reason = "this module writes files and locks their folder")]

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{io, thread};

use crate::hex::hex;

use super::{WriteError, stage};

/// How long a build waits for another.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);

/// The time between two attempts.
const PAUSE: Duration = Duration::from_millis(10);

/// The exclusive right to write below a folder, until it is dropped. The system releases it when the
/// process dies, so it is never stale and leaves no file behind.
#[derive(Debug)]
pub struct Lock {
    root: PathBuf,
    /// Closing it releases the lock.
    _held: File,
}

impl Lock {
    /// Waits for the right to write below `root`, then removes what a killed run left in `folders` (of
    /// outputs, from the root). Take it before reading the current outputs, so that no other build
    /// changes them in between.
    ///
    /// # Errors
    /// [`WriteError::Busy`] after a minute, [`WriteError::Io`] where the folder does not exist.
    pub fn take(root: &Path, folders: &[&str]) -> Result<Self, WriteError> {
        let failed =
            |error| WriteError::Io(root.to_string_lossy().into_owned(), "be locked", error);
        let root = fs::canonicalize(root).map_err(failed)?;
        let held = match hold(File::open(&root)) {
            Err(Failure::Unsupported(_)) => hold(elsewhere(&root)),
            held => held,
        };
        let held = match held {
            Ok(held) => held,
            Err(Failure::Busy) => return Err(WriteError::Busy),
            Err(Failure::Unsupported(error)) => return Err(failed(error)),
        };
        for folder in folders {
            if let Some(folder) = crate::tree::inside(folder) {
                stage::sweep(&root.join(folder), None);
            }
        }
        Ok(Self { root, _held: held })
    }

    /// The folder, absolute and without symbolic links.
    pub fn root(&self) -> &Path {
        &self.root
    }
}

enum Failure {
    Busy,
    Unsupported(io::Error),
}

fn hold(file: io::Result<File>) -> Result<File, Failure> {
    let file = file.map_err(Failure::Unsupported)?;
    let mut waited = Duration::ZERO;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(Failure::Unsupported(error)),
            Err(TryLockError::WouldBlock) if waited >= PATIENCE => return Err(Failure::Busy),
            Err(TryLockError::WouldBlock) => {
                thread::sleep(PAUSE);
                waited += PAUSE;
            }
        }
    }
}

/// Where folders cannot be locked (Windows, some network drives): a file in the machine's temporary
/// folder, named after the project's.
fn elsewhere(root: &Path) -> io::Result<File> {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(root.to_string_lossy().as_bytes());
    let path = std::env::temp_dir().join(format!("afterword-{}.lock", hex(&digest[..12])));
    File::options().create(true).truncate(false).write(true).open(path)
}
