//! The generated parts of the documentation.

use std::fmt::Write as _;

use afterword::config::schema::{TABLES, description, keys, schema, table, words};
use afterword::draft::NETWORKS;
use afterword::draft::network::{Form as Told, LinkPlace};
use afterword::report::Rule;
use afterword::rules;
use serde_json::Value;

/// A name and the function that generates its text.
type Part = (&'static str, fn() -> String);

/// Parts of pages, by name.
pub static PARTS: &[Part] = &[("configuration", configuration), ("networks", networks)];

/// Whole files.
pub static FILES: &[Part] = &[
    ("docs/afterword.schema.json", || format!("{:#}\n", schema())),
    ("docs/rules.md", every_rule),
];

fn configuration() -> String {
    let mut page = String::new();
    for name in TABLES {
        let table = table(name).expect("a table of the schema");
        let (head, keys): (String, Vec<_>) = match &table["type"] {
            Value::String(form) if form == "array" => {
                (format!("[[{name}]]"), keys(table).collect())
            }
            _ if name == "rules" => (format!("[{name}]"), Vec::new()),
            _ => (format!("[{name}]"), keys(table).collect()),
        };
        let text = |schema: &Value, key: &str| schema[key].as_str().unwrap_or_default().to_owned();
        let (what, example) = (description(table), text(table, "x-example"));
        let _ = write!(page, "## {name}\n\n{what}\n\n```toml\n{head}\n{example}\n```\n\n");
        for (key, about) in keys {
            let (what, example) = (description(about), text(about, "x-example").replace('`', "'"));
            let _ = writeln!(page, "### {key}\n\n{what}\n\n- Takes {}.", takes(about));
            if let Some(default) = about["x-default"].as_str() {
                let _ = writeln!(page, "- Without it: {default}.");
            }
            let _ = writeln!(page, "- For example `{key} = {example}`.\n");
        }
    }
    page
}

/// The values of a key, in words.
fn takes(schema: &Value) -> String {
    let known: Vec<String> = words(schema).map(|word| format!("`\"{word}\"`")).collect();
    let known = match known.as_slice() {
        [one] => one.clone(),
        several => format!("one of {}", several.join(", ")),
    };
    if let Some(forms) = schema["anyOf"].as_array() {
        let forms: Vec<String> = forms.iter().map(takes).collect();
        return forms.join(", or ");
    }
    match schema["type"].as_str() {
        Some("string") if schema.get("pattern").is_some() => "an absolute URL".to_owned(),
        Some("string") => "a text".to_owned(),
        Some("boolean") => "`true` or `false`".to_owned(),
        Some("integer") => "a number from 1".to_owned(),
        Some("array") if schema["items"].get("enum").is_some() => {
            format!("a list of {}", known.trim_start_matches("one of "))
        }
        Some("array") if schema["items"]["type"] == "string" => "a list of texts".to_owned(),
        Some("array") => format!("a list, each entry {}", takes(&schema["items"])),
        Some("object") => {
            let names: Vec<String> = keys(schema).map(|(key, _)| format!("`{key}`")).collect();
            match names.as_slice() {
                [] => "a table".to_owned(),
                names => format!("a table with {}", names.join(", ")),
            }
        }
        _ => known,
    }
}

fn networks() -> String {
    let mut table = String::from(
        "| network | a post has at most | a recap becomes | the link stands | hashtags | links | images |\n\
         |---|---|---|---|---|---|---|\n",
    );
    for network in NETWORKS {
        let form = match network.form {
            Told::Thread => "a thread, a post a session",
            Told::Single => "one text, a line a session",
        };
        let link = match network.link {
            LinkPlace::First => "in the first post",
            LinkPlace::Last => "at the end",
        };
        let links = network.links.map_or_else(|| "any".to_owned(), |links| links.to_string());
        let _ = writeln!(
            table,
            "| {} | {} {} | {form} | {link} | {} | {links} | {} |",
            network.title, network.limit, network.unit, network.hashtags, network.images,
        );
    }
    table
}

/// The documentation of every rule, in Markdown.
fn every_rule() -> String {
    let mut text = format!(
        "# Rules\n\n{} rules: first what holds for posts, drafts and outputs, then, from *{}* on, what `afterword validate` asks of any feed. This page is made from the rules themselves; `afterword explain RULE` prints one of them. The level of each can be changed under `[rules]` in `afterword.toml`, unless the rule is an error *always*: without that error something would be lost.\n\n",
        rules::all().count(),
        afterword::validate::rules::FAMILIES[0].0,
    );
    for (section, rules) in rules::sections() {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "## {section}\n");
        for rule in rules {
            document(rule, &mut text);
        }
    }
    text
}

fn document(rule: &Rule, text: &mut String) {
    let mut about = rules::level(rule);
    if !rule.formats.is_empty() {
        let _ = write!(about, " · {}", rule.formats.join(", "));
    }
    if let Some(id) = rule.w3c {
        let _ = write!(about, " · `{id}` of the W3C Feed Validator");
    }
    // Write invisible characters as escapes.
    let shown = |code: &str| {
        let lines: Vec<String> = code
            .split('\n')
            .map(|line| {
                line.chars()
                    .map(|c| match c {
                        '"' | '\'' | '\\' => c.to_string(),
                        c => c.escape_debug().to_string(),
                    })
                    .collect()
            })
            .collect();
        lines.join("\n")
    };
    let _ = writeln!(
        text,
        "### {}\n\n*{about}*\n\n{}\n\n{}\n\nWrong:\n\n```text\n{}\n```\n\nRight:\n\n```text\n{}\n```\n",
        rule.name,
        prose(rule.what),
        prose(rule.why),
        shown(rule.example),
        shown(rule.instead),
    );
}

/// Text in which an element's name outside of code is not HTML.
fn prose(text: &str) -> String {
    let parts = text.split('`').enumerate().map(|(index, part)| {
        if index % 2 == 0 { part.replace('<', "\\<").replace('*', "\\*") } else { part.to_owned() }
    });
    parts.collect::<Vec<_>>().join("`")
}
