//! The smaller modules: sy, slash, wfw, geo, trackback, admin, `FeedBurner`, Atom inside RSS.

use crate::grammar::Shape::{Anything, Custom, Rfc3339};
use crate::grammar::Times::{Often, Once};
use crate::grammar::{Row, Shape};
use crate::linter::Linter;
use crate::shapes::{self, Spot};
use crate::values::{date, number, uri};
use crate::xml::{Attribute, Id, Ns};

use super::{atom, html as html_rule, numbers, structure};

feed_lint_findings::rules! {
    for XML;
    /// `sy:updatePeriod` is `hourly`, `daily`, `weekly`, `monthly` or `yearly` (sy).
    ///
    /// Aggregators compare it with these words (RSS 1.0 module syndication).
    Error UPDATE_PERIOD "update-period" w3c "InvalidUpdatePeriod":
        "<sy:updatePeriod>often</sy:updatePeriod>" => "<sy:updatePeriod>hourly</sy:updatePeriod>";

    /// `app:draft` is `yes` or `no` (Atom Publishing Protocol).
    ///
    /// A client that cannot read it may publish what is not ready (RFC 5023, section 13.1.1).
    Error DRAFT "app-draft" w3c "InvalidYesNo":
        "<app:control><app:draft>maybe</app:draft></app:control>"
        => "<app:control><app:draft>yes</app:draft></app:control>";

    /// `slash:hit_parade` is whole numbers separated by commas (slash).
    ///
    /// RSS 1.0 module slash.
    Error HIT_PARADE "hit-parade" w3c "InvalidCommaSeparatedIntegers":
        "<slash:hit_parade>177;155</slash:hit_parade>" => "<slash:hit_parade>177,155,105</slash:hit_parade>";

    /// A feed whose items count comments says when it was built (slash).
    ///
    /// The numbers change without the items; `lastBuildDate` says how old they are (RSS profile,
    /// “slash:comments”).
    Warning SLASH_DATE "slash-date" w3c "SlashDate":
        "<item><slash:comments>7</slash:comments>… in a channel without <lastBuildDate>"
        => "<lastBuildDate>Fri, 02 Jan 2026 15:04:00 +0000</lastBuildDate>";

    /// The feed of comments is `wfw:commentRss` (wfw).
    ///
    /// `commentRSS` is another name; the specification has the first form.
    Warning COMMENT_RSS "comment-rss-spelling" w3c "CommentRSS":
        "<wfw:commentRSS>https://example.org/1/feed</wfw:commentRSS>"
        => "<wfw:commentRss>https://example.org/1/feed</wfw:commentRss>";

    /// A latitude is a number from -90 to 90 (geo).
    ///
    /// There is no place beyond the poles; latitude and longitude in the wrong order are the usual
    /// cause.
    Error LATITUDE "latitude" w3c "InvalidLatitude":
        "<geo:lat>91.048</geo:lat>" => "<geo:lat>47.37</geo:lat>";

    /// A longitude is a number from -180 to 180 (geo).
    ///
    /// No place lies beyond.
    Error LONGITUDE "longitude" w3c "InvalidLongitude":
        "<geo:long>-188.2473</geo:long>" => "<geo:long>8.54</geo:long>";

    /// Coordinates are separated by blanks, not commas (georss).
    ///
    /// Readers split at blanks (GeoRSS Simple).
    Warning COORDINATE_COMMA "coordinate-comma" w3c "CoordComma":
        "<georss:point>45.256,-71.92</georss:point>" => "<georss:point>45.256 -71.92</georss:point>";

    /// Coordinates are pairs of numbers: two for a point, four for a box, four or more for a line, eight or more for a polygon that ends where it began (georss).
    ///
    /// Maps cannot draw it otherwise (GeoRSS Simple).
    Error COORDINATES "coordinates" w3c "InvalidCoord":
        "<georss:point>Zürich</georss:point>" => "<georss:point>47.37 8.54</georss:point>";

    /// `blink` is an element of the blog channel module (RSS 2.0).
    ///
    /// Without its namespace it means nothing.
    Error NO_BLINK "no-blink" w3c "NoBlink":
        "<blink>https://example.org/</blink>" => "<blogChannel:blink>https://example.org/</blogChannel:blink>";
}

/// Elements of Atom in an RSS channel.
pub static ATOM_IN_CHANNEL: &[Row] = &[
    ("link", Often, Custom(atom::link)),
    ("author contributor", Often, Custom(atom::person)),
    ("category", Often, Custom(atom::category)),
    ("generator rights subtitle title", Once, Anything),
    ("icon logo", Once, Custom(atom::reference)),
    ("id", Once, Custom(atom::id)),
    ("updated", Once, Rfc3339),
];

