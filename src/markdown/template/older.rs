//! What kramdown and Python-Markdown, which are older than `CommonMark`, read differently: what continues
//! below a paragraph, where emphasis begins and ends, how a line breaks.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Sheet;
use super::finder::LONGEST;
use super::line::Line;
use super::lists::{bullet, number};

/// Joins a reference to its text where white space separates them: `[text] [label]`.
pub(super) fn references(sheet: &mut Sheet<'_>, lines: &[Line<'_>]) {
    let text = sheet.text;
    let labels = lines.iter().filter_map(|line| {
        let label = line.text.trim_start().strip_prefix('[')?;
        Some(label.split_once("]:")?.0.to_lowercase())
    });
    let labels: BTreeSet<String> = labels.collect();
    for pair in lines.windows(2) {
        let [line, next] = [&pair[0], &pair[1]].map(|line| line.text.trim());
        // Without a URL it is text, which must not continue in the definition below it.
        let is_empty = line.starts_with('[') && line.ends_with("]:") && next.starts_with('[');
        if is_empty && !sheet.is_literal(pair[0].start) {
            sheet.insert(pair[0].end(), "\n");
        }
    }
    if labels.is_empty() {
        return;
    }
    for (at, _) in text.match_indices(']') {
        let rest = &text[at + 1..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\n', '\r']).len();
        let label = rest[blanks..].strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let is_one = blanks == 1 || rest.starts_with("\r\n") && blanks == 2;
        let is_known = label.is_some_and(|(label, behind)| {
            !behind.starts_with(':') && labels.contains(&label.to_lowercase())
        });
        if is_one && is_known && sheet.is_markdown(at) {
            sheet.replace(at + 1..at + 1 + blanks, "");
        }
    }
}

/// Whether a line is a rule, or the line under a heading.
pub(super) fn is_rule(line: &str) -> bool {
    line.len() > 2 && line.bytes().all(|byte| b"-=*_ ".contains(&byte))
}

/// Writes emphasis as HTML that ends before a letter or begins after one, beside punctuation:
/// `*(so)*called`.
pub(super) fn emphasis(sheet: &mut Sheet<'_>, lines: &[Line<'_>]) {
    for line in lines {
        let mut runs = runs(sheet, line);
        while let Some(open) = runs.next() {
            let Some(close) = runs.next() else { break };
            let length = open.len();
            let inside = &sheet.text[open.end..close.start];
            let is_pair = length == close.len() && length < 3 && inside.trim() == inside;
            if !is_pair || inside.is_empty() {
                break;
            }
            let beside = |range: &Range<usize>| {
                let before = sheet.text[line.start..range.start].chars().next_back();
                (before, sheet.text[range.end..line.end()].chars().next())
            };
            let ((before, first), (last, after)) = (beside(&open), beside(&close));
            if is_bound(first, before) && is_bound(last, after) {
                continue;
            }
            let name = if length == 1 { "em" } else { "strong" };
            sheet.replace(open, format!("<{name}>"));
            sheet.replace(close, format!("</{name}>"));
        }
    }
}

/// Whether `CommonMark` lets emphasis end between these characters, the inner and the outer one.
fn is_bound(inner: Option<char>, outer: Option<char>) -> bool {
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    !inner.is_some_and(is_mark) || outer.is_none_or(|c| c.is_whitespace() || is_mark(c))
}

/// The runs of asterisks in a line that can be emphasis.
fn runs(sheet: &Sheet<'_>, line: &Line<'_>) -> std::vec::IntoIter<Range<usize>> {
    let text = line.text.trim_start();
    let start = line.end() - text.len() + bullet(text).unwrap_or(0);
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in sheet.text[start..line.end()].match_indices('*') {
        let at = start + at;
        match runs.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ if !sheet.is_markdown(at) || sheet.is_target(at) => {}
            _ if sheet.text[..at].ends_with('\\') => {}
            _ => runs.push(at..at + 1),
        }
    }
    runs.into_iter()
}

