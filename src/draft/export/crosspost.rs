//! crosspost (npm `@humanwhocodes/crosspost`): the entries of `Client.postTo`, one JSON array per draft
//! and line. Its images are bytes, so each names the `file` from which to read `data`.

use serde_json::{Value, json};

use super::{Export, Extra, Outgoing, taken};
use crate::draft::network::Network;

/// crosspost.
pub(super) struct Crosspost;

impl Export for Crosspost {
    fn name(&self) -> &'static str {
        "crosspost"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn takes(&self, network: &dyn Network) -> bool {
        strategy(network).is_some()
    }

    fn refuses(&self, _network: &dyn Network, posts: &[String]) -> Option<String> {
        super::thread(self, posts)
    }

    fn places(&self) -> &'static [Extra] {
        &[Extra::LocalImages, Extra::AltTexts]
    }

    fn write(&self, drafts: &[Outgoing<'_>]) -> String {
        taken(self, drafts)
            .map(|draft| entries(draft).to_string() + "\n")
            .collect()
    }
}

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
fn strategy(network: &dyn Network) -> Option<&'static str> {
    match network.name() {
        "x" => Some("twitter"),
        name @ ("mastodon" | "bluesky" | "linkedin") => Some(name),
        _ => None,
    }
}
