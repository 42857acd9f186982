//! RSS 0.9x, 1.0 and 2.0, and Atom.

use super::export::{Export, is_kind};
use super::{Content, Entry, Feed, Site};
use crate::import::{absolute, filled, one_line};
use crate::post::{Author, Image};
use crate::report::Source;
use crate::validate::xml::{Document, Id, Ns};
use crate::validate::{self, Format};

pub(super) fn read(source: &Source) -> Option<Feed> {
    let document = validate::parse(source);
    let format = validate::format_of(&document);
    let root = document.root()?;
    let mut reader = Reader { document: &document, export: None };
    let mut children = document.elements(root);
    let channel = children.find(|id| document.local(*id) == "channel");
    let channel = channel.unwrap_or(root);
    let (about, holder, name) = match format {
        Format::Atom10 | Format::Atom03 if document.local(root) == "entry" => (root, 0, "entry"),
        Format::Atom10 | Format::Atom03 => (root, root, "entry"),
        Format::Rss10 | Format::Rss090 => (channel, root, "item"),
        Format::Rss20 | Format::Rss09x => (channel, channel, "item"),
        Format::JsonFeed | Format::Unknown => return None,
    };
    let site = reader.site(about);
    let entries = document.elements(holder);
    let entries: Vec<Id> = entries.filter(|id| document.local(*id) == name).collect();
    reader.export = Some(Export::of(&document, &entries));
    Some(Feed {
        site,
        entries: entries.into_iter().map(|id| reader.entry(id)).collect(),
        is_broken: document.broken,
    })
}

struct Reader<'d> {
    document: &'d Document<'d>,
    /// Extra data for entries by the program that wrote the file.
    export: Option<Export<'d>>,
}

