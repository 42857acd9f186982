//! The open elements, as the tree construction of HTML keeps them (WHATWG HTML, section 13.2.6), without
//! a tree: enough to find what a browser repairs in another way than the author meant.

use std::borrow::Cow;

use super::names::{ELEMENTS, has};
use super::{Fault, Vocabulary, broken};
use crate::values::listed;

/// How deep elements are tracked; deeper ones are not matched with their end tags.
const DEEPEST: usize = 512;

/// An element whose end tag is still to come.
struct Open<'h> {
    /// Its name in lower case.
    name: Cow<'h, str>,
    /// Its name as written.
    written: &'h str,
    start: usize,
    /// What its children belong to.
    inside: Vocabulary,
    is_reported: bool,
}

/// The open elements, outermost first.
#[derive(Default)]
pub(super) struct Tree<'h> {
    open: Vec<Open<'h>>,
    /// Elements that ended early, with a finding: their end tags are part of the same fault.
    ended: Vec<Cow<'h, str>>,
    /// How many elements below the deepest one are open.
    deeper: usize,
}

/// Where findings go.
type Found<'f, 'h> = &'f mut dyn FnMut(usize, Fault<'h>);

impl<'h> Tree<'h> {
    /// What an element here belongs to.
    pub(super) fn inside(&self) -> Vocabulary {
        (self.open.last()).map_or(Vocabulary::Html, |outer| outer.inside)
    }

    /// Opens an element.
    pub(super) fn open(
        &mut self,
        name: Cow<'h, str>,
        written: &'h str,
        start: usize,
        inside: Vocabulary,
    ) {
        if self.open.len() >= DEEPEST {
            self.deeper += 1;
            return;
        }
        self.open.push(Open { name, written, start, inside, is_reported: false });
    }

    /// Ends what the start tag `name` ends, and reports what may not be where it is.
    pub(super) fn before(&mut self, name: &str, start: usize, found: Found<'_, 'h>) {
        if self.inside() != Vocabulary::Html || self.open.len() >= DEEPEST {
            return;
        }
        if is_block(name) {
            self.end_paragraph(name, found);
        }
        let outer = self.open.last().map_or("", |outer| &*outer.name);
        let in_table = || self.open.iter().any(|open| open.name == "table");
        let fault = match name {
            _ if is_heading(name) && is_heading(outer) => Some((
                format!("`<{name}>` is inside of `<{outer}>`"),
                format!("add `</{outer}>` before it"),
            )),
            "a" | "button" | "form" | "nobr" if self.position(name).is_some() => Some((
                format!("`<{name}>` is inside of another `<{name}>`"),
                format!("add `</{name}>` before it"),
            )),
            _ if is_in_table(name) => (!in_table() && !is_in_table(outer)).then(|| {
                let what = format!("`<{name}>` is outside of a table");
                (what, "put it into a `<table>`".to_owned())
            }),
            "form" | "input" | "script" | "style" | "template" => None,
            _ if matches!(outer, "table" | "tbody" | "tfoot" | "thead" | "tr") && in_table() => {
                let what = format!("`<{name}>` is in a table, but in no cell of it");
                Some((what, "put it into a `<td>`".to_owned()))
            }
            _ => None,
        };
        if let Some((what, help)) = fault {
            found(start, broken(what, help));
            let outer = if is_heading(name) { outer.to_owned() } else { name.to_owned() };
            if let Some(at) = self.position(&outer).filter(|_| !is_in_table(name)) {
                self.open.remove(at);
                self.end_early(outer.into());
            }
        }
        // An item or a row ends where the next one begins.
        if has_optional_end(name) && self.open.last().is_some_and(|last| last.name == name) {
            self.open.pop();
        }
    }

    /// Ends the open paragraph, if there is one, at the start tag `name`.
    fn end_paragraph(&mut self, name: &str, found: Found<'_, 'h>) {
        if let Some(at) = self.position("p") {
            let before = self.ended.len();
            self.end_at(at, &format!("<{name}>"), found);
            let kept = self.open.get(at..).unwrap_or_default();
            if self.ended.len() > before || kept.iter().any(|open| open.is_reported) {
                self.end_early("p".into());
            }
        }
    }

