//! Social-post drafts: composed from what was understood, counted as each network counts, kept
//! when a person has edited them. One file a network.
//!
//! [`compose`] makes a [`Draft`] of a post's [`Material`]; [`reconcile::reconcile`] says what
//! becomes of the file that is there already; [`check::check`] holds edited drafts to the limits.

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
mod tags;
pub mod template;
pub mod text;
mod thread;

use url::Url;

use crate::post::{Head, Image};
use crate::recap::Recap;
use crate::report::Finding;

pub use compose::{Composer, compose};
pub use network::{NETWORKS, Network};
pub use people::People;
pub use settings::Settings;

/// Everything that a draft is made of.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// The post's key: its path under the posts folder without extension.
    pub key: &'a str,
    /// What its front matter says.
    pub head: &'a Head,
    /// What was understood in it.
    pub recap: &'a Recap,
    /// The post's whole text, plain, paragraphs parted by empty lines ([`crate::markdown::Document::text`]).
    pub text: &'a str,
    /// The post's own address.
    pub link: &'a Url,
    /// The site's language (BCP 47), where none was understood.
    pub language: Option<&'a str>,
    /// The content warning of the draft that is there already, which the text must leave room for.
    pub warning: Option<&'a str>,
    /// The people whose handles are known.
    pub people: &'a People,
    /// How drafts are wanted.
    pub settings: &'a Settings,
}

/// What a network would be sent, before a person has read it.
#[derive(Clone)]
pub struct Draft {
    /// The network.
    pub network: &'static dyn Network,
    /// BCP 47 language of the text.
    pub lang: String,
    /// The content warning that the text leaves room for.
    pub cw: Option<String>,
    /// The address in the text.
    pub link: String,
    /// Images that go with the first post.
    pub images: Vec<Image>,
    /// The post that it answers, where it is a follow-up.
    pub reply_to: Option<String>,
    /// The recordings and slides that its post has; `None` where there are to be no follow-ups.
    pub recordings: Option<Vec<String>>,
    /// The posts of the thread, as they would be posted.
    pub posts: Vec<String>,
    /// Speakers without a handle on this network.
    pub unknown: Vec<String>,
    /// What is wrong with the templates, if anything is.
    pub findings: Vec<Finding>,
}

impl Draft {
    /// The length of each post as the network counts it.
    #[must_use]
    pub fn counts(&self) -> Vec<usize> {
        let count = |text: &String| self.network.count(text, self.cw.as_deref());
        self.posts.iter().map(count).collect()
    }

    /// The hash of the text, as the header's `generated` has it.
    #[must_use]
    pub fn hash(&self) -> String {
        file::hash(&self.posts)
    }
}
