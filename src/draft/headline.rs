//! The first line of a draft: which event, where and when, or the post's own title.

use chrono::Datelike;

use super::Material;
use super::text::tidy;
use crate::language::wording::Wording;

/// The first line of a draft.
pub(super) struct Headline {
    /// The whole line; two where the title does not say the event.
    pub(super) text: String,
    /// Place and days, as far as the text before them does not say them.
    pub(super) details: Vec<String>,
    /// Whether the words are ours and not the author's.
    pub(super) built_in: bool,
}

/// The event with place and days, or the post's own title where that says more.
pub(super) fn headline(material: &Material<'_>, wording: &Wording, language: &str) -> Headline {
    let clean = |text: &str| tidy::piece(text, language);
    let event = &material.recap.event;
    let title = material
        .head
        .title
        .as_ref()
        .map(|title| clean(&title.value));
    let title = title.filter(|title| !title.is_empty());
    let place = event
        .place
        .as_ref()
        .map_or_else(String::new, |place| clean(&place.value));
    let name = event.name.as_ref().filter(|_| material.recap.is_recap);
    let name = name
        .map(|name| clean(&name.value))
        .filter(|name| !name.is_empty());
    let Some(name) = name else {
        let text = title.unwrap_or_else(|| named_after(material.key));
        return Headline {
            text,
            details: Vec::new(),
            built_in: false,
        };
    };
    let own = title.filter(|title| says_more(title, &name, &place));
    let built_in = own.is_none();
    let mut text = own.unwrap_or_else(|| wording.recap.replace("{}", &name));
    let every_word = |name: &str| name.split(' ').all(|word| tidy::says(&text, word));
    if !tidy::says(&text, &name) && !every_word(&name) {
        text.push('\n');
        text.push_str(&name);
    }
    let mut details = Vec::new();
    let town = place.split([',', '，', '、']).next().unwrap_or_default();
    if !place.is_empty() && !tidy::says(&text, town) {
        details.push(place);
    }
    if let Some(start) = event.start.as_ref().map(|start| start.value) {
        let end = event.end.as_ref().map_or(start, |end| end.value).max(start);
        let year = text.contains(&end.year().to_string());
        let day = start.day().to_string();
        let mut numbers = text.split(|c: char| !c.is_ascii_digit());
        if !(year && numbers.any(|number| number.trim_start_matches('0') == day)) {
            details.push((wording.days)(start, end, !year));
        }
    }
    if !details.is_empty() {
        let (open, close) = wording.brackets;
        text.extend([open, &details.join(wording.detail), close]);
    }
    Headline {
        text,
        details,
        built_in,
    }
}

/// Words that say that a post is a recap and nothing else.
#[rustfmt::skip]
const RECAP_WORDS: &[&str] = &[
    "a", "about", "and", "annual", "at", "conf", "conference", "day", "event", "experience", "for", "from", "in", "meetup", "my", "notes", "of",
    "on", "our", "post", "quick", "recap", "report", "retrospective", "review", "round", "roundup", "summary", "talks", "the", "thoughts",
    "trip", "up", "visit", "wrap", "wrapup", "attending", "to", "conference’s", "rewind", "s", "debrief", "writeup", "write",
    "crónica", "cronica", "resumen", "de", "del", "la", "el", "las", "los", "en", "mi", "nuestra", "reseña", "memoria", "así", "fue",
    "retour", "sur", "le", "compte", "rendu", "bilan", "du", "des", "les", "une", "un", "notre", "à", "au", "résumé",
    "rückblick", "retrospektive", "bericht", "nachlese", "auf", "der", "die", "das", "von", "zur", "zum", "zusammenfassung", "konferenzbericht", "recapitulation",
    "resumo", "o", "que", "rolou", "no", "na", "do", "da", "como", "foi", "relato", "um", "uma",
    "resoconto", "com", "è", "andata", "il", "lo", "gli", "di", "della", "dal", "report",
    "参加レポート", "参加報告", "レポート", "報告", "まとめ", "参加記", "に参加しました", "に参加してきました", "感想", "振り返り",
    "후기", "다녀오다", "에", "참관기", "정리", "회고", "참가", "참석",
    "小结", "回顾", "总结", "小記", "纪要", "记录", "参会", "小记", "回顧",
];

/// Words that lead to an event's name in a phrase ("Notes from …", "Retour sur le …").
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "of", "from", "at", "to", "the", "on", "in", "about", "visiting", "attending", "sur", "le", "la", "les", "du", "des", "au", "aux", "à", "de", "del", "el", "en", "los",
    "auf", "der", "die", "das", "dem", "den", "zur", "zum", "vom", "von", "do", "da", "no", "na", "di", "della", "dello", "al", "alla", "allo", "dal", "dalla", "il", "lo",
];

/// Whether a title says more than which event it is about, or says that in a phrase of the author's.
fn says_more(title: &str, event: &str, place: &str) -> bool {
    let event = tidy::fold(event);
    let folded = tidy::fold(title);
    let led = folded
        .split_once(&event)
        .and_then(|(before, _)| before.trim_end().rsplit(' ').next());
    if !title.contains(':') && led.is_some_and(|word| LEADS.contains(&word)) {
        return true;
    }
    let rest = format!(" {folded} ").replace(&event, " ");
    let place = tidy::fold(place);
    let known: Vec<&str> = event.split(' ').chain(place.split(' ')).collect();
    let more = |word: &str| {
        !(word.chars().all(char::is_numeric)
            || known.contains(&word)
            || RECAP_WORDS.contains(&word))
    };
    rest.split(' ').filter(|word| !word.is_empty()).any(more)
}

/// A headline for a post without a title: the last part of its key.
fn named_after(key: &str) -> String {
    let name = key.rsplit('/').next().unwrap_or(key);
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_'));
    name.replace(['-', '_'], " ")
}

#[cfg(test)]
mod tests {
    use super::says_more;

    #[test]
    fn labels_give_way_and_phrases_stay() {
        for (title, stays) in [
            ("Recap: PyCon 2015", false),
            ("PyCon 2015 Wrap Up", false),
            ("Conference Recap: PyCon 2015", false),
            ("Notes from PyCon 2015", true),
            ("Retour sur le PyCon 2015", true),
            ("What I learned about parsers at PyCon 2015", true),
            ("PyCon 2015 参加レポート", false),
            ("PyCon 2015の帰り道", true),
        ] {
            assert_eq!(says_more(title, "PyCon 2015", "Montreal"), stays, "{title}");
        }
    }
}
