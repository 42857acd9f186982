//! Dates as people write them, and what they mean in a zone.

use chrono::{
    DateTime, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta,
    TimeZone,
};
use chrono_tz::Tz;

/// What was written: a day, perhaps a time, perhaps a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// The day.
    pub day: NaiveDate,
    /// The time of the day; midnight is meant where there is none.
    pub time: Option<NaiveTime>,
    /// The zone, where one is written.
    pub zone: Option<Zone>,
}

/// A zone as written behind a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// `Z`, `+02:00`, `CEST`.
    Offset(FixedOffset),
    /// `Europe/Berlin`.
    Named(Tz),
}

/// Why a text is no date that a feed can carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No form of a date is recognised.
    NotADate,
    /// `03/04/2020`: day and month cannot be told apart.
    Ambiguous,
    /// The calendar has no such day.
    NoSuchDay,
    /// The day has no such time; a near text that has one.
    NoSuchTime(Option<String>),
    /// No place on earth is so far from UTC.
    NoSuchOffset,
    /// Before 1900 (RSS dates start there) or at the end of 9999.
    OutOfRange,
    /// The clocks were moved forward over this time; the time just after the gap.
    Gap(Tz, DateTime<FixedOffset>),
}

/// The first year that a feed's date may have: RFC 822 dates, as RSS readers take them, start here.
const FIRST_YEAR: i32 = 1900;
/// The last year that four digits can write.
const LAST_YEAR: i32 = 9999;

/// The instant that a text means; a date without a zone is read in `zone`.
///
/// A date alone is its midnight. Of the two instants that a clock shows when it is set back, the
/// earlier one counts. Second 60 is second 59 of the same minute: feeds know no leap seconds.
///
/// # Errors
/// See [`Fault`].
pub fn instant(text: &str, zone: Tz) -> Result<DateTime<FixedOffset>, Fault> {
    resolve(parse(text)?, zone)
}

/// The instant of a written date; a date without a zone is read in `zone`.
///
/// # Errors
/// [`Fault::Gap`] and [`Fault::OutOfRange`].
pub fn resolve(written: Written, zone: Tz) -> Result<DateTime<FixedOffset>, Fault> {
    let local = written.day.and_time(written.time.unwrap_or(NaiveTime::MIN));
    let instant = match written.zone {
        Some(Zone::Offset(offset)) => local
            .checked_sub_offset(offset)
            .map(|utc| offset.from_utc_datetime(&utc))
            .ok_or(Fault::OutOfRange)?,
        Some(Zone::Named(named)) => in_zone(local, named, written.time.is_none())?,
        None => in_zone(local, zone, written.time.is_none())?,
    };
    // A day's distance keeps the year within four digits in every zone.
    let utc = instant.naive_utc();
    let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1);
    let last = NaiveDate::from_ymd_opt(LAST_YEAR, 12, 30);
    let day = utc.date().min(instant.date_naive());
    let late = utc.date().max(instant.date_naive());
    if first.is_some_and(|first| day < first) || last.is_some_and(|last| late > last) {
        return Err(Fault::OutOfRange);
    }
    Ok(instant)
}

fn in_zone(
    local: NaiveDateTime,
    zone: Tz,
    whole_day: bool,
) -> Result<DateTime<FixedOffset>, Fault> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => {
            Ok(instant.with_timezone(&instant.offset().fix()))
        }
        LocalResult::None => {
            let after = after_gap(local, zone).ok_or(Fault::OutOfRange)?;
            // A date alone is the start of its day, which is where the gap ends.
            if whole_day {
                Ok(after)
            } else {
                Err(Fault::Gap(zone, after))
            }
        }
    }
}

/// The first quarter of an hour after `local` that the zone's clocks show.
fn after_gap(local: NaiveDateTime, zone: Tz) -> Option<DateTime<FixedOffset>> {
    (1..=24 * 4).find_map(|quarters| {
        let later = local.checked_add_signed(TimeDelta::minutes(15 * quarters))?;
        let instant = zone.from_local_datetime(&later).earliest()?;
        Some(instant.with_timezone(&instant.offset().fix()))
    })
}

