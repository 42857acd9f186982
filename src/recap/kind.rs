//! Whether a post is a recap.

use std::borrow::Cow;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use chrono::NaiveDate;

use super::blocks::{Blocks, Kind};
use super::event::days_within;
use super::model::{Features, features};
use super::weights::KINDS;
use crate::language::events::{
    BESIDE_RANKED, COMMON, KNOWN, PARTS, PERIOD_MARKS, PERIODS, RANKED, WEAK,
};
use crate::language::{self as words, Folded, Lexicon, Phrases, fold};

/// The kind of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PostKind {
    /// A recap.
    Recap,
    /// An invitation to a coming event.
    Preview,
    /// It is about something else: a release, a report, a list of books.
    Other,
}

/// How much of the text is read: the kind shows early.
const EARLY: usize = 6000;

/// Signs in a post's title and the beginning of its text.
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own")]
#[derive(Debug, Clone, Default)]
pub(super) struct Signs {
    /// The title, or else the summary, has words of recaps.
    pub recap: bool,
    /// Phrases of attendees, in the opening and in all that is read.
    pub there: i32,
    pub there_late: i32,
    /// Phrases of invitations, likewise.
    pub coming: i32,
    pub coming_late: i32,
    /// The title invites.
    pub invited: bool,
    /// Words for talks and for events.
    pub talks: i32,
    pub events: i32,
    /// Words of the title for other subjects.
    pub elsewhere: i32,
    /// The title names an event, by its words or with a year.
    pub event: bool,
    pub again: bool,
    /// The title looks back on a period only.
    pub period: bool,
    /// The opening has a day shortly before the post's own, or one after it.
    pub before: bool,
    pub after: bool,
}

/// Signs of a post's kind in its front matter and file.
pub(super) struct Given<'a> {
    /// The title.
    pub title: &'a str,
    /// The summary.
    pub summary: &'a str,
    /// Tags and categories.
    pub tags: &'a str,
    /// The day on which it was published.
    pub published: Option<NaiveDate>,
}

features! {
    /// Features of a post.
    pub enum Looks {
        /// The title, or else the summary, has words of recaps.
        Recap = "recap",
        /// Phrases of attendees, in the opening.
        There = "there",
        /// The same, in all that is read.
        ThereLate = "there-late",
        /// Phrases of invitations, in all that is read.
        ComingLate = "coming-late",
        /// Words for talks.
        Talks = "talks",
        /// Words for events.
        Events = "events",
        /// The title has another subject.
        Elsewhere = "elsewhere",
        /// The title names an event by its words.
        Event = "event",
        /// The title has a name with a year that the opening repeats.
        Again = "again",
        /// The title looks back on a period only.
        Period = "period",
        /// It invites more than it looks back.
        Ahead = "ahead",
        /// The opening has a day after the post's own.
        After = "after",
        /// The opening has a day shortly before the post's own.
        Before = "before",
        /// It is about talks, and the title names an event.
        TalksAtEvent = "talks-at-event",
        /// No event is named or mentioned.
        Nowhere = "nowhere",
        /// The probability of the surest session.
        Best = "best",
    }
}

/// From 0 to 1: nothing, and `most`.
fn scaled(value: f32, most: f32) -> f32 {
    (value.ln_1p() / most.ln_1p()).min(1.0)
}

impl Signs {
    /// Reads the title, the summary, the tags and the beginning of the text.
    pub(super) fn of(given: &Given<'_>, blocks: &Blocks, lexicon: Lexicon) -> Self {
        let (title, summary) = (given.title, given.summary);
        let mut early = String::new();
        let mut opening = String::new();
        let mut dated = format!("{title}\n");
        for (index, block) in blocks.all.iter().enumerate() {
            if early.len() > EARLY {
                break;
            }
            if opening.len() < 1200 && !matches!(block.kind, Kind::Row | Kind::Item) {
                opening.push_str(&block.text.plain);
                opening.push('\n');
                // A post may close with the next event.
                if index + 1 < blocks.all.len() {
                    dated.push_str(&block.text.plain);
                    dated.push('\n');
                }
            }
            early.push_str(&block.text.plain);
            for cell in &block.cells {
                early.push(' ');
                early.push_str(&cell.plain);
            }
            early.push('\n');
        }
        let (begun, all) = (Folded::of(&opening), Folded::of(&early));
        let named = Folded::of(title);
        let elsewhere = count(lexicon.count(&named, |w| &w.elsewhere));
        let invited = count(lexicon.count(&named, |w| &w.coming));
        let around = |day| around(&dated, day, lexicon);
        let (before, after) = given.published.map_or((false, false), around);
        Self {
            recap: says_recap(title, lexicon) || (elsewhere == 0 && says_recap(summary, lexicon)),
            there: count(lexicon.count(&begun, |w| &w.attended)),
            there_late: count(lexicon.count(&all, |w| &w.attended)),
            coming: count(lexicon.count(&begun, |w| &w.coming)) + 2 * invited,
            coming_late: count(lexicon.count(&all, |w| &w.coming)) + invited,
            invited: invited > 0,
            talks: count(lexicon.count(&all, |w| &w.talks)),
            events: count(lexicon.count(&all, |w| &w.events))
                + i32::from(lexicon.has_in(&begun, |w| &w.events) || has_event_word(&opening))
                + i32::from(event_like(given.tags, lexicon)),
            elsewhere,
            event: event_like(title, lexicon),
            again: repeats_title(title, &begun, lexicon),
            period: period(&named, lexicon),
            before,
            after,
        }
    }

