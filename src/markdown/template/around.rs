//! What surrounds a piece of template code: the URL that contains it, the marks and the space around it.

use crate::post::paragraph::paragraph_end;
use std::ops::Range;

/// How far from a piece of template code its URL may begin and end, in bytes. URLs are short, and a
/// very long line must not be searched for each piece in it.
const FARTHEST: usize = 2000;

/// The character before a URL, and the one that ends it.
const MARKS: &[(&str, &[char])] = &[
    ("](<", &['>', '\n']),
    ("](", &[')', ' ', '\n']),
    ("]: <", &['>', '\n']),
    ("]: ", &[' ', '\n']),
    ("=\"", &['"']),
    ("='", &['\'']),
];

/// The whole URL around `range`: a link's destination, an attribute, an autolink with its brackets,
/// or a bare `https://…`. `None` where the code is not part of one.
pub(super) fn url(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let near = text.floor_char_boundary(range.start.saturating_sub(FARTHEST));
    let line = text[near..range.start].rfind('\n').map_or(near, |line| near + line + 1);
    let before = &text[line..range.start];
    let marked = MARKS
        .iter()
        .filter_map(|(mark, ends)| Some((before.rfind(mark)? + mark.len(), *ends)))
        .max_by_key(|(start, _)| *start);
    if let Some((start, ends)) = marked
        && is_url(&before[start..])
    {
        return Some(line + start..end(text, range.end, ends));
    }
    let start = start_of_run(before);
    let run = &before[start..];
    if let Some(inner) = run.strip_prefix('<') {
        let end = end(text, range.end, &['>', ' ', '\n']);
        let is_link = inner.is_empty() || inner.contains("://") || inner.starts_with("{{");
        return (is_link && text[end..].starts_with('>')).then(|| line + start..end + 1);
    }
    let scheme = ["https://", "http://"].iter().find_map(|scheme| run.find(scheme))?;
    let end = end(text, range.end, &[' ', '\n', ')', ']', '>', '<', '"', '\'', '`', '|', ',']);
    Some(line + start + scheme..end)
}

/// A piece of template code with what must go with it: the mark of an item or heading that would be empty,
/// empty emphasis or brackets, and a space before another one or before punctuation.
pub(super) fn gap(text: &str, mut range: Range<usize>) -> Range<usize> {
    let pairs = [('*', '*'), ('_', '_'), ('(', ')')];
    while let Some((open, close)) =
        text[..range.start].chars().next_back().zip(text[range.end..].chars().next())
        && pairs.contains(&(open, close))
        && !text[..range.start].ends_with("](")
    {
        range = range.start - 1..range.end + 1;
    }
    let (before, after) = (&text[..range.start], &text[range.end..]);
    if let Some(start) = empty_line(before, after) {
        range.start = start;
        return range;
    }
    let is_end = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || ",.;:!?)]".contains(c));
    let ends_phrase = is_end(after.trim_start_matches(['*', '_']).chars().next());
    let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    let (inner, begins_phrase) = match before.strip_suffix(' ') {
        Some(inner) => (inner, false),
        None => (before.trim_end_matches(['*', '_']), true),
    };
    if !begins_phrase && ends_phrase && is_word(inner.chars().next_back()) {
        range.start -= 1;
    } else if begins_phrase && inner.len() < before.len() && after.starts_with(' ') {
        range.end += 1;
    }
    range
}

/// Where the line of a piece of code begins, if the line otherwise has only the mark of an item or heading;
/// in a list, where the line above it ends: below a line of text, `-` alone would make that a heading.
fn empty_line(before: &str, after: &str) -> Option<usize> {
    // A mark is short, so that a long line need not be searched for each code in it.
    let near = before.floor_char_boundary(before.len().saturating_sub(MARK));
    let line = match before[near..].rfind('\n') {
        Some(end) => near + end + 1,
        None if near == 0 => 0,
        None => return None,
    };
    if !is_mark(&before[line..]) {
        return None;
    }
    let (rest, next) = after.split_once('\n').unwrap_or((after, ""));
    if !plain(rest).trim().is_empty() || next.starts_with([' ', '\t']) {
        return None;
    }
    let above = before[..line].trim_end_matches(['\n', '\r']);
    let last = above.rsplit('\n').next().unwrap_or_default();
    let in_list = last.split(' ').next().is_some_and(is_mark);
    // Another line end would be a blank line of the list.
    let ended = before[..line].strip_suffix('\n').unwrap_or_default();
    let ended = ended.strip_suffix('\r').unwrap_or(ended);
    Some(if in_list { ended.len() } else { line })
}

