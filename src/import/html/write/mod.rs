//! Converts a tree of HTML to Markdown.

mod code;
mod hidden;
mod line;
mod lists;
mod media;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use url::Url;

use super::footnotes::Footnotes;
use super::table;
use super::tree::{Id, Tree, is_block};
use crate::import::inline::{self, Mark, indented};
use lists::is_list;

/// A thematic break. Dashes would make the line above a heading.
const RULE: &str = "* * *";

/// HTML as Markdown.
#[derive(Debug, Default)]
pub(in crate::import) struct Converted {
    /// The Markdown, without a final line end.
    pub markdown: String,
    /// What Markdown cannot express: each kind of element once, with its first position and its count.
    pub lost: BTreeMap<&'static str, (Range<usize>, usize)>,
}

/// The state of the conversion.
pub(super) struct Writer<'t> {
    pub tree: &'t Tree,
    /// Resolves links, if known.
    pub base: Option<&'t Url>,
    /// Nodes that are left out, or written elsewhere.
    pub apart: BTreeSet<Id>,
    /// The first paragraph of the text; a line before it may be a byline.
    pub first_text: Id,
    holds_blocks: Vec<bool>,
    footnotes: Footnotes,
    lost: BTreeMap<&'static str, (Range<usize>, usize)>,
    /// The marks that are open.
    open: Vec<Mark>,
}

impl<'t> Writer<'t> {
    pub(super) fn new(tree: &'t Tree, base: Option<&'t Url>) -> Self {
        let mut holds_blocks = vec![false; tree.len()];
        for id in (1..tree.len()).rev() {
            if holds_blocks[id] || is_block(tree.name(id)) {
                holds_blocks[tree.parent(id)] = true;
            }
        }
        Self {
            tree,
            base,
            apart: BTreeSet::new(),
            first_text: 0,
            holds_blocks,
            footnotes: Footnotes::default(),
            lost: BTreeMap::new(),
            open: Vec::new(),
        }
    }

    /// Converts everything below `root`.
    pub(super) fn write(mut self, root: Id) -> Converted {
        self.footnotes = Footnotes::find(self.tree, root);
        let notes = self.footnotes.items.clone();
        self.apart.extend(&notes);
        let mut blocks = self.blocks(root);
        // The rule above the notes belongs to them.
        if !notes.is_empty() && blocks.last().is_some_and(|last| last == RULE) {
            blocks.pop();
        }
        for (number, note) in (1..).zip(notes) {
            let text = self.blocks(note).join("\n\n");
            blocks.push(format!("[^{number}]: {}", indented(&text, 4)));
        }
        Converted { markdown: blocks.join("\n\n"), lost: self.lost }
    }

    /// The blocks inside a node.
    pub(super) fn blocks(&mut self, id: Id) -> Vec<String> {
        self.blocks_of(self.tree.children(id))
    }

    /// The blocks of nodes that follow each other.
    fn blocks_of(&mut self, nodes: &[Id]) -> Vec<String> {
        let mut blocks = Vec::new();
        let mut line: Vec<Id> = Vec::new();
        for node in nodes {
            let name = self.tree.name(*node);
            if self.hidden(*node) {
            } else if is_block(name)
                || matches!(name, "iframe" | "video" | "audio")
                || self.holds_blocks[*node] && name != "a"
            {
                self.paragraph(&mut line, &mut blocks);
                self.block(*node, &mut blocks);
            } else {
                line.push(*node);
            }
        }
        self.paragraph(&mut line, &mut blocks);
        blocks
    }

    fn paragraph(&mut self, line: &mut Vec<Id>, blocks: &mut Vec<String>) {
        if self.is_byline(line) {
            line.retain(|id| self.holds_image(*id));
        }
        let mut pieces = Vec::new();
        for id in line.drain(..) {
            self.inline(id, &mut pieces);
        }
        let text = inline::paragraph(pieces);
        blocks.extend(Some(text).filter(|text| !text.is_empty()));
    }

    /// Whether a line below the title only says when or by whom the page was written.
    fn is_byline(&self, line: &[Id]) -> bool {
        if line.first().is_none_or(|first| *first >= self.first_text) {
            return false;
        }
        let tree = self.tree;
        let nodes = (line.iter()).flat_map(|id| std::iter::once(*id).chain(tree.below(*id)));
        let mut words = nodes.filter(|id| {
            let text = tree.characters(*id);
            text.is_some_and(|text| text.contains(char::is_alphanumeric))
        });
        let says_so = |id: Id| {
            let around = tree.nearest(id, "a");
            tree.nearest(id, "time") != 0 || tree.has_word(around, "rel", "author")
        };
        words.next().is_some_and(says_so) && words.all(says_so)
    }

    fn block(&mut self, id: Id, blocks: &mut Vec<String>) {
        match self.tree.name(id) {
            name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
                let level = name[1..].parse().unwrap_or(2);
                let text = self.cell(id);
                // A trailing `#` or `{…}` would be read as part of the heading's syntax.
                let text = match text.strip_suffix(['#', '}']) {
                    Some(before) => format!("{before}\\{}", &text[before.len()..]),
                    None => text,
                };
                if !text.is_empty() {
                    blocks.push(format!("{} {text}", "#".repeat(level)));
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
            "summary" => blocks.extend(self.wholly(id, Mark::Strong)),
            _ => blocks.extend(self.blocks(id)),
        }
    }

    /// A node as a paragraph in one mark.
    fn wholly(&mut self, id: Id, mark: Mark) -> Option<String> {
        let mut pieces = Vec::new();
        self.marked(id, mark, &mut pieces);
        Some(inline::paragraph(pieces)).filter(|text| !text.is_empty())
    }

    /// Records that an element is lost.
    pub(super) fn lose(&mut self, what: &'static str, id: Id) {
        let range = self.tree.range(id);
        self.lost.entry(what).or_insert((range, 0)).1 += 1;
    }
}

fn prefixed(text: &str, prefix: &str) -> String {
    let lines = text.split('\n');
    let lines = lines.map(|line| format!("{prefix}{line}").trim_end().to_owned());
    lines.collect::<Vec<_>>().join("\n")
}
