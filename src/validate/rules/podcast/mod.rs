//! Podcasts: Apple's tags and the namespace of Podcasting 2.0.

mod categories;

use crate::validate::grammar::Shape::{Anything, Judged, OneOf, Positive, TextOrNothing};
use crate::validate::grammar::Times::{Often, Once};
use crate::validate::grammar::{Row, Shape};
use crate::validate::html::{self, Looks};
use crate::validate::judge::Judge;
use crate::validate::shapes::{self, Spot};
use crate::validate::values::{mail, number, uri};
use crate::validate::xml::{Id, Ns};

use categories::{CATEGORIES, OLD_CATEGORIES, OLD_SUBCATEGORIES};

use super::{html as html_rule, people, rss, structure, values};

rules! {
    for RSS;
    Warning MISSING_ELEMENT "missing-itunes-element" w3c "MissingItunesElement" {
        what: "A podcast has a language, a category and says whether it is explicit (iTunes).",
        why: "Apple's directory asks for them (Apple Podcasts, “Required tags”).",
        example: "<channel>… with itunes:author alone",
        instead: "<language>en</language><itunes:explicit>false</itunes:explicit><itunes:category text=\"Technology\"/>",
    }
    Warning MISSING_EMAIL "missing-itunes-email" w3c "MissingItunesEmail" {
        what: "A podcast's owner has a mail address (iTunes).",
        why: "Directories write to it before they list the podcast; without it nobody can claim it.",
        example: "<itunes:owner><itunes:name>Ada</itunes:name></itunes:owner>",
        instead: "<itunes:owner><itunes:name>Ada</itunes:name><itunes:email>ada@example.org</itunes:email></itunes:owner>",
    }
    Error CATEGORY "itunes-category" w3c "InvalidItunesCategory" {
        what: "A podcast's category is one of Apple's, a subcategory one of its category (iTunes).",
        why: "The directory lists the podcast nowhere otherwise (Apple Podcasts, “Apple Podcasts categories”).",
        example: "<itunes:category text=\"Everything\"/>",
        instead: "<itunes:category text=\"Technology\"/>",
    }
    Warning OLD_CATEGORY "old-itunes-category" w3c "ObsoleteItunesCategory" {
        what: "A podcast's category is of today's list (iTunes).",
        why: "Apple renamed and removed categories in 2019 and before.",
        example: "<itunes:category text=\"Games &amp; Hobbies\"/>",
        instead: "<itunes:category text=\"Leisure\"/>",
    }
    Error KIND "itunes-type" w3c "InvalidItunesChannelType" {
        what: "The type of a podcast is `episodic` or `serial` (iTunes).",
        why: "Clients order the episodes by it (Apple Podcasts, “itunes:type”).",
        example: "<itunes:type>weekly</itunes:type>",
        instead: "<itunes:type>episodic</itunes:type>",
    }
    Error EPISODE_KIND "itunes-episode-type" w3c "InvalidItunesEpisodeType" {
        what: "The type of an episode is `full`, `trailer` or `bonus` (iTunes).",
        why: "Clients show trailers and extras apart (Apple Podcasts, “itunes:episodeType”).",
        example: "<itunes:episodeType>interview</itunes:episodeType>",
        instead: "<itunes:episodeType>full</itunes:episodeType>",
    }
    Error DURATION "itunes-duration" w3c "InvalidDuration" {
        what: "The duration of an episode is seconds, `M:SS` or `H:MM:SS` (iTunes).",
        why: "Clients show nothing otherwise (Apple Podcasts, “itunes:duration”).",
        example: "<itunes:duration>7:74</itunes:duration>",
        instead: "<itunes:duration>8:14</itunes:duration>",
    }
    Error YES "itunes-block" w3c "InvalidYesNoClean" {
        what: "`itunes:block` and `itunes:complete` are `Yes` or not there (iTunes).",
        why: "Any other value has no effect: a show that should be hidden is not (Apple Podcasts, “itunes:block”).",
        example: "<itunes:block>Absolutely</itunes:block>",
        instead: "<itunes:block>Yes</itunes:block>",
    }
    Warning KEYWORDS "itunes-keywords" w3c "InvalidKeywords" {
        what: "Keywords are words separated by commas (iTunes).",
        why: "Other punctuation, or blanks alone between the words, makes one long keyword of them.",
        example: "<itunes:keywords>salt pepper shaker exciting</itunes:keywords>",
        instead: "<itunes:keywords>salt, pepper, shaker</itunes:keywords>",
    }
    Error TOO_LONG "too-long" w3c "TooLong" {
        what: "A podcast's summary has at most 4000 characters, its subtitle and keywords at most 255 (iTunes).",
        why: "Directories cut it off or refuse the feed (Apple Podcasts, “RSS tags”).",
        example: "An <itunes:subtitle> of a thousand words",
        instead: "<itunes:subtitle>What is new in feeds, weekly</itunes:subtitle>",
    }
    Warning NOT_UTF8 "podcast-not-utf8" w3c "NotUTF8" {
        what: "A podcast's feed is UTF-8 (iTunes).",
        why: "Apple asks for it; other encodings show as rubbish in the directory.",
        example: "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>",
        instead: "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
    }
    Warning FILE_FORMAT "podcast-file-format" w3c "UnsupportedItunesFormat" {
        what: "An episode's file is M4A, MP3, MOV, MP4, M4V, PDF or EPUB (iTunes).",
        why: "Apple's client plays no others (Apple Podcasts, “enclosure”).",
        example: "<enclosure url=\"https://example.org/1.wmv\" …/>",
        instead: "<enclosure url=\"https://example.org/1.mp4\" …/>",
    }
    Error PODCAST_VALUE "podcast-value" {
        what: "Elements of the podcast namespace have the attributes and values that it gives them (Podcasting 2.0).",
        why: "Clients ignore a transcript without a type, a person without a name, a guid that is no UUID (podcastindex.org/namespace/1.0).",
        example: "<podcast:transcript url=\"https://example.org/1.vtt\"/>",
        instead: "<podcast:transcript url=\"https://example.org/1.vtt\" type=\"text/vtt\"/>",
    }
}

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
    ("link", Often, Anything),
    ("pubDate", Once, Anything),
    ("applepodcastsverify", Once, TextOrNothing),
];

