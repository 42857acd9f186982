//! People mentioned in running text, and their tie to a talk: by a verb, a "by", a possessive.

mod runs;
mod scripts;
#[cfg(test)]
mod tests;
mod tie;

use std::ops::Range;

use runs::{after_role, apart, first_runs, linked, named_part, runs};
use scripts::{acting, honoured};
pub(super) use tie::{does, is_topic, tells_of_talk};
use tie::{gives_talk_now, owned, stands_by, tie};

use super::link;
use super::name::{self, LIKELY, Person};
use super::text::{Mark, Text};
use super::word;
use crate::language::names::behind_honorific;
use crate::language::{self as words, Lexicon, fold, is_cjk};

/// A name in running text.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    /// The bytes of the name.
    pub range: Range<usize>,
    /// How sure it is a name.
    pub score: f32,
    /// Its tie to a talk.
    pub tie: Tie,
}

/// The tie of a name to a talk, the weakest first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// None.
    #[default]
    None,
    /// It links to a person's page.
    Profile,
    /// A role is next to it ("S, engineer at Org,").
    Role,
    /// A verb of speakers follows ("S explained").
    Verb,
    /// A possessive before the talk ("S's talk").
    Owner,
    /// The talk is by the person ("talk by S", "S gave a talk").
    By,
}

/// The least score of a name that begins with a given name.
const GIVEN: f32 = 0.85;

/// The score of a link before "gave a talk" whose words alone do not look like a name.
const LINKED: f32 = 0.8;

/// The most remarks in brackets behind a name.
const BRACKETS: usize = 2;

/// The most bytes of such a remark.
const REMARK: usize = 400;

/// The most score of the name of somebody who did something other than a talk: below that of a speaker.
const STANDS_BY: f32 = 0.55;

/// Longest text that is searched, in bytes; the rest of a longer paragraph is not read for names.
const LONGEST: usize = 12_000;

/// What is linked or emphasised is no title if it is longer, in bytes: a whole paragraph in italics.
const TITLE: usize = 160;

/// The names in a text, in order.
pub(super) fn mentions(text: &Text, lexicon: Lexicon) -> &[Mention] {
    text.read.mentions.get_or_init(|| find(text, lexicon))
}

