//! Days that a text tells from the day of its writing: "yesterday", "last Saturday", "heute".

use chrono::{Datelike, Days as Count, NaiveDate};

use crate::language::Folded;

/// The day that a sentence tells, written on `published`.
pub fn day(sentence: &str, published: NaiveDate) -> Option<NaiveDate> {
    let folded = Folded::of(sentence);
    if SEVERAL.iter().any(|word| folded.has(word)) {
        return None;
    }
    if YESTERDAY.iter().any(|word| folded.has(word)) {
        return published.checked_sub_days(Count::new(1));
    }
    if TODAY.iter().any(|word| folded.has(word)) {
        return Some(published);
    }
    let day = (0..7_u32).find(|day| {
        WEEKDAYS
            .get(*day as usize)
            .into_iter()
            .copied()
            .flatten()
            .any(|name| last(&folded, name))
    })?;
    let back = (published.weekday().num_days_from_monday() + 7 - day) % 7;
    let back = if back == 0 { 7 } else { back };
    published.checked_sub_days(Count::new(u64::from(back)))
}

/// Whether a text says "last" beside a weekday.
fn last(folded: &str, weekday: &str) -> bool {
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    words.windows(2).any(|pair| {
        let said = |word: &str| LAST.contains(&word) && pair.contains(&weekday);
        pair.iter().any(|word| said(word))
    })
}

/// Of an event of several days the text tells one.
#[rustfmt::skip]
const SEVERAL: &[&str] = &[
    "last day", "first day", "second day", "día", "dia", "dernier jour", "premier jour", "letzte tag", "erste tag", "ultimo giorno",
];
#[rustfmt::skip]
const YESTERDAY: &[&str] = &[
    "yesterday", "yesterday's", "yesterdays", "last night", "ayer", "anoche", "hier soir", "gestern", "ontem", "ieri", "ieri sera", "昨日", "昨夜", "어제", "昨天",
];
#[rustfmt::skip]
const TODAY: &[&str] = &[
    "today", "tonight", "this evening", "hoy", "aujourd'hui", "ce soir", "heute", "hoje", "oggi", "stasera", "本日", "今日は", "오늘", "今天",
];
#[rustfmt::skip]
const LAST: &[&str] = &[
    "last", "past", "this", "pasado", "último", "dernier", "letzten", "letzter", "vergangenen", "passado", "scorso", "diesen",
];
#[rustfmt::skip]
const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "lunes", "lundi", "montag", "segunda", "lunedì"],
    &["tuesday", "martes", "mardi", "dienstag", "terça", "martedì"],
    &["wednesday", "miércoles", "mercredi", "mittwoch", "quarta", "mercoledì"],
    &["thursday", "jueves", "jeudi", "donnerstag", "quinta", "giovedì"],
    &["friday", "viernes", "vendredi", "freitag", "sexta", "venerdì"],
    &["saturday", "sábado", "samedi", "samstag", "sonnabend", "sabato"],
    &["sunday", "domingo", "dimanche", "sonntag", "domenica"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_back_from_the_day_of_writing() {
        let monday = NaiveDate::from_ymd_opt(2019, 11, 18);
        for (said, told) in [
            ("Yesterday forty people came.", "2019-11-17"),
            ("Last Saturday we met in Leeds.", "2019-11-16"),
            ("Am vergangenen Samstag fand er statt.", "2019-11-16"),
            ("Samedi dernier j'ai participé à MapCamp.", "2019-11-16"),
            ("本日は勉強会に参加してきました。", "2019-11-18"),
            ("Last Monday it rained.", "2019-11-11"),
        ] {
            let day = monday.and_then(|monday| day(said, monday));
            assert_eq!(
                day.map(|day| day.to_string()).as_deref(),
                Some(told),
                "{said}"
            );
        }
        assert_eq!(
            monday.and_then(|monday| day("On Saturdays we meet.", monday)),
            None
        );
    }
}
