//! Formulas in raw HTML: `MathML` stays, or is replaced by the TeX that it was made from, if the
//! page has it. The drawing beside it is redundant and is left out.

use std::ops::Range;

use super::super::formula::is_tex;
use super::super::raw::{Attribute, hides_content};
use super::super::sanitise::is_drawn;
use super::{Renderer, rules};

/// The formula that is being written, and the drawing that is skipped.
#[derive(Default)]
pub(super) struct Formula {
    /// Where its element begins in the output.
    start: Option<usize>,
    /// Where the text of its annotation begins, and whether that is TeX.
    annotation: Option<(usize, bool)>,
    tex: Option<String>,
    /// Where the last formula ended in the output.
    end: Option<usize>,
    /// The element that is skipped, and how many of its name are open in it.
    passed: Option<(String, usize)>,
    /// Inside `MathJax` output for one formula.
    within: bool,
}

/// The element that `MathJax` puts around a formula and its drawing.
const MATHJAX: &str = "mjx-container";

impl Formula {
    /// Whether a formula is being written.
    pub(super) const fn is_open(&self) -> bool {
        self.start.is_some()
    }

    /// Whether the current content is skipped.
    pub(super) fn passes(&self) -> bool {
        self.passed.is_some()
    }

    /// Counts a start tag in the skipped content.
    pub(super) fn deeper(&mut self, name: &str) {
        if let Some((passed, depth)) = &mut self.passed {
            *depth += usize::from(passed == name);
        }
    }

    /// Leaves an element.
    pub(super) fn leaves(&mut self, name: &str) {
        if name == MATHJAX {
            self.within = false;
        }
    }

    /// Counts an end tag in the skipped content.
    pub(super) fn shallower(&mut self, name: &str) {
        if let Some((passed, depth)) = &mut self.passed
            && passed == name
        {
            *depth -= 1;
            if *depth == 0 {
                self.passed = None;
            }
        }
    }
}

/// What follows an element nearby; otherwise too much would be skipped. In small letters, as HTML's names
/// are the same in any.
fn near(text: &str, end: usize) -> String {
    const NEAR: usize = 1 << 16;
    let rest = text.get(end..).unwrap_or_default();
    rest[..rest.floor_char_boundary(NEAR)].to_ascii_lowercase()
}

/// Whether an element open at `rest` ends in it.
fn is_closed(name: &str, rest: &str) -> bool {
    let mut depth = 1_usize;
    for (at, _) in rest.match_indices('<') {
        let tag = &rest[at + 1..];
        if tag.strip_prefix('/').is_some_and(|tag| tag.starts_with(name)) {
            depth -= 1;
        } else if tag.starts_with(name) {
            depth += 1;
        }
        if depth == 0 {
            return true;
        }
    }
    false
}

impl Renderer<'_> {
    /// Skips an element that browsers hide, with its content.
    pub(super) fn passes_over(
        &mut self,
        name: &str,
        attributes: &[Attribute<'_>],
        source: &Range<usize>,
    ) -> bool {
        let pairs = attributes.iter().map(|it| (it.name.as_str(), &*it.value));
        if !hides_content(name, pairs)
            || !is_closed(name, &near(self.post.source.text(), source.end))
        {
            return false;
        }
        let message = format!(
            "<{name}> is hidden on the page, so it is left out of the feed with its content"
        );
        let help = "delete it, or show it on the page too";
        (self.report).add(&rules::REMOVED_HTML, "hidden", source, (message, help));
        self.formula.passed = Some((name.to_owned(), 1));
        true
    }

    /// Whether an element is the drawing of a formula that is also there as `MathML`. A drawing
    /// without one is all there is, which is reported.
    pub(super) fn is_drawing(
        &mut self,
        name: &str,
        attributes: &[Attribute<'_>],
        source: &Range<usize>,
    ) -> bool {
        if name == MATHJAX {
            self.formula.within = true;
        }
        let of_mathjax = (name == "svg" && self.formula.within).then_some("</mjx-container");
        let Some(container) = of_mathjax.or_else(|| is_drawn(name, attributes)) else {
            return false;
        };
        let before = (self.formula.end).and_then(|end| self.out.get(end..));
        let follows = before.is_some_and(|rest| rest.replace("</span>", "").trim().is_empty());
        let rest = near(self.post.source.text(), source.end);
        let end = rest.find(container).filter(|_| !container.is_empty());
        let ahead = end.is_some_and(|end| rest[..end].contains("<math"));
        if (follows || ahead) && is_closed(name, &rest) {
            self.formula.passed = Some((name.to_owned(), 1));
            return true;
        }
        let message = "this formula is drawn without MathML: only its letters are kept";
        let help = "have KaTeX or MathJax write MathML too, or write the formula in Markdown";
        (self.report).add(&rules::CHANGED_FORMULA, "", source, (message, help));
        false
    }

    /// A start tag of `MathML` is about to be written.
    pub(super) fn formula_begins(&mut self, name: &str) {
        if name == "math" && self.formula.start.is_none() {
            self.formula.start = Some(self.out.len());
        }
    }

    /// A start tag of `MathML` has been written.
    pub(super) fn annotation_begins(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        if name.starts_with("annotation") && self.formula.start.is_some() {
            let is_tex = is_tex(attributes);
            self.formula.annotation = Some((self.out.len(), is_tex));
        }
    }

    /// An end tag of `MathML` is about to be written.
    pub(super) fn annotation_ends(&mut self, name: &str) {
        if !name.starts_with("annotation") {
            return;
        }
        if let Some((start, is_tex)) = self.formula.annotation.take() {
            let plain = self.out.get(start..).unwrap_or_default().trim().to_owned();
            self.out.truncate(start);
            if is_tex && !plain.is_empty() {
                self.formula.tex = Some(plain);
            }
        }
    }

    /// An end tag of `MathML` has been written.
    pub(super) fn formula_ends(&mut self, name: &str) {
        if name != "math" {
            return;
        }
        if let (Some(start), Some(tex)) = (self.formula.start, self.formula.tex.take()) {
            self.out.truncate(start);
            self.out.push_str("<code>");
            self.out.push_str(&tex);
            self.out.push_str("</code>");
        }
        self.formula = Formula {
            end: Some(self.out.len()),
            within: self.formula.within,
            ..Formula::default()
        };
    }
}
