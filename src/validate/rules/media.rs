//! Media RSS 1.5.

use crate::validate::grammar::media::HOLDER;
use crate::validate::judge::Judge;
use crate::validate::shapes::{self, Spot};
use crate::validate::values::{language, mime, number};
use crate::validate::xml::{Id, Ns};

use super::{numbers, structure, values};

rules! {
    for XML;
    Error ONE_IN_GROUP "media-group-of-one" w3c "MediaGroupWithoutAlternatives" {
        what: "A group of media holds several representations of one thing (media).",
        why: "A single `media:content` needs no group (Media RSS, “<media:group>”).",
        example: "<media:group><media:content url=\"https://example.org/1.mp4\"/></media:group>",
        instead: "<media:content url=\"https://example.org/1.mp4\"/>",
    }
    Error EXPRESSION "media-expression" w3c "InvalidMediaExpression" {
        what: "The expression of a media object is `sample`, `full` or `nonstop` (media).",
        why: "It says whether the whole thing is there (Media RSS, “<media:content>”).",
        example: "<media:content expression=\"part\" …/>",
        instead: "<media:content expression=\"sample\" …/>",
    }
    Error MEDIUM "media-medium" w3c "InvalidMediaMedium" {
        what: "The medium of a media object is `image`, `audio`, `video`, `document` or `executable` (media).",
        why: "Readers choose by it how to show it (Media RSS, “<media:content>”).",
        example: "<media:content medium=\"photo\" …/>",
        instead: "<media:content medium=\"image\" …/>",
    }
    Warning ADULT "media-adult" w3c "DeprecatedMediaAdult" {
        what: "Adult content is marked with `media:rating` (media).",
        why: "`media:adult` was replaced (Media RSS, “<media:rating>”).",
        example: "<media:adult>true</media:adult>",
        instead: "<media:rating scheme=\"urn:simple\">adult</media:rating>",
    }
    Error RATING "media-rating" w3c "InvalidMediaRating" {
        what: "A rating is one of its scheme: `adult` or `nonadult`, one of the MPAA's or the V-chip's, a label of ICRA (media).",
        why: "Filters compare it with these words (Media RSS, “<media:rating>”).",
        example: "<media:rating>x</media:rating>",
        instead: "<media:rating>nonadult</media:rating>",
    }
    Error TEXT_TYPE "media-text-type" w3c "InvalidMediaTextType" {
        what: "The type of a title, description or text is `plain` or `html` (media).",
        why: "There are no other types (Media RSS, “<media:title>”).",
        example: "<media:title type=\"text/html\">A film</media:title>",
        instead: "<media:title type=\"html\">A film</media:title>",
    }
    Error HASH "media-hash" w3c "InvalidMediaHash" {
        what: "A hash has as many hexadecimal digits as its algorithm gives: 32 for MD5, which is meant without `algo`, 40 for SHA-1 (media).",
        why: "Nobody can compare it otherwise (Media RSS, “<media:hash>”).",
        example: "<media:hash>61bebddaf54311c6c2421ad4368f51ec9eddec3c</media:hash>",
        instead: "<media:hash algo=\"sha-1\">61bebddaf54311c6c2421ad4368f51ec9eddec3c</media:hash>",
    }
    Error CREDIT_ROLE "media-credit-role" w3c "InvalidCreditRole" {
        what: "The role in a credit is in lower case, and one of the European Broadcasting Union's unless a scheme is given (media).",
        why: "Roles are compared as they are written (Media RSS, “<media:credit>”).",
        example: "<media:credit role=\"Diva\">Ada</media:credit>",
        instead: "<media:credit role=\"actor\">Ada</media:credit>",
    }
    Error RESTRICTION "media-restriction" w3c "InvalidMediaRestriction" {
        what: "A restriction without a type is `all` or `none` (media).",
        why: "A list means nothing without saying what it lists (Media RSS, “<media:restriction>”).",
        example: "<media:restriction relationship=\"allow\">au us</media:restriction>",
        instead: "<media:restriction relationship=\"allow\" type=\"country\">au us</media:restriction>",
    }
    Error RESTRICTION_RELATION "media-restriction-relationship" w3c "InvalidMediaRestrictionRel" {
        what: "The relationship of a restriction is `allow` or `deny` (media).",
        why: "Media RSS, “<media:restriction>”.",
        example: "<media:restriction relationship=\"only\" type=\"country\">au</media:restriction>",
        instead: "<media:restriction relationship=\"allow\" type=\"country\">au</media:restriction>",
    }
    Error RESTRICTION_TYPE "media-restriction-type" w3c "InvalidMediaRestrictionType" {
        what: "The type of a restriction is `country`, `uri` or `sharing` (media).",
        why: "Media RSS, “<media:restriction>”.",
        example: "<media:restriction relationship=\"allow\" type=\"region\">eu</media:restriction>",
        instead: "<media:restriction relationship=\"allow\" type=\"country\">de fr</media:restriction>",
    }
    Error COUNTRY "media-country" w3c "InvalidCountryCode" {
        what: "Countries in a restriction are codes of ISO 3166 (media).",
        why: "Media RSS, “<media:restriction>”.",
        example: "<media:restriction relationship=\"allow\" type=\"country\">XX</media:restriction>",
        instead: "<media:restriction relationship=\"allow\" type=\"country\">ch</media:restriction>",
    }
    Error TIME "media-time" w3c "InvalidNPTTime" {
        what: "A time within a media object is seconds, `H:MM:SS`, with a fraction if wanted, or `now` (media).",
        why: "RFC 2326, section 3.6.",
        example: "<media:thumbnail url=\"https://example.org/1.png\" time=\"-3\"/>",
        instead: "<media:thumbnail url=\"https://example.org/1.png\" time=\"0:03\"/>",
    }
}

