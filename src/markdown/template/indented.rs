//! Indented text where it is no code, as in Eleventy: it is a paragraph.

use std::ops::Range;

use super::{Family, NONE, Sheet, lines};

/// Indented text that is a paragraph.
pub(super) const INDENTED: Family = Family {
    name: "indented",
    marks: &["    ", "\t"],
    edit: |sheet| as_paragraphs(sheet, true, |_, _, _| true),
    ..NONE
};

/// Makes paragraphs of the indented code for which `is_paragraph` says so, by its first line, the number
/// of blanks before it, and the number of items of lists that it is in. `is_text`: no mark in it begins
/// another block.
pub(super) fn as_paragraphs(
    sheet: &mut Sheet<'_>,
    is_text: bool,
    is_paragraph: impl Fn(&str, usize, usize) -> bool,
) {
    let text = sheet.text;
    let mut changed = Vec::new();
    for (block, items) in std::mem::take(&mut sheet.indented) {
        // In a quote, its mark is before the blanks.
        let begin = text[..block.start].rfind(['\n', '>']);
        let begin = begin.map_or(0, |end| end + 1);
        let filled = || lines(&text[begin..block.end]).filter(|(_, line)| !line.trim().is_empty());
        let least = filled().map(|(_, line)| blanks(line)).min().unwrap_or(0);
        let first = text[block.clone()].trim_start();
        if !is_paragraph(first, least, items) {
            continue;
        }
        // What belongs to the item of the list stays.
        let code = if text[begin..].starts_with('\t') {
            1
        } else {
            4
        };
        let kept = if items > 0 {
            least.saturating_sub(code)
        } else {
            0
        };
        for (at, line) in filled() {
            let start = begin + at + blanks(line);
            if begin + at + kept < start {
                sheet.replace(begin + at + kept..start, "");
            }
            if let Some(mark) = mark(line.trim()).filter(|_| is_text) {
                sheet.replace(start + mark..start + mark, "\\");
            }
        }
        changed.push(block);
    }
    let is_other = |code: &Range<usize>| {
        let found = changed.binary_search_by_key(&code.start, |block| block.start);
        found.is_err()
    };
    sheet.code.retain(is_other);
    sheet.blocks.retain(is_other);
}

fn blanks(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// Where the mark is by which a line would begin another block than a paragraph, or end one.
fn mark(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let rest = line.trim_start_matches(first);
    let count = line.len() - rest.len();
    let is_block = match first {
        '>' | '|' | '=' => true,
        ':' => rest.starts_with(' '),
        '#' => rest.is_empty() || rest.starts_with(' '),
        '-' | '+' | '*' => rest.is_empty() || count == 1 && rest.starts_with([' ', '\t']),
        '`' | '~' => count > 2,
        _ => false,
    };
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_numbered = digits > 0 && line[digits..].starts_with(['.', ')']);
    is_block.then_some(0).or(is_numbered.then_some(digits))
}
