//! Merge conflicts that were committed, or are about to be.

use crate::command_line::git_add;
use crate::report::{Finding, Source};

crate::report::rules! {
    /// No file contains the markers of an unresolved merge.
    ///
    /// Readers would get both versions and the markers between them.
    Error CONFLICT_MARKER "conflict-marker":
        "`<<<<<<< HEAD`, two versions parted by `=======`, and `>>>>>>> topic`"
        => "Keep one version, or write the two into one, and delete the three lines. In a post about \
        git, put the example into a code block.";

    /// git knows of no merge conflict in a post, the configuration or the list of people.
    ///
    /// While a file has two versions, a check cannot know what the commit will contain.
    Error UNSETTLED_MERGE "unsettled-merge":
        "a post that `git status` lists under \"both modified\""
        => "Resolve the conflict, then `git add` the file. Feeds need no resolving: `afterword build` \
        writes them afresh.";
}

/// The finding for a path that git calls unmerged.
pub fn unmerged(path: &str) -> Finding {
    Finding::new(&UNSETTLED_MERGE, "this file has an unresolved merge conflict").in_file(path).help(
        format!(
            "resolve it, then `{}`; feeds and untouched drafts: `afterword build`, then `git add`",
            git_add([path])
        ),
    )
}

/// Finds the first conflict of a post, the configuration or the list of people: its three markers at
/// the start of their lines, in order, outside fenced code.
pub fn find(path: &str, text: &str) -> Option<Finding> {
    memchr::memmem::find(text.as_bytes(), b"<<<<<<< ")?;
    let mut fence: Option<(u8, usize)> = None;
    let mut begun: Option<usize> = None;
    let mut parted = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
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
            let first = text.get(begin..).and_then(|text| text.lines().next());
            let end = begin + first.map_or(0, str::len);
            return Some(
                Finding::new(&CONFLICT_MARKER, "an unresolved merge conflict begins here")
                    .at(Source::new(path, text).span(begin..end))
                    .help("keep one of the two versions and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`"),
            );
        }
    }
    None
}

/// The mark and length of a code fence.
fn opens(line: &str) -> Option<(u8, usize)> {
    let line = line.trim_start();
    let mark = *line.as_bytes().first().filter(|mark| matches!(mark, b'`' | b'~'))?;
    let length = line.bytes().take_while(|byte| *byte == mark).count();
    (length >= 3).then_some((mark, length))
}

#[cfg(test)]
mod tests {
    use super::find;

    const CONFLICT: &str = "<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> topic\n";

    #[test]
    fn a_conflict_is_found_where_it_begins() {
        let text = format!("---\ntitle: x\r\n{CONFLICT}");
        let span = find("posts/a.md", &text).and_then(|finding| finding.at);
        let span = span.expect("a place");
        assert_eq!((span.position(), span.text()), ((3, 1), "<<<<<<< HEAD"));
    }

    #[test]
    fn examples_and_headings_are_not_conflicts() {
        for text in [
            format!("Look:\n\n```\n{CONFLICT}```\n"),
            format!("~~~~ text\n```\n{CONFLICT}~~~~\n"),
            "Heading\n=======\n\n>>>>>>> deep quote\n".to_owned(),
            "    <<<<<<< HEAD\n    =======\n    >>>>>>> x\n".to_owned(),
        ] {
            assert!(find("posts/a.md", &text).is_none(), "{text}");
        }
    }
}
