//! Apple's tags (the `itunes` namespace).

use super::categories::{CATEGORIES, OLD_CATEGORIES, OLD_SUBCATEGORIES};
use super::{CATEGORY, DURATION, EPISODE_KIND, KEYWORDS, KIND, OLD_CATEGORY, TOO_LONG, YES};
use crate::grammar::Shape::{Anything, Judged, OneOf, Positive, TextOrNothing};
use crate::grammar::Times::{Often, Once};
use crate::grammar::{Row, Shape};
use crate::html::{self, Looks};
use crate::judge::Judge;
use crate::rules::{html as html_rule, people, rss, structure, values};
use crate::shapes::{self, Spot};
use crate::values::{mail, number};
use crate::xml::{Id, Ns};

/// Apple's tags in a channel.
pub static FEED: &[Row] = &[
    ("author", Once, TextOrNothing),
    ("block", Once, Judged(block)),
    ("category", Often, Judged(category)),
    ("complete", Once, Judged(block)),
    ("explicit", Once, Judged(explicit)),
    ("image", Once, Judged(image)),
    ("keywords", Once, Judged(keywords)),
    ("new-feed-url", Once, Shape::Address),
    ("owner", Once, Judged(owner)),
    ("subtitle", Once, Judged(subtitle)),
    ("summary", Once, Judged(summary)),
    ("title", Once, TextOrNothing),
    ("type", Once, OneOf(&KIND, &["episodic", "serial"])),
    ("pubDate", Once, Anything),
    ("applepodcastsverify", Once, TextOrNothing),
];

/// Apple's tags in an item.
pub static ENTRY: &[Row] = &[
    ("author", Once, TextOrNothing),
    ("block", Once, Judged(block)),
    ("duration", Once, Judged(duration)),
    ("episode", Once, Positive),
    (
        "episodeType",
        Once,
        OneOf(&EPISODE_KIND, &["full", "trailer", "bonus"]),
    ),
    ("explicit", Once, Judged(explicit)),
    ("image", Once, Judged(image)),
    ("isClosedCaptioned", Once, Judged(block)),
    ("keywords", Once, Judged(keywords)),
    ("order", Once, Anything),
    ("season", Once, Positive),
    ("subtitle", Once, Judged(subtitle)),
    ("summary", Once, Judged(summary)),
    ("title", Once, TextOrNothing),
    ("pubDate", Once, Anything),
];

fn category(j: &mut Judge<'_, '_>, id: Id) {
    let Some(text) = j.document.value_of(id, "text") else {
        j.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "text");
        return;
    };
    let parent = j.document.parent(id);
    let within = if j.document.is(parent, Ns::Itunes, "category") {
        j.document.value_of(parent, "text")
    } else {
        None
    };
    let (known, old) = match within.as_deref() {
        None => (
            CATEGORIES.iter().any(|(name, _)| *name == text),
            OLD_CATEGORIES.contains(&&*text),
        ),
        Some(outer) => (
            CATEGORIES
                .iter()
                .any(|(name, inner)| *name == outer && inner.contains(&&*text)),
            OLD_SUBCATEGORIES.contains(&&*text)
                || CATEGORIES.iter().any(|(_, inner)| inner.contains(&&*text)),
        ),
    };
    if !known {
        let rule = if old { &OLD_CATEGORY } else { &CATEGORY };
        let message = if old {
            format!("“{text}” is a category of a former list")
        } else {
            format!("“{text}” is none of Apple's categories")
        };
        let names: Vec<&str> = match within
            .as_deref()
            .and_then(|outer| CATEGORIES.iter().find(|(name, _)| *name == outer))
        {
            Some((_, inner)) => inner.to_vec(),
            None => CATEGORIES.iter().map(|(name, _)| *name).collect(),
        };
        j.about_attribute(rule, id, "text", message)
            .value(&text)
            .help(format!("write one of {}", shapes::listed(&names)));
    }
    let inner: Vec<Id> = j
        .document
        .elements(id)
        .filter(|child| j.document.is(*child, Ns::Itunes, "category"))
        .collect();
    for child in inner {
        category(j, child);
    }
}

fn explicit(j: &mut Judge<'_, '_>, id: Id) {
    // Apple compares the whole value, white space included.
    let text = j.document.text(id);
    if !matches!(&*text, "true" | "false") {
        let meant = if matches!(text.trim(), "yes" | "true" | "explicit" | "Yes") {
            "true"
        } else {
            "false"
        };
        let label = j.label(id);
        j.about_text(
            &values::TRUE_OR_FALSE,
            id,
            format!("`{label}` must be `true` or `false`"),
        )
        .value(&text)
        .help(format!("write `{meant}`"));
    }
}

fn block(j: &mut Judge<'_, '_>, id: Id) {
    // Apple compares the whole value, white space included.
    let text = j.document.text(id);
    if !["yes", "no"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word))
    {
        let label = j.label(id);
        j.about_text(&YES, id, format!("`{label}` must be `Yes` or not there"))
            .value(&text)
            .help("write `Yes`, or remove the element");
    }
}

fn image(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &["href"]);
    j.no_text(id);
    match j.document.value_of(id, "href") {
        None => j.lacks_attribute(id, "href"),
        Some(href) => {
            let spot = Spot::inside(j, id, "href");
            rss::http_attribute(j, &spot, &href);
        }
    }
}

fn owner(j: &mut Judge<'_, '_>, id: Id) {
    if let Some(email) = j.document.child(id, Ns::Itunes, "email") {
        let text = j.text(email);
        if !mail::is_address(&text) {
            j.about_text(&people::CONTACT, email, "this is no mail address")
                .value(&text)
                .help("write an address like `ada@example.org`");
        }
    }
}

fn keywords(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    if !limited(j, id, 255) {
        return;
    }
    html_free(j, id);
    // A keyword may consist of two words.
    if !text.contains(',') && text.split_whitespace().count() > 2 {
        j.about_text(&KEYWORDS, id, "keywords must be separated by commas")
            .value(&text)
            .help("write them like `salt, pepper, shaker`");
    }
}

fn subtitle(j: &mut Judge<'_, '_>, id: Id) {
    limited(j, id, 255);
    html_free(j, id);
}

fn summary(j: &mut Judge<'_, '_>, id: Id) {
    limited(j, id, 4000);
    html_free(j, id);
}

fn limited(j: &mut Judge<'_, '_>, id: Id, most: usize) -> bool {
    let text = j.text(id);
    if text.len() > most && text.chars().count() > most {
        let label = j.label(id);
        j.about_text(
            &TOO_LONG,
            id,
            format!("`{label}` has more than {most} characters"),
        )
        .help(format!("write at most {most} characters"));
        return false;
    }
    true
}

fn html_free(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    j.mangled(id, &text);
    if let Looks::Html(_) = html::looks(&text) {
        let label = j.label(id);
        j.about_text(
            &html_rule::HTML_IN_TEXT,
            id,
            format!("`{label}` is plain text, but looks like HTML"),
        )
        .value(&text)
        .help("remove the tags and entities");
    }
}

fn duration(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    let parts: Vec<&str> = text.split(':').collect();
    let digits = parts
        .iter()
        .all(|part| number::is_non_negative_integer(part));
    let small = parts
        .iter()
        .skip(1)
        .all(|part| part.len() == 2 && part.parse::<u32>().is_ok_and(|n| n < 60));
    if !text.is_empty() && !(digits && (parts.len() == 1 || (parts.len() <= 3 && small))) {
        j.about_text(&DURATION, id, "this is no duration")
            .value(&text)
            .help("write seconds, or hours, minutes and seconds like `1:02:03`");
    }
}
