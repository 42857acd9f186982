//! A draft as JSON for programs: one object per line.

use serde_json::json;

use super::network::Network;
use super::parts::{Quotable, parts};

/// A draft, and what is known about its file.
#[derive(Clone, Copy)]
pub struct Described<'a> {
    /// The post's path as given.
    pub post: &'a str,
    /// The network.
    pub network: &'a Network,
    /// `draft`, `approved` or `posted`.
    pub status: &'a str,
    /// Whether the text was edited.
    pub edited: bool,
    /// Whether new text waits beside it.
    pub pending: bool,
    /// BCP 47 language of the text.
    pub lang: &'a str,
    /// The content warning.
    pub cw: Option<&'a str>,
    /// The posts of the thread.
    pub posts: &'a [String],
    /// The texts of the post that the draft may quote.
    pub quotables: &'a [Quotable],
    /// The number of the follow-up and the post that it replies to, if it is one.
    pub followup: Option<(usize, Option<&'a str>)>,
}

/// The draft as a JSON object.
pub fn line(draft: Described<'_>) -> String {
    let Described { network, cw, .. } = draft;
    let posts: Vec<_> = (draft.posts.iter().enumerate())
        .map(|(index, text)| {
            let parts: Vec<_> = parts(text, index == 0, draft.quotables)
                .into_iter()
                .map(|part| {
                    let (line, column) = part.position.unzip();
                    let text = text.get(part.range).unwrap_or_default();
                    json!({ "kind": part.kind.name(), "text": text, "line": line, "column": column })
                })
                .collect();
            json!({
                "text": text,
                "count": network.count(text, cw),
                "limit": network.limit,
                "parts": parts,
            })
        })
        .collect();
    let mut object = json!({
        "post": draft.post,
        "network": network.name,
        "status": draft.status,
        "edited": draft.edited,
        "pending": draft.pending,
        "lang": draft.lang,
        "cw": cw,
        "posts": posts,
    });
    if let Some((number, reply_to)) = draft.followup {
        object["followup"] = json!(number);
        object["reply_to"] = json!(reply_to);
    }
    object.to_string()
}
