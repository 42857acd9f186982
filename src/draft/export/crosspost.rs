//! crosspost (npm `@humanwhocodes/crosspost`): the entries of `Client.postTo`, one JSON array per draft
//! and line. Its images are bytes, so each names the `file` from which to read `data`.

use serde_json::{Value, json};

use super::{Export, Extra, Outgoing, PLAIN, lines};
use crate::draft::network::Network;

pub(super) static CROSSPOST: Export = Export {
    name: "crosspost",
    takes: |network| strategy(network).is_some(),
    refuses: |_, posts| super::thread("crosspost", posts),
    places: &[Extra::LocalImages, Extra::AltTexts],
    write: |drafts| lines(drafts, entries),
    ..PLAIN
};

fn entries(draft: &Outgoing<'_>) -> Value {
    let entries = draft.posts.iter().map(|text| {
        let mut entry = json!({ "message": text, "strategyId": strategy(draft.network) });
        let local: Vec<Value> = (draft.header.images.iter())
            .filter(|image| !Outgoing::is_public(image))
            .map(|image| json!({ "file": image.src, "alt": Outgoing::alt(image) }))
            .collect();
        if !local.is_empty() {
            entry["images"] = Value::Array(local);
        }
        entry
    });
    entries.collect()
}

/// The id of the strategy that posts to a network.
fn strategy(network: &Network) -> Option<&'static str> {
    match network.name {
        "x" => Some("twitter"),
        name @ ("mastodon" | "bluesky" | "linkedin") => Some(name),
        _ => None,
    }
}
