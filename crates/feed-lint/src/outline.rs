//! What a feed contains, whatever its format: to compare it with its previous version, with the
//! other formats of the same feed, and with the files that it refers to.

use std::ops::Range;

use super::Format;
use super::json::{Object, Value};
use super::values::relations;
use super::xml::{Document, Id, Ns};

/// A value and its position.
pub(crate) type Placed = (String, Range<usize>);

/// A feed in outline.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// The entries, in the order of the file.
    pub(super) entries: Vec<Entry>,
    /// Whether the file could not be read to its end, so that its entries are incomplete.
    pub(super) broken: bool,
}

impl Outline {
    /// The outline of a file that could not be read.
    pub(super) fn broken() -> Self {
        Self { broken: true, ..Self::default() }
    }
}

/// An entry in outline.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entry {
    /// Its id.
    pub id: Option<Placed>,
    /// The URL of its page.
    pub link: Option<Placed>,
    /// Its title.
    pub title: Option<Placed>,
    /// When it was published, else when it was changed.
    pub date: Option<Placed>,
    /// The files that go with it.
    pub files: Vec<File>,
}

/// A file that goes with an entry.
#[derive(Debug, Clone)]
pub(crate) struct File {
    /// Its URL.
    pub url: Placed,
    /// Its length according to the feed.
    pub length: Option<Placed>,
    /// Its media type according to the feed.
    pub kind: Option<Placed>,
}

/// The outline of a feed in XML.
pub(crate) fn of_xml(document: &Document<'_>, format: Format) -> Outline {
    let Some(root) = document.root() else {
        return Outline::broken();
    };
    let (holder, name) = match format {
        Format::Atom10 | Format::Atom03 => (Some(root), "entry"),
        Format::Rss20 | Format::Rss09x => {
            (document.elements(root).find(|id| document.local(*id) == "channel"), "item")
        }
        _ => (Some(root), "item"),
    };
    let Some(holder) = holder else {
        return Outline::default();
    };
    let entries = document
        .elements(holder)
        .filter(|id| document.local(*id) == name)
        .map(|id| entry_of_xml(document, id))
        .collect();
    Outline { entries, broken: document.broken }
}

fn entry_of_xml(document: &Document<'_>, id: Id) -> Entry {
    let mut entry = Entry::default();
    let core = document.ns(id);
    for child in document.elements(id) {
        let text = || Some((document.text(child).trim().to_owned(), document.inside(child)));
        let ns = document.ns(child);
        match document.local(child) {
            "guid" | "id" if ns == core => entry.id = text(),
            "title" if ns == core => entry.title = text(),
            "pubDate" | "published" if ns == core => entry.date = text(),
            "date" if ns == Ns::Dc && entry.date.is_none() => entry.date = text(),
            "updated" if ns == core && entry.date.is_none() => entry.date = text(),
            "link" if ns == core => link_of_xml(document, child, &mut entry),
            "enclosure" if ns == core => file_of_xml(document, child, "url", &mut entry),
            _ => {}
        }
    }
    entry
}

fn attribute(document: &Document<'_>, id: Id, name: &str) -> Option<Placed> {
    let attribute = document.attribute(id, name)?;
    Some((document.value(attribute).trim().to_owned(), attribute.value_range.clone()))
}

fn link_of_xml(document: &Document<'_>, id: Id, entry: &mut Entry) {
    let Some(href) = attribute(document, id, "href") else {
        entry.link = Some((document.text(id).trim().to_owned(), document.inside(id)));
        return;
    };
    match &*relations::of(document, id) {
        "alternate" => {
            entry.link.get_or_insert(href);
        }
        "enclosure" => file_of_xml(document, id, "href", entry),
        _ => {}
    }
}

fn file_of_xml(document: &Document<'_>, id: Id, name: &str, entry: &mut Entry) {
    if let Some(url) = attribute(document, id, name) {
        entry.files.push(File {
            url,
            length: attribute(document, id, "length"),
            kind: attribute(document, id, "type"),
        });
    }
}

/// The outline of a JSON Feed.
pub(crate) fn of_json(root: &Value<'_>) -> Outline {
    let items = root.object().into_iter().flat_map(|root| root.objects("items"));
    Outline { entries: items.map(entry_of_json).collect(), broken: false }
}

fn placed(node: &Object<'_>, name: &str) -> Option<Placed> {
    match node.get(name)? {
        Value::Text(range, text) => Some((text.to_string(), range.clone())),
        Value::Number(range, number) => Some(((*number).to_owned(), range.clone())),
        _ => None,
    }
}

fn entry_of_json(item: &Object<'_>) -> Entry {
    let file = |file: &Object<'_>| {
        Some(File {
            url: placed(file, "url")?,
            length: placed(file, "size_in_bytes"),
            kind: placed(file, "mime_type"),
        })
    };
    Entry {
        id: placed(item, "id"),
        link: placed(item, "url"),
        title: placed(item, "title"),
        date: placed(item, "date_published").or_else(|| placed(item, "date_modified")),
        files: item.objects("attachments").filter_map(file).collect(),
    }
}
