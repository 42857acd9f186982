//! Builds blocks from the events of a body.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::aligned::aligned;
use super::{Block, Blocks, Kind, LOWEST, Picture};
use crate::language::is_cjk;
use crate::markdown::raw::is_html;
use crate::recap::line::time;
use crate::recap::link::{self, Target};
use crate::recap::name;
use crate::recap::picture::credit_in;
use crate::recap::shortcode::{self, Shortcode};
use crate::recap::text::{Mark, MarkKind, Text, is_heading_sign};

/// The position of a block without text so far.
#[expect(clippy::reversed_empty_ranges, reason = "the first text sets both ends")]
const NOWHERE: Range<usize> = usize::MAX..0;

/// Limits on a post's blocks and a block's bytes: a longer post is not a recap, and hostile input must
/// not take long.
const MOST: usize = 4000;
const LONGEST: usize = 20_000;

/// The characters of a line, as written and without URLs, below which its end is not that of a wrapped one.
const WRAPPED: usize = 70;
const LINKED: usize = 56;

/// How sure it must be that a line is nothing but a name, where a sentence might follow.
const NAMED: f32 = 0.7;

/// The bytes in which a component ends: `<Badge>new</Badge>`.
const COMPONENT: usize = 200;

/// The bytes below which a paragraph is read as the credit of a photo.
const CREDIT: usize = 100;

#[derive(Default)]
pub(super) struct Builder<'a> {
    source: &'a str,
    pub(super) out: Blocks,
    shortcodes: Vec<Shortcode>,
    pub(super) current: Option<usize>,
    pub(super) items: Vec<usize>,
    pub(super) groups: Vec<usize>,
    pub(super) last_group: usize,
    /// The list of items with bullets that are not Markdown's.
    bullets: usize,
    /// Whether a line has just ended.
    broke: bool,
    pub(super) quotes: usize,
    open: Vec<(usize, usize, MarkKind)>,
    image: Option<Picture>,
    html: Option<(String, usize)>,
    code: bool,
    /// The element whose content is left out, and how many of its name are open.
    pub(super) hidden: Option<(String, usize)>,
    pub(super) caption: bool,
}

impl<'a> Builder<'a> {
    /// A builder for the body of a post.
    pub(super) fn new(source: &'a str, body: Range<usize>) -> Self {
        Self { shortcodes: shortcode::find(source, body), source, ..Self::default() }
    }

    /// Whether the limit of blocks is reached.
    pub(super) fn is_full(&self) -> bool {
        self.out.all.len() >= MOST
    }

