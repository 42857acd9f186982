//! A sentence as a candidate for hooks and takeaways: its text, and whether it can be quoted by itself.

use std::ops::Range;

use super::text::{Found, MarkKind, Text};
use crate::language::{Lexicon, List, fold, is_cjk, spaced};

/// A sentence of a text.
pub(super) struct Sentence<'a> {
    /// Its bytes in the text, without a leading connective.
    pub range: Range<usize>,
    /// Its text.
    pub phrase: &'a str,
    /// How many words it has; in scripts without spaces two characters count as one, beside each Latin word, and three Korean
    /// words say as much as five English ones.
    pub words: usize,
    /// Whether its form lets it be quoted: whole, balanced, without a URL or code.
    pub stands: bool,
    /// Whether a leading connective was removed.
    pub connective: bool,
    /// Whether it gets a capital.
    capital: bool,
}

/// What a sentence may lack, depending on its position.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Leave {
    /// A stop at its end: a list item.
    pub unstopped: bool,
    /// A capital: it follows a label such as a title.
    pub small: bool,
    /// An end at all: with a colon, it may introduce an image or a list.
    pub colon: bool,
}

/// The longest part of a sentence that is code.
const CODE: usize = 40;

impl<'a> Sentence<'a> {
    /// Reads the sentence at `range`; `None` where the range is not in the text.
    pub(super) fn read(
        text: &'a Text,
        range: Range<usize>,
        lexicon: Lexicon,
        leave: Leave,
    ) -> Option<Self> {
        let start = range.start;
        let range = unlabelled(text, range, lexicon);
        let labelled = range.start > start;
        let whole = text.plain.get(range.clone())?;
        let led = connective(whole, lexicon);
        let range = range.start + led..range.end;
        let phrase = text.plain.get(range.clone())?;
        let cjk = phrase.chars().filter(|c| is_unspaced(*c)).count();
        let words = phrase
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .count();
        let unspaced = cjk * 3 > phrase.chars().count();
        let latin =
            phrase.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let hangul = phrase.split_whitespace().filter(|word| word.chars().any(is_cjk));
        let words = if unspaced {
            words.max(cjk.div_ceil(2) + latin.count())
        } else {
            words + hangul.count() * 2 / 3
        };
        let small =
            (leave.small || labelled) && phrase.starts_with(char::is_lowercase) && !named(phrase);
        let capital = led > 0 || small;
        // "ada さんの話。": a Latin word in lower case may begin such a sentence.
        let named = unspaced && phrase.starts_with(char::is_alphanumeric);
        let stands = stands(text, &range, phrase, capital || named, leave);
        Some(Self { range, phrase, words, stands, connective: led > 0, capital })
    }

    /// The sentence as a value; it begins with a capital, and ends with a stop if it ended
    /// with a colon.
    pub(super) fn found(&self, text: &Text) -> Found {
        let mut found = text.found(&self.range);
        if self.capital
            && let Some(first) = found.value.chars().next()
        {
            let rest = found.value.get(first.len_utf8()..).unwrap_or_default();
            found.value = first.to_uppercase().chain(rest.chars()).collect();
        }
        if let Some(phrase) = found.value.strip_suffix(':') {
            found.value = format!("{phrase}.");
        }
        found
    }
}

/// Whether a character is of a script without spaces between words.
fn is_unspaced(c: char) -> bool {
    is_cjk(c) && !matches!(c, '\u{ac00}'..='\u{d7af}')
}

/// Whether a folded text has a word or phrase, anywhere in scripts without spaces.
pub(super) fn spoken(folded: &str, phrase: &str) -> bool {
    let phrase = phrase.trim();
    !phrase.is_empty()
        && if phrase.chars().any(is_cjk) {
            folded.contains(phrase)
        } else {
            spaced(folded, phrase).is_some()
        }
}

/// The bytes of a leading connective with what parts it from the sentence: "However, ", "But ".
fn connective(phrase: &str, lexicon: Lexicon) -> usize {
    let early = phrase.get(..phrase.floor_char_boundary(40)).unwrap_or(phrase);
    let led = |mark: &[char], list: List| {
        let (lead, rest) = early.split_once(mark)?;
        let known = lexicon.knows(fold(lead).trim(), list);
        let rest = rest.trim_start();
        (known && rest.starts_with(char::is_alphanumeric)).then(|| early.len() - rest.len())
    };
    // What begins with a small "and" is a part of a sentence.
    let whole = !phrase.starts_with(char::is_lowercase);
    led(&[',', '、', '，'], |w| &w.connective)
        .or_else(|| led(&[' '], |w| &w.conjunctions).filter(|_| whole))
        .unwrap_or(0)
}

