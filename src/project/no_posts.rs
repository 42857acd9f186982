//! Reports that a project has no post or no draft, and where its posts may be.

use std::collections::BTreeSet;

#[cfg(feature = "cli")]
use super::Composed;
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
    let help = held_back(kept_back).unwrap_or_else(|| {
        format!("check whether the posts are in `{}`", project.config.posts.dir)
    });
    Finding::new(&NO_POSTS, message)
        .at(project.config.source.start())
        .help(format!("{help}; `--allow-empty` to publish an empty feed"))
}

/// Which post is held back, by what, and how many others are.
fn held_back(kept_back: &[(String, String)]) -> Option<String> {
    let ((path, by), more) = kept_back.split_first()?;
    let more = match more.len() {
        0 => String::new(),
        1 => ", and 1 more is held back".to_owned(),
        count => format!(", and {count} more are held back"),
    };
    Some(format!("`{path}` is held back by {by}{more}"))
}

/// Why there is no draft, if there is none and no post has an error.
#[cfg(feature = "cli")]
pub(crate) fn no_drafts(project: &Project<'_>, composed: &Composed) -> Option<String> {
    if !composed.drafts.is_empty() {
        return None;
    }
    let config = &project.config;
    if config.drafts.settings.wanted().next().is_none() {
        return Some("`networks` under `[drafts]` is empty".to_owned());
    }
    if composed.posts > 0 {
        return Some("the newest posts have none".to_owned());
    }
    let no_post = || format!("there is no post in `{}`", config.posts.dir);
    Some(held_back(&composed.held).unwrap_or_else(no_post))
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
