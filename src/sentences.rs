//! Splits a text into sentences by its language.

use std::ops::Range;

use crate::language::{Lexicon, has_dotted_ordinals};

/// The longest quotation that may contain the end of a sentence, in characters.
const QUOTED: usize = 60;

/// The bytes of each sentence with its trailing white space; `language` is a BCP 47 tag.
pub(crate) fn of(text: &str, language: &str) -> Vec<Range<usize>> {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    let ordinals = has_dotted_ordinals(primary);
    let mut sentences: Vec<Range<usize>> = Vec::new();
    for sentence in sentencex::get_sentence_boundaries(primary, text) {
        let mut range = sentence.start_byte..sentence.end_byte;
        let Some(said) = text.get(range.clone()) else {
            continue;
        };
        if let Some(last) = sentences.last_mut() {
            let closing = closing(said);
            range.start += closing;
            last.end = if closing > 0 { range.start } else { last.end };
        }
        if range.is_empty() {
            continue;
        }
        match sentences.last_mut() {
            // The segmenter takes the ordinal for the end of a sentence.
            Some(last)
                if text.get(last.clone()).is_some_and(|before| {
                    (ordinals && ends_with_ordinal(before))
                        || goes_on(before, text.get(last.end..).unwrap_or_default(), primary)
                }) =>
            {
                last.end = range.end;
            }
            _ => sentences.push(range),
        }
    }
    let lexicon = Lexicon::of(primary);
    sentences
        .into_iter()
        .flat_map(|range| words_apart(text, range, lexicon))
        .flat_map(|range| marks_apart(text, range))
        .flat_map(|range| bracket_apart(text, range))
        .collect()
}

/// Whether a sentence goes on after an apparent end: "openSUSE.Asia", "Daniel S. Katz", "the U.S.
/// Summit", "`UseR`! 2019", "Vol. 3".
fn goes_on(before: &str, after: &str, language: &str) -> bool {
    let said = before.trim_end();
    let first = after.split_whitespace().next().unwrap_or_default();
    let Some(next) = first.chars().next() else { return false };
    let word = said.split_whitespace().next_back().unwrap_or_default();
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let stem = word.trim_end_matches(['.', '!', '?']);
    if is_open(said) {
        return true;
    }
    // "some new features as well..:", "Yahoo!, too"
    if said.len() == before.len() && matches!(next, ':' | ',' | ';') {
        return true;
    }
    // A full stop without a space after it is part of a name.
    if said.len() == before.len() && !after.starts_with(char::is_whitespace) {
        let within = |c: char| c.is_ascii_alphanumeric();
        return said.ends_with('.') && (stem.is_empty() || stem.ends_with(within)) && within(next)
            || is_quoted(said, next);
    }
    if word.ends_with(['!', '?']) {
        return exclaims(stem, next, language);
    }
    let lexicon = Lexicon::of(language);
    if next.is_lowercase() {
        // Many projects are written in lower case ("npm was down"): that alone shows nothing.
        let short = stem.to_lowercase();
        let mut days = lexicon.own.weekdays.iter().copied().flatten();
        let is_day = short.len() > 1 && days.any(|day| day.starts_with(short.as_str()));
        return said.ends_with(['"', '”', '“', '»', '’'])
            || word.ends_with('.')
                && (lexicon.knows(&short, |words| &words.abbreviations)
                    || is_day
                    || stem.ends_with(|c: char| c.is_ascii_digit()));
    }
    word.ends_with('.') && is_shortened(said, stem, first, lexicon)
}

/// The bytes of a quotation mark and a full stop that end the sentence before: `I thought "no...". Then I left.`
fn closing(said: &str) -> usize {
    let quoted = said.strip_prefix(['"', '”', '’', '»']);
    let rest = quoted.and_then(|rest| rest.strip_prefix('.')).map(str::trim_start);
    rest.filter(|rest| !rest.starts_with('.')).map_or(0, |rest| said.len() - rest.len())
}

/// Whether the sentence has an open quotation: "「最高でした！" of "「最高でした！」という声".
fn is_open(said: &str) -> bool {
    let open = said.rfind('「').and_then(|at| said.get(at..));
    open.is_some_and(|rest| rest.chars().count() <= QUOTED && !rest.contains('」'))
}

