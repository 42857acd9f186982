//! What RSS 2.0 and the Advisory Board's profile ask for beyond plain values.

use std::collections::BTreeMap;

use crate::validate::Format;
use crate::validate::grammar::ITEM;
use crate::validate::judge::Judge;
use crate::validate::shapes::{self, Spot};
use crate::validate::values::{mime, number, uri};
use crate::validate::xml::{Id, Ns};

use super::{atom, ids, modules, numbers, podcast, structure, texts, values};

rules! {
    for RSS;
    Error RSS_VERSION "rss-version" w3c "InvalidRSSVersion" {
        what: "The version of `rss` is one that exists: 0.91 to 0.94 or 2.0 (RSS).",
        why: "Readers choose how to read a feed by its version (RSS 2.0, “Required channel elements”).",
        example: "<rss version=\"2.01\">",
        instead: "<rss version=\"2.0\">",
    }
    Error EMPTY_ITEM "empty-item" w3c "ItemMustContainTitleOrDescription" {
        what: "An item has a title or a description (RSS 0.9x, 2.0).",
        why: "All elements of an item are optional, but one of these two must be there (RSS 2.0, “Elements of <item>”); a reader has nothing to show otherwise.",
        example: "<item><link>https://example.org/1</link></item>",
        instead: "<item><title>One</title><link>https://example.org/1</link></item>",
    }
    Warning MISPLACED_ITEM "items-before-channel-elements" w3c "MisplacedItem" {
        what: "In a channel the items come last (RSS 2.0).",
        why: "Some readers stop reading about the channel at the first item (RSS profile, “Channel”).",
        example: "<channel><item>…</item><title>News</title></channel>",
        instead: "<channel><title>News</title><item>…</item></channel>",
    }
    Warning AVOID_TEXT_INPUT "text-input" w3c "AvoidTextInput" for RSS_AND_RDF {
        what: "A channel has no `textInput` (RSS 2.0).",
        why: "Hardly any reader shows it (RSS 2.0, “<textInput> sub-element”).",
        example: "<textInput>…</textInput>",
        instead: "A link to the search page in the description.",
    }
    Warning IMAGE_TITLE "image-title" w3c "ImageTitleDoesntMatch" for RSS_AND_RDF {
        what: "The title of a channel's image is the channel's title (RSS 2.0).",
        why: "It becomes the alternative text of the image (RSS 2.0, “<image> sub-element”).",
        example: "<title>News</title><image><title>Logo</title>…",
        instead: "<title>News</title><image><title>News</title>…",
    }
    Warning IMAGE_LINK "image-link" w3c "ImageLinkDoesntMatch" for RSS_AND_RDF {
        what: "The link of a channel's image is the channel's link (RSS 2.0).",
        why: "The image leads to the site (RSS 2.0, “<image> sub-element”).",
        example: "<link>https://example.org/</link><image><link>https://example.com/</link>…",
        instead: "<link>https://example.org/</link><image><link>https://example.org/</link>…",
    }
    Warning IMAGE_FORMAT "image-format" w3c "ImageUrlFormat" for RSS_AND_RDF {
        what: "A channel's image is a GIF, JPEG or PNG (RSS 2.0).",
        why: "Readers need to show no others (RSS 2.0, “<image> sub-element”).",
        example: "<url>https://example.org/logo.tiff</url>",
        instead: "<url>https://example.org/logo.png</url>",
    }
    Error IMAGE_WIDTH "image-width" w3c "InvalidWidth" for RSS_AND_RDF {
        what: "The width of a channel's image is a number from 1 to 144 (RSS 2.0).",
        why: "That is the largest width (RSS 2.0, “<image> sub-element”).",
        example: "<width>300</width>",
        instead: "<width>144</width>",
    }
    Error IMAGE_HEIGHT "image-height" w3c "InvalidHeight" for RSS_AND_RDF {
        what: "The height of a channel's image is a number from 1 to 400 (RSS 2.0).",
        why: "That is the largest height (RSS 2.0, “<image> sub-element”).",
        example: "<height>0</height>",
        instead: "<height>31</height>",
    }
    Error FORM_NAME "form-name" w3c "InvalidFormComponentName" for RSS_AND_RDF {
        what: "The name of a text input is the name of a form field: a letter, then letters, digits and `-_:.` (RSS 2.0).",
        why: "It becomes the `name` of an HTML input.",
        example: "<name>search words</name>",
        instead: "<name>q</name>",
    }
    Error HOUR "skip-hour" w3c "InvalidHour" {
        what: "An hour to skip is a whole number from 0 to 23 (RSS 2.0).",
        why: "Aggregators compare it with the hour in GMT (RSS 2.0, “skipHours”).",
        example: "<hour>25</hour>",
        instead: "<hour>1</hour>",
    }
    Warning MIDNIGHT "skip-hour-midnight" w3c "UseZeroForMidnight" {
        what: "Midnight is the hour 0 (RSS 2.0).",
        why: "RSS 0.91 counted to 24, RSS 2.0 counts from 0; 0 is understood by all (RSS profile, “skipHours”).",
        example: "<hour>24</hour>",
        instead: "<hour>0</hour>",
    }
    Error TOO_MANY_HOURS "too-many-skip-hours" w3c "NotEnoughHoursInTheDay" {
        what: "No more than 24 hours are skipped (RSS 2.0).",
        why: "A day has no more (RSS 2.0, “skipHours”).",
        example: "<skipHours> with 25 hours",
        instead: "<skipHours><hour>1</hour></skipHours>",
    }
    Error DAY "skip-day" w3c "InvalidDay" {
        what: "A day to skip is an English weekday, written out (RSS 2.0).",
        why: "Aggregators compare it with these seven words (RSS 2.0, “skipDays”).",
        example: "<day>Sun</day>",
        instead: "<day>Sunday</day>",
    }
    Error TOO_MANY_DAYS "too-many-skip-days" w3c "EightDaysAWeek" {
        what: "No more than seven days are skipped (RSS 2.0).",
        why: "A week has no more (RSS 2.0, “skipDays”).",
        example: "<skipDays> with eight days",
        instead: "<skipDays><day>Sunday</day></skipDays>",
    }
    Warning SECOND_ENCLOSURE "second-enclosure" w3c "DuplicateEnclosure" {
        what: "An item has one enclosure (RSS 2.0).",
        why: "Readers differ in which of several they take (RSS profile, “enclosure”).",
        example: "<enclosure url=\"https://example.org/a.mp3\" …/><enclosure url=\"https://example.org/a.ogg\" …/>",
        instead: "<enclosure url=\"https://example.org/a.mp3\" length=\"1234\" type=\"audio/mpeg\"/>",
    }
    Error ENCLOSURE_ADDRESS "enclosure-address" w3c "InvalidURLAttribute" {
        what: "The address of an enclosure or a podcast's picture is a full `http:` or `https:` address (RSS 2.0, iTunes).",
        why: "Podcast clients download it as it stands; “must be an http url” (RSS 2.0, “<enclosure> sub-element”).",
        example: "<enclosure url=\"/a.mp3\" length=\"1234\" type=\"audio/mpeg\"/>",
        instead: "<enclosure url=\"https://example.org/a.mp3\" length=\"1234\" type=\"audio/mpeg\"/>",
    }
    Error NEGATIVE_LENGTH "negative-length" w3c "UseZeroForUnknown" {
        what: "An enclosure whose length is not known has length 0 (RSS 2.0).",
        why: "A negative number breaks the progress bars of podcast clients (RSS profile, “enclosure”).",
        example: "<enclosure url=\"https://example.org/a.mp3\" length=\"-1\" type=\"audio/mpeg\"/>",
        instead: "<enclosure url=\"https://example.org/a.mp3\" length=\"0\" type=\"audio/mpeg\"/>",
    }
    Warning CONTENT_ORDER "content-before-description" w3c "NeedDescriptionBeforeContent" {
        what: "An item with `content:encoded` has a `description` before it (RSS 2.0).",
        why: "Readers that take the last of the two would else show the summary in place of the text; the description is the summary (RSS profile, “content:encoded”).",
        example: "<content:encoded>…</content:encoded><description>…</description>",
        instead: "<description>…</description><content:encoded>…</content:encoded>",
    }
    Warning SAME_MEANING_IN_CHANNEL "same-meaning-in-channel" w3c "DuplicateSemantics" {
        what: "A channel does not say the same thing with an element of RSS and with one of a module (RSS 2.0).",
        why: "Where the two differ, readers do too.",
        example: "<language>en</language><dc:language>en</dc:language>",
        instead: "<language>en</language>",
    }
    Warning SAME_MEANING_IN_ITEM "same-meaning-in-item" w3c "DuplicateItemSemantics" {
        what: "An item does not say the same thing with an element of RSS and with one of a module (RSS 2.0).",
        why: "Where the two differ, readers do too.",
        example: "<pubDate>…</pubDate><dc:date>…</dc:date>",
        instead: "<pubDate>…</pubDate>",
    }
    Warning EXTENSION_ATTRIBUTE "extension-attribute" w3c "UseOfExtensionAttr" for XML {
        what: "Attributes of a namespace are used on RSS elements only where the feed points to the Advisory Board's specification.",
        why: "Earlier texts of RSS 2.0 allow elements of namespaces and are silent on attributes; the Board allowed them in 2007.",
        example: "<rss version=\"2.0\" xsi:noNamespaceSchemaLocation=\"…\">",
        instead: "<docs>https://www.rssboard.org/rss-specification</docs>",
    }
}

