//! Training data: the candidates for an event's name and place with their features.

use super::{View, name, place};

/// A candidate: its text, and the names of its features with their values.
pub struct Row {
    /// `names` or `places`.
    pub table: &'static str,
    /// Its value.
    pub text: String,
    /// Its features, without those that are 0.
    pub features: Vec<(&'static str, f32)>,
}

/// The candidates of a post.
pub(crate) fn rows(view: &View<'_>) -> Vec<Row> {
    let names = name::candidates(view);
    let best = name::find(view);
    let places = place::candidates(view, best.as_ref().map(|name| &name.found));
    let row = |table, features: &[&'static str], candidate: super::weigh::Candidate| Row {
        table,
        text: candidate.found.value,
        features: features
            .iter()
            .copied()
            .zip(candidate.features.values().iter().copied())
            .filter(|(_, value)| *value != 0.0)
            .collect(),
    };
    let names = names.into_iter().map(|c| row("names", name::Name::NAMES, c));
    let places = places.into_iter().map(|c| row("places", place::Place::NAMES, c));
    names.chain(places).collect()
}
