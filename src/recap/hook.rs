//! The hook, a draft's sentence below the headline: a learned model ranks candidates from the front
//! matter's summary, the opening and the closing of the post.

use std::ops::Range;

use super::Recap;
use super::bag::bag;
use super::blocks::{Blocks, Kind};
use super::mention;
use super::model::{Features, features};
use super::sentence::{Leave, Sentence, spoken};
use super::text::{Found, Text};
use super::weights::HOOKS;
use crate::language::{Folded, Lexicon, fold};

/// How many sentences of the opening, of the section after it, of the closing and of a concluding
/// section are candidates.
const NEW: usize = 12;
const OPENING: usize = 10;
const SECTION: usize = 4;
const CLOSING: usize = 8;
/// So many blocks of a post show what it is about.
const BEGINNING: usize = 60;
/// A text of fewer longer words says too little to judge a summary by.
const ENOUGH: usize = 30;
/// Shortest and longest hook in words.
const LENGTH: std::ops::RangeInclusive<usize> = 5..=48;
/// The same for the summary's sentences, which the author wrote for this purpose.
const SUMMARY_WORDS: usize = 3;

features! {
    /// Features of a candidate for the hook.
    pub enum Hook {
        /// The front matter's summary has it.
        Summary = "summary",
        /// It is the first sentence of the body.
        First = "first",
        /// It is the second.
        Second = "second",
        /// It is the third or fourth.
        Third = "third",
        /// It is in the opening, later.
        Opening = "opening",
        /// It is in the section after the opening.
        Section = "section",
        /// It is one of the last eight sentences.
        Closing = "closing",
        /// It is in a section such as "Conclusion".
        Conclusion = "conclusion",
        /// It begins a paragraph.
        Begins = "begins",
        /// It names the event.
        NamesEvent = "names-event",
        /// It has most words of the event's name.
        EventWords = "event-words",
        /// It names the place.
        Place = "place",
        /// How much of the title it repeats.
        Title = "title",
        /// It has a number that is not a year.
        Number = "number",
        /// It counts people, talks, days.
        Counts = "counts",
        /// First, largest, annual, Nth.
        Ranking = "ranking",
        /// An opinion.
        Verdict = "verdict",
        /// Two opinions or more.
        Verdicts = "verdicts",
        /// What was learned.
        Lesson = "lesson",
        /// The author's or the group's view: "I", "we".
        OwnView = "own-view",
        /// A verb in a past tense.
        Past = "past",
        /// "I attended", "took place".
        Attended = "attended",
        /// The first sentence, and it says that the author attended.
        FirstAttended = "first-attended",
        /// A closing sentence that says so.
        ClosingAttended = "closing-attended",
        /// It says so, but not what it was like.
        OnlyAttended = "only-attended",
        /// It names the event and has an opinion on it.
        EventVerdict = "event-verdict",
        /// It has a word for events ("conference", "meetup").
        EventWord = "event-word",
        /// It tells of talks.
        Talks = "talks",
        /// An invitation.
        Invite = "invite",
        /// Thanks or apologies.
        Courtesy = "courtesy",
        /// "Will", "is going to".
        Future = "future",
        /// The first sentence, and it names the event.
        FirstEvent = "first-event",
        /// The first sentence, with an opinion.
        FirstVerdict = "first-verdict",
        /// Travel, food.
        Logistics = "logistics",
        /// It refers to another place.
        Pointing = "pointing",
        /// A speaker of a session, in a post of several sessions.
        Speaker = "speaker",
        /// Another person.
        Person = "person",
        /// A session's title.
        Session = "session",
        /// It begins with "This", "They", without naming the event.
        Dangling = "dangling",
        /// Fewer than nine words.
        Short = "short",
        /// More than 200 characters, which some networks cut.
        Cut = "cut",
        /// It ends with an exclamation mark.
        Exclaims = "exclaims",
        /// Brackets.
        Brackets = "brackets",
        /// A colon within.
        Colon = "colon",
        /// A link within.
        Link = "link",
        /// The post is not a recap.
        Other = "other",
        /// The post is a recap of one session.
        OneTalk = "one-talk",
        /// Talks or speakers in the plural.
        Many = "many",
        /// "Only", "also".
        Aside = "aside",
        /// "He", "the talk" within.
        Telling = "telling",
        /// "And": several things.
        And = "and",
        /// How many words it has that the title lacks.
        New = "new",
    }
}

