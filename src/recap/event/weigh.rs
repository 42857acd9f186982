//! Ranks the candidates for a field of the event.

use crate::recap::model::{Features, Model};
use crate::recap::text::Found;

/// A candidate with its features.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The value.
    pub found: Found,
    /// Its features.
    pub features: Features,
}

/// A value with its probability.
#[derive(Debug, Clone)]
pub(crate) struct Weighed {
    /// The value.
    pub found: Found,
    /// From 0 to 1.
    pub confidence: f32,
    /// Whether a draft may use it.
    pub sure: bool,
}

/// The most probable candidate; of equals the first.
pub(super) fn best<'a>(model: &Model, all: &'a [Candidate]) -> Option<(&'a Found, f32)> {
    let weighed =
        all.iter().map(|candidate| (&candidate.found, model.probability(&candidate.features)));
    weighed.reduce(|best, next| if next.1 > best.1 { next } else { best })
}
