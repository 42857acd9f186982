//! A draft as JSON for programs: one object per line.

use serde_json::json;

use super::Draft;
use super::network::Network;
use super::parts::{Quotable, parts};

/// The data of a draft besides its text.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The post's path as given.
    pub post: &'a str,
    /// `draft`, `approved` or `posted`.
    pub status: &'a str,
    /// Whether the text was edited.
    pub edited: bool,
    /// Whether new text waits beside it.
    pub pending: bool,
    /// The number of the follow-up and the post that it replies to, if it is one.
    pub followup: Option<(usize, Option<&'a str>)>,
}

/// A draft as composed.
pub fn draft(about_draft: About<'_>, draft: &Draft, quotables: &[Quotable]) -> String {
    line((about_draft, quotables), draft.network, &draft.lang, draft.cw.as_deref(), &draft.posts)
}

/// A draft from the posts in a file; `said` has the texts of its post.
pub fn line(
    (about_draft, quotables): (About<'_>, &[Quotable]),
    network: &Network,
    lang: &str,
    cw: Option<&str>,
    posts: &[String],
) -> String {
    let posts: Vec<_> = posts
        .iter()
        .enumerate()
        .map(|(index, text)| {
            let parts: Vec<_> = parts(text, index == 0, quotables)
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
        "post": about_draft.post,
        "network": network.name,
        "status": about_draft.status,
        "edited": about_draft.edited,
        "pending": about_draft.pending,
        "lang": lang,
        "cw": cw,
        "posts": posts,
    });
    if let Some((number, reply_to)) = about_draft.followup {
        object["followup"] = json!(number);
        object["reply_to"] = json!(reply_to);
    }
    object.to_string()
}
