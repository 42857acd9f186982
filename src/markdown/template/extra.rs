//! Syntax of kramdown and python-markdown beyond GitHub's Markdown: tables without a header,
//! abbreviations, list numbers, URLs with spaces, and lines that begin with a line break or an image.

use std::collections::BTreeSet;

use super::finder::LONGEST;
use super::line::{Line, lines};
use super::{Family, Sheet, dollars, elements, indented, lists, older, tables};
use crate::entities::escape;
use crate::markdown::vocabulary::has;
use crate::post::paragraph::paragraph_end;

/// The most abbreviations of a post, and the most lines of a list whose number is searched for.
const MOST: usize = 200;

/// kramdown's, with tables that may lack a header and lists that may give their first number.
pub(super) const KRAMDOWN: Family = Family::of(
    "kramdown-extra",
    // What follows a text without a blank line has no mark of its own.
    &["\n"],
    |sheet| {
        let lines: Vec<_> = lines(sheet.text).collect();
        dollars::keep(sheet, false);
        tables::completed(sheet, &lines);
        numbers(sheet, &lines);
        tables::dividers(sheet, &lines);
        older::kramdown_lines(sheet, &lines);
        lists::parentheses(sheet, &lines);
        definitions(sheet, &lines);
        edit(sheet, &lines, false);
    },
);

/// Python-Markdown's.
pub(super) const PYTHON: Family = Family::of(
    "python-extra",
    // A list that follows a text without a blank line has no mark of its own.
    &["\n"],
    |sheet| {
        let lines: Vec<_> = lines(sheet.text).collect();
        dollars::keep(sheet, true);
        let mut escaped = lists::in_paragraphs(sheet, &lines);
        escaped.extend(lists::parentheses(sheet, &lines));
        indented::as_paragraphs(sheet, true, |line, blanks, items| {
            items > 0 && blanks < 4 * (items + 1) && !lists::is_item(line)
        });
        lists::nested_items(sheet, &lines);
        languages(sheet, &lines, &escaped);
        headings(sheet, &lines);
        backslashes(sheet, &lines);
        older::escapes(sheet);
        edit(sheet, &lines, true);
    },
);

/// What kramdown and Python-Markdown have in common.
fn edit(sheet: &mut Sheet<'_>, lines: &[Line<'_>], is_python: bool) {
    elements::whole(sheet, lines, is_python);
    tables::in_paragraphs(sheet, lines, is_python);
    tables::pipes(sheet, lines);
    older::below_paragraphs(sheet, lines, is_python);
    lists::as_one(sheet);
    older::references(sheet, lines);
    older::emphasis(sheet, lines);
    older::mail(sheet);
    abbreviations(sheet, lines, is_python);
    tags(sheet, lines, |below| below.starts_with('#') || !is_python && lists::is_item(below));
    spaced(sheet, lines);
    elements::with_markdown(sheet, is_python);
}

/// Applies `{:start="5"}` to the first item of the adjacent list.
fn numbers(sheet: &mut Sheet<'_>, lines: &[Line<'_>]) {
    for (at, line) in lines.iter().enumerate() {
        let written = line.text.trim();
        let Some(inner) = written.strip_prefix("{:").and_then(|rest| rest.strip_suffix('}')) else {
            continue;
        };
        let Some(number) = inner.trim().strip_prefix("start=") else {
            continue;
        };
        let number = number.trim_matches(['"', '\'']);
        if number.is_empty()
            || !number.bytes().all(|byte| byte.is_ascii_digit())
            || sheet.is_literal(line.start)
        {
            continue;
        }
        let item = |line: &Line<'_>| {
            let mark = lists::number(line.text)?;
            Some(line.start..line.start + mark - 1)
        };
        let block = lines[..at].iter().rev().take(MOST).take_while(|line| !line.is_blank());
        let first = lines.get(at + 1).and_then(item).or_else(|| block.last().and_then(item));
        if let Some(digits) = first {
            sheet.replace(digits, number);
        }
    }
}