/// A sentence without a bold label before it ("**Summary:** …"), or one of remarks ("Takeaway: …").
fn unlabelled(text: &Text, range: Range<usize>, lexicon: Lexicon) -> Range<usize> {
    let phrase = text.plain.get(range.clone()).unwrap_or_default();
    if let Some((label, rest)) = phrase.split_once([':', '：'])
        && lexicon.knows(fold(label).trim(), |w| &w.remarks)
    {
        return text.trim(range.end - rest.len()..range.end);
    }
    let label = text.marks.iter().find(|mark| {
        mark.kind == MarkKind::Strong
            && mark.range.start == range.start
            && mark.range.end < range.end
            && mark.range.len() < 40
    });
    let Some(end) = label.map(|mark| mark.range.end) else {
        return range;
    };
    let inside = text.plain.get(..end).is_some_and(|phrase| phrase.ends_with([':', '：']));
    let rest = text.plain.get(end..range.end).unwrap_or_default();
    match rest.strip_prefix([':', '：']) {
        Some(after) => text.trim(range.end - after.len()..range.end),
        None if inside => text.trim(end..range.end),
        None => range,
    }
}

/// Whether a sentence begins with a name such as "openSUSE", "csv,conf" or ".NET", in lower case or
/// with a sign; a bracket or "###" does not begin a name.
fn named(phrase: &str) -> bool {
    let first = phrase.split_whitespace().next().unwrap_or_default();
    let name = first.strip_prefix(['.', '#', '@']).unwrap_or(first);
    name.starts_with(char::is_alphanumeric)
        && (first.chars().skip(1).any(char::is_uppercase)
            || first.contains([',', '.']) && !first.ends_with([',', '.']))
}

/// Whether two sentences were joined: a stop is inside, and what follows may begin a sentence.
fn runs_on(phrase: &str) -> bool {
    phrase.match_indices(['!', '?', '…']).any(|(at, mark)| {
        let rest = phrase.get(at + mark.len()..).unwrap_or_default();
        let rest = rest.trim_start_matches(['"', '”', ')', '»', '’', '!', '?']);
        rest.starts_with(char::is_whitespace) && !rest.trim_start().starts_with(char::is_lowercase)
    })
}

fn stands(text: &Text, range: &Range<usize>, phrase: &str, capital: bool, leave: Leave) -> bool {
    let end = phrase.trim_end_matches(['"', '”', '’', '\'', ')', '」', '』', '）', '»']);
    let whole = end.ends_with(['.', '!', '。', '．', '！', '…', '?', '？'])
        || leave.colon && end.ends_with(':')
        || leave.unstopped && !end.ends_with([':', '：', ',', ';', '、', '，']);
    let starts = phrase.chars().next().is_some_and(|c| {
        capital
            || c.is_uppercase()
            || c.is_ascii_digit()
            || is_cjk(c)
            || c.is_alphabetic() && !c.is_lowercase()
            || matches!(
                c,
                '"' | '“' | '„' | '”' | '«' | '「' | '『' | '《' | '¡' | '¿' | '\'' | '‘'
            )
    });
    let has_url = phrase.contains("://")
        || phrase.contains("www.")
        || phrase.contains(['<', '>', '{', '}', '|', '\n', '`', '[', ']']);
    let coded = text.marks.iter().any(|mark| {
        mark.kind == MarkKind::Code
            && mark.range.start < range.end
            && range.start < mark.range.end
            && mark.range.len() > CODE
    });
    let count = |mark: char| phrase.matches(mark).count();
    // German closes „so“, Polish „so”, and Swedish ”so”.
    let quotes = match (count('„'), count('“'), count('”')) {
        (0, 0, swedish) => swedish.is_multiple_of(2),
        (0, open, close) => open == close,
        (open, german, polish) => open == german + polish,
    };
    let cornered = [('「', '」'), ('『', '』')];
    let cornered = cornered.iter().all(|(open, close)| count(*open) == count(*close));
    let balanced = cornered
        && phrase.matches(['(', '（']).count() == phrase.matches([')', '）']).count()
        && phrase.matches('"').count().is_multiple_of(2)
        && quotes;
    // "#meetup #news" is a line of hashtags.
    let tags = phrase.split_whitespace().all(|word| word.starts_with(['#', '＃']));
    whole
        && !tags
        && (starts || named(phrase))
        && !runs_on(phrase)
        && !has_url
        && !coded
        && balanced
        && !end.ends_with(['?', '？'])
}

#[cfg(test)]
mod tests {
    use super::{Leave, Lexicon, Sentence, Text};

    #[test]
    fn a_sentence_begins_with_a_capital_or_a_name() {
        for (phrase, stands) in [
            ("The conference drew three hundred people.", true),
            ("openSUSE drew three hundred people.", true),
            ("csv,conf drew three hundred people.", true),
            (".NET Conf drew three hundred people.", true),
            ("#PyCon drew three hundred people.", true),
            ("But it drew three hundred people.", true),
            ("and it drew three hundred people.", false),
            ("(Attention, this is my view alone.)", false),
            ("###Ignite Talks This drew three hundred people.", false),
        ] {
            let mut text = Text::default();
            text.push(phrase, &(0..phrase.len()));
            let read = Sentence::read(&text, 0..phrase.len(), Lexicon::of("en"), Leave::default());
            assert_eq!(read.map(|read| read.stands), Some(stands), "{phrase}");
        }
    }
}
