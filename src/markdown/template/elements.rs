//! Elements of HTML as kramdown and Python-Markdown read them: they end at their end tags, and may have
//! Markdown in them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Sheet;
use super::finder::LONGEST;
use super::line::Line;
use crate::entities::escape;
use crate::markdown::vocabulary::has;

/// The longest element, in bytes.
const FARTHEST: usize = 1 << 16;

/// The longest element in one with Markdown, in bytes.
const NESTED: usize = 1 << 12;

/// Elements whose HTML ends at the end tag, not at a blank line.
const BLOCKS: &str =
    "article aside blockquote center details div dl figcaption figure footer form header
    main nav noscript ol p section summary table tbody td th thead tr ul";

/// A line that looks blank: one that is would end the element.
const SPACE: &str = "&#32;\n";

/// Removes blank lines inside block elements, and separates the text after them. Python-Markdown reads
/// fences before elements.
pub(super) fn whole(sheet: &mut Sheet<'_>, lines: &[Line<'_>], is_python: bool) {
    let text = &sheet.text.to_ascii_lowercase();
    let ends = ends(text);
    let mut done = 0;
    // The end of the outermost element with Markdown in it.
    let mut outer = 0;
    for (number, line) in lines.iter().enumerate() {
        let end = ends.get(&line.start).copied();
        let Some(end) = end.filter(|_| is_block(text, line.start)) else {
            continue;
        };
        let most = if line.start < outer { NESTED } else { FARTHEST };
        let far = end - line.start > most;
        if far || line.start < done || !sheet.is_html(line.start) || sheet.is_literal(line.start) {
            continue;
        }
        let inside = &text[line.start..end];
        let has_markdown = inside.split('<').skip(1).any(is_marked);
        if has_markdown {
            outer = outer.max(end);
        } else {
            done = end;
            if is_python {
                fences(sheet, &lines[number + 1..], end);
            }
        }
        for pair in lines[number..].windows(2) {
            let (line, next) = (&pair[0], &pair[1]);
            if end < next.start {
                let is_end = text[end..line.end()].trim_end().ends_with('>');
                let behind = next.text.trim_start();
                if is_end && !behind.is_empty() && !behind.starts_with('<') {
                    sheet.insert(line.end(), "\n");
                }
                break;
            }
            if line.is_blank() && !has_markdown {
                let shown = if inside.contains("<pre") { SPACE } else { "" };
                sheet.replace(line.start..next.start, shown);
            }
        }
    }
}

/// Writes the fenced code that ends before `end` as HTML.
fn fences(sheet: &mut Sheet<'_>, lines: &[Line<'_>], end: usize) {
    const LONGEST: usize = 1000;
    let mut at = 0;
    while let Some(line) = lines.get(at).filter(|line| line.end() < end) {
        at += 1;
        let written = line.text;
        let mark = written.trim_start_matches(['`', '~']);
        let mark = &written[..written.len() - mark.len()];
        if mark.len() < 3 {
            continue;
        }
        let code = lines[at..].iter().take(LONGEST);
        let mut code = code.take_while(|line| line.end() < end);
        let Some(length) = code.position(|line| line.text.trim_end() == mark) else {
            continue;
        };
        let code = &lines[at..at + length];
        sheet.replace(line.start..lines[at].start, "<pre><code>");
        for line in code {
            let shown = escape(line.text);
            let shown = if shown.trim().is_empty() { SPACE.trim_end().into() } else { shown };
            sheet.replace(line.range(), shown);
        }
        sheet.replace(lines[at + length].range(), "</code></pre>");
        at += length + 1;
    }
}

/// Where the end tags of all elements begin, by where their elements do. As everywhere here, the text is
/// in small letters: HTML's names are the same in any.
fn ends(text: &str) -> BTreeMap<usize, usize> {
    let mut open: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut ends = BTreeMap::new();
    for (at, _) in text.match_indices('<') {
        let tag = &text[at + 1..];
        let end = tag.strip_prefix('/');
        let name = name(end.unwrap_or(tag));
        if end.is_none() {
            open.entry(name).or_default().push(at);
        } else if let Some(start) = open.get_mut(name).and_then(Vec::pop) {
            ends.insert(start, at);
        }
    }
    ends
}

