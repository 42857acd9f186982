//! The tie of a name to a talk, from the words around it.

use std::ops::Range;

use super::{Tie, tail, unbracketed};
use crate::language::names::{GENITIVES, RELATIVES, SUBJECTS, VERBS_LAST, behind_honorific};
use crate::language::sessions::{BEFORE_EMPLOYERS, CHATS, GIVES, MADE};
use crate::language::{self as words, Folded, Lexicon, fold, is_cjk};
use crate::recap::link;
use crate::recap::name;
use crate::recap::text::Text;
use crate::recap::word;

/// How many characters before and after a name are read for its tie to a talk.
const NEAR: usize = 60;

/// The tie of a name to a talk.
pub(super) fn tie(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> Tie {
    let plain = text.plain.as_str();
    let before = plain.get(..range.start).unwrap_or_default();
    let after = plain.get(range.end..).unwrap_or_default();
    let near: String = after.chars().take(NEAR).collect();
    let recent: String = tail(before, NEAR);
    let lead = fold(&recent);
    let apposed = lexicon.list(|w| &w.by).any(|by| {
        let before = recent.strip_suffix(' ').and_then(|phrase| phrase.strip_suffix(by));
        before.is_some_and(|phrase| phrase.ends_with(", "))
    });
    if apposed || name_follows(&lead, lexicon) || links_to_talk(text, range) {
        return Tie::By;
    }
    if (near.starts_with("'s ")
        || near.starts_with("’s ")
        || near.starts_with("' ")
        || near.starts_with("’ ")
        || near.starts_with("s "))
        && near.split(['.', ';']).next().is_some_and(|clause| lexicon.has(clause, |w| &w.talks))
    {
        return Tie::Owner;
    }
    if gives_talk(after, lexicon) {
        return Tie::By;
    }
    if does(unbracketed(after), lexicon)
        || speaks_at_end(unbracketed(after), lexicon)
        || after_aside(unbracketed(after)).is_some_and(|rest| does(rest, lexicon))
        || done_before(&lead, lexicon)
    {
        return Tie::Verb;
    }
    if introduced(&lead, lexicon) || owns_topic(&lead, after, lexicon) {
        return Tie::By;
    }
    if near.starts_with(" (@") {
        return Tie::Profile;
    }
    if let Some(role) = role(after, lexicon) {
        let rest = after.get(role..).unwrap_or_default();
        return if does(rest, lexicon) { Tie::Verb } else { Tie::Role };
    }
    if text.link_over(range).is_some_and(name::profile) {
        return Tie::Profile;
    }
    Tie::None
}

/// A name before a talk without the ending of the genitive: "Lovelaces föredrag". A name may itself end so; it
/// keeps an ending without which it would be none, or after a vowel, before an article ("Hans Peters den Vortrag"),
/// and behind a verb ("höll Hans Peters föredraget").
pub(super) fn owned(text: &Text, range: Range<usize>, lexicon: Lexicon) -> Range<usize> {
    let whole = text.plain.get(range.clone()).unwrap_or_default();
    let after = text.plain.get(range.end..).unwrap_or_default();
    let near = fold(after.get(..after.floor_char_boundary(40)).unwrap_or_default());
    let mut next = near.split_ascii_whitespace().take(2).peekable();
    let before = text.plain.get(..range.start).unwrap_or_default();
    let last = whole.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let stem = last.strip_suffix('s').unwrap_or_default();
    let ending =
        !word::given(&last) && (word::given(stem) || !stem.ends_with(|c| "aeiouysxz".contains(c)));
    let genitive = GENITIVES.contains(&lexicon.own.code)
        && whole.ends_with('s')
        && after.starts_with(' ')
        && ending
        && !next.peek().is_some_and(|word| lexicon.knows(word, |w| &w.joints))
        && !done_before(&fold(&tail(before, 40)), lexicon)
        && next.any(|word| lexicon.knows(word, |w| &w.talks));
    range.start..range.end - usize::from(genitive)
}

/// Whether the words around a name are about something other than a talk: "thanks to S", "S asked a question".
pub(super) fn stands_by(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> bool {
    let before = text.plain.get(..range.start).unwrap_or_default();
    let lead = fold(&tail(before, 40));
    let lead = lead.trim_end();
    let met = meets(lexicon).any(|phrase| ends_in(lead, phrase));
    let after = text.plain.get(range.end..).unwrap_or_default();
    let clause = after.split(['.', '!', '?', '。']).next().unwrap_or_default();
    let clause = clause.get(..clause.floor_char_boundary(LONG));
    let clause = unbracketed(clause.unwrap_or_default());
    met || deed(clause, lexicon)
        || belonging(clause, lexicon).is_some_and(|rest| deed(rest, lexicon))
}

/// The words before somebody who did something other than a talk, without English ones that mean something else in the
/// post's language: Dutch "met S" is "with S".
fn meets(lexicon: Lexicon) -> impl Iterator<Item = &'static str> {
    lexicon.list(|w| &w.meets).filter(move |phrase| !lexicon.own.with.has(phrase))
}

/// Whether a clause begins with something other than a talk that the person of the name before it did, or has.
fn deed(clause: &str, lexicon: Lexicon) -> bool {
    let near: String = clause.chars().take(40).collect();
    let folded = Folded::of(&near);
    if near.chars().any(is_cjk) {
        return lexicon.has_in(&folded, |w| &w.deeds);
    }
    let begins = |tail: &str| {
        let rest = |deed| tail.strip_prefix(deed);
        let mut deeds = lexicon.list(|w| &w.deeds).filter_map(rest);
        deeds.any(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    for tail in folded.tails().take(3) {
        let word = tail.split(' ').next().unwrap_or_default();
        if begins(tail) {
            return true;
        }
        if lexicon.knows(word, |w| &w.verbs) {
            break;
        }
    }
    false
}

/// Whether a relative clause behind a name ends with a verb of speakers, as in German: ", die über Typen sprach".
fn speaks_at_end(after: &str, lexicon: Lexicon) -> bool {
    let Some(clause) = after.strip_prefix(", ").filter(|_| VERBS_LAST.contains(&lexicon.own.code))
    else {
        return false;
    };
    let clause = clause.get(..clause.floor_char_boundary(LONG)).unwrap_or_default();
    let clause = clause.split([',', '.', '!', '?', ';', ':']).next().unwrap_or_default();
    let folded = fold(clause);
    let mut words = folded.split_ascii_whitespace();
    let relative = words.next().is_some_and(|word| RELATIVES.contains(&word));
    relative && words.next_back().is_some_and(|word| lexicon.own.verbs.has(word))
}

/// What follows a short clause between commas: ", who works on compilers, gave …".
fn after_aside(after: &str) -> Option<&str> {
    let rest = after.strip_prefix(", ").filter(|rest| rest.starts_with(char::is_lowercase))?;
    let (aside, rest) = rest.split_once(',')?;
    (aside.chars().count() <= NEAR && !aside.contains(['.', ';'])).then_some(rest)
}

/// The length of a role right after a name: ", engineer at Org,", " (Org)".
fn role(after: &str, lexicon: Lexicon) -> Option<usize> {
    let near = after.get(..after.floor_char_boundary(120))?;
    let (start, closing) = if near.starts_with(", ") {
        (2, ',')
    } else if near.starts_with(" (") {
        (2, ')')
    } else {
        return None;
    };
    let end = near.get(start..)?.find(closing)?;
    let phrase = near.get(start..start + end)?;
    if phrase.contains(['.', ';']) {
        return None;
    }
    let folded = Folded::of(phrase);
    let at = BEFORE_EMPLOYERS.iter().chain(lexicon.own.of.iter()).any(|of| folded.has(of));
    let known = lexicon.has_in(&folded, |w| &w.roles);
    let short =
        closing == ')' && phrase.split(' ').count() <= 4 && phrase.starts_with(char::is_uppercase);
    (at || known || short).then_some(start + end + closing.len_utf8())
}

/// Whether a "by" comes right before, as in "a talk by", "presented by".
fn name_follows(lead: &str, lexicon: Lexicon) -> bool {
    let lead = lead.trim_end();
    // "The keynote from S".
    let of = lexicon.list(|w| &w.of).any(|of| {
        lead.strip_suffix(of).is_some_and(|left| {
            left.ends_with(' ')
                && left
                    .split_ascii_whitespace()
                    .next_back()
                    .is_some_and(|word| lexicon.knows(word, |w| &w.talks))
        })
    });
    of || lexicon.list(|w| &w.by).any(|by| {
        lead.strip_suffix(by).is_some_and(|left| {
            let whole = left.ends_with(' ') || left.is_empty() || by.chars().any(is_cjk);
            // "de", "von" and the like mean it only after a talk.
            let sure = words::surely_by(by);
            whole
                && !made(left)
                && (sure
                    || left
                        .split_ascii_whitespace()
                        .next_back()
                        .is_some_and(|word| lexicon.knows(word, |w| &w.talks)))
        })
    })
}

/// Whether words that introduce a speaker come right before, as in "the next speaker was".
fn introduced(lead: &str, lexicon: Lexicon) -> bool {
    let lead = lead.trim_end();
    // Most names follow other words: their last letter tells.
    let last = lead.bytes().next_back();
    let mut phrases = lexicon.list(|w| &w.introduces);
    phrases.any(|phrase| phrase.bytes().next_back() == last && ends_in(lead, phrase))
}

/// Whether a topic follows a name: "S on T".
pub(crate) fn is_topic(after: &str, lexicon: Lexicon) -> bool {
    lexicon.list(|w| &w.about).any(|about| {
        let rest = after.strip_prefix(' ').and_then(|rest| rest.strip_prefix(about));
        rest.is_some_and(|rest| rest.starts_with(' '))
    })
}

/// Whether a topic follows the name of somebody to whom something belongs: "the one from S about T".
fn owns_topic(lead: &str, after: &str, lexicon: Lexicon) -> bool {
    let belongs = |left: &str| (left.is_empty() || left.ends_with(' ')) && !made(left);
    let lead = lead.trim_end();
    let met = || meets(lexicon).any(|phrase| ends_in(lead, phrase));
    let with = || lexicon.list(|w| &w.with).any(|with| ends_in(lead, with));
    let near = after.get(..after.floor_char_boundary(LONG)).unwrap_or_default();
    let clause = near.split(['.', '!', '?']).next().unwrap_or_default();
    let around = [lead, clause];
    // "I chatted for long with S about T".
    let chats = || {
        let chat = |part: &&str| {
            let part = Folded::of(part);
            CHATS.iter().any(|word| part.has(word))
        };
        with()
            && around.iter().any(chat)
            && !around.iter().any(|part| lexicon.has(part, |w| &w.talks))
    };
    let of = || {
        (lexicon.list(|w| &w.by))
            .chain(lexicon.list(|w| &w.of))
            .chain(lexicon.list(|w| &w.with))
            .filter_map(|word| lead.strip_suffix(word))
            .any(belongs)
    };
    is_topic(after, lexicon) && !met() && of() && !chats()
}

/// Whether a folded text ends in a phrase.
fn ends_in(lead: &str, phrase: &str) -> bool {
    let left = lead.strip_suffix(phrase);
    left.is_some_and(|left| left.is_empty() || left.ends_with(' ') || phrase.chars().any(is_cjk))
}

/// Whether a name is the whole text of a link to a recording or a talk's page.
fn links_to_talk(text: &Text, range: &Range<usize>) -> bool {
    text.links().any(|(linked, href)| {
        text.trim(linked.clone()) == *range
            && (link::by_url(href) == link::Target::Video || link::talk_page(href))
    })
}

/// Whether the word before "by" is not a talk: "a quote by", "written by".
fn made(left: &str) -> bool {
    let last = left.split_ascii_whitespace().next_back();
    last.is_some_and(|word| MADE.contains(&word))
}

/// Whether a verb comes right before the name, as in "sprach S über".
fn done_before(lead: &str, lexicon: Lexicon) -> bool {
    lead.split_ascii_whitespace()
        .rev()
        .take(3)
        .any(|word| lexicon.own.code != "en" && lexicon.own.verbs.contains(&word))
}

/// Whether a verb of speakers follows a name, or the organisation after it: "S from Org showed".
pub(crate) fn does(after: &str, lexicon: Lexicon) -> bool {
    let after = after.get(..after.floor_char_boundary(FAR)).unwrap_or_default();
    let sentence = after.split(['.', '!', '?', '。']).next().unwrap_or_default();
    let clause = sentence.get(..sentence.floor_char_boundary(LONG)).unwrap_or_default();
    let near: String = clause.chars().take(40).collect();
    if near.chars().any(is_cjk) {
        return acts(sentence, &near, lexicon);
    }
    let acts = |clause: &str| {
        let folded = fold(clause);
        let mut words = folded.split_ascii_whitespace().take(3);
        words.any(|word| lexicon.knows(word, |w| &w.verbs))
    };
    acts(&near) || belonging(clause, lexicon).is_some_and(acts)
}

/// The longest part of a sentence in which an organisation and a verb are sought, in bytes.
const LONG: usize = 120;

/// The same of a Japanese or Korean sentence, whose verb is its last word.
const FAR: usize = 600;

/// Whether a Chinese, Japanese or Korean sentence goes on with a verb of speakers: soon after the name, or at its
/// end where the name is its subject.
fn acts(sentence: &str, near: &str, lexicon: Lexicon) -> bool {
    let verbs = || lexicon.own.verbs.iter();
    let soon = |verb: &&str| near.find(*verb).is_some_and(|at| at < 24);
    if verbs().any(soon) {
        return true;
    }
    let bare = sentence.trim_start();
    let subject = behind_honorific(bare)
        .is_some_and(|rest| SUBJECTS.iter().any(|mark| rest.starts_with(mark)));
    let end = tail(sentence, 24);
    subject && verbs().any(|verb| end.contains(verb))
}

/// Whether a sentence tells of a talk and leaves out who gave it: a Japanese or Korean one ends with a verb of speakers
/// or what the talk was, a Chinese one begins with it.
pub(crate) fn tells_of_talk(sentence: &str, lexicon: Lexicon) -> bool {
    if !lexicon.is_cjk() {
        return false;
    }
    let near: String = if lexicon.own.code == "zh" {
        sentence.chars().take(8).collect()
    } else {
        tail(sentence, 14)
    };
    let mut telling = lexicon.own.verbs.iter().chain(lexicon.own.telling.iter());
    telling.any(|phrase| near.contains(phrase)) && !lexicon.has(sentence, |w| &w.deeds)
}

/// What follows an organisation right after a name: " from Org showed …", ", de chez Org, ont …".
fn belonging(after: &str, lexicon: Lexicon) -> Option<&str> {
    let rest = after.trim_start_matches(',').strip_prefix(' ')?;
    let organisation = lexicon
        .list(|w| &w.of)
        .filter_map(|of| rest.strip_prefix(of)?.strip_prefix([' ', '\'', '’']))
        .min_by_key(|rest| rest.len())?;
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let mut end = 0;
    // An article may stand before the organisation, and one word in lower case within it.
    for (at, word) in organisation.split(' ').take(6).enumerate() {
        let next = organisation.get(end + word.len()..).unwrap_or_default();
        let goes_on = next.trim_start().starts_with(char::is_uppercase);
        if !(capital(word) || at < 2 && goes_on) {
            break;
        }
        end = organisation.len().min(end + word.len() + 1);
    }
    organisation.get(end..).filter(|_| end > 0)
}

/// Whether the words right after a name are "gave a talk".
pub(super) fn gives_talk_now(after: &str, lexicon: Lexicon) -> bool {
    let near = after.get(..after.floor_char_boundary(NEAR)).unwrap_or_default();
    let first = near.split_ascii_whitespace().next().map(fold);
    near.starts_with(' ')
        && first.is_some_and(|word| GIVES.contains(&word.trim()))
        && gives_talk(near, lexicon)
}

/// Whether the words after a name, up to the end of the sentence, say that the person gave a talk: "S,
/// CEO of Org, gave a keynote".
fn gives_talk(after: &str, lexicon: Lexicon) -> bool {
    if !after.starts_with([',', ' ']) || after.starts_with(", and") {
        return false;
    }
    let clause: String = after.chars().take(140).collect();
    let clause = clause.split(". ").next().unwrap_or_default();
    let folded = fold(clause);
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    words.iter().enumerate().any(|(at, word)| {
        GIVES.contains(word)
            && words.iter().skip(at + 1).take(4).any(|word| lexicon.knows(word, |w| &w.talks))
    })
}
