//! The takeaway, a sentence that sums up a session: a learned model ranks candidates from the texts
//! about it. A session without a good candidate has none.

use std::collections::BTreeSet;
use std::ops::Range;

use super::about::{self, About, Known, Whence};
use super::bag::{bag, centrality, share};
use super::blocks::{Block, Blocks, Kind};
use super::mention;
use super::model::{Features, features};
use super::sentence::{Leave, Sentence, spoken};
use super::text::{Found, Text};
use super::weights::TAKEAWAYS;
use super::{Origin, Session, Understood};
use crate::language::{Folded, Lexicon, List, fold, is_cjk, spaced};

/// Shortest and longest takeaway in words.
const LENGTH: std::ops::RangeInclusive<usize> = 5..=55;

/// A post about one session has so many further lessons, each at least so probable.
const LESSONS: usize = 2;
const LESSON_SURE: f32 = 0.7;

/// The least probability of the sentence in which the author tells of the own talk, or praises one outright.
const TELLS_MOST: f32 = 0.6;

/// The longest label before a remark, in bytes.
const LABEL: usize = 250;

/// So many new words are enough.
const NEW: usize = 8;

features! {
    /// Features of a candidate for a session's takeaway.
    pub enum Takeaway {
        /// The first sentence about the session.
        First = "first",
        /// The second.
        Second = "second",
        /// The third.
        Third = "third",
        /// The fourth to sixth.
        Later = "later",
        /// The last sentence about the session.
        Last = "last",
        /// It is the only one.
        Only = "only",
        /// It begins a paragraph.
        Begins = "begins",
        /// An item of a list.
        Item = "item",
        /// It is outside the session's own texts.
        Elsewhere = "elsewhere",
        /// It does so, and names the session.
        ElsewhereNames = "elsewhere-names",
        /// It is the next after a sentence or a line that does.
        Behind = "behind",
        /// It is the third after it or later.
        FarBehind = "far-behind",
        /// It is outside, and the session has texts of its own.
        Beside = "beside",
        /// It is in a cell of the session's row.
        Cell = "cell",
        /// It begins with the speaker's name.
        BeginsName = "begins-name",
        /// It begins with "The talk", "She".
        BeginsTelling = "begins-telling",
        /// It begins with a pronoun or "This".
        Dangling = "dangling",
        /// It begins with the title.
        BeginsTitle = "begins-title",
        /// It names a speaker.
        Names = "names",
        /// A speaker and a verb of telling.
        NameVerb = "name-verb",
        /// It begins with the speaker's name and has neither such a verb, a past tense nor an opinion.
        NameOnly = "name-only",
        /// It has a verb of telling or showing.
        Verb = "verb",
        /// It has the whole title.
        SaysTitle = "says-title",
        /// It adds little to title and speaker.
        Bare = "bare",
        /// How much of the title it has.
        Overlap = "overlap",
        /// How much it shares with the other sentences about the session.
        Central = "central",
        /// It says what was learned.
        Lesson = "lesson",
        /// An opinion.
        Verdict = "verdict",
        /// "I", "we".
        OwnView = "own-view",
        /// It begins so.
        BeginsOwn = "begins-own",
        /// "I attended".
        Attended = "attended",
        /// "A talk by S".
        Given = "given",
        /// Who the speaker is.
        Biography = "biography",
        /// The future.
        Coming = "coming",
        /// Refers to another place.
        Pointing = "pointing",
        /// Slides or a recording.
        Slides = "slides",
        /// Thanks, apologies.
        Courtesy = "courtesy",
        /// Travel, food.
        Logistics = "logistics",
        /// An invitation.
        Invite = "invite",
        /// Another session's speaker or title.
        Another = "another",
        /// Another person.
        Person = "person",
        /// "Another talk", "both".
        Joint = "joint",
        /// A past tense.
        Past = "past",
        /// Fewer than ten words.
        Short = "short",
        /// More than 35 words.
        Long = "long",
        /// It ends with an exclamation mark.
        Exclaims = "exclaims",
        /// It ends without a stop.
        Open = "open",
        /// It quotes.
        Quotes = "quotes",
        /// A colon within.
        Colon = "colon",
        /// A number.
        Number = "number",
        /// A link within.
        Link = "link",
        /// It is in the last paragraph of the post.
        Closing = "closing",
        /// Mentions talks.
        Talks = "talks",
        /// A leading connective was removed.
        Connective = "connective",
        /// The post's only session.
        OneTalk = "one-talk",
        /// The session has a title.
        Titled = "titled",
        /// The session's speaker is known.
        Spoken = "spoken",
        /// Talks or speakers in the plural.
        Many = "many",
        /// What one should, can or wants to do.
        Advice = "advice",
        /// "Is", "are".
        States = "states",
        /// "About", "how".
        Tells = "tells",
        /// What the author did: "I went".
        OwnDeed = "own-deed",
        /// "The talk", "she" within.
        Telling = "telling",
        /// What an event is: "conference".
        EventWord = "event-word",
        /// A speaker and another person.
        AlsoPerson = "also-person",
        /// It begins with another person's name.
        BeginsPerson = "begins-person",
        /// How many words it adds to title and speakers.
        New = "new",
    }
}

