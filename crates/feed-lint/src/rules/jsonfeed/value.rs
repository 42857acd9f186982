//! The values of members.

use std::ops::Range;

use super::{
    MISSING_MEMBER, NEGATIVE_NUMBER, OLD_VERSION, VERSION, WRONG_TYPE, check_object, spot,
    wrong_type,
};
use crate::html::{self, Looks};
use crate::json::{Feed, Kind, Place, Value};
use crate::log::short;
use crate::rules::{html as html_rule, texts, values};
use crate::shapes::{self, Content, Spot};
use crate::values::{date, language, mime};

pub(super) fn value(
    feed: &mut Feed<'_, '_>,
    parent: &'static str,
    name: &'static str,
    kind: Kind,
    value: &Value<'_>,
) {
    match (kind, value) {
        (Kind::Object(inner), Value::Object(object)) => check_object(feed, inner, object),
        (Kind::Object(_), other) => wrong_type(feed, name, parent, other, "an object"),
        (Kind::List(inner), Value::Array(_, elements)) => {
            let (base, now, may_have_mojibake) = (feed.base, feed.now, feed.may_have_mojibake);
            feed.log.in_parallel(elements, |log, elements| {
                let mut feed = Feed { log, base, now, may_have_mojibake };
                for element in elements {
                    match element {
                        Value::Object(object) => check_object(&mut feed, inner, object),
                        other => wrong_type(&mut feed, inner.label, name, other, "an object"),
                    }
                }
            });
        }
        (Kind::List(_), other) => wrong_type(feed, name, parent, other, "an array"),
        (Kind::Tags, Value::Array(_, elements)) => {
            for element in elements {
                match element {
                    Value::Text(range, text) => {
                        let place = spot(range.clone(), "tags", parent);
                        feed.check_mojibake(&place, text);
                        if text.trim().is_empty() {
                            blank(feed, &place);
                        } else {
                            no_html(feed, &place, text);
                        }
                    }
                    other => {
                        let message = format!("a tag must be a string, but is {}", other.kind());
                        (spot(other.range(), name, parent).report(feed.log, &WRONG_TYPE, message))
                            .help("write it in double quotes");
                    }
                }
            }
        }
        (Kind::Tags, other) => wrong_type(feed, name, parent, other, "an array of strings"),
        (Kind::Boolean, Value::Boolean(..)) => {}
        (Kind::Boolean, other) => wrong_type(feed, name, parent, other, "`true` or `false`"),
        (Kind::Number, Value::Number(range, number)) => {
            if number.starts_with('-') {
                let message = format!("`{name}` must not be negative");
                spot(range.clone(), name, parent)
                    .report(feed.log, &NEGATIVE_NUMBER, message)
                    .value(number)
                    .help("write the number, or leave the member out");
            }
        }
        (Kind::Number, other) => wrong_type(feed, name, parent, other, "a number"),
        (_, Value::Text(range, text)) => string(feed, parent, name, kind, range.clone(), text),
        (_, other) => wrong_type(feed, name, parent, other, "a string"),
    }
}

fn blank(feed: &mut Feed<'_, '_>, place: &Spot) {
    let message = format!("`{}` is empty", place.element);
    place
        .report(feed.log, &texts::BLANK_ELEMENT, message)
        .help("write something into it, or leave the member out");
}

fn no_html(feed: &mut Feed<'_, '_>, place: &Spot, text: &str) {
    if html::is_html(text) {
        let decoded = html::decoded(text);
        let escaped_twice =
            !text.contains('<') && !decoded.contains('<') && html::looks(&decoded) == Looks::Text;
        let message = format!("`{}` is plain text, but looks like HTML", place.element);
        let finding = place.report(feed.log, &html_rule::HTML_IN_TEXT, message).value(text);
        finding.help(if escaped_twice {
            let written = serde_json::Value::from(&*decoded).to_string();
            format!("write {}", short(&written, 100))
        } else {
            "remove the tags and entities".to_owned()
        });
    }
}

fn string(
    feed: &mut Feed<'_, '_>,
    parent: &'static str,
    name: &'static str,
    kind: Kind,
    range: Range<usize>,
    text: &str,
) {
    let place = spot(range.clone(), name, parent);
    feed.check_mojibake(&place, text);
    match kind {
        Kind::Version => version(feed, &place, text),
        Kind::Id if text.trim().is_empty() => {
            let message = "the `id` is blank, so readers discard this item";
            place
                .report(feed.log, &MISSING_MEMBER, message)
                .help("write an id that no other item has, such as the item's permalink");
        }
        Kind::Title if text.trim().is_empty() => blank(feed, &place),
        Kind::Title | Kind::Plain => no_html(feed, &place, text),
        Kind::PlainContent => {
            if html::is_html(text) {
                let message = format!("`{name}` is plain text, but looks like HTML");
                place
                    .report(feed.log, &html_rule::UNDECLARED_HTML, message)
                    .help("put it into `content_html`");
            }
        }
        Kind::Html => content(feed, &place, text),
        Kind::Url => {
            shapes::absolute(feed.log, &place, text);
        }
        Kind::Date => {
            // RFC 3339 (section 5.6) allows `t` and `z`; so does JSON Feed, unlike Atom.
            if let Some(instant) = date::rfc3339(&text.to_ascii_uppercase()) {
                feed.check_plausible(&place, instant, text);
            } else {
                let inner = Spot {
                    range: range.start + 1..range.end.saturating_sub(1),
                    verbatim: true,
                    ..place
                };
                shapes::wrong_rfc3339(feed.log, &inner, name, text);
            }
        }
        Kind::Language => {
            if !language::is_language(text) {
                shapes::not_a_language(feed.log, &place, text);
            }
        }
        Kind::MediaType => {
            if !mime::is_media_type(text) {
                let rule = &values::MEDIA_TYPE;
                shapes::not_a_media_type(feed.log, &place, rule, text, "audio/mpeg");
            }
        }
        Kind::Id
        | Kind::Text
        | Kind::Object(_)
        | Kind::List(_)
        | Kind::Tags
        | Kind::Boolean
        | Kind::Number => {}
    }
}

/// Whether a `version` is 1.0; some generators write it with a minor number.
pub(super) fn is_version_1(text: &str) -> bool {
    matches!(text, "https://jsonfeed.org/version/1" | "https://jsonfeed.org/version/1.0")
}

fn version(feed: &mut Feed<'_, '_>, place: &Spot, text: &str) {
    const NOW: &str = "https://jsonfeed.org/version/1.1";
    if is_version_1(text) {
        let message = "there is a newer version of JSON Feed";
        place.report(feed.log, &OLD_VERSION, message).value(text).help(format!("write `{NOW}`"));
    } else if text != NOW {
        place
            .report(feed.log, &VERSION, "this is not a version of JSON Feed")
            .value(text)
            .help(format!("write `{NOW}`"));
    }
}

fn content(feed: &mut Feed<'_, '_>, place: &Spot, text: &str) {
    let content = Content {
        element: &place.element,
        parent: Some(&place.parent),
        relative: Some(&html_rule::RELATIVE_REFERENCE),
    };
    let mut positions = Place::new(place.range.clone());
    let source = feed.log.text();
    for (at, fault) in html::faults(text) {
        let start = positions.locate(source, at);
        content.report(feed.log, start..start + 1, fault);
    }
}
