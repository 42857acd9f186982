//! `channel`, its items aside.

use super::{AVOID_TEXT_INPUT, CLOUD, FORM_NAME, MISPLACED_ITEM, SAME_MEANING_IN_CHANNEL, twins};
use crate::Format;
use crate::linter::Linter;
use crate::rules::{atom, ids, numbers, podcast, structure, texts};
use crate::shapes;
use crate::values::{number, uri};
use crate::xml::Id;

/// The protocols of a cloud.
const PROTOCOLS: &[&str] = &["xml-rpc", "soap", "http-post"];

/// `cloud`.
pub fn cloud(linter: &mut Linter<'_, '_>, id: Id) {
    const NEEDED: [&str; 5] = ["domain", "path", "port", "protocol", "registerProcedure"];
    linter.attributes(id, &NEEDED);
    linter.no_text(id);
    for name in NEEDED {
        if linter.document.attribute(id, name).is_none() {
            linter.missing_attribute(&structure::MISSING_ATTRIBUTE, id, name);
        }
    }
    if let Some(domain) = linter.document.value_of(id, "domain")
        && !uri::is_host(&domain)
    {
        let message = "the domain of a cloud must be the name of a host";
        let help = match domain.parse::<std::net::Ipv6Addr>() {
            Ok(address) => format!("write `[{address}]`"),
            Err(_) => "write the name alone, as in `domain=\"example.org\"`".to_owned(),
        };
        linter.wrong_value(&CLOUD, id, "domain", message, help);
    }
    if let Some(protocol) = linter.document.value_of(id, "protocol")
        && !PROTOCOLS.contains(&&*protocol)
    {
        let words = shapes::listed(PROTOCOLS);
        let message = format!("the protocol must be {words}");
        let help = format!("write {words}");
        linter.wrong_value(&CLOUD, id, "protocol", message, help);
    }
    if let Some(port) = linter.document.value_of(id, "port")
        && !number::is_positive_integer(&port)
    {
        let message = "a port must be a whole number of one or more";
        let help = "write `port=\"80\"`";
        linter.wrong_value(&numbers::INTEGER_ATTRIBUTE, id, "port", message, help);
    }
}

/// `textInput/name`.
pub fn form_name(linter: &mut Linter<'_, '_>, id: Id) {
    let text = linter.text(id);
    let fine = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_:.".contains(&b));
    if !fine {
        let message = "this is not a valid name of a form field";
        let help = "write a letter, then letters, digits, `-`, `_`, `:` or `.`";
        linter.wrong_text(&FORM_NAME, id, message, help);
    }
}

/// Requirements on a channel as a whole.
pub fn after_channel(linter: &mut Linter<'_, '_>, channel: Id) {
    if linter.format != Format::Rss10 {
        let first_item = linter.core_child(channel, "item");
        let late = first_item.and_then(|first| {
            linter.document.elements(channel).find(|child| {
                *child > first && linter.is_core(*child) && linter.document.local(*child) != "item"
            })
        });
        if let (Some(first), Some(late)) = (first_item, late) {
            let label = linter.label(late);
            let late = linter.document.tag(late);
            let message = "items must come after the other elements of a channel";
            linter
                .about(&MISPLACED_ITEM, first, message)
                .also(late, "this comes after an item")
                .help(format!("move `{label}` before the first item"));
        }
        if let Some(input) = linter.core_child(channel, "textInput") {
            let message = "hardly any reader shows a text input";
            linter
                .log
                .report(&AVOID_TEXT_INPUT, linter.document.tag(input), message)
                .element("channel")
                .help("remove it");
        }
    }
    twins::check(linter, channel, twins::CHANNEL, &SAME_MEANING_IN_CHANNEL);
    if linter.document.closed(channel) {
        atom::self_link_in_channel(linter, channel);
        texts::language_of_channel(linter, channel);
    }
    ids::guids(linter, channel);
    podcast::after_channel(linter, channel);
}
