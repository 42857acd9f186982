//! Walks over an XML feed and checks every element by the row of its table.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, FixedOffset};
use url::Url;

use super::encoding::Mangled;
use super::grammar::{CHANNEL, Context, Found, ITEM, Shape, Times, bare, find};
use super::log::{Log, Noted};
use super::rules::encoding::MANGLED_TEXT;
use super::rules::{dates, html, namespaces, podcast, structure, texts};
use super::xml::{Document, Id, Ns, Place};
use super::{Format, encoding, shapes};
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
    /// Whether texts need a check for mojibake.
    pub suspicious: bool,
    /// The first children of holders that were asked for.
    pub first: &'l Firsts,
}

/// The first children of holders by their names, shared by parallel checks,
/// so that many entries need not search one feed each.
#[derive(Debug, Default)]
pub struct Firsts(Mutex<BTreeMap<(Id, &'static str), Option<Id>>>);

impl<'a, 'l> Linter<'a, 'l> {
    /// An element's name for messages: without a prefix in the format's own namespace, else with the
    /// usual prefix.
    #[must_use]
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
    #[must_use]
    pub fn parent_label(&self, id: Id) -> String {
        self.label(self.document.parent(id))
    }

    /// Reports a violation of `rule` at `range`.
    pub fn report(
        &mut self,
        rule: &'static Rule,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> Noted<'_> {
        self.log.report(rule, range, message)
    }

    /// Reports a finding at an element's start tag.
    pub fn about(&mut self, rule: &'static Rule, id: Id, message: impl Into<String>) -> Noted<'_> {
        self.about_at(rule, id, self.document.tag(id), message)
    }

    /// The same without the element's parent.
    pub fn about_alone(
        &mut self,
        rule: &'static Rule,
        id: Id,
        message: impl Into<String>,
    ) -> Noted<'_> {
        let label = self.label(id);
        self.log
            .report(rule, self.document.tag(id), message)
            .element(label)
    }

    /// Reports a finding about an element at another place.
    pub fn about_at(
        &mut self,
        rule: &'static Rule,
        id: Id,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> Noted<'_> {
        let (label, parent) = (self.label(id), self.parent_label(id));
        self.log
            .report(rule, range, message)
            .element(label)
            .parent(parent)
    }

    /// Reports a finding at the text in an element.
    pub fn about_text(
        &mut self,
        rule: &'static Rule,
        id: Id,
        message: impl Into<String>,
    ) -> Noted<'_> {
        self.about_at(rule, id, self.trimmed(id), message)
    }

    /// Reports a finding at an attribute; it names the attribute's element and that element's parent.
    pub fn about_attribute(
        &mut self,
        rule: &'static Rule,
        id: Id,
        name: &str,
        message: impl Into<String>,
    ) -> Noted<'_> {
        self.about_at(rule, id, self.value_range(id, name), message)
            .attr(name)
    }

    /// The range of an attribute's value; the start tag where there is no such attribute.
    #[must_use]
    pub fn value_range(&self, id: Id, name: &str) -> Range<usize> {
        self.document
            .attributes(id)
            .iter()
            .find(|attribute| attribute.name == name)
            .map_or_else(
                || self.document.tag(id),
                |attribute| attribute.value_range.clone(),
            )
    }

    /// The range of the text in an element, without surrounding white space; the start tag where
    /// there is no text.
    #[must_use]
    pub fn trimmed(&self, id: Id) -> Range<usize> {
        let range = self.document.inside(id);
        let raw = self
            .document
            .source()
            .get(range.clone())
            .unwrap_or_default();
        if raw.trim().is_empty() {
            return self.document.tag(id);
        }
        let start = range.start + (raw.len() - raw.trim_start().len());
        start..range.start + raw.trim_end().len()
    }

    /// An element's text without surrounding white space.
    #[must_use]
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
    #[must_use]
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
        *known
            .entry((holder, local))
            .or_insert_with(|| self.core_child(holder, local))
    }

    /// Whether an element belongs to the format itself.
    #[must_use]
    pub fn is_core(&self, id: Id) -> bool {
        self.document.ns(id) == self.core
    }

    /// Whether the format is a kind of Atom.
    #[must_use]
    pub fn is_atom(&self) -> bool {
        matches!(self.format, Format::Atom10 | Format::Atom03)
    }

    /// Whether the format is RSS 0.91 to 2.0, whose elements have only the attributes that the
    /// specification names (RSS 2.0, "Extending RSS").
    fn is_rss(&self) -> bool {
        matches!(self.format, Format::Rss20 | Format::Rss09x)
    }

    /// Whether the format is RSS 0.91.
    #[must_use]
    pub fn is_rss_091(&self) -> bool {
        let version = |root| self.document.value_of(root, "version");
        self.format == Format::Rss09x
            && self.document.root().and_then(version).as_deref() == Some("0.91")
    }

    /// Checks the children of `id` by a table.
    pub fn children(&mut self, id: Id, context: &'static Context) {
        let mut once: Vec<(&str, Ns, Id)> = Vec::new();
        let document = self.document;
        let own = document.ns(id);
        let mut others: Vec<(Id, Shape)> = Vec::new();
        let mut text_said = false;
        for child in document.children(id) {
            if !document.is_element(child) {
                let blank = document
                    .piece(child)
                    .is_none_or(|text| text.trim().is_empty());
                if !blank && !text_said {
                    text_said = true;
                    self.unexpected_text(id, child);
                }
                continue;
            }
            let ns = document.ns(child);
            let name = bare(ns, document.local(child));
            let core = ns == self.core || (ns == own && ns == Ns::Atom);
            match find(context, core, ns, name) {
                Found::Row(row) => {
                    // A check function checks attributes too.
                    let plain = !matches!(row.2, Shape::Custom(_) | Shape::Anything);
                    let judged = !core || self.is_rss() || self.core == Ns::Atom;
                    if plain && judged {
                        self.attributes(child, &[]);
                    }
                    if row.1 == Times::Often {
                        others.push((child, row.2));
                    } else {
                        let before = once
                            .iter()
                            .find(|(other, space, _)| *other == name && *space == ns)
                            .map(|(_, _, id)| *id);
                        match before {
                            Some(first) => self.duplicate(child, first),
                            None => once.push((name, ns, child)),
                        }
                        self.shape(child, row.2);
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
        let (base, now, suspicious, first) = (self.base, self.now, self.suspicious, self.first);
        let check = |log: &mut Log<'a>, elements: &[(Id, Shape)]| {
            let mut check = Linter {
                document,
                log,
                format,
                core,
                base,
                now,
                suspicious,
                first,
            };
            for (id, shape) in elements {
                check.shape(*id, *shape);
            }
        };
        if document.entities.declared.is_empty() {
            self.log.side_by_side(elements, check);
        } else {
            // The budget for entity expansion is shared by all elements, in document order.
            check(self.log, elements);
        }
    }

    /// Reports missing elements, unless the document broke off before they could come.
    pub fn required(&mut self, id: Id, required: &'static [(&'static str, &'static Rule)]) {
        if !self.document.closed(id) {
            return;
        }
        for (name, rule) in required {
            let own = self.document.ns(id) == Ns::Atom
                && self.document.child(id, Ns::Atom, name).is_some();
            if !own && self.core_child(id, name).is_none() {
                self.missing(id, name, rule);
            }
        }
    }

    /// Reports that `id` lacks the element `name`.
    pub fn missing(&mut self, id: Id, name: &str, rule: &'static Rule) {
        let has_owner = self.document.child(id, Ns::Itunes, "owner").is_some();
        let parent = self.label(id);
        let shown = parent.replace('_', ":");
        let message = format!("`{shown}` has no `{name}`");
        self.log
            .report(rule, self.document.tag(id), message)
            .element(name)
            .parent(parent)
            .help(match name {
                "itunes:category" => format!("add `<{name} text=\"…\"/>` inside `{shown}`"),
                "itunes:image" => format!("add `<{name} href=\"…\"/>` inside `{shown}`"),
                "itunes:email" if has_owner => {
                    format!("add `<{name}>…</{name}>` inside `itunes:owner`")
                }
                "itunes:email" => format!(
                    "add `<itunes:owner><{name}>…</{name}></itunes:owner>` inside `{shown}`"
                ),
                _ => format!("add `<{name}>…</{name}>` inside `{shown}`"),
            });
    }

    fn duplicate(&mut self, id: Id, first: Id) {
        let name = self.label(id);
        let first = self.document.tag(first);
        let message = format!("`{name}` is here already");
        self.about(&structure::DUPLICATE_ELEMENT, id, message)
            .also(first, "first one here")
            .help("keep one of the two");
    }

    /// Reports an element that its vocabulary does not allow here.
    pub fn unknown(&mut self, id: Id, parent: Id) {
        if self.document.local(id) == "blink" && self.is_core(id) && !self.is_atom() {
            super::rules::modules::blink(self, id);
            return;
        }
        let (name, holder) = (self.label(id), self.label(parent));
        let close = shapes::nearest(id, parent, self);
        let is_markup = self.document.ns(id) == Ns::None
            && (self.core == Ns::None || self.is_core(id))
            && super::html::names::has(&super::html::names::ELEMENTS, &name)
            && !matches!(
                holder.as_str(),
                "rss" | "channel" | "item" | "feed" | "entry"
            );
        // This namespace gains elements faster than this program has releases.
        let rule = match self.document.ns(id) {
            Ns::Podcast if close.is_none() => &podcast::UNKNOWN_ELEMENT,
            Ns::GooglePlay | Ns::Spotify => &podcast::DIRECTORY,
            _ => &structure::UNKNOWN_ELEMENT,
        };
        let shown = super::log::short(&name, 100);
        let finding = self.about(rule, id, format!("`{holder}` has no element `{shown}`"));
        finding.help(match close {
            // Markup pasted into a text is neither a typo nor an extension.
            _ if is_markup => format!(
                "write the markup in `{holder}` as text: `&lt;{name}&gt;`, or put it between `<![CDATA[` and `]]>`"
            ),
            Some(close) => format!("write `{close}`, if that is what is meant"),
            None => "remove it, or put it into a namespace of its own".to_owned(),
        });
    }

    /// An element of a namespace that is not checked.
    fn foreign(&mut self, id: Id, parent: Id) {
        let ns = self.document.ns(id);
        if ns == Ns::None && self.core != Ns::None {
            let (label, holder) = (self.label(id), self.label(parent));
            let message = format!("`{label}` is in no namespace");
            self.log
                .report(&namespaces::NO_VOCABULARY, self.document.tag(id), message)
                .element(label)
                .parent(holder)
                .help("give it a namespace of its own");
            return;
        }
        if ns == Ns::Xhtml && self.is_atom() && !matches!(self.document.local(id), "div" | "body") {
            let message = "XHTML outside of a text construct means nothing in Atom";
            self.about(&html::MISPLACED_XHTML, id, message)
                .help("put it into the `summary` or the `content`, with `type=\"xhtml\"`");
            return;
        }
        if ns == Ns::Xhtml {
            shapes::xhtml_body(self, id);
            return;
        }
        if ns == Ns::Unknown || ns == Ns::Other {
            self.no_namespace_inside(id);
        }
    }

    /// Inside an extension, an element without a namespace may belong to any vocabulary.
    fn no_namespace_inside(&mut self, id: Id) {
        if self.core != Ns::None {
            return;
        }
        // Some extensions carry whole items of RSS (FeedSync, for one).
        let own = |id: Id| {
            let rows = ITEM.core.iter().chain(CHANNEL.core);
            rows.into_iter()
                .any(|(name, _, _)| *name == self.document.local(id))
        };
        let inner: Vec<Id> = self
            .document
            .descendants(id)
            .filter(|inner| self.document.ns(*inner) == Ns::None && !own(*inner))
            .collect();
        let holder = format!("unknown_{}", self.document.local(id));
        for inner in inner {
            let name = self.document.local(inner).to_owned();
            let range = self.document.tag(inner);
            let message = format!("`{name}` is inside an extension but in no namespace");
            self.log
                .report(&namespaces::NOT_IN_A_NAMESPACE, range, message)
                .element(name)
                .parent(&holder)
                .help("give it the extension's prefix");
        }
    }

    /// Reports text between elements.
    pub fn unexpected_text(&mut self, id: Id, text: Id) {
        let range = self.document.whole(text);
        let message = format!("`{}` must not contain text", self.label(id));
        self.about_at(&structure::UNEXPECTED_TEXT, id, range, message)
            .help("remove the text, or put it into an element");
    }

    /// Reports the first text where only elements are allowed.
    pub fn no_text(&mut self, id: Id) {
        let document = &self.document;
        let text = document.children(id).find(|child| {
            let piece = document.piece(*child);
            !document.is_element(*child) && piece.is_some_and(|text| !text.trim().is_empty())
        });
        if let Some(text) = text {
            self.unexpected_text(id, text);
        }
    }

    /// Reports each child element where only text is allowed.
    pub fn no_elements(&mut self, id: Id) -> bool {
        let children: Vec<Id> = self.document.elements(id).collect();
        let rdf = matches!(self.format, Format::Rss10 | Format::Rss090);
        if rdf && !children.is_empty() {
            super::rules::rdf::value(self, id);
            return false;
        }
        for child in &children {
            self.unknown(*child, id);
        }
        children.is_empty()
    }

    /// Reports attributes that an element of the format itself does not allow.
    pub fn attributes(&mut self, id: Id, allowed: &[&str]) {
        for attribute in self.document.attributes(id) {
            if attribute.ns != Ns::None || allowed.contains(&attribute.name) {
                continue;
            }
            let local = self.label(id);
            let near = allowed
                .iter()
                .find(|known| known.eq_ignore_ascii_case(attribute.name));
            let range = attribute.range.clone();
            let message = format!("`{local}` has no attribute `{}`", attribute.name);
            let finding = self
                .report(&structure::UNEXPECTED_ATTRIBUTE, range, message)
                .element(&local)
                .parent(&local)
                .attr(attribute.name);
            finding.help(match near {
                Some(known) => format!("write `{known}`"),
                None => "remove it, or put it into a namespace of its own".to_owned(),
            });
        }
    }

    /// Reports a missing attribute.
    pub fn missing_attribute(&mut self, rule: &'static Rule, id: Id, name: &str) {
        let label = self.label(id);
        self.about(rule, id, format!("`{label}` has no attribute `{name}`"))
            .attr(name)
            .help(format!("add `{name}=\"…\"`"));
    }

    /// As [`Linter::missing_attribute`]; the finding names the element alone.
    pub fn lacks_attribute(&mut self, id: Id, name: &str) {
        let message = format!("`{}` has no attribute `{name}`", self.label(id));
        self.about_alone(&structure::MISSING_ATTRIBUTE, id, message)
            .attr(name)
            .help(format!("add `{name}=\"…\"`"));
    }

    /// Reports mojibake.
    pub fn mangled(&mut self, id: Id, text: &str) {
        if !self.suspicious {
            return;
        }
        if let Some(found) = encoding::mangled(text) {
            let (_, mut place) = self.document.text_and_place(id);
            let range = self.place(&mut place, found.at, found.sign.len());
            self.about_at(&MANGLED_TEXT, id, range, found.message())
                .help(Mangled::HELP);
        }
    }

    /// The source range of a part of decoded text.
    #[must_use]
    pub fn place(&self, place: &mut Place, at: usize, length: usize) -> Range<usize> {
        let start = place.locate(self.document.source(), &self.document.entities, at);
        let length = length.min(80);
        start..start + length.max(1)
    }

    /// Reports a date that is hardly intended.
    pub fn plausible(&mut self, id: Id, instant: DateTime<FixedOffset>) {
        use chrono::Datelike;
        let early = instant.year() < 1990;
        let late = self
            .now
            .is_some_and(|now| instant > now + chrono::TimeDelta::days(1));
        if early || late {
            let message = if late {
                "this date lies in the future"
            } else {
                "there were no feeds at this date"
            };
            let text = self.text(id).into_owned();
            self.about_text(&dates::IMPLAUSIBLE_DATE, id, message)
                .value(&text)
                .help("write the date at which the entry was published or changed");
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
