use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A file's path, as people know it, and its text. Cheap to clone.
#[derive(Clone, PartialEq, Eq)]
pub struct Source(Arc<Inner>);

#[derive(PartialEq, Eq)]
struct Inner {
    path: String,
    text: String,
}

impl Source {
    /// A source from its path (with `/`, relative where possible) and its text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self(Arc::new(Inner {
            path: path.into(),
            text: text.into(),
        }))
    }

    /// The path as it is shown.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// A part of this source, in bytes. A range past the end is moved to the end.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let end = range.end.min(self.text().len());
        Span {
            source: self.clone(),
            range: range.start.min(end)..end,
        }
    }

    /// The file as such, where no place in it is meant.
    #[must_use]
    pub fn start(&self) -> Span {
        self.span(0..0)
    }

    /// Line and column of a byte offset, both from 1; columns count characters. A line ends at
    /// LF, CR or CR LF.
    #[must_use]
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let mut offset = offset.min(self.text().len());
        while !self.text().is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &self.text()[..offset];
        let bytes = before.as_bytes();
        let mut line = 1;
        let mut start = 0;
        for (index, byte) in bytes.iter().enumerate() {
            // A CR that an LF follows is counted at the LF.
            let ends = *byte == b'\n'
                || (*byte == b'\r' && self.text().as_bytes().get(index + 1) != Some(&b'\n'));
            if ends {
                line += 1;
                start = index + 1;
            }
        }
        (
            line,
            before[start..].chars().filter(|c| *c != '\u{feff}').count() + 1,
        )
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
    #[must_use]
    pub fn position(&self) -> (usize, usize) {
        self.source.position(self.range.start)
    }

    /// The text that the span covers.
    #[must_use]
    pub fn text(&self) -> &str {
        self.source
            .text()
            .get(self.range.clone())
            .unwrap_or_default()
    }
}
