//! The event's name.

use std::ops::Range;

use chrono::Datelike;

use super::View;
use super::evidence::Evidence;
use super::linked;
use super::parts::{bare, capitals, parts, runs};
use super::weigh::{Candidate, Weighed, best};
use crate::language::cities::{CITIES, COUNTRIES};
use crate::language::sessions::FILLING;
use crate::language::{Lexicon, List, fold, is_cjk};
use crate::recap::kind::{event_like, event_word, says_recap};
use crate::recap::line;
use crate::recap::mention;
use crate::recap::model::{Features, features};
use crate::recap::name::{LIKELY, score};
use crate::recap::text::{Found, MarkKind, Text};
use crate::recap::weights::NAMES as MODEL;
use crate::recap::word;

features! {
    /// Features of a candidate for the event's name.
    pub enum Name {
        /// A part of the title.
        Title = "title",
        /// The title without the words of recaps around an event's name.
        Stripped = "stripped",
        /// In the first three paragraphs.
        Near = "near",
        /// Quoted where the text says that its author attended.
        Quoted = "quoted",
        /// A word for events is next to it.
        BesideNoun = "beside-noun",
        /// The title has it.
        InTitle = "in-title",
        /// A host of a link has its words: `harborjs.example`.
        Host = "host",
        /// The text has it as a hashtag.
        Hashtag = "hashtag",
        /// Capitalised words of the title.
        TitleCapitals = "title-capitals",
        /// The text says before it that somebody attended or that it took place.
        Attended = "attended",
        /// In the first paragraph.
        First = "first",
        /// Begins or ends with a shorter candidate.
        Extends = "extends",
        /// Ends with "at" and another candidate.
        EndsInOther = "ends-in-other",
        /// Says "I" or "spoke".
        Says = "says",
        /// Has "a" or "my", as a common noun does.
        OneOf = "one-of",
        /// Has common words and no word for events.
        Common = "common",
        /// Is a title, or a part of one, with a word for events.
        TitleEvent = "title-event",
        /// Has a word that is, or ends like, an event's name.
        EventWord = "event-word",
        /// Has a common noun for events only.
        Noun = "noun",
        /// Has a year.
        Year = "year",
        /// Has no capital.
        Lower = "lower",
        /// One word.
        Single = "single",
        /// Contains ": ", " at " and the like.
        Joined = "joined",
        /// Still has a word that recaps put around a name.
        Recap = "recap",
        /// Contains a question mark, an exclamation mark or quotation marks.
        Punctuated = "punctuated",
        /// Has a compound word: "`HarborJS`".
        Grown = "grown",
        /// Letters of an abbreviation.
        Capitalised = "capitalised",
        /// The text never has it.
        Unsaid = "unsaid",
        /// The longest run of capitalised words of the title that the text repeats.
        Repeated = "repeated",
        /// A person's name.
        Person = "person",
    }
}

/// The event's name, with its probability.
pub(super) fn find(view: &View<'_>) -> Option<Weighed> {
    let mut all = candidates(view);
    // "Meetup" is no name beside "Cork Backend Meetup".
    let cores: Vec<String> = all.iter().map(|it| core(&it.found.value)).collect();
    all.retain(|it| {
        let noun = core(&it.found.value);
        let part =
            view.lexicon.is(&noun, |w| &w.events) && cores.iter().any(|long| is_affix(&noun, long));
        !part && (it.features.has(Name::EventWord) || !is_guest(&it.found.value, view))
    });
    let (best, confidence) = best(&MODEL, &all)?;
    let (best, confidence) = linked::instead_of(best, view, &all)
        .map_or((best, confidence), |name| (name, confidence.max(linked::SURE)));
    Some(Weighed {
        found: specific(best, &all, view).clone(),
        confidence,
        sure: MODEL.accepts(confidence),
    })
}

/// Whether the title says that the event was with a person: "An evening with Ada Lovelace".
fn is_guest(person: &str, view: &View<'_>) -> bool {
    let before = view.title.plain.split(person).next().unwrap_or_default();
    let word = before.split_whitespace().next_back().unwrap_or_default();
    view.lexicon.is(word, |w| &w.with) && score(person) >= LIKELY
}

