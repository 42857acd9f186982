//! `afterword draft`: changes the state of drafts.

use std::borrow::Cow;

use super::shell::{Exit, Shell, complain, plural, text};
use super::{drafts, export, from_feed, prune, source, trash};
use crate::cli::{Draft, DraftAction, DraftNames};
use crate::difference::unified;
use crate::draft::file::File;
use crate::draft::reconcile::State;
use crate::draft::{self, reconcile};
use crate::output::{Artifact, Lock, Plan};
use crate::project::draft_files::{DraftFile, draft_files};
use crate::project::{Project, Stop, compose, outputs};
use crate::report::{Source, visible, visible_lines};
use crate::tree::worktree::Worktree;
use crate::tree::{folder_of, is_under};

pub(super) fn run(shell: &Shell, draft: &Draft) -> Result<Exit, Stop> {
    match (&draft.action, &draft.feed) {
        (Some(action), _) => act(shell, action),
        (None, Some(feed)) => from_feed::drafts(shell, feed, &draft.posts),
        (None, None) if draft.posts.is_empty() => drafts::state(shell),
        (None, None) => drafts::afresh(shell, &draft.posts),
    }
}

fn act(shell: &Shell, action: &DraftAction) -> Result<Exit, Stop> {
    let tree = source::worktree(shell)?;
    let project = Project::configured(&tree)?;
    let folder = project.config.drafts.dir.clone();
    let lock = Lock::take(&shell.root, &[&folder])?;
    let prunes = matches!(action, DraftAction::Prune { .. });
    let options = compose::Options { allow_empty: !prunes, ..compose::Options::default() };
    let composed = compose(&project, options)?;
    if !prunes {
        drafts::explain_none(shell, &project, &composed);
    }
    let drafts = draft_files(&composed, &tree)?;
    let mut plan = Plan::within(outputs::places(&project.config));
    let done = match action {
        DraftAction::Diff(names) => {
            for draft in chosen(shell, &drafts, names)? {
                difference(draft);
            }
            return Ok(Exit::Clean);
        }
        DraftAction::Accept(names) => {
            let replaced = settle(shell, &drafts, names, &mut plan, &tree, reconcile::accept)?;
            for path in replaced {
                let to = trash::copy(&mut plan, &folder, path, &tree)?;
                shell.say(&format!("{}: the edited text goes to {}", visible(path), visible(&to)));
            }
            Cow::Borrowed("has the new text")
        }
        DraftAction::Keep(names) => {
            settle(shell, &drafts, names, &mut plan, &tree, reconcile::keep)?;
            Cow::Borrowed("keeps its text; the new one is dropped")
        }
        DraftAction::Approve(names) => {
            if names.drafts.is_empty() {
                return Err(which(&drafts, &folder));
            }
            for draft in chosen(shell, &drafts, names)? {
                match draft.outcome.state {
                    state @ (State::Approved | State::Posted) => {
                        shell.say(&format!("{}: is {} already", draft.path, state.name()));
                    }
                    _ => rewrite(&mut plan, &tree, draft, reconcile::approve)?,
                }
            }
            Cow::Borrowed("approved")
        }
        DraftAction::Posted { draft, urls } => {
            let urls: Vec<String> = urls.iter().map(|url| with_scheme(url)).collect();
            let draft = posted_draft(shell, &drafts, draft, &urls)?;
            let before = plan.write.len();
            rewrite(&mut plan, &tree, draft, |text| {
                reconcile::posted(text, &urls, draft.composed)
            })?;
            if plan.write.len() == before {
                shell.say(&format!("{}: is posted there already", draft.path));
            }
            Cow::Owned(posted_at(draft, &urls))
        }
        DraftAction::Export { to, network, all, names } => {
            let options = export::Options { to, networks: network, all: *all };
            return export::run(
                shell,
                &project,
                &composed,
                &chosen(shell, &drafts, names)?,
                options,
            );
        }
        DraftAction::Prune { dry_run, force } => {
            let options = prune::Options { dry_run: *dry_run, force };
            return prune::run(shell, &project, &composed, &tree, &lock, &options);
        }
    };
    let report = plan.apply(&lock)?;
    let written = report.written.iter();
    let written: Vec<&String> = written.filter(|path| !trash::has(&folder, path)).collect();
    for path in &written {
        shell.say(&format!("{path}: {done}"));
    }
    if written.len() > 1 {
        shell.say(&format!("{}: {done}", plural(written.len(), "draft")));
    }
    for path in &report.removed {
        shell.say(&format!("{path}: deleted"));
    }
    Ok(Exit::Clean)
}

/// The drafts named by file or folder, or all of them.
fn chosen<'a, 'b>(
    shell: &Shell,
    drafts: &'b [DraftFile<'a>],
    names: &DraftNames,
) -> Result<Vec<&'b DraftFile<'a>>, Stop> {
    if names.drafts.is_empty() {
        return Ok(drafts.iter().collect());
    }
    let mut chosen = Vec::new();
    for name in &names.drafts {
        let path = shell.relative(name).unwrap_or_default();
        let path = path.replace(".pending.txt", ".txt");
        let found = chosen.len();
        chosen.extend((drafts.iter()).filter(|draft| {
            let folder = folder_of(draft.path);
            // A post's file name, or more of its path, means its folder of drafts.
            let by_name = |path: &str| {
                let before = path.strip_suffix(name.trim_end_matches('/'));
                before.is_some_and(|before| before.ends_with('/'))
            };
            !path.is_empty() && is_under(draft.path, &path)
                || by_name(draft::followup::folder(folder).0)
                || by_name(folder)
                || by_name(draft.path)
        }));
        if chosen.len() == found {
            return Err(Stop::Failed(format!(
                "{name}: the newest posts have no such draft; `afterword draft` lists them"
            )));
        }
    }
    Ok(chosen)
}

