//! The body as plain text: whole, and as a summary.

use pulldown_cmark::{Event, Tag, TagEnd};
use unicode_segmentation::UnicodeSegmentation;

use super::formula::{self, Formula};
use super::html::alert_name;
use super::raw::{Token, is_hidden, is_struck_out, tokens};
use super::sanitise::{self, HIDDEN_CONTENT};
use super::vocabulary::has;
use super::{Document, More, RawBlock, collapsed};
use crate::entities::unescape;

/// A block of text and its kind.
struct Block {
    kind: Kind,
    text: String,
    /// Whether a `<!-- more -->` comes before it.
    after_more: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Prose,
    Heading,
    Item,
    Row,
    Code,
}

pub(super) fn text(document: &Document<'_>) -> String {
    let mut text = String::new();
    let mut last = None;
    for block in blocks(document) {
        match last {
            None => {}
            Some(Kind::Item | Kind::Row) if last == Some(block.kind) => text.push('\n'),
            Some(_) => text.push_str("\n\n"),
        }
        text.push_str(&block.text);
        last = Some(block.kind);
    }
    text
}

pub(super) fn summary(document: &Document<'_>, longest: usize) -> String {
    let blocks = blocks(document);
    let marked = blocks.iter().any(|block| block.after_more);
    let of = |kinds: &[Kind], before: bool| {
        let chosen = blocks
            .iter()
            .filter(|block| kinds.contains(&block.kind) && !(before && block.after_more));
        let mut joined = String::new();
        for block in chosen {
            // A sentence that introduces a list is useless without it.
            if !before && !joined.is_empty() && block.text.ends_with(':') {
                continue;
            }
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(&collapsed(&block.text));
            if joined.len() > longest.saturating_mul(8) {
                break;
            }
        }
        joined
    };
    let choices = [of(&[Kind::Prose], marked), of(&[Kind::Prose], false), of(&[Kind::Item], false)];
    let text = choices.into_iter().find(|text| !text.is_empty());
    // A summary that the author marked is used even if it is long.
    let longest = if marked { longest.saturating_mul(4) } else { longest };
    shorten(&text.unwrap_or_default(), longest, document.language)
}

/// The first sentences of a text, or its first words where one sentence is too long.
fn shorten(text: &str, longest: usize, language: Option<&str>) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    // The segmenter takes quadratic time on odd text; a sentence that ends later is useless here.
    let enough = text.char_indices().nth(longest.saturating_add(80));
    let beginning = enough.map_or(text, |(end, _)| &text[..end]);
    let mut end = 0;
    let mut length = 0;
    for sentence in crate::sentences::of(beginning, language.unwrap_or("en")) {
        let sentence = beginning.get(sentence).unwrap_or_default();
        length += sentence.chars().count();
        let shown = length - sentence.chars().rev().take_while(|c| c.is_whitespace()).count();
        if shown > longest {
            break;
        }
        end += sentence.len();
    }
    // One short sentence of a long text ("Wow!") is a worse summary than a cut one.
    let whole = text.get(..end).unwrap_or_default().trim_end();
    if whole.chars().count() * 4 >= longest {
        return whole.to_owned();
    }
    at_word(text, longest)
}