    /// Whether the post invites more than it looks back.
    pub(super) fn ahead(&self) -> bool {
        let past = 3 * self.there + (self.there_late - self.there) + 2 * i32::from(self.recap);
        let ahead = 3 * self.coming + (self.coming_late - self.coming);
        ahead > past && self.coming_late >= 2 && self.coming > 0 && (!self.recap || self.invited)
    }

    /// The features of the model.
    pub(super) fn features(&self, best: f32) -> Features {
        let mut features = Features::of::<Looks>();
        let named = self.event || self.again;
        for (feature, holds) in [
            (Looks::Recap, self.recap),
            (Looks::Elsewhere, self.elsewhere > 0),
            (Looks::Event, self.event),
            (Looks::Again, self.again),
            (Looks::Period, self.period),
            (Looks::Ahead, self.ahead()),
            (Looks::After, self.after),
            (Looks::Before, self.before),
            (Looks::TalksAtEvent, self.talks > 0 && named),
            (Looks::Nowhere, self.events == 0 && !named),
        ] {
            features.flag(feature, holds);
        }
        let number = |count: i32| f32::from(i16::try_from(count).unwrap_or(i16::MAX));
        for (feature, value, most) in [
            (Looks::There, number(self.there), 3.0),
            (Looks::ThereLate, number(self.there_late), 5.0),
            (Looks::ComingLate, number(self.coming_late), 5.0),
            (Looks::Talks, number(self.talks), 8.0),
            (Looks::Events, number(self.events), 6.0),
        ] {
            features.set(feature, scaled(value, most));
        }
        features.set(Looks::Best, best);
        features
    }

    /// Decides the kind of a post from its signs and the probability of its surest session.
    pub(super) fn decide(&self, best: f32) -> PostKind {
        if self.period {
            PostKind::Other
        } else if self.ahead() && self.there_late == 0 && !self.recap {
            // Nobody says that they were there.
            PostKind::Preview
        } else if KINDS.accepts(KINDS.probability(&self.features(best))) {
            PostKind::Recap
        } else if self.ahead() || self.after {
            PostKind::Preview
        } else {
            PostKind::Other
        }
    }
}

/// Whether a text has a day in the four months up to another, or one after it.
fn around(text: &str, published: NaiveDate, lexicon: Lexicon) -> (bool, bool) {
    let days = days_within(text, Some(chrono::Datelike::year(&published)), lexicon);
    let age = |day: &NaiveDate| (published - *day).num_days();
    (
        days.iter().any(|(start, ..)| (0..=120).contains(&age(start))),
        days.iter().any(|(start, ..)| age(start) < 0),
    )
}

/// Whether a title looks back on a period only: "Retrospective 2023", "June in review".
fn period(title: &Folded, lexicon: Lexicon) -> bool {
    let mut folded = title.to_string();
    // Every period and every phrase around it is short.
    if folded.len() > 80 {
        return false;
    }
    let mut phrases: Vec<&str> =
        lexicon.list(|w| &w.recap).filter(|phrase| title.has(phrase)).collect();
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    for phrase in phrases {
        folded = if phrase.chars().any(words::is_cjk) {
            folded.replace(phrase, " ")
        } else {
            folded.replace(&format!(" {phrase} "), " ")
        };
    }
    let time = |word: &str| {
        word.chars().all(|c| c.is_ascii_digit() || PERIOD_MARKS.contains(&c))
            || PERIODS.contains(&word)
            || lexicon.month(word).is_some()
    };
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    // "My favourite talks of 2016".
    let ranks = words.iter().any(|word| word.len() == 4 && word.parse::<u16>().is_ok())
        && words.iter().any(|word| RANKED.contains(word));
    let ranked = |word: &str| {
        let known = [RANKED, BESIDE_RANKED].into_iter().any(|list| list.contains(&word));
        ranks && (known || lexicon.knows(word, |w| &w.talks))
    };
    !words.is_empty()
        && !dated(title, lexicon)
        && words.into_iter().all(|word| time(word) || ranked(word))
}

