//! `afterword build`: composes everything, then writes what differs.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use super::progress::ProgressBar;
use super::shell::{self, Exit, Shell, complain, plural, tally, text};
use super::{as_of, now, source};
use crate::cli::Build;
use crate::command_line::git_add;
use crate::generator::Context;
use crate::output::{Lock, Plan};
use crate::project::clock::Clock;
use crate::project::moved::Moved;
use crate::project::{Composed, PEOPLE, Project, Stop, compose, outputs, stale, why};
use crate::report::{Finding, Level, has_error, visible, visible_lines};
use crate::rules::outputs::{NO_POSTS, UNTRACKED_POST};
use crate::tree::{Entry, Tree, under};
use crate::{config, secrets};

pub(super) fn run(shell: &Shell, build: &Build) -> Result<Exit, Stop> {
    source::only_files(shell, &build.names)?;
    let trees = source::trees(shell, &build.from.from)?;
    let [tree] = trees.as_slice() else {
        return Err(Stop::Failed("a build reads one commit; name it with --from".to_owned()));
    };
    if source::is_no_blog(shell, &build.from.from, tree.as_ref())? {
        shell.say(&format!(
            "{}: no {}, so there is nothing to build",
            tree.describe(),
            config::FILE
        ));
        return Ok(Exit::Clean);
    }
    let project = source::configured(shell, tree.as_ref())?;
    let as_of = as_of(build.from.as_of.as_deref(), &project)?;
    let options = compose::Options {
        as_of,
        clock: as_of.map_or_else(|| Clock::Ticking(now()), Clock::Set),
        allow_empty: build.from.allow_empty,
        new_ids: build.new_ids,
        keep_going: build.keep_going,
        sources: false,
    };
    let folders = [project.config.feeds.dir.as_str(), project.config.drafts.dir.as_str()];
    let lock = Lock::take(&shell.root, &folders)?;
    let bar = ProgressBar::new(shell, &project.progress);
    let mut composed = compose(&project, options)?;
    if (build.keep_going || !has_error(&composed.findings))
        && move_drafts(shell, &project, &composed, &lock)?
    {
        // A posted draft that was moved may have a follow-up.
        composed = compose(&project, options)?;
    }
    let mut untracked = Vec::new();
    if shell.for_people() && build.from.from == "worktree" {
        untracked = take_untracked(&mut composed);
    }
    // Leaving bad posts out does not help where the feed would become empty.
    let is_empty = |finding: &Finding| finding.rule == &NO_POSTS && finding.level == Level::Error;
    let goes_on = build.keep_going && !composed.findings.iter().any(is_empty);
    if has_error(&composed.findings) && !goes_on {
        drop(bar);
        shell.brief_findings(&composed.findings, build.verbose);
        return Ok(nothing_written(shell, &composed.findings));
    }
    // Compare with the work tree, wherever the posts were read from: it has the edits that must not be lost.
    let outputs = outputs::outputs(&project, &composed, &source::worktree(shell)?)?;
    let mut findings = composed.findings.clone();
    let mut notes = outputs.notes.clone();
    notes.extend(stale::ignored(&project, &composed, tree.as_ref()));
    let notes = project.config.apply_levels(notes);
    // A pending draft does not stop the build; a secret in one does.
    let stopped = notes.iter().any(|note| secrets::RULES.contains(&note.rule));
    findings.extend(notes);
    let took = bar.finish();
    shell.brief_findings(&findings, build.verbose);
    let wrong = has_error(&findings);
    if stopped && !build.keep_going {
        return Ok(nothing_written(shell, &findings));
    }
    if build.diff && shell.for_people() {
        text(&visible_lines(&stale::diff(&outputs.plan)));
    }
    if build.verbose {
        for (path, by) in &composed.held {
            shell.say(&visible(&format!("{path}: held back by {by}")));
        }
        for reason in why::reasons(&outputs.plan) {
            shell.say(&visible(&reason));
        }
    }
    outputs.plan.apply(&lock)?;
    let left_out = composed.left_out(&findings);
    shell.say(&(summary(&composed, &outputs.plan, &outputs.kept, left_out) + &took));
    if !build.fail_on_change && build.from.from == "worktree" && shell.is_in_git() {
        let mut sources = untracked_sources(&project)?;
        sources.extend(untracked.iter().filter_map(Finding::file).map(str::to_owned));
        say_what_to_add(shell, &project, tree.as_ref(), &outputs.plan, &sources);
    }
    if build.fail_on_change {
        // Written files are not staged yet, so compare with the tree that the posts came from.
        let plan = outputs::outputs(&project, &composed, tree.as_ref())?.plan;
        let paths = to_commit(plan.changed().chain(outputs.plan.changed()), tree.as_ref());
        if !paths.is_empty() {
            complain("the outputs were not current; they are now. Add them and commit again:");
            complain(&add_line(shell, &paths));
            return Ok(Exit::Wrong);
        }
    }
    Ok(Exit::of(wrong))
}

/// Moves the drafts of renamed posts; whether there were any.
fn move_drafts(
    shell: &Shell,
    project: &Project<'_>,
    composed: &Composed,
    lock: &Lock,
) -> Result<bool, Stop> {
    let tree = source::worktree(shell)?;
    let moved = Moved::find(project, composed, &tree)?;
    moved.plan(project, &tree)?.apply(lock)?;
    for (from, to) in &moved.folders {
        shell.say(&visible(&format!("{from}: moved to {to}, with its post")));
    }
    Ok(!moved.folders.is_empty())
}