/// Removes `*[HTML]: Hyper Text` and explains the first occurrence of the word.
fn abbreviations(sheet: &mut Sheet<'_>, lines: &[Line<'_>], is_python: bool) {
    let text = sheet.text;
    let mut follows_text = false;
    let definitions = lines.iter().filter(|line| {
        let is_definition = abbreviation(line.text, is_python).is_some();
        // In kramdown it is part of the paragraph before it.
        let is_one = is_definition && (is_python || !follows_text);
        follows_text = !is_definition && !line.is_blank();
        is_one
    });
    for line in definitions.take(MOST) {
        let Some((word, meaning)) =
            abbreviation(line.text, is_python).filter(|_| !sheet.is_literal(line.start))
        else {
            continue;
        };
        let is_edge =
            |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "().,;:!?\"'–—".contains(c));
        let first = text.match_indices(word).map(|(at, _)| at).find(|at| {
            let edges = is_edge(text[..*at].chars().next_back())
                && is_edge(text[at + word.len()..].chars().next());
            edges && sheet.is_markdown(*at)
        });
        if let Some(at) = first.filter(|at| !line.range().contains(at)) {
            let meaning = escape(meaning.trim());
            sheet.insert(at, format!("<abbr title=\"{meaning}\">"));
            sheet.insert(at + word.len(), "</abbr>");
        }
        sheet.replace(line.range(), "");
    }
}

/// The word and the meaning of a line that defines an abbreviation.
fn abbreviation(line: &str, is_python: bool) -> Option<(&str, &str)> {
    let written = line.trim_start_matches(' ');
    let indented = line.len() - written.len();
    let (word, rest) = written.strip_prefix("*[")?.split_once(']')?;
    let rest = rest.strip_prefix(' ').filter(|_| is_python).unwrap_or(rest);
    let meaning = rest.strip_prefix(':')?;
    let fits = if is_python { indented == 0 && !meaning.trim().is_empty() } else { indented < 4 };
    (fits && !word.is_empty()).then_some((word, meaning))
}

/// Removes the first line of a code block that names its language for `codehilite`: `:::python`,
/// `#!python`. After a line of `paragraphs`, code is not part of a list.
fn languages(sheet: &mut Sheet<'_>, lines: &[Line<'_>], paragraphs: &BTreeSet<usize>) {
    let mut before_is_code = false;
    let mut before = 0;
    for pair in lines.windows(2) {
        let (line, next) = (&pair[0], &pair[1]);
        let written = line.text.trim();
        if written.is_empty() {
            continue;
        }
        let start = line.end() - line.text.trim_start().len();
        let behind_text = start - line.start > 3 && paragraphs.contains(&before);
        let is_code = behind_text || sheet.is_literal(start) && line.start < start;
        before = line.start;
        let named = written.strip_prefix(":::").or(written.strip_prefix("#!"));
        let names_language = named.is_some_and(|name| {
            let name = name.split(' ').next().unwrap_or_default();
            let is_mark = |c: char| c.is_ascii_alphanumeric() || "+-#.".contains(c);
            !name.is_empty() && name.chars().all(is_mark)
        });
        if names_language && is_code && !before_is_code {
            sheet.clear(line.start..next.start);
        }
        before_is_code = is_code;
    }
}

/// Begins a heading where Python-Markdown does: at a `#` that begins a line, with or without a space
/// after it.
fn headings(sheet: &mut Sheet<'_>, lines: &[Line<'_>]) {
    for line in lines {
        let written = line.text;
        let title = written.trim_start_matches('#');
        let after = line.end() - title.len();
        let is_heading =
            title.len() < written.len() && !title.is_empty() && !title.starts_with([' ', '\t']);
        let trimmed = written.trim_start_matches(' ');
        if !sheet.is_markdown(line.start) {
            continue;
        }
        if is_heading {
            sheet.insert(after, " ");
            continue;
        }
        let blanks = written.len() - trimmed.len();
        if !blanks.is_multiple_of(4) && trimmed.starts_with('#') {
            let start = line.start + blanks;
            sheet.insert(start, "\\");
        }
    }
}

/// Escapes a backslash at a line's end, which does not break the line in Python-Markdown.
fn backslashes(sheet: &mut Sheet<'_>, lines: &[Line<'_>]) {
    for line in lines {
        let written = line.text;
        let count = written.len() - written.trim_end_matches('\\').len();
        if count % 2 == 1 && sheet.is_markdown(line.end() - 1) {
            sheet.insert(line.end(), "\\");
        }
    }
}