impl Reader<'_> {
    fn site(&self, id: Id) -> Site {
        // The feed's own elements have the same names as an entry's.
        let own = self.entry(id);
        let title = own.title.map(|title| title.plain());
        Site {
            title: title.filter(|title| !title.is_empty()),
            url: (own.link.or(own.base)).and_then(|url| absolute(&url, None)),
            language: own.language,
            authors: own.authors,
        }
    }

    fn entry(&self, id: Id) -> Entry {
        let document = self.document;
        let mut entry = Entry {
            at: document.tag(id).start,
            base: self.attribute(id, Ns::Xml, "base"),
            language: self.attribute(id, Ns::Xml, "lang"),
            id: self.attribute(id, Ns::Rdf, "about"),
            ..Entry::default()
        };
        let core = document.ns(id);
        for child in document.elements(id) {
            self.read_child(&mut entry, child, core);
        }
        if entry.link.is_none() {
            // A guid is the page unless it says that it is not.
            entry.link = entry.id.clone().filter(|id| id.starts_with("http"));
        }
        if let Some(export) = &self.export {
            export.read(&mut entry, id);
        }
        entry
    }

    fn attribute(&self, id: Id, ns: Ns, name: &str) -> Option<String> {
        let attribute = self.document.attribute_ns(id, ns, name)?;
        Some(self.document.value(attribute).into_owned())
    }

    /// Reads a child of an entry whose own namespace is `core`.
    fn read_child(&self, entry: &mut Entry, id: Id, core: Ns) {
        let document = self.document;
        let ns = document.ns(id);
        let text = || filled(&document.text(id));
        match (document.local(id), ns) {
            ("guid", _) if ns == core => {
                entry.id = text();
                let is_page = document.value_of(id, "isPermaLink").as_deref() != Some("false");
                if is_page && entry.link.is_none() {
                    entry.link = text().filter(|text| text.starts_with("http"));
                }
            }
            ("id", _) if ns == core => entry.id = text(),
            ("title", _) if ns == core => {
                let language = entry.language.take();
                entry.language = language.or_else(|| self.attribute(id, Ns::Xml, "lang"));
                entry.title = self.content(id, false);
            }
            ("link", _) if ns == core || ns == Ns::Atom => self.link(entry, id, ns == core),
            ("pubDate" | "published" | "issued" | "created", _) if ns == core => {
                entry.published = text();
            }
            ("updated" | "modified", _) if ns == core || ns == Ns::Atom => entry.updated = text(),
            ("date", Ns::Dc) | ("created" | "issued", Ns::Dcterms) => {
                entry.published = entry.published.take().or_else(text);
            }
            ("modified", Ns::Dcterms) => entry.updated = entry.updated.take().or_else(text),
            ("language", _) if ns == core || ns == Ns::Dc => entry.language = text(),
            ("author", _) if ns == core => entry.authors.extend(self.author(id)),
            // A URL of the site's editor says nothing about a post.
            ("creator", Ns::Dc) => entry.authors.extend(text().map(|name| author_in(&name))),
            ("category", _) if ns == core && is_kind(document, id) => {}
            ("category", _) if ns == core => {
                let tag = document.value_of(id, "label").or_else(|| document.value_of(id, "term"));
                let tag = tag.map(|tag| one_line(&tag)).filter(|tag| !tag.is_empty());
                entry.tags.extend(tag.or_else(text));
            }
            ("subject", Ns::Dc) => entry.tags.extend(text()),
            ("encoded", Ns::Content) => entry.content = self.content(id, true),
            ("content", _) if ns == core => entry.content = self.content(id, false),
            ("description", _) if ns == core => entry.summary = self.content(id, true),
            ("summary" | "subtitle" | "tagline", _) if ns == core => {
                entry.summary = self.content(id, false);
            }
            ("markdown", Ns::Source) => entry.markdown = text(),
            ("enclosure", _) if ns == core => self.attached(entry, id, "url"),
            ("content" | "thumbnail", Ns::Media) => self.attached(entry, id, "url"),
            _ => {}
        }
    }

    fn link(&self, entry: &mut Entry, id: Id, is_own: bool) {
        let document = self.document;
        let Some(href) = document.value_of(id, "href") else {
            let text = filled(&document.text(id)).filter(|_| is_own);
            entry.link = text.or(entry.link.take());
            return;
        };
        match &*validate::relation(document, id) {
            "alternate" if is_own && entry.link.is_none() => {
                entry.link = Some(href.into_owned());
            }
            "related" => entry.external = Some(href.into_owned()),
            "enclosure" => self.attached(entry, id, "href"),
            _ => {}
        }
    }

    /// An attachment: the entry's image, or another file.
    fn attached(&self, entry: &mut Entry, id: Id, attribute: &str) {
        let document = self.document;
        let value = |name: &str| filled(&document.value_of(id, name)?);
        let Some(url) = value(attribute) else { return };
        let guess = || Some(mime_guess::from_path(&url).first_raw()?.to_owned());
        let kind = value("type").or_else(|| value("medium")).or_else(guess);
        let is_image =
            document.local(id) == "thumbnail" || kind.is_some_and(|kind| kind.starts_with("image"));
        if is_image && entry.image.is_none() {
            let mut children = document.elements(id);
            let described = children.find(|child| {
                document.ns(*child) == Ns::Media
                    && matches!(document.local(*child), "description" | "title")
            });
            let alt = value("title").or_else(|| filled(&document.text(described?)));
            entry.image = Some(Image { src: url, alt, credit: None });
        } else if !is_image && document.ns(id) != Ns::Media {
            entry.enclosures.push(url);
        }
    }

    /// A text by its type; `html`: RSS descriptions are HTML, whatever they look like.
    fn content(&self, id: Id, html: bool) -> Option<Content> {
        let document = self.document;
        let kind = document.value_of(id, "type").unwrap_or_default();
        let mode = document.value_of(id, "mode").unwrap_or_default();
        let text = document.text(id).trim().to_owned();
        // XHTML, or HTML that was not escaped.
        let (text, html) = if document.has_elements(id) {
            (self.markup(id), true)
        } else {
            (text, html || kind.contains("html") || mode == "escaped")
        };
        if text.is_empty() || !html && (kind == "base64" || mode == "base64") {
            return None;
        }
        // Some readers take titles of RSS as text, others as HTML.
        let is_atom = matches!(document.ns(id), Ns::Atom | Ns::Atom03);
        Some(if is_atom && !html { Content::Text(text) } else { Content::Html(text) })
    }

    /// The markup inside an element as written.
    fn markup(&self, id: Id) -> String {
        let document = self.document;
        let mut children = document.children(id).map(|child| document.whole(child));
        let first = children.next().unwrap_or_default();
        let end = children.last().map_or(first.end, |last| last.end);
        let inside = document.source().get(first.start..end);
        inside.unwrap_or_default().to_owned()
    }

    /// `<author>` of Atom, and of RSS, where it is a mail address with the name in brackets.
    fn author(&self, id: Id) -> Option<Author> {
        let document = self.document;
        let part = |names: &[&str]| {
            let mut children = document.elements(id);
            let child = children.find(|child| names.contains(&document.local(*child)))?;
            Some(one_line(&document.text(child))).filter(|text| !text.is_empty())
        };
        if document.has_elements(id) {
            return Some(Author {
                name: part(&["name"])?,
                url: part(&["uri", "url"]).filter(|url| url.starts_with("http")),
                email: None,
            });
        }
        let text = one_line(&document.text(id));
        (!text.is_empty()).then(|| author_in(&text))
    }
}

/// The name in "ada@example.org (Ada Example)"; a mail address is never published.
fn author_in(text: &str) -> Author {
    let text = one_line(text);
    let name = match text.split_once('(') {
        Some((mail, name)) if mail.contains('@') => name.trim_end_matches(')').trim(),
        _ => match text.split_once('<') {
            Some((name, mail)) if mail.contains('@') => name.trim(),
            _ => text.as_str(),
        },
    };
    // Without a name, the part before `@` is the best substitute.
    let name = match name.split_once('@') {
        Some((before, host)) if !name.contains(' ') && host.contains('.') => before,
        _ => name,
    };
    Author::named(name)
}
