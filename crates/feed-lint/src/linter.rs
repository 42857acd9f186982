//! Walks over an XML feed and checks every element by the row of its table.

mod misplaced;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, FixedOffset};
use url::Url;

use super::grammar::{Context, Found, Shape, Times, find, unqualified};
use super::log::{Log, NewFinding};
use super::rules::{dates, texts};
use super::values::date;
use super::xml::{Document, Id, Ns, Place};
use super::{Format, shapes};
use feed_lint_findings::Rule;

/// The validation of one document.
pub struct Linter<'a, 'l> {
    /// The document.
    pub document: &'l Document<'a>,
    /// Where findings go.
    pub log: &'l mut Log<'a>,
    /// The document's format.
    pub format: Format,
    /// The namespace of the format's own elements.
    pub core: Ns,
    /// The document's URL.
    pub base: Option<&'l Url>,
    /// The time to compare with.
    pub now: Option<DateTime<FixedOffset>>,
    /// The first children of elements that many others ask for.
    pub first: &'l Firsts,
    /// The known names that unknown ones probably mean, by the parent's name and their own.
    pub near: BTreeMap<(&'a str, &'a str), Option<String>>,
}

/// A cache of first children by parent and name, shared by parallel checks: without it every entry
/// would search the feed.
#[derive(Debug, Default)]
pub struct Firsts(Mutex<BTreeMap<(Id, &'static str), Option<Id>>>);

impl<'a, 'l> Linter<'a, 'l> {
    /// An element's name for messages: without a prefix in the format's own namespace, else with the
    /// usual prefix.
    pub fn label(&self, id: Id) -> String {
        if id == 0 {
            return "root".to_owned();
        }
        let (ns, local) = (self.document.ns(id), self.document.local(id));
        if ns == self.core || ns == Ns::None {
            return local.to_owned();
        }
        if ns == Ns::Rdf && self.document.parent(id) != 0 {
            return local.to_owned();
        }
        match ns.usual_prefix() {
            "" => self.document.name(id).to_owned(),
            prefix => format!("{prefix}:{local}"),
        }
    }

    /// The name of the element that holds `id`.
    pub fn parent_label(&self, id: Id) -> String {
        self.label(self.document.parent(id))
    }

    /// Reports a finding at an element's start tag.
    pub fn about(
        &mut self,
        rule: &'static Rule,
        id: Id,
        message: impl Into<String>,
    ) -> NewFinding<'_> {
        self.about_at(rule, id, self.document.tag(id), message)
    }

    /// The same without the element's parent.
    pub fn about_alone(
        &mut self,
        rule: &'static Rule,
        id: Id,
        message: impl Into<String>,
    ) -> NewFinding<'_> {
        let label = self.label(id);
        self.log.report(rule, self.document.tag(id), message).element(label)
    }

    /// Reports a finding about an element at another place.
    pub fn about_at(
        &mut self,
        rule: &'static Rule,
        id: Id,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> NewFinding<'_> {
        let (label, parent) = (self.label(id), self.parent_label(id));
        self.log.report(rule, range, message).element(label).parent(parent)
    }

    /// Reports a finding at the text in an element.
    pub fn about_text(
        &mut self,
        rule: &'static Rule,
        id: Id,
        message: impl Into<String>,
    ) -> NewFinding<'_> {
        self.about_at(rule, id, self.trimmed(id), message)
    }

    /// Reports that the text in an element is wrong, and what to write instead.
    pub fn wrong_text(
        &mut self,
        rule: &'static Rule,
        id: Id,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let text = self.text(id);
        self.about_text(rule, id, message).value(&text).help(help);
    }

    /// Reports that the value of an attribute is wrong, and what to write instead.
    pub fn wrong_value(
        &mut self,
        rule: &'static Rule,
        id: Id,
        name: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let value = self.document.value_of(id, name).unwrap_or_default();
        self.about_attribute(rule, id, name, message).value(&value).help(help);
    }

    /// Reports a finding at an attribute; it names the attribute's element and that element's parent.
    pub fn about_attribute(
        &mut self,
        rule: &'static Rule,
        id: Id,
        name: &str,
        message: impl Into<String>,
    ) -> NewFinding<'_> {
        self.about_at(rule, id, self.value_range(id, name), message).attr(name)
    }

    /// The range of an attribute's value; the start tag where there is no such attribute.
    pub fn value_range(&self, id: Id, name: &str) -> Range<usize> {
        let attribute = self.document.attribute(id, name);
        attribute.map_or_else(|| self.document.tag(id), |attribute| attribute.value_range.clone())
    }

    /// The range of the text in an element, without surrounding white space; the start tag where
    /// there is no text.
    pub fn trimmed(&self, id: Id) -> Range<usize> {
        let range = self.document.inside(id);
        let raw = self.document.source().get(range.clone()).unwrap_or_default();
        if raw.trim().is_empty() {
            return self.document.tag(id);
        }
        let start = range.start + (raw.len() - raw.trim_start().len());
        start..range.start + raw.trim_end().len()
    }

    /// An element's text without surrounding white space.
    pub fn text(&self, id: Id) -> Cow<'a, str> {
        match self.document.text(id) {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(mut text) => {
                text.truncate(text.trim_end().len());
                text.drain(..text.len() - text.trim_start().len());
                Cow::Owned(text)
            }
        }
    }

    /// The element of the format itself, or `None`.
    pub fn core_child(&self, id: Id, local: &str) -> Option<Id> {
        self.core_children(id, local).next()
    }

    /// The elements of that name of the format itself.
    pub fn core_children<'n>(
        &self,
        id: Id,
        local: &'n str,
    ) -> impl Iterator<Item = Id> + use<'a, 'l, 'n> {
        self.document.named(id, self.core, local)
    }

    /// The same, cached for a holder that is asked repeatedly.
    pub fn first_of(&self, holder: Id, local: &'static str) -> Option<Id> {
        let mut known = self.first.0.lock().unwrap_or_else(PoisonError::into_inner);
        *known.entry((holder, local)).or_insert_with(|| self.core_child(holder, local))
    }

    /// Whether an element belongs to the format itself.
    pub fn is_core(&self, id: Id) -> bool {
        self.document.ns(id) == self.core
    }

    /// Whether `xml:base` is in force at an element.
    pub fn has_base(&self, id: Id) -> bool {
        let above = std::iter::successors(Some(id), |at| Some(self.document.parent(*at)));
        above
            .take_while(|at| *at != 0)
            .any(|at| self.document.attribute_ns(at, Ns::Xml, "base").is_some())
    }

    /// Whether the format is a kind of Atom.
    pub fn is_atom(&self) -> bool {
        matches!(self.format, Format::Atom10 | Format::Atom03)
    }

    /// Whether the format is RSS 0.91 to 2.0, whose elements have only the attributes that the
    /// specification names (RSS 2.0, "Extending RSS").
    fn is_rss(&self) -> bool {
        matches!(self.format, Format::Rss20 | Format::Rss09x)
    }

    /// Whether the format is RSS in RDF: 0.90 or 1.0.
    pub fn is_rdf(&self) -> bool {
        matches!(self.format, Format::Rss10 | Format::Rss090)
    }

    /// Whether the format is RSS 0.91.
    pub fn is_rss_091(&self) -> bool {
        let version = |root| self.document.value_of(root, "version");
        self.format == Format::Rss09x
            && self.document.root().and_then(version).as_deref() == Some("0.91")
    }

    /// Checks the children of `id` by a table.
    pub fn children(&mut self, id: Id, context: &'static Context) {
        let mut once: Vec<(&str, Ns, Id)> = Vec::with_capacity(8);
        let document = self.document;
        let own = document.ns(id);
        let mut others: Vec<(Id, Shape)> = Vec::new();
        let mut has_text = false;
        for child in document.children(id) {
            if !document.is_element(child) {
                let blank = document.piece(child).is_none_or(|text| text.trim().is_empty());
                if !blank && !has_text {
                    has_text = true;
                    self.unexpected_text(id, child);
                }
                continue;
            }
            let ns = document.ns(child);
            let name = unqualified(ns, document.local(child));
            let core = ns == self.core || (ns == own && ns == Ns::Atom);
            match find(context, core, ns, name) {
                Found::Row((_, times, shape)) => {
                    // A check function checks attributes too.
                    let plain = !matches!(shape, Shape::Custom(_) | Shape::Anything);
                    let knows_attributes = !core || self.is_rss() || self.core == Ns::Atom;
                    if plain && knows_attributes {
                        self.attributes(child, &[]);
                    }
                    if *times == Times::Often {
                        others.push((child, *shape));
                    } else {
                        let before = once
                            .iter()
                            .find(|(other, space, _)| *other == name && *space == ns)
                            .map(|(_, _, id)| *id);
                        match before {
                            Some(first) => self.duplicate(child, first),
                            None => once.push((name, ns, child)),
                        }
                        self.shape(child, *shape);
                    }
                }
                Found::Unknown => self.unknown(child, id),
                Found::NotChecked => self.foreign(child, id),
            }
        }
        self.each(&others);
        self.required(id, context.required);
        if let Some(after) = context.after {
            after(self, id);
        }
    }

    /// Checks elements that may be numerous, such as the entries of a feed.
    fn each(&mut self, elements: &[(Id, Shape)]) {
        let (document, format, core) = (self.document, self.format, self.core);
        let (base, now, first) = (self.base, self.now, self.first);
        let check = |log: &mut Log<'a>, elements: &[(Id, Shape)]| {
            let mut check =
                Linter { document, log, format, core, base, now, first, near: BTreeMap::new() };
            for (id, shape) in elements {
                check.shape(*id, *shape);
            }
        };
        if document.entities.declared.is_empty() {
            self.log.in_parallel(elements, check);
        } else {
            // The budget for entity expansion is shared by all elements, in document order.
            check(self.log, elements);
        }
    }

    /// The source range of a part of decoded text.
    pub fn place(&self, place: &mut Place, at: usize, length: usize) -> Range<usize> {
        let start = place.locate(self.document.source(), &self.document.entities, at);
        let length = length.min(80);
        start..start + length.max(1)
    }

    /// Reports a date that is hardly intended.
    pub fn check_plausible(&mut self, id: Id, instant: DateTime<FixedOffset>) {
        if let Some(message) = date::implausible(instant, self.now) {
            let help = "write the date at which the entry was published or changed";
            self.wrong_text(&dates::IMPLAUSIBLE_DATE, id, message, help);
        }
    }

    /// Reports an element without text.
    pub fn blank(&mut self, id: Id) {
        let name = self.label(id);
        self.about(&texts::BLANK_ELEMENT, id, format!("`{name}` is empty"))
            .help("write something into it, or leave the element out");
    }

    /// Checks an element by its shape.
    pub fn shape(&mut self, id: Id, shape: Shape) {
        match shape {
            Shape::Anything => {}
            Shape::Inside(context) => self.children(id, context),
            Shape::Custom(custom) => custom(self, id),
            other => shapes::check(self, id, other),
        }
    }
}
