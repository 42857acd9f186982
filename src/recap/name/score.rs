//! How likely words are a person's name, from the words alone.

use std::cell::RefCell;

use crate::language as words;
use crate::language::names::{
    BEFORE_NAMES_ZH, DOUBLE_ZH, FAMILY_KO, FAMILY_ZH, WORDS_AS_GIVEN, honorifics,
};
use crate::recap::kind;
use crate::recap::word::{self, city, common, forename, given, looks, no_name, particle};

/// The threshold for a name.
pub(in crate::recap) const LIKELY: f32 = 0.6;

/// The score of a name with a common given name and nothing against it.
pub(super) const SURE: f32 = 0.9;

/// How sure it is that `text` is one person's name, from 0 to 1.
pub(in crate::recap) fn score(text: &str) -> f32 {
    let text = text.trim();
    if text.is_empty() || text.chars().nth(60).is_some() {
        return 0.0;
    }
    SCORES.with_borrow_mut(|scores| scores.of(text))
}

/// A cache of [`score`] for recent texts: a line is split in many ways, and most of the parts recur.
struct Scores(Vec<(String, f32)>);

thread_local! {
    static SCORES: RefCell<Scores> = const { RefCell::new(Scores(Vec::new())) };
}

impl Scores {
    /// How many are kept.
    const PLACES: usize = 1024;

    fn of(&mut self, text: &str) -> f32 {
        self.0.resize_with(Self::PLACES, Default::default);
        let hash = text
            .bytes()
            .fold(text.len(), |hash, byte| (hash ^ usize::from(byte)).wrapping_mul(0x9e37_79b1));
        let Some((known, score)) = self.0.get_mut((hash >> 16) % Self::PLACES) else {
            return likelihood(text);
        };
        if known != text {
            *score = likelihood(text);
            text.clone_into(known);
        }
        *score
    }
}

fn likelihood(text: &str) -> f32 {
    if text.chars().any(words::is_cjk) {
        return cjk(text);
    }
    if let Some(handle) = text.strip_prefix('@') {
        let plain = handle.len() > 1
            && handle.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
        return if plain { 0.9 } else { 0.0 };
    }
    // Most texts are ruled out by their first word.
    if text.split_whitespace().next().is_some_and(begins_no_name) {
        return 0.0;
    }
    let tokens: Vec<&str> = text.split_whitespace().filter(|it| !nickname(it)).collect();
    if tokens.len() > 6 {
        return 0.0;
    }
    // Most texts are words of a sentence.
    if !tokens.iter().all(|token| looks(token) || particle(token)) {
        return 0.0;
    }
    let first = tokens.first().copied().unwrap_or_default();
    let acronym = tokens.len() > 1
        && first.len() == 3
        && first.bytes().all(|byte| byte.is_ascii_uppercase())
        && tokens.iter().any(|token| token.contains(char::is_lowercase));
    let title = tokens.len() == 1 && TITLES.contains(&first);
    if acronym || title || tokens.iter().any(|token| word::organisation(token)) {
        return 0.0;
    }
    let lower: Vec<String> = tokens.iter().map(|token| token.to_lowercase()).collect();
    if city(&lower) {
        return 0.0;
    }
    let pair = tokens.len() == 2;
    // "Sarah Day": after a given name such a word is a family name.
    let forenamed = tokens.len() > 1 && lower.first().is_some_and(|first| forename(first));
    // "Hyacinth Baptiste": a word before a name is one as well.
    let followed = pair && lower.last().is_some_and(|last| forename(last));
    let mut names = 0;
    let mut doubtful = false;
    let mut words = 0;
    let mut counted = 0;
    for (index, (token, lower)) in tokens.iter().zip(&lower).enumerate() {
        let joins = particle(token);
        if joins && (index > 0 || tokens.len() > 2) && index + 1 < tokens.len() {
            continue;
        }
        let family = pair && forenamed && index == 1;
        counted += 1;
        let both = pair && index == 0 && WORDS_AS_GIVEN.contains(&lower.as_str());
        // A particle without a word after it is not part of a name.
        if (joins && !looks(token))
            || (!family && !both && no_name(lower))
            || (!given(lower) && kind::event_word(lower))
            || compound(token)
        {
            return 0.0;
        }
        let beside = if index == 0 { followed } else { forenamed };
        let initial = token.trim_end_matches('.').chars().count() == 1;
        if !initial {
            words += 1;
        }
        if given(lower) || (index == 0 && forenamed) {
            names += if index == 0 { 2 } else { 1 };
        } else if common(lower) && !both && !beside {
            // "Kees Cook": the first word is not an English one.
            if pair && index == 1 && names == 0 {
                doubtful = true;
            } else {
                names -= 3;
            }
        }
    }
    let base = match (counted, words) {
        (_, 0) => return 0.0,
        // "Hacken von Tamagotchis": before a particle the first word is mostly known.
        _ if !forenamed && counted < tokens.len() => 0.3,
        _ if doubtful => 0.5,
        (1, _) => 0.35,
        (2..=3, _) => 0.62,
        _ => 0.5,
    };
    match names {
        ..0 => 0.2,
        0 => base,
        1 => base + 0.1,
        _ => base + 0.3,
    }
}

