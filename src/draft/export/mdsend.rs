//! mdsend (`PyPI` `mdsend`): the `post.md` of one post, for a folder
//! `posts/YYYY-MM-DD_HH-MM_NAME/`.

use super::{Export, Extra, Outgoing, taken};
use crate::draft::network::Network;

/// mdsend.
pub(super) struct Mdsend;

impl Export for Mdsend {
    fn name(&self) -> &'static str {
        "mdsend"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn is_one_draft(&self) -> bool {
        true
    }

    fn takes(&self, network: &dyn Network) -> bool {
        ["mastodon", "bluesky", "linkedin"].contains(&network.name())
    }

    /// mdsend counts code points and whole URLs, and cuts longer posts.
    fn refuses(&self, network: &dyn Network, posts: &[String]) -> Option<String> {
        let long = || {
            let length = posts.first()?.trim().chars().count();
            let limit = network.limit();
            (length > limit).then(|| {
                format!(
                    "mdsend counts {length} characters of {limit} allowed, and would cut the post"
                )
            })
        };
        super::thread(self, posts).or_else(long)
    }

    fn places(&self) -> &'static [Extra] {
        &[]
    }

    fn write(&self, drafts: &[Outgoing<'_>]) -> String {
        let files = taken(self, drafts).map(|draft| {
            let (network, text) = (draft.network.name(), draft.posts.join("\n\n"));
            format!("---\nplatforms: [{network}]\n---\n\n{text}\n")
        });
        files.collect::<Vec<_>>().concat()
    }
}
