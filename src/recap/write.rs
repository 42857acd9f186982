//! Writes what was understood into the front matter, for editing.

use std::fmt::Write as _;

use super::{Doubtful, Event, Recap, Session, Understood};
use crate::post::Post;
use crate::post::front_matter::{self, Format, Parts, quoted};

/// The post's text with the event, sessions and takeaway in its front matter; every other byte stays.
/// Existing keys are left alone. `None` where there is nothing to add.
///
/// Doubtful values beside sure ones are written as comments, for the author to confirm. JSON has no comments:
/// there the list of sessions is left out as long as one is doubtful, since it would deny that one.
///
/// A post without front matter gets one. `Key: value` headers cannot have lists: they get the
/// event's name and the takeaway, but no sessions.
pub fn write_back(post: &Post, recap: &Recap) -> Option<String> {
    let (event, sessions) = with_doubtful(recap);
    let takeaway = recap.takeaway.as_ref().filter(|_| recap.is_recap);
    let new = New {
        doubtful: Some(&recap.doubtful),
        event: Some(&event).filter(|_| !recap.event.is_empty()),
        sessions: Some(sessions.as_slice()).filter(|_| !recap.sessions.is_empty()),
        takeaway: takeaway.map(|takeaway| takeaway.value.as_str()),
    };
    extended(post, new)
}

/// The post's text with all sessions in its front matter except this doubtful one, about which
/// [`questions`](super::questions) asks no more then; other doubtful ones are comments. `None` where the front
/// matter lists sessions, or cannot, or where an empty list would deny other doubtful ones.
pub fn without(post: &Post, recap: &Recap, session: &Session) -> Option<String> {
    let mut rest = recap.clone();
    rest.doubtful.sessions.retain(|other| other != session);
    if rest.sessions.is_empty() && !rest.doubtful.sessions.is_empty() {
        return None;
    }
    let (_, sessions) = with_doubtful(&rest);
    let new = New {
        doubtful: Some(&recap.doubtful),
        event: None,
        sessions: Some(&sessions),
        takeaway: None,
    };
    extended(post, new)
}

/// The post's text with these additions but those of keys that its front matter has.
fn extended(post: &Post, mut new: New<'_>) -> Option<String> {
    let text = post.source.text();
    let parts = parts(post)?;
    let values = front_matter::parse(text, &parts);
    if !values.faults.is_empty() || (parts.format.is_some() && !parts.closed) {
        // Unreadable front matter cannot be extended.
        return None;
    }
    let head = text.get(parts.head.clone()).unwrap_or_default();
    let first =
        head.lines().find(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    let is_block = first.is_none_or(|line| !line.starts_with([' ', '\t', '{']));
    if parts.format == Some(Format::Yaml) && !is_block {
        // Keys below a mapping that is indented, or in braces, are not valid YAML.
        return None;
    }
    let lacks = |key: &str| !values.pairs.iter().any(|pair| pair.key.eq_ignore_ascii_case(key));
    let is_sure = new.sure_sessions().count() == new.sessions.unwrap_or_default().len();
    let can_list = cannot_list(parts.format, is_sure).is_none();
    new.event = new.event.filter(|_| lacks("event"));
    new.sessions = new.sessions.filter(|_| lacks("sessions") && can_list);
    new.takeaway = new.takeaway.filter(|_| lacks("takeaway"));
    if new.event.is_none() && new.sessions.is_none() && new.takeaway.is_none() {
        return None;
    }
    let edits = new.edits(text, &parts);
    let crlf = text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
    let mut out = String::with_capacity(text.len() + 1000);
    let mut from = 0;
    for (at, addition) in edits {
        out.push_str(text.get(from..at)?);
        if crlf {
            out.push_str(&addition.replace('\n', "\r\n"));
        } else {
            out.push_str(&addition);
        }
        from = at;
    }
    out.push_str(text.get(from..)?);
    (out != text).then_some(out)
}

/// The parts of a post; `Key: value` lines are a front matter only if the post was read so.
fn parts(post: &Post) -> Option<Parts> {
    let split = |headers| front_matter::split(post.source.text(), headers);
    [false, true].map(split).into_iter().find(|parts| parts.body == post.body)
}

/// Why a front matter cannot list sessions, of which some may be doubtful.
fn cannot_list(format: Option<Format>, is_sure: bool) -> Option<&'static str> {
    match format {
        Some(Format::Header) => Some("`Key: value` lines have no lists"),
        Some(Format::Json) if !is_sure => Some("JSON has no comments for those in doubt"),
        _ => None,
    }
}

