//! From a tree of HTML to Markdown.

use std::collections::BTreeMap;
use std::ops::Range;

use url::Url;

use super::super::inline::{self, Mark, Piece, Within};
use super::notes::Notes;
use super::table;
use super::tree::{Id, Tree, is_block};
use crate::markdown::embed;

/// A form with so many bytes of text is the page itself.
const A_PAGE: usize = 1000;

/// A line across the page. Dashes would make a heading of the line above.
const RULE: &str = "* * *";

/// HTML as Markdown.
#[derive(Debug, Default)]
pub(in crate::import) struct Written {
    /// The Markdown, without a final line end.
    pub markdown: String,
    /// What Markdown cannot show: each kind of element once, where it first stands, and how often.
    pub lost: BTreeMap<&'static str, (Range<usize>, usize)>,
}

/// Writes everything below `root` but what `skip` says; links start at `base`, where it is known.
pub(in crate::import) fn write(
    tree: &Tree,
    root: Id,
    base: Option<&Url>,
    skip: &dyn Fn(Id) -> bool,
) -> Written {
    let mut writer = Writer {
        tree,
        base,
        skip,
        holds_blocks: holders(tree),
        notes: Notes::find(tree, root),
        lost: BTreeMap::new(),
        open: Vec::new(),
    };
    let mut blocks = writer.blocks(root);
    let notes = writer.notes.all();
    // The line above the notes comes with them.
    if !notes.is_empty() && blocks.last().is_some_and(|last| last == RULE) {
        blocks.pop();
    }
    for (number, note) in notes {
        let text = writer.blocks(note).join("\n\n");
        blocks.push(format!("[^{number}]: {}", indented(&text, 4)));
    }
    Written {
        markdown: blocks.join("\n\n"),
        lost: writer.lost,
    }
}

/// Which nodes hold an element that stands on lines of its own.
fn holders(tree: &Tree) -> Vec<bool> {
    let mut holders = vec![false; tree.len()];
    for id in (1..tree.len()).rev() {
        if holders[id] || is_block(tree.name(id)) {
            holders[tree.parent(id)] = true;
        }
    }
    holders
}

pub(super) struct Writer<'t> {
    pub tree: &'t Tree,
    base: Option<&'t Url>,
    skip: &'t dyn Fn(Id) -> bool,
    holds_blocks: Vec<bool>,
    notes: Notes,
    lost: BTreeMap<&'static str, (Range<usize>, usize)>,
    /// The marks that are open where the writer is.
    open: Vec<Mark>,
}