fn find(text: &Text, lexicon: Lexicon) -> Vec<Mention> {
    let plain = text.plain.get(..text.plain.floor_char_boundary(LONGEST)).unwrap_or_default();
    let mut found = runs(plain)
        .into_iter()
        .flat_map(|run| apart(text, run))
        .map(|run| linked(text, after_role(text, run, lexicon)))
        .filter_map(|run| {
            best(text, run.clone(), lexicon)
                .or_else(|| of_talk(text, run.clone(), lexicon))
                .or_else(|| with_handle(text, run))
        })
        .map(|mention| Mention { range: owned(text, mention.range, lexicon), ..mention })
        .collect::<Vec<_>>();
    found.extend(honoured(plain, lexicon));
    if lexicon.own.code == "zh" {
        acting(text, plain, lexicon, &mut found);
    }
    for (range, href) in text.links() {
        let known = found.iter().any(|m| m.range.start < range.end && range.start < m.range.end);
        if known || range.end > plain.len() {
            continue;
        }
        let words = text.plain.get(range.clone()).unwrap_or_default();
        let after = text.plain.get(range.end..).unwrap_or_default();
        // "[Rain](…) gave a talk": a word of a language as well.
        let by_verb = if word::is_written_as_name(words) && gives_talk_now(after, lexicon) {
            Some(LINKED)
        } else if (name::home(href) || link::is_hosted(href)) && does(after, lexicon) {
            Some(single(text, range))
        } else {
            None
        };
        if by_verb.is_some() || name::profile(href) {
            let score = name::score_in(text, range).max(by_verb.unwrap_or_default());
            if score >= LIKELY {
                found.push(Mention { range: range.clone(), score, tie: Tie::None });
            }
        }
    }
    let apart = |handle: &Mention| {
        let within =
            |m: &Mention| m.range.start < handle.range.end && handle.range.start < m.range.end;
        !found.iter().any(within)
    };
    let handles: Vec<_> = handles(plain, lexicon).filter(apart).collect();
    found.extend(handles);
    found.retain(|m| {
        let phrase = text.plain.get(m.range.clone()).unwrap_or_default();
        // "Jose" of "San Jose".
        let before = plain.get(..m.range.start).unwrap_or_default().trim_end();
        let before = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        phrase.contains(' ') || !word::city(&[before.to_lowercase(), phrase.to_lowercase()])
    });
    found.sort_by_key(|m| m.range.start);
    // "S (@handle)" and "S - @handle" are one person, and "S (Org)" is.
    let ends: Vec<usize> = found.iter().map(|m| m.range.end).collect();
    found.retain(|m| {
        let handle = plain.get(m.range.clone()).is_some_and(|phrase| phrase.starts_with('@'));
        let opens = |end: &usize| {
            let gap = plain.get(*end..m.range.start).unwrap_or_default();
            match gap.trim() {
                "(" | "（" => handle || m.score < GIVEN,
                "-" | "–" | "—" | "/" | "|" => handle,
                _ => false,
            }
        };
        !ends.iter().any(opens)
    });
    // "S of Org" and "S, engineer at Org": what they belong to is nobody, unless it surely is a name.
    let belongs: Vec<bool> = (found.iter().enumerate())
        .map(|(at, mention)| {
            let before = at.checked_sub(1).and_then(|before| found.get(before));
            let gap = before.and_then(|before| plain.get(before.range.end..mention.range.start));
            mention.score < GIVEN && gap.is_some_and(|gap| belongs(gap, lexicon))
        })
        .collect();
    let mut belongs = belongs.into_iter();
    found.retain(|_| belongs.next() == Some(false));
    for mention in &mut found {
        mention.tie = tie(text, &mention.range, lexicon);
        if mention.tie < Tie::Owner && stands_by(text, &mention.range, lexicon) {
            mention.tie = Tie::None;
            mention.score = mention.score.min(STANDS_BY);
        }
    }
    found
}

/// Whether the words between two names say that one belongs to the other.
fn belongs(gap: &str, lexicon: Lexicon) -> bool {
    let words = gap.trim_start_matches(',').trim();
    let of = lexicon.list(|w| &w.of).any(|of| of == words);
    // "S, engineer at Org": a role and a short word for "at".
    let at = words
        .rsplit_once(' ')
        .is_some_and(|(role, at)| at.chars().count() < 4 && lexicon.has(role, |w| &w.roles));
    (of || at) && gap.ends_with(' ') && gap.len() < 60 && !gap.contains(['.', ';', '\n'])
}

/// Whether the very start of a text may be a mention: a cheap check before [`mentions`].
pub(super) fn may_begin(text: &Text, lexicon: Lexicon) -> bool {
    let plain = text.plain.as_str();
    let early = plain.get(..plain.floor_char_boundary(120)).unwrap_or_default();
    let written = early.chars().take(40).any(is_cjk) || early.starts_with('@');
    let linked = text.links().any(|(range, _)| range.start <= 1);
    let named = || {
        let first = first_runs(early, 1).into_iter().next();
        first.filter(|run| run.start <= 1).is_some_and(|run| {
            best(text, run, lexicon).is_some_and(|mention| mention.range.start <= 1)
        })
    };
    written || linked || named()
}

impl Mention {
    /// The person who is mentioned.
    pub(super) fn person(&self, text: &Text) -> Person {
        Person { name: name::clean(text.found(&self.range)), score: self.score }
    }
}

