//! Indented text that is a paragraph and not code, as in Eleventy; and what may begin after indented code.

use std::ops::Range;

use crate::post::paragraph::paragraph_end;

use super::line::lines;
use super::{Family, Sheet};

/// Indented text that is a paragraph.
pub(super) const INDENTED: Family = Family::of("indented", &["    ", "\t"], |sheet| {
    as_paragraphs(sheet, true, |_, _, _| true);
});

/// Lists after indented code: micromark begins one with the number 1 only, as after a paragraph.
pub(super) const LISTS_BEHIND: Family = Family::of("lists-behind-code", &["    ", "\t"], |sheet| {
    let text = sheet.text;
    for (code, items) in std::mem::take(&mut sheet.regions.indented) {
        // Code in an item ends with it.
        if items > 0 {
            continue;
        }
        let next = sheet.regions.numbered.partition_point(|at| *at < code.end);
        let Some(at) = sheet.regions.numbered.get(next).copied() else {
            continue;
        };
        // Bullets of the items that the list begins in.
        let is_mark = |c: char| c.is_whitespace() || matches!(c, '-' | '*' | '+');
        if text[code.end..at].chars().all(is_mark) {
            let digits = text[at..].bytes().take_while(u8::is_ascii_digit);
            let mark = at + digits.count();
            sheet.insert(mark, "\\");
        }
    }
});

/// Makes paragraphs of the indented code for which `is_paragraph` says so, by its first line, the number
/// of spaces before it, and the number of items of lists that it is in. `is_text`: no mark in it begins
/// another block.
pub(super) fn as_paragraphs(
    sheet: &mut Sheet<'_>,
    is_text: bool,
    is_paragraph: impl Fn(&str, usize, usize) -> bool,
) {
    let text = sheet.text;
    let mut changed = Vec::new();
    for (block, items) in std::mem::take(&mut sheet.regions.indented) {
        let line = text[..block.start].rfind('\n').map_or(0, |end| end + 1);
        let quotes = text[line..block.start].matches('>').count();
        let begin = line + quoted(&text[line..block.start], quotes);
        // Later lines have the marks of quotes before the spaces.
        let all = || {
            let lines = lines(&text[begin..block.end]).enumerate();
            lines.map(|(number, line)| {
                let marks = if number == 0 { 0 } else { quoted(line.text, quotes) };
                (line.start + marks, &line.text[marks..])
            })
        };
        let filled = || all().filter(|(_, line)| !line.trim().is_empty());
        let least = filled().map(|(_, line)| blanks(line)).min().unwrap_or(0);
        let first = text[block.clone()].trim_start();
        if !is_paragraph(first, least, items) {
            continue;
        }
        // What belongs to the item of the list stays.
        let code = if text[begin..].starts_with('\t') { 1 } else { 4 };
        let kept = if items > 0 { least.saturating_sub(code) } else { 0 };
        let mut continues = false;
        for (at, line) in all() {
            let start = begin + at + blanks(line);
            let goes_on = std::mem::replace(&mut continues, !line.trim().is_empty());
            // Indentation keeps a paragraph's lines after the first from beginning another block.
            if !continues || goes_on && is_text {
                continue;
            }
            if begin + at + kept < start {
                sheet.replace(begin + at + kept..start, "");
            }
            if is_text && let Some((mark, before)) = mark(&text[start..block.end]) {
                sheet.insert(start + mark, before);
            }
        }
        changed.push(block);
    }
    let is_other = |code: &Range<usize>| {
        let found = changed.binary_search_by_key(&code.start, |block| block.start);
        found.is_err()
    };
    sheet.regions.code.retain(is_other);
    sheet.regions.blocks.retain(is_other);
}

/// How long the marks of that many quotes are that a line begins with.
fn quoted(line: &str, quotes: usize) -> usize {
    let mut marks = line.bytes().take_while(|byte| matches!(byte, b'>' | b' ' | b'\t'));
    (0..quotes).fold(0, |end, _| {
        let found = marks.position(|byte| byte == b'>');
        found.map_or(end, |at| end + at + 1)
    })
}

fn blanks(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// Where a text begins another block than a paragraph, and what to write there so that it does not.
fn mark(text: &str) -> Option<(usize, &'static str)> {
    let line = text.lines().next()?.trim_end();
    let first = line.chars().next()?;
    let rest = line.trim_start_matches(first);
    let count = line.len() - rest.len();
    let is_rule = || line.chars().all(|c| c == first || c.is_whitespace());
    let is_block = match first {
        '>' | '|' | '=' => true,
        ':' => rest.starts_with(' '),
        '#' => rest.is_empty() || rest.starts_with(' '),
        '-' | '+' | '*' => is_rule() || count == 1 && rest.starts_with([' ', '\t']),
        '_' => is_rule(),
        '`' | '~' => count > 2,
        _ => false,
    };
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if is_block {
        Some((0, "\\"))
    } else if digits > 0 && line[digits..].starts_with(['.', ')']) {
        Some((digits, "\\"))
    } else if first == '[' {
        // The definition of a reference; its name may be a link.
        Some((line.find("]:")? + 1, "\\"))
    } else {
        // After an inline element, no HTML block can begin, in which Markdown would not be parsed.
        let paragraph = &text[..paragraph_end(text).unwrap_or(text.len())];
        let is_markdown = first == '<' && paragraph.contains(['*', '_', '[', '`', '\\']);
        is_markdown.then_some((0, "<span></span>"))
    }
}
