//! `afterword new`: a recap post to fill in.

use chrono::NaiveDate;

use super::shell::{Exit, Shell};
use super::source;
use crate::cli::New;
use crate::post::names::slug;
use crate::project::{Project, Stop};

pub(super) fn run(shell: &Shell, new: &New) -> Exit {
    attempt(shell, new).unwrap_or_else(|stop| shell.stop(&stop))
}

fn attempt(shell: &Shell, new: &New) -> Result<Exit, Stop> {
    let tree = source::worktree(shell)?;
    let project = Project::open(&tree)?;
    let date = match &new.date {
        None => super::today(),
        Some(text) => NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map_err(|_| Stop::Failed(format!("{text:?} is no date; write it as 2026-02-24")))?,
    };
    let path = format!(
        "{}/{date}-{}.md",
        project.config.posts.dir,
        slug(&new.title)
    );
    source::create(shell, &path, &skeleton(&new.title, date))?;
    shell.say(&format!("{path}: fill it in, then run `afterword build`"));
    Ok(Exit::Clean)
}

fn skeleton(title: &str, date: NaiveDate) -> String {
    let title = serde_json::Value::from(title).to_string();
    format!(
        "---
title: {title}
date: {date}
tags: []
event:
  name: \"\"          # with the year, as in PyCascades 2020
  start: {date}
  place: \"\"
  hashtags: []
# image:
#   src: photo.jpg
#   alt: What the picture shows
#   credit: Who took it
---

<!-- Where you were, and why it was worth the journey. -->

<!-- One line a talk: - **Speaker** - *Title of the talk*. What you took home from it. -->

<!-- What readers can do next: watch the recordings, come to the next meetup. -->
"
    )
}