/// Elements of RSS and of modules that say the same of a channel.
const CHANNEL_TWINS: &[(&str, Ns, &str)] = &[
    ("generator", Ns::Admin, "generatorAgent"),
    ("copyright", Ns::Dc, "rights"),
    ("pubDate", Ns::Dc, "date"),
    ("language", Ns::Dc, "language"),
    ("webMaster", Ns::Dc, "publisher"),
    ("managingEditor", Ns::Dc, "creator"),
    ("lastBuildDate", Ns::Dcterms, "modified"),
    ("pubDate", Ns::Dcterms, "issued"),
    ("category", Ns::Dc, "subject"),
];

/// Elements of RSS and of modules that say the same of an item.
const ITEM_TWINS: &[(&str, Ns, &str)] = &[
    ("guid", Ns::Atom, "id"),
    ("author", Ns::Dc, "creator"),
    ("author", Ns::Atom, "author"),
    ("category", Ns::Dc, "subject"),
    ("pubDate", Ns::Dc, "date"),
    ("pubDate", Ns::Atom, "published"),
    ("source", Ns::Dc, "source"),
    ("source", Ns::Atom, "source"),
];

/// The outermost element.
static RSS: crate::validate::grammar::Context = crate::validate::grammar::Context {
    seat: crate::validate::grammar::Seat::Other,
    core: &[(
        "channel",
        crate::validate::grammar::Times::Once,
        crate::validate::grammar::Shape::Judged(channel),
    )],
    required: &[("channel", &structure::MISSING_ELEMENT)],
    after: Some(extension_attributes),
};