/// Why the sure sessions are left out of the front matter.
pub fn left_out(post: &Post, recap: &Recap) -> Option<&'static str> {
    let is_missing = post.head.sessions.is_none() && !recap.sessions.is_empty();
    let format = parts(post).filter(|_| is_missing)?.format;
    cannot_list(format, recap.doubtful.sessions.is_empty())
}

/// How many doubtful values are comments in the front matter.
pub(super) fn comments(post: &Post) -> usize {
    let head = post.source.text().get(..post.body.start).unwrap_or_default();
    head.matches(IN_DOUBT).count()
}

/// Sure and doubtful values together, in the order of the text.
fn with_doubtful(recap: &Recap) -> (Event, Vec<Session>) {
    let mut event = recap.event.clone();
    let doubtful = &recap.doubtful.event;
    event.name = event.name.or_else(|| doubtful.name.clone());
    event.place = event.place.or_else(|| doubtful.place.clone());
    if event.start.is_none() {
        event.start.clone_from(&doubtful.start);
        event.end = event.end.or_else(|| doubtful.end.clone());
    }
    if event.hashtags.is_empty() {
        event.hashtags.clone_from(&doubtful.hashtags);
    }
    let mut sessions = recap.sessions.clone();
    sessions.extend(recap.doubtful.sessions.iter().cloned());
    sessions.sort_by_key(|session| session.range.start);
    (event, sessions)
}

/// The front matter that would confirm the doubtful values, in the format of the post's own: a table
/// `event` with these fields, or a list `sessions` with these entries.
pub(super) fn settling(post: &Post, event: Option<&Event>, sessions: &[Session]) -> String {
    let format = parts(post).and_then(|parts| parts.format);
    let new = New {
        doubtful: None,
        event,
        sessions: Some(sessions).filter(|sessions| !sessions.is_empty()),
        takeaway: None,
    };
    match format {
        None | Some(Format::Yaml) => new.yaml(),
        Some(Format::Toml) => new.toml(),
        Some(Format::Json) => new.json(),
        Some(Format::Header) => new.header(),
    }
}

impl Event {
    /// Whether no field of the event is known.
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The additions.
struct New<'a> {
    /// The doubtful ones, which become comments.
    doubtful: Option<&'a Doubtful>,
    event: Option<&'a Event>,
    /// An empty list says that there are none.
    sessions: Option<&'a [Session]>,
    takeaway: Option<&'a str>,
}

