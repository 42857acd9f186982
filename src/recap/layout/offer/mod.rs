//! Collects offers, everything in a post that could be a session: each way to read a heading, an item,
//! the start of a paragraph, a sentence or a row. [`super::decide`] chooses among them.

mod headings;
mod items;
mod leads;
mod others;

use std::collections::BTreeMap;
use std::ops::Range;

use super::proof::Proof;
use super::{Candidate, View, only_sessions, people};
use crate::language::{Lexicon, List, fold};
use crate::recap::blocks::Block;
use crate::recap::event::name::has_year;
use crate::recap::line::{self, Reading, Shape};
use crate::recap::mention::{self, Tie};
use crate::recap::name::{self, LIKELY, Person};
use crate::recap::text::{Found, MarkKind, Text};

/// The most offers of a post: no schedule has as many.
const MOST: usize = 2000;

/// The most probability of a name without a known given name or a link to a person's page.
const DOUBTED: f32 = 0.62;

/// The most words that introduce a speaker.
const INTRODUCTION: usize = 6;

/// The bytes of a title in its block, and the names of its speakers.
type Titled = (Range<usize>, Vec<String>);

/// Where a session may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// In a heading, with its section below.
    Heading,
    /// In an item of a list.
    Item,
    /// At the start of a paragraph.
    Lead,
    /// In a sentence.
    Prose,
    /// In a row of a table.
    Row,
}

impl Form {
    /// Its name in the table of features.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Item => "item",
            Self::Lead => "lead",
            Self::Prose => "prose",
            Self::Row => "row",
        }
    }
}

/// A possible session.
#[derive(Debug, Clone)]
pub(crate) struct Offer {
    /// The session.
    pub candidate: Candidate,
    /// Where it is.
    pub form: Form,
    /// The order of speaker and title.
    pub shape: Shape,
    /// How sure the names are.
    pub sure: f32,
    /// Its block.
    pub index: usize,
    /// The bytes of the block's text that it uses; all of them except for a sentence.
    pub part: Range<usize>,
    /// The bytes, or of a row the columns, that no other session of the same block may use: all, or in a sentence those of
    /// the title, or of the names.
    pub words: Range<usize>,
    /// The blocks that it uses.
    pub blocks: Range<usize>,
    /// Its line.
    pub line: usize,
    /// The name was only accepted because of its position.
    pub forced: bool,
    /// The speaker's tie to the talk.
    pub tie: Tie,
    /// The surest other reading of the block with both title and speaker.
    pub rival: f32,
    /// The title's bytes in the block's text.
    pub title: Option<Range<usize>>,
}

impl Offer {
    /// The names of its speakers.
    fn names(&self) -> Vec<String> {
        let speakers = self.candidate.speakers.iter();
        speakers.map(|person| person.name.value.clone()).collect()
    }

    /// Whether its first speaker has a name of one word; in scripts without spaces a name has more.
    pub(crate) fn has_one_word_name(&self) -> bool {
        self.candidate.speakers.first().is_some_and(|person| {
            let name = person.name.value.as_str();
            !name.contains(' ') && !mention::mostly_cjk(name)
        })
    }
}

/// A line with offers, and features for its siblings.
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own")]
#[derive(Debug)]
pub(crate) struct Line {
    /// Its block.
    pub index: usize,
    /// Where it is.
    pub form: Form,
    /// Its siblings: lines of the same list, level of headings, or section.
    pub group: usize,
    /// The evidence of a heading's section.
    pub proof: Option<Proof>,
    /// The surest reading with both title and speaker.
    pub full: f32,
    /// Its shape.
    pub shape: Option<Shape>,
    /// It is a name.
    pub named: bool,
    /// There are slides or a recording.
    pub media: bool,
    /// A person is tied to a talk.
    pub tied: bool,
    /// It begins with marked text, or is marked as a whole.
    pub marked: bool,
    /// It is generic.
    pub generic: bool,
    /// Blocks and bytes of its section or item.
    pub size: (usize, usize),
    /// The blocks that belong to it.
    pub blocks: Range<usize>,
}

/// All lines of a post and their offers.
#[derive(Debug)]
pub(crate) struct Offers {
    /// The lines.
    pub lines: Vec<Line>,
    /// Their offers.
    pub all: Vec<Offer>,
    groups: BTreeMap<(Form, usize, usize), usize>,
    /// The vocabulary of the post.
    pub(crate) lexicon: Lexicon,
}

impl Offers {
    /// Reads a post.
    pub(crate) fn of(view: &View<'_>) -> Self {
        let mut offers = Self {
            lines: Vec::new(),
            all: Vec::new(),
            groups: BTreeMap::new(),
            lexicon: view.lexicon,
        };
        offers.headings(view);
        offers.items(view);
        offers.leads(view);
        offers.sentences(view);
        offers.rows(view);
        (offers.all).retain(|offer| !view.is_beside(offer.index) && !view.is_credit(offer));
        offers.without_sentences_as_titles(view);
        offers
    }