/// Whether a title has the day of an event: "Feb 9 2017".
fn dated(title: &str, lexicon: Lexicon) -> bool {
    let folded = fold(title);
    let day = |word: &str| word.parse().is_ok_and(|day: u32| (1..=31).contains(&day));
    folded.split_ascii_whitespace().any(day)
        && folded.split_ascii_whitespace().any(|word| lexicon.month(word).is_some())
}

/// Whether a title has words of recaps. Small words that titles of recaps have too do not count.
pub(super) fn says_recap(title: &str, lexicon: Lexicon) -> bool {
    let folded = Folded::of(title);
    lexicon.within(&folded, |w| &w.recap).any(|word| {
        let long = word.chars().count() > 4
            || (word.chars().any(words::is_cjk) && word.chars().count() > 1);
        long && !WEAK.contains(&word)
    })
}

/// Whether the opening repeats a name with a year in the title: "NAME 2023", where NAME is at least one
/// capitalised word, or a word of Chinese, Japanese or Korean.
fn repeats_title(title: &str, opening: &Folded, lexicon: Lexicon) -> bool {
    let tokens: Vec<&str> = title
        .split(|c: char| c.is_whitespace() || ":()（）：「」『』《》".contains(c))
        .filter(|token| !token.is_empty())
        .collect();
    tokens.iter().enumerate().any(|(at, token)| {
        let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
        let split = bare
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_ascii_digit())
            .last()
            .map_or(bare.len(), |(start, _)| start);
        let (grown, year) = bare.split_at_checked(split).unwrap_or((bare, ""));
        if !(year.len() == 4 || (year.len() == 2 && token.starts_with(['\'', '’']))) {
            return false;
        }
        let name = if grown.is_empty() {
            at.checked_sub(1).and_then(|before| tokens.get(before))
        } else {
            Some(&grown)
        };
        name.is_some_and(|name| {
            let folded = fold(name);
            let proper = name.starts_with(char::is_uppercase)
                || name.chars().skip(1).any(char::is_uppercase)
                || name.chars().filter(|c| words::is_cjk(*c)).count() > 2;
            // "December 2025" is the month of many things.
            let month = lexicon.month(folded.trim()).is_some();
            proper && !month && folded.trim().chars().count() > 2 && opening.has(folded.trim())
        })
    })
}

fn count(hits: usize) -> i32 {
    i32::try_from(hits).unwrap_or(i32::MAX / 8)
}

/// The [`PARTS`] that count within a longer word, in one automaton: every capitalised word of a post is
/// looked up.
static WITHIN: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let long = PARTS.iter().filter(|part| part.len() > 4);
    // For a single word, building a searcher costs more than searching.
    let kind = Some(AhoCorasickKind::DFA);
    let mut builder = AhoCorasick::builder();
    builder.kind(kind).prefilter(false).build(long).ok()
});

/// [`KNOWN`] as a lookup table.
static KNOWN_EVENT: Phrases = Phrases::of(KNOWN);

/// [`COMMON`] as a lookup table.
static COMMON_WORD: Phrases = Phrases::of(COMMON);

/// Whether a word is, or ends like, an event's name.
pub(super) fn event_word(word: &str) -> bool {
    // No such word is shorter than this; most words of a text are.
    if word.len() < 4 {
        return false;
    }
    let lower = if word.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    };
    let bare = lower.trim_end_matches(|c: char| !c.is_alphabetic());
    if KNOWN_EVENT.has(bare) {
        return true;
    }
    if bare.chars().nth(3).is_none() || COMMON_WORD.has(bare) {
        return false;
    }
    let last = bare.bytes().next_back();
    let ends = PARTS
        .iter()
        .filter(|part| part.bytes().next_back() == last)
        .any(|part| bare.ends_with(part) && (part.len() < 7 || part.len() < bare.len()));
    ends || (bare.len() > 5
        && WITHIN.iter().any(|within| within.is_match(bare))
        && !PARTS.contains(&bare))
}

/// Whether a text names an event.
pub(super) fn event_like(text: &str, lexicon: Lexicon) -> bool {
    has_event_word(text) || lexicon.has(text, |w| &w.events)
}

/// Whether one of a text's words is an event's name.
fn has_event_word(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | ':' | ';' | '(' | ')'))
        .any(event_word)
}
