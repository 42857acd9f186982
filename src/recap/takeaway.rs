//! The sentence that carries a takeaway: position, the title's words and centrality, behind gates.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::blocks::{Blocks, Kind};
use super::mention;
use super::text::{Found, MarkKind, Text};
use crate::language::{Lexicon, List, fold, is_cjk, spaced};

/// Shortest and longest takeaway, in characters.
const LENGTH: std::ops::RangeInclusive<usize> = 40..=257;
/// The same in scripts that say about twice as much with a character.
const LENGTH_CJK: std::ops::RangeInclusive<usize> = 15..=200;
/// Sentences that are weighed against each other.
const MOST: usize = 40;

/// The best sentence of the texts; nothing where none passes the gates.
pub fn choose(
    blocks: &Blocks,
    body: &[(usize, Range<usize>)],
    title: &str,
    speakers: &[String],
    lexicon: Lexicon,
) -> Option<Found> {
    let mut sentences: Vec<(usize, Range<usize>)> = Vec::new();
    for (index, range) in body.iter().take(60) {
        let Some(block) = blocks.all.get(*index) else {
            continue;
        };
        if block.quoted {
            continue;
        }
        let slice = block.text.slice(range.clone());
        let start = block.text.trim(range.clone()).start;
        for sentence in mention::sentences(&slice, lexicon) {
            let range = unlabelled(&block.text, start + sentence.start..start + sentence.end);
            sentences.push((*index, range));
        }
        if sentences.len() >= MOST {
            break;
        }
    }
    sentences.truncate(MOST);
    let bags: Vec<BTreeSet<String>> = sentences
        .iter()
        .map(|(index, range)| {
            blocks
                .all
                .get(*index)
                .map(|b| bag(b.text.plain.get(range.clone()).unwrap_or_default()))
                .unwrap_or_default()
        })
        .collect();
    let words_of_title = bag(title);
    let title_core = fold(title);
    let title_words = title_core.split_ascii_whitespace().count();
    let central = centrality(&bags);
    let names: Vec<String> = speakers.iter().map(|name| fold(name)).collect();
    sentences
        .iter()
        .enumerate()
        .filter_map(|(position, (index, range))| {
            let block = blocks.all.get(*index)?;
            if !passes(&block.text, range, block.kind, lexicon) {
                return None;
            }
            let said = block.text.plain.get(range.clone())?;
            let folded = fold(said);
            if introduces(&folded, &names, lexicon) {
                return None;
            }
            // A sentence that only names the talk says nothing of it.
            let naming = title_words > 1 && folded.contains(title_core.as_str());
            if naming && lexicon.has(said, |w| &w.talks) && bare(&folded, &title_core, &names) {
                return None;
            }
            let overlap = if naming {
                -1.1
            } else {
                share(&words_of_title, bags.get(position)?)
            };
            let present = names.iter().any(|name| {
                folded.contains(name.as_str())
                    || name
                        .split_ascii_whitespace()
                        .any(|part| part.len() > 2 && spaced(&folded, part).is_some())
            });
            #[expect(clippy::cast_precision_loss, reason = "a body has few sentences")]
            let place = 1.0 / (1.0 + position as f32 * 0.45);
            let bio = if present && presents(&folded) {
                0.4
            } else {
                0.0
            };
            let weight = weight(said, &folded, &names, lexicon);
            let verb = mention::does(said.split_once(' ').map_or(said, |(_, rest)| rest), lexicon);
            let score = place
                + 0.5 * overlap
                + 0.35 * central.get(position).copied().unwrap_or(0.0)
                + 0.15 * f32::from(u8::from(present))
                + 0.1 * f32::from(u8::from(verb))
                + weight
                - bio;
            Some((score, position, index, range))
        })
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
        .and_then(|(_, _, index, range)| Some(blocks.all.get(*index)?.text.found(range)))
}

