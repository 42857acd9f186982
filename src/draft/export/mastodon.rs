//! Mastodon: the parameters of `POST /api/v1/statuses`, one JSON object per thread and line
//! (<https://docs.joinmastodon.org/methods/statuses/>). `in_reply_to_id` is filled in at posting.

use serde_json::{Value, json};

use super::{Export, Extra, Outgoing, taken};
use crate::draft::network::Network;

/// Mastodon.
pub(super) struct Mastodon;

impl Export for Mastodon {
    fn name(&self) -> &'static str {
        "mastodon"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn takes(&self, network: &dyn Network) -> bool {
        network.name() == "mastodon"
    }

    fn places(&self) -> &'static [Extra] {
        &[
            Extra::Warning,
            Extra::Images,
            Extra::LocalImages,
            Extra::AltTexts,
            Extra::Reply,
        ]
    }

    fn write(&self, drafts: &[Outgoing<'_>]) -> String {
        taken(self, drafts)
            .map(|draft| {
                let statuses: Vec<Value> = draft
                    .posts
                    .iter()
                    .enumerate()
                    .map(|(index, text)| status(draft, text, index))
                    .collect();
                let mut thread = json!({ "post": draft.key, "statuses": statuses });
                draft.identify(&mut thread);
                thread.to_string() + "\n"
            })
            .collect()
    }
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