/// Whether "」" ends a quotation within a sentence: a particle follows, as in "「最高だ。」という声".
fn is_quoted(said: &str, next: char) -> bool {
    said.ends_with(['」', '』']) && matches!(next, '\u{3041}'..='\u{3096}')
}

/// Whether a name ends in an exclamation mark: "`UseR`! 2019", "Panic! at the Disco", "Yahoo! JAPAN" in
/// Japanese.
fn exclaims(stem: &str, next: char, language: &str) -> bool {
    let named =
        stem.chars().skip(1).any(char::is_uppercase) && stem.chars().any(char::is_lowercase);
    let foreign = matches!(language, "ja" | "ko" | "zh")
        && stem.ends_with(|c: char| c.is_ascii_alphabetic())
        && next.is_ascii_uppercase();
    next.is_lowercase() || (named && next.is_ascii_digit()) || foreign
}

/// Whether a full stop only shortens a word: an initial, or an abbreviation before a name, a number or a
/// bracket.
fn is_shortened(said: &str, stem: &str, first: &str, lexicon: Lexicon) -> bool {
    let bare = first.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let opens = lexicon.knows(&bare, |words| &words.common) || bare.chars().count() < 2;
    let name = first.starts_with(char::is_uppercase) && !opens;
    let counted = first.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '(' | '['));
    let letters = stem
        .split('.')
        .all(|part| part.chars().count() == 1 && part.chars().all(char::is_uppercase));
    let initial = letters && {
        let mut words = said.split_whitespace().rev().skip(1);
        let led = words.next().and_then(|word| word.chars().next());
        stem.contains('.') || led.is_some_and(char::is_uppercase)
    };
    (name && initial)
        || (name || counted) && lexicon.knows(&stem.to_lowercase(), |words| &words.abbreviations)
}

