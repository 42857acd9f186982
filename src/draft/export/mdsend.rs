//! mdsend (`PyPI` `mdsend`): the `post.md` of one post, for a folder
//! `posts/YYYY-MM-DD_HH-MM_NAME/`.

use super::{Export, Outgoing, PLAIN};
use crate::draft::network::Network;

pub(super) static MDSEND: Export = Export {
    name: "mdsend",
    extension: "md",
    is_one_draft: true,
    takes: |network| ["mastodon", "bluesky", "linkedin"].contains(&network.name),
    refuses: |network, posts| super::thread("mdsend", posts).or_else(|| too_long(network, posts)),
    write: |drafts| drafts.iter().map(|draft| file(draft)).collect(),
    ..PLAIN
};

/// mdsend counts code points and whole URLs, and cuts longer posts.
fn too_long(network: &Network, posts: &[String]) -> Option<String> {
    let length = posts.first()?.trim().chars().count();
    let limit = network.limit;
    (length > limit).then(|| {
        format!("mdsend counts {length} characters of {limit} allowed, and would cut the post")
    })
}

fn file(draft: &Outgoing<'_>) -> String {
    let (network, text) = (draft.network.name, draft.posts.join("\n\n"));
    format!("---\nplatforms: [{network}]\n---\n\n{text}\n")
}
