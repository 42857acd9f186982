//! Tables with a column of titles and a column of speakers.

use std::ops::Range;

use super::{Candidate, View};
use crate::language::names::UNKNOWN;
use crate::language::sessions::{SPEAKER_COLUMNS, TITLE_COLUMNS};
use crate::language::{Lexicon, is_cjk};
use crate::recap::blocks::{Block, Kind};
use crate::recap::line::{self, Reading, Shape};
use crate::recap::name::{self, Person};
use crate::recap::text::Text;

/// The longest title in a cell, in bytes.
const TITLE: usize = 120;

/// A session of a table: its row, its column where each cell is a session, and what was read.
pub(super) type Found = (usize, Option<usize>, Candidate);

/// The sessions of all tables.
pub(super) fn all(view: &View<'_>) -> Vec<Found> {
    let tables = groups(view).into_iter();
    tables.flat_map(|rows| table(view, rows)).collect()
}

/// The rows of every table.
fn groups(view: &View<'_>) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < view.blocks.all.len() {
        let Some(first) = view.block(at).filter(|block| block.kind == Kind::Row) else {
            at += 1;
            continue;
        };
        let group = first.group;
        let end = (at..view.blocks.all.len())
            .find(|index| {
                view.block(*index).is_none_or(|b| b.kind != Kind::Row || b.group != group)
            })
            .unwrap_or(view.blocks.all.len());
        all.push(at..end);
        at = end;
    }
    all
}

fn table(view: &View<'_>, rows: Range<usize>) -> Vec<Found> {
    let blocks: Vec<(usize, &Block)> =
        rows.filter_map(|index| Some((index, view.block(index)?))).collect();
    let width = blocks.iter().map(|(_, block)| block.cells.len()).max().unwrap_or(0);
    if blocks.len() > 500 || width > 12 {
        return Vec::new();
    }
    let times = (0..width).find(|column| has_times(&blocks, *column));
    // Of one column, or one beside times, each cell is a line: who and what.
    if width == 1 || width == 2 && times.is_some() {
        return programme(view, &blocks, times, |_, _| true);
    }
    if width < 2 {
        return Vec::new();
    }
    let head = blocks.first().map(|(_, block)| *block);
    let named = |list: &[&str]| {
        head.and_then(|head| {
            head.cells.iter().position(|cell| {
                let folded = cell.folded();
                list.iter().any(|word| folded.has(word))
            })
        })
    };
    let headed = named(SPEAKER_COLUMNS);
    if headed.is_none() {
        // "S: T" or "T – S" in a cell: a column a track, or what and who beside a room.
        let sessions = programme(view, &blocks, times, tells_both);
        if sessions.len() * 2 >= blocks.len() {
            return sessions;
        }
    }
    let people = headed.or_else(|| column_of_names(view, &blocks, width));
    let Some(people) = people else {
        return Vec::new();
    };
    let titles = named(TITLE_COLUMNS)
        .filter(|titles| *titles != people)
        .or_else(|| longest(&blocks, width, people));
    let Some(titles) = titles else {
        return Vec::new();
    };
    let skip = usize::from(named(SPEAKER_COLUMNS).is_some() || named(TITLE_COLUMNS).is_some());
    blocks
        .iter()
        .skip(skip)
        .filter_map(|(index, block)| {
            let found = row(view, *index, block, (people, headed.is_some()), titles)?;
            Some((*index, None, found))
        })
        .collect()
}

fn row(
    view: &View<'_>,
    index: usize,
    block: &Block,
    (people, headed): (usize, bool),
    titles: usize,
) -> Option<Candidate> {
    let cell = block.cells.get(titles)?;
    let title =
        line::title(cell, &(0..cell.plain.find('\n').unwrap_or(cell.plain.len())), view.lexicon)?;
    let phrase = cell.plain.get(title.clone())?;
    if view.lexicon.is(phrase, |w| &w.breaks) || line::time(phrase) == Some(phrase.len()) {
        return None;
    }
    let who = block.cells.get(people)?;
    // A cell under "Speaker" is a speaker, whatever the name looks like.
    let unknown =
        UNKNOWN.contains(&who.folded().trim()) || !who.plain.contains(char::is_alphanumeric);
    let names = names_in(who, view.lexicon).filter(|_| !unknown);
    let names = names.or_else(|| (headed && unknown).then(Vec::new)).or_else(|| {
        let word = who.plain.split_whitespace().count() < 4 && who.plain.chars().count() < 30;
        let known = view.lexicon.is(&who.plain, |w| &w.others)
            || view.lexicon.is(&who.plain, |w| &w.breaks);
        (headed && word && !known && who.plain.chars().any(char::is_alphabetic)).then(|| {
            vec![Person {
                name: name::clean(who.found(&who.trim(0..who.plain.len()))),
                score: name::LIKELY,
            }]
        })
    })?;
    if names.iter().any(|person| view.lexicon.is(&person.name.value, |w| &w.others)) {
        return None;
    }
    let reading = Reading {
        shape: Shape::Title,
        end: cell.plain.len(),
        title: Some(title),
        sure: 1.0,
        speakers: names,
    };
    let mut candidate = view.candidate(index, cell, &reading);
    for other in &block.cells {
        candidate.links.read(other, view.lexicon);
    }
    candidate.source = block.source.clone();
    Some(candidate)
}

