//! `[rules]`

use std::collections::BTreeMap;

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use toml::Spanned;

use super::Reading;
use crate::nearly;
use crate::report::{Finding, Level};
use crate::rules::configuration::CONFIG_VALUE;

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
        if crate::rules::find(name.get_ref()).is_some() {
            return true;
        }
        let at = self.source.span(name.span());
        let is_quoted = at.text().starts_with('"');
        let message = format!("{:?} is not a rule", name.get_ref());
        let finding = Finding::new(&CONFIG_VALUE, message).at(at);
        let near = nearly::meant(name.get_ref(), crate::rules::all().map(|rule| rule.name));
        self.findings.push(match near {
            None => finding.help("`afterword explain` lists the rules"),
            Some(near) => {
                let finding = finding.help(format!("did you mean {near:?}?"));
                let near = if is_quoted { format!("{near:?}") } else { near.to_owned() };
                finding.replaced_by(near)
            }
        });
        false
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