/// A key and its formatted value.
type Field = (&'static str, String);

/// The comment above a doubtful value.
const IN_DOUBT: &str = "# in doubt; to confirm it, remove the `# ` below";

/// Lines; where they are doubtful, as a comment, indented like the first, that says how to confirm them.
fn marked(doubtful: bool, lines: String) -> String {
    if !doubtful {
        return lines;
    }
    let indent = lines.len() - lines.trim_start_matches(' ').len();
    let (indent, _) = lines.split_at(indent);
    let mut out = format!("{indent}{IN_DOUBT}\n");
    for line in lines.lines() {
        let rest = line.strip_prefix(indent).unwrap_or(line);
        let _ = writeln!(out, "{indent}# {rest}");
    }
    out
}

impl New<'_> {
    /// The insertions with their positions, in order.
    fn edits(&self, text: &str, parts: &Parts) -> Vec<(usize, String)> {
        let Parts { head, .. } = parts;
        let at_end = |phrase: String| {
            let before = text.get(..head.end).unwrap_or_default();
            let open = !head.is_empty() && !before.ends_with('\n');
            (head.end, if open { format!("\n{phrase}") } else { phrase })
        };
        match parts.format {
            None => {
                let start = parts.fence.start.min(parts.body.start);
                vec![(start, format!("---\n{}---\n\n", self.yaml()))]
            }
            Some(Format::Yaml) => vec![at_end(self.yaml())],
            Some(Format::Header) => vec![at_end(self.header())],
            Some(Format::Toml) => {
                // A top-level key comes before every table.
                let takeaway =
                    (self.takeaway).map(|takeaway| format!("takeaway = {}\n", quoted(takeaway)));
                let none = self.sessions.is_some() && self.sure_sessions().next().is_none();
                let none = none.then(|| "sessions = []\n".to_owned());
                let top = takeaway.into_iter().chain(none);
                let top = top.map(|line| (head.start, line));
                top.chain([at_end(self.toml())]).collect()
            }
            Some(Format::Json) => {
                let open = text
                    .get(head.clone())
                    .and_then(|head| head.find('{'))
                    .map_or(head.start, |at| head.start + at + 1);
                let more = text
                    .get(open..head.end.max(open))
                    .is_some_and(|rest| !rest.trim_start().starts_with('}'));
                let comma = if more { "," } else { "\n" };
                vec![(open, format!("\n{}{comma}", self.json()))]
            }
        }
    }

    /// Whether a field of the event is doubtful.
    fn doubts(&self, field: &Field) -> bool {
        self.doubtful.is_some_and(|doubtful| event_fields(&doubtful.event).contains(field))
    }

    /// Whether a session is doubtful.
    fn doubts_session(&self, session: &Session) -> bool {
        self.doubtful.is_some_and(|doubtful| doubtful.sessions.contains(session))
    }

    /// The fields of the event that are not doubtful.
    fn sure_fields(&self) -> Option<Vec<Field>> {
        let fields = event_fields(self.event?).into_iter();
        Some(fields.filter(|field| !self.doubts(field)).collect())
    }

    /// The sessions that are not doubtful.
    fn sure_sessions(&self) -> impl Iterator<Item = &Session> {
        let sessions = self.sessions.unwrap_or_default().iter();
        sessions.filter(|session| !self.doubts_session(session))
    }

    fn yaml(&self) -> String {
        let mut out = String::new();
        if let Some(event) = self.event {
            out.push_str("event:\n");
            for field in event_fields(event) {
                let line = format!("  {}: {}\n", field.0, field.1);
                out.push_str(&marked(self.doubts(&field), line));
            }
        }
        if self.sessions.is_some() {
            let none = self.sure_sessions().next().is_none();
            out.push_str(if none { "sessions: []\n" } else { "sessions:\n" });
        }
        for session in self.sessions.unwrap_or_default() {
            let fields = session_fields(session).into_iter();
            let fields: Vec<String> =
                fields.map(|(key, value)| format!("{key}: {value}\n")).collect();
            let lines = format!("  - {}", fields.join("    "));
            out.push_str(&marked(self.doubts_session(session), lines));
        }
        if let Some(takeaway) = self.takeaway {
            let _ = writeln!(out, "takeaway: {}", quoted(takeaway));
        }
        out
    }

    fn toml(&self) -> String {
        let mut out = String::new();
        if let Some(event) = self.event {
            out.push_str("\n[event]\n");
            for field in event_fields(event) {
                let line = format!("{} = {}\n", field.0, field.1);
                out.push_str(&marked(self.doubts(&field), line));
            }
        }
        for session in self.sessions.unwrap_or_default() {
            let mut lines = "[[sessions]]\n".to_owned();
            for (key, value) in session_fields(session) {
                let _ = writeln!(lines, "{key} = {value}");
            }
            out.push('\n');
            out.push_str(&marked(self.doubts_session(session), lines));
        }
        out
    }

    fn json(&self) -> String {
        let object = |fields: Vec<Field>| {
            let fields: Vec<String> = fields
                .into_iter()
                .map(|(key, value)| {
                    // JSON does not have dates.
                    let bare = value.starts_with(|c: char| c.is_ascii_digit());
                    if bare {
                        format!("\"{key}\": \"{value}\"")
                    } else {
                        format!("\"{key}\": {value}")
                    }
                })
                .collect();
            format!("{{{}}}", fields.join(", "))
        };
        let mut lines = Vec::new();
        if let Some(fields) = self.sure_fields() {
            lines.push(format!("  \"event\": {}", object(fields)));
        }
        if let Some(sessions) = self.sessions {
            let sessions = sessions.iter();
            let sessions: Vec<String> = sessions
                .map(|session| format!("\n    {}", object(session_fields(session))))
                .collect();
            let end = if sessions.is_empty() { "" } else { "\n  " };
            lines.push(format!("  \"sessions\": [{}{end}]", sessions.join(",")));
        }
        if let Some(takeaway) = self.takeaway {
            lines.push(format!("  \"takeaway\": {}", quoted(takeaway)));
        }
        lines.join(",\n")
    }

    fn header(&self) -> String {
        let mut out = String::new();
        let doubtful = self.doubtful.is_some_and(|doubtful| doubtful.event.name.is_some());
        let name = self.event.and_then(|event| event.name.as_ref());
        if let Some(name) = name.filter(|_| !doubtful) {
            let _ = writeln!(out, "Event: {}", name.value);
        }
        if let Some(takeaway) = self.takeaway {
            let _ = writeln!(out, "Takeaway: {takeaway}");
        }
        out
    }
}

