//! Reports on elements and attributes that are missing, repeated, unknown or out of place.

use std::borrow::Cow;

use super::Linter;
use crate::grammar::{CHANNEL, ITEM};
use crate::log::short;
use crate::rules::{html, namespaces, podcast, structure};
use crate::xml::{Id, Ns};
use crate::{Format, shapes};
use feed_lint_findings::Rule;

/// Of how many unknown names the known one is looked for that is meant: a hostile file has millions.
const MOST_NAMES: usize = 1_000;

impl Linter<'_, '_> {
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
        let shown = if parent.contains('_') {
            Cow::Owned(parent.replace('_', ":"))
        } else {
            Cow::Borrowed(&*parent)
        };
        let message = ["`", &shown, "` has no `", name, "`"].concat();
        let help = match name {
            "itunes:category" => format!("add `<{name} text=\"…\"/>` inside `{shown}`"),
            "itunes:image" => format!("add `<{name} href=\"…\"/>` inside `{shown}`"),
            "itunes:email" if has_owner => {
                format!("add `<{name}>…</{name}>` inside `itunes:owner`")
            }
            "itunes:email" => {
                format!("add `<itunes:owner><{name}>…</{name}></itunes:owner>` inside `{shown}`")
            }
            // The most frequent one of all messages.
            _ => ["add `<", name, ">…</", name, ">` inside `", &shown, "`"].concat(),
        };
        self.log
            .report(rule, self.document.tag(id), message)
            .element(name)
            .parent(&*parent)
            .help(help);
    }

    pub(super) fn duplicate(&mut self, id: Id, first: Id) {
        let name = self.label(id);
        let first = self.document.tag(first);
        let message = format!("`{name}` is here already");
        self.about(&structure::DUPLICATE_ELEMENT, id, message)
            .also(first, "first one here")
            .help("keep one of the two");
    }

    /// The allowed name that an unknown one probably means, looked up once a name.
    fn nearest(&mut self, id: Id, parent: Id) -> Option<String> {
        let place = (self.document.name(parent), self.document.name(id));
        if let Some(known) = self.near.get(&place) {
            return known.clone();
        }
        let close = (self.near.len() < MOST_NAMES).then(|| shapes::nearest(id, parent, self))?;
        self.near.insert(place, close.clone());
        close
    }

    /// Reports an element that its vocabulary does not allow here.
    pub fn unknown(&mut self, id: Id, parent: Id) {
        if self.document.local(id) == "blink" && self.is_core(id) && !self.is_atom() {
            crate::rules::modules::blink(self, id);
            return;
        }
        let holder = self.label(parent);
        let is_xhtml = self.document.ns(id) == Ns::Xhtml && self.is_atom();
        let name = if is_xhtml { self.document.local(id).to_owned() } else { self.label(id) };
        let close = self.nearest(id, parent);
        let is_markup = self.document.ns(id) == Ns::None
            && (self.core == Ns::None || self.is_core(id))
            && crate::html::names::has(&crate::html::names::ELEMENTS, &name)
            && !matches!(holder.as_str(), "rss" | "channel" | "item" | "feed" | "entry");
        // This namespace gains elements faster than this program has releases.
        let rule = match self.document.ns(id) {
            Ns::Podcast if close.is_none() => &podcast::UNKNOWN_ELEMENT,
            Ns::GooglePlay | Ns::Spotify => &podcast::DIRECTORY,
            _ => &structure::UNKNOWN_ELEMENT,
        };
        let shown = short(&name, 100);
        let elsewhere = shapes::elsewhere(id, parent, self);
        let message = format!("`{holder}` has no element `{shown}`");
        let finding = self.log.report(rule, self.document.tag(id), message);
        finding.element(name.as_str()).parent(holder.as_str()).help(match close {
            _ if is_xhtml => format!("give `{holder}` the type `xhtml`, and put everything into one `div`"),
            // Markup pasted into a text is neither a typo nor an extension.
            _ if is_markup => format!(
                "write the markup in `{holder}` as text: `&lt;{name}&gt;`, or put it between `<![CDATA[` and `]]>`"
            ),
            Some(close) => format!("write `{close}`, if that is what is meant"),
            None => match elsewhere {
                Some(holder) => format!("move it into `{holder}`, or remove it"),
                None => "remove it, or put it into a namespace of its own".to_owned(),
            },
        });
    }

    /// An element of a namespace that is not checked.
    pub(super) fn foreign(&mut self, id: Id, parent: Id) {
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
            rows.into_iter().any(|(name, _, _)| *name == self.document.local(id))
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
        if !self.document.has_elements(id) {
            return true;
        }
        let children: Vec<Id> = self.document.elements(id).collect();
        let rdf = matches!(self.format, Format::Rss10 | Format::Rss090);
        if rdf {
            crate::rules::rdf::value(self, id);
            return false;
        }
        for child in children {
            self.unknown(child, id);
        }
        false
    }

    /// Reports attributes that an element of the format itself does not allow.
    pub fn attributes(&mut self, id: Id, allowed: &[&str]) {
        for attribute in self.document.attributes(id) {
            if attribute.ns != Ns::None || allowed.contains(&attribute.name) {
                continue;
            }
            let local = self.label(id);
            let near = allowed.iter().find(|known| known.eq_ignore_ascii_case(attribute.name));
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
}
