//! Hidden elements, and elements that cannot be imported.

use super::Writer;
use crate::import::html::tree::Id;
use crate::markdown::raw;
use crate::markdown::vocabulary::has;

/// A form with more bytes of text is the whole page.
const LONGEST_FORM: usize = 1000;

/// Elements that browsers do not show, or that only work on the page.
const NOT_TEXT: &str =
    "script style template noscript link meta title head input button select textarea
    datalist nav dialog";

impl Writer<'_> {
    /// Whether this node is hidden.
    pub(super) fn hidden(&mut self, id: Id) -> bool {
        let tree = self.tree;
        let name = tree.name(id);
        if self.apart.contains(&id)
            || has(NOT_TEXT, name)
            || raw::is_hidden(tree.attributes(id))
            || tree.attribute(id, "aria-hidden") == Some("true")
            || self.is_anchor(id)
        {
            return true;
        }
        let lost = match name {
            // An icon is not a drawing worth a finding.
            "svg" if tree.text(id).trim().is_empty() => return true,
            // Some pages are one form from top to bottom.
            "form" if tree.text(id).len() > LONGEST_FORM => return false,
            "svg" => "a drawing",
            "canvas" => "a canvas",
            "object" | "embed" | "applet" => "an embedded object",
            "form" => "a form",
            "math" => "a formula",
            _ => return false,
        };
        self.lose(lost, id);
        true
    }

    /// The mark beside a heading that links to it.
    fn is_anchor(&self, id: Id) -> bool {
        let tree = self.tree;
        let href = tree.attribute(id, "href").unwrap_or_default();
        let marks = ["", "#", "¶", "§", "🔗", "↩", "↩︎"];
        tree.name(id) == "a"
            && href.contains('#')
            && !self.holds_image(id)
            && marks.contains(&tree.line(id).as_str())
    }
}
