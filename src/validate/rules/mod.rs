//! The rules of feeds: a family a file, each with its explanation for people.

/// The formats that rules are about, as people call them. RSS is 0.91 to 0.94 and 2.0, RSS 1.0 also 0.90.
const EVERY: &[&str] = &["RSS", "RSS 1.0", "Atom", "JSON Feed"];
const XML: &[&str] = &["RSS", "RSS 1.0", "Atom"];
const RSS: &[&str] = &["RSS"];
const RDF: &[&str] = &["RSS 1.0"];
const RSS_AND_RDF: &[&str] = &["RSS", "RSS 1.0"];
const ATOM: &[&str] = &["Atom"];
const JSON: &[&str] = &["JSON Feed"];
const ATOM_AND_JSON: &[&str] = &["Atom", "JSON Feed"];

/// Declares rules as `static` items, and lists them as `RULES` in the order in which they stand.
/// `for` names the formats that they are about: once for all, and again where a rule differs.
macro_rules! rules {
    (for $formats:ident; $( $level:ident $id:ident $name:literal $(w3c $w3c:literal)? $(for $own:ident)? {
        what: $what:literal, why: $why:literal, example: $example:literal, instead: $instead:literal $(,)?
    } )*) => {
        $(
            #[doc = $what]
            pub static $id: crate::report::Rule = crate::report::Rule {
                name: $name,
                level: crate::report::Level::$level,
                w3c: rules!(@w3c $($w3c)?),
                formats: rules!(@formats $formats $($own)?),
                what: $what,
                why: $why,
                example: $example,
                instead: $instead,
            };
        )*

        /// The rules of this file.
        pub static RULES: &[&crate::report::Rule] = &[$(&$id),*];
    };
    (@w3c $w3c:literal) => { Some($w3c) };
    (@w3c) => { None };
    (@formats $all:ident $own:ident) => { crate::validate::rules::$own };
    (@formats $all:ident) => { crate::validate::rules::$all };
}

pub mod addresses;
pub mod atom;
pub mod beyond;
pub mod dates;
pub mod encoding;
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
pub mod rss;
pub mod structure;
pub mod texts;
pub mod threading;
pub mod values;
pub mod wellformed;

use crate::report::Rule;

/// Every family, in the order in which they are documented, with the title of its section.
pub static FAMILIES: &[(&str, &[&Rule])] = &[
    ("Well-formed XML", wellformed::RULES),
    ("Encoding", encoding::RULES),
    ("Limits", limits::RULES),
    ("Namespaces", namespaces::RULES),
    ("Elements and attributes", structure::RULES),
    ("Text", texts::RULES),
    ("HTML", html::RULES),
    ("Dates", dates::RULES),
    ("Addresses", addresses::RULES),
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

const COUNT: usize = {
    let (mut count, mut family) = (0, 0);
    while family < FAMILIES.len() {
        count += FAMILIES[family].1.len();
        family += 1;
    }
    count
};

static ALL: [&Rule; COUNT] = {
    let mut all: [&Rule; COUNT] = [&limits::NOT_A_FEED; COUNT];
    let (mut count, mut family) = (0, 0);
    while family < FAMILIES.len() {
        let mut index = 0;
        while index < FAMILIES[family].1.len() {
            all[count] = FAMILIES[family].1[index];
            count += 1;
            index += 1;
        }
        family += 1;
    }
    all
};

/// Every rule of this room, in the order in which they are documented.
pub static RULES: &[&Rule] = &ALL;