/// Elements of Atom in an RSS item.
pub static ATOM_IN_ITEM: &[Row] = &[
    ("link", Often, Custom(atom::link)),
    ("author contributor", Often, Custom(atom::person)),
    ("category", Often, Custom(atom::category)),
    ("content", Once, Custom(content)),
    ("id", Once, Custom(atom::id)),
    ("published updated", Once, Rfc3339),
    ("rights source summary title", Once, Anything),
];

fn content(linter: &mut Linter<'_, '_>, id: Id) {
    if linter.document.attribute(id, "src").is_none() {
        let message = "`atom:content` is a second place for the content";
        linter
            .about_alone(&html_rule::SECOND_CONTENT, id, message)
            .help("put the content into `content:encoded`");
    }
    if linter.document.value_of(id, "type").as_deref() == Some("html") {
        shapes::html_text(linter, id);
    }
}

/// `slash:hit_parade`.
pub fn hit_parade(linter: &mut Linter<'_, '_>, id: Id) {
    let text = linter.text(id);
    if !text.split(',').all(|part| number::is_non_negative_integer(part.trim())) {
        let message = "these must be whole numbers separated by commas";
        let help = "write them like `177,155,105`";
        linter.wrong_text(&HIT_PARADE, id, message, help);
    }
}

/// `wfw:commentRSS`.
pub fn comment_rss(linter: &mut Linter<'_, '_>, id: Id) {
    let item = linter.document.parent(id);
    let message = "the element must be spelt `wfw:commentRss`";
    linter
        .about_at(&COMMENT_RSS, item, linter.document.tag(id), message)
        .help("write `wfw:commentRss`");
    shapes::check(linter, id, Shape::Url);
}

/// An element with an `rdf:resource` or a URL as its text.
pub fn resource(linter: &mut Linter<'_, '_>, id: Id) {
    if let Some(attribute) = linter.document.attribute_ns(id, Ns::Rdf, "resource") {
        absolute(linter, id, attribute);
    } else if !linter.document.has_elements(id)
        && linter.document.attribute(id, "resource").is_none()
    {
        shapes::check(linter, id, Shape::Url);
    }
}

fn absolute(linter: &mut Linter<'_, '_>, id: Id, attribute: &Attribute<'_>) {
    let value = linter.document.value(attribute);
    let spot = Spot::attribute(linter, id, attribute.name);
    shapes::absolute(linter.log, &spot, &value);
}

/// `trackback:ping` and `trackback:about`: a URL as text in RSS 2.0, an `rdf:resource` in RDF.
pub fn trackback(linter: &mut Linter<'_, '_>, id: Id) {
    let pointer = linter.document.attribute_ns(id, Ns::Rdf, "resource");
    if linter.is_rdf() {
        match pointer {
            None => linter.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "rdf:resource"),
            Some(attribute) => absolute(linter, id, attribute),
        }
        return;
    }
    if let Some(attribute) = pointer {
        let local = linter.document.local(id);
        let range = attribute.range.clone();
        let message = format!("outside of RDF `trackback:{local}` holds the URL as text");
        linter
            .log
            .report(&structure::UNEXPECTED_ATTRIBUTE, range, message)
            .element(local)
            .parent(local)
            .attr("rdf:resource")
            .help("write the URL between the tags");
    }
    shapes::check(linter, id, Shape::Url);
}

/// `geo:lat` and the like.
pub fn latitude(linter: &mut Linter<'_, '_>, id: Id) {
    degrees(linter, id, &LATITUDE, 90.0);
}

/// `geo:long` and the like.
pub fn longitude(linter: &mut Linter<'_, '_>, id: Id) {
    degrees(linter, id, &LONGITUDE, 180.0);
}

fn degrees(
    linter: &mut Linter<'_, '_>,
    id: Id,
    rule: &'static feed_lint_findings::Rule,
    most: f64,
) {
    let text = linter.text(id);
    if number::decimal(&text).is_none_or(|n| n.abs() > most) {
        let label = linter.label(id);
        let message = format!("`{label}` must be a number from -{most} to {most}");
        let help = "check whether latitude and longitude are the wrong way round";
        linter.wrong_text(rule, id, message, help);
    }
}

