//! Markdown elements as HTML.

use std::ops::Range;

use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, HeadingLevel, LinkType, Tag, TagEnd,
};
use url::Url;

use super::{Open, Renderer};
use crate::markdown::href::Use;

impl<'r> Renderer<'r> {
    /// Writes the start of an element and returns its end.
    pub(super) fn start(&mut self, tag: &Tag<'r>, range: &Range<usize>) -> &'static str {
        if is_block(tag) {
            self.end_implied("div");
            self.line();
        }
        if !matches!(tag, Tag::Paragraph) {
            self.alert_alone();
        }
        let (start, end) = match tag {
            Tag::Paragraph => {
                self.out.push_str("<p>");
                if let Some(name) = self.alert.take() {
                    self.label(name);
                    self.out.push(' ');
                }
                ("", "</p>\n")
            }
            Tag::Heading { level, id, .. } => return self.heading(*level, id.as_deref()),
            Tag::BlockQuote(kind) => {
                self.alert = kind.map(alert_name);
                ("<blockquote>\n", "</blockquote>\n")
            }
            Tag::CodeBlock(kind) => {
                self.code_block(kind, range);
                ("", "</code></pre>\n")
            }
            Tag::List(Some(1)) => ("<ol>\n", "</ol>\n"),
            Tag::List(Some(first)) => {
                self.out.push_str("<ol");
                self.attribute("start", &first.to_string());
                (">\n", "</ol>\n")
            }
            Tag::List(None) => ("<ul>\n", "</ul>\n"),
            Tag::Item => ("<li>", "</li>\n"),
            Tag::DefinitionList => ("<dl>\n", "</dl>\n"),
            Tag::DefinitionListTitle => ("<dt>", "</dt>\n"),
            Tag::DefinitionListDefinition => ("<dd>", "</dd>\n"),
            Tag::Table(alignments) => {
                self.columns.alignments.clone_from(alignments);
                ("<table>\n", "</tbody>\n</table>\n")
            }
            Tag::TableHead => {
                self.columns.head = true;
                self.columns.next = 0;
                ("<thead>\n<tr>", "</tr>\n</thead>\n<tbody>\n")
            }
            Tag::TableRow => {
                self.columns.head = false;
                self.columns.next = 0;
                ("<tr>", "</tr>\n")
            }
            Tag::TableCell => return self.cell(),
            Tag::Emphasis => ("<em>", "</em>"),
            Tag::Strong => ("<strong>", "</strong>"),
            Tag::Strikethrough => ("<del>", "</del>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                return self.link(*link_type, dest_url, title, range);
            }
            // Images and footnotes are handled as a whole; an HTML block has no tags of its own, and the
            // last two are never read.
            Tag::HtmlBlock
            | Tag::MetadataBlock(_)
            | Tag::Image { .. }
            | Tag::FootnoteDefinition(_)
            | Tag::Superscript
            | Tag::Subscript => ("", ""),
        };
        self.out.push_str(start);
        end
    }

    pub(super) fn end(&mut self, tag: TagEnd) {
        self.alert_alone();
        // Elements that raw HTML left open inside end with their container.
        let inner = self.open.iter().rposition(|open| matches!(open, Open::Markdown(_)));
        self.close_raw(inner.map_or(0, |inner| inner + 1));
        let on_own_line = matches!(
            tag,
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::DefinitionList | TagEnd::Table
        );
        if on_own_line {
            self.line();
        }
        if let Some(Open::Markdown(end)) = self.open.pop() {
            self.out.push_str(end);
        }
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<&str>) -> &'static str {
        let (start, end) = match level {
            HeadingLevel::H1 => ("<h1", "</h1>\n"),
            HeadingLevel::H2 => ("<h2", "</h2>\n"),
            HeadingLevel::H3 => ("<h3", "</h3>\n"),
            HeadingLevel::H4 => ("<h4", "</h4>\n"),
            HeadingLevel::H5 => ("<h5", "</h5>\n"),
            HeadingLevel::H6 => ("<h6", "</h6>\n"),
        };
        self.out.push_str(start);
        if let Some(id) = id {
            let id = self.scoped(id);
            self.attribute("id", &id);
        }
        self.out.push('>');
        end
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>, range: &Range<usize>) {
        if let (CodeBlockKind::Fenced(info), Some(name)) = (kind, self.code_title)
            && let Some(title) = quoted(info, name)
        {
            self.out.push_str("<p>");
            self.text(title, range);
            self.out.push_str("</p>\n");
        }
        self.out.push_str("<pre><code");
        if let CodeBlockKind::Fenced(info) = kind {
            let language = info
                .trim_start_matches(['{', '.', ' '])
                .split(|c: char| c.is_whitespace() || matches!(c, ',' | '{' | '}' | ':'))
                .next()
                .unwrap_or_default();
            if !language.is_empty() {
                self.attribute("class", &format!("language-{language}"));
            }
        }
        self.out.push('>');
    }

