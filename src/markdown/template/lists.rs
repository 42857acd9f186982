//! Lists as kramdown and Python-Markdown read them: where they begin and nest, their bullets and numbers.

use std::collections::BTreeSet;

use super::Sheet;
use super::line::Line;
use super::older::is_rule;

/// Escapes `1)` at the beginning of a line, which numbers no list there. Returns where such lines begin.
pub(super) fn parentheses(sheet: &mut Sheet<'_>, lines: &[Line<'_>]) -> Vec<usize> {
    let mut escaped = Vec::new();
    for line in lines {
        let mut written = line.text.trim_start();
        while let Some(inner) = bullet(written).map(|length| &written[length..]) {
            written = inner.trim_start();
        }
        let digits = written.bytes().take_while(u8::is_ascii_digit).count();
        let at = line.end() - written.len() + digits;
        if digits > 0 && written[digits..].starts_with(") ") && sheet.is_markdown(at) {
            sheet.insert(at, "\\");
            escaped.push(line.start);
        }
    }
    escaped
}

/// Escapes the marks of a list that follows a paragraph without a blank line: in Python-Markdown, they
/// are part of the paragraph. Returns where such lines begin.
pub(super) fn in_paragraphs(sheet: &mut Sheet<'_>, lines: &[Line<'_>]) -> BTreeSet<usize> {
    let mut escaped = BTreeSet::new();
    let mut is_paragraph = false;
    let mut begins = true;
    for line in lines {
        let written = line.text.trim_end();
        let is_indented = written.starts_with("    ");
        // In a quote as well.
        let trimmed = written.trim_start_matches([' ', '\t', '>']);
        let start = line.start + written.len() - trimmed.len();
        let is_other = trimmed.is_empty() || trimmed.starts_with('#') || is_rule(trimmed);
        if is_other || sheet.block(start).is_some() {
            (is_paragraph, begins) = (false, true);
            continue;
        }
        let mark = bullet(trimmed).or_else(|| number(trimmed));
        if begins {
            is_paragraph = !is_indented && mark.is_none() && !trimmed.starts_with(['|', ':']);
            begins = false;
        } else if let Some(length) =
            mark.filter(|_| is_paragraph && !is_indented && !sheet.is_literal(start))
        {
            sheet.replace(start + length - 1..start + length - 1, "\\");
            escaped.insert(line.start);
        }
    }
    escaped
}

/// Moves the items of nested lists to the multiple of four spaces that Python-Markdown reads them at:
/// more spaces do not begin a deeper list.
pub(super) fn nested_items(sheet: &mut Sheet<'_>, lines: &[Line<'_>]) {
    let text = sheet.text;
    // The number of lists that a line is in.
    let mut depth = 0;
    let mut moved = Vec::new();
    for line in lines {
        let written = line.text.trim_start_matches(' ');
        let spaces = line.text.len() - written.len();
        let is_item = is_item(written);
        let level = spaces / 4;
        let at = line.start + spaces;
        let is_fenced =
            (sheet.block(at)).is_some_and(|block| text[block.clone()].starts_with(['`', '~']));
        if is_fenced || sheet.is_html(at) || written.is_empty() {
            continue;
        }
        if !is_item {
            depth = depth.min(level + usize::from(level > 0));
        } else if level <= depth {
            depth = level + 1;
            if level > 0 && !spaces.is_multiple_of(4) {
                sheet.replace(at - spaces % 4..at, "");
                moved.push(at);
            }
        }
    }
    // They are code only to those who know no list at their place.
    sheet.regions.code.retain(|code| {
        let first = moved.partition_point(|at| *at < code.start);
        moved.get(first).is_none_or(|at| *at >= code.end)
    });
}

/// Writes every bullet as a hyphen, and counts every list from 1: another bullet begins no other list, and
/// the first number does not count.
pub(super) fn as_one(sheet: &mut Sheet<'_>) {
    let text = sheet.text;
    for at in std::mem::take(&mut sheet.regions.bullets) {
        let behind = text[at + 1..].trim_start_matches([' ', '\t']);
        let is_other = text[at..].starts_with(['*', '+']) && !behind.starts_with('-');
        if is_other && !sheet.is_literal(at) {
            sheet.replace(at..at + 1, "-");
        }
    }
    for at in std::mem::take(&mut sheet.regions.numbered) {
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        // A comment between the items does not end their list.
        let is_continued = text[..at].trim_end().ends_with("-->");
        if digits > 0 && !is_continued && !sheet.is_literal(at) {
            // As many digits, on which the indentation of the item's text depends.
            sheet.replace(at..at + digits, format!("{:0>digits$}", 1));
        }
    }
}

/// Whether a line begins an item of a list.
pub(super) fn is_item(line: &str) -> bool {
    bullet(line).or_else(|| number(line)).is_some()
}

/// The length of the mark of a list's item that a text begins with.
pub(super) fn bullet(text: &str) -> Option<usize> {
    let is_item = text.starts_with(['-', '+', '*']) && text[1..].starts_with([' ', '\t']);
    is_item.then_some(1)
}

pub(super) fn number(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_item = digits > 0 && text[digits..].starts_with(". ");
    is_item.then_some(digits + 1)
}
