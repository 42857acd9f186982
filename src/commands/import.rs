//! `afterword import`: a pasted text, a saved page or a feed becomes posts.

use std::fmt::Write as _;

use serde_json::json;

use super::shell::{Exit, Shell, line, plural, text};
use super::source;
use crate::cli::Import;
use crate::import::{self, File, Imported, Kind, Place, rules};
use crate::post::date::{self, Written};
use crate::project::{Project, Stop};
use crate::report::Finding;

pub(super) fn run(shell: &Shell, asked: &Import) -> Result<Exit, Stop> {
    let tree = source::worktree(shell)?;
    let project = Project::open(&tree)?;
    let given = asked.date.as_deref().map(day).transpose()?;
    let bytes = source::read(&asked.file)?;
    let import = import::read(&asked.file, &bytes, given, &project.context)
        .map_err(|why| Stop::Failed(format!("{}: {why}", asked.file)))?;
    let place = Place {
        dir: &project.config.posts.dir,
        context: &project.context,
        site: &project.config.site.url,
        undated: false,
    };
    let (files, missing) = import.files(place);
    let mut findings = import.findings;
    findings.extend(missing);
    let files: Vec<(File, &Imported)> =
        files.into_iter().map(|(file, index)| (file, &import.posts[index])).collect();
    let there = if asked.stdout {
        Vec::new()
    } else if import.kind == Kind::Feed {
        source::add(shell, files.iter().map(|(file, _)| (file.path.as_str(), file.text.as_str())))?
    } else {
        for (file, _) in &files {
            source::create(shell, &file.path, &file.text)?;
        }
        Vec::new()
    };
    findings.extend(there.iter().map(|path| {
        let message = "the post is there already and is left as it is";
        Finding::new(&rules::ALREADY_THERE, message).in_file(path.as_str())
    }));
    shell.findings(&project.config.apply_levels(findings));
    for (file, post) in &files {
        let is_new = !there.contains(&file.path);
        show(shell, asked, file, post, is_new, files.len());
    }
    if import.kind == Kind::Feed {
        let others: usize = import.others.values().sum();
        let drafts = files.iter().filter(|(_, post)| post.is_draft).count();
        let mut more = String::new();
        if drafts > 0 {
            let _ = write!(more, ", {drafts} of them not public yet");
        }
        if others > 0 {
            let kinds = import.others.iter();
            let kinds: Vec<String> = kinds.map(|(kind, count)| format!("{count} {kind}")).collect();
            let _ = write!(more, "; {others} left out: {}", kinds.join(", "));
        }
        shell.say(
            &(format!(
                "{} of {} in {}",
                plural(files.len() - there.len(), "new post"),
                plural(import.posts.len() + others, "entry"),
                asked.file
            ) + &more),
        );
    }
    Ok(if files.is_empty() && !import.posts.is_empty() { Exit::Failed } else { Exit::Clean })
}

/// Reports the result for a post, or prints it.
fn show(shell: &Shell, asked: &Import, file: &File, post: &Imported, is_new: bool, of: usize) {
    if !shell.for_people() {
        let mut report = json!({
            "post": file.path,
            "title": post.title,
            "date": post.date.map(|date| date.day.to_string()),
            "draft": post.is_draft,
            "written": is_new && !asked.stdout,
        });
        if asked.stdout {
            report["text"] = file.text.as_str().into();
        }
        line(&report.to_string());
    } else if asked.stdout {
        if of > 1 {
            line(&format!("==> {} <==", file.path));
        }
        text(&file.text);
    } else if is_new {
        shell.say(&format!("{}: written", file.path));
    }
}

/// A date given on the command line, in any unambiguous form.
fn day(text: &str) -> Result<Written, Stop> {
    date::parse(text)
        .map_err(|_| Stop::Failed(format!("{text:?} is not a date; write it as 2020-02-24")))
}
