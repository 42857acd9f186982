//! The vocabulary of recaps in each language.
//!
//! Words are in lower case. A post is read with the words of its own language and of English, since
//! many authors keep English titles and headings.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::names::{NO_NAMES_CJK, POSITIONS_ZH};
use super::sessions::CREDITS;
use super::{Folded, Phrases, cs, de, en, es, fold, fr, it, ja, ko, nl, pl, pt, ru, sv, zh};

/// The words of one language.
#[derive(Debug)]
pub(crate) struct Words {
    /// BCP 47 code.
    pub code: &'static str,
    /// What the language is called, in English and in itself.
    pub names: &'static [&'static str],
    /// Whether a number with a full stop is an ordinal: "zum 23. Mal".
    pub dotted_ordinals: bool,
    /// Frequent words by which the language is detected.
    pub common: Phrases,
    /// Between a title and its speaker ("T by S").
    pub by: Phrases,
    /// Between the last two names of a list.
    pub and: Phrases,
    /// Between a name and that person's organisation ("S from Org").
    pub of: Phrases,
    /// Between a name and a topic ("S on X").
    pub about: Phrases,
    /// Between a kind of session and its speaker ("Deep dive with S").
    pub with: Phrases,
    /// Right before the name of who speaks: "the first speaker was S", "the day was opened by S".
    pub introduces: Phrases,
    /// Right before the name of somebody who did something other than a talk: "thanks to S", "I met S".
    pub meets: Phrases,
    /// What somebody did other than a talk, within the words after the name: "S asked a question".
    pub deeds: Phrases,
    /// Roles of people: words that titles do not have.
    pub roles: Phrases,
    /// Between a title and who speaks there: "T, in which S showed".
    pub within: Phrases,
    /// Before a title ("a talk titled T").
    pub titled: Phrases,
    /// The twelve months with their short forms.
    pub months: [&'static [&'static str]; 12],
    /// Verbs of speakers, as one word after their name.
    pub verbs: Phrases,
    /// "I", where the verb does not say it; Japanese and Korean may leave it out.
    pub me: Phrases,
    /// Words of a sentence about a talk that was not given: "not", "declined".
    pub refusals: Phrases,
    /// What somebody says of the own talk, before or after its topic or title: "spoke", "presented". A phrase says
    /// "I" or "we" by itself.
    pub spoke: Phrases,
    /// The same, beside a word for a talk: "gave".
    pub gave: Phrases,
    /// What a talk gives, up to its topic: "introduction to".
    pub overviews: Phrases,
    /// Before the own talk: "my".
    pub mine: Phrases,
    /// Whom people chat with beside the talks, after "with" or "to"; with the particle in scripts without spaces.
    pub company: Phrases,
    /// What the author liked most.
    pub praise: Phrases,
    /// Kinds of sessions.
    pub talks: Phrases,
    /// Headings of sections that list sessions.
    pub sessions: Phrases,
    /// Headings of sections without sessions.
    pub others: Phrases,
    /// Words of headings and introductions of lists of people and projects: "In attendance:".
    pub rosters: Phrases,
    /// Who won: "the first prize went to".
    pub prizes: Phrases,
    /// Lines of a schedule that are not sessions.
    pub breaks: Phrases,
    /// Words around the event's name in titles of recaps.
    pub recap: Phrases,
    /// Phrases of attendees.
    pub attended: Phrases,
    /// Phrases of invitations to a coming event.
    pub coming: Phrases,
    /// Titles of releases, reports, lists and newsletters.
    pub elsewhere: Phrases,
    /// Before a place.
    pub places: Phrases,
    /// Cities in the case that follows "in", with their names.
    pub cities_in: &'static [(&'static str, &'static str)],
    /// Before a place that somebody goes to, comes from or belongs to.
    pub moves: Phrases,
    /// Articles and titles before a place's name.
    pub place_articles: Phrases,
    /// Particles within names of places.
    pub place_joins: Phrases,
    /// Labels of a place ("Venue: X").
    pub place_labels: Phrases,
    /// Words for buildings.
    pub venues: Phrases,
    /// Ends of compounds for buildings.
    pub venue_ends: Phrases,
    /// Capitalised or unspaced words after "in" that are not places.
    pub not_places: Phrases,
    /// Particles after a place, in scripts without spaces.
    pub after_places: Phrases,
    /// After a place, in scripts without spaces: "was held".
    pub held_after: Phrases,
    /// Before a place, in scripts without spaces.
    pub held_before: Phrases,
    /// Phrases of sentences about another year, another event or somebody's home.
    pub other_times: Phrases,
    /// Between an event and its place in a title.
    pub title_places: Phrases,
    /// Before those who heard a talk: "in front of".
    pub audiences: Phrases,
    /// Between the first and the last day.
    pub until: Phrases,
    /// Between the day and the month.
    pub of_days: Phrases,
    /// After the number of a day: "11th".
    pub ordinal_ends: Phrases,
    /// Words of tags by which a blog organises its posts, meaningless to other readers: kinds of posts, seasons.
    pub filing: Phrases,
    /// Abbreviations before a name, a number or a bracket that end no sentence, without their full stop.
    pub abbreviations: Phrases,
    /// Words at the end of a sentence, with the spaces and the full stop around them, that look like
    /// abbreviations.
    pub no_abbreviations: Phrases,
    /// Bracketed link labels after a talk.
    pub link_texts: Phrases,
    /// Words that must not end a shortened text.
    pub joints: Phrases,
    /// Words about the journey to an event.
    pub journeys: Phrases,
    /// Labels of the day on which a post was written.
    pub written_on: Phrases,
    /// Phrases for one of several days.
    pub one_of_days: Phrases,
    /// The day before the day of writing.
    pub yesterday: Phrases,
    /// The day of writing.
    pub today: Phrases,
    /// Before or after a weekday in the past.
    pub last: Phrases,
    /// The weekdays from Monday.
    pub weekdays: [&'static [&'static str]; 7],
    /// Next to an event's hashtag.
    pub hashtags: Phrases,
    /// Next to a channel written like a hashtag.
    pub channels: Phrases,
    /// Numbers after such a word.
    pub ordinals: Phrases,
    /// Before or after a number that is rounded: "more than 500".
    pub rounding: Phrases,
    /// Before a common noun: "a", "another", "my". A name has none.
    pub one_of: Phrases,
    /// Particles within names of events.
    pub name_joins: Phrases,
    /// First words of sentences that refer to the sentence before.
    pub dangling: Phrases,
    /// First words of sentences about a talk's content.
    pub telling: Phrases,
    /// First words of sentences about the author and the reader.
    pub own_view: Phrases,
    /// Superlatives and ordinals of events: first, largest, Nth.
    pub ranking: Phrases,
    /// Words of opinions on the event.
    pub verdict: Phrases,
    /// Phrases for what the author learned.
    pub lesson: Phrases,
    /// Labels of a remark on a talk: "Notes: …".
    pub remarks: Phrases,
    /// Verdicts on a talk that an author would not post beside its speaker's name.
    pub blame: Phrases,
    /// Thanks, apologies, and whom they address.
    pub courtesy: Phrases,
    /// Travel, food and other surroundings of an event.
    pub logistics: Phrases,
    /// Phrases that refer to another place of the page or another page.
    pub pointing: Phrases,
    /// Frequent past-tense verbs, or their endings.
    pub past: Phrases,
    /// "And" and "but" at the beginning of a sentence, which may be left out.
    pub conjunctions: Phrases,
    /// Transitions between sentences that may be left out, with the comma behind them.
    pub connective: Phrases,
    /// Words about the future.
    pub future: Phrases,
    /// Headings of closing sections.
    pub closing: Phrases,
    /// Units in which events are counted.
    pub counted: Phrases,
    /// Phrases that introduce a person.
    pub biography: Phrases,
    /// Words of sentences about more than one talk.
    pub joint: Phrases,
    /// Talks and speakers in the plural: the sentence is about several.
    pub many: Phrases,
    /// What one should, can or wants to do.
    pub advice: Phrases,
    /// "Is" and "are": a statement that holds.
    pub states: Phrases,
    /// What a talk tells ("about", "how").
    pub tells: Phrases,
    /// "Only", "even", "also": a remark beside the point.
    pub aside: Phrases,
    /// "Also" near the beginning of a sentence, with what stands there where it is the first: `(" also ", " ")`.
    pub also: &'static [(&'static str, &'static str)],
    /// Phrases of a closing invitation.
    pub invite: Phrases,
    /// Anchor texts and labels of recordings.
    pub video: Phrases,
    /// Anchor texts and labels of slides.
    pub slides: Phrases,
    /// Before the name of a photographer.
    pub credit: Phrases,
    /// Words for events.
    pub events: Phrases,
}

