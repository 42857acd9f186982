//! Converts a saved page: its article to Markdown, and its metadata to front matter.

mod article;
mod meta;
mod notes;
mod table;
mod tree;
mod write;

use url::Url;

use super::{Imported, Notes, one_line, rules};
use crate::post::date::Written as Date;
use crate::post::{Author, Image};
use crate::report::{Finding, Source, Span};
use article::Page;
use tree::{Id, Tree};
pub(super) use write::{Written, indented};

/// Converts a feed's piece of HTML to Markdown, without a heading that repeats `title`.
pub(super) fn fragment(html: &str, base: Option<&Url>, title: &str) -> Written {
    let tree = Tree::parse(html);
    let repeated = first_heading(&tree, 0, title);
    write::write(&tree, 0, base, &|id| Some(id) == repeated)
}

/// The text of a piece of HTML on one line.
pub(super) fn plain(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return one_line(html);
    }
    let tree = Tree::parse(html);
    let mut text = String::new();
    for id in tree.below(0) {
        if tree::is_block(tree.name(id)) || tree.name(id) == "br" {
            text.push(' ');
        }
        let inside = tree.name(tree.parent(id));
        if !matches!(inside, "script" | "style") {
            text.push_str(tree.characters(id).unwrap_or_default());
        }
    }
    one_line(&text)
}

/// Converts a saved page to a post; `given` is its date if the user gave one.
pub(super) fn page(source: &Source, given: Option<Date>) -> (Imported, Notes) {
    let tree = Tree::parse(source.text());
    let page = Page::new(&tree);
    let article = page.article();
    let meta = meta::read(&tree, article);
    let mut notes = Notes::default();
    let title = meta.title.unwrap_or_default();
    if !title.is_empty() {
        notes.guess(
            source.start(),
            format!("the title is {}: {title:?}", meta.title_from),
        );
    }
    if let (Some((_, from)), None) = (&meta.published, given) {
        notes.guess(source.start(), format!("the date is that of {from}"));
    }
    let repeated = first_heading(&tree, article, &title);
    // The line below the title says what the front matter says, unless it says more.
    let is_small = |id: Id| {
        let sign = tree
            .characters(id)
            .is_some_and(|said| !said.contains(char::is_alphanumeric));
        (is_small(&tree, id) || sign && parts_small(&tree, id)) && !has_other_words(&tree, id)
    };
    let first_text = tree
        .below(article)
        .into_iter()
        .find(|id| tree.name(*id) == "p" && tree.line(*id).len() > 60)
        .unwrap_or(usize::MAX);
    let skip = |id: Id| {
        Some(id) == repeated || page.is_around(id, article) || is_small(id) && id < first_text
    };
    let written = write::write(&tree, article, meta.address.as_ref(), &skip);
    notes.lost(&source.start(), &written);
    if article != 0 {
        notes.guess(
            source.span(tree.range(article)),
            format!("the article is the page's `{}`", tree.name(article)),
        );
    }
    let base = meta.address.as_ref();
    let absolute = |src: String| match base {
        Some(base) => base.join(&src).map_or(src, String::from),
        None => src,
    };
    let post = Imported {
        title,
        date: meta.published.map(|(date, _)| date),
        updated: meta.updated,
        permalink: meta.address.clone().map(String::from),
        authors: meta
            .authors
            .into_iter()
            .map(|name| Author {
                name,
                ..Author::default()
            })
            .collect(),
        tags: meta.tags,
        language: meta.language,
        summary: meta.summary,
        image: meta.image.map(|(src, alt)| Image {
            src: absolute(src),
            alt,
            credit: None,
        }),
        body: written.markdown,
        at: Some(source.start()),
        ..Imported::default()
    };
    (post, notes)
}

/// Whether an element says when or by whom a page was written.
fn is_small(tree: &Tree, id: Id) -> bool {
    tree.name(id) == "time" || tree.has_word(id, "rel", "author") && tree.name(id) == "a"
}

/// Whether a text stands right behind or before such an element.
fn parts_small(tree: &Tree, id: Id) -> bool {
    let around = tree.children(tree.parent(id));
    let mut pairs = around.iter().zip(around.iter().skip(1)).take(LINE);
    pairs.any(|(one, two)| *one == id && is_small(tree, *two) || *two == id && is_small(tree, *one))
}

/// How many nodes the line below the title may have.
const LINE: usize = 200;

/// Whether the line of such an element has words of its own: "Published on … by …".
fn has_other_words(tree: &Tree, mut id: Id) -> bool {
    let mut parent = tree.parent(id);
    while parent != 0 && !tree::is_block(tree.name(parent)) && parent != id {
        id = parent;
        parent = tree.parent(id);
    }
    let around = tree.children(parent);
    // No such line is as long, and a page may have very many of these elements.
    if around.len() > LINE {
        return true;
    }
    let line = around
        .split(|child| tree::is_block(tree.name(*child)) || tree.name(*child) == "br")
        .find(|line| line.contains(&id))
        .unwrap_or_default();
    let mut inside = line.iter().flat_map(|child| {
        let below = tree.below(*child);
        std::iter::once(*child).chain(below)
    });
    inside.by_ref().take(LINE).any(|id| {
        let is_said = is_small(tree, tree.parent(id));
        !is_said
            && tree
                .characters(id)
                .is_some_and(|said| said.contains(char::is_alphanumeric))
    }) || inside.next().is_some()
}

/// The heading that repeats the title.
fn first_heading(tree: &Tree, within: Id, title: &str) -> Option<Id> {
    tree.below(within)
        .into_iter()
        .find(|id| matches!(tree.name(*id), "h1" | "h2"))
        .filter(|id| !title.is_empty() && tree.line(*id) == title)
}

impl Notes {
    /// Reports what Markdown could not express; `at` is the element's position.
    pub(super) fn lost(&mut self, at: &Span, written: &Written) {
        for (what, (range, count)) in &written.lost {
            let times = match count {
                1 => String::new(),
                count => format!(" ({count} times)"),
            };
            // Only a page has positions in its own file; HTML of a feed does not.
            let at = if at.range.is_empty() {
                at.source.span(range.clone())
            } else {
                at.clone()
            };
            self.0.push(
                Finding::new(&rules::LEFT_OUT, format!("{what} was left out{times}"))
                    .at(at)
                    .help("say in words what it showed, or link to the page that shows it"),
            );
        }
    }
}
