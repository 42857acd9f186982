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
    let all_mentions = mention::mentions(text, lexicon);
    let Some(at) = all_mentions.iter().position(|m| m.range.start >= start) else {
        return;
    };
    let Some(mention) = all_mentions.get(at).cloned() else {
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
    // "S and S2 on X": the list of names as one.
    let named = all_mentions
        .get(mention::joined(text, &all_mentions, at, lexicon))
        .unwrap_or_default();
    let speakers: Vec<_> = named.iter().map(|m| m.person(text)).collect();
    let last = named.last().map_or(mention.range.end, |m| m.range.end);
    let after = text.plain.get(last..).unwrap_or_default();
    let about = lexicon.list(|w| w.about).any(|about| {
        after.strip_prefix(' ').is_some_and(|rest| {
            rest.strip_prefix(about)
                .is_some_and(|rest| rest.starts_with(' '))
        })
    });
    if leads && (mention.tie >= mention::Tie::Verb || about) {
        all.push(Reading {
            shape: Shape::Doing,
            speakers: if speakers.is_empty() {
                vec![person]
            } else {
                speakers
            },
            title: None,
            end: start,
            sure: mention.score,
        });
    }
}
