//! `afterword inspect`: what was understood in a post.

use super::posts::{self, Named};
use super::shell::{Exit, Shell, line};
use crate::cli::{Format, Inspect};
use crate::project::{Project, Stop};
use crate::recap;
use crate::report::has_error;

pub(super) fn run(shell: &Shell, inspect: &Inspect) -> Exit {
    attempt(shell, inspect).unwrap_or_else(|stop| shell.stop(&stop))
}

fn attempt(shell: &Shell, inspect: &Inspect) -> Result<Exit, Stop> {
    let mut wrong = false;
    let all = posts::read(shell, &inspect.posts, |project, named| {
        wrong |= has_error(&named.findings);
        show(shell, project, &named);
    })?;
    Ok(match (all, wrong) {
        (false, _) => Exit::Failed,
        (true, true) => Exit::Wrong,
        (true, false) => Exit::Clean,
    })
}

fn show(shell: &Shell, project: &Project<'_>, named: &Named<'_>) {
    let document = project.document(&named.post);
    let recap = recap::understand(&named.post, &document);
    if shell.format == Format::Json {
        line(&recap::json::inspect(
            named.given,
            Some((&named.post, &recap)),
            &named.findings,
        ));
    } else {
        shell.findings(&named.findings);
        line(&recap::show::inspect(&named.post, &recap));
    }
}
