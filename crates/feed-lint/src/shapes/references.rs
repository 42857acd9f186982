//! URLs and URI references.

use crate::linter::Linter;
use crate::log::Log;
use crate::rules::urls;
use crate::values::{schemes, uri};
use crate::xml::{Id, Ns};

use super::spot::Spot;

/// Reports an invalid URI reference; `false` where it did.
pub(crate) fn reference(log: &mut Log<'_>, spot: &Spot, value: &str) -> bool {
    let Some(fault) = uri::fault(value) else {
        return true;
    };
    let message = match fault {
        uri::Fault::Character(character, _) if character.is_whitespace() => {
            "there is white space in this URL".to_owned()
        }
        uri::Fault::Character(character, _) => {
            format!("`{character}` must be escaped in a URL")
        }
        uri::Fault::Percent(_) => {
            "a `%` in a URL must be followed by two hexadecimal digits".to_owned()
        }
        uri::Fault::Authority => "the host or port of this URL is malformed".to_owned(),
    };
    let rule =
        if fault == uri::Fault::Authority { &urls::INVALID_URL } else { &urls::URI_CHARACTER };
    let finding = spot.report(log, rule, message).value(value);
    if fault == uri::Fault::Authority {
        let two = value.replacen(":///", "://", 1);
        finding.help(if two != value && is_fine(&two) {
            format!("write `{}`", crate::log::short(&two, 120))
        } else {
            "write it as `https://example.org/path`: two slashes, a host, and after a colon at most a port of digits".to_owned()
        });
    } else {
        // A backslash in a URL stands for a slash in most cases.
        let slashes = value.replace('\\', "/");
        let repaired = if is_fine(&slashes) { slashes } else { uri::repaired(value) };
        let inner_space = matches!(fault, uri::Fault::Character(' ', _))
            && spot.verbatim
            && uri::fault(&repaired).is_none()
            && uri::is_http(value)
            // A published id must stay as it is.
            && !matches!(spot.element.as_str(), "id" | "guid" | "atom:id");
        let finding = match fault {
            _ if value.contains(['<', '>']) => finding.help("write the URL alone, without markup"),
            uri::Fault::Character(character, _) if uri::fault(&repaired).is_some() => {
                let code = u32::from(character);
                finding.help(format!("write `%{code:02X}` for `{character}`, or remove it"))
            }
            _ => finding.help(format!("write `{}`", crate::log::short(&repaired, 120))),
        };
        if inner_space {
            finding.fix("percent-encode the spaces in the URL", spot.range.clone(), repaired);
        }
    }
    false
}

/// Checks a URL that must be absolute; `false` where it is invalid.
pub(crate) fn absolute(log: &mut Log<'_>, spot: &Spot, value: &str) -> bool {
    if value.is_empty() || (uri::fault(value).is_none() && !uri::is_absolute(value)) {
        not_absolute(log, spot, value);
        return false;
    }
    if !reference(log, spot, value) {
        return false;
    }
    registered(log, spot, value);
    true
}

/// Whether [`absolute`] has nothing to report.
pub(crate) fn is_fine(value: &str) -> bool {
    uri::valid_parts(value).is_some_and(|parts| {
        parts.is_absolute() && parts.scheme.is_some_and(schemes::is_registered)
    })
}

/// Reports a URL that is not absolute.
pub(super) fn not_absolute(log: &mut Log<'_>, spot: &Spot, value: &str) {
    let message = match value {
        "" => "there must be a full URL here, with its scheme",
        _ => "this must be a full URL, with its scheme",
    };
    let finding = spot.report(log, &urls::NOT_ABSOLUTE, message).value(value);
    let looks_like_host =
        value.contains('.') && !value.contains(' ') && !value.starts_with(['/', '.']);
    finding.help(if looks_like_host {
        format!("write `https://{value}`")
    } else {
        "begin it with `https://` and the name of the host".to_owned()
    });
}

/// Reports an unregistered scheme.
pub(crate) fn registered(log: &mut Log<'_>, spot: &Spot, value: &str) {
    if let Some(scheme) = uri::parts(value).scheme
        && !schemes::is_registered(scheme)
    {
        let message = format!("`{scheme}:` is not a registered scheme");
        spot.report(log, &urls::UNREGISTERED_SCHEME, message)
            .value(value)
            .help("use `https:`, or for an id `tag:` or `urn:uuid:`");
    }
}

/// A URL in the text of an RSS element.
pub(crate) fn url(linter: &mut Linter<'_, '_>, id: Id, text: &str) {
    // Nearly all are; the names for a finding are then not needed.
    if text.is_ascii() && is_fine(text) {
        return;
    }
    let spot = Spot::text(linter, id);
    if !matches!(linter.document.ns(id), Ns::None) || is_ascii(linter.log, &spot, text) {
        absolute(linter.log, &spot, text);
    }
}

/// Reports an absolute URL of RSS that is an IRI; `false` where it did.
pub(crate) fn is_ascii(log: &mut Log<'_>, spot: &Spot, text: &str) -> bool {
    if text.is_ascii() || !uri::is_absolute(text) || uri::fault(text).is_some() {
        return true;
    }
    let message = "RSS allows only ASCII characters in URLs";
    spot.report(log, &urls::IRI_NOT_URI, message).value(text).help(match url::Url::parse(text) {
        Ok(url) => format!("write `{url}`"),
        Err(_) => "percent-encode the other characters".to_owned(),
    });
    false
}
