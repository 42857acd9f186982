//! Elements of Media RSS 1.5.1 of which only the attributes are checked, by a table.

use super::VALUE;
use crate::linter::Linter;
use crate::rules::forms::{self, Form, Tag, tags};
use crate::xml::{Id, Ns};

use Form::{Currency, Integer, Language, MediaType, Number, OneOf, Url};

/// The elements with their attributes, none of which is required.
static ELEMENTS: &[Tag] = tags! {
    "status" optional { "state": OneOf(&["active", "blocked", "deleted"]) }
    "rights" optional { "status": OneOf(&["userCreated", "official"]) }
    "price" optional {
        "type": OneOf(&["rent", "purchase", "package", "subscription"]), "price": Number, "currency": Currency
    }
    "license" optional { "type": MediaType, "href": Url }
    "peerLink" optional { "type": MediaType, "href": Url }
    "subTitle" optional { "type": MediaType, "lang": Language, "href": Url }
    "starRating" optional { "average": Number, "count": Integer, "min": Number, "max": Number }
    "statistics" optional { "views": Integer, "favorites": Integer }
};

/// Checks the attributes of an element of the table and of those inside of it.
pub fn by_table(linter: &mut Linter<'_, '_>, id: Id) {
    for id in std::iter::once(id).chain(linter.document.descendants(id)) {
        let name = linter.document.local(id);
        let tag = ELEMENTS.iter().find(|tag| tag.name == name);
        let tag = tag.filter(|_| linter.document.ns(id) == Ns::Media);
        for (attribute, form) in tag.map_or(&[][..], |tag| tag.optional) {
            forms::attribute(linter, &VALUE, id, attribute, *form);
        }
    }
}
