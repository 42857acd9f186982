//! Parses a line that may name a session: every reading, each with its probability.
//!
//! The caller chooses: a list or a level of headings uses the reading that fits most of its lines.

mod by;
mod lead;
mod names;
mod parts;
mod remark;
mod separators;
mod spoken;
mod title;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use super::link;
use super::name::Person;
use super::text::{Mark, MarkKind, Text};
use crate::language::sessions::SHORTENED;
use crate::language::{self as words, Lexicon};

pub(super) use lead::{lead, time, titled};
pub(super) use names::{byline, labelled_byline, sureness};
pub(super) use remark::signs;
pub(super) use title::{introduces_title, is_said, quotes, set_off, title, unquote as unquoted};

/// The order of speaker and title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// `T by S`.
    By,
    /// `T (S, Org)`.
    Brackets,
    /// `S - T` with this separator.
    SpeakerFirst(char),
    /// `T - S` with this separator.
    TitleFirst(char),
    /// `S … "T"` or `"T" … S`.
    Quoted,
    /// `S explained …`.
    Doing,
    /// Only a title.
    Title,
    /// Only names.
    Speaker,
}

/// One way to read a line.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// The order of speaker and title.
    pub shape: Shape,
    /// The speakers.
    pub speakers: Vec<Person>,
    /// The bytes of the title.
    pub title: Option<Range<usize>>,
    /// Where the line ends and a description may begin.
    pub end: usize,
    /// How sure it is, from 0 to 1.
    pub sure: f32,
}

impl Reading {
    /// A title, with speakers who are named elsewhere.
    pub(super) fn of_title(title: Range<usize>, speakers: &[Person]) -> Self {
        Self {
            shape: Shape::Title,
            end: title.end,
            title: Some(title),
            sure: sureness(speakers),
            speakers: speakers.to_vec(),
        }
    }
}

/// The most sentences of a mark at the start of a line: "[Stop. Wait. Go.](…) by S".
const SENTENCES: usize = 4;

/// Longest line that is read, in bytes.
const LONGEST: usize = 600;

/// A line with a cache of its parts: it is split in many ways, and many of the parts are the same.
struct Line<'a> {
    text: &'a Text,
    lexicon: Lexicon,
    names: Known<Vec<Person>>,
    titles: Known<Range<usize>>,
}

/// The results for parts of a line, by their first and last byte.
type Known<T> = RefCell<BTreeMap<(usize, usize), Option<T>>>;

impl<'a> Line<'a> {
    fn new(text: &'a Text, lexicon: Lexicon) -> Self {
        Self { text, lexicon, names: Known::default(), titles: Known::default() }
    }

    /// The names of a part that contains nothing else.
    fn names(&self, range: &Range<usize>) -> Option<Vec<Person>> {
        let mut known = self.names.borrow_mut();
        known
            .entry((range.start, range.end))
            .or_insert_with(|| names::names(self.text, range, self.lexicon))
            .clone()
    }

    /// The title in a part.
    fn title(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let mut known = self.titles.borrow_mut();
        known
            .entry((range.start, range.end))
            .or_insert_with(|| title(self.text, range, self.lexicon))
            .clone()
    }
}

/// All readings of a text that starts with a session's line.
pub(super) fn readings(text: &Text, lexicon: Lexicon) -> Vec<Reading> {
    let start = lead(text, lexicon);
    let line = Line::new(text, lexicon);
    let mut all = Vec::new();
    for end in ends(text, start, lexicon) {
        let head = text.trim(start..end);
        if head.is_empty() || head.len() > LONGEST {
            continue;
        }
        let before = all.len();
        let bare = undecorated(text, link::without_media(text, head.clone(), lexicon));
        parts::split(&line, &bare, &mut all);
        for reading in all.iter_mut().skip(before) {
            if reading.end == bare.end {
                reading.end = head.end;
            }
        }
        // A colon is more often part of a title than the end of a line, unless bold print ends there.
        let rest = text.plain.get(end..).unwrap_or_default();
        let bold = |mark: &Mark| mark.kind == MarkKind::Strong && mark.range.end == end;
        if rest.starts_with(": ") && !text.marks.iter().any(bold) {
            for reading in all.iter_mut().skip(before) {
                reading.sure *= 0.97;
            }
        }
    }
    parts::linked(&line, start, &mut all);
    spoken::quoted(text, start, lexicon, &mut all);
    parts::lines(&line, start, &mut all);
    all
}

