//! Template code with a name, arguments and perhaps an end tag: handled alike for all families.

use std::ops::Range;

use super::arguments::Arguments;
use super::known::{Known, known, link_text};
use super::{Sheet, Unknown};
use crate::entities::escape;

/// One tag.
#[derive(Debug, Default)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) arguments: String,
    /// Bytes of the body.
    pub(super) range: Range<usize>,
    /// Whether it ends one of the same name.
    pub(super) closes: bool,
    /// Whether it includes a file, and so has no content.
    pub(super) is_include: bool,
}

impl Tag {
    pub(super) fn new(name: &str, arguments: &str, range: Range<usize>) -> Self {
        Self { name: name.to_owned(), arguments: arguments.to_owned(), range, ..Self::default() }
    }

    /// The end tag of the name.
    pub(super) fn end(name: &str, range: Range<usize>) -> Self {
        Self { closes: true, ..Self::new(name, "", range) }
    }
}

/// Handles tags in order; an end tag belongs to the nearest open one of its name.
pub(super) fn replace_tags(sheet: &mut Sheet<'_>, tags: &[Tag]) {
    let mut ends: Vec<Option<usize>> = vec![None; tags.len()];
    let mut open: Vec<usize> = Vec::new();
    for (at, tag) in tags.iter().enumerate() {
        if !tag.closes {
            open.push(at);
        } else if let Some(depth) = open.iter().rposition(|start| tags[*start].name == tag.name) {
            ends[open[depth]] = Some(at);
            open.truncate(depth);
        }
    }
    for (tag, end) in tags.iter().zip(&ends) {
        if sheet.is_code(tag.range.start) {
            continue;
        }
        if tag.closes {
            // Its start tag has handled it, unless it has none.
            sheet.replace(tag.range.clone(), "");
        } else {
            let end = end.and_then(|end| tags.get(end)).map(|tag| tag.range.clone());
            replace_tag(sheet, tag, end);
        }
    }
}

fn replace_tag(sheet: &mut Sheet<'_>, tag: &Tag, end: Option<Range<usize>>) {
    let arguments = Arguments::read(&tag.arguments);
    let at = tag.range.start;
    let range = tag.range.clone();
    let whole = range.start..end.as_ref().map_or(range.end, |end| end.end);
    let known = known(&tag.name, &arguments)
        .filter(|known| is_whole(known, tag, &arguments, end.is_some()) && !sheet.is_literal(at));
    match known {
        Some(Known::Link { text, to }) => {
            let link = sheet.link(&text, &to, at);
            sheet.replace(range, link);
        }
        Some(Known::Image { src, alt, caption, to }) => {
            let image = sheet.image(&src, &alt, at);
            let image = framed(sheet, image, caption.as_deref(), to.as_deref(), at);
            sheet.replace(range, image);
        }
        Some(Known::Around { before, after }) => {
            sheet.replace(range, before);
            if let Some(end) = end {
                sheet.replace(end, after);
            }
        }
        Some(Known::LinkAround { to }) => match end {
            Some(end) if !sheet.is_html(at) => {
                sheet.replace(range, "[");
                sheet.replace(end, format!("]({})", super::destination(&to)));
            }
            _ => {
                let link = sheet.link(&to, &to, at);
                sheet.replace(range, link);
            }
        },
        Some(Known::Code { language }) => {
            if let Some(end) = end {
                let inside = &sheet.text[range.end..end.start];
                let line = |there: bool| if there { "" } else { "\n" };
                let (before, after) = if sheet.is_html(at) {
                    ("<pre><code>".to_owned(), "</code></pre>".to_owned())
                } else {
                    let first = line(inside.trim_start_matches('\r').starts_with('\n'));
                    let last = line(inside.ends_with('\n'));
                    (format!("\n~~~~~~ {language}{first}"), format!("{last}~~~~~~\n"))
                };
                sheet.set_apart(range.end..end.start);
                sheet.replace(range, before);
                sheet.replace(end, after);
            } else {
                sheet.replace(range, "");
            }
        }
        Some(Known::Hidden) => {
            sheet.set_apart(whole.clone());
            sheet.replace(whole, "");
        }
        Some(Known::Break) => sheet.replace(range, "\\\n"),
        Some(Known::Nothing) => sheet.replace(range, ""),
        None => replace_unknown(sheet, tag, &arguments, end),
    }
}

/// Whether the known meaning of a tag is all that it does: the name of an included file proves
/// little, and what surrounds a text needs a text.
fn is_whole(known: &Known, tag: &Tag, arguments: &Arguments, has_end: bool) -> bool {
    match known {
        Known::Around { .. } | Known::Hidden => has_end,
        // Alone and without arguments it only loads a library for formulas or diagrams.
        Known::Code { .. } => has_end || arguments.are_none(),
        Known::Nothing => !tag.is_include || arguments.are_none(),
        Known::Link { .. } | Known::Image { .. } | Known::LinkAround { .. } | Known::Break => true,
    }
}

/// An image with its caption and link.
fn framed(
    sheet: &Sheet<'_>,
    image: String,
    caption: Option<&str>,
    to: Option<&str>,
    at: usize,
) -> String {
    let html = sheet.is_html(at);
    let image = match to {
        None => image,
        Some(to) if html => format!("<a href=\"{}\">{image}</a>", escape(to)),
        Some(to) => format!("[{image}]({})", super::destination(to)),
    };
    // Emphasis keeps the caption from beginning a list or a heading by chance.
    match caption.map(super::collapsed) {
        None => image,
        Some(caption) if html => format!("{image}<br>{}", escape(&caption)),
        Some(caption) if caption.contains(['*', '_']) => format!("{image}\\\n{caption}"),
        Some(caption) => format!("{image}\\\n*{caption}*"),
    }
}

fn replace_unknown(
    sheet: &mut Sheet<'_>,
    tag: &Tag,
    arguments: &Arguments,
    end: Option<Range<usize>>,
) {
    let at = tag.range.start;
    let range = tag.range.clone();
    // `{% include note.html who="me" %}`
    let inside = sheet.text[range.clone()].trim_matches(['{', '%', '-', '}']);
    let include: Vec<&str> = inside.split_whitespace().take(2).collect();
    let name = if tag.is_include { include.join(" ") } else { tag.name.clone() };
    let in_url = end.is_none() && super::around::url(sheet.text, &range).is_some();
    if in_url && !sheet.is_literal(at) {
        sheet.report_unknown_as(&name, &range, super::ADDRESS_GONE);
        sheet.put_url(range, "");
        return;
    }
    sheet.report_unknown(&name, &range);
    // Whatever it is, keep its URL.
    if let Some(url) = arguments.url() {
        let link = sheet.link(link_text(arguments, url), url, at);
        sheet.replace(range, link);
        return;
    }
    match end {
        Some(end) if sheet.unknown != Unknown::Keep => {
            sheet.set_apart(range.end..end.start);
            sheet.take_out(range.start..end.end);
        }
        _ => sheet.take_out(range),
    }
}