/// The outermost element `rss`.
pub fn root(j: &mut Judge<'_, '_>, id: Id) {
    let version = j.document.value_of(id, "version");
    match version.as_deref() {
        None => j.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "version"),
        Some(version) => {
            if !matches!(version, "0.91" | "0.92" | "0.93" | "0.94" | "2.0") {
                let text = version.to_owned();
                j.about_attribute(
                    &RSS_VERSION,
                    id,
                    "version",
                    format!("there is no RSS {text}"),
                )
                .value(&text)
                .help("write `version=\"2.0\"`");
            }
        }
    }
    j.attributes(id, &["version"]);
    j.children(id, &RSS);
}

fn channel(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &[]);
    j.children(id, &crate::validate::grammar::CHANNEL);
}

fn extension_attributes(j: &mut Judge<'_, '_>, root: Id) {
    let docs = j
        .core_child(root, "channel")
        .and_then(|channel| j.core_child(channel, "docs"))
        .map(|docs| j.text(docs));
    if docs.is_some_and(|docs| docs.contains("rssboard.org")) {
        return;
    }
    let with: Vec<(Id, std::ops::Range<usize>)> = std::iter::once(root)
        .chain(j.document.descendants(root))
        .filter(|id| j.is_core(*id))
        .filter_map(|id| {
            let own = j
                .document
                .attributes(id)
                .iter()
                .find(|a| !matches!(a.ns, Ns::None | Ns::Xml | Ns::Xmlns | Ns::Undeclared))?;
            Some((id, own.range.clone()))
        })
        .take(1)
        .collect();
    for (id, range) in with {
        let label = j.label(id);
        j.log
            .say(&EXTENSION_ATTRIBUTE, range, format!("RSS does not say what an attribute of a namespace means on `{label}`"))
            .element(label)
            .help("add `<docs>https://www.rssboard.org/rss-specification</docs>`, whose text allows it, or remove the attribute");
    }
}

/// `item`.
pub fn item(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &[]);
    j.children(id, &ITEM);
}

