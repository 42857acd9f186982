//! A draft for programs: one JSON object on a line.

use serde_json::json;

use super::Draft;
use super::network::Network;

/// What is said of a draft besides its text.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The post, as its path was given.
    pub post: &'a str,
    /// `draft`, `approved` or `posted`.
    pub status: &'a str,
    /// Whether a person has changed the text.
    pub edited: bool,
    /// Whether new text waits beside it.
    pub pending: bool,
}

/// A draft as composed.
#[must_use]
pub fn draft(told: Told<'_>, draft: &Draft) -> String {
    line(
        told,
        draft.network,
        &draft.lang,
        draft.cw.as_deref(),
        &draft.posts,
    )
}

/// A draft from its parts, for those that stand in a file.
#[must_use]
pub fn line(
    told: Told<'_>,
    network: &dyn Network,
    lang: &str,
    cw: Option<&str>,
    posts: &[String],
) -> String {
    let posts: Vec<_> = posts
        .iter()
        .map(|text| json!({ "text": text, "count": network.count(text, cw), "limit": network.limit() }))
        .collect();
    json!({
        "post": told.post,
        "network": network.name(),
        "status": told.status,
        "edited": told.edited,
        "pending": told.pending,
        "lang": lang,
        "cw": cw,
        "posts": posts,
    })
    .to_string()
}
