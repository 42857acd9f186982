//! TOML between `+++` lines.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Data, Fault, Kind, Node, Pair, Values, quoted};

/// Parses `text`, which starts at byte `offset` of the source.
pub(super) fn parse(text: &str, offset: usize) -> Values<'_> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut values = Values { pairs: pairs(table.into_inner(), text, offset), faults: Vec::new() };
    // Errors after the first are mostly its consequences.
    if let Some(error) = errors.first() {
        let range = error.span().unwrap_or(0..0);
        let range = offset + range.start.min(text.len())..offset + range.end.min(text.len());
        let words = error.message();
        let fault = if words.contains("recurs") {
            Fault::bomb(range, "it is nested more than 80 deep")
        } else if words.contains("duplicate") {
            let key = text.get(range.start - offset..range.end - offset).unwrap_or_default();
            let first = first_of(&values.pairs, key, &range);
            Fault { kind: super::FaultKind::Duplicate(key.to_owned(), first), range }
        } else {
            Fault::syntax(
                range.clone(),
                format!("the front matter is not TOML: {words}"),
                help(text, range.start - offset).or_else(|| {
                    Some(
                        "write each key on a line of its own, with `=` between key and value and text in quotes"
                            .to_owned(),
                    )
                }),
            )
        };
        values.faults.push(fault);
    }
    values
}

fn first_of(pairs: &[Pair<'_>], key: &str, second: &Range<usize>) -> Range<usize> {
    pairs.iter().find(|pair| pair.key == key).map_or(second.clone(), |pair| pair.key_range.clone())
}

fn pairs<'a>(table: DeTable<'a>, text: &'a str, offset: usize) -> Vec<Pair<'a>> {
    let mut pairs: Vec<Pair<'a>> = table
        .into_iter()
        .map(|(key, value)| {
            let key_range = shift(key.span(), offset);
            Pair { key: key.into_inner(), key_range, value: node(value, text, offset) }
        })
        .collect();
    pairs.sort_by_key(|pair| pair.key_range.start);
    pairs
}

/// Recursion ends at the parser's own depth limit of 80.
fn node<'a>(value: Spanned<DeValue<'a>>, text: &'a str, offset: usize) -> Node<'a> {
    let span = value.span();
    let written = text.get(span.clone()).unwrap_or_default();
    let data = match value.into_inner() {
        DeValue::String(text) => Data::Scalar(text, Kind::Text),
        DeValue::Integer(_) | DeValue::Float(_) => {
            Data::Scalar(Cow::Borrowed(written), Kind::Number)
        }
        DeValue::Boolean(value) => Data::Scalar(Cow::Borrowed(written), Kind::Bool(value)),
        DeValue::Datetime(_) => Data::Scalar(Cow::Borrowed(written), Kind::Date),
        DeValue::Array(items) => {
            Data::List(items.into_iter().map(|item| node(item, text, offset)).collect())
        }
        DeValue::Table(table) => Data::Table(pairs(table, text, offset)),
    };
    Node { range: shift(span, offset), data }
}

fn shift(range: Range<usize>, offset: usize) -> Range<usize> {
    range.start + offset..range.end + offset
}

/// The fix of the line at `at`, where it is obvious.
pub(crate) fn help(text: &str, at: usize) -> Option<String> {
    let at = text.floor_char_boundary(at.min(text.len()));
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default().trim();
    if line.starts_with('[') {
        return Some(
            "a table's name must be in brackets on a line of its own: `[event]`".to_owned(),
        );
    }
    let Some((key, value)) = line.split_once('=') else {
        let (key, value) = line.split_once([':', ' ', '\t']).unwrap_or((line, ""));
        let value = value.trim().trim_matches(['"', '\'', ',']);
        let value = match value {
            "" => "\"…\"".to_owned(),
            "true" | "false" => value.to_owned(),
            _ if value.parse::<toml::value::Datetime>().is_ok() || value.parse::<f64>().is_ok() => {
                value.to_owned()
            }
            _ => format!("\"{value}\""),
        };
        return is_key(key)
            .then(|| format!("TOML joins key and value by `=`: write `{key} = {value}`"));
    };
    let (key, value) = (key.trim(), value.trim());
    if !is_key(key) && !key.starts_with(['"', '\'']) {
        return Some(format!(
            "a key with other characters than letters, digits, `-` and `_` must be in quotes: `\"{}\" = …`",
            key.replace('"', "")
        ));
    }
    let bare = value.trim_matches(['"', '\'']);
    match value.chars().next() {
        None => Some(format!("write a value: `{key} = \"…\"`")),
        Some('[' | '{') => Some(closed(key, value)),
        Some(first) if first.is_ascii_digit() => Some(format!(
            "a TOML date is YYYY-MM-DD, and everything else but a number must be in quotes: write `{key} = \"{bare}\"`"
        )),
        Some('"' | '\'') if value.len() > 1 && value.ends_with(['"', '\'']) => {
            let inner = value[1..value.len() - 1].replace("\\\"", "\"");
            let better = if inner.contains('\'') { quoted(&inner) } else { format!("'{inner}'") };
            Some(format!("write `{key} = {better}`"))
        }
        Some(_) => Some(format!(
            "TOML text must be in quotes: write `{key} = \"{}\"`",
            bare.replace('"', "\\\"")
        )),
    }
}

/// How a list or an inline table is closed.
fn closed(key: &str, value: &str) -> String {
    let better = ["]", "}", "\"]", "\"}"].iter().find_map(|end| {
        let line = format!("{key} = {value}{end}");
        toml::from_str::<toml::Table>(&line).is_ok().then_some(line)
    });
    better.map_or_else(
        || {
            "close what is opened, with commas between the values and quotes around texts"
                .to_owned()
        },
        |line| format!("write `{line}`"),
    )
}

/// Whether TOML accepts the word as a bare key.
fn is_key(word: &str) -> bool {
    !word.is_empty()
        && word
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}
