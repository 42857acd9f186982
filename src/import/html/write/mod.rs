//! Converts a tree of HTML to Markdown.

mod code;
mod hidden;
mod line;
mod lists;
mod media;

use std::collections::BTreeMap;
use std::ops::Range;

use url::Url;

use super::notes::Notes;
use super::table;
use super::tree::{Id, Tree, is_block};
use crate::import::inline::{self, Mark, Within};
use lists::is_list;

/// A thematic break. Dashes would make the line above a heading.
const RULE: &str = "* * *";

/// HTML as Markdown.
#[derive(Debug, Default)]
pub(in crate::import) struct Written {
    /// The Markdown, without a final line end.
    pub markdown: String,
    /// What Markdown cannot express: each kind of element once, with its first position and its count.
    pub lost: BTreeMap<&'static str, (Range<usize>, usize)>,
}

/// Converts everything below `root` except `skip`; `base` resolves links, if known.
pub(in crate::import) fn write(
    tree: &Tree,
    root: Id,
    base: Option<&Url>,
    skip: &dyn Fn(Id) -> bool,
) -> Written {
    let mut writer = Writer {
        tree,
        base,
        skip,
        holds_blocks: holders(tree),
        notes: Notes::find(tree, root),
        lost: BTreeMap::new(),
        open: Vec::new(),
    };
    let mut blocks = writer.blocks(root);
    let notes = writer.notes.all();
    // The rule above the notes belongs to them.
    if !notes.is_empty() && blocks.last().is_some_and(|last| last == RULE) {
        blocks.pop();
    }
    for (number, note) in notes {
        let text = writer.blocks(note).join("\n\n");
        blocks.push(format!("[^{number}]: {}", indented(&text, 4)));
    }
    Written {
        markdown: blocks.join("\n\n"),
        lost: writer.lost,
    }
}

/// Which nodes contain a block element.
fn holders(tree: &Tree) -> Vec<bool> {
    let mut holders = vec![false; tree.len()];
    for id in (1..tree.len()).rev() {
        if holders[id] || is_block(tree.name(id)) {
            holders[tree.parent(id)] = true;
        }
    }
    holders
}

/// The state of the conversion.
pub(super) struct Writer<'t> {
    pub tree: &'t Tree,
    base: Option<&'t Url>,
    skip: &'t dyn Fn(Id) -> bool,
    holds_blocks: Vec<bool>,
    notes: Notes,
    lost: BTreeMap<&'static str, (Range<usize>, usize)>,
    /// The marks that are open.
    open: Vec<Mark>,
}

impl Writer<'_> {
    /// The blocks inside a node.
    pub fn blocks(&mut self, id: Id) -> Vec<String> {
        let mut blocks = Vec::new();
        let mut line: Vec<Id> = Vec::new();
        for index in 0..self.tree.children(id).len() {
            let child = self.tree.children(id)[index];
            if self.hidden(child) {
                continue;
            }
            let name = self.tree.name(child);
            let stands_alone = is_block(name)
                || matches!(name, "iframe" | "video" | "audio")
                || self.holds_blocks[child] && name != "a";
            if stands_alone {
                self.paragraph(&mut line, &mut blocks);
                self.block(child, &mut blocks);
            } else {
                line.push(child);
            }
        }
        self.paragraph(&mut line, &mut blocks);
        blocks
    }

    fn paragraph(&mut self, line: &mut Vec<Id>, blocks: &mut Vec<String>) {
        let mut pieces = Vec::new();
        for id in line.drain(..) {
            self.inline(id, &mut pieces);
        }
        let text = inline::render(pieces, Within::default());
        if !text.is_empty() {
            blocks.push(text);
        }
    }

    fn block(&mut self, id: Id, blocks: &mut Vec<String>) {
        match self.tree.name(id) {
            name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
                let level = name.as_bytes().get(1).map_or(2, |digit| digit - b'0');
                let text = self.line(id, Within { cell: true });
                // A trailing `#` or `{…}` would be read as part of the heading's syntax.
                let text = match text.strip_suffix(['#', '}']) {
                    Some(before) => format!("{before}\\{}", &text[before.len()..]),
                    None => text,
                };
                if !text.is_empty() {
                    blocks.push(format!("{} {text}", "#".repeat(usize::from(level))));
                }
            }
            "ul" | "ol" | "menu" => {
                let list = self.list(id);
                // Two adjacent lists would become one.
                if blocks.last().is_some_and(|last| is_list(last)) && !list.is_empty() {
                    blocks.push("<!-- -->".to_owned());
                }
                blocks.extend((!list.is_empty()).then_some(list));
            }
            "dl" => blocks.extend(self.definitions(id)),
            "blockquote" => {
                let inside = self.blocks(id).join("\n\n");
                if !inside.is_empty() {
                    blocks.push(prefixed(&inside, "> "));
                }
            }
            "pre" => blocks.extend(self.code_block(id)),
            "hr" => blocks.push(RULE.to_owned()),
            "table" => blocks.extend(table::write(self, id)),
            "figure" => self.figure(id, blocks),
            "iframe" | "video" | "audio" => blocks.extend(self.embedded(id)),
            "summary" => {
                let text = self.line(id, Within::default());
                if !text.is_empty() {
                    blocks.push(format!("**{text}**"));
                }
            }
            _ => blocks.extend(self.blocks(id)),
        }
    }

    /// Records that an element is lost.
    pub fn lose(&mut self, what: &'static str, id: Id) {
        let range = self.tree.range(id);
        self.lost.entry(what).or_insert((range, 0)).1 += 1;
    }
}

/// Indents every line but the first.
pub(in crate::import) fn indented(text: &str, by: usize) -> String {
    let indent = " ".repeat(by);
    let mut out = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
            if !line.is_empty() {
                out.push_str(&indent);
            }
        }
        out.push_str(line);
    }
    out
}

fn prefixed(text: &str, prefix: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| format!("{prefix}{line}").trim_end().to_owned())
        .collect();
    lines.join("\n")
}
