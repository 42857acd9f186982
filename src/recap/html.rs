//! A small tokenizer of raw HTML: it never fails, and reads what authors mean.

use std::ops::Range;

use quick_xml::escape::resolve_html5_entity;

/// A piece of raw HTML with its bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Character data; entities are not resolved.
    Text(&'a str, Range<usize>),
    /// A start tag (name in lower case) with its attributes.
    Open(String, Vec<(String, String)>, Range<usize>),
    /// An end tag.
    Close(String),
}

/// The tokens of `html`, which starts at byte `offset` of the source. Comments are left out.
pub(super) fn tokens(html: &str, offset: usize) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = html.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(comment) = rest.strip_prefix("<!--") {
            at += comment.find("-->").map_or(rest.len(), |end| end + 7);
        } else if let Some((token, len)) = tag(within(rest), offset + at) {
            tokens.extend(token);
            at += len;
        } else {
            let next = rest
                .char_indices()
                .skip(1)
                .find(|(_, c)| *c == '<')
                .map_or(rest.len(), |(index, _)| index);
            let range = offset + at..offset + at + next;
            tokens.push(Token::Text(rest.get(..next).unwrap_or_default(), range));
            at += next;
        }
    }
    tokens
}

/// The longest tag; without a limit every unclosed quote would be searched to the end of the text.
fn within(rest: &str) -> &str {
    rest.get(..rest.floor_char_boundary(8192)).unwrap_or(rest)
}

/// A tag at the start of `rest` and its length; a declaration counts as a tag without meaning.
fn tag(rest: &str, offset: usize) -> Option<(Option<Token<'_>>, usize)> {
    let inner = rest.strip_prefix('<')?;
    let (close, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    if inner.starts_with(['!', '?']) {
        return Some((None, rest.find('>').map_or(rest.len(), |end| end + 1)));
    }
    let name_len = inner
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != ':')
        .unwrap_or(inner.len());
    let name = inner.get(..name_len)?.to_ascii_lowercase();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut cursor = inner.get(name_len..)?;
    let mut attributes = Vec::new();
    loop {
        cursor = cursor.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(after) = cursor.strip_prefix('>') {
            let len = rest.len() - after.len();
            let token = if close {
                Token::Close(name)
            } else {
                Token::Open(name, attributes, offset..offset + len)
            };
            return Some((Some(token), len));
        }
        let (attribute, after) = attribute(cursor)?;
        attributes.push(attribute);
        cursor = after;
    }
}

fn attribute(cursor: &str) -> Option<((String, String), &str)> {
    let len = cursor
        .char_indices()
        .find(|(index, c)| *index > 0 && (c.is_whitespace() || matches!(c, '=' | '>' | '/')))
        .map(|(index, _)| index)?;
    let name = cursor.get(..len)?.to_ascii_lowercase();
    let after = cursor.get(len..)?;
    let Some(value) = after.trim_start().strip_prefix('=') else {
        return Some(((name, String::new()), after));
    };
    let value = value.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (value, after) = if let Some(quote) = quote {
        value.get(1..)?.split_once(quote)?
    } else {
        let end = value.find(|c: char| c.is_whitespace() || c == '>')?;
        value.split_at_checked(end)?
    };
    Some(((name, unescape(value)), after))
}

/// A text in parts, each with its bytes: entities resolved, and what stands between them.
pub(super) fn decoded(text: &str) -> Vec<(String, Range<usize>)> {
    let mut parts = Vec::new();
    let mut plain = 0;
    for (at, _) in text.match_indices('&') {
        if at < plain {
            continue;
        }
        if let Some((c, len)) = entity(text.get(at + 1..).unwrap_or_default()) {
            let end = at + 1 + len;
            parts.push((text.get(plain..at).unwrap_or_default().to_owned(), plain..at));
            parts.push((c.to_string(), at..end));
            plain = end;
        }
    }
    parts.push((text.get(plain..).unwrap_or_default().to_owned(), plain..text.len()));
    parts.retain(|(part, _)| !part.is_empty());
    parts
}

/// Resolves the common entities.
pub(super) fn unescape(text: &str) -> String {
    decoded(text).into_iter().map(|(part, _)| part).collect()
}

/// The longest entity's name, with `;`.
const ENTITY: usize = 33;

/// The character for the entity after `&`, and the entity's length with `;`.
pub(super) fn entity(after: &str) -> Option<(char, usize)> {
    let end = after.bytes().take(ENTITY).position(|byte| byte == b';')?;
    let name = after.get(..end)?;
    let c = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code)?
    } else {
        let mut value = resolve_html5_entity(name)?.chars();
        let c = value.next().filter(|_| value.next().is_none())?;
        if c == '\u{a0}' { ' ' } else { c }
    };
    Some((c, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags_as_browsers_do() {
        let html = "<!-- a > b --><IMG src='a.png' alt=\"x &amp; y\" hidden/>hm < 2 <b>c</b>";
        let tokens = tokens(html, 100);
        assert_eq!(
            tokens.first(),
            Some(&Token::Open(
                "img".into(),
                vec![
                    ("src".into(), "a.png".into()),
                    ("alt".into(), "x & y".into()),
                    ("hidden".into(), String::new())
                ],
                114..155
            ))
        );
        assert!(matches!(tokens.get(1), Some(Token::Text("hm ", _))));
        assert!(matches!(tokens.last(), Some(Token::Close(name)) if name == "b"));
    }

    #[test]
    fn an_unfinished_tag_is_text() {
        assert!(matches!(tokens("<a href=", 0).first(), Some(Token::Text(_, _))));
    }
}