    /// Where the innermost open element of this name is, if an end tag reaches it.
    fn position(&self, name: &str) -> Option<usize> {
        let in_table = name == "table" || is_in_table(name);
        for (at, open) in self.open.iter().enumerate().rev() {
            if open.name == name {
                return Some(at);
            }
            let ends = matches!(&*open.name, "caption" | "table" | "td" | "th");
            if ends && !in_table || open.name == "button" && name == "p" {
                return None;
            }
        }
        None
    }

    /// Ends the element at `at` at the tag `end`, and what is inside of it. A browser opens formatting
    /// elements again, and blocks inside of one stay open.
    fn end_at(&mut self, at: usize, end: &str, found: Found<'_, 'h>) {
        let inner = self.open.split_off(at + 1);
        let formats = self.open.pop().is_some_and(|open| is_formatting(&open.name));
        for mut open in inner {
            if !open.is_reported && !has_optional_end(&open.name) {
                let what = format!("`<{}>` is not closed before `{end}`", open.written);
                let help = format!("put `</{}>` before `{end}`", open.written);
                found(open.start, broken(what, help));
                open.is_reported = true;
            }
            let stays = is_formatting(&open.name) || formats && is_block(&open.name);
            if stays && open.inside == Vocabulary::Html {
                self.open.push(open);
            } else if open.is_reported {
                self.end_early(open.name);
            }
        }
    }

    fn end_early(&mut self, name: Cow<'h, str>) {
        if self.ended.len() < DEEPEST {
            self.ended.push(name);
        }
    }

    /// Reads the end tag `written`.
    pub(super) fn close(&mut self, written: &str, start: usize, found: Found<'_, 'h>) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        if self.open.last().is_some_and(|last| last.written == written) {
            self.open.pop();
            return;
        }
        let name = written.to_ascii_lowercase();
        let heading = |open: &Open<'_>| is_heading(&open.name);
        let found_at = if is_heading(&name) {
            self.open.iter().rposition(heading)
        } else {
            self.position(&name)
        };
        if let Some(at) = found_at {
            let opened = &self.open[at];
            if opened.name == name {
                self.end_at(at, &format!("</{written}>"), found);
            } else {
                let what = format!("`</{written}>` closes `<{}>`", opened.written);
                let help = format!("write `</{}>`", opened.written);
                found(start, broken(what, help));
                self.open.truncate(at);
            }
        } else if let Some(at) = self.ended.iter().position(|ended| *ended == name) {
            self.ended.swap_remove(at);
        } else if has(&ELEMENTS, &name) {
            let help = match name.as_str() {
                "br" => "write `<br>`",
                "p" => "remove it: a paragraph ends where a list, a table or another block begins",
                _ => "remove it",
            };
            found(start, broken(format!("`</{written}>` closes nothing"), help));
        }
    }

    /// Reports what is still open at the end.
    pub(super) fn finish(self, found: Found<'_, 'h>) {
        for open in self.open {
            if !open.is_reported && !has_optional_end(&open.name) {
                let what = format!("`<{}>` is never closed", open.written);
                let help = format!("add `</{}>`", open.written);
                found(open.start, broken(what, help));
            }
        }
    }
}

/// Whether an element is a part of a table.
fn is_in_table(name: &str) -> bool {
    matches!(
        name,
        "caption" | "col" | "colgroup" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr"
    )
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Whether the end tag of an element may be left out.
fn has_optional_end(name: &str) -> bool {
    match name {
        "body" | "dd" | "dt" | "head" | "html" | "li" | "option" | "optgroup" | "p" | "rb"
        | "rp" | "rt" | "rtc" => true,
        _ => is_in_table(name),
    }
}

/// Whether a browser opens an element again that was not closed in time (section 13.2.4.3).
fn is_formatting(name: &str) -> bool {
    listed("a b big code em font i nobr s small strike strong tt u", name)
}

/// Whether an element is a block, whose start tag ends an open paragraph (section 13.2.6.4.7).
fn is_block(name: &str) -> bool {
    match name {
        "address" | "article" | "aside" | "blockquote" | "center" | "dd" | "details" | "dialog"
        | "dir" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer"
        | "form" | "header" | "hgroup" | "hr" | "li" | "main" | "menu" | "nav" | "ol" | "p"
        | "pre" | "search" | "section" | "summary" | "table" | "ul" => true,
        _ => is_heading(name),
    }
}
