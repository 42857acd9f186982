//! An HTML tree: as tolerant as browsers where it matters, always linear and bounded in depth.

use std::ops::Range;

use crate::entities::unescape;
use crate::markdown::raw::{self, Token};
use crate::markdown::vocabulary::{BLOCKS, has};

/// The number of a node; 0 is the document.
pub(in crate::import) type Id = usize;

/// Elements below this depth become siblings: real pages do not nest so deep, and hostile input is
/// nothing but depth.
const DEEPEST: usize = 100;

/// A document; its nodes are numbered in its own order, so that what is below a node follows it.
#[derive(Debug)]
pub(in crate::import) struct Tree {
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    parent: Id,
    children: Vec<Id>,
    name: String,
    attributes: Vec<(String, String)>,
    text: Option<String>,
    range: Range<usize>,
}

impl Tree {
    /// Parses HTML. Never fails: malformed markup is read as it was most likely meant.
    pub(super) fn parse(html: &str) -> Self {
        let mut builder =
            Builder { tree: Self { nodes: vec![Node::default()] }, open: vec![0], deeper: 0 };
        for token in raw::tokens(html) {
            builder.add_token(html, token);
        }
        builder.tree
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The element's name in lower case; empty for a text and for the document.
    pub(super) fn name(&self, id: Id) -> &str {
        &self.nodes[id].name
    }

    /// The characters of a text.
    pub(super) fn characters(&self, id: Id) -> Option<&str> {
        self.nodes[id].text.as_deref()
    }

    /// Names and values of all attributes.
    pub(super) fn attributes(&self, id: Id) -> impl Iterator<Item = (&str, &str)> {
        let all = self.nodes[id].attributes.iter();
        all.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value of an attribute, trimmed; `None` where it is empty or not there.
    pub(super) fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        let (_, value) = self.attributes(id).find(|(own, _)| *own == name)?;
        Some(value.trim()).filter(|value| !value.is_empty())
    }

    /// The first of these attributes that is not empty.
    pub(super) fn first_attribute(&self, id: Id, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.attribute(id, name))
    }

    /// Whether an attribute with a list of words has one of these.
    pub(super) fn has_word(&self, id: Id, attribute: &str, words: &str) -> bool {
        self.attribute(id, attribute)
            .is_some_and(|own| own.split_ascii_whitespace().any(|word| has(words, word)))
    }

    /// The nodes directly inside.
    pub(super) fn children(&self, id: Id) -> &[Id] {
        &self.nodes[id].children
    }

    /// The node around.
    pub(super) fn parent(&self, id: Id) -> Id {
        self.nodes[id].parent
    }

    /// Whether `id` is `outer` or inside it.
    pub(super) fn is_inside(&self, mut id: Id, outer: Id) -> bool {
        while id > outer {
            id = self.parent(id);
        }
        id == outer
    }

    /// The innermost element of one of these names around `id`; the document where there is none.
    pub(super) fn nearest(&self, mut id: Id, names: &str) -> Id {
        id = self.parent(id);
        while id != 0 && !has(names, self.name(id)) {
            id = self.parent(id);
        }
        id
    }

    /// Bytes of the start tag or the text.
    pub(super) fn range(&self, id: Id) -> Range<usize> {
        self.nodes[id].range.clone()
    }

    /// Every node below `id` in the order of the document.
    pub(super) fn below(&self, id: Id) -> impl Iterator<Item = Id> + use<'_> {
        (id + 1..self.len()).take_while(move |below| self.parent(*below) >= id)
    }

    /// The elements below `id` that have one of these names.
    pub(super) fn elements(&self, id: Id, names: &str) -> Vec<Id> {
        self.below(id).filter(|id| has(names, self.name(*id))).collect()
    }

    /// All characters below `id`, unchanged.
    pub(super) fn text(&self, id: Id) -> String {
        let mut out = self.characters(id).unwrap_or_default().to_owned();
        for below in self.below(id) {
            if self.name(below) == "br" {
                out.push('\n');
            }
            out.push_str(self.characters(below).unwrap_or_default());
        }
        out
    }

    /// All characters below `id` on one line.
    pub(super) fn line(&self, id: Id) -> String {
        super::one_line(&self.text(id))
    }
}

