//! The features of a sentence as a session's takeaway.

use std::ops::Range;

use super::features::Takeaway;
use super::scene::Scene;
use crate::language::{Folded, Lexicon, fold, is_cjk};
use crate::recap::about::{About, Known, Whence};
use crate::recap::bag::{bag, share};
use crate::recap::blocks::Kind;
use crate::recap::line;
use crate::recap::mention;
use crate::recap::model::Features;
use crate::recap::sentence::{Leave, Sentence, spoken};
use crate::recap::text::Found;

/// Shortest and longest takeaway in words.
const LENGTH: std::ops::RangeInclusive<usize> = 5..=55;

/// So few characters beside a title and its speakers say nothing more.
const AROUND: usize = 22;

/// So many new words are enough.
const NEW: usize = 8;

/// A candidate for a session's takeaway.
#[derive(Debug)]
pub(in crate::recap) struct Candidate {
    /// The sentence.
    pub found: Found,
    /// Its features.
    pub features: Features,
}

impl Scene<'_> {
    #[expect(clippy::too_many_lines, reason = "a line a feature")]
    pub(super) fn candidate(
        &self,
        at: usize,
        about: &About<'_>,
        (position, only): (Option<usize>, bool),
    ) -> Option<Candidate> {
        let lexicon = self.lexicon;
        let block = self.blocks.all.get(about.index)?;
        let (text, range) = (about.text, about.range.clone());
        let begins = text
            .plain
            .get(..range.start)
            .is_some_and(|before| before.trim().is_empty() || before.ends_with('\n'));
        let item = matches!(block.kind, Kind::Item | Kind::Row) || block.item.is_some();
        let leave = Leave { unstopped: item, small: about.labelled, colon: true };
        let (range, leave) = match self.after_label(at, text, &range) {
            Some(start) => (start..range.end, Leave { small: true, ..leave }),
            None => (range, leave),
        };
        let sentence = Sentence::read(text, range, lexicon, leave)?;
        if !sentence.stands || !LENGTH.contains(&sentence.words) {
            return None;
        }
        let phrase = sentence.phrase;
        let folded = Folded::of(phrase);
        let has = |list| lexicon.has_in(&folded, list);
        if has(|w| &w.blame) {
            return None;
        }
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
        let open = !phrase.ends_with(['.', '!', '。', '．', '！', '…', '”', '"', ')', '」']);
        let end = phrase.trim_end_matches(['"', '”', '’', ')', '」', '»']);
        if says_title && !end.ends_with(['.', '!', '。', '．', '！', '…', ':']) {
            return None;
        }
        let verb = has(|w| &w.verbs)
            || mention::does(phrase.split_once(' ').map_or(phrase, |(_, rest)| rest), lexicon);
        let another = self.known.iter().enumerate().any(|(other, known)| {
            let same = other == at || (known.speakers == *speakers && !speakers.is_empty());
            let whole = |name: &str| {
                name.trim().contains(' ') && folded.contains(name)
                    || name.chars().any(is_cjk) && folded.contains(name.trim())
            };
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
        let person = people.iter().any(|mention| {
            mention.score >= crate::recap::name::LIKELY
                && !known(slice.plain.get(mention.range.clone()).unwrap_or_default())
        });
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
        let (old, words) = (bag(title), bag(text.plain.get(about.range.clone())?));
        let mut features = Features::of::<Takeaway>();
        let mut flag = |feature, holds| features.flag(feature, holds);
        flag(Takeaway::First, position == Some(0));
        flag(Takeaway::Second, position == Some(1));
        flag(Takeaway::Third, position == Some(2));
        flag(Takeaway::Later, matches!(position, Some(3..6)));
        flag(Takeaway::Only, only);
        flag(Takeaway::Begins, begins);
        flag(Takeaway::Item, item);
        flag(Takeaway::Elsewhere, about.whence != Whence::Own);
        flag(Takeaway::BeginsName, begun);
        flag(Takeaway::BeginsTelling, lexicon.list(|w| &w.telling).any(starts));
        flag(Takeaway::Dangling, dangles(phrase, lexicon));
        flag(Takeaway::Names, names);
        flag(Takeaway::NameVerb, names && verb);
        flag(Takeaway::Verb, verb);
        flag(Takeaway::Lesson, has(|w| &w.lesson));
        flag(Takeaway::Verdict, has(|w| &w.verdict));
        flag(Takeaway::BeginsOwn, lexicon.list(|w| &w.own_view).any(starts));
        flag(Takeaway::Pointing, has(|w| &w.pointing));
        flag(Takeaway::Courtesy, has(|w| &w.courtesy));
        flag(Takeaway::Another, another);
        flag(Takeaway::Person, person && !names);
        flag(Takeaway::AlsoPerson, person && names);
        flag(Takeaway::Joint, has(|w| &w.joint));
        flag(Takeaway::Past, has(|w| &w.past));
        flag(Takeaway::Short, sentence.words < 10);
        flag(Takeaway::Open, open);
        flag(Takeaway::Colon, phrase.contains([':', '：']));
        flag(Takeaway::Link, slice.links().next().is_some());
        flag(Takeaway::Talks, has(|w| &w.talks));
        flag(Takeaway::Connective, sentence.connective);
        flag(Takeaway::OneTalk, self.sessions.len() == 1);
        flag(Takeaway::Spoken, !speakers.is_empty());
        flag(Takeaway::Many, has(|w| &w.many));
        flag(Takeaway::Advice, has(|w| &w.advice));
        flag(Takeaway::States, has(|w| &w.states));
        flag(Takeaway::Tells, has(|w| &w.tells));
        flag(Takeaway::OwnDeed, has(|w| &w.own_view) && has(|w| &w.past) && !has(|w| &w.verdict));
        flag(Takeaway::Telling, has(|w| &w.telling));
        flag(Takeaway::EventWord, has(|w| &w.events));
        features.set(Takeaway::Overlap, if says_title { 0.0 } else { share(&old, &words) });
        let new = |word: &&String| !old.contains(*word) && !parts().any(|part| part == *word);
        let new = words.iter().filter(new).count().min(NEW);
        // Who speaks, and what that person is: "S，Org技术总监".
        let byline = begun && !verb && open && line::byline(&slice, lexicon).is_some();
        // "「T」というタイトルで発表しました".
        let said = speakers.iter().chain([title]).map(|known| known.trim().chars().count()).sum();
        let around = folded.trim().chars().count().saturating_sub(said);
        let label = says_title && around < AROUND && lexicon.is_cjk() && has(|w| &w.titled);
        if byline || label {
            return None;
        }
        // Only the title and its speakers: a label, not what was said.
        if says_title && new == 0 {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
        features.set(Takeaway::New, new as f32 / NEW as f32);
        Some(Candidate { found, features })
    }
}

/// Whether a sentence introduces its subject: "Ada is a mathematician".
fn introduces(folded: &str, lexicon: Lexicon) -> bool {
    let early: Vec<&str> = folded.split_ascii_whitespace().take(5).collect();
    lexicon.has(&early.join(" "), |w| &w.biography)
}

/// Whether a sentence begins with a reference to a sentence before.
pub(in crate::recap) fn dangles(phrase: &str, lexicon: Lexicon) -> bool {
    let folded = fold(phrase.get(..phrase.floor_char_boundary(80)).unwrap_or(phrase));
    lexicon.list(|w| &w.dangling).any(|word| {
        if word.chars().any(|c| is_cjk(c) && !matches!(c, '\u{ac00}'..='\u{d7af}')) {
            folded.trim_start().starts_with(word)
        } else {
            let first = folded.strip_prefix(' ').and_then(|phrase| phrase.strip_prefix(word));
            first.is_some_and(|rest| rest.starts_with(' '))
        }
    })
}
