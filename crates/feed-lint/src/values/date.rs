//! Dates: RFC 822 as RFC 2822 revised it, RFC 3339, and the W3C's profile of ISO 8601.

use std::borrow::Cow;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta, Timelike};

/// The result of parsing an RFC 822 date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Rfc822 {
    /// Every reader understands it.
    Good(DateTime<FixedOffset>),
    /// Valid, but known to break readers; the string says why. There is no instant where the zone is a
    /// day or more from UTC.
    Odd(Option<DateTime<FixedOffset>>, &'static str),
    /// The weekday is wrong; the right one is given.
    WrongDay(Option<DateTime<FixedOffset>>, &'static str),
    /// Not a date.
    Bad,
}

impl Rfc822 {
    /// The instant, where there is one.
    pub(crate) fn instant(&self) -> Option<DateTime<FixedOffset>> {
        match self {
            Self::Good(instant) => Some(*instant),
            Self::Odd(instant, _) | Self::WrongDay(instant, _) => *instant,
            Self::Bad => None,
        }
    }
}

/// Why a date is hardly intended: it is later than `now`, or earlier than all feeds.
pub(crate) fn implausible(
    instant: DateTime<FixedOffset>,
    now: Option<DateTime<FixedOffset>>,
) -> Option<&'static str> {
    if now.is_some_and(|now| instant > now + TimeDelta::days(1)) {
        return Some("this date lies in the future");
    }
    (instant.year() < 1990).then_some("there were no feeds at this date")
}

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Zone names of RFC 822, section 5.1, with their hours from UTC.
const ZONES: [(&str, i32); 10] = [
    ("UT", 0),
    ("GMT", 0),
    ("EST", -5),
    ("EDT", -4),
    ("CST", -6),
    ("CDT", -5),
    ("MST", -7),
    ("MDT", -6),
    ("PST", -8),
    ("PDT", -7),
];

/// Parses `Mon, 02 Jan 2006 15:04:05 +0100` (RFC 822, section 5, as revised by RFC 2822, section
/// 3.3, with the obsolete forms of section 4.3).
pub(crate) fn rfc822(text: &str) -> Rfc822 {
    read_rfc822(text.trim()).unwrap_or(Rfc822::Bad)
}

fn read_rfc822(text: &str) -> Option<Rfc822> {
    let mut odd: Option<&'static str> = None;
    let plain = if text.contains('(') {
        odd = Some("a comment in parentheses");
        Cow::Owned(without_comments(text)?)
    } else {
        Cow::Borrowed(text)
    };
    let comma = plain.contains(',');
    let mut words = Vec::with_capacity(8);
    let parts = plain.split(|c: char| c.is_whitespace() || c == ',');
    words.extend(parts.filter(|word| !word.is_empty()));
    let (day_name, words) = match words.split_first() {
        Some((first, rest)) if comma => (Some(*first), rest),
        _ => (None, words.as_slice()),
    };
    let [day, month, year, time, zone] = words else {
        return None;
    };
    let index = |names: &[&str], name: &str| {
        let index = names.iter().position(|known| known.eq_ignore_ascii_case(name));
        u32::try_from(index?).ok()
    };
    let weekday = day_name.map(|name| index(&DAYS, name));
    if weekday == Some(None) {
        return None;
    }
    let month_number = index(&MONTHS, month)? + 1;
    let day_number = digits(day, 1, 2)?;
    let (year_number, short_year) = year_of(year)?;
    if short_year {
        odd.get_or_insert("a year of two digits");
    }
    let (hour, minute, second) = time_of(time)?;
    let (offset, odd_zone) = zone_of(zone)?;
    let date = NaiveDate::from_ymd_opt(year_number, month_number, day_number)?;
    let local = date.and_hms_opt(hour, minute, second.min(59))?;
    let instant = offset.and_then(|offset| local.and_local_timezone(offset).single());
    let right = date.weekday().num_days_from_monday();
    if weekday.flatten().is_some_and(|weekday| weekday != right) && !short_year {
        return Some(Rfc822::WrongDay(instant, DAYS.get(right as usize)?));
    }
    let odd = odd.or(odd_zone).or_else(|| odd_shape(&plain, day_name, month));
    Some(match odd {
        Some(why) => Rfc822::Odd(instant, why),
        None => Rfc822::Good(instant?),
    })
}

