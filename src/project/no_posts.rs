//! Reports that a project has no post, and where its posts may be.

use std::collections::BTreeSet;

use super::{Project, Stop};
use crate::nearly;
use crate::report::Finding;
use crate::rules::outputs::NO_POSTS;
use crate::tree::is_under;

/// Reports that a feed with published entries would become empty, and the likely cause.
pub(super) fn emptied(
    project: &Project<'_>,
    known: usize,
    kept_back: &[(String, String)],
) -> Finding {
    let message = format!("there is no post for the feed, but the published feed has {known}");
    let help = match kept_back {
        [] => format!("check whether the posts are in `{}`", project.config.posts.dir),
        [(path, by), more @ ..] => {
            let more = match more.len() {
                0 => String::new(),
                count => format!(", and {count} more are held back"),
            };
            format!("`{path}` is held back by {by}{more}")
        }
    };
    Finding::new(&NO_POSTS, message)
        .at(project.config.source.start())
        .help(format!("{help}; `--allow-empty` to publish an empty feed"))
}

/// Reports that there is no post, and where posts may be instead.
pub(super) fn no_posts(project: &Project<'_>) -> Result<Finding, Stop> {
    let dir = &project.config.posts.dir;
    let listed = project.tree.list("")?;
    let folders: BTreeSet<&str> = listed
        .iter()
        .filter(|entry| is_markdown(&entry.path))
        .filter_map(|entry| entry.path.rsplit_once('/').map(|(folder, _)| folder))
        .filter(|folder| !is_under(folder, &project.config.drafts.dir))
        .collect();
    let there = listed.iter().any(|entry| is_under(&entry.path, dir));
    let message = if there {
        format!("no file in `{dir}` is a post")
    } else {
        format!("there is no post: the folder `{dir}` is missing or empty")
    };
    let named = nearly::meant(dir, folders.iter().copied()).or_else(|| folders.first().copied());
    let help = match named {
        Some(folder) if !is_under(folder, dir) => {
            format!("if the posts are in `{folder}`, write `dir = \"{folder}\"` under `[posts]`")
        }
        _ => "`afterword new TITLE` starts a post; `--allow-empty` builds feeds without entries"
            .to_owned(),
    };
    Ok(Finding::new(&NO_POSTS, message).at(project.config.span_of("posts", "dir")).help(help))
}

/// Whether a file is Markdown by its name.
pub(crate) fn is_markdown(path: &str) -> bool {
    [".md", ".markdown", ".mdx"].iter().any(|end| path.ends_with(end))
}
