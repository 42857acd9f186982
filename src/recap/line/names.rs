//! The names of a line.

use std::ops::Range;

use crate::language::Lexicon;
use crate::language::names::{SPEAKER_LABELS, WHO_LABELS};
use crate::recap::link;
use crate::recap::mention;
use crate::recap::name::{self, LIKELY, Person};
use crate::recap::text::{Text, is_heading_sign};

/// The names at the very start of a sentence about them ("**T**: S explained …").
pub(super) fn leading_names(
    text: &Text,
    range: &Range<usize>,
    lexicon: Lexicon,
) -> Option<Vec<Person>> {
    let slice = text.slice(
        range.start..text.plain.len().min(range.start + 400).max(range.end).min(text.plain.len()),
    );
    if !mention::may_begin(&slice, lexicon) {
        return None;
    }
    let mentions = mention::mentions(&slice, lexicon);
    let first = mentions.first().filter(|m| m.range.start <= 1 && m.score >= 0.45)?;
    let mut people = vec![name::person(&slice.slice(first.range.clone()), lexicon)?];
    let mut last = first;
    let mut tie = first.tie;
    for next in mentions.iter().skip(1) {
        let between = slice
            .plain
            .get(last.range.end..next.range.start)?
            .trim()
            .trim_start_matches(',')
            .trim();
        if !(between.is_empty() || between == "&" || lexicon.knows(between, |w| &w.and)) {
            break;
        }
        people.extend(name::person(&slice.slice(next.range.clone()), lexicon));
        tie = tie.max(next.tie);
        last = next;
    }
    let does = mention::does(slice.plain.get(last.range.end..)?, lexicon);
    (tie >= mention::Tie::Profile || does).then_some(people)
}

/// The names after "with" in "Deep dive with S".
pub(super) fn after_with(
    text: &Text,
    range: &Range<usize>,
    lexicon: Lexicon,
) -> Option<Vec<Person>> {
    let phrase = text.plain.get(range.clone())?;
    lexicon.list(|w| &w.with).find_map(|with| {
        let at = phrase.rfind(&format!(" {with} "))?;
        names(text, &(range.start + at + with.len() + 2..range.end), lexicon)
    })
}

pub(super) fn names(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> Option<Vec<Person>> {
    let range = link::without_media(text, range.clone(), lexicon);
    let range = by_less(text, &range, lexicon);
    name::people(&text.slice(range), lexicon)
}

/// How sure a list of names is.
pub(crate) fn sureness(people: &[Person]) -> f32 {
    let sum: f32 = people.iter().map(|person| person.score).sum();
    let best = people.iter().map(|person| person.score).fold(0.0, f32::max);
    #[expect(clippy::cast_precision_loss, reason = "a list of names has a few entries")]
    let count = people.len().max(1) as f32;
    f32::midpoint(sum / count, best)
}

/// The longest of these labels, in bytes.
const LABEL: usize = 40;

/// The text after a label.
const ENDS: [char; 3] = [' ', ':', '：'];

/// The speakers of a line with nothing else: "by S", "Speaker: S", "S, Org".
pub(crate) fn byline(text: &Text, lexicon: Lexicon) -> Option<Vec<Person>> {
    let all = text.trim(0..text.plain.len());
    if text.plain.chars().count() > 120 {
        return None;
    }
    let people = name::people(&text.slice(by_less(text, &all, lexicon)), lexicon)?;
    (sureness(&people) >= LIKELY).then_some(people)
}

/// The speakers of a line that is labelled as theirs: "Speaker: S, Org".
pub(crate) fn labelled_byline(text: &Text, lexicon: Lexicon) -> Option<Vec<Person>> {
    let (label, value) = text.plain.split_once([':', '：'])?;
    let label = label.trim().to_lowercase();
    if WHO_LABELS.contains(&label.as_str()) {
        return byline(&text.slice(text.plain.len() - value.len()..text.plain.len()), lexicon);
    }
    SPEAKER_LABELS.contains(&label.as_str()).then(|| byline(text, lexicon))?
}

/// A line without its leading "by" or "Speaker:".
pub(super) fn by_less(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> Range<usize> {
    // "🎤 S".
    let phrase = text.plain.get(range.clone()).unwrap_or_default();
    let bare = phrase.trim_start_matches(|c| c == '\u{200d}' || is_heading_sign(c));
    let range = &text.trim(range.end - bare.len()..range.end);
    let Some(phrase) = text.plain.get(range.clone()) else {
        return range.clone();
    };
    let lower = phrase.get(..phrase.floor_char_boundary(LABEL)).unwrap_or_default().to_lowercase();
    for word in lexicon.list(|w| &w.by).chain(SPEAKER_LABELS.iter().copied()) {
        if lower.strip_prefix(word).is_some_and(|rest| rest.starts_with(ENDS))
            && let Some(rest) = phrase.get(word.len()..)
        {
            let rest = rest.trim_start_matches(ENDS);
            return text.trim(range.end - rest.len()..range.end);
        }
    }
    range.clone()
}
