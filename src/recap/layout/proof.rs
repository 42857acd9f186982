//! Evidence in a section that its heading names a session.

use std::ops::Range;

use super::View;
use crate::language::fold;
use crate::recap::blocks::{Block, Kind};
use crate::recap::line;
use crate::recap::link::{self, Target};
use crate::recap::mention::{self, Mention, Tie};
use crate::recap::name::{self, LIKELY, Person};
use crate::recap::text::Text;

/// Limits on a section's blocks, and on the bytes in which its speaker must be named: a person named
/// later is a subject, not the speaker.
const BLOCKS: usize = 5;
const EARLY: usize = 320;
/// The rank of a line of its own that names the speakers; see [`rank`].
const BYLINE: u8 = 7;

/// The evidence in a section for the heading above it.
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own")]
#[derive(Debug, Default)]
pub(crate) struct Proof {
    /// The names, where the heading is nothing but names.
    pub name: Option<Vec<Person>>,
    /// The speakers.
    pub speakers: Vec<Person>,
    /// The speakers' tie to the talk.
    pub tie: Tie,
    /// There is a recording, or slides.
    pub media: bool,
    /// The section is about a talk.
    talk: bool,
    /// A sentence tells of a talk and leaves out who gave it.
    unnamed: bool,
    /// The section repeats the heading's words, or the heading has the speaker's name.
    again: bool,
    rank: u8,
    /// The speakers are items of a list: more may follow.
    listed: bool,
    others: Vec<Person>,
}

impl Proof {
    /// Reads the section under the heading at `index`.
    pub(crate) fn of(view: &View<'_>, index: usize) -> Self {
        let Some(block) = view.block(index) else {
            return Self::default();
        };
        let heading = &block.text;
        let mut proof = Self {
            name: name::people(heading, view.lexicon)
                .filter(|people| line::sureness(people) >= LIKELY),
            // A frame right below a heading is the heading's.
            media: (heading.links().map(|(_, href)| href))
                .chain(block.frames.iter().map(|(frame, _)| frame.as_str()))
                .any(|href| link::by_url(href) != Target::Page),
            ..Self::default()
        };
        proof.read_lead(view, index);
        let core = fold(&heading.plain);
        let (mut seen, mut phrase) = (0, 0);
        let nested = view.nested(index);
        let mut within = true;
        for at in index + 1..view.blocks.section_end(index) {
            let Some(block) = view.block(at) else {
                break;
            };
            if view.leads_on(at) || view.is_signature(at) {
                continue;
            }
            // A heading that is a name right below another is a byline.
            if at == index + 1
                && nested == 1
                && matches!(block.kind, Kind::Heading(_))
                && let Some(people) = name::people(&block.text, view.lexicon)
                    .filter(|people| line::sureness(people) >= LIKELY)
            {
                (proof.speakers, proof.tie, proof.rank) = (people, Tie::By, BYLINE);
                continue;
            }
            // Nested sections have evidence of their own.
            within &= nested < 2 || !matches!(block.kind, Kind::Heading(1..=6));
            if !within {
                break;
            }
            proof.media |= media(view, block);
            if (seen < BLOCKS || proof.listed)
                && !block.text.is_empty()
                && !block.caption
                && block.kind != Kind::Row
            {
                proof.read(view, block, &core, (seen, phrase));
                seen += 1;
                phrase += block.text.plain.len();
            }
        }
        proof.complete();
        if proof.unnamed {
            proof.tie = proof.tie.max(Tie::Verb);
        }
        proof
    }

    /// Reads the line right above the heading if it introduces it: the last people it names.
    fn read_lead(&mut self, view: &View<'_>, heading: usize) {
        let Some(above) = heading.checked_sub(1).filter(|above| view.leads_on(*above)) else {
            return;
        };
        let Some(text) = view.block(above).map(|block| &block.text) else {
            return;
        };
        let mentions = mention::mentions(text, view.lexicon);
        let Some(last) = mentions.len().checked_sub(1) else {
            return;
        };
        let people = mention::joined(text, mentions, last, view.lexicon);
        let people = mentions.get(people).unwrap_or_default();
        self.speakers = people.iter().map(|m| m.person(text)).collect();
        (self.tie, self.rank) = (Tie::By, BYLINE);
    }

