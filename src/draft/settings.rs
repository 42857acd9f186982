//! The settings of drafts: the `[drafts]` table of the configuration.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::network::{NETWORKS, Network, named};

/// The settings of drafts. Every key has a default.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The networks of drafts; `None` for all.
    pub networks: Option<Vec<String>>,
    /// The most posts that a thread may have.
    pub limit: usize,
    /// Whether links carry `utm_*` parameters.
    pub utm: Utm,
    /// Whether posts that gain recordings or slides get follow-ups.
    pub followups: bool,
    /// Custom wording: network (or `all`), then part, or language and part.
    pub templates: BTreeMap<String, BTreeMap<String, Template>>,
}

/// Parameters for web statistics.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected `true` or the name of a campaign")]
pub enum Utm {
    /// None; the default.
    #[default]
    #[serde(skip)]
    None,
    /// `true`: the campaign is the post's name.
    Switch(bool),
    /// The campaign of every post.
    Campaign(String),
}

/// A template, or the templates of one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected a template, or a table of templates for one language")]
pub enum Template {
    /// The template of a part, for every language.
    Part(String),
    /// The templates of a language, by part.
    Language(BTreeMap<String, String>),
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            networks: None,
            limit: 6,
            utm: Utm::None,
            followups: true,
            templates: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// The networks that get drafts, in the order of the registry.
    pub fn wanted(&self) -> impl Iterator<Item = &'static Network> + '_ {
        NETWORKS.iter().copied().filter(|network| {
            let named = |names: &Vec<String>| names.iter().any(|name| name == network.name);
            self.networks.as_ref().is_none_or(named)
        })
    }

    /// The names in `networks` that are unknown.
    pub fn unknown_networks(&self) -> impl Iterator<Item = &str> {
        self.networks.iter().flatten().map(String::as_str).filter(|name| named(name).is_none())
    }
}