    fn cell(&mut self) -> &'static str {
        let (start, end) = if self.columns.head { ("<th", "</th>") } else { ("<td", "</td>") };
        self.out.push_str(start);
        match self.columns.alignments.get(self.columns.next) {
            Some(Alignment::Left) => self.attribute("align", "left"),
            Some(Alignment::Center) => self.attribute("align", "center"),
            Some(Alignment::Right) => self.attribute("align", "right"),
            Some(Alignment::None) | None => {}
        }
        self.columns.next += 1;
        self.out.push('>');
        end
    }

    /// A link, or only its text where the URL is not allowed.
    fn link(
        &mut self,
        kind: LinkType,
        to: &str,
        title: &str,
        range: &Range<usize>,
    ) -> &'static str {
        let mail;
        let to = if kind == LinkType::Email && !to.starts_with("mailto:") {
            mail = format!("mailto:{to}");
            &mail
        } else {
            to
        };
        let Some(url) = self.absolute_url(to, Use::Link, range) else {
            return "";
        };
        self.out.push_str("<a");
        self.attribute("href", &url);
        if !title.is_empty() {
            self.attribute("title", title);
        }
        self.out.push('>');
        "</a>"
    }

    /// An image, or its alt text where the URL is not allowed.
    pub(super) fn image(&mut self, src: &str, alt: &str, title: &str, range: &Range<usize>) {
        let Some(url) = self.absolute_url(src, Use::Media, range) else {
            self.text(alt, range);
            return;
        };
        self.out.push_str("<img");
        self.attribute("src", &url);
        self.attribute("alt", alt);
        if !title.is_empty() {
            self.attribute("title", title);
        }
        self.size(&url);
        self.out.push('>');
    }

    /// Width and height of an image whose file is known, so that text does not move as it loads.
    pub(super) fn size(&mut self, url: &str) {
        let url = Url::parse(url).ok();
        let size = url.and_then(|url| self.place.site?.file(&url)?.size);
        if let Some((width, height)) = size {
            self.attribute("width", &width.to_string());
            self.attribute("height", &height.to_string());
        }
    }

    fn alert_alone(&mut self) {
        if let Some(name) = self.alert.take() {
            self.line();
            self.out.push_str("<p>");
            self.label(name);
            self.out.push_str("</p>\n");
        }
    }

    /// The label of an alert: feed readers do not know its class.
    fn label(&mut self, name: &str) {
        self.out.push_str("<strong>");
        self.out.push_str(name);
        self.out.push_str(":</strong>");
    }
}

/// The quoted value of an attribute of a code block.
fn quoted<'i>(info: &'i str, name: &str) -> Option<&'i str> {
    let part_of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    info.match_indices(name).find_map(|(at, _)| {
        let (before, after) = (info.get(..at)?, info.get(at + name.len()..)?);
        let value = after.strip_prefix('=').filter(|_| !before.ends_with(part_of_name))?;
        let value = value.strip_prefix(['"', '\''])?;
        let quote = after.chars().nth(1)?;
        let (value, _) = value.split_once(quote)?;
        (!value.is_empty()).then_some(value)
    })
}

/// Whether an element is a block.
fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::TableCell
    )
}

/// The label of an alert in text.
pub(in crate::markdown) const fn alert_name(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    }
}