/// Roles of the European Broadcasting Union that Media RSS names, and others of that list.
const ROLES: &str = "actor anchor author choreographer composer conductor director editor graphic_designer grip illustrator lyricist music_group music_arranger musician orchestra performer photographer producer reporter vocalist writer artist presenter narrator publisher speaker host guest cinematographer translator interviewee interviewer singer sound_engineer distributor";

/// `media:group`.
pub fn group(j: &mut Judge<'_, '_>, id: Id) {
    j.children(id, &HOLDER);
    let contents = j
        .document
        .elements(id)
        .filter(|child| j.document.is(*child, Ns::Media, "content"))
        .count();
    if contents < 2 && j.document.closed(id) {
        let (range, label) = (j.document.tag(id), j.label(id));
        j.log
            .say(
                &ONE_IN_GROUP,
                range,
                "a group holds several representations of one thing",
            )
            .element(label)
            .help("leave `media:group` out");
    }
}

/// `media:content`.
pub fn content(j: &mut Judge<'_, '_>, id: Id) {
    if let Some(url) = j.document.value_of(id, "url") {
        let spot = Spot::beside(j, id, "url");
        shapes::absolute(j.log, &spot, &url);
    }
    for name in ["fileSize", "height", "width"] {
        positive(j, id, name);
    }
    if let Some(channels) = j.document.value_of(id, "channels")
        && !number::is_non_negative_integer(&channels)
    {
        Spot::beside(j, id, "channels")
            .say(
                j.log,
                &numbers::NON_NEGATIVE_INTEGER,
                "`channels` is a whole number",
            )
            .value(&channels)
            .help("write digits alone");
    }
    for name in ["bitrate", "framerate", "samplingrate", "duration"] {
        if let Some(value) = j.document.value_of(id, name)
            && number::decimal(&value).is_none()
        {
            Spot::attribute(j, id, name)
                .say(j.log, &numbers::DECIMAL, format!("`{name}` is a number"))
                .value(&value)
                .help("write digits, with a point if wanted");
        }
    }
    one_of(
        j,
        id,
        "expression",
        &EXPRESSION,
        &["sample", "full", "nonstop"],
    );
    one_of(
        j,
        id,
        "medium",
        &MEDIUM,
        &["image", "audio", "video", "document", "executable"],
    );
    one_of(
        j,
        id,
        "isDefault",
        &values::TRUE_OR_FALSE,
        &["true", "false"],
    );
    if let Some(kind) = j.document.value_of(id, "type")
        && !mime::is_media_type(&kind)
    {
        Spot::beside(j, id, "type")
            .say(
                j.log,
                &values::MEDIA_TYPE_ATTRIBUTE,
                "this is no media type",
            )
            .value(&kind)
            .help("write a type like `video/mp4`");
    }
    lang(j, id);
    j.children(id, &HOLDER);
}

fn lang(j: &mut Judge<'_, '_>, id: Id) {
    if let Some(tag) = j.document.value_of(id, "lang")
        && !language::is_language(&tag)
    {
        let spot = Spot::beside(j, id, "lang");
        shapes::not_a_language(j.log, &spot, &tag);
    }
}

fn positive(j: &mut Judge<'_, '_>, id: Id, name: &str) {
    if let Some(value) = j.document.value_of(id, name)
        && !number::is_positive_integer(&value)
    {
        Spot::beside(j, id, name)
            .say(
                j.log,
                &numbers::POSITIVE_INTEGER,
                format!("`{name}` is a whole number of one or more"),
            )
            .value(&value)
            .help("write digits alone");
    }
}

