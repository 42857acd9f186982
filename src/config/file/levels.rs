//! `[rules]`

use std::collections::BTreeMap;

use toml::Spanned;

use super::Reading;
use crate::config::Allow;
use crate::nearly;
use crate::report::Level;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AllowTable {
    rule: Spanned<String>,
    path: String,
}

impl Reading<'_> {
    pub(super) fn allow(&mut self, tables: Vec<AllowTable>) -> Vec<Allow> {
        let mut all = Vec::new();
        for AllowTable { rule, path } in tables {
            if self.is_rule(&rule) {
                let rule = rule.into_inner();
                all.push(Allow { rule, path });
            }
        }
        all
    }

    /// Whether a rule has this name; reports it otherwise.
    fn is_rule(&mut self, name: &Spanned<String>) -> bool {
        let is_known = crate::rules::find(name.get_ref()).is_some();
        if !is_known {
            let near = nearly::meant(name.get_ref(), crate::rules::all().map(|rule| rule.name));
            self.wrong(
                name.span(),
                format!("{:?} is not a rule", name.get_ref()),
                near.map_or_else(
                    || "`afterword explain` lists the rules".to_owned(),
                    |near| format!("did you mean {near:?}?"),
                ),
            );
        }
        is_known
    }

    pub(super) fn levels(
        &mut self,
        rules: BTreeMap<Spanned<String>, Spanned<String>>,
    ) -> BTreeMap<String, Option<Level>> {
        let mut levels = BTreeMap::new();
        for (name, level) in rules {
            if !self.is_rule(&name) {
                continue;
            }
            let Some(level) = Level::named(level.get_ref()) else {
                self.wrong(
                    level.span(),
                    format!("{:?} is not a level", level.get_ref()),
                    "write \"error\", \"warning\", \"info\" or \"off\"",
                );
                continue;
            };
            levels.insert(name.into_inner(), level);
        }
        levels
    }
}
