//! The rules of writing feeds.

crate::report::rules! {
    /// Titles, names and texts of a feed hold only characters that XML can carry.
    ///
    /// One control character makes the whole file ill-formed, and readers then show none of its
    /// entries (XML 1.0, section 2.2).
    Error, always FORBIDDEN_CHARACTER "forbidden-character-in-feed" w3c "BadCharacters":
        "title: \"Recap\\b of the day\"" => "title: \"Recap of the day\"";

    /// Every feed can be written by its format's library.
    ///
    /// Where a library refuses, no half of a file is left behind: nothing is written at all.
    Error, always UNWRITTEN "feed-unwritten":
        "a feed that the library refuses" => "a report of the message, since this is a fault of the program";
}
