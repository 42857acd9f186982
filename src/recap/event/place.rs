//! Where the event was.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use memchr::memmem;

use super::{View, found};
use crate::language::cities::{CITIES, COUNTRIES};
use crate::language::{Folded, any_of, fold, is_cjk};
use crate::recap::kind::event_word;
use crate::recap::mention::sentences;
use crate::recap::text::{Found, Text};
use crate::recap::word::no_name;

/// The place that the title or the first paragraphs name.
pub fn find(view: &View<'_>, name: Option<&Found>) -> Option<Found> {
    let mut all: Vec<(f32, Found)> = Vec::new();
    let core = name.map(|name| super::name::core(&name.value));
    let title = view.title.plain.to_lowercase();
    let whole = (0..view.title.plain.len(), title.as_str());
    known(view, view.title, whole, 1.5, &mut all);
    for (index, text) in view.early_texts(24).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a few blocks")]
        let near = 0.8 - index as f32 * 0.05;
        if let Some(label) = labelled(view, text) {
            all.push((3.0, label));
        }
        for sentence in sentences(text, view.lexicon).iter().take(20) {
            let said = text.plain.get(sentence.clone()).unwrap_or_default();
            let lower = said.to_lowercase();
            let other = elsewhere(&lower);
            let folded = Folded::of(said);
            let there = if view.lexicon.has_in(&folded, |w| &w.attended) {
                0.8
            } else {
                0.0
            };
            let about = if core.as_ref().is_some_and(|core| folded.contains(core)) {
                0.5
            } else {
                0.0
            };
            let place = (sentence.clone(), lower.as_str());
            let score = near + there + about - other;
            known(view, text, place.clone(), score, &mut all);
            held(view, text, &place, &folded, near - other, &mut all);
            if there + about > 0.0 {
                if let Some(range) = online(said, &lower) {
                    let range = sentence.start + range.start..sentence.start + range.end;
                    all.push((near + there + about + 0.5 - other, found(text, range)));
                }
                let core = core.as_deref().unwrap_or_default();
                for range in super::unlisted::places(view, text, sentence, core) {
                    let place = found(text, range);
                    if !all.iter().any(|(_, other)| other.source == place.source) {
                        all.push((near + there + about + 0.6 - other, place));
                    }
                }
            }
        }
    }
    if let Some(name) = name {
        all.extend(after_name(view, name));
    }
    // A place that is said more than once, and in the event's own name.
    let scores: Vec<f32> = all
        .iter()
        .map(|(score, place)| {
            let again = all
                .iter()
                .filter(|(_, other)| fold(&other.value) == fold(&place.value))
                .count();
            let named =
                name.is_some_and(|name| fold(&name.value).contains(fold(&place.value).as_str()));
            #[expect(clippy::cast_precision_loss, reason = "a few mentions")]
            let again = (again.min(4) - 1) as f32 * 0.3;
            score + again + if named { 2.0 } else { 0.0 }
        })
        .collect();
    let (score, best) = scores
        .iter()
        .zip(&all)
        .map(|(score, (_, place))| (*score, place))
        .filter(|(score, _)| *score >= 1.6)
        .max_by(|a, b| {
            a.0.total_cmp(&b.0)
                .then(b.1.source.start.cmp(&a.1.source.start))
        })?;
    // "New York City" says more than "New York", where both are said.
    let fuller = scores.iter().zip(&all).find(|(other, (_, place))| {
        place.value.len() > best.value.len()
            && fold(&place.value).contains(fold(&best.value).as_str())
            && **other > score - 1.6
    });
    Some(fuller.map_or(best, |(_, (_, place))| place).clone())
}

/// The last word of an event's name, where it stands behind the word for the event and the text says
/// it again: "Example Days Thessaloniki".
fn after_name(view: &View<'_>, name: &Found) -> Option<(f32, Found)> {
    let last = name.value.rsplit(' ').next()?;
    let before = name.value.strip_suffix(last)?.trim_end();
    let event = before
        .rsplit(' ')
        .find(|word| !word.chars().all(|c| c.is_ascii_digit()))?;
    let capital =
        last.starts_with(char::is_uppercase) && last.chars().skip(1).all(char::is_lowercase);
    let named = event_word(event) || event.chars().filter(|c| c.is_uppercase()).count() > 2;
    let known = event_word(last)
        || view.lexicon.is(last, |w| &w.events)
        || view.lexicon.is(last, |w| &w.talks)
        || view.lexicon.month(&last.to_lowercase()).is_some()
        || no_name(&last.to_lowercase());
    let at = name.source.end.checked_sub(last.len())?;
    (capital && named && !known && last.chars().count() > 3).then(|| {
        let place = Found {
            value: last.to_owned(),
            source: at..name.source.end,
        };
        // In the event's name, which counts for it below.
        (0.0, place)
    })
}

