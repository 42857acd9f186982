//! Podcasting 2.0 (the `podcast` namespace), tag by tag in the order of its documentation.

use super::PODCAST_VALUE;
use crate::grammar::Row;
use crate::grammar::Shape::{Anything, Judged};
use crate::grammar::Times::{Often, Once};
use crate::judge::Judge;
use crate::shapes::{self, Spot};
use crate::values::{date, number, uri};
use crate::xml::{Id, Ns};

/// Podcasting 2.0 in a channel.
pub static PODCAST_FEED: &[Row] = &[
    ("locked", Once, Judged(tag)),
    ("funding", Often, Judged(tag)),
    ("person", Often, Judged(tag)),
    ("location", Often, Judged(tag)),
    ("trailer", Often, Judged(tag)),
    ("license", Once, Judged(tag)),
    ("guid", Once, Judged(tag)),
    ("value", Often, Judged(tag)),
    ("medium", Once, Judged(tag)),
    ("images", Once, Judged(tag)),
    ("image", Often, Judged(tag)),
    ("liveItem", Often, Judged(tag)),
    ("block", Often, Judged(tag)),
    ("txt", Often, Judged(tag)),
    ("remoteItem", Often, Judged(tag)),
    ("podroll", Once, Judged(tag)),
    ("updateFrequency", Once, Judged(tag)),
    ("podping", Once, Judged(tag)),
    ("chat", Often, Judged(tag)),
    ("publisher", Once, Judged(tag)),
    ("socialInteract", Often, Judged(social_interact)),
];

/// Podcasting 2.0 in an item.
pub static PODCAST_ENTRY: &[Row] = &[
    ("transcript", Often, Judged(tag)),
    ("chapters", Once, Judged(tag)),
    ("soundbite", Often, Judged(tag)),
    ("person", Often, Judged(tag)),
    ("location", Often, Judged(tag)),
    ("season", Once, Judged(tag)),
    ("episode", Once, Judged(tag)),
    ("license", Once, Judged(tag)),
    ("alternateEnclosure", Often, Judged(tag)),
    ("value", Often, Judged(tag)),
    ("images", Once, Judged(tag)),
    ("image", Often, Judged(tag)),
    ("socialInteract", Often, Judged(social_interact)),
    ("txt", Often, Judged(tag)),
    ("chat", Often, Judged(tag)),
    ("funding", Often, Judged(tag)),
    ("contentLink", Often, Judged(tag)),
    ("integrity", Often, Anything),
    ("source", Often, Anything),
];

/// The form of a value.
#[derive(Clone, Copy)]
enum Value {
    /// Any text that is not blank.
    Some,
    /// An absolute URL.
    Address,
    /// A number, with or without a fraction.
    Number,
    /// A whole number.
    Integer,
    /// A UUID.
    Uuid,
    /// An RFC 2822 date.
    Date,
    /// An ISO 8601 date.
    Instant,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

use Value::{Address, Date, Instant, Integer, Number, OneOf, Some as Any, Uuid};

/// Whether an attribute is required.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needed {
    Yes,
    No,
}

use Needed::{No, Yes};

/// A tag: its text, its attributes, and its alternative required children.
struct Tag {
    name: &'static str,
    text: Option<Value>,
    attributes: &'static [(&'static str, Needed, Value)],
    holds: &'static [&'static str],
}

const fn of(
    name: &'static str,
    text: Option<Value>,
    attributes: &'static [(&'static str, Needed, Value)],
) -> Tag {
    Tag {
        name,
        text,
        attributes,
        holds: &[],
    }
}

const fn holder(
    name: &'static str,
    attributes: &'static [(&'static str, Needed, Value)],
    holds: &'static [&'static str],
) -> Tag {
    Tag {
        name,
        text: None,
        attributes,
        holds,
    }
}

const YES_OR_NO: Value = OneOf(&["yes", "no"]);
const TRUE_OR_FALSE: Value = OneOf(&["true", "false"]);

