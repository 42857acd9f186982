//! The pass over the source that makes a [`Document`].

use std::ops::Range;

use memchr::memmem::Finder;

use crate::report::Rule;
use crate::validate::log::Log;
use crate::validate::rules::encoding::EXTERNAL_ENTITY;
use crate::validate::rules::wellformed as rule;

use super::decode::{Reference, is_name, is_name_start};
use super::{
    Attribute, DEEPEST, Declaration, Declared, Document, Entities, Id, Kind, MOST_ATTRIBUTES, Node,
    Ns, doctype,
};

/// More namespace declarations than this are never in force at one place.
const MOST_DECLARATIONS: usize = 256;

/// Reads the log's source. Whatever is not well-formed is noted, and read as it was most likely
/// meant.
#[must_use]
pub fn read<'a>(log: &mut Log<'a>) -> Document<'a> {
    let text = log.text();
    let mut reader = Reader {
        text,
        log,
        document: Document {
            text,
            nodes: vec![Node {
                parent: 0,
                next: 0,
                first: 0,
                last: 0,
                start: 0,
                end: 0,
                close: offset(text.len()),
                attributes: 0,
                count: 0,
                prefix: 0,
                ns: Ns::None,
                kind: Kind::Root,
                name: "",
            }],
            attributes: Vec::new(),
            entities: Entities::default(),
            declaration: None,
            doctype: None,
            namespaces: Vec::new(),
            broken: false,
        },
        open: Vec::new(),
        scope: Vec::new(),
        skipped: 0,
        undeclared: Vec::new(),
        end_of_cdata: Finder::new("]]>"),
    };
    reader.run();
    reader.document
}

/// A file of 4 GiB or more is refused before it is read, so that this never saturates.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

struct Reader<'a, 'l> {
    text: &'a str,
    log: &'l mut Log<'a>,
    document: Document<'a>,
    /// The open elements and how many declarations were in force around each.
    open: Vec<(Id, usize)>,
    scope: Vec<(&'a str, Ns)>,
    /// How many elements below the deepest one are open.
    skipped: usize,
    undeclared: Vec<&'a str>,
    end_of_cdata: Finder<'static>,
}

/// An attribute before its namespace is known.
struct Written<'a> {
    name: &'a str,
    raw: &'a str,
    range: Range<usize>,
    value: Range<usize>,
}

