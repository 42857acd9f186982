//! Text that must not contain HTML.

use crate::html::{self, Looks};
use crate::linter::Linter;
use crate::log::Log;
use crate::rules::html as html_rule;
use crate::xml::{Id, Ns};

use super::spot::Spot;

/// Plain text: not blank, not HTML.
pub(crate) fn plain_text(linter: &mut Linter<'_, '_>, id: Id, needed: bool) {
    let text = linter.text(id);
    if text.is_empty() {
        if needed {
            linter.blank(id);
        }
        return;
    }
    let Some(unescaped) = without_escaped_signs(linter, id) else { return };
    match html::looks(&unescaped) {
        Looks::Html if html::is_marked_up(&unescaped) => html_in_text(linter, id, &text),
        // Readers agree to show a text as plain only where the format says that it is.
        Looks::Html | Looks::Doubtful
            if linter.document.ns(id) == Ns::None && linter.document.local(id) == "title" =>
        {
            let label = linter.label(id);
            let message = "some readers will take the `<` here for the beginning of a tag";
            linter
                .log
                .report(&html_rule::DOUBTFUL_TEXT, linter.trimmed(id), message)
                .element(label)
                .value(&text)
                .help("write it as `&#x3C;`");
        }
        _ => {}
    }
}

/// Reports HTML in the plain-text attribute `name`.
pub(crate) fn no_html(log: &mut Log<'_>, spot: &Spot, name: &str, value: &str) {
    if html::looks(value) == Looks::Html {
        let message = format!("`{name}` is plain text, but looks like HTML");
        spot.report(log, &html_rule::HTML_IN_TEXT, message)
            .value(value)
            .help("remove the tags and entities");
    }
}

/// Reports HTML in an element of plain text.
pub(crate) fn no_html_in(linter: &mut Linter<'_, '_>, id: Id) {
    let text = linter.text(id);
    if html::looks(&text) == Looks::Html {
        let message = format!("`{}` is plain text, but looks like HTML", linter.label(id));
        let help = "remove the tags and entities";
        linter.wrong_text(&html_rule::HTML_IN_TEXT, id, message, help);
    }
}

/// Reports HTML in an element that could declare it, but does not.
pub(crate) fn no_undeclared_html(
    linter: &mut Linter<'_, '_>,
    id: Id,
    help: impl FnOnce(&str) -> String,
) {
    let text = linter.text(id);
    if html::is_html(&text) {
        let label = linter.label(id);
        let message = format!("`{label}` is plain text, but looks like HTML");
        let help = help(&label);
        linter.wrong_text(&html_rule::UNDECLARED_HTML, id, message, help);
    }
}

pub(super) fn html_in_text(linter: &mut Linter<'_, '_>, id: Id, text: &str) {
    let label = linter.label(id);
    // Escaped twice: decoding it once more gives plain text.
    let decoded = html::decoded(text);
    // In a CDATA section nothing is escaped.
    let is_verbatim = linter.document.source().get(linter.trimmed(id)) == Some(text);
    let message = format!("`{label}` is plain text, but looks like HTML");
    let finding = linter.about_text(&html_rule::HTML_IN_TEXT, id, message).value(text);
    let shown = if decoded.contains('<') {
        "remove the tags and entities".to_owned()
    } else if decoded.contains('\u{a0}') {
        "write a space, or `&#x26;` for the `&` of the name".to_owned()
    } else {
        let right = if is_verbatim { decoded.into_owned() } else { escaped(&decoded) };
        format!("write `{}`", crate::log::short(&right, 100))
    };
    finding.help(shown);
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The text of an element without `&#x26;` and `&#x3C;`, which the RSS profile recommends for literal
/// ampersands and less-than signs; `None` where nothing is left that could be HTML.
pub(super) fn without_escaped_signs(linter: &Linter<'_, '_>, id: Id) -> Option<String> {
    let raw = linter.document.source().get(linter.document.inside(id))?;
    memchr::memchr2(b'&', b'<', raw.as_bytes())?;
    let marked =
        raw.replace("&#x26;", "\u{1}").replace("&#x3C;", "\u{1}").replace("&#x3c;", "\u{1}");
    if marked.len() == raw.len() {
        return Some(linter.text(id).into_owned());
    }
    let mut out = String::new();
    let mut rest = marked.as_str();
    while let Some((before, after)) = rest.split_once("<![CDATA[") {
        out.push_str(&linter.document.decode(before));
        let (inside, more) = after.split_once("]]>").unwrap_or((after, ""));
        out.push_str(inside);
        rest = more;
    }
    out.push_str(&linter.document.decode(rest));
    Some(out)
}
