//! Text that must not contain HTML.

use std::borrow::Cow;

use crate::html::{self, Looks};
use crate::judge::Judge;
use crate::log::Log;
use crate::rules::html as html_rule;
use crate::xml::{Id, Ns};

use super::spot::Spot;

/// Plain text: not blank, not HTML.
pub fn plain_text(j: &mut Judge<'_, '_>, id: Id, needed: bool) {
    let text = j.text(id);
    if text.is_empty() {
        if needed {
            j.blank(id);
        }
        return;
    }
    j.mangled(id, &text);
    let Some(loud) = loud(j, id) else { return };
    match html::looks(&loud) {
        Looks::Html(_) => html_in_text(j, id, &text),
        // Readers agree to show a text as plain only where the format says that it is.
        Looks::Doubtful(_) if j.document.ns(id) == Ns::None && j.document.local(id) == "title" => {
            let label = j.label(id);
            let range = j.trimmed(id);
            j.log
                .say(
                    &html_rule::DOUBTFUL_TEXT,
                    range,
                    "some readers will take the `<` here for the beginning of a tag",
                )
                .element(label)
                .value(&text)
                .help("write it as `&#x3C;`");
        }
        Looks::Text | Looks::Doubtful(_) => {}
    }
}

/// Reports HTML in the plain-text attribute `name`.
pub fn no_html(log: &mut Log<'_>, spot: &Spot, name: &str, value: &str) {
    if let Looks::Html(_) = html::looks(value) {
        spot.say(
            log,
            &html_rule::HTML_IN_TEXT,
            format!("`{name}` is plain text, but looks like HTML"),
        )
        .value(value)
        .help("remove the tags and entities");
    }
}

/// Reports HTML in an element that could declare it, but does not.
pub fn no_undeclared_html(j: &mut Judge<'_, '_>, id: Id, help: &str) {
    let text = j.text(id);
    j.mangled(id, &text);
    if matches!(html::looks(&text), Looks::Html(_)) && html::is_marked_up(&text) {
        let label = j.label(id);
        j.about_text(
            &html_rule::UNDECLARED_HTML,
            id,
            format!("`{label}` is plain text, but looks like HTML"),
        )
        .value(&text)
        .help(help);
    }
}

pub(super) fn html_in_text(j: &mut Judge<'_, '_>, id: Id, text: &str) {
    let label = j.label(id);
    // Escaped twice: decoding it once more gives plain text.
    let decoded = html::decoded(text);
    let once_more =
        !text.contains('<') && html::looks(&decoded) == Looks::Text && !decoded.contains('<');
    let raw = j
        .document
        .raw_text(id)
        .map(str::trim)
        .filter(|raw| raw.contains("&amp;"));
    let range = j.trimmed(id);
    let fixed: Option<String> = raw.filter(|_| once_more).map(|_| escaped(&decoded));
    let said = j
        .about_text(
            &html_rule::HTML_IN_TEXT,
            id,
            format!("`{label}` is plain text, but looks like HTML"),
        )
        .value(text);
    let shown = if decoded.contains('<') {
        "remove the tags and entities".to_owned()
    } else {
        format!("write `{}`", crate::log::short(&escaped(&decoded), 100))
    };
    let said = said.help(shown);
    if let Some(fixed) = fixed {
        said.fix("undo the second escaping", range, fixed);
    }
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The text of an element without `&#x26;` and `&#x3C;`, which the RSS profile recommends for literal
/// ampersands and less-than signs; `None` where nothing is left that could be HTML.
pub(super) fn loud(j: &Judge<'_, '_>, id: Id) -> Option<String> {
    let raw = j.document.source().get(j.document.inside(id))?;
    if !raw.contains(['&', '<']) {
        return None;
    }
    let quiet = raw
        .replace("&#x26;", "\u{1}")
        .replace("&#x3C;", "\u{1}")
        .replace("&#x3c;", "\u{1}");
    if quiet.len() == raw.len() {
        return Some(j.text(id).into_owned());
    }
    let mut out = String::new();
    let mut rest = quiet.as_str();
    while let Some((before, after)) = rest.split_once("<![CDATA[") {
        out.push_str(&plain(j, before));
        let (inside, more) = after.split_once("]]>").unwrap_or((after, ""));
        out.push_str(inside);
        rest = more;
    }
    out.push_str(&plain(j, rest));
    Some(out)
}

fn plain<'t>(j: &Judge<'_, '_>, raw: &'t str) -> Cow<'t, str> {
    if raw.contains('&') {
        Cow::Owned(j.document.decode(raw))
    } else {
        Cow::Borrowed(raw)
    }
}
