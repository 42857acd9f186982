//! Collects offers, everything in a post that could be a session: each way to read a heading, an item,
//! the start of a paragraph, a sentence or a row. [`super::decide`] chooses among them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::proof::Proof;
use super::{Candidate, Taken, View, lists, prose, tables};
use crate::language::{Lexicon, fold};
use crate::recap::blocks::{Block, Kind};
use crate::recap::event::name::has_year;
use crate::recap::line::{self, Reading, Shape};
use crate::recap::link;
use crate::recap::mention::{self, Tie};
use crate::recap::name::{self, LIKELY, Person};
use crate::recap::text::{Found, MarkKind, Text};

/// The most offers of a post: no schedule has as many.
const MOST: usize = 2000;

/// The most probability of a name without a known given name or a link to a person's page.
const DOUBTED: f32 = 0.62;

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
    /// The bytes that no other session of the same block may use: all, or in a sentence those of
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
    lexicon: Lexicon,
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
        offers
    }

    fn group(&mut self, key: (Form, usize, usize)) -> usize {
        let next = self.groups.len();
        *self.groups.entry(key).or_insert(next)
    }

    fn headings(&mut self, view: &View<'_>) {
        for (index, block) in view.blocks.all.iter().enumerate() {
            let Kind::Heading(level) = block.kind else {
                continue;
            };
            // The only heading of the first level, where the post begins, is its title.
            let title = level == 1 && index == 0 && {
                let mut others = view.blocks.all.iter().skip(1);
                !others.any(|other| other.kind == Kind::Heading(1))
            };
            if title || block.text.is_empty() || self.lines.len() > 400 {
                continue;
            }
            let end = view.blocks.section_end(index);
            let own = (index + 1..end)
                .find(|at| {
                    view.block(*at)
                        .is_some_and(|b| matches!(b.kind, Kind::Heading(1..=6)))
                })
                .unwrap_or(end);
            let group = self.group((Form::Heading, usize::from(level), 0));
            let proof = Proof::of(view, index);
            let readings = line::readings(&block.text, view.lexicon);
            let bytes = (index + 1..own)
                .filter_map(|at| view.block(at))
                .map(|b| b.text.plain.len())
                .sum();
            let generic = view.generic(index);
            let mut line = Line {
                media: proof.media,
                tied: proof.tie >= Tie::Verb,
                named: proof.name.is_some(),
                generic,
                size: (own - index, bytes),
                blocks: index..own,
                ..Line::of(index, Form::Heading, group, block, &readings)
            };
            let at = self.lines.len();
            let mut found: Vec<(Reading, bool, Tie)> = full(&readings)
                .into_iter()
                .map(|reading| (reading, false, proof.tie))
                .collect();
            if found.is_empty() {
                found.extend(
                    forced(view, &block.text)
                        .into_iter()
                        .map(|r| (r, true, proof.tie)),
                );
            }
            if let Some(title) = view.heading_title(index) {
                found.push((
                    Reading {
                        shape: Shape::Title,
                        speakers: proof.speakers.clone(),
                        title: Some(title),
                        end: block.text.plain.len(),
                        sure: line::sureness(&proof.speakers),
                    },
                    false,
                    proof.tie,
                ));
            }
            if view.only_sessions(&block.text.plain) && !proof.speakers.is_empty() {
                found.push((speaker(&proof.speakers, &block.text), false, proof.tie));
            }
            line.proof = Some(proof);
            self.lines.push(line);
            for (reading, forced, tie) in found {
                let mut candidate = view.candidate(index, &block.text, &reading);
                view.extend(&mut candidate, index + 1..end);
                self.push(candidate, &reading, (at, index..own, forced, tie));
            }
            if let Some((candidate, reading)) = super::headings::under_name(view, index, end) {
                self.push(candidate, &reading, (at, index..own, false, Tie::None));
            }
        }
    }

    fn items(&mut self, view: &View<'_>) {
        let lists = lists::groups(view, &Taken(Vec::new()));
        for (number, items) in lists.into_iter().enumerate() {
            // One item under each of several headings: the sections are siblings.
            let alone = match items.as_slice() {
                [one] => lists::under_heading(view, *one),
                _ => None,
            };
            let group = match &alone {
                Some((level, _)) => self.group((Form::Item, *level, 1)),
                None => self.group((Form::Item, number, 0)),
            };
            for index in items.into_iter().take(200) {
                let Some(block) = view.block(index).filter(|_| self.lines.len() <= 900) else {
                    continue;
                };
                let own = lists::item(view, index);
                let item = own.start..alone.as_ref().map_or(own.end, |(_, end)| *end);
                let text = &block.text;
                let readings = line::readings(text, view.lexicon);
                let mut line = Line::of(index, Form::Item, group, block, &readings);
                line.media = item
                    .clone()
                    .filter_map(|at| view.block(at))
                    .any(|block| super::proof::media(view, block));
                line.size = (
                    item.len(),
                    item.clone()
                        .filter_map(|at| view.block(at))
                        .map(|b| b.text.plain.len())
                        .sum(),
                );
                line.blocks = item.clone();
                line.generic = view.opens_others(&text.plain) || lists::pause(view, text);
                let led = || {
                    let proof = Proof::of(view, alone.as_ref().and(index.checked_sub(1))?);
                    (!proof.speakers.is_empty()).then_some((proof.speakers, proof.tie))
                };
                let begins = || beginning(view, item.clone().skip(1));
                let tied = speakers_of(view, item.clone()).or_else(led).or_else(begins);
                line.tied = tied.as_ref().is_some_and(|(_, tie)| *tie >= Tie::Verb);
                let at = self.lines.len();
                self.lines.push(line);
                let mut found: Vec<(Reading, bool)> =
                    full(&readings).into_iter().map(|r| (r, false)).collect();
                if found.is_empty() {
                    found.extend(forced(view, text).into_iter().map(|r| (r, true)));
                }
                found.extend(
                    line::best(&readings, Shape::Doing)
                        .cloned()
                        .map(|r| (r, false)),
                );
                found.extend(untitled(view, text, &readings).cloned().map(|r| (r, false)));
                if let Some((candidate, reading)) = lists::under_name(view, index, &readings) {
                    self.push(candidate, &reading, (at, item.clone(), false, Tie::None));
                }
                // "Keynote by S" is not a title.
                let labelled = |(reading, _): &(Reading, bool)| {
                    let title = reading
                        .title
                        .clone()
                        .and_then(|range| text.plain.get(range));
                    title.is_some_and(|title| view.only_sessions(title))
                };
                let titles = if found.iter().any(labelled) {
                    Vec::new()
                } else {
                    titles(view, index, &readings)
                };
                for title in titles {
                    let Some(title) = line::title(text, &title, view.lexicon) else {
                        continue;
                    };
                    if found
                        .iter()
                        .any(|(r, _)| r.shape == Shape::Title && r.title.as_ref() == Some(&title))
                    {
                        continue;
                    }
                    let nested =
                        lists::nested_speakers(view, index).map(|people| (people, Tie::Role));
                    let (speakers, _) = nested.or_else(|| tied.clone()).unwrap_or_default();
                    found.push((
                        Reading {
                            shape: Shape::Title,
                            end: title.end,
                            title: Some(title),
                            sure: line::sureness(&speakers),
                            speakers,
                        },
                        false,
                    ));
                }
                let tie = tied.as_ref().map_or(Tie::None, |(_, tie)| *tie);
                for (reading, forced) in found {
                    let candidate = lists::whole(view, item.clone(), text, &reading);
                    self.push(candidate, &reading, (at, item.clone(), forced, tie));
                }
            }
        }
    }

    fn leads(&mut self, view: &View<'_>) {
        let nothing = Taken(Vec::new());
        let leads = super::leads::all_leads(view, &nothing);
        for (position, index) in leads.iter().copied().enumerate() {
            let Some(block) = view.block(index) else {
                continue;
            };
            let text = &block.text;
            let end = super::leads::end(view, &leads, position);
            let section = view
                .above
                .get(index)
                .copied()
                .flatten()
                .map_or(0, |at| at + 1);
            let group = self.group((Form::Lead, section, 0));
            let readings = line::readings(text, view.lexicon);
            let mut line = Line::of(index, Form::Lead, group, block, &readings);
            line.media = (index..end)
                .filter_map(|at| view.block(at))
                .any(|b| super::proof::media(view, b));
            line.blocks = index..end;
            line.size = (end - index, text.plain.len());
            let above = super::leads::stands_above(view, index);
            let tied = speakers_of(view, index..index + 1 + usize::from(above));
            line.tied = tied.as_ref().is_some_and(|(_, tie)| *tie >= Tie::Verb);
            let at = self.lines.len();
            self.lines.push(line);
            let mut found: Vec<(Reading, bool)> =
                full(&readings).into_iter().map(|r| (r, false)).collect();
            if found.is_empty() {
                found.extend(forced(view, text).into_iter().map(|r| (r, true)));
            }
            found.extend(
                line::best(&readings, Shape::Doing)
                    .cloned()
                    .map(|r| (r, false)),
            );
            found.extend(super::leads::titled(view, index).map(|(_, reading, _)| (reading, false)));
            let whole = above.then(|| text.trim(0..text.plain.len()));
            if let Some(title) = whole
                .or_else(|| super::lists::own_line(text))
                .and_then(|title| line::title(text, &title, view.lexicon))
            {
                let (speakers, _) = tied.clone().unwrap_or_default();
                found.push((
                    Reading {
                        shape: Shape::Title,
                        end: title.end,
                        title: Some(title),
                        sure: line::sureness(&speakers),
                        speakers,
                    },
                    false,
                ));
            }
            let tie = tied.as_ref().map_or(Tie::None, |(_, tie)| *tie);
            for (reading, forced) in found {
                let mut candidate = view.candidate(index, text, &reading);
                view.extend(&mut candidate, index + 1..end);
                self.push(candidate, &reading, (at, index..end, forced, tie));
            }
        }
    }

    fn sentences(&mut self, view: &View<'_>) {
        for told in prose::offers(view) {
            let group = self.group((Form::Prose, 0, 0));
            let Some(block) = view.block(told.index) else {
                continue;
            };
            let line = self
                .lines
                .iter()
                .position(|line| line.form == Form::Prose && line.index == told.index);
            let at = line.unwrap_or_else(|| {
                let mut line = Line::of(told.index, Form::Prose, group, block, &[]);
                line.media = super::proof::media(view, block);
                self.lines.push(line);
                self.lines.len() - 1
            });
            if let Some(line) = self.lines.get_mut(at) {
                line.tied |= told.tie >= Tie::Verb;
                line.full = line
                    .full
                    .max(if told.title.is_some() { told.sure } else { 0.0 });
            }
            let reading = Reading {
                shape: told.shape,
                speakers: told.candidate.speakers.clone(),
                title: told.title.clone(),
                end: told.part.end,
                sure: told.sure,
            };
            let blocks = told.index..told.index + 1;
            self.push(told.candidate, &reading, (at, blocks, false, told.tie));
            if let Some(last) = self.all.last_mut() {
                last.part = told.part;
                last.words = told.words;
            }
        }
    }

    fn rows(&mut self, view: &View<'_>) {
        for (number, (index, candidate)) in tables::all(view).into_iter().enumerate() {
            let Some(block) = view.block(index) else {
                continue;
            };
            let group = self.group((Form::Row, block.group, 0));
            let mut line = Line::of(index, Form::Row, group, block, &[]);
            line.media = candidate.links.video.is_some() || candidate.links.slides.is_some();
            line.full = 1.0;
            let at = self.lines.len();
            self.lines.push(line);
            let reading = Reading {
                shape: Shape::By,
                speakers: candidate.speakers.clone(),
                title: None,
                end: number,
                sure: line::sureness(&candidate.speakers),
            };
            self.push(
                candidate,
                &reading,
                (at, index..index + 1, false, Tie::None),
            );
        }
    }

    fn push(
        &mut self,
        mut candidate: Candidate,
        reading: &Reading,
        (line, blocks, forced, tie): (usize, Range<usize>, bool, Tie),
    ) {
        let Some(at) = self.lines.get(line).filter(|_| self.all.len() < MOST) else {
            return;
        };
        // "**S** showed …": the name is not a title, even where the text has a part of it.
        let lexicon = self.lexicon;
        let named = |title: &Found| {
            let folded = fold(&title.value);
            let whole = name::score(&title.value) >= LIKELY;
            let mut names = candidate.speakers.iter().map(|p| p.name.value.as_str());
            names.any(|name| {
                let after = title.value.strip_prefix(name);
                let name = fold(name);
                // "S showed how …" is a sentence.
                name == folded
                    || (whole && folded.contains(&name))
                    || after.is_some_and(|after| mention::does(after, lexicon))
            })
        };
        // In a sentence, a name with a year and nobody beside it is an event.
        let event = |title: &Found| {
            at.form == Form::Prose && candidate.speakers.is_empty() && has_year(&title.value)
        };
        if (candidate.title.as_ref()).is_some_and(|title| named(title) || event(title)) {
            return;
        }
        // "Protocol Buffers" in a title is its subject, unless it surely is a person.
        if let Some(title) = candidate.title.as_ref().map(|title| fold(&title.value)) {
            candidate.speakers.retain(|person| {
                person.score > DOUBTED || !title.contains(&fold(&person.name.value))
            });
        }
        let rival = if at.shape == Some(reading.shape) {
            0.0
        } else {
            at.full
        };
        once(&mut candidate.speakers);
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

/// The possible titles of an item.
fn titles(view: &View<'_>, index: usize, readings: &[Reading]) -> Vec<Range<usize>> {
    let mut titles = lists::titles(view, index);
    let whole = line::best(readings, Shape::Title).filter(|reading| reading.end <= 200);
    titles.extend(whole.and_then(|reading| reading.title.clone()));
    titles.truncate(3);
    titles
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

/// Removes "Ada" beside "Ada Lovelace".
fn once(people: &mut Vec<Person>) {
    let all: Vec<String> = people.iter().map(|p| fold(&p.name.value)).collect();
    people.retain(|person| {
        let part = fold(&person.name.value);
        let begins = |name: &String| name.len() > part.len() && name.starts_with(&part);
        !all.iter().any(begins)
    });
}

fn speaker(people: &[Person], text: &Text) -> Reading {
    Reading {
        shape: Shape::Speaker,
        speakers: people.to_vec(),
        title: None,
        end: text.plain.len(),
        sure: line::sureness(people),
    }
}

/// The person in a few blocks with the strongest tie to a talk.
fn speakers_of(view: &View<'_>, blocks: Range<usize>) -> Option<(Vec<Person>, Tie)> {
    let mut best: Option<(Vec<Person>, Tie)> = None;
    for (_, block) in blocks.take(5).filter_map(|at| Some((at, view.block(at)?))) {
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
            let people = mentions
                .get(mention::joined(text, mentions, at, view.lexicon))
                .unwrap_or_default();
            best = Some((people.iter().map(|m| m.person(text)).collect(), mention.tie));
        }
    }
    best
}

/// The person with whose name one of the blocks begins: "S builds an app for rangers."
fn beginning(
    view: &View<'_>,
    mut blocks: impl Iterator<Item = usize>,
) -> Option<(Vec<Person>, Tie)> {
    blocks.find_map(|at| {
        let text = &view.block(at).filter(|block| !block.caption)?.text;
        let mentions = mention::mentions(text, view.lexicon);
        let first = mentions
            .first()
            .filter(|m| m.range.start == 0 && m.score >= LIKELY)?;
        let people = mention::joined(text, mentions, 0, view.lexicon);
        let last = mentions.get(people.end - 1).unwrap_or(first);
        let after = text.plain.get(last.range.end..)?.strip_prefix(' ')?;
        let people = mentions.get(people)?.iter().map(|m| m.person(text));
        after
            .starts_with(char::is_lowercase)
            .then(|| (people.collect(), Tie::None))
    })
}

/// Whether a URL leads to slides, a recording or a talk's page.
pub(crate) fn hosted(href: &str) -> bool {
    link::by_address(href) != link::Target::Page || link::talk_page(href)
}

/// Whether a name begins with a given name.
pub(crate) fn given(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    crate::recap::word::given(&first.to_lowercase()) || name::score(name) >= 0.85
}

/// "Keynote: S": a session without a title, where the group has others with one.
fn untitled<'r>(view: &View<'_>, text: &Text, readings: &'r [Reading]) -> Option<&'r Reading> {
    let lead = line::lead(text, view.lexicon);
    let label = text.plain.get(..lead).unwrap_or_default();
    line::best(readings, Shape::Speaker)
        .filter(|reading| reading.sure >= LIKELY && view.lexicon.has(label, |w| &w.talks))
}