/// The input for choosing the hook.
pub(super) struct View<'a> {
    /// The post's title.
    pub title: &'a Text,
    /// The front matter's summary.
    pub summary: Option<&'a Text>,
    /// The body.
    pub blocks: &'a Blocks,
    /// Its vocabulary.
    pub lexicon: Lexicon,
    /// Everything else that was understood.
    pub recap: &'a Recap,
}

/// A candidate for the hook.
#[derive(Debug)]
pub(super) struct Candidate {
    /// The sentence.
    pub found: Found,
    /// Its features.
    pub features: Features,
    /// Whether the front matter's summary has it.
    pub summary: bool,
}

/// The position of a candidate.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a feature of its own")]
struct Spot {
    block: usize,
    range: Range<usize>,
    opening: Option<usize>,
    section: bool,
    closing: bool,
    conclusion: bool,
    begins: bool,
}

/// The least probability for a sentence of the author's summary; it is preferred to those of the text.
const SUMMARY: f32 = 0.2;

/// The least probability for the best sentence of a post that is not a recap: its draft has
/// nothing else.
const OTHER: f32 = 0.08;

/// The least probability for thanks, apologies, invitations and sentences that refer to another place: no
/// hook is better than one of these, unless it says much else.
const LEAST_FOR_THANKS: f32 = 0.45;

/// The candidates that are good enough with their probabilities, the best first; the summary is preferred.
pub(super) fn ranked(candidates: &[Candidate], is_recap: bool) -> Vec<(&Found, f32)> {
    let is_enough = |candidate: &Candidate, probability: f32| {
        let beside = [Hook::Courtesy, Hook::Pointing, Hook::Invite];
        let is_beside = beside.iter().any(|feature| candidate.features.has(*feature));
        (HOOKS.accepts(probability) || (!is_recap && probability >= OTHER))
            && (!is_beside || probability >= LEAST_FOR_THANKS)
    };
    let mut ranked: Vec<(bool, f32, &Found)> = Vec::new();
    for candidate in candidates {
        let probability = HOOKS.probability(&candidate.features);
        let is_summary = candidate.summary && probability >= SUMMARY;
        if is_summary || is_enough(candidate, probability) {
            ranked.push((is_summary, probability, &candidate.found));
        }
    }
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
    ranked.into_iter().map(|(_, probability, found)| (found, probability)).collect()
}

/// All candidates for the hook.
pub(super) fn candidates(view: &View<'_>) -> Vec<Candidate> {
    let known = Known::of(view);
    let mut all = Vec::new();
    if let Some(summary) = view.summary.filter(|summary| is_of_post(summary, view)) {
        for (at, range) in mention::sentences(summary, view.lexicon).iter().enumerate().take(2) {
            let spot = Spot { range: range.clone(), begins: at == 0, ..Spot::default() };
            all.extend(candidate(summary, &spot, true, view, &known));
        }
    }
    for spot in spots(view) {
        if let Some(block) = view.blocks.all.get(spot.block) {
            all.extend(candidate(&block.text, &spot, false, view, &known));
        }
    }
    all
}

/// Whether a summary shares a longer word with the title or the text: one that a theme left does not.
fn is_of_post(summary: &Text, view: &View<'_>) -> bool {
    let own = bag(&summary.plain);
    let texts = view.blocks.all.iter().map(|block| &block.text);
    let texts = [view.title].into_iter().chain(texts.take(BEGINNING));
    let mut words = 0;
    for text in texts {
        let known = bag(&text.plain);
        if !known.is_disjoint(&own) {
            return true;
        }
        words += known.len();
    }
    words < ENOUGH
}

