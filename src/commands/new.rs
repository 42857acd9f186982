//! `afterword new`: a recap post to fill in.

use chrono::NaiveDate;

use super::shell::{Exit, Shell};
use super::source;
use crate::cli::New;
use crate::config::Limit;
use crate::generator::skeleton::{Form, Neighbour, place_beside};
use crate::post::date::readings;
use crate::post::names::slug;
use crate::project::{Project, Stop, window};
use crate::tree::under;

pub(super) fn run(shell: &Shell, new: &New) -> Result<Exit, Stop> {
    let title = new.title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() {
        return Err(Stop::Failed("the title must not be empty".to_owned()));
    }
    let tree = source::worktree(shell)?;
    let mut project = Project::open(&tree)?;
    let date = match &new.date {
        None => super::today(),
        Some(text) => NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| {
            let meant = readings(text, None);
            let help = match meant.as_slice() {
                [] => "write it as YYYY-MM-DD".to_owned(),
                meant => format!("write `--date {}`", meant.join("` or `--date ")),
            };
            Stop::Failed(format!("{text:?} is not a valid date; {help}"))
        })?,
    };
    project.config.feeds.limit = Limit::Newest(1);
    project.config.feeds.archive = false;
    let newest = window::newest(&project)?;
    let dialect = project.context.dialect;
    let name = match slug(&title) {
        name if name.is_empty() => "post".to_owned(),
        name => name,
    };
    let dir = &project.config.posts.dir;
    let (form, inner) = match &newest {
        Some(ready) => {
            let neighbour = Neighbour {
                key: &ready.post.key,
                path: ready.post.source.path(),
                is_bundle: ready.bundle.is_some(),
                day: ready.published.date_naive(),
            };
            let form = Form::like(&ready.post, dialect);
            (form, place_beside(neighbour, &name, date))
        }
        None => (Form::of(dialect), first(&project, &name, date)),
    };
    let path = under(dir, &inner);
    source::create(shell, &path, &form.skeleton(&title, date))?;
    shell.say(&format!("{path}: fill it in, then run `afterword build`"));
    Ok(Exit::Clean)
}

/// The file of a site's first post.
fn first(project: &Project<'_>, name: &str, date: NaiveDate) -> String {
    let dialect = project.context.dialect;
    let file = if (dialect.dates_in_names)(&project.context.facts) {
        format!("{date}-{name}.md")
    } else {
        format!("{name}.md")
    };
    let dir = &project.config.posts.dir;
    // A generator's content folder has pages too; its posts are in a subfolder.
    let is_content = !dir.is_empty() && *dir == project.context.facts.content;
    let folders = if is_content && dialect.name == "hugo" {
        ["posts/", "", "_posts/"]
    } else {
        ["", "_posts/", "posts/"]
    };
    let place = |folder: &&str| (dialect.is_post)(dir, &format!("{folder}{file}"));
    let folder = folders.iter().find(|folder| place(folder)).unwrap_or(&"");
    format!("{folder}{file}")
}
