//! A sentence at the start of a text that names a speaker: `S … "T"`, `S explained …`.

use super::title::{quotes, title};
use super::{Reading, Shape};
use crate::recap::mention;
use crate::recap::name;
use crate::recap::text::Text;
use crate::recap::words::Lexicon;

/// `S … "T"` and `S explained …` at the start of a text.
pub fn quoted(text: &Text, start: usize, lexicon: Lexicon, all: &mut Vec<Reading>) {
    let Some(first) = mention::sentences(&text.slice(start..text.plain.len()), lexicon)
        .into_iter()
        .next()
    else {
        return;
    };
    let sentence = start + first.start..start + first.end;
    if sentence.len() > 900 {
        return;
    }
    let Some(mention) = mention::mentions(text, lexicon)
        .into_iter()
        .find(|m| m.range.start >= start)
    else {
        return;
    };
    let Some(person) = name::person(&text.slice(mention.range.clone()), lexicon) else {
        return;
    };
    let leads = mention.range.start <= start + 2;
    let quote = quotes(text, &sentence)
        .into_iter()
        .find(|range| range.len() > 3);
    if let Some(quote) = quote {
        let gap = if quote.start > mention.range.end {
            mention.range.end..quote.start
        } else {
            quote.end..mention.range.start
        };
        let short = gap.start <= gap.end && gap.len() < 80;
        let first_quote = quote.start <= start + 4;
        if short
            && (leads || first_quote)
            && let Some(title) = title(text, &quote, lexicon)
        {
            all.push(Reading {
                shape: Shape::Quoted,
                speakers: vec![person.clone()],
                title: Some(title),
                end: sentence.end,
                sure: mention.score,
            });
        }
    }
    let after = text.plain.get(mention.range.end..).unwrap_or_default();
    let about = lexicon.list(|w| w.about).any(|about| {
        after.strip_prefix(' ').is_some_and(|rest| {
            rest.strip_prefix(about)
                .is_some_and(|rest| rest.starts_with(' '))
        })
    });
    if leads && (mention.tie >= mention::Tie::Verb || about) {
        all.push(Reading {
            shape: Shape::Doing,
            speakers: vec![person],
            title: None,
            end: start,
            sure: mention.score,
        });
    }
}
