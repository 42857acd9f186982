//! German.

use super::{Wording, day_month_year};

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// German wording.
pub static WORDING: Wording = Wording {
    code: "de",
    recap: "{} im Rückblick",
    with: "Mit {}.",
    also: "Außerdem im Rückblick: {}",
    read: "Der ganze Rückblick: {}",
    photo: "Foto: {}",
    colon: ": ",
    // Guillemets pointing inwards: a closing “ at the end of a post looks as if something followed.
    quotes: ("»", "«"),
    inner_quotes: ("›", "‹"),
    comma: ", ",
    and: |_| " und ",
    more: |count| {
        if count == 1 {
            " und 1 weiterer Beitrag".to_owned()
        } else {
            format!(" und {count} weitere")
        }
    },
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| day_month_year((start, end), year, &MONTHS, (".", " ", " ")),
};