/// A candidate for a session's takeaway.
#[derive(Debug)]
pub(super) struct Candidate {
    /// The sentence.
    pub found: Found,
    /// Its features.
    pub features: Features,
}

/// Sets each session's takeaway to the best sentence about it, if one is good enough; a sentence
/// for two sessions goes to the more probable one.
pub(super) fn give(
    sessions: &mut [Session],
    blocks: &Blocks,
    used: &[Range<usize>],
    lexicon: Lexicon,
) {
    let scene = Scene::of(sessions, blocks, used, lexicon);
    let mut offers: Vec<(f32, usize, Found)> = Vec::new();
    for at in 0..sessions.len() {
        for candidate in scene.candidates(at) {
            let mut probability = TAKEAWAYS.probability(&candidate.features);
            if scene.tells_most(at, &candidate.found) {
                probability = probability.max(TELLS_MOST);
            }
            if TAKEAWAYS.accepts(probability) {
                offers.push((probability, at, candidate.found));
            }
        }
    }
    let praised: Vec<bool> = (0..sessions.len()).map(|at| scene.praises(at)).collect();
    for (session, praised) in sessions.iter_mut().zip(praised) {
        session.praised = praised;
    }
    offers.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut used: BTreeSet<usize> = BTreeSet::new();
    let only = sessions.len() == 1;
    for (probability, at, found) in offers {
        let Some(session) = sessions.get_mut(at) else {
            continue;
        };
        let lesson = only && probability >= LESSON_SURE && session.lessons.len() < LESSONS;
        if (session.takeaway.is_none() || lesson) && used.insert(found.source.start) {
            let said = Understood {
                value: found.value,
                range: found.source,
                from: Origin::Text,
                confidence: probability,
            };
            match session.takeaway {
                None => session.takeaway = Some(said),
                Some(_) => session.lessons.push(said),
            }
        }
    }
}

/// A post's sessions, prepared for comparison with its sentences.
pub(super) struct Scene<'a> {
    /// The sessions.
    pub sessions: &'a [Session],
    blocks: &'a Blocks,
    /// Texts used elsewhere in the draft: the hook, the invitation.
    used: &'a [Range<usize>],
    lexicon: Lexicon,
    /// The names of each of them.
    known: Vec<Known>,
    /// The sentences about each of them.
    about: Vec<Vec<About<'a>>>,
    /// The last block of prose.
    last: usize,
}

impl<'a> Scene<'a> {
    /// The features that the candidates of all sessions share.
    pub(super) fn of(
        sessions: &'a [Session],
        blocks: &'a Blocks,
        used: &'a [Range<usize>],
        lexicon: Lexicon,
    ) -> Self {
        let known: Vec<Known> = sessions.iter().map(Known::of).collect();
        let prose = |block: &Block| {
            block.kind == Kind::Paragraph && !block.text.is_empty() && !block.caption
        };
        Self {
            about: about::all((sessions, &known), blocks, lexicon),
            known,
            last: blocks.all.iter().rposition(prose).unwrap_or_default(),
            sessions,
            blocks,
            used,
            lexicon,
        }
    }

