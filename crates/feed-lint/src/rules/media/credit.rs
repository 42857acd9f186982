//! Credits, copyright and restrictions of media objects.

use super::{
    COUNTRY, CREDIT_ROLE, RESTRICTION, RESTRICTION_RELATION, RESTRICTION_TYPE, absolute, plain,
};
use crate::linter::Linter;
use crate::rules::structure;
use crate::shapes::Spot;
use crate::values::language;
use crate::xml::Id;

/// Roles of the European Broadcasting Union: those that Media RSS names, and others of its list.
const ROLES: &str = "actor anchor author choreographer composer conductor director editor graphic_designer grip \
    illustrator lyricist music_group music_arranger musician orchestra performer photographer \
    producer reporter vocalist writer artist presenter narrator publisher speaker host guest \
    cinematographer translator interviewee interviewer singer sound_engineer distributor";

/// `media:credit`.
pub fn credit(linter: &mut Linter<'_, '_>, id: Id) {
    let scheme = linter.document.value_of(id, "scheme");
    if let Some(role) = linter.document.value_of(id, "role") {
        let is_listed = (ROLES.split_whitespace()).any(|known| known.replace('_', " ") == role);
        let is_of_ebu = matches!(scheme.as_deref(), None | Some("urn:ebu"));
        let has_capitals = role.bytes().any(|byte| byte.is_ascii_uppercase());
        if is_of_ebu && !is_listed || has_capitals {
            let message = format!("“{role}” is not a role of this scheme");
            let help = "write a role in lower case, like `actor` or `producer`";
            linter.wrong_value(&CREDIT_ROLE, id, "role", message, help);
        }
    }
    if scheme.as_deref() != Some("urn:ebu") {
        absolute(linter, id, "scheme");
    }
    plain(linter, id);
}

/// `media:copyright`.
pub fn copyright(linter: &mut Linter<'_, '_>, id: Id) {
    plain(linter, id);
    absolute(linter, id, "url");
}

/// `media:restriction`.
pub fn restriction(linter: &mut Linter<'_, '_>, id: Id) {
    match linter.document.value_of(id, "relationship").as_deref() {
        None => linter.missing_attribute(&structure::MISSING_ATTRIBUTE, id, "relationship"),
        Some("allow" | "deny") => {}
        Some(_) => {
            let message = "the relationship must be `allow` or `deny`";
            let help = "write `allow` or `deny`";
            linter.wrong_value(&RESTRICTION_RELATION, id, "relationship", message, help);
        }
    }
    let text = linter.text(id);
    match linter.document.value_of(id, "type").as_deref() {
        None => {
            if !matches!(&*text, "" | "all" | "none") {
                let message = "without a type this must be `all` or `none`";
                let help = "add `type=\"country\"`, or write `all` or `none`";
                linter.wrong_text(&RESTRICTION, id, message, help);
            }
        }
        Some("country") => {
            for code in text.split_whitespace() {
                if !language::is_country(code) && !matches!(code, "all" | "none") {
                    let spot = Spot { element: "country".to_owned(), ..Spot::text(linter, id) };
                    let message = format!("{code} is not the code of a country");
                    spot.report(linter.log, &COUNTRY, message)
                        .value(code)
                        .help("write codes of ISO 3166, like `ch de`");
                }
            }
        }
        Some("uri" | "sharing") => {}
        Some(_) => {
            let message = "the type must be `country`, `uri` or `sharing`";
            let help = "write `country`, `uri` or `sharing`";
            linter.wrong_value(&RESTRICTION_TYPE, id, "type", message, help);
        }
    }
}
