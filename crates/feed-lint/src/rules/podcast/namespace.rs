//! Podcasting 2.0 (the `podcast` namespace), tag by tag in the order of its documentation.

use super::{PODCAST_VALUE, lengths};
use crate::grammar::Shape::Custom;
use crate::grammar::Times::{Often, Once};
use crate::grammar::{Context, ITEM, Row, Scope};
use crate::linter::Linter;
use crate::rules::forms::{self, Form, Tag, mismatch, tags};
use crate::values::listed;
use crate::xml::{Id, Ns};

/// Podcasting 2.0 in a channel.
pub static PODCAST_FEED: &[Row] = &[
    (
        "locked license guid medium images podroll updateFrequency podping chat publisher",
        Once,
        Custom(tag),
    ),
    (
        "funding person location trailer value image liveItem block txt remoteItem",
        Often,
        Custom(tag),
    ),
    ("socialInteract", Often, Custom(social_interact)),
];

/// Podcasting 2.0 in an item.
pub static PODCAST_ENTRY: &[Row] = &[
    (
        "transcript soundbite person location alternateEnclosure value image txt funding \
         contentLink",
        Often,
        Custom(tag),
    ),
    ("chapters season episode license images chat", Once, Custom(tag)),
    ("socialInteract", Often, Custom(social_interact)),
];

/// `liveItem`, which holds what an item holds (“Live Item”).
static LIVE_ITEM: Context =
    Context { scope: Scope::Entry, core: ITEM.core, required: &[], after: None };

use Form::{
    Any, Country, Date, Day, GeoUri, Images, Instant, Integer, Language, Mail, MediaType, Number,
    OneOf, OsmObject, Ratio, Recurrence, Url, Uuid,
};

const YES_OR_NO: Form = OneOf(&["yes", "no"]);
const TRUE_OR_FALSE: Form = OneOf(&["true", "false"]);

/// The media, and the same for lists of feeds.
#[rustfmt::skip]
const MEDIA: Form = OneOf(&[
    "podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course", "mixed",
    "podcastL", "musicL", "videoL", "filmL", "audiobookL", "newsletterL", "blogL", "publisherL", "courseL",
]);

/// Every tag that has requirements.
static TAGS: &[Tag] = tags! {
    "transcript" { "url": Url, "type": MediaType }
        optional { "language": Language, "rel": OneOf(&["captions"]) }
    "locked" = YES_OR_NO optional { "owner": Mail }
    "block" = YES_OR_NO
    "funding" { "url": Url }
    "chapters" { "url": Url, "type": MediaType }
    "soundbite" { "startTime": Number, "duration": Number }
    "person" = Any optional { "href": Url, "img": Url }
    "location" = Any
        optional { "rel": OneOf(&["subject", "creator"]), "geo": GeoUri, "osm": OsmObject, "country": Country }
    "season" = Integer
    "episode" = Number
    "trailer" = Any { "url": Url, "pubdate": Date }
        optional { "length": Integer, "type": MediaType, "season": Integer }
    "license" = Any optional { "url": Url }
    "alternateEnclosure" { "type": MediaType }
        optional { "length": Integer, "bitrate": Number, "height": Integer, "lang": Language, "default": TRUE_OR_FALSE }
        holds ["source"]
    "source" { "uri": Url } optional { "contentType": MediaType }
    "integrity" { "type": OneOf(&["sri", "pgp-signature"]), "value": Any }
    "guid" = Uuid
    "value" { "type": Any, "method": Any } optional { "suggested": Number } holds ["valueRecipient"]
    "valueRecipient" { "type": Any, "address": Any, "split": Integer } optional { "fee": TRUE_OR_FALSE }
    "valueTimeSplit" { "startTime": Number, "duration": Number }
        optional { "remoteStartTime": Number, "remotePercentage": Number }
        holds ["valueRecipient", "remoteItem"]
    "medium" = MEDIA
    "images" { "srcset": Images }
    "image" { "href": Url }
        optional { "aspect-ratio": Ratio, "width": Integer, "height": Integer, "type": MediaType }
    "liveItem" { "status": OneOf(&["pending", "live", "ended"]), "start": Instant }
        optional { "end": Instant } holds ["contentLink"]
    "contentLink" { "href": Url }
    "socialInteract" { "protocol": Any, "uri": Url }
        optional { "accountUrl": Url, "priority": Integer }
    "txt" = Any
    "remoteItem" { "feedGuid": Uuid } optional { "feedUrl": Url, "medium": MEDIA }
    "podroll" holds ["remoteItem"]
    "updateFrequency" optional { "complete": TRUE_OR_FALSE, "dtstart": Day, "rrule": Recurrence }
    "podping" optional { "usesPodping": TRUE_OR_FALSE }
    "chat" { "server": Any, "protocol": Any }
    "publisher" holds ["remoteItem"]
};

/// Tags whose values are in attributes alone.
const EMPTY: [&str; 7] =
    ["transcript", "chapters", "source", "integrity", "valueRecipient", "images", "image"];