/// Resolves pending drafts, with the new text or the old one; returns their paths.
fn settle<'d>(
    shell: &Shell,
    drafts: &[DraftFile<'d>],
    names: &DraftNames,
    plan: &mut Plan,
    tree: &Worktree,
    settled: impl Fn(&str, &str) -> Option<String>,
) -> Result<Vec<&'d str>, Stop> {
    let mut waiting = 0;
    let mut paths = Vec::new();
    for draft in chosen(shell, drafts, names)? {
        let Some((existing, pending)) = draft.existing.as_deref().zip(draft.waiting()) else {
            if !names.drafts.is_empty() {
                shell.say(&format!("{}: no new text waits beside it", draft.path));
            }
            continue;
        };
        waiting += 1;
        let Some(bytes) = settled(existing, pending) else {
            complain(&format!("{}: its header cannot be read, so it is left as it is", draft.path));
            continue;
        };
        let artifact = Artifact::text(draft.path, bytes);
        plan.add(artifact, tree)?;
        plan.remove(&outputs::pending_path(draft.path), tree)?;
        paths.push(draft.path);
    }
    if waiting == 0 && names.drafts.is_empty() {
        shell.say("no new text waits beside any draft; nothing is changed");
    }
    Ok(paths)
}

/// Asks which drafts, with an existing one as the example.
fn which(drafts: &[DraftFile<'_>], folder: &str) -> Stop {
    let first = drafts.first().and_then(|draft| draft.path.rsplit_once('/'));
    let first = first.map_or("KEY", |(first, _)| first);
    Stop::Failed(format!(
        "which drafts? Name files, or the folder of a post such as `{}`; `{folder}` is all of them",
        visible(first)
    ))
}

/// A URL with its scheme, which an address bar omits.
fn with_scheme(url: &str) -> String {
    if url.contains(':') || !url.contains('.') { url.to_owned() } else { format!("https://{url}") }
}

/// Where a draft was posted, and where it was posted before.
fn posted_at(draft: &DraftFile<'_>, urls: &[String]) -> String {
    let existing = draft.existing.as_deref().unwrap_or_default();
    let file = File::parse(&Source::new(draft.path, existing));
    let mut known = file.header.posted_urls;
    known.retain(|url| !urls.contains(url));
    let beside = match known.as_slice() {
        [] => String::new(),
        known => format!(
            ", besides {}; where one of them is wrong, delete it from `posted_urls`",
            known.join(", ")
        ),
    };
    format!("posted at {}{beside}", urls.join(", "))
}

/// The only draft that was posted at these URLs.
fn posted_draft<'a, 'b>(
    shell: &Shell,
    drafts: &'b [DraftFile<'a>],
    name: &str,
    urls: &[String],
) -> Result<&'b DraftFile<'a>, Stop> {
    let names = DraftNames { drafts: vec![name.to_owned()] };
    let chosen = chosen(shell, drafts, &names)?;
    let [draft] = chosen.as_slice() else {
        return Err(Stop::Failed(format!(
            "{name}: is {}; name the file of the one that was posted",
            plural(chosen.len(), "draft")
        )));
    };
    let network = draft.composed.network;
    let wrong = (urls.iter()).find(|url| !draft::network::is_post_of(network, url));
    let Some(url) = wrong else { return Ok(draft) };
    Err(Stop::Failed(format!(
        "{url:?} is not the URL of a post on {}; write it as in `{}`",
        network.title, network.post_example
    )))
}

fn rewrite(
    plan: &mut Plan,
    tree: &Worktree,
    draft: &DraftFile<'_>,
    rewritten: impl Fn(&str) -> Option<String>,
) -> Result<(), Stop> {
    let existing = draft.existing.as_deref().ok_or_else(|| {
        Stop::Failed(format!("{}: is not there yet; run `afterword build`", draft.path))
    })?;
    let bytes = rewritten(existing).ok_or_else(|| {
        Stop::Failed(format!(
            "{}: its header or that of its pending file cannot be read, or the pending file has a table that the draft does not have; fix the header, or move the table yourself",
            draft.path
        ))
    })?;
    plan.add(Artifact::text(draft.path, bytes), tree)?;
    Ok(())
}

fn difference(draft: &DraftFile<'_>) {
    let Some(existing) = draft.existing.as_deref() else { return };
    let beside = outputs::pending_path(draft.path);
    if let Some(pending) = draft.waiting() {
        text(&visible_lines(&unified((draft.path, existing), (&beside, pending))));
    } else if draft.outcome.state == State::Approved {
        let file = File::parse(&Source::new(draft.path, existing));
        if reconcile::outdated(&file, draft.composed) {
            let now = draft::file::body(&draft.composed.posts);
            let approved = draft::file::body(&file.texts());
            text(&visible_lines(&unified((draft.path, &approved), ("what the post gives", &now))));
        }
    }
}