/// The mention at `index` with those that a list of names joins to it, before and after.
pub(super) fn joined(
    text: &Text,
    mentions: &[Mention],
    index: usize,
    lexicon: Lexicon,
) -> Range<usize> {
    let joins = |a: &Mention, b: &Mention| {
        text.plain.get(a.range.end..b.range.start).is_some_and(|between| {
            let line = between.contains('\n');
            let between = unbracketed(between).trim_start();
            let between = behind_honorific(between).unwrap_or(between);
            let between = between.trim().trim_start_matches([',', '、']).trim();
            between.is_empty() && !line
                || between == "&"
                || lexicon.list(|w| &w.and).any(|and| and == between && and != "with")
        })
    };
    let mut from = index;
    let mut to = index;
    while from > 0
        && mentions.get(from - 1).zip(mentions.get(from)).is_some_and(|(a, b)| joins(a, b))
    {
        from -= 1;
    }
    while mentions.get(to).zip(mentions.get(to + 1)).is_some_and(|(a, b)| joins(a, b)) {
        to += 1;
    }
    from..to + 1
}

/// The handles of people who speak: "@ada showed", "by @ada".
fn handles(plain: &str, lexicon: Lexicon) -> impl Iterator<Item = Mention> {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    plain.match_indices('@').filter_map(move |(at, _)| {
        let (before, handle) = (plain.get(..at)?, plain.get(at + 1..)?);
        let end = handle.find(|c| !part(c)).map_or(plain.len(), |len| at + 1 + len);
        let after = plain.get(end..)?;
        let last = before.split_whitespace().next_back().unwrap_or_default();
        let free = before.is_empty() || before.ends_with([' ', '\n', '(', '（']);
        let speaks = does(after, lexicon) || ["'s ", "’s "].iter().any(|s| after.starts_with(s));
        let by = lexicon.knows(last, |w| &w.by);
        let named = handle.starts_with(|c: char| c.is_ascii_alphanumeric()) && end > at + 2;
        (free && named && (at == 0 || by || speaks)).then_some(Mention {
            range: at..end,
            score: 0.8,
            tie: Tie::None,
        })
    })
}

/// The text after remarks in brackets at the beginning: "(@ada) (Org)".
pub(super) fn unbracketed(phrase: &str) -> &str {
    let mut rest = phrase;
    for _ in 0..BRACKETS {
        let Some(inner) = rest.trim_start().strip_prefix(['(', '（']) else { break };
        let near = inner.get(..inner.floor_char_boundary(REMARK)).unwrap_or_default();
        let Some((remark, _)) = near.split_once([')', '）']) else { break };
        let after = inner.get(remark.len()..).unwrap_or_default();
        rest = after.strip_prefix([')', '）']).unwrap_or(after);
    }
    rest
}

/// The most words from a possessive to a talk: "Matz's long opening keynote".
const OWNED: usize = 3;

/// A single name that stands before its talk, "Matz's keynote", or after "given by" and the like, or the "by" of a talk.
fn of_talk(text: &Text, run: Range<usize>, lexicon: Lexicon) -> Option<Mention> {
    let phrase = text.plain.get(run.clone())?;
    if phrase.contains(' ') || name::score(phrase) <= 0.3 {
        return None;
    }
    let lead = fold(&tail(text.plain.get(..run.start)?, 40));
    let by = lexicon
        .list(|w| &w.by)
        .filter_map(|by| lead.trim_end().strip_suffix(by).map(|before| (by, before)))
        .filter(|(_, before)| before.ends_with(' '))
        .any(|(by, before)| {
            by.contains(' ') || (words::surely_by(by) && lexicon.has(before, |w| &w.talks))
        });
    let after = text.plain.get(run.end..)?;
    let owned = ["'s ", "’s "].iter().find_map(|s| after.strip_prefix(s));
    let owns = owned.is_some_and(|rest| {
        let mut words = rest.split_ascii_whitespace().take(OWNED);
        words.any(|word| lexicon.knows(fold(word).trim(), |w| &w.talks))
    });
    let is_city = word::one_word_city(&phrase.to_lowercase());
    let tie = if by { Tie::By } else { Tie::Owner };
    (by || owns && !is_city).then_some(Mention { range: run, score: 0.7, tie })
}

/// A name that its handle shows: "Ada (@ada)".
fn with_handle(text: &Text, run: Range<usize>) -> Option<Mention> {
    let last = text.plain.get(run.clone())?.rsplit(' ').next()?;
    let handle = text.plain.get(run.end..)?.starts_with(" (@");
    (handle && name::score(last) > 0.3).then_some(Mention {
        range: run.end - last.len()..run.end,
        score: 0.8,
        tie: Tie::None,
    })
}

