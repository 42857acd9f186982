//! The forms of values in modules, and of their attributes.

use feed_lint_findings::Rule;

use crate::linter::Linter;
use crate::shapes;
use crate::values::{date, language, mail, mime, names, number, uri};
use crate::xml::Id;

/// The form of a value.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// Any text that is not blank.
    Any,
    /// An absolute URL.
    Url,
    /// A number, with or without a fraction.
    Number,
    /// A whole number.
    Integer,
    /// A UUID.
    Uuid,
    /// An RFC 2822 date.
    Date,
    /// An ISO 8601 date and time.
    Instant,
    /// An ISO 8601 date, with or without a time.
    Day,
    /// A media type.
    MediaType,
    /// A language tag.
    Language,
    /// The code of a country.
    Country,
    /// The code of a currency.
    Currency,
    /// A mail address.
    Mail,
    /// A position as a `geo` URI (RFC 5870).
    GeoUri,
    /// A node, way or relation of OpenStreetMap, perhaps with its revision.
    OsmObject,
    /// Width and height as in CSS.
    Ratio,
    /// URLs of images with their widths.
    Images,
    /// A recurrence rule (RFC 5545, section 3.3.10).
    Recurrence,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

/// A tag: the form of its text, its attributes, and the children of which it must have one.
pub(super) struct Tag {
    pub(super) name: &'static str,
    pub(super) text: Option<Form>,
    pub(super) required: &'static [(&'static str, Form)],
    pub(super) optional: &'static [(&'static str, Form)],
    pub(super) holds: &'static [&'static str],
}

/// Declares tags as `NAME = TEXT { ATTRIBUTE: FORM } optional { ATTRIBUTE: FORM } holds [CHILD]`; each part
/// after the name may be left out.
macro_rules! tags {
    ($(
        $name:literal $(= $text:ident)?
        $({ $($required:literal: $must:expr),* })?
        $(optional { $($optional:literal: $may:expr),* })?
        $(holds [$($child:literal),*])?
    )*) => {
        &[$($crate::rules::forms::Tag {
            name: $name,
            text: $crate::rules::forms::tags!(@text $($text)?),
            required: &[$($(($required, $must)),*)?],
            optional: &[$($(($optional, $may)),*)?],
            holds: &[$($($child),*)?],
        }),*]
    };
    (@text) => { None };
    (@text $text:ident) => { Some($text) };
}
pub(super) use tags;

/// What a value must be, and what to write instead; `None` where it has the form.
pub(super) fn mismatch(form: Form, text: &str) -> Option<(String, String)> {
    let (must, help) = match form {
        Form::Any if text.is_empty() => ("more than white space", "write its value"),
        Form::Url if uri::fault(text).is_some() || !uri::is_absolute(text) => {
            ("an absolute URL", "begin it with `https://` and the name of the host")
        }
        Form::Number if number::decimal(text).is_none() => ("a number", "write it like `73.5`"),
        Form::Integer if !number::is_non_negative_integer(text) => {
            ("a whole number", "write it like `3`")
        }
        Form::Uuid if !names::is_uuid(text) => {
            ("a UUID", "write the version 5 UUID of the feed's URL")
        }
        Form::Date if date::rfc822(text).instant().is_none() => {
            ("a date as RFC 2822 has it", "write it like `Thu, 1 Jan 2026 00:00:00 +0000`")
        }
        Form::Instant if !is_instant(text) => {
            ("a date and time as ISO 8601 has it", "write it like `2026-01-01T12:00:00Z`")
        }
        Form::Day if !is_instant(text) && text.parse::<chrono::NaiveDate>().is_err() => {
            ("a date as ISO 8601 has it", "write it like `2026-01-01` or `2026-01-01T12:00:00Z`")
        }
        Form::MediaType if !mime::is_media_type(text) => {
            ("a media type", "write it like `text/vtt`")
        }
        Form::Language if !language::is_language(text) => {
            ("a language tag", "write it like `en` or `de-CH`")
        }
        Form::Country if !language::is_country(text) => {
            ("the code of a country (ISO 3166-1)", "write it like `at`")
        }
        Form::Currency if text.len() != 3 || !text.bytes().all(|b| b.is_ascii_uppercase()) => {
            ("the code of a currency (ISO 4217)", "write it like `EUR`")
        }
        Form::Mail if !mail::is_address(text) => {
            ("a mail address", "write it like `ada@example.org`")
        }
        Form::GeoUri if !is_geo_uri(text) => {
            ("a `geo` URI (RFC 5870)", "write latitude and longitude like `geo:48.2,16.4`")
        }
        Form::OsmObject if !is_osm_object(text) => (
            "the letter `N`, `W` or `R` and the number of an object in OpenStreetMap",
            "write it like `R113314`",
        ),
        Form::Ratio if !is_ratio(text) => ("width and height", "write it like `16/9`"),
        Form::Images if !are_images(text) => (
            "absolute URLs of images with their widths",
            "write them like `https://example.org/1.png 300w, https://example.org/2.png 600w`",
        ),
        Form::Recurrence if !is_recurrence(text) => {
            ("a recurrence rule (RFC 5545, section 3.3.10)", "write it like `FREQ=WEEKLY;BYDAY=MO`")
        }
        Form::OneOf(words) if !words.contains(&text) => {
            let words = shapes::listed(words);
            return Some((words.clone(), format!("write {words}")));
        }
        _ => return None,
    };
    Some((must.to_owned(), help.to_owned()))
}

