//! The rules of configuration: `afterword.toml`, and the site generator's.

crate::report::rules! {
    Error CONFIG_SYNTAX "config-syntax" {
        what: "`afterword.toml` is valid TOML.",
        why: "Without a configuration nothing can be built.",
        example: "title = Field notes",
        instead: "title = \"Field notes\"",
    }
    Error CONFIG_KEY "config-key" {
        what: "`afterword.toml` has the keys that Afterword knows and no others.",
        why: "A misspelt key would be ignored in silence, and the feeds would be built without what it says.",
        example: "[site]\ntitel = \"Field notes\"",
        instead: "[site]\ntitle = \"Field notes\"",
    }
    Error CONFIG_VALUE "config-value" {
        what: "Each value in `afterword.toml` is of its key's type and usable.",
        why: "URLs, folders and time zones decide where feeds go and what readers see as new; Afterword does not guess them.",
        example: "url = \"example.org\"",
        instead: "url = \"https://example.org/\"",
    }
    Error CONFIG_MISSING "config-missing" {
        what: "`[site]` has a `title` and a `url`.",
        why: "RSS and Atom ask for both, and every relative link is made absolute with the URL.",
        example: "[site]\ntitle = \"Field notes\"",
        instead: "[site]\ntitle = \"Field notes\"\nurl = \"https://example.org/\"",
    }
    Warning UNREAD_SETTING "unread-setting" {
        what: "The site generator's configuration has no setting that Afterword does not read.",
        why: "The feeds say what the site says. Such a setting changes posts, dates, URLs or texts on the site alone.",
        example: "POSTS = 'program.py'",
        instead: "a setting that is read, or `unread-setting = \"off\"` under `[rules]` once the feeds are compared with the site",
    }
}
