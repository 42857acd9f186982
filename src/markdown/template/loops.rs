//! Loops of Liquid over a list that the post itself writes: `{% assign all = "1|2" | split: "|" %}`.

use std::ops::Range;

use super::Sheet;
use super::braces::Braces;

/// The longest text of a loop, in bytes.
const LONGEST: usize = 1 << 16;

/// The text that a loop stands for, if the post writes its list and nothing in it needs the generator.
/// `evaluate` is the value of any other expression than the loop's own variable.
pub(super) fn unrolled(
    sheet: &Sheet<'_>,
    arguments: &str,
    body: Range<usize>,
    evaluate: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    let mut words = arguments.split_whitespace();
    let (variable, list) = match (words.next(), words.next(), words.next(), words.next()) {
        (Some(variable), Some("in"), Some(list), None) => (variable, list),
        _ => return None,
    };
    let (text, separator) = assigned(&sheet.text[..body.start], list)?;
    let body = &sheet.text[body];
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut braces = Braces::new(body);
    while let Some(brace) = braces.next() {
        let inside = brace.inside.trim_matches('-').trim();
        let value = if inside == variable {
            None
        } else if brace.is_tag {
            return None;
        } else {
            Some(evaluate(inside)?)
        };
        pieces.push((&body[at..brace.range.start], value));
        at = brace.range.end;
        braces.at = at;
    }
    let mut all = String::new();
    for item in text.split(separator).map(str::trim) {
        for (before, value) in &pieces {
            all.push_str(before);
            all.push_str(value.as_deref().unwrap_or(item));
        }
        all.push_str(&body[at..]);
        if all.len() > LONGEST {
            return None;
        }
    }
    Some(all)
}

/// The text and the separator of the last `{% assign NAME = "…" | split: "…" %}`.
fn assigned<'t>(text: &'t str, name: &str) -> Option<(&'t str, &'t str)> {
    let (_, rest) = text.rsplit_once(&format!("assign {name} = "))?;
    let (list, rest) = quoted(rest)?;
    let rest = rest.trim_start().strip_prefix('|')?.trim_start();
    let (separator, rest) = quoted(rest.strip_prefix("split:")?.trim_start())?;
    let ends = rest.trim_start_matches([' ', '-']).starts_with("%}");
    (ends && !separator.is_empty()).then_some((list, separator))
}

/// A text in quotation marks, and what follows it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    text[1..].split_once(quote)
}
