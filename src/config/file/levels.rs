//! `[rules]`

use std::collections::BTreeMap;

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use toml::Spanned;

use super::Reading;
use crate::nearly;
use crate::report::Level;

/// The schema of the table: every rule with its text and its level.
pub(super) fn schema(_: &mut SchemaGenerator) -> Schema {
    let levels = [Level::Error, Level::Warning, Level::Info].map(Level::name);
    let levels: Vec<&str> = levels.into_iter().chain(["off"]).collect();
    let rules: Map<String, Value> = crate::rules::all()
        .map(|rule| {
            let level =
                json!({ "description": rule.what, "enum": levels, "default": rule.level.name() });
            (rule.name.to_owned(), level)
        })
        .collect();
    json_schema!({ "type": "object", "properties": rules, "additionalProperties": false })
}

impl Reading<'_> {
    /// Whether a rule has this name; reports it otherwise.
    pub(super) fn is_rule(&mut self, name: &Spanned<String>) -> bool {
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
            if let Some(near) = near
                && let Some(last) = self.findings.pop()
            {
                let is_quoted = last
                    .at
                    .as_ref()
                    .is_some_and(|at| at.text().starts_with('"'));
                let near = if is_quoted {
                    format!("{near:?}")
                } else {
                    near.to_owned()
                };
                self.findings.push(last.replaced_by(near));
            }
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