fn odd_shape(plain: &str, day_name: Option<&str>, month: &str) -> Option<&'static str> {
    if day_name.is_some_and(|name| !DAYS.contains(&name)) || !MONTHS.contains(&month) {
        return Some("unusual upper and lower case");
    }
    let is_odd = |c: char| c.is_whitespace() && c != ' ';
    let ends = plain.starts_with(' ') || plain.ends_with(' ');
    let has = |pair: &[u8]| plain.as_bytes().windows(2).any(|two| two == pair);
    if ends || has(b"  ") || plain.contains(is_odd) || has(b" ,") {
        return Some("unusual white space");
    }
    if day_name.is_some() && !has(b", ") {
        return Some("no space after the weekday's comma");
    }
    None
}

fn year_of(text: &str) -> Option<(i32, bool)> {
    match text.len() {
        4 => Some((i32::try_from(digits(text, 4, 4)?).ok()?, false)),
        2 => {
            let year = i32::try_from(digits(text, 2, 2)?).ok()?;
            Some((if year < 50 { 2000 + year } else { 1900 + year }, true))
        }
        _ => None,
    }
}

fn time_of(text: &str) -> Option<(u32, u32, u32)> {
    let mut parts = text.split(':');
    let hour = digits(parts.next()?, 2, 2)?;
    let minute = digits(parts.next()?, 2, 2)?;
    let second = match parts.next() {
        Some(second) => digits(second, 2, 2)?,
        None => 0,
    };
    (parts.next().is_none() && hour < 24 && minute < 60 && second <= 60)
        .then_some((hour, minute, second))
}

/// The offset of a zone if it is under a day, and what is unusual about it.
fn zone_of(text: &str) -> Option<(Option<FixedOffset>, Option<&'static str>)> {
    if let Some((name, hours)) = ZONES.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)) {
        let odd = (*name != text).then_some("a time zone in lower case");
        return Some((FixedOffset::east_opt(hours * 3600), odd));
    }
    let bytes = text.as_bytes();
    if let [letter] = bytes {
        let upper = letter.to_ascii_uppercase();
        let hours = match upper {
            b'Z' => 0,
            b'A'..=b'I' => -i32::from(upper - b'A' + 1),
            b'K'..=b'M' => -i32::from(upper - b'A'),
            b'N'..=b'Y' => i32::from(upper - b'N' + 1),
            _ => return None,
        };
        let odd = if upper != b'Z' {
            Some("a military time zone, which means different things to different readers")
        } else if *letter == b'z' {
            Some("a time zone in lower case")
        } else {
            None
        };
        return Some((FixedOffset::east_opt(hours * 3600), odd));
    }
    let (sign, number) = match bytes.first()? {
        b'+' => (1, text.get(1..)?),
        b'-' => (-1, text.get(1..)?),
        _ => return None,
    };
    let number = i32::try_from(digits(number, 4, 4)?).ok()?;
    let (hours, minutes) = (number / 100, number % 100);
    // RFC 5322 (section 3.3) allows hours up to 99.
    if minutes > 59 {
        return None;
    }
    let odd = (minutes % 15 != 0 || hours > 14).then_some("a zone that no place has");
    Some((FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60)), odd))
}

/// Comments of RFC 822 may nest and contain escaped parentheses.
fn without_comments(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut depth = 0_usize;
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' if depth > 0 => {
                characters.next();
            }
            '(' => depth += 1,
            ')' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    plain.push(' ');
                }
            }
            ')' => return None,
            _ if depth == 0 => plain.push(character),
            _ => {}
        }
    }
    (depth == 0).then_some(plain)
}

