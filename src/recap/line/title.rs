//! The title in a part of a line.

use std::ops::Range;

use super::lead::{label, time};
use super::separators::owned;
use crate::language::sessions::{LENGTHS, SAID};
use crate::language::{Folded, Lexicon, List, fold, is_cjk};
use crate::recap::text::{Text, is_heading_sign};
use crate::recap::{link, name, shortcode};

/// Longest title, in characters.
const TITLE: usize = 220;

/// The insides of quotation marks within `within`.
pub(crate) fn quotes(text: &Text, within: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let Some(phrase) = text.plain.get(within.clone()) else {
        return found;
    };
    // A quotation that begins in a link and ends outside of it lacks its own end.
    let crosses = |range: &Range<usize>| {
        let cut = |link: &Range<usize>| {
            link.contains(&range.start) && range.end > link.end + 1 && link.len() > 2
        };
        text.links().any(|(link, _)| cut(link))
    };
    let mut find = |inside: Range<usize>| {
        let range = text.trim(within.start + inside.start..within.start + inside.end);
        if !crosses(&range) {
            found.push(range);
        }
    };
    let mut open: Option<(usize, char)> = None;
    // Where a quotation in single marks, or one that holds another, ends.
    let mut past = 0;
    for (at, c) in phrase.char_indices() {
        if at < past {
            continue;
        }
        if let Some((from, close)) = open {
            // Here another one begins: the first has no end.
            if c == '"' && close == '"' && begins_straight(phrase, at) {
                open = Some((at + 1, close));
            } else if c == close && !is_apostrophe(phrase, at, c)
                || matches!((close, c), ('”', '"') | ('"' | '“', '”'))
            {
                find(from..at);
                open = None;
            }
            continue;
        }
        let opens = c == '‘' || c == '\'' && opens_straight(phrase, at);
        if opens {
            let from = at + c.len_utf8();
            if let Some(end) = single(phrase.get(from..).unwrap_or_default(), c) {
                find(from..from + end);
                past = from + end;
            }
            continue;
        }
        let close = match c {
            '"' => '"',
            '“' => '”',
            '„' => '“',
            // Swedish ”title”; elsewhere it closes.
            '”' if phrase.get(at + c.len_utf8()..).is_some_and(|rest| {
                let opens = phrase
                    .get(..at)
                    .is_some_and(|before| before.is_empty() || before.ends_with([' ', '(']));
                opens && rest.starts_with(char::is_alphanumeric) && rest.contains('”')
            }) =>
            {
                '”'
            }
            '«' => '»',
            // German and Danish »title«; elsewhere it closes.
            '»' if phrase.get(at + c.len_utf8()..).is_some_and(|rest| {
                rest.starts_with(char::is_alphanumeric) && rest.contains('«')
            }) =>
            {
                '«'
            }
            '「' => '」',
            '『' => '』',
            '《' => '》',
            _ => continue,
        };
        let from = at + c.len_utf8();
        match outer_end(phrase.get(from..).unwrap_or_default(), c, close) {
            Some(end) => {
                find(from..from + end);
                past = from + end + close.len_utf8();
            }
            None => open = Some((from, close)),
        }
    }
    found
}

/// Whether a quotation is what somebody said: "“Every time I looked at you, you smiled,” said S".
pub(crate) fn is_said(text: &Text, span: &Range<usize>) -> bool {
    let after = text.plain.get(span.end..).unwrap_or_default();
    let after = after.trim_start_matches(|c: char| !c.is_alphanumeric());
    // "A dit" has two words.
    let end = after.match_indices(' ').nth(1).map_or(after.len(), |(at, _)| at);
    let next = fold(after.get(..end).unwrap_or_default());
    let next = next.trim();
    let first = next.split(' ').next().unwrap_or_default();
    SAID.contains(&first) || SAID.contains(&next)
}

