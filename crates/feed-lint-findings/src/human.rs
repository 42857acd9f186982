//! Findings for people: the source line, a mark under the position, and the help.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Mark, Origin, Renderer, Snippet};

use super::{Finding, Level, Span, visible};

/// The longest excerpt of a line, in bytes, around the position.
const WIDEST: usize = 140;
/// How much of it is before the position.
const BEFORE: usize = 80;

/// One finding over several lines. Colours are ANSI escapes; the caller's stream strips them where
/// they are not wanted.
#[must_use]
pub fn finding(finding: &Finding) -> String {
    rendered(finding, Renderer::styled())
}

/// The same without colours.
#[must_use]
pub fn plain(finding: &Finding) -> String {
    rendered(finding, Renderer::plain())
}

fn rendered(finding: &Finding, renderer: Renderer) -> String {
    let mark = match finding.level {
        Level::Error => Mark::ERROR,
        Level::Warning => Mark::WARNING,
        Level::Info => Mark::INFO,
    };
    let message = visible(&finding.message);
    let mut group = Group::with_title(mark.primary_title(message.as_ref()).id(finding.rule.name));
    let paths: Vec<String> = finding
        .at
        .iter()
        .chain(finding.also.iter().map(|(span, _)| span))
        .map(|span| visible(span.source.path()).into_owned())
        .collect();
    let kinds =
        std::iter::once(AnnotationKind::Primary).chain(std::iter::repeat(AnnotationKind::Context));
    let also = finding.also.iter().map(|(span, label)| (span, Some(label)));
    let spans = finding.at.iter().map(|span| (span, None)).chain(also);
    let mut columns = Vec::new();
    for (((span, label), path), kind) in spans.zip(&paths).zip(kinds) {
        group = match excerpt(span) {
            Some(excerpt) => {
                columns.push(excerpt.columns(path));
                group.element(excerpt.snippet(path, kind, label))
            }
            None => group.element(Origin::path(path.as_str())),
        };
    }
    let help = finding.help.as_deref().map(visible);
    if let Some(help) = &help {
        group = group.element(Mark::HELP.message(help.as_ref()));
    }
    // The excerpt is cut already.
    let renderer = renderer.term_width(usize::MAX / 4);
    with_true_columns(renderer.render(&[group]), &columns)
}

/// The renderer counts columns in the excerpt, with tabs as spaces: replaces each position in its
/// output by the one in the file.
fn with_true_columns(mut rendered: String, columns: &[(String, String)]) -> String {
    let mut from = rendered.find('\n').unwrap_or_default();
    for (shown, wanted) in columns {
        let Some(at) = rendered.get(from..).and_then(|rest| rest.find(shown)) else {
            continue;
        };
        rendered.replace_range(from + at..from + at + shown.len(), wanted);
        from += at + wanted.len();
    }
    rendered
}

/// The source line to show, and the range within it.
struct Excerpt {
    text: String,
    place: Range<usize>,
    number: usize,
    column: usize,
}

impl Excerpt {
    fn snippet<'a>(
        self,
        path: &'a str,
        kind: AnnotationKind,
        label: Option<&'a String>,
    ) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        Snippet::source(self.text)
            .path(path)
            .line_start(self.number)
            .annotation(kind.span(self.place).label(label.map(String::as_str)))
    }

    /// The position in the renderer's output, and in the file.
    fn columns(&self, path: &str) -> (String, String) {
        let before = self.text.get(..self.place.start).unwrap_or_default();
        let shown = before.chars().count() + 1;
        let place = |column: usize| format!("{path}:{}:{column}", self.number);
        (place(shown), place(self.column))
    }
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
    let before_it = start
        .checked_sub(1)
        .and_then(|before| text.as_bytes().get(before));
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