    pub(super) fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag, range),
            Event::Text(text) => self.text(text, range),
            Event::Code(text) => {
                let inner = inside(text, range, self.source);
                let from = self.block().text.plain.len();
                self.text(text, &inner);
                self.mark(from, MarkKind::Code);
            }
            Event::Html(text) => match &mut self.html {
                Some((all, _)) => all.push_str(text),
                None => self.raw(text, range.start),
            },
            Event::InlineHtml(text) if self.is_type(text, range) => self.text(text, range),
            Event::InlineHtml(text) => self.raw(text, range.start),
            Event::SoftBreak => {
                let c = if self.is_meant(range) { '\n' } else { ' ' };
                self.break_line(c, range);
            }
            Event::HardBreak => self.break_line('\n', range),
            Event::Rule => self.current = None,
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    /// Whether a tag is a type's parameter, as in `Vec<T>`, and neither of HTML nor a component, which ends.
    fn is_type(&mut self, tag: &str, range: &Range<usize>) -> bool {
        let name = tag.strip_prefix('<').and_then(|tag| tag.strip_suffix('>'));
        let behind = self.current.is_some() && self.target().plain.ends_with(char::is_alphanumeric);
        // A component ends soon after it begins.
        let rest = self.source.get(range.end..).unwrap_or_default();
        let near = rest.get(..rest.floor_char_boundary(COMPONENT)).unwrap_or_default();
        behind
            && name.is_some_and(|name| {
                name.starts_with(|c: char| c.is_ascii_uppercase())
                    && name.chars().all(char::is_alphanumeric)
                    && !is_html(&name.to_lowercase())
                    && !near.contains(&format!("</{name}>"))
            })
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => self.paragraph(range.start),
            Tag::Heading { level, .. } => {
                self.push(Kind::Heading(number(*level)), range.clone());
            }
            Tag::BlockQuote(_) => {
                self.current = None;
                self.quotes += 1;
            }
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => self.code = true,
            Tag::HtmlBlock => self.html = Some((String::new(), range.start)),
            Tag::List(_) | Tag::Table(_) | Tag::DefinitionList => self.group(),
            Tag::Item | Tag::DefinitionListTitle => self.item(range.clone()),
            Tag::DefinitionListDefinition => self.current = None,
            Tag::TableHead | Tag::TableRow => {
                self.push(Kind::Row, range.clone());
            }
            Tag::TableCell => self.block().cells.push(Text::default()),
            // Struck out text is not part of the post.
            Tag::Strikethrough => self.hide("del"),
            Tag::Strong => self.open_mark(MarkKind::Strong),
            Tag::Emphasis => self.open_mark(MarkKind::Emphasis),
            Tag::Link { dest_url, .. } => self.open_mark(MarkKind::Link(dest_url.to_string())),
            Tag::Image { dest_url, title, .. } => {
                self.image = Some(Picture {
                    src: dest_url.to_string(),
                    alt: None,
                    caption: (!title.is_empty()).then(|| title.to_string()),
                    block: 0,
                    source: range.clone(),
                });
            }
            Tag::FootnoteDefinition(_) => {
                self.current = None;
                self.code = true;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableHead | TagEnd::TableRow => {
                self.close();
            }
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) | TagEnd::FootnoteDefinition => {
                self.code = false;
                self.current = None;
            }
            TagEnd::HtmlBlock => {
                if let Some((html, start)) = self.html.take() {
                    // Prefer the source, since events may have other line ends; but in template
                    // code only the events have the replacement.
                    let source = self.source.get(start..range.end.max(start)).unwrap_or_default();
                    let templated = source.contains("{{") || source.contains("{%");
                    let html = if templated { html.as_str() } else { source };
                    self.raw(html, start);
                }
            }
            TagEnd::List(_) | TagEnd::Table | TagEnd::DefinitionList => self.end_group(),
            TagEnd::Item | TagEnd::DefinitionListTitle => self.end_item(),
            TagEnd::Strikethrough => self.hidden = None,
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link => self.close_mark(),
            TagEnd::Image => {
                if let Some(picture) = self.image.take() {
                    self.picture(picture);
                }
            }
            _ => {}
        }
    }

    /// The block for the next text; opens a paragraph if there is none.
    pub(super) fn block(&mut self) -> &mut Block {
        let index = match self.current {
            Some(index) if index < self.out.all.len() => index,
            _ => self.push(Kind::Paragraph, NOWHERE),
        };
        &mut self.out.all[index]
    }

    pub(super) fn target(&mut self) -> &mut Text {
        let block = self.block();
        match block.cells.last_mut() {
            Some(cell) => cell,
            None => &mut block.text,
        }
    }

    pub(super) fn push(&mut self, kind: Kind, source: Range<usize>) -> usize {
        let index = self.out.all.len();
        self.out.all.push(Block {
            kind,
            text: Text::default(),
            cells: Vec::new(),
            group: self.groups.last().copied().unwrap_or(0),
            item: self.items.last().copied(),
            quoted: self.quotes > 0,
            caption: self.caption,
            frames: Vec::new(),
            source,
        });
        self.open.clear();
        self.current = Some(index);
        index
    }

    fn paragraph(&mut self, start: usize) {
        // The first paragraph of an item is the item's own text.
        if !self.fresh_item() || !self.block().text.is_empty() {
            self.push(Kind::Paragraph, start..start);
        }
    }

    /// Whether text belongs to the item that was opened last.
    pub(super) fn fresh_item(&self) -> bool {
        self.current.is_some() && self.current == self.items.last().copied()
    }

    pub(super) fn group(&mut self) {
        self.current = None;
        self.last_group += 1;
        self.groups.push(self.last_group);
    }

    pub(super) fn end_group(&mut self) {
        self.groups.pop();
        self.current = None;
    }

    pub(super) fn item(&mut self, source: Range<usize>) {
        let index = self.push(Kind::Item, source);
        self.items.push(index);
    }

    pub(super) fn end_item(&mut self) {
        self.items.pop();
        self.current = None;
    }

    pub(super) fn close(&mut self) {
        self.open.clear();
        self.split_lines();
        self.split_heading();
        // Inside an item more text may follow a block, but never in it.
        self.current = None;
    }

    pub(super) fn text(&mut self, phrase: &str, range: &Range<usize>) {
        if self.code || self.hidden.is_some() {
            return;
        }
        if let Some(picture) = &mut self.image {
            picture.alt.get_or_insert_default().push_str(phrase);
            return;
        }
        if self.current.is_none() && phrase.trim().is_empty() {
            return;
        }
        if phrase.len() != range.len() {
            let source = self.source.get(range.clone()).unwrap_or_default();
            for (part, range) in aligned(phrase, source, range.start, &self.shortcodes) {
                if part.len() == range.len() {
                    self.text(part, &range);
                } else {
                    self.say(part, &range);
                }
            }
            return;
        }
        if let Some((before, bold, after)) = loose_strong(phrase) {
            let start = range.start + before.len() + 2;
            let end = start + bold.len();
            self.text(before, &(range.start..start - 2));
            let from = self.target().plain.len();
            self.text(bold, &(start..end));
            self.mark(from, MarkKind::Strong);
            self.text(after, &(end + 2..range.end));
            return;
        }
        // The author did not write the content of a shortcode.
        let mut at = range.start;
        let first = self.shortcodes.partition_point(|s| s.source.end <= range.start);
        let hidden: Vec<Range<usize>> = self
            .shortcodes
            .iter()
            .skip(first)
            .take_while(|s| s.source.start < range.end)
            .map(|s| s.source.clone())
            .collect();
        for gap in hidden {
            self.say_part(phrase, range, at..gap.start.max(at));
            at = gap.end.max(at);
        }
        self.say_part(phrase, range, at..range.end.max(at));
    }

    fn say_part(&mut self, phrase: &str, all: &Range<usize>, part: Range<usize>) {
        let from = part.start.min(all.end) - all.start;
        let to = part.end.min(all.end) - all.start;
        if let Some(phrase) = phrase.get(from..to).filter(|phrase| !phrase.is_empty()) {
            self.say(phrase, &part);
        }
    }

    /// Opens an item where a line of a paragraph begins with a time, or with a bullet that is not
    /// Markdown's.
    fn bullet(&mut self, phrase: &str) {
        let line = phrase.trim_start();
        let starts = line.starts_with(['•', '‣', '●', '▪', '◦']) || time(line).is_some();
        let begins = std::mem::take(&mut self.broke) || self.target().is_empty();
        let last = self.current.and_then(|index| self.out.all.get(index));
        let Some(last) = last.filter(|block| starts && begins && block.item.is_none()) else {
            return;
        };
        let (empty, before) = (last.text.is_empty(), self.current.unwrap_or_default());
        match last.kind {
            Kind::Paragraph if empty => {}
            Kind::Paragraph | Kind::Item => {
                self.push(Kind::Item, NOWHERE);
            }
            Kind::Heading(_) | Kind::Row => return,
        }
        let follows = self
            .out
            .all
            .get(if empty { before.wrapping_sub(1) } else { before })
            .is_some_and(|block| block.kind == Kind::Item && block.group == self.bullets);
        if !follows {
            self.last_group += 1;
            self.bullets = self.last_group;
        }
        let group = self.bullets;
        let block = self.block();
        block.kind = Kind::Item;
        block.group = group;
    }

    fn say(&mut self, phrase: &str, range: &Range<usize>) {
        // A URL on a line of its own is not the end of the line above it.
        let url = phrase.starts_with("https://") || phrase.starts_with("http://");
        if self.broke && url && !phrase.trim_end().contains(char::is_whitespace) {
            self.target().space('\n', range.start..range.start);
        }
        self.bullet(phrase);
        let block = self.block();
        if block.text.plain.len() > LONGEST {
            return;
        }
        block.source.start = block.source.start.min(range.start);
        block.source.end = block.source.end.max(range.end);
        self.target().push(phrase, range);
    }

    pub(super) fn break_line(&mut self, c: char, range: &Range<usize>) {
        if self.code || self.hidden.is_some() || self.image.is_some() || self.current.is_none() {
            return;
        }
        self.target().space(c, range.clone());
        self.broke = true;
    }

    /// Whether the author ended a line where only its width would not have: the next word begins something
    /// new, and had a place on the line.
    fn is_meant(&mut self, range: &Range<usize>) -> bool {
        let rest = self.source.get(range.end..).unwrap_or_default();
        let before = self.source.get(..range.start).unwrap_or_default();
        let written = before.rsplit('\n').next().unwrap_or_default();
        let next = rest.trim_start().lines().next().unwrap_or_default();
        let next = next.trim_start_matches(['*', '_', '[', '"', '“', '„', '«', '「', '『', '(']);
        let word = next.split_whitespace().next().unwrap_or_default();
        let item = self.fresh_item();
        let marked = !self.open.is_empty();
        let text = self.target();
        let line = text.plain.rsplit('\n').next().unwrap_or_default();
        let from = text.plain.len() - line.len();
        let line = line.trim_end();
        let lead = text.marks.iter().any(|m| m.range.start <= from + 1 && m.range.end > from)
            || line.starts_with(['"', '“', '„', '«', '「', '『'])
            || [" - ", " – ", " — ", ": ", " | "].iter().any(|sign| line.contains(sign));
        let length = |text: &str| text.chars().count();
        // A name alone in the first line, or below "■ T": the speaker.
        let above = text.plain.get(..from).unwrap_or_default().trim_end();
        let first = above.is_empty() || above.starts_with(is_heading_sign) && !above.contains('\n');
        let named = first && line.contains(is_cjk) && name::score(line) >= NAMED;
        if named || line.starts_with(is_heading_sign) || word.starts_with(is_heading_sign) {
            return true;
        }
        let open = line.ends_with([',', ';', '-', '–', '—', '&', '(', '/', '、', '，']);
        let begins = word.starts_with(char::is_uppercase);
        let scripts = word.starts_with(is_cjk) && text.marks.iter().any(|m| m.range.end > from);
        !(line.is_empty() || open || marked)
            && (item || lead)
            && (begins || scripts)
            && (length(line) + length(word) < LINKED || length(written) + length(word) < WRAPPED)
    }

    pub(super) fn open_mark(&mut self, kind: MarkKind) {
        let from = self.target().plain.len();
        let index = self.current.unwrap_or_default();
        self.open.push((index, from, kind));
    }

    pub(super) fn close_mark(&mut self) {
        if let Some((index, from, kind)) = self.open.pop()
            && self.current == Some(index)
        {
            self.mark(from, kind);
        }
    }

    pub(super) fn mark(&mut self, from: usize, kind: MarkKind) {
        let text = self.target();
        let range = text.trim(from.min(text.plain.len())..text.plain.len());
        if !range.is_empty() {
            text.marks.push(Mark { range, kind });
        } else if let MarkKind::Link(href) = kind
            && link::by_url(&href) != Target::Page
        {
            // A picture of a recording links to it.
            let source = self.block().source.clone();
            self.frame(href, source);
        }
    }

    pub(super) fn picture(&mut self, mut picture: Picture) {
        if !picture.src.is_empty() {
            picture.block = self.current.unwrap_or(self.out.all.len());
            self.out.pictures.push(picture);
        }
    }

    pub(super) fn finish(mut self) -> Blocks {
        for shortcode in std::mem::take(&mut self.shortcodes) {
            let after =
                self.out.all.partition_point(|block| block.source.start <= shortcode.source.start);
            // The replaced shortcode may have added the image already.
            let shown = self.out.pictures.iter().any(|other| {
                other.source.start < shortcode.source.end
                    && shortcode.source.start < other.source.end
            });
            if let Some(picture) = shortcode.picture.filter(|_| !shown) {
                let place = self
                    .out
                    .pictures
                    .partition_point(|other| other.source.start < shortcode.source.start);
                self.out.pictures.insert(place, Picture { block: after, ..picture });
            }
            if let (Some(frame), Some(block)) =
                (shortcode.frame, after.checked_sub(1).and_then(|i| self.out.all.get_mut(i)))
            {
                block.frames.push((frame, shortcode.source));
            }
        }
        for block in &mut self.out.all {
            let plain = block.text.plain.as_str();
            let bare = plain.starts_with("http") && !plain.contains(char::is_whitespace);
            if bare && link::by_url(plain) != Target::Page {
                block.frames.push((plain.to_owned(), block.source.clone()));
            }
        }
        self.marked_paragraphs();
        self.list_quotations();
        self.out
    }

    /// A paragraph in bold becomes a heading of the lowest level, one in small print or a photo's credit a
    /// caption.
    fn marked_paragraphs(&mut self) {
        let paragraphs = self.out.all.iter_mut();
        for block in paragraphs.filter(|block| block.kind == Kind::Paragraph) {
            let length = block.text.plain.len();
            let marked = |kind: &MarkKind| block.text.whole_marks().any(|mark| mark == kind);
            let credit = || credit_in(&block.text.plain).filter(|credit| credit.caption.is_none());
            block.caption |= marked(&MarkKind::Small)
                || length < CREDIT && credit().is_some_and(|credit| credit.name.is_some());
            let bold = block.item.is_none()
                && !block.quoted
                && length < 200
                && !block.text.plain.contains('\n')
                && marked(&MarkKind::Strong);
            if bold {
                block.kind = Kind::Heading(LOWEST);
            }
        }
    }
}

/// The part of a code span's source between its backticks.
fn inside(text: &str, range: &Range<usize>, source: &str) -> Range<usize> {
    source
        .get(range.clone())
        .and_then(|span| span.find(text))
        .map_or_else(|| range.clone(), |at| range.start + at..range.start + at + text.len())
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// The parts of a text around asterisks that are not Markdown's, since a space stands before the closing ones: "**T - **text".
fn loose_strong(phrase: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = phrase.split_once("**")?;
    let (bold, after) = rest.split_once("**")?;
    let is_meant = !bold.starts_with(char::is_whitespace)
        && !bold.contains('*')
        && before.is_empty()
        && bold.ends_with(char::is_whitespace);
    is_meant.then_some((before, bold, after))
}
