//! Media RSS 1.5.

mod attributes;
mod credit;
mod rating;
mod text;

pub use attributes::by_table;
pub use credit::{copyright, credit, restriction};
pub use rating::{adult, rating};
pub use text::{text, text_construct};

use crate::grammar::{MODULES_ALONE, Shape};
use crate::linter::Linter;
use crate::shapes::{self, Spot};
use crate::values::{language, mime, number};
use crate::xml::{Id, Ns};
use feed_lint_findings::Rule;

use super::{numbers, structure, values};
use text::time;

feed_lint_findings::rules! {
    for XML;
    /// A group of media holds several representations of one thing (media).
    ///
    /// A single `media:content` needs no group (Media RSS, “<media:group>”).
    Error ONE_IN_GROUP "media-group-of-one" w3c "MediaGroupWithoutAlternatives":
        "<media:group><media:content url=\"https://example.org/1.mp4\"/></media:group>"
        => "<media:content url=\"https://example.org/1.mp4\"/>";

    /// The expression of a media object is `sample`, `full` or `nonstop` (media).
    ///
    /// It says whether the file is the whole work (Media RSS, “<media:content>”).
    Error EXPRESSION "media-expression" w3c "InvalidMediaExpression":
        "<media:content expression=\"part\" …/>" => "<media:content expression=\"sample\" …/>";

    /// The medium of a media object is `image`, `audio`, `video`, `document` or `executable` (media).
    ///
    /// Readers choose by it how to show it (Media RSS, “<media:content>”).
    Error MEDIUM "media-medium" w3c "InvalidMediaMedium":
        "<media:content medium=\"photo\" …/>" => "<media:content medium=\"image\" …/>";

    /// Adult content is marked with `media:rating` (media).
    ///
    /// `media:adult` was replaced (Media RSS, “<media:rating>”).
    Warning ADULT "media-adult" w3c "DeprecatedMediaAdult":
        "<media:adult>true</media:adult>" => "<media:rating scheme=\"urn:simple\">adult</media:rating>";

    /// A rating must be one that its scheme lists: `adult` or `nonadult`, one of the MPAA's or the V-chip's, a label of ICRA (media).
    ///
    /// Filters compare it with these words (Media RSS, “<media:rating>”).
    Error RATING "media-rating" w3c "InvalidMediaRating":
        "<media:rating>x</media:rating>" => "<media:rating>nonadult</media:rating>";

    /// The type of a title, description or text is `plain` or `html` (media).
    ///
    /// There are no other types (Media RSS, “<media:title>”).
    Error TEXT_TYPE "media-text-type" w3c "InvalidMediaTextType":
        "<media:title type=\"text/html\">A film</media:title>"
        => "<media:title type=\"html\">A film</media:title>";

    /// A hash has as many hexadecimal digits as its algorithm gives: 32 for MD5, which is meant without `algo`, 40 for SHA-1 (media).
    ///
    /// Otherwise no program can compare it with the file (Media RSS, “<media:hash>”).
    Error HASH "media-hash" w3c "InvalidMediaHash":
        "<media:hash>61bebddaf54311c6c2421ad4368f51ec9eddec3c</media:hash>"
        => "<media:hash algo=\"sha-1\">61bebddaf54311c6c2421ad4368f51ec9eddec3c</media:hash>";

    /// The role in a credit is in lower case, and one of the European Broadcasting Union's unless a scheme is given (media).
    ///
    /// Roles are compared as they are written (Media RSS, “<media:credit>”).
    Error CREDIT_ROLE "media-credit-role" w3c "InvalidCreditRole":
        "<media:credit role=\"Diva\">Ada</media:credit>" => "<media:credit role=\"actor\">Ada</media:credit>";

    /// A restriction without a type is `all` or `none` (media).
    ///
    /// A list means nothing without saying what it lists (Media RSS, “<media:restriction>”).
    Error RESTRICTION "media-restriction" w3c "InvalidMediaRestriction":
        "<media:restriction relationship=\"allow\">au us</media:restriction>"
        => "<media:restriction relationship=\"allow\" type=\"country\">au us</media:restriction>";

    /// The relationship of a restriction is `allow` or `deny` (media).
    ///
    /// Media RSS, “<media:restriction>”.
    Error RESTRICTION_RELATION "media-restriction-relationship" w3c "InvalidMediaRestrictionRel":
        "<media:restriction relationship=\"only\" type=\"country\">au</media:restriction>"
        => "<media:restriction relationship=\"allow\" type=\"country\">au</media:restriction>";

    /// The type of a restriction is `country`, `uri` or `sharing` (media).
    ///
    /// Media RSS, “<media:restriction>”.
    Error RESTRICTION_TYPE "media-restriction-type" w3c "InvalidMediaRestrictionType":
        "<media:restriction relationship=\"allow\" type=\"region\">eu</media:restriction>"
        => "<media:restriction relationship=\"allow\" type=\"country\">de fr</media:restriction>";

    /// Countries in a restriction are codes of ISO 3166 (media).
    ///
    /// Media RSS, “<media:restriction>”.
    Error COUNTRY "media-country" w3c "InvalidCountryCode":
        "<media:restriction relationship=\"allow\" type=\"country\">XX</media:restriction>"
        => "<media:restriction relationship=\"allow\" type=\"country\">ch</media:restriction>";

    /// The attributes of `media:status`, `media:rights`, `media:price`, `media:license`, `media:peerLink`, `media:subTitle` and `media:community` have the values that Media RSS lists, and one object of a group is the default (media).
    ///
    /// Programs compare them with these words (Media RSS 1.5.1, “Optional elements”).
    Error VALUE "media-value" for XML:
        "<media:price type=\"steal\" price=\"9.90\" currency=\"Euro\"/>"
        => "<media:price type=\"rent\" price=\"9.90\" currency=\"EUR\"/>";

    /// A time within a media object is seconds, `H:MM:SS`, with a fraction if wanted, or `now` (media).
    ///
    /// RFC 2326, section 3.6.
    Error TIME "media-time" w3c "InvalidNPTTime":
        "<media:thumbnail url=\"https://example.org/1.png\" time=\"-3\"/>"
        => "<media:thumbnail url=\"https://example.org/1.png\" time=\"0:03\"/>";
}

