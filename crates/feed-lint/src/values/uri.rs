//! URIs and IRIs: RFC 3986 and 3987, and the schemes `tag` (RFC 4151), `urn` (RFC 8141) and
//! `urn:uuid` (RFC 9562).

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

/// Splits a reference; every text has parts, malformed or not.
#[must_use]
pub(crate) fn parts(text: &str) -> Parts<'_> {
    let (rest, fragment) = cut(text, b'#').map_or((text, None), |(r, f)| (r, Some(f)));
    let (rest, query) = cut(rest, b'?').map_or((rest, None), |(r, q)| (r, Some(q)));
    let (scheme, rest) = match cut(rest, b':') {
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
    Parts {
        scheme,
        authority,
        path,
        query,
        fragment,
    }
}

/// As `split_once`, for a byte of ASCII: most of a feed's addresses come through here several times.
fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let found = memchr::memchr(at, text.as_bytes())?;
    Some((text.get(..found)?, text.get(found + 1..)?))
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// What is wrong with `text` as a reference, which may be relative or an IRI.
#[must_use]
pub(crate) fn fault(text: &str) -> Option<Fault> {
    if let Some(fault) = character_fault(text) {
        return Some(fault);
    }
    let parts = parts(text);
    let needs_host = parts.scheme.is_some_and(|s| {
        ["http", "https", "ftp"]
            .iter()
            .any(|known| known.eq_ignore_ascii_case(s))
    });
    let Some(authority) = parts.authority else {
        return needs_host.then_some(Fault::Authority);
    };
    let host_and_port = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
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

/// Whether a reference may contain this ASCII byte.
const ALLOWED: [bool; 128] = {
    let mut table = [false; 128];
    let bytes =
        b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%";
    let mut index = 0;
    while index < bytes.len() {
        table[bytes[index] as usize] = true;
        index += 1;
    }
    table
};

fn character_fault(text: &str) -> Option<Fault> {
    let bytes = text.as_bytes();
    let has_literal = || {
        let rest = text.split_once("//").map_or("", |(_, rest)| rest);
        let authority = rest.split(['/', '?', '#']).next();
        authority.is_some_and(|authority| authority.contains(['[', ']']))
    };
    let mut is_literal = None;
    let mut hashes = 0;
    let mut at = 0;
    // Nearly all characters are ASCII ones that may stand anywhere.
    while let Some(byte) = bytes.get(at) {
        let plain = ALLOWED.get(usize::from(*byte)).copied().unwrap_or(false);
        if plain && !matches!(byte, b'#' | b'[' | b']' | b'%') {
            at += 1;
            continue;
        }
        let character = text.get(at..)?.chars().next()?;
        let fine = match u8::try_from(character) {
            Ok(byte) if byte < 128 => ALLOWED.get(usize::from(byte)).copied().unwrap_or(false),
            _ => is_ucs(character),
        };
        if !fine {
            return Some(Fault::Character(character, at));
        }
        match character {
            '#' => {
                hashes += 1;
                if hashes > 1 {
                    return Some(Fault::Character(character, at));
                }
            }
            // Only IPv6 hosts have brackets.
            '[' | ']' if !*is_literal.get_or_insert_with(has_literal) => {
                return Some(Fault::Character(character, at));
            }
            '%' => {
                let two = bytes.get(at + 1..at + 3);
                if !two.is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit)) {
                    return Some(Fault::Percent(at));
                }
            }
            _ => {}
        }
        at += character.len_utf8();
    }
    None
}

