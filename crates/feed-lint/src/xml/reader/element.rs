//! Builds elements from tags: resolves namespaces and matches end tags.

use std::ops::Range;

use super::Reader;
use super::start_tag::RawAttribute;
use crate::rules::wellformed as rule;
use crate::xml::decode::{self, is_space, name_length, word_length};
use crate::xml::{Attribute, Declared, Id, KNOWN, Kind, Node, Ns, offset};
use feed_lint_findings::nearly::meant;

/// The most namespace declarations in force at one position.
const MOST_DECLARATIONS: usize = 256;

impl<'a> Reader<'a, '_> {
    /// Adds an element, given its name and the length of the prefix (`None` where it is not qualified).
    pub(super) fn element(
        &mut self,
        (name, prefix): (&'a str, Option<usize>),
        tag: Range<usize>,
        written: &[RawAttribute<'a>],
        empty: bool,
    ) {
        let mark = self.scope.len();
        let id = offset(self.document.nodes.len());
        for attribute in written {
            let prefix = match attribute.name.strip_prefix("xmlns") {
                Some("") => "",
                Some(rest) => match rest.strip_prefix(':') {
                    Some(prefix) => prefix,
                    None => continue,
                },
                None => continue,
            };
            let uri = decode::attribute(attribute.raw, &self.document.entities);
            let ns = Ns::of(&uri);
            self.check_namespace(prefix, ns, attribute);
            if self.scope.len() < MOST_DECLARATIONS {
                self.scope.push((prefix, uri.clone(), ns));
            }
            self.document.namespaces.push(Declared {
                prefix,
                uri,
                ns,
                on: id,
                range: attribute.range.clone(),
            });
        }
        self.same_in_namespace(name, written);
        let attributes = offset(self.document.attributes.len());
        for attribute in written {
            if attribute.name == "xmlns" || attribute.name.starts_with("xmlns:") {
                continue;
            }
            let ns = match attribute.prefix {
                None => Ns::Undeclared,
                Some(0) => Ns::None,
                Some(length) => {
                    let prefix = attribute.name.get(..length).unwrap_or_default();
                    self.resolve(prefix, &attribute.range)
                }
            };
            self.document.attributes.push(Attribute {
                name: attribute.name,
                ns,
                raw: attribute.raw,
                range: attribute.range.clone(),
                value_range: attribute.value.clone(),
                tokens: attribute.tokens,
            });
        }
        let count = offset(self.document.attributes.len()) - attributes;
        let ns = match prefix {
            Some(length) => self.resolve(name.get(..length).unwrap_or_default(), &tag),
            None => Ns::Undeclared,
        };
        let parent = self.parent();
        if parent == 0 && self.document.nodes[0].first != 0 {
            let message = "a document must have one outermost element, and it is closed already";
            let help = "remove what follows it, or check which end tag comes too early";
            self.fault(&rule::SECOND_ROOT, tag.clone(), message, Some(help));
        }
        let id = self.push(Node {
            attributes,
            count: u16::try_from(count).unwrap_or(u16::MAX),
            prefix: u16::try_from(prefix.unwrap_or(0)).unwrap_or(0),
            ns,
            name,
            ..Node::new(parent, Kind::Element { closed: empty }, tag)
        });
        if empty {
            self.scope.truncate(mark);
        } else {
            self.open.push((id, mark));
        }
    }

    /// Reports a declaration that Namespaces in XML forbids (sections 3 and 5).
    fn check_namespace(&mut self, prefix: &str, ns: Ns, attribute: &RawAttribute<'_>) {
        let uri = attribute.raw;
        let message = match (prefix, ns) {
            ("xml", Ns::Xml) => return,
            ("xml", _) => "the prefix `xml` must keep its own namespace".to_owned(),
            ("xmlns", _) => "the prefix `xmlns` must not be declared".to_owned(),
            (_, Ns::Xml | Ns::Xmlns) => format!("the namespace `{uri}` must not be declared"),
            ("", _) if attribute.name.len() > "xmlns".len() => {
                "a declaration must name a prefix behind `xmlns:`".to_owned()
            }
            (_, _) if uri.is_empty() && !prefix.is_empty() => {
                format!("the prefix `{prefix}` must have a namespace")
            }
            _ => return,
        };
        let range = attribute.range.clone();
        self.log
            .report(&rule::INVALID_NAMESPACE_DECLARATION, range, message)
            .attr(attribute.name)
            .help("remove the declaration, or write the namespace's own name");
    }

    /// Reports two attributes whose prefixes mean the same namespace and whose names are equal.
    fn same_in_namespace(&mut self, element: &str, written: &[RawAttribute<'a>]) {
        if written.len() < 2 {
            return;
        }
        let prefixed: Vec<(&RawAttribute<'_>, &str, &str)> = written
            .iter()
            .filter_map(|attribute| {
                let (prefix, local) = attribute.name.split_once(':')?;
                let known = self.scope.iter().rev();
                let (_, uri, _) = known.clone().find(|(known, ..)| *known == prefix)?;
                Some((attribute, &**uri, local))
            })
            .collect();
        for (at, (attribute, uri, local)) in prefixed.iter().enumerate() {
            let earlier = prefixed.iter().take(at);
            if earlier.clone().any(|(_, known, name)| known == uri && name == local) {
                let message = format!("the attribute `{local}` of `{uri}` is here twice");
                self.log
                    .report(&rule::DUPLICATE_ATTRIBUTE, attribute.range.clone(), message)
                    .element(element)
                    .attr(attribute.name)
                    .help("remove one of the two");
            }
        }
    }

    fn resolve(&mut self, prefix: &'a str, at: &Range<usize>) -> Ns {
        if prefix == "xml" {
            return Ns::Xml;
        }
        if let Some((_, _, ns)) = self.scope.iter().rev().find(|(known, ..)| *known == prefix) {
            return *ns;
        }
        if prefix == "xmlns" {
            let message = "an element must not have the prefix `xmlns`";
            let help = "write another prefix";
            self.fault(&rule::INVALID_NAMESPACE_DECLARATION, at.clone(), message, Some(help));
            return Ns::Undeclared;
        }
        if prefix.is_empty() {
            return Ns::None;
        }
        if !self.undeclared.contains(&prefix) && self.undeclared.len() < 32 {
            self.undeclared.push(prefix);
            let usual = KNOWN.iter().find(|(_, known, _)| *known == prefix);
            let uri = usual.map_or("…", |(uri, _, _)| uri);
            let outermost = outermost(self.text);
            let message = format!("the prefix `{prefix}` is not declared");
            let finding = self
                .log
                .report(&rule::UNDECLARED_PREFIX, at.clone(), message)
                .param("prefix", prefix)
                .help(format!("add `xmlns:{prefix}=\"{uri}\"` to the outermost element"));
            // A widely used prefix has one right namespace.
            if let (Some(_), Some(at)) = (usual, outermost) {
                let declaration = format!(" xmlns:{prefix}=\"{uri}\"");
                finding.fix("declare the prefix", at..at, declaration);
            }
        }
        Ns::Undeclared
    }

    /// The end of an end tag whose name ends at `from`; only white space may follow the name (XML 1.0,
    /// production 42).
    fn end_of_end_tag(&mut self, start: usize, from: usize) -> usize {
        let rest = self.text.get(from..).unwrap_or_default();
        let found = memchr::memchr2(b'<', b'>', rest.as_bytes());
        let between = rest.get(..found.unwrap_or(rest.len())).unwrap_or_default();
        let closed = found.is_some_and(|at| rest.as_bytes().get(at) == Some(&b'>'));
        if !closed {
            self.document.broken = true;
            let message = "the end tag that starts here does not end";
            self.fault(&rule::UNCLOSED_MARKUP, start..from, message, Some("close it with `>`"));
        } else if !between.chars().all(is_space) {
            let message = "an end tag must have nothing but its name";
            let help = "remove what stands behind the name";
            self.fault(&rule::BAD_ATTRIBUTE, from..from + between.len(), message, Some(help));
        }
        from + between.len() + usize::from(closed)
    }

    pub(super) fn end_tag(&mut self, start: usize) -> usize {
        let behind = self.text.get(start + 2..).unwrap_or_default();
        let rest = behind.trim_start_matches(is_space);
        let from = start + 2 + behind.len() - rest.len();
        let length = word_length(rest);
        let name = rest.get(..length).unwrap_or_default();
        if from > start + 2 {
            self.space_in_tag(start + 2..from, "</", name);
        }
        let end = self.end_of_end_tag(start, from + length);
        let range = start..end;
        if self.skipped > 0 {
            self.skipped -= 1;
            return end;
        }
        let named = |(id, _): &(Id, usize)| self.document.name(*id) == name;
        let Some(found) =
            (self.open.iter().rposition(named)).or_else(|| self.misspelt(name, &range))
        else {
            if let Some(at) = self.ended.iter().position(|ended| *ended == name) {
                // The fault has been reported where it ended.
                self.ended.swap_remove(at);
                return end;
            }
            self.document.broken = true;
            self.stray = self.open.last().map(|(id, _)| *id);
            let message = format!("`</{name}>` closes nothing that is open");
            let help = match self.stray.map(|id| self.document.name(id)) {
                Some(inner) => {
                    format!("write `</{inner}>` if that is what ends here, else remove it")
                }
                None => "remove it".to_owned(),
            };
            self.log.report(&rule::MISMATCHED_TAG, range, message).help(help);
            return end;
        };
        let inner = self.parent();
        if found + 1 < self.open.len() && self.stray != Some(inner) {
            self.document.broken = true;
            let tag = self.document.tag(inner);
            let message = format!("`</{name}>` comes before `</{}>`", self.document.name(inner));
            self.log
                .report(&rule::MISMATCHED_TAG, range, message)
                .also(tag, "opened here")
                .help(format!("close `{}` first", self.document.name(inner)));
        }
        while self.open.len() > found {
            let Some((id, mark)) = self.open.pop() else {
                break;
            };
            self.scope.truncate(mark);
            let own = self.open.len() == found;
            if !own && self.ended.len() < 32 {
                self.ended.push(self.document.name(id));
            }
            let node = &mut self.document.nodes[id as usize];
            node.close = offset(if own { end } else { start });
            node.kind = Kind::Element { closed: own };
        }
        end
    }
}

impl Reader<'_, '_> {
    /// The innermost open element, where its name is what the end tag `name` must have.
    fn misspelt(&mut self, name: &str, range: &Range<usize>) -> Option<usize> {
        let last = self.open.len().checked_sub(1)?;
        let inner = self.parent();
        let right = self.document.name(inner);
        if !right.eq_ignore_ascii_case(name) && meant(name, [right]).is_none() {
            return None;
        }
        self.document.broken = true;
        let tag = self.document.tag(inner);
        let message = format!("`</{name}>` must be `</{right}>`");
        self.log
            .report(&rule::MISMATCHED_TAG, range.clone(), message)
            .also(tag, "opened here")
            .help(format!("write `</{right}>`"));
        Some(last)
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
            _ => return Some(open + 1 + name_length(rest)),
        };
        from = open + 1 + skipped;
    }
    None
}
