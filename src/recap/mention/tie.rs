//! The tie of a name to a talk, from the words around it.

use std::ops::Range;

use super::{Tie, tail, unbracketed};
use crate::language::sessions::{GIVES, MADE, WAS};
use crate::language::{self as words, Folded, Lexicon, fold, is_cjk};
use crate::recap::name;
use crate::recap::text::Text;

/// The tie of a name to a talk.
pub(super) fn tie(text: &Text, range: &Range<usize>, lexicon: Lexicon) -> Tie {
    let plain = text.plain.as_str();
    let before = plain.get(..range.start).unwrap_or_default();
    let after = plain.get(range.end..).unwrap_or_default();
    let near: String = after.chars().take(60).collect();
    let recent: String = tail(before, 60);
    let lead = fold(&recent);
    let apposed = lexicon.list(|w| &w.by).any(|by| {
        let before = recent
            .strip_suffix(' ')
            .and_then(|phrase| phrase.strip_suffix(by));
        before.is_some_and(|phrase| phrase.ends_with(", "))
    });
    if apposed || name_follows(&lead, lexicon) {
        return Tie::By;
    }
    if (near.starts_with("'s ")
        || near.starts_with("’s ")
        || near.starts_with("' ")
        || near.starts_with("’ "))
        && near
            .split(['.', ';'])
            .next()
            .is_some_and(|clause| lexicon.has(clause, |w| &w.talks))
    {
        return Tie::Owner;
    }
    if gives_talk(after, lexicon) {
        return Tie::By;
    }
    if does(unbracketed(after), lexicon) || done_before(&lead, lexicon) {
        return Tie::Verb;
    }
    if near.starts_with(" (@") || near.starts_with(" (＠") {
        return Tie::Profile;
    }
    if let Some(role) = role(after, lexicon) {
        let rest = after.get(role..).unwrap_or_default();
        return if does(rest, lexicon) {
            Tie::Verb
        } else {
            Tie::Role
        };
    }
    if text.link_over(range).is_some_and(name::profile) {
        return Tie::Profile;
    }
    Tie::None
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
    let at = ["at", "of", "from"]
        .iter()
        .chain(lexicon.own.of.iter())
        .any(|of| folded.has(of));
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
    let at_end = |phrase: &str| {
        let left = lead.strip_suffix(phrase);
        left.is_some_and(|left| {
            left.is_empty() || left.ends_with(' ') || phrase.chars().any(is_cjk)
        })
    };
    // Most names follow other words: their last letter tells.
    let last = lead.bytes().next_back();
    let introduces = || {
        let mut phrases = lexicon.list(|w| &w.introduces);
        phrases.any(|phrase| phrase.bytes().next_back() == last && at_end(phrase))
    };
    of || was_of(lead, lexicon)
        || introduces()
        || lexicon.list(|w| &w.by).any(|by| {
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

/// Whether the word before "by" is not a talk: "a quote by", "written by".
fn made(left: &str) -> bool {
    let last = left.split_ascii_whitespace().next_back();
    last.is_some_and(|word| MADE.contains(&word))
}

/// Whether a talk was somebody's: "the first talk was S's" in Romance languages, "a primeira
/// palestra que vi foi da".
fn was_of(lead: &str, lexicon: Lexicon) -> bool {
    let mut words = lead.split_ascii_whitespace().rev();
    let of = words
        .next()
        .is_some_and(|word| matches!(word, "de" | "do" | "da" | "del" | "di" | "du" | "dos"));
    let mut before = words.take(8);
    of && before.by_ref().take(2).any(|word| WAS.contains(&word))
        && before.any(|word| lexicon.knows(word, |w| &w.talks))
}

/// Whether a verb comes right before the name, as in "sprach S über".
fn done_before(lead: &str, lexicon: Lexicon) -> bool {
    lead.split_ascii_whitespace()
        .rev()
        .take(3)
        .any(|word| lexicon.own.code != "en" && lexicon.own.verbs.contains(&word))
}

/// Whether a verb of speakers follows a name.
pub(crate) fn does(after: &str, lexicon: Lexicon) -> bool {
    let clause: String = after
        .chars()
        .take_while(|c| !matches!(c, '.' | '!' | '?' | '。'))
        .take(40)
        .collect();
    if clause.chars().any(is_cjk) {
        return lexicon
            .own
            .verbs
            .iter()
            .any(|verb| clause.find(verb).is_some_and(|at| at < 24));
    }
    let folded = fold(&clause);
    folded
        .split_ascii_whitespace()
        .take(3)
        .any(|word| lexicon.knows(word, |w| &w.verbs))
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
            && words
                .iter()
                .skip(at + 1)
                .take(4)
                .any(|word| lexicon.knows(word, |w| &w.talks))
    })
}
