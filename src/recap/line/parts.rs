//! Splits a line into names and a title.

use std::ops::Range;

use super::by::{by, last_by};
use super::names::{after_with, by_less, leading_names, sureness};
use super::remark::{after_media, is_sentence, signs, title_at};
use super::separators::{Separator, separators};
use super::title::{title, unquote};
use super::{LONGEST, Line, Reading, Shape};
use crate::language::{Folded, Lexicon, List, fold};
use crate::recap::link;
use crate::recap::mention;
use crate::recap::name;
use crate::recap::text::{MarkKind, Text};
use crate::recap::word::{self, particle};

/// The most words of what a person does.
const ROLE: usize = 6;

/// Readings that split one line into names and a title.
pub(super) fn split(line: &Line<'_>, head: &Range<usize>, all: &mut Vec<Reading>) {
    let (text, lexicon) = (line.text, line.lexicon);
    by(line, head, all);
    brackets(line, head, all);
    for (left, right, sign) in separators(text, head) {
        let before = text.plain.get(left.clone()).unwrap_or_default();
        let last = before.split_whitespace().next_back().unwrap_or_default();
        let joined = lexicon.is(last, |w| &w.by) || lexicon.is(last, |w| &w.with);
        let parted = match sign {
            // "T with **S**" is not parted before the name.
            '*' => !joined,
            // "S's talk about X" has no title, and nobody writes "T's S".
            '\'' => !opens_talk(text, &right, lexicon) && line.names(&left).is_some(),
            // "S - CEO and founder, Org" has no title.
            ',' => !ends_in_role(text, &left, lexicon),
            // "S - [Org](home page): T" is parted at the colon.
            _ => !opens_with_organisation(text, &right) && !is_role(text, &right, lexicon),
        };
        if !parted {
            continue;
        }
        let strength = match sign {
            ',' if !covered(text, &left) => 0.75,
            ',' | '*' => 0.85,
            _ => 1.0,
        };
        let place = (left, right, sign);
        speaker_first(line, head, &place, strength, all);
        title_first(line, &place, strength, all);
    }
    if let Some(speakers) = line.names(head) {
        let sure = sureness(&speakers);
        all.push(Reading { shape: Shape::Speaker, speakers, title: None, end: head.end, sure });
    }
    if let Some(title) = line.title(head) {
        all.push(Reading {
            shape: Shape::Title,
            speakers: Vec::new(),
            title: Some(title),
            end: head.end,
            sure: 0.5,
        });
    }
}

/// Whether a part begins with the linked name of an organisation and a colon.
fn opens_with_organisation(text: &Text, part: &Range<usize>) -> bool {
    text.links().any(|(range, href)| {
        let after = text.plain.get(range.end..);
        range.start == part.start
            && name::home(href)
            && after.is_some_and(|rest| rest.starts_with(": "))
    })
}

/// Whether a part says what a person does, and where: "CEO and founder, Org".
fn is_role(text: &Text, part: &Range<usize>, lexicon: Lexicon) -> bool {
    let phrase = text.plain.get(part.clone()).unwrap_or_default();
    let role = phrase.split_once(',').map_or("", |(role, _)| role);
    names_role(role, lexicon)
}

/// Whether a few words name what a person does: "CEO and founder", "Member of the board"; not "Becoming a developer".
fn names_role(role: &str, lexicon: Lexicon) -> bool {
    let folded = fold(role);
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    let is = |word: Option<&&str>, list: List| word.is_some_and(|word| lexicon.knows(word, list));
    let leads = is(words.first(), |w| &w.roles)
        && (is(words.get(1), |w| &w.of) || is(words.get(1), |w| &w.and));
    let article = |word: &&str| {
        lexicon.knows(word, |w| &w.one_of) || lexicon.knows(word, |w| &w.place_articles)
    };
    let ends = is(words.last(), |w| &w.roles) && !words.iter().any(article);
    words.len() <= ROLE && (leads || ends)
}

/// Whether a part is a person and what they do: "S - CEO and founder".
fn ends_in_role(text: &Text, part: &Range<usize>, lexicon: Lexicon) -> bool {
    let phrase = text.plain.get(part.clone()).unwrap_or_default();
    let (_, role) =
        [" - ", " – ", " — "].iter().find_map(|dash| phrase.rsplit_once(dash)).unwrap_or_default();
    names_role(role, lexicon)
}

