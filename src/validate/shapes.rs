//! What plain values must be: text, numbers, languages, people; and the HTML inside of text.

use std::borrow::Cow;
use std::ops::Range;

use super::Format;
use super::grammar::{Seat, Shape, rows};
use super::html::{self, Fault, Looks, Vocabulary};
use super::judge::Judge;
use super::log::Log;
use super::rules::{
    addresses, dates, html as html_rule, numbers, people, texts, values as value_rule,
};
use super::values::{date, language, mail, number, uri};
use super::xml::{Id, Ns};

/// Judges an element that holds a plain value.
pub fn judge(j: &mut Judge<'_, '_>, id: Id, shape: Shape) {
    match shape {
        Shape::Html => {
            html_text(j, id);
            return;
        }
        Shape::TextOrNothing | Shape::Text => {
            if !j.no_elements(id) {
                return;
            }
            plain_text(j, id, matches!(shape, Shape::Text));
            return;
        }
        _ => {}
    }
    if !j.no_elements(id) {
        return;
    }
    let text = j.text(id);
    j.mangled(id, &text);
    match shape {
        Shape::Address => address(j, id, &text),
        Shape::Reference => {
            let spot = Spot::text(j, id);
            reference(j.log, &spot, &text);
        }
        Shape::Rfc822 => rfc822(j, id, &text),
        Shape::Rfc3339 => rfc3339(j, id),
        Shape::W3cdtf => match date::w3cdtf(&text) {
            Some(instant) => j.plausible(id, instant),
            None => wrong_w3cdtf(j, id, &text),
        },
        Shape::Language => {
            if !language::is_language(&text) {
                let spot = Spot::text(j, id);
                not_a_language(j.log, &spot, &text);
            }
        }
        Shape::Contact => contact(j, id, &text),
        Shape::Positive => {
            if text.is_empty() {
                j.blank(id);
            }
            if !number::is_positive_integer(&text) {
                let label = j.label(id);
                j.about_text(
                    &numbers::POSITIVE_INTEGER,
                    id,
                    format!("`{label}` must be a whole number of one or more"),
                )
                .value(&text)
                .help("write digits alone, as in `60`");
            }
        }
        Shape::NonNegative => {
            if !number::is_non_negative_integer(&text) {
                let label = j.label(id);
                j.about_text(
                    &numbers::NON_NEGATIVE_INTEGER,
                    id,
                    format!("`{label}` must be a whole number of zero or more"),
                )
                .value(&text)
                .help("write digits alone, as in `0`");
            }
        }
        Shape::OneOf(rule, words) => {
            if !words.contains(&&*text) {
                let label = j.label(id);
                let near = words.iter().find(|word| word.eq_ignore_ascii_case(&text));
                let said = j
                    .about_text(
                        rule,
                        id,
                        format!(
                            "“{}” is no value of `{label}`",
                            super::log::short(&text, 60)
                        ),
                    )
                    .value(&text);
                said.help(match near {
                    Some(word) => format!("write `{word}`"),
                    None => format!("write one of {}", listed(words)),
                });
            }
        }
        Shape::Anything
        | Shape::Text
        | Shape::TextOrNothing
        | Shape::Html
        | Shape::Inside(_)
        | Shape::Judged(_) => {}
    }
}

