//! Where paragraphs end.

/// Where the first paragraph of a text ends: before the first blank line, without the line end. A line
/// ends with LF or CR LF, and a blank one may have spaces.
pub(crate) fn paragraph_end(text: &str) -> Option<usize> {
    let ends = text.match_indices('\n').map(|(at, _)| at);
    let mut before = ends.filter(|at| {
        let next = text[at + 1..].split_once('\n').map(|(line, _)| line);
        next.is_some_and(|line| line.trim().is_empty())
    });
    before.next().map(|at| text[..at].trim_end_matches('\r').len())
}

#[cfg(test)]
mod tests {
    use super::paragraph_end;

    #[test]
    fn either_line_end_counts() {
        for (text, end) in [
            ("a\nb\n\nc", Some(3)),
            ("a\r\nb\r\n\r\nc", Some(4)),
            ("a\n \t\nb", Some(1)),
            ("a\n\n", Some(1)),
            ("a\nb\n", None),
            ("", None),
        ] {
            assert_eq!(paragraph_end(text), end, "{text:?}");
        }
    }
}
