//! Where a title ends and a remark begins.

use std::ops::Range;

use super::parts::title_words;
use super::title::quotes;
use crate::language::{self as words, Lexicon};
use crate::recap::link;
use crate::recap::mention;
use crate::recap::text::{MarkKind, Text};

/// The title at the start of the part behind a name, and where it ends the line: in quotation marks or
/// marked, it ends with them.
pub(super) fn title_at(
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
        let (_, rest) = phrase.split_at(*at);
        rest.trim_end().ends_with(['.', '!', '。', '！']) && is_sentence(rest)
    });
    cut.map_or_else(
        || (part.clone(), end),
        |at| (text.trim(part.start..part.start + at), after(part.start + at)),
    )
}

/// The title that the author marked at the start of a part, where a sentence or a remark follows
/// it: a mark of several words, for an author may mark one word of a title.
fn marked_title(text: &Text, part: &Range<usize>, lexicon: Lexicon) -> Option<Range<usize>> {
    text.marks
        .iter()
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
pub(super) fn after_media(text: &Text, mut at: usize, lexicon: Lexicon) -> usize {
    let skip = |at: usize| {
        let rest = text.plain.get(at..).unwrap_or_default();
        let sign = |c: char| c.is_whitespace() || "-–—:：.。|,/()[]".contains(c);
        at + rest.len() - rest.trim_start_matches(sign).len()
    };
    while let Some((link, href)) = text.links().find(|(link, _)| link.start == skip(at)) {
        let words = text.plain.get(link.clone()).unwrap_or_default();
        let named = lexicon.is(words, |w| &w.video) || lexicon.is(words, |w| &w.slides);
        if !named && link::by_url(href) == link::Target::Page {
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

/// Whether a text begins with a sign that parts it from what stands before it.
pub(super) fn remark(rest: &str) -> bool {
    rest.starts_with(['-', '–', '—', '.', ',', ':', '(', '|', '。', '，', '：'])
}
