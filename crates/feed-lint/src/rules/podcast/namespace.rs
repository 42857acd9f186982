//! Podcasting 2.0 (the `podcast` namespace).

use super::PODCAST_VALUE;
use crate::grammar::Row;
use crate::grammar::Shape::{Anything, Judged};
use crate::grammar::Times::{Often, Once};
use crate::judge::Judge;
use crate::shapes::{self, Spot};
use crate::values::{number, uri};
use crate::xml::Id;

/// Podcasting 2.0 in a channel.
pub static PODCAST_FEED: &[Row] = &[
    ("locked", Once, Judged(yes_or_no)),
    ("funding", Often, Judged(with_url)),
    ("person", Often, Judged(person)),
    ("location", Often, Judged(named)),
    ("trailer", Often, Judged(with_url)),
    ("license", Once, Judged(named)),
    ("guid", Once, Judged(podcast_guid)),
    ("value", Often, Anything),
    ("medium", Once, Judged(named)),
    ("images", Once, Anything),
    ("image", Often, Anything),
    ("liveItem", Often, Anything),
    ("block", Often, Judged(yes_or_no)),
    ("txt", Often, Judged(named)),
    ("remoteItem", Often, Anything),
    ("podroll", Once, Anything),
    ("updateFrequency", Once, Anything),
    ("podping", Once, Anything),
    ("chat", Often, Anything),
    ("publisher", Once, Anything),
    ("socialInteract", Often, Anything),
];

/// Podcasting 2.0 in an item.
pub static PODCAST_ENTRY: &[Row] = &[
    ("transcript", Often, Judged(with_url_and_type)),
    ("chapters", Once, Judged(with_url_and_type)),
    ("soundbite", Often, Judged(soundbite)),
    ("person", Often, Judged(person)),
    ("location", Often, Judged(named)),
    ("season", Once, Judged(counted)),
    ("episode", Once, Judged(counted)),
    ("license", Once, Judged(named)),
    ("alternateEnclosure", Often, Anything),
    ("value", Often, Anything),
    ("images", Once, Anything),
    ("image", Often, Anything),
    ("socialInteract", Often, Anything),
    ("txt", Often, Judged(named)),
    ("chat", Often, Anything),
    ("funding", Often, Judged(with_url)),
    ("contentLink", Often, Anything),
    ("integrity", Often, Anything),
    ("source", Often, Anything),
];

fn yes_or_no(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    if !matches!(&*text, "yes" | "no") {
        let label = j.label(id);
        j.about_text(&PODCAST_VALUE, id, format!("`{label}` is `yes` or `no`"))
            .value(&text)
            .help("write `yes` or `no`");
    }
}

fn needed(j: &mut Judge<'_, '_>, id: Id, name: &str) -> bool {
    if j.document.attribute(id, name).is_none() {
        j.missing_attribute(&PODCAST_VALUE, id, name);
        return false;
    }
    true
}

fn with_url(j: &mut Judge<'_, '_>, id: Id) {
    if needed(j, id, "url") {
        let value = j.document.value_of(id, "url").unwrap_or_default();
        let spot = Spot::inside(j, id, "url");
        shapes::absolute(j.log, &spot, &value);
    }
}

fn with_url_and_type(j: &mut Judge<'_, '_>, id: Id) {
    with_url(j, id);
    needed(j, id, "type");
}

fn named(j: &mut Judge<'_, '_>, id: Id) {
    if j.text(id).is_empty() {
        let label = j.label(id);
        j.about(&PODCAST_VALUE, id, format!("`{label}` is empty"))
            .help("write its value into it");
    }
}

fn person(j: &mut Judge<'_, '_>, id: Id) {
    named(j, id);
    for name in ["href", "img"] {
        if let Some(value) = j.document.value_of(id, name) {
            let spot = Spot::inside(j, id, name);
            shapes::absolute(j.log, &spot, &value);
        }
    }
}

fn podcast_guid(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    if !uri::is_uuid(&text) {
        j.about_text(&PODCAST_VALUE, id, "a podcast's guid is a UUID")
            .value(&text)
            .help("write the version 5 UUID of the feed's address");
    }
}

fn counted(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    if number::decimal(&text).is_none() {
        let label = j.label(id);
        j.about_text(&PODCAST_VALUE, id, format!("`{label}` is a number"))
            .value(&text)
            .help("write the number, and a name into the attribute");
    }
}

fn soundbite(j: &mut Judge<'_, '_>, id: Id) {
    for name in ["startTime", "duration"] {
        if needed(j, id, name) {
            let value = j.document.value_of(id, name).unwrap_or_default();
            if number::decimal(&value).is_none() {
                j.about_attribute(
                    &PODCAST_VALUE,
                    id,
                    name,
                    format!("`{name}` is a number of seconds"),
                )
                .value(&value)
                .help("write seconds like `73.0`");
            }
        }
    }
}
