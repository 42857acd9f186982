//! URLs in bodies: made absolute against the post's own, or refused with a reason.

use std::collections::BTreeSet;

use url::Url;

use crate::post::scan::is_hidden;

/// Why a URL cannot go into a feed as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    /// Its scheme runs or carries code (`javascript:`, `data:`) or is unknown to readers.
    Unsafe(String),
    /// It is a file on the author's own machine.
    Local,
    /// It is not a URL.
    Malformed(String),
    /// It contains an invisible character.
    Hidden(char),
}

/// How a URL is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// As a link.
    Link,
    /// The reader loads it: an image, a sound, a film.
    Media,
}

/// Schemes of links. Every other scheme is removed, because what a reader does with an unknown one is
/// up to the programs on its machine.
pub(super) const LINK_SCHEMES: &[&str] = &[
    "http", "https", "mailto", "tel", "sms", "xmpp", "irc", "ircs", "matrix", "ftp", "sftp", "ssh",
    "git", "gemini", "gopher", "news", "nntp", "geo", "magnet", "doi", "urn", "tag", "feed",
    "webcal", "bitcoin",
];

/// Schemes of media that readers load by themselves.
const MEDIA_SCHEMES: &[&str] = &["http", "https"];

/// The absolute form of a URL written in a post at `base`.
pub(super) fn resolve(base: &Url, written: &str, usage: Use) -> Result<Url, Problem> {
    let trimmed = written.trim();
    if let Some(hidden) = trimmed.chars().find(|c| is_hidden(*c)) {
        return Err(Problem::Hidden(hidden));
    }
    if is_machine_path(trimmed) {
        return Err(Problem::Local);
    }
    let url = base.join(trimmed).map_err(|error| {
        let why = error.to_string();
        Problem::Malformed(why)
    })?;
    let allowed = match usage {
        Use::Link => LINK_SCHEMES,
        Use::Media => MEDIA_SCHEMES,
    };
    match url.scheme() {
        "file" => Err(Problem::Local),
        scheme if allowed.contains(&scheme) => match wrapped(&url) {
            Some(inner) if !allowed.contains(&inner.as_str()) => Err(Problem::Unsafe(inner)),
            _ => Ok(url),
        },
        scheme => Err(Problem::Unsafe(scheme.to_owned())),
    }
}

/// The scheme of the URL that `feed:` wraps, as in `feed:https://example.org/`; with repeated wrapping,
/// the innermost.
fn wrapped(url: &Url) -> Option<String> {
    if url.scheme() != "feed" {
        return None;
    }
    let inner = Url::parse(url.path()).ok()?;
    Some(wrapped(&inner).unwrap_or_else(|| inner.scheme().to_owned()))
}

/// `C:\pictures\a.png`, `\\server\share`, and paths in home folders, which a site never serves.
fn is_machine_path(written: &str) -> bool {
    let bytes = written.as_bytes();
    let drive = matches!(bytes, [letter, b':', b'\\' | b'/', ..] if letter.is_ascii_alphabetic());
    let home = ["/home/", "/Users/"].iter().any(|prefix| {
        written.strip_prefix(prefix).is_some_and(|rest| {
            let mut parts = rest.split('/').skip(1);
            parts.any(|part| {
                matches!(
                    part,
                    "Desktop" | "Documents" | "Downloads" | "Pictures" | "src" | ".config"
                )
            })
        })
    });
    drive || home || written.starts_with("\\\\")
}

/// The host as written, if it can be mistaken for another: letters of several scripts in one label, or
/// a label of Cyrillic or Greek letters that all look Latin under a Latin top-level domain.
pub(super) fn look_alike_host(written: &str) -> Option<&str> {
    if written.is_ascii() {
        return None;
    }
    let after = written.split_once("//")?.1;
    let host = after.split(['/', '?', '#']).next()?;
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    if host.is_ascii() {
        return None;
    }
    let latin_top = host
        .rsplit('.')
        .next()
        .is_some_and(|top| top.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b':'));
    let suspicious = host.split('.').any(|label| {
        let scripts: BTreeSet<_> = label.chars().filter_map(script).collect();
        let foreign = scripts.first().is_some_and(|first| *first != Script::Latin);
        scripts.len() > 1 || (latin_top && foreign && label.chars().all(looks_latin))
    });
    suspicious.then_some(host)
}

/// Alphabets with similar letters. Han, kana and other scripts cannot imitate a name.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
}

fn script(character: char) -> Option<Script> {
    match character {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => Some(Script::Latin),
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Script::Greek),
        '\u{400}'..='\u{52f}' => Some(Script::Cyrillic),
        '\u{530}'..='\u{58f}' => Some(Script::Armenian),
        _ => None,
    }
}

/// Whether a letter of another script looks like a Latin one.
fn looks_latin(character: char) -> bool {
    const TWINS: &str = "аеорсухіјѕһԁԛԝӏкмтвнАВЕКМНОРСТУХοαυνρικτχ";
    character.is_ascii_digit() || character == '-' || TWINS.contains(character)
}

#[cfg(test)]
mod tests {
    use super::{Problem, Use, look_alike_host, resolve};
    use url::Url;

    fn at(written: &str) -> Result<String, Problem> {
        let base = Url::parse("https://example.org/2026/post/").expect("a constant");
        resolve(&base, written, Use::Link).map(String::from)
    }

    #[test]
    fn relative_urls_start_at_the_post() {
        for (written, absolute) in [
            ("a.png", "https://example.org/2026/post/a.png"),
            ("/x?y#z", "https://example.org/x?y#z"),
            ("//cdn.example/a", "https://cdn.example/a"),
            ("#top", "https://example.org/2026/post/#top"),
            ("mailto:a@example.org", "mailto:a@example.org"),
        ] {
            assert_eq!(at(written), Ok(absolute.to_owned()));
        }
    }

    #[test]
    fn schemes_that_run_code_are_refused_in_every_disguise() {
        for written in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}java\tscript\n:alert(1)",
            "vbscript:x",
            "feed:javascript:alert(1)",
            "feed:feed:javascript:alert(1)",
            "data:text/html,x",
        ] {
            assert!(matches!(at(written), Err(Problem::Unsafe(_))), "{written:?}");
        }
    }

    #[test]
    fn paths_of_the_authors_machine_are_refused() {
        for written in [
            "file:///etc/passwd",
            "C:\\Users\\ada\\a.png",
            "c:/a.png",
            "\\\\server\\a.png",
            "/Users/ada/Pictures/a.png",
            "/home/ada/Downloads/a.png",
        ] {
            assert_eq!(at(written), Err(Problem::Local), "{written:?}");
        }
        assert!(at("/home/about/").is_ok());
    }

    #[test]
    fn hosts_that_mix_scripts_are_named() {
        assert_eq!(look_alike_host("https://gооgle.com/x"), Some("gооgle.com"));
        assert_eq!(look_alike_host("https://арр.com"), Some("арр.com"));
        assert_eq!(look_alike_host("https://пример.рф/"), None);
        assert_eq!(look_alike_host("https://bücher.example/"), None);
        assert_eq!(look_alike_host("https://日本語.example/"), None);
        assert_eq!(look_alike_host("/relative"), None);
    }
}
