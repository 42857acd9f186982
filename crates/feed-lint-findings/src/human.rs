//! Findings for people: the source line, a mark under the position, and the help.

use std::fmt::Write as _;
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::{Finding, Level, Span, visible};

/// The longest excerpt of a line, in bytes, around the position.
const WIDEST: usize = 140;
/// How much of it is before the position.
const BEFORE: usize = 80;

/// One finding over several lines. Colours are ANSI escapes; the caller's stream strips them where
/// they are not wanted.
pub fn finding(finding: &Finding) -> String {
    rendered(finding, true)
}

/// The same without colours.
pub fn plain(finding: &Finding) -> String {
    rendered(finding, false)
}

const BOLD: &str = "\x1b[1m";
const BLUE: &str = "\x1b[1m\x1b[94m";

fn rendered(finding: &Finding, coloured: bool) -> String {
    let style = match finding.level {
        Level::Error => "\x1b[1m\x1b[91m",
        Level::Warning => "\x1b[1m\x1b[33m",
        Level::Info => BLUE,
    };
    let also = finding.also.iter().map(|(span, label)| (span, label.as_str()));
    let spans = finding.at.iter().map(|span| (span, "")).chain(also);
    let snippets: Vec<(&Span, &str, Option<Excerpt>)> =
        spans.map(|(span, label)| (span, label, excerpt(span))).collect();
    let shows_source = snippets.iter().any(|(.., excerpt)| excerpt.is_some());
    let numbers = snippets.iter().filter_map(|(.., excerpt)| Some(excerpt.as_ref()?.number));
    let mut out = Lines {
        text: String::with_capacity(1024),
        margin: numbers.max().map_or(0, |last| last.to_string().len()),
        coloured,
    };
    out.styled(style, &format!("{}[{}]", finding.level.name(), finding.rule.name));
    out.styled(BOLD, &format!(": {}", visible(&finding.message)));
    for (index, (span, label, excerpt)) in snippets.iter().enumerate() {
        let (arrow, mark, style) = match index {
            0 => ("--> ", '^', style),
            _ => ("::: ", '-', BLUE),
        };
        if index > 0 && shows_source {
            out.gutter("", "|");
        }
        out.text.push('\n');
        out.indent(out.margin);
        out.styled(BLUE, arrow);
        out.text.push_str(&visible(span.source.path()));
        if let Some(excerpt) = excerpt {
            out.snippet(excerpt, mark, style, label);
        }
    }
    if let Some(help) = &finding.help {
        if shows_source {
            out.gutter("", "|");
        }
        out.gutter("", "= ");
        out.styled(BOLD, "help");
        let _ = write!(out.text, ": {}", visible(help));
    }
    out.text
}

/// The lines of a finding, to the right of a margin for the line numbers.
struct Lines {
    text: String,
    margin: usize,
    coloured: bool,
}

impl Lines {
    fn styled(&mut self, style: &str, text: &str) {
        if self.coloured {
            let _ = write!(self.text, "{style}{text}\x1b[0m");
        } else {
            self.text.push_str(text);
        }
    }

    fn indent(&mut self, width: usize) {
        self.text.extend(std::iter::repeat_n(' ', width));
    }

    /// Begins a line with a number, or none, and a sign.
    fn gutter(&mut self, number: &str, sign: &str) {
        self.text.push('\n');
        if number.is_empty() {
            self.indent(self.margin);
        } else {
            self.styled(BLUE, &format!("{number:>width$}", width = self.margin));
        }
        self.text.push(' ');
        self.styled(BLUE, sign);
    }

    /// Position, source line, and marks with a label under them.
    fn snippet(&mut self, excerpt: &Excerpt, mark: char, style: &str, label: &str) {
        let Excerpt { text, place, number, column } = excerpt;
        let _ = write!(self.text, ":{number}:{column}");
        self.gutter("", "|");
        self.gutter(&number.to_string(), "|");
        let _ = write!(self.text, " {text}");
        self.gutter("", "|");
        let width = |range: Range<usize>| text.get(range).unwrap_or_default().width();
        self.indent(1 + width(0..place.start));
        let marks = String::from(mark).repeat(width(place.clone()).max(1));
        self.styled(style, &marks);
        if !label.is_empty() {
            self.text.push(' ');
            self.styled(style, &visible(label));
        }
    }
}