impl Writer<'_> {
    /// The blocks inside a node.
    pub fn blocks(&mut self, id: Id) -> Vec<String> {
        let mut blocks = Vec::new();
        let mut line: Vec<Id> = Vec::new();
        for index in 0..self.tree.children(id).len() {
            let child = self.tree.children(id)[index];
            if self.hidden(child) {
                continue;
            }
            let name = self.tree.name(child);
            let stands_alone = is_block(name)
                || matches!(name, "iframe" | "video" | "audio")
                || self.holds_blocks[child] && name != "a";
            if stands_alone {
                self.paragraph(&mut line, &mut blocks);
                self.block(child, &mut blocks);
            } else {
                line.push(child);
            }
        }
        self.paragraph(&mut line, &mut blocks);
        blocks
    }

    fn paragraph(&mut self, line: &mut Vec<Id>, blocks: &mut Vec<String>) {
        let mut pieces = Vec::new();
        for id in line.drain(..) {
            self.inline(id, &mut pieces);
        }
        let text = inline::render(pieces, Within::default());
        if !text.is_empty() {
            blocks.push(text);
        }
    }

    /// The text below a node as one line.
    pub fn line(&mut self, id: Id, within: Within) -> String {
        let mut pieces = Vec::new();
        self.inside(id, &mut pieces);
        inline::render(pieces, within)
    }

    fn block(&mut self, id: Id, blocks: &mut Vec<String>) {
        match self.tree.name(id) {
            name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
                let level = name.as_bytes().get(1).map_or(2, |digit| digit - b'0');
                let text = self.line(id, Within { cell: true });
                // What ends with `#` or `{…}` would be read as the heading's own.
                let text = match text.strip_suffix(['#', '}']) {
                    Some(before) => format!("{before}\\{}", &text[before.len()..]),
                    None => text,
                };
                if !text.is_empty() {
                    blocks.push(format!("{} {text}", "#".repeat(usize::from(level))));
                }
            }
            "ul" | "ol" | "menu" => {
                let list = self.list(id);
                // Two lists in a row would become one.
                if blocks.last().is_some_and(|last| is_list(last)) && !list.is_empty() {
                    blocks.push("<!-- -->".to_owned());
                }
                blocks.extend((!list.is_empty()).then_some(list));
            }
            "dl" => blocks.extend(self.definitions(id)),
            "blockquote" => {
                let inside = self.blocks(id).join("\n\n");
                if !inside.is_empty() {
                    blocks.push(prefixed(&inside, "> "));
                }
            }
            "pre" => blocks.extend(self.code_block(id)),
            "hr" => blocks.push(RULE.to_owned()),
            "table" => blocks.extend(table::write(self, id)),
            "figure" => self.figure(id, blocks),
            "iframe" | "video" | "audio" => blocks.extend(self.embedded(id)),
            "summary" => {
                let text = self.line(id, Within::default());
                if !text.is_empty() {
                    blocks.push(format!("**{text}**"));
                }
            }
            _ => blocks.extend(self.blocks(id)),
        }
    }

    fn list(&mut self, id: Id) -> String {
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
                // A list that is put straight into a list belongs to the item before.
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

    fn definitions(&mut self, id: Id) -> Option<String> {
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

    fn code_block(&self, id: Id) -> Option<String> {
        let text = super::super::readable(&self.tree.text(id)).replace("\r\n", "\n");
        let text = text.strip_prefix('\n').unwrap_or(&text).trim_end();
        // Highlighters put the numbers of lines into a column of their own.
        let is_margin = self.tree.name(self.tree.parent(id)) == "td"
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || c.is_whitespace());
        if text.trim().is_empty() || is_margin {
            return None;
        }
        let language = std::iter::once(id)
            .chain(self.tree.below(id))
            .chain([self.tree.parent(id), self.tree.parent(self.tree.parent(id))])
            .find_map(|id| self.language(id))
            .unwrap_or_default();
        let fence = "`".repeat((inline::longest_run(text) + 1).max(3));
        Some(format!("{fence}{language}\n{text}\n{fence}"))
    }

    /// The programming language that highlighters put into `class`.
    fn language(&self, id: Id) -> Option<String> {
        if let Some(language) = self.tree.attribute(id, "data-lang") {
            return speakable(language);
        }
        self.tree
            .attribute(id, "class")?
            .split_ascii_whitespace()
            .find_map(|word| {
                ["language-", "lang-", "highlight-source-", "brush:"]
                    .iter()
                    .find_map(|prefix| word.strip_prefix(prefix))
            })
            .and_then(speakable)
    }

    /// A picture with what is said below it; the caption is a paragraph of its own, in italics.
    fn figure(&mut self, id: Id, blocks: &mut Vec<String>) {
        let captions: Vec<Id> = self
            .tree
            .below(id)
            .into_iter()
            .filter(|below| {
                self.tree.name(*below) == "figcaption" && self.tree.nearest(*below, "figure") == id
            })
            .collect();
        let outer = self.skip;
        let skip = |id: Id| outer(id) || captions.contains(&id);
        let mut inner = Writer {
            tree: self.tree,
            base: self.base,
            skip: &skip,
            holds_blocks: std::mem::take(&mut self.holds_blocks),
            notes: std::mem::take(&mut self.notes),
            lost: std::mem::take(&mut self.lost),
            open: Vec::new(),
        };
        let shown = inner.blocks(id);
        self.holds_blocks = std::mem::take(&mut inner.holds_blocks);
        self.notes = std::mem::take(&mut inner.notes);
        self.lost = std::mem::take(&mut inner.lost);
        blocks.extend(shown);
        for caption in captions {
            let mut pieces = Vec::new();
            self.marked(caption, Mark::Emphasis, &mut pieces);
            let text = inline::render(pieces, Within::default());
            if !text.is_empty() {
                blocks.push(text);
            }
        }
    }

    /// A player or a frame is a link to what it shows.
    fn embedded(&self, id: Id) -> Option<String> {
        let own = ["src", "data-src"]
            .iter()
            .find_map(|name| self.tree.attribute(id, name));
        let source = || {
            let below = self.tree.below(id).into_iter();
            below
                .filter(|below| self.tree.name(*below) == "source")
                .find_map(|below| self.tree.attribute(below, "src"))
        };
        let address = self.address(own.or_else(source)?)?;
        let page = embed::page(&address);
        // What stands inside is for those who cannot see it; browsers' excuses are for nobody.
        let inside = self.tree.line(id);
        let is_said = !inside.is_empty() && !inside.contains("browser") && inside.len() < 300;
        let title = ["title", "aria-label"]
            .iter()
            .find_map(|name| self.tree.attribute(id, name))
            .map(super::super::one_line)
            .or_else(|| is_said.then_some(inside))
            .unwrap_or_else(|| embed::title(&page));
        let link = Mark::Link(inline::destination(&page));
        let pieces = vec![
            Piece::Open(link.clone()),
            Piece::Text(title),
            Piece::Close(link),
        ];
        Some(inline::render(pieces, Within::default()))
    }

    fn inside(&mut self, id: Id, pieces: &mut Vec<Piece>) {
        for index in 0..self.tree.children(id).len() {
            let child = self.tree.children(id)[index];
            if !self.hidden(child) {
                self.inline(child, pieces);
            }
        }
    }

    fn inline(&mut self, id: Id, pieces: &mut Vec<Piece>) {
        if let Some(text) = self.tree.characters(id) {
            pieces.push(Piece::Text(super::super::readable(text)));
            return;
        }
        if let Some(number) = self.notes.reference(self.tree, id) {
            pieces.push(Piece::Raw(format!("[^{number}]")));
            return;
        }
        let name = self.tree.name(id);
        let mark = match name {
            "b" | "strong" => Some(Mark::Strong),
            "i" | "em" | "dfn" | "cite" | "var" => Some(Mark::Emphasis),
            "del" | "s" | "strike" => Some(Mark::Deleted),
            "sub" => Some(Mark::Element("sub")),
            "sup" => Some(Mark::Element("sup")),
            "kbd" => Some(Mark::Element("kbd")),
            "mark" => Some(Mark::Element("mark")),
            _ => None,
        };
        match name {
            "br" => pieces.push(Piece::Break),
            "wbr" => {}
            "img" => pieces.extend(self.image(id)),
            "code" | "samp" | "tt" => self.code(id, pieces),
            "a" => self.link(id, pieces),
            "iframe" | "video" | "audio" => {
                pieces.extend(self.embedded(id).map(Piece::Raw));
            }
            "q" => {
                pieces.push(Piece::Text("“".to_owned()));
                self.inside(id, pieces);
                pieces.push(Piece::Text("”".to_owned()));
            }
            _ => match mark {
                Some(mark) if !self.open.contains(&mark) => self.marked(id, mark, pieces),
                // Blocks within a line are parted by a blank at least.
                _ if is_block(name) => {
                    pieces.push(Piece::Space);
                    self.inside(id, pieces);
                    pieces.push(Piece::Space);
                }
                _ => self.inside(id, pieces),
            },
        }
    }

    /// Code within a line; links in it stay, since names in code often have them.
    fn code(&mut self, id: Id, pieces: &mut Vec<Piece>) {
        let tree = self.tree;
        let nested = self.open.iter().any(|mark| matches!(mark, Mark::Link(_)));
        let mut plain = String::new();
        for child in tree.children(id) {
            let address = (tree.name(*child) == "a" && !nested)
                .then(|| tree.attribute(*child, "href"))
                .flatten()
                .and_then(|href| self.address(href));
            let Some(address) = address else {
                plain.push_str(&tree.text(*child));
                continue;
            };
            pieces.push(Piece::Raw(inline::code(&std::mem::take(&mut plain))));
            let mark = Mark::Link(inline::destination(&address));
            pieces.push(Piece::Open(mark.clone()));
            pieces.push(Piece::Raw(inline::code(&tree.text(*child))));
            pieces.push(Piece::Close(mark));
        }
        pieces.push(Piece::Raw(inline::code(&plain)));
    }

    fn link(&mut self, id: Id, pieces: &mut Vec<Piece>) {
        let nested = self.open.iter().any(|mark| matches!(mark, Mark::Link(_)));
        let address = self
            .tree
            .attribute(id, "href")
            .and_then(|href| self.address(href));
        let Some(address) = address.filter(|_| !nested) else {
            self.inside(id, pieces);
            return;
        };
        // An address that stands for itself.
        if self.tree.line(id) == address && Url::parse(&address).is_ok() && !self.holds_image(id) {
            let plain = !address.contains(['<', '>', ' ']);
            if plain {
                pieces.push(Piece::Raw(format!("<{address}>")));
                return;
            }
        }
        self.marked(id, Mark::Link(inline::destination(&address)), pieces);
    }

    fn marked(&mut self, id: Id, mark: Mark, pieces: &mut Vec<Piece>) {
        pieces.push(Piece::Open(mark.clone()));
        self.open.push(mark.clone());
        self.inside(id, pieces);
        self.open.pop();
        pieces.push(Piece::Close(mark));
    }

    fn holds_image(&self, id: Id) -> bool {
        self.tree
            .below(id)
            .into_iter()
            .any(|below| self.tree.name(below) == "img")
    }

    /// A picture stays where it is; pages that load their pictures late name them elsewhere.
    fn image(&mut self, id: Id) -> Option<Piece> {
        let tree = self.tree;
        let is_real = |src: &&str| !src.starts_with("data:");
        let of_set = |set: &'_ str| {
            set.split_ascii_whitespace()
                .next()
                .map(|first| first.trim_end_matches(',').to_owned())
        };
        let src = ["src", "data-src", "data-lazy-src", "data-original"]
            .iter()
            .filter_map(|name| tree.attribute(id, name))
            .find(is_real)
            .map(str::to_owned)
            .or_else(|| {
                ["srcset", "data-srcset"]
                    .iter()
                    .find_map(|name| tree.attribute(id, name).filter(is_real).and_then(of_set))
            });
        let Some(src) = src.and_then(|src| self.address(&src)) else {
            self.lose("a picture that is part of the page", id);
            return None;
        };
        // A dot of one pixel counts visitors.
        if tree.attribute(id, "width") == Some("1") || tree.attribute(id, "height") == Some("1") {
            return None;
        }
        let alt = super::super::one_line(tree.attribute(id, "alt").unwrap_or_default());
        let alt = inline::render(
            vec![
                Piece::Open(Mark::Link(String::new())),
                Piece::Text(alt),
                Piece::Raw(String::new()),
                Piece::Close(Mark::Link(inline::destination(&src))),
            ],
            Within::default(),
        );
        Some(Piece::Raw(format!("!{alt}")))
    }

    /// An address that readers can follow; `None` where it leads nowhere.
    fn address(&self, written: &str) -> Option<String> {
        let written: String = written
            .trim()
            .chars()
            .filter(|c| !c.is_control() && !crate::post::scan::is_hidden(*c))
            .collect();
        if written.is_empty() {
            return None;
        }
        match Url::parse(&written) {
            Ok(url) => matches!(
                url.scheme(),
                "http"
                    | "https"
                    | "mailto"
                    | "tel"
                    | "ftp"
                    | "xmpp"
                    | "irc"
                    | "ircs"
                    | "matrix"
                    | "geo"
            )
            .then_some(written),
            Err(url::ParseError::RelativeUrlWithoutBase) => match self.base {
                Some(base) if !written.starts_with('#') => {
                    base.join(&written).ok().map(String::from)
                }
                _ => Some(written),
            },
            Err(_) => None,
        }
    }

    /// Whether nobody is shown this node.
    fn hidden(&mut self, id: Id) -> bool {
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
        // An icon is no drawing that anybody misses.
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

    pub fn lose(&mut self, what: &'static str, id: Id) {
        let range = self.tree.range(id);
        self.lost.entry(what).or_insert((range, 0)).1 += 1;
    }
}

/// A language's name as it may stand behind a fence.
fn speakable(language: &str) -> Option<String> {
    let plain = language
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '#' | '_' | '.'));
    (plain && !language.is_empty() && language.len() < 30 && language != "none")
        .then(|| language.to_ascii_lowercase())
}

pub(super) fn is_list(block: &str) -> bool {
    let mark = block.split(' ').next().unwrap_or_default();
    mark == "-"
        || mark.strip_suffix('.').is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// Every line but the first moved to the right.
pub(in crate::import) fn indented(text: &str, by: usize) -> String {
    let indent = " ".repeat(by);
    let mut out = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
            if !line.is_empty() {
                out.push_str(&indent);
            }
        }
        out.push_str(line);
    }
    out
}

fn prefixed(text: &str, prefix: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| format!("{prefix}{line}").trim_end().to_owned())
        .collect();
    lines.join("\n")
}