/// Lists of coordinates in `GeoRSS`.
pub fn coordinates(linter: &mut Linter<'_, '_>, id: Id) {
    let text = linter.text(id);
    if text.contains(',') {
        let (range, label) = (linter.trimmed(id), linter.label(id));
        let message = "coordinates must be separated by blanks";
        linter.log.report(&COORDINATE_COMMA, range, message).element(label).value(&text).help(
            format!(
                "write `{}`",
                crate::log::short(&text.replace(", ", " ").replace(',', " "), 80)
            ),
        );
        return;
    }
    let numbers: Vec<Option<f64>> = text.split_whitespace().map(number::decimal).collect();
    let count = numbers.len();
    let enough = match linter.document.local(id) {
        "point" => count == 2,
        "box" => count == 4,
        "circle" => count == 3,
        "polygon" => count >= 8 && count.is_multiple_of(2),
        _ => count >= 4 && count.is_multiple_of(2),
    };
    let local = linter.document.local(id);
    let pairs = if local == "circle" { 2 } else { count };
    let far = |(at, number): (usize, &Option<f64>)| {
        number.is_some_and(|number| number.abs() > if at.is_multiple_of(2) { 90.0 } else { 180.0 })
    };
    let open = local == "polygon" && count >= 4 && numbers.get(..2) != numbers.get(count - 2..);
    let (message, help) = if !enough || numbers.iter().any(Option::is_none) {
        (
            "this is not a valid list of coordinates",
            "write pairs of latitude and longitude with blanks between them",
        )
    } else if open {
        ("a polygon must end where it began", "write the first pair again at the end")
    } else if numbers.iter().take(pairs).enumerate().any(far) {
        (
            "a latitude must be from -90 to 90, a longitude from -180 to 180",
            "check whether latitude and longitude are the wrong way round",
        )
    } else {
        return;
    };
    linter.wrong_text(&COORDINATES, id, message, help);
}

/// A number.
pub fn decimal(linter: &mut Linter<'_, '_>, id: Id) {
    let text = linter.text(id);
    if number::decimal(&text).is_none() {
        let label = linter.label(id);
        let message = format!("`{label}` must be a number");
        let help = "write digits, with a point if wanted";
        linter.wrong_text(&numbers::DECIMAL, id, message, help);
    }
}

/// `feedburner:feedFlare`.
pub fn feed_flare(linter: &mut Linter<'_, '_>, id: Id) {
    for name in ["href", "src"] {
        if let Some(value) = linter.document.value_of(id, name) {
            let spot = Spot::inside(linter, id, name);
            if shapes::reference(linter.log, &spot, &value)
                && uri::parts(&value).scheme.is_none()
                && !linter.is_atom()
            {
                let message = "this URL is relative, and RSS does not say to what";
                spot.report(linter.log, &html_rule::RELATIVE_REFERENCE, message)
                    .value(&value)
                    .help("write the whole URL");
            }
        }
    }
    shapes::no_html_in(linter, id);
}

/// `blink` in no namespace.
pub fn blink(linter: &mut Linter<'_, '_>, id: Id) {
    let mut declared = linter.document.namespaces.iter();
    let xmlns = if declared.any(|one| one.ns == Ns::BlogChannel && one.prefix == "blogChannel") {
        ""
    } else {
        " xmlns:blogChannel=\"http://backend.userland.com/blogChannelModule\""
    };
    linter
        .about_alone(&NO_BLINK, id, "`blink` belongs to the blog channel module")
        .help(format!("write `<blogChannel:blink{xmlns}>`"));
}

/// Requirements of modules on an item as a whole.
pub fn after_item(linter: &mut Linter<'_, '_>, item: Id) {
    let Some(comments) = linter.document.child(item, Ns::Slash, "comments") else {
        return;
    };
    let channel = linter.document.parent(item);
    let dated = linter.first_of(channel, "lastBuildDate").is_some();
    if !dated && !linter.is_rdf() {
        let (range, label) = (linter.document.tag(comments), linter.label(item));
        let message = "a number of comments says little without the date of the feed";
        linter
            .log
            .report(&SLASH_DATE, range, message)
            .element(label)
            .help("add `lastBuildDate` to the channel");
    }
}

/// A date of the event module, which may be local time without a zone.
pub fn event_date(linter: &mut Linter<'_, '_>, id: Id) {
    let text = linter.text(id);
    let zoned = format!("{text}Z");
    if date::w3cdtf(&text).is_none() && date::w3cdtf(&zoned).is_none() {
        shapes::check(linter, id, Shape::W3cdtf);
    }
}
