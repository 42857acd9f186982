//! `afterword inspect`: what was understood in a post.

use chrono::NaiveDate;

use super::posts::{self, NamedPost};
use super::shell::{Exit, Shell, line};
use super::source;
use crate::cli::{Format, Inspect};
use crate::command_line;
use crate::markdown::Place;
use crate::post::Post;
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
            let left = left.chain(left_out_of_event(&named.post, &recap));
            let left = left.collect::<Vec<_>>().join(" and ");
            let is_refused = after.is_none() && left.is_empty() && is_missing(&named.post, &recap);
            wrong |= is_refused;
            understood.push((named.given, before, left, after, is_refused));
        }
    })?;
    for (given, before, left, after, is_refused) in understood {
        let is_written = after.is_some();
        if let Some(after) = after {
            source::replace(shell, given, &before, after)?;
        }
        let all = "what was understood is now in the front matter";
        let said = match (is_written, left.as_str()) {
            _ if is_refused => format!(
                "nothing is written, because the front matter cannot be extended: write its keys at the start of their lines, without braces around them, and run `afterword inspect --write {}` again",
                command_line::path(given)
            ),
            (true, "") => all.to_owned(),
            (true, left) => format!("{all}, except for {left}"),
            (false, "") => "there is nothing to add to the front matter".to_owned(),
            (false, left) => format!("nothing is written; left out: {left}"),
        };
        shell.say(&format!("{given}: {said}"));
    }
    Ok(if all { Exit::of(wrong) } else { Exit::Failed })
}

/// Whether the front matter lacks something that was understood.
fn is_missing(post: &Post, recap: &Recap) -> bool {
    post.head.event.is_none() && recap.event != recap::Event::default()
        || post.head.sessions.is_none() && !recap.sessions.is_empty()
}

/// The fields that the front matter's own `event` lacks: only whole keys are added to a front matter.
fn left_out_of_event(post: &Post, recap: &Recap) -> Option<String> {
    let (own, event) = (&post.head.event.as_ref()?.value, &recap.event);
    let day = |day: &recap::Understood<NaiveDate>| day.value.to_string();
    let text = |text: &recap::Understood<String>| format!("{:?}", text.value);
    let fields = [
        ("name", own.name.is_some(), event.name.as_ref().map(text)),
        ("start", own.start.is_some(), event.start.as_ref().map(day)),
        ("end", own.end.is_some(), event.end.as_ref().map(day)),
        ("place", own.place.is_some(), event.place.as_ref().map(text)),
        ("url", own.url.is_some(), event.url.as_ref().map(text)),
    ];
    let lines: Vec<String> = (fields.into_iter().filter(|(_, is_there, _)| !is_there))
        .filter_map(|(key, _, value)| Some(format!("`{key}` {}", value?)))
        .collect();
    let fields = lines.join(", ");
    (!lines.is_empty()).then(|| format!("{fields}, which you can add to `event` by hand"))
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
