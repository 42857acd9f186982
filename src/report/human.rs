//! Findings for people: the source line, a mark under the place, and what to write instead.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Mark, Origin, Renderer, Snippet};

use super::{Finding, Level, Span, visible};

/// More of a line than this is cut away around the place that matters, in bytes.
const WIDEST: usize = 160;

/// One finding over several lines. Colours are ANSI escapes; the caller's stream strips them
/// where they are not wanted.
#[must_use]
pub fn finding(finding: &Finding) -> String {
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
    let mut paths = paths.iter();
    if let (Some(span), Some(path)) = (&finding.at, paths.next()) {
        group = match excerpt(span) {
            Some(excerpt) => group.element(excerpt.snippet(path, AnnotationKind::Primary, None)),
            None => group.element(Origin::path(path.as_str())),
        };
    }
    for ((span, label), path) in finding.also.iter().zip(paths) {
        group = match excerpt(span) {
            Some(excerpt) => {
                group.element(excerpt.snippet(path, AnnotationKind::Context, Some(label)))
            }
            None => group.element(Origin::path(path.as_str())),
        };
    }
    let help = finding.help.as_deref().map(visible);
    if let Some(help) = &help {
        group = group.element(Mark::HELP.message(help.as_ref()));
    }
    Renderer::styled().render(&[group])
}

/// The one line of the source that is shown, and the place within it.
struct Excerpt {
    text: String,
    place: Range<usize>,
    number: usize,
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
}

fn excerpt(span: &Span) -> Option<Excerpt> {
    let text = span.source.text();
    if text.is_empty() {
        return None;
    }
    let breaks = |c: char| c == '\n' || c == '\r';
    let at = floor(text, span.range.start);
    let start = text[..at].rfind(breaks).map_or(0, |end| end + 1);
    let end = text[at..]
        .find(breaks)
        .map_or(text.len(), |length| at + length);
    let place = at..floor(text, span.range.end).clamp(at, end);
    let shown = start.max(floor(text, place.start.saturating_sub(WIDEST / 2)))
        ..end.min(floor(text, place.start + WIDEST));
    let end = place.end.min(shown.end);
    let part = |range: Range<usize>| visible(&text[range].replace('\t', "    ")).into_owned();
    let (before, marked) = (part(shown.start..place.start), part(place.start..end));
    let after = part(end..shown.end);
    Some(Excerpt {
        place: before.len()..before.len() + marked.len(),
        text: before + &marked + &after,
        number: span.position().0,
    })
}

/// The nearest character boundary at or before `offset`.
fn floor(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset)
}
