//! The event's place: candidates and their features.

mod held;
mod run;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::View;
use super::weigh::{Candidate, Weighed, best};
use crate::language::cities::{CITIES, COUNTRIES};
use crate::language::{Folded, any_of, fold, is_cjk};
use crate::recap::mention;
use crate::recap::model::{Features, features};
use crate::recap::name;
use crate::recap::text::Found;
use crate::recap::weights::PLACES as MODEL;

features! {
    /// Features of a candidate for the event's place.
    pub enum Place {
        /// A city of the list.
        City = "city",
        /// A country of the list.
        Country = "country",
        /// After a word for "in".
        Preposed = "preposed",
        /// Contains a word for buildings.
        Building = "building",
        /// Between the words for "was held" in a script without spaces.
        HeldCjk = "held-cjk",
        /// After "held in" and the like.
        HeldIn = "held-in",
        /// At the end of the event's name.
        NameTail = "name-tail",
        /// Within the event's name.
        InName = "in-name",
        /// The sentence names the event.
        NamesEvent = "names-event",
        /// The sentence says that its author attended.
        Attended = "attended",
        /// In the first paragraph.
        First = "first",
        /// In the first four paragraphs.
        Early = "early",
        /// Neither in a list nor after a label.
        Unlisted = "unlisted",
        /// Another candidate is a city earlier or at the same position.
        CityElsewhere = "city-elsewhere",
        /// A city of the list in the post's title.
        CityTitle = "city-title",
        /// Not listed, and the sentence is about the event.
        UnlistedHere = "unlisted-here",
    }
}

/// The event's place, with its probability.
pub(super) fn find(view: &View<'_>, name: Option<&Found>) -> Option<Weighed> {
    let all = candidates(view, name);
    let (best, confidence) = best(&MODEL, &all)?;
    // "New York City" is more specific than "New York", where the text has both.
    let fuller = all.iter().find(|other| {
        other.found.value.len() > best.value.len()
            && fold(&other.found.value).starts_with(fold(&best.value).trim_end())
            && MODEL.probability(&other.features) > confidence / 2.0
    });
    Some(Weighed {
        found: fuller.map_or(best, |other| &other.found).clone(),
        confidence,
        sure: MODEL.accepts(confidence),
    })
}

/// A sentence to search for places.
struct Sentence<'a> {
    view: &'a View<'a>,
    /// Its words, and the same in lower case.
    phrase: &'a str,
    lower: String,
    /// The features of all its places.
    of_all: Vec<Place>,
}

/// A mention of a place: bytes of the sentence, and features.
type Mention = (Range<usize>, Vec<Place>);

/// Every candidate for the place, with its mentions combined.
pub(super) fn candidates(view: &View<'_>, name: Option<&Found>) -> Vec<Candidate> {
    let core = name.map(|name| super::name::core(&name.value));
    let core = core.as_deref().filter(|core| core.chars().count() > 2);
    let mut all: Vec<(Found, Vec<Place>)> = Vec::new();
    let titled = std::iter::once((None, view.title));
    let texts = view
        .early_texts(24)
        .enumerate()
        .map(|(at, text)| (Some(at), text))
        .chain(view.summary.iter().map(|summary| (Some(0), summary)));
    for (index, text) in titled.chain(texts) {
        let mut of_text = match index {
            None => vec![Place::CityTitle],
            Some(0) => vec![Place::First, Place::Early],
            Some(1..4) => vec![Place::Early],
            Some(_) => Vec::new(),
        };
        let sentences = mention::sentences(text, view.lexicon);
        for range in sentences.iter().take(20) {
            let Some(phrase) = text.plain.get(range.clone()) else {
                continue;
            };
            let folded = Folded::of(phrase);
            let mut of_all = std::mem::take(&mut of_text);
            of_text.clone_from(&of_all);
            if core.is_some_and(|core| folded.contains(core)) {
                of_all.push(Place::NamesEvent);
            }
            if view.lexicon.has_in(&folded, |w| &w.attended) {
                of_all.push(Place::Attended);
            }
            let sentence = Sentence { view, phrase, lower: phrase.to_lowercase(), of_all };
            for (at, mut features) in sentence.mentions() {
                let at = text.trim(range.start + at.start..range.start + at.end);
                if at.is_empty() {
                    continue;
                }
                features.extend(&sentence.of_all);
                all.push((basic(view, text.found(&at)), features));
            }
        }
    }
    all.extend(name.and_then(name_tail));
    merged(core, all)
}