/// The names in a cell; of several lines, those that are names: an organisation may be on a line of its
/// own.
fn names_in(cell: &Text, lexicon: Lexicon) -> Option<Vec<Person>> {
    let lines = cell.plain.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some(cell.slice(start..start + line.trim_end().len()))
    });
    let lines: Vec<Text> = lines.collect();
    let people = |text: &Text| name::people(text, lexicon);
    if lines.len() < 2 {
        return people(cell);
    }
    let named = lines.iter().filter_map(people);
    let likely = named.filter(|people| line::sureness(people) >= name::LIKELY);
    let likely: Vec<Person> = likely.flatten().collect();
    // One capitalised word beside a whole name is where that person works.
    let whole = |person: &Person| {
        let name = person.name.value.as_str();
        name.contains(' ') || name.starts_with('@') || name.chars().any(is_cjk)
    };
    let several = likely.iter().any(whole);
    let mut kept = likely;
    kept.retain(|person| !several || whole(person));
    // Of two lines the second may be a person's as well, if it looks as much like a name.
    if let [first, second] = kept.as_slice()
        && name::beside(first, second.score)
    {
        kept.truncate(1);
    }
    if kept.is_empty() { people(cell) } else { Some(kept) }
}

/// Whether a column has nothing but times below its header.
fn has_times(blocks: &[(usize, &Block)], column: usize) -> bool {
    let cells = blocks.iter().skip(1).filter_map(|(_, block)| block.cells.get(column));
    let mut cells = cells.map(|cell| cell.plain.trim()).filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(|cell| line::time(cell) == Some(cell.len()))
}

/// Whether a reading of a cell surely has a title and a name: "S (Org)" has none, and "S, Org" neither.
fn tells_both(cell: &Text, reading: &Reading) -> bool {
    let title = reading.title.clone().and_then(|title| cell.plain.get(title));
    let sure = line::sureness(&reading.speakers);
    let comma = matches!(reading.shape, Shape::SpeakerFirst(',') | Shape::TitleFirst(','));
    !comma && sure >= name::LIKELY && title.is_some_and(|title| sure > name::score(title))
}

/// The cells of a table that are each a session, as in a list; those of the times are none.
fn programme(
    view: &View<'_>,
    rows: &[(usize, &Block)],
    times: Option<usize>,
    accepts: impl Fn(&Text, &Reading) -> bool,
) -> Vec<Found> {
    let read = |(index, block): &(usize, &Block)| {
        let cells = block.cells.iter().enumerate();
        let cells = cells.filter(|(column, _)| Some(*column) != times);
        let found = cells.filter_map(|(column, cell)| {
            let readings = line::readings(cell, view.lexicon);
            let whole = readings.iter().filter(|r| r.title.is_some() && !r.speakers.is_empty());
            let whole = whole.filter(|reading| accepts(cell, reading));
            let best = whole.max_by(|a, b| a.sure.total_cmp(&b.sure))?;
            let mut candidate = view.candidate(*index, cell, best);
            candidate.source = block.source.clone();
            Some((*index, Some(column), candidate))
        });
        found.collect::<Vec<_>>()
    };
    let found: Vec<Found> = rows.iter().flat_map(read).collect();
    // One row is the caption of a picture, or a quotation.
    if found.len() < 2 { Vec::new() } else { found }
}

/// The column whose cells are names.
fn column_of_names(view: &View<'_>, blocks: &[(usize, &Block)], width: usize) -> Option<usize> {
    (0..width).find(|column| {
        let cells: Vec<&Text> = blocks
            .iter()
            .filter_map(|(_, block)| block.cells.get(*column))
            .filter(|cell| !cell.is_empty())
            .collect();
        let names = cells
            .iter()
            .filter(|cell| {
                name::people(cell, view.lexicon)
                    .is_some_and(|people| line::sureness(&people) >= name::LIKELY)
            })
            .count();
        names >= 2 && names * 2 >= cells.len()
    })
}

/// The column with the longest cells, except names and descriptions.
fn longest(blocks: &[(usize, &Block)], width: usize, people: usize) -> Option<usize> {
    (0..width).filter(|column| *column != people && !has_times(blocks, *column)).max_by_key(
        |column| {
            blocks
                .iter()
                .filter_map(|(_, block)| block.cells.get(*column))
                .map(|cell| cell.plain.as_str())
                .filter(|words| words.len() <= TITLE && !words.contains(". "))
                .filter(|words| !words.ends_with(['.', '。', '！']))
                .map(str::len)
                .sum::<usize>()
        },
    )
}
