//! Tables as kramdown and Python-Markdown read them: without a header, below other blocks, and with pipes in
//! code.

use std::ops::Range;

use super::Sheet;
use super::older::is_rule;

/// Adds the header that GitHub's Markdown requires to tables, and removes lines that only divide rows.
pub(super) fn completed(sheet: &mut Sheet<'_>, lines: &[Range<usize>]) {
    let text = sheet.text;
    // Lines indented by four spaces are code.
    let is_row = |range: &Range<usize>| {
        let line = &text[range.clone()];
        line.trim_start().starts_with('|') && line.len() - line.trim_start().len() < 4
    };
    let mut at = 0;
    while at < lines.len() {
        let start = at;
        while at < lines.len() && is_row(&lines[at]) {
            at += 1;
        }
        let table = &lines[start..at];
        at += usize::from(at == start);
        let after_blank = start == 0 || text[lines[start - 1].clone()].trim().is_empty();
        if table.is_empty()
            || !after_blank
            || sheet.is_literal(table[0].start)
            || sheet.is_html(table[0].start)
        {
            continue;
        }
        let is_line = |range: &Range<usize>| is_separator(&text[range.clone()]);
        let next = lines.get(at).map_or("", |line| text[line.clone()].trim());
        if !(next.is_empty() || next == "^" || next.starts_with("{:") || next.contains('|')) {
            // With a line of text at its end, it is a paragraph.
            if let Some(row) = table.iter().find(|row| is_line(row)) {
                sheet.replace(row.start..row.start, "\\");
            }
            continue;
        }
        let first = table.iter().position(|row| !is_line(row));
        let Some(first) = first else { continue };
        let has_header = table.get(first + 1).is_some_and(is_line);
        if first == 0 && has_header && table[2..].iter().all(|row| !is_line(row)) {
            continue;
        }
        for (index, row) in table.iter().enumerate() {
            if is_line(row) && !(has_header && index == first + 1) {
                let end = lines
                    .get(start + index + 1)
                    .map_or(row.end, |next| next.start);
                sheet.replace(row.start..end, "");
            }
        }
        if !has_header {
            let columns = columns(&text[table[first].clone()]);
            let header = format!("|{}\n|{}\n", " |".repeat(columns), "---|".repeat(columns));
            sheet.replace(table[first].start..table[first].start, header);
        }
    }
}

/// Gives the line below a header as many columns as the header has, which GitHub's Markdown requires.
pub(super) fn dividers(sheet: &mut Sheet<'_>, lines: &[Range<usize>]) {
    let text = sheet.text;
    for (at, pair) in lines.windows(2).enumerate() {
        let (head, row) = (&text[pair[0].clone()], text[pair[1].clone()].trim());
        let is_divider = row.contains('|') && is_separator(row) && !is_separator(head);
        let begins = || at == 0 || text[lines[at - 1].clone()].trim().is_empty();
        if !is_divider || !head.contains('|') || columns(head) == columns(row) || !begins() {
            continue;
        }
        if sheet.is_literal(pair[1].start) || sheet.is_html(pair[1].start) {
            continue;
        }
        let row = row.trim_matches('|');
        let mut cells: Vec<&str> = row.split('|').collect();
        cells.resize(columns(head), "---");
        sheet.replace(pair[1].clone(), format!("|{}|", cells.join("|")));
    }
}

/// Whether a row only divides others: `|---|===|`.
fn is_separator(row: &str) -> bool {
    row.contains(['-', '='])
        && row
            .chars()
            .all(|c| matches!(c, '|' | '-' | '=' | ':' | '+' | ' ' | '\t'))
}

fn columns(row: &str) -> usize {
    let row = row.trim().trim_start_matches('|');
    let row = row.strip_suffix('|').unwrap_or(row);
    row.replace("\\|", "").matches('|').count() + 1
}

/// Escapes the second line of a table that follows another block at once: it is part of that. In
/// Python-Markdown, a heading ends with its line.
pub(super) fn in_paragraphs(sheet: &mut Sheet<'_>, lines: &[Range<usize>], is_python: bool) {
    let text = sheet.text;
    for three in lines.windows(3) {
        let [before, header, line] = three else {
            continue;
        };
        let written = text[line.clone()].trim();
        let divides = written.contains('|') && written.contains('-') && { written.bytes() }
            .all(|byte| b"|-: ".contains(&byte));
        let is_other = sheet.is_literal(before.start) || sheet.is_html(before.start);
        let before = text[before.clone()].trim();
        let is_text = match before.chars().next() {
            None => false,
            Some('#') => !is_python,
            Some('^' | '{') => is_python,
            Some(_) => !(before.contains('|') || is_rule(before) || is_python && is_other),
        };
        let start = line.end - text[line.clone()].trim_start().len();
        if divides && is_text && text[header.clone()].contains('|') && sheet.block(start).is_none()
        {
            sheet.replace(start..start, "\\");
        }
    }
}

/// Keeps a pipe in a code span from ending the cell of a table, and a backslash before one visible.
pub(super) fn pipes(sheet: &mut Sheet<'_>, lines: &[Range<usize>]) {
    let text = sheet.text;
    for block in lines.split(|line| text[line.clone()].trim().is_empty()) {
        let divides = |line: &Range<usize>| {
            let written = text[line.clone()].trim();
            written.contains('|') && written.contains('-') && { written.bytes() }
                .all(|byte| b"|-:+= ".contains(&byte))
        };
        let is_row = |line: &Range<usize>| text[line.clone()].trim_start().starts_with('|');
        if !block.iter().any(divides) && !block.iter().all(is_row) {
            continue;
        }
        for line in block {
            if sheet.block(line.start).is_some() {
                continue;
            }
            let mut at = line.start;
            while let Some(open) = text[at..line.end].find('`').map(|open| at + open) {
                let count = text[open..line.end]
                    .bytes()
                    .take_while(|byte| *byte == b'`')
                    .count();
                let marks = &text[open..open + count];
                let inside = open + count;
                let Some(length) = text[inside..line.end].find(marks) else {
                    break;
                };
                for (pipe, _) in text[inside..inside + length].match_indices('|') {
                    let pipe = inside + pipe;
                    let before = pipe - usize::from(text[..pipe].ends_with('\\'));
                    sheet.replace(before..before, "\\");
                }
                at = inside + length + count;
            }
        }
    }
}
