//! Whether an entity's replacement is allowed where the entity is used.

use std::collections::BTreeSet;
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

#[derive(Debug)]
struct Replacement {
    name: String,
    /// Whether the text is `content` (XML 1.0, production 43) by itself.
    well_formed: bool,
    less_than: bool,
    external: bool,
    /// Where the elements are that it stands for.
    elements: Option<Range<usize>>,
    refers: Vec<String>,
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
        let all = entities.declared.iter();
        Self(
            all.map(|(name, value)| Replacement::of(source, name, value, entities))
                .collect(),
        )
    }

    /// What forbids `&name;`, itself or through the entities in its replacement.
    pub(super) fn fault(&self, name: &str, in_attribute: bool) -> Option<Unsuitable> {
        if self.0.is_empty() {
            return None;
        }
        for found in self.all_in(name) {
            if self.contains(found, &found.name) {
                return Some(Unsuitable::Circular);
            }
            match (in_attribute, found) {
                (true, found) if found.less_than => return Some(Unsuitable::LessThan),
                (true, found) if found.external => return Some(Unsuitable::External),
                (false, found) if !found.well_formed => return Some(Unsuitable::IllFormed),
                _ => {}
            }
        }
        None
    }

    /// Where the elements are that `&name;` stands for, itself or through others.
    pub(super) fn elements(&self, name: &str) -> Option<Range<usize>> {
        let any = |other: &Replacement| other.less_than;
        let fine = self.fault(name, false).is_none() && self.all_in(name).into_iter().any(any);
        (self.named(name).filter(|_| fine)).and_then(|found| found.elements.clone())
    }

    fn named(&self, name: &str) -> Option<&Replacement> {
        self.0.iter().find(|other| other.name == name)
    }

    fn contains(&self, outer: &Replacement, name: &str) -> bool {
        let within = |other: &String| self.all_in(other).iter().any(|found| found.name == name);
        outer.refers.iter().any(within)
    }

    /// The entity and all that it refers to, directly or not.
    fn all_in(&self, name: &str) -> Vec<&Replacement> {
        let mut seen = BTreeSet::new();
        let mut all = Vec::new();
        let mut next = vec![name];
        while let Some(name) = next.pop() {
            if let Some(found) = self.named(name).filter(|_| seen.insert(name)) {
                next.extend(found.refers.iter().map(String::as_str));
                all.push(found);
            }
        }
        all
    }
}

impl Replacement {
    fn of(source: &str, name: &str, value: &str, entities: &Entities<'_>) -> Self {
        let text = replacement_text(value);
        let refers = references(&text);
        let external = |name: &String| entities.external.contains(&name.as_str());
        Self {
            name: name.to_owned(),
            well_formed: is_content(&text, entities),
            less_than: text.contains('<'),
            external: refers.iter().any(external),
            elements: place(source, value),
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
fn references(text: &str) -> Vec<String> {
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
    whole
        && findings.all(|finding| {
            harmless
                .iter()
                .any(|rule| std::ptr::eq(*rule, finding.rule))
        })
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
