//! What the models are trained on: the candidates of a post with their features.

use serde_json::{Value, json};

use super::hook::{self, Hook};
use super::layout::offer::Offers;
use super::layout::signs::Reader;
use super::model::Features;
use super::takeaway::{Scene, Takeaway};
use super::{Blocks, Lexicon, kind, language, layout_view, title};
use crate::markdown::Document;
use crate::post::Post;

/// The features that the session model has weights for, in their order.
#[must_use]
pub fn session_features() -> Vec<&'static str> {
    let weights = super::layout::SESSIONS.own.iter();
    weights.map(|(name, ..)| *name).collect()
}

/// Everything in a post that could be a session.
#[must_use]
pub fn sessions(post: &Post, document: &Document<'_>) -> Vec<Value> {
    let blocks = Blocks::read(post.source.text(), post.body.clone(), &document.events);
    let title = title(post, &blocks);
    let lexicon = Lexicon::of(&language(post, &title, &blocks));
    let view = layout_view(post, &blocks, lexicon);
    let tags: Vec<String> = post
        .head
        .tags
        .iter()
        .chain(&post.head.categories)
        .map(|tag| tag.value.clone())
        .collect();
    let summary = post
        .head
        .summary
        .as_ref()
        .map_or("", |told| told.value.as_str());
    let signs = kind::Signs::of((&title.plain, summary), &tags.join(", "), &blocks, lexicon);
    let offers = Offers::of(&view);
    let reader = Reader::of(&view, &offers, &signs, &title.plain);
    offers
        .all
        .iter()
        .map(|offer| {
            let features = reader.sheet(offer).0;
            let speakers: Vec<&str> = offer
                .candidate
                .speakers
                .iter()
                .map(|person| person.name.value.as_str())
                .collect();
            json!({
                "form": offer.form.name(),
                "title": offer.candidate.title.as_ref().map(|title| title.value.clone()),
                "speakers": speakers,
                "index": offer.index,
                "blocks": [offer.blocks.start, offer.blocks.end],
                "words": [offer.words.start, offer.words.end.min(1_000_000)],
                "part": [offer.part.start, offer.part.end.min(1_000_000)],
                "line": offer.line,
                "group": offers.lines.get(offer.line).map(|line| line.group),
                "shape": format!("{:?}", offer.shape),
                "features": features,
            })
        })
        .collect()
}

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