fn tag(linter: &mut Linter<'_, '_>, id: Id) {
    let name = linter.document.local(id);
    let Some(tag) = TAGS.iter().find(|tag| tag.name == name) else {
        return;
    };
    for (attribute, form) in tag.required {
        if linter.document.attribute(id, attribute).is_none() {
            linter.missing_attribute(&PODCAST_VALUE, id, attribute);
        }
        forms::attribute(linter, &PODCAST_VALUE, id, attribute, *form);
    }
    for (attribute, form) in tag.optional {
        forms::attribute(linter, &PODCAST_VALUE, id, attribute, *form);
    }
    if let Some(value) = tag.text {
        let text = linter.text(id);
        let label = linter.label(id);
        if text.is_empty() {
            linter
                .about(&PODCAST_VALUE, id, format!("`{label}` is empty"))
                .help("write its value into it");
        } else if let Some((must, help)) = mismatch(value, &text) {
            let message = format!("`{label}` must be {must}");
            linter.wrong_text(&PODCAST_VALUE, id, message, help);
        }
    }
    match name {
        "updateFrequency" => schedule(linter, id),
        "license" => license(linter, id),
        _ => {}
    }
    lengths::check(linter, id);
    inside(linter, id, tag);
}

/// A schedule that ends after a number of episodes has a first day.
fn schedule(linter: &mut Linter<'_, '_>, id: Id) {
    let rule = linter.document.value_of(id, "rrule").unwrap_or_default();
    let is_counted = rule.split(';').any(|part| part.starts_with("COUNT="));
    if is_counted && linter.document.value_of(id, "dtstart").is_none() {
        let message = "a `rrule` with `COUNT` needs the attribute `dtstart`";
        linter
            .about(&PODCAST_VALUE, id, message)
            .attr("dtstart")
            .help("add the day of the first episode, like `dtstart=\"2026-01-01\"`");
    }
}

/// How identifiers of common public licenses begin: some of the SPDX License List, and two that the namespace added.
const LICENSES: &str = "0bsd afl agpl apache arr artistic bsd c cc cc0 cdla dl etalab eupl fal gfdl gpl isc lal lgpl \
    mit mpl odbl odc ofl ogl pddl pod unlicense wtfpl";

/// A license that readers do not know has its text (“License”).
fn license(linter: &mut Linter<'_, '_>, id: Id) {
    let text = linter.text(id).to_ascii_lowercase();
    let begins = text.split('-').next().unwrap_or_default();
    let is_known = listed(LICENSES, begins) && !text.contains(char::is_whitespace);
    if !is_known && !text.is_empty() && linter.document.attribute(id, "url").is_none() {
        let message = "a license of your own must have the attribute `url`";
        linter
            .about(&PODCAST_VALUE, id, message)
            .attr("url")
            .help("add the URL of its text, or write a known one like `cc-by-4.0`");
    }
}

/// Checks the tags of the namespace inside one, and its required ones.
fn inside(linter: &mut Linter<'_, '_>, id: Id, tag: &Tag) {
    let inner: Vec<Id> = linter
        .document
        .elements(id)
        .filter(|child| linter.document.ns(*child) == Ns::Podcast)
        .collect();
    if tag.name == "liveItem" && linter.core == Ns::None {
        linter.children(id, &LIVE_ITEM);
    } else {
        for child in &inner {
            self::tag(linter, *child);
        }
        if EMPTY.contains(&tag.name) {
            linter.no_text(id);
        }
    }
    remote_item(linter, id, &inner);
    let held = |child: &Id| tag.holds.contains(&linter.document.local(*child));
    let (true, false, Some(first)) =
        (linter.document.closed(id), inner.iter().any(held), tag.holds.first())
    else {
        return;
    };
    let label = linter.label(id);
    let message = format!("`{label}` has no `podcast:{first}`");
    linter
        .about(&PODCAST_VALUE, id, message)
        .help(format!("add a `podcast:{first}` inside `{label}`"));
}

/// Reports what else is where one `remoteItem` must be alone, and a publisher that is another medium.
fn remote_item(linter: &mut Linter<'_, '_>, id: Id, inner: &[Id]) {
    let holder = linter.document.local(id);
    let remote = |child: &&Id| linter.document.local(**child) == "remoteItem";
    let Some(first) = inner.iter().find(remote).copied() else {
        return;
    };
    if !matches!(holder, "publisher" | "valueTimeSplit") {
        return;
    }
    let (label, also) = (linter.label(id), linter.document.tag(first));
    for other in inner.iter().filter(|other| **other != first) {
        let message = format!("`{label}` must have nothing beside its `podcast:remoteItem`");
        linter
            .about(&PODCAST_VALUE, *other, message)
            .also(also.clone(), "this one")
            .help("keep one of the two");
    }
    if holder == "publisher"
        && linter.document.value_of(first, "medium").as_deref() != Some("publisher")
    {
        let message =
            format!("the `podcast:remoteItem` of `{label}` must have the medium `publisher`");
        linter
            .about_attribute(&PODCAST_VALUE, first, "medium", message)
            .help("write `medium=\"publisher\"`");
    }
}

/// `socialInteract`, which needs no URL where its protocol is `disabled`.
fn social_interact(linter: &mut Linter<'_, '_>, id: Id) {
    if linter.document.value_of(id, "protocol").as_deref() != Some("disabled") {
        tag(linter, id);
    }
}
