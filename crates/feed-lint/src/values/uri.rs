//! URIs and IRIs: RFC 3986 and 3987, and the schemes `tag` (RFC 4151), `urn` (RFC 8141) and
//! `urn:uuid` (RFC 9562).

use std::cell::LazyCell;
use std::fmt::Write as _;

/// Why a text is not a URI or IRI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A character that must be percent-encoded or is not allowed at all, at this byte.
    Character(char, usize),
    /// A `%` without two hexadecimal digits, at this byte.
    Percent(usize),
    /// A malformed authority.
    Authority,
}

/// The parts of a URI reference (RFC 3986, appendix B).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Parts<'t> {
    /// Before the first colon, where it is a scheme.
    pub scheme: Option<&'t str>,
    /// Between `//` and the next `/`, `?` or `#`.
    pub authority: Option<&'t str>,
    /// The path.
    pub path: &'t str,
    /// After `?`.
    pub query: Option<&'t str>,
    /// After `#`.
    pub fragment: Option<&'t str>,
}

impl Parts<'_> {
    /// Whether there is a scheme with something after it.
    pub(crate) fn is_absolute(&self) -> bool {
        self.scheme.is_some()
            && (self.authority.is_some_and(|a| !a.is_empty())
                || !self.path.is_empty()
                || self.query.is_some())
    }
}

/// Splits a reference; every text has parts, malformed or not.
pub(crate) fn parts(text: &str) -> Parts<'_> {
    let (rest, fragment) = text.split_once('#').map_or((text, None), |(r, f)| (r, Some(f)));
    let (rest, query) = rest.split_once('?').map_or((rest, None), |(r, q)| (r, Some(q)));
    let (scheme, rest) = match rest.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
        _ => (None, rest),
    };
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            (Some(authority), path)
        }
        None => (None, rest),
    };
    Parts { scheme, authority, path, query, fragment }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// What is wrong with `text` as a reference, which may be relative or an IRI.
pub(crate) fn fault(text: &str) -> Option<Fault> {
    character_fault(text).or_else(|| authority_fault(&parts(text)))
}

/// The parts of a reference in which nothing is wrong.
pub(crate) fn valid_parts(text: &str) -> Option<Parts<'_>> {
    let parts = parts(text);
    let is_valid = character_fault(text).is_none() && authority_fault(&parts).is_none();
    is_valid.then_some(parts)
}

fn authority_fault(parts: &Parts<'_>) -> Option<Fault> {
    let needs_host = parts.scheme.is_some_and(|s| {
        ["http", "https", "ftp"].iter().any(|known| known.eq_ignore_ascii_case(s))
    });
    let Some(authority) = parts.authority else {
        return needs_host.then_some(Fault::Authority);
    };
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let bad = if let Some(literal) = host_and_port.strip_prefix('[') {
        let literal = literal.split_once(']').map(|(literal, _)| literal);
        !literal.is_some_and(is_ip_literal)
    } else {
        let (host, port) = host_and_port.split_once(':').unwrap_or((host_and_port, ""));
        !port.bytes().all(|b| b.is_ascii_digit())
            || (host.is_empty() && needs_host)
            || host.contains(['[', ']'])
    };
    bad.then_some(Fault::Authority)
}

/// `IPv6address` or `IPvFuture` (RFC 3986, section 3.2.2).
fn is_ip_literal(text: &str) -> bool {
    text.starts_with(['v', 'V']) || text.parse::<std::net::Ipv6Addr>().is_ok()
}

/// Whether a text is the host of a URL: a name or an address, one of IPv6 in brackets.
pub(crate) fn is_host(text: &str) -> bool {
    let url = format!("http://{text}/");
    let has_port = text.contains(':') && !text.ends_with(']');
    let is_whole = |parts: Parts<'_>| parts.authority == Some(text) && parts.path == "/";
    valid_parts(&url).is_some_and(is_whole) && !has_port && !text.contains('@')
}

pub(super) fn character_fault(text: &str) -> Option<Fault> {
    // Only IPv6 hosts have brackets.
    let has_ip_literal = LazyCell::new(|| {
        let rest = text.split_once("//").map_or("", |(_, rest)| rest);
        let authority = rest.split(['/', '?', '#']).next();
        authority.is_some_and(|authority| authority.contains(['[', ']']))
    });
    let mut has_fragment = false;
    for (at, character) in text.char_indices() {
        let is_fault = match character {
            '#' => std::mem::replace(&mut has_fragment, true),
            '[' | ']' => !*has_ip_literal,
            '%' if !is_escape(text, at) => return Some(Fault::Percent(at)),
            _ => !is_allowed(character),
        };
        if is_fault {
            return Some(Fault::Character(character, at));
        }
    }
    None
}

