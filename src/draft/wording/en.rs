//! English.

use super::{Wording, day_month_year};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// English wording.
pub static WORDING: Wording = Wording {
    code: "en",
    recap: "Notes from {}",
    with: "With {}.",
    also: "Also in the recap: {}",
    read: "Full recap: {}",
    photo: "Photo: {}",
    colon: ": ",
    quotes: ("“", "”"),
    inner_quotes: ("‘", "’"),
    comma: ", ",
    and: |_| " and ",
    more: |count| format!(" and {count} more"),
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| day_month_year((start, end), year, &MONTHS, ("", " ", " ")),
};
