//! Training data of the models: the candidates of a post with their features.

use serde_json::{Value, json};

use super::hashtag::{self, Hashtag};
use super::hook::{self, Hook};
use super::kind::Looks;
use super::layout::decide;
use super::layout::offer::Offers;
use super::layout::signs::Reader;
use super::model::Features;
use super::takeaway::{Scene, Takeaway};
use super::{Blocks, Lexicon, language, layout_view, tags, title};
use crate::markdown::Document;
use crate::post::Post;

/// The features that the session model has weights for, in order.
pub fn session_features() -> Vec<&'static str> {
    let weights = super::weights::SESSIONS.own.iter();
    weights.map(|(name, ..)| *name).collect()
}

/// All possible sessions of a post, and the signs of the post's kind.
pub fn sessions(post: &Post, document: &Document<'_>) -> (Vec<Value>, Value) {
    let blocks = Blocks::read(post.source.text(), post.body.clone(), &document.events);
    let title = title(post, &blocks);
    let lexicon = Lexicon::of(&language(post, document, &title, &blocks));
    let view = layout_view(post, &blocks, lexicon);
    let signs = super::signs((post, &tags(post)), &title.plain, &blocks, lexicon);
    let offers = Offers::of(&view);
    let reader = Reader::of(&view, &offers, &signs);
    let sheets: Vec<_> = offers.all.iter().map(|offer| reader.sheet(offer)).collect();
    let looks = signs.features(decide::own(&offers, &sheets).into_iter().fold(0.0, f32::max));
    let rows = offers.all.iter().zip(&sheets);
    let rows = rows.map(|(offer, sheet)| {
        let speakers: Vec<&str> =
            offer.candidate.speakers.iter().map(|person| person.name.value.as_str()).collect();
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
            "features": sheet.0,
        })
    });
    (rows.collect(), sheet(Looks::NAMES, &looks))
}

/// Features with their names.
fn sheet(names: &[&str], features: &Features) -> Value {
    let values = names.iter().zip(features.values());
    values.map(|(name, value)| json!([name, value])).collect()
}

/// The candidates of a post's hashtags, hook and takeaways.
#[derive(Debug, Default)]
pub struct Trace {
    /// The candidates for hashtags.
    pub hashtags: Vec<Value>,
    /// The candidates for the hook.
    pub hooks: Vec<Value>,
    /// The candidates for the takeaway of each session, with the session.
    pub takeaways: Vec<Value>,
}

impl Trace {
    /// All candidates of a post.
    pub fn of(post: &Post, document: &Document<'_>) -> Self {
        let mut trace = Self::default();
        super::read(post, document, Some(&mut trace));
        trace
    }

    pub(super) fn note_hashtags(&mut self, candidates: Vec<hashtag::Candidate>) {
        for candidate in candidates {
            let features = sheet(Hashtag::NAMES, &candidate.features);
            self.hashtags.push(json!({"text": candidate.tag, "features": features}));
        }
    }

    pub(super) fn note(&mut self, hooks: Vec<hook::Candidate>, scene: &Scene<'_>) {
        let row = |text: &str, names: &[&str], features: &Features| json!({"text": text, "features": sheet(names, features)});
        for candidate in hooks {
            self.hooks.push(row(&candidate.found.value, Hook::NAMES, &candidate.features));
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
