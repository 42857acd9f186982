//! The single pass that builds a [`Document`].

mod aside;
mod characters;
mod element;
mod replacement;
mod start_tag;

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem::Finder;

use replacement::Replacements;
use start_tag::RawAttribute;

use super::decode::{is_name, is_name_start, is_space, word_length};
use super::{Document, Entities, Id, Kind, Node, Ns, offset};
use crate::log::Log;
use crate::rules::wellformed as rule;
use feed_lint_findings::Rule;

/// Parses the log's source; reports what is not well-formed and reads it as it was most likely meant.
pub fn read<'a>(log: &mut Log<'a>) -> Document<'a> {
    let mut reader = Reader::new(log);
    reader.run();
    reader.document
}

impl<'a, 'l> Reader<'a, 'l> {
    fn new(log: &'l mut Log<'a>) -> Self {
        let text = log.text();
        // Nearly every node takes a `<`.
        let mut nodes = Vec::with_capacity(memchr::memchr_iter(b'<', text.as_bytes()).count() + 1);
        nodes.push(Node { close: offset(text.len()), ..Node::new(0, Kind::Root, 0..0) });
        Self {
            text,
            log,
            document: Document {
                text,
                nodes,
                attributes: Vec::new(),
                entities: Entities::default(),
                declaration: None,
                doctype: None,
                namespaces: Vec::new(),
                broken: false,
            },
            open: Vec::new(),
            scope: Vec::new(),
            written: Vec::new(),
            skipped: 0,
            undeclared: Vec::new(),
            cut: false,
            stray: None,
            ended: Vec::new(),
            end_of_cdata: Finder::new("]]>"),
            replacements: Replacements::default(),
        }
    }
}

/// Whether `text` starts with `word`, in whatever case.
fn starts_with(text: &str, word: &str) -> bool {
    (text.get(..word.len())).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// Where the name is in what must be a start tag without attributes although no name follows `<`.
fn misspelt_tag(rest: &str) -> Option<usize> {
    let behind = rest.get(1..)?;
    let name = behind.trim_start_matches(is_space);
    let at = 1 + behind.len() - name.len();
    let end = word_length(name);
    let closes = name.get(end..)?.starts_with(['>', '/']);
    let is_name = name.starts_with(|c: char| is_name(c) && c != ':') || name.starts_with(':');
    (end > 0 && closes && is_name).then_some(at)
}

struct Reader<'a, 'l> {
    text: &'a str,
    log: &'l mut Log<'a>,
    document: Document<'a>,
    /// The open elements and how many declarations were in force around each.
    open: Vec<(Id, usize)>,
    /// The declarations in force: prefix, namespace name, namespace.
    scope: Vec<(&'a str, Cow<'a, str>, Ns)>,
    /// The attributes of the last start tag; kept for its memory.
    written: Vec<RawAttribute<'a>>,
    /// How many elements below the deepest one are open.
    skipped: usize,
    undeclared: Vec<&'a str>,
    /// Whether markup that never ends hides the rest of the text.
    cut: bool,
    /// The element that an end tag of another name may have meant to close.
    stray: Option<Id>,
    /// The names of elements that the end tag of another one closed.
    ended: Vec<&'a str>,
    end_of_cdata: Finder<'static>,
    replacements: Replacements,
}

impl<'a> Reader<'a, '_> {
    fn run(&mut self) {
        let at = self.prologue();
        self.content(at);
        self.finish();
    }

    /// Elements and text from `at` to the end of the text.
    fn content(&mut self, mut at: usize) {
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
                b'!' if starts_with(rest, "<![CDATA[") => {
                    self.characters(text_from..start, false);
                    self.cdata(start)
                }
                b'!' if starts_with(rest, "<!DOCTYPE") => {
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
                    self.start_tag(start, start + 1)
                }
                _ if let Some(name) = misspelt_tag(rest) => {
                    self.characters(text_from..start, false);
                    self.start_tag(start, start + name)
                }
                _ => {
                    let message = "a `<` that starts no tag must be written `&lt;`";
                    let help = "write `&lt;`";
                    self.fault(&rule::STRAY_LESS_THAN, start..start + 1, message, Some(help));
                    at = start + 1;
                    continue;
                }
            };
            at = end;
            text_from = end;
        }
        self.characters(text_from..self.text.len(), false);
    }

    fn fault(
        &mut self,
        rule: &'static Rule,
        range: Range<usize>,
        message: &str,
        help: Option<&str>,
    ) {
        let finding = self.log.report(rule, range, message);
        if let Some(help) = help {
            finding.help(help);
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
        self.push(Node::new(parent, kind, range));
    }

    fn unclosed(&mut self, start: usize, length: usize, what: &str, end: &str) -> usize {
        self.document.broken = true;
        self.cut = true;
        let message = format!("the {what} that starts here never ends");
        self.log
            .report(&rule::UNCLOSED_MARKUP, start..start + length, message)
            .help(format!("close it with `{end}`"));
        self.text.len()
    }

    fn finish(&mut self) {
        let end = self.text.len();
        if let Some((inner, _)) = self.open.last().filter(|_| !self.cut) {
            self.document.broken = true;
            let tag = self.document.tag(*inner);
            let name = self.document.name(*inner);
            let open = self.open.iter().rev().take(20);
            let ends: Vec<String> =
                open.map(|(id, _)| format!("</{}>", self.document.name(*id))).collect();
            let message = format!("`<{name}>` is never closed");
            self.log
                .report(&rule::UNCLOSED_ELEMENT, tag, message)
                .element(name)
                .help(format!("add `{}`", ends.concat()));
        }
        while let Some((id, _)) = self.open.pop() {
            self.document.nodes[id as usize].close = offset(end);
        }
        if self.document.nodes[0].first == 0 {
            let message = "there is no element in this file: it is not an XML document";
            self.fault(&rule::NO_ELEMENT, 0..end.min(1), message, None);
        }
    }
}
