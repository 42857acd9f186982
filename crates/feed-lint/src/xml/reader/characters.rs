//! Character data and the references in it.

use std::ops::Range;

use super::Reader;
use super::replacement::Unsuitable;
use crate::rules::encoding::EXTERNAL_ENTITY;
use crate::rules::wellformed as rule;
use crate::values::entities;
use crate::xml::Kind;
use crate::xml::decode::{Reference, is_space};

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
                self.fault(&rule::TEXT_OUTSIDE_ROOT, start..end.max(start), message, Some(help));
            }
            return;
        }
        let first = self.document.nodes[self.parent() as usize].first == 0;
        if blank && !(before_end_tag && first) {
            return;
        }
        // Few texts have a bracket, which is found faster.
        if memchr::memchr(b']', raw.as_bytes()).is_some()
            && let Some(at) = self.end_of_cdata.find(raw.as_bytes())
        {
            let start = range.start + at;
            let message = "text must not contain `]]>`";
            self.fault(&rule::STRAY_CDATA_END, start..start + 3, message, Some("write `]]&gt;`"));
        }
        let references = self.references(range.clone(), false);
        if references && !self.document.entities.declared.is_empty() {
            self.with_elements(range);
        } else {
            self.leaf(range, Kind::Text { references });
        }
    }

    /// Character data whose entities may stand for elements: these are read where they are declared.
    fn with_elements(&mut self, range: Range<usize>) {
        let mut from = range.start;
        let mut at = from;
        while let Some(found) = (self.text.get(at..range.end)).and_then(|rest| rest.find('&')) {
            at += found;
            let rest = self.text.get(at..range.end).unwrap_or_default();
            let Some(Reference::Named(name, length)) = Reference::at(rest) else {
                at += 1;
                continue;
            };
            if let Some(elements) = self.replacements.elements(name) {
                self.piece(from..at);
                if self.replacements.is_hidden(name) {
                    self.hidden(name, at..at + length);
                } else if self.document.entities.spend(elements.len()) {
                    let whole = self.text;
                    self.text = whole.get(..elements.end).unwrap_or_default();
                    self.content(elements.start);
                    self.text = whole;
                } else {
                    self.too_long(name, at..at + length);
                }
                from = at + length;
            }
            at += length;
        }
        self.piece(from..range.end);
    }

    fn hidden(&mut self, name: &str, range: Range<usize>) {
        let message = format!(
            "`&{name};` stands for elements whose `<` is a character reference; they are not read"
        );
        let help = "write the elements themselves";
        self.fault(&EXTERNAL_ENTITY, range, &message, Some(help));
    }

    fn too_long(&mut self, name: &str, range: Range<usize>) {
        let message = format!(
            "`&{name};` is not expanded: the entities of this document stand for more than 1 MiB"
        );
        let help = "write the text itself";
        self.fault(&rule::TOO_DEEP, range, &message, Some(help));
    }

    /// A part of character data.
    fn piece(&mut self, range: Range<usize>) {
        let raw = self.text.get(range.clone()).unwrap_or_default();
        if !raw.chars().all(is_space) {
            let references = raw.contains('&');
            self.leaf(range, Kind::Text { references });
        }
    }

    pub(super) fn cdata(&mut self, start: usize) -> usize {
        let from = start + 9;
        let opening = self.text.get(start..from).unwrap_or_default();
        if opening != "<![CDATA[" {
            self.log
                .report(&rule::STRAY_LESS_THAN, start..from, "`<![CDATA[` must be in capitals")
                .help("write `<![CDATA[`")
                .fix("write it in capitals", start..from, "<![CDATA[");
        }
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
        while let Some(found) = bytes.get(at..range.end).and_then(|rest| memchr::memchr(b'&', rest))
        {
            any = true;
            at += found;
            match Reference::at(self.text.get(at..range.end).unwrap_or_default()) {
                Some(Reference::Character(_, length)) => at += length,
                Some(Reference::Named(name, length)) => {
                    let entities = &self.document.entities;
                    if !entities.knows(name) && !entities.incomplete {
                        self.undefined(name, at..at + length);
                    } else if !entities.knows(name) {
                        let message = format!(
                            "`&{name};` is not declared here, and other files are not read"
                        );
                        self.unread(name, at..at + length, message);
                    } else if entities.external.contains(&name) {
                        let message =
                            format!("`&{name};` stands for another file, which is not read");
                        self.unread(name, at..at + length, message);
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
        let finding = self.log.report(&rule::UNDEFINED_ENTITY, range.clone(), message).value(name);
        if let Some(character) = entities::named(name) {
            let number = format!("&#{};", u32::from(character));
            finding.help(format!("write the character itself ({character}) or `{number}`")).fix(
                "write the character by its number",
                range,
                number,
            );
        } else {
            let lower = name.to_ascii_lowercase();
            finding.help(match lower.as_str() {
                "amp" | "lt" | "gt" | "quot" | "apos" => format!("write `&{lower};`"),
                _ => format!("write `&amp;{name};` if the text itself is meant"),
            });
        }
    }

    /// Reports a declared entity whose replacement is not allowed here.
    fn expanded(&mut self, name: &str, range: Range<usize>, in_attribute: bool) {
        let message = match self.replacements.fault(name, in_attribute) {
            None => return,
            Some(Unsuitable::Circular) => "it contains itself",
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

    /// Reports an entity whose replacement is in another file, or may be.
    fn unread(&mut self, name: &str, range: Range<usize>, message: String) {
        self.log.report(&EXTERNAL_ENTITY, range, message).value(name).help("write the text itself");
    }

    fn bare_ampersand(&mut self, range: Range<usize>) {
        let rest = self.text.get(range.clone()).unwrap_or_default();
        let length = 1 + rest.get(1..).map_or(0, |rest| {
            rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(rest.len())
        });
        let start = rest.get(..length).unwrap_or_default();
        let whole = format!("{start};");
        let numeric = start.starts_with("&#");
        let at = range.start;
        let known = matches!(start, "&amp" | "&lt" | "&gt" | "&quot" | "&apos");
        let unfinished = match Reference::at(&whole) {
            Some(Reference::Named(..)) => known,
            Some(Reference::Character(..)) => !rest.starts_with(&whole),
            None => false,
        };
        let message = match (unfinished, numeric) {
            (true, _) => format!("the reference `{start}` must end with `;`"),
            (_, true) => "this is not the number of a character that XML allows".to_owned(),
            _ => "an `&` that starts no reference must be written `&amp;`".to_owned(),
        };
        let finding = self.log.report(&rule::BARE_AMPERSAND, at..at + 1, message);
        if unfinished {
            let end = at + length;
            finding.help(format!("write `{whole}`")).fix("end the reference", end..end, ";");
        } else if numeric {
            finding.help(
                "write the character itself, or its number as in `&#38;` or `&#x26;` (small x)",
            );
        } else {
            finding.help("write `&amp;`").fix("escape the ampersand", at..at + 1, "&amp;");
        }
    }
}
