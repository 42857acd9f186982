//! The generated parts of the documentation.

use std::fmt::Write as _;

use afterword::config::keys::{Form, Key, Kind, TABLES};
use afterword::config::schema;
use afterword::draft::NETWORKS;
use afterword::draft::network::{Form as Told, LinkPlace};
use afterword::rules;

/// A name and the function that generates its text.
type Part = (&'static str, fn() -> String);

/// Parts of pages, by name.
pub static PARTS: &[Part] = &[("configuration", configuration), ("networks", networks)];

/// Whole files.
pub static FILES: &[Part] = &[
    ("docs/afterword.schema.json", || format!("{:#}\n", schema())),
    ("docs/rules.md", rules::documentation),
];

fn configuration() -> String {
    let mut page = String::new();
    for table in TABLES {
        let (head, keys): (String, &[Key]) = match table.form {
            Form::Keys(keys) => (format!("[{}]", table.name), keys),
            Form::Several(keys) => (format!("[[{}]]", table.name), keys),
            Form::Texts | Form::Levels => (format!("[{}]", table.name), &[]),
        };
        let _ = write!(
            page,
            "## {}\n\n{}\n\n```toml\n{head}\n{}\n```\n\n",
            head.trim_matches(['[', ']']),
            table.what,
            table.example
        );
        for key in keys {
            let _ = write!(page, "### {}\n\n{}\n\n- Takes ", key.name, key.what);
            let _ = writeln!(page, "{}.", takes(key.kind));
            if !key.default.is_empty() {
                let _ = writeln!(page, "- Without it: {}.", key.default);
            }
            let _ = write!(
                page,
                "- For example `{} = {}`.\n\n",
                key.name,
                key.example.replace('`', "'")
            );
        }
    }
    page
}

fn takes(kind: Kind) -> String {
    let words = |words: Vec<&str>| {
        let quoted: Vec<String> = words.iter().map(|word| format!("`\"{word}\"`")).collect();
        quoted.join(", ")
    };
    match kind {
        Kind::Text => "a text".to_owned(),
        Kind::Address => "an absolute web address".to_owned(),
        Kind::Switch => "`true` or `false`".to_owned(),
        Kind::Count => "a number from 1".to_owned(),
        Kind::FullText => "`true`, `false`, or a list of formats".to_owned(),
        Kind::Part => "`true`, `false`, or a table with `full_text`".to_owned(),
        Kind::CountOrAll => "a number from 1, or `\"all\"`".to_owned(),
        Kind::Word(known) => match known() {
            one if one.len() == 1 => words(one),
            several => format!("one of {}", words(several)),
        },
        Kind::Texts => "a list of texts".to_owned(),
        Kind::Words(known) => format!("a list of {}", words(known())),
        Kind::People => {
            "a name, a table with `name`, `url` and `email`, or a list of those".to_owned()
        }
        Kind::SwitchOrText => "`true`, `false` or a text".to_owned(),
        Kind::Templates => {
            "tables of texts: network and part, or network, language and part".to_owned()
        }
    }
}

fn networks() -> String {
    let mut table = String::from(
        "| network | a post has at most | a recap becomes | the link stands | hashtags | links | images |\n\
         |---|---|---|---|---|---|---|\n",
    );
    for network in NETWORKS {
        let form = match network.form() {
            Told::Thread => "a thread, a post a session",
            Told::Single => "one text, a line a session",
        };
        let link = match network.link() {
            LinkPlace::First => "in the first post",
            LinkPlace::Last => "at the end",
        };
        let links = network
            .links()
            .map_or_else(|| "any".to_owned(), |links| links.to_string());
        let _ = writeln!(
            table,
            "| {} | {} {} | {form} | {link} | {} | {links} | {} |",
            network.title(),
            network.limit(),
            network.unit(),
            network.hashtags(),
            network.images(),
        );
    }
    table
}
