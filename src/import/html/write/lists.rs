//! Lists and definitions.

use super::{Writer, prefixed};
use crate::import::html::tree::Id;
use crate::import::inline::{indented, list_mark};
use crate::markdown::vocabulary::has;

impl Writer<'_> {
    pub(super) fn list(&mut self, id: Id) -> String {
        let tree = self.tree;
        let is_ordered = tree.name(id) == "ol";
        let start = tree.attribute(id, "start");
        let start = start.and_then(|start| start.parse().ok());
        let mut number: u32 = start.unwrap_or(1).min(999_999_000);
        let mut items: Vec<String> = Vec::new();
        let mut loose = false;
        for child in tree.children(id) {
            let name = tree.name(*child);
            // `blocks_of` leaves out other hidden elements.
            if has("li ul ol menu", name) && self.hidden(*child) {
                continue;
            }
            // A list directly in a list belongs to the item before.
            if matches!(name, "ul" | "ol" | "menu") {
                let nested = self.list(*child);
                match items.last_mut() {
                    _ if nested.is_empty() => {}
                    Some(last) => {
                        let width = last.find(' ').map_or(2, |at| at + 1);
                        last.push('\n');
                        last.push_str(&prefixed(&nested, &" ".repeat(width)));
                    }
                    None => items.push(nested),
                }
                continue;
            }
            let blocks = match name {
                "li" => self.blocks(*child),
                _ => self.blocks_of(&[*child]),
            };
            if blocks.is_empty() {
                continue;
            }
            let mark = list_mark(is_ordered.then_some(number));
            number += u32::from(is_ordered);
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
        let tree = self.tree;
        // Terms and definitions may be grouped by `div`.
        let children = tree.children(id).iter();
        let children = children.flat_map(|child| match tree.name(*child) {
            "div" => tree.children(*child),
            _ => std::slice::from_ref(child),
        });
        let mut out = String::new();
        for child in children {
            let is_first = out.is_empty();
            let (mark, text) = match tree.name(*child) {
                "dt" => (if is_first { "" } else { "\n" }, self.line(*child)),
                "dd" if !is_first => {
                    let text = self.blocks(*child).join("\n\n");
                    (": ", indented(&text, 2))
                }
                _ => continue,
            };
            if !text.is_empty() {
                out.extend([mark, &text, "\n"]);
            }
        }
        let out = out.trim_end();
        (!out.is_empty()).then(|| out.to_owned())
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
