//! Questions to the author about what is too doubtful for a draft.

use std::ops::Range;

use super::{Event, Recap, Session, Understood, write};
use crate::post::Post;

/// A question about a doubtful value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub text: String,
    /// Its bytes in the post's source.
    pub range: Range<usize>,
    /// Their line and column.
    pub position: (usize, usize),
    /// The source line.
    pub line: String,
    /// The front matter that answers it, in the format of the post's own.
    pub settled_by: String,
}

/// The questions about a post: about the event, then about the sessions in the order of the text.
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
        let only = Event { name: event.name.clone(), ..Event::default() };
        ask(format!("Is the event called \"{}\"?", name.value), &name.range, only);
    }
    if let Some(start) = &event.start {
        let only = Event { start: event.start.clone(), end: event.end.clone(), ..Event::default() };
        let end = event.end.as_ref().filter(|end| end.value != start.value);
        let until = end.map_or_else(String::new, |end| format!(" to {}", end.value));
        let text = format!("Was the event on {}{until}?", start.value);
        ask(text, &start.range, only);
    }
    if let Some(place) = &event.place {
        let only = Event { place: event.place.clone(), ..Event::default() };
        ask(format!("Was the event in \"{}\"?", place.value), &place.range, only);
    }
    all.extend(recap.doubtful.sessions.iter().map(|session| {
        let text = format!("Is this a session: {}?", described(session));
        // Sessions in the front matter replace those of the text.
        let mut sessions = recap.sessions.clone();
        sessions.push(session.clone());
        sessions.sort_by_key(|session| session.range.start);
        let settled_by = write::settling(post, None, &sessions);
        question(text, &session.range, settled_by)
    }));
    all
}

/// The title and the speakers of a session.
fn described(session: &Session) -> String {
    let value = |from: &Understood<String>| from.value.clone();
    let speakers: Vec<String> = session.speakers.iter().map(value).collect();
    let title = session.title.as_ref().map(|title| format!("\"{}\"", title.value));
    let speakers = (!speakers.is_empty()).then(|| speakers.join(", "));
    match (title, speakers) {
        (Some(title), Some(speakers)) => format!("{title} by {speakers}"),
        (title, speakers) => title.or(speakers).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::questions;
    use crate::generator::Context;
    use crate::read;
    use crate::recap::{Doubtful, Event, Origin, Recap, Session, Understood, json, write_back};

    fn doubtful(value: &str, range: std::ops::Range<usize>) -> Understood<String> {
        Understood { value: value.to_owned(), range, from: Origin::Text, confidence: 0.4 }
    }

    #[test]
    fn doubtful_values_are_asked_and_written() {
        let text = "+++\ntitle = \"A day\"\n+++\n\nWe met in Oslo. Looms by Ada Lovelace.\n";
        let post = read::post("a.md", text.into(), "a", &Context::default()).post;
        let post = post.expect("a post");
        let at = |word: &str| {
            let start = text.find(word).unwrap_or_default();
            start..start + word.len()
        };
        let recap = Recap {
            doubtful: Doubtful {
                event: Event { place: Some(doubtful("Oslo", at("Oslo"))), ..Event::default() },
                sessions: vec![Session {
                    range: at("Looms"),
                    confidence: 0.4,
                    speakers: vec![doubtful("Ada Lovelace", at("Ada Lovelace"))],
                    title: Some(doubtful("Looms", at("Looms"))),
                    ..Session::default()
                }],
            },
            ..Recap::default()
        };
        let asked: Vec<_> = questions(&post, &recap)
            .into_iter()
            .map(|question| (question.text, question.position, question.settled_by))
            .collect();
        let place = "\n[event]\nplace = \"Oslo\"\n".to_owned();
        let session =
            "\n[[sessions]]\nspeakers = [\"Ada Lovelace\"]\ntitle = \"Looms\"\n".to_owned();
        assert_eq!(
            asked,
            [
                ("Was the event in \"Oslo\"?".to_owned(), (5, 11), place),
                ("Is this a session: \"Looms\" by Ada Lovelace?".to_owned(), (5, 17), session),
            ]
        );
        let json: serde_json::Value =
            serde_json::from_str(&json::inspect("a.md", Some((&post, &recap)), &[])).expect("JSON");
        assert_eq!(json["event"]["place"], serde_json::Value::Null);
        assert_eq!(json["sessions"], serde_json::json!([]));
        assert_eq!(
            json["doubtful"]["event"]["place"],
            serde_json::json!({"value": "Oslo", "confidence": 0.4, "line": 5, "column": 11, "key": "event.place"})
        );
        assert_eq!(json["doubtful"]["sessions"][0]["key"], "sessions");
        assert_eq!(write_back(&post, &recap), None, "nothing is sure");
    }
}
