//! The first line of a draft: which event, where and when, or the post's own title.

use chrono::Datelike;

use super::Material;
use super::text::tidy;
use crate::language::Lexicon;
use crate::language::wording::Wording;

/// The event with place and days, or the post's own title where that is more specific; two lines where
/// the title does not name the event.
pub(super) fn headline(material: &Material<'_>, wording: &Wording, language: &str) -> String {
    let clean = |text: &str| tidy::piece(text, language);
    let event = &material.recap.event;
    let title = material.head.title.as_ref().map(|title| tidy::title(&title.value, language));
    let title = title.filter(|title| !title.is_empty());
    let place = event.place.as_ref().map_or_else(String::new, |place| clean(&place.value));
    let name = event.name.as_ref().filter(|_| material.recap.is_recap);
    let name = name.map(|name| clean(&name.value)).filter(|name| !name.is_empty());
    let Some(name) = name else { return title.unwrap_or_else(|| named_after(material.key)) };
    let lexicon = Lexicon::of(language);
    // A title such as "Trip report" adds nothing.
    let own =
        title.filter(|title| tidy::says(title, &name) || !lexicon.is(title, |words| &words.recap));
    let mut text = own.unwrap_or_else(|| wording.recap.replace("{}", &name));
    let mut details = Vec::new();
    let (bare, year) = without_year(&name);
    let every_word = |name: &str| name.split(' ').all(|word| tidy::says(&text, word));
    if !tidy::says(&text, &name) && !every_word(&name) {
        if tidy::says(&text, bare) || begins_a_word(&text, bare) {
            // "Is KubeCon for me?" lacks only the year, which the days below say as well.
            let dated = event.start.is_some() || text.contains(year);
            details.extend((!dated && !year.is_empty()).then(|| year.to_owned()));
        } else {
            text.push('\n');
            text.push_str(&name);
        }
    }
    let hook = material.recap.hook.as_ref().map_or("", |hook| hook.value.as_str());
    let town = place.split([',', '，', '、']).next().unwrap_or_default();
    let forms = lexicon.own.cities_in.iter().filter(|(_, city)| *city == town);
    let says_town = |text: &str| {
        tidy::says(text, town) || forms.clone().any(|(form, _)| tidy::says(text, form))
    };
    if !place.is_empty() && !says_town(&text) && !says_town(hook) {
        details.insert(0, place);
    }
    if let Some(start) = event.start.as_ref().map(|start| start.value) {
        let end = event.end.as_ref().map_or(start, |end| end.value).max(start);
        let year = text.contains(&end.year().to_string());
        let days = (wording.days)(start, end, !year);
        if !(year && numbers(&text, start.day()) || says_days(hook, &days)) {
            details.push(days);
        }
    }
    if !details.is_empty() {
        let (open, close) = wording.brackets;
        text.extend([open, &details.join(wording.detail), close]);
    }
    text
}

/// A name and the year at its end: "`KubeCon` 2023".
fn without_year(name: &str) -> (&str, &str) {
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    match name.rsplit_once(' ') {
        Some((bare, year)) if is_year(year) => (bare, year),
        _ => (name, ""),
    }
}

/// Whether a word of the text grows out of a name: "`QConSP`" out of "`QCon`".
fn begins_a_word(text: &str, name: &str) -> bool {
    let mut words = text.split(' ').filter_map(|word| word.strip_prefix(name));
    words.any(|rest| rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
}

/// Whether a text has a number.
fn numbers(text: &str, number: u32) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.any(|digits| digits.parse() == Ok(number))
}

/// Whether a sentence names every day and month of `days`, the year aside.
fn says_days(sentence: &str, days: &str) -> bool {
    let phrase = tidy::fold(sentence);
    let days = tidy::fold(days);
    let mut words = days.split(|c: char| !c.is_ascii_alphabetic());
    // Some write "Sept." or "Sep"; shorter abbreviations are not names of months.
    let months = words.all(|word| word.get(..3).is_none_or(|start| phrase.contains(start)));
    let mut days = days
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| part.len() < 4)
        .filter_map(|part| part.parse().ok());
    months && days.all(|day| numbers(&phrase, day))
}

/// A headline for a post without a title: the last part of its key.
fn named_after(key: &str) -> String {
    let name = key.rsplit('/').next().unwrap_or(key);
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_'));
    name.replace(['-', '_'], " ")
}

#[cfg(test)]
mod tests {
    use super::says_days;

    #[test]
    fn a_sentence_says_the_days_in_any_order() {
        for (sentence, days, says) in [
            ("I was at RailsConf in Chicago (April 22–25).", "22–25 April", true),
            ("Vom 27. bis 30. Dezember 2019 war ich dort.", "27.–30. Dezember 2019", true),
            ("From Sept. 3 to 5 we met.", "3–5 September 2024", true),
            ("4月20日に参加しました。", "2024年4月20日", true),
            ("We were 22 people for 25 talks.", "22–25 April", false),
            ("It began on April 22.", "22–25 April", false),
        ] {
            assert_eq!(says_days(sentence, days), says, "{sentence}");
        }
    }
}
