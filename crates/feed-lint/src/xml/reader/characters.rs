//! Character data and the references in it.

use std::ops::Range;

use super::Reader;
use super::replacement::Unsuitable;
use crate::rules::encoding::EXTERNAL_ENTITY;
use crate::rules::wellformed as rule;
use crate::values::entities;
use crate::xml::Kind;
use crate::xml::decode::Reference;

impl Reader<'_, '_> {
    /// Character data; white space between elements is dropped.
    pub(super) fn characters(&mut self, range: Range<usize>, before_end_tag: bool) {
        let raw = self.text.get(range.clone()).unwrap_or_default();
        if raw.is_empty() || self.skipped > 0 {
            return;
        }
        let blank = raw.bytes().all(|byte| byte.is_ascii_whitespace());
        if self.open.is_empty() {
            if !blank {
                let start = range.start + (raw.len() - raw.trim_start().len());
                let end = range.start + raw.trim_end().len();
                let message = "there is text outside of the outermost element";
                let help = "remove it, or check that the right element is closed";
                self.fault(
                    &rule::TEXT_OUTSIDE_ROOT,
                    start..end.max(start),
                    message,
                    Some(help),
                );
            }
            return;
        }
        let first = self.document.nodes[self.parent() as usize].first == 0;
        if blank && !(before_end_tag && first) {
            return;
        }
        if let Some(at) = self.end_of_cdata.find(raw.as_bytes()) {
            let start = range.start + at;
            let message = "text must not contain `]]>`";
            self.fault(
                &rule::STRAY_CDATA_END,
                start..start + 3,
                message,
                Some("write `]]&gt;`"),
            );
        }
        let references = self.references(range.clone(), false);
        self.leaf(range, Kind::Text { references });
    }

    pub(super) fn cdata(&mut self, start: usize) -> usize {
        let from = start + 9;
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        let Some(length) = self.end_of_cdata.find(rest) else {
            if self.skipped == 0 && !self.open.is_empty() {
                self.leaf(from..self.text.len(), Kind::Cdata);
            }
            return self.unclosed(start, 9, "CDATA section", "]]>");
        };
        if self.open.is_empty() {
            let message = "there is text outside of the outermost element";
            self.fault(&rule::TEXT_OUTSIDE_ROOT, start..from, message, None);
        } else if self.skipped == 0 && length > 0 {
            self.leaf(from..from + length, Kind::Cdata);
        }
        from + length + 3
    }

    /// Checks the references of a piece of text; returns whether there are any.
    pub(super) fn references(&mut self, range: Range<usize>, in_attribute: bool) -> bool {
        let bytes = self.text.as_bytes();
        let mut at = range.start;
        let mut any = false;
        while let Some(found) = bytes
            .get(at..range.end)
            .and_then(|rest| memchr::memchr(b'&', rest))
        {
            any = true;
            at += found;
            match Reference::at(self.text.get(at..range.end).unwrap_or_default()) {
                Some(Reference::Character(_, length)) => at += length,
                Some(Reference::Named(name, length)) => {
                    let entities = &self.document.entities;
                    if !entities.knows(name) {
                        self.undefined(name, at..at + length);
                    } else if entities.external.contains(&name) {
                        self.external(name, at..at + length);
                    } else {
                        self.expanded(name, at..at + length, in_attribute);
                    }
                    at += length;
                }
                None => {
                    self.bare_ampersand(at..range.end);
                    at += 1;
                }
            }
        }
        any
    }

    fn undefined(&mut self, name: &str, range: Range<usize>) {
        let message = format!("the entity `&{name};` is not defined in XML");
        let finding = self
            .log
            .report(&rule::UNDEFINED_ENTITY, range.clone(), message)
            .value(name);
        if let Some(character) = entities::named(name) {
            let number = format!("&#{};", u32::from(character));
            finding
                .help(format!(
                    "write the character itself ({character}) or `{number}`"
                ))
                .fix("write the character by its number", range, number);
        } else {
            finding.help(format!("write `&amp;{name};` if the text itself is meant"));
        }
    }

    /// Reports a declared entity whose replacement is not allowed here.
    fn expanded(&mut self, name: &str, range: Range<usize>, in_attribute: bool) {
        let message = match self.replacements.fault(name, in_attribute) {
            None => return,
            Some(Unsuitable::IllFormed) => "what it stands for is not well-formed by itself",
            Some(Unsuitable::LessThan) => "it stands for a `<`, which must not be in an attribute",
            Some(Unsuitable::External) => "an attribute must not refer to another file",
        };
        self.log
            .report(
                &rule::INVALID_ENTITY,
                range,
                format!("`&{name};` cannot be used here: {message}"),
            )
            .value(name)
            .help("write the text itself, with `&lt;` for each `<`");
    }

    fn external(&mut self, name: &str, range: Range<usize>) {
        let message = format!("`&{name};` stands for another file, which is not read");
        self.log
            .report(&EXTERNAL_ENTITY, range, message)
            .value(name)
            .help("write the text itself");
    }

    fn bare_ampersand(&mut self, range: Range<usize>) {
        let rest = self.text.get(range.clone()).unwrap_or_default();
        let numeric = rest.starts_with("&#");
        let message = if numeric {
            "this is not the number of a character that XML allows"
        } else {
            "an `&` that starts no reference must be written `&amp;`"
        };
        let at = range.start;
        let finding = self.log.report(&rule::BARE_AMPERSAND, at..at + 1, message);
        if numeric {
            finding.help(
                "write the character itself, or its number as in `&#38;` or `&#x26;` (small x)",
            );
        } else {
            finding
                .help("write `&amp;`")
                .fix("escape the ampersand", at..at + 1, "&amp;");
        }
    }
}
