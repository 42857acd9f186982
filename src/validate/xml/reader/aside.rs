//! What stands beside the elements: declarations, comments, processing instructions.

use super::Reader;
use crate::validate::rules::wellformed as rule;
use crate::validate::xml::{Declaration, doctype};

impl Reader<'_, '_> {
    /// Byte order mark, white space and the XML declaration.
    pub(super) fn prologue(&mut self) -> usize {
        let begin = if self.text.starts_with('\u{feff}') {
            3
        } else {
            0
        };
        let body = self.text.get(begin..).unwrap_or_default();
        let blank = body.len() - body.trim_start().len();
        let start = begin + blank;
        let rest = self.text.get(start..).unwrap_or_default();
        if !rest.starts_with("<?xml")
            || !rest.as_bytes().get(5).is_some_and(u8::is_ascii_whitespace)
        {
            return start;
        }
        if blank > 0 {
            self.log
                .say(
                    &rule::BLANK_BEFORE_DECLARATION,
                    begin..start,
                    "the XML declaration must be the very first thing in the file",
                )
                .help("remove the blank space before `<?xml`")
                .fix(
                    "remove the space before the XML declaration",
                    begin..start,
                    "",
                );
        }
        let end = memchr::memmem::find(rest.as_bytes(), b"?>").map_or(rest.len(), |end| end + 2);
        let mut written = Vec::new();
        let stop = (start + end).saturating_sub(2);
        let mut at = start + 5;
        while let Some((attribute, next)) = self.attribute(at, stop) {
            written.push(attribute);
            at = next;
        }
        let find = |name: &str| {
            written
                .iter()
                .find(|attribute| attribute.name == name)
                .map(|attribute| (attribute.raw, attribute.value.clone()))
        };
        self.document.declaration = Some(Declaration {
            range: start..start + end,
            version: find("version"),
            encoding: find("encoding"),
        });
        start + end
    }

    pub(super) fn doctype(&mut self, start: usize) -> usize {
        let Some((found, end)) = doctype::read(self.text, start, &mut self.document.entities)
        else {
            return self.unclosed(start, 9, "document type declaration", ">");
        };
        if self.document.entities.nest_too_deep() {
            self.fault(
                &rule::TOO_DEEP,
                start..end,
                "entities refer to one another deeper here than anything needs, and are not expanded",
                Some("write the text itself"),
            );
        }
        if self.document.nodes.len() > 1 || self.document.doctype.is_some() {
            self.fault(
                &rule::MISPLACED_DOCTYPE,
                start..end,
                "the document type declaration must stand before the outermost element, once",
                Some("remove it"),
            );
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
        self.fault(
            &rule::DOUBLE_HYPHEN_IN_COMMENT,
            dashes..dashes + 2,
            "a comment may not contain `--`",
            Some("write a single hyphen"),
        );
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
        let target = rest.get(2..5).unwrap_or_default();
        let whole = rest
            .as_bytes()
            .get(5)
            .is_none_or(|b| b.is_ascii_whitespace() || *b == b'?');
        if target.eq_ignore_ascii_case("xml") && whole {
            self.fault(
                &rule::BLANK_BEFORE_DECLARATION,
                start..start + length + 2,
                "the XML declaration must be the very first thing in the file",
                Some("move it to the beginning, or remove it"),
            );
        }
        start + length + 2
    }
}
