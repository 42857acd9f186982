//! Parses the parts of a date: day, time, zone.

use chrono::{FixedOffset, Month, NaiveDate, NaiveTime};

use super::{FIRST_YEAR, Fault, WrittenZone};
use crate::post::Zone;

/// The rest of a text that is being parsed.
pub(super) struct Words<'a>(pub(super) &'a str);

impl<'a> Words<'a> {
    fn eat(&mut self, wanted: char) -> bool {
        let rest = self.0.strip_prefix(wanted);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// Skips the first of these words that comes next.
    fn skip(&mut self, words: &[&str]) {
        let rest = words.iter().find_map(|word| self.0.strip_prefix(word));
        self.0 = rest.unwrap_or(self.0);
    }

    fn blanks(&mut self) {
        self.0 = self.0.trim_start_matches([' ', '\t']);
    }

    fn run(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let end = self.0.find(|c| !fits(c)).unwrap_or(self.0.len());
        let (run, rest) = self.0.split_at(end);
        self.0 = rest;
        run
    }

    fn digits(&mut self) -> &'a str {
        self.run(|c| c.is_ascii_digit())
    }

    fn letters(&mut self) -> &'a str {
        self.run(|c| c.is_ascii_alphabetic())
    }

    pub(super) fn day(&mut self) -> Result<NaiveDate, Fault> {
        if self.0.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return self.day_by_name();
        }
        let first = self.digits();
        let separator = self.0.chars().next();
        match (first.len(), separator) {
            (4, Some('-' | '/' | '.')) => {
                let separator = separator.unwrap_or('-');
                self.eat(separator);
                let month = self.digits();
                if !self.eat(separator) {
                    return Err(Fault::NotADate);
                }
                let day = self.digits();
                if month.is_empty() || month.len() > 2 || day.is_empty() || day.len() > 2 {
                    return Err(Fault::NotADate);
                }
                ymd(first, month, day)
            }
            (5.., Some('-')) => Err(Fault::OutOfRange),
            (8, _) if self.0.is_empty() || self.0.starts_with('T') => {
                ymd(&first[..4], &first[4..6], &first[6..])
            }
            (1 | 2, Some('/' | '.' | '-'))
                if self.0[1..].starts_with(|c: char| c.is_ascii_digit()) =>
            {
                Err(Fault::Ambiguous)
            }
            (1 | 2, _) => {
                if let Some(day) = self.short_year(first) {
                    return Ok(day);
                }
                // `8 February 2020`, `8th of February 2020`, `08-Feb-2020`.
                self.skip(&["st", "nd", "rd", "th", "."]);
                self.separator();
                self.skip(&["of "]);
                let month = month(self.letters()).ok_or(Fault::NotADate)?;
                self.separator();
                let year = self.digits();
                ymd_of(year, month, first)
            }
            _ => Err(Fault::NotADate),
        }
    }

    fn separator(&mut self) {
        self.0 = self.0.trim_start_matches([' ', ',', '-', '.', '/']);
    }

    /// `Sat, 08 Feb 2020`, `February 8, 2020`, `Sat Feb 08 2020`.
    fn day_by_name(&mut self) -> Result<NaiveDate, Fault> {
        let mut name = self.letters();
        if is_weekday(name) {
            self.separator();
            if self.0.starts_with(|c: char| c.is_ascii_digit()) {
                self.0 = self.0.trim_start();
                return self.day();
            }
            name = self.letters();
        }
        let month = month(name).ok_or(Fault::NotADate)?;
        self.separator();
        let day = self.digits();
        self.skip(&["st", "nd", "rd", "th"]);
        self.separator();
        let year = self.digits();
        ymd_of(year, month, day)
    }

    /// The rest of RFC 850's `15-Oct-23 13:18` and of RFC 822's `15 Oct 23 13:18`: a time shows that
    /// the number before it is a year. Years from 69 are of the last century.
    fn short_year(&mut self, day: &str) -> Option<NaiveDate> {
        let rest = self.0.strip_prefix(['-', ' '])?;
        let (name, rest) = rest.split_at_checked(3)?;
        let (year, rest) = rest.strip_prefix(['-', ' '])?.split_at_checked(2)?;
        let (hour, _) = rest.strip_prefix(' ')?.split_once(':')?;
        let year: i32 = year.parse().ok().filter(|_| hour.len() <= 2)?;
        let century = if year < 69 { 2000 } else { 1900 };
        let day = NaiveDate::from_ymd_opt(century + year, month(name)?, day.parse().ok()?)?;
        self.0 = rest;
        (century + year >= FIRST_YEAR).then_some(day)
    }

    /// Between day and time: `T`, spaces, a comma, `at`.
    pub(super) fn skip_join(&mut self) {
        if self.eat('T') || self.eat('t') {
            return;
        }
        self.0 = self.0.trim_start_matches([' ', '\t', ',']);
        self.skip(&["at "]);
    }

    pub(super) fn time(&mut self) -> Result<Option<NaiveTime>, Fault> {
        if !self.0.starts_with(|c: char| c.is_ascii_digit()) {
            return Ok(None);
        }
        let hour_digits = self.digits();
        if !self.eat(':') {
            // `T0930` and `T093000`, ISO 8601's basic form.
            return match hour_digits.len() {
                4 | 6 => {
                    let second = if hour_digits.len() == 6 { &hour_digits[4..] } else { "0" };
                    hms(&hour_digits[..2], &hour_digits[2..4], second, "").map(Some)
                }
                _ => Err(Fault::NotADate),
            };
        }
        let minute = self.digits();
        let second = if self.eat(':') { self.digits() } else { "0" };
        let fraction = if self.eat('.') || self.eat(',') { self.digits() } else { "" };
        if hour_digits.len() > 2 || minute.len() != 2 || second.is_empty() || second.len() > 2 {
            let hour: Option<u32> = hour_digits.parse().ok();
            let near = hour
                .filter(|hour| *hour < 24 && minute.len() == 2)
                .map(|hour| format!("{hour:02}:{minute}"));
            return Err(Fault::NoSuchTime(near));
        }
        let after = self.0;
        self.blanks();
        let half = self.0.get(..2).map(str::to_ascii_lowercase);
        let whole_word =
            !self.0.get(2..).unwrap_or_default().starts_with(|c: char| c.is_ascii_alphabetic());
        let hour = if let (Some(half @ ("am" | "pm")), true) = (half.as_deref(), whole_word) {
            self.0 = &self.0[2..];
            let hour: u32 = hour_digits.parse().map_err(|_| Fault::NotADate)?;
            if hour == 0 || hour > 12 {
                return Err(Fault::NoSuchTime(None));
            }
            (hour % 12 + if half == "pm" { 12 } else { 0 }).to_string()
        } else {
            self.0 = after;
            hour_digits.to_owned()
        };
        hms(&hour, minute, second, fraction).map(Some)
    }

    pub(super) fn zone(&mut self) -> Result<Option<WrittenZone>, Fault> {
        self.blanks();
        if self.0.is_empty() || self.0.starts_with('(') {
            return Ok(None);
        }
        if self.0.starts_with(['+', '-', '\u{2212}']) {
            let offset = self.offset()?;
            self.name_again();
            return Ok(Some(WrittenZone::Offset(offset)));
        }
        let name = self.run(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '_'));
        // `GMT+0100`, as JavaScript writes it.
        if matches!(name, "GMT" | "UTC") && self.0.starts_with(['+', '-']) {
            return self.offset().map(|offset| Some(WrittenZone::Offset(offset)));
        }
        if let Some(hours) = abbreviation(name) {
            let offset = FixedOffset::east_opt(hours).ok_or(Fault::NoSuchOffset)?;
            return Ok(Some(WrittenZone::Offset(offset)));
        }
        Zone::named(name).map(|zone| Some(WrittenZone::Named(zone))).ok_or(Fault::NotADate)
    }

    /// Skips the name that Go writes after an offset: `-0500 EST`, `+0900 +09`.
    fn name_again(&mut self) {
        let name = self.0.trim_start_matches([' ', '\t']);
        let end = name.trim_end();
        let letters = end.bytes().all(|byte| byte.is_ascii_uppercase());
        let digits = end.strip_prefix(['+', '-']).is_some_and(|digits| {
            matches!(digits.len(), 2 | 4) && digits.bytes().all(|byte| byte.is_ascii_digit())
        });
        if name.len() < self.0.len() && (letters && (3..=5).contains(&end.len()) || digits) {
            self.0 = "";
        }
    }

    fn offset(&mut self) -> Result<FixedOffset, Fault> {
        let west = !self.eat('+');
        if west {
            self.0 = self.0.trim_start_matches(['-', '\u{2212}']);
        }
        let digits = self.digits();
        let (hours, minutes) = match digits.len() {
            1 | 2 => (digits, if self.eat(':') { self.digits() } else { "0" }),
            3 | 4 => digits.split_at(digits.len() - 2),
            _ => return Err(Fault::NoSuchOffset),
        };
        let number = |text: &str| text.parse::<i32>().map_err(|_| Fault::NoSuchOffset);
        let (hours, minutes) = (number(hours)?, number(minutes)?);
        // Kiribati's Line Islands are the farthest: +14:00.
        if minutes > 59 || hours * 60 + minutes > 14 * 60 {
            return Err(Fault::NoSuchOffset);
        }
        let seconds = (hours * 60 + minutes) * 60;
        FixedOffset::east_opt(if west { -seconds } else { seconds }).ok_or(Fault::NoSuchOffset)
    }
}

