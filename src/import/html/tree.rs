//! An HTML tree: as tolerant as browsers where it matters, always linear and bounded in depth.

use std::ops::Range;

use crate::markdown::raw::{self, Token};

/// The number of a node; 0 is the document.
pub(in crate::import) type Id = usize;

/// Elements below this depth become siblings: real pages do not nest so deep, and hostile input is
/// nothing but depth.
const DEEPEST: usize = 100;

/// A document. Parents come before their children.
#[derive(Debug)]
pub(in crate::import) struct Tree {
    nodes: Vec<Node>,
}

#[derive(Debug)]
struct Node {
    parent: Id,
    children: Vec<Id>,
    data: Data,
    range: Range<usize>,
}

#[derive(Debug)]
enum Data {
    Element {
        name: String,
        attributes: Vec<(String, String)>,
    },
    Text(String),
}

impl Tree {
    /// Parses HTML. Never fails: malformed markup is read as it was most likely meant.
    pub fn parse(html: &str) -> Self {
        let mut builder = Builder {
            tree: Self {
                nodes: vec![Node {
                    parent: 0,
                    children: Vec::new(),
                    data: Data::Element {
                        name: String::new(),
                        attributes: Vec::new(),
                    },
                    range: 0..html.len(),
                }],
            },
            open: vec![0],
            over: Vec::new(),
        };
        for token in raw::tokens(html) {
            builder.take(html, token);
        }
        builder.tree
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The element's name in lower case; empty for a text and for the document.
    pub fn name(&self, id: Id) -> &str {
        match &self.nodes[id].data {
            Data::Element { name, .. } => name,
            Data::Text(_) => "",
        }
    }

    /// The characters of a text.
    pub fn characters(&self, id: Id) -> Option<&str> {
        match &self.nodes[id].data {
            Data::Text(text) => Some(text),
            Data::Element { .. } => None,
        }
    }

    /// The value of an attribute, trimmed; `None` where it is empty or not there.
    pub fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        self.has_attribute(id, name)
            .map(str::trim)
            .filter(|value| !value.is_empty())
    }

    /// The value of an attribute that may be empty.
    pub fn has_attribute(&self, id: Id, name: &str) -> Option<&str> {
        match &self.nodes[id].data {
            Data::Element { attributes, .. } => attributes
                .iter()
                .find(|(own, _)| own == name)
                .map(|(_, value)| value.as_str()),
            Data::Text(_) => None,
        }
    }

    /// Whether an attribute with a list of words has this one.
    pub fn has_word(&self, id: Id, attribute: &str, word: &str) -> bool {
        self.attribute(id, attribute).is_some_and(|words| {
            words
                .split_ascii_whitespace()
                .any(|own| own.eq_ignore_ascii_case(word))
        })
    }

    /// The nodes directly inside.
    pub fn children(&self, id: Id) -> &[Id] {
        &self.nodes[id].children
    }

    /// The node around.
    pub fn parent(&self, id: Id) -> Id {
        self.nodes[id].parent
    }

    /// Whether `id` is `outer` or inside it.
    pub fn is_inside(&self, mut id: Id, outer: Id) -> bool {
        while id > outer {
            id = self.parent(id);
        }
        id == outer
    }

    /// The innermost element of this name around `id`; the document where there is none.
    pub fn nearest(&self, mut id: Id, name: &str) -> Id {
        id = self.parent(id);
        while id != 0 && self.name(id) != name {
            id = self.parent(id);
        }
        id
    }

    /// Bytes of the start tag or the text.
    pub fn range(&self, id: Id) -> Range<usize> {
        self.nodes[id].range.clone()
    }

    /// Every node below `id` in the order of the document.
    pub fn below(&self, id: Id) -> Vec<Id> {
        let mut found = Vec::new();
        let mut waiting: Vec<Id> = self.children(id).iter().rev().copied().collect();
        while let Some(next) = waiting.pop() {
            found.push(next);
            waiting.extend(self.children(next).iter().rev());
        }
        found
    }

    /// All characters below `id`, unchanged.
    pub fn text(&self, id: Id) -> String {
        if let Some(text) = self.characters(id) {
            return text.to_owned();
        }
        let mut out = String::new();
        for below in self.below(id) {
            if self.name(below) == "br" {
                out.push('\n');
            }
            out.push_str(self.characters(below).unwrap_or_default());
        }
        out
    }

    /// All characters below `id` on one line.
    pub fn line(&self, id: Id) -> String {
        super::super::one_line(&self.text(id))
    }
}