fn one_of(
    j: &mut Judge<'_, '_>,
    id: Id,
    name: &str,
    rule: &'static crate::report::Rule,
    words: &[&str],
) {
    if let Some(value) = j.document.value_of(id, name)
        && !words.contains(&&*value)
    {
        Spot::beside(j, id, name)
            .say(j.log, rule, format!("“{value}” is no value of `{name}`"))
            .value(&value)
            .help(format!("write one of {}", shapes::listed(words)));
    }
}

/// `media:adult`.
pub fn adult(j: &mut Judge<'_, '_>, id: Id) {
    j.about(&ADULT, id, "`media:adult` was replaced by `media:rating`")
        .help("write `<media:rating scheme=\"urn:simple\">adult</media:rating>`");
}

/// `media:rating`.
pub fn rating(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    let scheme = j.document.value_of(id, "scheme");
    let fine = match scheme.as_deref() {
        None | Some("urn:simple") => matches!(&*text, "adult" | "nonadult"),
        Some("urn:mpaa") => matches!(&*text, "g" | "nc-17" | "pg" | "pg-13" | "r" | "x" | "nr"),
        Some("urn:v-chip") => matches!(
            &*text,
            "14+"
                | "18+"
                | "c"
                | "c8"
                | "g"
                | "pg"
                | "tv-14"
                | "tv-g"
                | "tv-ma"
                | "tv-pg"
                | "tv-y"
                | "tv-y7"
                | "tv-y7-fv"
        ),
        Some("urn:icra") => icra(&text),
        Some(other) => {
            let other = other.to_owned();
            let spot = Spot::beside(j, id, "scheme");
            shapes::absolute(j.log, &spot, &other);
            true
        }
    };
    if !fine {
        j.about_text(
            &RATING,
            id,
            format!(
                "“{}” is no rating of this scheme",
                crate::validate::log::short(&text, 40)
            ),
        )
        .value(&text)
        .help("write `adult` or `nonadult`, or a rating of the scheme");
    }
}

/// A label of ICRA: `r (` pairs of two letters and a number `)`.
fn icra(text: &str) -> bool {
    const CODES: [&str; 39] = [
        "cz", "ca", "cb", "cc", "cd", "ce", "cf", "cg", "ch", "lz", "la", "lb", "lc", "nz", "na",
        "nb", "nc", "nd", "ne", "nf", "ng", "nh", "ni", "nr", "ns", "nt", "oz", "oa", "ob", "oc",
        "od", "oe", "vz", "va", "vb", "vc", "vd", "ve", "vf",
    ];
    let Some(inside) = text
        .strip_prefix("r (")
        .and_then(|rest| rest.strip_suffix(')'))
    else {
        return false;
    };
    let words: Vec<&str> = inside.split_whitespace().collect();
    !words.is_empty() && words.chunks(2).all(|pair| matches!(pair, [code, value] if CODES.contains(code) && matches!(*value, "0" | "1")))
}

/// `media:title` and `media:description`.
pub fn text_construct(j: &mut Judge<'_, '_>, id: Id) {
    let kind = j.document.value_of(id, "type");
    match kind.as_deref() {
        None | Some("plain") => undeclared(j, id),
        Some("html") => shapes::html_text(j, id),
        Some(other) => {
            let other = other.to_owned();
            j.about_attribute(&TEXT_TYPE, id, "type", "the type is `plain` or `html`")
                .value(&other)
                .help("write `html` if there are tags in the text, else `plain`");
        }
    }
}

fn undeclared(j: &mut Judge<'_, '_>, id: Id) {
    let help = "add `type=\"html\"`, or remove the tags and entities";
    shapes::no_undeclared_html(j, id, help);
}

/// `media:text`.
pub fn text(j: &mut Judge<'_, '_>, id: Id) {
    text_construct(j, id);
    lang(j, id);
    for name in ["start", "end"] {
        time(j, id, name);
    }
}

