//! Titles, descriptions and transcripts of media objects.

use super::{TEXT_TYPE, TIME, lang};
use crate::linter::Linter;
use crate::shapes;
use crate::values::number;
use crate::xml::Id;

/// `media:title` and `media:description`.
pub fn text_construct(linter: &mut Linter<'_, '_>, id: Id) {
    let kind = linter.document.value_of(id, "type");
    match kind.as_deref() {
        None | Some("plain") => undeclared(linter, id),
        Some("html") => shapes::html_text(linter, id),
        Some(_) => {
            let message = "the type must be `plain` or `html`";
            let help = "write `html` if there are tags in the text, else `plain`";
            linter.wrong_value(&TEXT_TYPE, id, "type", message, help);
        }
    }
}

fn undeclared(linter: &mut Linter<'_, '_>, id: Id) {
    let help = "add `type=\"html\"`, or remove the tags and entities";
    shapes::no_undeclared_html(linter, id, |_| help.to_owned());
}

/// `media:text`.
pub fn text(linter: &mut Linter<'_, '_>, id: Id) {
    text_construct(linter, id);
    lang(linter, id);
    for name in ["start", "end"] {
        time(linter, id, name);
    }
}

pub(super) fn time(linter: &mut Linter<'_, '_>, id: Id, name: &str) {
    let Some(value) = linter.document.value_of(id, name) else {
        return;
    };
    let parts: Vec<&str> = value.split(':').collect();
    let fine = match parts.as_slice() {
        ["now"] => true,
        [seconds] => plain_decimal(seconds),
        [hours, minutes, seconds] => {
            number::is_non_negative_integer(hours) && sixty(minutes) && sixty(seconds)
        }
        [minutes, seconds] => number::is_non_negative_integer(minutes) && sixty(seconds),
        _ => false,
    };
    if !fine {
        let message = "this is not a valid time within a media object";
        let help = "write seconds like `22.9`, or `0:00:22`";
        linter.wrong_value(&TIME, id, name, message, help);
    }
}

fn plain_decimal(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && number::decimal(text).is_some()
}

fn sixty(text: &str) -> bool {
    plain_decimal(text)
        && number::decimal(text).is_some_and(|n| n < 60.0)
        && text.split('.').next().is_some_and(|whole| whole.len() == 2)
}