struct Builder {
    tree: Tree,
    open: Vec<Id>,
    /// Names of open elements that are too deep to be nested.
    over: Vec<String>,
}

impl Builder {
    fn take(&mut self, html: &str, token: Token<'_>) {
        match token {
            Token::Text(range) => {
                let text = html.get(range.clone()).unwrap_or_default();
                let inside = self.open.last().map_or("", |id| self.tree.name(*id));
                let text = match inside {
                    "script" | "style" => text.to_owned(),
                    _ => crate::entities::unescape(text).into_owned(),
                };
                self.add(Data::Text(text), range);
            }
            Token::Start {
                name,
                attributes,
                range,
            } => {
                let name = local(&name).to_owned();
                let closed = html
                    .get(range.clone())
                    .is_some_and(|tag| tag.ends_with("/>"));
                let attributes = attributes
                    .into_iter()
                    .map(|attribute| (attribute.name, attribute.value.into_owned()))
                    .collect();
                self.start(name, attributes, range, closed);
            }
            Token::End { name, .. } => self.end(local(&name)),
            Token::Comment(_) | Token::Other => {}
        }
    }

    fn add(&mut self, data: Data, range: Range<usize>) -> Id {
        let parent = self.open.last().copied().unwrap_or(0);
        let id = self.tree.nodes.len();
        self.tree.nodes.push(Node {
            parent,
            children: Vec::new(),
            data,
            range,
        });
        self.tree.nodes[parent].children.push(id);
        id
    }

    fn start(
        &mut self,
        name: String,
        attributes: Vec<(String, String)>,
        range: Range<usize>,
        closed: bool,
    ) {
        let (ended, walls) = ended_by(&name);
        if self.over.is_empty() {
            self.close(ended, walls);
        }
        let is_leaf = is_void(&name) || closed && is_foreign(&name);
        let id = self.add(
            Data::Element {
                name: name.clone(),
                attributes,
            },
            range,
        );
        if is_leaf {
        } else if self.open.len() < DEEPEST {
            self.open.push(id);
        } else {
            self.over.push(name);
        }
    }

    fn end(&mut self, name: &str) {
        while let Some(last) = self.over.pop() {
            if last == name {
                return;
            }
            if !matches!(
                last.as_str(),
                "p" | "li" | "dt" | "dd" | "td" | "th" | "tr" | "tbody" | "option"
            ) {
                self.over.push(last);
                return;
            }
        }
        let walls: &[&str] = match name {
            "table" | "html" | "body" => &[],
            "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" => &["table"],
            "li" => &["ul", "ol", "table"],
            _ => &["td", "th", "table"],
        };
        self.close(&[name], walls);
    }

    /// Closes the innermost open element of one of these names, unless a wall comes before it.
    fn close(&mut self, names: &[&str], walls: &[&str]) {
        let found = self
            .open
            .iter()
            .enumerate()
            .skip(1)
            .rev()
            .find(|(_, id)| {
                let name = self.tree.name(**id);
                names.contains(&name) || walls.contains(&name)
            })
            .map(|(at, id)| (at, names.contains(&self.tree.name(*id))));
        if let Some((at, true)) = found {
            self.open.truncate(at);
        }
    }
}

/// Feeds in XML may carry HTML with a prefix.
fn local(name: &str) -> &str {
    match name.split_once(':') {
        Some(("xhtml" | "html" | "h", local)) => local,
        _ => name,
    }
}

/// Which open elements a start tag closes, and which elements prevent that (HTML, section 13.1.2.4).
fn ended_by(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match name {
        "li" => (&["li"], &["ul", "ol", "menu", "td", "th"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl", "td", "th"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tr" => (&["tr"], &["table"]),
        "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
        "option" => (&["option"], &["select"]),
        _ if is_block(name) => (&["p"], &["td", "th", "li", "button", "caption"]),
        _ => (&[], &[]),
    }
}

/// Block elements.
pub(in crate::import) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "center"
            | "details"
            | "dialog"
            | "dd"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "ul"
    )
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements of other vocabularies, which may be self-closing, as may elements that XHTML writes empty.
fn is_foreign(name: &str) -> bool {
    matches!(
        name,
        "path"
            | "rect"
            | "circle"
            | "line"
            | "polygon"
            | "polyline"
            | "ellipse"
            | "use"
            | "stop"
            | "iframe"
            | "script"
            | "a"
            | "span"
            | "p"
            | "div"
            | "td"
            | "th"
            | "i"
            | "b"
            | "em"
            | "strong"
            | "video"
            | "audio"
    )
}