/// Puts a URL with spaces into angle brackets, without the ends of lines in it: `![shot](/Screen Shot 1.png)`.
fn spaced(sheet: &mut Sheet<'_>, lines: &[Line<'_>]) {
    let text = sheet.text;
    for line in lines {
        let written = line.text;
        for (at, mark) in written.match_indices("](") {
            let start = line.start + at + mark.len();
            let far = text.floor_char_boundary(start + LONGEST);
            let inside = closing_parenthesis(&text[start..far])
                .map(|length| &text[start..start + length])
                .filter(|inside| paragraph_end(inside).is_none());
            let Some(inside) = inside else { continue };
            let url = without_title(inside);
            let is_template = url.contains("{{") || url.contains("{%");
            let is_spaced =
                url.trim().contains(char::is_whitespace) && !url.contains(['<', '>', '"', '[']);
            if is_spaced && !is_template && sheet.is_markdown(start) {
                let blanks = url.len() - url.trim_start().len();
                let from = start + blanks;
                let end = from + url.trim().len();
                sheet.insert(from, "<");
                for (at, _) in text[from..end].match_indices(['\n', '\r']) {
                    sheet.replace(from + at..from + at + 1, "");
                }
                sheet.insert(end, ">");
            }
        }
    }
}

/// Puts the URL of a definition into angle brackets where it has spaces: `[shot]: /Screen Shot 1.png`.
fn definitions(sheet: &mut Sheet<'_>, lines: &[Line<'_>]) {
    let mut follows_text = false;
    for line in lines {
        let written = line.text;
        let definition = (written.trim_start().strip_prefix('['))
            .filter(|label| !label.starts_with('^'))
            .and_then(|label| label.split_once("]:"))
            .filter(|(label, _)| !label.is_empty() && !label.contains(['[', ']']));
        let Some((_, rest)) = definition.filter(|_| !follows_text) else {
            follows_text = !written.trim().is_empty();
            continue;
        };
        let url = without_title(rest).trim();
        let start = line.end() - rest.trim_start().len();
        let is_spaced = url.contains(' ') && !url.contains(['<', '>', '"', '{']);
        if is_spaced && sheet.is_markdown(line.start) {
            sheet.insert(start, "<");
            sheet.insert(start + url.len(), ">");
        }
    }
}

/// The closing parenthesis for one that is open at the start of `text`.
fn closing_parenthesis(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The URL in a link's destination, without the quoted title after it.
fn without_title(inside: &str) -> &str {
    let written = inside.trim_end();
    let quote = written.chars().next_back();
    match quote.filter(|quote| matches!(quote, '"' | '\'')) {
        Some(quote) => {
            let before = &written[..written.len() - 1];
            let open = before.find(&format!(" {quote}"));
            open.map_or(inside, |open| &written[..open])
        }
        None => inside,
    }
}

/// Elements in the text, which begin no block of HTML.
const INLINE: &str =
    "a abbr b br button cite code del em font i img input ins kbd label mark q s small span
    strong sub sup u";

/// Ends the HTML block that a tag alone on its line begins in other Markdowns, where it is one of an
/// element in the text or of a rule. `begins_block`: whether the line below begins a block of its own.
pub(super) fn tags(sheet: &mut Sheet<'_>, lines: &[Line<'_>], begins_block: impl Fn(&str) -> bool) {
    for pair in lines.windows(2) {
        let (line, next) = (&pair[0], &pair[1]);
        let written = line.text.trim();
        let is_tag = written.starts_with('<') && written.ends_with('>');
        if !is_tag || written.matches('<').count() > 1 || next.is_blank() {
            continue;
        }
        let name = elements::name(written.trim_start_matches(['<', '/'])).to_ascii_lowercase();
        let name = name.as_str();
        let begins = sheet.block(line.start).is_some_and(|block| block.start >= line.start);
        if !begins || !sheet.is_html(line.start) || !(name == "hr" || has(INLINE, name)) {
            continue;
        }
        let is_void = written.ends_with("/>") || has("br hr img input", name);
        let is_open = !is_void && !written.starts_with("</");
        if !is_open && (name == "hr" || begins_block(next.text)) {
            sheet.insert(line.end(), "\n");
        } else if !next.text.starts_with('#') {
            // The element continues its paragraph.
            sheet.replace(line.end()..next.start, " ");
        }
    }
}