/// What the form of a sentence says for it: it tells what the speaker said, rather than that there
/// was a talk, or how the author liked it.
fn weight(said: &str, folded: &str, names: &[String], lexicon: Lexicon) -> f32 {
    let begins = |list: List| {
        lexicon.list(list).any(|word| {
            folded
                .strip_prefix(' ')
                .and_then(|folded| folded.strip_prefix(word))
                .is_some_and(|rest| rest.starts_with(' ') || word.chars().any(is_cjk))
        })
    };
    let begun = names.iter().any(|name| {
        name.split_ascii_whitespace().any(|part| {
            part.len() > 2 && folded.get(1..).is_some_and(|said| said.starts_with(part))
        })
    });
    let mut weight = 0.0;
    if begun || begins(|w| &w.telling) {
        weight += 0.6;
    }
    if begins(|w| &w.own_view) {
        weight -= 0.5;
    }
    if given(said, folded, lexicon) || lexicon.has(said, |w| &w.attended) {
        weight -= 0.6;
    }
    if said.ends_with(['?', '？', '!', '！']) {
        weight -= 0.4;
    }
    weight
}

/// Whether a sentence names a talk and who gave it, where others tell of it: "A keynote by S".
fn given(said: &str, folded: &str, lexicon: Lexicon) -> bool {
    lexicon.has(said, |w| &w.talks)
        && lexicon
            .list(|w| &w.by)
            .filter(|by| crate::language::surely_by(by))
            .any(|by| spaced(folded, by).is_some())
}

/// Whether a sentence has few words beside the title and the speakers, and ends with either: "Next
/// was the talk T by S".
fn bare(folded: &str, title: &str, names: &[String]) -> bool {
    let untitled = folded.replacen(title.trim(), " ", 1);
    let known = names.iter().any(|name| untitled.contains(name.trim()));
    let rest = names
        .iter()
        .fold(untitled, |rest, name| rest.replacen(name.trim(), " ", 1));
    let ends = [title].into_iter().chain(names.iter().map(String::as_str));
    let last = ends
        .into_iter()
        .any(|end| folded.trim_end().ends_with(end.trim()));
    known && last && rest.split_ascii_whitespace().count() <= 8
}

/// Whether a short sentence says no more than whose talk it is: "こちらはSさんによるセッションです。"
fn introduces(folded: &str, names: &[String], lexicon: Lexicon) -> bool {
    folded.chars().any(is_cjk)
        && folded.chars().count() < 50
        && names.iter().any(|name| folded.contains(name.trim()))
        && ["です ", "でした ", "입니다 ", "이다 "]
            .iter()
            .any(|end| folded.ends_with(end))
        && lexicon.own.talks.iter().any(|talk| {
            ["です ", "でした ", "입니다 ", "이다 "].iter().any(|end| {
                folded
                    .strip_suffix(end)
                    .is_some_and(|said| said.trim_end().ends_with(talk))
            })
        })
}

/// A sentence without a bold label before it ("**Summary:** …").
fn unlabelled(text: &Text, range: Range<usize>) -> Range<usize> {
    let label = text.marks.iter().find(|mark| {
        mark.kind == MarkKind::Strong
            && mark.range.start == range.start
            && mark.range.end < range.end
            && mark.range.len() < 40
    });
    let Some(end) = label.map(|mark| mark.range.end) else {
        return range;
    };
    let inside = text
        .plain
        .get(..end)
        .is_some_and(|said| said.ends_with([':', '：']));
    let rest = text.plain.get(end..range.end).unwrap_or_default();
    match rest.strip_prefix([':', '：']) {
        Some(after) => text.trim(range.end - after.len()..range.end),
        None if inside => text.trim(end..range.end),
        None => range,
    }
}

/// Whether a folded sentence only says who somebody is.
fn presents(folded: &str) -> bool {
    let start = folded
        .get(..folded.floor_char_boundary(48))
        .unwrap_or(folded);
    [
        " is a ",
        " is an ",
        " is the ",
        " works as ",
        " works at ",
        " works for ",
        " es un ",
        " es una ",
        " est un ",
        " est une ",
        " ist ein ",
        " ist eine ",
        " é um ",
        " é uma ",
        " è un ",
        " è una ",
    ]
    .iter()
    .any(|copula| start.contains(copula))
}

