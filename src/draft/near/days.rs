//! Days: those of the event, and other dates of the post.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::{Known, Slip};
use crate::draft::Material;
use crate::language::wording;
use crate::nearly::distance;
use crate::recap;

/// First and last day.
pub(super) type Days = (NaiveDate, NaiveDate);

/// The days of the event, first, and the dates in a text.
pub(super) fn of(material: &Material<'_>, text: &str) -> Vec<Days> {
    let event = event(material);
    let dates = found(material, text).into_iter();
    event.into_iter().chain(dates.map(|(from, to, _)| (from, to))).collect()
}

fn event(material: &Material<'_>) -> Option<Days> {
    let event = &material.recap.event;
    let start = event.start.as_ref()?.value;
    Some((start, event.end.as_ref().map_or(start, |day| day.value)))
}

/// The dates in a text with their bytes.
pub(super) fn found(
    material: &Material<'_>,
    text: &str,
) -> Vec<(NaiveDate, NaiveDate, Range<usize>)> {
    let published = material.head.date.as_ref().map(|date| date.value.date_naive());
    let year = event(material).map(|(start, _)| start).or(published).map(|day| day.year());
    year.map(|year| recap::days_in(text, &material.recap.language, year)).unwrap_or_default()
}

/// Dates that overlap those of the post, miss them by a few days, or have another month or year.
pub(super) fn slips(known: &Known<'_>, text: &str) -> Vec<Slip> {
    let event = event(known.material);
    let days = wording::of(&known.material.recap.language).days;
    { found(known.material, text).into_iter() }
        .filter_map(|(from, to, range)| {
            let within = event.is_some_and(|(start, end)| from == to && start <= from && to <= end);
            let written = text.get(range.clone())?;
            if within || known.days.contains(&(from, to)) || known.has(written) {
                return None;
            }
            let is_near = |right: &&Days| near((from, to), **right, Some(**right) == event);
            let (start, end) = *known.days.iter().find(is_near)?;
            Some((range, days(start, end, start.year() != from.year())))
        })
        .collect()
}

fn near((from, to): Days, (start, end): Days, event: bool) -> bool {
    let close = |a: NaiveDate, b: NaiveDate| (a - b).num_days().abs() <= 3;
    let kind = event || (from == to) == (start == end);
    let other_month = (from.day(), to.day()) == (start.day(), end.day());
    // "1 December" as "10 December".
    let (own, right) = (from.day().to_string(), start.day().to_string());
    let digits = (from.year(), from.month()) == (start.year(), start.month())
        && own.len() != right.len()
        && distance(&own, &right) == 1;
    kind && (close(from, start) || close(to, end))
        || other_month
        || from == to && start == end && digits
}