/// `S - T` at a separator.
fn speaker_first(
    line: &Line<'_>,
    head: &Range<usize>,
    (left, right, sign): &Separator,
    strength: f32,
    all: &mut Vec<Reading>,
) {
    let (text, lexicon, sign) = (line.text, line.lexicon, *sign);
    let with = || after_with(text, left, lexicon).filter(|_| matches!(sign, ':' | '-'));
    let speakers = line
        .names(left)
        .or_else(with)
        // "S, Org: T": the comma is within what names the speaker.
        .filter(|_| !matches!(sign, ',' | '|') || !names_go_on(line, head, left));
    let Some(speakers) = speakers else {
        return;
    };
    let (title, end) = title_at(text, right, head.end, lexicon);
    // The first dash splits: "S - T - part of T". A title in quotation marks is before this sign in
    // 'S: "T" - remark'.
    let within = |title: &Range<usize>| {
        all.iter().filter(|known| known.sure >= 0.3).any(|known| {
            match (known.shape, &known.title) {
                (Shape::SpeakerFirst(_), Some(before)) => {
                    before.start < title.start && before.end <= left.end
                }
                _ => false,
            }
        })
    };
    if let Some(title) = line.title(&title).filter(|title| !within(title)) {
        let doubt = doubt(text, &title, sign, lexicon);
        all.push(Reading {
            shape: Shape::SpeakerFirst(sign),
            sure: (sureness(&speakers) + contrast(text, &title)) * strength * doubt,
            speakers,
            title: Some(title),
            end,
        });
    }
}

/// `T - S` at a separator.
fn title_first(
    line: &Line<'_>,
    (left, right, sign): &Separator,
    strength: f32,
    all: &mut Vec<Reading>,
) {
    let Some(title) = line.title(left) else {
        return;
    };
    let led = || leading_names(line.text, right, line.lexicon);
    let (speakers, end, sure) = if let Some((speakers, end)) = named(line, right) {
        let sure = (sureness(&speakers) + contrast(line.text, &title)) * strength;
        (speakers, end, sure)
    } else if let Some(speakers) = matches!(sign, ':' | '-').then(led).flatten() {
        let sure = sureness(&speakers) * 0.9;
        (speakers, right.start, sure)
    } else {
        return;
    };
    all.push(Reading { shape: Shape::TitleFirst(*sign), speakers, title: Some(title), end, sure });
}

/// Whether the part that names the speakers goes on behind a comma or a slash, up to a colon or a dash.
fn names_go_on(line: &Line<'_>, head: &Range<usize>, before: &Range<usize>) -> bool {
    // "S, Testing in production: a story": of a title there are words in lower case.
    let titled = |part: &Range<usize>| {
        let after = line.text.plain.get(before.end..part.end).unwrap_or_default();
        after.split_whitespace().any(|word| word.starts_with(char::is_lowercase) && !particle(word))
    };
    let named = |part: &Range<usize>| line.names(part).is_some() && !titled(part);
    let after = line.text.plain.get(head.end..).unwrap_or_default();
    let mut wider = separators(line.text, head).into_iter();
    after.starts_with([':', '：']) && named(head)
        || wider.any(|(part, _, sign)| {
            matches!(sign, ':' | '-') && part.end > before.end && named(&part)
        })
}

/// A line split at the sign of `shape` only; see [`super::forced`].
pub(super) fn forced(
    text: &Text,
    head: &Range<usize>,
    shape: Shape,
    lexicon: Lexicon,
) -> Option<Reading> {
    let (who, what) = match shape {
        Shape::TitleFirst(sign @ ('-' | ':' | '|')) => {
            let mut places = separators(text, head);
            places.retain(|place| place.2 == sign);
            let (left, right, _) = places.pop()?;
            (right, left)
        }
        Shape::SpeakerFirst(sign @ ('-' | ':' | '|')) => {
            let places = separators(text, head);
            let (left, right, _) = places.into_iter().find(|place| place.2 == sign)?;
            (left, right)
        }
        Shape::By => last_by(text, head, lexicon)?,
        _ => return None,
    };
    let phrase = text.plain.get(who.clone())?;
    let end = phrase.find([',', '(', '（', '/', '，']).unwrap_or(phrase.len());
    let who = text.trim(who.start..who.start + end);
    let phrase = text.plain.get(who.clone())?;
    let short = phrase.split_whitespace().count() <= 4 && phrase.chars().count() <= 30;
    let upper = phrase.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count();
    let plausible =
        short && (upper >= 2 || !phrase.contains(' ')) && !word::no_name(&phrase.to_lowercase());
    let title = title(text, &what, lexicon)?;
    (plausible && title_words(text, &title) > 1).then(|| Reading {
        shape,
        speakers: vec![name::Person { name: name::clean(text.found(&who)), score: 0.5 }],
        title: Some(title),
        end: head.end,
        sure: 0.5,
    })
}

