//! `--from`: the tree that a command reads.

use std::io::Read;
use std::path::PathBuf;

use super::shell::Shell;
use crate::command_line::git_add;
use crate::output::{Artifact, Lock, Plan};
use crate::project::{Project, Stop};
use crate::report::visible;
use crate::tree::git::Git;
use crate::tree::worktree::Worktree;
use crate::tree::{Tree, TreeError};
use crate::{command_line, config};

/// The largest file that is read where one is named on the command line: 256 MiB.
const LARGEST: u64 = 256 * 1024 * 1024;

/// The first read. Most feeds are smaller, so that their length is not queried.
const SMALL: usize = 16 * 1024;

/// The work tree of the project.
///
/// # Errors
/// The folder cannot be read.
pub(super) fn worktree(shell: &Shell) -> Result<Worktree, Stop> {
    Ok(Worktree::new(&shell.root)?)
}

/// The trees that `from` names: one, or one for each pushed commit.
///
/// # Errors
/// git is missing, or does not know the revision.
pub(super) fn trees(shell: &Shell, from: &str) -> Result<Vec<Box<dyn Tree>>, Stop> {
    Ok(match from {
        "worktree" => vec![Box::new(worktree(shell)?)],
        "index" => vec![Box::new(Git::index(&shell.root)?)],
        "push" => Git::pushed(&shell.root, standard_input, |object| {
            shell.say(&format!(
                "{}: is not a commit, so there is nothing to check",
                visible(object)
            ));
        })?
        .into_iter()
        .map(|tree| Box::new(tree) as Box<dyn Tree>)
        .collect(),
        revision => vec![Box::new(Git::revision(&shell.root, revision)?)],
    })
}

/// Whether there is no blog to check: neither the tree nor its base has an `afterword.toml`, and for a
/// commit the work tree has none either. A branch of generated pages is an example.
///
/// # Errors
/// git fails.
pub(super) fn is_no_blog(shell: &Shell, from: &str, tree: &dyn Tree) -> Result<bool, Stop> {
    let has_none = |tree: &dyn Tree| matches!(tree.read(config::FILE), Err(TreeError::Missing(_)));
    let asked = match from {
        "index" => !shell.root.join(config::FILE).exists(),
        "push" => true,
        _ => false,
    };
    if !asked || !has_none(tree) {
        return Ok(false);
    }
    Ok(tree.base()?.iter().all(|base| has_none(base.as_ref())))
}

/// The project in a tree that needs an `afterword.toml`.
///
/// # Errors
/// There is none, or it cannot be opened.
pub(super) fn configured<'t>(shell: &Shell, tree: &'t dyn Tree) -> Result<Project<'t>, Stop> {
    let is_missing = matches!(tree.read(config::FILE), Err(TreeError::Missing(_)));
    if is_missing && shell.root.join(config::FILE).exists() {
        return Err(Stop::Failed(format!(
            "{file} is in the work tree, but not in {}; run `{}` and commit it",
            tree.describe(),
            git_add([config::FILE]),
            file = config::FILE,
        )));
    }
    Project::configured(tree)
}

/// Ignores the file names that a hook passes. A word that is not a file was meant as something else,
/// and must not look like a successful check.
///
/// # Errors
/// One of them is not a file.
pub(super) fn only_files(shell: &Shell, names: &[PathBuf]) -> Result<(), Stop> {
    let Some(name) = names.iter().find(|name| !shell.here.join(name).exists()) else {
        return Ok(());
    };
    let name = name.to_string_lossy();
    let name = visible(&name);
    Err(Stop::Failed(format!(
        "{name}: the file does not exist; read the index or a commit with `--from {}`",
        command_line::word(&name)
    )))
}

/// Why a name is refused where only these are known.
pub(super) fn not_one_of<'a>(name: &str, what: &str, known: impl Iterator<Item = &'a str>) -> Stop {
    let known: Vec<&str> = known.collect();
    let known = known.join(", ");
    Stop::Failed(format!("{name:?} is not {what}; write one of {known}"))
}

