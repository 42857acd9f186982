//! Shortens a text: at a sentence, else at a clause, else at a word; never inside a word, a URL, a
//! mention, a hashtag or a grapheme.

use unicode_segmentation::UnicodeSegmentation;

use super::entities;
use crate::language;

/// The mark of a shortened text.
pub const ELLIPSIS: char = '…';

/// Whether a word in lower case must not precede an ellipsis in any language.
fn is_joint(word: &str) -> bool {
    language::ALL.iter().any(|words| words.joints.has(word))
}

/// The possible cuts of a text, each kind longest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ways {
    kinds: [Vec<String>; 3],
}

/// The possible cuts of `text`, without the text itself: fewer whole sentences, then the first sentence
/// cut at its clauses, then at its words. A cut inside a sentence ends with an ellipsis.
pub fn shorter(text: &str, language: &str) -> Ways {
    let ends = sentence_ends(text, language);
    let whole = ends.iter().rev().skip(1).filter_map(|end| text.get(..*end));
    let whole = whole.map(|kept| kept.trim().to_owned()).collect();
    let first = ends.first().and_then(|end| text.get(..*end)).unwrap_or(text).trim();
    let (clauses, words) = places(first);
    // A short clause of a long sentence says less than more of its words.
    let half = first.len() / 2;
    let clauses = clauses.into_iter().rev().filter(|at| *at >= half);
    let clauses = clauses.filter_map(|at| cut_at(first, at)).collect();
    let words = words.into_iter().rev().filter_map(|at| cut_at(first, at)).collect();
    Ways { kinds: [whole, clauses, words] }
}

impl Ways {
    /// The first cut for which `attempt` succeeds. If a cut is too long, skips longer ones of its
    /// kind, so that long texts take few attempts.
    pub fn first<T>(&self, mut attempt: impl FnMut(&str) -> Option<T>) -> Option<T> {
        self.kinds.iter().find_map(|ways| {
            let fitting = ways.partition_point(|way| attempt(way).is_none());
            ways.get(fitting..)?.iter().find_map(|way| attempt(way))
        })
    }
}

/// The byte offsets at which the sentences of a text end; the last is the end of its last word.
fn sentence_ends(text: &str, language: &str) -> Vec<usize> {
    crate::sentences::of(text, language)
        .into_iter()
        .filter_map(|sentence| {
            let phrase = text.get(sentence.clone())?.trim_end();
            (!phrase.is_empty()).then_some(sentence.start + phrase.len())
        })
        .collect()
}

/// `text` cut at a byte offset from [`places`], with an ellipsis; `None` where nothing useful is left.
fn cut_at(text: &str, at: usize) -> Option<String> {
    let mut kept = text.get(..at)?.trim_end();
    loop {
        let before = kept.len();
        kept = kept.trim_end_matches(|c: char| c.is_whitespace() || is_joint_mark(c));
        if let Some((rest, word)) = kept.rsplit_once(char::is_whitespace)
            && is_joint(word.to_lowercase().as_str())
        {
            kept = rest;
        }
        if kept.len() == before {
            break;
        }
    }
    let kept = close_open(kept);
    // An ellipsis would become part of the URL.
    let url = kept.rsplit(char::is_whitespace).next().is_some_and(|word| word.contains("://"));
    (!url && kept.chars().filter(|c| c.is_alphanumeric()).count() >= 3)
        .then(|| format!("{kept}{ELLIPSIS}"))
}

/// Punctuation that joins two texts, or introduces the next one.
fn is_joint_mark(c: char) -> bool {
    ",;:-–—([“‘«„「『（、，：；/&+·….。\"#@<{".contains(c)
}

/// Removes an opening bracket near the end that is never closed.
fn close_open(kept: &str) -> &str {
    let Some(open) = kept.rfind(['(', '（', '[', '「', '“', '«']) else { return kept };
    let rest = kept.get(open..).unwrap_or_default();
    if rest.contains([')', '）', ']', '」', '”', '»']) || open < kept.len() / 2 {
        return kept;
    }
    kept.get(..open)
        .unwrap_or(kept)
        .trim_end_matches(|c: char| c.is_whitespace() || is_joint_mark(c))
}

