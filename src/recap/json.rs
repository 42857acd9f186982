//! What was understood, for programs: one JSON object on a line.

use serde_json::{Value, json};

use super::{Recap, Understood};
use crate::post::Post;
use crate::report::{Finding, Level};

/// One post as `inspect` prints it. `file` is the path as it was given; `post` and `recap` are
/// absent where its bytes are no text. Of the findings the errors are shown.
#[must_use]
pub fn inspect(file: &str, understood: Option<(&Post, &Recap)>, findings: &[Finding]) -> String {
    let errors: Vec<Value> = findings
        .iter()
        .filter(|finding| finding.level == Level::Error)
        .map(error)
        .collect();
    let Some((post, recap)) = understood else {
        return json!({
            "file": file, "title": null, "date": null, "lang": null, "is_recap": false,
            "event": {"name": null, "start": null, "end": null, "place": null, "hashtags": []},
            "sessions": [], "images": [], "call_to_action": null, "errors": errors,
        })
        .to_string();
    };
    let event = &recap.event;
    let sessions: Vec<Value> = recap
        .sessions
        .iter()
        .map(|session| {
            json!({
                "speakers": session.speakers.iter().map(|name| name.value.as_str()).collect::<Vec<_>>(),
                "title": value(session.title.as_ref()),
                "url": value(session.url.as_ref()),
                "slides": value(session.slides.as_ref()),
                "video": value(session.video.as_ref()),
                "takeaway": value(session.takeaway.as_ref()),
            })
        })
        .collect();
    let images: Vec<Value> = recap
        .images
        .iter()
        .map(|image| json!({"src": image.src, "alt": image.alt, "credit": image.credit}))
        .collect();
    json!({
        "file": file,
        "title": post.head.title.as_ref().map(|title| title.value.as_str()),
        "date": post.head.date.as_ref().map(|date| date.value.date_naive().to_string()),
        "lang": recap.language,
        "is_recap": recap.is_recap,
        "event": {
            "name": value(event.name.as_ref()),
            "start": event.start.as_ref().map(|day| day.value.to_string()),
            "end": event.end.as_ref().map(|day| day.value.to_string()),
            "place": value(event.place.as_ref()),
            "hashtags": event.hashtags.iter().map(|tag| tag.value.as_str()).collect::<Vec<_>>(),
        },
        "sessions": sessions,
        "images": images,
        "call_to_action": value(recap.call_to_action.as_ref()),
        "errors": errors,
    })
    .to_string()
}

fn value(field: Option<&Understood<String>>) -> Option<&str> {
    field.map(|field| field.value.as_str())
}

fn error(finding: &Finding) -> Value {
    let (line, column) = finding
        .at
        .as_ref()
        .map(crate::report::Span::position)
        .unzip();
    json!({
        "rule": finding.rule.name,
        "level": finding.level.name(),
        "message": finding.message,
        "line": line,
        "column": column,
        "help": finding.help,
    })
}
