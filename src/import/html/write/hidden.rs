//! Hidden elements, and elements that cannot be imported.

use super::Writer;
use crate::import::html::tree::Id;

/// A form with this many bytes of text is the page itself.
const A_PAGE: usize = 1000;

impl Writer<'_> {
    /// Whether this node is hidden.
    pub(super) fn hidden(&mut self, id: Id) -> bool {
        if (self.skip)(id) || self.notes.holds(id) {
            return true;
        }
        let tree = self.tree;
        let lost = match tree.name(id) {
            "script" | "style" | "template" | "noscript" | "link" | "meta" | "title" | "head"
            | "input" | "button" | "select" | "textarea" | "datalist" | "nav" | "dialog" => {
                return true;
            }
            "svg" => "a drawing",
            "canvas" => "a canvas",
            "object" | "embed" | "applet" => "an embedded object",
            "form" => "a form",
            "math" => "a formula",
            _ => "",
        };
        if tree.has_attribute(id, "hidden").is_some()
            || tree.attribute(id, "aria-hidden") == Some("true")
            || tree.attribute(id, "style").is_some_and(|style| {
                let style = style.replace(' ', "");
                style.contains("display:none") || style.contains("visibility:hidden")
            })
            || self.is_anchor(id)
        {
            return true;
        }
        // An icon is not a drawing worth a finding.
        if lost == "a drawing" && tree.text(id).trim().is_empty() {
            return true;
        }
        // Some pages are one form from top to bottom.
        if lost == "a form" && tree.text(id).len() > A_PAGE {
            return false;
        }
        if !lost.is_empty() {
            self.lose(lost, id);
            return true;
        }
        false
    }

    /// The mark beside a heading that links to it.
    fn is_anchor(&self, id: Id) -> bool {
        self.tree.name(id) == "a"
            && self
                .tree
                .attribute(id, "href")
                .is_some_and(|href| href.contains('#'))
            && !self.holds_image(id)
            && matches!(
                self.tree.line(id).as_str(),
                "" | "#" | "¶" | "§" | "🔗" | "↩" | "↩︎"
            )
    }
}
