//! Applying a plan: look at everything, stage everything, then rename.
#![expect(clippy::disallowed_methods, reason = "this room writes files")]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::stage::{self, Staged};
use super::target::Target;
use super::{Lock, Plan, WriteError};

/// Files that are open at once while they are staged.
const AT_ONCE: usize = 128;

/// What was done.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Report {
    /// Paths written, in their order.
    pub written: Vec<String>,
    /// Paths deleted.
    pub removed: Vec<String>,
}

/// One output on its way.
struct Job<'a> {
    path: &'a str,
    bytes: &'a [u8],
    found: Option<&'a [u8]>,
    target: Target,
}

pub(super) fn apply(plan: &Plan, lock: &Lock) -> Result<Report, WriteError> {
    let jobs = jobs(plan, lock.root())?;
    let removals = removals(plan, lock.root())?;
    // Outputs may lie elsewhere than in the folders that taking the lock has swept.
    let places: BTreeSet<&Path> = jobs.iter().map(|job| job.target.folder()).collect();
    for place in places {
        stage::sweep_one(place);
    }
    let mut made = Folders::default();
    let mut staged = Vec::with_capacity(jobs.len());
    for part in jobs.chunks(AT_ONCE) {
        let first = staged.len();
        for job in part {
            made.make(job)?;
            let new = Staged::write(job.target.folder(), job.bytes, job.target.about.as_ref());
            staged.push(new.map_err(|error| failed(job.path, "be written", error))?);
        }
        // After all are written: the first one that is waited for takes the others along.
        for (new, job) in staged.iter_mut().skip(first).zip(part) {
            new.settle()
                .map_err(|error| failed(job.path, "be written to disk", error))?;
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
        for folder in target
            .folder()
            .ancestors()
            .take_while(|folder| *folder != lock.root())
        {
            // A folder that still holds something stays.
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

/// What really is to be written, once every place has been looked at.
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
        let now = target
            .bytes()
            .map_err(|error| failed(path, "be read", error))?;
        if now.as_deref() == Some(bytes) {
            continue;
        }
        let found = change.found.as_deref().filter(|_| !change.off_disk);
        if now.as_deref() != found {
            return Err(WriteError::Changed(path.to_owned()));
        }
        jobs.push(Job {
            path,
            bytes,
            found,
            target,
        });
    }
    Ok(jobs)
}

type Removal<'a> = (&'a str, &'a [u8], Target);

fn removals<'a>(plan: &'a Plan, root: &Path) -> Result<Vec<Removal<'a>>, WriteError> {
    let mut removals = Vec::with_capacity(plan.remove.len());
    for (path, found) in &plan.remove {
        let target = Target::find(root, path, &plan.places)?;
        if target.about.is_some() {
            unchanged(path, &target, Some(found))?;
            removals.push((path.as_str(), found.as_slice(), target));
        }
    }
    Ok(removals)
}

/// Somebody may have saved a draft while this run was composing: then nothing is replaced.
fn unchanged(path: &str, target: &Target, found: Option<&[u8]>) -> Result<(), WriteError> {
    match target.bytes() {
        Ok(now) if now.as_deref() == found => Ok(()),
        Ok(_) => Err(WriteError::Changed(path.to_owned())),
        Err(error) => Err(failed(path, "be read", error)),
    }
}

/// Folders made on the way; removed again, where empty, when the run fails.
#[derive(Default)]
struct Folders(Vec<PathBuf>);

impl Folders {
    fn make(&mut self, job: &Job<'_>) -> Result<(), WriteError> {
        let folder = job.target.folder();
        let missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|folder| !folder.exists())
            .collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).map_err(|error| failed(job.path, "get its folder", error))?;
            self.0.push(folder.to_owned());
        }
        Ok(())
    }

    /// They stay; these are the folders that they were made in.
    fn keep(&mut self) -> BTreeSet<PathBuf> {
        let parents = self.0.drain(..);
        parents
            .filter_map(|folder| folder.parent().map(Path::to_owned))
            .collect()
    }
}

impl Drop for Folders {
    fn drop(&mut self) {
        for folder in self.0.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// A rename is on disk when its folder is.
fn settle_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}

fn failed(path: &str, doing: &'static str, error: io::Error) -> WriteError {
    WriteError::Io(path.to_owned(), doing, error)
}
