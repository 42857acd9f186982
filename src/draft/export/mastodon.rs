//! Mastodon: the parameters of `POST /api/v1/statuses`, one JSON object per thread and line
//! (<https://docs.joinmastodon.org/methods/statuses/>). `in_reply_to_id` is filled in at posting.

use serde_json::{Value, json};

use super::{Export, Extra, Outgoing, PLAIN, lines};

pub(super) static MASTODON: Export = Export {
    name: "mastodon",
    takes: |network| network.name == "mastodon",
    places: &[Extra::Warning, Extra::Images, Extra::LocalImages, Extra::AltTexts, Extra::Reply],
    write: |drafts| lines(drafts, thread),
    ..PLAIN
};

fn thread(draft: &Outgoing<'_>) -> Value {
    let statuses: Vec<Value> =
        draft.posts.iter().enumerate().map(|(index, text)| status(draft, text, index)).collect();
    let mut thread = json!({ "post": draft.key, "statuses": statuses });
    draft.identify(&mut thread);
    thread
}

fn status(draft: &Outgoing<'_>, text: &str, index: usize) -> Value {
    let mut status = json!({ "status": text });
    // The API accepts ISO 639 codes without regions.
    if let Some(lang) = draft.header.lang.as_ref().and_then(|lang| lang.split(['-', '_']).next()) {
        status["language"] = json!(lang);
    }
    if let Some(warning) = &draft.header.cw {
        status["spoiler_text"] = json!(warning);
    }
    // A reply needs the id of the post before it, so only the first post can be scheduled.
    if index == 0 {
        if let Some(time) = draft.schedule() {
            status["scheduled_at"] = json!(time.to_rfc3339());
        }
        if let Some(media) = draft.media("description") {
            status["media"] = media;
        }
    }
    status
}