/// `media:group`.
pub fn group(linter: &mut Linter<'_, '_>, id: Id) {
    linter.children(id, &MODULES_ALONE);
    let contents: Vec<Id> = linter.document.named(id, Ns::Media, "content").collect();
    let is_default =
        |id: &Id| linter.document.value_of(*id, "isDefault").as_deref() == Some("true");
    let defaults: Vec<Id> = contents.iter().copied().filter(is_default).collect();
    if let [first, others @ ..] = &defaults[..] {
        let first = linter.document.tag(*first);
        for other in others {
            let message = "only one `media:content` of a group may be the default";
            linter
                .about_attribute(&VALUE, *other, "isDefault", message)
                .also(first.clone(), "first one here")
                .help("write `isDefault=\"false\"`");
        }
    }
    if contents.len() < 2 && linter.document.closed(id) {
        let message = "a group must hold several representations of one thing";
        linter
            .about_alone(&ONE_IN_GROUP, id, message)
            .help("remove the `media:group` around it, or add another representation");
    }
}

/// `media:content`, with the attributes of Media RSS 1.5.1.
pub fn content(linter: &mut Linter<'_, '_>, id: Id) {
    const NUMBERS: [&str; 4] = ["bitrate", "framerate", "samplingrate", "duration"];
    const SIZES: [&str; 3] = ["fileSize", "height", "width"];
    const OTHERS: [&str; 7] =
        ["url", "type", "medium", "isDefault", "expression", "channels", "lang"];
    const WORDS: [(&str, &Rule, &[&str]); 3] = [
        ("expression", &EXPRESSION, &["sample", "full", "nonstop"]),
        ("medium", &MEDIUM, &["image", "audio", "video", "document", "executable"]),
        ("isDefault", &values::TRUE_OR_FALSE, &["true", "false"]),
    ];
    linter.attributes(id, &[&NUMBERS[..], &SIZES, &OTHERS].concat());
    absolute(linter, id, "url");
    let holder = linter.document.parent(id);
    let outer = linter.document.parent(holder);
    let player = |at: Id| linter.document.child(at, Ns::Media, "player").is_some();
    if linter.document.attribute(id, "url").is_none()
        && ![id, holder, outer].into_iter().any(player)
    {
        linter.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "url");
    }
    for name in SIZES {
        positive(linter, id, name);
    }
    if let Some((channels, spot)) = invalid(linter, id, "channels", number::is_non_negative_integer)
    {
        let message = "`channels` must be a whole number";
        spot.report(linter.log, &numbers::NON_NEGATIVE_INTEGER, message)
            .value(&channels)
            .help("write digits alone");
    }
    for name in NUMBERS {
        let is_number = |value: &str| number::decimal(value).is_some();
        if invalid(linter, id, name, is_number).is_some() {
            let message = format!("`{name}` must be a number");
            let help = "write digits, with a point if wanted";
            linter.wrong_value(&numbers::DECIMAL, id, name, message, help);
        }
    }
    for (name, rule, words) in WORDS {
        if let Some((value, spot)) = invalid(linter, id, name, |value| words.contains(&value)) {
            let message = format!("“{value}” is not a valid value of `{name}`");
            spot.report(linter.log, rule, message)
                .value(&value)
                .help(format!("write {}", shapes::listed(words)));
        }
    }
    if let Some((kind, spot)) = invalid(linter, id, "type", mime::is_media_type) {
        let rule = &values::MEDIA_TYPE_ATTRIBUTE;
        shapes::not_a_media_type(linter.log, &spot, rule, &kind, "video/mp4");
    }
    lang(linter, id);
    linter.children(id, &MODULES_ALONE);
}