/// Whether the words before a title in quotation marks are a sentence, and no part of the title: "I enjoyed", "The next
/// talk,"; not "Living with".
pub(crate) fn introduces_title(words: &str, lexicon: Lexicon) -> bool {
    let folded = Folded::of(words);
    let word = |list: List| folded.split_ascii_whitespace().any(|word| lexicon.knows(word, list));
    let in_alone = lexicon.is(words.trim(), |w| &w.title_places);
    in_alone
        || words.trim_end().trim_end_matches(['"', '“']).ends_with(':')
        || word(|w| &w.me)
        || word(|w| &w.past)
        || word(|w| &w.states)
        || lexicon.has_in(&folded, |w| &w.talks)
        || lexicon.has_in(&folded, |w| &w.praise)
}

/// Where the quotation around the start of `rest` ends, if it holds another: “the “best” talk”, "the “best” talk",
/// "the "best" talk".
fn outer_end(rest: &str, open: char, close: char) -> Option<usize> {
    let (open, inner_close) = match (open, close) {
        ('"', '"') => ('“', '”'),
        _ => (open, close),
    };
    let rest = rest.get(..rest.floor_char_boundary(4 * TITLE))?;
    let (mut depth, mut straight, mut holds) = (0_usize, 0_usize, false);
    for (at, c) in rest.char_indices() {
        if c == '"' && close == '"' && at > 0 && begins_straight(rest, at) {
            straight += 1;
            holds = true;
        } else if c == '"' && straight > 0 {
            straight -= 1;
        } else if c == open && open != close {
            depth += 1;
            holds = true;
        } else if depth > 0 && c == inner_close {
            depth -= 1;
        } else if c == close {
            return (holds && depth == 0).then_some(at);
        }
    }
    None
}

/// Whether a straight double mark begins a quotation: it is behind a space and before a word.
fn begins_straight(phrase: &str, at: usize) -> bool {
    let before = phrase.get(..at).unwrap_or_default();
    let after = phrase.get(at + 1..).unwrap_or_default();
    before.ends_with([' ', '(']) && after.starts_with(char::is_alphanumeric)
}

