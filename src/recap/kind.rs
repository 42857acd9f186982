//! Whether a post looks back on an event at all.

use std::borrow::Cow;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::blocks::{Blocks, Kind};
use crate::language::{self as words, Folded, Lexicon, Phrases, fold};

/// What a post seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostKind {
    /// It looks back on an event.
    Recap,
    /// It invites to one that is still to come.
    Preview,
    /// It is about something else: a release, a report, a list of books.
    Other,
}

/// How much of the text is read: what a post is shows early.
const EARLY: usize = 6000;

/// What a post's title and the beginning of its text show.
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own")]
#[derive(Debug, Clone, Default)]
pub struct Signs {
    /// The title, or else the summary, says that it looks back.
    pub recap: bool,
    /// Phrases of those who were there, in the opening and in all that is read.
    pub there: i32,
    pub there_late: i32,
    /// Phrases of those who invite, likewise.
    pub coming: i32,
    pub coming_late: i32,
    /// The title invites.
    pub invited: bool,
    /// Words for talks and for events.
    pub talks: i32,
    pub events: i32,
    /// Words of the title that speak of something else.
    pub elsewhere: i32,
    /// The title names an event, by its words or with a year.
    pub event: bool,
    pub again: bool,
    /// The title has a day.
    pub dated: bool,
    /// The title looks back on a stretch of time alone.
    pub period: bool,
}

impl Signs {
    /// Reads the title, the summary, the tags and the beginning of the text.
    pub fn of(
        (title, summary): (&str, &str),
        tags: &str,
        blocks: &Blocks,
        lexicon: Lexicon,
    ) -> Self {
        let mut early = String::new();
        let mut opening = String::new();
        for block in &blocks.all {
            if early.len() > EARLY {
                break;
            }
            if opening.len() < 1200 && !matches!(block.kind, Kind::Row | Kind::Item) {
                opening.push_str(&block.text.plain);
                opening.push('\n');
            }
            early.push_str(&block.text.plain);
            for cell in &block.cells {
                early.push(' ');
                early.push_str(&cell.plain);
            }
            early.push('\n');
        }
        let elsewhere = count(elsewhere(title, lexicon));
        let (begun, all) = (Folded::of(&opening), Folded::of(&early));
        let named = Folded::of(title);
        let invited = count(lexicon.count(&named, |w| &w.coming));
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
                + i32::from(event_like(tags, lexicon)),
            elsewhere,
            event: event_like(title, lexicon),
            again: told_again(title, &begun, lexicon),
            dated: dated(title, lexicon),
            period: period(&named, lexicon),
        }
    }

    /// Whether the post invites more than it looks back.
    pub fn ahead(&self) -> bool {
        let past = 3 * self.there + (self.there_late - self.there) + 2 * i32::from(self.recap);
        let ahead = 3 * self.coming + (self.coming_late - self.coming);
        ahead > past && self.coming_late >= 2 && self.coming > 0 && (!self.recap || self.invited)
    }

    /// Judges a post. `programme` is how many lines of it hold a title and a speaker each: the shape
    /// of a recap, but also of a list of books, so that it counts only where the title speaks of an
    /// event or looks back. `told` is how many people the text says gave a talk. `any` is whether
    /// anything in it may be a session.
    pub fn judge(&self, programme: usize, told: usize, any: bool) -> PostKind {
        let &Self {
            recap,
            there,
            there_late,
            talks,
            events,
            elsewhere,
            dated,
            ..
        } = self;
        if self.ahead() {
            return PostKind::Preview;
        }
        if self.period {
            return PostKind::Other;
        }
        // A name that the title has with a year, and the opening again, is an event's.
        let name = self.event || ((there > 0 || programme + told > 0) && self.again);
        let about = 3 * i32::from(name)
            + talks.min(4)
            + events.min(4)
            + there.min(2)
            + i32::from(recap)
            + if (recap || name || told > 0) && (talks > 0 || there > 0 || (recap && name)) {
                count(programme).min(3)
            } else {
                0
            }
            + if elsewhere == 0 && talks > 0 && (told > 1 || there > 0 || dated) {
                2 * count(told).min(2)
            } else {
                0
            }
            - 3 * elsewhere;
        let looks_back = there > 0 && (recap || name) && elsewhere == 0;
        if (about >= 5 && (talks > 0 || there_late > 0 || recap))
            || (about >= 3 && looks_back)
            || (about >= 4 && name && any && talks > 0 && elsewhere == 0)
        {
            PostKind::Recap
        } else {
            PostKind::Other
        }
    }
}

/// How many words of the title say that the post is about something else; a word of a phrase that
/// looks back ("como foi") says nothing of the kind.
fn elsewhere(title: &str, lexicon: Lexicon) -> usize {
    let folded = Folded::of(title);
    let looks_back: Vec<&str> = lexicon
        .list(|w| &w.recap)
        .filter(|phrase| phrase.contains(' ') && folded.has(phrase))
        .collect();
    lexicon
        .list(|w| &w.elsewhere)
        .filter(|word| folded.has(word))
        .filter(|word| !looks_back.iter().any(|phrase| phrase.contains(word)))
        .count()
}