/// Whether two hexadecimal digits follow the `%` at this byte.
fn is_escape(text: &str, at: usize) -> bool {
    let two = text.as_bytes().get(at + 1..at + 3);
    two.is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
}

/// Whether a reference may contain this character (RFC 3986, section 2; `ucschar` and `iprivate` of
/// RFC 3987, section 2.2).
fn is_allowed(character: char) -> bool {
    let is_ucs = || match character {
        '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' => false,
        '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fdcf}' | '\u{fdf0}'..='\u{ffef}' => true,
        '\u{10000}'.. => u32::from(character) & 0xfffe != 0xfffe,
        _ => false,
    };
    character.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(character) || is_ucs()
}

/// Whether a text is a reference with a scheme and something after it.
pub(crate) fn is_absolute(text: &str) -> bool {
    parts(text).is_absolute()
}

/// Whether it is a URL that a browser opens: `http` or `https` with a host.
pub(crate) fn is_http(text: &str) -> bool {
    let parts = parts(text);
    parts.scheme.is_some_and(|s| s.eq_ignore_ascii_case("http") || s.eq_ignore_ascii_case("https"))
        && parts.authority.is_some_and(|a| !a.is_empty())
}

/// The extension of the file at a URL, in lower case.
pub(crate) fn extension(text: &str) -> Option<String> {
    let name = parts(text).path.rsplit('/').next()?;
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase())
}

/// Percent-encodes the characters that are not allowed, and no others.
pub(crate) fn repaired(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, character) in text.char_indices() {
        if is_allowed(character) && (character != '%' || is_escape(text, at)) {
            out.push(character);
            continue;
        }
        let mut buffer = [0; 4];
        for byte in character.encode_utf8(&mut buffer).bytes() {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Fault, fault, is_absolute, repaired};
    use crate::values::canonical;
    use crate::values::names::{is_tag, is_urn, is_uuid};

    #[test]
    fn references() {
        for good in [
            "http://example.org/a,b?c=d#e",
            "../x",
            "",
            "http://[::1]:8080/",
            "http://bücher.example/ü",
            "mailto:a@b.example",
        ] {
            assert_eq!(fault(good), None, "{good}");
        }
        assert_eq!(fault("http://example.org/a b"), Some(Fault::Character(' ', 20)));
        assert_eq!(fault("http://example.org/%zz"), Some(Fault::Percent(19)));
        assert_eq!(fault("http://example.org:x/"), Some(Fault::Authority));
        assert!(
            is_absolute("tag:x,2000:") && !is_absolute("//example.org/") && !is_absolute("http://")
        );
        assert_eq!(repaired("http://example.org/a b%"), "http://example.org/a%20b%25");
    }

    #[test]
    fn names() {
        assert!(is_tag("tag:example.org,2003-11-30:foo") && is_tag("tag:me@example.com,2003:#x"));
        for bad in [
            "tag:example.org:foo",
            "tag:example.org,03:foo",
            "tag:example.org,2003-9:foo",
            "tag:a b,2003:foo",
            "tag:example.org,2003: foo",
            "tag:example.org,2003:\u{e9}",
            "tag:example.org,2003-06-31T14:00:00Z:foo",
        ] {
            assert!(!is_tag(bad), "{bad}");
        }
        assert!(is_urn("urn:isbn:0451450523") && !is_urn("urn:a.b:1") && !is_urn("urn:-a:1"));
        assert!(
            is_uuid("60a76c80-d399-11d9-b93C-0003939e0af6")
                && !is_uuid("60a76c80-d399-11d9-b93-0003939e0af6")
        );
    }

    #[test]
    fn canonical_forms() {
        assert_eq!(canonical("Http://Example.org:80").as_deref(), Some("http://example.org/"));
        assert_eq!(
            canonical("http://example.org/./a/../%69d?q=%5c").as_deref(),
            Some("http://example.org/id?q=%5C")
        );
        assert_eq!(canonical("http://example.org/id?"), None);
        assert_eq!(canonical("URN:Example:A").as_deref(), Some("urn:example:A"));
    }
}