/// What Python-Markdown does to backslashes and code spans: it escapes fewer characters, and it trims.
pub(super) fn escapes(sheet: &mut Sheet<'_>) {
    let text = sheet.text;
    for (at, pair) in text.as_bytes().windows(2).enumerate() {
        // In a title, a backslash keeps the quote from ending it.
        let in_title = || {
            let before = &text[text.floor_char_boundary(at.saturating_sub(LONGEST))..at];
            let line = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
            matches!(pair[1], b'"' | b'\'')
                && line.rfind("](").is_some_and(|open| !line[open..].contains(')'))
        };
        let is_shown = pair[0] == b'\\' && b"\"$%&',/:;<=?@^~".contains(&pair[1]);
        if is_shown && !in_title() && sheet.is_markdown(at) && !text[..at].ends_with('\\') {
            sheet.insert(at, "\\");
        }
    }
    for span in sheet.regions.code.clone() {
        let code = text[span.clone()].trim_matches('`');
        let trimmed = code.trim();
        if sheet.block(span.start).is_some() || trimmed.is_empty() || trimmed.contains('`') {
            continue;
        }
        let start = span.start + (span.len() - code.len()) / 2;
        let inside = start + code.len() - code.trim_start().len();
        for blanks in [start..inside, inside + trimmed.len()..start + code.len()] {
            if !blanks.is_empty() {
                sheet.replace(blanks, "");
            }
        }
    }
}

/// Shows `<mailto:a@b.example>` without its scheme.
pub(super) fn mail(sheet: &mut Sheet<'_>) {
    const SCHEME: &str = "mailto:";
    for (at, _) in sheet.text.match_indices("<mailto:") {
        if !sheet.is_literal(at) {
            sheet.replace(at + 1..at + 1 + SCHEME.len(), "");
        }
    }
}

/// kramdown's marks of a line: two backslashes at its end break it, `^` alone ends a block, and the text
/// of a footnote continues where it is indented.
pub(super) fn kramdown_lines(sheet: &mut Sheet<'_>, lines: &[Line<'_>]) {
    for (number, line) in lines.iter().enumerate() {
        let written = line.text;
        let next = lines.get(number + 1).map_or("", |next| next.text);
        let is_note = written.starts_with("[^") && written.contains("]:");
        if is_note
            && sheet.block(line.start).is_none()
            && !next.trim().is_empty()
            && !next.starts_with([' ', '\t', '['])
        {
            sheet.insert(line.end(), "\n");
        }
        let trimmed = written.trim_start_matches(' ');
        let is_set_in =
            trimmed.starts_with('#') && (1..4).contains(&(written.len() - trimmed.len()));
        if is_set_in && !sheet.is_list(line.start) && sheet.is_markdown(line.start) {
            let start = line.end() - trimmed.len();
            sheet.insert(start, "\\");
        }
        let breaks = written.ends_with("\\\\") && !written.ends_with("\\\\\\");
        if written == "^" && !sheet.is_literal(line.start) {
            sheet.replace(line.range(), "");
        } else if breaks && sheet.is_markdown(line.end() - 1) {
            sheet.replace(line.end() - 1..line.end(), "");
        }
    }
}

/// What may follow a paragraph without a blank line: a line of `=` or `-` below several lines does not make a heading, and in
/// kramdown any number begins a list.
pub(super) fn below_paragraphs(sheet: &mut Sheet<'_>, lines: &[Line<'_>], is_python: bool) {
    // The lines of the paragraph so far; `None` in another block.
    let mut before = Some(0);
    for line in lines {
        let written = line.text.trim_end();
        let is_block = sheet.block(line.start).is_some();
        let is_underline = ["=", "-"]
            .iter()
            .any(|mark| !written.is_empty() && written.trim_start_matches(mark).is_empty());
        let is_other_rule = ['*', '_']
            .iter()
            .any(|mark| written.len() > 2 && written.trim_start_matches(*mark).is_empty());
        let mark = number(written);
        before = match before {
            _ if written.is_empty() => Some(0),
            // Inside a formula.
            _ if is_block || line.start > 0 && sheet.is_literal(line.start - 1) => None,
            Some(0) if mark.is_some() || begins_other(written) => None,
            Some(1) if is_underline => Some(0),
            Some(1..) if is_underline => {
                let is_rule = is_python && written.starts_with("---");
                sheet.insert(line.start, if is_rule { "\n" } else { "\\" });
                None
            }
            // In kramdown, no rule ends a paragraph.
            Some(count @ 1..) if is_other_rule && !is_python => {
                sheet.insert(line.start, "\\");
                Some(count + 1)
            }
            Some(count @ 1..) => match mark.filter(|_| !is_python) {
                Some(mark) => {
                    sheet.replace(line.start..line.start + mark - 1, "\n1");
                    None
                }
                None => Some(count + 1),
            },
            before => before.map(|count| count + 1),
        };
    }
}

/// Whether a line begins another block than a paragraph, or a paragraph that is not at the margin.
fn begins_other(line: &str) -> bool {
    bullet(line).is_some() || line.starts_with(['#', '>', '|', ' ', '\t', ':', '=', '{', '<', '^'])
}