/// A number of `least` to `most` digits and nothing else.
fn digits(text: &str, least: usize, most: usize) -> Option<u32> {
    let fits = (least..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

/// Parses `2006-01-02T15:04:05Z`, with upper-case `T` and `Z` as RFC 4287, section 3.3, requires. A
/// fraction of a second does not count, and second 60 is second 59.
pub(crate) fn rfc3339(text: &str) -> Option<DateTime<FixedOffset>> {
    let plain = |c: char| c.is_ascii_digit() || "-:+.TZ".contains(c);
    let instant = DateTime::parse_from_rfc3339(text).ok();
    instant.filter(|_| text.chars().all(plain))?.with_nanosecond(0)
}

/// Parses a date of the W3C's profile: a year, a month, a day, or a time with a zone. The instant is
/// the beginning of the period.
pub(crate) fn w3cdtf(text: &str) -> Option<DateTime<FixedOffset>> {
    // What the profile leaves out: month and day, or the seconds.
    let (begins, rest) = text.split_at_checked(text.len().min(16))?;
    let more = match (begins.len(), rest.as_bytes().first()) {
        (4, _) => "-01-01T00:00:00Z",
        (7, _) => "-01T00:00:00Z",
        (10, _) => "T00:00:00Z",
        (_, Some(b':')) => "",
        _ => ":00",
    };
    rfc3339(&format!("{begins}{more}{rest}"))
}

/// The instant of a date in any of the three forms, or close to one.
pub(crate) fn instant(text: &str) -> Option<DateTime<FixedOffset>> {
    let read = rfc822(text.trim()).instant().or_else(|| w3cdtf(text.trim()));
    read.or_else(|| w3cdtf(&iso(text)?))
}

/// A date with time and zone in the W3C's profile, from a text that differs in its separators alone.
fn iso(text: &str) -> Option<String> {
    let joined = text.trim().replacen([' ', 't'], "T", 1).replace(' ', "").replace('z', "Z");
    let is_whole = |text: &String| text.contains(':') && w3cdtf(text).is_some();
    if is_whole(&joined) {
        return Some(joined);
    }
    // `+0100` for `+01:00`.
    let (rest, zone) = joined.split_at_checked(joined.len().checked_sub(5)?)?;
    let coloned = format!("{rest}{}:{}", zone.get(..3)?, zone.get(3..)?);
    Some(coloned).filter(is_whole)
}

/// The date of an almost right text as RFC 822 has it, where there is one right answer: what is right
/// stays as it is, and nothing is invented.
pub(crate) fn repaired_rfc822(text: &str) -> Option<String> {
    if let Some(instant) = iso(text).as_deref().and_then(w3cdtf) {
        return Some(instant.to_rfc2822());
    }
    let plain = without_comments(text)?;
    let words = plain.split(|c: char| c.is_whitespace() || c == ',');
    let mut right = String::new();
    for (at, word) in words.filter(|word| !word.is_empty()).enumerate() {
        let known = || DAYS.iter().chain(&MONTHS).chain(ZONES.iter().map(|(name, _)| name));
        let name = known().find(|name| name.eq_ignore_ascii_case(word));
        let year =
            year_of(word).filter(|_| at >= 2 && right.ends_with(|c: char| c.is_ascii_alphabetic()));
        right.push_str(if right.is_empty() { "" } else { " " });
        match (name, year) {
            (Some(day), _) if DAYS.contains(day) => right.extend([day, ","]),
            (Some(name), _) => right.push_str(name),
            (_, Some((year, true))) => right.push_str(&year.to_string()),
            _ if word.eq_ignore_ascii_case("utc") => right.push_str("GMT"),
            _ if word.eq_ignore_ascii_case("z") => right.push('Z'),
            _ => right.push_str(word),
        }
    }
    Some(right).filter(|right| matches!(rfc822(right), Rfc822::Good(_)))
}

/// The same as RFC 3339 has it.
pub(crate) fn repaired_rfc3339(text: &str) -> Option<String> {
    let near = iso(text);
    if let Some(right) = near.as_deref().filter(|near| rfc3339(near).is_some()) {
        return Some(right.to_owned());
    }
    let instant = match near {
        Some(near) => w3cdtf(&near)?,
        None => rfc822(&repaired_rfc822(text)?).instant()?,
    };
    let right = instant.format("%Y-%m-%dT%H:%M:%S%:z").to_string();
    Some(right.replace("+00:00", "Z"))
}

#[cfg(test)]
mod tests {
    use super::{Rfc822, repaired_rfc822, repaired_rfc3339, rfc822, rfc3339, w3cdtf};

    #[test]
    fn forms_of_rfc_822() {
        let good = |text| matches!(rfc822(text), Rfc822::Good(_));
        let odd = |text| matches!(rfc822(text), Rfc822::Odd(..));
        assert!(good("Thu, 09 Feb 2006 23:59:45 +0000") && good("9 Feb 2006 23:59 GMT"));
        assert!(odd("Thu, 09 Feb 06 23:59:45 GMT") && odd("Thu,09 Feb 2006 23:59:45 GMT"));
        assert!(
            odd("Thu (a (nested) note), 9 Feb 2006 23:59:45 GMT") && !odd("9 Feb 2006 23:59 J")
        );
        for zone in ["+2400", "-9959"] {
            let text = format!("Thu, 09 Feb 2006 23:59:45 {zone}");
            assert!(matches!(rfc822(&text), Rfc822::Odd(None, _)), "{zone}");
        }
        assert_eq!(rfc822("Sat, 31 Jun 2006 23:08:26 +1000"), Rfc822::Bad);
        assert_eq!(rfc822("Mon, 21 Oct 2002 14:04:23 -05:00"), Rfc822::Bad);
        assert!(matches!(rfc822("Mon, 31 Dec 2002 14:20:20 GMT"), Rfc822::WrongDay(_, "Tue")));
    }

    #[test]
    fn forms_of_iso_8601() {
        assert!(rfc3339("2003-12-13T18:30:02.25+01:00").is_some());
        assert!(
            rfc3339("2003-12-13t18:30:02z").is_none() && rfc3339("2003-12-13T18:30Z").is_none()
        );
        assert!(rfc3339("2003-12-13T18:30:02Z01:00").is_none());
        assert!(
            w3cdtf("2003").is_some()
                && w3cdtf("2003-12").is_some()
                && w3cdtf("2003-12-13T18:30Z").is_some()
        );
        assert!(w3cdtf("2003-12-13T18:30:02").is_none() && w3cdtf("2003-13").is_none());
    }

    #[test]
    fn corrections_of_dates() {
        for (text, rfc822, rfc3339) in [
            (
                "2006-01-11 16:43:22 -0800",
                "Wed, 11 Jan 2006 16:43:22 -0800",
                "2006-01-11T16:43:22-08:00",
            ),
            (
                "2006-01-11T16:43:22.5-0800",
                "Wed, 11 Jan 2006 16:43:22 -0800",
                "2006-01-11T16:43:22.5-08:00",
            ),
            (
                "wed,11  Jan 06 16:43:22 PST",
                "Wed, 11 Jan 2006 16:43:22 PST",
                "2006-01-11T16:43:22-08:00",
            ),
            (
                "Thu, 02 Mar 2006 00:43:22 UTC",
                "Thu, 02 Mar 2006 00:43:22 GMT",
                "2006-03-02T00:43:22Z",
            ),
        ] {
            assert_eq!(repaired_rfc822(text).as_deref(), Some(rfc822), "{text}");
            assert_eq!(repaired_rfc3339(text).as_deref(), Some(rfc3339), "{text}");
        }
        for text in [
            "Mon, 02 Jan 26 15:04:00 GMT",
            "Fri, 02 Jan 26 15:04:00 A",
            "Mon, 02 Jan 2026 03:04:05 GMT",
            "2026-01-02",
        ] {
            assert_eq!(repaired_rfc822(text), None, "{text}");
            assert_eq!(repaired_rfc3339(text), None, "{text}");
        }
    }
}
