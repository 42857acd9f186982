//! The rules of configuration: `afterword.toml`, and the site generator's.

crate::report::rules! {
    /// `afterword.toml` is valid TOML.
    ///
    /// Without a configuration nothing can be built.
    Error CONFIG_SYNTAX "config-syntax":
        "title = Field notes" => "title = \"Field notes\"";

    /// `afterword.toml` has the keys that Afterword knows and no others.
    ///
    /// A misspelt key would be ignored in silence, and the feeds would be built without what it
    /// says.
    Error CONFIG_KEY "config-key":
        "[site]\ntitel = \"Field notes\"" => "[site]\ntitle = \"Field notes\"";

    /// Each value in `afterword.toml` is of its key's type and usable.
    ///
    /// URLs, folders and time zones decide where feeds go and what readers see as new; Afterword
    /// does not guess them.
    Error CONFIG_VALUE "config-value":
        "url = \"example.org\"" => "url = \"https://example.org/\"";

    /// `[site]` has a `title` and a `url`.
    ///
    /// RSS and Atom ask for both, and every relative link is made absolute with the URL.
    Error CONFIG_MISSING "config-missing":
        "[site]\ntitle = \"Field notes\"" => "[site]\ntitle = \"Field notes\"\nurl = \"https://example.org/\"";

    /// The site generator's configuration has no setting that Afterword does not read.
    ///
    /// The feeds say what the site says. Such a setting changes posts, dates, URLs or texts on the
    /// site alone.
    Warning UNREAD_SETTING "unread-setting":
        "POSTS = 'program.py'"
        => "a setting that is read, or `unread-setting = \"off\"` under `[rules]` once the feeds are compared with the site";
}
