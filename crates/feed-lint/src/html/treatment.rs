//! Which elements and attributes feed readers keep.

use std::borrow::Cow;

use super::names::{
    ATTRIBUTES, ELEMENTS, MATH_ATTRIBUTES, MATH_ELEMENTS, SVG_ATTRIBUTES, SVG_ELEMENTS, UNSAFE, has,
};
use super::{Fault, Vocabulary, unsafe_declaration};
use crate::values::{listed, uri};

/// Why readers remove an element, by its name in lower case and as written.
pub(crate) fn element_fault<'h>(
    lower: &str,
    written: &'h str,
    vocabulary: Vocabulary,
) -> Option<Fault<'h>> {
    let is_unsafe = match vocabulary {
        Vocabulary::Html if has(&ELEMENTS, lower) => return None,
        Vocabulary::Html => listed(UNSAFE, lower),
        Vocabulary::Svg => {
            !listed(SVG_ELEMENTS, written)
                && !listed(SVG_ELEMENTS, lower)
                && lower != "foreignobject"
        }
        Vocabulary::Math => !listed(MATH_ELEMENTS, lower),
    };
    if is_unsafe {
        return Some(Fault::UnsafeElement(Cow::Borrowed(written)));
    }
    // Custom elements have a hyphen: HTML parsers accept them, readers drop the tags.
    let is_unknown = vocabulary == Vocabulary::Html && !lower.contains('-');
    is_unknown.then_some(Fault::Unknown(written))
}

/// Attributes that hold one URL.
const URL_ATTRIBUTES: [&str; 11] = [
    "href",
    "src",
    "cite",
    "poster",
    "action",
    "longdesc",
    "background",
    "data",
    "formaction",
    "codebase",
    "usemap",
];

/// Reports what readers remove or misread of one attribute; its value is decoded.
pub(crate) fn attribute_faults<'h>(
    element: &str,
    vocabulary: Vocabulary,
    written: &'h str,
    lower: &str,
    value: &str,
    found: &mut impl FnMut(Fault<'h>),
) {
    if let Some(url) = URL_ATTRIBUTES.iter().find(|known| **known == lower) {
        let value = value.trim();
        if is_script(value) {
            found(Fault::UnsafeAttribute(Cow::Borrowed(written)));
        } else if *url != "usemap"
            && *url != "background"
            && !value.starts_with('#')
            && uri::parts(value).scheme.is_none()
        {
            found(Fault::Relative(url, value.to_owned()));
        }
        return;
    }
    if lower == "style" {
        if let Some(declaration) = unsafe_declaration(value) {
            found(Fault::UnsafeStyle(declaration.to_owned()));
        }
        return;
    }
    let known = match vocabulary {
        Vocabulary::Html => has(&ATTRIBUTES, lower) && !matches!(lower, "srcdoc" | "http-equiv"),
        Vocabulary::Svg => listed(SVG_ATTRIBUTES, written) || listed(SVG_ATTRIBUTES, lower),
        Vocabulary::Math => listed(MATH_ATTRIBUTES, lower),
    };
    let harmless = lower.starts_with("data-")
        || lower.starts_with("aria-")
        || lower.starts_with("xmlns")
        || (vocabulary == Vocabulary::Html && element.contains('-') && !lower.starts_with("on"));
    if !known && !harmless && !listed(UNSAFE, element) {
        found(Fault::UnsafeAttribute(Cow::Borrowed(written)));
    }
    if matches!(lower, "srcset" | "imagesrcset") {
        let relative = value
            .split(", ")
            .map(str::trim)
            .find(|candidate| !candidate.is_empty() && uri::parts(candidate).scheme.is_none());
        if let Some(candidate) = relative {
            found(Fault::Relative("srcset", candidate.to_owned()));
        }
    }
}

/// Whether a URL runs code. Browsers ignore white space and controls inside the scheme, and so does
/// this.
fn is_script(url: &str) -> bool {
    let mut scheme = String::new();
    for character in url.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(12) {
        if character == ':' {
            return matches!(scheme.as_str(), "javascript" | "vbscript");
        }
        scheme.push(character.to_ascii_lowercase());
    }
    false
}
