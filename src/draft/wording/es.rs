//! Spanish.

use super::{Wording, day_month_year};

const MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// Spanish wording.
pub static WORDING: Wording = Wording {
    code: "es",
    recap: "{}: así fue",
    with: "Con {}.",
    also: "También en la crónica: {}",
    read: "La crónica completa: {}",
    photo: "Foto: {}",
    colon: ": ",
    quotes: ("“", "”"),
    inner_quotes: ("‘", "’"),
    comma: ", ",
    and,
    more: |count| format!(" y {count} más"),
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| day_month_year((start, end), year, &MONTHS, ("", " de ", " de ")),
};

/// "y" becomes "e" before the sound of i.
fn and(next: &str) -> &'static str {
    let next = next.to_lowercase();
    let diphthong = ["hia", "hie", "hio", "ia", "ie", "io"]
        .iter()
        .any(|start| next.starts_with(start));
    if (next.starts_with('i') || next.starts_with("hi") || next.starts_with('í')) && !diphthong {
        " e "
    } else {
        " y "
    }
}
