//! `channel`, its items aside.

use super::{AVOID_TEXT_INPUT, FORM_NAME, MISPLACED_ITEM, SAME_MEANING_IN_CHANNEL, twins};
use crate::Format;
use crate::judge::Judge;
use crate::rules::{atom, ids, numbers, podcast, structure, texts};
use crate::values::number;
use crate::xml::Id;

/// `cloud`.
pub fn cloud(j: &mut Judge<'_, '_>, id: Id) {
    const NEEDED: [&str; 5] = ["domain", "path", "port", "protocol", "registerProcedure"];
    j.attributes(id, &NEEDED);
    for name in NEEDED {
        if j.document.attribute(id, name).is_none() {
            j.missing_attribute(&structure::MISSING_ATTRIBUTE, id, name);
        }
    }
    if let Some(port) = j.document.value_of(id, "port")
        && !number::is_positive_integer(&port)
    {
        j.about_attribute(
            &numbers::INTEGER_ATTRIBUTE,
            id,
            "port",
            "a port is a whole number of one or more",
        )
        .value(&port)
        .help("write `port=\"80\"`");
    }
}

/// `textInput/name`.
pub fn form_name(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    let fine = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_:.".contains(&b));
    if !fine {
        j.about_text(&FORM_NAME, id, "this is no name of a form field")
            .value(&text)
            .help("write a letter, then letters, digits, `-`, `_`, `:` or `.`");
    }
}

/// Requirements on a channel as a whole.
pub fn after_channel(j: &mut Judge<'_, '_>, channel: Id) {
    if j.format != Format::Rss10 {
        let first_item = j.core_child(channel, "item");
        let late = first_item.and_then(|first| {
            j.document.elements(channel).find(|child| {
                *child > first && j.is_core(*child) && j.document.local(*child) != "item"
            })
        });
        if let (Some(first), Some(late)) = (first_item, late) {
            let label = j.label(late);
            let late = j.document.tag(late);
            j.about(
                &MISPLACED_ITEM,
                first,
                "items come after all else that a channel has",
            )
            .also(late, "this comes after an item")
            .help(format!("move `{label}` before the first item"));
        }
        if let Some(input) = j.core_child(channel, "textInput") {
            let range = j.document.tag(input);
            j.log
                .say(
                    &AVOID_TEXT_INPUT,
                    range,
                    "hardly any reader shows a text input",
                )
                .element("channel")
                .help("remove it");
        }
    }
    twins::judge(j, channel, twins::CHANNEL, &SAME_MEANING_IN_CHANNEL);
    if j.document.closed(channel) {
        atom::self_link_in_channel(j, channel);
        texts::language_of_channel(j, channel);
    }
    ids::guids(j, channel);
    podcast::after_channel(j, channel);
}
