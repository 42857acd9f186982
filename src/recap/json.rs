//! What was understood, as JSON for programs: one object per line.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{Doubtful, Recap, Session, Understood};
use crate::post::Post;
use crate::report::{Finding, Level};

/// One post as `inspect` prints it. `file` is the path as given; `post` and `recap` are absent
/// where it is not text. Only errors are among the findings.
pub fn inspect(file: &str, understood: Option<(&Post, &Recap)>, findings: &[Finding]) -> String {
    let errors: Vec<Value> =
        findings.iter().filter(|finding| finding.level == Level::Error).map(error).collect();
    let Some((post, recap)) = understood else {
        return json!({
            "file": file, "title": null, "date": null, "lang": null, "is_recap": false,
            "event": {"name": null, "start": null, "end": null, "place": null, "hashtags": []},
            "sessions": [], "images": [], "call_to_action": null,
            "doubtful": {"event": {"name": null, "start": null, "end": null, "place": null, "hashtags": []}, "sessions": []},
            "errors": errors,
        })
        .to_string();
    };
    let event = &recap.event;
    let sessions: Vec<Value> = recap.sessions.iter().map(session).collect();
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
        "doubtful": doubtful(post, &recap.doubtful),
        "errors": errors,
    })
    .to_string()
}

fn session(session: &Session) -> Value {
    json!({
        "speakers": session.speakers.iter().map(|name| name.value.as_str()).collect::<Vec<_>>(),
        "title": value(session.title.as_ref()),
        "url": value(session.url.as_ref()),
        "slides": value(session.slides.as_ref()),
        "video": value(session.video.as_ref()),
        "takeaway": value(session.takeaway.as_ref()),
    })
}

/// What is too doubtful for a draft, each value with its place in the post and the front matter key
/// that would confirm it.
fn doubtful(post: &Post, doubtful: &Doubtful) -> Value {
    let place = |confidence: f32, at: usize, key: &str| {
        let (line, column) = post.source.position(at);
        let confidence = (f64::from(confidence) * 100.0).round() / 100.0;
        json!({"confidence": confidence, "line": line, "column": column, "key": key})
    };
    let field = |value: Value, confidence: f32, at: usize, key: &str| {
        let mut object = place(confidence, at, key);
        object["value"] = value;
        object
    };
    let text = |from: Option<&Understood<String>>, key| {
        from.map(|from| field(json!(from.value), from.confidence, from.range.start, key))
    };
    let day = |from: Option<&Understood<NaiveDate>>, key| {
        from.map(|from| {
            let value = json!(from.value.to_string());
            field(value, from.confidence, from.range.start, key)
        })
    };
    let event = &doubtful.event;
    let tags = event.hashtags.iter();
    let tags: Vec<_> = tags.map(|tag| text(Some(tag), "event.hashtags")).collect();
    let sessions = doubtful.sessions.iter().map(|one| {
        let mut object = session(one);
        if let (Some(object), Value::Object(more)) =
            (object.as_object_mut(), place(one.confidence, one.range.start, "sessions"))
        {
            object.extend(more);
        }
        object
    });
    json!({
        "event": {
            "name": text(event.name.as_ref(), "event.name"),
            "start": day(event.start.as_ref(), "event.start"),
            "end": day(event.end.as_ref(), "event.end"),
            "place": text(event.place.as_ref(), "event.place"),
            "hashtags": tags,
        },
        "sessions": sessions.collect::<Vec<_>>(),
    })
}

fn value(field: Option<&Understood<String>>) -> Option<&str> {
    field.map(|field| field.value.as_str())
}

fn error(finding: &Finding) -> Value {
    let (line, column) = finding.at.as_ref().map(crate::report::Span::position).unzip();
    json!({
        "rule": finding.rule.name,
        "level": finding.level.name(),
        "message": finding.message,
        "line": line,
        "column": column,
        "help": finding.help,
    })
}