impl<'a> Reader<'a, '_> {
    fn run(&mut self) {
        let mut at = self.prologue();
        let bytes = self.text.as_bytes();
        let mut text_from = at;
        while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr(b'<', rest)) {
            let start = at + found;
            let rest = self.text.get(start..).unwrap_or_default();
            let Some(next) = rest.as_bytes().get(1) else {
                break;
            };
            let end = match next {
                b'/' => {
                    self.characters(text_from..start, true);
                    self.end_tag(start)
                }
                b'!' if rest.starts_with("<!--") => {
                    self.characters(text_from..start, false);
                    self.comment(start)
                }
                b'!' if rest.starts_with("<![CDATA[") => {
                    self.characters(text_from..start, false);
                    self.cdata(start)
                }
                b'!' if rest
                    .get(..9)
                    .is_some_and(|word| word.eq_ignore_ascii_case("<!DOCTYPE")) =>
                {
                    self.characters(text_from..start, false);
                    self.doctype(start)
                }
                b'?' => {
                    self.characters(text_from..start, false);
                    self.instruction(start)
                }
                _ if rest
                    .get(1..)
                    .and_then(|name| name.chars().next())
                    .is_some_and(is_name_start) =>
                {
                    self.characters(text_from..start, false);
                    self.start_tag(start)
                }
                _ => {
                    self.fault(
                        &rule::STRAY_LESS_THAN,
                        start..start + 1,
                        "a `<` that starts no tag must be written `&lt;`",
                        Some("write `&lt;`"),
                    );
                    at = start + 1;
                    continue;
                }
            };
            at = end;
            text_from = end;
        }
        self.characters(text_from..self.text.len(), false);
        self.finish();
    }

    /// Byte order mark, white space and the XML declaration.
    fn prologue(&mut self) -> usize {
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

    fn fault(
        &mut self,
        rule: &'static Rule,
        range: Range<usize>,
        message: &str,
        help: Option<&str>,
    ) {
        let said = self.log.say(rule, range, message);
        if let Some(help) = help {
            said.help(help);
        }
    }

    fn push(&mut self, node: Node<'a>) -> Id {
        let id = offset(self.document.nodes.len());
        let parent = node.parent;
        self.document.nodes.push(node);
        let holder = &mut self.document.nodes[parent as usize];
        let before = std::mem::replace(&mut holder.last, id);
        if before == 0 {
            holder.first = id;
        } else {
            self.document.nodes[before as usize].next = id;
        }
        id
    }

    fn parent(&self) -> Id {
        self.open.last().map_or(0, |(id, _)| *id)
    }

    fn leaf(&mut self, range: Range<usize>, kind: Kind) {
        let parent = self.parent();
        self.push(Node {
            parent,
            next: 0,
            first: 0,
            last: 0,
            start: offset(range.start),
            end: offset(range.end),
            close: offset(range.end),
            attributes: 0,
            count: 0,
            prefix: 0,
            ns: Ns::None,
            kind,
            name: "",
        });
    }

    /// Character data; white space between elements is dropped.
    fn characters(&mut self, range: Range<usize>, before_end_tag: bool) {
        let raw = self.text.get(range.clone()).unwrap_or_default();
        if raw.is_empty() || self.skipped > 0 {
            return;
        }
        let blank = raw.bytes().all(|byte| byte.is_ascii_whitespace());
        if self.open.is_empty() {
            if !blank {
                let start = range.start + (raw.len() - raw.trim_start().len());
                let end = range.start + raw.trim_end().len();
                self.fault(
                    &rule::TEXT_OUTSIDE_ROOT,
                    start..end.max(start),
                    "there is text outside of the outermost element",
                    Some("remove it, or check that the right element is closed"),
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
            self.fault(
                &rule::STRAY_CDATA_END,
                start..start + 3,
                "`]]>` may not stand in text",
                Some("write `]]&gt;`"),
            );
        }
        let references = self.references(range.clone());
        self.leaf(range, Kind::Text { references });
    }

    /// Checks the references of a stretch and says whether there are any.
    fn references(&mut self, range: Range<usize>) -> bool {
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
        let said = self
            .log
            .say(
                &rule::UNDEFINED_ENTITY,
                range.clone(),
                format!("the entity `&{name};` is not defined in XML"),
            )
            .value(name);
        if let Some(character) = crate::validate::values::entities::named(name) {
            let number = format!("&#{};", u32::from(character));
            said.help(format!(
                "write the character itself ({character}) or `{number}`"
            ))
            .fix("write the character by its number", range, number);
        } else {
            said.help(format!("write `&amp;{name};` if the text itself is meant"));
        }
    }

    fn external(&mut self, name: &str, range: Range<usize>) {
        self.log
            .say(
                &EXTERNAL_ENTITY,
                range,
                format!("`&{name};` stands for another file, which is not read"),
            )
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
        let said = self.log.say(&rule::BARE_AMPERSAND, at..at + 1, message);
        if numeric {
            said.help(
                "write the character itself, or its number as in `&#38;` or `&#x26;` (small x)",
            );
        } else {
            said.help("write `&amp;`")
                .fix("escape the ampersand", at..at + 1, "&amp;");
        }
    }

    fn comment(&mut self, start: usize) -> usize {
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

    fn cdata(&mut self, start: usize) -> usize {
        let from = start + 9;
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        let Some(length) = self.end_of_cdata.find(rest) else {
            if self.skipped == 0 && !self.open.is_empty() {
                self.leaf(from..self.text.len(), Kind::Cdata);
            }
            return self.unclosed(start, 9, "CDATA section", "]]>");
        };
        if self.open.is_empty() {
            self.fault(
                &rule::TEXT_OUTSIDE_ROOT,
                start..from,
                "there is text outside of the outermost element",
                None,
            );
        } else if self.skipped == 0 && length > 0 {
            self.leaf(from..from + length, Kind::Cdata);
        }
        from + length + 3
    }

    fn unclosed(&mut self, start: usize, length: usize, what: &str, end: &str) -> usize {
        self.document.broken = true;
        self.log
            .say(
                &rule::UNCLOSED_MARKUP,
                start..start + length,
                format!("the {what} that starts here never ends"),
            )
            .help(format!("close it with `{end}`"));
        self.text.len()
    }

    fn instruction(&mut self, start: usize) -> usize {
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

    fn doctype(&mut self, start: usize) -> usize {
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

    /// One attribute at or after `at`, and where to go on; `None` where the tag has no more.
    fn attribute(&mut self, mut at: usize, stop: usize) -> Option<(Written<'a>, usize)> {
        let bytes = self.text.as_bytes();
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
        let mut equals = at;
        while equals < stop && bytes.get(equals)?.is_ascii_whitespace() {
            equals += 1;
        }
        if equals >= stop || bytes.get(equals) != Some(&b'=') {
            self.fault(
                &rule::BAD_ATTRIBUTE,
                start..at,
                "an attribute needs a value",
                Some(&format!("write `{name}=\"…\"`")),
            );
            let written = Written {
                name,
                raw: "",
                range: start..at,
                value: at..at,
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
                let Some(length) = bytes
                    .get(from..stop)
                    .and_then(|rest| memchr::memchr(*quote, rest))
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
        if let Some(at) = memchr::memchr(b'<', raw.as_bytes()) {
            self.fault(
                &rule::STRAY_LESS_THAN,
                value.start + at..value.start + at + 1,
                "a `<` in an attribute must be written `&lt;`",
                Some("write `&lt;`"),
            );
        }
        if memchr::memchr(b'&', raw.as_bytes()).is_some() {
            self.references(value.clone());
        }
        Some((
            Written {
                name,
                raw,
                range: start..end,
                value,
            },
            end,
        ))
    }

    fn start_tag(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let rest = self.text.get(start + 1..).unwrap_or_default();
        let length = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
        let name = rest.get(..length).unwrap_or_default();
        let mut at = start + 1 + length;
        let mut written: Vec<Written<'a>> = Vec::new();
        let stop = self.text.len();
        while let Some((attribute, next)) = self.attribute(at, stop) {
            at = next;
            if written.len() == MOST_ATTRIBUTES {
                self.fault(
                    &rule::TOO_MANY_ATTRIBUTES,
                    attribute.range.clone(),
                    "there are more attributes here than anything needs; the rest is not looked at",
                    None,
                );
            }
            if written.len() <= MOST_ATTRIBUTES {
                if written.iter().any(|other| other.name == attribute.name) {
                    self.log
                        .say(
                            &rule::DUPLICATE_ATTRIBUTE,
                            attribute.range.clone(),
                            format!("the attribute `{}` stands here twice", attribute.name),
                        )
                        .element(name)
                        .attr(attribute.name)
                        .help("remove one of the two");
                    continue;
                }
                written.push(attribute);
            }
        }
        while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        let empty = bytes.get(at) == Some(&b'/');
        at += usize::from(empty);
        let end = if bytes.get(at) == Some(&b'>') {
            at + 1
        } else {
            let found = bytes
                .get(at..)
                .and_then(|rest| memchr::memchr2(b'<', b'>', rest));
            self.document.broken = true;
            self.fault(
                &rule::UNCLOSED_MARKUP,
                start..start + 1 + length,
                "the tag that starts here does not end",
                Some("close it with `>`"),
            );
            match found {
                Some(more) if bytes.get(at + more) == Some(&b'>') => at + more + 1,
                Some(more) => at + more,
                None => stop,
            }
        };
        if self.skipped > 0 || self.open.len() >= DEEPEST {
            if self.skipped == 0 && !empty {
                self.fault(
                    &rule::TOO_DEEP,
                    start..end,
                    "elements are nested deeper here than anything needs; what is inside is not looked at",
                    None,
                );
            }
            self.skipped += usize::from(!empty);
            return end;
        }
        self.element(name, start..end, written, empty);
        end
    }

    fn element(
        &mut self,
        name: &'a str,
        tag: Range<usize>,
        written: Vec<Written<'a>>,
        empty: bool,
    ) {
        let mark = self.scope.len();
        let id = offset(self.document.nodes.len());
        for attribute in &written {
            let prefix = match attribute.name.strip_prefix("xmlns") {
                Some("") => "",
                Some(rest) => match rest.strip_prefix(':') {
                    Some(prefix) => prefix,
                    None => continue,
                },
                None => continue,
            };
            let ns = Ns::of(attribute.raw.trim());
            if self.scope.len() < MOST_DECLARATIONS {
                self.scope.push((prefix, ns));
            }
            self.document.namespaces.push(Declared {
                prefix,
                uri: attribute.raw,
                ns,
                on: id,
                range: attribute.range.clone(),
            });
        }
        let attributes = offset(self.document.attributes.len());
        for attribute in written {
            if attribute.name == "xmlns" || attribute.name.starts_with("xmlns:") {
                continue;
            }
            let ns = match attribute.name.split_once(':') {
                None => Ns::None,
                Some((prefix, _)) => self.resolve(prefix, &attribute.range),
            };
            self.document.attributes.push(Attribute {
                name: attribute.name,
                ns,
                raw: attribute.raw,
                range: attribute.range,
                value_range: attribute.value,
            });
        }
        let count = offset(self.document.attributes.len()) - attributes;
        let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
        let ns = self.resolve(prefix, &tag);
        let parent = self.parent();
        if parent == 0 && self.document.nodes[0].first != 0 {
            self.fault(
                &rule::SECOND_ROOT,
                tag.clone(),
                "a document has one outermost element, and it is closed already",
                Some("remove what follows it, or check which end tag comes too early"),
            );
        }
        let id = self.push(Node {
            parent,
            next: 0,
            first: 0,
            last: 0,
            start: offset(tag.start),
            end: offset(tag.end),
            close: offset(tag.end),
            attributes,
            count: u16::try_from(count).unwrap_or(u16::MAX),
            prefix: u16::try_from(prefix.len()).unwrap_or(0),
            ns,
            kind: Kind::Element { closed: empty },
            name,
        });
        if empty {
            self.scope.truncate(mark);
        } else {
            self.open.push((id, mark));
        }
    }

    fn resolve(&mut self, prefix: &'a str, at: &Range<usize>) -> Ns {
        if prefix == "xml" {
            return Ns::Xml;
        }
        if let Some((_, ns)) = self.scope.iter().rev().find(|(known, _)| *known == prefix) {
            return *ns;
        }
        if prefix.is_empty() {
            return Ns::None;
        }
        if !self.undeclared.contains(&prefix) && self.undeclared.len() < 32 {
            self.undeclared.push(prefix);
            let usual = super::KNOWN.iter().find(|(_, known, _)| *known == prefix);
            let uri = usual.map_or("…", |(uri, _, _)| uri);
            self.log
                .say(
                    &rule::UNDECLARED_PREFIX,
                    at.clone(),
                    format!("the prefix `{prefix}` is not declared"),
                )
                .param("prefix", prefix)
                .help(format!(
                    "add `xmlns:{prefix}=\"{uri}\"` to the outermost element"
                ));
        }
        Ns::Undeclared
    }

    fn end_tag(&mut self, start: usize) -> usize {
        let rest = self.text.get(start + 2..).unwrap_or_default();
        let length = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
        let name = rest.get(..length).unwrap_or_default();
        let end = match memchr::memchr(b'>', rest.as_bytes()) {
            Some(more) => start + 2 + more + 1,
            None => self.text.len(),
        };
        let range = start..end;
        if self.skipped > 0 {
            self.skipped -= 1;
            return end;
        }
        let Some(found) = self
            .open
            .iter()
            .rposition(|(id, _)| self.document.name(*id) == name)
        else {
            self.document.broken = true;
            self.log
                .say(
                    &rule::MISMATCHED_TAG,
                    range,
                    format!("`</{name}>` closes nothing that is open"),
                )
                .help("remove it, or open the element that it is to close");
            return end;
        };
        if found + 1 < self.open.len() {
            self.document.broken = true;
            let inner = self.parent();
            let tag = self.document.tag(inner);
            self.log
                .say(
                    &rule::MISMATCHED_TAG,
                    range,
                    format!(
                        "`</{name}>` comes before `</{}>`",
                        self.document.name(inner)
                    ),
                )
                .also(tag, "opened here")
                .help(format!("close `{}` first", self.document.name(inner)));
        }
        while self.open.len() > found {
            let Some((id, mark)) = self.open.pop() else {
                break;
            };
            self.scope.truncate(mark);
            let own = self.open.len() == found;
            let node = &mut self.document.nodes[id as usize];
            node.close = offset(if own { end } else { start });
            node.kind = Kind::Element { closed: own };
        }
        end
    }

    fn finish(&mut self) {
        let end = self.text.len();
        if let Some((inner, _)) = self.open.last() {
            self.document.broken = true;
            let tag = self.document.tag(*inner);
            let name = self.document.name(*inner);
            self.log
                .say(
                    &rule::UNCLOSED_ELEMENT,
                    tag,
                    format!("`<{name}>` is never closed"),
                )
                .element(name)
                .help(format!("add `</{name}>`"));
        }
        while let Some((id, _)) = self.open.pop() {
            self.document.nodes[id as usize].close = offset(end);
        }
        if self.document.nodes[0].first == 0 {
            self.fault(
                &rule::NO_ELEMENT,
                0..end.min(1),
                "there is no element in this file: it is no XML document",
                None,
            );
        }
    }
}
