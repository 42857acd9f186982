//! Drafts whose post is gone.

use super::moved::Moved;
use super::outputs::{PENDING, text};
use super::stale::written_posted;
use super::{Composed, Project, Stop};
use crate::command_line;
use crate::draft::followup;
use crate::draft::reconcile::{is_draft, orphans as orphans_among};
use crate::report::Finding;
use crate::rules::outputs::ORPHAN_DRAFT;
use crate::tree::{Tree, folder_of, under};

/// Reports drafts whose post is gone, one finding a folder, and idle follow-ups.
pub(super) fn drafts(
    project: &Project<'_>,
    composed: &Composed,
    moved: &Moved,
    tree: &dyn Tree,
) -> Result<Vec<Finding>, Stop> {
    let (followups, others): (Vec<String>, Vec<String>) = paths(project, composed, tree)?
        .into_iter()
        .filter(|path| !moved.has(path))
        .partition(|path| is_of_post(path, project, composed));
    let mut found: Vec<Finding> = followups.iter().map(|path| {
        Finding::new(&ORPHAN_DRAFT, "this follow-up has nothing to announce: the draft before it is not posted, or knew every recording of the post")
            .in_file(path.as_str())
            .help("`afterword draft prune` moves it to the trash")
    }).collect();
    // The follow-ups of a post lie in its folder and go with it.
    let folder_of = |path: &str| {
        let folder = folder_of(path);
        followup::folder(folder).0.len()
    };
    for drafts in others.chunk_by(|a, b| a[..folder_of(a)] == b[..folder_of(b)]) {
        let Some(first) = drafts.first() else { continue };
        let message = match drafts.len() {
            1 => "the post of this draft is gone".to_owned(),
            count => format!("the post of {count} drafts is gone; this is one of them"),
        };
        found.push(
            Finding::new(&ORPHAN_DRAFT, message)
                .in_file(first.as_str())
                .help(orphan_help(&first[..folder_of(first)])),
        );
    }
    Ok(found)
}

/// The help for drafts whose post is gone: only the author knows whether it was renamed, and whether
/// their text is still needed. The commands work whether or not git tracks the drafts and the new ones
/// are built.
fn orphan_help(folder: &str) -> String {
    let parent = folder.rsplit_once('/').map(|(parent, _)| parent);
    let new = under(parent.unwrap_or_default(), "NEW-NAME");
    let (from, new) = (command_line::path(folder), command_line::path(&new));
    format!(
        "where the post was renamed, `mkdir -p {new} && mv -f {from}/* {new}` keeps the text; where it was deleted, delete `{folder}`"
    )
}

/// The drafts in `tree` whose post is gone, and follow-ups that have nothing to announce.
///
/// # Errors
/// The folder or a follow-up cannot be read.
pub fn paths(
    project: &Project<'_>,
    composed: &Composed,
    tree: &dyn Tree,
) -> Result<Vec<String>, Stop> {
    let folder = &project.config.drafts.dir;
    let listed = tree.list(folder)?;
    let files: Vec<&str> = listed.iter().map(|entry| entry.path.as_str()).collect();
    let keys: Vec<&str> = composed.keys.iter().map(String::as_str).collect();
    let mut all = orphans_among(folder, &files, &keys);
    for path in files {
        if is_idle_followup(path, project, composed, tree)? {
            all.push(path);
        }
    }
    all.sort_unstable();
    Ok(all.into_iter().map(str::to_owned).collect())
}

/// Whether this is a follow-up that was not composed although its post exists. Posted ones stay.
fn is_idle_followup(
    path: &str,
    project: &Project<'_>,
    composed: &Composed,
    tree: &dyn Tree,
) -> Result<bool, Stop> {
    let draft = path.replace(PENDING, ".txt");
    if composed.drafts.contains_key(&draft) || !is_of_post(path, project, composed) {
        return Ok(false);
    }
    let posted = text(tree, &draft)?.is_some_and(|text| written_posted(text.as_bytes()));
    Ok(!posted)
}

/// Whether this is a follow-up to a draft that was composed.
fn is_of_post(path: &str, project: &Project<'_>, composed: &Composed) -> bool {
    if !project.config.drafts.settings.followups || !is_draft(path) {
        return false;
    }
    let draft = path.replace(PENDING, ".txt");
    let Some((folder, name)) = draft.rsplit_once('/') else { return false };
    match followup::folder(folder) {
        (post, Some(_)) => composed.drafts.contains_key(&under(post, name)),
        _ => false,
    }
}
