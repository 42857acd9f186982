//! Mastodon: the parameters of `POST /api/v1/statuses`, one JSON object per thread and line
//! (<https://docs.joinmastodon.org/methods/statuses/>). `in_reply_to_id` is filled in at posting.

use serde_json::{Value, json};

use super::{Export, Extra, Outgoing, PLAIN, lines};

pub(super) static MASTODON: Export = Export {
    name: "mastodon",
    takes: |network| network.name == "mastodon",
    places: &[
        Extra::Warning,
        Extra::Images,
        Extra::LocalImages,
        Extra::AltTexts,
        Extra::Reply,
    ],
    write: |drafts| lines(drafts, thread),
    ..PLAIN
};

fn thread(draft: &Outgoing<'_>) -> Value {
    let statuses: Vec<Value> = draft
        .posts
        .iter()
        .enumerate()
        .map(|(index, text)| status(draft, text, index))
        .collect();
    let mut thread = json!({ "post": draft.key, "statuses": statuses });
    draft.identify(&mut thread);
    thread
}

fn status(draft: &Outgoing<'_>, text: &str, index: usize) -> Value {
    let mut status = json!({ "status": text });
    let Value::Object(fields) = &mut status else {
        return status;
    };
    // The API accepts ISO 639 codes without regions.
    if let Some(lang) = draft
        .header
        .lang
        .as_ref()
        .and_then(|lang| lang.split(['-', '_']).next())
    {
        fields.insert("language".to_owned(), json!(lang));
    }
    if let Some(warning) = &draft.header.cw {
        fields.insert("spoiler_text".to_owned(), json!(warning));
    }
    // A reply needs the id of the post before it, so only the first post can be scheduled.
    if index == 0 {
        if let Some(time) = draft.schedule() {
            fields.insert("scheduled_at".to_owned(), json!(time.to_rfc3339()));
        }
        if let Some(media) = draft.media("description") {
            fields.insert("media".to_owned(), media);
        }
    }
    status
}
