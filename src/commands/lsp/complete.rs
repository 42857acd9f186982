//! Completions: keys and values of front matter, headers and configuration, people, tags and networks.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use lsp_types::{CompletionItem, CompletionItemKind, CompletionTextEdit, TextEdit};

use super::Document;
use super::hover::word_at;
use super::look::Look;
use super::overlay::Overlay;
use super::place::{line_at, place};
use super::show::network_of;
use crate::config::schema::{self, TABLES};
use crate::config::{self};
use crate::draft::NETWORKS;
use crate::draft::file::{File, KEYS, Status};
use crate::generator::Field;
use crate::post::front_matter::{self, Format};
use crate::project::{Memo, PEOPLE, Project};
use crate::read::{EVENT_KEYS, SESSION_KEYS};
use crate::report::Source;
use crate::tree::is_under;

/// The completions at a byte of a file.
pub(super) fn complete(
    tree: &Overlay,
    look: &Look,
    memo: &Memo,
    document: Document<'_>,
    at: usize,
) -> Vec<CompletionItem> {
    let line = line_at(document.text, at);
    let cursor = Cursor {
        before: document.text.get(line.start..at).unwrap_or_default(),
        above: document.text.get(..line.start).unwrap_or_default(),
    };
    if let Some(network) = network_of(document.path, &look.drafts) {
        let file = File::parse(&Source::new(document.path, document.text));
        if file
            .header_range
            .as_ref()
            .is_some_and(|header| header.contains(&at) || header.end == at)
        {
            return cursor.header();
        }
        return handles(look, network.name(), document, at);
    }
    match document.path {
        config::FILE => cursor.configuration(),
        PEOPLE => cursor.people(),
        path if is_under(path, &look.posts) => of_post(tree, look, memo, document, &cursor, at),
        _ => Vec::new(),
    }
}

/// The line up to the cursor, and the lines above.
struct Cursor<'a> {
    before: &'a str,
    above: &'a str,
}

impl Cursor<'_> {
    /// The key whose value is being written, and where it is: on this line, or above a list.
    fn key(&self, sign: char) -> Option<String> {
        let of = |line: &str| {
            let (key, _) = line.split_once(sign)?;
            let key = key.trim().trim_start_matches("- ").trim().trim_matches('"');
            (!key.is_empty()).then(|| key.to_owned())
        };
        if self.before.contains(sign) {
            return of(self.before);
        }
        let listed = self.before.trim_start();
        if !listed.starts_with(['-', '"', '[', ',']) {
            return None;
        }
        let is_item =
            |line: &&str| line.trim().is_empty() || line.trim_start().starts_with(['-', '"']);
        of(self.above.lines().rev().find(|line| !is_item(line))?)
    }

    fn is_nested(&self) -> bool {
        self.before.starts_with([' ', '\t'])
    }

    /// The table of a TOML file that the cursor is in.
    fn table(&self) -> Option<&str> {
        let name = self
            .above
            .lines()
            .rev()
            .find(|line| line.starts_with('['))?;
        Some(name.trim().trim_matches(['[', ']']))
    }

    fn header(&self) -> Vec<CompletionItem> {
        match self.key('=').as_deref() {
            None => KEYS
                .iter()
                .map(|key| item(key, &format!("{key} = "), ""))
                .collect(),
            Some("status") => [Status::Draft, Status::Approved, Status::Posted]
                .map(|status| quoted(status.name()))
                .into(),
            Some(_) => Vec::new(),
        }
    }

    fn people(&self) -> Vec<CompletionItem> {
        if self.key('=').is_some() || self.table().is_none() {
            return Vec::new();
        }
        let networks = NETWORKS.iter().map(|network| network.name());
        networks
            .chain(["aliases", "did"])
            .map(|key| item(key, &format!("{key} = "), ""))
            .collect()
    }

    fn configuration(&self) -> Vec<CompletionItem> {
        if self.before.starts_with('[') {
            let tables = TABLES
                .iter()
                .filter_map(|name| Some((*name, schema::table(name)?)));
            return tables
                .map(|(name, table)| item(name, name, schema::description(table)))
                .collect();
        }
        let Some(table) = self.table().and_then(schema::table) else {
            return Vec::new();
        };
        let mut keys = schema::keys(table);
        let Some(name) = self.key('=') else {
            return keys
                .map(|(key, about)| item(key, &format!("{key} = "), schema::description(about)))
                .collect();
        };
        match keys.find(|(key, _)| *key == name) {
            Some((_, about)) if about["type"] == "boolean" => switch(),
            Some((_, about)) => schema::words(about).map(quoted).collect(),
            None => Vec::new(),
        }
    }
}

