//! The tags of two directories: Google Play's, as Google Podcasts documented them until it closed in
//! 2024, and Spotify's (“Podcast Delivery Specification”, version 1.9).

use super::DIRECTORY;
use super::categories::{CATEGORIES, OLD_CATEGORIES};
use crate::grammar::Row;
use crate::grammar::Shape::{Judged, TextOrNothing};
use crate::grammar::Times::Often;
use crate::judge::Judge;
use crate::values::{mail, uri};
use crate::xml::Id;

/// Google Play's tags in a channel.
pub static GOOGLE_FEED: &[Row] = &[
    ("author", Often, TextOrNothing),
    ("block", Often, Judged(block)),
    ("category", Often, Judged(category)),
    ("description", Often, TextOrNothing),
    ("email", Often, Judged(email)),
    ("explicit", Often, Judged(explicit)),
    ("image", Often, Judged(image)),
    ("new-feed-url", Often, Judged(address)),
    ("owner", Often, Judged(email)),
];

/// Google Play's tags in an item.
pub static GOOGLE_ENTRY: &[Row] = &[
    ("author", Often, TextOrNothing),
    ("block", Often, Judged(block)),
    ("description", Often, TextOrNothing),
    ("explicit", Often, Judged(explicit)),
    ("image", Often, Judged(image)),
];

/// Spotify's tags in a channel.
pub static SPOTIFY_FEED: &[Row] = &[
    ("access", Often, Judged(access)),
    ("countryOfOrigin", Often, Judged(countries)),
    ("limit", Often, Judged(limit)),
];

/// Spotify's tags in an item.
pub static SPOTIFY_ENTRY: &[Row] = &[("access", Often, Judged(access))];

/// Reports an invalid text of an element, or an invalid value of its attribute.
fn wrong(j: &mut Judge<'_, '_>, id: Id, attribute: Option<&str>, must: &str, help: &str) {
    let label = j.label(id);
    if let Some(name) = attribute {
        let message = format!("`{name}` of `{label}` must be {must}");
        let value = j.document.value_of(id, name).unwrap_or_default();
        j.about_attribute(&DIRECTORY, id, name, message)
            .value(&value)
            .help(help);
    } else {
        let text = j.text(id);
        j.about_text(&DIRECTORY, id, format!("`{label}` must be {must}"))
            .value(&text)
            .help(help);
    }
}

/// The value of a required attribute.
fn required(j: &mut Judge<'_, '_>, id: Id, name: &str) -> Option<String> {
    let value = j.document.value_of(id, name);
    if value.is_none() {
        j.missing_attribute(&DIRECTORY, id, name);
    }
    value.map(|value| value.trim().to_owned())
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn block(j: &mut Judge<'_, '_>, id: Id) {
    if !is_one_of(&j.text(id), &["yes", "no"]) {
        wrong(
            j,
            id,
            None,
            "`yes` or `no`",
            "write `yes`, or remove the element",
        );
    }
}

/// The documentation lists `yes`, `no` and `clean`; feeds that follow Apple use the other two.
fn explicit(j: &mut Judge<'_, '_>, id: Id) {
    if !is_one_of(&j.text(id), &["yes", "no", "clean", "true", "false"]) {
        wrong(j, id, None, "`yes`, `no` or `clean`", "write `yes` or `no`");
    }
}

fn email(j: &mut Judge<'_, '_>, id: Id) {
    if !mail::is_address(&j.text(id)) {
        let help = "write an address like `ada@example.org`";
        wrong(j, id, None, "a mail address", help);
    }
}

fn is_address(text: &str) -> bool {
    uri::fault(text).is_none() && (text.starts_with("https://") || text.starts_with("http://"))
}

fn address(j: &mut Judge<'_, '_>, id: Id) {
    if !is_address(&j.text(id)) {
        let help = "write an address like `https://example.org/feed.xml`";
        wrong(j, id, None, "a full address", help);
    }
}

fn image(j: &mut Judge<'_, '_>, id: Id) {
    if required(j, id, "href").is_some_and(|href| !is_address(&href)) {
        let help = "write an address like `https://example.org/cover.png`";
        wrong(j, id, Some("href"), "a full address", help);
    }
}

/// Google used Apple's former list, and later the current one.
fn category(j: &mut Judge<'_, '_>, id: Id) {
    let Some(text) = required(j, id, "text") else {
        return;
    };
    let known =
        OLD_CATEGORIES.contains(&&*text) || CATEGORIES.iter().any(|(name, _)| *name == text);
    if !known {
        wrong(
            j,
            id,
            Some("text"),
            "a category of Google's list",
            "write `Technology` or another one",
        );
    }
}

/// Countries must be two-letter codes of ISO 3166-1.
fn countries(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    let mut codes = text
        .split([' ', ','])
        .filter(|code| !code.is_empty())
        .peekable();
    let is_code = |code: &str| code.len() == 2 && code.bytes().all(|b| b.is_ascii_alphabetic());
    if codes.peek().is_none() || !codes.all(is_code) {
        let must = "country codes of two letters (ISO 3166-1)";
        wrong(j, id, None, must, "write codes like `de at ch`");
    }
}

fn limit(j: &mut Judge<'_, '_>, id: Id) {
    let is_count = |text: &str| text.parse::<u32>().is_ok_and(|count| count > 0);
    if required(j, id, "recentCount").is_some_and(|count| !is_count(&count)) {
        wrong(
            j,
            id,
            Some("recentCount"),
            "a number of one or more",
            "write a number like `10`",
        );
    }
}

fn access(j: &mut Judge<'_, '_>, id: Id) {
    let parts: Vec<Id> = j.document.elements(id).collect();
    for part in parts {
        match j.document.local(part) {
            "partner" => drop(required(j, part, "id")),
            "entitlement" => drop(required(j, part, "name")),
            "sandbox" => {
                let enabled = required(j, part, "enabled");
                if enabled.is_some_and(|enabled| !is_one_of(&enabled, &["true", "false"])) {
                    wrong(
                        j,
                        part,
                        Some("enabled"),
                        "`true` or `false`",
                        "write `true` or `false`",
                    );
                }
            }
            _ => j.unknown(part, id),
        }
    }
}
