//! Top-level domains, which tell `crates.io` from `main.rs`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Which lists have a top-level domain. They differ because twitter-text's is some years old.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tld {
    /// Both twitter-text 3.1 and IANA's root zone of 2025.
    Both,
    /// The root zone alone: X may or may not shorten such a URL.
    RootZone,
    /// twitter-text alone: the domain no longer exists, X still shortens the URL.
    TwitterText,
}

/// One domain per line, sorted; `+` before those of the root zone alone, `-` before those of
/// twitter-text alone.
static LIST: &str = include_str!("tlds.txt");

static TLDS: LazyLock<BTreeMap<&'static str, Tld>> = LazyLock::new(|| {
    LIST.lines()
        .map(|line| {
            if let Some(name) = line.strip_prefix('+') {
                (name, Tld::RootZone)
            } else if let Some(name) = line.strip_prefix('-') {
                (name, Tld::TwitterText)
            } else {
                (line, Tld::Both)
            }
        })
        .collect()
});

/// Which lists have this top-level domain, given in lower case without its dot.
pub fn known_tld(name: &str) -> Option<Tld> {
    TLDS.get(name).copied()
}