/// Reads a date in any form that has one meaning: ISO 8601 and RFC 3339 with their everyday
/// variants (`2020-02-08`, `2020-2-8 9:30`, `2020/02/08`, `2020-02-08 09:30:00 -0800`,
/// `… Europe/Berlin`), RFC 822 (`Sat, 08 Feb 2020 09:30 PST`), JavaScript's, and
/// `8 February 2020`, `Feb 8, 2020`, `8 de febrero de 2020`'s English kin.
///
/// # Errors
/// All of [`Fault`] but the gap.
pub fn parse(text: &str) -> Result<Written, Fault> {
    let text = text.trim();
    if text.len() > 100 {
        return Err(Fault::NotADate);
    }
    let mut words = Words(text);
    let day = words.day()?;
    words.skip_join();
    let time = words.time()?;
    let zone = if time.is_some() || !words.0.is_empty() {
        words.zone()?
    } else {
        None
    };
    let rest = words.0.trim();
    // `Sat Feb 08 2020 …` and Unix's `date` write the year last; JavaScript names its zone again.
    let named_again = rest.starts_with('(') && rest.ends_with(')');
    if !rest.is_empty() && !named_again {
        return Err(Fault::NotADate);
    }
    Ok(Written { day, time, zone })
}

/// A date at the start of a file name (`2020-02-08-title`, `2020_02_08_title`, `2020-2-8`), and
/// how many bytes it takes with the separator behind it.
#[must_use]
pub fn in_name(name: &str) -> Option<(NaiveDate, usize)> {
    let bytes = name.as_bytes();
    let mut at = 0;
    let mut number = |separator: &[u8], digits: std::ops::RangeInclusive<usize>| -> Option<i32> {
        if at > 0 {
            if !separator.contains(bytes.get(at)?) {
                return None;
            }
            at += 1;
        }
        let count = bytes
            .get(at..)?
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let value = name.get(at..at + count)?.parse().ok()?;
        at += count;
        digits.contains(&count).then_some(value)
    };
    let year = number(b"", 4..=4)?;
    let month = number(b"-_.", 1..=2)?;
    let day = number(b"-_.", 1..=2)?;
    let date = NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
    match bytes.get(at) {
        None => Some((date, at)),
        Some(b'-' | b'_' | b'.' | b' ') => Some((date, at + 1)),
        // Zola's `2020-02-08T09:30:00-title` keeps its time out of the slug; the day is enough here.
        Some(b'T') => {
            let time = name[at..]
                .find(['-', '_'])
                .map_or(name.len(), |length| at + length + 1);
            Some((date, time))
        }
        Some(_) => None,
    }
}

/// A date that the folders of a path spell (`2020/02/08/title`).
#[must_use]
pub fn in_folders(path: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = path.split('/').collect();
    parts.windows(3).find_map(|three| {
        let number = |index: usize, digits: usize| {
            let part: &str = three.get(index).copied()?;
            let fits = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            if fits { part.parse::<u32>().ok() } else { None }
        };
        let year = i32::try_from(number(0, 4)?).ok()?;
        NaiveDate::from_ymd_opt(year, number(1, 2)?, number(2, 2)?)
    })
}

/// The rest of a text that is being read.
struct Words<'a>(&'a str);

impl<'a> Words<'a> {
    fn eat(&mut self, wanted: char) -> bool {
        match self.0.strip_prefix(wanted) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    fn blanks(&mut self) {
        self.0 = self.0.trim_start_matches([' ', '\t']);
    }

    fn digits(&mut self) -> &'a str {
        let end = self
            .0
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at(end);
        self.0 = rest;
        digits
    }

