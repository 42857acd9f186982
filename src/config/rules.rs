//! The rules of `afterword.toml`.

use crate::report::{Level, Rule};

/// The file is no TOML.
pub static CONFIG_SYNTAX: Rule = Rule {
    name: "config-syntax",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "`afterword.toml` is valid TOML.",
    why: "A file that cannot be read says nothing of the site, so nothing can be built.",
    example: "title = Field notes",
    instead: "title = \"Field notes\"",
};

/// A key that nobody reads.
pub static CONFIG_KEY: Rule = Rule {
    name: "config-key",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "`afterword.toml` has the keys that Afterword knows and no others.",
    why: "A misspelt key would be ignored in silence, and the feeds would be built without what it says.",
    example: "[site]\ntitel = \"Field notes\"",
    instead: "[site]\ntitle = \"Field notes\"",
};

/// A value that does not serve.
pub static CONFIG_VALUE: Rule = Rule {
    name: "config-value",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "Each value in `afterword.toml` is of its key's type and usable.",
    why: "Addresses, folders and zones decide where feeds go and what readers see as new; none of them is guessed.",
    example: "url = \"example.org\"",
    instead: "url = \"https://example.org/\"",
};

/// A key that has to be there.
pub static CONFIG_MISSING: Rule = Rule {
    name: "config-missing",
    level: Level::Error,
    w3c: None,
    formats: &[],
    what: "`[site]` has a `title` and a `url`.",
    why: "RSS and Atom ask for both, and every relative link is made absolute with the address.",
    example: "[site]\ntitle = \"Field notes\"",
    instead: "[site]\ntitle = \"Field notes\"\nurl = \"https://example.org/\"",
};

/// Every rule of this room, in the order in which they are documented.
pub static RULES: &[&Rule] = &[&CONFIG_SYNTAX, &CONFIG_KEY, &CONFIG_VALUE, &CONFIG_MISSING];
