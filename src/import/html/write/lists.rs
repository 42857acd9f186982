//! Lists and definitions.

use super::{Writer, indented, prefixed};
use crate::import::html::tree::{Id, is_block};
use crate::import::inline::Within;

impl Writer<'_> {
    pub(super) fn list(&mut self, id: Id) -> String {
        let ordered = self.tree.name(id) == "ol";
        let start = self.tree.attribute(id, "start");
        let mut number: u32 = start.and_then(|start| start.parse().ok()).unwrap_or(1);
        number = number.min(999_999_000);
        let mut items: Vec<String> = Vec::new();
        let mut loose = false;
        let children: Vec<Id> = self.tree.children(id).to_vec();
        for child in children {
            if self.hidden(child)
                || self
                    .tree
                    .characters(child)
                    .is_some_and(|text| text.trim().is_empty())
            {
                continue;
            }
            let blocks = match self.tree.name(child) {
                "li" => self.blocks(child),
                // A list directly in a list belongs to the item before.
                "ul" | "ol" | "menu" => {
                    let nested = self.list(child);
                    match items.last_mut() {
                        Some(last) => {
                            let width = last.find(' ').map_or(2, |at| at + 1);
                            last.push('\n');
                            last.push_str(&prefixed(&nested, &" ".repeat(width)));
                        }
                        None => items.push(nested),
                    }
                    continue;
                }
                _ => {
                    let mut blocks = Vec::new();
                    let mut line = vec![child];
                    if is_block(self.tree.name(child)) {
                        self.block(child, &mut blocks);
                    } else {
                        self.paragraph(&mut line, &mut blocks);
                    }
                    blocks
                }
            };
            if blocks.is_empty() {
                continue;
            }
            let mark = if ordered {
                format!("{number}. ")
            } else {
                "- ".to_owned()
            };
            number += u32::from(ordered);
            let tight = match blocks.as_slice() {
                [_] => true,
                [first, second] => !is_list(first) && is_list(second),
                _ => false,
            };
            loose |= !tight;
            let inside = blocks.join(if tight { "\n" } else { "\n\n" });
            items.push(format!("{mark}{}", indented(&inside, mark.len())));
        }
        items.join(if loose { "\n\n" } else { "\n" })
    }

    pub(super) fn definitions(&mut self, id: Id) -> Option<String> {
        let mut out = String::new();
        for child in self.in_groups(id) {
            match self.tree.name(child) {
                "dt" => {
                    let text = self.line(child, Within::default());
                    if !text.is_empty() {
                        if !out.is_empty() {
                            out.push('\n');
                        }
                        out.push_str(&text);
                        out.push('\n');
                    }
                }
                "dd" if !out.is_empty() => {
                    let text = self.blocks(child).join("\n\n");
                    if !text.is_empty() {
                        out.push_str(": ");
                        out.push_str(&indented(&text, 2));
                        out.push('\n');
                    }
                }
                _ => {}
            }
        }
        let out = out.trim_end();
        (!out.is_empty()).then(|| out.to_owned())
    }

    /// The terms and definitions of a list, which may be grouped by `div`.
    fn in_groups(&self, id: Id) -> Vec<Id> {
        let tree = self.tree;
        let children = tree.children(id).iter();
        children
            .flat_map(|child| match tree.name(*child) {
                "div" => tree.children(*child).to_vec(),
                _ => vec![*child],
            })
            .collect()
    }
}

/// Whether a block is a list.
pub(super) fn is_list(block: &str) -> bool {
    let mark = block.split(' ').next().unwrap_or_default();
    mark == "-"
        || mark.strip_suffix('.').is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
}