    fn letters(&mut self) -> &'a str {
        let end = self
            .0
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(self.0.len());
        let (letters, rest) = self.0.split_at(end);
        self.0 = rest;
        letters
    }

    fn day(&mut self) -> Result<NaiveDate, Fault> {
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
                // `8 February 2020`, `8th of February 2020`, `08-Feb-2020`.
                let ordinal = ["st", "nd", "rd", "th", "."];
                if let Some(rest) = ordinal.iter().find_map(|end| self.0.strip_prefix(end)) {
                    self.0 = rest;
                }
                self.separator();
                if let Some(rest) = self.0.strip_prefix("of ") {
                    self.0 = rest;
                }
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
                return self.day();
            }
            name = self.letters();
        }
        let month = month(name).ok_or(Fault::NotADate)?;
        self.separator();
        let day = self.digits();
        if let Some(rest) = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|end| self.0.strip_prefix(end))
        {
            self.0 = rest;
        }
        self.separator();
        let year = self.digits();
        ymd_of(year, month, day)
    }

    /// What stands between day and time: `T`, blanks, a comma, `at`.
    fn skip_join(&mut self) {
        if self.eat('T') || self.eat('t') {
            return;
        }
        self.0 = self.0.trim_start_matches([' ', '\t', ',']);
        if let Some(rest) = self.0.strip_prefix("at ") {
            self.0 = rest;
        }
    }

    fn time(&mut self) -> Result<Option<NaiveTime>, Fault> {
        if !self.0.starts_with(|c: char| c.is_ascii_digit()) {
            return Ok(None);
        }
        let hour_digits = self.digits();
        if !self.eat(':') {
            // `T0930` and `T093000`, ISO 8601's basic form.
            return match hour_digits.len() {
                4 | 6 => {
                    let second = if hour_digits.len() == 6 {
                        &hour_digits[4..]
                    } else {
                        "0"
                    };
                    hms(&hour_digits[..2], &hour_digits[2..4], second, "").map(Some)
                }
                _ => Err(Fault::NotADate),
            };
        }
        let minute = self.digits();
        let second = if self.eat(':') { self.digits() } else { "0" };
        let fraction = if self.eat('.') || self.eat(',') {
            self.digits()
        } else {
            ""
        };
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
        let whole_word = !self
            .0
            .get(2..)
            .unwrap_or_default()
            .starts_with(|c: char| c.is_ascii_alphabetic());
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

    fn zone(&mut self) -> Result<Option<Zone>, Fault> {
        self.blanks();
        if self.0.is_empty() || self.0.starts_with('(') {
            return Ok(None);
        }
        if self.0.starts_with(['+', '-', '\u{2212}']) {
            return self.offset().map(|offset| Some(Zone::Offset(offset)));
        }
        let end = self
            .0
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '/' | '_')))
            .unwrap_or(self.0.len());
        let (name, rest) = self.0.split_at(end);
        self.0 = rest;
        // `GMT+0100`, as JavaScript writes it.
        if matches!(name, "GMT" | "UTC") && rest.starts_with(['+', '-']) {
            return self.offset().map(|offset| Some(Zone::Offset(offset)));
        }
        if let Some(hours) = abbreviation(name) {
            let offset = FixedOffset::east_opt(hours).ok_or(Fault::NoSuchOffset)?;
            return Ok(Some(Zone::Offset(offset)));
        }
        name.parse::<Tz>()
            .map(|zone| Some(Zone::Named(zone)))
            .map_err(|_| Fault::NotADate)
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
    let digits: String = fraction
        .chars()
        .chain("000000000".chars())
        .take(9)
        .collect();
    let nanos = if second == 60 { 0 } else { number(&digits)? };
    NaiveTime::from_hms_nano_opt(hour, minute, if second == 60 { 59 } else { second }, nanos)
        .ok_or_else(|| {
            Fault::NoSuchTime(
                (hour == 24 && minute == 0).then(|| "00:00 of the next day".to_owned()),
            )
        })
}

fn is_weekday(name: &str) -> bool {
    let days = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let name = name.to_ascii_lowercase();
    name.len() >= 3
        && days
            .iter()
            .any(|day| day.starts_with(&name) || (name.len() <= 5 && day[..3] == name[..3]))
}

