//! Feeds in the tree that are no longer outputs.

use std::collections::{BTreeMap, BTreeSet};

use super::feeds::is_ours;
use super::{Composed, Project, Stop};
use crate::feed::FORMATS;
use crate::output::Plan;
use crate::report::{Finding, Source};
use crate::rules::outputs::LEFTOVER_FEED;
use crate::tree::{Tree, below};

/// Why a feed is left over; one finding for each reason.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Cause {
    /// The folder has no outputs: a tag, a language or a setting is gone.
    Folder(String),
    /// The folder has other outputs: its format is gone.
    Format(String),
}

/// A finding for each reason why `tree` has left-over feeds.
///
/// # Errors
/// The folder cannot be read.
pub(super) fn findings(
    plan: &Plan,
    composed: &Composed,
    project: &Project<'_>,
    tree: &dyn Tree,
) -> Result<Vec<Finding>, Stop> {
    let folder = &project.config.feeds.dir;
    let paths = plan.left_over(tree, folder, |path| below(path, folder).is_some_and(is_ours))?;
    let written: BTreeSet<&str> = composed.feeds.iter().map(|feed| &*feed.path).collect();
    let mut causes: BTreeMap<Cause, Vec<String>> = BTreeMap::new();
    for path in paths {
        let cause = cause(&path, folder, &written);
        causes.entry(cause).or_default().push(path);
    }
    let mut findings = Vec::new();
    for (cause, paths) in &causes {
        let holds_others = match cause {
            Cause::Folder(folder) => tree.list(folder)?.len() > paths.len(),
            Cause::Format(_) => true,
        };
        findings.push(finding(cause, paths, holds_others));
    }
    Ok(findings)
}

/// The outermost folder without outputs of a feed, or else its format.
fn cause(path: &str, feeds: &str, written: &BTreeSet<&str>) -> Cause {
    let ends = path.match_indices('/').map(|(at, _)| at);
    let mut folders = ends.filter(|end| *end > feeds.len()).map(|end| &path[..=end]);
    let is_unused = |folder: &&str| {
        let next = written.range(*folder..).next();
        !next.is_some_and(|next| next.starts_with(folder))
    };
    folders.find(is_unused).map_or_else(
        || Cause::Format(path.rsplit('/').next().unwrap_or_default().to_owned()),
        |folder| Cause::Folder(folder.trim_end_matches('/').to_owned()),
    )
}

fn finding(cause: &Cause, paths: &[String], holds_others: bool) -> Finding {
    let at = Source::new(paths.first().map_or("", |path| path), "").start();
    let message = match paths.len() {
        1 => "nothing writes this feed any more".to_owned(),
        count => format!("nothing writes {count} feeds any more; this is one of them"),
    };
    let help = match cause {
        Cause::Folder(folder) if !holds_others => format!("delete `{folder}`"),
        Cause::Folder(_) => format!("delete `{}`", paths.join("`, `")),
        Cause::Format(file) => {
            let delete = match paths {
                [_] => "delete it".to_owned(),
                _ => format!("delete every `{file}`"),
            };
            let format = FORMATS.iter().find(|format| format.file_name == file);
            let add = format.map(|it| format!(", or add `\"{}\"` to `[feeds] formats`", it.name));
            delete + &add.unwrap_or_default()
        }
    };
    Finding::new(&LEFTOVER_FEED, message).at(at).help(help)
}
