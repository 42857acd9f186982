//! Which of the languages that drafts speak a text is in, told by its script and its commonest words.

use std::collections::BTreeSet;

/// The commonest words of each language written in Latin letters, those of several left out
/// where they would not tell.
#[rustfmt::skip]
const WORDS: &[(&str, &[&str])] = &[
    ("en", &["the", "and", "of", "to", "is", "was", "for", "that", "with", "this", "were", "it", "we", "are", "from", "by", "at", "have", "our", "you"]),
    ("es", &["el", "los", "las", "una", "que", "del", "con", "por", "para", "es", "y", "en", "fue", "como", "más", "lo", "se", "este", "esta", "muy"]),
    ("fr", &["le", "les", "des", "une", "et", "est", "dans", "pour", "que", "qui", "sur", "avec", "nous", "du", "au", "pas", "cette", "ce", "été", "vous"]),
    ("de", &["der", "die", "das", "und", "ist", "mit", "von", "den", "dem", "ein", "eine", "auf", "für", "nicht", "war", "wir", "auch", "zu", "im", "sich"]),
    ("pt", &["o", "os", "um", "uma", "que", "do", "da", "em", "com", "para", "não", "na", "no", "foi", "por", "mais", "dos", "e", "às", "são"]),
    ("it", &["il", "gli", "una", "che", "di", "è", "con", "per", "del", "della", "nel", "sono", "non", "dei", "alla", "ha", "si", "anche", "più", "e"]),
];

/// The language of a text; `None` where it is too short or in another one.
#[must_use]
pub fn guess(text: &str) -> Option<&'static str> {
    let (mut kana, mut hangul, mut han, mut letters) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(2000) {
        letters += 1;
        match c {
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}' => hangul += 1,
            '\u{3400}'..='\u{9fff}' => han += 1,
            _ => {}
        }
    }
    // A tenth is plenty: the rest are names and terms in Latin letters.
    if letters > 0 && (kana + hangul + han) * 10 >= letters {
        return Some(if hangul >= kana && hangul >= han {
            "ko"
        } else if kana * 10 >= han {
            "ja"
        } else {
            "zh"
        });
    }
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(600)
        .map(str::to_lowercase)
        .collect();
    let mut scores: Vec<(usize, usize, &str)> = WORDS
        .iter()
        .map(|(language, common)| {
            let hits: Vec<&String> = words
                .iter()
                .filter(|word| common.contains(&word.as_str()))
                .collect();
            let different = hits.iter().collect::<BTreeSet<_>>().len();
            (hits.len(), different, *language)
        })
        .collect();
    scores.sort_by_key(|(hits, different, _)| std::cmp::Reverse((*hits, *different)));
    let (hits, different, language) = *scores.first()?;
    let second = scores.get(1).map_or(0, |score| score.0);
    (different >= 3 && hits * 12 >= words.len() && hits > second).then_some(language)
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn languages_are_told_apart() {
        for (text, language) in [
            (
                "The talks were good and the food was not, but we had fun with it.",
                Some("en"),
            ),
            (
                "La charla fue muy buena y los ponentes se quedaron con nosotros para hablar en el bar.",
                Some("es"),
            ),
            (
                "Nous avons passé une journée avec des orateurs qui sont venus pour les échanges.",
                Some("fr"),
            ),
            (
                "Wir waren auf der Konferenz und das Programm war gut, auch die Vorträge.",
                Some("de"),
            ),
            (
                "Foi uma noite com muitas palestras, o pessoal não parou e os slides estão na página.",
                Some("pt"),
            ),
            (
                "Il convegno è stato bello, con gli speaker che sono venuti per una giornata di incontri.",
                Some("it"),
            ),
            ("RubyKaigiに参加しました", Some("ja")),
            ("스프링캠프에 다녀왔다", Some("ko")),
            ("今天我们参加了活动", Some("zh")),
            ("v1.2.3", None),
            ("", None),
        ] {
            assert_eq!(guess(text), language, "{text}");
        }
    }
}