struct Builder {
    tree: Tree,
    open: Vec<Id>,
    /// How many open elements are too deep to be nested.
    deeper: usize,
}

impl Builder {
    fn add_token(&mut self, html: &str, token: Token<'_>) {
        match token {
            Token::Text(range) => {
                let text = &html[range.clone()];
                let is_code = has("script style", self.tree.name(self.innermost()));
                let text = if is_code { text.to_owned() } else { unescape(text).into_owned() };
                self.add(Node { text: Some(text), range, ..Node::default() });
            }
            Token::Start { name, attributes, range } => {
                // The slash may belong to a URL without quotes.
                let is_value =
                    (attributes.last()).is_some_and(|last| last.range.end + 1 == range.end);
                let is_closed = html[range.clone()].ends_with("/>") && !is_value;
                let attributes = (attributes.into_iter())
                    .map(|attribute| (attribute.name, attribute.value.into_owned()));
                let node = Node {
                    name: local(&name).to_owned(),
                    attributes: attributes.collect(),
                    range,
                    ..Node::default()
                };
                self.start(node, is_closed);
            }
            Token::End { name, .. } => self.end(local(&name)),
            Token::Comment(_) | Token::Other => {}
        }
    }

    fn innermost(&self) -> Id {
        self.open.last().copied().unwrap_or_default()
    }

    fn add(&mut self, node: Node) -> Id {
        let (id, parent) = (self.tree.len(), self.innermost());
        self.tree.nodes.push(Node { parent, ..node });
        self.tree.nodes[parent].children.push(id);
        id
    }

    fn start(&mut self, node: Node, is_closed: bool) {
        if self.deeper == 0 {
            let (ended, walls) = ended_by(&node.name);
            self.close(ended, walls);
        }
        let is_leaf = is_closed || raw::is_void(&node.name);
        let id = self.add(node);
        if is_leaf {
        } else if self.open.len() < DEEPEST {
            self.open.push(id);
        } else {
            self.deeper += 1;
        }
    }

    fn end(&mut self, name: &str) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let walls = match name {
            "table" | "html" | "body" => "",
            "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" => "table",
            "li" => "ul ol table",
            _ => "td th table",
        };
        self.close(name, walls);
    }

    /// Closes the innermost open element of one of these names, unless a wall comes before it.
    fn close(&mut self, names: &str, walls: &str) {
        let is = |list: &str, id: Id| has(list, self.tree.name(id));
        let found = (self.open.iter()).rposition(|id| is(names, *id) || is(walls, *id));
        if let Some(at) = found.filter(|at| is(names, self.open[*at])) {
            self.open.truncate(at);
        }
    }
}

/// A name without the prefix that HTML may have in XML feeds.
fn local(name: &str) -> &str {
    match name.split_once(':') {
        Some(("xhtml" | "html" | "h", local)) => local,
        _ => name,
    }
}

/// Which open elements a start tag closes, and which elements prevent that (HTML, section 13.1.2.4).
fn ended_by(name: &str) -> (&'static str, &'static str) {
    match name {
        "li" => ("li", "ul ol menu td th"),
        "dt" | "dd" => ("dt dd", "dl td th"),
        "td" | "th" => ("td th", "tr table"),
        "tr" => ("tr", "table"),
        "tbody" | "thead" | "tfoot" => ("tbody thead tfoot", "table"),
        _ if is_block(name) => ("p", "td th li button caption"),
        _ => ("", ""),
    }
}

/// Whether an element begins a line of its own.
pub(in crate::import) fn is_block(name: &str) -> bool {
    has(BLOCKS, name)
}
