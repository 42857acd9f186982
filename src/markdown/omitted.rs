//! Leaves out raw HTML as a generator does. HTML in place of template code stays.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Document, rules};
use crate::post::Post;
use crate::report::Finding;

/// Removes the raw HTML of a document, with a finding where that is more than comments.
pub(super) fn omit(document: &mut Document<'_>, post: &Post) {
    let text = post.source.text();
    let mut in_block = false;
    let mut omitted = Vec::new();
    document.events.retain(|(event, range)| {
        let written = text.get(range.clone()).unwrap_or_default().trim_start();
        match event {
            Event::Start(Tag::HtmlBlock) => in_block = written.starts_with('<'),
            Event::End(TagEnd::HtmlBlock) if in_block => {
                in_block = false;
                return false;
            }
            Event::InlineHtml(_) if written.starts_with('<') => {}
            _ => return !in_block,
        }
        let is_written = in_block || matches!(event, Event::InlineHtml(_));
        if is_written && !written.starts_with("<!--") {
            omitted.push(range.clone());
        }
        !is_written
    });
    let Some(first) = omitted.first() else {
        return;
    };
    let line = text[first.start..].trim_start().lines().next().unwrap_or_default();
    let end = first.end.min(first.start + line.len());
    let more = match omitted.len() {
        1 => String::new(),
        count => format!(" (and {} more in this post)", count - 1),
    };
    let message = format!("raw HTML is left out, as on the page{more}");
    document.findings.push(
        Finding::new(&rules::OMITTED_HTML, message)
        .at(post.source.span(first.start..end))
        .help("write Markdown, or set `unsafe = true` under `[markup.goldmark.renderer]` in Hugo's configuration"),
    );
}