/// The same name with its number or its place and year, where the title has it so, or with the one year that the text
/// names if the post is of that year or the next.
fn specific<'a>(best: &'a Found, all: &'a [Candidate], view: &View<'_>) -> &'a Found {
    let name = best.value.as_str();
    let title = fold(&view.title.plain);
    let others = || all.iter().map(|other| &other.found);
    let more = |other: &&Found| {
        other.value.strip_prefix(name).is_some_and(|rest| continues(rest, view.lexicon))
            && title.contains(fold(&other.value).as_str())
    };
    if let Some(other) = others().find(more) {
        return other;
    }
    let dated = |other: &&Found| {
        !has_year(name) && has_year(&other.value) && core(&other.value) == core(name)
    };
    let mut years: Vec<i32> = others().filter(dated).filter_map(|it| year(&it.value)).collect();
    years.dedup();
    let current =
        |year: &i32| view.published.is_none_or(|day| (0..2).contains(&(day.year() - year)));
    match years.as_slice() {
        [year] if current(year) => others().find(dated).unwrap_or(best),
        _ => best,
    }
}

/// Whether an event's name goes on with its number, or with its place and year: "` #7`", "` Hamburg 2018`".
fn continues(rest: &str, lexicon: Lexicon) -> bool {
    let words: Vec<&str> = rest.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    rest.starts_with(' ')
        && !says_recap(rest, lexicon)
        && (is_number(rest.replace('#', "").as_str())
            || words.len() <= 3
                && words.iter().all(capital)
                && words.last().is_some_and(|it| has_year(it)))
}

/// Whether a text is one number, which may be an ordinal: "41", "30e ".
fn is_number(text: &str) -> bool {
    let word = text.trim();
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    ending.len() < word.len()
        && ending.chars().count() <= 2
        && !ending.contains(char::is_whitespace)
}

/// A value and its features.
type Named = (Found, Vec<Name>);

/// Every run of words that may be the name: parts of the title, the summary and the first paragraphs.
pub(super) fn candidates(view: &View<'_>) -> Vec<Candidate> {
    let mut all = Vec::new();
    headline(&mut all, view, view.title, true);
    if let Some(summary) = &view.summary {
        headline(&mut all, view, summary, false);
    }
    let evidence = Evidence::of(view);
    for (index, text) in view.early_texts(14).enumerate() {
        let near = (index < 3).then_some(Name::Near);
        let first = (index == 0).then_some(Name::First);
        let with = |range: &Range<usize>, more: &[Name]| {
            let how = near.into_iter().chain(first).chain(more.iter().copied());
            how.chain(introduced(text, range, view.lexicon)).collect()
        };
        for range in capitals(text, view.lexicon).into_iter().take(30) {
            let how = with(&range, &[]);
            push(&mut all, view, text, range, how);
        }
        // A name without a word for events, of which the title has the words.
        for range in runs(text, view.lexicon).into_iter().take(if index < 5 { 60 } else { 0 }) {
            let range = bare(text, range, view.lexicon);
            let core = core(text.plain.get(range.clone()).unwrap_or_default());
            if core.len() > 2 && evidence.is_in_title(&core) {
                let how = with(&range, &[]);
                push(&mut all, view, text, range, how);
            }
        }
        for range in latin(text).into_iter().take(20) {
            let how = with(&range, &[]);
            push(&mut all, view, text, range, how);
        }
        // 「NAME」に参加: a quotation where the text says that its author attended.
        for quote in line::quotes(text, &(0..text.plain.len())).into_iter().take(4) {
            let after = text.plain.get(quote.end..).unwrap_or_default();
            let after: String = after.chars().skip(1).take(14).collect();
            let has = |list: List| view.lexicon.has(&after, list);
            // 「T」というタイトルで登壇しました.
            let is_talk = has(|w| &w.titled) && has(|w| &w.talks) && !has(|w| &w.events);
            if has(|w| &w.attended) && !is_talk {
                let how = with(&quote, &[Name::Quoted]);
                push(&mut all, view, text, quote, how);
            }
        }
        for mark in text.marks.iter().take(30) {
            if matches!(mark.kind, MarkKind::Link(_) | MarkKind::Strong) {
                let how = with(&mark.range, &[]);
                push(&mut all, view, text, bare(text, mark.range.clone(), view.lexicon), how);
            }
        }
    }
    if let Some(range) = repeated(view.title, evidence.body(), view.lexicon) {
        push(&mut all, view, view.title, range, vec![Name::Repeated]);
    }
    merged(view, &evidence, all)
}

