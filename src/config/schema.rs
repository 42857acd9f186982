//! The JSON schema of `afterword.toml`, for editors.

use serde_json::{Map, Value, json};

use super::keys::{Form, Key, Kind, TABLES, Table, levels};
use crate::{feed, rules};

/// The schema (JSON Schema, draft 7, which editors support for TOML).
#[must_use]
pub fn schema() -> Value {
    let tables: Map<String, Value> = TABLES
        .iter()
        .map(|table| (table.name.to_owned(), of_table(table)))
        .collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "afterword.toml",
        "description": "The configuration of Afterword: feeds and social-post drafts from recap posts.",
        "type": "object",
        "properties": tables,
        "additionalProperties": false,
    })
}

fn of_table(table: &Table) -> Value {
    let mut schema = match &table.form {
        Form::Keys(keys) => of_keys(keys),
        Form::Texts => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        Form::Levels => {
            let rules: Map<String, Value> = rules::all()
                .map(|rule| {
                    let level = json!({ "description": rule.what, "enum": levels(), "default": rule.level.name() });
                    (rule.name.to_owned(), level)
                })
                .collect();
            json!({ "type": "object", "properties": rules, "additionalProperties": false })
        }
        Form::Several(keys) => {
            let mut one = of_keys(keys);
            one["required"] = keys.iter().map(|key| key.name).collect();
            json!({ "type": "array", "items": one })
        }
    };
    schema["description"] = table.what.into();
    schema
}

fn of_keys(keys: &[Key]) -> Value {
    let properties: Map<String, Value> = keys
        .iter()
        .map(|key| {
            let mut schema = of_kind(key.kind);
            schema["description"] = key.what.into();
            (key.name.to_owned(), schema)
        })
        .collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn full_text() -> Value {
    let names: Vec<&str> = feed::FORMATS.iter().map(|format| format.name()).collect();
    json!({ "anyOf": [{ "type": "boolean" }, { "type": "array", "items": { "enum": names } }] })
}

fn of_kind(kind: Kind) -> Value {
    match kind {
        Kind::Text => json!({ "type": "string" }),
        Kind::Address => json!({ "type": "string", "pattern": "^https?://" }),
        Kind::Switch => json!({ "type": "boolean" }),
        Kind::Count => json!({ "type": "integer", "minimum": 1 }),
        Kind::CountOrAll => {
            json!({ "anyOf": [{ "type": "integer", "minimum": 1 }, { "enum": ["all"] }] })
        }
        Kind::FullText => full_text(),
        Kind::Part => json!({ "anyOf": [{ "type": "boolean" }, {
            "type": "object",
            "properties": { "full_text": full_text() },
            "required": ["full_text"],
            "additionalProperties": false,
        }] }),
        Kind::Word(words) => json!({ "enum": words() }),
        Kind::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Words(words) => json!({ "type": "array", "items": { "enum": words() } }),
        Kind::People => {
            let person = json!({ "anyOf": [{ "type": "string" }, {
                "type": "object",
                "properties": { "name": { "type": "string" }, "url": { "type": "string" }, "email": { "type": "string" } },
                "required": ["name"],
            }] });
            json!({ "anyOf": [person, { "type": "array", "items": person }] })
        }
        Kind::SwitchOrText => json!({ "type": ["boolean", "string"] }),
        Kind::Templates => {
            let parts = json!({ "type": "object", "additionalProperties": { "type": "string" } });
            let part = json!({ "anyOf": [{ "type": "string" }, parts] });
            let network = json!({ "type": "object", "additionalProperties": part });
            json!({ "type": "object", "additionalProperties": network })
        }
    }
}
