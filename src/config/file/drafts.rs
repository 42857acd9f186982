//! `[drafts]`

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use toml::Spanned;

use super::Reading;
use crate::config::{Drafts, schema};
use crate::draft;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct DraftsTable {
    /// The folder of the drafts, inside the folder of `afterword.toml`. It belongs where the site
    /// does not publish it.
    #[schemars(with = "String", extend("x-default" = "`\"drafts\"`", "x-example" = "\"drafts\""))]
    dir: Option<Spanned<String>>,
    /// The networks that drafts are written for; none where the list is empty.
    #[schemars(schema_with = "networks", extend("x-default" = "all of them", "x-example" = "[\"mastodon\", \"bluesky\"]"))]
    networks: Option<Vec<Spanned<String>>>,
    /// How many posts a thread may have.
    #[schemars(with = "NonZeroUsize", extend("x-default" = "`6`", "x-example" = "5"))]
    limit: Option<usize>,
    /// Whether links carry `utm_source`, `utm_medium` and `utm_campaign`; a string is the campaign
    /// of every post, `true` uses the post's own name.
    #[schemars(with = "draft::settings::Utm", extend("x-default" = "`false`", "x-example" = "true"))]
    utm: draft::settings::Utm,
    /// Whether a post that gains recordings or slides after its draft was posted gets a follow-up.
    #[schemars(with = "bool", extend("x-default" = "`true`", "x-example" = "false"))]
    followups: Option<bool>,
    /// Wording of your own, by network (or `all`) and part, or network, language and part, in the
    /// language of [minijinja](https://docs.rs/minijinja). The parts are `opener`, `session`,
    /// `list`, `rest`, `closing`, `whole` and `followup`.
    #[schemars(extend("x-default" = "the built-in wording", "x-example" = "{ mastodon = { opener = \"{{ headline }}\\n\\n{{ link }}\" } }"))]
    templates: BTreeMap<String, BTreeMap<String, draft::settings::Template>>,
}

fn networks(_: &mut SchemaGenerator) -> Schema {
    schema::list(draft::NETWORKS.iter().map(|network| network.name))
}

impl Reading<'_> {
    pub(super) fn drafts(&mut self, table: DraftsTable, drafts: &mut Drafts) {
        self.folder(table.dir, &mut drafts.dir);
        let settings = &mut drafts.settings;
        for network in table.networks.iter().flatten() {
            if draft::network::named(network.get_ref()).is_none() {
                let known = draft::NETWORKS.iter().map(|network| network.name);
                self.unknown(network.span(), network.get_ref(), "a known network", known);
            }
        }
        settings.networks =
            table.networks.map(|names| names.into_iter().map(Spanned::into_inner).collect());
        if let Some(limit) = table.limit {
            settings.limit = limit;
        }
        if let Some(followups) = table.followups {
            settings.followups = followups;
        }
        settings.utm = table.utm;
        settings.templates = table.templates;
    }
}