/// One candidate for each value.
fn merged(view: &View<'_>, evidence: &Evidence, all: Vec<Named>) -> Vec<Candidate> {
    let mut values: Vec<Named> = Vec::new();
    for (name, how) in all {
        match values.iter_mut().find(|(known, _)| known.value == name.value) {
            Some((_, known)) => known.extend(how),
            None => values.push((name, how)),
        }
    }
    let cores: Vec<String> = values.iter().map(|(name, _)| core(&name.value)).collect();
    let candidate = |(found, how): Named| {
        let mut features = Features::of::<Name>();
        for feature in how {
            features.flag(feature, true);
        }
        shape(&mut features, &found.value, view.lexicon);
        let titled = features.has(Name::Title) || features.has(Name::Stripped);
        let event = features.has(Name::EventWord) || features.has(Name::Noun);
        features.flag(Name::TitleEvent, titled && event);
        evidence.set(&mut features, &found.value);
        let core = core(&found.value);
        features.flag(Name::Extends, cores.iter().any(|other| is_affix(other, &core)));
        let is_end = cores.iter().any(|other| ends_in(&core, other, view.lexicon));
        features.flag(Name::EndsInOther, is_end);
        Candidate { found, features }
    };
    values.into_iter().map(candidate).collect()
}

/// Whether a longer name ends with "at", "in" or "on" and a shorter one: "Speaking at `PyCon`".
fn ends_in(long: &str, short: &str, lexicon: Lexicon) -> bool {
    let before = long.strip_suffix(short);
    before.and_then(|before| before.split_ascii_whitespace().next_back()).is_some_and(|word| {
        lexicon.knows(word, |w| &w.title_places)
            || lexicon.knows(word, |w| &w.places)
            || lexicon.knows(word, |w| &w.about)
    })
}

/// Whether a longer name begins or ends with a shorter one.
fn is_affix(short: &str, long: &str) -> bool {
    !short.is_empty()
        && (long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
            || long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' ')))
}

/// Features of the words themselves.
fn shape(features: &mut Features, name: &str, lexicon: Lexicon) {
    let tokens: Vec<&str> = name.split_whitespace().collect();
    let cjk = name.chars().any(is_cjk);
    let word = tokens.iter().any(|token| event_word(token));
    let noun = event_like(name, lexicon);
    let capital = cjk
        || name.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
        || tokens.iter().any(|t| t.chars().filter(|c| c.is_uppercase()).count() > 1)
        || name.starts_with(|c: char| c.is_ascii_digit());
    let only_noun = !cjk && lexicon.is(name, |w| &w.events);
    let word = word && !only_noun;
    let joined = [": ", " – ", " — ", " - ", " | ", " @ "];
    for (feature, holds) in [
        (Name::EventWord, word),
        (Name::Noun, noun && !word && !only_noun),
        (Name::OneOf, lexicon.has(name, |w| &w.one_of)),
        (Name::Common, !word && !noun && tokens.iter().all(is_common)),
        (Name::Says, lexicon.has(name, |w| &w.me) || lexicon.has(name, |w| &w.spoke)),
        (Name::Year, has_year(name)),
        (Name::Lower, !capital),
        (Name::Single, tokens.len() == 1),
        (Name::Joined, joined.iter().any(|sign| name.contains(sign))),
        (Name::Recap, says_recap(name, lexicon)),
        (
            Name::Punctuated,
            name.contains(['?', '!', '"', '“', ',', '「', '、', '。', '，', '（', ':']),
        ),
        (Name::Grown, tokens.iter().any(|token| grown(token))),
        (
            Name::Capitalised,
            tokens.iter().any(|t| t.chars().filter(char::is_ascii_uppercase).count() > 2),
        ),
        (
            Name::Person,
            tokens.len() == 2 && tokens.first().is_some_and(|t| word::given(&t.to_lowercase())),
        ),
    ] {
        features.flag(feature, holds);
    }
}

