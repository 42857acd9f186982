//! Possible titles in a sentence.

use std::collections::BTreeMap;
use std::ops::Range;

use super::texts;
use crate::language::sessions::{AUTHORS, MOTTOS, OF_MANY, TRACK, is_in};
use crate::language::{Lexicon, List, fold, is_cjk};
use crate::recap::kind;
use crate::recap::layout::View;
use crate::recap::line::{self, Shape};
use crate::recap::link;
use crate::recap::mention;
use crate::recap::name::{self, LIKELY};
use crate::recap::text::{MarkKind, Text};

/// The bytes in which "the author of" stands before a title.
const AUTHOR: usize = 24;

/// The most words of a project's name.
const PROJECT: usize = 2;

/// How sure the form of a title is that is the link to its recording or page.
pub(super) const HOSTED: f32 = 0.4;

/// How sure a title and its speaker within one mark are.
const SURE_LINE: f32 = 0.9;

/// The least words of a Latin title without quotation marks.
const LATIN: usize = 3;

/// A possible title in a sentence, and how sure its form makes it.
pub(super) type Spans = Vec<(Range<usize>, f32)>;

/// The hosts to which the text links titles three times or more.
pub(super) fn habits(view: &View<'_>) -> Vec<String> {
    let mut hosts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, text) in texts(view) {
        for (range, href) in text.links() {
            let words = text.plain.get(range.clone()).unwrap_or_default();
            if several(text, range)
                && !name::profile(href)
                && !announces(view, words)
                && name::score_in(text, range) < 0.6
            {
                let video = link::by_url(href) == link::Target::Video;
                let quoted = quoted(text, range);
                if video || quoted || link::talk_page(href) {
                    *hosts.entry(host(href)).or_default() += 1;
                }
            }
        }
    }
    hosts.into_iter().filter(|(_, count)| *count >= 3).map(|(host, _)| host).collect()
}

pub(super) fn habit(text: &Text, span: &Range<usize>, habits: &[String]) -> f32 {
    match text.link_over(span) {
        Some(href) if habits.contains(&host(href)) => 0.35,
        _ => 0.0,
    }
}