pub(super) fn title_words(text: &Text, title: &Range<usize>) -> usize {
    text.plain.get(title.clone()).map_or(0, |phrase| phrase.split_whitespace().count())
}

/// Whether a mark covers a range, or quotation marks enclose it.
pub(super) fn covered(text: &Text, range: &Range<usize>) -> bool {
    text.marks.iter().any(|mark| mark.range.start <= range.start && mark.range.end >= range.end)
        || unquote(text, range) != *range
}

/// The names at the start of a part, and where the line ends: behind them, where a sentence follows a sign.
pub(super) fn named(line: &Line<'_>, part: &Range<usize>) -> Option<(Vec<name::Person>, usize)> {
    let phrase = line.text.plain.get(part.clone())?;
    let cut = [" - ", " – ", " — ", ": ", "："].into_iter().filter_map(|sign| {
        let at = phrase.find(sign)?;
        is_sentence(phrase.get(at..)?).then_some((at, at + sign.len()))
    });
    let cut = cut.min().and_then(|(at, after)| {
        let people = line.names(&line.text.trim(part.start..part.start + at))?;
        Some((people, after_media(line.text, part.start + after, line.lexicon)))
    });
    cut.or_else(|| Some((line.names(part)?, part.end)))
}

/// How likely a part beside a name is a title: it is neither a sentence about the speaker nor a role.
fn doubt(text: &Text, title: &Range<usize>, sign: char, lexicon: Lexicon) -> f32 {
    let phrase = text.plain.get(title.clone()).unwrap_or_default();
    let folded = Folded::of(phrase);
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    let small = phrase.chars().next().is_some_and(char::is_lowercase);
    // A title in lower case is short; a sentence is not.
    if (small && (sign == '*' || words.len() > 8)) || (words.len() > 4 && phrase.contains(". ")) {
        return 0.0;
    }
    if text.link_over(title).is_some() {
        return 1.0;
    }
    let role = lexicon.has_in(&folded, |w| &w.roles);
    if role && words.len() < 12 {
        return 0.4;
    }
    if words.len() > 22 { 0.6 } else { 1.0 }
}

/// What a part that can be no name adds to what stands beside it: of "Effects You Can Afford -
/// Zdenka Korbel" one is a name, and it is clear which. What the author set in italics is a title.
fn contrast(text: &Text, title: &Range<usize>) -> f32 {
    let phrase = text.plain.get(title.clone()).unwrap_or_default();
    let begins = phrase.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let long = phrase.split_whitespace().count() > 2 || mention::mostly_cjk(phrase);
    let marked =
        text.marks.iter().any(|mark| mark.range == *title && mark.kind == MarkKind::Emphasis);
    if marked {
        0.1
    } else if begins && long && name::score(phrase) < 0.3 {
        0.06
    } else {
        0.0
    }
}

/// `T (S, Org; S2)`.
fn brackets(line: &Line<'_>, head: &Range<usize>, all: &mut Vec<Reading>) {
    let (text, lexicon) = (line.text, line.lexicon);
    let head = link::without_media(text, head.clone(), lexicon);
    let Some(phrase) = text.plain.get(head.clone()) else {
        return;
    };
    // A sentence after the bracket is a remark.
    let closes = [") ", "): ", "). ", "), ", "）"].into_iter();
    let after = closes.filter_map(|close| {
        let at = phrase.find(close)? + close.len();
        let rest = phrase.get(at..)?;
        let sign = close.len() > 2 || rest.starts_with(['-', '–', '—', ':', '：', '。']);
        (sign && is_sentence(rest)).then_some((at, at + signs(rest)))
    });
    let cut = after.min();
    let phrase = cut.map_or(phrase, |(at, _)| phrase.get(..at).unwrap_or(phrase));
    let trimmed = phrase.trim_end_matches([':', '.', ' ', ',']);
    let Some(close) = trimmed.strip_suffix([')', '）', ']', '】']) else {
        return;
    };
    let mut depth = 0_usize;
    let opens = |(_, c): &(usize, char)| {
        let is_open = matches!(c, '(' | '（' | '[' | '【');
        let is_outer = is_open && depth == 0;
        depth = match c {
            ')' | '）' | ']' | '】' => depth + 1,
            _ => depth.saturating_sub(usize::from(is_open)),
        };
        is_outer
    };
    let Some((at, c)) = close.char_indices().rev().find(opens) else {
        return;
    };
    let left = text.trim(head.start..head.start + at);
    let inner = text.trim(head.start + at + c.len_utf8()..head.start + close.len());
    // "T by S (@handle)": the bracket belongs to the name.
    let handle = text.plain.get(inner.clone()).is_some_and(|phrase| phrase.starts_with('@'));
    let mut named = Vec::new();
    if handle {
        by(line, &left, &mut named);
    }
    let last = separators(text, &left).pop().map(|(_, last, _)| last);
    let whose = || line.names(&left).or_else(|| line.names(&last?)).is_some();
    if !named.is_empty() || (handle && whose()) {
        return;
    }
    let end = cut.map_or(head.end, |(_, end)| after_media(text, head.start + end, lexicon));
    // "S (T)": what is set off in the brackets, or has the words of a title.
    let plausible = covered(text, &inner) || title_words(text, &inner) > 2;
    // "S ([Org](…)): T".
    let goes_on = text
        .plain
        .get(head.start + close.len() + 1..)
        .is_some_and(|rest| rest.trim_start_matches(')').trim_start().starts_with([':', '：']));
    let linked = || text.links().any(|(link, _)| link.start == inner.start);
    if let (Some(speakers), Some(title)) = (line.names(&left), line.title(&inner))
        && plausible
        && !(goes_on && linked())
    {
        let strength = if covered(text, &inner) { 1.0 } else { 0.85 };
        let sure = sureness(&speakers) * doubt(text, &title, '(', lexicon) * strength;
        all.push(Reading {
            shape: Shape::SpeakerFirst('('),
            speakers,
            title: Some(title),
            end,
            sure,
        });
    }
    if let (Some(title), Some(speakers)) = (line.title(&left), line.names(&inner)) {
        let sure = sureness(&speakers) + contrast(text, &title);
        all.push(Reading { shape: Shape::Brackets, speakers, title: Some(title), end, sure });
    }
}