/// `ucschar` and `iprivate` of RFC 3987, section 2.2.
fn is_ucs(character: char) -> bool {
    matches!(character,
        '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fdcf}' | '\u{fdf0}'..='\u{ffef}' | '\u{10000}'..)
        && !matches!(
            character,
            '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        )
        && (u32::from(character) & 0xfffe) != 0xfffe
}

/// Whether there is a scheme with something after it.
#[must_use]
pub(crate) fn is_absolute(text: &str) -> bool {
    let parts = parts(text);
    parts.scheme.is_some()
        && (parts.authority.is_some_and(|a| !a.is_empty())
            || !parts.path.is_empty()
            || parts.query.is_some())
}

/// Whether it is a URL that a browser opens: `http` or `https` with a host.
#[must_use]
pub(crate) fn is_http(text: &str) -> bool {
    let parts = parts(text);
    parts
        .scheme
        .is_some_and(|s| s.eq_ignore_ascii_case("http") || s.eq_ignore_ascii_case("https"))
        && parts.authority.is_some_and(|a| !a.is_empty())
}

/// Percent-encodes the characters that are not allowed, and no others.
#[must_use]
pub(crate) fn repaired(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let bytes = text.as_bytes();
    for (at, character) in text.char_indices() {
        let stray = character == '%'
            && !bytes
                .get(at + 1..at + 3)
                .is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        let fine = match u8::try_from(character) {
            Ok(byte) if byte < 128 => {
                ALLOWED.get(usize::from(byte)).copied().unwrap_or(false) && !stray
            }
            _ => is_ucs(character),
        };
        if fine {
            out.push(character);
        } else {
            let mut buffer = [0; 4];
            for byte in character.encode_utf8(&mut buffer).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// Whether a `tag:` URI is valid: `tag:` authority `,` date `:` specific (RFC 4151, section 2.1).
#[must_use]
pub fn is_tag(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("tag:") else {
        return false;
    };
    let Some((entity, specific)) = rest.split_once(':') else {
        return false;
    };
    let Some((authority, date)) = entity.split_once(',') else {
        return false;
    };
    let name = |text: &str| {
        !text.is_empty()
            && text.starts_with(|c: char| c.is_ascii_alphanumeric())
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'))
    };
    let authority_fine = match authority.split_once('@') {
        Some((local, domain)) => {
            !local.is_empty()
                && local
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'+'))
                && name(domain)
        }
        None => name(authority),
    };
    let mut fields = date.split('-');
    let mut field = |least: usize, low: u32, high: u32| match fields.next() {
        None => Some(()),
        Some(text) => (text.len() == least && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse().unwrap_or(u32::MAX))
            .filter(|value: &u32| (low..=high).contains(value))
            .map(|_| ()),
    };
    let date_fine =
        field(4, 0, 9999).is_some() && field(2, 1, 12).is_some() && field(2, 1, 31).is_some();
    authority_fine
        && date_fine
        && date.split('-').count() <= 3
        && specific.is_ascii()
        && character_fault(specific).is_none()
        && !specific.contains(['[', ']'])
}

/// Whether a `urn:` URI is valid: `urn:` a name of letters, digits and hyphens `:` more.
#[must_use]
pub(crate) fn is_urn(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let Some((nid, nss)) = rest.split_once(':') else {
        return false;
    };
    scheme.eq_ignore_ascii_case("urn")
        && (2..=32).contains(&nid.len())
        && nid.starts_with(|c: char| c.is_ascii_alphanumeric())
        && nid.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !nss.is_empty()
        && character_fault(nss).is_none()
        && !nss.contains(['[', ']'])
}

/// Whether what follows `urn:uuid:` is 32 hexadecimal digits in five groups.
#[must_use]
pub(crate) fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.len() == 5
        && groups.iter().zip([8, 4, 4, 4, 12]).all(|(group, length)| {
            group.len() == length && group.bytes().all(|b| b.is_ascii_hexdigit())
        })
}

/// The canonical form of an absolute URL, where it differs in a way that RFC 4287, section 4.2.6.1,
/// lists: upper case in scheme or host, an explicit default port, an empty path, dot segments, a
/// needless or lower-case percent-encoding, an empty user.
#[must_use]
pub(crate) fn canonical(text: &str) -> Option<String> {
    let found = parts(text);
    let scheme = found.scheme?;
    let lower = scheme.to_ascii_lowercase();
    let mut out = format!("{lower}:");
    if let Some(authority) = found.authority {
        let (user, host) = authority
            .rsplit_once('@')
            .map_or((None, authority), |(u, h)| (Some(u), h));
        let user = user
            .map(|user| user.strip_suffix(':').unwrap_or(user))
            .filter(|user| !user.is_empty());
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => (name, Some(port)),
            _ => (host, None),
        };
        let default = match lower.as_str() {
            "http" => "80",
            "https" => "443",
            "ftp" => "21",
            _ => "",
        };
        out.push_str("//");
        if let Some(user) = user {
            out.push_str(user);
            out.push('@');
        }
        out.push_str(&name.to_ascii_lowercase());
        if let Some(port) = port.filter(|port| !port.is_empty() && *port != default) {
            out.push(':');
            out.push_str(port);
        }
    } else if lower == "urn" {
        let (nid, nss) = found.path.split_once(':')?;
        let rest = text.get(scheme.len() + 1 + nid.len() + 1..).unwrap_or(nss);
        let _ = write!(out, "{}:{rest}", nid.to_ascii_lowercase());
        return (out != text).then_some(out);
    }
    let mut path = decoded_where_needless(found.path);
    if found.authority.is_some() {
        if path.is_empty() {
            path.push('/');
        }
        path = without_dots(&path);
    }
    out.push_str(&path);
    if let Some(query) = found.query {
        out.push('?');
        out.push_str(&decoded_where_needless(query));
    }
    if let Some(fragment) = found.fragment {
        out.push('#');
        out.push_str(&decoded_where_needless(fragment));
    }
    (out != text).then_some(out)
}

/// Decodes percent-encodings of unreserved characters; writes the others in upper case.
fn decoded_where_needless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let Some((two, more)) = after.split_at_checked(2) else {
            out.push('%');
            rest = after;
            continue;
        };
        match u8::from_str_radix(two, 16) {
            Ok(byte)
                if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') =>
            {
                out.push(char::from(byte));
            }
            _ => {
                out.push('%');
                out.push_str(&two.to_ascii_uppercase());
            }
        }
        rest = more;
    }
    out.push_str(rest);
    out
}

/// Removes dot segments (RFC 3986, section 5.2.4) of a path that begins with a slash.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    let last = segments.len().saturating_sub(1);
    for (index, segment) in segments.iter().enumerate() {
        match *segment {
            "." | ".." => {
                if *segment == ".." {
                    kept.pop();
                }
                if index == last {
                    kept.push("");
                }
            }
            plain => kept.push(plain),
        }
    }
    format!("/{}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{Fault, canonical, fault, is_absolute, is_tag, is_urn, is_uuid, repaired};

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
        assert_eq!(
            fault("http://example.org/a b"),
            Some(Fault::Character(' ', 20))
        );
        assert_eq!(fault("http://example.org/%zz"), Some(Fault::Percent(19)));
        assert_eq!(fault("http://example.org:x/"), Some(Fault::Authority));
        assert!(
            is_absolute("tag:x,2000:") && !is_absolute("//example.org/") && !is_absolute("http://")
        );
        assert_eq!(
            repaired("http://example.org/a b%"),
            "http://example.org/a%20b%25"
        );
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
        assert_eq!(
            canonical("Http://Example.org:80").as_deref(),
            Some("http://example.org/")
        );
        assert_eq!(
            canonical("http://example.org/./a/../%69d?q=%5c").as_deref(),
            Some("http://example.org/id?q=%5C")
        );
        assert_eq!(canonical("http://example.org/id?"), None);
        assert_eq!(canonical("URN:Example:A").as_deref(), Some("urn:example:A"));
    }
}
