//! Comma-separated values (RFC 4180), safe from formulas in spreadsheets.

use super::Outgoing;

/// A table with a row per post of the drafts; `cells` gives those of a post by its index and text.
pub(super) fn table(
    columns: &[&str],
    drafts: &[&Outgoing<'_>],
    cells: impl Fn(&Outgoing<'_>, usize, &str) -> Vec<String>,
) -> String {
    let mut table = row(columns);
    for draft in drafts {
        for (index, text) in draft.posts.iter().enumerate() {
            table.push_str(&row(&cells(draft, index, text)));
        }
    }
    table
}

/// One line of a table.
fn row<T: AsRef<str>>(cells: &[T]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text.as_ref())).collect();
    cells.join(",") + "\r\n"
}

/// A cell, quoted if necessary. A text that a spreadsheet would read as a formula gets an apostrophe
/// before it, which spreadsheets hide.
fn cell(text: &str) -> String {
    let formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r', '\n']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r', ';']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        assert_eq!(row(&["a", "b, \"c\"", "d\ne", ""]), "a,\"b, \"\"c\"\"\",\"d\ne\",\r\n");
        assert_eq!(
            row(&["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\tx"]),
            "'=1+1,'+1,'-1,'@SUM(A1),' =1,'\tx\r\n"
        );
    }
}
