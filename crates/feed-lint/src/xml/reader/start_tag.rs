//! Start tags and their attributes.

use std::ops::Range;

use super::Reader;
use crate::rules::wellformed as rule;
use crate::xml::decode::{prefix_length, word_length};
use crate::xml::{DEEPEST, MOST_ATTRIBUTES};

/// An attribute before its namespace is known.
pub(super) struct RawAttribute<'a> {
    pub(super) name: &'a str,
    pub(super) raw: &'a str,
    pub(super) range: Range<usize>,
    pub(super) value: Range<usize>,
    /// The length of the prefix; `None` where the name is not qualified.
    pub(super) prefix: Option<usize>,
    /// Whether it is declared as a list of names.
    pub(super) tokens: bool,
}

impl<'a> Reader<'a, '_> {
    /// The next attribute at or after `at`, and where to go on; `None` at the end of the tag.
    pub(super) fn attribute(
        &mut self,
        mut at: usize,
        stop: usize,
    ) -> Option<(RawAttribute<'a>, usize)> {
        let bytes = self.text.as_bytes();
        let before = at;
        while at < stop && bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        let start = at;
        while at < stop
            && !matches!(bytes.get(at)?, b'=' | b'>' | b'<' | b'/' | b'"' | b'\'')
            && !bytes.get(at)?.is_ascii_whitespace()
        {
            at += 1;
        }
        let name = self.text.get(start..at)?;
        if name.is_empty() {
            return None;
        }
        let prefix = prefix_length(name);
        if start == before {
            let plain = name.trim_start_matches([',', ';']);
            let comma = start..start + name.len() - plain.len();
            let message = format!("there must be a space before the attribute `{plain}`");
            let help = if comma.is_empty() { "add the space" } else { "write a space" };
            self.log.report(&rule::BAD_ATTRIBUTE, start..at, message).help(help).fix(
                "separate the attributes with a space",
                comma,
                " ",
            );
        } else if prefix.is_none() {
            self.unqualified(name, start..at);
        }
        let mut equals = at;
        while equals < stop && bytes.get(equals)?.is_ascii_whitespace() {
            equals += 1;
        }
        if equals >= stop || bytes.get(equals) != Some(&b'=') {
            let message = "an attribute needs a value";
            let help = format!("write `{name}=\"…\"`");
            self.fault(&rule::BAD_ATTRIBUTE, start..at, message, Some(&help));
            let written = RawAttribute {
                name,
                raw: "",
                range: start..at,
                value: at..at,
                prefix,
                tokens: false,
            };
            return Some((written, at));
        }
        at = equals + 1;
        while at < stop && bytes.get(at)?.is_ascii_whitespace() {
            at += 1;
        }
        let (value, end) = match bytes.get(at) {
            Some(quote @ (b'"' | b'\'')) if at < stop => {
                let from = at + 1;
                let Some(length) =
                    bytes.get(from..stop).and_then(|rest| memchr::memchr(*quote, rest))
                else {
                    self.unclosed(at, 1, "attribute value", "\"");
                    return None;
                };
                (from..from + length, from + length + 1)
            }
            _ => {
                let from = at;
                while at < stop
                    && !matches!(bytes.get(at)?, b'>' | b'/')
                    && !bytes.get(at)?.is_ascii_whitespace()
                {
                    at += 1;
                }
                self.fault(
                    &rule::BAD_ATTRIBUTE,
                    from..at,
                    "the value of an attribute must be in quotes",
                    Some(&format!(
                        "write `{name}=\"{}\"`",
                        self.text.get(from..at).unwrap_or_default()
                    )),
                );
                (from..at, at)
            }
        };
        let raw = self.text.get(value.clone())?;
        self.attribute_text(raw, &value);
        Some((RawAttribute { name, raw, range: start..end, value, prefix, tokens: false }, end))
    }

    /// Reports what an attribute's value must not contain.
    fn attribute_text(&mut self, raw: &str, value: &Range<usize>) {
        if memchr::memchr2(b'<', b'&', raw.as_bytes()).is_none() {
            return;
        }
        if let Some(at) = memchr::memchr(b'<', raw.as_bytes()) {
            self.fault(
                &rule::STRAY_LESS_THAN,
                value.start + at..value.start + at + 1,
                "a `<` in an attribute must be written `&lt;`",
                Some("write `&lt;`"),
            );
        }
        self.references(value.clone(), true);
    }

    /// Reports a name that Namespaces in XML does not allow.
    fn unqualified(&mut self, name: &str, range: Range<usize>) {
        let message = format!("`{name}` is not a valid name in XML");
        self.log.report(&rule::INVALID_NAME, range, message).help(
            "write letters, digits, `.`, `-` and `_`, a letter or `_` first, and at most one colon",
        );
    }

    /// Reports white space between `<` or `</` and a name.
    pub(super) fn space_in_tag(&mut self, space: Range<usize>, mark: &str, name: &str) {
        let message = format!("there must be no space between `{mark}` and `{name}`");
        self.log
            .report(&rule::INVALID_NAME, space.clone(), message)
            .help(format!("write `{mark}{name}`"))
            .fix("remove the space", space, "");
    }

    /// Adds the attributes that the internal subset supplies (XML 1.0, section 3.3.2), and marks those
    /// that it declares as lists of names.
    fn declared_attributes(&self, element: &str, written: &mut Vec<RawAttribute<'a>>) {
        let all = self.document.entities.attributes.get(element);
        for declared in all.into_iter().flatten() {
            let here = written.iter_mut().find(|one| one.name == declared.name);
            if let Some(one) = here {
                one.tokens = declared.tokens;
            } else if let Some((raw, range)) = &declared.value {
                written.push(RawAttribute {
                    name: declared.name,
                    raw,
                    range: range.clone(),
                    value: range.clone(),
                    prefix: prefix_length(declared.name),
                    tokens: declared.tokens,
                });
            }
        }
    }

    /// The start tag at `start`, whose name is at `from`.
    pub(super) fn start_tag(&mut self, start: usize, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let rest = self.text.get(from..).unwrap_or_default();
        let length = word_length(rest);
        let name = rest.get(..length).unwrap_or_default();
        let prefix = prefix_length(name);
        if from > start + 1 {
            self.space_in_tag(start + 1..from, "<", name);
        } else if prefix.is_none() {
            self.unqualified(name, from..from + length);
        }
        let mut at = from + length;
        let mut written = std::mem::take(&mut self.written);
        written.clear();
        let stop = self.text.len();
        while let Some((attribute, next)) = self.attribute(at, stop) {
            at = next;
            if written.len() == MOST_ATTRIBUTES {
                let message = "this element has more than 200 attributes; the rest is not checked";
                self.fault(&rule::TOO_MANY_ATTRIBUTES, attribute.range.clone(), message, None);
            }
            if written.len() <= MOST_ATTRIBUTES {
                if written.iter().any(|other| other.name == attribute.name) {
                    let message = format!("the attribute `{}` is here twice", attribute.name);
                    self.log
                        .report(&rule::DUPLICATE_ATTRIBUTE, attribute.range.clone(), message)
                        .element(name)
                        .attr(attribute.name)
                        .help("remove one of the two");
                    continue;
                }
                written.push(attribute);
            }
        }
        self.declared_attributes(name, &mut written);
        while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        let empty = bytes.get(at) == Some(&b'/');
        at += usize::from(empty);
        let end = if bytes.get(at) == Some(&b'>') {
            at + 1
        } else {
            let found = bytes.get(at..).and_then(|rest| memchr::memchr2(b'<', b'>', rest));
            self.document.broken = true;
            let message = "the tag that starts here does not end";
            let help = "close it with `>`";
            self.fault(&rule::UNCLOSED_MARKUP, start..from + length, message, Some(help));
            match found {
                Some(more) if bytes.get(at + more) == Some(&b'>') => at + more + 1,
                Some(more) => at + more,
                None => stop,
            }
        };
        if self.skipped > 0 || self.open.len() >= DEEPEST {
            if self.skipped == 0 && !empty {
                let message = "elements are nested more than 200 levels deep here; what is inside is not checked";
                self.fault(&rule::TOO_DEEP, start..end, message, None);
            }
            self.skipped += usize::from(!empty);
            return end;
        }
        self.element((name, prefix), start..end, &written, empty);
        self.written = written;
        end
    }
}
