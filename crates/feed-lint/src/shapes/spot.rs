//! The position of a value: the text of an element, an attribute, a member.

use std::ops::Range;

use crate::grammar::{Scope, rows};
use crate::linter::Linter;
use crate::log::Log;
use crate::xml::Id;
use feed_lint_findings::nearly::meant;

/// The position of a value, and its names in the JSON contract.
#[derive(Debug, Clone)]
pub struct Spot {
    /// The value in the source.
    pub range: Range<usize>,
    /// The element; the attribute where the contract wants that.
    pub element: String,
    /// The element's parent.
    pub parent: String,
    /// The attribute.
    pub attr: Option<String>,
    /// Whether the source has the value undecoded, so that a fix may replace it.
    pub verbatim: bool,
}

impl Spot {
    /// The text of an element.
    pub fn text(linter: &Linter<'_, '_>, id: Id) -> Self {
        let range = linter.trimmed(id);
        let verbatim = linter.document.source().get(range.clone()) == Some(&*linter.text(id));
        Self {
            range,
            element: linter.label(id),
            parent: linter.parent_label(id),
            attr: None,
            verbatim,
        }
    }

    /// An attribute, named as element and attribute.
    pub fn attribute(linter: &Linter<'_, '_>, id: Id, name: &str) -> Self {
        let range = linter.value_range(id, name);
        let written = linter.document.source().get(range.clone());
        let verbatim = written.is_some_and(|raw| !raw.contains('&'))
            && linter.document.attribute(id, name).is_some();
        Self {
            range,
            element: linter.label(id),
            parent: linter.parent_label(id),
            attr: Some(name.to_owned()),
            verbatim,
        }
    }

    /// The same attribute, with the attribute as the element and the element as its parent.
    pub fn inside(linter: &Linter<'_, '_>, id: Id, name: &str) -> Self {
        Self {
            element: name.to_owned(),
            parent: linter.label(id),
            ..Self::attribute(linter, id, name)
        }
    }

    /// The same attribute, with the attribute as the element and the element's parent as parent.
    pub fn beside(linter: &Linter<'_, '_>, id: Id, name: &str) -> Self {
        Self { element: name.to_owned(), ..Self::attribute(linter, id, name) }
    }

    /// Reports a violation of `rule` here.
    pub fn report<'l>(
        &self,
        log: &'l mut Log<'_>,
        rule: &'static feed_lint_findings::Rule,
        message: impl Into<String>,
    ) -> crate::log::NewFinding<'l> {
        let finding = log
            .report(rule, self.range.clone(), message)
            .element(self.element.clone())
            .parent(self.parent.clone());
        match &self.attr {
            Some(name) => finding.attr(name.clone()),
            None => finding,
        }
    }
}

/// The allowed name in this parent that an element's name probably means.
pub(crate) fn nearest(id: Id, parent: Id, linter: &Linter<'_, '_>) -> Option<String> {
    let local = linter.document.local(id);
    let scope = scope(parent, linter);
    let core: &[crate::grammar::Row] = match (linter.document.local(parent), linter.is_atom()) {
        ("channel", false) => crate::grammar::CHANNEL.core,
        ("item", false) => crate::grammar::ITEM.core,
        ("feed", true) => crate::grammar::FEED.core,
        ("entry", true) => crate::grammar::ENTRY.core,
        _ => &[],
    };
    let ns = linter.document.ns(id);
    let prefix = linter.document.prefix(id);
    if let Some(module) = rows(ns, scope).filter(|_| !prefix.is_empty() && !linter.is_core(id)) {
        let names = module.iter().flat_map(|row| row.0.split(' '));
        return nearly(local, names).map(|known| format!("{prefix}:{known}"));
    }
    nearly(local, core.iter().flat_map(|row| row.0.split(' '))).map(str::to_owned)
}

fn scope(parent: Id, linter: &Linter<'_, '_>) -> Scope {
    match linter.document.local(parent) {
        "item" | "entry" => Scope::Entry,
        _ => Scope::Feed,
    }
}

/// The element that may hold a module's element which `parent` may not.
pub(crate) fn elsewhere(id: Id, parent: Id, linter: &Linter<'_, '_>) -> Option<&'static str> {
    let (scope, holder) = match (scope(parent, linter), linter.is_atom()) {
        (Scope::Entry, true) => (Scope::Feed, "feed"),
        (Scope::Entry, false) => (Scope::Feed, "channel"),
        (_, true) => (Scope::Entry, "entry"),
        (_, false) => (Scope::Entry, "item"),
    };
    let (ns, local) = (linter.document.ns(id), linter.document.local(id));
    let module = rows(ns, scope).filter(|_| !linter.is_core(id))?;
    let holds = module.iter().any(|row| row.0.split(' ').any(|name| name == local));
    (holds && linter.document.local(parent) != holder).then_some(holder)
}

/// The known name that differs from `name` in case, or by a typo.
fn nearly(name: &str, known: impl Iterator<Item = &'static str> + Clone) -> Option<&'static str> {
    let mut others = known.clone().filter(|known| *known != name);
    others
        .find(|known| known.eq_ignore_ascii_case(name))
        .or_else(|| meant(name, known.filter(|known| *known != name)))
}
