//! Tables as kramdown and Python-Markdown read them: without a header, below other blocks, and with pipes in
//! code.

use super::Sheet;
use super::line::Line;
use super::older::is_rule;

/// Adds the header that GitHub's Markdown requires to tables, and removes lines that only divide rows.
pub(super) fn completed(sheet: &mut Sheet<'_>, lines: &[Line<'_>]) {
    // Lines indented by four spaces are code.
    let is_row = |line: &Line<'_>| {
        let row = line.text.trim_start();
        row.starts_with('|') && line.text.len() - row.len() < 4
    };
    let mut at = 0;
    while at < lines.len() {
        let start = at;
        while at < lines.len() && is_row(&lines[at]) {
            at += 1;
        }
        let table = &lines[start..at];
        at += usize::from(at == start);
        let after_blank = start == 0 || lines[start - 1].is_blank();
        if table.is_empty() || !after_blank || !sheet.is_markdown(table[0].start) {
            continue;
        }
        let is_line = |line: &Line<'_>| is_separator(line.text);
        let next = lines.get(at).map_or("", |line| line.text.trim());
        if !(next.is_empty() || next == "^" || next.starts_with("{:") || next.contains('|')) {
            // With a line of text at its end, it is a paragraph.
            if let Some(row) = table.iter().find(|row| is_line(row)) {
                sheet.insert(row.start, "\\");
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
                let end = lines.get(start + index + 1).map_or(row.end(), |next| next.start);
                sheet.replace(row.start..end, "");
            }
        }
        if !has_header {
            let columns = columns(table[first].text);
            let header = format!("|{}\n|{}\n", " |".repeat(columns), "---|".repeat(columns));
            sheet.insert(table[first].start, header);
        }
    }
}

/// Gives the line below a header as many columns as the header has, which GitHub's Markdown requires.
pub(super) fn dividers(sheet: &mut Sheet<'_>, lines: &[Line<'_>]) {
    for (at, pair) in lines.windows(2).enumerate() {
        let (head, row) = (pair[0].text, pair[1].text.trim());
        let is_divider = row.contains('|') && is_separator(row) && !is_separator(head);
        let begins = || at == 0 || lines[at - 1].is_blank();
        if !is_divider || !head.contains('|') || columns(head) == columns(row) || !begins() {
            continue;
        }
        if !sheet.is_markdown(pair[1].start) {
            continue;
        }
        let row = row.trim_matches('|');
        let mut cells: Vec<&str> = row.split('|').collect();
        cells.resize(columns(head), "---");
        sheet.replace(pair[1].range(), format!("|{}|", cells.join("|")));
    }
}

/// Whether a row only divides others: `|---|===|`.
fn is_separator(row: &str) -> bool {
    row.contains(['-', '='])
        && row.chars().all(|c| matches!(c, '|' | '-' | '=' | ':' | '+' | ' ' | '\t'))
}

/// Whether a line has a pipe, a hyphen, and nothing but `marks`.
fn divides(line: &Line<'_>, marks: &[u8]) -> bool {
    let written = line.text.trim();
    written.contains('|')
        && written.contains('-')
        && written.bytes().all(|byte| marks.contains(&byte))
}

fn columns(row: &str) -> usize {
    let row = row.trim().trim_start_matches('|');
    let row = row.strip_suffix('|').unwrap_or(row);
    row.replace("\\|", "").matches('|').count() + 1
}

/// Escapes the second line of a table that follows another block without a blank line: it is part of that. In
/// Python-Markdown, a heading ends with its line.
pub(super) fn in_paragraphs(sheet: &mut Sheet<'_>, lines: &[Line<'_>], is_python: bool) {
    for three in lines.windows(3) {
        let [before, header, line] = three else {
            continue;
        };
        let divides = divides(line, b"|-: ");
        let is_other = !sheet.is_markdown(before.start);
        let before = before.text.trim();
        let is_text = match before.chars().next() {
            None => false,
            Some('#') => !is_python,
            Some('^' | '{') => is_python,
            Some(_) => !(before.contains('|') || is_rule(before) || is_python && is_other),
        };
        let start = line.end() - line.text.trim_start().len();
        if divides && is_text && header.text.contains('|') && sheet.block(start).is_none() {
            sheet.insert(start, "\\");
        }
    }
}

/// Keeps a pipe in a code span from ending the cell of a table, and a backslash before one visible.
pub(super) fn pipes(sheet: &mut Sheet<'_>, lines: &[Line<'_>]) {
    let text = sheet.text;
    for block in lines.split(Line::is_blank) {
        let is_row = |line: &Line<'_>| line.text.trim_start().starts_with('|');
        if !block.iter().any(|line| divides(line, b"|-:+= ")) && !block.iter().all(is_row) {
            continue;
        }
        for line in block {
            if sheet.block(line.start).is_some() {
                continue;
            }
            let mut at = line.start;
            while let Some(open) = text[at..line.end()].find('`').map(|open| at + open) {
                let count = text[open..line.end()].bytes().take_while(|byte| *byte == b'`').count();
                let marks = &text[open..open + count];
                let inside = open + count;
                let Some(length) = text[inside..line.end()].find(marks) else {
                    break;
                };
                for (pipe, _) in text[inside..inside + length].match_indices('|') {
                    let pipe = inside + pipe;
                    let before = pipe - usize::from(text[..pipe].ends_with('\\'));
                    sheet.insert(before, "\\");
                }
                at = inside + length + count;
            }
        }
    }
}
