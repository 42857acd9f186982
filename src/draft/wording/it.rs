//! Italian.

use super::{Wording, day_month_year};

const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// Italian wording.
pub static WORDING: Wording = Wording {
    code: "it",
    recap: "{}: com’è andata",
    with: "Con {}.",
    also: "Nel resoconto anche: {}",
    read: "Il resoconto completo: {}",
    photo: "Foto: {}",
    colon: ": ",
    quotes: ("“", "”"),
    inner_quotes: ("‘", "’"),
    comma: ", ",
    and: |next| {
        if next.starts_with(['e', 'E', 'é', 'É', 'è', 'È']) {
            " ed "
        } else {
            " e "
        }
    },
    more: |count| {
        if count == 1 {
            " e un altro".to_owned()
        } else {
            format!(" e altri {count}")
        }
    },
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| day_month_year((start, end), year, &MONTHS, ("", " ", " ")),
};