/// One candidate for each value.
fn merged(core: Option<&str>, all: Vec<(Found, Vec<Place>)>) -> Vec<Candidate> {
    let mut values: Vec<(String, Found, Vec<Vec<Place>>)> = Vec::new();
    for (found, features) in all {
        let key = fold(&found.value);
        match values.iter_mut().find(|(known, ..)| *known == key) {
            Some((.., mentions)) => mentions.push(features),
            None => values.push((key, found, vec![features])),
        }
    }
    let has = |mentions: &[Vec<Place>], feature| {
        mentions.iter().any(|mention| mention.contains(&feature))
    };
    let city = values.iter().position(|(.., mentions)| has(mentions, Place::City));
    let mut candidates = Vec::new();
    for (at, (key, found, mentions)) in values.iter().enumerate() {
        let mut features = Features::of::<Place>();
        for feature in mentions.iter().flatten() {
            features.flag(*feature, true);
        }
        let listed = [Place::City, Place::Country, Place::Building];
        let city_titled = has(mentions, Place::City) && has(mentions, Place::CityTitle);
        features.flag(Place::CityTitle, city_titled);
        let here = has(mentions, Place::NamesEvent) || has(mentions, Place::Attended);
        let unlisted = !listed.iter().any(|feature| has(mentions, *feature));
        features.flag(Place::UnlistedHere, unlisted && here && has(mentions, Place::Preposed));
        let in_name = core.is_some_and(|core| format!(" {core} ").contains(key.as_str()));
        let tail = has(mentions, Place::NameTail);
        // An event's name begins with its topic and may end with its place.
        let named = core.is_some_and(|core| key.contains(core));
        if (named || unlisted && in_name) && !tail {
            continue;
        }
        features.flag(Place::InName, in_name);
        features.flag(Place::Unlisted, unlisted);
        features.flag(Place::CityElsewhere, city.is_some_and(|city| city != at));
        candidates.push(Candidate { found: found.clone(), features });
    }
    candidates
}

impl Sentence<'_> {
    fn mentions(&self) -> Vec<Mention> {
        let mut found = self.listed();
        found.extend(self.inflected());
        if self.phrase.chars().any(is_cjk) {
            found.extend(
                held::places(self.view.lexicon, self.phrase).map(|at| (at, vec![Place::HeldCjk])),
            );
        } else {
            found.extend(run::places(self.view, self.phrase).map(|at| {
                let building = run::building(self.view, &self.phrase[at.clone()]);
                let mut features = self.before(at.start);
                features.extend(building.then_some(Place::Building));
                (at, features)
            }));
        }
        found
    }

    /// Cities and countries of the lists.
    fn listed(&self) -> Vec<Mention> {
        let mut found = Vec::new();
        if self.lower.len() != self.phrase.len() || self.phrase.len() > 3000 {
            return found;
        }
        for (at, place, country) in listed(&self.lower) {
            let end = at + place.len();
            let cjk = place.chars().any(is_cjk);
            let before = self.phrase.get(..at).unwrap_or_default();
            let after = self.phrase.get(end..).unwrap_or_default();
            // "A New York City-based firm".
            let next = after.split_whitespace().next().unwrap_or_default();
            if next.starts_with(|c: char| c == '-' || c.is_uppercase()) && name::compound(next) {
                continue;
            }
            let whole = cjk
                || (!before.ends_with(char::is_alphanumeric)
                    && !after.starts_with(char::is_alphanumeric));
            let written = self.phrase.get(at..end).unwrap_or_default();
            if !whole || !(cjk || written.starts_with(char::is_uppercase)) {
                continue;
            }
            let mut features = self.before(at);
            features.push(if country { Place::Country } else { Place::City });
            let mut particles = self.view.lexicon.list(|w| &w.after_places);
            if cjk && particles.any(|particle| after.starts_with(particle)) {
                features.push(Place::Preposed);
            }
            found.push((at..end + region(after), features));
        }
        found
    }

    /// Cities in the case that follows "in": "w Krakowie".
    fn inflected(&self) -> impl Iterator<Item = Mention> {
        let own = self.view.lexicon.own;
        own.cities_in.iter().filter_map(move |(city, _)| {
            let (at, _) = self.lower.match_indices(city).find(|(at, _)| {
                let before = self.lower.get(..*at).unwrap_or_default().strip_suffix(' ');
                let word = before.and_then(|before| before.split(' ').next_back());
                let after = self.lower.get(at + city.len()..).unwrap_or_default();
                word.is_some_and(|word| own.title_places.has(word))
                    && !after.starts_with(char::is_alphanumeric)
            })?;
            let same = self.lower.len() == self.phrase.len();
            same.then(|| (at..at + city.len(), vec![Place::City, Place::Preposed]))
        })
    }

    /// The features from the words before the place, without articles.
    fn before(&self, at: usize) -> Vec<Place> {
        let lexicon = self.view.lexicon;
        let before = self.phrase.get(..at).unwrap_or_default();
        let lead = fold(&mention::tail(before, 40));
        let mut lead = lead.trim_end();
        let ends = |lead: &str, word: &str| {
            lead.strip_suffix(word).is_some_and(|lead| lead.ends_with(' '))
        };
        while let Some(article) = lexicon
            .list(|w| &w.place_articles)
            .find(|word| ends(lead, word) && !lexicon.own.places.has(word))
        {
            lead = lead.strip_suffix(article).unwrap_or(lead).trim_end();
        }
        let words = lexicon.list(|w| &w.places).filter(|word| ends(lead, word));
        let held = |word: &str| word.contains(' ').then_some(Place::HeldIn);
        words.flat_map(|word| [Some(Place::Preposed), held(word)]).flatten().collect()
    }
}