fn month(name: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let name = name.to_ascii_lowercase();
    if name == "sept" {
        return Some(9);
    }
    if name.len() < 3 {
        return None;
    }
    let place = MONTHS
        .iter()
        .position(|month| *month == name || (name.len() == 3 && month.starts_with(&name)))?;
    u32::try_from(place + 1).ok()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, zone: Tz) -> String {
        instant(text, zone)
            .map_or_else(|fault| format!("{fault:?}"), |instant| instant.to_rfc3339())
    }

    #[test]
    fn written_forms() {
        let cases = [
            ("2020-02-08", "2020-02-08T00:00:00+00:00"),
            ("2020-2-8", "2020-02-08T00:00:00+00:00"),
            ("2020/02/08", "2020-02-08T00:00:00+00:00"),
            ("20200208", "2020-02-08T00:00:00+00:00"),
            ("2020-02-08 09:30", "2020-02-08T09:30:00+00:00"),
            ("2020-02-08T09:30:15Z", "2020-02-08T09:30:15+00:00"),
            ("2020-02-08t09:30:15.250z", "2020-02-08T09:30:15.250+00:00"),
            ("2020-02-08T09:30:00-08:00", "2020-02-08T09:30:00-08:00"),
            ("2020-02-08 09:30:00 -0800", "2020-02-08T09:30:00-08:00"),
            ("2020-02-08 9:30:00 +09", "2020-02-08T09:30:00+09:00"),
            ("2020-02-08 09:30 UTC", "2020-02-08T09:30:00+00:00"),
            (
                "2020-02-08 09:30 Europe/Berlin",
                "2020-02-08T09:30:00+01:00",
            ),
            ("20200208T093000Z", "2020-02-08T09:30:00+00:00"),
            ("Sat, 08 Feb 2020 09:30:00 PST", "2020-02-08T09:30:00-08:00"),
            ("8 February 2020", "2020-02-08T00:00:00+00:00"),
            ("15 Oct 2023", "2023-10-15T00:00:00+00:00"),
            ("8th of February, 2020", "2020-02-08T00:00:00+00:00"),
            ("February 8, 2020", "2020-02-08T00:00:00+00:00"),
            ("Feb 8th, 2020 at 9:30 pm", "2020-02-08T21:30:00+00:00"),
            (
                "Sat Feb 08 2020 09:30:00 GMT+0100 (Central European Standard Time)",
                "2020-02-08T09:30:00+01:00",
            ),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00"),
            ("1900-01-01", "1900-01-01T00:00:00+00:00"),
        ];
        for (text, expected) in cases {
            assert_eq!(at(text, Tz::UTC), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        let cases = [
            ("2026-02-30", "NoSuchDay"),
            ("2026-13-01", "NoSuchDay"),
            (
                "2026-02-03 24:00",
                "NoSuchTime(Some(\"00:00 of the next day\"))",
            ),
            ("2016-11-01 012:01 UTC", "NoSuchTime(Some(\"12:01\"))"),
            ("2026-02-03 12:60", "NoSuchTime(None)"),
            ("2026-02-03T12:00+25:00", "NoSuchOffset"),
            ("2026-02-03T12:00+14:30", "NoSuchOffset"),
            ("0000-01-01", "NoSuchDay_or_OutOfRange"),
            ("0001-01-01", "OutOfRange"),
            ("1582-10-10", "OutOfRange"),
            ("1899-12-31", "OutOfRange"),
            ("1900-01-01T00:00:00+01:00", "OutOfRange"),
            ("9999-12-31T23:59:59Z", "OutOfRange"),
            ("10000-01-01", "OutOfRange"),
            ("03/04/2020", "Ambiguous"),
            ("yesterday", "NotADate"),
            ("", "NotADate"),
            ("2020-02", "NotADate"),
            ("2020-02-08 in Portland", "NotADate"),
            ("1581120000", "NotADate"),
        ];
        for (text, expected) in cases {
            let found = at(text, Tz::UTC);
            assert!(
                found == expected || expected.contains(&format!("_or_{found}")),
                "{text}: {found}"
            );
        }
    }

    #[test]
    fn zones_gaps_and_folds() {
        let berlin = Tz::Europe__Berlin;
        assert_eq!(at("2026-07-01 12:00", berlin), "2026-07-01T12:00:00+02:00");
        assert!(
            at("2026-03-29 02:30", berlin)
                .starts_with("Gap(Europe/Berlin, 2026-03-29T03:00:00+02:00")
        );
        // The clock shows 02:30 twice; the earlier one counts.
        assert_eq!(at("2026-10-25 02:30", berlin), "2026-10-25T02:30:00+02:00");
        // Midnight itself can be in a gap; a date alone is the start of its day all the same.
        assert_eq!(
            at("2018-11-04", Tz::America__Sao_Paulo),
            "2018-11-04T01:00:00-02:00"
        );
    }

    #[test]
    fn dates_in_names() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a day");
        assert_eq!(
            in_name("2020-02-08-pycascades"),
            Some((day(2020, 2, 8), 11))
        );
        assert_eq!(in_name("2020_02_08_x"), Some((day(2020, 2, 8), 11)));
        assert_eq!(in_name("2020-2-8"), Some((day(2020, 2, 8), 8)));
        assert_eq!(in_name("2020-02-30-x"), None);
        assert_eq!(in_name("2020-02"), None);
        assert_eq!(in_name("Ünconf"), None);
        assert_eq!(in_folders("blog/2020/02/08/title"), Some(day(2020, 2, 8)));
        assert_eq!(in_folders("blog/2020/02/title"), None);
    }
}