/// The sentences of the opening, the closing and the concluding sections, without duplicates.
fn spots(view: &View<'_>) -> Vec<Spot> {
    let blocks = &view.blocks.all;
    let prose = |at: usize| {
        blocks.get(at).is_some_and(|block| {
            block.kind == Kind::Paragraph
                && block.item.is_none()
                && !block.caption
                && (!block.quoted || at == 0)
                && !block.text.is_empty()
        })
    };
    let sentences = |at: usize| {
        let text = blocks.get(at).map(|block| &block.text);
        let ranges = text.map(|text| mention::sentences(text, view.lexicon)).unwrap_or_default();
        ranges.iter().enumerate().map(move |(index, range)| Spot {
            block: at,
            range: range.clone(),
            begins: index == 0,
            ..Spot::default()
        })
    };
    let mut spots: Vec<Spot> = Vec::new();
    let mut at = 0;
    while at < blocks.len() && spots.len() < OPENING {
        if prose(at) {
            spots.extend(sentences(at));
        } else if !spots.is_empty() && !blocks.get(at).is_some_and(|block| block.caption) {
            break;
        }
        at += 1;
    }
    spots.truncate(OPENING);
    for (index, spot) in spots.iter_mut().enumerate() {
        spot.opening = Some(index);
    }
    let next = (at..blocks.len()).filter(|at| prose(*at)).take(2).flat_map(sentences);
    let next = next.take(SECTION).map(|spot| Spot { section: true, ..spot });
    spots.extend(next.collect::<Vec<_>>());
    let mut closing: Vec<Spot> = Vec::new();
    for at in (0..blocks.len()).rev().filter(|at| prose(*at)) {
        closing.extend(sentences(at).collect::<Vec<_>>().into_iter().rev());
        if closing.len() >= CLOSING {
            break;
        }
    }
    closing.truncate(CLOSING);
    let closing = closing.into_iter().map(|spot| Spot { closing: true, ..spot });
    let concluding = blocks.iter().enumerate().filter(|(_, block)| {
        matches!(block.kind, Kind::Heading(_)) && view.lexicon.is(&block.text.plain, |w| &w.closing)
    });
    let concluding = concluding.flat_map(|(heading, _)| {
        let section = heading + 1..view.blocks.section_end(heading);
        section.filter(|at| prose(*at)).flat_map(sentences).take(SECTION)
    });
    let concluding = concluding.map(|spot| Spot { conclusion: true, ..spot });
    for spot in closing.chain(concluding.collect::<Vec<_>>()) {
        let same = |other: &&mut Spot| other.block == spot.block && other.range == spot.range;
        if let Some(known) = spots.iter_mut().find(same) {
            known.closing |= spot.closing;
            known.conclusion |= spot.conclusion;
        } else {
            spots.push(spot);
        }
    }
    spots
}

/// What sentences are compared with, folded once.
struct Known {
    title: String,
    event: String,
    event_words: Vec<String>,
    place: String,
    speakers: Vec<String>,
    titles: Vec<String>,
}

impl Known {
    fn of(view: &View<'_>) -> Self {
        let event = view.recap.event.name.as_ref().map_or(String::new(), |name| fold(&name.value));
        let numberless = |word: &&str| !word.chars().all(|c| c.is_ascii_digit());
        let words: Vec<String> =
            event.split_ascii_whitespace().filter(numberless).map(str::to_owned).collect();
        let place = view.recap.event.place.as_ref().map_or("", |place| place.value.as_str());
        let sessions = &view.recap.sessions;
        Self {
            title: fold(&view.title.plain),
            event: words.join(" "),
            event_words: words,
            place: fold(place.split([',', '、', '，']).next().unwrap_or_default()),
            speakers: sessions
                .iter()
                .flat_map(|s| &s.speakers)
                .map(|name| fold(&name.value))
                .collect(),
            titles: sessions
                .iter()
                .filter_map(|s| s.title.as_ref())
                .map(|title| fold(&title.value))
                .collect(),
        }
    }
}

