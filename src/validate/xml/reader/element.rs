//! From tags to elements: which namespace they are of, and which end tag is whose.

use std::ops::Range;

use super::start_tag::Written;
use super::{Reader, offset};
use crate::validate::rules::wellformed as rule;
use crate::validate::xml::decode::is_name;
use crate::validate::xml::{Attribute, Declared, KNOWN, Kind, Node, Ns};

/// More namespace declarations than this are never in force at one place.
const MOST_DECLARATIONS: usize = 256;

impl<'a> Reader<'a, '_> {
    pub(super) fn element(
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
            let usual = KNOWN.iter().find(|(_, known, _)| *known == prefix);
            let uri = usual.map_or("…", |(uri, _, _)| uri);
            let outermost = outermost(self.text);
            let said = self
                .log
                .say(
                    &rule::UNDECLARED_PREFIX,
                    at.clone(),
                    format!("the prefix `{prefix}` is not declared"),
                )
                .param("prefix", prefix)
                .help(format!(
                    "add `xmlns:{prefix}=\"{uri}\"` to the outermost element"
                ));
            // A prefix that everybody uses for one namespace has one right declaration.
            if let (Some(_), Some(at)) = (usual, outermost) {
                let declaration = format!(" xmlns:{prefix}=\"{uri}\"");
                said.fix("declare the prefix", at..at, declaration);
            }
        }
        Ns::Undeclared
    }

    pub(super) fn end_tag(&mut self, start: usize) -> usize {
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
}

/// Where the name of the outermost element ends.
fn outermost(text: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(open) = memchr::memchr(b'<', text.as_bytes().get(from..)?) {
        let open = from + open;
        let rest = text.get(open + 1..)?;
        let skipped = match rest.as_bytes().first()? {
            b'?' => rest.find("?>")?,
            b'!' if rest.starts_with("!--") => rest.find("-->")?,
            b'!' => rest.find('>')?,
            _ => return Some(open + 1 + rest.find(|c: char| !is_name(c))?),
        };
        from = open + 1 + skipped;
    }
    None
}
