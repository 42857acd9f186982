//! Formulas between `\(` and `\)` or `\[` and `\]`, where the site's configuration has them read as such.

use super::finder::Finder;
use super::{Family, Sheet};
use crate::post::paragraph::paragraph_end;

/// Formulas in brackets with backslashes.
pub(super) const BRACKETS: Family = Family::of("brackets", &["\\(", "\\["], |sheet| {
    edit(sheet, |_, _| true);
});

/// Those of `arithmatex`: `\[` begins a line, and `\]` ends one.
pub(super) const OF_BLOCKS: Family = Family {
    name: "block-brackets",
    edit: |sheet| {
        edit(sheet, |before, behind| {
            let behind = behind.trim_start_matches([' ', '\r']);
            (before.is_empty() || before.ends_with('\n'))
                && (behind.is_empty() || behind.starts_with('\n'))
        });
    },
    ..BRACKETS
};

/// Makes each formula a code span, in which nothing else is read; those in square brackets only where
/// `is_block` says so, by the texts before and after.
fn edit(sheet: &mut Sheet<'_>, is_block: impl Fn(&str, &str) -> bool) {
    formulas(sheet, "\\(", "\\)", |_, _| true);
    formulas(sheet, "\\[", "\\]", is_block);
    sheet.regions.code.sort_by_key(|range| range.start);
}

fn formulas(
    sheet: &mut Sheet<'_>,
    open: &str,
    close: &'static str,
    fits: impl Fn(&str, &str) -> bool,
) {
    let text = sheet.text;
    let mut ends = Finder::new(text, close);
    let mut done = 0;
    for (start, _) in text.match_indices(open) {
        let is_free = start >= done && sheet.is_markdown(start);
        let Some(end) = ends.near(start).filter(|_| is_free && !text[..start].ends_with('\\'))
        else {
            continue;
        };
        let inside = start + open.len()..end;
        let written = &text[inside.clone()];
        let is_other = written.trim().is_empty() || written.contains('`');
        let fits = fits(&text[..start], &text[end + close.len()..]);
        if is_other || !fits || paragraph_end(written).is_some() {
            continue;
        }
        sheet.replace(start..end - written.trim_start().len(), "`");
        for (at, _) in written.trim().match_indices('\n') {
            let at = end - written.trim_start().len() + at;
            let line = text[..at].trim_end_matches('\r').len();
            sheet.replace(line..at + 1, " ");
        }
        done = end + close.len();
        sheet.replace(inside.start + written.trim_end().len()..done, "`");
        sheet.regions.code.push(start..done);
    }
}
