//! Possible meanings of an invalid date, for its help.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

use super::{Fault, instant, parse};
use crate::post::Zone;

/// The dates that `text` may mean, most likely first, each with the time and the zone that follow it.
/// `named` is the date of the file's name: if it is among them, it is the one.
pub fn readings(text: &str, named: Option<NaiveDate>) -> Vec<String> {
    let text = text.trim();
    let (days, rest) = match numbers(text) {
        Some((numbers, rest)) => (days(&numbers), rest),
        None => match text.get(..10).and_then(|day| parse(day).ok()) {
            Some(written) => (vec![written.day], ""),
            None => (Vec::new(), ""),
        },
    };
    let days = match named {
        Some(named) if days.is_empty() || days.contains(&named) => vec![named],
        _ => days,
    };
    let mut found: Vec<String> = Vec::new();
    for day in days {
        let whole = format!("{day}{rest}");
        let valid = [whole, day.to_string()]
            .into_iter()
            .find(|written| instant(written, Zone::UTC).is_ok());
        if let Some(valid) = valid.filter(|valid| !found.contains(valid)) {
            found.push(valid);
        }
    }
    found
}

/// The instant of `05/01/2026` or `05.01.2026`, whose first number is the month if it can be one.
pub fn month_first(text: &str, zone: Zone) -> Option<DateTime<FixedOffset>> {
    let ([.., year], _) = numbers(text.trim())?;
    let all = readings(text, None);
    let reading = all.get(1).or(all.first()).filter(|_| year.len() == 4)?;
    instant(reading, zone).ok()
}

/// The valid day at the beginning of a text, ignoring the rest.
pub fn day_of(text: &str) -> Option<NaiveDate> {
    super::words::Words(text.trim()).day().ok()
}

/// Three numbers at the start of a text, and the rest. A space in place of the `T` stays.
fn numbers(text: &str) -> Option<([&str; 3], &str)> {
    let separator = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '-' | '/' | '.') {
        return None;
    }
    let mut parts = text.splitn(3, separator);
    let (first, second, last) = (parts.next()?, parts.next()?, parts.next()?);
    let end = last.find(|c: char| !c.is_ascii_digit()).unwrap_or(last.len());
    let (last, rest) = last.split_at(end);
    let rest = rest.strip_prefix(separator).unwrap_or(rest);
    let fits = |part: &str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    [first, second, last].into_iter().all(fits).then_some(([first, second, last], rest))
}

/// The days that three numbers can be, in the usual orders.
fn days([first, second, last]: &[&str; 3]) -> Vec<NaiveDate> {
    let year = |text: &str| -> Option<i32> {
        let year: i32 = text.parse().ok()?;
        match text.len() {
            4 => Some(year),
            // Two digits are a year of this century, which is old enough for blogs.
            2 => Some(2000 + year),
            _ => None,
        }
    };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
    let day = |y: &str, m: &str, d: &str| {
        let (year, month, day) = (year(y)?, number(m)?, number(d)?);
        NaiveDate::from_ymd_opt(year, month, day)
    };
    let mut found: Vec<NaiveDate> = Vec::new();
    let orders = if first.len() == 4 {
        vec![day(first, second, last), day(first, last, second)]
    } else {
        let mut orders = vec![day(last, second, first), day(last, first, second)];
        if last.len() == 2 {
            orders.push(day(first, second, last));
        }
        orders
    };
    found.extend(orders.into_iter().flatten());
    found.dedup();
    if found.is_empty()
        && first.len() == 4
        && let (Some(year), Some(month)) = (year(first), number(second))
    {
        // `2026-02-30`: the last day of that month.
        found.extend((28..=31).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day)));
    }
    found.retain(|day| (super::FIRST_YEAR..=super::LAST_YEAR).contains(&day.year()));
    found
}

/// Whether a date is only rejected for the order of its numbers, which a generator may accept.
pub fn is_order(fault: &Fault, text: &str) -> bool {
    *fault == Fault::Ambiguous && !readings(text, None).is_empty()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::readings;

    #[test]
    fn help_is_made_of_the_value() {
        let named = NaiveDate::from_ymd_opt(2017, 9, 11);
        for (text, named, wanted) in [
            ("31.1.2026", None, &["2026-01-31"][..]),
            ("09.11.2015", None, &["2015-11-09", "2015-09-11"]),
            ("11-9-2017", named, &["2017-09-11"]),
            ("12-9-2017", named, &["2017-09-12", "2017-12-09"]),
            ("3/4/26", None, &["2026-04-03", "2026-03-04"]),
            ("2026-02-30", None, &["2026-02-28"]),
            ("2026-02-30 10:00", None, &["2026-02-28 10:00"]),
            ("2026-02-30T10:00:00+01:00", None, &["2026-02-28T10:00:00+01:00"]),
            ("2026-13-02", None, &["2026-02-13"]),
            ("31.1.2026 25:70", None, &["2026-01-31"]),
            ("2026-02-27 or so", None, &["2026-02-27"]),
            ("soon", None, &[]),
            ("soon", named, &["2017-09-11"]),
            ("99.99.9999", None, &[]),
        ] {
            assert_eq!(readings(text, named), wanted, "{text}");
        }
    }
}
