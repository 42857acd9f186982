//! Parses the dates that people write, and converts them to instants in a time zone.

mod range;
mod readings;
mod words;

use chrono::format::{Item, StrftimeItems};
use chrono::{
    DateTime, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone,
};

pub use range::range;
pub use readings::{day_of, is_order, month_first, readings};
use words::Words;

use super::Zone;

/// A parsed date: a day, perhaps a time, perhaps a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// The day.
    pub day: NaiveDate,
    /// The time of the day; midnight if there is none.
    pub time: Option<NaiveTime>,
    /// The zone, if one is written.
    pub zone: Option<WrittenZone>,
}

/// A zone after a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrittenZone {
    /// `Z`, `+02:00`, `CEST`.
    Offset(FixedOffset),
    /// `Europe/Berlin`.
    Named(Zone),
}

/// Why a text is not a date for a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No known date format.
    NotADate,
    /// `03/04/2020`: day and month are ambiguous.
    Ambiguous,
    /// The calendar does not have this day.
    NoSuchDay,
    /// The day does not have this time; a similar text that is valid.
    NoSuchTime(Option<String>),
    /// No zone has this offset from UTC.
    NoSuchOffset,
    /// Before 1900 (RSS dates start there) or at the end of 9999.
    OutOfRange,
    /// The clocks skipped this time; the time just after the gap.
    Gap(Zone, DateTime<FixedOffset>),
}

/// The first year of a feed's date: RFC 822 dates, as RSS readers accept them, start here.
const FIRST_YEAR: i32 = 1900;
/// The last year with four digits.
const LAST_YEAR: i32 = 9999;

/// The instant of a text; a date without a zone is in `zone`.
///
/// A date alone is its midnight. Of the two instants that a clock shows when it is set back, the
/// earlier one counts. Second 60 is second 59 of the same minute: feeds have no leap seconds.
///
/// # Errors
/// See [`Fault`].
pub fn instant(text: &str, zone: Zone) -> Result<DateTime<FixedOffset>, Fault> {
    resolve(parse(text)?, zone)
}

