//! A post as a plain row of blocks: headings, paragraphs, items of lists, rows of tables.
//!
//! Markdown and raw HTML become the same blocks, so that no layout has to know which it was.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::html::{self, Token};
use super::shortcode::{self, Shortcode};
use super::text::{Mark, MarkKind, Text};

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A heading of this level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// The first paragraph of a list's item.
    Item,
    /// A row of a table; the text lies in its cells.
    Row,
}

/// A block of the post.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its text.
    pub text: Text,
    /// The cells of a row.
    pub cells: Vec<Text>,
    /// Number of the list or table that it belongs to.
    pub group: usize,
    /// The item that holds it.
    pub item: Option<usize>,
    /// Whether it is quoted.
    pub quoted: bool,
    /// Whether it is the caption of an image.
    pub caption: bool,
    /// Addresses of embedded players.
    pub frames: Vec<(String, Range<usize>)>,
    /// Where it starts and ends.
    pub source: Range<usize>,
}

/// An image as the author put it.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Address as written.
    pub src: String,
    /// Alt text.
    pub alt: Option<String>,
    /// Title attribute or caption argument.
    pub caption: Option<String>,
    /// The block that holds it, or that follows.
    pub block: usize,
    /// Bytes of the source.
    pub source: Range<usize>,
}

/// All blocks and images of a post.
#[derive(Debug, Default)]
pub struct Blocks {
    /// The blocks in order.
    pub all: Vec<Block>,
    /// The images in order.
    pub pictures: Vec<Picture>,
}

impl Blocks {
    /// Reads the events of a body; `source` is the whole post.
    pub fn read(source: &str, body: Range<usize>, events: &[(Event<'_>, Range<usize>)]) -> Self {
        let mut builder = Builder {
            shortcodes: shortcode::find(source, body),
            source,
            ..Builder::default()
        };
        for (event, range) in events {
            if builder.out.all.len() >= MOST {
                break;
            }
            builder.event(event, range);
        }
        builder.finish()
    }

    /// The end of the section that the heading at `index` opens.
    pub fn section_end(&self, index: usize) -> usize {
        let Some(Kind::Heading(level)) = self.all.get(index).map(|block| block.kind) else {
            return index;
        };
        self.all
            .iter()
            .enumerate()
            .skip(index + 1)
            .find(|(_, block)| matches!(block.kind, Kind::Heading(other) if other <= level))
            .map_or(self.all.len(), |(end, _)| end)
    }

    /// For every block the heading that it stands under.
    pub fn headings_above(&self) -> Vec<Option<usize>> {
        let mut above = None;
        self.all
            .iter()
            .enumerate()
            .map(|(index, block)| {
                let now = above;
                if matches!(block.kind, Kind::Heading(_)) {
                    above = Some(index);
                }
                now
            })
            .collect()
    }
}

/// The place of a block that has no text yet.
#[expect(
    clippy::reversed_empty_ranges,
    reason = "the first text sets both ends"
)]
const NOWHERE: Range<usize> = usize::MAX..0;

/// Blocks of a post that are read, and bytes of a block: what is longer is no recap, and no
/// hostile input may take long.
const MOST: usize = 4000;
const LONGEST: usize = 20_000;

#[derive(Default)]
struct Builder<'a> {
    source: &'a str,
    out: Blocks,
    shortcodes: Vec<Shortcode>,
    current: Option<usize>,
    items: Vec<usize>,
    groups: Vec<usize>,
    last_group: usize,
    quotes: usize,
    open: Vec<(usize, usize, MarkKind)>,
    image: Option<Picture>,
    html: Option<(String, usize)>,
    code: bool,
    hidden: Option<String>,
    caption: bool,
}