/// Whether a title looks back on a stretch of time alone: "Retrospective 2023", "June in review".
fn period(title: &Folded, lexicon: Lexicon) -> bool {
    let mut folded = title.to_string();
    // Every stretch of time and every phrase around it is short.
    if folded.len() > 80 {
        return false;
    }
    let mut phrases: Vec<&str> = lexicon
        .list(|w| &w.recap)
        .filter(|phrase| title.has(phrase))
        .collect();
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    for phrase in phrases {
        folded = if phrase.chars().any(words::is_cjk) {
            folded.replace(phrase, " ")
        } else {
            folded.replace(&format!(" {phrase} "), " ")
        };
    }
    let time = |word: &str| {
        word.chars()
            .all(|c| c.is_ascii_digit() || "年月".contains(c))
            || PERIODS.contains(&word)
            || lexicon.month(word).is_some()
    };
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    !words.is_empty() && !dated(title, lexicon) && words.into_iter().all(time)
}

/// Whether a title has the day of an event: "Feb 9 2017".
fn dated(title: &str, lexicon: Lexicon) -> bool {
    let folded = fold(title);
    let day = |word: &str| word.parse().is_ok_and(|day: u32| (1..=31).contains(&day));
    folded.split_ascii_whitespace().any(day)
        && folded
            .split_ascii_whitespace()
            .any(|word| lexicon.month(word).is_some())
}

/// Stretches of time that people look back on.
#[rustfmt::skip]
const PERIODS: &[&str] = &[
    "year", "month", "week", "quarter", "annual", "yearly", "year's", "año", "año", "mes", "semana", "année", "mois", "semaine", "jahr", "monat", "woche", "ano", "mês", "anno", "mese", "settimana", "年間", "今年", "一年", "올해", "년", "年度", "年终", "in", "review", "end", "of", "the", "del", "de", "dell", "des", "do",
];

/// Whether a title says that it looks back. Small words that titles of recaps have too do not
/// count.
pub fn says_recap(title: &str, lexicon: Lexicon) -> bool {
    const WEAK: &[&str] = &[
        "about",
        "visiting",
        "attending",
        "surviving",
        "videos",
        "slides",
        "notre",
        "meine",
        "unser",
        "unsere",
        "nosso",
        "nossa",
        "nuestra",
        "nuestro",
        "minha",
        "going to",
        "experience",
        "our first",
        "best of",
    ];
    let folded = Folded::of(title);
    lexicon.within(&folded, |w| &w.recap).any(|word| {
        let long = word.chars().count() > 4
            || (word.chars().any(words::is_cjk) && word.chars().count() > 1);
        long && !WEAK.contains(&word)
    })
}

/// Whether a name with a year in the title stands in the opening too: "NAME 2023", where NAME is
/// one capitalised word at least, or a word of Chinese, Japanese or Korean.
fn told_again(title: &str, opening: &Folded, lexicon: Lexicon) -> bool {
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
            // "December 2025" is a month of many things.
            let month = lexicon.month(folded.trim()).is_some();
            proper && !month && folded.trim().chars().count() > 2 && opening.has(folded.trim())
        })
    })
}

fn count(hits: usize) -> i32 {
    i32::try_from(hits).unwrap_or(i32::MAX / 8)
}

/// Endings and words of events' names.
const PARTS: &[&str] = &[
    "conf",
    "con",
    "fest",
    "camp",
    "kaigi",
    "summit",
    "meetup",
    "days",
    "jug",
    "congress",
    "unconf",
    "konferenz",
    "treffen",
    "tagung",
    "kongress",
    "conference",
    "rencontres",
    "congreso",
    "jornadas",
    "encontro",
    "convegno",
    "barcamp",
    "cfp",
    "devcon",
    "hackathon",
];

/// Events whose names say nothing of what they are.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "fosdem", "devoxx", "strangeloop", "pygotham", "pyohio", "pycascades", "debconf", "guadec", "akademy", "icml", "neurips", "siggraph", "usenix", "cppcast", "re:invent", "goto", "scale", "oscon", "lisa", "owasp", "defcon", "qcon", "goruco", "codemotion", "jsday", "webexpo", "devternity",
];

/// Words that end like events' names and are none.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "icon", "silicon", "falcon", "bacon", "beacon", "lexicon", "second", "scamp", "manifest", "con", "emoticon", "balcon", "wednesdays", "mondays", "tuesdays", "thursdays", "fridays", "saturdays", "sundays", "holidays", "nowadays", "birthdays", "weekdays", "days", "camp",
];

/// The [`PARTS`] that say as much within a longer word, sought in one pass: every capitalised word
/// of a post is asked.
static WITHIN: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let long = PARTS.iter().filter(|part| part.len() > 4);
    // What is asked is a single word, for which getting ready to search costs more than searching.
    let kind = Some(AhoCorasickKind::DFA);
    let mut builder = AhoCorasick::builder();
    builder.kind(kind).prefilter(false).build(long).ok()
});

/// Makes what [`event_word`] asks.
pub fn make_ready() {
    LazyLock::force(&WITHIN);
}

/// [`KNOWN`] for looking up.
static KNOWN_EVENT: Phrases = Phrases::of(KNOWN);

/// [`COMMON`] for looking up.
static COMMON_WORD: Phrases = Phrases::of(COMMON);

/// Whether a word is, or ends like, an event's name.
pub fn event_word(word: &str) -> bool {
    // No such word is shorter, and most words of a text are.
    if word.len() < 4 {
        return false;
    }
    let lower = if word
        .bytes()
        .any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii())
    {
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
pub fn event_like(text: &str, lexicon: Lexicon) -> bool {
    has_event_word(text) || lexicon.has(text, |w| &w.events)
}

/// Whether one of a text's words is an event's name.
fn has_event_word(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | ':' | ';' | '(' | ')'))
        .any(event_word)
}
