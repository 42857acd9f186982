//! The trash of drafts, which keeps removed texts until their author deletes them.

use crate::output::{Artifact, Plan};
use crate::project::Stop;
use crate::tree::{self, Tree};

/// The folder of the trash in the folder of drafts. Its name begins with a dot, so that neither
/// Afterword nor a site generator reads its files.
const TRASH: &str = ".trash";

/// Keeps the trash out of git.
const IGNORED: &str = "*\n";

/// Plans a copy of the draft at `path` under a name in the trash that is free or has the same bytes;
/// returns that name. `folder` is the folder of drafts.
pub(super) fn copy(
    plan: &mut Plan,
    folder: &str,
    path: &str,
    tree: &dyn Tree,
) -> Result<String, Stop> {
    let inner = path.strip_prefix(folder).unwrap_or(path);
    let inner = inner.trim_start_matches('/');
    let stem = inner.strip_suffix(".txt").unwrap_or(inner);
    let bytes = tree.read_output(path)?;
    let mut to = under(folder, inner);
    let mut number = 1;
    while tree.read_output(&to).is_ok_and(|there| there != bytes) {
        number += 1;
        to = under(folder, &format!("{stem}.{number}.txt"));
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let ignore = under(folder, ".gitignore");
    let is_planned = |change: &crate::output::Change| change.artifact.path == ignore;
    if !plan.write.iter().any(is_planned) {
        plan.add(Artifact::text(ignore.as_str(), IGNORED), tree)?;
    }
    plan.add(Artifact::text(to.as_str(), text), tree)?;
    Ok(to)
}

/// Whether a path is in the trash of `folder`.
pub(super) fn has(folder: &str, path: &str) -> bool {
    path.starts_with(&under(folder, ""))
}

fn under(folder: &str, name: &str) -> String {
    tree::under(folder, &format!("{TRASH}/{name}"))
}
