//! The JSON schema of `afterword.toml`, made from the tables that serde reads. The configuration
//! reference and completion are made from it too.

use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::file::File;
use crate::feed;

/// The names of the tables, in the usual order of the file.
pub const TABLES: [&str; 8] =
    ["site", "posts", "feeds", "drafts", "cards", "ids", "rules", "allow"];

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let settings = SchemaSettings::draft07()
        .with(|settings| settings.inline_subschemas = true)
        .with_transform(RecursiveTransform(plain));
    settings.into_generator().into_root_schema_for::<File>().to_value()
});

/// Removes what is true of the Rust types alone, and the line breaks of doc comments.
fn plain(schema: &mut Schema) {
    schema.remove("format");
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = text.replace('\n', " ");
    }
}

/// The schema (JSON Schema, draft 7, which editors support for TOML). `x-default` is the default in
/// words, and `x-example` an example in TOML.
pub fn schema() -> &'static Value {
    &SCHEMA
}

/// The schema of a table.
pub fn table(name: &str) -> Option<&'static Value> {
    SCHEMA.get("properties")?.get(name)
}

/// The keys of a table, each with its schema; of an array of tables, those of one.
pub fn keys(table: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let table = table.get("items").unwrap_or(table);
    let keys = table.get("properties").and_then(Value::as_object);
    keys.into_iter().flatten().map(|(name, schema)| (name.as_str(), schema))
}

/// The words that a value may be, or that a list may hold.
pub fn words(value: &Value) -> impl Iterator<Item = &str> {
    let value = value.get("items").unwrap_or(value);
    let list = |key| value.get(key).and_then(Value::as_array).into_iter().flatten();
    // A Rust enum whose variants have doc comments is a choice of constants.
    let constants = list("oneOf").filter_map(|one| one.get("const"));
    list("enum").chain(constants).filter_map(Value::as_str)
}

/// What a table or key means.
pub fn description(schema: &Value) -> &str {
    schema["description"].as_str().unwrap_or_default()
}

/// The schema of an absolute URL.
pub(super) fn url(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^https?://" })
}

/// The schema of one of these words.
pub(super) fn word(words: impl IntoIterator<Item = &'static str>) -> Schema {
    json_schema!({ "enum": words.into_iter().collect::<Vec<_>>() })
}

/// The schema of a list of these words.
pub(super) fn list(words: impl IntoIterator<Item = &'static str>) -> Schema {
    json_schema!({ "type": "array", "items": word(words) })
}

/// The schema of a list of feed formats.
pub(super) fn formats(_: &mut SchemaGenerator) -> Schema {
    list(feed::FORMATS.iter().map(|format| format.name))
}