fn of_post(
    tree: &Overlay,
    look: &Look,
    memo: &Memo,
    document: Document<'_>,
    cursor: &Cursor<'_>,
    at: usize,
) -> Vec<CompletionItem> {
    let Ok(project) = Project::configured(tree) else {
        return Vec::new();
    };
    let dialect = project.config.posts.dialect;
    let parts = front_matter::split(document.text, dialect.header_lines);
    let Some(format) = parts
        .format
        .filter(|_| at >= parts.head.start && (at <= parts.head.end || !parts.closed))
    else {
        return Vec::new();
    };
    let (sign, assigned) = match format {
        Format::Toml => ('=', " = "),
        _ => (':', ": "),
    };
    let Some(key) = cursor.key(sign) else {
        let nested = EVENT_KEYS.iter().chain(&SESSION_KEYS).copied();
        let keys: BTreeSet<&str> = if cursor.is_nested() {
            nested.collect()
        } else {
            let known = dialect.keys.iter();
            known
                .filter(|(_, field)| *field != Field::Foreign)
                .map(|(key, _)| *key)
                .collect()
        };
        return keys
            .into_iter()
            .map(|key| item(key, &format!("{key}{assigned}"), dialect.name))
            .collect();
    };
    let field = dialect
        .keys
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(&key));
    match field.map(|(_, field)| *field) {
        Some(field @ (Field::Tags | Field::Categories)) => {
            let tags = memo.terms(document.path, field == Field::Categories);
            tags.iter()
                .map(|tag| item(tag, tag, "used before"))
                .collect()
        }
        Some(Field::Authors) => names(look),
        Some(
            Field::Draft
            | Field::Published
            | Field::Private
            | Field::Unlisted
            | Field::Feeds
            | Field::Drafts,
        ) => switch(),
        _ if key.starts_with("speaker") => names(look),
        _ => Vec::new(),
    }
}

fn names(look: &Look) -> Vec<CompletionItem> {
    let people = look.people.all().iter();
    people
        .map(|person| item(&person.name, &person.name, PEOPLE))
        .collect()
}

/// The people who have a handle on a draft's network. The handle replaces the word.
fn handles(look: &Look, network: &str, document: Document<'_>, at: usize) -> Vec<CompletionItem> {
    let word = word_at(document.text, at).start..at;
    let people = look.people.all().iter();
    people
        .filter_map(|person| {
            let handle = person.handles.get(network)?;
            let mut about = handle.clone();
            let _ = write!(about, " {}", person.name);
            Some(CompletionItem {
                filter_text: Some(about),
                text_edit: Some(CompletionTextEdit::Edit(TextEdit {
                    range: place(document.text, &word),
                    new_text: handle.clone(),
                })),
                ..item(&person.name, handle, handle)
            })
        })
        .collect()
}

fn switch() -> Vec<CompletionItem> {
    ["true", "false"].map(|value| item(value, value, "")).into()
}

fn quoted(word: &str) -> CompletionItem {
    item(word, &format!("\"{word}\""), "")
}

fn item(label: &str, insert: &str, detail: &str) -> CompletionItem {
    CompletionItem {
        label: label.to_owned(),
        kind: Some(CompletionItemKind::VALUE),
        detail: Some(detail.to_owned()).filter(|detail| !detail.is_empty()),
        insert_text: Some(insert.to_owned()),
        ..CompletionItem::default()
    }
}