/// `a`, `b` or `c`; of a long list the beginning.
#[must_use]
pub fn listed(words: &[&str]) -> String {
    let shown: Vec<String> = words
        .iter()
        .take(12)
        .map(|word| format!("`{word}`"))
        .collect();
    let more = if words.len() > 12 { " …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// Where a value stands and what the contract calls the place.
#[derive(Debug, Clone)]
pub struct Spot {
    /// The value in the source.
    pub range: Range<usize>,
    /// The element, or the attribute where the contract names that.
    pub element: String,
    /// What holds it.
    pub parent: String,
    /// The attribute.
    pub attr: Option<String>,
    /// Whether the source has the value just as it is, so that it may be replaced.
    pub verbatim: bool,
}

impl Spot {
    /// The text of an element.
    #[must_use]
    pub fn text(j: &Judge<'_, '_>, id: Id) -> Self {
        let range = j.trimmed(id);
        let verbatim = j.document.source().get(range.clone()) == Some(&*j.text(id));
        Self {
            range,
            element: j.label(id),
            parent: j.parent_label(id),
            attr: None,
            verbatim,
        }
    }

    /// An attribute, named as element and attribute.
    #[must_use]
    pub fn attribute(j: &Judge<'_, '_>, id: Id, name: &str) -> Self {
        let range = j.value_range(id, name);
        let written = j.document.source().get(range.clone());
        let verbatim = written.is_some_and(|raw| !raw.contains('&'))
            && j.document.attribute(id, name).is_some();
        Self {
            range,
            element: j.label(id),
            parent: j.parent_label(id),
            attr: Some(name.to_owned()),
            verbatim,
        }
    }

    /// The same attribute, with the attribute as the element and the element as its parent.
    #[must_use]
    pub fn inside(j: &Judge<'_, '_>, id: Id, name: &str) -> Self {
        Self {
            element: name.to_owned(),
            parent: j.label(id),
            ..Self::attribute(j, id, name)
        }
    }

    /// The same attribute, with the attribute as the element and the element's parent as parent.
    #[must_use]
    pub fn beside(j: &Judge<'_, '_>, id: Id, name: &str) -> Self {
        Self {
            element: name.to_owned(),
            ..Self::attribute(j, id, name)
        }
    }

    /// Notes that `rule` is broken here.
    pub fn say<'l>(
        &self,
        log: &'l mut Log<'_>,
        rule: &'static crate::report::Rule,
        message: impl Into<String>,
    ) -> super::log::Said<'l> {
        let said = log
            .say(rule, self.range.clone(), message)
            .element(self.element.clone())
            .parent(self.parent.clone());
        match &self.attr {
            Some(name) => said.attr(name.clone()),
            None => said,
        }
    }
}

/// The name near to `name` that the place has, if one is.
#[must_use]
pub fn nearest(name: &str, parent: Id, j: &Judge<'_, '_>) -> Option<String> {
    let local = name.rsplit(':').next().unwrap_or(name);
    let seat = match j.document.local(parent) {
        "item" | "entry" => Seat::Entry,
        _ => Seat::Feed,
    };
    let core: &[super::grammar::Row] = match (j.document.local(parent), j.is_atom()) {
        ("channel", false) => super::grammar::CHANNEL.core,
        ("item", false) => super::grammar::ITEM.core,
        ("feed", true) => super::grammar::FEED.core,
        ("entry", true) => super::grammar::ENTRY.core,
        _ => &[],
    };
    let module = [Ns::Dc, Ns::Itunes, Ns::Media, Ns::Sy]
        .into_iter()
        .filter(|ns| name.starts_with(ns.usual_prefix()))
        .find_map(|ns| rows(ns, seat))
        .unwrap_or_default();
    let same =
        |known: &&super::grammar::Row| known.0.eq_ignore_ascii_case(local) && known.0 != local;
    core.iter()
        .chain(module)
        .find(same)
        .map(|row| row.0.to_owned())
}

/// Notes what is wrong with a URI reference; `false` where something is.
pub fn reference(log: &mut Log<'_>, spot: &Spot, value: &str) -> bool {
    let Some(fault) = uri::fault(value) else {
        return true;
    };
    let message = match fault {
        uri::Fault::Character(character, _) if character.is_whitespace() => {
            "there is white space in this address".to_owned()
        }
        uri::Fault::Character(character, _) => {
            format!("`{character}` may not stand in an address as it is")
        }
        uri::Fault::Percent(_) => {
            "a `%` in an address must be followed by two hexadecimal digits".to_owned()
        }
        uri::Fault::Authority => "the host or port of this address is malformed".to_owned(),
    };
    let rule = if fault == uri::Fault::Authority {
        &addresses::INVALID_ADDRESS
    } else {
        &addresses::URI_CHARACTER
    };
    let said = spot.say(log, rule, message).value(value);
    if fault == uri::Fault::Authority {
        said.help("write it as `https://example.org/path`: a host, and after a colon at most a port of digits");
    } else {
        let repaired = uri::repaired(value);
        let inner_space = matches!(fault, uri::Fault::Character(' ', _))
            && spot.verbatim
            && uri::fault(&repaired).is_none()
            && uri::is_http(value);
        let said = said.help(format!("write `{}`", super::log::short(&repaired, 120)));
        if inner_space {
            said.fix(
                "percent-encode the spaces in the address",
                spot.range.clone(),
                repaired,
            );
        }
    }
    false
}