/// "Online", where a sentence says that the event was.
fn online(said: &str, lower: &str) -> Option<Range<usize>> {
    if lower.len() != said.len() {
        return None;
    }
    ONLINE.iter().find_map(|(phrase, word)| {
        let at = lower.find(phrase)? + phrase.find(word)?;
        Some(at..at + word.len())
    })
}

/// Phrases of events without a place, and the word of each that says so.
#[rustfmt::skip]
const ONLINE: &[(&str, &str)] = &[
    ("place online", "online"), ("held online", "online"), ("fully online", "online"), ("online event", "online"), ("online conference", "online"), ("online meetup", "online"), ("was online", "online"), ("entirely online", "online"), ("virtual event", "virtual"), ("virtual conference", "virtual"), ("held virtually", "virtually"),
    ("evento online", "online"), ("de forma online", "online"), ("conferencia virtual", "virtual"), ("evento virtual", "virtual"), ("en ligne", "en ligne"), ("rein online", "online"), ("online statt", "online"), ("オンラインで開催", "オンライン"), ("オンライン開催", "オンライン"), ("온라인으로", "온라인"), ("线上举", "线上"),
];

/// What sentences about another event or another year say.
#[rustfmt::skip]
const ELSEWHERE: &[&str] = &[
    "next year", "last year", "next edition", "2 years ago", "años", "l'année prochaine", "l'an prochain", "próximo año", "próxima edición", "nächstes jahr", "nächsten jahr", "próximo ano", "ano que vem", "prossimo anno", "来年", "次回は", "明年", "下一", "내년", "headquarter", "based in", "used to live", "born in", "lives in", "university of", "my flight", "our flight", "flight to", "flight from", "next month", "upcoming", "from our", "years ago", "last time in", "vor einigen jahren", "vor ein paar jahren", "il y a", "anni fa", "anos atrás", "years before", "previous edition",
];

/// [`ELSEWHERE`] at once.
static OTHERS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| any_of(ELSEWHERE));

/// How much a sentence speaks of another event or another year.
fn elsewhere(lower: &str) -> f32 {
    if OTHERS.iter().any(|others| others.is_match(lower)) {
        2.0
    } else {
        0.0
    }
}

/// All places at once: one pass over the text, whatever their number.
static PLACES: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| any_of(CITIES.iter().chain(COUNTRIES)));

/// Makes what every sentence is asked.
pub fn make_ready() {
    LazyLock::force(&OTHERS);
    LazyLock::force(&PLACES);
}

/// The places in a text in lower case, in the order of the lists: where each stands first, what it
/// is called, and whether it is a country.
fn named(lower: &str) -> Vec<(usize, &'static str, bool)> {
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for found in PLACES
        .iter()
        .flat_map(|places| places.find_overlapping_iter(lower))
    {
        first
            .entry(found.pattern().as_usize())
            .or_insert(found.start());
    }
    let place = |(index, at): (usize, usize)| {
        let place = CITIES.iter().chain(COUNTRIES).nth(index)?;
        Some((at, *place, index >= CITIES.len()))
    };
    first.into_iter().filter_map(place).collect()
}

