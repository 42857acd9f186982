//! Attribute lists of Python-Markdown (`{: .class }`, `{ width="300" }`) and its mark of a table of
//! contents, which affect layout only.

use super::finder::LONGEST;
use super::line::{Line, lines};
use super::{Family, Sheet, dollars, holder};

/// Attribute lists.
pub(super) const ATTRIBUTES: Family =
    Family::of("attributes", &["{"], |sheet| remove(sheet, Where::Anywhere));

/// Attribute lists on a line of their own, the only ones that Goldmark reads.
pub(super) const OF_BLOCKS: Family = Family {
    name: "block-attributes",
    edit: |sheet| remove(sheet, Where::AloneOnLine),
    ..ATTRIBUTES
};

/// The mark of a table of contents, which feeds lack.
pub(super) const CONTENTS: Family = Family::of("contents", &["[TOC]"], |sheet| {
    for Line { start, text: line } in lines(sheet.text) {
        if line.trim() == "[TOC]" && !sheet.is_literal(start) {
            sheet.replace(start..start + line.trim_end().len(), "");
        }
    }
});

/// Where attribute lists are removed.
#[derive(Clone, Copy, PartialEq)]
enum Where {
    /// Below a block, and after an element within a line.
    Anywhere,
    /// Below a block.
    AloneOnLine,
}

fn remove(sheet: &mut Sheet<'_>, place: Where) {
    let formulas = dollars::formulas(sheet);
    let is_code = |sheet: &Sheet<'_>, at| sheet.is_literal(at) || holder(&formulas, at).is_some();
    let mut follows_text = false;
    for Line { start, text: line } in lines(sheet.text) {
        let written = line.trim();
        let is_alone = follows_text && list_length(written) == Some(written.len());
        follows_text = !written.is_empty();
        if is_alone && !is_code(sheet, start) {
            sheet.replace(start..start + line.trim_end().len(), "");
            continue;
        }
        if place == Where::AloneOnLine {
            continue;
        }
        for (brace, _) in line.match_indices('{') {
            let Some(length) =
                list_length(&line[brace..]).filter(|_| !is_code(sheet, start + brace))
            else {
                continue;
            };
            let before = &line[..brace];
            let behind = line[brace + length..].trim_start();
            let follows_element = sheet.ends_element(start + brace) || ends_other_element(before);
            let ends_cell = before.ends_with(' ') && behind.starts_with('|');
            if follows_element || ends_cell {
                sheet.replace(start + brace..start + brace + length, "");
            }
        }
    }
}

/// Whether a text ends with a link whose URL has spaces, or with the name of an emoji: elements that
/// the parser does not know.
fn ends_other_element(text: &str) -> bool {
    let text = &text[text.floor_char_boundary(text.len().saturating_sub(LONGEST))..];
    if let Some(inside) = text.strip_suffix(')') {
        return inside.rfind("](").is_some_and(|open| !inside[open..].contains(')'));
    }
    let name = text.strip_suffix(':').and_then(|text| text.rsplit_once(':'));
    name.is_some_and(|(_, name)| {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"-_+".contains(&byte);
        !name.is_empty() && name.bytes().all(is_part)
    })
}

/// The length of the attribute list that a text begins with. Braces without a sign of attributes are text.
fn list_length(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('{')?;
    let inside = &inside[..inside.floor_char_boundary(LONGEST)];
    let end = inside.find('}')?;
    let written = &inside[..end];
    let first = written.split_whitespace().next()?;
    let is_name = |name: &str, marks: &[u8]| {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || marks.contains(&byte);
        !name.is_empty() && name.bytes().all(is_part)
    };
    let is_list = match (first.strip_prefix(['.', '#']), first.split_once('=')) {
        (Some(name), _) => is_name(name, b"-_"),
        (None, Some((name, _))) if is_name(name, b"-") => true,
        _ => written.starts_with(':'),
    };
    is_list.then_some(end + 2)
}