/// `category` of a channel or an item.
pub fn category(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &["domain"]);
    shapes::judge(j, id, crate::validate::grammar::Shape::Text);
}

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

/// `image/url`.
pub fn image_url(j: &mut Judge<'_, '_>, id: Id) {
    shapes::judge(j, id, crate::validate::grammar::Shape::Address);
    let text = j.text(id);
    let path = uri::parts(&text).path.to_ascii_lowercase();
    let extension = path
        .rsplit('/')
        .next()
        .and_then(|name| name.rsplit_once('.'))
        .map(|(_, e)| e.to_owned());
    if extension.is_some_and(|e| {
        matches!(
            e.as_str(),
            "tif" | "tiff" | "bmp" | "svg" | "webp" | "avif" | "ico" | "psd"
        )
    }) {
        j.about_text(&IMAGE_FORMAT, id, "a channel's image is a GIF, JPEG or PNG")
            .value(&text)
            .help("give the address of a PNG");
    }
}

/// `image/width`.
pub fn image_width(j: &mut Judge<'_, '_>, id: Id) {
    within(j, id, &IMAGE_WIDTH, 144);
}

/// `image/height`.
pub fn image_height(j: &mut Judge<'_, '_>, id: Id) {
    within(j, id, &IMAGE_HEIGHT, 400);
}

fn within(j: &mut Judge<'_, '_>, id: Id, rule: &'static crate::report::Rule, most: u32) {
    let text = j.text(id);
    let fine = number::is_non_negative_integer(&text)
        && text.parse::<u32>().is_ok_and(|n| (1..=most).contains(&n));
    if !fine {
        let label = j.label(id);
        j.about_text(
            rule,
            id,
            format!("`{label}` must be a number from 1 to {most}"),
        )
        .value(&text)
        .help(format!("write at most `{most}`, or leave the element out"));
    }
}