impl Builder<'_> {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
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
            Event::InlineHtml(text) => self.raw(text, range.start),
            Event::SoftBreak => self.break_line(' ', range),
            Event::HardBreak => self.break_line('\n', range),
            Event::Rule => self.current = None,
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
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
            Tag::Strong => self.open_mark(MarkKind::Strong),
            Tag::Emphasis => self.open_mark(MarkKind::Emphasis),
            Tag::Link { dest_url, .. } => self.open_mark(MarkKind::Link(dest_url.to_string())),
            Tag::Image {
                dest_url, title, ..
            } => {
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
                    // The source itself, since the events may have other line ends; but where it
                    // holds template code, the events have what that stands for.
                    let source = self
                        .source
                        .get(start..range.end.max(start))
                        .unwrap_or_default();
                    let templated = source.contains("{{") || source.contains("{%");
                    let html = if templated { html.as_str() } else { source };
                    self.raw(html, start);
                }
            }
            TagEnd::List(_) | TagEnd::Table | TagEnd::DefinitionList => self.end_group(),
            TagEnd::Item | TagEnd::DefinitionListTitle => self.end_item(),
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link => self.close_mark(),
            TagEnd::Image => {
                if let Some(picture) = self.image.take() {
                    self.picture(picture);
                }
            }
            _ => {}
        }
    }

    /// The block that text goes to; a paragraph is opened where there is none.
    fn block(&mut self) -> &mut Block {
        let index = match self.current {
            Some(index) if index < self.out.all.len() => index,
            _ => self.push(Kind::Paragraph, NOWHERE),
        };
        &mut self.out.all[index]
    }

    fn target(&mut self) -> &mut Text {
        let block = self.block();
        match block.cells.last_mut() {
            Some(cell) => cell,
            None => &mut block.text,
        }
    }

    fn push(&mut self, kind: Kind, source: Range<usize>) -> usize {
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

    /// Whether text would go to the item that was opened last.
    fn fresh_item(&self) -> bool {
        self.current.is_some() && self.current == self.items.last().copied()
    }

    fn group(&mut self) {
        self.current = None;
        self.last_group += 1;
        self.groups.push(self.last_group);
    }

    fn end_group(&mut self) {
        self.groups.pop();
        self.current = None;
    }

    fn item(&mut self, source: Range<usize>) {
        let index = self.push(Kind::Item, source);
        self.items.push(index);
    }

    fn end_item(&mut self) {
        self.items.pop();
        self.current = None;
    }

    fn close(&mut self) {
        self.open.clear();
        // Inside an item more text may follow a block, but never in it.
        self.current = None;
    }

    fn text(&mut self, said: &str, range: &Range<usize>) {
        if self.code || self.hidden.is_some() {
            return;
        }
        if let Some(picture) = &mut self.image {
            picture.alt.get_or_insert_default().push_str(said);
            return;
        }
        if self.current.is_none() && said.trim().is_empty() {
            return;
        }
        if said.len() != range.len() {
            let source = self.source.get(range.clone()).unwrap_or_default();
            for (part, range) in aligned(said, source, range.start) {
                self.text(part, &range);
            }
            return;
        }
        // What lies in a shortcode is none of the author's words.
        let mut at = range.start;
        let first = self
            .shortcodes
            .partition_point(|s| s.source.end <= range.start);
        let hidden: Vec<Range<usize>> = self
            .shortcodes
            .iter()
            .skip(first)
            .take_while(|s| s.source.start < range.end)
            .map(|s| s.source.clone())
            .collect();
        for gap in hidden {
            self.say_part(said, range, at..gap.start.max(at));
            at = gap.end.max(at);
        }
        self.say_part(said, range, at..range.end.max(at));
    }

    fn say_part(&mut self, said: &str, all: &Range<usize>, part: Range<usize>) {
        let from = part.start.min(all.end) - all.start;
        let to = part.end.min(all.end) - all.start;
        if let Some(said) = said.get(from..to).filter(|said| !said.is_empty()) {
            self.say(said, &part);
        }
    }

    fn say(&mut self, said: &str, range: &Range<usize>) {
        let block = self.block();
        if block.text.plain.len() > LONGEST {
            return;
        }
        block.source.start = block.source.start.min(range.start);
        block.source.end = block.source.end.max(range.end);
        self.target().push(said, range);
    }

    fn break_line(&mut self, c: char, range: &Range<usize>) {
        if self.code || self.hidden.is_some() || self.image.is_some() || self.current.is_none() {
            return;
        }
        self.target().space(c, range.clone());
    }

    fn open_mark(&mut self, kind: MarkKind) {
        let from = self.target().plain.len();
        let index = self.current.unwrap_or_default();
        self.open.push((index, from, kind));
    }

    fn close_mark(&mut self) {
        if let Some((index, from, kind)) = self.open.pop()
            && self.current == Some(index)
        {
            self.mark(from, kind);
        }
    }

    fn mark(&mut self, from: usize, kind: MarkKind) {
        let text = self.target();
        let range = text.trim(from.min(text.plain.len())..text.plain.len());
        if !range.is_empty() {
            text.marks.push(Mark { range, kind });
        }
    }

    fn picture(&mut self, mut picture: Picture) {
        if !picture.src.is_empty() {
            picture.block = self.current.unwrap_or(self.out.all.len());
            self.out.pictures.push(picture);
        }
    }

    /// Raw HTML, a whole block of it or one tag.
    fn raw(&mut self, html: &str, offset: usize) {
        for token in html::tokens(html, offset) {
            match token {
                Token::Text(text, range) => self.raw_text(text, range.start),
                Token::Open(name, attributes, range) => self.open_tag(&name, &attributes, range),
                Token::Close(name) => self.close_tag(&name),
            }
        }
    }

    fn raw_text(&mut self, text: &str, offset: usize) {
        let mut at = 0;
        let mut plain = 0;
        while let Some(next) = text.get(at..).and_then(|rest| rest.find('&')) {
            let amp = at + next;
            at = amp + 1;
            if let Some((c, len)) = html::entity(text.get(at..).unwrap_or_default()) {
                let before = text.get(plain..amp).unwrap_or_default();
                self.text(before, &(offset + plain..offset + amp));
                let mut buffer = [0; 4];
                let said = c.encode_utf8(&mut buffer);
                self.text(said, &(offset + amp..offset + at + len));
                at += len;
                plain = at;
            }
        }
        let rest = text.get(plain..).unwrap_or_default();
        self.text(rest, &(offset + plain..offset + plain + rest.len()));
    }

    fn open_tag(&mut self, name: &str, attributes: &[(String, String)], range: Range<usize>) {
        if self.hidden.is_some() {
            return;
        }
        let get = |wanted: &str| {
            attributes
                .iter()
                .find(|(name, _)| name == wanted)
                .map(|(_, value)| value.clone())
        };
        match name {
            "script" | "style" | "svg" | "noscript" => self.hidden = Some(name.to_owned()),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes().get(1).map_or(2, |digit| digit - b'0');
                self.push(Kind::Heading(level), range);
            }
            "blockquote" => {
                self.current = None;
                self.quotes += 1;
            }
            "p" | "div" | "section" | "figure" | "article" | "details" | "summary"
                if !self.fresh_item() =>
            {
                self.current = None;
            }
            "figcaption" => {
                self.current = None;
                self.caption = true;
            }
            "ul" | "ol" | "table" | "dl" => self.group(),
            "li" | "dt" => {
                if self.groups.is_empty() {
                    self.group();
                }
                self.item(range);
            }
            "tr" => {
                self.push(Kind::Row, range);
            }
            "td" | "th" => self.block().cells.push(Text::default()),
            "br" => self.break_line('\n', &range),
            "b" | "strong" => self.open_mark(MarkKind::Strong),
            "i" | "em" | "cite" => self.open_mark(MarkKind::Emphasis),
            "small" => self.open_mark(MarkKind::Small),
            "a" => self.open_mark(MarkKind::Link(get("href").unwrap_or_default())),
            "img" => self.picture(Picture {
                src: get("src").or_else(|| get("data-src")).unwrap_or_default(),
                alt: get("alt").filter(|alt| !alt.is_empty()),
                caption: get("title").filter(|title| !title.is_empty()),
                block: 0,
                source: range,
            }),
            "iframe" | "video" | "embed" | "source" => {
                if let Some(src) = get("src").filter(|src| !src.is_empty()) {
                    let owner = self.last_block();
                    if let Some(block) = owner {
                        block.frames.push((src, range));
                    }
                }
            }
            _ => {}
        }
    }

    fn last_block(&mut self) -> Option<&mut Block> {
        self.out.all.last_mut()
    }

    fn close_tag(&mut self, name: &str) {
        if let Some(hidden) = &self.hidden {
            if hidden == name {
                self.hidden = None;
            }
            return;
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "tr" | "p" | "div" | "section" | "figure"
            | "article" | "summary" => self.close(),
            "blockquote" => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            "figcaption" => {
                self.close();
                self.caption = false;
            }
            "ul" | "ol" | "table" | "dl" => self.end_group(),
            "li" | "dd" => self.end_item(),
            "b" | "strong" | "i" | "em" | "cite" | "small" | "a" => self.close_mark(),
            _ => {}
        }
    }

    fn finish(mut self) -> Blocks {
        for shortcode in std::mem::take(&mut self.shortcodes) {
            let after = self
                .out
                .all
                .partition_point(|block| block.source.start <= shortcode.source.start);
            if let Some(picture) = shortcode.picture {
                let place = self
                    .out
                    .pictures
                    .partition_point(|other| other.source.start < shortcode.source.start);
                self.out.pictures.insert(
                    place,
                    Picture {
                        block: after,
                        ..picture
                    },
                );
            }
            if let (Some(frame), Some(block)) = (
                shortcode.frame,
                after.checked_sub(1).and_then(|i| self.out.all.get_mut(i)),
            ) {
                block.frames.push((frame, shortcode.source));
            }
        }
        self.bold_headings();
        self.out
    }

    /// A paragraph that is bold as a whole is a heading of the lowest level.
    fn bold_headings(&mut self) {
        for block in &mut self.out.all {
            let bold = block.kind == Kind::Paragraph
                && block.item.is_none()
                && !block.quoted
                && block.text.plain.len() < 200
                && !block.text.plain.contains('\n')
                && block.text.marks.iter().any(|mark| {
                    mark.kind == MarkKind::Strong && mark.range.len() + 2 >= block.text.plain.len()
                });
            if bold {
                block.kind = Kind::Heading(7);
            }
        }
    }
}

