//! The trash: where drafts go that a command replaces or takes away.

use crate::output::{Artifact, Plan};
use crate::project::{Project, Stop};
use crate::tree::Tree;

/// The folder of the trash in the folder of drafts. Its name begins with a dot, so that neither
/// Afterword nor a site generator reads what is in it.
const TRASH: &str = ".trash";

/// Keeps the trash out of git.
const IGNORED: &str = "*\n";

/// Plans a copy of a draft under a name in the trash that is free or has the same bytes; gives the name.
///
/// # Errors
/// The draft cannot be read.
pub(super) fn copy(
    plan: &mut Plan,
    project: &Project<'_>,
    path: &str,
    tree: &dyn Tree,
) -> Result<String, Stop> {
    let folder = &project.config.drafts.dir;
    let inner = path.strip_prefix(folder.as_str()).unwrap_or(path);
    let inner = inner.trim_start_matches('/');
    let stem = inner.strip_suffix(".txt").unwrap_or(inner);
    let bytes = tree.read_output(path)?;
    let mut to = under(folder, &format!("{TRASH}/{inner}"));
    let mut number = 1;
    while tree.read_output(&to).is_ok_and(|there| there != bytes) {
        number += 1;
        to = under(folder, &format!("{TRASH}/{stem}.{number}.txt"));
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    plan.add(Artifact::text(to.as_str(), text), tree)?;
    let ignore = under(folder, &format!("{TRASH}/.gitignore"));
    plan.add(Artifact::text(ignore, IGNORED), tree)?;
    Ok(to)
}

fn under(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}
