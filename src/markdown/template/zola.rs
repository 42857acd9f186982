//! Zola's shortcodes: `{{ name(a="b") }}` and `{% name(a="b") %} … {% end %}`. Braces without a
//! call are text, as in Zola.

use std::ops::Range;

use super::braces::{Brace, Braces};
use super::shortcode::{Tag, replace_tags};
use super::{Family, Sheet};

/// Zola's shortcodes.
pub(super) const ZOLA: Family =
    Family { runs_in_code: true, leftover, ..Family::of("zola", &["{{", "{%"], edit) };

fn edit(sheet: &mut Sheet<'_>) {
    let text = sheet.text;
    let mut tags: Vec<Tag> = Vec::new();
    // `{% end %}` ends whatever is open.
    let mut open: Vec<String> = Vec::new();
    let mut braces = Braces::new(text);
    while let Some(Brace { range, inside, is_tag }) = braces.next() {
        let start = range.start;
        let inside = inside.trim_matches(['-', ' ', '\n', '\t', '\r']);
        if let Some(shown) = inside.strip_prefix("/*") {
            let shown = shown.strip_suffix("*/").unwrap_or(shown);
            let (begin, end) = if is_tag { ("{%", "%}") } else { ("{{", "}}") };
            let literal = format!("{begin}{shown}{end}");
            braces.at = range.end;
            sheet.show_literal(range, literal);
            continue;
        }
        if sheet.is_code(start) {
            continue;
        }
        if is_tag && inside == "end" {
            if let Some(name) = open.pop() {
                braces.at = range.end;
                tags.push(Tag::end(&name, range));
            }
            continue;
        }
        let Some((name, arguments)) = call(inside) else {
            continue;
        };
        braces.at = range.end;
        if is_tag {
            open.push(name.to_owned());
        }
        tags.push(Tag::new(name, arguments, range));
    }
    replace_tags(sheet, &tags);
}

fn leftover(text: &str) -> Option<Range<usize>> {
    let mut braces = Braces::new(text);
    while let Some(brace) = braces.next() {
        let inside = brace.inside.trim_matches(['-', ' ', '\n', '\t', '\r']);
        if call(inside).is_some() {
            return Some(brace.range);
        }
    }
    None
}

/// The name and the arguments of a call.
fn call(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.split_once('(')?;
    let name = name.trim();
    let is_name = !name.is_empty()
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ':' | '.'));
    let arguments = rest.trim_end().strip_suffix(')')?;
    is_name.then_some((name, arguments))
}