/// The longest mark of an item or heading with its indentation, in bytes.
const MARK: usize = 64;

/// Whether a text is the mark of a list's item or of a heading.
fn is_mark(text: &str) -> bool {
    let mark = text.trim();
    let number = mark.strip_suffix(['.', ')']).unwrap_or_default();
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_heading = !mark.is_empty() && mark.bytes().all(|byte| byte == b'#');
    matches!(mark, "-" | "*" | "+") || is_number || is_heading
}

/// Whether the text between the beginning of a URL and the code can be part of the URL.
fn is_url(between: &str) -> bool {
    start_of_run(between) == 0 && !plain(between).contains([')', '"', '\'', '<', '>'])
}

/// The text without the template code in it.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, length)) = code(rest) {
        plain.push_str(&rest[..before]);
        rest = &rest[before + length..];
    }
    plain + rest
}

/// Where the last run without spaces begins, ignoring spaces in template code.
fn start_of_run(text: &str) -> usize {
    let mut start = 0;
    let mut at = 0;
    while let Some((before, length)) = code(&text[at..]) {
        start = last_blank(&text[at..at + before]).map_or(start, |blank| at + blank);
        at += before + length;
    }
    last_blank(&text[at..]).map_or(start, |blank| at + blank)
}

fn last_blank(text: &str) -> Option<usize> {
    let (at, blank) = text.char_indices().rev().find(|(_, c)| c.is_whitespace())?;
    Some(at + blank.len_utf8())
}

/// The length of the text before the first template code, and of that code.
fn code(text: &str) -> Option<(usize, usize)> {
    first_between(text, [("{{", "}}"), ("{%", "%}")])
}

/// The length of the text before the first piece between two of these marks, and of that piece.
pub(super) fn first_between(text: &str, marks: [(&str, &str); 2]) -> Option<(usize, usize)> {
    let pieces = marks.into_iter().filter_map(|(open, close)| {
        let start = text.find(open)?;
        Some((start, text[start..].find(close)? + close.len()))
    });
    pieces.min()
}

/// The end of the URL that continues at `from`, ignoring delimiters in template code.
fn end(text: &str, from: usize, ends: &[char]) -> usize {
    let farthest = text.floor_char_boundary(from + FARTHEST);
    let paragraph = paragraph_end(&text[from..farthest]).map_or(farthest, |end| from + end);
    let mut at = from;
    loop {
        let rest = &text[at..paragraph];
        let found = rest.find(ends).unwrap_or(rest.len());
        match code(rest) {
            Some((before, length)) if before < found => at += before + length,
            _ => return at + found,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::url;

    #[test]
    fn the_whole_url_is_found() {
        for (text, expected) in [
            ("[a]({{ x }}/y) b", Some("{{ x }}/y")),
            ("[a]({{ u }}/{{ x }}/y \"t\")", Some("{{ u }}/{{ x }}/y")),
            ("[a](<{{ u }}/{{ x }} y>)", Some("{{ u }}/{{ x }} y")),
            ("[a]: {{ x }}/y\nb", Some("{{ x }}/y")),
            ("<a href=\"/{{ x }}?b\">", Some("/{{ x }}?b")),
            ("see <{{ x }}>.", Some("<{{ x }}>")),
            ("see <https://e.org/{{ x }}/y>.", Some("<https://e.org/{{ x }}/y>")),
            ("see https://e.org/{{ x }}/y, b", Some("https://e.org/{{ x }}/y")),
            ("[a](b) and {{ x }}", None),
            ("version {{ x }} of", None),
            ("<b>{{ x }}</b>", None),
        ] {
            let start = text.find("{{ x }}").expect("each has the code");
            let found = url(text, &(start..start + "{{ x }}".len()));
            assert_eq!(found.map(|range| &text[range]), expected, "{text}");
        }
    }
}
