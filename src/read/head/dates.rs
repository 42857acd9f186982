//! Dates of a front matter, and the help for invalid ones.

use std::ops::Range;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::Reader;
use super::state::boolean_words;
use crate::post::date::{self, Fault};
use crate::post::front_matter::{Data, Format, Kind, Node};
use crate::post::{Spanned, Visibility, rules};
use crate::report::{Level, Rule};

impl Reader<'_> {
    pub(super) fn date_or_published(&mut self, key: &str, node: &Node<'_>) {
        if boolean_words(node).is_some() {
            self.hide(key, node, false, Visibility::Draft);
        } else if self.head.date.is_none() {
            self.head.date = self.date(key, node, Level::Error);
        }
    }

    pub(super) fn date(
        &mut self,
        key: &str,
        node: &Node<'_>,
        level: Level,
    ) -> Option<Spanned<DateTime<FixedOffset>>> {
        if node.is_empty() {
            return None;
        }
        let Some(text) = node.scalar() else {
            self.not_a_date(key, node);
            return None;
        };
        if (self.dialect().asks_elsewhere_for_date)(text) {
            return None;
        }
        if let Some(value) = self.seconds(key, text, node) {
            return Some(value);
        }
        let text = (self.dialect().without_zone)(text);
        let bare = self.source.text().get(node.range.clone()) == Some(text);
        let zone = if self.format == Format::Yaml && bare && date::is_timestamp(text) {
            self.dialect().zone_of_timestamps(self.zone)
        } else {
            self.zone
        };
        match date::instant(text, zone) {
            Ok(value) => Some(Spanned::new(
                if let Some(value) = (self.dialect().repeated)(text, zone) {
                    value
                } else if zone == self.zone {
                    value
                } else {
                    self.zone.local(&value)
                },
                node.range.clone(),
            )),
            Err(fault) => {
                if let Some(value) = self.lenient(text, &node.range) {
                    return Some(value);
                }
                // Ruby reads the numbers in the given order; the file's name is more reliable.
                let named = (self.dialect().dates_in_names)(&self.context.facts)
                    && self.named.is_some()
                    && date::is_order(&fault, text);
                let mut level = if named { level.min(self.mild()) } else { level };
                let across = match fault {
                    // All generators accept such a time, and read it alike.
                    Fault::Gap(zone, _) if !self.dialect().is_strict => {
                        date::across_gap(text, zone)
                    }
                    Fault::NoSuchTime(Some(_)) if !self.dialect().is_strict => {
                        date::after_midnight(text, zone)
                    }
                    Fault::Ambiguous if self.dialect().month_first => date::month_first(text, zone),
                    _ => None,
                };
                let (rule, message) = date_fault(&fault, text);
                let mut help = self.date_help(key, &fault, text, self.named);
                if let Some(across) = across {
                    level = Level::Warning;
                    let instant = across.to_rfc3339();
                    help = self.write(key, &instant, &self.written_date(&instant));
                }
                self.fault_at(rule, &node.range, message, help, level);
                if let [better] = replacements(&fault, text.trim(), self.named).as_slice() {
                    self.replaced_by(self.written_date(better));
                }
                if let Some(value) = across {
                    return Some(Spanned::new(value, node.range.clone()));
                }
                // The day is known anyway; the error keeps the post out of feeds.
                let day = text.trim().get(..10).filter(|_| rule == &rules::BAD_DATE)?;
                let value = date::instant(day, self.zone).ok()?;
                Some(Spanned::new(value, node.range.clone()))
            }
        }
    }

    /// A number of seconds since 1970, for generators that accept one. Eight digits look like a
    /// day, so a warning says what they mean.
    fn seconds(
        &mut self,
        key: &str,
        text: &str,
        node: &Node<'_>,
    ) -> Option<Spanned<DateTime<FixedOffset>>> {
        let is_number = matches!(node.data, Data::Scalar(_, Kind::Number));
        if !is_number || !self.dialect().counts_seconds {
            return None;
        }
        let instant = DateTime::from_timestamp(text.parse().ok()?, 0)?;
        // Hugo reads them as UTC, whichever the site's zone.
        let value = instant.fixed_offset();
        let written = value.to_rfc3339();
        if date::instant(&written, self.zone).is_err() {
            return None;
        }
        let message = format!("`{text}` counts seconds since 1970");
        let help = self.write(key, &written, &written);
        self.fault_at(&rules::BAD_DATE, &node.range, message, help, Level::Warning);
        self.replaced_by(written);
        Some(Spanned::new(value, node.range.clone()))
    }

    /// A date followed by words that the generators' own parsers ignore: day and time count.
    fn lenient(
        &mut self,
        text: &str,
        range: &Range<usize>,
    ) -> Option<Spanned<DateTime<FixedOffset>>> {
        if self.dialect().is_strict {
            return None;
        }
        let mut words = text.split_whitespace();
        let (day, time) = (words.next()?, words.next()?);
        // To Ruby, too, a word apart from the time is not a zone.
        let value = date::instant(&format!("{day} {time}"), self.zone).ok()?;
        let help = format!("write `{}`", value.to_rfc3339());
        let message = format!("`{text}` has words that are not part of a date");
        self.fault(&rules::BAD_DATE, range, message, help);
        Some(Spanned::new(value, range.clone()))
    }
}