/// Every language, English first.
pub(crate) static ALL: &[&Words] = &[
    &en::WORDS,
    &es::WORDS,
    &fr::WORDS,
    &de::WORDS,
    &pt::WORDS,
    &it::WORDS,
    &ja::WORDS,
    &ko::WORDS,
    &zh::WORDS,
    &nl::WORDS,
    &sv::WORDS,
    &pl::WORDS,
    &ru::WORDS,
    &cs::WORDS,
];

/// Further languages with dotted ordinals.
const DOTTED_ORDINALS: &[&str] =
    &["da", "et", "fi", "hr", "hu", "is", "lt", "lv", "nb", "nn", "no", "sk", "sl", "tr"];

/// Whether a number with a full stop is an ordinal in the language of this code.
pub(crate) fn has_dotted_ordinals(code: &str) -> bool {
    DOTTED_ORDINALS.contains(&code)
        || ALL.iter().any(|words| words.code == code && words.dotted_ordinals)
}

/// The code of the language of this name.
pub(crate) fn named(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    ALL.iter().find(|words| words.names.contains(&name.as_str())).map(|words| words.code)
}

/// Whether a "by" word has no other meaning; short ones ("de", "von") mean "of" as well.
pub(crate) fn surely_by(word: &str) -> bool {
    word.len() > 4 || matches!(word, "by" | "por" | "par" | "pela" | "pelo" | "door")
}