/// The parts of a title or a summary, whole or without the words of recaps around them.
fn headline(all: &mut Vec<Named>, view: &View<'_>, title: &Text, is_title: bool) {
    // A title that says "recap" leaves the event.
    let recap = says_recap(&title.plain, view.lexicon);
    for part in parts(title, view.lexicon) {
        let range = bare(title, part.clone(), view.lexicon);
        let phrase = title.plain.get(part.clone()).unwrap_or_default();
        let stripped = recap && range.len() < part.len() && says_recap(phrase, view.lexicon);
        let how = if stripped { Name::Stripped } else { Name::Title };
        push(all, view, title, range, is_title.then_some(how).into_iter().collect());
    }
    let runs = runs(title, view.lexicon).into_iter().take(8);
    let runs = runs.map(|run| bare(title, run, view.lexicon));
    for range in runs.chain(latin(title).into_iter().take(8)) {
        push(all, view, title, range, vec![Name::TitleCapitals]);
    }
}

/// What stands beside a name in a text: that somebody attended, or a word for events.
fn introduced(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> impl Iterator<Item = Name> {
    let before = mention::tail(text.plain.get(..range.start).unwrap_or_default(), 40);
    let attended = lexicon.has(&before, |w| &w.attended).then_some(Name::Attended);
    let beside = beside_noun(text, range, lexicon).then_some(Name::BesideNoun);
    attended.into_iter().chain(beside)
}

/// Runs of Latin words in a text of another script: "ISUCON" in "ISUCONに初めて参加した".
fn latin(text: &Text) -> Vec<Range<usize>> {
    let plain = text.plain.get(..text.plain.floor_char_boundary(3000)).unwrap_or_default();
    if !plain.chars().any(is_cjk) {
        return Vec::new();
    }
    let mut runs = Vec::new();
    let mut start = 0;
    for (at, c) in plain.char_indices().chain([(plain.len(), '\n')]) {
        if c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '-' | '+' | '&' | ':') {
            continue;
        }
        let run = text.trim(start..at);
        let phrase = plain.get(run.clone()).unwrap_or_default();
        if phrase.len() > 3 && phrase.starts_with(|c: char| c.is_ascii_alphabetic()) {
            runs.push(run);
        }
        start = at + c.len_utf8();
    }
    runs
}

/// Whether a word for events is next to a link: "the [JS.geo](…) conference".
fn beside_noun(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> bool {
    let near = |phrase: &str, last: bool| {
        let folded = fold(phrase);
        let mut words = folded.split_ascii_whitespace();
        let word = if last { words.next_back() } else { words.next() };
        word.is_some_and(|word| lexicon.knows(word, |w| &w.events))
    };
    let before = text.plain.get(..range.start).unwrap_or_default();
    let after = text.plain.get(range.end..).unwrap_or_default();
    (after.starts_with(' ')
        && near(after.get(..after.floor_char_boundary(24)).unwrap_or(after), false))
        || (before.ends_with(' ') && near(&mention::tail(before, 24), true))
}

/// The longest run of a title's words that the text repeats: the name of an event without a word for events. It has
/// two capitalised words or numbers at least, and between them "&", "of the" and the like.
fn repeated(title: &Text, body: &str, lexicon: Lexicon) -> Option<Range<usize>> {
    let mut at = 0;
    let words: Vec<Range<usize>> = title
        .plain
        .split(' ')
        .map(|word| {
            let start = at;
            at += word.len() + 1;
            start..start + word.trim_end_matches(|c: char| !c.is_alphanumeric()).len()
        })
        .take(12)
        .collect();
    let of = |word: &Range<usize>| title.plain.get(word.clone()).unwrap_or_default();
    let capital = |word: &Range<usize>| {
        of(word).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '#')
    };
    // "&" has no letter.
    let joins =
        |word: &Range<usize>| word.is_empty() || lexicon.knows(&fold(of(word)), |w| &w.name_joins);
    for len in (2..=words.len()).rev() {
        for run in words.windows(len) {
            let (first, last) = (run.first()?, run.last()?);
            let phrase = title.plain.get(first.start..last.end)?;
            let whole =
                capital(first) && capital(last) && run.iter().all(|w| capital(w) || joins(w));
            if whole && body.contains(fold(phrase).as_str()) {
                return Some(first.start..last.end);
            }
        }
    }
    None
}

