//! `afterword draft prune`: moves drafts whose post is gone to the trash.

use super::shell::{Exit, Shell, complain};
use super::trash;
use crate::command_line;
use crate::draft::reconcile::{self, Written};
use crate::output::{Lock, Plan};
use crate::project::{Composed, Project, Stop, orphans, outputs};
use crate::report::{has_error, visible};
use crate::tree::{Tree, is_under};

/// The arguments.
pub(super) struct Options<'a> {
    pub(super) dry_run: bool,
    /// Drafts or folders of drafts to move although they were edited.
    pub(super) force: &'a [String],
}

pub(super) fn run(
    shell: &Shell,
    project: &Project<'_>,
    composed: &Composed,
    tree: &dyn Tree,
    lock: &Lock,
    options: &Options<'_>,
) -> Result<Exit, Stop> {
    if has_error(&composed.findings) {
        shell.findings(&composed.findings);
        shell.say("no draft is moved: fix the errors first; until then it is unknown which posts there are");
        return Ok(Exit::Wrong);
    }
    if composed.keys.is_empty() {
        return Err(Stop::Failed(format!(
            "`{}` has no posts, so every draft would be moved; no draft is moved",
            project.config.posts.dir
        )));
    }
    let orphaned = orphans::paths(project, composed, tree)?;
    let mut forced = vec![false; options.force.len()];
    let mut plan = Plan::within(outputs::places(&project.config));
    let mut moves = Vec::new();
    for path in &orphaned {
        let is_forced = named(shell, options.force, path, &mut forced);
        if let Some(why) = kept(path, is_forced, tree)? {
            shell.say(&format!("{}: kept, {why}", visible(path)));
        } else {
            let to = trash::copy(&mut plan, &project.config.drafts.dir, path, tree)?;
            plan.remove(path, tree)?;
            moves.push((path, to));
        }
    }
    if let Some(at) = forced.iter().position(|found| !found) {
        return Err(Stop::Failed(format!(
            "{}: is not a draft whose post is gone; no draft is moved",
            options.force[at]
        )));
    }
    if !options.dry_run {
        plan.apply(lock)?;
    }
    let verb = if options.dry_run { "would be moved" } else { "moved" };
    for (from, to) in &moves {
        shell.say(&format!("{}: {verb} to {}", visible(from), visible(to)));
    }
    if orphaned.is_empty() {
        shell.say("every draft has its post; there is nothing to move");
    } else if moves.is_empty() {
        complain("no draft is moved");
    }
    Ok(Exit::Clean)
}

/// Why a draft without a post stays; `None` if it is moved.
fn kept(path: &str, is_forced: bool, tree: &dyn Tree) -> Result<Option<String>, Stop> {
    if tree.end_of(path)? != path {
        return Ok(Some("it is a symbolic link or behind one".to_owned()));
    }
    let Some(text) = outputs::text(tree, path)? else {
        return Ok(Some("it cannot be found any more".to_owned()));
    };
    let mut by = reconcile::written(&text);
    if by == Written::Generated && !path.ends_with(outputs::PENDING) {
        return Ok(None);
    }
    // A pending text is kept if its draft is.
    if by == Written::Generated {
        let draft = path.replace(outputs::PENDING, ".txt");
        match outputs::text(tree, &draft)? {
            Some(draft) => by = reconcile::written(&draft),
            None => return Ok(None),
        }
    }
    let why = match by {
        Written::NoDraft => return Ok(Some("it has no header of a draft".to_owned())),
        Written::Generated => return Ok(None),
        _ if is_forced => return Ok(None),
        Written::ByPerson => "it was edited",
        Written::Approved => "it is approved",
        Written::Posted => "it is posted",
    };
    let path = command_line::path(path);
    Ok(Some(format!("{why}; `afterword draft prune --force {path}` moves it as well")))
}

/// Whether a draft is among the named ones, by file or by folder.
fn named(shell: &Shell, names: &[String], path: &str, found: &mut [bool]) -> bool {
    let mut is_named = false;
    for (name, found) in names.iter().zip(found) {
        let given = shell.relative(name).unwrap_or_default();
        let hit = !given.is_empty() && is_under(path, &given);
        *found |= hit;
        is_named |= hit;
    }
    is_named
}
