//! French: a no-break space before the colon and inside guillemets.

use chrono::Datelike;

use super::{Wording, day_month_year};

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// French wording.
pub static WORDING: Wording = Wording {
    code: "fr",
    recap: "Retour sur {}",
    with: "Avec {}.",
    also: "Aussi dans le compte rendu\u{a0}: {}",
    read: "Le compte rendu complet\u{a0}: {}",
    photo: "Photo\u{a0}: {}",
    colon: "\u{a0}: ",
    quotes: ("«\u{a0}", "\u{a0}»"),
    inner_quotes: ("“", "”"),
    comma: ", ",
    and: |_| " et ",
    more: |count| {
        if count == 1 {
            " et 1 autre".to_owned()
        } else {
            format!(" et {count} autres")
        }
    },
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| {
        let days = day_month_year((start, end), year, &MONTHS, ("", " ", " "));
        // The first of a month alone is an ordinal.
        if start == end && start.day() == 1 {
            days.replacen("1 ", "1er ", 1)
        } else {
            days
        }
    },
};