/// The sentences that end in a word that the segmenter takes for an abbreviation: "That was new to me. The
/// hall was full."
fn words_apart(text: &str, range: Range<usize>, lexicon: Lexicon) -> Vec<Range<usize>> {
    let said = text.get(range.clone()).unwrap_or_default();
    let words = lexicon.own.no_abbreviations.iter();
    let found = words.flat_map(|word| said.match_indices(word).map(|(at, _)| at + word.len()));
    let mut ends: Vec<usize> = found
        .filter(|end| said.get(*end..).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
        .collect();
    ends.sort_unstable();
    ends.push(said.len());
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let parts = starts.zip(ends.iter()).filter(|(start, end)| start < *end);
    parts.map(|(start, end)| range.start + start..range.start + end).collect()
}

/// The sentences that the segmenter does not part: they end in several full-width marks ("最高！！また来ます。"), in the
/// full stop of scientific texts ("満員だった．資料もある．"), or before a Latin letter ("开始了。ada 先讲。").
fn marks_apart(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let said = text.get(range.clone()).unwrap_or_default();
    let mut parts = Vec::new();
    let mut start = 0;
    let (mut marks, mut stopped, mut quoted) = (0, false, 0_usize);
    for (at, c) in said.char_indices() {
        match c {
            '！' | '？' => marks += 1,
            '。' | '．' => stopped = true,
            _ => {
                let ends = marks > 1 || stopped && quoted == 0;
                if ends && at > start && c.is_alphanumeric() {
                    parts.push(range.start + start..range.start + at);
                    start = at;
                }
                (marks, stopped) = (0, false);
            }
        }
        match c {
            '「' | '『' | '“' | '（' => quoted += 1,
            '」' | '』' | '”' | '）' => quoted = quoted.saturating_sub(1),
            _ => {}
        }
    }
    parts.push(range.start + start..range.end);
    parts
}

/// A sentence and the brackets after its full stop: "It was full. (Photos)".
fn bracket_apart(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let said = text.get(range.clone()).unwrap_or_default();
    let open =
        [". (", "! (", "? (", ". [", "! [", "? ["].iter().filter_map(|mark| said.rfind(mark)).max();
    let closed = said.trim_end().trim_end_matches('.').ends_with([')', ']']);
    match open.filter(|at| closed && at + 3 < said.len()) {
        Some(at) => vec![range.start..range.start + at + 2, range.start + at + 2..range.end],
        None => vec![range],
    }
}

/// Whether a text ends with a number of one or two digits and a full stop.
fn ends_with_ordinal(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let number = last.trim_start_matches(['(', '„', '"']).strip_suffix('.');
    number.is_some_and(|number| {
        (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::of;

    fn parted<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
        let sentences = of(text, language);
        sentences.into_iter().map(|range| text[range].trim()).collect()
    }

    #[test]
    fn an_ordinal_does_not_end_a_sentence() {
        let text = "Beim 3. Rust-Abend am 28. April trafen wir uns zum 23. Mal. Es war voll.";
        let expected =
            ["Beim 3. Rust-Abend am 28. April trafen wir uns zum 23. Mal.", "Es war voll."];
        assert_eq!(parted(text, "de-CH"), expected);
        let text = "Na 3. ročník jsme jeli 21. dubna. Bylo plno.";
        assert_eq!(parted(text, "cs").len(), 2, "{:?}", parted(text, "cs"));
        assert_eq!(parted("We were 23. It was full.", "en").len(), 2);
    }

    #[test]
    fn a_full_stop_in_a_name_does_not_end_a_sentence() {
        for (text, count) in [
            ("The openSUSE.Asia Summit met in Tokyo. It was full.", 2),
            ("We moved from ASP.NET to .NET and Node.js there. It took a year.", 2),
            ("The first Apache U.S. Summit drew a crowd. We went.", 2),
            ("Daniel S. Katz spoke in St. Louis. He was brief.", 2),
            ("We tried csv,conf,v3 and UseR! 2019 that year. Both were good.", 2),
            ("Everybody stayed in the U.S. The talks went on.", 2),
            ("Plan B was it. Then we left.", 2),
            ("I thought \"what am I doing ...\". All of us \"impostors\" must go on.", 2),
            ("There are some new features as well..: It is fast. It is small.", 2),
            ("We saw Yahoo!, Etc., and others. It was full.", 2),
            ("The hall was full. (All photos)", 2),
            ("All went well (mostly). Then it rained.", 2),
            ("It printed Vol. 3 of its proceedings for 500 visitors. I have it.", 2),
            ("Tickets sold at approx. 80 euros. I paid 90.", 2),
            ("It moved from Sat. to Sun. and nobody minded. I did.", 2),
            ("We were 500 people, incl. children, dogs and one cat. It was full.", 2),
            ("She showed fig. 3, eq. (4) and a map. It was clear.", 2),
            ("They ran Go 1.25, Rust 1.91. and Python 3.14. on one machine. It was slow.", 2),
            ("It ran for 3 yrs. without a reboot. Then it did not.", 2),
            ("We heard Panic! at the Disco there. It was loud.", 2),
            ("She asked \"Why not?\" and left. We stayed.", 2),
            ("we were late. the hall was full.", 2),
            ("It was full. openSUSE had a booth.", 2),
            ("I had my Mac. npm was down. git was not.", 3),
            ("It was full. 500 people came.", 2),
            ("It was the first time for me. LogCon had 500 visitors.", 2),
            ("It takes place on 4 May. Tickets are sold.", 2),
            ("It was talk No. 5 of the day. I liked it.", 2),
            (
                "Tickets cost approx. EUR 80 and vol. II of the programme was free. We bought both.",
                2,
            ),
        ] {
            assert_eq!(parted(text, "en").len(), count, "{:?}", parted(text, "en"));
        }
    }

    #[test]
    fn sentences_end_by_the_rules_of_their_language() {
        for (language, text, count) in [
            (
                "fr",
                "La soirée a réuni 50 personnes autour de M. Dupont et de Mme. Leroy. Merci.",
                2,
            ),
            ("es", "Habló la Sra. López y luego el núm. 5 de la lista. Fue breve.", 2),
            ("de", "Im Vortrag Nr. 5 ging es um Abb. 3 aus dem Buch. Das war gut.", 2),
            ("ja", "500人が参加し、「最高だ。」という声も聞かれました。また来ます。", 2),
            ("ja", "会場はYahoo! JAPANのオフィスで、50人が参加しました。また来ます。", 2),
            ("ja", "「最高でした！」という声も聞かれました。また来ます。", 2),
            ("ja", "最高でした！！500人が参加しました。", 2),
            ("ja", "会場は満員だった．資料も公開された．", 2),
            ("ja", "「最高だ。ada もそう言った。」と聞いた。", 1),
            ("zh", "活动开始了。ada 先讲了缓存。", 2),
        ] {
            let parts = parted(text, language);
            assert_eq!(parts.len(), count, "{parts:?}");
        }
    }
}
