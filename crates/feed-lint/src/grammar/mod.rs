//! Which elements are allowed where, as tables: one row per element, one file per format or family of
//! modules.

mod atom;
pub(crate) mod media;
mod modules;
mod rss;

use feed_lint_findings::Rule;

use super::linter::Linter;
use super::values::listed;
use super::xml::{Id, Ns};

pub(crate) use atom::{ENTRY, FEED, PERSON, SOURCE};
pub(crate) use modules::rows;
pub(crate) use rss::{CHANNEL, CHANNEL_10, CHANNEL_090, IMAGE_10, ITEM, ITEM_10, TEXT_INPUT_10};

/// Names without prefix, separated by blanks; how often each may occur, what it holds.
pub(crate) type Row = (&'static str, Times, Shape);

/// How often an element may occur in its parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Times {
    /// At most once.
    Once,
    /// Any number of times.
    Often,
}

/// What an element holds.
#[derive(Clone, Copy)]
pub enum Shape {
    /// Anything; it is not checked.
    Anything,
    /// Plain text, not blank, not HTML.
    Text,
    /// Plain text, not HTML, which may be blank.
    TextOrNothing,
    /// An absolute URL.
    Url,
    /// Any URI reference.
    Reference,
    /// An RFC 822 date.
    Rfc822,
    /// An RFC 3339 date.
    Rfc3339,
    /// A date in the W3C's profile of ISO 8601.
    W3cdtf,
    /// A language tag.
    Language,
    /// A mail address, with a name in parentheses.
    Contact,
    /// A positive number.
    Positive,
    /// A non-negative number.
    NonNegative,
    /// HTML in text.
    Html,
    /// One of these words; the rule reports anything else.
    OneOf(&'static Rule, &'static [&'static str]),
    /// Other elements.
    Inside(&'static Context),
    /// Whatever the function checks.
    Custom(fn(&mut Linter<'_, '_>, Id)),
}

/// Where an element of a module may occur.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// RSS `channel`, Atom `feed` and `source`.
    Feed,
    /// RSS `item`, Atom `entry`.
    Entry,
    /// Elsewhere: `image`, `textInput`, `rdf:RDF`.
    Other,
}

/// An element that holds others.
pub struct Context {
    /// Which elements of modules it may hold.
    pub scope: Scope,
    /// The elements of the format itself.
    pub core: &'static [Row],
    /// The required elements, each with the rule that reports its absence.
    pub required: &'static [(&'static str, &'static Rule)],
    /// Checks the element as a whole, such as the order of its elements.
    pub after: Option<fn(&mut Linter<'_, '_>, Id)>,
}

/// An element that holds elements of modules alone, such as `media:group`.
pub(crate) static MODULES_ALONE: Context =
    Context { scope: Scope::Other, core: &[], required: &[], after: None };

/// The name of an element in the tables. That of Dublin Core may have a qualifier, as in
/// `dc:date.created`.
pub(crate) fn unqualified(ns: Ns, local: &str) -> &str {
    match local.split_once('.') {
        Some((name, _)) if ns == Ns::Dc => name,
        _ => local,
    }
}

/// The row of an element in a context: of the format itself, or of a module.
pub(crate) fn find(context: &'static Context, core: bool, ns: Ns, name: &str) -> Found {
    let table = if core { Some(context.core) } else { rows(ns, context.scope) };
    match table {
        None => Found::NotChecked,
        Some(table) => table
            .iter()
            .find(|(names, _, _)| listed(names, name))
            .map_or(Found::Unknown, Found::Row),
    }
}

/// What is known of an element in its parent.
#[derive(Clone, Copy)]
pub(crate) enum Found {
    /// Its row.
    Row(&'static Row),
    /// Its vocabulary does not allow the element there.
    Unknown,
    /// Its vocabulary is not checked.
    NotChecked,
}
