//! `afterword check`: is everything current and valid? Changes no file.

use super::shell::{Exit, Shell, plural, tally, text};
use super::watch::Watch;
use super::{as_of, source};
use crate::cli::Check;
use crate::config;
use crate::project::{Project, Stop, compose, discovery, stale, why};
use crate::report::{Finding, has_error, visible, visible_lines};
use crate::tree::Tree;

pub(super) fn run(shell: &Shell, check: &Check) -> Exit {
    attempt(shell, check).unwrap_or_else(|stop| shell.stop(&stop))
}

fn attempt(shell: &Shell, check: &Check) -> Result<Exit, Stop> {
    let options = compose::Options {
        as_of: as_of(check.from.as_of.as_deref())?,
        allow_empty: check.from.allow_empty,
        ..compose::Options::default()
    };
    source::only_files(shell, &check.names)?;
    let mut findings = Vec::new();
    let trees = source::trees(shell, &check.from.from)?;
    // Each is let go before the next is asked: a push may have many.
    for tree in trees {
        if source::is_no_blog(shell, &check.from.from, tree.as_ref())? {
            shell.say(&format!(
                "{}: there is no {}, so there is nothing to check",
                tree.describe(),
                config::FILE
            ));
            continue;
        }
        findings.extend(judge(shell, tree.as_ref(), options, check)?);
    }
    shell.findings(&findings);
    if has_error(&findings) {
        shell.say(&tally(&findings));
        return Ok(Exit::Wrong);
    }
    Ok(Exit::Clean)
}

fn judge(
    shell: &Shell,
    tree: &dyn Tree,
    options: compose::Options,
    check: &Check,
) -> Result<Vec<Finding>, Stop> {
    let project = Project::configured(tree)?;
    let watch = Watch::new(shell, &project.progress);
    let composed = compose(&project, options)?;
    if has_error(&composed.findings) {
        return Ok(composed.findings);
    }
    let outputs = stale::outputs(&project, &composed, tree)?;
    if check.diff && shell.for_people() {
        text(&visible_lines(&stale::diff(&outputs.plan)));
    }
    if check.verbose {
        for reason in why::reasons(&outputs.plan) {
            shell.say(&visible(&reason));
        }
    }
    let took = watch.ended();
    let stale = outputs
        .notes
        .into_iter()
        .chain(stale::findings(&outputs.plan, &project))
        .chain(discovery::check(&project, composed.newest.as_ref()));
    let mut findings = composed.findings;
    findings.extend(project.config.judge(stale.collect()));
    if !has_error(&findings) {
        shell.say(&format!(
            "{}: {}, {} current and valid in {}{took}",
            plural(composed.posts, "post"),
            plural(composed.feeds.len(), "feed"),
            plural(composed.drafts.len(), "draft"),
            tree.describe(),
        ));
    }
    Ok(findings)
}