/// Places that everyone knows, after a word that says "in".
fn known(
    view: &View<'_>,
    text: &Text,
    (within, lower): (Range<usize>, &str),
    base: f32,
    all: &mut Vec<(f32, Found)>,
) {
    let Some(said) = text.plain.get(within.clone()) else {
        return;
    };
    if lower.len() != said.len() || said.len() > 3000 {
        return;
    }
    for (at, place, country) in named(lower) {
        let end = at + place.len();
        let cjk = place.chars().any(is_cjk);
        let before = said.get(..at).unwrap_or_default();
        let after = said.get(end..).unwrap_or_default();
        let whole = cjk
            || (!before.ends_with(char::is_alphanumeric)
                && !after.starts_with(char::is_alphanumeric));
        let capital = cjk
            || said
                .get(at..end)
                .is_some_and(|p| p.starts_with(char::is_uppercase));
        if !whole || !capital {
            continue;
        }
        let lead = fold(&crate::recap::mention::tail(before, 40));
        let lead = lead.trim_end();
        let preposed = view.lexicon.list(|w| &w.places).any(|word| {
            lead.strip_suffix(word)
                .is_some_and(|lead| lead.ends_with(' '))
        }) || [
            " to",
            " à",
            " nach",
            " a",
            " ao",
            " of",
            " from",
            " aus",
            " in the",
            " in beautiful",
            " in sunny",
            " de",
            " sunny",
        ]
        .iter()
        .any(|word| lead.ends_with(word))
            || (cjk && after.starts_with(['で', 'に', '站', '举', '市', '에', ' ']));
        let weak = [" of", " from", " de", " aus"]
            .iter()
            .any(|word| lead.ends_with(word));
        let strong = match (preposed && !weak, cjk) {
            (true, _) => 1.2,
            (false, true) => 0.7,
            (false, false) => -0.3,
        };
        let strong = if country { strong - 0.6 } else { strong };
        // "City, Country" and "City, ST" are one place.
        let mut stop = end;
        if let Some(rest) = after.strip_prefix(", ") {
            let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
            let short = word.chars().count() == 2 && word.chars().all(char::is_uppercase);
            let country = COUNTRIES.contains(&word.to_lowercase().as_str());
            if short || country {
                stop = end + 2 + word.len();
            }
        }
        all.push((
            base + strong,
            found(text, within.start + at..within.start + stop),
        ));
    }
}

/// A capitalised place after "held in" and the like.
fn held(
    view: &View<'_>,
    text: &Text,
    (sentence, lower): &(Range<usize>, &str),
    folded: &Folded,
    base: f32,
    all: &mut Vec<(f32, Found)>,
) {
    let Some(said) = text.plain.get(sentence.clone()) else {
        return;
    };
    if lower.len() != said.len() {
        return;
    }
    for word in view
        .lexicon
        .list(|w| &w.places)
        .filter(|word| word.contains(' ') && folded.has(word))
    {
        let mut places = memmem::find_iter(lower.as_bytes(), word);
        let Some(at) = places.find(|at| lower.as_bytes().get(at + word.len()) == Some(&b' '))
        else {
            continue;
        };
        let start = at + word.len() + 1;
        let rest = said.get(start..).unwrap_or_default();
        let skip = [
            "the ", "la ", "le ", "el ", "der ", "den ", "dem ", "o ", "a ", "our ", "il ",
        ]
        .iter()
        .find(|article| rest.starts_with(**article))
        .map_or(0, |article| article.len());
        let rest = rest.get(skip..).unwrap_or_default();
        let mut len = 0;
        for token in rest.split_inclusive(' ') {
            let piece = token.trim_end();
            let join = matches!(piece, "of" | "de" | "la" | "del" | "do" | "the") && len > 0;
            if !(piece.starts_with(|c: char| c.is_uppercase()) || join) || len > 60 {
                break;
            }
            len += token.len();
            if piece.ends_with(['.', ',', ';', ':', ')', '!']) {
                break;
            }
        }
        let range = text.trim(sentence.start + start + skip..sentence.start + start + skip + len);
        let place = text
            .plain
            .get(range.clone())
            .unwrap_or_default()
            .trim_end_matches(['.', ',', ';', ':', ')', '!']);
        let range = range.start..range.start + place.len();
        let lower = place.to_lowercase();
        let mut months = view.lexicon.months();
        let month = months.any(|names| names.iter().any(|name| lower.starts_with(name)));
        if place.chars().count() >= 3 && !month {
            all.push((base + 1.3, found(text, range)));
        }
    }
}

/// "Venue: X" in the language's own words.
fn labelled(view: &View<'_>, text: &Text) -> Option<Found> {
    let labels = [
        "venue",
        "location",
        "where",
        "place",
        "lugar",
        "lieu",
        "ort",
        "local",
        "luogo",
        "会場",
        "場所",
        "開催場所",
        "장소",
        "地点",
        "地址",
        "活动地点",
        "會場",
        "veranstaltungsort",
    ];
    let mut start = 0;
    for line in text.plain.split('\n') {
        let from = start;
        start += line.len() + 1;
        let Some((at, c)) = line.char_indices().find(|(_, c)| matches!(c, ':' | '：')) else {
            continue;
        };
        let label = fold(line.get(..at)?);
        if labels.contains(&label.trim()) {
            let range = text.trim(from + at + c.len_utf8()..from + line.len());
            if (2..=80).contains(&range.len()) && view.blocks.all.len() > 1 {
                return Some(found(text, range));
            }
        }
    }
    None
}
