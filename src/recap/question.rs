//! What is too unsure for a draft, as questions to the author.

use std::ops::Range;

use super::{Event, Recap, Session, Understood, write};
use crate::post::Post;

/// A question about a doubtful value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub text: String,
    /// Bytes of the post's source that it is about.
    pub range: Range<usize>,
    /// Their line and column.
    pub position: (usize, usize),
    /// The source line.
    pub line: String,
    /// The front matter that settles it, in the format of the post's own.
    pub settled_by: String,
}

/// The questions about a post: first the event, then the sessions in the order of the text.
#[must_use]
pub fn questions(post: &Post, recap: &Recap) -> Vec<Question> {
    let mut all = Vec::new();
    let event = &recap.doubtful.event;
    let question = |text, range: &Range<usize>, settled_by| {
        let position = post.source.position(range.start);
        let line = post.source.text().lines().nth(position.0 - 1);
        Question {
            text,
            range: range.clone(),
            position,
            line: line.unwrap_or_default().to_owned(),
            settled_by,
        }
    };
    let mut ask = |text: String, range: &Range<usize>, only: Event| {
        let settled_by = write::settling(post, Some(&only), &[]);
        all.push(question(text, range, settled_by));
    };
    if let Some(name) = &event.name {
        let only = Event {
            name: event.name.clone(),
            ..Event::default()
        };
        ask(
            format!("Is the event called \"{}\"?", name.value),
            &name.range,
            only,
        );
    }
    if let Some(start) = &event.start {
        let only = Event {
            start: event.start.clone(),
            end: event.end.clone(),
            ..Event::default()
        };
        let end = event.end.as_ref().filter(|end| end.value != start.value);
        let until = end.map_or_else(String::new, |end| format!(" to {}", end.value));
        let text = format!("Was the event on {}{until}?", start.value);
        ask(text, &start.range, only);
    }
    if let Some(place) = &event.place {
        let only = Event {
            place: event.place.clone(),
            ..Event::default()
        };
        ask(
            format!("Was the event in \"{}\"?", place.value),
            &place.range,
            only,
        );
    }
    all.extend(recap.doubtful.sessions.iter().map(|session| {
        let text = format!("Is this a session: {}?", described(session));
        let settled_by = write::settling(post, None, std::slice::from_ref(session));
        question(text, &session.range, settled_by)
    }));
    all
}

/// The title and the speakers of a session.
fn described(session: &Session) -> String {
    let value = |told: &Understood<String>| told.value.clone();
    let speakers: Vec<String> = session.speakers.iter().map(value).collect();
    let title = session
        .title
        .as_ref()
        .map(|title| format!("\"{}\"", title.value));
    let speakers = (!speakers.is_empty()).then(|| speakers.join(", "));
    match (title, speakers) {
        (Some(title), Some(speakers)) => format!("{title} by {speakers}"),
        (title, speakers) => title.or(speakers).unwrap_or_default(),
    }
}
