//! Splits a line into names and a title.

use std::ops::Range;

use super::names::{after_with, by_less, labelled, leading_names, sureness};
use super::separators::separators;
use super::title::{quotes, title, unquote};
use super::{LONGEST, Line, Reading, Shape};
use crate::language::{self as words, Folded, Lexicon, List};
use crate::recap::link;
use crate::recap::mention;
use crate::recap::name;
use crate::recap::text::{MarkKind, Text};
use crate::recap::word;

/// Readings that split one line into names and a title.
pub(super) fn split(line: &Line<'_>, head: &Range<usize>, all: &mut Vec<Reading>) {
    let (text, lexicon) = (line.text, line.lexicon);
    by(line, head, all);
    brackets(line, head, all);
    for (left, right, sign) in separators(text, head) {
        // "S's talk about X" has no title, and nobody writes "T's S".
        if sign == '\'' && (opens_talk(text, &right, lexicon) || line.names(&left).is_none()) {
            continue;
        }
        let strength = match sign {
            ',' if !covered(text, &left) && !covered(text, &right) => 0.75,
            ',' | '*' => 0.85,
            _ => 1.0,
        };
        let first = line.names(&left).or_else(|| {
            matches!(sign, ':' | '-')
                .then(|| {
                    after_with(text, &left, lexicon).or_else(|| labelled(text, &left, lexicon))
                })
                .flatten()
        });
        let (right_title, head_end) = match subject(text, &right, lexicon).filter(|_| sign == '\'')
        {
            Some(quote) => (quote, head.start),
            None => title_at(text, &right, head.end, lexicon),
        };
        // "S, Org: T": the comma is within what names the speaker.
        let first = first.filter(|_| sign != ',' || !names_go_on(line, head, &left));
        // The first dash splits: "S - T - part of T". A title in quotation marks is before this sign in
        // 'S: "T" - remark'.
        let within = |title: &Range<usize>| {
            all.iter().filter(|known| known.sure >= 0.3).any(|known| {
                let before = known
                    .title
                    .as_ref()
                    .filter(|before| before.start < title.start);
                match known.shape {
                    Shape::SpeakerFirst(first) => before.is_some_and(|before| {
                        before.end <= left.end || first == sign && before.end == title.end
                    }),
                    _ => false,
                }
            })
        };
        if let (Some(speakers), Some(title)) = (
            first,
            line.title(&right_title).filter(|title| !within(title)),
        ) {
            let doubt = doubt(text, &title, sign, lexicon);
            let sure = (sureness(&speakers) + contrast(text, &title)) * strength * doubt;
            all.push(Reading {
                shape: Shape::SpeakerFirst(sign),
                speakers,
                title: Some(title),
                end: head_end,
                sure,
            });
        }
        let Some(title) = line.title(&left).filter(|_| sign != '\'') else {
            continue;
        };
        if let Some((speakers, end)) = named(line, &right) {
            let sure = (sureness(&speakers) + contrast(text, &title)) * strength;
            all.push(Reading {
                shape: Shape::TitleFirst(sign),
                speakers,
                title: Some(title),
                end,
                sure,
            });
        } else if matches!(sign, ':' | '-')
            && let Some(speakers) = leading_names(text, &right, lexicon)
        {
            let sure = sureness(&speakers) * 0.9;
            all.push(Reading {
                shape: Shape::TitleFirst(sign),
                speakers,
                title: Some(title),
                end: right.start,
                sure,
            });
        }
    }
    if let Some(speakers) = line.names(head) {
        let sure = sureness(&speakers);
        all.push(Reading {
            shape: Shape::Speaker,
            speakers,
            title: None,
            end: head.end,
            sure,
        });
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

/// Whether the part that names the speakers goes on behind a comma, up to a colon or a dash.
fn names_go_on(line: &Line<'_>, head: &Range<usize>, before: &Range<usize>) -> bool {
    let after = line.text.plain.get(head.end..).unwrap_or_default();
    let whole = after.starts_with([':', '：']) || after.starts_with(" - ");
    let named = |part: &Range<usize>| line.names(part).is_some();
    let mut wider = separators(line.text, head).into_iter();
    (whole && named(head))
        || wider.any(|(part, _, sign)| {
            matches!(sign, ':' | '-') && part.end > before.end && named(&part)
        })
}

/// The quotation at the start of a part that a verb follows: of 'S's "T" showed how …' it is the title.
fn subject(text: &Text, part: &Range<usize>, lexicon: Lexicon) -> Option<Range<usize>> {
    let quote = quotes(text, part).into_iter().next()?;
    let rest = text.plain.get(quote.end..part.end)?;
    let verb = rest.split_whitespace().nth(1)?;
    (quote.start <= part.start + 4 && lexicon.is(verb, |w| &w.verbs)).then_some(quote)
}

/// The title at the start of the part behind a name, and where it ends the line: in quotation marks or
/// marked, it ends with them.
fn title_at(
    text: &Text,
    part: &Range<usize>,
    end: usize,
    lexicon: Lexicon,
) -> (Range<usize>, usize) {
    let quote = quotes(text, part).into_iter().next().filter(|quote| {
        quote.start <= part.start + 4
            && text.plain.get(quote.clone()).is_some_and(|phrase| {
                phrase.split_whitespace().count() > 1 || phrase.chars().any(words::is_cjk)
            })
            && (marked_to(text, quote.end)
                || text.plain.get(quote.end..part.end).is_some_and(after_quote))
    });
    // What follows a dash is a sentence of its own.
    let after = |at: usize| {
        let rest = text.plain.get(at..part.end).unwrap_or_default();
        after_media(text, at + signs(rest), lexicon)
    };
    if let Some(quote) = quote {
        let end = text.plain.ceil_char_boundary((quote.end + 1).min(part.end));
        return (quote, after(end));
    }
    if let Some(mark) = marked_title(text, part, lexicon) {
        return (mark.clone(), after(mark.end));
    }
    // "**S: T**: remark": the bold print ends with the title.
    let bold = text.marks.iter().find(|mark| {
        let rest = text.plain.get(mark.range.end..part.end).unwrap_or_default();
        mark.kind == MarkKind::Strong
            && mark.range.start < part.start
            && mark.range.end > part.start
            && remark(rest.trim_start())
    });
    if let Some(mark) = bold {
        let end = mark.range.end;
        return (text.trim(part.start..end), after(end));
    }
    // "T - Remark.": what ends like a sentence is no part of the title.
    let phrase = text.plain.get(part.clone()).unwrap_or_default();
    let dashes = [" - ", " – ", " — "].into_iter();
    let cut = dashes.filter_map(|dash| phrase.find(dash)).min();
    let cut = cut.filter(|at| {
        let (title, rest) = phrase.split_at(*at);
        let ends = rest.trim_end().ends_with(['.', '!', '。', '！']);
        ends && is_sentence(rest) && (title.contains(' ') || mention::mostly_cjk(title))
    });
    cut.map_or_else(
        || (part.clone(), end),
        |at| {
            (
                text.trim(part.start..part.start + at),
                after(part.start + at),
            )
        },
    )
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
    let end = phrase
        .find([',', '(', '（', '/', '，'])
        .unwrap_or(phrase.len());
    let who = text.trim(who.start..who.start + end);
    let phrase = text.plain.get(who.clone())?;
    let short = phrase.split_whitespace().count() <= 4 && phrase.chars().count() <= 30;
    let upper = phrase
        .split(' ')
        .filter(|word| word.starts_with(char::is_uppercase))
        .count();
    let plausible =
        short && (upper >= 2 || !phrase.contains(' ')) && !word::no_name(&phrase.to_lowercase());
    let title = title(text, &what, lexicon)?;
    (plausible && title_words(text, &title) > 1).then(|| Reading {
        shape,
        speakers: vec![name::Person {
            name: name::clean(text.found(&who)),
            score: 0.5,
        }],
        title: Some(title),
        end: head.end,
        sure: 0.5,
    })
}

/// What stands behind the last "by" of a line, and what stands before it.
fn last_by(
    text: &Text,
    head: &Range<usize>,
    lexicon: Lexicon,
) -> Option<(Range<usize>, Range<usize>)> {
    let phrase = text.plain.get(head.clone())?;
    let sure = lexicon.list(|w| &w.by).filter(|by| words::surely_by(by));
    let found = sure.filter_map(|by| {
        let at = phrase.rfind(&format!(" {by} "))?;
        Some((at, at + by.len() + 2))
    });
    let (at, after) = found.max()?;
    let who = text.trim(head.start + after..head.end);
    let name = text.plain.get(who.clone())?.trim_end_matches('.').len();
    Some((
        who.start..who.start + name,
        text.trim(head.start..head.start + at),
    ))
}

fn title_words(text: &Text, title: &Range<usize>) -> usize {
    text.plain
        .get(title.clone())
        .map_or(0, |phrase| phrase.split_whitespace().count())
}

/// Whether a mark covers a range, or quotation marks enclose it.
fn covered(text: &Text, range: &Range<usize>) -> bool {
    text.marks
        .iter()
        .any(|mark| mark.range.start <= range.start && mark.range.end >= range.end)
        || unquote(text, range) != *range
}

/// The title at the end of a longer phrase: its marked part, if much comes before it.
fn refined(text: &Text, left: &Range<usize>) -> Range<usize> {
    // "**T** was a talk by S": the mark at the start, if a sentence goes on after it.
    let opening = text.marks.iter().find(|mark| {
        let rest = text.plain.get(mark.range.end..left.end).unwrap_or_default();
        let words = text.plain.get(mark.range.clone()).unwrap_or_default();
        !matches!(mark.kind, MarkKind::Code | MarkKind::Small)
            && mark.range.start <= left.start + 1
            && rest.starts_with(' ')
            && rest.trim_start().starts_with(char::is_lowercase)
            && words.split_whitespace().count() >= 3
    });
    if let Some(mark) = opening {
        return mark.range.clone();
    }
    text.marks
        .iter()
        .filter(|mark| !matches!(mark.kind, MarkKind::Code | MarkKind::Small))
        .map(|mark| mark.range.clone())
        .chain(
            quotes(text, left)
                .into_iter()
                .map(|range| range.start..range.end + 1),
        )
        .filter(|range| {
            range.end <= left.end && range.end + 4 >= left.end && range.start > left.start + 3
        })
        .filter(|range| {
            text.plain
                .get(range.clone())
                .is_some_and(|phrase| phrase.split_whitespace().count() >= 2)
        })
        .min_by_key(|range| range.start)
        .map_or_else(|| left.clone(), |range| range.start..left.end)
}

/// The title that the author marked at the start of a part, where a sentence or a remark follows
/// it: a mark of several words, for an author may mark one word of a title.
fn marked_title(text: &Text, part: &Range<usize>, lexicon: Lexicon) -> Option<Range<usize>> {
    text.marks
        .iter()
        .filter(|mark| !matches!(mark.kind, MarkKind::Code | MarkKind::Small))
        .map(|mark| &mark.range)
        .find(|mark| mark.start == part.start && mark.end < part.end && title_words(text, mark) > 1)
        .filter(|mark| {
            let rest = text.plain.get(mark.end..part.end).unwrap_or_default();
            let mut words = rest.split_whitespace();
            let (first, second) = (words.next(), words.next());
            let small = |word: &str| word.starts_with(char::is_lowercase);
            let sentence = first.is_some_and(|word| word.starts_with(char::is_uppercase))
                && second.is_some_and(small);
            let verb = first.is_some_and(|word| lexicon.is(word, |w| &w.verbs));
            let closed = rest.trim_start_matches([':', '：']).len() < rest.len();
            (closed && is_sentence(rest))
                || rest.starts_with([' ', ',']) && (sentence || verb || remark(rest.trim_start()))
        })
        .cloned()
}

/// The names at the start of a part without the sentence that goes on behind them: a marked or linked
/// name ends with its mark, and so does a list of such names.
fn marked_names(text: &Text, part: Range<usize>, lexicon: Lexicon) -> Range<usize> {
    let marks = || text.marks.iter().map(|mark| &mark.range);
    let name = |mark: &&Range<usize>| mark.end <= part.end && title_words(text, mark) > 1;
    let mut at = part.start;
    while let Some(mark) = marks().filter(name).find(|mark| mark.start == at) {
        let rest = text.plain.get(mark.end..part.end).unwrap_or_default();
        let word = rest.split_whitespace().next().unwrap_or_default();
        let goes_on = ["&", "+", ","].contains(&word) || lexicon.is(word, |w| &w.and);
        if !goes_on && !rest.starts_with([',', ';']) {
            let is_sentence = rest.starts_with(' ') && word.starts_with(char::is_alphanumeric);
            return if is_sentence {
                part.start..mark.end
            } else {
                part
            };
        }
        let next = marks().map(|mark| mark.start);
        at = next.filter(|start| *start > at).min().unwrap_or(part.end);
    }
    part
}

/// Whether marked text ends with a quotation that ends at `end`.
fn marked_to(text: &Text, end: usize) -> bool {
    text.marks.iter().any(|mark| {
        let after = text.plain.get(end..mark.range.end);
        after.is_some_and(|after| after.chars().count() == 1)
    })
}

/// Whether the text after a quotation's end begins something else.
fn after_quote(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next();
    let rest = chars.as_str().trim_start();
    rest.is_empty() || remark(rest)
}

/// Where the text goes on after links to slides and recordings.
fn after_media(text: &Text, mut at: usize, lexicon: Lexicon) -> usize {
    let skip = |at: usize| {
        let rest = text.plain.get(at..).unwrap_or_default();
        let sign = |c: char| c.is_whitespace() || "-–—:：.。|,/()[]".contains(c);
        at + rest.len() - rest.trim_start_matches(sign).len()
    };
    while let Some((link, href)) = text.links().find(|(link, _)| link.start == skip(at)) {
        let words = text.plain.get(link.clone()).unwrap_or_default();
        let named = lexicon.is(words, |w| &w.video) || lexicon.is(words, |w| &w.slides);
        if !named && link::by_address(href) == link::Target::Page {
            break;
        }
        at = skip(link.end);
    }
    at
}

/// The bytes of the signs at the start of a text.
pub(crate) fn signs(rest: &str) -> usize {
    let sign = |c: char| c.is_whitespace() || "-–—:：.。|,".contains(c);
    rest.len() - rest.trim_start_matches(sign).len()
}

/// Whether what follows a sign is a sentence of its own: it begins with a capital and has the end of
/// one, or many words.
pub(super) fn is_sentence(rest: &str) -> bool {
    let bare = rest.get(signs(rest)..).unwrap_or_default().trim_end();
    let begins = bare.starts_with(|c: char| c.is_uppercase() || words::is_cjk(c));
    let count = bare.split_whitespace().count();
    let ends = bare.ends_with(['.', '!', '。', '！', '…']);
    begins && (ends && (count > 3 || mention::mostly_cjk(bare)) || count > 9)
}

/// The names at the start of a part, and where the line ends: behind them, where a sentence follows a sign.
fn named(line: &Line<'_>, part: &Range<usize>) -> Option<(Vec<name::Person>, usize)> {
    let phrase = line.text.plain.get(part.clone())?;
    let cut = [" - ", " – ", " — ", ": ", "："]
        .into_iter()
        .filter_map(|sign| {
            let at = phrase.find(sign)?;
            is_sentence(phrase.get(at..)?).then_some((at, at + sign.len()))
        });
    let cut = cut.min().and_then(|(at, after)| {
        let people = line.names(&line.text.trim(part.start..part.start + at))?;
        Some((
            people,
            after_media(line.text, part.start + after, line.lexicon),
        ))
    });
    cut.or_else(|| Some((line.names(part)?, part.end)))
}

/// Whether a text begins with a sign that parts it from what stands before it.
fn remark(rest: &str) -> bool {
    rest.starts_with(['-', '–', '—', '.', ',', ':', '(', '|', '。', '，', '：'])
}

/// How likely a part beside a name is a title: it is neither a sentence about the speaker nor a role.
fn doubt(text: &Text, title: &Range<usize>, sign: char, lexicon: Lexicon) -> f32 {
    let phrase = text.plain.get(title.clone()).unwrap_or_default();
    let folded = Folded::of(phrase);
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    let marked = text.link_over(title).is_some()
        || text
            .plain
            .get(..title.start)
            .is_some_and(|before| before.ends_with(['"', '“', '«', '「', '『', '《']));
    let small = phrase.chars().next().is_some_and(char::is_lowercase);
    let doing = words
        .first()
        .is_some_and(|first| lexicon.knows(first, |w| &w.verbs));
    // "Ada: Hello, and welcome!" is a conversation.
    let spoken = sign == ':'
        && words.first().is_some_and(|first| {
            [
                "i", "i'm", "i've", "we", "we're", "hi", "hello", "yes", "no", "well", "thanks",
            ]
            .contains(first)
        });
    let about = folded.tails().next().is_some_and(|phrase| {
        lexicon.list(|w| &w.about).any(|about| {
            phrase
                .strip_prefix(about)
                .is_some_and(|rest| rest.starts_with(' '))
        })
    });
    // A title in lower case is short; a sentence is not.
    if (small && (sign == '*' || doing || about || words.len() > 8))
        || (spoken && !marked && words.len() > 3)
        || (words.len() > 4 && phrase.contains(". "))
    {
        return 0.0;
    }
    if marked {
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
    let begins = phrase
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| !c.is_lowercase());
    let long = phrase.split_whitespace().count() > 2 || mention::mostly_cjk(phrase);
    let marked = text
        .marks
        .iter()
        .any(|mark| mark.range == *title && mark.kind == MarkKind::Emphasis);
    if marked {
        0.1
    } else if begins && long && name::score(phrase) < 0.3 {
        0.06
    } else {
        0.0
    }
}

/// A word that is a link as a whole and written like a name.
fn linked_name(text: &Text, range: &Range<usize>) -> Option<name::Person> {
    let phrase = text.plain.get(range.clone())?;
    let bare = phrase.trim_end_matches('.');
    let range = range.start..range.start + bare.len();
    let linked = text.links().any(|(link, _)| *link == range);
    let plausible = word::looks(bare) && !word::no_name(&bare.to_lowercase());
    (linked && plausible).then(|| name::Person {
        name: name::clean(text.found(&range)),
        score: name::LIKELY,
    })
}

/// The last word of Chinese, Japanese or Korean ones: the name after an organisation.
fn last_word(text: &Text, range: &Range<usize>) -> Option<Range<usize>> {
    let phrase = text.plain.get(range.clone())?;
    let (before, last) = phrase.rsplit_once([' ', '\u{3000}'])?;
    let short = before.chars().count() <= 30 && name::score(last) >= 0.5;
    (short && last.chars().all(words::is_cjk)).then(|| range.end - last.len()..range.end)
}

/// What follows a "by", without a bracket that opens before it, a second "by" and a colon.
fn without_signs(text: &Text, left: &Range<usize>, mut right: Range<usize>) -> Range<usize> {
    let of = |range: &Range<usize>| text.plain.get(range.clone()).unwrap_or_default();
    // "T (by S)": the bracket belongs to both.
    if of(left).ends_with(['(', '（'])
        && let Some(close) = of(&right).find([')', '）'])
    {
        right.end = right.start + close;
    }
    if of(&right).starts_with("by ") || of(&right).starts_with("By ") {
        right.start += 3;
    }
    if of(&right).starts_with(':') {
        right.start += 1;
    }
    right
}

/// `T by S`: splits at the last "by" that precedes a name.
fn by(line: &Line<'_>, head: &Range<usize>, all: &mut Vec<Reading>) {
    let (text, lexicon) = (line.text, line.lexicon);
    let Some(phrase) = text.plain.get(head.clone()) else {
        return;
    };
    let folded = Folded::of(phrase);
    let has = |list: List| lexicon.within(&folded, list).collect::<Vec<_>>();
    let (by, with) = (has(|w| &w.by), has(|w| &w.with));
    if by.is_empty() && with.is_empty() {
        return;
    }
    let lower = phrase.to_lowercase();
    if lower.len() != phrase.len() {
        return;
    }
    let by = lexicon.list(|w| &w.by).filter(|word| by.contains(word));
    let with = lexicon.list(|w| &w.with).filter(|word| with.contains(word));
    let all_words: Vec<&str> = by.chain(with).collect();
    for word in all_words.iter().copied() {
        let sure_word = words::surely_by(word);
        for (at, _) in lower
            .match_indices(word)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .take(4)
        {
            let after = at + word.len();
            let whole = word.chars().any(words::is_cjk)
                || (lower.get(..at).is_some_and(|b| {
                    b.is_empty()
                        || b.ends_with([
                            ' ', ',', '-', '–', '—', '(', '\n', ')', '"', '”', '」', '』',
                        ])
                }) && lower
                    .get(after..)
                    .is_some_and(|a| a.starts_with([' ', ':'])));
            // "Taught by" is one word.
            let longer = all_words.iter().any(|other| {
                other.len() > word.len()
                    && other.ends_with(word)
                    && lower
                        .get(..after)
                        .is_some_and(|lower| lower.ends_with(other))
            });
            if !whole || longer {
                continue;
            }
            let left = text.trim(head.start..head.start + at);
            let right = text.trim(head.start + after..head.end);
            let mut right = without_signs(text, &left, right);
            let left = refined(text, &left);
            let whole = right.end;
            right = marked_names(text, right, lexicon);
            let close = if right.end < whole {
                right.end
            } else {
                head.end
            };
            let speakers = named(line, &right)
                .map(|(people, end)| (people, if end < right.end { end } else { close }))
                .or_else(|| Some((line.names(&last_word(text, &right)?)?, close)))
                .or_else(|| {
                    Some((
                        vec![linked_name(text, &right).filter(|_| sure_word)?],
                        close,
                    ))
                });
            if let (Some(title), Some((speakers, end))) = (line.title(&left), speakers) {
                let sure = sureness(&speakers);
                let sure = if sure_word {
                    // After a Latin "by", names in other scripts stand out.
                    let apart = text
                        .plain
                        .get(right.clone())
                        .is_some_and(mention::mostly_cjk);
                    (sure + if apart { 0.2 } else { 0.15 }).min(1.0)
                } else {
                    sure * 0.8
                };
                let sure = if title_words(text, &title) > 16 {
                    sure * 0.6
                } else {
                    sure
                };
                all.push(Reading {
                    shape: Shape::By,
                    speakers,
                    title: Some(title),
                    end,
                    sure,
                });
                break;
            }
        }
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
    let Some((at, c)) = close
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, '(' | '（' | '[' | '【'))
    else {
        return;
    };
    let left = text.trim(head.start..head.start + at);
    let inner = text.trim(head.start + at + c.len_utf8()..head.start + close.len());
    // "T by S (@handle)": the bracket belongs to the name.
    let handle = text
        .plain
        .get(inner.clone())
        .is_some_and(|phrase| phrase.starts_with('@'));
    let mut named = Vec::new();
    if handle {
        by(line, &left, &mut named);
    }
    if !named.is_empty() || (handle && line.names(&left).is_some()) {
        return;
    }
    if let (Some(title), Some(speakers)) = (line.title(&left), line.names(&inner)) {
        let sure = sureness(&speakers) + contrast(text, &title);
        all.push(Reading {
            shape: Shape::Brackets,
            speakers,
            title: Some(title),
            end: cut.map_or(head.end, |(_, end)| {
                after_media(text, head.start + end, lexicon)
            }),
            sure,
        });
    }
}

/// Title and names together in one link, as in `[T - S, Org](url)`.
pub(super) fn linked(line: &Line<'_>, start: usize, all: &mut Vec<Reading>) {
    let text = line.text;
    let long = |range: &Range<usize>| {
        text.plain
            .get(range.clone())
            .is_some_and(|phrase| phrase.split_whitespace().count() >= 4)
    };
    let links: Vec<Range<usize>> = text
        .links()
        .map(|(range, _)| range.clone())
        .filter(|range| range.start >= start && long(range))
        .take(2)
        .collect();
    for link in links.iter().filter(|link| link.len() <= LONGEST) {
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
    let Some(first) = plain
        .get(start..)
        .and_then(|rest| rest.find('\n'))
        .map(|at| start + at)
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