/// Whether a straight single mark may begin a quotation: it is behind a space and before a capital or a digit.
fn opens_straight(phrase: &str, at: usize) -> bool {
    let before = phrase.get(..at).unwrap_or_default();
    let after = phrase.get(at + 1..).unwrap_or_default();
    (before.is_empty() || before.ends_with([' ', '(']))
        && after.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// The bytes of a quotation that begins after a ‘ or a straight mark, up to its end.
fn single(rest: &str, open: char) -> Option<usize> {
    let close = if open == '‘' { '’' } else { open };
    let rest = rest.get(..rest.floor_char_boundary(4 * TITLE))?;
    let inside =
        if open == close { rest } else { rest.get(..rest.find(open).unwrap_or(rest.len()))? };
    let after = |at: usize| inside.get(at + close.len_utf8()..).unwrap_or_default();
    // "The Developers’ Guide": the mark of a plural before a capital, where another mark follows.
    let goes_on = |at: &usize| {
        let after = after(*at).strip_prefix(' ').unwrap_or_default();
        let plural = inside.get(..*at).is_some_and(|before| before.ends_with('s'));
        plural && after.starts_with(char::is_uppercase) && after.contains(close)
    };
    let marks = inside.match_indices(close).map(|(at, _)| at);
    let mut marks = marks.filter(|at| !is_apostrophe(inside, *at, close));
    marks.find(|at| !goes_on(at))
}

/// Whether a single mark at `at` stands before a letter, as in "it’s"; in scripts without spaces it ends a quotation.
fn is_apostrophe(phrase: &str, at: usize, mark: char) -> bool {
    let after = phrase.get(at + mark.len_utf8()..);
    let letter = after.is_some_and(|after| {
        after.starts_with(|c: char| c.is_alphanumeric() && !crate::language::is_cjk(c))
    });
    matches!(mark, '’' | '\'') && letter
}

/// Whether words only say whose talk it is: "the talk of S".
fn is_talk_of(phrase: &str, lexicon: Lexicon) -> bool {
    let words: Vec<&str> = phrase.split(' ').collect();
    let at = |word: &&str| lexicon.is(word, |w| &w.talks);
    let Some((_, [of, name @ ..])) = (1..3)
        .find(|index| words.get(*index).is_some_and(at))
        .and_then(|talk| words.split_at_checked(talk + 1))
    else {
        return false;
    };
    let belongs = lexicon.is(of, |w| &w.by) || lexicon.is(of, |w| &w.of);
    belongs && name::score(&name.join(" ")) >= name::LIKELY
}

/// The title in a range: without labels, quotation marks, media and closing marks; `None` where the
/// words are not a title.
pub(crate) fn title(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> Option<Range<usize>> {
    let mut range = link::without_media(text, range.clone(), lexicon);
    let phrase = text.plain.get(range.clone())?;
    range.start += phrase.len() - phrase.trim_start_matches(is_heading_sign).len();
    for _ in 0..4 {
        let phrase = text.plain.get(range.clone())?;
        let signed = |len: &usize| {
            let rest = phrase.get(*len..).unwrap_or_default().trim_start();
            rest.starts_with(['-', '–', '—', '|', ';'])
        };
        let before = label(phrase, lexicon).or_else(|| time(phrase).filter(signed));
        range.start += before.unwrap_or(0);
        range = text.trim(range);
        let phrase = text.plain.get(range.clone())?;
        let bare = phrase.trim_start_matches(['-', '–', '—', ':', '：', '|', ' ', ',', ';']);
        let from = phrase.len() - bare.len();
        let bare = match bare.trim_end().rsplit_once(' ') {
            Some((bare, code)) if shortcode::is_emoji(code) => bare,
            _ => bare.trim_end_matches(|c| " -–—:：|,;(（[".contains(c)),
        };
        range = range.start + from..range.start + from + bare.len();
        let unquoted = unquote(text, &range);
        if unquoted == range {
            break;
        }
        range = unquoted;
    }
    range = without_anchor(text, without_lone_quote(text, range));
    range = without_length(text, range);
    let phrase = text.plain.get(range.clone())?;
    if let Some(bare) = phrase.strip_suffix('.').filter(|bare| !bare.ends_with('.')) {
        // "I skipped the last slot."
        let first = phrase.split_whitespace().next();
        if first.is_some_and(|word| lexicon.is(word, |w| &w.me)) {
            return None;
        }
        range.end = range.start + bare.len();
    }
    let phrase = text.plain.get(range.clone())?;
    let count = phrase.chars().count();
    let letters = phrase.chars().filter(|c| c.is_alphanumeric()).count();
    let has_url = phrase.contains("://") || phrase.contains("www.");
    // "2019", and the "'s talk" that follows a linked name.
    let number = phrase.chars().all(|c| c.is_ascii_digit());
    let possessive = ["'s ", "’s "].iter().any(|mark| phrase.starts_with(mark));
    // "S's talk about X" says who and what, and is no title.
    let describes = owned(phrase).is_some_and(|(_, right)| {
        let rest = phrase.get(right..).unwrap_or_default();
        let early: Vec<&str> = rest.split_whitespace().take(2).collect();
        lexicon.has(&early.join(" "), |w| &w.talks) && lexicon.has(rest, |w| &w.about)
    });
    let describes = describes || is_talk_of(phrase, lexicon);
    let whole = count <= TITLE && letters >= 2 && !phrase.contains('\n');
    // "Right here", "Met".
    let points = lexicon.is(phrase, |w| &w.link_texts)
        || lexicon.is(phrase, |w| &w.meets)
        || link::says_media(phrase, lexicon);
    // "(Org)" belongs to the name before it.
    let beside = phrase.find([')', '）']).is_some_and(|at| {
        let last = phrase.get(at..).is_some_and(|rest| rest.chars().count() == 1);
        last && phrase.starts_with(['(', '（'])
    });
    (whole && !has_url && !number && !possessive && !describes && !beside && !points)
        .then_some(range)
}

/// A range without the sign that links a heading to itself.
fn without_anchor(text: &Text, range: Range<usize>) -> Range<usize> {
    let phrase = text.plain.get(range.clone()).unwrap_or_default();
    let bare = ["#", "¶", "§", "🔗", "🔗\u{fe0f}"]
        .into_iter()
        .find_map(|sign| phrase.strip_suffix(sign))
        .filter(|bare| bare.ends_with(' '));
    bare.map_or(range.clone(), |bare| text.trim(range.start..range.start + bare.len()))
}

/// A range without the length of the talk at its end: "(30 min)", "[1h]".
fn without_length(text: &Text, range: Range<usize>) -> Range<usize> {
    let phrase = text.plain.get(range.clone()).unwrap_or_default();
    let bracket =
        phrase.strip_suffix([')', ']', '）']).and_then(|inner| inner.rsplit_once(['(', '[', '（']));
    let length = |inner: &str| {
        let unit = inner.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        unit.len() < inner.len()
            && !unit.contains(' ')
            && LENGTHS.iter().any(|known| unit.starts_with(known))
    };
    match bracket.filter(|(_, inner)| length(inner)) {
        Some((before, _)) => text.trim(range.start..range.start + before.len()),
        None => range,
    }
}

/// A first line that is a title as a whole: in quotation marks, or marked.
pub(crate) fn set_off(text: &Text, lexicon: Lexicon) -> Option<Range<usize>> {
    let line = text.trim(0..text.plain.find('\n').unwrap_or(text.plain.len()));
    let marked = text
        .marks
        .iter()
        .any(|mark| mark.range.start <= line.start + 1 && mark.range.end + 1 >= line.end);
    let whole = marked || unquote(text, &line) != line;
    title(text, &line, lexicon).filter(|title| {
        let words = text.plain.get(title.clone()).unwrap_or_default();
        whole && (words.contains(' ') || words.chars().any(is_cjk))
    })
}

/// A range without an unpaired quotation mark at one end: a sentence's end inside a quotation (`"Hello,
/// Gophers!"`) leaves the closing one outside.
fn without_lone_quote(text: &Text, range: Range<usize>) -> Range<usize> {
    const MARKS: [char; 5] = ['"', '“', '”', '«', '»'];
    let Some(phrase) = text.plain.get(range.clone()) else {
        return range;
    };
    if phrase.matches(MARKS).count() != 1 {
        return range;
    }
    let bare = phrase.trim_matches(MARKS);
    let from = range.start + (phrase.len() - phrase.trim_start_matches(MARKS).len());
    text.trim(from..from + bare.len())
}

/// A range without the quotation marks that enclose all of it.
pub(crate) fn unquote(text: &Text, range: &Range<usize>) -> Range<usize> {
    let Some(phrase) = text.plain.get(range.clone()) else {
        return range.clone();
    };
    for (open, close) in [
        ('"', '"'),
        ('“', '”'),
        ('„', '“'),
        ('„', '”'),
        ('”', '”'),
        ('«', '»'),
        ('»', '«'),
        ('「', '」'),
        ('『', '』'),
        ('《', '》'),
        ('\'', '\''),
        ('‘', '’'),
        ('【', '】'),
    ] {
        if let Some(inner) = phrase.strip_prefix(open).and_then(|rest| rest.strip_suffix([close]))
            && !inner.is_empty()
            && (!inner.contains(open)
                || outer_end(phrase.get(open.len_utf8()..).unwrap_or_default(), open, close)
                    == Some(inner.len()))
        {
            let from = range.start + open.len_utf8();
            return text.trim(from..from + inner.len());
        }
    }
    range.clone()
}