/// A name folded, without its year.
pub(super) fn core(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded
        .split_ascii_whitespace()
        .filter(|word| {
            let digits = word.trim_start_matches('\'');
            let number = digits.chars().all(|c| c.is_ascii_digit());
            let short = word.starts_with('\'') && digits.len() == 2;
            !(number && (digits.len() == 4 || short))
        })
        .collect();
    words.join(" ")
}

/// The most words of a name, and the most bytes.
const WORDS: usize = 11;
const BYTES: usize = 200;

fn push(all: &mut Vec<Named>, view: &View<'_>, text: &Text, range: Range<usize>, how: Vec<Name>) {
    let name = text.found(&range);
    let tokens: Vec<&str> = name.value.split_whitespace().collect();
    // A place is no event; half a bracket is a fragment; a hashtag is a name by itself.
    let place = core(&name.value);
    let pairs = [['(', ')'], ['[', ']'], ['（', '）']];
    let half = |[open, close]: [char; 2]| {
        name.value.matches(open).count() != name.value.matches(close).count()
    };
    let tagged = |token: &&str| {
        token.strip_prefix('#').is_some_and(|tag| tag.starts_with(char::is_alphabetic))
    };
    if CITIES.contains(&place.as_str())
        || COUNTRIES.contains(&place.as_str())
        || pairs.into_iter().any(half)
        || tokens.len() > 1 && tokens.iter().any(tagged)
    {
        return;
    }
    if tokens.len() > WORDS || name.value.len() > BYTES {
        return;
    }
    let month = |token: &&str| {
        let folded = fold(token);
        let word = folded.trim();
        view.lexicon.month(word).is_some() || word.chars().all(|c| c.is_ascii_digit())
    };
    let filling = |token: &&str| {
        let folded = fold(token);
        let word = folded.trim();
        FILLING.has(word) || view.lexicon.knows(word, |w| &w.talks)
    };
    // "conference" and "2019 Conference" are not names either, while "June Meetup" is.
    let plain_noun = |token: &&str| {
        let digits = token.trim_start_matches('#');
        digits.chars().all(|c| c.is_ascii_digit()) || view.lexicon.is(token, |w| &w.events)
    };
    let capital = name.value.contains(char::is_uppercase);
    let unnamed = (tokens.len() > 1 || !capital) && tokens.iter().all(plain_noun);
    if unnamed || tokens.iter().all(|token| month(token) || filling(token)) {
        return;
    }
    // "This Meetup" was named before, "Summary" is the heading of any post.
    let points_back = tokens.len() > 1
        && (tokens.first()).is_some_and(|first| view.lexicon.is(first, |w| &w.dangling));
    if !points_back && !view.lexicon.is(&name.value, |w| &w.recap) {
        all.push((name, how));
    }
}

/// Whether a word is in the dictionary, or a number.
fn is_common(token: &&str) -> bool {
    let word = token.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    word::common(&word) || word.chars().all(|c| c.is_ascii_digit())
}

/// Whether a word has a capital after its first letter.
fn grown(token: &str) -> bool {
    let mut chars = token.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_lowercase() && chars.peek().is_some_and(|next| next.is_uppercase()) {
            return true;
        }
    }
    false
}

/// Whether a name has a year, in full or after an apostrophe.
pub(in crate::recap) fn has_year(name: &str) -> bool {
    year(name).is_some()
}

/// The year in a name: "2024", "'24".
pub(super) fn year(name: &str) -> Option<i32> {
    let mut digits = String::new();
    let mut before = ' ';
    for c in name.chars().chain([' ']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        let number: i32 = digits.parse().unwrap_or_default();
        let short = digits.len() == 2 && matches!(before, '\'' | '’') && !c.is_alphanumeric();
        let century = if number < 80 { 2000 } else { 1900 };
        let year = if short { century + number } else { number };
        if (short || digits.len() == 4) && (1980..2100).contains(&year) {
            return Some(year);
        }
        digits.clear();
        before = c;
    }
    None
}
