//! Apple's tags (the `itunes` namespace).

use super::categories::{CATEGORIES, OLD_CATEGORIES, OLD_SUBCATEGORIES, has};
use super::{CATEGORY, DURATION, EPISODE_KIND, KEYWORDS, KIND, OLD_CATEGORY, TOO_LONG, YES};
use crate::grammar::Shape::{Anything, Custom, OneOf, Positive, TextOrNothing};
use crate::grammar::Times::{Often, Once};
use crate::grammar::{Row, Shape};
use crate::linter::Linter;
use crate::rules::{people, rss, structure, values};
use crate::shapes::{self, Spot};
use crate::values::{mail, number};
use crate::xml::{Id, Ns};

/// Apple's tags in a channel.
pub static FEED: &[Row] = &[
    ("author title applepodcastsverify", Once, TextOrNothing),
    ("block complete", Once, Custom(block)),
    ("category", Often, Custom(category)),
    ("explicit", Once, Custom(explicit)),
    ("image", Once, Custom(image)),
    ("keywords", Once, Custom(keywords)),
    ("new-feed-url", Once, Shape::Url),
    ("owner", Once, Custom(owner)),
    ("subtitle", Once, Custom(subtitle)),
    ("summary", Once, Custom(summary)),
    ("type", Once, OneOf(&KIND, &["episodic", "serial"])),
    ("pubDate", Once, Anything),
];

/// Apple's tags in an item.
pub static ENTRY: &[Row] = &[
    ("author title", Once, TextOrNothing),
    ("block isClosedCaptioned", Once, Custom(block)),
    ("duration", Once, Custom(duration)),
    ("episode season", Once, Positive),
    ("episodeType", Once, OneOf(&EPISODE_KIND, &["full", "trailer", "bonus"])),
    ("explicit", Once, Custom(explicit)),
    ("image", Once, Custom(image)),
    ("keywords", Once, Custom(keywords)),
    ("order pubDate", Once, Anything),
    ("subtitle", Once, Custom(subtitle)),
    ("summary", Once, Custom(summary)),
];

fn category(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &["text"]);
    linter.no_text(id);
    let Some(text) = linter.document.value_of(id, "text") else {
        linter.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "text");
        return;
    };
    let parent = linter.document.parent(id);
    let within = if linter.document.is(parent, Ns::Itunes, "category") {
        linter.document.value_of(parent, "text")
    } else {
        None
    };
    let (known, old) = match within.as_deref() {
        None => (CATEGORIES.iter().any(|(name, _)| *name == text), has(OLD_CATEGORIES, &text)),
        Some(outer) => (
            CATEGORIES.iter().any(|(name, inner)| *name == outer && has(inner, &text)),
            has(OLD_SUBCATEGORIES, &text) || CATEGORIES.iter().any(|(_, inner)| has(inner, &text)),
        ),
    };
    if !known {
        let rule = if old { &OLD_CATEGORY } else { &CATEGORY };
        let message = match &within {
            Some(outer) => format!("“{text}” is not a category within “{outer}”"),
            None if old => format!("“{text}” is a category of a former list"),
            None => format!("“{text}” is not one of Apple's categories"),
        };
        let names: Vec<&str> = match within
            .as_deref()
            .and_then(|outer| CATEGORIES.iter().find(|(name, _)| *name == outer))
        {
            Some((_, "")) => Vec::new(),
            Some((_, inner)) => inner.split(", ").collect(),
            None => CATEGORIES.iter().map(|(name, _)| *name).collect(),
        };
        let help = match shapes::listed(&names).as_str() {
            "" => "remove it: this category has no others inside".to_owned(),
            names => format!("write {names}"),
        };
        linter.wrong_value(rule, id, "text", message, help);
    }
    for child in linter.document.named(id, Ns::Itunes, "category") {
        category(linter, child);
    }
}