/// Title and link of an image are those of its channel.
pub fn after_image(j: &mut Judge<'_, '_>, image: Id) {
    let channel = j.document.parent(image);
    for (name, rule) in [("title", &IMAGE_TITLE), ("link", &IMAGE_LINK)] {
        let (Some(own), Some(other)) = (j.core_child(image, name), j.first_of(channel, name))
        else {
            continue;
        };
        let (own_text, other_text) = (j.text(own), j.text(other));
        if own_text != other_text {
            let other_tag = j.document.tag(other);
            j.about_text(
                rule,
                own,
                format!("the {name} of the image is not the channel's"),
            )
            .value(&own_text)
            .also(other_tag, "the channel's")
            .help(format!(
                "write `{}`",
                crate::validate::log::short(&other_text, 100)
            ));
        }
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

/// `skipHours`.
pub fn skip_hours(j: &mut Judge<'_, '_>, id: Id) {
    skipped(j, id, "hour", &TOO_MANY_HOURS, 24, |j, child, text| {
        let hour = text
            .parse::<u32>()
            .ok()
            .filter(|_| number::is_non_negative_integer(text));
        match hour {
            Some(24) => {
                j.about_text(&MIDNIGHT, child, "midnight is hour 0")
                    .value(text)
                    .help("write `0`");
                Some("0".to_owned())
            }
            Some(hour) if hour < 24 => Some(hour.to_string()),
            _ => {
                j.about_text(&HOUR, child, "an hour is a whole number from 0 to 23")
                    .value(text)
                    .help("write a number from 0 to 23");
                None
            }
        }
    });
}

/// `skipDays`.
pub fn skip_days(j: &mut Judge<'_, '_>, id: Id) {
    const DAYS: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    skipped(j, id, "day", &TOO_MANY_DAYS, 7, |j, child, text| {
        if DAYS.contains(&text) {
            return Some(text.to_owned());
        }
        j.about_text(&DAY, child, "this is no weekday")
            .value(text)
            .help(format!("write one of {}", shapes::listed(&DAYS)));
        None
    });
}

fn skipped(
    j: &mut Judge<'_, '_>,
    id: Id,
    name: &'static str,
    too_many: &'static crate::report::Rule,
    most: usize,
    value: impl Fn(&mut Judge<'_, '_>, Id, &str) -> Option<String>,
) {
    let children: Vec<Id> = j.document.elements(id).collect();
    let mut seen: BTreeMap<String, Id> = BTreeMap::new();
    let mut count = 0;
    for child in children {
        if !j.is_core(child) || j.document.local(child) != name {
            j.unknown(child, id);
            continue;
        }
        count += 1;
        let text = j.text(child).into_owned();
        let Some(key) = value(j, child, &text) else {
            continue;
        };
        if let Some(first) = seen.get(&key).copied() {
            let first = j.document.tag(first);
            j.about_text(
                &ids::DUPLICATE_VALUE,
                child,
                format!("{text} is there already"),
            )
            .value(&text)
            .also(first, "first one here")
            .help("remove one of the two");
        } else {
            seen.insert(key, child);
        }
    }
    let label = j.label(id);
    if count == 0 {
        j.missing(id, name, &structure::MISSING_ELEMENT);
    }
    if count > most {
        let range = j.document.tag(id);
        j.log
            .say(too_many, range, format!("there are more than {most} here"))
            .element(label)
            .help("remove those that are there twice");
    }
}

/// `enclosure`.
pub fn enclosure(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &["url", "length", "type"]);
    match j.document.value_of(id, "url") {
        None => {
            let range = j.document.tag(id);
            let label = j.label(id);
            j.log
                .say(
                    &structure::MISSING_ATTRIBUTE,
                    range,
                    "`enclosure` has no attribute `url`",
                )
                .element(label)
                .attr("url")
                .help("add `url=\"…\"`");
        }
        Some(url) => {
            let spot = Spot::inside(j, id, "url");
            http_attribute(j, &spot, &url);
        }
    }
    match j.document.value_of(id, "length") {
        None => j.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "length"),
        Some(length) if length.starts_with('-') && number::is_integer(&length) => {
            let spot = Spot::inside(j, id, "length");
            spot.say(j.log, &NEGATIVE_LENGTH, "a length is no negative number")
                .value(&length)
                .help("write the length of the file in bytes, or `0` if it is not known");
        }
        Some(length) if !number::is_non_negative_integer(&length) => {
            j.about_attribute(
                &numbers::INTEGER_ATTRIBUTE,
                id,
                "length",
                "a length is a whole number of bytes",
            )
            .value(&length)
            .help("write the length of the file in bytes, or `0` if it is not known");
        }
        Some(_) => {}
    }
    match j.document.value_of(id, "type") {
        None => j.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "type"),
        Some(kind) if !mime::is_media_type(&kind) => {
            j.about_attribute(
                &values::MEDIA_TYPE_ATTRIBUTE,
                id,
                "type",
                "this is no media type",
            )
            .value(&kind)
            .help("write a type like `audio/mpeg`");
        }
        Some(_) => {}
    }
    j.no_elements(id);
}

/// An attribute that must be a full `http:` or `https:` address.
pub fn http_attribute(j: &mut Judge<'_, '_>, spot: &Spot, value: &str) {
    if uri::is_http(value) {
        shapes::reference(j.log, spot, value);
        return;
    }
    spot.say(
        j.log,
        &ENCLOSURE_ADDRESS,
        "this must be a full `http:` or `https:` address",
    )
    .value(value)
    .help("begin it with `https://` and the name of the host");
}

/// `guid`.
pub fn guid(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &["isPermaLink"]);
    let text = j.text(id);
    let flag = j.document.value_of(id, "isPermaLink");
    let permalink = match flag.as_deref() {
        None | Some("true") => true,
        Some("false") => false,
        Some(other) => {
            let near = other.to_ascii_lowercase();
            let said = j
                .about_attribute(
                    &values::BOOLEAN_ATTRIBUTE,
                    id,
                    "isPermaLink",
                    "`isPermaLink` is `true` or `false`",
                )
                .value(other);
            said.help(if near == "true" {
                "write `true`"
            } else {
                "write `false`"
            });
            false
        }
    };
    if text.is_empty() {
        j.blank(id);
    }
    if permalink && !uri::is_http(&text) {
        let name_of_its_own =
            text.starts_with("tag:") || text.to_ascii_lowercase().starts_with("urn:");
        let rule = if name_of_its_own {
            &ids::PERMALINK
        } else {
            &ids::GUID_ADDRESS
        };
        let said = j
            .about_text(
                rule,
                id,
                "a guid is the address of the page unless `isPermaLink` is `false`",
            )
            .value(&text);
        said.help(if flag.is_some() || text.is_empty() {
            "write the address of the page, or `isPermaLink=\"false\"`"
        } else {
            "write `<guid isPermaLink=\"false\">`"
        });
    } else if permalink {
        let spot = Spot::text(j, id);
        shapes::reference(j.log, &spot, &text);
    } else if number::is_non_negative_integer(&text) && text.len() < 9 && !text.is_empty() {
        j.about_text(
            &ids::SHORT_GUID,
            id,
            "a small number is hardly unique in the world",
        )
        .value(&text)
        .help("write the address of the page, or a `tag:` or `urn:uuid:` name");
    }
    j.no_elements(id);
}

