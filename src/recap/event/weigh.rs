//! Candidates for a field of the event, and the best of them.

use crate::recap::model::{Features, Model};
use crate::recap::text::Found;

/// A value that may be right, and what speaks for it.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The value.
    pub found: Found,
    /// What is known of it.
    pub features: Features,
}

/// A value with the probability that it is right.
#[derive(Debug, Clone)]
pub struct Weighed {
    /// The value.
    pub found: Found,
    /// From 0 to 1.
    pub confidence: f32,
    /// Whether that is enough for a draft.
    pub sure: bool,
}

/// The most probable candidate; of two alike the one that comes first.
pub fn best<'a>(model: &Model, all: &'a [Candidate]) -> Option<(&'a Found, f32)> {
    let weighed = all
        .iter()
        .map(|candidate| (&candidate.found, model.probability(&candidate.features)));
    weighed.reduce(|best, next| if next.1 > best.1 { next } else { best })
}
