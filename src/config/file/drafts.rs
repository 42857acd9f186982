//! `[drafts]`

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::Reading;
use crate::config::Drafts;
use crate::draft;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct DraftsTable {
    dir: Option<Spanned<String>>,
    networks: Option<Vec<Spanned<String>>>,
    limit: Option<usize>,
    followups: Option<bool>,
    utm: draft::settings::Utm,
    templates: BTreeMap<String, BTreeMap<String, draft::settings::Template>>,
}

impl Reading<'_> {
    pub(super) fn drafts(&mut self, table: DraftsTable, drafts: &mut Drafts) {
        self.folder(table.dir, &mut drafts.dir);
        let settings = &mut drafts.settings;
        for network in table.networks.iter().flatten() {
            if draft::network::named(network.get_ref()).is_none() {
                let known: Vec<&str> = draft::NETWORKS
                    .iter()
                    .map(|network| network.name())
                    .collect();
                self.unknown(network.span(), network.get_ref(), "a known network", &known);
            }
        }
        settings.networks = table
            .networks
            .map(|names| names.into_iter().map(Spanned::into_inner).collect());
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
