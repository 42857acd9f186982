//! Ratings of media objects.

use super::{ADULT, RATING, absolute};
use crate::linter::Linter;
use crate::log::short;
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
    let one_of = |words: &str| words.split(' ').any(|word| word == text);
    let fine = match scheme.as_deref() {
        None | Some("urn:simple") => one_of("adult nonadult"),
        Some("urn:mpaa") => one_of("g nc-17 pg pg-13 r x nr"),
        Some("urn:v-chip") => {
            one_of("14+ 18+ c c8 g pg tv-14 tv-g tv-ma tv-pg tv-y tv-y7 tv-y7-fv")
        }
        Some("urn:icra") => icra(&text),
        Some(_) => {
            absolute(linter, id, "scheme");
            true
        }
    };
    if !fine {
        let message = format!("“{}” is not a rating of this scheme", short(&text, 40));
        let help = "write `adult` or `nonadult`, or a rating of the scheme";
        linter.wrong_text(&RATING, id, message, help);
    }
}

/// An ICRA label: `r (` pairs of two letters and a number `)`.
fn icra(text: &str) -> bool {
    const CODES: &str = "cz ca cb cc cd ce cf cg ch lz la lb lc nz na nb nc nd ne nf ng nh ni nr \
        ns nt oz oa ob oc od oe vz va vb vc vd ve vf";
    let Some(inside) = text.strip_prefix("r (").and_then(|rest| rest.strip_suffix(')')) else {
        return false;
    };
    let is_code = |name: &str| CODES.split(' ').any(|code| code == name);
    let words: Vec<&str> = inside.split_whitespace().collect();
    let is_pair = |pair: &[&str]| matches!(pair, [code, "0" | "1"] if is_code(code));
    !words.is_empty() && words.chunks(2).all(is_pair)
}