/// The first words of a text that is too long, with an ellipsis.
fn at_word(text: &str, longest: usize) -> String {
    let mut cut = String::new();
    let mut length = 0;
    let mut at_last_word = 0;
    for grapheme in text.graphemes(true) {
        length += grapheme.chars().count();
        if length >= longest {
            break;
        }
        if grapheme.chars().all(char::is_whitespace) {
            at_last_word = cut.len();
        }
        cut.push_str(grapheme);
    }
    if at_last_word > 0 {
        cut.truncate(at_last_word);
    }
    let end = cut.trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-(".contains(c)).len();
    cut.truncate(end);
    if longest > 0 {
        cut.push('…');
    }
    cut
}

/// Whether raw HTML is the mark at the end of an excerpt.
fn is_more(html: &str) -> bool {
    let inner = html.trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
    inner.is_some_and(|inner| inner.trim().eq_ignore_ascii_case("more"))
}

fn blocks(document: &Document<'_>) -> Vec<Block> {
    let mut walker = Walker { mark: document.more, ..Walker::default() };
    let mut at = 0;
    while let Some((event, range)) = document.events.get(at) {
        at += 1;
        walker.end_summary(range.start);
        match event {
            Event::Start(Tag::Image { .. }) => at = super::alt::alt(&document.events, at - 1).1,
            Event::Start(Tag::Strikethrough) => walker.unsaid.push("del".to_owned()),
            Event::End(TagEnd::Strikethrough) => walker.says_again("del"),
            Event::Start(tag) => walker.start(tag),
            Event::End(tag) => walker.end(*tag),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => {
                walker.push(text);
            }
            Event::SoftBreak => walker.soft = true,
            Event::HardBreak => walker.current.push('\n'),
            Event::Rule => walker.flush(),
            Event::Html(_) => {
                let (block, next) = RawBlock::gather(&document.events, at - 1);
                walker.raw(&block.text);
                walker.flush();
                at = next;
            }
            Event::InlineHtml(tag) => walker.raw(&RawBlock::inline(tag, range).text),
            Event::TaskListMarker(done) => walker.push(if *done { "☑ " } else { "☐ " }),
            Event::FootnoteReference(_) => {}
        }
    }
    walker.flush();
    walker.blocks
}

/// Collects the blocks of a body.
#[derive(Default)]
struct Walker {
    blocks: Vec<Block>,
    current: String,
    /// A line ended in the source; the next character decides what that means.
    soft: bool,
    more: bool,
    /// Where the summary ends.
    mark: More,
    /// The kind of the open block, if its element has one.
    kind: Option<Kind>,
    /// Footnotes, outside the text.
    notes: usize,
    /// The open lists: the number of the next item, or `None`.
    lists: Vec<Option<u64>>,
    /// The marker of the item that just began.
    marker: String,
    /// Inside an element whose content is invisible.
    hidden: bool,
    /// Where a superscript begins.
    raised: Option<usize>,
    formula: Formula,
    /// The open elements in the redundant drawing of a formula.
    drawn: Vec<String>,
    /// The open elements in struck out or hidden content.
    unsaid: Vec<String>,
}

impl Walker {
    /// Ends the summary if its mark has passed: a mark may be text without an event of its own.
    fn end_summary(&mut self, at: usize) {
        if matches!(self.mark, More::At(mark) if at >= mark) && !self.more {
            self.flush();
            self.more = true;
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::FootnoteDefinition(_) => {
                self.flush();
                self.notes += 1;
            }
            Tag::Heading { .. } => {
                self.flush();
                self.kind = Some(Kind::Heading);
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.kind = Some(Kind::Code);
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.flush();
                let indent = "  ".repeat(self.lists.len().saturating_sub(1).min(8));
                let marker = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let marker = format!("{number}. ");
                        *number = number.saturating_add(1);
                        marker
                    }
                    _ => "- ".to_owned(),
                };
                self.marker = indent + &marker;
            }
            Tag::BlockQuote(kind) => {
                self.flush();
                if let Some(kind) = kind {
                    self.current.push_str(alert_name(*kind));
                    self.current.push_str(": ");
                }
            }
            Tag::TableHead | Tag::TableRow => {
                self.flush();
                self.kind = Some(Kind::Row);
            }
            Tag::TableCell if !self.current.is_empty() => self.current.push_str(" | "),
            // An alert's label comes before its first paragraph.
            Tag::Paragraph if self.current.ends_with(": ") => {}
            Tag::Paragraph
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::HtmlBlock
            | Tag::Table(_) => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::FootnoteDefinition => {
                self.flush();
                self.notes = self.notes.saturating_sub(1);
            }
            TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::TableHead | TagEnd::TableRow => {
                self.flush();
                self.kind = None;
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::Item => {
                self.flush();
                self.marker.clear();
            }
            TagEnd::Paragraph
            | TagEnd::BlockQuote(_)
            | TagEnd::HtmlBlock
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => self.flush(),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.hidden || !self.drawn.is_empty() || !self.unsaid.is_empty() {
            return;
        }
        if std::mem::take(&mut self.soft) {
            let before = self.current.chars().next_back();
            let after = text.chars().next();
            // Chinese and Japanese lines are joined without a space.
            let joined = before.is_some_and(is_wide) && after.is_some_and(is_wide);
            if !joined {
                self.current.push(' ');
            }
        }
        self.current.push_str(text);
    }

    /// Closes the nearest open element of this name among those whose text is left out.
    fn says_again(&mut self, name: &str) {
        if let Some(depth) = self.unsaid.iter().rposition(|open| open == name) {
            self.unsaid.truncate(depth);
        }
    }

    /// The text of raw HTML.
    fn raw(&mut self, html: &str) {
        if self.mark == More::AtComment && is_more(html) {
            self.flush();
            self.more = true;
            return;
        }
        for token in tokens(html) {
            match token {
                Token::Start { name, attributes, range } => {
                    let has_content = !sanitise::is_void(&name) && !html[range].ends_with("/>");
                    let is_unsaid = is_struck_out(&name)
                        || is_hidden(attributes.iter().map(|it| (it.name.as_str(), &*it.value)));
                    if is_unsaid || !self.unsaid.is_empty() {
                        self.unsaid.extend(has_content.then_some(name));
                        continue;
                    }
                    self.formula.within |= name == "mjx-container";
                    let is_drawn = self.formula.within && name == "svg"
                        || sanitise::is_drawn(&name, &attributes).is_some()
                            && self.formula.follows(&self.current);
                    if is_drawn || !self.drawn.is_empty() {
                        self.drawn.extend(has_content.then_some(name));
                        continue;
                    }
                    self.hidden = has(HIDDEN_CONTENT, &name) || name == "iframe";
                    self.break_at(&name);
                    if name == "sup" {
                        self.write_pending_space();
                        self.raised = Some(self.current.len());
                    }
                    if name == "math" || self.formula.is_open() && sanitise::is_formula(&name) {
                        self.write_pending_space();
                        let is_tex = formula::is_tex(&attributes);
                        self.formula.start(&name, is_tex, &self.current);
                    }
                }
                Token::End { name, .. } if !self.unsaid.is_empty() => self.says_again(&name),
                Token::End { name, .. } if !self.drawn.is_empty() => {
                    if let Some(depth) = self.drawn.iter().rposition(|open| *open == name) {
                        self.drawn.truncate(depth);
                    }
                }
                Token::End { name, .. } => {
                    self.formula.within &= name != "mjx-container";
                    self.hidden = false;
                    self.break_at(&name);
                    if name == "sup" {
                        self.raise();
                    }
                    if sanitise::is_formula(&name) {
                        self.formula.end(&name, &mut self.current);
                    }
                }
                Token::Text(range) => self.push(&unescape(&html[range])),
                Token::Comment(_) | Token::Other => {}
            }
        }
    }

    /// Writes the pending space of a line's end: what comes next must know where it begins.
    fn write_pending_space(&mut self) {
        if std::mem::take(&mut self.soft) && !self.hidden {
            self.current.push(' ');
        }
    }

    /// Converts superscript to plain text.
    fn raise(&mut self) {
        let Some(start) = self.raised.take().filter(|start| *start <= self.current.len()) else {
            return;
        };
        let text = self.current.split_off(start);
        let raised = formula::raised(&self.current, &text);
        self.current.push_str(&raised);
    }

    fn break_at(&mut self, element: &str) {
        if element == "br" {
            self.current.push('\n');
        } else if sanitise::is_shown_block(element) {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.current);
        self.soft = false;
        self.raised = None;
        self.drawn.clear();
        if self.notes > 0 {
            return;
        }
        let text =
            if self.kind == Some(Kind::Code) { text.trim_end().to_owned() } else { tidy(&text) };
        if text.trim().is_empty() {
            return;
        }
        let kind =
            self.kind.unwrap_or(if self.lists.is_empty() { Kind::Prose } else { Kind::Item });
        self.blocks.push(Block {
            kind,
            text: std::mem::take(&mut self.marker) + &text,
            after_more: self.more,
        });
    }
}

/// Trimmed lines with single spaces inside.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !tidy.is_empty() {
            tidy.push('\n');
        }
        tidy.push_str(&collapsed(line));
    }
    tidy
}

/// Letters that are written without spaces between words.
const fn is_wide(character: char) -> bool {
    matches!(character,
        '\u{2e80}'..='\u{303f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
