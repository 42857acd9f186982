//! `afterword build`: composes everything, then writes what differs.

use super::shell::{Exit, Shell, complain, plural, tally, text};
use super::{as_of, source};
use crate::cli::Build;
use crate::output::{Lock, Plan, git_add};
use crate::project::{Composed, Project, Stop, compose, stale};
use crate::report::has_error;

pub(super) fn run(shell: &Shell, build: &Build) -> Exit {
    attempt(shell, build).unwrap_or_else(|stop| shell.stop(&stop))
}

fn attempt(shell: &Shell, build: &Build) -> Result<Exit, Stop> {
    let options = compose::Options {
        as_of: as_of(build.from.as_of.as_deref())?,
        allow_empty: build.from.allow_empty,
        new_ids: build.new_ids,
    };
    let trees = source::trees(shell, &build.from.from)?;
    let [tree] = trees.as_slice() else {
        return Err(Stop::Failed(
            "a build reads one commit; name it with --from".to_owned(),
        ));
    };
    let project = Project::open(tree.as_ref())?;
    let folders = [
        project.config.feeds.dir.as_str(),
        project.config.drafts.dir.as_str(),
    ];
    let lock =
        Lock::take(&shell.root, &folders).map_err(|error| Stop::Failed(error.to_string()))?;
    let composed = compose(&project, options)?;
    // Whatever the posts were read from, the work tree alone says what may be overwritten.
    let outputs = stale::outputs(&project, &composed, &source::worktree(shell)?)?;
    let blocked = has_error(&composed.findings);
    let mut findings = composed.findings.clone();
    findings.extend(project.config.judge(outputs.notes.clone()));
    shell.findings(&findings);
    // What is wrong with a draft that somebody edited is theirs to mend; it stops nothing.
    let wrong = has_error(&findings);
    if blocked && !build.keep_going {
        shell.say(&format!("{}; nothing is written", tally(&findings)));
        return Ok(Exit::Wrong);
    }
    if build.diff && shell.for_people() {
        text(&stale::diff(&outputs.plan));
    }
    outputs
        .plan
        .apply(&lock)
        .map_err(|error| Stop::Failed(error.to_string()))?;
    shell.say(&summary(&composed, &outputs.plan, outputs.kept));
    if build.fail_on_change && !outputs.plan.is_current() {
        complain("the outputs were not current; they are now:");
        complain(&git_add(outputs.plan.changed()));
        return Ok(Exit::Wrong);
    }
    Ok(if wrong { Exit::Wrong } else { Exit::Clean })
}

/// "9 posts: 3 feeds of 9 entries, 45 drafts; 2 files written"
fn summary(composed: &Composed, plan: &Plan, kept: usize) -> String {
    let mut line = format!(
        "{}: {} of {}, {}",
        plural(composed.posts, "post"),
        plural(composed.feeds.len(), "feed"),
        plural(composed.entries, "entry"),
        plural(composed.drafts.len(), "draft"),
    );
    if kept > 0 {
        line.push_str(&format!(" ({kept} edited and kept)"));
    }
    line.push_str(&match plan.write.len() {
        0 => "; everything was current".to_owned(),
        count => format!("; {} written", plural(count, "file")),
    });
    line
}