/// The vocabularies for a post.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lexicon {
    /// The post's own language; English where it has no words here.
    pub own: &'static Words,
    /// English.
    pub english: &'static Words,
}

/// Whether a Chinese, Japanese or Korean word of the length of a name is none: one of headings, talks or roles, or another noun.
pub(crate) fn is_no_name(word: &str) -> bool {
    let lists: [List; 10] = [
        |w| &w.others,
        |w| &w.breaks,
        |w| &w.sessions,
        |w| &w.talks,
        |w| &w.roles,
        |w| &w.remarks,
        |w| &w.events,
        |w| &w.dangling,
        |w| &w.video,
        |w| &w.slides,
    ];
    [&ja::WORDS, &ko::WORDS, &zh::WORDS]
        .iter()
        .any(|words| lists.iter().any(|list| list(words).has(word)))
        || CREDITS.has(word)
        || NO_NAMES_CJK.contains(&word)
        || POSITIONS_ZH.contains(&word)
}

/// Selects a list of a vocabulary.
pub(crate) type List = fn(&'static Words) -> &'static Phrases;

impl Lexicon {
    /// The words for a BCP 47 language tag.
    pub(crate) fn of(language: &str) -> Self {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let own =
            ALL.iter().find(|words| words.code.eq_ignore_ascii_case(primary)).unwrap_or(&ALL[0]);
        Self { own, english: ALL[0] }
    }

    /// Whether the post's language is Chinese, Japanese or Korean.
    pub(crate) fn is_cjk(self) -> bool {
        matches!(self.own.code, "ja" | "ko" | "zh")
    }

    /// A list in the post's language, then in English where that is another.
    pub(crate) fn list(self, list: List) -> impl Iterator<Item = &'static str> {
        self.lists(list).flat_map(|list| list.iter()).copied()
    }

    fn lists(self, list: List) -> impl Iterator<Item = &'static Phrases> {
        let english = (self.own.code != self.english.code).then(|| list(self.english));
        [list(self.own)].into_iter().chain(english)
    }

    /// Whether a word or phrase in lower case is one of the list.
    pub(crate) fn knows(self, phrase: &str, list: List) -> bool {
        self.lists(list).any(|list| list.has(phrase))
    }

    /// Whether `text` has a word or phrase of the list.
    pub(crate) fn has(self, text: &str, list: List) -> bool {
        self.has_in(&Folded::of(text), list)
    }

    /// The same for a folded text.
    pub(crate) fn has_in(self, folded: &Folded, list: List) -> bool {
        self.within(folded, list).next().is_some()
    }

    /// The words and phrases of the list that a text has.
    pub(crate) fn within(self, folded: &Folded, list: List) -> impl Iterator<Item = &'static str> {
        self.lists(list).flat_map(|list| list.within(folded))
    }

    /// How many words or phrases of the list a text has.
    pub(crate) fn count(self, folded: &Folded, list: List) -> usize {
        let distinct = |list: &Phrases| {
            let mut found: Vec<_> = list.within(folded).collect();
            found.sort_unstable();
            found.dedup();
            found.len()
        };
        self.lists(list).map(distinct).sum()
    }

    /// The number, from 0 for Monday, of the weekday that a lower-case word names.
    pub(crate) fn weekday(self, word: &str) -> Option<u32> {
        let all = [&self.own.weekdays, &self.english.weekdays];
        let mut days = all.iter().flat_map(|days| days.iter().zip(0_u32..));
        days.find_map(|(names, day)| names.contains(&word).then_some(day))
    }

    /// The number, from 1, of the month that a lower-case word names.
    pub(crate) fn month(self, word: &str) -> Option<u32> {
        let of = |words: &Words| words.months.iter().position(|names| names.contains(&word));
        of(self.own).or_else(|| of(self.english)).and_then(|month| u32::try_from(month + 1).ok())
    }

    /// Whether `text` is in the list, ignoring case and surrounding punctuation.
    pub(crate) fn is(self, text: &str, list: List) -> bool {
        self.knows(fold(text).trim(), list)
    }
}

