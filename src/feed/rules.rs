//! The rules of writing feeds.

use crate::report::{Level, Rule};

/// Every rule of this room, in the order in which they are documented.
pub static RULES: &[&Rule] = &[&FORBIDDEN_CHARACTER, &UNWRITTEN];

/// A character that XML cannot hold has come as far as the feed.
pub static FORBIDDEN_CHARACTER: Rule = Rule {
    name: "forbidden-character-in-feed",
    level: Level::Error,
    w3c: Some("BadCharacters"),
    formats: &[],
    what: "Titles, names and texts of a feed hold only characters that XML can carry.",
    why: "One control character makes the whole file ill-formed, and readers then show none of its \
          entries (XML 1.0, section 2.2).",
    example: "title: \"Recap\\b of the day\"",
    instead: "title: \"Recap of the day\"",
};

/// A writer has failed.
pub static UNWRITTEN: Rule = Rule {
    name: "feed-unwritten",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "Every feed can be written by its format's library.",
    why: "Where a library refuses, no half of a file is left behind: nothing is written at all.",
    example: "a feed that the library refuses",
    instead: "a report of the message, since this is a fault of the program",
};