/// The value of an attribute and its position, if it is not valid.
fn invalid(
    linter: &Linter<'_, '_>,
    id: Id,
    name: &str,
    is_valid: impl Fn(&str) -> bool,
) -> Option<(String, Spot)> {
    let value = linter.document.value_of(id, name)?;
    (!is_valid(&value)).then(|| (value.into(), Spot::beside(linter, id, name)))
}

fn lang(linter: &mut Linter<'_, '_>, id: Id) {
    if let Some((tag, spot)) = invalid(linter, id, "lang", language::is_language) {
        shapes::not_a_language(linter.log, &spot, &tag);
    }
}

fn positive(linter: &mut Linter<'_, '_>, id: Id, name: &str) {
    if let Some((value, spot)) = invalid(linter, id, name, number::is_positive_integer) {
        let message = format!("`{name}` must be a whole number of one or more");
        spot.report(linter.log, &numbers::POSITIVE_INTEGER, message)
            .value(&value)
            .help("write digits alone");
    }
}

/// Reports an attribute that is not an absolute URL.
fn absolute(linter: &mut Linter<'_, '_>, id: Id, name: &str) {
    if let Some(url) = linter.document.value_of(id, name)
        && !shapes::is_fine(&url)
    {
        let spot = Spot::beside(linter, id, name);
        shapes::absolute(linter.log, &spot, &url);
    }
}

/// `media:keywords`.
pub fn plain(linter: &mut Linter<'_, '_>, id: Id) {
    shapes::check(linter, id, Shape::TextOrNothing);
}

/// `media:thumbnail`.
pub fn thumbnail(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &["url", "width", "height", "time"]);
    linter.no_text(id);
    url_needed(linter, id);
    positive(linter, id, "height");
    positive(linter, id, "width");
    time(linter, id, "time");
}

fn url_needed(linter: &mut Linter<'_, '_>, id: Id) {
    if linter.document.value_of(id, "url").is_none() {
        linter.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "url");
    }
    absolute(linter, id, "url");
}

/// `media:player`.
pub fn player(linter: &mut Linter<'_, '_>, id: Id) {
    linter.attributes(id, &["url", "width", "height"]);
    url_needed(linter, id);
    positive(linter, id, "height");
    positive(linter, id, "width");
}

/// `media:category`.
pub fn category(linter: &mut Linter<'_, '_>, id: Id) {
    plain(linter, id);
    absolute(linter, id, "scheme");
    if let Some(label) = linter.document.value_of(id, "label") {
        let spot = Spot::beside(linter, id, "label");
        shapes::no_html(linter.log, &spot, "label", &label);
    }
}

/// `media:hash`.
pub fn hash(linter: &mut Linter<'_, '_>, id: Id) {
    let text = linter.text(id);
    let length = match linter.document.value_of(id, "algo").as_deref() {
        None | Some("md5") => 32,
        Some("sha-1") => 40,
        Some(_) => 0,
    };
    if text.len() != length || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        let message = "this is not a hash of that algorithm";
        let help = "write hexadecimal digits, 32 for `md5`, 40 for `sha-1`";
        linter.wrong_text(&HASH, id, message, help);
    }
}