/// Apple's tags in an item.
pub static ENTRY: &[Row] = &[
    ("author", Once, TextOrNothing),
    ("block", Once, Judged(block)),
    ("category", Often, Judged(category)),
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

/// Podcasting 2.0 in a channel.
pub static PODCAST_FEED: &[Row] = &[
    ("locked", Once, Judged(locked)),
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
    // Apple compares the whole value, blanks and all.
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
            format!("`{label}` is `true` or `false`"),
        )
        .value(&text)
        .help(format!("write `{meant}`"));
    }
}

fn block(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    if !["yes", "no"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word))
    {
        let label = j.label(id);
        j.about_text(&YES, id, format!("`{label}` is `Yes`, or not there"))
            .value(&text)
            .help("write `Yes`, or remove the element");
    }
}

fn image(j: &mut Judge<'_, '_>, id: Id) {
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
    let bad = text.contains(['.', ';', '!', '?', '<', '>', '&', '|', '/'])
        || (!text.contains(',') && text.split_whitespace().count() > 2);
    if bad {
        j.about_text(&KEYWORDS, id, "keywords are separated by commas")
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

fn locked(j: &mut Judge<'_, '_>, id: Id) {
    yes_or_no(j, id);
}

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

/// Whether a feed is a podcast: it uses Apple's tags.
fn is_podcast(j: &Judge<'_, '_>, channel: Id) -> bool {
    j.document.namespaces.iter().any(|one| one.ns == Ns::Itunes)
        && (j
            .document
            .elements(channel)
            .any(|child| j.document.ns(child) == Ns::Itunes)
            || j.document.elements(channel).take(200).any(|item| {
                j.document
                    .elements(item)
                    .any(|child| j.document.ns(child) == Ns::Itunes)
            }))
}

/// What a podcast's channel must have.
pub fn after_channel(j: &mut Judge<'_, '_>, channel: Id) {
    if !is_podcast(j, channel) || !j.document.closed(channel) {
        return;
    }
    if j.core_child(channel, "language").is_none()
        && j.document.child(channel, Ns::Dc, "language").is_none()
    {
        j.missing(channel, "language", &MISSING_ELEMENT);
    }
    for name in ["category", "explicit"] {
        if j.document.child(channel, Ns::Itunes, name).is_none() {
            j.missing(channel, &format!("itunes:{name}"), &MISSING_ELEMENT);
        }
    }
    let owner = j.document.child(channel, Ns::Itunes, "owner");
    if owner.is_none_or(|owner| j.document.child(owner, Ns::Itunes, "email").is_none()) {
        j.missing(channel, "itunes:email", &MISSING_EMAIL);
    }
    let encoding = j
        .document
        .declaration
        .as_ref()
        .and_then(|declaration| declaration.encoding.clone());
    if let Some((label, range)) =
        encoding.filter(|(label, _)| !label.to_ascii_lowercase().starts_with("utf-8"))
    {
        let (element, parent) = (j.label(channel), j.parent_label(channel));
        j.log
            .say(
                &NOT_UTF8,
                range,
                format!("a podcast's feed is UTF-8, not {label}"),
            )
            .element(element)
            .parent(parent)
            .value(label)
            .help("save the feed as UTF-8");
    }
}

/// The enclosures of a podcast's item.
pub fn after_item(j: &mut Judge<'_, '_>, item: Id) {
    let enclosures: Vec<Id> = j
        .document
        .elements(item)
        .filter(|child| j.is_core(*child) && j.document.local(*child) == "enclosure")
        .collect();
    for second in enclosures.iter().skip(1) {
        let first = enclosures
            .first()
            .map_or(0..0, |first| j.document.tag(*first));
        j.about(&rss::SECOND_ENCLOSURE, *second, "an item has one enclosure")
            .also(first, "first one here")
            .help("give every file an item of its own");
    }
    if !j
        .document
        .elements(item)
        .any(|child| j.document.ns(child) == Ns::Itunes)
    {
        return;
    }
    for enclosure in enclosures {
        let Some(url) = j.document.value_of(enclosure, "url") else {
            continue;
        };
        let path = uri::parts(&url).path.to_ascii_lowercase();
        let Some((_, extension)) = path
            .rsplit('/')
            .next()
            .and_then(|name| name.rsplit_once('.'))
        else {
            continue;
        };
        let plain = (2..=4).contains(&extension.len())
            && extension.bytes().all(|b| b.is_ascii_alphanumeric());
        if plain
            && !matches!(
                extension,
                "m4a" | "mp3" | "mov" | "mp4" | "m4v" | "pdf" | "epub" | "aac" | "m4b"
            )
        {
            let (range, label, parent) = (
                j.value_range(enclosure, "url"),
                j.label(item),
                j.parent_label(item),
            );
            j.log
                .say(
                    &FILE_FORMAT,
                    range,
                    format!("Apple's client plays no `.{extension}`"),
                )
                .element(label)
                .parent(parent)
                .param("extension", extension)
                .help("offer the file as MP3, M4A or MP4");
        }
    }
}
