//! Bare URLs as GitHub's Markdown finds them: those of `http:`, `https:` and `www.`, and addresses of
//! mail.

use std::ops::Range;

use crate::post::names::is_mark;

/// The links of a text.
pub(super) fn links(text: &str) -> Vec<Range<usize>> {
    let mut links: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    let mut done = 0;
    for (at, letter) in text.char_indices() {
        let previous = before.replace(letter);
        if at < done {
            continue;
        }
        let found = match letter {
            'h' | 'H' => url(text, at, previous),
            'w' | 'W' => www(text, at, previous),
            '@' => mail(text, at, done),
            _ => None,
        };
        if let Some(link) = found {
            done = link.end;
            links.push(link);
        }
    }
    links
}

fn url(text: &str, at: usize, previous: Option<char>) -> Option<Range<usize>> {
    let rest = &text[at..];
    let scheme = ["http://", "https://"].iter().find(|scheme| {
        let start = rest.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })?;
    let start = at + scheme.len();
    let is_part = previous.is_some_and(|c| c.is_ascii_alphabetic());
    let begins = text[start..].starts_with(is_letter);
    let end = domain(text, start).filter(|_| begins && !is_part)?;
    Some(at..path(text, end))
}

fn www(text: &str, at: usize, previous: Option<char>) -> Option<Range<usize>> {
    let is_www = (text[at..].get(..4)).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    let is_part = previous.is_some_and(is_letter);
    let end = domain(text, at).filter(|end| is_www && !is_part && *end > at + 4)?;
    Some(at..path(text, end))
}

/// An address of mail around the `@` at a position; no part of it is before `from`.
fn mail(text: &str, at: usize, from: usize) -> Option<Range<usize>> {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-._".contains(byte);
    let name = text.as_bytes()[from..at].iter().rev().take_while(|byte| is_name(byte));
    let start = at - name.count();
    let host = &text.as_bytes()[at + 1..];
    let length = (0..host.len()).find(|at| match host[*at] {
        b'.' => !host.get(at + 1).is_some_and(u8::is_ascii_alphanumeric),
        byte => !byte.is_ascii_alphanumeric() && byte != b'-' && byte != b'_',
    });
    let host = &host[..length.unwrap_or(host.len())];
    let is_mail = start < at
        && !text[..start].ends_with('/')
        && host.contains(&b'.')
        && host.last().is_some_and(u8::is_ascii_alphabetic);
    is_mail.then_some(start..at + 1 + host.len())
}

/// Whether a character is neither white space nor punctuation nor a symbol.
fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || is_mark(letter)
}

/// The end of the host that begins at `start`. Its last two parts have no underscore.
fn domain(text: &str, start: usize) -> Option<usize> {
    const LONGEST: usize = 512;
    let text = &text[..text.floor_char_boundary(start + LONGEST)];
    let ends = |(at, letter): &(usize, char)| match letter {
        '.' | '_' => trail(text, start + at).is_ok(),
        '-' => false,
        letter => !is_letter(*letter),
    };
    let length = text[start..].char_indices().find(ends);
    let host = length.map_or(&text[start..], |(length, _)| &text[start..start + length]);
    let is_plain = host.rsplit('.').take(2).all(|part| !part.contains('_'));
    (is_plain && !host.is_empty()).then_some(start + host.len())
}

/// The end of the path that begins at `start`.
fn path(text: &str, start: usize) -> usize {
    let mut open = 0_usize;
    // Before this position there are no marks that end the URL.
    let mut tried = start;
    for (at, letter) in text[start..].char_indices() {
        let at = start + at;
        match letter {
            '(' => open += 1,
            ')' if open > 0 => open -= 1,
            '!' | '"' | '&' | '\'' | ')' | '*' | ',' | '.' | ':' | ';' | '<' | '?' | ']' | '_'
            | '~'
                if at >= tried =>
            {
                match trail(text, at) {
                    Ok(()) => return at,
                    Err(end) => tried = end,
                }
            }
            letter if letter.is_whitespace() => return at,
            _ => {}
        }
    }
    text.len()
}

/// Whether only marks of the text around a URL follow; otherwise, where the first other character is.
fn trail(text: &str, start: usize) -> Result<(), usize> {
    let mut at = start;
    loop {
        let rest = &text[at..];
        let Some(letter) = rest.chars().next() else {
            return Ok(());
        };
        at += match letter {
            '&' => {
                let name = rest[1..].bytes().take_while(u8::is_ascii_alphabetic).count();
                if name == 0 || !rest[1 + name..].starts_with(';') {
                    return Err(at + 1);
                }
                name + 2
            }
            ']' if rest[1..].starts_with(['(', '[']) => return Ok(()),
            '!' | '"' | '\'' | ')' | '*' | ',' | '.' | ':' | ';' | '?' | ']' | '_' | '~' => 1,
            '<' => return Ok(()),
            letter if letter.is_whitespace() => return Ok(()),
            _ => return Err(at + 1),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::links;

    #[test]
    fn urls_end_where_the_text_goes_on() {
        for (text, expected) in [
            ("See https://a.example/x_y.", "https://a.example/x_y"),
            ("(https://a.example/w_(b))", "https://a.example/w_(b)"),
            ("\"https://a.example/\", she said", "https://a.example/"),
            ("[https://a.example/x] [y]", "https://a.example/x"),
            ("https://a.example/x[1]/ z", "https://a.example/x[1]/"),
            ("https://a.example/?a&amp; b", "https://a.example/?a"),
            ("https://a.example/a\"b c", "https://a.example/a\"b"),
            ("first.last+tag@mail.example.", "first.last+tag@mail.example"),
            ("a_b@c_d.example-x", "a_b@c_d.example-x"),
            ("\"www.點看.example/\"", "www.點看.example/"),
            ("http://localhost:4000/", "http://localhost:4000/"),
        ] {
            let found: Vec<&str> = links(text).into_iter().map(|link| &text[link]).collect();
            assert_eq!(found, [expected], "{text}");
        }
        for text in
            ["xhttp://a.example", "http://a_b.example", "www.", "a@b", "/a@b.example", "http://."]
        {
            assert!(links(text).is_empty(), "{text}");
        }
    }
}