/// Judges an address that must be absolute; `false` where it is not right.
pub fn absolute(log: &mut Log<'_>, spot: &Spot, value: &str) -> bool {
    if value.is_empty() || (uri::fault(value).is_none() && !uri::is_absolute(value)) {
        not_absolute(log, spot, value);
        return false;
    }
    if !reference(log, spot, value) {
        return false;
    }
    registered(log, spot, value);
    true
}

/// Notes an address that is not absolute.
pub fn not_absolute(log: &mut Log<'_>, spot: &Spot, value: &str) {
    let said = spot
        .say(
            log,
            &addresses::NOT_ABSOLUTE,
            "this must be a full address, with its scheme",
        )
        .value(value);
    let looks_like_host =
        value.contains('.') && !value.contains(' ') && !value.starts_with(['/', '.']);
    said.help(if looks_like_host {
        format!("write `https://{value}`")
    } else {
        "begin it with `https://` and the name of the host".to_owned()
    });
}

/// Notes a scheme that nobody registered.
pub fn registered(log: &mut Log<'_>, spot: &Spot, value: &str) {
    if let Some(scheme) = uri::parts(value).scheme
        && !super::values::schemes::is_registered(scheme)
    {
        spot.say(
            log,
            &addresses::UNREGISTERED_SCHEME,
            format!("`{scheme}:` is no registered scheme"),
        )
        .value(value)
        .help("use `https:`, or for an id `tag:` or `urn:uuid:`");
    }
}

/// An address in the text of an RSS element.
pub fn address(j: &mut Judge<'_, '_>, id: Id, text: &str) {
    let spot = Spot::text(j, id);
    if !text.is_empty()
        && !text.is_ascii()
        && uri::is_absolute(text)
        && uri::fault(text).is_none()
        && matches!(j.document.ns(id), Ns::None)
    {
        spot.say(
            j.log,
            &addresses::IRI_NOT_URI,
            "RSS allows only ASCII characters in addresses",
        )
        .value(text)
        .help(match url::Url::parse(text) {
            Ok(url) => format!("write `{url}`"),
            Err(_) => "percent-encode the other characters".to_owned(),
        });
        return;
    }
    absolute(j.log, &spot, text);
}

fn rfc822(j: &mut Judge<'_, '_>, id: Id, text: &str) {
    let read = date::rfc822(text);
    if let Some(instant) = read.instant()
        && !matches!(read, date::Rfc822::WrongDay(..))
    {
        j.plausible(id, instant);
    }
    let spot = Spot::text(j, id);
    let right = date::guess(text).map(date::to_rfc822);
    let label = j.label(id);
    let said = match read {
        date::Rfc822::Good(_) => return,
        date::Rfc822::Odd(_, why) => spot.say(
            j.log,
            &dates::ODD_RFC822,
            format!("readers stumble over {why} in a date"),
        ),
        date::Rfc822::WrongDay(_, day) => {
            let said = spot
                .say(
                    j.log,
                    &dates::WRONG_WEEKDAY,
                    format!("that date is not this weekday, but {day}"),
                )
                .value(text);
            said.help(format!("write `{day}`, or correct the date"));
            return;
        }
        date::Rfc822::Bad => spot.say(
            j.log,
            &dates::RFC822_DATE,
            format!("`{label}` is no date as RFC 822 has it"),
        ),
    };
    let said = said.value(text);
    match right {
        Some(right) => {
            let said = said.help(format!("write `{right}`"));
            if spot.verbatim {
                said.fix(
                    "write the date as RFC 822 has it",
                    spot.range.clone(),
                    right,
                );
            }
        }
        None => {
            said.help("write it like `Mon, 02 Jan 2006 15:04:05 +0000`");
        }
    }
}

fn rfc3339(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    let whole = j.document.text(id);
    if whole.len() != text.len() && !text.is_empty() {
        whitespace(j, id, &text);
    }
    let Some(instant) = date::rfc3339(&text) else {
        let spot = Spot::text(j, id);
        let label = j.label(id);
        wrong_rfc3339(j.log, &spot, &label, &text);
        return;
    };
    j.plausible(id, instant);
}

