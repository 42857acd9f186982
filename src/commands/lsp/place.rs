//! Positions in the editor's units: lines from 0, and UTF-16 units within a line.

use std::ops::Range;

use lsp_types::{Position, Range as Place};

/// The position of a byte of a text.
pub(super) fn position(text: &str, offset: usize) -> Position {
    let before = text.get(..text.floor_char_boundary(offset)).unwrap_or(text);
    let line = lines(before).count().saturating_sub(1);
    let start = lines(before).last().unwrap_or_default();
    let units: usize = before.get(start..).unwrap_or_default().chars().map(char::len_utf16).sum();
    Position::new(number(line), number(units))
}

/// The positions of a range of bytes.
pub(super) fn place(text: &str, range: &Range<usize>) -> Place {
    Place::new(position(text, range.start), position(text, range.end))
}

/// The byte at a position; beyond the end of its line, that end.
pub(super) fn offset(text: &str, at: Position) -> usize {
    let Some(start) = lines(text).nth(at.line as usize) else { return text.len() };
    let line = line_at(text, start);
    let mut units = 0;
    for (index, character) in text.get(line.clone()).unwrap_or_default().char_indices() {
        if units >= at.character as usize {
            return start + index;
        }
        units += character.len_utf16();
    }
    line.end
}

/// The bytes of the line around a byte, without its end.
pub(super) fn line_at(text: &str, offset: usize) -> Range<usize> {
    let is_end = |c: char| c == '\n' || c == '\r';
    let (before, after) = text.split_at(text.floor_char_boundary(offset));
    let start = before.rfind(is_end).map_or(0, |end| end + 1);
    start..after.find(is_end).map_or(text.len(), |end| before.len() + end)
}

/// A position from a line and a column that count from 1, in characters.
pub(super) fn from_column(text: &str, (line, column): (usize, usize)) -> Position {
    let start = lines(text).nth(line.saturating_sub(1)).unwrap_or(text.len());
    let rest = text.get(start..).unwrap_or_default().chars();
    let units: usize = rest.take(column.saturating_sub(1)).map(char::len_utf16).sum();
    Position::new(number(line.saturating_sub(1)), number(units))
}

/// The beginnings of lines, which end with LF, CR or CR LF.
fn lines(text: &str) -> impl Iterator<Item = usize> {
    let ends = text.bytes().enumerate().filter(|(at, byte)| {
        *byte == b'\n' || *byte == b'\r' && text.as_bytes().get(at + 1) != Some(&b'\n')
    });
    std::iter::once(0).chain(ends.map(|(at, _)| at + 1))
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use lsp_types::Position;

    use super::{from_column, line_at, offset, position};

    #[test]
    fn places_count_utf_16_and_every_line_end() {
        let text = "a🎉b\r\ne\u{301}ü\rx\n";
        for (byte, line, units) in [
            (0, 0, 0),
            (1, 0, 1),
            (5, 0, 3),
            (6, 0, 4),
            (8, 1, 0),
            (11, 1, 2),
            (14, 2, 0),
            (16, 3, 0),
        ] {
            let place = Position::new(line, units);
            assert_eq!(position(text, byte), place, "{byte}");
            assert_eq!(offset(text, place), byte, "{place:?}");
        }
        assert_eq!(offset(text, Position::new(0, 99)), 6, "beyond the end of a line");
        assert_eq!(offset(text, Position::new(9, 0)), text.len());
        assert_eq!(line_at(text, 9), 8..13);
        assert_eq!(from_column("🎉ab", (1, 3)), Position::new(0, 3));
    }
}