/// Title and names together in one link, as in `[T - S, Org](url)`.
pub(super) fn linked(line: &Line<'_>, start: usize, all: &mut Vec<Reading>) {
    let text = line.text;
    let long = |range: &Range<usize>| {
        text.plain.get(range.clone()).is_some_and(|phrase| phrase.split_whitespace().count() >= 4)
    };
    let links: Vec<Range<usize>> = text
        .links()
        .map(|(range, _)| range.clone())
        .filter(|range| range.start >= start && long(range))
        .take(2)
        .collect();
    for link in &links {
        let mut inner = Vec::new();
        split(line, link, &mut inner);
        inner.retain(|reading| !matches!(reading.shape, Shape::Speaker | Shape::Title));
        for reading in &mut inner {
            reading.sure = (reading.sure + 0.06).min(1.0);
        }
        all.extend(inner);
    }
}

/// Title and names on lines of their own, in either order.
pub(super) fn lines(line: &Line<'_>, start: usize, all: &mut Vec<Reading>) {
    let text = line.text;
    let plain = text.plain.as_str();
    let Some(first) = plain.get(start..).and_then(|rest| rest.find('\n')).map(|at| start + at)
    else {
        return;
    };
    let second = plain
        .get(first + 1..)
        .and_then(|rest| rest.find('\n'))
        .map_or(plain.len(), |at| first + 1 + at);
    let (one, two) = (text.trim(start..first), text.trim(first + 1..second));
    let bare = by_less(text, &two, line.lexicon);
    if one.len() > LONGEST || two.len() > LONGEST {
        return;
    }
    // What follows a line with both is a remark.
    let whole = |reading: &Reading| {
        let full = reading.title.is_some() && !reading.speakers.is_empty();
        let sure = full && reading.end <= first && reading.sure >= name::LIKELY;
        let sign = !matches!(reading.shape, Shape::SpeakerFirst(',' | '*'));
        sure && sign || reading.shape == Shape::Doing
    };
    if all.iter().any(whole) {
        return;
    }
    if let (Some(title), Some(speakers)) = (line.title(&one), line.names(&bare)) {
        let sure = (sureness(&speakers) + 0.05 + contrast(text, &title)).min(1.0);
        all.push(Reading {
            shape: Shape::TitleFirst('\n'),
            speakers,
            title: Some(title),
            end: second,
            sure,
        });
    }
    if let (Some(speakers), Some(title)) = (line.names(&one), line.title(&two)) {
        let sure = sureness(&speakers) + contrast(text, &title);
        all.push(Reading {
            shape: Shape::SpeakerFirst('\n'),
            speakers,
            title: Some(title),
            end: second,
            sure,
        });
    }
}

/// Whether a part begins with a word for a talk: "keynote about X", "great talk".
fn opens_talk(text: &Text, part: &Range<usize>, lexicon: Lexicon) -> bool {
    let phrase = text.plain.get(part.clone()).unwrap_or_default();
    let early: Vec<&str> = phrase.split_whitespace().take(3).collect();
    lexicon.has(&early.join(" "), |w| &w.talks)
}