/// The rule that a date violates, and the message.
pub(super) fn date_fault(fault: &Fault, text: &str) -> (&'static Rule, String) {
    let text = text.trim();
    match fault {
        Fault::NotADate => (&rules::BAD_DATE, format!("`{text}` is not a valid date")),
        Fault::Ambiguous if date::readings(text, None).len() == 1 => {
            (&rules::BAD_DATE, format!("`{text}` is not in the form YYYY-MM-DD"))
        }
        Fault::Ambiguous => (
            &rules::BAD_DATE,
            format!("`{text}` is ambiguous: it does not say which is the day and which the month"),
        ),
        Fault::NoSuchDay => (&rules::BAD_DATE, format!("the calendar has no day `{text}`")),
        Fault::NoSuchTime(_) => (&rules::BAD_DATE, format!("`{text}` is not a valid time")),
        Fault::NoSuchOffset => {
            (&rules::BAD_DATE, format!("no place is that far from UTC: `{text}`"))
        }
        Fault::OutOfRange => (
            &rules::DATE_OUT_OF_RANGE,
            format!("`{text}` is not between 1900-01-01 and 9999-12-30"),
        ),
        Fault::Gap(zone, _) => (
            &rules::DATE_IN_GAP,
            format!("`{text}` never was in {zone}: the clocks were set forward over it"),
        ),
    }
}

impl Reader<'_> {
    /// The help for a date, from the date and the file's name.
    pub(super) fn date_help(
        &self,
        key: &str,
        fault: &Fault,
        text: &str,
        named: Option<NaiveDate>,
    ) -> String {
        let better = replacements(fault, text.trim(), named);
        if better.is_empty() {
            return match fault {
                Fault::OutOfRange => "write a year between 1900 and 9999, with four digits",
                _ => "write year, month and day as YYYY-MM-DD",
            }
            .to_owned();
        }
        let lines: Vec<String> = better
            .iter()
            .map(|date| {
                let date = self.written_date(date);
                format!("`{}`", self.format.line(key, &date, &date))
            })
            .collect();
        let meant = if lines.len() > 1 { ", whichever you mean" } else { "" };
        format!("write {}{meant}", lines.join(" or "))
    }
}

/// The dates that may be intended; empty without a hint in the text.
fn replacements(fault: &Fault, text: &str, named: Option<NaiveDate>) -> Vec<String> {
    let day = date::day_of(text);
    let one = |text: String| vec![text];
    match (fault, day) {
        (Fault::Gap(_, after), _) => one(after.to_rfc3339()),
        (Fault::NoSuchTime(Some(near)), Some(day)) if near.len() == 5 => {
            let zone = text.rsplit_once(char::is_whitespace).map(|(_, zone)| zone);
            let zoned = zone.map(|zone| format!("{day} {near} {zone}"));
            let zoned = zoned.filter(|zoned| date::parse(zoned).is_ok());
            one(zoned.unwrap_or_else(|| format!("{day} {near}")))
        }
        // Hour 24 is the next day's first.
        (Fault::NoSuchTime(Some(_)), Some(day)) => one(day.succ_opt().unwrap_or(day).to_string()),
        (Fault::NoSuchTime(None), Some(day)) => one(day.to_string()),
        (Fault::NoSuchOffset, Some(day)) => one(without_offset(text).unwrap_or(day.to_string())),
        _ => date::readings(text, named),
    }
}

/// The date and time of a text whose offset from UTC is invalid.
fn without_offset(text: &str) -> Option<String> {
    let (local, _) = text.rsplit_once(['+', '-', '\u{2212}'])?;
    let local = local.trim_end();
    let written = date::parse(local).ok()?;
    written.time.is_some().then(|| local.to_owned())
}
