//! Links and images of a body, as the author wrote them.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::raw::{Token, image_source, is_expression, tokens};
use super::{Document, RawBlock};

/// An image of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyImage {
    /// URL as written.
    pub src: String,
    /// Alt text, plain; empty where there is none.
    pub alt: String,
    /// Title attribute.
    pub title: Option<String>,
    /// Bytes of the post's source.
    pub range: Range<usize>,
}

/// A link of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyLink {
    /// URL as written; `mailto:` is added to a bare mail address.
    pub to: String,
    /// The text, plain.
    pub text: String,
    /// Title attribute.
    pub title: Option<String>,
    /// Bytes of the post's source.
    pub range: Range<usize>,
}

/// The plain text of an image, and the index after its end.
pub(super) fn alt(events: &[(Event<'_>, Range<usize>)], start: usize) -> (String, usize) {
    let mut alt = String::new();
    let mut depth = 0_usize;
    for (at, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return (alt, at + 1);
                }
            }
            Event::Text(text) | Event::Code(text) => alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
    }
    (alt, events.len())
}

pub(super) fn images(document: &Document<'_>) -> Vec<BodyImage> {
    let mut images = Vec::new();
    let mut at = 0;
    while let Some((event, range)) = document.events.get(at) {
        let mut next = at + 1;
        if let Event::Start(Tag::Image {
            dest_url, title, ..
        }) = event
        {
            let alt;
            // Everything inside an image is its alt text, other images included.
            (alt, next) = self::alt(&document.events, at);
            images.push(BodyImage {
                src: dest_url.to_string(),
                alt,
                title: (!title.is_empty()).then(|| title.to_string()),
                range: range.clone(),
            });
        }
        at = next;
    }
    each_tag(document, |name, value, range| {
        if name == "img"
            && let Some((_, src)) = image_source(value)
            && !is_expression(&src)
        {
            images.push(BodyImage {
                src,
                alt: value("alt").unwrap_or_default(),
                title: value("title"),
                range,
            });
        }
    });
    images.sort_by_key(|image| image.range.start);
    images
}

pub(super) fn links(document: &Document<'_>) -> Vec<BodyLink> {
    let mut links: Vec<BodyLink> = Vec::new();
    // Links do not nest.
    let mut open: Option<BodyLink> = None;
    for (event, range) in &document.events {
        match event {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            }) => {
                let mail = *link_type == LinkType::Email && !dest_url.starts_with("mailto:");
                open = Some(BodyLink {
                    to: format!("{}{dest_url}", if mail { "mailto:" } else { "" }),
                    text: String::new(),
                    title: (!title.is_empty()).then(|| title.to_string()),
                    range: range.clone(),
                });
            }
            Event::End(TagEnd::Link) => links.extend(open.take()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(link) = &mut open {
                    link.text.push_str(text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(link) = &mut open {
                    link.text.push(' ');
                }
            }
            _ => {}
        }
    }
    each_tag(document, |name, value, range| {
        if name == "a"
            && let Some(to) = value("href")
        {
            links.push(BodyLink {
                to,
                text: String::new(),
                title: value("title"),
                range,
            });
        }
    });
    links.sort_by_key(|link| link.range.start);
    links
}

/// Every start tag of raw HTML: its name, attributes and position.
fn each_tag(
    document: &Document<'_>,
    mut see: impl FnMut(&str, &dyn Fn(&str) -> Option<String>, Range<usize>),
) {
    let mut at = 0;
    while let Some((event, range)) = document.events.get(at) {
        at += 1;
        let block = match event {
            Event::Html(_) => {
                let (block, next) = RawBlock::gather(&document.events, at - 1);
                at = next;
                block
            }
            Event::InlineHtml(tag) => RawBlock::inline(tag, range),
            _ => continue,
        };
        for token in tokens(&block.text) {
            if let Token::Start {
                name,
                attributes,
                range,
            } = token
            {
                let value = |wanted: &str| {
                    let found = attributes.iter().find(|attribute| attribute.name == wanted);
                    found.map(|attribute| attribute.value.clone().into_owned())
                };
                see(&name, &value, block.source(&range));
            }
        }
    }
}
