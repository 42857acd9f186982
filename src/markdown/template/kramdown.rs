//! kramdown's attribute lists (`{: .class}`, `{:target="_blank"}`) and extensions (`{::comment}`),
//! which affect layout only.

use super::finder::Finder;
use super::{Family, NONE, Sheet, dollars, holder};

/// kramdown's attribute lists and extensions.
pub(super) const KRAMDOWN: Family = Family {
    name: "kramdown",
    marks: &["{:"],
    edit,
    ..NONE
};

fn edit(sheet: &mut Sheet<'_>) {
    let text = sheet.text;
    let formulas = dollars::formulas(sheet);
    let mut lines = Finder::new(text, "\n");
    let mut braces = Finder::new(text, "}");
    let mut comments = Finder::new(text, "{:/");
    let mut at = 0;
    while let Some(found) = text[at..].find("{:") {
        let start = at + found;
        at = start + 2;
        let line_end = lines.find(start).unwrap_or(text.len());
        let Some(brace) = braces.find(start).filter(|brace| *brace < line_end) else {
            continue;
        };
        if sheet.is_code(start) || holder(&formulas, start).is_some() {
            continue;
        }
        let end = brace + 1;
        let inside = &text[start + 2..end - 1];
        if inside.trim_start().starts_with("toc") {
            sheet.clear(list(text, start)..end);
        } else if inside.starts_with(":comment") {
            let close = comments.find(end).and_then(|close| braces.find(close));
            let end = close.map_or(end, |close| close + 1);
            sheet.replace(start..end, "");
            at = end;
            continue;
        } else {
            sheet.replace(start..end, "");
        }
        at = end;
    }
}

/// Where the list begins that ends at `end` and only marks the place of the table of contents.
fn list(text: &str, end: usize) -> usize {
    const MOST: usize = 200;
    let mut start = end;
    let mut before = text[..end].trim_end();
    for _ in 0..MOST {
        let item = before.rfind('\n').map_or(0, |at| at + 1);
        let is_item = before[item..].starts_with(['*', '-', '+', '1']);
        if !is_item || before.len() - item >= 40 {
            break;
        }
        start = item;
        before = text[..item].trim_end_matches([' ', '\t', '\r']);
        before = before.strip_suffix('\n').unwrap_or_default();
    }
    start
}
