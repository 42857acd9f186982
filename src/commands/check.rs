//! `afterword check`: whether everything is current and valid. Changes no file.

use std::collections::BTreeSet;

use super::progress::ProgressBar;
use super::shell::{Exit, Shell, plural, tally, text};
use super::{as_of, build, source};
use crate::cli::Check;
use crate::command_line::git_add;
use crate::config;
use crate::project::no_posts::is_markdown;
use crate::project::{PEOPLE, Project, Stop, compose, discovery, outputs, stale, why};
use crate::report::{Finding, has_error, visible, visible_lines};
use crate::rules::outputs::{ORPHAN_CARD, ORPHAN_DRAFT, STALE_CARD, STALE_DRAFT, STALE_FEED};
use crate::tree::{Tree, is_under};

pub(super) fn run(shell: &Shell, check: &Check) -> Result<Exit, Stop> {
    // git passes a pre-push hook the name and the URL of the remote.
    if check.from.from != "push" {
        source::only_files(shell, &check.names)?;
    }
    let mut findings = Vec::new();
    let trees = source::trees(shell, &check.from.from)?;
    // Drop each tree before the next is read: a push may have many.
    let mut summaries = Vec::new();
    for tree in trees {
        if source::is_no_blog(shell, &check.from.from, tree.as_ref())? {
            summaries.push(format!(
                "{}: no {}, so there is nothing to check",
                tree.describe(),
                config::FILE
            ));
            continue;
        }
        let (found, summary) = check_tree(shell, tree.as_ref(), check)?;
        findings.extend(found);
        summaries.push(summary);
    }
    shell.brief_findings(&findings, check.verbose);
    // The most important line comes last, where a terminal shows it.
    for summary in summaries {
        shell.say(&summary);
    }
    Ok(Exit::of(has_error(&findings)))
}

fn check_tree(
    shell: &Shell,
    tree: &dyn Tree,
    check: &Check,
) -> Result<(Vec<Finding>, String), Stop> {
    let project = source::configured(shell, tree)?;
    let options = compose::Options {
        as_of: as_of(check.from.as_of.as_deref(), &project)?,
        allow_empty: check.from.allow_empty,
        ..compose::Options::default()
    };
    let bar = ProgressBar::new(shell, &project.progress);
    let mut composed = compose(&project, options)?;
    if has_error(&composed.findings) {
        let summary = tally(&composed.findings);
        return Ok((composed.findings, summary));
    }
    let outputs = outputs::outputs(&project, &composed, tree)?;
    if check.diff && shell.for_people() {
        text(&visible_lines(&stale::diff(&outputs.plan)));
    }
    if check.verbose {
        for reason in why::reasons(&outputs.plan) {
            shell.say(&visible(&reason));
        }
    }
    let took = bar.finish();
    let stale = outputs
        .notes
        .into_iter()
        .chain(stale::findings(&outputs.plan, &project, tree))
        .chain(stale::ignored(&project, &composed, tree))
        .chain(discovery::check(&project, composed.newest.as_ref()));
    let mut stale = project.config.apply_levels(stale.collect());
    if check.from.from == "index" && has_error(&stale) {
        blame_unstaged(shell, tree, &project, &mut stale);
    }
    let mut findings = std::mem::take(&mut composed.findings);
    findings.append(&mut stale);
    let understood = build::understood(&composed);
    let without = build::without(&composed);
    let summary = if has_error(&findings) {
        format!("{understood}{without}; {}", tally(&findings))
    } else {
        format!(
            "{understood}: {}, {} current and valid in {}{took}{without}",
            plural(composed.feeds.len(), "feed"),
            plural(composed.drafts.len(), "draft"),
            tree.describe(),
        )
    };
    Ok((findings, summary))
}

/// The most files that a help names.
const NAMED: usize = 10;

/// Names the posts of the work tree that are not staged: outputs that show them are stale in the index,
/// and building from the work tree again changes nothing.
fn blame_unstaged(shell: &Shell, index: &dyn Tree, project: &Project<'_>, stale: &mut [Finding]) {
    let Ok(work) = source::worktree(shell) else { return };
    let paths: BTreeSet<String> = [index, &work as &dyn Tree]
        .iter()
        .filter_map(|tree| tree.list(&project.config.posts.dir).ok())
        .flatten()
        .map(|entry| entry.path)
        .chain([config::FILE, PEOPLE].map(str::to_owned))
        .collect();
    let differs = |path: &&str| match (work.read(path), index.read(path)) {
        (Ok(found), Ok(staged)) => !work.equal(path, &found, &staged),
        (found, staged) => found.is_ok() != staged.is_ok(),
    };
    let outputs = [&project.config.feeds.dir, &project.config.drafts.dir];
    let is_output = |path: &str| {
        let mut outputs = outputs.iter().filter(|dir| !dir.is_empty());
        outputs.any(|dir| is_under(path, dir))
    };
    // Posts in the root have files beside them that no output shows.
    let is_source = |path: &str| {
        !project.config.posts.dir.is_empty()
            || [config::FILE, PEOPLE].contains(&path)
            || is_markdown(path)
    };
    let unstaged: Vec<&str> = (paths.iter().map(String::as_str))
        .filter(|path| is_source(path) && !is_output(path))
        .filter(differs)
        .collect();
    if unstaged.is_empty() {
        return;
    }
    let add = git_add(unstaged.iter().copied().take(NAMED));
    let more = match unstaged.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(", the same for {more} more"),
    };
    let help = format!(
        "sources in the work tree are not staged: run `{add}`{more}, or `afterword build --from index` and commit what it writes"
    );
    let rules = [&STALE_FEED, &STALE_DRAFT, &STALE_CARD, &ORPHAN_DRAFT, &ORPHAN_CARD];
    for finding in stale.iter_mut() {
        if rules.contains(&finding.rule) {
            finding.help = Some(help.clone());
        }
    }
}
