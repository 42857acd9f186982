//! The rules of feeds: one file per family, each rule with its explanation.

pub mod atom;
pub mod beyond;
pub mod dates;
pub mod encoding;
mod forms;
pub mod history;
pub mod html;
pub mod ids;
pub mod jsonfeed;
pub mod limits;
pub mod media;
pub mod modules;
pub mod namespaces;
pub mod numbers;
pub mod people;
pub mod podcast;
pub mod rdf;
pub(crate) mod repeats;
pub mod rss;
pub mod structure;
pub mod texts;
pub mod threading;
pub mod urls;
pub mod values;
pub mod wellformed;

use feed_lint_findings::Rule;

/// Every family with the title of its section, in the order of the documentation.
pub static FAMILIES: &[(&str, &[&Rule])] = &[
    ("Well-formed XML", wellformed::RULES),
    ("Encoding", encoding::RULES),
    ("Limits", limits::RULES),
    ("Namespaces", namespaces::RULES),
    ("Elements and attributes", structure::RULES),
    ("Text", texts::RULES),
    ("HTML", html::RULES),
    ("Dates", dates::RULES),
    ("URLs", urls::RULES),
    ("Ids", ids::RULES),
    ("People", people::RULES),
    ("Numbers", numbers::RULES),
    ("Languages, media types, words from a list", values::RULES),
    ("RSS 2.0", rss::RULES),
    ("RSS 1.0", rdf::RULES),
    ("Atom", atom::RULES),
    ("Paged and archived feeds", history::RULES),
    ("Replies", threading::RULES),
    ("Podcasts", podcast::RULES),
    ("Media RSS", media::RULES),
    ("Other modules", modules::RULES),
    ("JSON Feed", jsonfeed::RULES),
    ("Beyond the document", beyond::RULES),
];

/// Every rule of this module, in the order of the documentation.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|(_, rules)| rules.iter().copied())
}
