//! Days relative to the day of writing: "yesterday", "last Saturday".

use chrono::{Datelike, Days as Count, NaiveDate};

use crate::language::{Folded, Lexicon};

/// The day that a sentence written on `published` means.
pub(super) fn day(sentence: &str, published: NaiveDate, lexicon: Lexicon) -> Option<NaiveDate> {
    let folded = Folded::of(sentence);
    // Of an event of several days the text means one.
    if lexicon.has_in(&folded, |w| &w.one_of_days) {
        return None;
    }
    if lexicon.has_in(&folded, |w| &w.yesterday) {
        return published.checked_sub_days(Count::new(1));
    }
    if lexicon.has_in(&folded, |w| &w.today) {
        return Some(published);
    }
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    let day = words.windows(2).find_map(|pair| match pair {
        [a, b] if lexicon.knows(a, |w| &w.last) => lexicon.weekday(b),
        [a, b] if lexicon.knows(b, |w| &w.last) => lexicon.weekday(a),
        _ => None,
    })?;
    let back = (published.weekday().num_days_from_monday() + 7 - day) % 7;
    let back = if back == 0 { 7 } else { back };
    published.checked_sub_days(Count::new(u64::from(back)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_back_from_the_day_of_writing() {
        let monday = NaiveDate::from_ymd_opt(2019, 11, 18);
        for (phrase, code, described) in [
            ("Yesterday forty people came.", "en", "2019-11-17"),
            ("Last Saturday we met in Leeds.", "en", "2019-11-16"),
            ("Am vergangenen Samstag fand er statt.", "de", "2019-11-16"),
            ("Samedi dernier j'ai participé à MapCamp.", "fr", "2019-11-16"),
            ("本日は勉強会に参加してきました。", "ja", "2019-11-18"),
            ("Last Monday it rained.", "en", "2019-11-11"),
        ] {
            let day = monday.and_then(|monday| day(phrase, monday, Lexicon::of(code)));
            assert_eq!(day.map(|day| day.to_string()).as_deref(), Some(described), "{phrase}");
        }
        assert_eq!(
            monday.and_then(|monday| day("On Saturdays we meet.", monday, Lexicon::of("en"))),
            None
        );
    }
}
