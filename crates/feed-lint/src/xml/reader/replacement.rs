//! Whether an entity's replacement is allowed where the entity is used.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Reader;
use crate::log::Log;
use crate::rules::wellformed as rule;
use crate::xml::Entities;
use crate::xml::decode::{Reference, replacement_text};
use feed_lint_findings::Source;

/// The declared entities of a document, where they do not nest too deep.
#[derive(Debug, Default)]
pub(super) struct Replacements(Vec<Replacement>);

/// An entity, with what holds for its text and for the entities in it.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "five facts that do not depend on one another")]
struct Replacement {
    name: String,
    /// Whether the text is not `content` (XML 1.0, production 43) by itself.
    ill_formed: bool,
    less_than: bool,
    external: bool,
    circular: bool,
    /// Whether its markup is written with character references, so that it is nowhere in the document.
    hidden: bool,
    /// Where the text is in the document.
    place: Option<Range<usize>>,
    refers: BTreeSet<String>,
}

/// Why an entity is not allowed here.
#[derive(Debug, Clone, Copy)]
pub(super) enum Unsuitable {
    /// It contains itself (section 4.1).
    Circular,
    /// Its text is not well-formed (section 4.3.2).
    IllFormed,
    /// Its text has a `<`, in an attribute (section 3.1).
    LessThan,
    /// It refers to another file, in an attribute (section 3.1).
    External,
}

impl Replacements {
    /// Parses the replacement of each entity.
    pub(super) fn of(source: &str, entities: &Entities<'_>) -> Self {
        let declared = entities.declared.iter();
        let mut all: Vec<Replacement> =
            declared.map(|(name, value)| Replacement::of(source, name, value, entities)).collect();
        // From the entities that contain no others outwards; what is left refers to itself.
        while let Some((at, inner)) = settled(&all) {
            for other in inner {
                all[at].ill_formed |= all[other].ill_formed;
                all[at].less_than |= all[other].less_than;
                all[at].external |= all[other].external;
            }
            all[at].circular = false;
        }
        Self(all)
    }

    /// What forbids `&name;`, itself or through the entities in its replacement.
    pub(super) fn fault(&self, name: &str, in_attribute: bool) -> Option<Unsuitable> {
        let found = self.named(name)?;
        match in_attribute {
            _ if found.circular => Some(Unsuitable::Circular),
            true if found.less_than => Some(Unsuitable::LessThan),
            true if found.external => Some(Unsuitable::External),
            false if found.ill_formed => Some(Unsuitable::IllFormed),
            _ => None,
        }
    }

    /// Where the elements are that `&name;` stands for, itself or through others.
    pub(super) fn elements(&self, name: &str) -> Option<Range<usize>> {
        let found = self.named(name)?;
        let fine = found.less_than && !found.circular && !found.ill_formed;
        found.place.clone().filter(|_| fine)
    }

    /// Whether `&name;` stands for elements that cannot be read where they are declared.
    pub(super) fn is_hidden(&self, name: &str) -> bool {
        self.named(name).is_some_and(|found| found.hidden)
    }

    fn named(&self, name: &str) -> Option<&Replacement> {
        self.0.iter().find(|other| other.name == name)
    }
}

/// An entity that is not known to end, but all of whose inner ones do, and those.
fn settled(all: &[Replacement]) -> Option<(usize, Vec<usize>)> {
    let index: BTreeMap<&str, usize> =
        (all.iter().enumerate()).map(|(at, one)| (one.name.as_str(), at)).collect();
    (all.iter().enumerate()).filter(|(_, one)| one.circular).find_map(|(at, one)| {
        let inner = one.refers.iter().filter_map(|name| index.get(name.as_str()));
        let inner: Vec<usize> = inner.copied().collect();
        (inner.iter().all(|other| !all[*other].circular)).then_some((at, inner))
    })
}

impl Replacement {
    fn of(source: &str, name: &str, value: &str, entities: &Entities<'_>) -> Self {
        let text = replacement_text(value);
        let refers = references(&text);
        let external = |name: &String| entities.external.contains(&name.as_str());
        Self {
            name: name.to_owned(),
            ill_formed: !is_content(&text, entities),
            less_than: text.contains('<'),
            external: refers.iter().any(external),
            circular: true,
            hidden: text.matches('<').count() > value.matches('<').count(),
            place: place(source, value),
            refers,
        }
    }
}

/// Where a piece of `source` is.
fn place(source: &str, piece: &str) -> Option<Range<usize>> {
    let start = (piece.as_ptr() as usize).checked_sub(source.as_ptr() as usize)?;
    let range = start..start + piece.len();
    (source.get(range.clone()) == Some(piece)).then_some(range)
}

/// The names of the entities that a text refers to.
fn references(text: &str) -> BTreeSet<String> {
    let all = text.match_indices('&');
    all.filter_map(|(at, _)| match Reference::at(text.get(at..)?) {
        Some(Reference::Named(name, _)) => Some(name.to_owned()),
        _ => None,
    })
    .collect()
}

/// Whether a text is well-formed inside an element. Prefixes may be declared around the reference.
fn is_content(text: &str, entities: &Entities<'_>) -> bool {
    let source = Source::new("", format!("<x>{text}</x>"));
    let mut log = Log::new(&source);
    let mut reader = Reader::new(&mut log);
    reader.document.entities = entities.again();
    reader.run();
    let whole = reader.document.elements(0).count() == 1;
    let harmless = [&rule::UNDECLARED_PREFIX, &rule::TOO_DEEP];
    let mut findings = log.finish().into_iter();
    whole && findings.all(|finding| harmless.iter().any(|rule| std::ptr::eq(*rule, finding.rule)))
}

#[cfg(test)]
mod tests {
    use crate::{Input, validate};

    /// Parsing a replacement checks it, and parsing a declaration checks replacements.
    #[test]
    fn an_entity_that_holds_a_document_type_ends() {
        for feed in [
            "<!DOCTYPE r[<!ENTITY a \"<!DOCTYPE\"",
            "<!DOCTYPE r[<!ENTITY a '<!DOCTYPE r[<!ENTITY b \"<!DOCTYPE\">]>'>]><r>&a;</r>",
        ] {
            let outcome = validate(&Input::new("feed.xml", feed.as_bytes()));
            assert!(!outcome.findings.is_empty(), "{feed}");
        }
    }
}
