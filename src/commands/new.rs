//! `afterword new`: a recap post to fill in.

use chrono::NaiveDate;

use super::shell::{Exit, Shell};
use super::source;
use crate::cli::New;
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

/// A file name of the title: letters and digits, joined by hyphens. A title without either gives "post".
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for character in title.to_lowercase().chars() {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() > 60 {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "post".to_owned()
    } else {
        slug.to_owned()
    }
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

Where you were, and why it was worth the journey.

## Talks

- **Speaker** - *Title of the talk*. What you took home from it.

What readers can do next: watch the recordings, come to the next meetup.
"
    )
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_are_file_names() {
        assert_eq!(slug("PyCascades 2020: a recap!"), "pycascades-2020-a-recap");
        assert_eq!(slug("🎉"), "post");
        assert_eq!(slug("Café ¿Qué?"), "café-qué");
    }
}
