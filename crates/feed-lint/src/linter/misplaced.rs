//! Reports on elements and attributes that are missing, repeated, unknown or out of place.

use super::Linter;
use crate::grammar::{CHANNEL, ITEM};
use crate::log::short;
use crate::rules::{html, namespaces, podcast, structure};
use crate::shapes;
use crate::xml::{Id, Ns};
use feed_lint_findings::Rule;

/// How many unknown names are compared with the known ones: a hostile file has millions.
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
        let owner = self.document.child(id, Ns::Itunes, "owner");
        let parent = self.label(id);
        let message = format!("`{parent}` has no `{name}`");
        let (holder, element) = match name {
            "itunes:category" => (&*parent, format!("<{name} text=\"…\"/>")),
            "itunes:image" => (&*parent, format!("<{name} href=\"…\"/>")),
            "itunes:email" if owner.is_some() => ("itunes:owner", format!("<{name}>…</{name}>")),
            "itunes:email" => {
                (&*parent, format!("<itunes:owner><{name}>…</{name}></itunes:owner>"))
            }
            _ => (&*parent, format!("<{name}>…</{name}>")),
        };
        self.log
            .report(rule, self.document.tag(id), message)
            .element(name)
            .parent(&*parent)
            .help(format!("add `{element}` inside `{holder}`"));
    }

    pub(super) fn duplicate(&mut self, id: Id, first: Id) {
        let name = self.label(id);
        let first = self.document.tag(first);
        let message = format!("`{name}` is here already");
        self.about(&structure::DUPLICATE_ELEMENT, id, message)
            .also(first, "first one here")
            .help("keep one of the two");
    }

    /// The allowed name that an unknown one probably means, cached by name.
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
        let document = self.document;
        let holder = format!("unknown_{}", document.local(id));
        for inner in document.descendants(id).filter(|inner| document.ns(*inner) == Ns::None) {
            let name = document.local(inner);
            // Some extensions carry whole items of RSS (FeedSync, for one).
            if ITEM.core.iter().chain(CHANNEL.core).any(|(known, ..)| *known == name) {
                continue;
            }
            let message = format!("`{name}` is inside an extension but in no namespace");
            self.log
                .report(&namespaces::NOT_IN_A_NAMESPACE, document.tag(inner), message)
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
        let document = self.document;
        let has_words =
            |child: &Id| document.piece(*child).is_some_and(|text| !text.trim().is_empty());
        if let Some(text) = document.children(id).find(has_words) {
            self.unexpected_text(id, text);
        }
    }

    /// Reports each child element where only text is allowed.
    pub fn no_elements(&mut self, id: Id) -> bool {
        if !self.document.has_elements(id) {
            return true;
        }
        if self.is_rdf() {
            crate::rules::rdf::value(self, id);
            return false;
        }
        for child in self.document.elements(id) {
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
                .log
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

    /// As [`Linter::missing_attribute`], without the element's parent.
    pub fn missing_attribute_alone(&mut self, id: Id, name: &str) {
        let message = format!("`{}` has no attribute `{name}`", self.label(id));
        self.about_alone(&structure::MISSING_ATTRIBUTE, id, message)
            .attr(name)
            .help(format!("add `{name}=\"…\"`"));
    }
}
