//! Podcasting 2.0 (the `podcast` namespace), tag by tag in the order of its documentation.

use super::PODCAST_VALUE;
use crate::grammar::Row;
use crate::grammar::Shape::{Anything, Custom};
use crate::grammar::Times::{Often, Once};
use crate::linter::Linter;
use crate::shapes::{self, Spot};
use crate::values::{date, number, uri};
use crate::xml::{Id, Ns};

/// Podcasting 2.0 in a channel.
pub static PODCAST_FEED: &[Row] = &[
    ("locked", Once, Custom(tag)),
    ("funding", Often, Custom(tag)),
    ("person", Often, Custom(tag)),
    ("location", Often, Custom(tag)),
    ("trailer", Often, Custom(tag)),
    ("license", Once, Custom(tag)),
    ("guid", Once, Custom(tag)),
    ("value", Often, Custom(tag)),
    ("medium", Once, Custom(tag)),
    ("images", Once, Custom(tag)),
    ("image", Often, Custom(tag)),
    ("liveItem", Often, Custom(tag)),
    ("block", Often, Custom(tag)),
    ("txt", Often, Custom(tag)),
    ("remoteItem", Often, Custom(tag)),
    ("podroll", Once, Custom(tag)),
    ("updateFrequency", Once, Custom(tag)),
    ("podping", Once, Custom(tag)),
    ("chat", Often, Custom(tag)),
    ("publisher", Once, Custom(tag)),
    ("socialInteract", Often, Custom(social_interact)),
];

/// Podcasting 2.0 in an item.
pub static PODCAST_ENTRY: &[Row] = &[
    ("transcript", Often, Custom(tag)),
    ("chapters", Once, Custom(tag)),
    ("soundbite", Often, Custom(tag)),
    ("person", Often, Custom(tag)),
    ("location", Often, Custom(tag)),
    ("season", Once, Custom(tag)),
    ("episode", Once, Custom(tag)),
    ("license", Once, Custom(tag)),
    ("alternateEnclosure", Often, Custom(tag)),
    ("value", Often, Custom(tag)),
    ("images", Once, Custom(tag)),
    ("image", Often, Custom(tag)),
    ("socialInteract", Often, Custom(social_interact)),
    ("txt", Often, Custom(tag)),
    ("chat", Often, Custom(tag)),
    ("funding", Often, Custom(tag)),
    ("contentLink", Often, Custom(tag)),
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

fn tag(linter: &mut Linter<'_, '_>, id: Id) {
    let name = linter.document.local(id);
    let Some(tag) = TAGS.iter().find(|tag| tag.name == name) else {
        return;
    };
    for (attribute, needed, value) in tag.attributes {
        match linter.document.value_of(id, attribute) {
            None if *needed == Yes => linter.missing_attribute(&PODCAST_VALUE, id, attribute),
            None => {}
            Some(_) if matches!(value, Address) => {
                let written = linter.document.value_of(id, attribute).unwrap_or_default();
                let spot = Spot::inside(linter, id, attribute);
                shapes::absolute(linter.log, &spot, &written);
            }
            Some(written) => {
                if let Some((must, help)) = wrong(*value, written.trim()) {
                    let message = format!("`{attribute}` must be {must}");
                    linter
                        .about_attribute(&PODCAST_VALUE, id, attribute, message)
                        .value(&written)
                        .help(help);
                }
            }
        }
    }
    if let Some(value) = tag.text {
        let text = linter.text(id);
        let label = linter.label(id);
        if text.is_empty() {
            linter
                .about(&PODCAST_VALUE, id, format!("`{label}` is empty"))
                .help("write its value into it");
        } else if let Some((must, help)) = wrong(value, &text) {
            linter
                .about_text(&PODCAST_VALUE, id, format!("`{label}` must be {must}"))
                .value(&text)
                .help(help);
        }
    }
    inside(linter, id, tag);
}

/// Checks the tags of the namespace inside one, and its required ones.
fn inside(linter: &mut Linter<'_, '_>, id: Id, tag: &Tag) {
    let inner: Vec<Id> = linter
        .document
        .elements(id)
        .filter(|child| linter.document.ns(*child) == Ns::Podcast)
        .collect();
    for child in &inner {
        self::tag(linter, *child);
    }
    let held = |child: &Id| tag.holds.contains(&linter.document.local(*child));
    let (true, false, Some(first)) = (
        linter.document.closed(id),
        inner.iter().any(held),
        tag.holds.first(),
    ) else {
        return;
    };
    let label = linter.label(id);
    linter
        .about(
            &PODCAST_VALUE,
            id,
            format!("`{label}` has no `podcast:{first}`"),
        )
        .help(format!("add a `podcast:{first}` inside `{label}`"));
}

/// `socialInteract`, which needs no URL where its protocol is `disabled`.
fn social_interact(linter: &mut Linter<'_, '_>, id: Id) {
    if linter.document.value_of(id, "protocol").as_deref() != Some("disabled") {
        tag(linter, id);
    }
}

/// The form that a value must have, and a replacement, where it has another.
fn wrong(value: Value, text: &str) -> Option<(String, String)> {
    let finding = |must: &str, help: &str| Some((must.to_owned(), help.to_owned()));
    match value {
        Any if text.is_empty() => finding("more than white space", "write its value"),
        Number if number::decimal(text).is_none() => finding("a number", "write it like `73.5`"),
        Integer if !number::is_non_negative_integer(text) => {
            finding("a whole number", "write it like `3`")
        }
        Uuid if !uri::is_uuid(text) => {
            finding("a UUID", "write the version 5 UUID of the feed's address")
        }
        Date if date::rfc822(text).instant().is_none() => finding(
            "a date as RFC 2822 has it",
            "write it like `Thu, 1 Jan 2026 00:00:00 +0000`",
        ),
        Instant if !looks_like_iso(text) => finding(
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
