//! The canonical form of a URL.

use std::fmt::Write as _;

use super::uri::parts;

/// The canonical form of an absolute URL, where it differs in a way that RFC 4287, section 4.2.6.1,
/// lists: upper case in scheme or host, an explicit default port, an empty path, dot segments, a
/// needless or lower-case percent-encoding, an empty user.
pub(crate) fn canonical(text: &str) -> Option<String> {
    let found = parts(text);
    let scheme = found.scheme?;
    let lower = scheme.to_ascii_lowercase();
    let mut out = format!("{lower}:");
    if let Some(authority) = found.authority {
        let (user, host) =
            authority.rsplit_once('@').map_or((None, authority), |(u, h)| (Some(u), h));
        let user =
            user.map(|user| user.strip_suffix(':').unwrap_or(user)).filter(|user| !user.is_empty());
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