fn host(href: &str) -> String {
    let rest = href.split_once("//").map_or(href, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or_default().trim_start_matches("www.");
    if host == "youtu.be" { "youtube.com".to_owned() } else { host.to_owned() }
}

/// Whether a range has quotation marks at both ends, inside or outside.
pub(in crate::recap::layout) fn quoted(text: &Text, range: &Range<usize>) -> bool {
    let phrase = text.plain.get(range.clone()).unwrap_or_default();
    let before = text.plain.get(..range.start).unwrap_or_default();
    let marks = ['"', '“', '«', '「', '『', '《', '„', '”'];
    phrase.starts_with(marks) || before.ends_with(marks)
}

/// Whether words only announce a link's target ("watch the replay", "video of the talk").
fn announces(view: &View<'_>, words: &str) -> bool {
    let count = words.split_whitespace().count();
    count <= 6 && (view.lexicon.has(words, |w| &w.video) || view.lexicon.has(words, |w| &w.slides))
        || (count <= 4 && view.lexicon.has(words, |w| &w.talks) && !title_case(words))
        || (count <= 3 && of_many(words))
}

/// Whether the word behind a span says that it is a track: "the “Community” track".
fn is_track(text: &Text, span: &Range<usize>) -> bool {
    let after = text.plain.get(span.end..).unwrap_or_default();
    let after = after.trim_start_matches(['"', '”', '“', '»', '’', '\'', ')']);
    let next = after.split_whitespace().next().map(fold);
    next.is_some_and(|word| TRACK.contains(&word.trim()) || of_many(&word))
}

/// Whether a quotation stands within a name: 'S "the poet" S'.
fn is_nickname(text: &Text, quote: &Range<usize>) -> bool {
    let marks = |c: char| "\"“”„«»‘’".contains(c);
    let before = text.plain.get(..quote.start).unwrap_or_default().trim_end_matches(marks);
    let after = text.plain.get(quote.end..).unwrap_or_default().trim_start_matches(marks);
    let given = before.strip_suffix(' ').and_then(|before| before.rsplit(' ').next());
    let is_cased =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    let inner = text.plain.get(quote.clone()).unwrap_or_default();
    inner.starts_with(char::is_lowercase)
        && given.is_some_and(is_cased)
        && after.strip_prefix(' ').is_some_and(|after| after.starts_with(char::is_uppercase))
}

/// Whether a span is the event or the part of one where something was: "in the “Astronomy mini-symposium”".
fn is_event(text: &Text, span: &Range<usize>, lexicon: Lexicon) -> bool {
    let before = text.plain.get(..span.start).unwrap_or_default();
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    // "In “Running a small conference”, S showed".
    let mut plain = before.rsplit(' ');
    let is_in = plain.next().is_some_and(|word| is_in(lexicon.own.code, fold(word).trim()));
    let begins = plain.next().is_none_or(|word| word.is_empty() || word.ends_with(['.', '!', '?']));
    if is_in && begins {
        return false;
    }
    let mut words = before.rsplit(' ').map(fold);
    let first = words.next();
    let is = |word: &str, list: List| lexicon.knows(word.trim(), list);
    let mut at = |word: String| {
        is(&word, |w| &w.title_places)
            || is(&word, |w| &w.place_articles)
                && words.next().is_some_and(|word| is(&word, |w| &w.title_places))
    };
    let last = text.plain.get(span.clone()).and_then(|words| words.rsplit(' ').next());
    let is_named = last.is_some_and(|word| kind::event_like(word, lexicon) || of_many(word));
    is_named && first.is_some_and(&mut at)
}

/// Whether the words before a span say that it is a motto or a book: "a sticker with the slogan “T”", "the author of T".
fn is_motto(text: &Text, span: &Range<usize>) -> bool {
    let before = text.plain.get(..span.start).unwrap_or_default();
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = before.rsplit(' ').next().map(fold);
    let near = mention::tail(before, AUTHOR);
    last.is_some_and(|word| MOTTOS.contains(&word.trim()))
        || AUTHORS.iter().any(|author| near.to_lowercase().ends_with(author))
}

/// Whether a few words name a track or an event of many talks: "Rust devroom", "Testing Track".
fn of_many(words: &str) -> bool {
    let folded = fold(words);
    let last = folded.split_ascii_whitespace().next_back();
    last.is_some_and(|word| OF_MANY.contains(&word))
}

/// The possible titles of a sentence, in order.
pub(super) fn spans(view: &View<'_>, text: &Text, sentence: &Range<usize>) -> Spans {
    let mut spans: Vec<(Range<usize>, f32)> = Vec::new();
    // 《》 are the marks of books and films too: somebody must give a talk, or be praised for one.
    let phrase = text.plain.get(sentence.clone()).unwrap_or_default();
    let is_talk = view.lexicon.has(phrase, |w| &w.verbs) || view.lexicon.has(phrase, |w| &w.praise);
    for quote in line::quotes(text, sentence) {
        let before = text.plain.get(..quote.start).unwrap_or_default();
        if several(text, &quote)
            && !is_nickname(text, &quote)
            && (is_talk || !before.ends_with('《'))
        {
            let cased = view.lexicon.own.code != "en"
                || title_case(text.plain.get(quote.clone()).unwrap_or_default());
            spans.push((quote, if cased { 0.6 } else { 0.5 }));
        }
    }
    spans.extend(unquoted(text, sentence, view.lexicon).map(|title| (title, 0.6)));
    for mark in &text.marks {
        let inside = mark.range.start >= sentence.start && mark.range.end <= sentence.end;
        if !inside || !several(text, &mark.range) {
            continue;
        }
        let known = spans
            .iter_mut()
            .find(|(span, _)| span.start < mark.range.end && mark.range.start < span.end);
        let words = text.plain.get(mark.range.clone()).unwrap_or_default();
        let sure = match &mark.kind {
            MarkKind::Emphasis => 0.35,
            MarkKind::Strong => 0.2,
            MarkKind::Link(_) if follows_of(text, &mark.range, view.lexicon) => continue,
            MarkKind::Link(href)
                if name::profile(href) || (announces(view, words) && known.is_none()) =>
            {
                continue;
            }
            MarkKind::Link(href) => {
                let hosted = link::is_hosted(href);
                let cased = view.lexicon.own.code != "en" || title_case(words);
                if hosted && cased {
                    HOSTED
                } else if link::is_repository(href) && words.split(' ').count() <= PROJECT {
                    0.0
                } else if cased || hosted {
                    0.25
                } else {
                    0.0
                }
            }
            _ => continue,
        };
        match known {
            Some((_, old)) => *old = (*old + sure).min(0.9),
            None if sure > 0.0 => spans.push((mark.range.clone(), sure)),
            None => {}
        }
    }
    spans.retain(|(span, _)| {
        // "**T by S**" is a title and its speaker.
        let is_line = || {
            let read = line::within(text, span, view.lexicon);
            read.iter().any(|reading| reading.shape == Shape::By && reading.sure >= SURE_LINE)
        };
        line::title(text, span, view.lexicon).is_some()
            && !is_line()
            && !is_track(text, span)
            && !is_event(text, span, view.lexicon)
            && !is_motto(text, span)
            && !line::is_said(text, span)
            && name::score_in(text, span) < if quoted(text, span) { 0.9 } else { LIKELY }
    });
    spans.sort_by_key(|(span, _)| span.start);
    spans
}

/// Whether a link in brackets says where a person works: "S (of [Org](…))".
fn follows_of(text: &Text, link: &Range<usize>, lexicon: Lexicon) -> bool {
    let before = text.plain.get(..link.start).unwrap_or_default();
    let bracket = before.rsplit_once('(').map_or("", |(_, words)| words.trim());
    lexicon.knows(bracket, |w| &w.of)
}

/// Latin titles in a Japanese sentence without quotation marks: "S さんが Scaling a Small Team と題して", "S さんの Scaling a
/// Small Team のセッション".
fn unquoted(
    text: &Text,
    sentence: &Range<usize>,
    lexicon: Lexicon,
) -> impl Iterator<Item = Range<usize>> {
    let phrase = text.plain.get(sentence.clone()).unwrap_or_default();
    let of_talk = |after: &str| {
        let mut talks = lexicon.own.of.iter().filter_map(|of| after.strip_prefix(of));
        talks.any(|talk| lexicon.own.talks.iter().any(|word| talk.starts_with(word)))
            || lexicon.own.titled.iter().any(|titled| after.starts_with(titled))
    };
    let mut start = sentence.start;
    let runs = phrase.split_inclusive(is_cjk).map(move |part| {
        let run = start..start + part.trim_end_matches(is_cjk).len();
        start += part.len();
        run
    });
    runs.filter(move |_| lexicon.own.code == "ja").filter_map(move |run| {
        let title = text.trim(run.clone());
        let words = text.plain.get(title.clone())?;
        let after = text.plain.get(run.end..)?;
        let plain = words.starts_with(char::is_alphanumeric) && words.is_ascii();
        (plain && words.split(' ').count() >= LATIN && of_talk(after)).then_some(title)
    })
}

/// Whether a span has the length of a title: at least two words, or enough characters of Chinese,
/// Japanese or Korean, and less than a whole sentence.
fn several(text: &Text, range: &Range<usize>) -> bool {
    let phrase = text.plain.get(range.clone()).unwrap_or_default();
    let words = phrase.split_whitespace().count();
    let before = text.plain.get(..range.start).unwrap_or_default();
    // 「Rustで作るOS」 has more Latin letters than others.
    let mixed = before.ends_with(['「', '『']) && phrase.chars().any(is_cjk);
    let least = if before.ends_with('《') { 4 } else { 5 };
    let unspaced = mixed || mention::mostly_cjk(phrase) || least == 4;
    (words >= 2 || unspaced && phrase.chars().count() >= least) && words <= 22
}

/// Whether most words of a title begin with a capital.
fn title_case(phrase: &str) -> bool {
    let words: Vec<&str> = phrase.split_whitespace().filter(|w| w.chars().count() > 3).collect();
    let capitals = words
        .iter()
        .filter(|w| w.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()))
        .count();
    !words.is_empty()
        && capitals * 3 >= words.len() * 2
        && phrase
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}