/// Reports an attribute whose value has another form.
pub(super) fn attribute(
    linter: &mut Linter<'_, '_>,
    rule: &'static Rule,
    id: Id,
    name: &str,
    form: Form,
) {
    let Some(written) = linter.document.value_of(id, name) else {
        return;
    };
    if let Some((must, help)) = mismatch(form, written.trim()) {
        let message = format!("`{name}` must be {must}");
        linter.wrong_value(rule, id, name, message, help);
    }
}

/// An ISO 8601 date and time, whose zone may lack the colon.
fn is_instant(text: &str) -> bool {
    let with_colon = |text: &str| {
        let at = text.len().checked_sub(2)?;
        let (head, tail) = (text.get(..at)?, text.get(at..)?);
        Some(format!("{head}:{tail}"))
    };
    let parsed = |text: &str| chrono::DateTime::parse_from_rfc3339(text).is_ok();
    parsed(text) || with_colon(text).is_some_and(|text| parsed(&text))
}

fn is_geo_uri(text: &str) -> bool {
    let place = text.split(';').next().unwrap_or_default();
    let numbers: Option<Vec<f64>> = place
        .strip_prefix("geo:")
        .and_then(|numbers| numbers.split(',').map(number::decimal).collect());
    numbers.is_some_and(|numbers| match numbers[..] {
        [latitude, longitude] | [latitude, longitude, _] => {
            latitude.abs() <= 90.0 && longitude.abs() <= 180.0
        }
        _ => false,
    })
}

fn is_osm_object(text: &str) -> bool {
    let object = text.strip_prefix(['N', 'W', 'R']).unwrap_or_default();
    let (object, revision) = object.split_once('#').unwrap_or((object, "1"));
    [object, revision].into_iter().all(number::is_positive_integer)
}

/// `auto`, a number, or two of them (CSS, `aspect-ratio`); a colon between them is not CSS.
fn is_ratio(text: &str) -> bool {
    let positive = |number: &str| number::decimal(number.trim()).is_some_and(|number| number > 0.0);
    text == "auto" || text.splitn(2, '/').all(positive)
}

/// As `srcset` of HTML, but with absolute URLs and a width or density each.
fn are_images(text: &str) -> bool {
    let mut rest = text.trim();
    while !rest.is_empty() {
        let Some((url, after)) = rest.split_once(|c: char| c.is_ascii_whitespace()) else {
            return false;
        };
        let (size, next) = after.split_once(',').unwrap_or((after, ""));
        let size = size.trim();
        let is_size = size.strip_suffix('w').is_some_and(number::is_positive_integer)
            || (size.strip_suffix('x').and_then(number::decimal)).is_some_and(|size| size > 0.0);
        if !uri::is_absolute(url) || !is_size {
            return false;
        }
        rest = next.trim_start();
    }
    !text.is_empty()
}

fn is_recurrence(text: &str) -> bool {
    const EVERY: &[&str] =
        &["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
    let parts = || {
        let text = text.strip_prefix("RRULE:").unwrap_or(text);
        text.split(';').map(|part| part.split_once('=').unwrap_or((part, "")))
    };
    let fits = |(name, value): (&str, &str)| match name {
        "FREQ" => EVERY.contains(&value),
        "COUNT" | "INTERVAL" => number::is_positive_integer(value),
        "UNTIL" | "BYSECOND" | "BYMINUTE" | "BYHOUR" | "BYDAY" | "BYMONTHDAY" | "BYYEARDAY"
        | "BYWEEKNO" | "BYMONTH" | "BYSETPOS" | "WKST" => !value.is_empty(),
        _ => false,
    };
    parts().all(fits) && parts().filter(|(name, _)| *name == "FREQ").count() == 1
}

#[cfg(test)]
mod tests {
    use super::{Form, mismatch};

    #[test]
    fn values() {
        for (form, good, bad) in [
            (Form::Day, "2026-01-02 2026-01-02T15:04:05.000Z", "2.1.2026 2026-13-01"),
            (Form::Instant, "2026-01-02T15:04:05.000-0600", "2026-01-02"),
            (Form::GeoUri, "geo:48.2,16.4 geo:-27.8,153.3,12;u=35", "48.2,16.4 geo:91,0 geo:1"),
            (Form::OsmObject, "R113314 N1#188", "113314 X1 R R1#"),
            (Form::Ratio, "16/9 1.5 auto", "16:9 0/1 wide 1/2/3"),
            (Form::Mail, "ada@example.org", "ada"),
            (Form::Country, "at US", "Austria xx"),
            (Form::Currency, "EUR", "Euro eur"),
            (
                Form::Recurrence,
                "FREQ=WEEKLY;BYDAY=MO,WE RRULE:FREQ=DAILY;COUNT=3",
                "weekly BYDAY=MO FREQ=OFTEN FREQ=DAILY;COUNT=x",
            ),
        ] {
            for text in good.split(' ') {
                assert!(mismatch(form, text).is_none(), "{text}");
            }
            for text in bad.split(' ') {
                assert!(mismatch(form, text).is_some(), "{text}");
            }
        }
        let images = |text: &str| mismatch(Form::Images, text).is_none();
        assert!(images("https://example.org/1,2.png 300w,\n https://example.org/2.png 2x"));
        assert!(!images("1.png 300w") && !images("https://example.org/1.png") && !images(""));
    }
}
