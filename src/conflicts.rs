//! Merge conflicts that were committed, or are about to be.

use crate::report::{Finding, Level, Rule, Source};

/// The rules of this file, in the order in which they are documented.
pub static RULES: &[&Rule] = &[&CONFLICT_MARKER];

static CONFLICT_MARKER: Rule = Rule {
    name: "conflict-marker",
    level: Level::Error,
    w3c: None,
    what: "No file holds the markers of a merge that nobody has settled.",
    why: "Readers would get both versions and the markers between them.",
    example: "`<<<<<<< HEAD`, two versions parted by `=======`, and `>>>>>>> topic`",
    instead: "Keep one version, or write the two into one, and delete the three lines. In a post about \
        git, put the example into a code block.",
};

/// Finds the first conflict of a post, a draft, the configuration or the list of people: its
/// three markers at the start of their lines, in their order, outside of fenced code.
#[must_use]
pub fn find(source: &Source) -> Option<Finding> {
    let mut fence: Option<(u8, usize)> = None;
    let mut begun: Option<usize> = None;
    let mut parted = false;
    let mut start = 0;
    for line in source.text().split_inclusive('\n') {
        let at = start;
        start += line.len();
        let line = line.trim_end_matches(['\n', '\r']);
        match (fence, opens(line)) {
            (None, Some(opened)) => fence = Some(opened),
            (Some((mark, length)), Some((closing, run))) if mark == closing && run >= length => {
                fence = None;
            }
            (None, None) => {}
            _ => continue,
        }
        if fence.is_some() {
            continue;
        }
        if line.starts_with("<<<<<<< ") {
            begun = Some(at);
            parted = false;
        } else if line == "=======" {
            parted = begun.is_some();
        } else if line.starts_with(">>>>>>> ")
            && let Some(begin) = begun.filter(|_| parted)
        {
            let first = source
                .text()
                .get(begin..)
                .and_then(|text| text.lines().next());
            let end = begin + first.map_or(0, str::len);
            return Some(
                Finding::new(&CONFLICT_MARKER, "a merge conflict begins here that nobody has settled")
                    .at(source.span(begin..end))
                    .help("keep one of the two versions and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`"),
            );
        }
    }
    None
}

/// The mark and length of a code fence.
fn opens(line: &str) -> Option<(u8, usize)> {
    let line = line.trim_start();
    let mark = *line
        .as_bytes()
        .first()
        .filter(|mark| matches!(mark, b'`' | b'~'))?;
    let length = line.bytes().take_while(|byte| *byte == mark).count();
    (length >= 3).then_some((mark, length))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::report::Source;

    const CONFLICT: &str = "<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> topic\n";

    #[test]
    fn a_conflict_is_found_where_it_begins() {
        let source = Source::new("posts/a.md", format!("---\ntitle: x\r\n{CONFLICT}"));
        let finding = find(&source).expect("a finding");
        let span = finding.at.expect("a place");
        assert_eq!((span.position(), span.text()), ((3, 1), "<<<<<<< HEAD"));
    }

    #[test]
    fn examples_and_headings_are_no_conflicts() {
        for text in [
            format!("Look:\n\n```\n{CONFLICT}```\n"),
            format!("~~~~ text\n```\n{CONFLICT}~~~~\n"),
            "Heading\n=======\n\n>>>>>>> deep quote\n".to_owned(),
            "    <<<<<<< HEAD\n    =======\n    >>>>>>> x\n".to_owned(),
        ] {
            assert!(
                find(&Source::new("posts/a.md", text.as_str())).is_none(),
                "{text}"
            );
        }
    }
}