/// Notes a date that RFC 3339 does not have.
pub fn wrong_rfc3339(log: &mut Log<'_>, spot: &Spot, label: &str, text: &str) {
    let said = spot
        .say(
            log,
            &dates::RFC3339_DATE,
            format!("`{label}` is no date as RFC 3339 has it"),
        )
        .value(text);
    match date::guess(text).filter(|_| text.contains(':')) {
        Some(instant) => {
            let right = instant
                .format("%Y-%m-%dT%H:%M:%S%:z")
                .to_string()
                .replace("+00:00", "Z");
            let said = said.help(format!("write `{right}`"));
            if spot.verbatim {
                said.fix(
                    "write the date as RFC 3339 has it",
                    spot.range.clone(),
                    right,
                );
            }
        }
        None => {
            said.help("write it like `2006-01-02T15:04:05Z`, with date, time and zone");
        }
    }
}

fn wrong_w3cdtf(j: &mut Judge<'_, '_>, id: Id, text: &str) {
    let label = j.label(id);
    j.about_text(
        &dates::W3CDTF_DATE,
        id,
        format!("`{label}` is no date as the W3C's profile of ISO 8601 has it"),
    )
    .value(text)
    .help("write it like `2006-01-02` or `2006-01-02T15:04:05Z`; a time needs a zone");
}

/// Notes white space around a value where it is not allowed.
pub fn whitespace(j: &mut Judge<'_, '_>, id: Id, text: &str) {
    let label = j.label(id);
    let inside = j.document.inside(id);
    let plain = j.document.raw_text(id).is_some();
    let trimmed = j.trimmed(id);
    let written = j
        .document
        .source()
        .get(trimmed)
        .unwrap_or_default()
        .to_owned();
    let said = j
        .about_text(
            &texts::UNEXPECTED_WHITESPACE,
            id,
            format!("white space around the value of `{label}` is part of it"),
        )
        .value(text)
        .help(format!(
            "write `{}` without space around it",
            super::log::short(text, 80)
        ));
    if plain {
        said.fix("remove the white space around the value", inside, written);
    }
}

/// Notes what is no language tag.
pub fn not_a_language(log: &mut Log<'_>, spot: &Spot, text: &str) {
    spot.say(
        log,
        &value_rule::LANGUAGE,
        format!("“{}” is no language tag", super::log::short(text, 40)),
    )
    .value(text)
    .help("write a tag like `en`, `en-GB` or `zh-Hant`");
}

fn contact(j: &mut Judge<'_, '_>, id: Id, text: &str) {
    let label = j.label(id);
    let loud = loud(j, id);
    if let Some(Looks::Html(_)) = loud.as_deref().map(html::looks)
        && (!text.contains('<') || mail::contact(text) == mail::Contact::Good)
    {
        html_in_text(j, id, text);
    }
    let plain = percent_decoded(text.strip_prefix("mailto:").unwrap_or(text));
    match mail::contact(&plain) {
        mail::Contact::Good => {}
        mail::Contact::NoName => {
            let range = j.trimmed(id);
            j.log
                .say(
                    &people::MISSING_REAL_NAME,
                    range,
                    format!("`{label}` has a mail address, but no name"),
                )
                .element(label)
                .value(text)
                .help(format!("write `{text} (Name)`"));
        }
        mail::Contact::OtherShape(address, name) => {
            let range = j.trimmed(id);
            j.log
                .say(
                    &people::CONTACT_SHAPE,
                    range,
                    format!("`{label}` has the name before the address"),
                )
                .element(label)
                .value(text)
                .help(format!("write `{address} ({name})`"));
        }
        mail::Contact::Bad => {
            j.about_text(
                &people::CONTACT,
                id,
                format!("`{label}` must be a mail address"),
            )
            .value(text)
            .help("write `name@example.org (Name)`; for a name alone use `dc:creator`");
        }
    }
}

fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let two = after
            .get(..2)
            .and_then(|two| std::str::from_utf8(two).ok())
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        if let Some(byte) = two.filter(|_| *first == b'%') {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

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
        // Only where the format says that it is plain text do readers agree to show it as such.
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

fn html_in_text(j: &mut Judge<'_, '_>, id: Id, text: &str) {
    let label = j.label(id);
    // Escaped twice: one decoding more gives plain text.
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
        format!("write `{}`", super::log::short(&escaped(&decoded), 100))
    };
    let said = said.help(shown);
    if let Some(fixed) = fixed {
        said.fix("undo the second escaping", range, fixed);
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The text of an element with `&#x26;` and `&#x3C;` taken out, which the RSS profile recommends
/// for an ampersand and a less-than sign that are meant as such; `None` where there is nothing
/// that could be HTML.
fn loud(j: &Judge<'_, '_>, id: Id) -> Option<String> {
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

/// HTML in the text of an element: RSS `description`, `content:encoded`, Atom's type `html`.
pub fn html_text(j: &mut Judge<'_, '_>, id: Id) {
    if !j.no_elements(id) {
        return;
    }
    // In RSS 0.91 a description is plain text.
    if j.format == Format::Rss09x && j.document.ns(id) == Ns::None {
        let text = j.text(id);
        j.mangled(id, &text);
        return;
    }
    let (text, mut place) = j.document.text_and_place(id);
    j.mangled(id, &text);
    if !text.contains(['<', '&']) && !j.suspicious {
        return;
    }
    let (label, parent) = (j.label(id), j.parent_label(id));
    let (source, entities) = (j.document.source(), &j.document.entities);
    let relative = relative_rule(j, id);
    let log = &mut *j.log;
    let mut faults = Vec::new();
    html::check(&text, &mut |at, fault| faults.push((at, fault)));
    faults.sort_by_key(|(at, _)| *at);
    for (at, fault) in faults {
        let start = place.locate(source, entities, at);
        say_fault(
            log,
            start..start + 1,
            fault,
            &label,
            Some(&parent),
            relative,
        );
    }
}

/// The rule for relative addresses at this place: in RSS nothing says what they are relative to,
/// in Atom `xml:base` does.
#[must_use]
pub fn relative_rule(j: &Judge<'_, '_>, id: Id) -> Option<&'static crate::report::Rule> {
    if !j.is_atom() {
        return Some(&html_rule::RELATIVE_REFERENCE);
    }
    let mut at = id;
    while at != 0 {
        if j.document.attribute_ns(at, Ns::Xml, "base").is_some() {
            return None;
        }
        at = j.document.parent(at);
    }
    Some(&html_rule::RELATIVE_WITHOUT_BASE)
}

/// Notes one fault of content HTML.
pub fn say_fault(
    log: &mut Log<'_>,
    range: Range<usize>,
    fault: Fault<'_>,
    element: &str,
    parent: Option<&str>,
    relative: Option<&'static crate::report::Rule>,
) {
    let said = match fault {
        Fault::Broken(what) => log
            .say(
                &html_rule::BROKEN_HTML,
                range,
                format!("the HTML is broken: {what}"),
            )
            .help("close what is open and open what is closed"),
        Fault::Unknown(name) => log
            .say(
                &html_rule::BROKEN_HTML,
                range,
                format!("HTML has no element `{name}`"),
            )
            .value(name)
            .help(format!(
                "write `&lt;{name}&gt;` in the HTML, if the text is meant"
            )),
        Fault::UnsafeElement(name) => log
            .say(
                &html_rule::UNSAFE_ELEMENT,
                range,
                format!("readers take `{name}` out of content"),
            )
            .param("tag", &*name)
            .value(&name)
            .help("link to the page that has it"),
        Fault::UnsafeAttribute(name) => log
            .say(
                &html_rule::UNSAFE_ATTRIBUTE,
                range,
                format!("readers take the attribute `{name}` out of content"),
            )
            .attr(&*name)
            .help("remove it"),
        Fault::UnsafeStyle(declaration) => log
            .say(
                &html_rule::UNSAFE_STYLE,
                range,
                format!(
                    "readers take the style `{}` out",
                    super::log::short(&declaration, 60)
                ),
            )
            .attr("style")
            .value(&declaration)
            .help("remove it, or say it with plain HTML"),
        Fault::Relative(name, value) => match relative {
            None => return,
            Some(rule) => log
                .say(
                    rule,
                    range,
                    format!(
                        "“{}” is a relative address; a reader cannot tell what it is relative to",
                        super::log::short(&value, 80)
                    ),
                )
                .attr(name)
                .value(&value)
                .help("write the whole address, with `https://` and the host"),
        },
        Fault::NoAlt => log
            .say(
                &html_rule::IMAGE_WITHOUT_ALT,
                range,
                "this image has no `alt` text",
            )
            .help("add `alt=\"…\"` with what the image shows, or `alt=\"\"` if it is decoration"),
    };
    let said = said.element(element);
    if let Some(parent) = parent {
        said.parent(parent);
    }
}

/// XHTML elements inside `id`, judged as HTML is.
pub fn xhtml(j: &mut Judge<'_, '_>, id: Id, element: &str, parent: Option<&str>) {
    let relative = relative_rule(j, id);
    let inner: Vec<Id> = j.document.descendants(id).collect();
    for child in inner {
        let vocabulary = match j.document.ns(child) {
            Ns::Xhtml => Vocabulary::Html,
            Ns::Svg => Vocabulary::Svg,
            Ns::Mathml => Vocabulary::Math,
            _ => continue,
        };
        // In SVG and MathML the outermost element is what the contract names.
        let (element, parent) = match vocabulary {
            Vocabulary::Html => (element.to_owned(), parent),
            _ => (foreign_root(j, child), None),
        };
        let name = j.document.local(child);
        let lower = name.to_ascii_lowercase();
        let at = j.document.tag(child).start;
        match html::judge_element(&lower, name, vocabulary) {
            html::Judged::Fine => {}
            html::Judged::Unsafe => say_fault(
                j.log,
                at..at + 1,
                Fault::UnsafeElement(Cow::Borrowed(name)),
                &element,
                parent,
                relative,
            ),
            html::Judged::Unknown => say_fault(
                j.log,
                at..at + 1,
                Fault::Unknown(name),
                &element,
                parent,
                relative,
            ),
        }
        if lower == "img" && j.document.attribute(child, "alt").is_none() {
            say_fault(j.log, at..at + 1, Fault::NoAlt, &element, parent, relative);
        }
        for attribute in j.document.attributes(child) {
            if attribute.ns != Ns::None {
                continue;
            }
            let value = j.document.value(attribute);
            let start = attribute.range.start;
            let mut found = Vec::new();
            let lower_name = attribute.name.to_ascii_lowercase();
            html::judge_attribute(
                &lower,
                vocabulary,
                attribute.name,
                &lower_name,
                &value,
                &mut |fault| found.push(fault),
            );
            for fault in found {
                say_fault(j.log, start..start + 1, fault, &element, parent, relative);
            }
        }
    }
}

fn foreign_root(j: &Judge<'_, '_>, id: Id) -> String {
    let ns = j.document.ns(id);
    if j.document.ns(j.document.parent(id)) != ns {
        return "div".to_owned();
    }
    let mut top = id;
    while j.document.ns(j.document.parent(top)) == ns && j.document.parent(top) != 0 {
        top = j.document.parent(top);
    }
    j.document.local(top).to_owned()
}

/// `xhtml:body` or `xhtml:div` as the content of an RSS item.
pub fn xhtml_body(j: &mut Judge<'_, '_>, id: Id) {
    let (label, parent) = (j.label(id), j.parent_label(id));
    if j.document.local(id) == "body" {
        j.log
            .say(
                &html_rule::SECOND_CONTENT,
                j.document.tag(id),
                "`xhtml:body` says what `description` or `content:encoded` is for",
            )
            .element(label.clone())
            .help("put the content into `content:encoded`");
    }
    xhtml(j, id, &label, Some(&parent));
}

/// A text as the value of an attribute in double quotes.
#[must_use]
pub fn xml_attribute(text: &str) -> String {
    escaped(text).replace('"', "&quot;")
}

/// `xml:lang` and `xml:base`, wherever they stand.
pub fn xml_attributes(j: &mut Judge<'_, '_>) {
    let Some(root) = j.document.root() else {
        return;
    };
    let all: Vec<Id> = std::iter::once(root)
        .chain(j.document.descendants(root))
        .collect();
    for id in all {
        for attribute in j.document.attributes(id) {
            if attribute.ns != Ns::Xml {
                continue;
            }
            let value = j.document.value(attribute);
            let spot = Spot {
                range: attribute.value_range.clone(),
                element: attribute.name.to_owned(),
                parent: j.label(id),
                attr: Some(attribute.name.to_owned()),
                verbatim: false,
            };
            match attribute.local() {
                "lang" if !value.is_empty() && !language::is_language(&value) => {
                    not_a_language(j.log, &spot, &value);
                }
                "base" => {
                    reference(j.log, &spot, &value);
                }
                _ => {}
            }
        }
    }
}