/// The configuration, that of the site's generator, and the folder of the posts before the first `git add`,
/// where git does not track them: without them no commit gives the outputs.
fn untracked_sources(project: &Project<'_>) -> Result<Vec<String>, Stop> {
    let mut sources = Vec::new();
    let Context { dialect, facts, .. } = &project.context;
    let site = (dialect.configurations.iter()).map(|name| under(&facts.root, name));
    for path in [config::FILE, PEOPLE].map(str::to_owned).into_iter().chain(site) {
        if project.tree.git_status(&path)?.untracked.contains(&path) {
            sources.push(path);
        }
    }
    let dir = &project.config.posts.dir;
    let untracked = project.tree.git_status(dir)?.untracked;
    let files = project.tree.list(dir)?;
    let is_new = |file: &Entry| untracked.contains(&file.path);
    if !dir.is_empty() && !files.is_empty() && files.iter().all(is_new) {
        sources.push(dir.clone());
    }
    Ok(sources)
}

/// The changed files that belong into a commit: neither texts that wait for their author, nor what git ignores.
fn to_commit<'p>(changed: impl Iterator<Item = &'p str>, tree: &dyn Tree) -> Vec<&'p str> {
    let is_output = |path: &&str| !path.ends_with(outputs::PENDING);
    let mut paths: Vec<&str> = changed.filter(is_output).collect();
    paths.sort_unstable();
    paths.dedup();
    let ignored = tree.ignored(&paths);
    paths.retain(|path| !ignored.contains(*path));
    paths
}

/// Prints how to commit the written files, together with sources that git does not track.
fn say_what_to_add<'a>(
    shell: &Shell,
    project: &'a Project<'_>,
    tree: &dyn Tree,
    plan: &'a Plan,
    sources: &'a [String],
) {
    let mut folders = stale::folders(project, &to_commit(plan.changed(), tree));
    folders.extend(sources.iter().map(String::as_str));
    if !folders.is_empty() {
        shell.say(&format!("to commit: {}", add_line(shell, &folders)));
    }
}

/// Removes findings about untracked posts: the closing line already names them.
fn take_untracked(composed: &mut Composed) -> Vec<Finding> {
    let is_untracked = |finding: &mut Finding| {
        finding.rule == &UNTRACKED_POST
            && finding.level < Level::Error
            && finding.file() != Some(config::FILE)
    };
    composed.findings.extract_if(.., is_untracked).collect()
}

/// The `git add` line, relative to the folder where the command was called.
fn add_line(shell: &Shell, paths: &[&str]) -> String {
    let root_from_here = shell::inside(&shell.root, &shell.here);
    let up = || -> PathBuf {
        match shell.here.strip_prefix(&shell.root) {
            Ok(below) => below.iter().map(|_| "..").collect(),
            Err(_) => shell.root.clone(),
        }
    };
    let from_here = |path: &&str| match &root_from_here {
        Some(folder) => under(folder, path),
        None => up().join(path).to_string_lossy().into_owned(),
    };
    let paths: Vec<String> = paths.iter().map(from_here).collect();
    git_add(paths.iter().map(String::as_str))
}

fn nothing_written(shell: &Shell, findings: &[Finding]) -> Exit {
    shell.say(&format!("{}; nothing is written", tally(findings)));
    Exit::Wrong
}

/// "4 posts, 3 talks"
pub(super) fn understood(composed: &Composed) -> String {
    let posts = plural(composed.posts, "post");
    let talks = plural(composed.talks, "talk");
    format!("{posts}, {talks}")
}

/// "; 2 recaps without a talk; 3 files not published"
pub(super) fn without(composed: &Composed) -> String {
    let mut line = String::new();
    if composed.without_talks > 0 {
        let recaps = plural(composed.without_talks, "recap");
        let _ = write!(line, "; {recaps} without a talk");
    }
    if composed.unpublished > 0 {
        let files = plural(composed.unpublished, "file");
        let _ = write!(line, "; {files} not published");
    }
    line
}

/// "9 posts, 14 talks: 3 feeds of 9 entries, 45 drafts; 2 files written"
fn summary(
    composed: &Composed,
    plan: &Plan,
    kept: &BTreeMap<&str, usize>,
    left_out: usize,
) -> String {
    let mut line = format!(
        "{}: {} of {}, {}",
        understood(composed),
        plural(composed.feeds.len(), "feed"),
        plural(composed.entries, "entry"),
        plural(composed.drafts.len(), "draft"),
    );
    if !kept.is_empty() {
        let kept: Vec<String> =
            kept.iter().map(|(state, count)| format!("{count} {state}")).collect();
        let _ = write!(line, " (kept: {})", kept.join(", "));
    }
    if !composed.cards.is_empty() {
        let _ = write!(line, ", {}", plural(composed.cards.len(), "card"));
    }
    match plan.write.len() {
        0 => line.push_str("; everything was current"),
        count => _ = write!(line, "; {} written", plural(count, "file")),
    }
    line.push_str(&without(composed));
    if left_out > 0 {
        let _ = write!(line, "; {} left out", plural(left_out, "bad post"));
    }
    line
}
