//! Lines that begin with a word in colons (`:smile:`) in a body that has definition lists as well: the
//! parser takes them for definitions, too, and drops the first colon.

use super::line::{Line, lines};
use super::{Family, Sheet};

/// Lines that begin with a colon and are not definitions.
pub(super) const COLONS: Family =
    Family::of("colons", &["\n:", "\n :", "\n  :", "\n   :", "\n\t:", ">:", "> :"], edit);

fn edit(sheet: &mut Sheet<'_>) {
    let text = sheet.text;
    // Without a definition, definition lists are not read at all.
    if !text.lines().any(|line| is_definition(line) == Some(true)) {
        return;
    }
    for Line { start, text: line } in lines(text) {
        let at = start + line.find(':').unwrap_or(0);
        if is_definition(line) == Some(false) && sheet.is_markdown(at) {
            sheet.replace(at..at + 1, "\\:");
        }
    }
}

/// Whether the colon that a line begins with, if it does, is that of a definition.
pub(in crate::markdown) fn is_definition(line: &str) -> Option<bool> {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let rest = line.strip_prefix(':')?;
    Some(rest.trim_end_matches(['\r', '\n']).is_empty() || rest.starts_with([' ', '\t']))
}