/// A candidate, unless its form rules it out.
fn candidate(
    text: &Text,
    spot: &Spot,
    summary: bool,
    view: &View<'_>,
    known: &Known,
) -> Option<Candidate> {
    let lexicon = view.lexicon;
    let sentence = Sentence::read(text, spot.range.clone(), lexicon, Leave::default())?;
    let whole = summary && !sentence.connective;
    let least = if whole { SUMMARY_WORDS } else { *LENGTH.start() };
    if !sentence.stands || !(least..=*LENGTH.end()).contains(&sentence.words) {
        return None;
    }
    let phrase = sentence.phrase;
    let folded = Folded::of(phrase);
    let has = |list| lexicon.has_in(&folded, list);
    let words: Vec<&str> =
        folded.split_ascii_whitespace().filter(|word| word.chars().count() > 3).collect();
    let old = words.iter().filter(|word| known.title.contains(&format!(" {word} "))).count();
    let event = !known.event.is_empty() && spoken(&folded, &known.event);
    let parts = known.event_words.iter().filter(|word| spoken(&folded, word)).count();
    let counted = lexicon.within(&folded, |w| &w.verdict).count();
    let event_word = has(|w| &w.events);
    let past = has(|w| &w.past)
        || lexicon.own.code == "en"
            && folded.split_ascii_whitespace().any(|word| word.len() > 4 && word.ends_with("ed"));
    let number = folded.split_ascii_whitespace().any(|word| {
        word.chars().all(|c| c.is_ascii_digit())
            && !(word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
    });
    let one = view.recap.sessions.len() == 1;
    let speaker = known.speakers.iter().any(|name| spoken(&folded, name.trim()));
    let slice = text.slice(sentence.range.clone());
    let person = !speaker
        && mention::mentions(&slice, lexicon)
            .iter()
            .any(|mention| mention.score >= super::name::LIKELY);
    let dangling = super::takeaway::dangles(phrase, lexicon);
    let attended = has(|w| &w.attended);
    let mut features = Features::of::<Hook>();
    let mut flag = |feature, holds| features.flag(feature, holds);
    flag(Hook::Summary, summary);
    flag(Hook::First, spot.opening == Some(0));
    flag(Hook::Second, spot.opening == Some(1));
    flag(Hook::Third, matches!(spot.opening, Some(2 | 3)));
    flag(Hook::Opening, spot.opening.is_some_and(|at| at > 3));
    flag(Hook::Section, spot.section);
    flag(Hook::Closing, spot.closing);
    flag(Hook::Conclusion, spot.conclusion);
    flag(Hook::Begins, spot.begins);
    flag(Hook::NamesEvent, event);
    flag(Hook::EventWords, !event && parts * 2 > known.event_words.len());
    flag(Hook::Place, known.place.trim().len() > 2 && spoken(&folded, known.place.trim()));
    flag(Hook::Number, number);
    flag(Hook::Counts, number && has(|w| &w.counted));
    flag(Hook::Ranking, has(|w| &w.ranking));
    flag(Hook::Verdict, counted > 0);
    flag(Hook::Verdicts, counted > 1);
    flag(Hook::Lesson, has(|w| &w.lesson));
    flag(Hook::OwnView, has(|w| &w.own_view));
    flag(Hook::Past, past);
    flag(Hook::Attended, attended);
    flag(Hook::FirstAttended, attended && spot.opening == Some(0));
    flag(Hook::ClosingAttended, attended && spot.closing);
    let concrete = counted > 0 || number || has(|w| &w.lesson);
    flag(Hook::OnlyAttended, attended && !concrete);
    flag(Hook::EventVerdict, counted > 0 && (event || event_word));
    flag(Hook::EventWord, event_word);
    flag(Hook::Talks, has(|w| &w.talks));
    flag(Hook::Invite, has(|w| &w.invite));
    flag(Hook::Courtesy, has(|w| &w.courtesy));
    flag(Hook::Future, has(|w| &w.future));
    flag(Hook::FirstEvent, spot.opening == Some(0) && event);
    flag(Hook::FirstVerdict, spot.opening == Some(0) && counted > 0);
    flag(Hook::Logistics, has(|w| &w.logistics));
    flag(Hook::Pointing, has(|w| &w.pointing));
    flag(Hook::Speaker, speaker && !one);
    flag(Hook::Person, person);
    flag(
        Hook::Session,
        !one && known
            .titles
            .iter()
            .any(|title| title.trim().contains(' ') && folded.contains(title.as_str())),
    );
    flag(Hook::Dangling, dangling && !event && !event_word);
    flag(Hook::Short, sentence.words < 9);
    flag(Hook::Cut, phrase.chars().count() > 200);
    flag(Hook::Exclaims, phrase.ends_with(['!', '！']));
    flag(Hook::Brackets, phrase.contains(['(', '（']));
    flag(Hook::Colon, phrase.contains([':', '：']));
    flag(Hook::Link, slice.links().next().is_some());
    flag(Hook::Other, !view.recap.is_recap);
    flag(Hook::OneTalk, one);
    flag(Hook::Many, has(|w| &w.many));
    flag(Hook::Aside, has(|w| &w.aside));
    flag(Hook::Telling, has(|w| &w.telling));
    flag(Hook::And, has(|w| &w.and));
    let title_words = known.title.split_ascii_whitespace().count();
    #[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
    features.set(Hook::New, (words.len() - old).min(NEW) as f32 / NEW as f32);
    #[expect(clippy::cast_precision_loss, reason = "a title has few words")]
    features.set(Hook::Title, (old as f32 / title_words.max(1) as f32).min(1.0));
    Some(Candidate { found: sentence.found(text), features, summary })
}
