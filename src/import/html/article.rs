//! Finds a page's article.

use super::tree::{Id, Tree};
use crate::markdown::vocabulary::{CHROME, TEXT, has};

/// Fewer bytes of text are a teaser.
const SHORT: usize = 140;

/// A page with measurements of its nodes.
#[derive(Debug)]
pub(super) struct Page<'t> {
    tree: &'t Tree,
    /// Bytes of text in and below each node, without white space.
    sizes: Vec<usize>,
    /// Bytes of it that are in links.
    linked: Vec<usize>,
}

impl<'t> Page<'t> {
    pub(super) fn new(tree: &'t Tree) -> Self {
        let mut sizes = vec![0; tree.len()];
        let mut linked = vec![0; tree.len()];
        for id in (1..tree.len()).rev() {
            if has("script style template noscript svg head nav", tree.name(id)) {
                continue;
            }
            let text = tree.characters(id).unwrap_or_default().bytes();
            sizes[id] += text.filter(|byte| !byte.is_ascii_whitespace()).count();
            if tree.name(id) == "a" {
                linked[id] = sizes[id];
            }
            let parent = tree.parent(id);
            sizes[parent] += sizes[id];
            linked[parent] += linked[id];
        }
        Self { tree, sizes, linked }
    }

    /// The node that holds the article, and as little else as can be detected.
    pub(super) fn article(&self) -> Id {
        let tree = self.tree;
        let is = |id, name| tree.name(id) == name || tree.attribute(id, "role") == Some(name);
        let shell =
            (self.largest(|id| is(id, "article"))).or_else(|| self.largest(|id| is(id, "main")));
        let outer = shell.unwrap_or(0);
        let body = self.largest(|id| {
            tree.is_inside(id, outer)
                && (tree.has_word(id, "itemprop", "articleBody")
                    || tree.has_word(id, "class", TEXT))
        });
        match (body, shell) {
            // A body that is a small part of the article belongs to something else.
            (Some(body), _) if self.sizes[body] * 3 > self.sizes[outer] || shell.is_none() => body,
            (_, Some(shell)) if self.sizes[shell] > SHORT.min(self.sizes[0] / 2) => shell,
            _ => self.densest(),
        }
    }

    /// The largest candidate, if most of its text is not links.
    fn largest(&self, fits: impl Fn(Id) -> bool) -> Option<Id> {
        (1..self.tree.len())
            .filter(|id| fits(*id) && self.linked[*id] * 2 <= self.sizes[*id])
            // The first of equals is the outer one.
            .max_by_key(|id| (self.sizes[*id], std::cmp::Reverse(*id)))
            .filter(|id| self.sizes[*id] > 0)
    }

    /// The node whose own paragraphs have most text; without any, the whole page.
    fn densest(&self) -> Id {
        let tree = self.tree;
        let mut scores = vec![0_usize; tree.len()];
        for id in 1..tree.len() {
            if has("p pre li blockquote h2 h3", tree.name(id)) {
                let own = self.sizes[id].saturating_sub(self.linked[id] * 2);
                let parent = tree.parent(id);
                scores[parent] += own;
                scores[tree.parent(parent)] += own / 2;
            }
        }
        let best = (1..tree.len())
            .filter(|id| !has("nav header footer aside html", tree.name(*id)))
            .max_by_key(|id| (scores[*id], std::cmp::Reverse(*id)));
        let body = (1..tree.len()).find(|id| tree.name(*id) == "body");
        let whole = body.unwrap_or(0);
        let best = best.filter(|id| scores[*id] > 0).unwrap_or(whole);
        // Lists belong to the text around them.
        let mut at = best;
        while has("ul ol li blockquote p dl", tree.name(at)) {
            at = tree.parent(at);
        }
        // A page that is nearly all article has no page chrome.
        if self.sizes[at] * 10 > self.sizes[whole] * 9 { whole } else { at }
    }

    /// Whether a node in the article is page chrome rather than text.
    pub(super) fn is_around(&self, id: Id, article: Id) -> bool {
        let tree = self.tree;
        let is_part = self.sizes[id] * 2 < self.sizes[article];
        let roles = "navigation complementary banner contentinfo search";
        if has("nav aside footer dialog", tree.name(id)) || tree.has_word(id, "role", roles) {
            // A footer with most of the text is the article; footnotes never contain the article.
            return is_part
                && !tree.has_word(id, "class", "footnotes")
                && tree.attribute(id, "role") != Some("doc-endnotes");
        }
        is_part && (tree.has_word(id, "class", CHROME) || tree.has_word(id, "id", CHROME))
    }
}