    /// Whether the section is about a talk: it has enough signs.
    pub(crate) fn borne(&self) -> bool {
        let tie = match self.tie {
            Tie::By | Tie::Owner | Tie::Verb | Tie::Role => 1.0,
            Tie::Profile => 0.8,
            Tie::None => 0.0,
        };
        let media: f32 = if self.media { 1.0 } else { 0.0 };
        let talk = if self.talk { 0.6 } else { 0.0 };
        let again = if self.again { 0.6 } else { 0.0 };
        media + tie + talk + again >= 1.0 && (self.media || tie > 0.0)
    }

    /// Reads one block; `place` is how many blocks and bytes come before it.
    fn read(&mut self, view: &View<'_>, block: &Block, core: &str, place: (usize, usize)) {
        let (seen, phrase) = place;
        let text = &block.text;
        let folded = text.folded();
        self.talk |= view.lexicon.has_in(folded, |w| &w.talks);
        self.again |= core.split_ascii_whitespace().count() > 1 && folded.contains(core);
        if seen < 3
            && self.rank < BYLINE
            && matches!(block.kind, Kind::Paragraph | Kind::Item)
            && let Some(people) = line::byline(text, view.lexicon)
        {
            (self.tie, self.speakers, self.rank) = (Tie::By, people, BYLINE);
            self.listed = block.kind == Kind::Item;
        } else if self.listed {
            // The others of a panel: "- S - CEO, Org", "- S2 - founder, Org2".
            let more = line::byline(text, view.lexicon).filter(|_| block.kind == Kind::Item);
            self.listed = more.is_some();
            self.speakers.extend(more.unwrap_or_default());
        }
        let tells = |sentence: &Range<usize>| {
            text.plain
                .get(sentence.clone())
                .is_some_and(|words| mention::tells_of_talk(words, view.lexicon))
        };
        let mut early = mention::sentences(text, view.lexicon).iter().take(3);
        self.unnamed |= phrase < EARLY && early.any(tells);
        let mentions = mention::mentions(text, view.lexicon);
        for (position, mention) in mentions.iter().enumerate().take(6) {
            let person = mention.person(text);
            let own = fold(&person.name.value);
            if core == own {
                continue;
            }
            self.again |= core.contains(own.trim_end()) && own.len() > 4;
            self.others.push(person);
            let rank = rank(text, mention);
            let better = self.speakers.is_empty() || (rank > self.rank && seen == 0);
            if phrase + mention.range.start < EARLY && better {
                let list = mention::joined(text, mentions, position, view.lexicon);
                let list = mentions.get(list).unwrap_or_default();
                self.speakers = list.iter().map(|m| m.person(text)).collect();
                self.tie = list.iter().map(|m| m.tie).max().unwrap_or(mention.tie);
                self.rank = rank;
            }
        }
    }

    /// "Ada" is the "Ada Lovelace" of the next sentence.
    fn complete(&mut self) {
        for speaker in &mut self.speakers {
            let whole = self.others.iter().find(|other| {
                let name = &other.name.value;
                !speaker.name.value.contains(' ')
                    && name.contains(' ')
                    && name.split(' ').any(|part| part == speaker.name.value)
            });
            if let Some(whole) = whole {
                *speaker = whole.clone();
            }
        }
    }
}

/// Whether a block has or links to a recording or slides.
pub(super) fn media(view: &View<'_>, block: &Block) -> bool {
    block.frames.iter().any(|(frame, _)| link::by_url(frame) != Target::Page)
        || block.text.links().any(|(range, href)| {
            let words = block.text.plain.get(range.clone()).unwrap_or_default();
            link::target(words, href, view.lexicon) != Target::Page
        })
}

/// Of several people the one whose page is linked, or who gives the talk.
fn rank(text: &Text, mention: &Mention) -> u8 {
    let linked = text.link_over(&mention.range).is_some_and(name::profile);
    match (mention.tie, linked) {
        (Tie::By, _) => 6,
        (Tie::Owner, _) => 5,
        (Tie::Verb, true) => 4,
        (_, true) => 3,
        (Tie::Verb | Tie::Role, false) => 2,
        (Tie::Profile | Tie::None, false) => 1,
    }
}
