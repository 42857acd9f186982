//! The first and the last day in a text such as `3-5 June 2026` or `2026-06-03/05`.

use chrono::{Datelike, NaiveDate};

use super::parse;

/// What separates the two days, the clearest first.
const SEPARATORS: [&str; 7] = [" to ", " until ", "..", "\u{2013}", "\u{2014}", "/", "-"];

/// The first and the last day that a text names, if it names two. What both share may be written once.
/// The last may be before the first.
pub fn range(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let text = text.trim();
    if text.len() > 100 {
        return None;
    }
    let mut backwards = None;
    let forwards = SEPARATORS.iter().find_map(|separator| {
        let mut places = text.match_indices(separator);
        places.find_map(|(at, _)| {
            let (first, last) = days(text[..at].trim(), text[at + separator.len()..].trim())?;
            if first > last {
                backwards.get_or_insert((first, last));
            }
            (first <= last).then_some((first, last))
        })
    });
    forwards.or(backwards)
}

fn days(first: &str, last: &str) -> Option<(NaiveDate, NaiveDate)> {
    let day = |text: &str| {
        let written = parse(text).ok()?;
        (written.time.is_none() && written.zone.is_none()).then_some(written.day)
    };
    // `2026-06-03/05`, `June 3-5, 2026`: the second day lacks what is before the first one's number.
    let before = first.trim_end_matches(|c: char| c.is_ascii_digit());
    let end = day(last)
        .or_else(|| day(&format!("{before}{last}")))
        // `2026-06-30/07-02`
        .or_else(|| day(&format!("{}{last}", first.get(..5)?)))?;
    // `3-5 June 2026`: the first day lacks what is after the second one's number.
    let after = last.trim_start_matches(|c: char| c.is_ascii_digit());
    let start = day(first)
        .or_else(|| day(&format!("{first}{after}")))
        // `30 May - 2 June 2026`
        .or_else(|| day(&format!("{first} {}", end.year())))?;
    Some((start, end))
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn forms_of_two_days() {
        for (text, wanted) in [
            ("3-5 June 2026", "2026-06-03 2026-06-05"),
            ("3\u{2013}5 June 2026", "2026-06-03 2026-06-05"),
            ("3. - 5. June 2026", "2026-06-03 2026-06-05"),
            ("June 3-5, 2026", "2026-06-03 2026-06-05"),
            ("June 3rd to 5th, 2026", "2026-06-03 2026-06-05"),
            ("30 May - 2 June 2026", "2026-05-30 2026-06-02"),
            ("May 30 \u{2013} June 2, 2026", "2026-05-30 2026-06-02"),
            ("30 December 2025 to 2 January 2026", "2025-12-30 2026-01-02"),
            ("2026-06-03/2026-06-05", "2026-06-03 2026-06-05"),
            ("2026-06-03/05", "2026-06-03 2026-06-05"),
            ("2026-06-30/07-02", "2026-06-30 2026-07-02"),
            ("2026-06-03 to 2026-06-05", "2026-06-03 2026-06-05"),
            ("2026-06-03 - 2026-06-05", "2026-06-03 2026-06-05"),
            ("2026-06-03..2026-06-05", "2026-06-03 2026-06-05"),
            ("2026-06-03", ""),
            ("3-5 June", ""),
            ("3 June 2026", ""),
            ("03-05-2026", ""),
            ("5-3 June 2026", "2026-06-05 2026-06-03"),
            ("2026-06-05/03", "2026-06-05 2026-06-03"),
            ("30 December - 2 January 2026", "2026-12-30 2026-01-02"),
            ("2026", ""),
            ("é-é", ""),
            ("", ""),
        ] {
            let found = range(text).map_or_else(String::new, |(a, b)| format!("{a} {b}"));
            assert_eq!(found, wanted, "{text}");
        }
    }
}
