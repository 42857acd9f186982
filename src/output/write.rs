//! Applies a plan: check everything, stage everything, then rename.
#![expect(clippy::disallowed_methods, reason = "this module writes files")]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::stage::{self, Staged};
use super::target::Target;
use super::{Lock, Plan, WriteError};

/// The most files that are open at once while they are staged.
const AT_ONCE: usize = 128;

/// The result of a write.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Report {
    /// Paths written, in order.
    pub written: Vec<String>,
    /// Paths deleted.
    pub removed: Vec<String>,
}

/// One output being written.
struct Job<'a> {
    path: &'a str,
    bytes: &'a [u8],
    found: Option<&'a [u8]>,
    target: Target,
}

pub(super) fn apply(plan: &Plan, lock: &Lock) -> Result<Report, WriteError> {
    let jobs = jobs(plan, lock.root())?;
    let removals = removals(plan, lock.root())?;
    // Outputs may be in other folders than those that taking the lock has cleaned.
    let places: BTreeSet<&Path> = jobs.iter().map(|job| job.target.folder()).collect();
    for place in places {
        stage::sweep(place, Some(1));
    }
    let mut made = Folders::default();
    let mut staged = Vec::with_capacity(jobs.len());
    for part in jobs.chunks(AT_ONCE) {
        let first = staged.len();
        for job in part {
            made.make(job)?;
            let new = Staged::write(job.target.folder(), job.bytes, job.target.metadata.as_ref());
            staged.push(new.map_err(|error| failed(job.path, "be written", error))?);
        }
        // After all are written: syncing the first one flushes the others too.
        for (new, job) in staged.iter_mut().skip(first).zip(part) {
            new.settle().map_err(|error| failed(job.path, "be written to disk", error))?;
        }
    }
    let mut report = Report::default();
    let mut folders = made.keep();
    for (new, job) in staged.into_iter().zip(&jobs) {
        unchanged(job.path, &job.target, job.found)?;
        let replaced = new.replace(&job.target.path, job.found);
        if !replaced.map_err(|error| failed(job.path, "be replaced", error))? {
            return Err(WriteError::Changed(job.path.to_owned()));
        }
        folders.insert(job.target.folder().to_owned());
        report.written.push(job.path.to_owned());
    }
    for (path, found, target) in &removals {
        unchanged(path, target, Some(found))?;
        let taken = stage::take_away(&target.path, found);
        if !taken.map_err(|error| failed(path, "be deleted", error))? {
            return Err(WriteError::Changed((*path).to_owned()));
        }
        folders.insert(target.folder().to_owned());
        report.removed.push((*path).to_owned());
    }
    for (_, _, target) in &removals {
        for folder in target.folder().ancestors().take_while(|folder| *folder != lock.root()) {
            // A folder that is not empty stays.
            if fs::remove_dir(folder).is_err() {
                break;
            }
            folders.remove(folder);
            folders.extend(folder.parent().map(Path::to_owned));
        }
    }
    for folder in folders {
        settle_folder(&folder)
            .map_err(|error| failed(&folder.to_string_lossy(), "be written to disk", error))?;
    }
    Ok(report)
}

/// What must be written, once every output has been checked.
fn jobs<'a>(plan: &'a Plan, root: &Path) -> Result<Vec<Job<'a>>, WriteError> {
    let mut jobs = Vec::with_capacity(plan.write.len());
    let mut taken = BTreeSet::new();
    for change in &plan.write {
        let path = change.artifact.path.as_str();
        let bytes: &[u8] = &change.artifact.bytes;
        let target = Target::find(root, path, &plan.places)?;
        if !taken.insert(target.path.clone()) {
            let why = "another output goes to the same file";
            return Err(WriteError::Refused(path.to_owned(), why.to_owned()));
        }
        let now = target.bytes().map_err(|error| failed(path, "be read", error))?;
        if now.as_deref() == Some(bytes) {
            continue;
        }
        let found = change.found.as_deref().filter(|_| !change.off_disk);
        if now.as_deref() != found {
            return Err(WriteError::Changed(path.to_owned()));
        }
        jobs.push(Job { path, bytes, found, target });
    }
    Ok(jobs)
}

type Removal<'a> = (&'a str, &'a [u8], Target);

fn removals<'a>(plan: &'a Plan, root: &Path) -> Result<Vec<Removal<'a>>, WriteError> {
    let mut removals = Vec::with_capacity(plan.remove.len());
    for (path, found) in &plan.remove {
        let target = Target::find(root, path, &plan.places)?;
        if target.metadata.is_some() {
            unchanged(path, &target, Some(found))?;
            removals.push((path.as_str(), found.as_slice(), target));
        }
    }
    Ok(removals)
}

/// Fails if the file was changed since this run read it.
fn unchanged(path: &str, target: &Target, found: Option<&[u8]>) -> Result<(), WriteError> {
    match target.bytes() {
        Ok(now) if now.as_deref() == found => Ok(()),
        Ok(_) => Err(WriteError::Changed(path.to_owned())),
        Err(error) => Err(failed(path, "be read", error)),
    }
}

/// Folders created on the way; when the run fails, the empty ones are removed.
#[derive(Default)]
struct Folders(Vec<PathBuf>);

impl Folders {
    fn make(&mut self, job: &Job<'_>) -> Result<(), WriteError> {
        let folder = job.target.folder();
        let missing: Vec<&Path> =
            folder.ancestors().take_while(|folder| !folder.exists()).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).map_err(|error| failed(job.path, "get its folder", error))?;
            self.0.push(folder.to_owned());
        }
        Ok(())
    }

    /// Keeps them; returns their parent folders.
    fn keep(&mut self) -> BTreeSet<PathBuf> {
        let parents = self.0.drain(..);
        parents.filter_map(|folder| folder.parent().map(Path::to_owned)).collect()
    }
}

impl Drop for Folders {
    fn drop(&mut self) {
        for folder in self.0.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// A rename is on disk when its folder is synced.
fn settle_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

fn failed(path: &str, doing: &'static str, error: io::Error) -> WriteError {
    WriteError::Io(path.to_owned(), doing, error)
}
