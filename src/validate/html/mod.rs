//! Content HTML, read tag by tag: enough to say what readers will take out or get wrong, without
//! building a tree.

pub mod names;
mod style;

use std::borrow::Cow;

use super::values::entities::named;
use super::values::uri;
use names::{
    ATTRIBUTES, ELEMENTS, MATH_ATTRIBUTES, MATH_ELEMENTS, OPTIONAL_END, SVG_ATTRIBUTES,
    SVG_ELEMENTS, UNSAFE, VOID, has, listed,
};
pub use style::unsafe_declaration;

/// What is wrong at one place of some HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault<'h> {
    /// Markup that no parser reads as it was meant; the words say what.
    Broken(String),
    /// An element that HTML does not have.
    Unknown(&'h str),
    /// An element that readers take out.
    UnsafeElement(Cow<'h, str>),
    /// An attribute that readers take out.
    UnsafeAttribute(Cow<'h, str>),
    /// A declaration in a `style` attribute that readers take out.
    UnsafeStyle(String),
    /// An address that is not absolute: the attribute and the address.
    Relative(&'static str, String),
    /// An image without `alt`.
    NoAlt,
}

/// How deep elements are followed; what is deeper is not matched with its end tag.
const DEEPEST: usize = 512;

/// Which vocabulary an element belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// HTML.
    Html,
    /// SVG.
    Svg,
    /// `MathML`.
    Math,
}

/// Reads `html` and hands every fault and its place to `found`, in order.
pub fn check<'h>(html: &'h str, found: &mut impl FnMut(usize, Fault<'h>)) {
    let bytes = html.as_bytes();
    let mut open: Vec<(&'h str, usize)> = Vec::new();
    let mut at = 0;
    while let Some(step) = bytes.get(at..).and_then(|rest| memchr::memchr(b'<', rest)) {
        let start = at + step;
        match bytes.get(start + 1) {
            Some(b'/') => at = end_tag(html, start, &mut open, found),
            Some(b'!' | b'?') => at = comment(html, start, found),
            Some(byte) if byte.is_ascii_alphabetic() => {
                at = start_tag(html, start, &mut open, found);
            }
            // A lone `<` is text to every HTML parser.
            _ => at = start + 1,
        }
    }
    for (name, start) in open {
        if !has_no_case(&OPTIONAL_END, name) {
            found(start, Fault::Broken(format!("`<{name}>` is never closed")));
        }
    }
    references(html, found);
}

fn has_no_case(table: &[&[&str]; 26], name: &str) -> bool {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        has(table, &name.to_ascii_lowercase())
    } else {
        has(table, name)
    }
}

fn name_at(html: &str, from: usize) -> &str {
    let rest = html.get(from..).unwrap_or_default();
    let length = rest
        .bytes()
        .position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/' | b'<'))
        .unwrap_or(rest.len());
    rest.get(..length).unwrap_or_default()
}

fn comment<'h>(html: &'h str, start: usize, found: &mut impl FnMut(usize, Fault<'h>)) -> usize {
    let rest = html.as_bytes().get(start..).unwrap_or_default();
    let end = if rest.starts_with(b"<!--") {
        memchr::memmem::find(rest.get(4..).unwrap_or_default(), b"-->").map(|length| length + 7)
    } else {
        memchr::memchr(b'>', rest).map(|length| length + 1)
    };
    if let Some(length) = end {
        start + length
    } else {
        found(
            start,
            Fault::Broken("the comment that starts here never ends".to_owned()),
        );
        html.len()
    }
}

fn end_tag<'h>(
    html: &'h str,
    start: usize,
    open: &mut Vec<(&'h str, usize)>,
    found: &mut impl FnMut(usize, Fault<'h>),
) -> usize {
    let name = name_at(html, start + 2);
    let from = start + 2 + name.len();
    let Some(length) = html
        .as_bytes()
        .get(from..)
        .and_then(|rest| memchr::memchr(b'>', rest))
    else {
        found(
            start,
            Fault::Broken("the end tag that starts here does not end".to_owned()),
        );
        return html.len();
    };
    let end = from + length + 1;
    if open.last().is_some_and(|(last, _)| *last == name) {
        open.pop();
        return end;
    }
    match open
        .iter()
        .rposition(|(other, _)| other.eq_ignore_ascii_case(name))
    {
        Some(position) => {
            while open.len() > position + 1 {
                let Some((inner, at)) = open.pop() else { break };
                if !has_no_case(&OPTIONAL_END, inner) {
                    found(
                        at,
                        Fault::Broken(format!("`<{inner}>` is not closed before `</{name}>`")),
                    );
                }
            }
            open.pop();
        }
        // `</p>` and `</br>` are elements of their own to a parser; other strays are dropped.
        None if !has_no_case(&OPTIONAL_END, name)
            && !has_no_case(&VOID, name)
            && has_no_case(&ELEMENTS, name)
            && open.len() < DEEPEST =>
        {
            found(start, Fault::Broken(format!("`</{name}>` closes nothing")));
        }
        None => {}
    }
    end
}

fn start_tag<'h>(
    html: &'h str,
    start: usize,
    open: &mut Vec<(&'h str, usize)>,
    found: &mut impl FnMut(usize, Fault<'h>),
) -> usize {
    let name = name_at(html, start + 1);
    let bytes = html.as_bytes();
    let mut at = start + 1 + name.len();
    let lower: Cow<'h, str> = if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    };
    let vocabulary = open.iter().rev().find_map(|(outer, _)| match *outer {
        "svg" => Some(Vocabulary::Svg),
        "math" => Some(Vocabulary::Math),
        "foreignObject" => Some(Vocabulary::Html),
        _ => None,
    });
    let vocabulary = match (&*lower, vocabulary) {
        ("svg", _) => Vocabulary::Svg,
        ("math", _) => Vocabulary::Math,
        (_, known) => known.unwrap_or(Vocabulary::Html),
    };
    let mut has_alt = false;
    let mut closed = false;
    loop {
        while bytes
            .get(at)
            .is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/')
        {
            closed = bytes.get(at) == Some(&b'/');
            at += 1;
        }
        match bytes.get(at) {
            None | Some(b'<') => {
                found(
                    start,
                    Fault::Broken(format!("the tag `<{name}` does not end")),
                );
                return at;
            }
            Some(b'>') => break,
            Some(_) => {}
        }
        closed = false;
        let Some((attribute, value, next)) = attribute(html, at) else {
            found(
                start,
                Fault::Broken(format!("a quoted value in the tag `<{name}` does not end")),
            );
            return html.len();
        };
        has_alt |= attribute.eq_ignore_ascii_case("alt");
        check_attribute(&lower, vocabulary, attribute, value, at, found);
        at = next;
    }
    check_element(name, &lower, vocabulary, start, found);
    if &*lower == "img" && !has_alt {
        found(start, Fault::NoAlt);
    }
    let end = at + 1;
    if matches!(&*lower, "script" | "style" | "textarea" | "title")
        && vocabulary == Vocabulary::Html
    {
        return raw_text(html, &lower, end);
    }
    let foreign = vocabulary != Vocabulary::Html;
    let known = foreign || has(&ELEMENTS, &lower) || lower.contains('-');
    if known && !(closed && foreign) && !has(&VOID, &lower) && open.len() < DEEPEST {
        implied_end(&lower, open);
        open.push((name, start));
    }
    end
}

/// Ends that HTML implies: one item, row or paragraph ends where the next begins.
fn implied_end(name: &str, open: &mut Vec<(&str, usize)>) {
    if let Some((last, _)) = open.last()
        && last.eq_ignore_ascii_case(name)
        && has(&OPTIONAL_END, name)
    {
        open.pop();
    }
}

/// Where the text of an element without markup inside ends: after its end tag.
fn raw_text(html: &str, name: &str, from: usize) -> usize {
    let bytes = html.as_bytes();
    let mut at = from;
    while let Some(step) = bytes.get(at..).and_then(|rest| memchr::memchr(b'<', rest)) {
        at += step;
        let rest = html
            .get(at + 1..)
            .and_then(|rest| rest.strip_prefix('/'))
            .unwrap_or_default();
        if rest
            .get(..name.len())
            .is_some_and(|end| end.eq_ignore_ascii_case(name))
        {
            return memchr::memchr(b'>', rest.as_bytes())
                .map_or(html.len(), |length| at + 2 + length + 1);
        }
        at += 1;
    }
    html.len()
}

/// Name, value and end of the attribute at `at`; `None` where its quoted value does not end.
fn attribute(html: &str, at: usize) -> Option<(&str, &str, usize)> {
    let bytes = html.as_bytes();
    let stop = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'/');
    let length = bytes
        .get(at + 1..)?
        .iter()
        .position(stop)
        .map_or(html.len() - at, |p| p + 1);
    let name = html.get(at..at + length).unwrap_or_default();
    let mut next = at + length;
    let mut equals = next;
    while bytes.get(equals).is_some_and(u8::is_ascii_whitespace) {
        equals += 1;
    }
    if bytes.get(equals) != Some(&b'=') {
        return Some((name, "", next));
    }
    next = equals + 1;
    while bytes.get(next).is_some_and(u8::is_ascii_whitespace) {
        next += 1;
    }
    if let Some(quote @ (b'"' | b'\'')) = bytes.get(next) {
        let length = memchr::memchr(*quote, bytes.get(next + 1..)?)?;
        Some((
            name,
            html.get(next + 1..next + 1 + length)?,
            next + length + 2,
        ))
    } else {
        let rest = bytes.get(next..)?;
        let length = rest
            .iter()
            .position(|b| b.is_ascii_whitespace() || *b == b'>')
            .unwrap_or(rest.len());
        Some((name, html.get(next..next + length)?, next + length))
    }
}

fn check_element<'h>(
    name: &'h str,
    lower: &str,
    vocabulary: Vocabulary,
    at: usize,
    found: &mut impl FnMut(usize, Fault<'h>),
) {
    match judge_element(lower, name, vocabulary) {
        Judged::Fine => {}
        Judged::Unsafe => found(at, Fault::UnsafeElement(Cow::Owned(lower.to_owned()))),
        Judged::Unknown => found(at, Fault::Unknown(name)),
    }
}

/// What becomes of an element in a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// It is shown.
    Fine,
    /// It is taken out.
    Unsafe,
    /// It is not HTML.
    Unknown,
}

/// Judges an element by its name, in lower case and as written.
#[must_use]
pub fn judge_element(lower: &str, written: &str, vocabulary: Vocabulary) -> Judged {
    match vocabulary {
        Vocabulary::Html if has(&ELEMENTS, lower) => Judged::Fine,
        Vocabulary::Html if has(&UNSAFE, lower) => Judged::Unsafe,
        // Custom elements have a hyphen; HTML parsers take them, readers drop the tags.
        Vocabulary::Html if lower.contains('-') => Judged::Fine,
        Vocabulary::Html => Judged::Unknown,
        Vocabulary::Svg if listed(SVG_ELEMENTS, written) || listed(SVG_ELEMENTS, lower) => {
            Judged::Fine
        }
        Vocabulary::Math if listed(MATH_ELEMENTS, lower) => Judged::Fine,
        Vocabulary::Svg if lower == "foreignobject" => Judged::Fine,
        Vocabulary::Svg | Vocabulary::Math => Judged::Unsafe,
    }
}

/// Attributes that hold one address.
const ADDRESSES: [&str; 11] = [
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

fn check_attribute<'h>(
    element: &str,
    vocabulary: Vocabulary,
    name: &'h str,
    value: &'h str,
    at: usize,
    found: &mut impl FnMut(usize, Fault<'h>),
) {
    let lower: Cow<'h, str> = if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    };
    // The most frequent ones hold nothing to look at.
    if matches!(
        &*lower,
        "class" | "id" | "title" | "alt" | "lang" | "rel" | "width" | "height"
    ) {
        return;
    }
    judge_attribute(
        element,
        vocabulary,
        name,
        &lower,
        &decoded(value),
        &mut |fault| found(at, fault),
    );
}

/// Judges one attribute of an element; the value is decoded.
pub fn judge_attribute<'h>(
    element: &str,
    vocabulary: Vocabulary,
    written: &'h str,
    lower: &str,
    value: &str,
    found: &mut impl FnMut(Fault<'h>),
) {
    if let Some(address) = ADDRESSES.iter().find(|known| **known == lower) {
        let value = value.trim();
        if is_script(value) {
            found(Fault::UnsafeAttribute(Cow::Borrowed(written)));
        } else if *address != "usemap"
            && *address != "background"
            && !value.is_empty()
            && !value.starts_with('#')
            && uri::parts(value).scheme.is_none()
        {
            found(Fault::Relative(address, value.to_owned()));
        }
        return;
    }
    if lower == "style" {
        if let Some((_, declaration)) = unsafe_declaration(value) {
            found(Fault::UnsafeStyle(declaration.to_owned()));
        }
        return;
    }
    let known = match vocabulary {
        Vocabulary::Html => {
            has(&ATTRIBUTES, lower) && !matches!(lower, "srcdoc" | "ping" | "http-equiv")
        }
        Vocabulary::Svg => listed(SVG_ATTRIBUTES, written) || listed(SVG_ATTRIBUTES, lower),
        Vocabulary::Math => listed(MATH_ATTRIBUTES, lower),
    };
    let harmless = lower.starts_with("data-")
        || lower.starts_with("aria-")
        || lower.starts_with("xmlns")
        || (vocabulary == Vocabulary::Html && element.contains('-') && !lower.starts_with("on"));
    if !known && !harmless && !has(&UNSAFE, element) {
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

/// Whether an address runs code. White space and controls inside the scheme are ignored, as
/// browsers do.
fn is_script(address: &str) -> bool {
    let mut scheme = String::new();
    for character in address
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .take(12)
    {
        if character == ':' {
            return matches!(scheme.as_str(), "javascript" | "vbscript");
        }
        scheme.push(character.to_ascii_lowercase());
    }
    false
}

/// An attribute's value with its character references replaced.
#[must_use]
pub fn decoded(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after.bytes().take(12).position(|byte| byte == b';');
        let character = end.and_then(|end| after.get(..end)).and_then(reference);
        if let (Some(character), Some(end)) = (character, end) {
            out.push(character);
            rest = after.get(end + 1..).unwrap_or_default();
        } else {
            out.push('&');
            rest = after;
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character that a reference without `&` and `;` stands for.
#[must_use]
pub fn reference(name: &str) -> Option<char> {
    match name.strip_prefix('#') {
        None => {
            if name == "apos" {
                Some('\'')
            } else {
                named(name)
            }
        }
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            code.ok().and_then(char::from_u32)
        }
    }
}

/// Numeric references to characters that do not exist in HTML, and the characters themselves.
fn references<'h>(html: &'h str, found: &mut impl FnMut(usize, Fault<'h>)) {
    let bytes = html.as_bytes();
    for at in memchr::memmem::find_iter(bytes, b"&#") {
        let rest = html.get(at + 1..).unwrap_or_default();
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        let character = end.and_then(|end| rest.get(..end)).and_then(reference);
        if end.is_some() && character.is_none_or(|c| matches!(c, '\0' | '\u{80}'..='\u{9f}')) {
            let text = html.get(at..at + end.unwrap_or(0) + 2).unwrap_or_default();
            found(
                at,
                Fault::Broken(format!("`{text}` stands for no character")),
            );
        }
    }
    let c1 = memchr::memchr_iter(0xc2, bytes)
        .find(|at| bytes.get(at + 1).is_some_and(|next| *next < 0xa0));
    if let Some(at) = c1 {
        found(
            at,
            Fault::Broken("there is a control character in the text".to_owned()),
        );
    }
}

/// Whether plain text looks as if it were HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// As text.
    Text,
    /// A tag or an entity of HTML is in it; at this byte.
    Html(usize),
    /// Something that some readers will take for a tag; at this byte.
    Doubtful(usize),
}

/// Judges plain text: is it HTML that readers will show with its tags?
#[must_use]
pub fn looks(text: &str) -> Looks {
    let bytes = text.as_bytes();
    let mut doubtful = None;
    let last_end = memchr::memrchr(b'>', bytes).unwrap_or(0);
    for at in memchr::memchr2_iter(b'<', b'&', bytes) {
        let rest = text.get(at + 1..).unwrap_or_default();
        if bytes.get(at) == Some(&b'&') {
            if is_reference(rest) {
                return Looks::Html(at);
            }
            continue;
        }
        let name = name_at(rest.strip_prefix('/').unwrap_or(rest), 0);
        let tag = name;
        let ends = last_end > at;
        if ends && (has_no_case(&ELEMENTS, tag) || has_no_case(&UNSAFE, tag)) {
            return Looks::Html(at);
        }
        if rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            doubtful.get_or_insert(at);
        }
    }
    doubtful.map_or(Looks::Text, Looks::Doubtful)
}

/// Whether what follows an ampersand makes it a character reference to a browser.
fn is_reference(rest: &str) -> bool {
    if let Some(number) = rest.strip_prefix('#') {
        return number.starts_with(|c: char| c.is_ascii_digit() || c == 'x' || c == 'X');
    }
    let length = rest
        .bytes()
        .position(|byte| !byte.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    let name = rest.get(..length).unwrap_or_default();
    name == "apos" || named(name).is_some()
}

#[cfg(test)]
mod tests {
    use super::{Fault, Looks, check, looks};

    fn faults(html: &str) -> Vec<Fault<'_>> {
        let mut all = Vec::new();
        check(html, &mut |_, fault| all.push(fault));
        all
    }

    #[test]
    fn fine_html() {
        for html in [
            "<p>One<p>Two</p><br><img src='https://example.org/a.png' alt=''>",
            "<ul><li>a<li>b</ul>",
            "a < b & c",
            "<a href=\"#top\">x</a>",
            "<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>",
            "<h3>x</h3> <!-- y -->",
        ] {
            assert_eq!(faults(html), [], "{html}");
        }
    }

    #[test]
    fn broken_and_unsafe_html() {
        assert!(matches!(faults("<a").as_slice(), [Fault::Broken(_)]));
        assert!(matches!(
            faults("<b><i>x</b>").as_slice(),
            [Fault::Broken(_)]
        ));
        assert!(matches!(
            faults("<bogus></bogus>").as_slice(),
            [Fault::Unknown("bogus")]
        ));
        assert!(matches!(
            faults("<script><b></script>").as_slice(),
            [Fault::UnsafeElement(_)]
        ));
        assert!(matches!(
            faults("<a onclick=\"x\">y</a>").as_slice(),
            [Fault::UnsafeAttribute(_)]
        ));
        assert!(matches!(
            faults("<a href=' java\tscript:x'>y</a>").as_slice(),
            [Fault::UnsafeAttribute(_)]
        ));
        assert!(matches!(
            faults("<a href=\"/x\">y</a>").as_slice(),
            [Fault::Relative("href", _)]
        ));
        assert!(matches!(
            faults("<img src=\"https://example.org/\">").as_slice(),
            [Fault::NoAlt]
        ));
        assert!(matches!(
            faults("isn&#x92;t").as_slice(),
            [Fault::Broken(_)]
        ));
    }

    #[test]
    fn text_or_html() {
        assert_eq!(
            looks("A<B, AT&T and Nice <gorilla> what"),
            Looks::Doubtful(1)
        );
        assert_eq!(looks("AT&T U-verse, I <3 you"), Looks::Text);
        assert_eq!(looks("x <b>y</b>"), Looks::Html(2));
        assert_eq!(looks("caf&eacute;"), Looks::Html(3));
    }
}
