//! Portuguese, in words that both Brazil and Portugal use.

use super::{Wording, day_month_year};

const MONTHS: [&str; 12] = [
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
];

/// Portuguese wording.
pub static WORDING: Wording = Wording {
    code: "pt",
    recap: "{}: como foi",
    with: "Com {}.",
    also: "Também no resumo: {}",
    read: "O resumo completo: {}",
    photo: "Foto: {}",
    colon: ": ",
    quotes: ("“", "”"),
    inner_quotes: ("‘", "’"),
    comma: ", ",
    and: |_| " e ",
    more: |count| format!(" e mais {count}"),
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| day_month_year((start, end), year, &MONTHS, ("", " de ", " de ")),
};
