//! YAML, parsed event by event: positions are kept, and bombs are refused before they expand.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span, options};

use super::repair::explain;
use super::{DEEPEST, Data, Fault, FaultKind, Kind, MOST_VALUES, Node, Pair, Values};

/// A list or table that is still open.
struct Open<'a> {
    start: usize,
    anchor: usize,
    /// Whether it is between brackets.
    is_flow: bool,
    content: Content<'a>,
}

enum Content<'a> {
    List(Vec<Node<'a>>),
    Table(Vec<Pair<'a>>, Option<(Cow<'a, str>, Range<usize>)>),
}

#[derive(Default)]
struct Builder<'a> {
    open: Vec<Open<'a>>,
    anchors: BTreeMap<usize, Node<'a>>,
    /// The number of values so far, counting repeated aliases each time.
    values: usize,
    root: Option<Node<'a>>,
    faults: Vec<Fault>,
}

/// Parses `text`, which starts at byte `offset` of the source.
pub(super) fn parse(text: &str, offset: usize) -> Values<'_> {
    let limits = options! {
        emit_comments: false,
        flow_nesting_limit: 64,
        block_nesting_limit: 64,
    };
    let mut builder = Builder::default();
    for event in Parser::new_from_str_with_options(text, limits) {
        match event {
            Ok((Event::DocumentEnd, _)) => break,
            Ok((event, span)) => {
                let range = shift(&span, offset, text.len());
                if let Err(fault) = builder.handle(event, range) {
                    builder.faults.push(fault);
                    break;
                }
            }
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
                builder.faults.push(explain(text, offset, at, &error.info()));
                break;
            }
        }
    }
    builder.finish(offset..offset + text.len())
}

fn shift(span: &Span, offset: usize, longest: usize) -> Range<usize> {
    let range = span.byte_range().unwrap_or(0..0);
    let end = range.end.min(longest);
    offset + range.start.min(end)..offset + end
}

impl<'a> Builder<'a> {
    fn handle(&mut self, event: Event<'a>, range: Range<usize>) -> Result<(), Fault> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let forced = tag.as_deref().is_some_and(|tag| tag.is_yaml_core_schema_tag("str"));
                let kind = match style {
                    ScalarStyle::Plain if !forced => plain_kind(&text),
                    _ => Kind::Text,
                };
                let node = Node { range: range.clone(), data: Data::Scalar(text, kind) };
                self.count(1, &range)?;
                self.remember(anchor, &node);
                self.put(node);
            }
            Event::SequenceStart(_, anchor, _) => {
                self.start(anchor, range, Content::List(Vec::new()))?;
            }
            Event::MappingStart(_, anchor, _) => {
                self.start(anchor, range, Content::Table(Vec::new(), None))?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.open.pop() {
                    let (node, anchor) = self.close(open, range.end);
                    self.remember(anchor, &node);
                    self.put(node);
                }
            }
            Event::Alias(id) => {
                let Some(mut node) = self.anchors.get(&id).cloned() else {
                    return Err(Fault::syntax(range, "an alias refers to itself", None));
                };
                self.count(size(&node), &range)?;
                // The position of an alias's value is that of the alias.
                node.range = range;
                self.put(node);
            }
            _ => {}
        }
        Ok(())
    }

    fn count(&mut self, more: usize, range: &Range<usize>) -> Result<(), Fault> {
        self.values += more;
        if self.values > MOST_VALUES {
            return Err(Fault::bomb(
                range.clone(),
                "its aliases unfold to more than 20,000 values",
            ));
        }
        Ok(())
    }

    fn start(
        &mut self,
        anchor: usize,
        range: Range<usize>,
        content: Content<'a>,
    ) -> Result<(), Fault> {
        if self.open.len() >= DEEPEST {
            return Err(Fault::bomb(range, "it is nested more than 64 deep"));
        }
        self.count(1, &range)?;
        self.open.push(Open { start: range.start, anchor, is_flow: !range.is_empty(), content });
        Ok(())
    }

    fn remember(&mut self, anchor: usize, node: &Node<'a>) {
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
    }

    fn close(&mut self, open: Open<'a>, end: usize) -> (Node<'a>, usize) {
        let data = match open.content {
            Content::List(items) => Data::List(items),
            Content::Table(mut pairs, _) => {
                merge(&mut pairs);
                super::settle_duplicates(&mut pairs, &mut self.faults);
                Data::Table(pairs)
            }
        };
        // An indented collection ends where the next token starts; its last value is its true end.
        let last = match &data {
            Data::List(items) => items.last().map(|item| item.range.end),
            Data::Table(pairs) => pairs.last().map(|pair| pair.value.range.end),
            Data::Scalar(..) => None,
        };
        let end =
            last.filter(|_| !open.is_flow).map_or(end, |last| last.max(open.start)).max(open.start);
        let node = Node { range: open.start..end, data };
        (node, open.anchor)
    }

    fn put(&mut self, node: Node<'a>) {
        match self.open.last_mut().map(|open| &mut open.content) {
            None => self.root = Some(node),
            Some(Content::List(items)) => items.push(node),
            Some(Content::Table(pairs, key)) => {
                if let Some((key, key_range)) = key.take() {
                    pairs.push(Pair { key, key_range, value: node });
                } else {
                    let name = match node.data {
                        Data::Scalar(text, _) => text,
                        _ => Cow::Borrowed(""),
                    };
                    *key = Some((name, node.range));
                }
            }
        }
    }

    /// The values up to the place where parsing stopped.
    fn finish(mut self, whole: Range<usize>) -> Values<'a> {
        while let Some(open) = self.open.pop() {
            let (node, _) = self.close(open, whole.end);
            self.put(node);
        }
        let mut pairs = Vec::new();
        match self.root {
            Some(Node { data: Data::Table(all), .. }) => pairs = all,
            Some(node) if !node.is_empty() && self.faults.is_empty() => {
                self.faults.push(Fault { range: node.range, kind: FaultKind::NoKeys });
            }
            _ => {}
        }
        Values { pairs, faults: self.faults }
    }
}

/// The number of values in a tree that is at most [`DEEPEST`] deep.
fn size(node: &Node<'_>) -> usize {
    match &node.data {
        Data::Scalar(..) => 1,
        Data::List(items) => 1 + items.iter().map(size).sum::<usize>(),
        Data::Table(pairs) => 1 + pairs.iter().map(|pair| size(&pair.value)).sum::<usize>(),
    }
}

/// Merges what `<<` names; the table's own keys win.
fn merge(pairs: &mut Vec<Pair<'_>>) {
    let Some(place) = pairs.iter().position(|pair| pair.key == "<<") else {
        return;
    };
    let merged = pairs.remove(place).value;
    let tables = match merged.data {
        Data::List(items) => items,
        _ => vec![merged],
    };
    for table in tables {
        if let Data::Table(more) = table.data {
            for pair in more {
                if !pairs.iter().any(|own| own.key == pair.key) {
                    pairs.push(pair);
                }
            }
        }
    }
}

/// The type of an unquoted scalar in YAML 1.2's core schema.
fn plain_kind(text: &str) -> Kind {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Kind::Null,
        "true" | "True" | "TRUE" => Kind::Bool(true),
        "false" | "False" | "FALSE" => Kind::Bool(false),
        _ if is_number(text) => Kind::Number,
        _ => Kind::Text,
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && (digits.parse::<f64>().is_ok()
            || digits
                .strip_prefix("0x")
                .is_some_and(|hex| !hex.is_empty() && hex.bytes().all(|b| b.is_ascii_hexdigit())))
}