/// The source line to show, and the range within it.
struct Excerpt {
    text: String,
    place: Range<usize>,
    number: usize,
    column: usize,
}

/// An excerpt of the line around the range. A line may have megabytes and a thousand findings, so
/// nothing outside of it is read.
fn excerpt(span: &Span) -> Option<Excerpt> {
    let text = span.source.text();
    if text.is_empty() {
        return None;
    }
    let breaks = |c: char| c == '\n' || c == '\r';
    let at = text.floor_char_boundary(span.range.start);
    let first = text.floor_char_boundary(at.saturating_sub(BEFORE));
    let line = text.get(first..at)?.rfind(breaks);
    let start = line.map_or(first, |end| first + end + 1);
    let last = text.floor_char_boundary(start + WIDEST);
    let line = text.get(at..last)?.find(breaks);
    let end = line.map_or(last, |length| at + length);
    let is_cut = |byte: Option<&u8>| byte.is_some_and(|byte| !matches!(byte, b'\n' | b'\r'));
    let before_it = start.checked_sub(1).and_then(|before| text.as_bytes().get(before));
    let marks =
        [before_it, text.as_bytes().get(end)].map(|byte| if is_cut(byte) { "…" } else { "" });
    let place = text.floor_char_boundary(span.range.end).clamp(at, end);
    let part = |range: Range<usize>| {
        let part = text.get(range).unwrap_or_default();
        visible(&part.replace('\t', "    ")).into_owned()
    };
    let (before, marked) = (marks[0].to_owned() + &part(start..at), part(at..place));
    let (number, column) = span.position();
    Some(Excerpt {
        place: before.len()..before.len() + marked.len(),
        text: before + &marked + &part(place..end) + marks[1],
        number,
        column,
    })
}

#[cfg(test)]
mod tests {
    use super::finding;
    use crate::{Finding, Level, Rule, Source, json};

    static RULE: Rule = Rule {
        name: "rule",
        level: Level::Error,
        is_fixed: false,
        w3c: None,
        formats: &[],
        what: "",
        why: "",
        example: "",
        instead: "",
    };

    /// The column is that of the file after a cut, tabs, wide characters, and CR LF, as in JSON.
    #[test]
    fn columns_are_those_of_the_file() {
        for before in ["", "\t", "é\t日", &"\té日 ".repeat(40), &"x".repeat(5_000)] {
            let text = format!("first\r\n{before}HERE and {}\r\nlast\n", "more ".repeat(50));
            let at = text.find("HERE").expect("it is there");
            let source = Source::new("posts/a.md", text);
            let said =
                Finding::new(&RULE, "it is wrong\nposts/a.md:2:1").at(source.span(at..at + 4));
            let said = said.also(source.span(0..5), "the first");
            let shown = finding(&said);
            let column = before.chars().count() + 1;
            assert!(shown.contains(&format!("posts/a.md:2:{column}")), "{shown}");
            assert!(shown.contains("posts/a.md:1:1"), "{shown}");
            assert!(json::finding(&said).contains(&format!("\"column\":{column}")));
            assert!(shown.contains("HERE") && !shown.contains("last"), "{shown}");
            assert_eq!(shown.contains("\u{1b}[0m …"), before.len() > 80, "{shown}");
            assert!(shown.len() < 1_500, "{shown}");
        }
    }

    /// The work for a finding does not grow with its line.
    #[test]
    fn a_line_of_megabytes_with_thousands_of_findings_is_shown_at_once() {
        let source = Source::new("feed.xml", "<item>é</item>".repeat(700_000));
        let length = source.text().len();
        let shown: usize = (0..5_000)
            .map(|number| source.span(number * (length / 5_000)..length))
            .map(|span| finding(&Finding::new(&RULE, "it is wrong").at(span)).len())
            .sum();
        assert!(shown < 5_000 * 1_000, "{shown}");
    }
}