/// Whether a sentence can stand alone.
fn passes(text: &Text, range: &Range<usize>, kind: Kind, lexicon: Lexicon) -> bool {
    let Some(said) = text.plain.get(range.clone()) else {
        return false;
    };
    let cjk = said.chars().filter(|c| is_cjk(*c)).count() * 3 > said.chars().count();
    let length = if cjk { LENGTH_CJK } else { LENGTH };
    let complete = said
        .trim_end_matches(['"', '”', '’', '\'', ')', '」', '』', '）'])
        .ends_with(['.', '!', '?', '。', '！', '？', '…'])
        || (cjk && kind != Kind::Item);
    let starts = said.chars().next().is_some_and(|c| {
        c.is_uppercase()
            || c.is_ascii_digit()
            || is_cjk(c)
            || matches!(c, '"' | '“' | '«' | '「' | '¡' | '¿' | '\'')
    });
    let address = said.contains("://")
        || said.contains("www.")
        || said.contains(['<', '>', '{', '}', '|', '\n', '`']);
    let marked = text.marks.iter().any(|mark| {
        mark.kind == MarkKind::Code
            && mark.range.start < range.end
            && range.start < mark.range.end
            && mark.range.len() > 40
    });
    // German closes „so“.
    let (open, close) = if said.contains('„') {
        ('„', '“')
    } else {
        ('“', '”')
    };
    let balanced = said.matches(['(', '（']).count() == said.matches([')', '）']).count()
        && said.matches('"').count() % 2 == 0
        && said.matches(open).count() == said.matches(close).count();
    length.contains(&said.chars().count())
        && complete
        && starts
        && !address
        && !marked
        && balanced
        && !said.ends_with(':')
        && !points(said)
        && !dangles(said, lexicon)
}

/// Whether a sentence points to another place of its page: "the slides are below".
fn points(said: &str) -> bool {
    const PLACES: &[&str] = &[
        "below",
        "see above",
        "più in basso",
        "qui sotto",
        "ci dessous",
        "plus bas",
        "weiter unten",
        "siehe unten",
        "más abajo",
        "a continuación",
        "mais abaixo",
        "logo abaixo",
    ];
    let folded = crate::language::Folded::of(said);
    PLACES.iter().any(|place| folded.has(place))
        || ["下記", "以下の通り", "아래"]
            .iter()
            .any(|place| said.contains(place))
}

/// Whether a sentence begins with what points to a sentence before.
pub fn dangles(said: &str, lexicon: Lexicon) -> bool {
    let folded = fold(said.get(..said.floor_char_boundary(80)).unwrap_or(said));
    lexicon.list(|w| &w.dangling).any(|word| {
        if word
            .chars()
            .any(|c| is_cjk(c) && !matches!(c, '\u{ac00}'..='\u{d7af}'))
        {
            folded.trim_start().starts_with(word)
        } else {
            let first = folded
                .strip_prefix(' ')
                .and_then(|said| said.strip_prefix(word));
            first.is_some_and(|rest| rest.starts_with(' '))
        }
    })
}

/// The words of a sentence that mean something: of four letters at least, or pairs of characters.
fn bag(said: &str) -> BTreeSet<String> {
    let folded = fold(said);
    let mut words: BTreeSet<String> = folded
        .split_ascii_whitespace()
        .filter(|word| word.chars().count() > 3 && !word.chars().any(is_cjk))
        .map(str::to_owned)
        .collect();
    let characters: Vec<char> = folded.chars().filter(|c| is_cjk(*c)).take(300).collect();
    words.extend(
        characters
            .windows(2)
            .map(|pair| pair.iter().collect::<String>()),
    );
    words
}

/// How much of `wanted` is in `bag`, from 0 to 1.
fn share(wanted: &BTreeSet<String>, bag: &BTreeSet<String>) -> f32 {
    if wanted.is_empty() {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
    let share = wanted.intersection(bag).count() as f32 / wanted.len() as f32;
    share
}

/// How much each sentence shares with the others, the most central one 1.
fn centrality(bags: &[BTreeSet<String>]) -> Vec<f32> {
    let mut frequency: BTreeMap<&str, usize> = BTreeMap::new();
    for word in bags.iter().flatten() {
        *frequency.entry(word).or_default() += 1;
    }
    let scores: Vec<f32> = bags
        .iter()
        .map(|bag| {
            let sum: usize = bag
                .iter()
                .map(|word| frequency.get(word.as_str()).copied().unwrap_or(1) - 1)
                .sum();
            #[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
            let mean = sum as f32 / (bag.len().max(4)) as f32;
            mean
        })
        .collect();
    let most = scores.iter().copied().fold(0.0, f32::max);
    scores
        .into_iter()
        .map(|score| if most > 0.0 { score / most } else { 0.0 })
        .collect()
}
