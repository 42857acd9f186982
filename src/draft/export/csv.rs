//! Comma-separated values (RFC 4180), safe from formulas in spreadsheets.

/// One line of a table.
pub(super) fn row<T: AsRef<str>>(cells: &[T]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text.as_ref())).collect();
    cells.join(",") + "\r\n"
}

/// A cell, quoted if necessary. A text that a spreadsheet would read as a formula gets an apostrophe
/// before it, which spreadsheets hide.
fn cell(text: &str) -> String {
    let formula = text
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r', '\n']);
    let text = if formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
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
        assert_eq!(
            row(&["a", "b, \"c\"", "d\ne", ""]),
            "a,\"b, \"\"c\"\"\",\"d\ne\",\r\n"
        );
        assert_eq!(
            row(&["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\tx"]),
            "'=1+1,'+1,'-1,'@SUM(A1),' =1,'\tx\r\n"
        );
    }
}
