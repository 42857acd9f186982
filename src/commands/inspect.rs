//! `afterword inspect`: what was understood in a post.

use super::posts::{self, Named};
use super::shell::{Exit, Shell, line};
use super::source;
use crate::cli::{Format, Inspect};
use crate::markdown::Place;
use crate::project::Stop;
use crate::recap::{self, Recap};
use crate::report::has_error;

pub(super) fn run(shell: &Shell, inspect: &Inspect) -> Result<Exit, Stop> {
    let mut wrong = false;
    let mut understood = Vec::new();
    let all = posts::read(shell, &inspect.posts, |project, named| {
        wrong |= has_error(&named.findings);
        let document = project.document(&named.post, Place::new(&named.link, ""));
        let recap = recap::understand(&named.post, &document);
        show(shell, &named, &recap);
        if inspect.write {
            let after = recap::write_back(&named.post, &recap);
            understood.push((named.given, named.post.source.text().to_owned(), after));
        }
    })?;
    for (given, before, after) in understood {
        if let Some(after) = after {
            source::replace(shell, given, &before, after)?;
            shell.say(&format!("{given}: what was understood is now in the front matter"));
        } else {
            shell.say(&format!("{given}: the front matter says it all"));
        }
    }
    Ok(if all { Exit::of(wrong) } else { Exit::Failed })
}

fn show(shell: &Shell, named: &Named<'_>, recap: &Recap) {
    let post = &named.post;
    if shell.format == Format::Json {
        line(&recap::json::inspect(named.given, Some((post, recap)), &named.findings));
    } else {
        shell.findings(&named.findings);
        line(&recap::show::inspect(post, recap));
    }
}
