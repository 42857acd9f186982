//! An XML document with positions, parsed so that one fault does not hide the next.
//!
//! A single pass without recursion fills an arena; names, attributes and text stay slices of the
//! source and are decoded when a rule needs them. A fatal error of XML 1.0 is a finding here, and
//! parsing goes on with the most likely meaning.
//!
//! It conforms to XML 1.0 (5th edition) and Namespaces in XML 1.0 as a non-validating processor that
//! reads no external entity; the rules of `rules::wellformed` report what is not well-formed, and
//! nothing else. `tests/judges/differential` compares it with expat and libxml2. Elements nested
//! deeper than [`DEEPEST`] are skipped, with a finding.

mod decode;
mod doctype;
mod names;
mod reader;

use std::borrow::Cow;
use std::ops::Range;

pub use decode::{Entities, Place};
pub use doctype::Doctype;
pub use names::{KNOWN, Ns};
pub use reader::read;

/// The number of a node in its document. 0 is the document itself.
pub type Id = u32;

/// Elements below this depth are skipped: no feed needs them, and a hostile one is nothing but depth.
pub const DEEPEST: usize = 200;

/// Further attributes of an element are skipped.
pub const MOST_ATTRIBUTES: usize = 200;

/// A document: nodes in document order.
#[derive(Debug)]
pub struct Document<'a> {
    text: &'a str,
    nodes: Vec<Node<'a>>,
    attributes: Vec<Attribute<'a>>,
    /// The entities that may be used.
    pub entities: Entities<'a>,
    /// The XML declaration.
    pub declaration: Option<Declaration<'a>>,
    /// The document type declaration.
    pub doctype: Option<Doctype<'a>>,
    /// Every namespace declaration.
    pub namespaces: Vec<Declared<'a>>,
    /// Whether some end tag did not match its start tag.
    pub broken: bool,
}

/// The XML declaration.
#[derive(Debug, Clone)]
pub struct Declaration<'a> {
    /// Where it is.
    pub range: Range<usize>,
    /// `version`.
    pub version: Option<(&'a str, Range<usize>)>,
    /// Whether `standalone` is `yes`.
    pub standalone: bool,
    /// `encoding`.
    pub encoding: Option<(&'a str, Range<usize>)>,
}

/// One `xmlns` attribute.
#[derive(Debug, Clone)]
pub struct Declared<'a> {
    /// The prefix; empty for the default namespace.
    pub prefix: &'a str,
    /// The namespace name, decoded.
    pub uri: Cow<'a, str>,
    /// The namespace, as far as it is known.
    pub ns: Ns,
    /// The element that declares it.
    pub on: Id,
    /// The attribute.
    pub range: Range<usize>,
}

#[derive(Debug)]
struct Node<'a> {
    parent: Id,
    next: Id,
    first: Id,
    last: Id,
    /// The start tag of an element, the characters of a text.
    start: u32,
    end: u32,
    /// Where the whole element ends.
    close: u32,
    attributes: u32,
    count: u16,
    prefix: u16,
    ns: Ns,
    kind: Kind,
    /// The name as written.
    name: &'a str,
}

impl Node<'_> {
    /// A node without name and attributes.
    fn new(parent: Id, kind: Kind, range: Range<usize>) -> Self {
        Self {
            parent,
            next: 0,
            first: 0,
            last: 0,
            start: offset(range.start),
            end: offset(range.end),
            close: offset(range.end),
            attributes: 0,
            count: 0,
            prefix: 0,
            ns: Ns::None,
            kind,
            name: "",
        }
    }
}

/// Saturation cannot happen: files of 4 GiB or more are refused before.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Root,
    Element { closed: bool },
    Text { references: bool },
    Cdata,
}