/// Whether a word is a compound in lower case, "City-based".
pub(in crate::recap) fn compound(token: &str) -> bool {
    let last = token.rsplit_once(['-', '‐', '–']).map(|(_, last)| last);
    last.is_some_and(|last| {
        last.chars().count() > 3 && last.chars().all(char::is_lowercase) && !given(last)
    })
}

/// A nickname between quotation marks is a part of the name.
fn nickname(token: &str) -> bool {
    token.len() > 2
        && token.starts_with(['"', '“', '\'', '‘'])
        && token.ends_with(['"', '”', '\'', '’'])
}

/// Whether names never begin with this word.
fn begins_no_name(token: &str) -> bool {
    if nickname(token) || particle(token) {
        return false;
    }
    if !looks(token) {
        return true;
    }
    let lower = token.to_lowercase();
    no_name(&lower) && !WORDS_AS_GIVEN.contains(&lower.as_str())
}

/// How many bytes of a run of Chinese characters precede the name at its end: all up to a particle,
/// or up to the family name where the run is longer than a name.
pub(in crate::recap) fn before_name(run: &str) -> usize {
    let cut = run
        .char_indices()
        .rev()
        .find(|(_, c)| BEFORE_NAMES_ZH.contains(c))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let rest = run.get(cut..).unwrap_or_default();
    if rest.chars().count() <= 3 {
        return cut;
    }
    [3, 2, 4]
        .into_iter()
        .find_map(|count| {
            let (at, first) = rest.char_indices().rev().nth(count - 1)?;
            let double = DOUBLE_ZH
                .iter()
                .any(|family| rest.get(at..).is_some_and(|name| name.starts_with(family)));
            (double || (count < 4 && FAMILY_ZH.contains(first))).then_some(cut + at)
        })
        .unwrap_or(cut)
}

/// Names in Chinese, Japanese and Korean characters, with or without an honorific.
fn cjk(text: &str) -> f32 {
    let bare = honorific(text);
    let honoured = bare.len() < text.len();
    let count = bare.chars().filter(|c| !c.is_whitespace()).count();
    let hangul = bare.chars().all(|c| matches!(c, '\u{ac00}'..='\u{d7af}' | ' '));
    let han = bare.chars().all(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '々' | ' ' | '\u{3000}'));
    if honoured && (1..=12).contains(&count) {
        return 0.9;
    }
    if words::is_no_name(bare) {
        return 0.0;
    }
    if hangul && (2..=4).contains(&count) && !bare.contains(' ') {
        let family = bare.chars().next().is_some_and(|c| FAMILY_KO.contains(c));
        return match (count, family) {
            (3, true) => 0.75,
            (3, false) | (_, true) => 0.5,
            _ => 0.3,
        };
    }
    if han && (2..=4).contains(&count) {
        let double = DOUBLE_ZH.iter().any(|family| bare.starts_with(family));
        let family = bare.chars().next().is_some_and(|c| FAMILY_ZH.contains(c));
        return if (family && count <= 3) || (double && count > 2) { 0.72 } else { 0.5 };
    }
    if han && bare.contains([' ', '\u{3000}']) && (3..=6).contains(&count) {
        return 0.7;
    }
    0.0
}

/// Titles before names.
const TITLES: [&str; 10] = ["Dr.", "Prof.", "Mr.", "Mrs.", "Ms.", "Dr", "Prof", "Mr", "Mrs", "Ms"];

/// A name without titles and honorifics.
pub(in crate::recap) fn honorific(name: &str) -> &str {
    let name = name.trim();
    let scripts = name.chars().next_back().is_some_and(words::is_cjk);
    for end in honorifics().filter(|_| scripts) {
        if let Some(bare) = name.strip_suffix(end).map(str::trim_end)
            && !bare.is_empty()
        {
            return bare;
        }
    }
    if !name.starts_with(['D', 'P', 'M']) {
        return name;
    }
    for start in TITLES {
        if let Some(bare) = name.strip_prefix(start)
            && bare.starts_with(' ')
            && bare.trim().contains(' ')
        {
            return bare.trim_start();
        }
    }
    name
}
