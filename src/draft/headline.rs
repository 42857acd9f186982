//! The first line of a draft: which event, where and when, or the post's own title.

use chrono::Datelike;

use super::Material;
use super::text::tidy;
use crate::language::Lexicon;
use crate::language::wording::Wording;

/// The first line of a draft.
pub(super) struct Headline {
    /// The whole line; two where the title does not say the event.
    pub(super) text: String,
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
        return Headline { text };
    };
    // A title such as "Trip report" says no more than that it is one.
    let own = title.filter(|title| {
        tidy::says(title, &name) || !Lexicon::of(language).is(title, |words| &words.recap)
    });
    let mut text = own.unwrap_or_else(|| wording.recap.replace("{}", &name));
    let every_word = |name: &str| name.split(' ').all(|word| tidy::says(&text, word));
    if !tidy::says(&text, &name) && !every_word(&name) {
        text.push('\n');
        text.push_str(&name);
    }
    let mut details = Vec::new();
    let hook = material
        .recap
        .hook
        .as_ref()
        .map_or("", |hook| hook.value.as_str());
    let town = place.split([',', '，', '、']).next().unwrap_or_default();
    if !place.is_empty() && !tidy::says(&text, town) && !tidy::says(hook, town) {
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
    Headline { text }
}

/// A headline for a post without a title: the last part of its key.
fn named_after(key: &str) -> String {
    let name = key.rsplit('/').next().unwrap_or(key);
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_'));
    name.replace(['-', '_'], " ")
}