fn event_fields(event: &Event) -> Vec<Field> {
    let text = |key, field: Option<&Understood<String>>| Some((key, quoted(&field?.value)));
    let day =
        |key, field: Option<&Understood<chrono::NaiveDate>>| Some((key, field?.value.to_string()));
    let tags: Vec<&str> = event.hashtags.iter().map(|tag| tag.value.as_str()).collect();
    [
        text("name", event.name.as_ref()),
        day("start", event.start.as_ref()),
        day("end", event.end.as_ref()),
        text("place", event.place.as_ref()),
        text("url", event.url.as_ref()),
        (!tags.is_empty()).then(|| ("hashtags", list(&tags))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn session_fields(session: &Session) -> Vec<Field> {
    let text = |key, field: Option<&Understood<String>>| Some((key, quoted(&field?.value)));
    let names: Vec<&str> = session.speakers.iter().map(|name| name.value.as_str()).collect();
    [
        (!names.is_empty()).then(|| ("speakers", list(&names))),
        text("title", session.title.as_ref()),
        text("url", session.url.as_ref()),
        text("slides", session.slides.as_ref()),
        text("video", session.video.as_ref()),
        text("takeaway", session.takeaway.as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn list(items: &[&str]) -> String {
    let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
    format!("[{}]", items.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::Context;
    use crate::read;
    use crate::recap::understand;

    const BODY: &str = "Last week I attended ExampleConf 2024 in Oslo.\n\n## Talks\n\n- Looms \\& \"Loops\" by Ada Lovelace\n- Nanoseconds by Grace Hopper\n";

    fn written(head: &str) -> (String, Option<String>) {
        let text = format!("{head}{BODY}");
        let post = |text: &str| {
            read::post("a.md", text.as_bytes().to_vec(), "a", &Context::default())
                .post
                .expect("the test's post is text")
        };
        let first = post(&text);
        let recap = understand(&first, &crate::markdown::parse(&first));
        let Some(written) = write_back(&first, &recap) else {
            return (text, None);
        };
        let second = post(&written);
        assert_eq!(
            second.head.sessions.as_ref().map_or(0, Vec::len),
            recap.sessions.len(),
            "{written}"
        );
        let again = understand(&second, &crate::markdown::parse(&second));
        assert_eq!(
            again.sessions[0].title.as_ref().map(|t| &t.value),
            Some(&"Looms & \"Loops\"".to_owned())
        );
        assert_eq!(again.event.name.as_ref().map(|n| n.value.as_str()), Some("ExampleConf 2024"));
        assert_eq!(again.event.name.map(|name| name.from), Some(super::super::Origin::FrontMatter));
        assert_eq!(write_back(&second, &recap), None, "a second time changes nothing");
        (text, Some(written))
    }

    #[test]
    fn every_other_byte_stays() {
        for head in [
            "---\ntitle: \"A recap\"   # of mine\ndate: 2024-01-02\n---\n",
            "+++\ntitle = \"A recap\"\ndate = 2024-01-02\n[extra]\na = 1\n+++\n",
            "{\n  \"title\": \"A recap\", \"date\": \"2024-01-02\"\n}\n\n",
            "---\r\ntitle: A recap\r\n---\r\n",
            "# A recap of ExampleConf\n\n",
        ] {
            let (text, written) = written(head);
            let written = written.unwrap_or_default();
            assert!(written.ends_with(BODY), "{written}");
            let mut rest = written.chars();
            assert!(
                text.chars().all(|c| rest.any(|other| other == c)),
                "something is lost: {written}"
            );
        }
    }

    #[test]
    fn an_empty_list_answers_for_an_only_talk() {
        let yaml = "---\ntitle: A day\n---\n";
        for (head, wanted) in [
            (yaml, "---\ntitle: A day\nsessions: []\n---\n"),
            ("", "---\nsessions: []\n---\n\n"),
            (
                "+++\ntitle = \"A day\"\n[extra]\na = 1\n+++\n",
                "+++\nsessions = []\ntitle = \"A day\"\n[extra]\na = 1\n+++\n",
            ),
            (
                "{\n  \"title\": \"A day\"\n}\n",
                "{\n  \"sessions\": [],\n  \"title\": \"A day\"\n}\n",
            ),
        ] {
            let read = |text: &str| {
                let reading = read::post("a.md", text.into(), "a", &Context::default());
                reading.post.expect("the test's post is text")
            };
            let first = read(&format!("{head}{BODY}"));
            let mut recap = understand(&first, &crate::markdown::parse(&first));
            recap.doubtful.sessions = std::mem::take(&mut recap.sessions);
            assert_eq!(without(&first, &recap, &recap.doubtful.sessions[0]), None);
            recap.doubtful.sessions.pop();
            let only = recap.doubtful.sessions.clone();
            let written = without(&first, &recap, &only[0]).unwrap_or_default();
            assert_eq!(written, format!("{wanted}{BODY}"));
            let second = read(&written);
            let again = understand(&second, &crate::markdown::parse(&second));
            assert_eq!((again.sessions, again.doubtful.sessions), (vec![], vec![]));
        }
    }

    #[test]
    fn doubtful_values_are_comments() {
        for (head, wanted) in [
            (
                "---\ntitle: A recap\n---\n",
                r#"---
title: A recap
event:
  name: "ExampleConf 2024"
  # in doubt; to confirm it, remove the `# ` below
  # place: "Oslo"
sessions:
  # in doubt; to confirm it, remove the `# ` below
  # - speakers: ["Ada Lovelace"]
  #   title: "Looms & \"Loops\""
  - speakers: ["Grace Hopper"]
    title: "Nanoseconds"
---
"#,
            ),
            (
                "+++\ntitle = \"A recap\"\n+++\n",
                r#"+++
title = "A recap"

[event]
name = "ExampleConf 2024"
# in doubt; to confirm it, remove the `# ` below
# place = "Oslo"

# in doubt; to confirm it, remove the `# ` below
# [[sessions]]
# speakers = ["Ada Lovelace"]
# title = "Looms & \"Loops\""

[[sessions]]
speakers = ["Grace Hopper"]
title = "Nanoseconds"
+++
"#,
            ),
            (
                "{\n  \"title\": \"A recap\"\n}\n",
                "{\n  \"event\": {\"name\": \"ExampleConf 2024\"},\n  \"title\": \"A recap\"\n}\n",
            ),
        ] {
            let read = |text: &str| {
                let reading = read::post("a.md", text.into(), "2024-01-02-a", &Context::default());
                assert!(reading.findings.is_empty(), "{text}: {:?}", reading.findings);
                reading.post.expect("the test's post is text")
            };
            let first = read(&format!("{head}{BODY}"));
            let mut recap = understand(&first, &crate::markdown::parse(&first));
            recap.takeaway = None;
            recap.doubtful.event.place = recap.event.place.take();
            recap.doubtful.sessions = vec![recap.sessions.remove(0)];
            let written = write_back(&first, &recap).unwrap_or_default();
            assert_eq!(written, format!("{wanted}{BODY}"));
            assert_eq!(left_out(&first, &recap).is_some(), wanted.starts_with('{'));
            assert_eq!(comments(&read(&written)), if wanted.starts_with('{') { 0 } else { 2 });
            let confirmed = written.lines().filter(|line| !line.contains("# in doubt"));
            let confirmed: String =
                confirmed.map(|line| line.replacen("# ", "", 1) + "\n").collect();
            let sessions = if wanted.starts_with('{') { 0 } else { 2 };
            let second = read(&confirmed.replacen("# Talks", "## Talks", 1));
            assert_eq!(second.head.sessions.as_ref().map_or(0, Vec::len), sessions, "{confirmed}");
        }
    }

    #[test]
    fn existing_keys_are_kept() {
        let head = "---\ntitle: A recap\nevent: My Meetup\nsessions: []\ntakeaway: Fun.\n---\n";
        let text = format!("{head}{BODY}");
        let post = read::post("a.md", text.into_bytes(), "a", &Context::default()).post;
        let post = post.expect("the test's post is text");
        let recap = understand(&post, &crate::markdown::parse(&post));
        assert_eq!(write_back(&post, &recap), None);
    }
}
