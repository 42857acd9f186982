//! Checks of plain values: text, numbers, languages, people, and HTML inside text.

mod markup;
mod references;
mod spot;
mod text;
mod times;

pub(crate) use markup::{Content, html_text, xhtml, xhtml_body, xml_attribute, xml_attributes};
pub(crate) use references::{absolute, is_ascii, is_fine, reference, registered, url};
pub(crate) use spot::{Spot, elsewhere, nearest};
use text::{html_in_text, without_escaped_signs};
pub(crate) use text::{no_html, no_html_in, no_undeclared_html, plain_text};
pub(crate) use times::wrong_rfc3339;
use times::{rfc822, rfc3339, wrong_w3cdtf};

use feed_lint_findings::Rule;
use percent_encoding::percent_decode_str;

use super::grammar::Shape;
use super::html::{self, Looks};
use super::linter::Linter;
use super::log::Log;
use super::rules::{numbers, people, texts, values as value_rule};
use super::values::{date, language, mail, number};
use super::xml::Id;

/// Checks an element that holds a plain value.
pub(crate) fn check(linter: &mut Linter<'_, '_>, id: Id, shape: Shape) {
    match shape {
        // RSS 0.91 allows plain text only.
        Shape::Html if linter.is_core(id) && linter.is_rss_091() => {
            if linter.no_elements(id) && html::is_marked_up(&linter.text(id)) {
                plain_text(linter, id, false);
            }
            return;
        }
        Shape::Html => {
            html_text(linter, id);
            return;
        }
        Shape::TextOrNothing | Shape::Text => {
            if !linter.no_elements(id) {
                return;
            }
            plain_text(linter, id, matches!(shape, Shape::Text));
            return;
        }
        _ => {}
    }
    if !linter.no_elements(id) {
        return;
    }
    let text = linter.text(id);
    match shape {
        Shape::Url => url(linter, id, &text),
        Shape::Reference => {
            let spot = Spot::text(linter, id);
            reference(linter.log, &spot, &text);
        }
        Shape::Rfc822 => rfc822(linter, id, &text),
        Shape::Rfc3339 => rfc3339(linter, id),
        Shape::W3cdtf => match date::w3cdtf(&text) {
            Some(instant) => linter.check_plausible(id, instant),
            None => wrong_w3cdtf(linter, id),
        },
        Shape::Language => {
            if !language::is_language(&text) {
                let spot = Spot::text(linter, id);
                not_a_language(linter.log, &spot, &text);
            }
        }
        Shape::Contact => contact(linter, id, &text),
        Shape::Positive => {
            if !number::is_positive_integer(&text) {
                let label = linter.label(id);
                let message = format!("`{label}` must be a whole number of one or more");
                let help = "write digits alone, as in `60`";
                linter.wrong_text(&numbers::POSITIVE_INTEGER, id, message, help);
            }
        }
        Shape::NonNegative => {
            if !number::is_non_negative_integer(&text) {
                let label = linter.label(id);
                let message = format!("`{label}` must be a whole number of zero or more");
                let help = "write digits alone, as in `0`";
                linter.wrong_text(&numbers::NON_NEGATIVE_INTEGER, id, message, help);
            }
        }
        Shape::OneOf(rule, words) => {
            if !words.contains(&&*text) {
                let label = linter.label(id);
                let near = words.iter().find(|word| word.eq_ignore_ascii_case(&text));
                let message =
                    format!("“{}” is not a valid value of `{label}`", super::log::short(&text, 60));
                let finding = linter.about_text(rule, id, message).value(&text);
                finding.help(match near {
                    Some(word) => format!("write `{word}`"),
                    None => format!("write {}", listed(words)),
                });
            }
        }
        Shape::Anything
        | Shape::Text
        | Shape::TextOrNothing
        | Shape::Html
        | Shape::Inside(_)
        | Shape::Custom(_) => {}
    }
}

/// `a`, `b` or `c`; the first few of a long list.
pub(crate) fn listed(words: &[&str]) -> String {
    let quoted = words.iter().take(12).map(|word| format!("`{word}`"));
    let shown: Vec<String> = quoted.collect();
    match shown.split_last() {
        _ if words.len() > 12 => format!("{} …", shown.join(", ")),
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => shown.concat(),
    }
}

/// Reports white space around a value where it is not allowed.
pub(crate) fn whitespace(linter: &mut Linter<'_, '_>, id: Id, text: &str) {
    let label = linter.label(id);
    let inside = linter.document.inside(id);
    let plain = linter.document.has_plain_text(id);
    let trimmed = linter.trimmed(id);
    let written = linter.document.source().get(trimmed).unwrap_or_default().to_owned();
    let message = format!("white space around the value of `{label}` is part of it");
    let finding = linter
        .about_text(&texts::UNEXPECTED_WHITESPACE, id, message)
        .value(text)
        .help(format!("write `{}` without space around it", super::log::short(text, 80)));
    if plain {
        finding.fix("remove the white space around the value", inside, written);
    }
}

/// Reports an invalid language tag.
pub(crate) fn not_a_language(log: &mut Log<'_>, spot: &Spot, text: &str) {
    let message = format!("“{}” is not a valid language tag", super::log::short(text, 40));
    let hyphened = text.replace('_', "-");
    spot.report(log, &value_rule::LANGUAGE, message).value(text).help(
        if language::is_language(&hyphened) {
            format!("write `{hyphened}`")
        } else {
            "write a tag like `en`, `en-GB` or `zh-Hant`".to_owned()
        },
    );
}

/// Reports an invalid media type.
pub(crate) fn not_a_media_type(
    log: &mut Log<'_>,
    spot: &Spot,
    rule: &'static Rule,
    text: &str,
    example: &str,
) {
    spot.report(log, rule, "this is not a valid media type")
        .value(text)
        .help(format!("write a type like `{example}`"));
}

fn contact(linter: &mut Linter<'_, '_>, id: Id, text: &str) {
    let label = linter.label(id);
    if without_escaped_signs(linter, id).as_deref().map(html::looks) == Some(Looks::Html)
        && (!text.contains('<') || mail::contact(text) == mail::Contact::Good)
    {
        html_in_text(linter, id, text);
    }
    let plain = percent_decode_str(text.strip_prefix("mailto:").unwrap_or(text));
    let plain = plain.decode_utf8_lossy();
    match mail::contact(&plain) {
        mail::Contact::Good => {}
        mail::Contact::NoName => {
            let message = format!("`{label}` has a mail address, but no name");
            linter
                .log
                .report(&people::MISSING_REAL_NAME, linter.trimmed(id), message)
                .element(label)
                .value(text)
                .help(format!("write `{text} (Name)`"));
        }
        mail::Contact::OtherShape(address, name) => {
            let message = format!("`{label}` has the name before the address");
            linter
                .log
                .report(&people::CONTACT_SHAPE, linter.trimmed(id), message)
                .element(label)
                .value(text)
                .help(format!("write `{address} ({name})`"));
        }
        mail::Contact::Bad => {
            let message = format!("`{label}` must be a mail address");
            let help = "write `name@example.org (Name)`; for a name alone use `dc:creator`";
            linter.wrong_text(&people::CONTACT, id, message, help);
        }
    }
}