/// A place by its name where the text has it in the case that follows "in".
fn basic(view: &View<'_>, mut found: Found) -> Found {
    let lower = found.value.to_lowercase();
    let mut cities = view.lexicon.own.cities_in.iter();
    if let Some((_, city)) = cities.find(|(inflected, _)| *inflected == lower) {
        (*city).clone_into(&mut found.value);
    }
    found
}

/// The length of ", Country" or ", ST" after a place.
fn region(after: &str) -> usize {
    let Some(rest) = after.strip_prefix(", ") else {
        return 0;
    };
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    let short = word.chars().count() == 2 && word.chars().all(char::is_uppercase);
    let country = COUNTRIES.contains(&word.to_lowercase().as_str());
    if short || country { 2 + word.len() } else { 0 }
}

/// All places of the lists at once: one pass over the text, whatever their number.
static LISTED: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| any_of(CITIES.iter().chain(COUNTRIES)));

/// The places of the lists in a lower-case text: the first position of each, its name, and whether
/// it is a country.
fn listed(lower: &str) -> Vec<(usize, &'static str, bool)> {
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for found in LISTED.iter().flat_map(|places| places.find_overlapping_iter(lower)) {
        first.entry(found.pattern().as_usize()).or_insert(found.start());
    }
    let place = |(index, at): (usize, usize)| {
        let place = CITIES.iter().chain(COUNTRIES).nth(index)?;
        Some((at, *place, index >= CITIES.len()))
    };
    first.into_iter().filter_map(place).collect()
}

/// The words at the end of an event's name after its word for events: "Example Days Thessaloniki".
fn name_tail(name: &Found) -> Option<(Found, Vec<Place>)> {
    let year = |word: &str| word.chars().all(|c| c.is_ascii_digit() || c == '\'');
    let last = name.value.rsplit(' ').find(|word| !year(word))?;
    let at = name.value.rfind(last)?;
    let before = name.value.get(..at)?.trim_end();
    let event = before.rsplit(' ').find(|word| !year(word))?;
    let capital =
        last.starts_with(char::is_uppercase) && last.chars().skip(1).all(char::is_lowercase);
    let named = crate::recap::kind::event_word(event)
        || event.chars().filter(|c| c.is_uppercase()).count() > 1;
    let start = name.source.start + at;
    (capital && named && last.chars().count() > 3).then(|| {
        let found = Found {
            value: last.to_owned(),
            source: start..(start + last.len()).min(name.source.end.max(start)),
        };
        (found, vec![Place::NameTail])
    })
}
