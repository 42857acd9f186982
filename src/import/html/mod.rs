//! Converts a saved page: its article to Markdown, and its metadata to front matter.

mod article;
mod footnotes;
mod meta;
mod table;
mod tree;
mod write;

use url::Url;

use super::{Imported, Notes, one_line, rules};
use crate::post::date::Written;
use crate::report::{Source, Span};
use article::Page;
use tree::{Id, Tree};
pub(super) use write::Converted;
use write::Writer;

/// Converts a feed's piece of HTML to Markdown, without a heading that repeats `title`.
pub(super) fn fragment(html: &str, base: Option<&Url>, title: &str) -> Converted {
    let tree = Tree::parse(html);
    let mut writer = Writer::new(&tree, base);
    writer.apart.extend(repeated_title(&tree, 0, title));
    writer.write(0)
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
pub(super) fn page(source: &Source, given: Option<Written>, notes: &mut Notes) -> Imported {
    let tree = Tree::parse(source.text());
    let page = Page::new(&tree);
    let article = page.article();
    let mut post = meta::read(&tree, article, given, source, notes);
    let base = (post.permalink.as_deref()).and_then(|url| Url::parse(url).ok());
    let mut writer = Writer::new(&tree, base.as_ref());
    let paragraph = |id: &Id| tree.name(*id) == "p" && tree.line(*id).len() > 60;
    writer.first_text = tree.below(article).find(paragraph).unwrap_or(usize::MAX);
    writer.apart.extend(tree.below(article).filter(|id| page.is_around(*id, article)));
    writer.apart.extend(repeated_title(&tree, article, &post.title));
    let converted = writer.write(article);
    notes.lost(&source.start(), &converted);
    if article != 0 {
        let what = format!("the article is the page's `{}`", tree.name(article));
        notes.guess(source.span(tree.range(article)), what);
    }
    post.body = converted.markdown;
    post
}

/// The heading that repeats the title.
fn repeated_title(tree: &Tree, within: Id, title: &str) -> Option<Id> {
    let first = *tree.elements(within, "h1 h2").first()?;
    (!title.is_empty() && tree.line(first) == title).then_some(first)
}

impl Notes {
    /// Reports what Markdown could not express; `at` is the element's position.
    pub(super) fn lost(&mut self, at: &Span, converted: &Converted) {
        for (what, (range, count)) in &converted.lost {
            let times = match count {
                1 => String::new(),
                count => format!(" ({count} times)"),
            };
            // Only a page has positions in its own file; HTML of a feed does not.
            let at = if at.range.is_empty() { at.source.span(range.clone()) } else { at.clone() };
            self.left_out(at, &format!("{what} was left out{times}"));
        }
    }

    pub(super) fn left_out(&mut self, at: Span, what: &str) {
        let help = "say in words what it showed, or link to the page that shows it";
        self.add(&rules::LEFT_OUT, what, at, help);
    }
}
