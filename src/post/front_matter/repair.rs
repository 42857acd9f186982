//! What an author probably meant by a line that is not YAML.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::Parser;

use super::Fault;

/// How many lines above an error the line that causes it is searched for.
const FARTHEST: usize = 40;

/// The parser's message in an author's words, and the corrected line.
pub(super) fn explain(text: &str, offset: usize, at: usize, words: &str) -> Fault {
    let at = text.floor_char_boundary(at);
    if words.contains("recursion") || words.contains("nesting") || words.contains("depth") {
        return Fault::bomb(offset + at..offset + at, "it is nested more than 64 deep");
    }
    // The parser notices an unclosed construct where the next one begins, or at the end, and a tab at the
    // end of the line before.
    let line_end = |from: usize| {
        let end = text[from..].find('\n');
        end.map_or(text.len(), |end| from + end)
    };
    let mut end = line_end(at);
    let line = |end: usize| {
        let start = text[..end].rfind('\n').map_or(0, |end| end + 1);
        start..start + text[start..end].trim_end().len()
    };
    let next = line_end((end + 1).min(text.len()));
    for range in [next, end].map(line) {
        if text[range.clone()].trim_start_matches(' ').starts_with('\t') {
            return Fault::syntax(
                offset + range.start..offset + range.end,
                "a tab indents the line, which YAML does not allow",
                Some("indent with spaces".to_owned()),
            );
        }
    }
    for _ in 0..FARTHEST {
        let range = line(end);
        let found = corrections(&text[range.clone()]);
        let mends = |(_, better): &(Cow<'static, str>, String)| mends(text, at, &range, better);
        if let Some((message, better)) = found.into_iter().find(mends) {
            let marked = offset + range.start..offset + range.end;
            return Fault::syntax(marked, message, Some(format!("write `{better}`")));
        }
        let Some(before) = range.start.checked_sub(1) else {
            break;
        };
        end = before;
    }
    Fault::syntax(offset + at..offset + at, format!("the front matter is not YAML: {words}"), None)
}

/// Whether `better` is valid by itself, and the parser comes past its error with it in place of the line at
/// `range`.
fn mends(text: &str, at: usize, range: &Range<usize>, better: &str) -> bool {
    if first_error(better).is_some() || first_error(&text[range.clone()]).is_none() {
        return false;
    }
    let whole = format!("{}{better}{}", &text[..range.start], &text[range.end..]);
    let added = better.len().saturating_sub(range.len());
    first_error(&whole).is_none_or(|error| error > at.max(range.end) + added)
}

fn first_error(text: &str) -> Option<usize> {
    let error = Parser::new_from_str(text).find_map(Result::err)?;
    Some(error.marker().byte_offset().unwrap_or_default())
}

/// What may be wrong with a line, each with the line corrected.
fn corrections(line: &str) -> Vec<(Cow<'static, str>, String)> {
    const QUOTES: &str = "this value means something else in YAML unless it is quoted";
    let mut all = Vec::new();
    let Some((key, value)) = key_and_value(line) else {
        return all;
    };
    let key = key.trim_end();
    let with = |value: &str| format!("{key} {value}");
    let (first, last) = (value.chars().next(), value.chars().next_back());
    if let (Some('[' | '{'), Some(last)) = (first, last) {
        let flow = quoted_inside(value);
        for open in [value, flow.as_str()] {
            let open = open.trim_end_matches(',');
            for end in ["]", "}", "]]", "}]", "]}", "}}", "\"]", "\"}"] {
                let what = if end.ends_with(']') { "list" } else { "table" };
                let message = format!("the {what} on this line is not closed");
                all.push((message.into(), with(&format!("{open}{end}"))));
            }
        }
        if flow != value {
            all.insert(0, (QUOTES.into(), with(&flow)));
        }
        let parted = ['"', '\''].iter().fold(value.to_owned(), |value, quote| {
            value.replace(&format!("{quote} {quote}"), &format!("{quote}, {quote}"))
        });
        if parted != value {
            all.push(("two texts have no comma between them".into(), with(&parted)));
        }
        if matches!(last, ']' | '}') {
            return all;
        }
    }
    if let Some(image) = image(key, value) {
        all.push(("Markdown is not a value in YAML unless it is quoted".into(), with(&image)));
    }
    if let Some(quote @ ('"' | '\'')) = first {
        let inner = &value[1..];
        let message = match inner.strip_suffix(quote) {
            Some(inner) if inner.contains(quote) => "a quotation mark inside of this text ends it",
            Some(_) => "a backslash in this text begins no escape of YAML",
            None => QUOTES,
        };
        match inner.strip_suffix(quote) {
            Some(inner) if quote == '\'' => {
                all.push((message.into(), with(&in_quotes(&inner.replace("''", "'")))));
            }
            Some(inner) => all.push((message.into(), with(&in_quotes(inner)))),
            None if !inner.contains(quote) => all.push((
                "the quotation mark on this line is not closed".into(),
                with(&in_quotes(inner)),
            )),
            None => all.push((message.into(), with(&in_quotes(value)))),
        }
        return all;
    }
    let is_special =
        |c: char| matches!(c, '@' | '`' | '%' | '*' | '&' | '!' | '|' | '>' | '[' | '{');
    if first.is_some_and(is_special) || value.contains(": ") || value.ends_with(':') {
        all.push((QUOTES.into(), with(&in_quotes(value))));
    }
    all
}

/// The text before a value, with the colon or the dash, and the value.
fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let colon = line.find(": ").map(|at| at + 1);
    let item = line.trim_start().strip_prefix("- ").map(|rest| line.len() - rest.len());
    let (key, value) = line.split_at(match (colon, item) {
        // `- "Title" by Jane: great` is one text.
        (Some(_), Some(item)) if line[item..].starts_with(['"', '\'', '@', '`', '%']) => item,
        (colon, item) => colon.or(item)?,
    });
    let value = value.trim();
    (!value.is_empty()).then_some((key, value))
}

