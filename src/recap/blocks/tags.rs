//! Converts raw HTML to blocks.

use std::ops::Range;

use super::builder::Builder;
use super::{Kind, Picture};
use crate::markdown::raw::{hides_content, image_source, is_expression, is_struck_out};
use crate::recap::html::{self, Token};
use crate::recap::player;
use crate::recap::text::{MarkKind, Text};

/// Parts of the classes of quotations that stand for a post of a network or a card of another site: `twitter-tweet`, `embedly-card`, `wp-embedded-content`.
const EMBEDS: [&str; 5] = ["embed", "twitter-", "instagram-media", "tiktok", "mastodon-"];

/// Elements that may contain others of their name.
const NESTED: [&str; 7] = ["blockquote", "div", "section", "article", "aside", "details", "span"];

impl Builder<'_> {
    /// Raw HTML, a whole block of it or one tag.
    pub(super) fn raw(&mut self, html: &str, offset: usize) {
        let mut below_break = false;
        for token in html::tokens(html, offset) {
            let breaks = matches!(&token, Token::Open(name, ..) if name == "br" || name == "hr");
            match token {
                Token::Text(text, range) if below_break => self.lines_below(text, range.start),
                Token::Text(text, range) => self.raw_text(text, range.start),
                Token::Open(name, attributes, range) => self.open_tag(&name, &attributes, range),
                Token::Close(name) => self.close_tag(&name),
            }
            below_break = breaks;
        }
    }

    /// The text below a `<br/>` on a line of its own: a heading of Markdown there is one for other readers
    /// of Markdown.
    fn lines_below(&mut self, text: &str, offset: usize) {
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let from = at;
            at += line.len();
            let words = line.trim_start_matches('#');
            let level = line.len() - words.len();
            if from > 0 && (1..=6).contains(&level) && words.starts_with(' ') {
                let level = u8::try_from(level).unwrap_or(6);
                self.push(Kind::Heading(level), offset + from..offset + at);
                self.raw_text(words, offset + from + line.len() - words.len());
                self.close();
            } else {
                self.raw_text(line, offset + from);
            }
        }
    }

    /// Leaves out the content of an element.
    pub(super) fn hide(&mut self, name: &str) {
        self.hidden = Some((name.to_owned(), 1));
    }

    fn raw_text(&mut self, text: &str, offset: usize) {
        for (part, range) in html::decoded(text) {
            self.text(&part, &(offset + range.start..offset + range.end));
        }
    }

    fn open_tag(&mut self, name: &str, attributes: &[(String, String)], range: Range<usize>) {
        if let Some((hidden, depth)) = &mut self.hidden {
            // Others may end without a closing tag.
            *depth += usize::from(hidden == name && NESTED.contains(&name));
            return;
        }
        let get = |wanted: &str| {
            attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone())
        };
        let pairs = attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        if hides_content(name, pairs) || is_struck_out(name) {
            self.hide(name);
            return;
        }
        if let Some(page) = player::of_tag(name, attributes) {
            self.frame(page, range.clone());
        }
        if name == "blockquote" && get("class").is_some_and(|class| is_embedded(&class)) {
            self.hide(name);
            return;
        }
        match name {
            "script" | "style" | "svg" | "math" | "noscript" => self.hide(name),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes().get(1).map_or(2, |digit| digit - b'0');
                self.push(Kind::Heading(level), range);
            }
            "blockquote" => {
                self.current = None;
                self.quotes += 1;
            }
            "p" | "div" | "section" | "figure" | "article" | "details" if !self.fresh_item() => {
                self.current = None;
            }
            "summary" => {
                self.current = None;
                self.open_mark(MarkKind::Strong);
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
            "br" | "dd" => self.break_line('\n', &range),
            "b" | "strong" => self.open_mark(MarkKind::Strong),
            "i" | "em" | "cite" => self.open_mark(MarkKind::Emphasis),
            "small" => self.open_mark(MarkKind::Small),
            "a" => self.open_mark(MarkKind::Link(get("href").unwrap_or_default())),
            "img" => self.picture(Picture {
                src: image_source(get)
                    .map(|(_, src)| src)
                    .filter(|src| !is_expression(src))
                    .unwrap_or_default(),
                alt: get("alt").filter(|alt| !alt.is_empty()),
                caption: get("title").filter(|title| !title.is_empty()),
                block: 0,
                source: range,
            }),
            "iframe" | "video" | "embed" | "source" => {
                if let Some(src) = get("src").filter(|src| !src.is_empty()) {
                    self.frame(src, range);
                }
            }
            _ => {}
        }
    }

    /// Adds a player to the last block.
    pub(super) fn frame(&mut self, url: String, source: Range<usize>) {
        if let Some(block) = self.out.all.last_mut() {
            block.frames.push((url, source));
        }
    }

    fn close_tag(&mut self, name: &str) {
        if let Some((hidden, depth)) = &mut self.hidden {
            if hidden == name {
                *depth -= 1;
                self.hidden.take_if(|(_, depth)| *depth == 0);
            }
            return;
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "tr" | "p" | "div" | "section" | "figure"
            | "article" => self.close(),
            "summary" => {
                self.close_mark();
                self.close();
            }
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
}

/// Whether the class of a quotation has one of [`EMBEDS`].
fn is_embedded(class: &str) -> bool {
    EMBEDS.iter().any(|name| class.contains(name))
}