    /// Whether the author praises the session at `at` outright.
    fn praises(&self, at: usize) -> bool {
        let sentences = self.about.get(at).into_iter().flatten();
        let near = sentences.filter(|about| !matches!(about.whence, Whence::Behind(2..)));
        let mut phrases = near.filter_map(|about| about.text.plain.get(about.range.clone()));
        phrases.any(|phrase| self.says_praise(at, phrase))
    }

    /// Whether a sentence praises the session at `at`, and names no other: "My favourite was S".
    fn says_praise(&self, at: usize, phrase: &str) -> bool {
        let folded = Folded::of(phrase);
        let mut others = self
            .known
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at);
        self.lexicon.has_in(&folded, |w| &w.praise)
            && !others.any(|(_, known)| known.is_named_in(&folded))
    }

    /// Whether a sentence tells of the author's own talk, or names and praises the session.
    fn tells_most(&self, at: usize, said: &Found) -> bool {
        let (Some(session), Some(known)) = (self.sessions.get(at), self.known.get(at)) else {
            return false;
        };
        let range = &session.range;
        let own = session.own
            && (range.start < said.source.end && said.source.start < range.end)
            && !self.lexicon.has(&said.value, |w| &w.pointing);
        own || known.is_named_in(&fold(&said.value)) && self.says_praise(at, &said.value)
    }

    /// All candidates for the takeaway of the session at `at`.
    pub(super) fn candidates(&self, at: usize) -> Vec<Candidate> {
        let Some(sentences) = self.about.get(at) else {
            return Vec::new();
        };
        let own = sentences.iter().filter(|about| about.whence == Whence::Own);
        // A session without a text of its own has only mentions elsewhere.
        let body = match own.count() {
            0 => sentences.len(),
            own => own,
        };
        let bags: Vec<BTreeSet<String>> = sentences
            .iter()
            .map(|about| about.text.plain.get(about.range.clone()).map(bag))
            .map(Option::unwrap_or_default)
            .collect();
        let central = centrality(&bags);
        let all = sentences.iter().enumerate();
        all.filter_map(|(position, about)| {
            let place = Place {
                position,
                last: position + 1 == body,
                only: body == 1,
                inside: position < body,
                central: central.get(position).copied().unwrap_or_default(),
                bag: bags.get(position)?,
            };
            self.candidate(at, about, &place)
        })
        .collect()
    }

    /// Where a sentence goes on after a label that says nothing but who and what: "S: T – she showed X",
    /// "T by S: she showed X".
    fn after_label(&self, at: usize, text: &Text, range: &Range<usize>) -> Option<usize> {
        let phrase = text.plain.get(range.clone())?;
        let early = phrase
            .get(..phrase.floor_char_boundary(LABEL))
            .unwrap_or(phrase);
        let ends = [": ", "：", " - ", " – ", " — "].into_iter();
        let ends = ends.flat_map(|mark| {
            let found = early.match_indices(mark);
            found.map(move |(at, _)| (at, at + mark.len()))
        });
        let label = |(end, _): &(usize, usize)| {
            let label = phrase.get(..*end);
            label.is_some_and(|label| self.is_label(at, label))
        };
        let (_, rest) = ends.filter(label).max()?;
        let rest = range.start + rest;
        (rest < range.end).then_some(rest)
    }

    /// Whether a text has the title or a speaker of a session, and besides nothing but signs and small words.
    fn is_label(&self, at: usize, label: &str) -> bool {
        let (Some(session), Some(known)) = (self.sessions.get(at), self.known.get(at)) else {
            return false;
        };
        let title = session.title.as_ref().map(|title| title.value.as_str());
        let untitled =
            title.map_or_else(|| label.to_owned(), |title| label.replacen(title, " ", 1));
        // A sign within brackets ends no label.
        let count = |signs: [char; 2]| label.matches(signs).count();
        if count(['(', '（']) != count([')', '）']) {
            return false;
        }
        let mut rest = fold(&without_brackets(&untitled));
        let mut named = untitled != label;
        for speaker in &known.speakers {
            let without = rest.replacen(speaker.trim(), " ", 1);
            named |= without != rest;
            rest = without;
        }
        let small = |word: &str| {
            let lists: [List; 4] = [|w| &w.by, |w| &w.and, |w| &w.with, |w| &w.talks];
            !word.contains(char::is_alphabetic)
                || lists.into_iter().any(|list| self.lexicon.knows(word, list))
        };
        named && rest.split_ascii_whitespace().all(small)
    }

    #[expect(clippy::too_many_lines, reason = "a line a feature")]
    fn candidate(&self, at: usize, about: &About<'_>, place: &Place<'_>) -> Option<Candidate> {
        let lexicon = self.lexicon;
        let block = self.blocks.all.get(about.index)?;
        let (text, range) = (about.text, about.range.clone());
        let begins = text
            .plain
            .get(..range.start)
            .is_some_and(|before| before.trim().is_empty() || before.ends_with('\n'));
        let item = matches!(block.kind, Kind::Item | Kind::Row) || block.item.is_some();
        let leave = Leave {
            unstopped: item,
            small: about.labelled,
            colon: true,
        };
        let (range, leave) = match self.after_label(at, text, &range) {
            Some(start) => (
                start..range.end,
                Leave {
                    small: true,
                    ..leave
                },
            ),
            None => (range, leave),
        };
        let sentence = Sentence::read(text, range, lexicon, leave)?;
        if !sentence.stands || !LENGTH.contains(&sentence.words) {
            return None;
        }
        let phrase = sentence.phrase;
        let folded = Folded::of(phrase);
        let has = |list| lexicon.has_in(&folded, list);
        let Known { speakers, title } = self.known.get(at)?;
        let parts = || {
            speakers
                .iter()
                .flat_map(|name| name.split_ascii_whitespace())
                .filter(|part| part.len() > 2)
        };
        let starts = |word: &str| {
            let rest = folded.get(1..).and_then(|phrase| phrase.strip_prefix(word));
            rest.is_some_and(|rest| rest.starts_with([' ', '\'']) || word.chars().any(is_cjk))
        };
        let names = parts().any(|part| spoken(&folded, part));
        let begun = parts().any(starts);
        let titled = title.trim().contains(' ') || title.chars().any(is_cjk);
        let says_title = titled && !title.trim().is_empty() && folded.contains(title.trim());
        // A line with the title is a label.
        let open = !phrase.ends_with(['.', '!', '。', '！', '…', '”', '"', ')', '」']);
        let end = phrase.trim_end_matches(['"', '”', '’', ')', '」', '»']);
        if says_title && !end.ends_with(['.', '!', '。', '！', '…', ':']) {
            return None;
        }
        let verb = has(|w| &w.verbs)
            || mention::does(
                phrase.split_once(' ').map_or(phrase, |(_, rest)| rest),
                lexicon,
            );
        let another = self.known.iter().enumerate().any(|(other, known)| {
            let same = other == at || (known.speakers == *speakers && !speakers.is_empty());
            let whole = |name: &str| name.trim().contains(' ') && folded.contains(name);
            !same && (known.speakers.iter().any(|name| whole(name)) || whole(&known.title))
        });
        let slice = text.slice(sentence.range.clone());
        let known = |name: &str| {
            let name = fold(name);
            speakers
                .iter()
                .any(|speaker| speaker.contains(name.trim()) || name.contains(speaker.trim()))
        };
        let people = mention::mentions(&slice, lexicon);
        let others = people.iter().filter(|mention| {
            mention.score >= super::name::LIKELY
                && !known(slice.plain.get(mention.range.clone()).unwrap_or_default())
        });
        let others: Vec<usize> = others.map(|mention| mention.range.start).collect();
        let person = !others.is_empty();
        let found = sentence.found(text);
        let meets =
            |range: &Range<usize>| range.start < found.source.end && found.source.start < range.end;
        // The closing paragraph is about the event, whoever was named before it.
        let closes = matches!(about.whence, Whence::Behind(_)) && about.index == self.last;
        let lives = (begun || dangles(phrase, lexicon)) && introduces(&folded, lexicon);
        let aside = matches!(about.whence, Whence::Behind(_)) && has(|w| &w.logistics);
        if closes || lives || aside || self.used.iter().any(meets) {
            return None;
        }
        let overlap = share(&bag(title), place.bag);
        let mut features = Features::of::<Takeaway>();
        let mut flag = |feature, holds| features.flag(feature, holds);
        flag(Takeaway::First, place.inside && place.position == 0);
        flag(Takeaway::Second, place.inside && place.position == 1);
        flag(Takeaway::Third, place.inside && place.position == 2);
        flag(
            Takeaway::Later,
            place.inside && (3..6).contains(&place.position),
        );
        flag(Takeaway::Last, place.last && !place.only);
        flag(Takeaway::Only, place.only);
        flag(Takeaway::Begins, begins);
        flag(Takeaway::Item, item);
        flag(Takeaway::Elsewhere, about.whence != Whence::Own);
        flag(Takeaway::ElsewhereNames, about.whence == Whence::Names);
        flag(Takeaway::Behind, about.whence == Whence::Behind(1));
        flag(
            Takeaway::FarBehind,
            matches!(about.whence, Whence::Behind(3..)),
        );
        flag(Takeaway::Beside, !place.inside);
        flag(Takeaway::Cell, block.kind == Kind::Row);
        flag(Takeaway::BeginsName, begun);
        flag(
            Takeaway::BeginsTelling,
            lexicon.list(|w| &w.telling).any(starts),
        );
        flag(Takeaway::Dangling, dangles(phrase, lexicon));
        flag(Takeaway::BeginsTitle, says_title && starts(title.trim()));
        flag(Takeaway::Names, names);
        flag(Takeaway::NameVerb, names && verb);
        flag(Takeaway::Verb, verb);
        flag(Takeaway::SaysTitle, says_title);
        flag(
            Takeaway::Bare,
            (says_title || names) && bare(&folded, title, speakers),
        );
        flag(Takeaway::Lesson, has(|w| &w.lesson));
        flag(Takeaway::Verdict, has(|w| &w.verdict));
        flag(Takeaway::OwnView, has(|w| &w.own_view));
        flag(
            Takeaway::BeginsOwn,
            lexicon.list(|w| &w.own_view).any(starts),
        );
        flag(Takeaway::Attended, has(|w| &w.attended));
        flag(Takeaway::Given, given(phrase, &folded, lexicon));
        flag(
            Takeaway::NameOnly,
            begun && !verb && !has(|w| &w.past) && !has(|w| &w.verdict),
        );
        flag(Takeaway::Biography, names && has(|w| &w.biography));
        flag(Takeaway::Coming, has(|w| &w.coming) || has(|w| &w.future));
        flag(Takeaway::Pointing, has(|w| &w.pointing));
        flag(Takeaway::Slides, has(|w| &w.slides) || has(|w| &w.video));
        flag(Takeaway::Courtesy, has(|w| &w.courtesy));
        flag(Takeaway::Logistics, has(|w| &w.logistics));
        flag(Takeaway::Invite, has(|w| &w.invite));
        flag(Takeaway::Another, another);
        flag(Takeaway::Person, person && !names);
        flag(Takeaway::AlsoPerson, person && names);
        flag(Takeaway::BeginsPerson, others.contains(&0));
        flag(Takeaway::Joint, has(|w| &w.joint));
        flag(Takeaway::Past, has(|w| &w.past));
        flag(Takeaway::Short, sentence.words < 10);
        flag(Takeaway::Long, sentence.words > 35);
        flag(Takeaway::Exclaims, phrase.ends_with(['!', '！']));
        flag(Takeaway::Open, open);
        flag(
            Takeaway::Quotes,
            phrase.contains(['"', '“', '„', '«', '「']),
        );
        flag(Takeaway::Colon, phrase.contains([':', '：']));
        flag(
            Takeaway::Number,
            phrase.bytes().any(|byte| byte.is_ascii_digit()),
        );
        flag(Takeaway::Link, slice.links().next().is_some());
        flag(Takeaway::Closing, about.index == self.last);
        flag(Takeaway::Talks, has(|w| &w.talks));
        flag(Takeaway::Connective, sentence.connective);
        flag(Takeaway::OneTalk, self.sessions.len() == 1);
        flag(Takeaway::Titled, !title.trim().is_empty());
        flag(Takeaway::Spoken, !speakers.is_empty());
        flag(Takeaway::Many, has(|w| &w.many));
        flag(Takeaway::Advice, has(|w| &w.advice));
        flag(Takeaway::States, has(|w| &w.states));
        flag(Takeaway::Tells, has(|w| &w.tells));
        flag(
            Takeaway::OwnDeed,
            has(|w| &w.own_view) && has(|w| &w.past) && !has(|w| &w.verdict),
        );
        flag(Takeaway::Telling, has(|w| &w.telling));
        flag(Takeaway::EventWord, has(|w| &w.events));
        features.set(Takeaway::Overlap, if says_title { 0.0 } else { overlap });
        features.set(Takeaway::Central, place.central);
        let old = bag(title);
        let new = |word: &&String| !old.contains(*word) && !parts().any(|part| part == *word);
        let new = place.bag.iter().filter(new).count().min(NEW);
        // Only the title and its speakers: a label, not what was said.
        if says_title && new == 0 {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
        features.set(Takeaway::New, new as f32 / NEW as f32);
        Some(Candidate { found, features })
    }
}