/// `source`.
pub fn source(j: &mut Judge<'_, '_>, id: Id) {
    j.attributes(id, &["url"]);
    match j.document.value_of(id, "url") {
        None => j.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "url"),
        Some(url) => {
            let spot = Spot::inside(j, id, "url");
            shapes::absolute(j.log, &spot, &url);
        }
    }
    shapes::judge(j, id, crate::validate::grammar::Shape::TextOrNothing);
}

/// What an item as a whole must have.
pub fn after_item(j: &mut Judge<'_, '_>, item: Id) {
    let rdf = matches!(j.format, Format::Rss10 | Format::Rss090);
    if !j.document.closed(item) {
        return;
    }
    if !rdf {
        if j.core_child(item, "title").is_none() && j.core_child(item, "description").is_none() {
            let range = j.document.tag(item);
            j.log
                .say(
                    &EMPTY_ITEM,
                    range,
                    "this item has neither title nor description",
                )
                .element("item")
                .help("add `<title>…</title>`");
        }
        if j.format == Format::Rss20
            && j.core_child(item, "guid").is_none()
            && j.document.child(item, Ns::Atom, "id").is_none()
        {
            j.missing(item, "guid", &ids::MISSING_GUID);
        }
        let description = j.core_child(item, "description");
        if let Some(content) = j.document.child(item, Ns::Content, "encoded")
            && description.is_none_or(|description| description > content)
        {
            let range = j.document.tag(content);
            j.log
                .say(
                    &CONTENT_ORDER,
                    range,
                    "there is no `description` before `content:encoded`",
                )
                .element("item")
                .help("put a `description` with the summary before it");
        }
    }
    twins(j, item, ITEM_TWINS, &SAME_MEANING_IN_ITEM);
    let licences = (
        j.document.child(item, Ns::Cc, "license"),
        j.document.child(item, Ns::Cc2, "license"),
    );
    if let (Some(_), Some(second)) = licences {
        let range = j.document.tag(second);
        j.log
            .say(
                &SAME_MEANING_IN_ITEM,
                range,
                "`cc:license` says what `creativeCommons:license` says",
            )
            .element("item")
            .param("core", "creativeCommons:license")
            .param("ext", "cc:license")
            .help("keep one of the two");
    }
    modules::after_item(j, item);
    podcast::after_item(j, item);
}

fn twins(
    j: &mut Judge<'_, '_>,
    id: Id,
    pairs: &[(&str, Ns, &str)],
    rule: &'static crate::report::Rule,
) {
    let label = j.label(id);
    let mut modules: Vec<(Ns, &str, Id)> = Vec::new();
    for child in j.document.elements(id) {
        let ns = j.document.ns(child);
        if matches!(ns, Ns::Dc | Ns::Dcterms | Ns::Atom | Ns::Admin) {
            modules.push((ns, j.document.local(child), child));
        }
    }
    if modules.is_empty() {
        return;
    }
    for (core, ns, local) in pairs {
        let Some((_, _, other)) = modules.iter().find(|(n, l, _)| n == ns && l == local) else {
            continue;
        };
        let Some(own) = j.core_child(id, core) else {
            continue;
        };
        let (own, other, ext) = (
            j.document.tag(own),
            j.document.tag(*other),
            format!("{}:{local}", ns.usual_prefix()),
        );
        j.log
            .say(rule, other, format!("`{ext}` says what `{core}` says"))
            .element(label.clone())
            .param("core", *core)
            .param("ext", ext.clone())
            .also(own, "said here")
            .help(format!("remove `{ext}`"));
    }
}

/// What a channel as a whole must have.
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
    twins(j, channel, CHANNEL_TWINS, &SAME_MEANING_IN_CHANNEL);
    if j.document.closed(channel) {
        atom::self_link_in_channel(j, channel);
        texts::language_of_channel(j, channel);
    }
    ids::guids(j, channel);
    podcast::after_channel(j, channel);
}