fn time(j: &mut Judge<'_, '_>, id: Id, name: &str) {
    let Some(value) = j.document.value_of(id, name) else {
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
        j.about_attribute(&TIME, id, name, "this is no time within a media object")
            .value(&value)
            .help("write seconds like `22.9`, or `0:00:22`");
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

/// `media:keywords`.
pub fn plain(j: &mut Judge<'_, '_>, id: Id) {
    shapes::judge(j, id, crate::validate::grammar::Shape::TextOrNothing);
}

/// `media:thumbnail`.
pub fn thumbnail(j: &mut Judge<'_, '_>, id: Id) {
    address_needed(j, id);
    positive(j, id, "height");
    positive(j, id, "width");
    time(j, id, "time");
}

fn address_needed(j: &mut Judge<'_, '_>, id: Id) {
    match j.document.value_of(id, "url") {
        None => j.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "url"),
        Some(url) => {
            let spot = Spot::beside(j, id, "url");
            shapes::absolute(j.log, &spot, &url);
        }
    }
}

/// `media:player`.
pub fn player(j: &mut Judge<'_, '_>, id: Id) {
    address_needed(j, id);
    positive(j, id, "height");
    positive(j, id, "width");
}

/// `media:category`.
pub fn category(j: &mut Judge<'_, '_>, id: Id) {
    plain(j, id);
    scheme(j, id);
    if let Some(label) = j.document.value_of(id, "label") {
        let spot = Spot::beside(j, id, "label");
        shapes::no_html(j.log, &spot, "label", &label);
    }
}

fn scheme(j: &mut Judge<'_, '_>, id: Id) {
    if let Some(scheme) = j.document.value_of(id, "scheme") {
        let spot = Spot::beside(j, id, "scheme");
        shapes::absolute(j.log, &spot, &scheme);
    }
}

/// `media:hash`.
pub fn hash(j: &mut Judge<'_, '_>, id: Id) {
    let text = j.text(id);
    let length = match j.document.value_of(id, "algo").as_deref() {
        None | Some("md5") => 32,
        Some("sha-1") => 40,
        Some(_) => 0,
    };
    if text.len() != length || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        j.about_text(&HASH, id, "this is no hash of that algorithm")
            .value(&text)
            .help("write hexadecimal digits, 32 for `md5`, 40 for `sha-1`");
    }
}

/// `media:credit`.
pub fn credit(j: &mut Judge<'_, '_>, id: Id) {
    let scheme_value = j.document.value_of(id, "scheme");
    if let Some(role) = j.document.value_of(id, "role") {
        let listed = ROLES
            .split_whitespace()
            .any(|known| known.replace('_', " ") == role);
        let ebu = scheme_value
            .as_deref()
            .is_none_or(|scheme| scheme == "urn:ebu");
        let lower = !role.bytes().any(|byte| byte.is_ascii_uppercase());
        if (ebu && !listed) || !lower {
            let shown = role.clone();
            j.about(
                &CREDIT_ROLE,
                id,
                format!("“{shown}” is no role of this scheme"),
            )
            .attr("role")
            .value(&role)
            .help("write a role in lower case, like `actor` or `producer`");
        }
    }
    if scheme_value.as_deref() != Some("urn:ebu") {
        scheme(j, id);
    }
    plain(j, id);
}

/// `media:copyright`.
pub fn copyright(j: &mut Judge<'_, '_>, id: Id) {
    plain(j, id);
    if let Some(url) = j.document.value_of(id, "url") {
        let spot = Spot::beside(j, id, "url");
        shapes::absolute(j.log, &spot, &url);
    }
}

/// `media:restriction`.
pub fn restriction(j: &mut Judge<'_, '_>, id: Id) {
    match j.document.value_of(id, "relationship").as_deref() {
        None => j.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "relationship"),
        Some("allow" | "deny") => {}
        Some(other) => {
            let other = other.to_owned();
            j.about(
                &RESTRICTION_RELATION,
                id,
                "the relationship is `allow` or `deny`",
            )
            .attr("relationship")
            .value(&other)
            .help("write `allow` or `deny`");
        }
    }
    let text = j.text(id);
    match j.document.value_of(id, "type").as_deref() {
        None => {
            if !matches!(&*text, "" | "all" | "none") {
                j.about_text(&RESTRICTION, id, "without a type this is `all` or `none`")
                    .value(&text)
                    .help("add `type=\"country\"`, or write `all` or `none`");
            }
        }
        Some("country") => {
            for code in text.split_whitespace() {
                if !language::is_country(code) && !matches!(code, "all" | "none") {
                    let mut spot = Spot::text(j, id);
                    "country".clone_into(&mut spot.element);
                    spot.say(j.log, &COUNTRY, format!("{code} is no code of a country"))
                        .value(code)
                        .help("write codes of ISO 3166, like `ch de`");
                }
            }
        }
        Some("uri" | "sharing") => {}
        Some(other) => {
            let other = other.to_owned();
            j.about(
                &RESTRICTION_TYPE,
                id,
                "the type is `country`, `uri` or `sharing`",
            )
            .attr("type")
            .value(&other)
            .help("write `country`, `uri` or `sharing`");
        }
    }
}
