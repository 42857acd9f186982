//! Everything between the elements: declarations, comments, processing instructions.

use std::ops::Range;

use super::Reader;
use super::replacement::Replacements;
use super::start_tag::RawAttribute;
use crate::rules::wellformed as rule;
use crate::xml::decode::{is_space, name_length};
use crate::xml::{Declaration, doctype};

impl Reader<'_, '_> {
    /// Byte order mark, white space and the XML declaration.
    pub(super) fn prologue(&mut self) -> usize {
        let begin = if self.text.starts_with('\u{feff}') { 3 } else { 0 };
        let body = self.text.get(begin..).unwrap_or_default();
        let blank = body.len() - body.trim_start_matches(is_space).len();
        let start = begin + blank;
        let rest = self.text.get(start..).unwrap_or_default();
        let declares = rest
            .strip_prefix("<?xml")
            .is_some_and(|rest| rest.starts_with(|c| is_space(c) || c == '?'));
        if !declares {
            return start;
        }
        if blank > 0 {
            let message = "the XML declaration must be the very first thing in the file";
            self.log
                .report(&rule::BLANK_BEFORE_DECLARATION, begin..start, message)
                .help("remove the blank space before `<?xml`")
                .fix("remove the space before the XML declaration", begin..start, "");
        }
        let (length, end) = match rest.find('>') {
            Some(at) if rest.as_bytes().get(at - 1) == Some(&b'?') => (at - 1, at + 1),
            Some(at) => {
                let message = "the XML declaration must end with `?>`";
                let help = "write `?>`";
                let range = start + at..start + at + 1;
                self.log.report(&rule::INVALID_DECLARATION, range.clone(), message).help(help).fix(
                    "end the XML declaration",
                    range,
                    "?>",
                );
                (at, at + 1)
            }
            None => return self.unclosed(start, 5, "XML declaration", "?>"),
        };
        let mut written = Vec::new();
        let stop = start + length;
        let mut at = start + 5;
        while let Some((attribute, next)) = self.attribute(at, stop) {
            written.push(attribute);
            at = next;
        }
        self.check_declaration(&written, start..start + end, at);
        let find = |name: &str| {
            written
                .iter()
                .find(|attribute| attribute.name == name)
                .map(|attribute| (attribute.raw, attribute.value.clone()))
        };
        self.document.declaration = Some(Declaration {
            range: start..start + end,
            version: find("version"),
            standalone: find("standalone").is_some_and(|(value, _)| value == "yes"),
            encoding: find("encoding"),
        });
        start + end
    }

    /// Reports an XML declaration that violates production 23; `read` is how far its attributes were
    /// parsed.
    fn check_declaration(
        &mut self,
        written: &[RawAttribute<'_>],
        range: Range<usize>,
        read: usize,
    ) {
        let names: Vec<&str> = written.iter().map(|attribute| attribute.name).collect();
        let rest = self.text.get(read..range.end - 1).unwrap_or_default().trim_end_matches('?');
        let encoding = |name: &str| {
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
        };
        let version = |number: &str| {
            number
                .strip_prefix("1.")
                .is_some_and(|minor| minor.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let wrong = written.iter().find(|attribute| match attribute.name {
            "standalone" => !matches!(attribute.raw, "yes" | "no"),
            "encoding" => !encoding(attribute.raw),
            "version" => !version(attribute.raw),
            _ => false,
        });
        let ordered = matches!(
            names.as_slice(),
            ["version"]
                | ["version", "encoding" | "standalone"]
                | ["version", "encoding", "standalone"]
        );
        let message = if !names.contains(&"version") {
            "the XML declaration must begin with `version`".to_owned()
        } else if let Some(wrong) = wrong {
            let (name, value) = (wrong.name, wrong.raw);
            format!("`{value}` is not a valid value of `{name}` in the XML declaration")
        } else if !ordered || !rest.chars().all(is_space) {
            "the XML declaration must have `version`, then `encoding`, then `standalone`, and nothing else"
                .to_owned()
        } else {
            return;
        };
        self.log
            .report(&rule::INVALID_DECLARATION, range, message)
            .help("write `<?xml version=\"1.0\" encoding=\"utf-8\"?>`");
    }

    pub(super) fn doctype(&mut self, start: usize) -> usize {
        let (found, end, fault) = doctype::read(self.text, start, &mut self.document.entities);
        if let Some(fault) = fault {
            self.log
                .report(&rule::INVALID_DOCTYPE, fault.at.clone(), fault.message)
                .help("correct it, or remove the document type declaration: feeds need none");
        }
        let misplaced = self.document.nodes.len() > 1 || self.document.doctype.is_some();
        let standalone = self.document.declaration.as_ref();
        if standalone.is_some_and(|declaration| declaration.standalone) {
            self.document.entities.incomplete = false;
        }
        if self.document.entities.nest_too_deep() {
            let message =
                "entities refer to one another more than 4 levels deep, and are not expanded";
            self.fault(&rule::TOO_DEEP, start..end, message, Some("write the text itself"));
        } else if !misplaced {
            // An entity's replacement can contain a misplaced declaration: do not recurse.
            self.replacements = Replacements::of(self.text, &self.document.entities);
        }
        if misplaced {
            let message =
                "the document type declaration must stand before the outermost element, once";
            self.fault(&rule::MISPLACED_DOCTYPE, start..end, message, Some("remove it"));
        } else {
            self.document.doctype = Some(found);
        }
        end
    }

    pub(super) fn comment(&mut self, start: usize) -> usize {
        let rest = self.text.as_bytes().get(start + 4..).unwrap_or_default();
        let Some(length) = memchr::memmem::find(rest, b"--") else {
            return self.unclosed(start, 4, "comment", "-->");
        };
        if rest.get(length + 2) == Some(&b'>') {
            return start + 4 + length + 3;
        }
        let dashes = start + 4 + length;
        let message = "a comment must not contain `--`";
        let help = "write a single hyphen";
        self.fault(&rule::DOUBLE_HYPHEN_IN_COMMENT, dashes..dashes + 2, message, Some(help));
        match memchr::memmem::find(rest, b"-->") {
            Some(length) => start + 4 + length + 3,
            None => self.unclosed(start, 4, "comment", "-->"),
        }
    }

    pub(super) fn instruction(&mut self, start: usize) -> usize {
        let rest = self.text.get(start..).unwrap_or_default();
        let Some(length) = memchr::memmem::find(rest.as_bytes(), b"?>") else {
            return self.unclosed(start, 2, "processing instruction", "?>");
        };
        let body = rest.get(2..length).unwrap_or_default();
        let target = body.get(..name_length(body)).unwrap_or_default();
        let behind = body.get(target.len()..).unwrap_or_default();
        let range = start..start + length + 2;
        if target.eq_ignore_ascii_case("xml") {
            let message =
                "the XML declaration must be the very first thing in the file, in lower case";
            let help = "move it to the beginning, or remove it";
            self.fault(&rule::BLANK_BEFORE_DECLARATION, range, message, Some(help));
        } else if target.is_empty()
            || target.contains(':')
            || !(behind.is_empty() || behind.starts_with(is_space))
        {
            let message = "a processing instruction must have a name right behind `<?` and a space behind the name";
            let help = "write it as in `<?name content?>`, or remove it";
            self.fault(&rule::INVALID_INSTRUCTION, range, message, Some(help));
        }
        start + length + 2
    }
}