/// A head without dashes at its end: "T - S -".
fn undecorated(text: &Text, head: Range<usize>) -> Range<usize> {
    let phrase = text.plain.get(head.clone()).unwrap_or_default();
    let bare = phrase.trim_end_matches([' ', '-', '–', '—']);
    head.start..head.start + bare.len()
}

/// The reading of a line for a shape with a dash or a colon, whatever its name looks like: the other
/// lines have decided the shape.
pub(super) fn forced(text: &Text, shape: Shape, lexicon: Lexicon) -> Option<Reading> {
    let start = lead(text, lexicon);
    parts::forced(text, &text.trim(start..text.plain.len()), shape, lexicon)
}

/// The readings of a part of a text with both title and speakers.
pub(super) fn within(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> Vec<Reading> {
    let mut all = Vec::new();
    parts::split(&Line::new(text, lexicon), range, &mut all);
    all.retain(|reading| reading.title.is_some() && !reading.speakers.is_empty());
    all
}

/// The best reading of a shape.
pub(super) fn best(readings: &[Reading], shape: Shape) -> Option<&Reading> {
    readings
        .iter()
        .filter(|reading| reading.shape == shape)
        // Of two equally sure ones the shorter: what follows is a description.
        .max_by(|a, b| a.sure.total_cmp(&b.sure).then(b.end.cmp(&a.end)))
}

/// Where a line that starts at `start` may end: at a hard break, a sentence, a mark, or links to slides and recordings.
fn ends(text: &Text, start: usize, lexicon: Lexicon) -> Vec<usize> {
    let plain = text.plain.as_str();
    let line =
        plain.get(start..).and_then(|rest| rest.find('\n')).map_or(plain.len(), |at| start + at);
    let mut ends = vec![line];
    let in_mark = |end: usize| {
        let is_part = |mark: &&Mark| match mark.kind {
            MarkKind::Link(_) | MarkKind::Emphasis => true,
            // A line in bold may be a title and a sentence.
            MarkKind::Strong => mark.range.start > start || mark.range.end < line,
            _ => false,
        };
        let mut parts = text.marks.iter().filter(is_part);
        parts.any(|mark| mark.range.start < end && end < mark.range.end)
    };
    let mut from = start;
    for _ in 0..SENTENCES {
        let Some(end) = sentence_end(plain.get(from..line).unwrap_or_default()) else { break };
        if !in_mark(from + end) {
            ends.push(from + end);
            break;
        }
        from = plain.ceil_char_boundary(from + end + 1);
    }
    for mark in &text.marks {
        if matches!(mark.kind, MarkKind::Strong | MarkKind::Link(_))
            && mark.range.start <= start + 2
            && mark.range.end < line
        {
            ends.push(mark.range.end);
        }
    }
    ends.extend(link::first_media(text, start..line, lexicon));
    let rest = plain.get(start..line).unwrap_or_default();
    ends.extend(rest.match_indices(": ").take(3).map(|(colon, _)| start + colon));
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// The end of the first sentence, if another follows it.
fn sentence_end(line: &str) -> Option<usize> {
    let mut depth = 0_i32;
    let mut quoted = false;
    for (at, c) in line.char_indices() {
        // A sentence does not end between a pair of straight quotation marks.
        if c == '"' {
            quoted = !quoted && line.get(at + 1..).is_some_and(|rest| rest.contains('"'));
        }
        if quoted {
            continue;
        }
        match c {
            '(' | '“' | '«' | '「' | '（' => depth += 1,
            ')' | '”' | '»' | '」' | '）' => depth -= 1,
            '。' | '！' | '？' if depth <= 0 => return Some(at),
            '.' | '!' | '?' if depth <= 0 && at > 3 => {
                let after = line.get(at + 1..).unwrap_or_default();
                let next = after
                    .strip_prefix(' ')
                    .or_else(|| after.strip_prefix("\" "))
                    .and_then(|rest| rest.chars().next());
                let word = line
                    .get(..at)
                    .and_then(|before| before.split(' ').next_back())
                    .unwrap_or_default();
                let short = c == '.' && (word.chars().count() < 2 || SHORTENED.contains(&word));
                // A question may be half of a title; it ends the title if much follows.
                let much = c == '.' || after.len() > 60 || remark::is_sentence(after);
                if !short
                    && much
                    && next.is_some_and(|c| {
                        c.is_uppercase() || words::is_cjk(c) || matches!(c, '“' | '"')
                    })
                {
                    return Some(at + usize::from(c != '.'));
                }
            }
            _ => {}
        }
    }
    None
}