/// Where ` word ` begins in a text, spaces included.
pub(crate) fn spaced(text: &str, word: &str) -> Option<usize> {
    text.match_indices(' ').map(|(at, _)| at).find(|at| {
        text.get(at + 1..)
            .and_then(|rest| rest.strip_prefix(word))
            .is_some_and(|rest| rest.starts_with(' '))
    })
}

/// Weekdays of one character, in brackets behind a date.
pub(crate) const WEEKDAYS: &str = "月火水木金土日一二三四五六월화수목금토일";

/// What the character after a number means in Chinese, Japanese or Korean dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateMark {
    /// The number is a year.
    Year,
    /// The number is a month.
    Month,
    /// The number is a day.
    Day,
}

/// The part of a date for a character.
pub(crate) fn date_mark(c: char) -> Option<DateMark> {
    match c {
        '年' | '년' => Some(DateMark::Year),
        '月' | '월' => Some(DateMark::Month),
        '日' | '일' | '号' => Some(DateMark::Day),
        _ => None,
    }
}

/// Whether a character belongs to Chinese, Japanese or Korean writing.
pub(crate) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '々')
}

/// A searcher for all of these words at once, of a kind that is built fast: a hook reads few posts.
pub(crate) fn any_of(words: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Option<AhoCorasick> {
    let kind = Some(AhoCorasickKind::ContiguousNFA);
    AhoCorasick::builder().kind(kind).build(words).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_folded() {
        for words in ALL {
            for list in [
                &words.by,
                &words.talks,
                &words.sessions,
                &words.others,
                &words.recap,
                &words.coming,
                &words.attended,
                &words.dangling,
                &words.invite,
                &words.verbs,
                &words.elsewhere,
                &words.telling,
                &words.own_view,
                &words.ranking,
                &words.verdict,
                &words.lesson,
                &words.blame,
                &words.courtesy,
                &words.logistics,
                &words.pointing,
                &words.past,
                &words.connective,
                &words.future,
                &words.closing,
                &words.counted,
                &words.biography,
                &words.joint,
                &words.many,
                &words.advice,
                &words.states,
                &words.tells,
                &words.aside,
            ] {
                for word in list.iter() {
                    assert_eq!(fold(word).trim(), *word, "{}", words.code);
                }
            }
        }
    }
}