    /// Drops a line's reading if its title is a whole sentence, and the title within was read too: "I also saw “T”, a talk
    /// by S".
    fn without_sentences_as_titles(&mut self, view: &View<'_>) {
        let mut marked: BTreeMap<usize, Vec<Titled>> = BTreeMap::new();
        for offer in self.all.iter().filter(|offer| offer.form == Form::Prose) {
            if let Some(title) = &offer.title {
                marked.entry(offer.index).or_default().push((title.clone(), offer.names()));
            }
        }
        let has_sign = |shape: Shape| {
            matches!(
                shape,
                Shape::TitleFirst('-' | ':' | '|')
                    | Shape::SpeakerFirst('-' | ':' | '|' | '(')
                    | Shape::Brackets
            )
        };
        self.all.retain(|offer| {
            if offer.form == Form::Prose || has_sign(offer.shape) {
                return true;
            }
            let Some(title) = &offer.title else {
                return true;
            };
            let words = |range: Range<usize>| {
                let text = view.block(offer.index).map(|block| block.text.plain.as_str());
                text.and_then(|text| text.get(range)).unwrap_or_default()
            };
            let is_inside = |inner: &Range<usize>| {
                let after =
                    words(inner.end..title.end).trim_start_matches(['"', '”', '“', '»', '’', '\'']);
                title.start + 1 < inner.start
                    && inner.end <= title.end
                    && (after.is_empty() || after.starts_with(','))
                    && line::introduces_title(words(title.start..inner.start), view.lexicon)
            };
            let inner = marked.get(&offer.index).into_iter().flatten();
            !inner.into_iter().any(|(inner, names)| is_inside(inner) && *names == offer.names())
        });
    }

    fn group(&mut self, key: (Form, usize, usize)) -> usize {
        let next = self.groups.len();
        *self.groups.entry(key).or_insert(next)
    }

    /// Adds an offer; "Keynote by S" is offered as a speaker without a title too.
    fn push(
        &mut self,
        candidate: Candidate,
        reading: &Reading,
        place: (usize, Range<usize>, bool, Tie),
    ) -> Option<&mut Offer> {
        let is_bare = |title: &Found| only_sessions(self.lexicon, &title.value);
        let is_line = self.lines.get(place.0).is_some_and(|line| line.form != Form::Prose);
        if is_line
            && !candidate.speakers.is_empty()
            && candidate.title.as_ref().is_some_and(is_bare)
        {
            let untitled = Candidate { title: None, ..candidate.clone() };
            let reading = Reading { shape: Shape::Speaker, title: None, ..reading.clone() };
            // It is what the line says, not one of two that exclude each other.
            if let Some(offer) = self.push_one(untitled, &reading, place.clone()) {
                offer.rival = 0.0;
            }
        }
        self.push_one(candidate, reading, place)
    }

    fn push_one(
        &mut self,
        mut candidate: Candidate,
        reading: &Reading,
        (line, blocks, forced, tie): (usize, Range<usize>, bool, Tie),
    ) -> Option<&mut Offer> {
        let at = self.lines.get(line).filter(|_| self.all.len() < MOST)?;
        // "**S** showed …": the name is not a title, even where the text has a part of it.
        let lexicon = self.lexicon;
        let named = |title: &Found| {
            let folded = fold(&title.value);
            let whole = name::score(&title.value) >= LIKELY;
            let mut names = candidate.speakers.iter().map(|p| p.name.value.as_str());
            names.any(|name| {
                let after = title.value.strip_prefix(name);
                let name = fold(name);
                // "adal / Ada Lovelace: …"; "S showed how …" is a sentence.
                name == folded
                    || people::is_handle(&title.value, &name)
                    || (whole && folded.contains(&name))
                    || after.is_some_and(|after| mention::does(after, lexicon))
            })
        };
        // In a sentence, a name with a year and nobody beside it is an event.
        let event = |title: &Found| {
            at.form == Form::Prose && candidate.speakers.is_empty() && has_year(&title.value)
        };
        // "The last speaker of the day, S, talked …".
        let introduces = |title: &Found| {
            let short = title.value.split(' ').count() <= INTRODUCTION;
            short && !candidate.speakers.is_empty() && lexicon.has(&title.value, |w| &w.introduces)
        };
        // "[S](…) kept a high level": a name with a link is a person, whatever the link leads to.
        let person = |title: &Found| {
            matches!(at.form, Form::Prose | Form::Lead)
                && candidate.speakers.is_empty()
                && !candidate.own
                && title.value.contains(' ')
                && name::score(&title.value) >= LIKELY
        };
        // "[My slides are online](…)".
        let material = |title: &Found| {
            let has = |list: List| lexicon.has(&title.value, list);
            let first = title.value.split(' ').next().map(fold);
            matches!(at.form, Form::Prose | Form::Lead)
                && first.is_some_and(|word| lexicon.knows(word.trim(), |w| &w.mine))
                && (has(|w| &w.slides) || has(|w| &w.video))
        };
        let none = |title: &Found| {
            named(title) || event(title) || introduces(title) || person(title) || material(title)
        };
        if candidate.title.as_ref().is_some_and(none) {
            return None;
        }
        // "Protocol Buffers" in a title is its subject, unless it surely is a person.
        if let Some(title) = candidate.title.as_ref().map(|title| fold(&title.value)) {
            candidate.speakers.retain(|person| {
                person.score > DOUBTED || !title.contains(&fold(&person.name.value))
            });
        }
        let rival = if at.shape == Some(reading.shape) { 0.0 } else { at.full };
        candidate.speakers.truncate(8);
        self.all.push(Offer {
            form: at.form,
            index: at.index,
            shape: reading.shape,
            sure: reading.sure,
            part: 0..usize::MAX,
            words: 0..usize::MAX,
            title: reading.title.clone(),
            candidate,
            blocks,
            line,
            forced,
            tie,
            rival,
        });
        self.all.last_mut()
    }
}