/// The standard input of a pre-push hook.
fn standard_input() -> String {
    let mut text = String::new();
    let _ = std::io::stdin().lock().read_to_string(&mut text);
    text
}

/// Creates a file.
///
/// # Errors
/// It already exists, or cannot be written.
pub(super) fn create(shell: &Shell, path: &str, text: &str) -> Result<(), Stop> {
    if add(shell, [(path, text)])?.is_empty() {
        Ok(())
    } else {
        Err(Stop::Failed(format!("{path}: is there already and is left as it is")))
    }
}

/// Creates those of the files, each a path and its text, that do not exist. Returns the paths of the
/// others.
///
/// # Errors
/// One of them cannot be written.
pub(super) fn add<'a>(
    shell: &Shell,
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Vec<String>, Stop> {
    let lock = Lock::take(&shell.root, &[])?;
    let artifacts = files.into_iter().map(|(path, text)| Artifact::text(path, text));
    let mut plan = Plan::compare(artifacts, &worktree(shell)?)?;
    let mut there = std::mem::take(&mut plan.keep);
    plan.write.retain(|change| {
        let is_there = change.found.is_some();
        there.extend(is_there.then(|| change.artifact.path.clone()));
        !is_there
    });
    plan.apply(&lock)?;
    Ok(there)
}

/// A file named on the command line, anywhere on disk, or standard input for `-`.
///
/// # Errors
/// It cannot be read.
pub(super) fn read(file: &str) -> Result<Vec<u8>, Stop> {
    content(file).map_err(|why| Stop::Failed(format!("{file}: {why}")))
}

/// The same; the error is a sentence about the file.
///
/// # Errors
/// It cannot be read.
pub(super) fn content(file: &str) -> Result<Vec<u8>, String> {
    let failed = |error| format!("cannot be read: {error}");
    let mut bytes = Vec::new();
    let length = match file {
        "-" => (std::io::stdin().lock().take(LARGEST + 1)).read_to_end(&mut bytes),
        file => std::fs::File::open(file).and_then(|mut file| {
            bytes.reserve(SMALL);
            let read = file.by_ref().take(SMALL as u64).read_to_end(&mut bytes)?;
            if read < SMALL {
                return Ok(read);
            }
            // A file that is too large is not read; one that grows meanwhile is cut off at the limit.
            let length = file.metadata()?.len();
            let most = if length > LARGEST { 0 } else { LARGEST + 1 };
            bytes.reserve(usize::try_from(length.min(most)).unwrap_or_default());
            let read = read + file.take(most).read_to_end(&mut bytes)?;
            Ok(if most == 0 { usize::MAX } else { read })
        }),
    };
    if length.map_err(failed)? as u64 > LARGEST {
        return Err("is larger than 256 MiB, which is never read".to_owned());
    }
    Ok(bytes)
}

/// Replaces a file named on the command line, anywhere on disk, as safely as outputs.
///
/// # Errors
/// Its bytes are not `before`, or it cannot be written.
pub(super) fn replace(shell: &Shell, given: &str, before: &str, after: String) -> Result<(), Stop> {
    let absolute = shell.absolute(given);
    // In a project, take the lock of that project's builds.
    let place = match shell.relative(given) {
        Some(path) if shell.root.join(config::FILE).is_file() => Some((shell.root.as_path(), path)),
        _ => absolute
            .parent()
            .zip(absolute.file_name().and_then(|name| Some(name.to_str()?.to_owned()))),
    };
    let Some((folder, path)) = place else {
        return Err(Stop::Failed(format!("{given}: is not a writable file")));
    };
    let lock = Lock::take(folder, &[])?;
    let artifact = Artifact::text(path, after);
    let plan = Plan::compare([artifact], &Worktree::new(folder)?)?;
    if plan.write.iter().any(|change| change.found.as_deref() != Some(before.as_bytes())) {
        return Err(Stop::Failed(format!(
            "{given}: is not written in UTF-8 or has just changed, so it is left as it is"
        )));
    }
    plan.apply(&lock)?;
    Ok(())
}