/// The tags with media, each with the form of their lists.
const MEDIA: Value = OneOf(&[
    "podcast",
    "music",
    "video",
    "film",
    "audiobook",
    "newsletter",
    "blog",
    "publisher",
    "course",
    "mixed",
    "podcastL",
    "musicL",
    "videoL",
    "filmL",
    "audiobookL",
    "newsletterL",
    "blogL",
    "publisherL",
    "courseL",
]);

/// Every tag that has requirements.
static TAGS: &[Tag] = &[
    of(
        "transcript",
        None,
        &[("url", Yes, Address), ("type", Yes, Any)],
    ),
    of("locked", Some(YES_OR_NO), &[]),
    of("block", Some(YES_OR_NO), &[]),
    of("funding", None, &[("url", Yes, Address)]),
    of(
        "chapters",
        None,
        &[("url", Yes, Address), ("type", Yes, Any)],
    ),
    of(
        "soundbite",
        None,
        &[("startTime", Yes, Number), ("duration", Yes, Number)],
    ),
    of(
        "person",
        Some(Any),
        &[("href", No, Address), ("img", No, Address)],
    ),
    of(
        "location",
        Some(Any),
        &[("rel", No, OneOf(&["subject", "creator"]))],
    ),
    of("season", Some(Integer), &[]),
    of("episode", Some(Number), &[]),
    of(
        "trailer",
        Some(Any),
        &[
            ("url", Yes, Address),
            ("pubdate", Yes, Date),
            ("length", No, Integer),
            ("season", No, Integer),
        ],
    ),
    of("license", Some(Any), &[("url", No, Address)]),
    holder(
        "alternateEnclosure",
        &[("type", Yes, Any), ("default", No, TRUE_OR_FALSE)],
        &["source"],
    ),
    of("source", None, &[("uri", Yes, Address)]),
    of(
        "integrity",
        None,
        &[
            ("type", Yes, OneOf(&["sri", "pgp-signature"])),
            ("value", Yes, Any),
        ],
    ),
    of("guid", Some(Uuid), &[]),
    holder(
        "value",
        &[
            ("type", Yes, Any),
            ("method", Yes, Any),
            ("suggested", No, Number),
        ],
        &["valueRecipient"],
    ),
    of(
        "valueRecipient",
        None,
        &[
            ("type", Yes, Any),
            ("address", Yes, Any),
            ("split", Yes, Integer),
            ("fee", No, TRUE_OR_FALSE),
        ],
    ),
    holder(
        "valueTimeSplit",
        &[
            ("startTime", Yes, Number),
            ("duration", Yes, Number),
            ("remoteStartTime", No, Number),
            ("remotePercentage", No, Number),
        ],
        &["valueRecipient", "remoteItem"],
    ),
    of("medium", Some(MEDIA), &[]),
    of("images", None, &[("srcset", Yes, Any)]),
    of("image", None, &[("href", Yes, Address)]),
    holder(
        "liveItem",
        &[
            ("status", Yes, OneOf(&["pending", "live", "ended"])),
            ("start", Yes, Instant),
            ("end", No, Instant),
        ],
        &["contentLink"],
    ),
    of("contentLink", None, &[("href", Yes, Address)]),
    of(
        "socialInteract",
        None,
        &[
            ("protocol", Yes, Any),
            ("uri", Yes, Address),
            ("accountUrl", No, Address),
            ("priority", No, Integer),
        ],
    ),
    of("txt", Some(Any), &[]),
    of(
        "remoteItem",
        None,
        &[
            ("feedGuid", Yes, Uuid),
            ("feedUrl", No, Address),
            ("medium", No, MEDIA),
        ],
    ),
    holder("podroll", &[], &["remoteItem"]),
    of(
        "updateFrequency",
        None,
        &[("complete", No, TRUE_OR_FALSE), ("dtstart", No, Instant)],
    ),
    of("podping", None, &[("usesPodping", No, TRUE_OR_FALSE)]),
    of(
        "chat",
        None,
        &[("server", Yes, Any), ("protocol", Yes, Any)],
    ),
    holder("publisher", &[], &["remoteItem"]),
];

