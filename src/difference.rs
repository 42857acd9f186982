//! Diffs of two texts, line by line.

use std::fmt::Write as _;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, Hunk, InternedInput, Token};

/// How many lines of context surround a change.
const AROUND: u32 = 3;

/// The kind of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Unchanged.
    Same,
    /// Removed.
    Removed,
    /// Added.
    Added,
}

/// Nearby changes with their context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group<'t> {
    /// The lines of the old text, from 0.
    pub old: Range<u32>,
    /// The lines of the new text, from 0.
    pub new: Range<u32>,
    /// The lines with their ends, in the order of the diff.
    pub lines: Vec<(Change, &'t str)>,
}

/// The changes from `old` to `new`; empty where the texts are equal.
pub fn groups<'t>(old: &'t str, new: &'t str) -> Vec<Group<'t>> {
    let input = InternedInput::new(old, new);
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);
    let mut groups: Vec<(Group<'_>, Vec<Hunk>)> = Vec::new();
    for hunk in diff.hunks() {
        let old = around(&hunk.before, &hunk.after, input.before.len());
        let new = around(&hunk.after, &hunk.before, input.after.len());
        match groups.last_mut() {
            Some((group, hunks)) if group.old.end >= old.start => {
                group.old.end = old.end;
                group.new.end = new.end;
                hunks.push(hunk);
            }
            _ => {
                let lines = Vec::new();
                groups.push((Group { old, new, lines }, vec![hunk]));
            }
        }
    }
    let filled = |(mut group, hunks): (Group<'t>, Vec<Hunk>)| {
        group.fill(&hunks, &input);
        group
    };
    groups.into_iter().map(filled).collect()
}

impl<'t> Group<'t> {
    /// Collects the lines of the changes with their context.
    fn fill(&mut self, hunks: &[Hunk], input: &InternedInput<&'t str>) {
        let mut at = self.old.start;
        for hunk in hunks {
            self.take(Change::Same, &input.before, at..hunk.before.start, input);
            self.take(Change::Removed, &input.before, hunk.before.clone(), input);
            self.take(Change::Added, &input.after, hunk.after.clone(), input);
            at = hunk.before.end;
        }
        self.take(Change::Same, &input.before, at..self.old.end, input);
    }

    fn take(
        &mut self,
        change: Change,
        text: &[Token],
        lines: Range<u32>,
        input: &InternedInput<&'t str>,
    ) {
        let lines = text.get(lines.start as usize..lines.end as usize);
        let lines = lines.unwrap_or_default().iter();
        let output = lines.map(|line| (change, input.interner[*line]));
        self.lines.extend(output);
    }
}

/// A changed range with its context, of the same length in both texts.
fn around(changed: &Range<u32>, other: &Range<u32>, length: usize) -> Range<u32> {
    let before = AROUND.min(changed.start).min(other.start);
    let length = u32::try_from(length).unwrap_or(u32::MAX);
    changed.start - before..(changed.end + AROUND).min(length)
}

/// The changes in the format of `diff -u`; empty where the texts are equal.
pub fn unified((old_name, old): (&str, &str), (new_name, new): (&str, &str)) -> String {
    let mut output = String::new();
    for group in groups(old, new) {
        if output.is_empty() {
            let _ = writeln!(output, "--- {old_name}\n+++ {new_name}");
        }
        let _ = writeln!(output, "@@ -{} +{} @@", place(&group.old), place(&group.new));
        for (change, line) in group.lines {
            output.push(match change {
                Change::Same => ' ',
                Change::Removed => '-',
                Change::Added => '+',
            });
            output.push_str(line);
            if !line.ends_with('\n') {
                output.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
    output
}

/// `START,LENGTH`, counted from 1; an empty range is named by the line before it.
fn place(lines: &Range<u32>) -> String {
    match lines.len() {
        0 => format!("{},0", lines.start),
        1 => format!("{}", lines.start + 1),
        length => format!("{},{length}", lines.start + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::unified;

    fn shown(old: &str, new: &str) -> String {
        unified(("a", old), ("b", new))
    }

    fn numbered(count: usize) -> String {
        (1..=count).map(|line| line.to_string() + "\n").collect()
    }

    #[test]
    fn equal_texts_do_not_differ() {
        assert_eq!(shown("one\ntwo\n", "one\ntwo\n"), "");
        assert_eq!(shown("", ""), "");
    }

    #[test]
    fn changes_are_shown_with_three_lines_around_them() {
        let old = numbered(20);
        let new = old.replace("\n5\n", "\nfive\n").replace("\n18\n", "\n");
        let expected = "--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n\
            @@ -15,6 +15,5 @@\n 15\n 16\n 17\n-18\n 19\n 20\n";
        assert_eq!(shown(&old, &new), expected);
    }

    #[test]
    fn changes_that_share_lines_are_one_group() {
        let old = numbered(9);
        let new = old.replace("2\n", "").replace("8\n", "eight\n");
        let expected =
            "--- a\n+++ b\n@@ -1,9 +1,8 @@\n 1\n-2\n 3\n 4\n 5\n 6\n 7\n-8\n+eight\n 9\n";
        assert_eq!(shown(&old, &new), expected);
    }

    #[test]
    fn a_missing_final_line_end_is_shown() {
        let expected = "--- a\n+++ b\n@@ -0,0 +1 @@\n+new\n\\ No newline at end of file\n";
        assert_eq!(shown("", "new"), expected);
        let expected = "--- a\n+++ b\n@@ -1 +1 @@\n-same\n\\ No newline at end of file\n+same\n";
        assert_eq!(shown("same", "same\n"), expected);
    }
}
