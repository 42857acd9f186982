//! A sentence at the start of a text that names a speaker: `S … "T"`, `S explained …`.

use std::ops::Range;

use super::title::{is_said, quotes, title};
use super::{Reading, Shape};
use crate::language::Lexicon;
use crate::recap::link;
use crate::recap::mention::{self, Mention, Tie};
use crate::recap::name;
use crate::recap::text::{MarkKind, Text};

/// `S … "T"` and `S explained …` at the start of a text.
pub(super) fn quoted(text: &Text, start: usize, lexicon: Lexicon, all: &mut Vec<Reading>) {
    let without_lead = (start > 0).then(|| text.slice(start..text.plain.len()));
    let phrase = without_lead.as_ref().unwrap_or(text);
    let Some(first) = mention::sentences(phrase, lexicon).first() else {
        return;
    };
    let sentence = start + first.start..start + first.end;
    if sentence.len() > 900 {
        return;
    }
    let all_mentions = mention::mentions(text, lexicon);
    let Some(at) = all_mentions.iter().position(|m| m.range.start >= start) else {
        return;
    };
    let Some(mention) = all_mentions.get(at) else {
        return;
    };
    if name::person(&text.slice(mention.range.clone()), lexicon).is_none() {
        return;
    }
    // "S and S2 on X": the list of names as one.
    let named =
        all_mentions.get(mention::joined(text, all_mentions, at, lexicon)).unwrap_or_default();
    let speakers: Vec<_> = named.iter().map(|m| m.person(text)).collect();
    let last = named.last().map_or(mention.range.end, |m| m.range.end);
    let leads = mention.range.start <= start + 2;
    let mut quotes = quotes(text, &sentence).into_iter();
    let quote = quotes.find(|range| range.len() > 3 && !is_said(text, range));
    let link =
        linked(text, &sentence, mention).or_else(|| marked(text, &sentence, mention, lexicon));
    // After a linked title the sentence goes on.
    let goes_on = |title: &Range<usize>| sentence.end > title.end + 2;
    let end = if link.as_ref().is_some_and(goes_on) { start } else { sentence.end };
    if let Some(quote) = quote.or(link) {
        let gap =
            if quote.start > last { last..quote.start } else { quote.end..mention.range.start };
        let short = gap.start <= gap.end && gap.len() < 80;
        let first_quote = quote.start <= start + 4;
        if short
            && (leads || first_quote)
            && let Some(title) = title(text, &quote, lexicon)
        {
            all.push(Reading {
                shape: Shape::Quoted,
                speakers: speakers.clone(),
                title: Some(title),
                end,
                sure: mention.score,
            });
        }
    }
    let after = text.plain.get(last..).unwrap_or_default();
    if leads && (mention.tie >= Tie::Verb || mention::is_topic(after, lexicon)) {
        all.push(Reading {
            shape: Shape::Doing,
            speakers,
            title: None,
            end: start,
            sure: mention.score,
        });
    }
}

/// "S presented *T*": the marked title after its speaker and a verb.
fn marked(
    text: &Text,
    sentence: &Range<usize>,
    mention: &Mention,
    lexicon: Lexicon,
) -> Option<Range<usize>> {
    let words = |range: Range<usize>| text.plain.get(range).unwrap_or_default();
    let mark = text.marks.iter().find(|mark| {
        let profile = matches!(&mark.kind, MarkKind::Link(href) if name::profile(href));
        !profile
            && mark.range.start > mention.range.end
            && mark.range.end <= sentence.end
            && words(mark.range.clone()).split_whitespace().count() > 1
    })?;
    let between = words(mention.range.end..mark.range.start);
    let title = name::score(words(mark.range.clone())) < name::LIKELY;
    (title && mention::does(between, lexicon)).then(|| mark.range.clone())
}

/// "S's talk on [T](recording)": the linked title right after its speaker.
fn linked(text: &Text, sentence: &Range<usize>, mention: &Mention) -> Option<Range<usize>> {
    if mention.tie != Tie::Owner {
        return None;
    }
    let (range, _) = text.links().find(|(range, href)| {
        range.start > mention.range.end && range.end <= sentence.end && link::is_hosted(href)
    })?;
    Some(range.clone())
}
