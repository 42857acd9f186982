//! What the models are trained on: the candidates of a post with their features.

use serde_json::{Value, json};

use super::hook::{self, Hook};
use super::model::Features;
use super::takeaway::{Scene, Takeaway};
use crate::markdown::Document;
use crate::post::Post;

/// The candidates of a post's hook and takeaways.
#[derive(Debug, Default)]
pub struct Trace {
    /// What could be the hook.
    pub hooks: Vec<Value>,
    /// What could be the takeaway of each session, with the session.
    pub takeaways: Vec<Value>,
}

impl Trace {
    /// Everything in a post that could be its hook or a session's takeaway.
    #[must_use]
    pub fn of(post: &Post, document: &Document<'_>) -> Self {
        let mut trace = Self::default();
        super::read(post, document, Some(&mut trace));
        trace
    }

    pub(super) fn note(&mut self, hooks: Vec<hook::Candidate>, scene: &Scene<'_>) {
        let row = |text: &str, names: &[&str], features: &Features| {
            let values = names.iter().zip(features.values());
            let sheet: Vec<Value> = values.map(|(name, value)| json!([name, value])).collect();
            json!({"text": text, "features": sheet})
        };
        for candidate in hooks {
            self.hooks.push(row(
                &candidate.found.value,
                Hook::NAMES,
                &candidate.features,
            ));
        }
        for (at, session) in scene.sessions.iter().enumerate() {
            let candidates: Vec<Value> = scene
                .candidates(at)
                .iter()
                .map(|candidate| row(&candidate.found.value, Takeaway::NAMES, &candidate.features))
                .collect();
            self.takeaways.push(json!({
                "title": session.title.as_ref().map(|title| title.value.as_str()),
                "speakers": session.speakers.iter().map(|name| name.value.as_str()).collect::<Vec<_>>(),
                "candidates": candidates,
            }));
        }
    }
}
