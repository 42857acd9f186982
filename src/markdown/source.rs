//! The Markdown of a body for feed readers: template code replaced, URLs absolute.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag};

use super::href::Use;
use super::{Document, Place, html, options};
use crate::post::Post;

/// `None` where the body has raw HTML, which only the rendered content shows safely, or a URL that is
/// not allowed.
pub(super) fn source(document: &Document<'_>, post: &Post, place: Place<'_>) -> Option<String> {
    let text = document.text.as_ref();
    let parser = Parser::new_ext(text, options(text));
    let mut written: Vec<(Range<usize>, String, Use)> = Vec::new();
    for (_, definition) in parser.reference_definitions().iter() {
        let to = definition.dest.to_string();
        written.push((definition.span.clone(), to, Use::Link));
    }
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Html(_) | Event::InlineHtml(_) => return None,
            Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. }) => {
                written.push((range, dest_url.into_string(), Use::Link));
            }
            Event::Start(Tag::Image { link_type: LinkType::Inline, dest_url, .. }) => {
                written.push((range, dest_url.into_string(), Use::Media));
            }
            _ => {}
        }
    }
    let mut resolve = html::resolver(document, post, place);
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (range, to, usage) in written {
        let absolute = resolve(&to, usage)?;
        // A URL comes last in its link, except for the title; one written with escapes (`\(`) need
        // not be made absolute.
        let Some(at) = text.get(range.clone()).and_then(|link| link.rfind(&to)) else {
            continue;
        };
        if absolute != to && !to.is_empty() {
            let start = range.start + at;
            edits.push((start..start + to.len(), absolute));
        }
    }
    edits.sort_by_key(|(range, _)| range.start);
    let mut whole = String::with_capacity(text.len());
    let mut at = 0;
    for (range, absolute) in edits {
        if range.start >= at {
            whole.push_str(&text[at..range.start]);
            whole.push_str(&absolute);
            at = range.end;
        }
    }
    whole.push_str(&text[at..]);
    let whole = whole.replace("\r\n", "\n");
    Some(whole.trim_matches('\n').to_owned() + "\n")
}
