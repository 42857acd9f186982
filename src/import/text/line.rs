//! The lines of a text: their bytes, indentation and markers.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};

use super::super::inline::{self, Piece};
use super::super::readable;

/// One line.
#[derive(Debug)]
pub(super) struct Line {
    /// Its characters, trimmed.
    pub text: String,
    /// Its indentation in columns.
    pub indent: usize,
    /// Its bytes in the source.
    pub range: Range<usize>,
}

impl Line {
    /// Whether it is a row of dashes or the like, used as an underline.
    pub(super) fn is_rule(&self) -> bool {
        let mut marks = self.text.chars();
        let first = marks.next().unwrap_or(' ');
        "=-_~*—–".contains(first) && self.text.chars().count() >= 3 && marks.all(|c| c == first)
    }

    pub(super) fn length(&self) -> usize {
        self.text.chars().count()
    }
}

/// The lines of a text, whatever ends them.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']) {
        let range = start..start + piece.len();
        start = range.end;
        // The LF of a CR LF ends no line of its own.
        if piece == "\n" && text[..range.start].ends_with('\r') {
            continue;
        }
        let readable = readable(piece);
        let readable = readable.trim_end();
        let blanks = readable.chars().take_while(|c| c.is_whitespace());
        let indent = blanks.map(|c| if c == '\t' { 4 } else { 1 }).sum();
        found.push(Line {
            text: readable.trim_start().to_owned(),
            indent,
            range: range.start..range.start + piece.trim_end().len(),
        });
    }
    found
}

/// The marker of a list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// A character that is always a bullet.
    Bullet,
    /// A dash or a dot, which is a bullet if another item follows.
    Dash,
    /// A number.
    Number(u32),
}

/// The marker of a line, and its bytes including the spaces after it.
pub(super) fn marker(text: &str) -> Option<(Marker, usize)> {
    let first = text.chars().next()?;
    let after = first.len_utf8();
    let blanks = |at: usize| text.len() - text[at..].trim_start().len();
    let is_followed_by_space =
        |at: usize| text[at..].chars().next().is_none_or(char::is_whitespace);
    match first {
        '•' | '◦' | '‣' | '▪' | '▫' | '●' | '○' | '■' | '□' | '∙' | '⁃' | '➢' | '➤' | '►' | '▸'
        | '✓' | '✔' | '\u{f0b7}' => Some((Marker::Bullet, blanks(after))),
        '*' | '-' | '+' if is_followed_by_space(after) => Some((Marker::Bullet, blanks(after))),
        '·' | '–' | '—' | '・' if is_followed_by_space(after) => {
            Some((Marker::Dash, blanks(after)))
        }
        '(' | '0'..='9' => {
            let open = usize::from(first == '(');
            let digits = text[open..].bytes().take_while(u8::is_ascii_digit).count();
            if !(1..=3).contains(&digits) {
                return None;
            }
            let close = text[open + digits..].chars().next()?;
            let fits = close == ')' || open == 0 && close == '.';
            let at = open + digits + 1;
            if !fits || !is_followed_by_space(at) {
                return None;
            }
            let number = text[open..open + digits].parse().ok()?;
            Some((Marker::Number(number), blanks(at)))
        }
        _ => None,
    }
}

/// The pieces of a line: words, and URLs that become links.
pub(super) fn pieces(line: &str, pieces: &mut Vec<Piece>) {
    let mut from = 0;
    for Range { start, end } in urls(line) {
        let url = &line[start..end];
        // `<https://…>` has its brackets already.
        let bracketed = line[from..start].ends_with('<') && line[end..].starts_with('>');
        let before = &line[from..start - usize::from(bracketed)];
        pieces.push(Piece::Text(before.to_owned()));
        pieces.push(Piece::Raw(if url.contains("://") {
            format!("<{url}>")
        } else {
            inline::link(url, &format!("https://{url}"))
        }));
        from = end + usize::from(bracketed);
    }
    pieces.push(Piece::Text(line[from..].to_owned()));
}

/// The URLs in a line that begin with `https://`, `http://` or `www.`.
fn urls(line: &str) -> Vec<Range<usize>> {
    let mut finder = LinkFinder::new();
    let kinds = [LinkKind::Url, LinkKind::Email];
    finder.kinds(&kinds).url_must_have_scheme(false);
    let links = finder.links(line).filter_map(|link| {
        let text = link.as_str();
        // Quotation marks and the full stops of other scripts end a URL as well.
        let end = text.find(|c| "“”«»‘’…。、（）「」『』【】".contains(c));
        let text = text[..end.unwrap_or(text.len())].trim_end_matches(['*', '_', '.', ',', ':']);
        let begins = ["https://", "http://", "www."].iter().any(|begin| {
            text.len() > begin.len()
                && (text.get(..begin.len())).is_some_and(|start| start.eq_ignore_ascii_case(begin))
        });
        let is_url = *link.kind() == LinkKind::Url && begins;
        is_url.then(|| link.start()..link.start() + text.len())
    });
    links.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_of_items() {
        for (text, expected) in [
            ("• one", Some((Marker::Bullet, 4))),
            ("•one", Some((Marker::Bullet, 3))),
            ("- one", Some((Marker::Bullet, 2))),
            ("-one", None),
            ("– one", Some((Marker::Dash, 4))),
            ("1) one", Some((Marker::Number(1), 3))),
            ("(2) one", Some((Marker::Number(2), 4))),
            ("12. one", Some((Marker::Number(12), 4))),
            ("2020. A year", None),
            ("3.5 metres", None),
        ] {
            assert_eq!(marker(text), expected, "{text}");
        }
    }

    #[test]
    fn urls_end_before_punctuation() {
        let line = "See https://a.example/b_(c), (www.b.example/x) and mail@www.c.example.";
        let found: Vec<&str> = urls(line).into_iter().map(|range| &line[range]).collect();
        assert_eq!(found, ["https://a.example/b_(c)", "www.b.example/x"]);
    }

    #[test]
    fn lines_end_as_every_system_ends_them() {
        let texts = |text| lines(text).into_iter().map(|line| line.text).collect::<Vec<_>>();
        assert_eq!(texts("a\r\nb\rc\n\nd"), ["a", "b", "c", "", "d"]);
    }
}