/// The name in a run of capitalised words, which may begin with another word.
fn best(text: &Text, run: Range<usize>, lexicon: Lexicon) -> Option<Mention> {
    let run = run.start..run.start + named_part(text.plain.get(run)?, lexicon).len();
    let plain = text.plain.get(run.clone())?;
    // A single word is a name if it is a common given name, or if a link shows it.
    let single = !plain.contains([' ', '\n']) && text.links().next().is_none();
    if single && !word::given(&plain.to_lowercase()) {
        return None;
    }
    // "Sam wygłosiłem": in Polish the author, "myself".
    if lexicon.is(plain, |w| &w.own_view) {
        return None;
    }
    // "Keynote von Ada Lovelace": a name does not begin with the particle in the middle of a run.
    let mut starts = vec![run.start];
    starts.extend(
        plain
            .match_indices(' ')
            .take(3)
            .filter(|(at, _)| {
                let rest = plain.get(at + 1..);
                rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
            })
            .map(|(at, _)| run.start + at + 1),
    );
    let before = text.plain.get(..run.start).unwrap_or_default().trim_end();
    let opens = before.is_empty() || before.ends_with(['.', '!', '?', ':', '…', ')']);
    starts
        .into_iter()
        .filter_map(|start| {
            let range = start..run.end;
            let score = name::score_in(text, &range);
            let phrase = text.plain.get(range.clone())?;
            let known =
                phrase.split(' ').next().is_some_and(|first| word::given(&first.to_lowercase()));
            // "The Opportunity Grant": one word at the end of a run is a name only behind the first word of a sentence.
            let inner = start > run.start && !opens && lexicon.own.code != "de";
            let enough = if phrase.contains(' ') {
                score >= LIKELY
            } else if inner && text.link_over(&range).is_none() {
                false
            } else {
                score >= LIKELY && known || score >= 0.9
            };
            enough.then_some(Mention { range, score, tie: Tie::None })
        })
        .max_by(|a, b| a.score.total_cmp(&b.score).then(b.range.start.cmp(&a.range.start)))
}

/// How sure one linked word is a name, where its link is the person's own site.
fn single(text: &Text, range: &Range<usize>) -> f32 {
    let phrase = text.plain.get(range.clone()).unwrap_or_default();
    if name::score(phrase) > 0.3 { 0.7 } else { 0.0 }
}

/// The last `count` characters.
pub(super) fn tail(text: &str, count: usize) -> String {
    let start = text.char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default().to_owned()
}

/// The sentences of a text in its language, as ranges without white space at the ends.
pub(super) fn sentences(text: &Text, lexicon: Lexicon) -> &[Range<usize>] {
    text.read.sentences.get_or_init(|| part(text, lexicon))
}

fn part(text: &Text, lexicon: Lexicon) -> Vec<Range<usize>> {
    let plain = text.plain.get(..text.plain.floor_char_boundary(LONGEST)).unwrap_or_default();
    let mut ranges = Vec::new();
    let mut start = 0;
    for line in plain.split('\n') {
        for sentence in crate::sentences::of(line, lexicon.own.code) {
            ranges.push(text.trim(start + sentence.start..start + sentence.end));
        }
        start += line.len() + 1;
    }
    ranges.retain(|range| !range.is_empty());
    // A question mark within a linked or emphasised title does not end a sentence.
    let titled = |mark: &&Mark| mark.range.len() <= TITLE;
    let mut whole: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match whole.last_mut() {
            Some(last)
                if text.marks.iter().filter(titled).any(|m| {
                    m.range.start < last.end && last.end < m.range.end && range.start < m.range.end
                }) =>
            {
                last.end = range.end;
            }
            _ => whole.push(range),
        }
    }
    whole
}

/// Whether a text is mostly Chinese, Japanese or Korean.
pub(super) fn mostly_cjk(text: &str) -> bool {
    let cjk = text.chars().filter(|c| words::is_cjk(*c)).count();
    cjk * 3 > text.chars().count()
}
