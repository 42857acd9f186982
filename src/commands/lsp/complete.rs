//! Completions: keys and values of front matter, headers and configuration, people, tags and networks.

use std::collections::BTreeMap;

use lsp_types::{CompletionItem, CompletionItemKind, CompletionTextEdit, TextEdit};

use super::checked::Checked;
use super::cursor::Cursor;
use super::document::Document;
use super::hover::word_at;
use super::place::line_at;
use super::snapshot::Snapshot;
use crate::config;
use crate::config::schema::{self, TABLES};
use crate::draft::NETWORKS;
use crate::draft::file::{KEYS, Status};
use crate::generator::{Dialect, Field};
use crate::post::front_matter::{self, Data, Format, Kind, Pair, quoted};
use crate::project::{Memo, PEOPLE, Project};
use crate::read::{EVENT_KEYS, IMAGE_KEYS, SESSION_KEYS, STATES, stands_in_tables};

/// The completions at a byte of a file.
pub(super) fn complete(document: Document<'_>, at: usize) -> Vec<CompletionItem> {
    let Checked { tree, snapshot, memo, .. } = document.project;
    let above = |start: usize, format| {
        let text = document.text.get(start..at).unwrap_or_default();
        Written { at: Cursor::at_end(text, format), format }
    };
    if let Some(network) = document.network() {
        return match document.draft().header_range {
            Some(header) if header.start <= at && at <= header.end => {
                above(header.start, Format::Toml).header()
            }
            _ => handles(snapshot, network.name, document, at),
        };
    }
    match document.path {
        config::FILE => {
            let line = line_at(document.text, at);
            let is_table = document.text.get(line).is_some_and(|line| line.starts_with('['));
            if is_table { tables() } else { above(0, Format::Toml).configuration() }
        }
        PEOPLE => above(0, Format::Toml).people(),
        path if document.is_post() => {
            let Ok(project) = Project::configured(tree) else { return Vec::new() };
            let dialect = project.config.posts.dialect;
            let parts = front_matter::split(document.text, dialect.header_lines);
            let is_inside = parts.head.start <= at && (at <= parts.head.end || !parts.closed);
            match parts.format.filter(|_| is_inside) {
                Some(format) => above(parts.head.start, format).post(snapshot, memo, dialect, path),
                None => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

/// What is written up to the cursor.
struct Written {
    at: Cursor,
    format: Format,
}

impl Written {
    /// The key whose value, or an item of whose value, is written, and the tables that it is in.
    fn value(&self) -> (&[String], Option<&str>) {
        let path = self.at.path.as_slice();
        match (&self.at.key, path.split_last()) {
            (Some(key), _) => (path, Some(key)),
            (None, Some((list, path))) if self.at.is_item => (path, Some(list)),
            _ => (path, None),
        }
    }

    fn header(&self) -> Vec<CompletionItem> {
        match self.value() {
            ([], None) => self.keys(KEYS.iter().map(|key| (*key, ""))),
            ([], Some("status")) => {
                let all = [Status::Draft, Status::Approved, Status::Posted];
                self.texts(all.map(Status::name), "")
            }
            _ => Vec::new(),
        }
    }

    fn people(&self) -> Vec<CompletionItem> {
        match self.value() {
            ([_], None) => {
                let networks = NETWORKS.iter().map(|network| network.name);
                self.keys(networks.chain(["aliases", "did"]).map(|key| (key, "")))
            }
            _ => Vec::new(),
        }
    }

    fn configuration(&self) -> Vec<CompletionItem> {
        let (path, key) = self.value();
        let Some(table) = schema::table(&path.join(".")) else { return Vec::new() };
        let keys = || schema::keys(table).map(|(key, about)| (key, schema::description(about)));
        let Some(key) = key else { return self.keys(keys()) };
        match schema::keys(table).find(|(name, _)| *name == key) {
            Some((_, about)) if about["type"] == "boolean" => switch(),
            Some((_, about)) => self.texts(schema::words(about), ""),
            None => Vec::new(),
        }
    }

    /// The completions in a post's front matter.
    fn post(
        &self,
        snapshot: &Snapshot,
        memo: &Memo,
        dialect: &Dialect,
        post: &str,
    ) -> Vec<CompletionItem> {
        let (mut path, key) = self.value();
        let field = |name: &str| {
            let known = dialect.keys.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
            known.map(|(_, field)| *field)
        };
        let table = path
            .first()
            .filter(|name| dialect.tables.contains(&name.as_str()) && field(name).is_none());
        if table.is_some() {
            path = path.get(1..).unwrap_or_default();
        }
        let outer = path.first().and_then(|name| field(name));
        if (outer, key.and_then(field)) == (None, Some(Field::Sessions))
            && self.format == Format::Yaml
            && self.at.is_item
        {
            // The item is a table, whose first key is on this line.
            return self.keys(SESSION_KEYS.map(|key| (key, dialect.name)));
        }
        let names =
            || self.texts(snapshot.people.all().iter().map(|person| person.name.as_str()), PEOPLE);
        match (outer, key) {
            (None, None) if path.is_empty() => {
                let table = table.map_or("", String::as_str);
                let known =
                    dialect.keys.iter().filter(|(_, field)| belongs(dialect, *field, table));
                self.keys(known.map(|(key, _)| (*key, dialect.name)))
            }
            (Some(Field::Event), None) => self.keys(EVENT_KEYS.map(|key| (key, dialect.name))),
            (Some(Field::Sessions), None) => self.keys(SESSION_KEYS.map(|key| (key, dialect.name))),
            (Some(Field::Image), None) => self.keys(IMAGE_KEYS.map(|key| (key, dialect.name))),
            (Some(Field::Sessions), Some("speaker" | "speakers")) => names(),
            (None, Some(key)) => match field(key) {
                Some(field @ (Field::Tags | Field::Categories)) => {
                    let terms = memo.terms(post, field == Field::Categories);
                    self.texts(terms.iter().map(String::as_str), "used before")
                }
                Some(Field::Authors) => names(),
                Some(Field::Status) => self.texts(STATES.map(|(name, _)| name), ""),
                Some(
                    Field::Draft
                    | Field::Published
                    | Field::Private
                    | Field::Unlisted
                    | Field::Feeds
                    | Field::NotInFeeds
                    | Field::Drafts,
                ) => switch(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// Keys, each with what it means.
    fn keys<'k>(&self, keys: impl IntoIterator<Item = (&'k str, &'k str)>) -> Vec<CompletionItem> {
        let insert = |key: &str| match self.at.quote {
            Some(_) => key.to_owned(),
            None => self.format.line(key, "", ""),
        };
        let keys: BTreeMap<&str, &str> = keys.into_iter().collect();
        keys.into_iter().map(|(key, about)| item(key, &insert(key), about)).collect()
    }

    /// Texts, quoted where the format wants it.
    fn texts<'t>(
        &self,
        texts: impl IntoIterator<Item = &'t str>,
        about: &str,
    ) -> Vec<CompletionItem> {
        let written = |text: &str| match (self.at.quote, self.format) {
            (Some('"'), _) => {
                let quoted = quoted(text);
                quoted[1..quoted.len() - 1].to_owned()
            }
            (Some(_), _) | (None, Format::Header) => text.to_owned(),
            (None, Format::Yaml) if is_plain(text) => text.to_owned(),
            (None, _) => quoted(text),
        };
        texts.into_iter().map(|text| item(text, &written(text), about)).collect()
    }
}

/// Whether YAML reads a text in a list as this text without quotation marks.
fn is_plain(text: &str) -> bool {
    let line = format!("a: [{text}]");
    let read = front_matter::parse_file(&line, Format::Yaml);
    let [Pair { value, .. }] = read.pairs.as_slice() else { return false };
    let [item] = value.items() else { return false };
    read.faults.is_empty() && item.data == Data::Scalar(text.into(), Kind::Text)
}

/// Whether a key with this meaning is written in a dialect's table, or at the top where that is empty.
fn belongs(dialect: &Dialect, field: Field, table: &str) -> bool {
    let anywhere = table.is_empty() || stands_in_tables(field);
    field != Field::Foreign
        && match dialect.home(field) {
            _ if dialect.homes.is_empty() => anywhere,
            Some((home, _)) => home == table,
            None => stands_in_tables(field) != table.is_empty(),
        }
}

fn tables() -> Vec<CompletionItem> {
    let tables = TABLES.iter().filter_map(|name| Some((*name, schema::table(name)?)));
    tables.map(|(name, table)| item(name, name, schema::description(table))).collect()
}

/// The people who have a handle on a draft's network. The handle replaces the word.
fn handles(
    snapshot: &Snapshot,
    network: &str,
    document: Document<'_>,
    at: usize,
) -> Vec<CompletionItem> {
    let word = word_at(document.text, at).start..at;
    let people = snapshot.people.all().iter();
    people
        .filter_map(|person| {
            let handle = person.handles.get(network)?;
            Some(CompletionItem {
                filter_text: Some(format!("{handle} {}", person.name)),
                text_edit: Some(CompletionTextEdit::Edit(TextEdit {
                    range: document.place(&word),
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

fn item(label: &str, insert: &str, detail: &str) -> CompletionItem {
    CompletionItem {
        label: label.to_owned(),
        kind: Some(CompletionItemKind::VALUE),
        detail: Some(detail.to_owned()).filter(|detail| !detail.is_empty()),
        insert_text: Some(insert.to_owned()),
        ..CompletionItem::default()
    }
}