/// A text without what is in brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let outside = |c: &char| match c {
        '(' | '（' | '[' => {
            depth += 1;
            false
        }
        ')' | '）' | ']' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    };
    text.chars().filter(outside).collect()
}

/// The position of a sentence among those about its session.
struct Place<'a> {
    position: usize,
    last: bool,
    only: bool,
    inside: bool,
    central: f32,
    bag: &'a BTreeSet<String>,
}

/// Whether a sentence only names a talk and its speaker, while others describe it: "A keynote by S".
fn given(phrase: &str, folded: &str, lexicon: Lexicon) -> bool {
    lexicon.has(phrase, |w| &w.talks)
        && lexicon
            .list(|w| &w.by)
            .filter(|by| crate::language::surely_by(by))
            .any(|by| spaced(folded, by).is_some())
}

/// Whether a sentence introduces its subject: "Ada is a mathematician".
fn introduces(folded: &str, lexicon: Lexicon) -> bool {
    let early: Vec<&str> = folded.split_ascii_whitespace().take(5).collect();
    lexicon.has(&early.join(" "), |w| &w.biography)
}

/// Whether a sentence has few words other than the title and the speakers, and ends with either:
/// "Next was the talk T by S".
fn bare(folded: &str, title: &str, names: &[String]) -> bool {
    let untitled = folded.replacen(title.trim(), " ", 1);
    let known = names.iter().any(|name| untitled.contains(name.trim()));
    let rest = names
        .iter()
        .fold(untitled, |rest, name| rest.replacen(name.trim(), " ", 1));
    let ends = [title].into_iter().chain(names.iter().map(String::as_str));
    let last = ends
        .into_iter()
        .any(|end| folded.trim_end().ends_with(end.trim()));
    known && last && rest.split_ascii_whitespace().count() <= 8
}

/// Whether a sentence begins with a reference to a sentence before.
pub(super) fn dangles(phrase: &str, lexicon: Lexicon) -> bool {
    let folded = fold(
        phrase
            .get(..phrase.floor_char_boundary(80))
            .unwrap_or(phrase),
    );
    lexicon.list(|w| &w.dangling).any(|word| {
        if word
            .chars()
            .any(|c| is_cjk(c) && !matches!(c, '\u{ac00}'..='\u{d7af}'))
        {
            folded.trim_start().starts_with(word)
        } else {
            let first = folded
                .strip_prefix(' ')
                .and_then(|phrase| phrase.strip_prefix(word));
            first.is_some_and(|rest| rest.starts_with(' '))
        }
    })
}
