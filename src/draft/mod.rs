//! Social-post drafts, one file per network: composed from a recap, counted as each network counts, and
//! kept when the author has edited them.
//!
//! A [`Composer`] takes a post's [`Material`] and returns the [`Draft`] of a network;
//! [`reconcile::reconcile`] decides what to do with the existing file; [`check::check`] checks edited drafts.

mod also;
pub mod alt;
pub mod check;
mod compose;
pub mod export;
pub mod file;
mod fit;
mod fold;
pub mod followup;
mod headline;
mod hook;
pub mod json;
pub mod link;
pub mod near;
pub mod network;
pub mod parts;
pub mod people;
pub mod reconcile;
pub mod rules;
mod say;
pub mod settings;
pub mod template;
pub mod text;
mod thread;

use url::Url;

use crate::post::{Head, Image};
use crate::recap::Recap;
use crate::report::Finding;

pub use compose::Composer;
pub use network::{NETWORKS, Network};
pub use people::People;
pub use settings::Settings;

/// The input of a draft.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// The post's key: its path under the posts folder without extension.
    pub key: &'a str,
    /// Its head.
    pub head: &'a Head,
    /// Its recap.
    pub recap: &'a Recap,
    /// The post's whole text, plain, paragraphs separated by empty lines
    /// ([`crate::markdown::Document::text`]).
    pub text: &'a str,
    /// The post's URL.
    pub link: &'a Url,
    /// The site's language (BCP 47), used where none was detected.
    pub language: Option<&'a str>,
    /// The people whose handles are known.
    pub people: &'a People,
    /// The settings of `[drafts]`.
    pub settings: &'a Settings,
}

/// A generated draft.
#[derive(Clone)]
pub struct Draft {
    /// The network.
    pub network: &'static Network,
    /// BCP 47 language of the text.
    pub lang: String,
    /// The content warning that was counted.
    pub cw: Option<String>,
    /// The URL in the text.
    pub link: String,
    /// Images of the first post.
    pub images: Vec<Image>,
    /// The post that it replies to, if it is a follow-up.
    pub reply_to: Option<String>,
    /// The recordings and slides of its post; `None` where follow-ups are disabled.
    pub recordings: Option<Vec<String>>,
    /// The posts of the thread, as posted.
    pub posts: Vec<String>,
    /// Speakers without a handle on this network.
    pub unknown: Vec<String>,
    /// The findings about custom templates.
    pub findings: Vec<Finding>,
}

impl Draft {
    /// The length of each post as the network counts it.
    pub fn counts(&self) -> Vec<usize> {
        let count = |text: &String| self.network.count(text, self.cw.as_deref());
        self.posts.iter().map(count).collect()
    }

    /// The hash of the text, as the header's `generated` has it.
    pub fn hash(&self) -> String {
        file::hash(&self.posts)
    }
}
