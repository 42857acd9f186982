//! The tags of two directories: Google Play's, as its schema (`play-podcasts.xsd`) and Google Podcasts
//! documented them until it closed in 2024, and Spotify's (“Podcast Delivery Specification”, version
//! 1.10, and “Open Access” for `spotify:access`).

use super::DIRECTORY;
use super::categories::{CATEGORIES, OLD_CATEGORIES, has};
use crate::grammar::Row;
use crate::grammar::Shape::{Custom, TextOrNothing};
use crate::grammar::Times::Often;
use crate::linter::Linter;
use crate::values::{mail, uri};
use crate::xml::Id;

/// Google Play's tags in a channel.
pub static GOOGLE_FEED: &[Row] = &[
    ("author", Often, TextOrNothing),
    ("block", Often, Custom(block)),
    ("category", Often, Custom(category)),
    ("description", Often, TextOrNothing),
    ("email", Often, Custom(email)),
    ("explicit", Often, Custom(explicit)),
    ("image", Often, Custom(image)),
    ("new-feed-url", Often, Custom(url)),
    // The name in the schema; the guidelines have the one above.
    ("newFeedUrl", Often, Custom(url)),
    ("owner", Often, Custom(email)),
];

/// Google Play's tags in an item.
pub static GOOGLE_ENTRY: &[Row] = &[
    ("author description", Often, TextOrNothing),
    ("block", Often, Custom(block)),
    ("explicit", Often, Custom(explicit)),
    ("image", Often, Custom(image)),
];

/// Spotify's tags in a channel.
pub static SPOTIFY_FEED: &[Row] = &[
    ("access", Often, Custom(access)),
    ("countryOfOrigin", Often, Custom(countries)),
    ("limit", Often, Custom(limit)),
];

/// Spotify's tags in an item.
pub static SPOTIFY_ENTRY: &[Row] = &[("access", Often, Custom(access))];

/// Reports an invalid text of an element, or an invalid value of its attribute.
fn wrong(linter: &mut Linter<'_, '_>, id: Id, attribute: Option<&str>, must: &str, help: &str) {
    let label = linter.label(id);
    if let Some(name) = attribute {
        let message = format!("`{name}` of `{label}` must be {must}");
        linter.wrong_value(&DIRECTORY, id, name, message, help);
    } else {
        let message = format!("`{label}` must be {must}");
        linter.wrong_text(&DIRECTORY, id, message, help);
    }
}

/// The value of a required attribute.
fn required(linter: &mut Linter<'_, '_>, id: Id, name: &str) -> Option<String> {
    let value = linter.document.value_of(id, name);
    if value.is_none() {
        linter.missing_attribute(&DIRECTORY, id, name);
    }
    value.map(|value| value.trim().to_owned())
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn block(linter: &mut Linter<'_, '_>, id: Id) {
    if !is_one_of(&linter.text(id), &["yes", "no"]) {
        wrong(linter, id, None, "`yes` or `no`", "write `yes`, or remove the element");
    }
}

/// The documentation lists `yes`, `no` and `clean`; feeds that follow Apple use the other two.
fn explicit(linter: &mut Linter<'_, '_>, id: Id) {
    if !is_one_of(&linter.text(id), &["yes", "no", "clean", "true", "false"]) {
        wrong(linter, id, None, "`yes`, `no` or `clean`", "write `yes` or `no`");
    }
}

fn email(linter: &mut Linter<'_, '_>, id: Id) {
    if !mail::is_address(&linter.text(id)) {
        let help = "write an address like `ada@example.org`";
        wrong(linter, id, None, "a mail address", help);
    }
}

fn is_web(text: &str) -> bool {
    uri::fault(text).is_none() && (text.starts_with("https://") || text.starts_with("http://"))
}

fn url(linter: &mut Linter<'_, '_>, id: Id) {
    if !is_web(&linter.text(id)) {
        let help = "write a URL like `https://example.org/feed.xml`";
        wrong(linter, id, None, "a full URL", help);
    }
}

fn image(linter: &mut Linter<'_, '_>, id: Id) {
    if required(linter, id, "href").is_some_and(|href| !is_web(&href)) {
        let help = "write a URL like `https://example.org/cover.png`";
        wrong(linter, id, Some("href"), "a full URL", help);
    }
}

/// Google used Apple's former list, and later the current one.
fn category(linter: &mut Linter<'_, '_>, id: Id) {
    let Some(text) = required(linter, id, "text") else {
        return;
    };
    let known = has(OLD_CATEGORIES, &text) || CATEGORIES.iter().any(|(name, _)| *name == text);
    if !known {
        let help = "write `Technology` or another one";
        wrong(linter, id, Some("text"), "a category of Google's list", help);
    }
}

/// Countries must be two-letter codes of ISO 3166-1.
fn countries(linter: &mut Linter<'_, '_>, id: Id) {
    let text = linter.text(id);
    let mut codes = text.split([' ', ',']).filter(|code| !code.is_empty()).peekable();
    let is_code = |code: &str| code.len() == 2 && code.bytes().all(|b| b.is_ascii_alphabetic());
    if codes.peek().is_none() || !codes.all(is_code) {
        let must = "country codes of two letters (ISO 3166-1)";
        wrong(linter, id, None, must, "write codes like `de at ch`");
    }
}

fn limit(linter: &mut Linter<'_, '_>, id: Id) {
    let is_count = |text: &str| text.parse::<u32>().is_ok_and(|count| count > 0);
    if required(linter, id, "recentCount").is_some_and(|count| !is_count(&count)) {
        let help = "write a number like `10`";
        wrong(linter, id, Some("recentCount"), "a number of one or more", help);
    }
}

fn access(linter: &mut Linter<'_, '_>, id: Id) {
    for part in linter.document.elements(id) {
        match linter.document.local(part) {
            "partner" => drop(required(linter, part, "id")),
            "entitlement" => drop(required(linter, part, "name")),
            "sandbox" => {
                let enabled = required(linter, part, "enabled");
                if enabled.is_some_and(|enabled| !is_one_of(&enabled, &["true", "false"])) {
                    let help = "write `true` or `false`";
                    wrong(linter, part, Some("enabled"), "`true` or `false`", help);
                }
            }
            _ => linter.unknown(part, id),
        }
    }
}
