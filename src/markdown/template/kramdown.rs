//! kramdown's attribute lists (`{: .class}`, `{:target="_blank"}`) and extensions (`{::comment}`),
//! which affect layout only.

use std::ops::Range;

use super::finder::Finder;
use super::{Family, Sheet, dollars, holder};

/// kramdown's attribute lists and extensions.
pub(super) const KRAMDOWN: Family = Family::of("kramdown", &["{:"], edit);

fn edit(sheet: &mut Sheet<'_>) {
    let text = sheet.text;
    let formulas = dollars::formulas(sheet);
    let lists = joined(sheet);
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
            // The list only marks the place of the table of contents.
            let list = holder(&lists, start).map_or(start, |list| list.start);
            sheet.clear(list..end);
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

/// The lists, with adjacent ones joined, whatever their bullets are.
fn joined(sheet: &Sheet<'_>) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    let is_numbered =
        |at: usize| sheet.text[at..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    for list in &sheet.regions.lists {
        match all.last_mut() {
            Some(last)
                if sheet.text[last.end..list.start].trim().is_empty()
                    && is_numbered(last.start) == is_numbered(list.start) =>
            {
                last.end = list.end;
            }
            _ => all.push(list.clone()),
        }
    }
    all
}