/// The text with the year moved after the day where it is last, as in the dates of Unix:
/// `Sat Feb  8 09:30:00 UTC 2020`.
pub(super) fn with_year_after_day(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (weekday, month, day, time, zone, year) = match words[..] {
        [weekday, month, day, time, year] => (weekday, month, day, time, "", year),
        [weekday, month, day, time, zone, year] => (weekday, month, day, time, zone, year),
        _ => return None,
    };
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let fits = is_year && is_weekday(weekday) && time.contains(':');
    fits.then(|| format!("{month} {day} {year} {time} {zone}"))
}

fn ymd(year: &str, month: &str, day: &str) -> Result<NaiveDate, Fault> {
    let month = month.parse().map_err(|_| Fault::NotADate)?;
    ymd_of(year, month, day)
}

fn ymd_of(year: &str, month: u32, day: &str) -> Result<NaiveDate, Fault> {
    if year.is_empty() || day.is_empty() || day.len() > 2 {
        return Err(Fault::NotADate);
    }
    match year.len() {
        4 => {}
        5.. => return Err(Fault::OutOfRange),
        _ => return Err(Fault::Ambiguous),
    }
    let year: i32 = year.parse().map_err(|_| Fault::NotADate)?;
    let day = day.parse().map_err(|_| Fault::NotADate)?;
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(Fault::NoSuchDay)?;
    if year < FIRST_YEAR {
        return Err(Fault::OutOfRange);
    }
    Ok(date)
}