/// Whether a block element begins at a position.
fn is_block(text: &str, start: usize) -> bool {
    has(BLOCKS, name(&text[start + 1..]))
}

/// Whether the rest of a tag after its `<` has the attribute `markdown`.
fn is_marked(rest: &str) -> bool {
    let tag = rest.split(['<', '>']).next().unwrap_or_default();
    let mut attributes = tag.split_whitespace().skip(1);
    attributes.any(|one| one == "markdown" || one.starts_with("markdown="))
}

/// The name that a tag begins with.
pub(super) fn name(tag: &str) -> &str {
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric());
    &tag[..end.unwrap_or(tag.len())]
}

/// Separates Markdown from its element with `markdown="1"`, so that it is parsed. Python-Markdown reads
/// `markdown` as well, and no Markdown inside an element without it.
pub(super) fn with_markdown(sheet: &mut Sheet<'_>, is_python: bool) {
    let text = &sheet.text.to_ascii_lowercase();
    if !text.contains("markdown") {
        return;
    }
    let ends = ends(text);
    let mut plain = (ends.iter())
        .filter(|(start, _)| is_block(text, **start) && !is_marked(&text[*start + 1..]));
    let mut next = plain.next();
    let mut plain_until = 0;
    // The end of the outermost element with Markdown in it.
    let mut outer = 0;
    for (mark, name_of_mark) in text.match_indices("markdown") {
        let near = text.floor_char_boundary(mark.saturating_sub(LONGEST));
        let Some(start) = text[near..mark].rfind('<').map(|at| near + at) else {
            continue;
        };
        while let Some((_, end)) = next.filter(|(plain, _)| **plain < start) {
            plain_until = plain_until.max(*end);
            next = plain.next();
        }
        let tag = &text[mark..text.floor_char_boundary(mark + LONGEST)];
        let (Some(length), false) = (tag.find('>'), text[start..mark].contains('>')) else {
            continue;
        };
        let open = mark + length + 1;
        let rest = &text[mark + name_of_mark.len()..open];
        let is_attribute = text[..mark].ends_with(char::is_whitespace);
        let wanted = match rest.strip_prefix('=') {
            Some(value) => {
                let value = value.trim_start_matches(['"', '\'']);
                ["1", "block", "span"].iter().any(|one| value.starts_with(one))
            }
            None => is_python && rest.starts_with(['>', ' ']),
        };
        let name = name(&text[start + 1..]);
        let is_plain = is_python && start < plain_until;
        if name.is_empty() || !is_attribute || !wanted || is_plain || sheet.is_literal(start) {
            continue;
        }
        let most = if start < outer { NESTED } else { FARTHEST };
        let close = ends.get(&start).copied();
        let Some(close) = close.filter(|close| *close >= open && close - start <= most) else {
            continue;
        };
        outer = outer.max(close);
        outdent(sheet, open..close);
        sheet.insert(open, "\n\n");
        sheet.insert(close, "\n\n");
    }
}

/// Removes the common indentation of lines.
fn outdent(sheet: &mut Sheet<'_>, range: Range<usize>) {
    let text = sheet.text;
    let blanks = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let lines = || text[range.clone()].split_inclusive('\n').skip(1);
    let filled = lines().filter(|line| !line.trim().is_empty());
    let Some(common) = filled.map(blanks).min().filter(|common| *common > 0) else {
        return;
    };
    let first = text[range.clone()].find('\n').map_or(range.end, |at| range.start + at + 1);
    let mut at = first;
    for line in lines() {
        if blanks(line) >= common && !line.trim().is_empty() {
            sheet.replace(at..at + common, "");
        }
        at += line.len();
    }
}
