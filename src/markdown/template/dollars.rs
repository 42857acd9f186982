//! Dollar signs: formulas (`$x^2$`, `$$x^2$$`) and money. Those of money are escaped, so that the
//! parser reads only formulas.

use crate::post::paragraph::paragraph_end;
use std::ops::Range;

use super::{Family, Sheet};

/// Formulas between single or double dollar signs.
pub(super) const DOLLARS: Family = Family::of("dollars", &["$$"], |sheet| edit(sheet, true));

/// Formulas between double dollar signs alone, as kramdown has them.
pub(super) const DOUBLE: Family =
    Family { name: "double-dollars", edit: |sheet| edit(sheet, false), ..DOLLARS };

fn edit(sheet: &mut Sheet<'_>, single: bool) {
    let [_, money] = read(sheet, single);
    for at in money.into_iter().flatten() {
        sheet.insert(at, "\\");
    }
}

/// The positions of the formulas of a text.
pub(super) fn formulas(sheet: &Sheet<'_>) -> Vec<Range<usize>> {
    let [formulas, _] = read(sheet, true);
    formulas
}

/// Keeps the families that follow from changing formulas, where the parser reads them. A line of a
/// formula that would begin a block, such as a list, is joined with the line before it.
pub(super) fn keep(sheet: &mut Sheet<'_>, single: bool) {
    let text = sheet.text;
    if !text.contains("$$") {
        return;
    }
    let [formulas, _] = read(sheet, single);
    for formula in &formulas {
        join(sheet, formula);
    }
    sheet.regions.code.extend(formulas);
    sheet.regions.code.sort_by_key(|range| range.start);
}

/// Joins the lines of a formula that would begin a block with the line before. After a comment of TeX,
/// which ends with its line, an empty group is written before them instead.
fn join(sheet: &mut Sheet<'_>, formula: &Range<usize>) {
    let text = sheet.text;
    for (at, _) in text[formula.clone()].match_indices('\n') {
        let end = formula.start + at;
        let next = text[end + 1..formula.end].trim_start_matches([' ', '\t']);
        if !next.starts_with(|c: char| "-+*#>=".contains(c) || c.is_ascii_digit()) {
            continue;
        }
        let line = text[formula.start..end].rsplit('\n').next().unwrap_or_default();
        if line.replace("\\%", "").contains('%') {
            let start = formula.end - text[end + 1..formula.end].len();
            sheet.insert(start, "{}");
        } else {
            let start = text[..end].trim_end_matches('\r').len();
            sheet.replace(start..end + 1, " ");
        }
    }
}

/// The positions of formulas, and those of other dollar signs.
fn read(sheet: &Sheet<'_>, single: bool) -> [Vec<Range<usize>>; 2] {
    let text = sheet.text;
    let mut runs = runs(text).into_iter().filter(|run| {
        let at = run.start;
        !text[..at].ends_with('\\') && !sheet.is_code(at) && !sheet.is_html(at)
    });
    let [mut formulas, mut money] = [const { Vec::new() }; 2];
    let mut next = runs.next();
    while let Some(open) = next.take() {
        next = runs.next();
        let close = next.clone().filter(|close| match open.len() {
            1 => single && close.len() == 1 && is_single(text, &open, close),
            2 => close.len() == 2 && is_double(&text[open.end..close.start]),
            _ => false,
        });
        if let Some(close) = close {
            formulas.push(open.start..close.end);
            next = runs.next();
        } else {
            money.push(open);
        }
    }
    [formulas, money]
}

/// Every run of dollar signs.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, sign) in text.match_indices('$') {
        match runs.last_mut() {
            Some(last) if last.end == at => last.end += sign.len(),
            _ => runs.push(at..at + sign.len()),
        }
    }
    runs
}

/// Whether double dollar signs mark a formula: always where they are on lines of their own.
fn is_double(inside: &str) -> bool {
    is_formula(inside) || inside.starts_with(['\n', '\r']) && paragraph_end(inside).is_none()
}

/// Whether single dollar signs mark a formula: they touch it, and the text around them is not an amount
/// or currency (`US$30`, `$5-$10`).
fn is_single(text: &str, open: &Range<usize>, close: &Range<usize>) -> bool {
    let inside = &text[open.end..close.start];
    let before = text[..open.start].chars().next_back();
    let after = text[close.end..].chars().next();
    !inside.starts_with(char::is_whitespace)
        && !inside.ends_with(char::is_whitespace)
        && !before.is_some_and(char::is_alphanumeric)
        && !after.is_some_and(char::is_alphanumeric)
        && is_formula(inside)
}

/// Whether a text is a formula: it has characters that only formulas have, or only short names and
/// numbers. An amount with words after it is not.
fn is_formula(inside: &str) -> bool {
    // A formula is a single paragraph without other markup.
    if paragraph_end(inside).is_some() || inside.contains("](") || inside.contains('`') {
        return false;
    }
    if inside.contains(['\\', '^', '_', '{', '=', '≤', '≥', '∈', '∑', '∫']) {
        return true;
    }
    let starts_with_amount = inside.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let mut words = inside.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let longest = if starts_with_amount { 1 } else { 3 };
    let has_name = inside.chars().any(char::is_alphabetic);
    let is_sum =
        inside.contains(['+', '*', '/', '<', '>']) && inside.contains(char::is_alphanumeric);
    let parts: Vec<&str> = inside.split_whitespace().collect();
    let is_word = |part: &str| part.chars().all(char::is_alphabetic);
    let is_prose = parts.windows(2).any(|pair| pair.iter().all(|part| is_word(part)))
        || !is_sum
            && inside.starts_with(' ')
            && parts.iter().any(|part| part.len() > 1 && is_word(part));
    (has_name || is_sum) && !is_prose && words.all(|word| word.chars().count() <= longest)
}

#[cfg(test)]
mod tests {
    use super::is_formula;

    #[test]
    fn formulas_and_amounts() {
        for formula in ["m", "x^2", "a + b", "\\frac{1}{2}", "E=mc", "2x", "n < 3", "f(x)"] {
            assert!(is_formula(formula), "{formula}");
        }
        for money in [
            "5-",
            "30 and NZ",
            " to ",
            "-",
            "20, or ",
            "1,528,000](https://e.org/) and [",
            "5 or so, then 6",
        ] {
            assert!(!is_formula(money), "{money}");
        }
    }
}
