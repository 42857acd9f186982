//! Builds a paragraph of Markdown from text, marks and links so that it renders as exactly these.

use std::fmt::Write as _;

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text, to be escaped.
    Text(String),
    /// Markdown, verbatim.
    Raw(String),
    /// A mark begins.
    Open(Mark),
    /// The mark ends.
    Close(Mark),
    /// A hard line break.
    Break,
    /// A space between words; texts may have any white space.
    Space,
}

/// A mark around text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// `*…*`
    Emphasis,
    /// `**…**`
    Strong,
    /// `~~…~~`
    Deleted,
    /// `[…](…)`, with the destination as written.
    Link(String),
    /// An HTML element for which Markdown has no mark.
    Element(String),
}

/// A paragraph; empty where the pieces have no text.
pub(super) fn paragraph(pieces: Vec<Piece>) -> String {
    render(pieces, false)
}

/// A heading or a cell of a table, which is one line and ends at `|`.
pub(super) fn cell(pieces: Vec<Piece>) -> String {
    render(pieces, true)
}

fn render(pieces: Vec<Piece>, in_cell: bool) -> String {
    let pieces = tidy(pieces);
    let delimiters = delimiters(&pieces);
    let mut out = String::new();
    let mut links = 0_usize;
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Text(text) => {
                let next = neighbour(pieces.get(index + 1), false);
                escape(&mut out, text, next, links > 0, in_cell);
            }
            Piece::Raw(raw) if in_cell => out.push_str(&raw.replace('|', "\\|")),
            Piece::Raw(raw) => out.push_str(raw),
            Piece::Space => out.push(' '),
            Piece::Break => out.push_str(if in_cell { "<br>" } else { "\\\n" }),
            Piece::Open(Mark::Link(_)) => {
                links += 1;
                out.push('[');
            }
            Piece::Close(Mark::Link(to)) => {
                links = links.saturating_sub(1);
                let to = to.replace('|', if in_cell { "%7C" } else { "|" });
                out.extend(["](", &to, ")"]);
            }
            Piece::Open(Mark::Element(name)) => out.extend(["<", name, ">"]),
            Piece::Close(Mark::Element(name)) => out.extend(["</", name, ">"]),
            Piece::Open(_) | Piece::Close(_) => out.push_str(delimiters[index]),
        }
    }
    guarded(&out)
}

/// Pieces with one space between words, none inside the edge of a mark, and no empty mark.
fn tidy(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut tidied: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                for (index, word) in text.split(is_blank).enumerate() {
                    if index > 0 {
                        space(&mut tidied);
                    }
                    match tidied.last_mut() {
                        _ if word.is_empty() => {}
                        Some(Piece::Text(before)) => before.push_str(word),
                        _ => tidied.push(Piece::Text(word.to_owned())),
                    }
                }
            }
            Piece::Space => space(&mut tidied),
            Piece::Break => {
                tidied.pop_if(|last| *last == Piece::Space);
                // An empty line ends nothing.
                if tidied.iter().any(|piece| !matches!(piece, Piece::Open(_))) {
                    tidied.push(Piece::Break);
                }
            }
            Piece::Close(mark) => {
                let blank = tidied.pop_if(|last| *last == Piece::Space).is_some();
                if tidied.last() == Some(&Piece::Open(mark.clone())) {
                    tidied.pop();
                } else {
                    tidied.push(Piece::Close(mark));
                }
                if blank {
                    space(&mut tidied);
                }
            }
            piece => tidied.push(piece),
        }
    }
    while matches!(tidied.last(), Some(Piece::Space | Piece::Break)) {
        tidied.pop();
    }
    tidied
}

/// The white space that HTML and editors treat as one space.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Puts a space before the marks that just opened; a line does not begin with one.
fn space(pieces: &mut Vec<Piece>) {
    let last = (pieces.iter()).rposition(|piece| !matches!(piece, Piece::Open(_)));
    if let Some(last) = last.filter(|at| !matches!(pieces[*at], Piece::Space | Piece::Break)) {
        pieces.insert(last + 1, Piece::Space);
    }
}

/// The delimiters of every mark, or HTML tags where CommonMark (section 6.2) would not recognise
/// the delimiters.
fn delimiters(pieces: &[Piece]) -> Vec<&'static str> {
    let mut found = vec![""; pieces.len()];
    let mut opened = Vec::new();
    for (close, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Open(_) => opened.push(close),
            Piece::Close(mark) => {
                if let Some(open) = opened.pop() {
                    (found[open], found[close]) = delimiter(mark, pieces, open, close);
                }
            }
            _ => {}
        }
    }
    found
}

fn delimiter(
    mark: &Mark,
    pieces: &[Piece],
    open: usize,
    close: usize,
) -> (&'static str, &'static str) {
    let before = neighbour(pieces[..open].last(), true);
    let first = neighbour(pieces.get(open + 1), false);
    let last = neighbour(pieces[..close].last(), true);
    let after = neighbour(pieces.get(close + 1), false);
    let works = |outside: char, inside: char| {
        !inside.is_whitespace() && (inside.is_alphanumeric() || !outside.is_alphanumeric())
    };
    let works = works(before, first) && works(after, last);
    let inside_word = before.is_alphanumeric() || after.is_alphanumeric();
    match mark {
        Mark::Strong if works => ("**", "**"),
        Mark::Strong => ("<strong>", "</strong>"),
        Mark::Emphasis if works && !inside_word => ("_", "_"),
        Mark::Emphasis => ("<em>", "</em>"),
        Mark::Deleted if works => ("~~", "~~"),
        _ => ("<del>", "</del>"),
    }
}

