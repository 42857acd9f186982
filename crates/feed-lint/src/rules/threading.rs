//! Replies (RFC 4685).

use crate::grammar::{Row, Shape, Times};
use crate::linter::Linter;
use crate::shapes::{self, Spot};
use crate::values::mime;
use crate::xml::{Id, Ns};

use super::{structure, values};

feed_lint_findings::rules! {
    for XML;
    /// A link to replies says when they changed with `thr:updated`, not `thr:when` (Atom).
    ///
    /// `when` is the name in drafts of RFC 4685; the RFC has `updated` (section 4).
    Error NO_WHEN "no-thr-when" w3c "NoThrWhen":
        "<link rel=\"replies\" thr:when=\"2026-01-02T15:04:05Z\" href=\"…\"/>"
        => "<link rel=\"replies\" thr:updated=\"2026-01-02T15:04:05Z\" href=\"…\"/>";
}

/// The elements of an entry.
pub static ROWS: &[Row] = &[
    ("in-reply-to", Times::Often, Shape::Custom(in_reply_to)),
    ("total", Times::Once, Shape::NonNegative),
];

/// The element of a feed that is a reply as a whole.
pub static FEED: &[Row] = &[("in-reply-to", Times::Often, Shape::Custom(in_reply_to))];

fn in_reply_to(linter: &mut Linter<'_, '_>, id: Id) {
    match linter.document.value_of(id, "ref") {
        None => linter.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "ref"),
        Some(value) => {
            let spot = Spot::beside(linter, id, "ref");
            shapes::absolute(linter.log, &spot, &value);
        }
    }
    for name in ["href", "source"] {
        if let Some(value) = linter.document.value_of(id, name) {
            let spot = Spot::beside(linter, id, name);
            shapes::reference(linter.log, &spot, &value);
        }
    }
    if let Some(value) = linter.document.value_of(id, "type")
        && !mime::is_media_type(&value)
    {
        let spot = Spot { element: "ref".to_owned(), ..Spot::attribute(linter, id, "type") };
        shapes::not_a_media_type(linter.log, &spot, &values::MEDIA_TYPE, &value, "text/html");
    }
}

/// The attributes of the module on a link.
pub fn on_link(linter: &mut Linter<'_, '_>, id: Id) {
    for attribute in linter.document.attributes(id).iter().filter(|one| one.ns == Ns::Thr) {
        let value = linter.document.value(attribute);
        let (rule, range) = (&super::numbers::NON_NEGATIVE_INTEGER, attribute.value_range.clone());
        let (rule, range, message, help) = match attribute.local() {
            "count" if !crate::values::number::is_non_negative_integer(&value) => (
                rule,
                range,
                "`thr:count` must be a whole number of zero or more",
                "write digits alone",
            ),
            "updated" if crate::values::date::rfc3339(&value).is_none() => (
                &super::dates::RFC3339_DATE,
                range,
                "`thr:updated` is not a valid RFC 3339 date",
                "write it like `2006-01-02T15:04:05Z`",
            ),
            "when" => {
                (&NO_WHEN, attribute.range.clone(), "`thr:when` was renamed", "write `thr:updated`")
            }
            _ => continue,
        };
        let parent = linter.parent_label(id);
        linter
            .log
            .report(rule, range, message)
            .element(attribute.name)
            .parent(parent)
            .attr(attribute.name)
            .value(&value)
            .help(help);
    }
}
