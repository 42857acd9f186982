use std::fmt;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// A file's path, for display, and its text. Cheap to clone.
#[derive(Clone, PartialEq, Eq)]
pub struct Source(Arc<Inner>);

struct Inner {
    path: String,
    text: String,
    positions: Mutex<Positions>,
}

/// Positions that are known already: findings ask for them in order, and a feed may be one line of
/// megabytes with a thousand findings.
#[derive(Default)]
struct Positions {
    /// Line and column at every [`STEP`] bytes, computed on demand.
    steps: Vec<(usize, usize)>,
    /// The last position: byte, line and column.
    last: Option<(usize, usize, usize)>,
}

impl PartialEq for Inner {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text == other.text
    }
}

impl Eq for Inner {}

/// The distance between the known positions, in bytes.
const STEP: usize = 1024;

impl Source {
    /// A source from its path (with `/`, relative where possible) and its text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self(Arc::new(Inner { path: path.into(), text: text.into(), positions: Mutex::default() }))
    }

    /// The path, for display.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// A part of this source, in bytes. A range past the end is moved to the end.
    pub fn span(&self, range: Range<usize>) -> Span {
        let end = range.end.min(self.text().len());
        Span { source: self.clone(), range: range.start.min(end)..end }
    }

    /// The file as a whole, without a position.
    pub fn start(&self) -> Span {
        self.span(0..0)
    }

    /// The line with this number, from 1, without its end. A line ends at LF, CR or CR LF, as for
    /// [`Source::position`].
    pub fn line(&self, number: usize) -> Span {
        let text = self.text();
        let ends = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes())
            .filter(|at| self.ends_line(*at))
            .map(|at| at + 1);
        let start =
            (std::iter::once(0).chain(ends)).nth(number.saturating_sub(1)).unwrap_or(text.len());
        let rest = text.get(start..).unwrap_or_default();
        let line = rest.split(['\n', '\r']).next().unwrap_or_default();
        self.span(start..start + line.trim_end().len())
    }

    /// Whether the LF or CR at this byte ends a line; a CR before an LF does not.
    fn ends_line(&self, at: usize) -> bool {
        let bytes = self.text().as_bytes();
        bytes.get(at) == Some(&b'\n') || bytes.get(at + 1) != Some(&b'\n')
    }

    /// Line and column of a byte offset, both from 1; columns count characters. A line ends at
    /// LF, CR or CR LF.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let mut offset = offset.min(self.text().len());
        while !self.text().is_char_boundary(offset) {
            offset -= 1;
        }
        let mut known = (self.0.positions.lock()).unwrap_or_else(PoisonError::into_inner);
        let near = |last: &(usize, usize, usize)| last.0 <= offset && offset - last.0 < STEP;
        let (from, line, column) = known.last.filter(near).unwrap_or_else(|| {
            let step = offset / STEP;
            let (line, column) = self.step(&mut known.steps, step);
            (step * STEP, line, column)
        });
        let (line, column) = self.advance(from..offset, line, column);
        known.last = Some((offset, line, column));
        (line, column)
    }

    /// Line and column at the beginning of a step.
    fn step(&self, steps: &mut Vec<(usize, usize)>, wanted: usize) -> (usize, usize) {
        while steps.len() <= wanted {
            let next = match (steps.last(), steps.len() * STEP) {
                (Some((line, column)), end) => self.advance(end - STEP..end, *line, *column),
                (None, _) => (1, 1),
            };
            steps.push(next);
        }
        steps.get(wanted).copied().unwrap_or((1, 1))
    }

    /// The position of the end of `range`, if its beginning is at `line` and `column`.
    fn advance(&self, range: Range<usize>, mut line: usize, mut column: usize) -> (usize, usize) {
        const MARK: &[u8] = "\u{feff}".as_bytes();
        let bytes = self.text().as_bytes();
        let mut start = range.start;
        let part = bytes.get(range.clone()).unwrap_or_default();
        if memchr::memchr(b'\r', part).is_none() {
            // Lines of LF alone can be counted many bytes at a time.
            if let Some(last) = memchr::memrchr(b'\n', part) {
                line += memchr::memchr_iter(b'\n', part).count();
                (column, start) = (1, range.start + last + 1);
            }
        } else {
            for at in memchr::memchr2_iter(b'\n', b'\r', part) {
                let end = range.start + at + 1;
                if self.ends_line(end - 1) {
                    (line, column, start) = (line + 1, 1, end);
                }
            }
        }
        let rest = bytes.get(start..range.end).unwrap_or_default();
        column += rest.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        // A byte order mark is not a character; it may end after the range.
        let is_mark = |at: &usize| bytes.get(start + at..).is_some_and(|at| at.starts_with(MARK));
        column -= memchr::memchr_iter(MARK[0], rest).filter(is_mark).count();
        (line, column)
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({:?}, {} bytes)", self.path(), self.text().len())
    }
}

/// A range of bytes in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The file.
    pub source: Source,
    /// Bytes of its text.
    pub range: Range<usize>,
}

impl Span {
    /// Line and column where the span starts, both from 1.
    pub fn position(&self) -> (usize, usize) {
        self.source.position(self.range.start)
    }

    /// The text that the span covers.
    pub fn text(&self) -> &str {
        self.source.text().get(self.range.clone()).unwrap_or_default()
    }

    /// The same position in a source cut off after the position's last line, to outlive the text.
    #[must_use]
    pub fn alone(&self) -> Self {
        let text = self.source.text();
        let after = text.get(self.range.end..).unwrap_or_default();
        let line = after.find(['\n', '\r']).unwrap_or(after.len());
        let kept = text.get(..self.range.end + line).unwrap_or(text);
        Self { source: Source::new(self.source.path(), kept), range: self.range.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::{STEP, Source};

    #[test]
    fn a_position_survives_without_its_text() {
        let span = Source::new("x", "one\ntwo three\r\nfour").span(8..13);
        let alone = span.alone();
        assert_eq!((alone.text(), alone.position()), ("three", (2, 5)));
        assert_eq!(alone.source.text(), "one\ntwo three");
    }

    #[test]
    fn lines_end_at_lf_cr_and_cr_lf() {
        let source = Source::new("x", "one\r\ntwo\rthree \n\nfive");
        for (number, text) in ["one", "two", "three", "", "five", ""].iter().enumerate() {
            let line = source.line(number + 1);
            assert_eq!(line.text(), *text);
            assert_eq!(line.position().0, (number + 1).min(5));
        }
    }

    #[test]
    fn positions_are_those_of_a_plain_count() {
        let line = "\u{feff}ä\tb\r\nc\rd\n";
        let text = line.repeat(STEP / 8);
        let source = Source::new("x", text.clone());
        for offset in (0..text.len()).step_by(977).filter(|at| text.is_char_boundary(*at)) {
            let before = &text[..offset];
            let unified = before.replace("\r\n", "\n").replace('\r', "\n");
            // A CR right before an LF does not end the line yet.
            let open = before.ends_with('\r') && text[offset..].starts_with('\n');
            let unified =
                if open { unified.trim_end_matches('\n').to_owned() + "?" } else { unified };
            let last = unified.rsplit('\n').next().unwrap_or_default();
            let column = last.chars().filter(|c| *c != '\u{feff}').count() + 1;
            assert_eq!(
                source.position(offset),
                (unified.matches('\n').count() + 1, column),
                "{offset}"
            );
        }
    }
}
