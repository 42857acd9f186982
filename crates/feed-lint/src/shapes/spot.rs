//! The position of a value: the text of an element, an attribute, a member.

use std::ops::Range;

use crate::grammar::{Seat, rows};
use crate::judge::Judge;
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
    #[must_use]
    pub fn text(j: &Judge<'_, '_>, id: Id) -> Self {
        let range = j.trimmed(id);
        let verbatim = j.document.source().get(range.clone()) == Some(&*j.text(id));
        Self {
            range,
            element: j.label(id),
            parent: j.parent_label(id),
            attr: None,
            verbatim,
        }
    }

    /// An attribute, named as element and attribute.
    #[must_use]
    pub fn attribute(j: &Judge<'_, '_>, id: Id, name: &str) -> Self {
        let range = j.value_range(id, name);
        let written = j.document.source().get(range.clone());
        let verbatim = written.is_some_and(|raw| !raw.contains('&'))
            && j.document.attribute(id, name).is_some();
        Self {
            range,
            element: j.label(id),
            parent: j.parent_label(id),
            attr: Some(name.to_owned()),
            verbatim,
        }
    }

    /// The same attribute, with the attribute as the element and the element as its parent.
    #[must_use]
    pub fn inside(j: &Judge<'_, '_>, id: Id, name: &str) -> Self {
        Self {
            element: name.to_owned(),
            parent: j.label(id),
            ..Self::attribute(j, id, name)
        }
    }

    /// The same attribute, with the attribute as the element and the element's parent as parent.
    #[must_use]
    pub fn beside(j: &Judge<'_, '_>, id: Id, name: &str) -> Self {
        Self {
            element: name.to_owned(),
            ..Self::attribute(j, id, name)
        }
    }

    /// Reports a violation of `rule` here.
    pub fn say<'l>(
        &self,
        log: &'l mut Log<'_>,
        rule: &'static feed_lint_findings::Rule,
        message: impl Into<String>,
    ) -> crate::log::Said<'l> {
        let said = log
            .say(rule, self.range.clone(), message)
            .element(self.element.clone())
            .parent(self.parent.clone());
        match &self.attr {
            Some(name) => said.attr(name.clone()),
            None => said,
        }
    }
}

/// The allowed name in this parent that an element's name probably means.
#[must_use]
pub fn nearest(id: Id, parent: Id, j: &Judge<'_, '_>) -> Option<String> {
    let local = j.document.local(id);
    let seat = match j.document.local(parent) {
        "item" | "entry" => Seat::Entry,
        _ => Seat::Feed,
    };
    let core: &[crate::grammar::Row] = match (j.document.local(parent), j.is_atom()) {
        ("channel", false) => crate::grammar::CHANNEL.core,
        ("item", false) => crate::grammar::ITEM.core,
        ("feed", true) => crate::grammar::FEED.core,
        ("entry", true) => crate::grammar::ENTRY.core,
        _ => &[],
    };
    let ns = j.document.ns(id);
    let prefix = j.document.prefix(id);
    if let Some(module) = rows(ns, seat).filter(|_| !prefix.is_empty() && !j.is_core(id)) {
        let names = module.iter().map(|row| row.0);
        return nearly(local, names).map(|known| format!("{prefix}:{known}"));
    }
    nearly(local, core.iter().map(|row| row.0)).map(str::to_owned)
}

/// The known name that differs from `name` in case, or by a typo.
fn nearly(name: &str, known: impl Iterator<Item = &'static str> + Clone) -> Option<&'static str> {
    let mut others = known.clone().filter(|known| *known != name);
    others
        .find(|known| known.eq_ignore_ascii_case(name))
        .or_else(|| meant(name, known.filter(|known| *known != name)))
}
