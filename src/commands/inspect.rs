//! `afterword inspect`: what was understood in a post.

use super::posts::{self, NamedPost};
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
            let before = named.post.source.text().to_owned();
            let is_in_doubt = !recap::questions(&named.post, &recap).is_empty();
            let talks = recap::left_out(&named.post, &recap);
            let talks = talks.map(|reason| format!("the talks ({reason})"));
            let left = is_in_doubt.then(|| "what is in doubt".to_owned()).into_iter().chain(talks);
            let left = left.collect::<Vec<_>>().join(" and ");
            understood.push((named.given, before, left, after));
        }
    })?;
    for (given, before, left, after) in understood {
        let is_written = after.is_some();
        if let Some(after) = after {
            source::replace(shell, given, &before, after)?;
        }
        let all = "what was understood is now in the front matter";
        let said = match (is_written, left.as_str()) {
            (true, "") => all.to_owned(),
            (true, left) => format!("{all}, except for {left}"),
            (false, "") => {
                "there is nothing to add to the front matter, or it cannot be extended".to_owned()
            }
            (false, left) => format!("nothing is written; left out: {left}"),
        };
        shell.say(&format!("{given}: {said}"));
    }
    Ok(if all { Exit::of(wrong) } else { Exit::Failed })
}

fn show(shell: &Shell, named: &NamedPost<'_>, recap: &Recap) {
    let post = &named.post;
    if shell.format == Format::Json {
        line(&recap::json::inspect(named.given, Some((post, recap)), &named.findings));
    } else {
        shell.findings(&named.findings);
        line(&recap::show::inspect(post, recap));
    }
}