/// One attribute.
#[derive(Debug, Clone)]
pub struct Attribute<'a> {
    /// The name as written.
    pub name: &'a str,
    /// The namespace; none for a name without prefix.
    pub ns: Ns,
    /// The value as written.
    pub raw: &'a str,
    /// Name, equals sign and value.
    pub range: Range<usize>,
    /// The value without its quotes.
    pub value_range: Range<usize>,
    /// Whether its type is a list of names, so that spaces around and between them are normalised (XML
    /// 1.0, section 3.3.3).
    tokens: bool,
}

impl<'a> Attribute<'a> {
    /// The name without its prefix.
    pub fn local(&self) -> &'a str {
        self.name.rsplit_once(':').map_or(self.name, |(_, local)| local)
    }
}

impl<'a> Document<'a> {
    /// The whole source.
    pub fn source(&self) -> &'a str {
        self.text
    }

    /// The outermost element.
    pub fn root(&self) -> Option<Id> {
        self.elements(0).next()
    }

    fn node(&self, id: Id) -> &Node<'a> {
        &self.nodes[id as usize]
    }

    /// The children of `id` that are elements, in order.
    pub fn elements(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        self.children(id).filter(|child| matches!(self.node(*child).kind, Kind::Element { .. }))
    }

    /// All children of `id`.
    pub fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let mut next = self.node(id).first;
        std::iter::from_fn(move || {
            (next != 0).then(|| {
                let this = next;
                next = self.node(this).next;
                this
            })
        })
    }

    /// Every element below `id`, in document order.
    pub fn descendants(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        self.nodes[id as usize..]
            .iter()
            .zip(id..)
            .skip(1)
            .take_while(move |(node, _)| node.parent >= id)
            .filter(|(node, _)| matches!(node.kind, Kind::Element { .. }))
            .map(|(_, id)| id)
    }

    /// Whether `id` is an element.
    pub fn is_element(&self, id: Id) -> bool {
        matches!(self.node(id).kind, Kind::Element { .. })
    }

    /// The element that holds `id`; 0 for the outermost one.
    pub fn parent(&self, id: Id) -> Id {
        self.node(id).parent
    }

    /// The namespace of an element.
    pub fn ns(&self, id: Id) -> Ns {
        self.node(id).ns
    }

    /// The name as written, with its prefix.
    pub fn name(&self, id: Id) -> &'a str {
        self.node(id).name
    }

    /// The prefix as written.
    pub fn prefix(&self, id: Id) -> &'a str {
        let node = self.node(id);
        node.name.get(..usize::from(node.prefix)).unwrap_or_default()
    }

    /// The name without its prefix.
    pub fn local(&self, id: Id) -> &'a str {
        let node = self.node(id);
        match node.prefix {
            0 => node.name,
            length => node.name.get(usize::from(length) + 1..).unwrap_or_default(),
        }
    }

    /// Whether `id` is the element `local` of the namespace `ns`.
    pub fn is(&self, id: Id, ns: Ns, local: &str) -> bool {
        self.ns(id) == ns && self.local(id) == local
    }

    /// The child elements of that name.
    pub fn named<'n>(
        &self,
        id: Id,
        ns: Ns,
        local: &'n str,
    ) -> impl Iterator<Item = Id> + use<'_, 'n, 'a> {
        self.elements(id).filter(move |child| self.is(*child, ns, local))
    }

    /// The first child element of that name.
    pub fn child(&self, id: Id, ns: Ns, local: &str) -> Option<Id> {
        self.named(id, ns, local).next()
    }

    /// The start tag.
    pub fn tag(&self, id: Id) -> Range<usize> {
        let node = self.node(id);
        node.start as usize..node.end as usize
    }

    /// The element from its start tag to its end tag, or a text.
    pub fn whole(&self, id: Id) -> Range<usize> {
        let node = self.node(id);
        node.start as usize..node.close as usize
    }

    /// Whether the element's own end tag was found.
    pub fn closed(&self, id: Id) -> bool {
        matches!(self.node(id).kind, Kind::Element { closed: true })
    }

    /// The attributes, namespace declarations left out.
    pub fn attributes(&self, id: Id) -> &[Attribute<'a>] {
        let node = self.node(id);
        let start = node.attributes as usize;
        self.attributes.get(start..start + usize::from(node.count)).unwrap_or_default()
    }

    /// The attribute `name`, which has no namespace.
    pub fn attribute(&self, id: Id, name: &str) -> Option<&Attribute<'a>> {
        self.attributes(id).iter().find(|attribute| attribute.name == name)
    }

    /// The attribute `local` of the namespace `ns`.
    pub fn attribute_ns(&self, id: Id, ns: Ns, local: &str) -> Option<&Attribute<'a>> {
        self.attributes(id)
            .iter()
            .find(|attribute| attribute.ns == ns && attribute.local() == local)
    }

    /// The value of an attribute, decoded and normalised.
    pub fn value(&self, attribute: &Attribute<'a>) -> Cow<'a, str> {
        let value = decode::attribute(attribute.raw, &self.entities);
        if attribute.tokens {
            let words: Vec<&str> = value.split(' ').filter(|word| !word.is_empty()).collect();
            return Cow::Owned(words.join(" "));
        }
        value
    }

    /// The value of the attribute `name`, if it is there.
    pub fn value_of(&self, id: Id, name: &str) -> Option<Cow<'a, str>> {
        self.attribute(id, name).map(|attribute| self.value(attribute))
    }

    /// The characters directly inside an element, decoded.
    pub fn text(&self, id: Id) -> Cow<'a, str> {
        let mut found: Option<Cow<'a, str>> = None;
        for child in self.children(id) {
            let Some(piece) = self.piece(child) else {
                continue;
            };
            match &mut found {
                None => found = Some(piece),
                Some(text) => text.to_mut().push_str(&piece),
            }
        }
        found.unwrap_or_default()
    }

    /// The map from positions in an element's text to those in the source.
    pub fn place(&self, id: Id) -> Place {
        let mut place = Place::default();
        for child in self.children(id) {
            match self.node(child).kind {
                Kind::Cdata => place.add(self.whole(child), true),
                Kind::Text { .. } => place.add(self.whole(child), false),
                Kind::Element { .. } | Kind::Root => {}
            }
        }
        place
    }

    /// The characters of a text node, decoded; `None` for an element.
    pub fn piece(&self, id: Id) -> Option<Cow<'a, str>> {
        let raw = || self.text.get(self.whole(id)).unwrap_or_default();
        match self.node(id).kind {
            Kind::Text { references: true } => {
                Some(Cow::Owned(decode::text(raw(), &self.entities)))
            }
            Kind::Text { references: false } | Kind::Cdata => Some(Cow::Borrowed(raw())),
            Kind::Element { .. } | Kind::Root => None,
        }
    }

    /// Whether the text of an element is one piece without a CDATA section.
    pub fn has_plain_text(&self, id: Id) -> bool {
        let mut texts = self.children(id).filter(|child| !self.is_element(*child));
        texts.next().is_some_and(|only| self.node(only).kind != Kind::Cdata)
            && texts.next().is_none()
    }

    /// The range of the characters inside an element, CDATA marks included; the position after the
    /// start tag where there are none.
    pub fn inside(&self, id: Id) -> Range<usize> {
        let mut texts = self.children(id).filter(|child| !self.is_element(*child));
        let Some(first) = texts.next() else {
            let end = self.tag(id).end;
            return end..end;
        };
        let (first, last) = (self.whole(first), self.whole(texts.last().unwrap_or(first)));
        // A part of the text may be in an entity's declaration.
        first.start..if last.end < first.end { first.end } else { last.end }
    }

    /// Whether an element has child elements.
    pub fn has_elements(&self, id: Id) -> bool {
        self.elements(id).next().is_some()
    }

    /// Character data with its references replaced.
    pub fn decode(&self, raw: &str) -> String {
        decode::text(raw, &self.entities)
    }
}