/// Text that differs from its source by escapes and entities, in parts that each have their bytes.
/// Where nothing fits, the parts are of one length all the same.
fn aligned<'t>(said: &'t str, source: &str, offset: usize) -> Vec<(&'t str, Range<usize>)> {
    let mut parts = Vec::new();
    let (mut from, mut at, mut here, mut start) = (0, 0, 0, 0);
    while let (Some(c), Some(written)) = (
        said.get(at..).and_then(|rest| rest.chars().next()),
        source.get(here..).and_then(|rest| rest.chars().next()),
    ) {
        if c == written
            && !(c == '&' && html::entity(source.get(here + 1..).unwrap_or_default()).is_some())
        {
            at += c.len_utf8();
            here += c.len_utf8();
            continue;
        }
        parts.push((
            said.get(from..at).unwrap_or_default(),
            offset + start..offset + here,
        ));
        match html::entity(source.get(here + 1..).unwrap_or_default()).filter(|_| written == '&') {
            // An entity is as long as the character that it stands for, as far as anyone can see.
            Some((_, len)) => {
                let end = here + 1 + len;
                let shown = at + c.len_utf8();
                parts.push((
                    said.get(at..shown).unwrap_or_default(),
                    offset + end - c.len_utf8().min(1 + len)..offset + end,
                ));
                at = shown;
                here = end;
            }
            None => here += written.len_utf8(),
        }
        from = at;
        start = here;
    }
    parts.push((
        said.get(from..at).unwrap_or_default(),
        offset + start..offset + start + (at - from),
    ));
    parts.retain(|(part, range)| !part.is_empty() && part.len() == range.len());
    parts
}

/// The part of a code span's source between its backticks.
fn inside(text: &str, range: &Range<usize>, source: &str) -> Range<usize> {
    source
        .get(range.clone())
        .and_then(|span| span.find(text))
        .map_or_else(
            || range.clone(),
            |at| range.start + at..range.start + at + text.len(),
        )
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