/// The instant of a parsed date; a date without a zone is in `zone`.
///
/// # Errors
/// [`Fault::Gap`] and [`Fault::OutOfRange`].
pub fn resolve(written: Written, zone: Zone) -> Result<DateTime<FixedOffset>, Fault> {
    let local = written.day.and_time(written.time.unwrap_or(NaiveTime::MIN));
    let instant = match written.zone {
        Some(WrittenZone::Offset(offset)) => local
            .checked_sub_offset(offset)
            .map(|utc| offset.from_utc_datetime(&utc))
            .ok_or(Fault::OutOfRange)?,
        Some(WrittenZone::Named(named)) => in_zone(local, named, written.time.is_none())?,
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
    zone: Zone,
    whole_day: bool,
) -> Result<DateTime<FixedOffset>, Fault> {
    match zone.instants(local) {
        LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => Ok(instant),
        LocalResult::None => {
            let after = after_gap(local, zone).ok_or(Fault::OutOfRange)?;
            // A date alone is the start of its day, which is the end of the gap.
            if whole_day { Ok(after) } else { Err(Fault::Gap(zone, after)) }
        }
    }
}

/// The first quarter of an hour after `local` that the zone's clocks show.
fn after_gap(local: NaiveDateTime, zone: Zone) -> Option<DateTime<FixedOffset>> {
    (1..=24 * 4).find_map(|quarters| {
        let later = local.checked_add_signed(TimeDelta::minutes(15 * quarters))?;
        zone.instants(later).earliest()
    })
}

/// The two instants of a time that the zone's clocks show twice; `None` if they show it once.
pub fn repeated(text: &str, zone: Zone) -> Option<(DateTime<FixedOffset>, DateTime<FixedOffset>)> {
    let written = parse(text).ok().filter(|written| written.zone.is_none())?;
    let local = written.day.and_time(written.time?);
    match zone.instants(local) {
        LocalResult::Ambiguous(earlier, later) => Some((earlier, later)),
        _ => None,
    }
}

/// The instant that generators use for a time in the gap: with the offset before it.
pub fn across_gap(text: &str, zone: Zone) -> Option<DateTime<FixedOffset>> {
    let written = parse(text).ok()?;
    let local = written.day.and_time(written.time?);
    let before = after_gap(local, zone)?.checked_sub_signed(TimeDelta::hours(2))?;
    let offset = zone.offset(before.timestamp());
    let instant = local.and_local_timezone(offset).single()?;
    Some(zone.local(&instant))
}

/// The instant that generators use for a time of the hour 24: that of the hour 0 on the next day.
pub fn after_midnight(text: &str, zone: Zone) -> Option<DateTime<FixedOffset>> {
    let hour = text.find("24:").filter(|at| *at > 0)?;
    let mut written = parse(&format!("{}00:{}", &text[..hour], &text[hour + 3..])).ok()?;
    written.day = written.day.succ_opt()?;
    resolve(written, zone).ok()
}

/// Parses a date in any unambiguous form: ISO 8601 and RFC 3339 with common variants (`2020-02-08`,
/// `2020-2-8 9:30`, `2020/02/08`, `2020-02-08 09:30:00 -0800`, `… Europe/Berlin`), RFC 822
/// (`Sat, 08 Feb 2020 09:30 PST`), JavaScript's, Unix's (`Sat Feb  8 09:30:00 UTC 2020`), and
/// English ones such as `8 February 2020` and `Feb 8, 2020`.
///
/// # Errors
/// All of [`Fault`] except the gap.
pub fn parse(text: &str) -> Result<Written, Fault> {
    let text = text.trim();
    if text.len() > 100 {
        return Err(Fault::NotADate);
    }
    let year_first = words::with_year_after_day(text);
    let mut words = Words(year_first.as_deref().unwrap_or(text));
    let day = words.day()?;
    words.skip_join();
    let time = words.time()?;
    let zone = if time.is_some() || !words.0.is_empty() { words.zone()? } else { None };
    let rest = words.0.trim();
    // JavaScript repeats its zone.
    let named_again = rest.starts_with('(') && rest.ends_with(')');
    if !rest.is_empty() && !named_again {
        return Err(Fault::NotADate);
    }
    Ok(Written { day, time, zone })
}

/// A date in a form of `strftime`; `None` where the form has an unknown code.
pub(crate) fn formatted(date: DateTime<FixedOffset>, form: &str) -> Option<String> {
    let items: Vec<Item<'_>> = StrftimeItems::new(form).collect();
    let is_known = !items.contains(&Item::Error);
    is_known.then(|| date.format_with_items(items.iter()).to_string())
}

/// Whether YAML 1.1 reads the text as a timestamp without an offset: day and time to the second.
pub fn is_timestamp(text: &str) -> bool {
    let Some((day, time)) = text.split_once(['T', 't', ' ', '\t']) else {
        return false;
    };
    let numbers = |text: &str, separator: char, digits: &[std::ops::RangeInclusive<usize>]| {
        let parts: Vec<&str> = text.split(separator).collect();
        let fits = |(part, digits): (&&str, &std::ops::RangeInclusive<usize>)| {
            digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        parts.len() == digits.len() && parts.iter().zip(digits).all(fits)
    };
    let time = time.trim_start();
    let (time, fraction) = time.split_once('.').unwrap_or((time, ""));
    numbers(day, '-', &[4..=4, 1..=2, 1..=2])
        && numbers(time, ':', &[1..=2, 2..=2, 2..=2])
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
}

/// A date at the start of a file name (`2020-02-08-title`, `2020_02_08_title`, `2020-2-8`), and its
/// length with the separator after it.
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
        let count = bytes.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
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
            let time = name[at..].find(['-', '_']).map_or(name.len(), |length| at + length + 1);
            Some((date, time))
        }
        Some(_) => None,
    }
}

/// A date at the start of a file name whose year has two digits, as Ruby reads it: `17-6-4-title`
/// is of 2017, `69-6-4-title` of 1969.
pub fn in_short_name(name: &str) -> Option<(NaiveDate, usize)> {
    let (year, _) = name.split_once('-')?;
    let is_short = year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit());
    let century = if year < "69" { "20" } else { "19" };
    let (date, length) = in_name(&format!("{century}{name}")).filter(|_| is_short)?;
    Some((date, length - century.len()))
}

/// A date that the folders of a path spell (`2020/02/08/title`).
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

#[cfg(test)]
mod tests;