/// A text in double quotes.
fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The table for an image in Markdown that is the value of a key for images.
fn image(key: &str, value: &str) -> Option<String> {
    let (src, alt) = markdown_image(value)?;
    let key = key.to_ascii_lowercase();
    let is_image = ["image", "cover", "thumbnail"].iter().any(|word| key.contains(word));
    is_image.then(|| format!("{{ src: {}, alt: {} }}", in_quotes(src), in_quotes(alt)))
}

/// The URL and the alt text of a value that is an image or a link in Markdown.
pub(crate) fn markdown_image(value: &str) -> Option<(&str, &str)> {
    let value = value.trim().trim_start_matches('!');
    let (alt, rest) = value.strip_prefix('[')?.split_once("](")?;
    let src = rest.strip_suffix(')')?.split_whitespace().next()?;
    Some((src, alt))
}

/// A list or table between brackets with quotes around the texts in it that need them.
fn quoted_inside(value: &str) -> String {
    let mut all = String::with_capacity(value.len() + 2);
    let mut open: Vec<char> = Vec::new();
    let mut rest = value;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '[' | '{' => {
                open.push(letter);
                1
            }
            ']' | '}' => {
                open.pop();
                1
            }
            ',' | ' ' => 1,
            '"' | '\'' => rest[1..].find(letter).map_or(rest.len(), |end| end + 2),
            _ => {
                let end = rest.find([',', ']', '}']).unwrap_or(rest.len());
                let item = &rest[..end];
                let key = match item.find(": ").filter(|_| open.last() == Some(&'{')) {
                    Some(colon) => &item[..colon + 2],
                    None => "",
                };
                let item = &item[key.len()..];
                all.push_str(key);
                let text = item.trim();
                let needs = text.starts_with(['#', '@', '`', '%', '*', '&', '!', '|', '>'])
                    || text.contains(" #")
                    || !key.is_empty() && text.contains(": ");
                if needs {
                    all.push_str(&in_quotes(text));
                } else if !text.starts_with(['[', '{', '"', '\'']) {
                    all.push_str(item);
                } else {
                    // A value of its own.
                    rest = &rest[key.len() + item.len() - item.trim_start().len()..];
                    continue;
                }
                rest = &rest[end..];
                continue;
            }
        };
        all.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    all
}
