//! Elements of Media RSS 1.5.1 of which only the attributes are checked, by a table.

use super::VALUE;
use crate::linter::Linter;
use crate::rules::forms::{self, Form};
use crate::xml::{Id, Ns};

use Form::{Address, Currency, Integer, Language, MediaType, Number, OneOf};

/// Elements, and the forms of their attributes.
static ATTRIBUTES: &[(&str, &[(&str, Form)])] = &[
    (
        "status",
        &[("state", OneOf(&["active", "blocked", "deleted"]))],
    ),
    ("rights", &[("status", OneOf(&["userCreated", "official"]))]),
    (
        "price",
        &[
            (
                "type",
                OneOf(&["rent", "purchase", "package", "subscription"]),
            ),
            ("price", Number),
            ("currency", Currency),
        ],
    ),
    ("license", &[("type", MediaType), ("href", Address)]),
    ("peerLink", &[("type", MediaType), ("href", Address)]),
    (
        "subTitle",
        &[("type", MediaType), ("lang", Language), ("href", Address)],
    ),
    (
        "starRating",
        &[
            ("average", Number),
            ("count", Integer),
            ("min", Number),
            ("max", Number),
        ],
    ),
    ("statistics", &[("views", Integer), ("favorites", Integer)]),
];

/// Checks an element of the table, and those inside of it.
pub fn by_table(linter: &mut Linter<'_, '_>, id: Id) {
    let inner = linter.document.descendants(id);
    let all: Vec<Id> = std::iter::once(id).chain(inner).collect();
    for id in all {
        let name = linter.document.local(id);
        let is_media = linter.document.ns(id) == Ns::Media;
        let row = ATTRIBUTES.iter().find(|(known, _)| *known == name);
        for (attribute, form) in row.filter(|_| is_media).map_or(&[][..], |(_, forms)| forms) {
            forms::attribute(linter, &VALUE, id, attribute, *form);
        }
    }
}
