//! Reports posts that look like recaps but in which no talk was found.

use super::Project;
use crate::command_line;
use crate::generator::Field;
use crate::post::Post;
use crate::post::front_matter::{self, Format};
use crate::recap::{self, Recap};
use crate::report::Finding;
use crate::rules::outputs::{DOUBTFUL_SESSION, NO_SESSIONS};

/// Reports a recap without talks, with the front matter lines that would name one.
pub(super) fn missing(project: &Project<'_>, post: &Post, recap: &Recap) -> Option<Finding> {
    let title = post.head.title.as_ref()?;
    let is_settled = !recap.sessions.is_empty() || post.head.sessions.is_some();
    if is_settled || !(recap.is_recap || recap::reads_like_one(&title.value, &recap.language)) {
        return None;
    }
    let event = (recap.event.name.as_ref()).or(recap.doubtful.event.name.as_ref());
    let event = event.map_or(title.value.as_str(), |name| name.value.as_str());
    let shown = match recap.doubtful.sessions.len() {
        0 => None,
        1 => Some("a possible one and the lines that confirm it".to_owned()),
        count => Some(format!("{count} possible ones and the lines that confirm them")),
    };
    let possible = shown.map_or_else(String::new, |shown| {
        format!("`afterword inspect {}` shows {shown}; or ", command_line::path(post.source.path()))
    });
    let at = if title.range.is_empty() { post.source.start() } else { post.span(&title.range) };
    let message = "this post reads like a recap, but no talk was found in it";
    Some(Finding::new(&NO_SESSIONS, message).at(at).help(possible + &lines(project, post, event)))
}

/// Reports that beside the talks of a recap there are others that no draft uses, and what else is in doubt.
pub(super) fn doubtful(post: &Post, recap: &Recap) -> Option<Finding> {
    let first = recap.doubtful.sessions.first()?;
    if recap.sessions.is_empty() || post.head.sessions.is_some() {
        return None;
    }
    let message = match recap.doubtful.sessions.len() {
        1 => "this may be a talk too; no draft names it".to_owned(),
        count => format!(
            "{count} more passages may be talks, of which this is the first; no draft names them"
        ),
    };
    let mut others = recap::questions(post, recap);
    others.retain(|question| question.range != first.range);
    let confirm = if others.is_empty() { "it" } else { "them" };
    let help = format!(
        "`afterword inspect {}` shows the lines that confirm {confirm}",
        command_line::path(post.source.path())
    );
    let finding = Finding::new(&DOUBTFUL_SESSION, message).at(post.span(&first.range)).help(help);
    let also = |finding: Finding, other: recap::Question| {
        finding.also(post.span(&other.range), other.text)
    };
    Some(others.into_iter().fold(finding, also))
}

/// The two lines, in the syntax of the post's own front matter.
fn lines(project: &Project<'_>, post: &Post, event: &str) -> String {
    let dialect = project.context.dialect;
    let format = front_matter::format(post.source.text(), dialect.header_lines);
    if format == Format::Header {
        return format!(
            "write `Event: {event}`, and a line a talk in the text: `- **Speaker** - *Title*`"
        );
    }
    let key = |field, fallback| dialect.home(field).unwrap_or(("", fallback));
    let (table, event_key) = key(Field::Event, "event");
    let (_, sessions_key) = key(Field::Sessions, "sessions");
    let place = front_matter::place(table);
    let comma = if table.is_empty() { "" } else { "," };
    let name = front_matter::quoted(event);
    let yaml = r#"[{speakers: ["…"], title: "…"}]"#;
    let toml = r#"[{speakers = ["…"], title = "…"}]"#;
    let json = r#"[{"speakers": ["…"], "title": "…"}]"#;
    let other = if format == Format::Json { json } else { toml };
    let sessions = format.line(sessions_key, yaml, other);
    let lines = if post.head.event.is_some() {
        format!("`{sessions}`")
    } else {
        format!("`{}` and `{sessions}`", format.line(event_key, &name, &name))
    };
    format!("write {place}{comma} {lines}, or a line a talk in the text: `- **Speaker** - *Title*`")
}
