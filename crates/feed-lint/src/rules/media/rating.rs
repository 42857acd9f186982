//! Ratings of media objects.

use super::{ADULT, RATING};
use crate::linter::Linter;
use crate::log::short;
use crate::shapes::{self, Spot};
use crate::xml::Id;

/// `media:adult`.
pub fn adult(linter: &mut Linter<'_, '_>, id: Id) {
    linter
        .about(&ADULT, id, "`media:adult` was replaced by `media:rating`")
        .help("write `<media:rating scheme=\"urn:simple\">adult</media:rating>`");
}

/// `media:rating`.
pub fn rating(linter: &mut Linter<'_, '_>, id: Id) {
    let text = linter.text(id);
    let scheme = linter.document.value_of(id, "scheme");
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
            let spot = Spot::beside(linter, id, "scheme");
            shapes::absolute(linter.log, &spot, &other);
            true
        }
    };
    if !fine {
        let message = format!("“{}” is not a rating of this scheme", short(&text, 40));
        linter
            .about_text(&RATING, id, message)
            .value(&text)
            .help("write `adult` or `nonadult`, or a rating of the scheme");
    }
}

/// An ICRA label: `r (` pairs of two letters and a number `)`.
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