impl Line {
    fn of(index: usize, form: Form, group: usize, block: &Block, readings: &[Reading]) -> Self {
        let best = full(readings).into_iter().next();
        let text = &block.text;
        Self {
            index,
            form,
            group,
            proof: None,
            full: best.as_ref().map_or(0.0, |reading| reading.sure),
            shape: best.map(|reading| reading.shape),
            named: line::best(readings, Shape::Speaker).is_some_and(|r| r.sure >= LIKELY),
            media: false,
            tied: false,
            marked: text.marks.iter().any(|mark| {
                mark.kind != MarkKind::Code && mark.range.start <= 3 && mark.range.len() > 3
            }),
            generic: false,
            size: (1, text.plain.len()),
            blocks: index..index + 1,
        }
    }
}

/// The best readings with both title and speaker, one per shape, the surest first.
fn full(readings: &[Reading]) -> Vec<Reading> {
    let mut shapes: Vec<Shape> = readings
        .iter()
        .filter(|r| r.title.is_some() && !r.speakers.is_empty())
        .map(|r| r.shape)
        .collect();
    shapes.sort_unstable();
    shapes.dedup();
    let mut best: Vec<Reading> = shapes
        .into_iter()
        .filter_map(|shape| line::best(readings, shape))
        .filter(|r| r.sure >= 0.3 && r.title.is_some() && !r.speakers.is_empty())
        .cloned()
        .collect();
    best.sort_by(|a, b| b.sure.total_cmp(&a.sure));
    best.truncate(3);
    best
}

/// The readings of a line with speakers, and whether a name was only accepted because of its position.
fn with_speakers(view: &View<'_>, text: &Text, readings: &[Reading]) -> Vec<(Reading, bool)> {
    let mut found: Vec<(Reading, bool)> = full(readings).into_iter().map(|r| (r, false)).collect();
    if found.is_empty() {
        found.extend(forced(view, text).into_iter().map(|r| (r, true)));
    }
    found.extend(line::best(readings, Shape::Doing).map(|r| (r.clone(), false)));
    found
}

/// Readings of a line whose name does not look like one.
fn forced(view: &View<'_>, text: &Text) -> Vec<Reading> {
    let signs = [':', '-', '|'].into_iter();
    let signs = signs.flat_map(|sign| [Shape::SpeakerFirst(sign), Shape::TitleFirst(sign)]);
    [Shape::By]
        .into_iter()
        .chain(signs)
        .filter_map(|shape| line::forced(text, shape, view.lexicon))
        .take(2)
        .collect()
}

/// The person in a few blocks with the strongest tie to a talk.
fn speakers_of(view: &View<'_>, blocks: Range<usize>) -> Option<(Vec<Person>, Tie)> {
    let mut best: Option<(Vec<Person>, Tie)> = None;
    let blocks = blocks.take(5).filter(|at| !view.is_signature(*at));
    for block in blocks.filter_map(|at| view.block(at)) {
        let text = &block.text;
        if let Some(people) = line::byline(text, view.lexicon) {
            return Some((people, Tie::By));
        }
        let mentions = mention::mentions(text, view.lexicon);
        let found = mentions
            .iter()
            .enumerate()
            .filter(|(_, m)| m.range.start < 320 && m.score >= LIKELY)
            .max_by(|a, b| a.1.tie.cmp(&b.1.tie).then(b.0.cmp(&a.0)));
        if let Some((at, mention)) = found
            && best.as_ref().is_none_or(|(_, tie)| mention.tie > *tie)
            && mention.tie >= Tie::Profile
        {
            let people =
                mentions.get(mention::joined(text, mentions, at, view.lexicon)).unwrap_or_default();
            best = Some((people.iter().map(|m| m.person(text)).collect(), mention.tie));
        }
    }
    best
}