fn tag(j: &mut Judge<'_, '_>, id: Id) {
    let name = j.document.local(id);
    let Some(tag) = TAGS.iter().find(|tag| tag.name == name) else {
        return;
    };
    for (attribute, needed, value) in tag.attributes {
        match j.document.value_of(id, attribute) {
            None if *needed == Yes => j.missing_attribute(&PODCAST_VALUE, id, attribute),
            None => {}
            Some(_) if matches!(value, Address) => {
                let written = j.document.value_of(id, attribute).unwrap_or_default();
                let spot = Spot::inside(j, id, attribute);
                shapes::absolute(j.log, &spot, &written);
            }
            Some(written) => {
                if let Some((must, help)) = wrong(*value, written.trim()) {
                    let message = format!("`{attribute}` must be {must}");
                    j.about_attribute(&PODCAST_VALUE, id, attribute, message)
                        .value(&written)
                        .help(help);
                }
            }
        }
    }
    if let Some(value) = tag.text {
        let text = j.text(id);
        let label = j.label(id);
        if text.is_empty() {
            j.about(&PODCAST_VALUE, id, format!("`{label}` is empty"))
                .help("write its value into it");
        } else if let Some((must, help)) = wrong(value, &text) {
            j.about_text(&PODCAST_VALUE, id, format!("`{label}` must be {must}"))
                .value(&text)
                .help(help);
        }
    }
    inside(j, id, tag);
}

/// Checks the tags of the namespace inside one, and its required ones.
fn inside(j: &mut Judge<'_, '_>, id: Id, tag: &Tag) {
    let inner: Vec<Id> = j
        .document
        .elements(id)
        .filter(|child| j.document.ns(*child) == Ns::Podcast)
        .collect();
    for child in &inner {
        self::tag(j, *child);
    }
    let held = |child: &Id| tag.holds.contains(&j.document.local(*child));
    let (true, false, Some(first)) = (
        j.document.closed(id),
        inner.iter().any(held),
        tag.holds.first(),
    ) else {
        return;
    };
    let label = j.label(id);
    j.about(
        &PODCAST_VALUE,
        id,
        format!("`{label}` has no `podcast:{first}`"),
    )
    .help(format!("add a `podcast:{first}` inside `{label}`"));
}

/// `socialInteract`, which needs no URL where its protocol is `disabled`.
fn social_interact(j: &mut Judge<'_, '_>, id: Id) {
    if j.document.value_of(id, "protocol").as_deref() != Some("disabled") {
        tag(j, id);
    }
}

/// The form that a value must have, and a replacement, where it has another.
fn wrong(value: Value, text: &str) -> Option<(String, String)> {
    let said = |must: &str, help: &str| Some((must.to_owned(), help.to_owned()));
    match value {
        Any if text.is_empty() => said("more than white space", "write its value"),
        Number if number::decimal(text).is_none() => said("a number", "write it like `73.5`"),
        Integer if !number::is_non_negative_integer(text) => {
            said("a whole number", "write it like `3`")
        }
        Uuid if !uri::is_uuid(text) => {
            said("a UUID", "write the version 5 UUID of the feed's address")
        }
        Date if date::rfc822(text).instant().is_none() => said(
            "a date as RFC 2822 has it",
            "write it like `Thu, 1 Jan 2026 00:00:00 +0000`",
        ),
        Instant if !looks_like_iso(text) => said(
            "a date and time as ISO 8601 has it",
            "write it like `2026-01-01T12:00:00Z`",
        ),
        OneOf(words) if !words.contains(&text) => Some((
            format!("one of {}", shapes::listed(words)),
            format!("write one of {}", shapes::listed(words)),
        )),
        _ => None,
    }
}

/// An ISO 8601 date and time, whose zone may lack the colon.
fn looks_like_iso(text: &str) -> bool {
    let colon = |text: &str| {
        let at = text.len().checked_sub(2)?;
        let (head, tail) = (text.get(..at)?, text.get(at..)?);
        Some(format!("{head}:{tail}"))
    };
    let parsed = |text: &str| chrono::DateTime::parse_from_rfc3339(text).is_ok();
    parsed(text) || colon(text).is_some_and(|text| parsed(&text))
}
