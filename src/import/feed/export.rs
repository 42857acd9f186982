//! Exports of `WordPress` (WXR) and Blogger: feeds whose entries include pages, comments and drafts.

use super::wordpress::{self, Attachments};
use super::{Content, Entry};
use crate::import::filled;
use crate::post::{Image, date};
use crate::validate::xml::{Document, Id, Ns};

/// The kind of an entry, and whether it is public.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum State {
    /// A published post.
    #[default]
    Public,
    /// A post that is not public; the string says why.
    Held(String),
    /// Not a post; the string says what it is.
    Other(String),
}

/// The prefixes of an export's namespaces, and data that its entries refer to.
pub(super) struct Export<'d> {
    document: &'d Document<'d>,
    wp: Option<String>,
    excerpt: Option<String>,
    blogger: Option<String>,
    attachments: Attachments,
}

impl<'d> Export<'d> {
    /// Detects whether a feed is an export; `items` are its entries.
    pub(super) fn of(document: &'d Document<'d>, items: &[Id]) -> Self {
        let mut export = Self {
            document,
            wp: None,
            excerpt: None,
            blogger: None,
            attachments: Attachments::default(),
        };
        for declared in &document.namespaces {
            let slot = match &*declared.uri {
                uri if uri.contains("schemas.google.com/blogger/") => &mut export.blogger,
                uri if !uri.contains("wordpress.org/export/") => continue,
                uri if uri.contains("excerpt") => &mut export.excerpt,
                _ => &mut export.wp,
            };
            slot.get_or_insert_with(|| declared.prefix.to_owned());
        }
        if export.wp.is_some() {
            export.attachments = export.attachments_of(items);
        }
        export
    }

    /// The text of a child element with this prefix; `None` where it is empty.
    fn written(&self, id: Id, prefix: Option<&String>, local: &str) -> Option<String> {
        let prefix = prefix?;
        let document = self.document;
        let is = |child: &Id| document.local(*child) == local && document.prefix(*child) == prefix;
        filled(&document.text(document.elements(id).find(is)?))
    }

    fn wp(&self, id: Id, local: &str) -> Option<String> {
        self.written(id, self.wp.as_ref(), local)
    }

    fn attachments_of(&self, items: &[Id]) -> Attachments {
        let mut attachments = Attachments::default();
        for id in items {
            if let Some(url) = self.wp(*id, "attachment_url")
                && let Some(own) = self.wp(*id, "post_id")
            {
                let alt = self.meta(*id, "_wp_attachment_image_alt");
                let parent = self.wp(*id, "post_parent").unwrap_or_default();
                attachments.add(own, parent, Image { src: url, alt, credit: None });
            }
        }
        attachments
    }

    /// A `WordPress` meta value of a post.
    fn meta(&self, id: Id, key: &str) -> Option<String> {
        let mut metas = self.document.elements(id);
        let meta = metas.find(|meta| {
            self.document.local(*meta) == "postmeta"
                && self.wp(*meta, "meta_key").as_deref() == Some(key)
        })?;
        self.wp(meta, "meta_value")
    }

    /// Reads the fields of an entry that only exports have.
    pub(super) fn read(&self, entry: &mut Entry, id: Id) {
        entry.state = self.state(id);
        if self.wp.is_none() {
            return;
        }
        let gmt = self.wp(id, "post_date_gmt");
        let dates = [
            entry.published.take(),
            gmt.map(|date| format!("{date} +0000")),
            self.wp(id, "post_date"),
            self.wp(id, "post_modified"),
        ];
        let mut dates = dates.into_iter().flatten();
        entry.published = dates.find(|text| date::parse(text).is_ok());
        if let Some(excerpt) = self.written(id, self.excerpt.as_ref(), "encoded") {
            entry.summary = Some(Content::Html(excerpt));
        }
        if let Some(Content::Html(text)) = &entry.content {
            let own = self.wp(id, "post_id").unwrap_or_default();
            let (html, lost) = wordpress::html(text, &own, &self.attachments);
            entry.content = (!html.trim().is_empty()).then_some(Content::Html(html));
            entry.lost = lost;
        }
        let thumbnail = self.meta(id, "_thumbnail_id");
        if let Some(image) = thumbnail.and_then(|id| self.attachments.get(&id)) {
            entry.image = Some(image.clone());
        }
        if entry.state != State::Public {
            // An unpublished entry has no permanent URL.
            entry.link = entry.link.take().filter(|link| !link.contains("?p="));
        }
    }

    fn state(&self, id: Id) -> State {
        let document = self.document;
        if let Some(kind) = self.wp(id, "post_type").filter(|kind| kind != "post") {
            return State::Other(kind.replace(['_', '-'], " "));
        }
        let blogger = |local| self.written(id, self.blogger.as_ref(), local);
        let kind = blogger("type").or_else(|| self.kind(id));
        if let Some(kind) = kind.filter(|kind| !kind.eq_ignore_ascii_case("post")) {
            return State::Other(kind.to_ascii_lowercase());
        }
        let control = document.child(id, Ns::App, "control");
        let draft = control.and_then(|control| document.child(control, Ns::App, "draft"));
        let is_draft =
            draft.is_some_and(|draft| document.text(draft).trim().eq_ignore_ascii_case("yes"));
        let status = self.wp(id, "status").or_else(|| blogger("status"));
        let status = status.map(|status| status.to_ascii_lowercase());
        let status = status.filter(|status| !matches!(status.as_str(), "publish" | "live"));
        match status {
            Some(status) if status.contains("trash") => State::Other("trashed post".to_owned()),
            Some(status) if status == "auto-draft" => State::Other("automatic draft".to_owned()),
            Some(status) => State::Held(status),
            None if is_draft => State::Held("draft".to_owned()),
            None if self.wp(id, "post_password").is_some() => {
                State::Held("protected by a password".to_owned())
            }
            None => State::Public,
        }
    }

    /// The kind in a Blogger entry's categories; a reply is a comment.
    fn kind(&self, id: Id) -> Option<String> {
        let document = self.document;
        let mut categories = (document.elements(id))
            .filter(|child| document.local(*child) == "category" && is_kind(document, *child));
        let kind = categories.find_map(|child| {
            let term = document.value_of(child, "term")?;
            Some(term.rsplit(['#', '/']).next()?.to_owned())
        });
        let answer = document.child(id, Ns::Thr, "in-reply-to");
        kind.or(answer.map(|_| "comment".to_owned()))
    }
}

/// Whether a category of an entry is its kind rather than a topic.
pub(super) fn is_kind(document: &Document<'_>, category: Id) -> bool {
    let is = |name: &str, ends: &[&str]| {
        let value = document.value_of(category, name).unwrap_or_default();
        ends.iter().any(|end| value.ends_with(end))
    };
    is("scheme", &["#kind"])
        || is("domain", &["post_format", "nav_menu"])
        || is("nicename", &["uncategorized"])
}