fn explicit(linter: &mut Linter<'_, '_>, id: Id) {
    // Apple compares the whole value, white space included.
    let text = linter.document.text(id);
    if !matches!(&*text, "true" | "false") {
        let meant = if matches!(text.trim(), "yes" | "true" | "explicit" | "Yes") {
            "true"
        } else {
            "false"
        };
        let label = linter.label(id);
        let message = format!("`{label}` must be `true` or `false`{}", space_hint(&text));
        linter
            .about_text(&values::TRUE_OR_FALSE, id, message)
            .value(&text)
            .help(format!("write `{meant}`"));
    }
}

/// What is wrong with white space around a value, if there is some.
fn space_hint(text: &str) -> &'static str {
    if text.trim() == text { "" } else { " alone, without white space around it" }
}

fn block(linter: &mut Linter<'_, '_>, id: Id) {
    // Apple compares the whole value, white space included.
    let text = linter.document.text(id);
    if !["yes", "no"].iter().any(|word| text.eq_ignore_ascii_case(word)) {
        let label = linter.label(id);
        linter
            .about_text(&YES, id, format!("`{label}` must be `Yes` or `No`{}", space_hint(&text)))
            .value(&text)
            .help("write `Yes`, or remove the element");
    }
}

fn image(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &["href"]);
    linter.no_text(id);
    match linter.document.value_of(id, "href") {
        None => linter.missing_attribute_alone(id, "href"),
        Some(href) => {
            let spot = Spot::inside(linter, id, "href");
            rss::http_attribute(linter, &spot, &href);
        }
    }
}

fn owner(linter: &mut Linter<'_, '_>, id: Id) {
    linter.no_text(id);
    if let Some(email) = linter.document.child(id, Ns::Itunes, "email") {
        let text = linter.text(email);
        if !mail::is_address(&text) {
            let message = match &*text {
                "" => "`itunes:email` is empty",
                _ => "this is not a valid mail address",
            };
            let help = "write an address like `ada@example.org`";
            linter.wrong_text(&people::CONTACT, email, message, help);
        }
    }
}

fn keywords(linter: &mut Linter<'_, '_>, id: Id) {
    let text = linter.text(id);
    if !is_within(linter, id, 255) {
        return;
    }
    shapes::no_html_in(linter, id);
    // A keyword may consist of two words.
    if !text.contains(',') && text.split_whitespace().count() > 2 {
        let message = "keywords must be separated by commas";
        let help = "write them like `salt, pepper, shaker`";
        linter.wrong_text(&KEYWORDS, id, message, help);
    }
}

fn subtitle(linter: &mut Linter<'_, '_>, id: Id) {
    is_within(linter, id, 255);
    shapes::no_html_in(linter, id);
}

fn summary(linter: &mut Linter<'_, '_>, id: Id) {
    is_within(linter, id, 4000);
    shapes::no_html_in(linter, id);
}

fn is_within(linter: &mut Linter<'_, '_>, id: Id, most: usize) -> bool {
    let text = linter.text(id);
    if text.len() > most && text.chars().count() > most {
        let label = linter.label(id);
        let message = format!("`{label}` has more than {most} characters");
        linter.about_text(&TOO_LONG, id, message).help(format!("write at most {most} characters"));
        return false;
    }
    true
}

fn duration(linter: &mut Linter<'_, '_>, id: Id) {
    let text = linter.text(id);
    if text.is_empty() {
        linter.blank(id);
    }
    let parts: Vec<&str> = text.split(':').collect();
    let digits = parts.iter().all(|part| number::is_non_negative_integer(part));
    let small = parts
        .iter()
        .skip(1)
        .all(|part| part.len() == 2 && part.parse::<u32>().is_ok_and(|n| n < 60));
    if !text.is_empty() && !(digits && (parts.len() == 1 || (parts.len() <= 3 && small))) {
        let message = "this is not a valid duration";
        let help = "write seconds, or hours, minutes and seconds like `1:02:03`";
        linter.wrong_text(&DURATION, id, message, help);
    }
}