/// The character of a piece next to a mark.
fn neighbour(piece: Option<&Piece>, last: bool) -> char {
    match piece {
        Some(Piece::Text(text)) if last => text.chars().next_back().unwrap_or(' '),
        Some(Piece::Text(text)) => text.chars().next().unwrap_or(' '),
        Some(Piece::Raw(_) | Piece::Open(_) | Piece::Close(_)) => '*',
        Some(Piece::Space | Piece::Break) | None => ' ',
    }
}

/// Appends text, which `next` follows, escaped for Markdown and for the template languages of site
/// generators.
fn escape(out: &mut String, text: &str, next: char, in_link: bool, in_cell: bool) {
    let mut before = out.chars().next_back();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let after = rest.clone().next().unwrap_or(next);
        let guard = match c {
            '\\' | '`' | '[' | '*' | '~' => true,
            '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_alphanumeric()),
            ']' => in_link,
            '|' => in_cell,
            '<' => after.is_ascii_alphabetic() || matches!(after, '/' | '!' | '?'),
            '&' => after.is_ascii_alphanumeric() || after == '#',
            // `{{`, `{%` and `{#` are template code in some generator.
            '{' | '%' | '#' => before == Some('{'),
            _ => false,
        };
        if guard {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
}

/// A paragraph whose lines are escaped so that none begins another block.
fn guarded(paragraph: &str) -> String {
    let lines = paragraph.split('\n').map(|line| match looks_like_block(line) {
        Some(at) => format!("{}\\{}", &line[..at], &line[at..]),
        None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Where a backslash prevents a heading, a list, a quotation, a rule or a table.
fn looks_like_block(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let blank_at = |at: usize| line[at..].chars().next().is_none_or(char::is_whitespace);
    match first {
        '#' => {
            let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
            (hashes <= 6 && blank_at(hashes)).then_some(0)
        }
        // A definition needs no space after its colon.
        '>' | ':' => Some(0),
        '-' | '+' if blank_at(1) => Some(0),
        '-' | '=' | '|' => line.chars().all(|c| "-=|: ".contains(c)).then_some(0),
        '0'..='9' => {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            let marked = line[digits..].starts_with(['.', ')']);
            (digits <= 9 && marked && blank_at(digits + 1)).then_some(digits)
        }
        _ => None,
    }
}

/// A link's or image's destination for the parentheses.
pub(super) fn destination(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let mut depth = 0_i32;
    let mut balanced = true;
    for c in url.trim().chars() {
        match c {
            '\n' | '\r' | '\t' => {}
            // Even a URL must not look like template code.
            '<' | '>' | '"' | '\\' | '{' | '}' => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            c if c.is_whitespace() || c.is_control() => out.push_str("%20"),
            c => {
                depth += i32::from(c == '(') - i32::from(c == ')');
                balanced &= depth >= 0;
                out.push(c);
            }
        }
    }
    if balanced && depth == 0 { out } else { out.replace('(', "%28").replace(')', "%29") }
}

/// A link with a text, which may be empty.
pub(super) fn link(text: &str, url: &str) -> String {
    let mark = Mark::Link(destination(url));
    paragraph(vec![
        Piece::Open(mark.clone()),
        Piece::Text(text.to_owned()),
        // A mark with nothing inside is left out.
        Piece::Raw(String::new()),
        Piece::Close(mark),
    ])
}

/// Code within a line.
pub(super) fn code(text: &str) -> String {
    let text = super::readable(text);
    let words = text.split(is_blank).filter(|word| !word.is_empty());
    let text = words.collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return String::new();
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    let is_edge = text.starts_with('`') || text.ends_with('`');
    let pad = if is_edge { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// The mark of a list item.
pub(super) fn list_mark(number: Option<u32>) -> String {
    number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "))
}

/// Indents every line but the first and empty ones.
pub(super) fn indented(text: &str, by: usize) -> String {
    let mut lines = text.split('\n');
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        out.push('\n');
        out.extend((0..by).filter(|_| !line.is_empty()).map(|_| ' '));
        out.push_str(line);
    }
    out
}

/// The longest run of backticks.
pub(super) fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> String {
        paragraph(vec![Piece::Text(text.to_owned())])
    }

    #[test]
    fn text_means_nothing_but_itself() {
        for (plain, written) in [
            ("# one", "\\# one"),
            ("#rust is fine", "#rust is fine"),
            ("1. one", "1\\. one"),
            ("2020. A year", "2020\\. A year"),
            ("- one", "\\- one"),
            ("> one", "\\> one"),
            ("---", "\\---"),
            ("a *b* snake_case _c_", "a \\*b\\* snake_case \\_c\\_"),
            ("[a](b) `c`", "\\[a](b) \\`c\\`"),
            ("a < b && c <d> &amp;", "a < b && c \\<d> \\&amp;"),
            ("{{ x }} {% y %}", "{\\{ x }} {\\% y %}"),
        ] {
            assert_eq!(text(plain), written);
        }
    }

    #[test]
    fn marks_are_written_where_commonmark_recognises_them() {
        let marked = |before: &str, inside: &str, after: &str| {
            let pieces = vec![
                Piece::Text(before.to_owned()),
                Piece::Open(Mark::Strong),
                Piece::Text(inside.to_owned()),
                Piece::Close(Mark::Strong),
                Piece::Text(after.to_owned()),
            ];
            paragraph(pieces)
        };
        assert_eq!(marked("a", " b ", "c"), "a **b** c");
        assert_eq!(marked("a ", "“b”", "c"), "a <strong>“b”</strong>c");
        assert_eq!(marked("a ", "", " c"), "a c");
    }

    #[test]
    fn destinations_end_where_they_should() {
        assert_eq!(destination("https://a.example/(b)"), "https://a.example/(b)");
        assert_eq!(destination("/a b)"), "/a%20b%29");
    }
}
