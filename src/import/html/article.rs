//! Finds a page's article.

use super::tree::{Id, Tree};

/// Classes of an article's text.
const BODIES: &[&str] = &[
    "e-content",
    "entry-content",
    "post-content",
    "article-content",
    "article-body",
    "article__body",
    "article__content",
    "post-body",
    "post__content",
    "post__body",
    "blog-content",
    "blog-post-content",
    "td-post-content",
    "gh-content",
    "markdown-body",
    "story-body",
];

/// Classes and ids of page chrome around an article.
const AROUND: &[&str] = &[
    "comments",
    "comment-list",
    "respond",
    "disqus_thread",
    "sidebar",
    "share",
    "sharing",
    "sharedaddy",
    "share-buttons",
    "social",
    "social-share",
    "related",
    "related-posts",
    "breadcrumb",
    "breadcrumbs",
    "pagination",
    "post-navigation",
    "nav-links",
    "newsletter",
    "subscribe",
    "cookie-banner",
    "advertisement",
    "navbar",
    "skip-link",
    "sr-only",
    "screen-reader-text",
    "visually-hidden",
    "toc",
    "table-of-contents",
    "author-bio",
    "author-box",
];

/// Fewer bytes of text are a teaser.
const SHORT: usize = 140;

/// A page with measurements of its nodes.
#[derive(Debug)]
pub(super) struct Page<'t> {
    tree: &'t Tree,
    /// Bytes of text in and below each node, without blanks.
    sizes: Vec<usize>,
    /// Bytes of it that are in links.
    linked: Vec<usize>,
}

impl<'t> Page<'t> {
    pub fn new(tree: &'t Tree) -> Self {
        let mut sizes = vec![0; tree.len()];
        let mut linked = vec![0; tree.len()];
        for id in (1..tree.len()).rev() {
            let name = tree.name(id);
            if matches!(
                name,
                "script" | "style" | "template" | "noscript" | "svg" | "head" | "nav"
            ) {
                continue;
            }
            let own = tree.characters(id).map_or(0, |text| {
                text.bytes()
                    .filter(|byte| !byte.is_ascii_whitespace())
                    .count()
            });
            sizes[id] += own;
            if name == "a" {
                linked[id] = sizes[id];
            }
            let parent = tree.parent(id);
            sizes[parent] += sizes[id];
            linked[parent] += linked[id];
        }
        Self {
            tree,
            sizes,
            linked,
        }
    }

    /// The node that holds the article, and as little else as can be detected.
    pub fn article(&self) -> Id {
        let tree = self.tree;
        let shell = self
            .largest(|id| {
                tree.name(id) == "article" || tree.attribute(id, "role") == Some("article")
            })
            .or_else(|| {
                self.largest(|id| {
                    tree.name(id) == "main" || tree.attribute(id, "role") == Some("main")
                })
            });
        let outer = shell.unwrap_or(0);
        let body = self.largest(|id| {
            tree.is_inside(id, outer)
                && (tree.has_word(id, "itemprop", "articleBody")
                    || BODIES.iter().any(|word| tree.has_word(id, "class", word)))
        });
        match (body, shell) {
            // A body that is a small part of the article belongs to something else.
            (Some(body), _) if self.sizes[body] * 3 > self.sizes[outer] || shell.is_none() => body,
            (_, Some(shell)) if self.sizes[shell] > SHORT => shell,
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
            if matches!(
                tree.name(id),
                "p" | "pre" | "li" | "blockquote" | "h2" | "h3"
            ) {
                let own = self.sizes[id].saturating_sub(self.linked[id] * 2);
                let parent = tree.parent(id);
                scores[parent] += own;
                scores[tree.parent(parent)] += own / 2;
            }
        }
        let best = (1..tree.len())
            .filter(|id| !matches!(tree.name(*id), "nav" | "footer" | "aside" | "html"))
            .max_by_key(|id| (scores[*id], std::cmp::Reverse(*id)));
        let whole = (1..tree.len())
            .find(|id| tree.name(*id) == "body")
            .unwrap_or(0);
        let best = best.filter(|id| scores[*id] > 0).unwrap_or(whole);
        // Lists belong to the text around them.
        let mut at = best;
        while matches!(
            tree.name(at),
            "ul" | "ol" | "li" | "blockquote" | "p" | "dl"
        ) {
            at = tree.parent(at);
        }
        // A page that is nearly all article has no page chrome.
        if self.sizes[at] * 10 > self.sizes[whole] * 9 {
            whole
        } else {
            at
        }
    }

    /// Whether a node in the article is page chrome rather than text.
    pub fn is_around(&self, id: Id, article: Id) -> bool {
        let tree = self.tree;
        if matches!(tree.name(id), "nav" | "aside" | "footer" | "dialog")
            || matches!(
                tree.attribute(id, "role"),
                Some("navigation" | "complementary" | "banner" | "contentinfo" | "search")
            )
        {
            // A footer with most of the text is the article; footnotes never contain the article.
            return self.sizes[id] * 2 < self.sizes[article]
                && !tree.has_word(id, "class", "footnotes")
                && tree.attribute(id, "role") != Some("doc-endnotes");
        }
        let named = |attribute| {
            tree.attribute(id, attribute).is_some_and(|words| {
                words.split_ascii_whitespace().any(|word| {
                    AROUND
                        .iter()
                        .any(|around| word.eq_ignore_ascii_case(around))
                })
            })
        };
        (named("class") || named("id")) && self.sizes[id] * 2 < self.sizes[article]
    }
}