/// Byte offsets at which a sentence may be cut: after clauses, and after words.
fn places(text: &str) -> (Vec<usize>, Vec<usize>) {
    let mut whole: Vec<std::ops::Range<usize>> =
        entities::urls(text).into_iter().map(|url| url.range).collect();
    whole.extend(entities::mentions(text));
    whole.extend(entities::hashtags(text));
    whole.sort_by_key(|range| (range.start, range.end));
    let mut clauses = Vec::new();
    let mut words = Vec::new();
    let mut entity = 0;
    let mut before: Option<&str> = None;
    for (at, grapheme) in text.grapheme_indices(true) {
        while whole.get(entity).is_some_and(|range| range.end <= at) {
            entity += 1;
        }
        let inside = whole.get(entity).is_some_and(|range| range.start < at);
        if let Some(last) = before.filter(|_| !inside) {
            if breaks_words(last, grapheme) {
                words.push(at);
            }
            if ends_clause(last, grapheme) {
                clauses.push(at);
            }
        }
        before = Some(grapheme);
    }
    (clauses, words)
}

/// Whether a line may break between two graphemes: at white space, and between characters of scripts
/// without spaces.
fn breaks_words(last: &str, next: &str) -> bool {
    let first = |text: &str| text.chars().next().unwrap_or(' ');
    let (last, next) = (first(last), first(next));
    next.is_whitespace() && !is_fixed_space(next)
        || (is_unspaced(last) || is_unspaced(next))
            && !(is_kana_run(last) && is_kana_run(next))
            && !is_small(next)
}

/// No-break spaces hold a word together.
fn is_fixed_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// Han, kana and the punctuation that goes with them; Thai, Lao, Khmer and Burmese.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}' | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}')
}

/// Katakana words are not split.
fn is_kana_run(c: char) -> bool {
    matches!(c, '\u{30a0}'..='\u{30ff}')
}

/// What must not begin a line in Japanese and Chinese: small kana, closing marks, stops.
fn is_small(c: char) -> bool {
    "、。，．！？）」』】》”’：；々ーぁぃぅぇぉっゃゅょん".contains(c)
}

fn ends_clause(last: &str, next: &str) -> bool {
    let spaced = next.starts_with(char::is_whitespace);
    matches!(last, "、" | "，" | "；" | "：")
        || matches!(last, "," | ";" | ":" | "—" | "–") && spaced
        || matches!(next, "—")
        || last.starts_with(char::is_whitespace) && matches!(next, "(" | "–" | "-")
}

#[cfg(test)]
mod tests {
    use super::shorter;

    fn all(text: &str, language: &str) -> Vec<String> {
        shorter(text, language).kinds.concat()
    }

    #[test]
    fn the_longest_way_that_fits_is_found() {
        let text = "One two three, four five six seven. Eight.";
        for longest in 0..text.len() {
            let fits = |way: &str| (way.len() <= longest).then(|| way.to_owned());
            let expected = all(text, "en").into_iter().find(|way| way.len() <= longest);
            assert_eq!(shorter(text, "en").first(fits), expected, "{longest}");
        }
    }

    #[test]
    fn sentences_go_before_clauses_and_words() {
        let ways = all("One robot paints, slowly and well. It learns.", "en");
        assert_eq!(ways.first().map(String::as_str), Some("One robot paints, slowly and well."));
        assert!(ways.contains(&"One robot paints, slowly…".to_owned()), "{ways:?}");
        assert!(ways.iter().all(|way| !way.ends_with("and…")), "{ways:?}");
    }

    #[test]
    fn urls_and_words_stay_whole() {
        for way in all("Look at https://example.org/a/b?c=d and stay", "en") {
            let kept = way.trim_end_matches('…');
            assert!("Look at https://example.org/a/b?c=d and stay".starts_with(kept));
            assert!(!kept.contains("http") || kept.contains("?c=d"), "{way}");
            assert!(!way.contains("?c=d…"), "an ellipsis would become part of the URL: {way}");
        }
    }

    #[test]
    fn text_without_spaces_is_cut_between_characters() {
        let ways = all("今日は、とても良い発表を聞きました", "ja");
        assert!(ways.iter().any(|way| way.starts_with("今日は、とても")), "{ways:?}");
    }
}