fn hms(hour: &str, minute: &str, second: &str, fraction: &str) -> Result<NaiveTime, Fault> {
    let number = |text: &str| text.parse::<u32>().map_err(|_| Fault::NotADate);
    let (hour, minute, second) = (number(hour)?, number(minute)?, number(second)?);
    let digits: String = fraction.chars().chain("000000000".chars()).take(9).collect();
    let nanos = if second == 60 { 0 } else { number(&digits)? };
    NaiveTime::from_hms_nano_opt(hour, minute, if second == 60 { 59 } else { second }, nanos)
        .ok_or_else(|| {
            Fault::NoSuchTime(
                (hour == 24 && minute == 0).then(|| "00:00 of the next day".to_owned()),
            )
        })
}

fn is_weekday(name: &str) -> bool {
    let mut days = "monday tuesday wednesday thursday friday saturday sunday".split(' ');
    let name = name.to_ascii_lowercase();
    // `Tues` and `Thurs` begin like their days, other spellings as far as three letters.
    let start = name.get(..3).filter(|_| name.len() <= 5).unwrap_or(&name);
    name.len() >= 3 && days.any(|day| day.starts_with(start))
}

fn month(name: &str) -> Option<u32> {
    let is_sept = name.eq_ignore_ascii_case("sept");
    let month: Month = if is_sept { "sep" } else { name }.parse().ok()?;
    Some(month.number_from_month())
}

/// The abbreviations of RFC 822 and the commonest European ones, in seconds east of UTC.
fn abbreviation(name: &str) -> Option<i32> {
    let hours = match name {
        "Z" | "z" | "UTC" | "GMT" | "UT" | "utc" | "WET" => 0,
        "EDT" => -4,
        "EST" | "CDT" => -5,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        "CET" | "BST" | "WEST" => 1,
        "CEST" | "EET" => 2,
        "EEST" => 3,
        "JST" => 9,
        _ => return None,
    };
    Some(hours * 3600)
}
