//! Dates of a front matter, and what to write where one is wrong.

use std::ops::Range;

use chrono::{DateTime, FixedOffset};

use super::Reader;
use super::state::boolean_words;
use crate::post::date::{self, Fault};
use crate::post::front_matter::{Format, Node};
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
            self.wrong_type(key, node, "a date", "2020-02-10", "\"2020-02-10\"");
            return None;
        };
        if self.dialect().asks_elsewhere_for_date(text) {
            return None;
        }
        match date::instant(text, self.context.zone) {
            Ok(value) => Some(Spanned {
                value,
                range: node.range.clone(),
            }),
            Err(fault) => {
                if let Some(value) = self.lenient(text, &node.range) {
                    return Some(value);
                }
                let across = match fault {
                    // Every generator takes such a time, and all of them for the same one.
                    Fault::Gap(zone, _) if !self.dialect().is_strict() => {
                        date::across_gap(text, zone)
                    }
                    _ => None,
                };
                let (rule, message, mut example) = date_fault(&fault, text);
                let mut level = level;
                if let Some(across) = across {
                    example = across.to_rfc3339();
                    level = Level::Warning;
                }
                let quoted = format!("\"{example}\"");
                let toml = if self.format == Format::Toml {
                    &example
                } else {
                    &quoted
                };
                let help = format!("write `{}`", self.format.line(key, &example, toml));
                self.fault_at(rule, &node.range, message, Some(help), level);
                if let Some(value) = across {
                    return Some(Spanned {
                        value,
                        range: node.range.clone(),
                    });
                }
                // The day is known all the same; the error keeps the post out of feeds.
                let day = text.trim().get(..10).filter(|_| rule == &rules::BAD_DATE)?;
                let value = date::instant(day, self.context.zone).ok()?;
                Some(Spanned {
                    value,
                    range: node.range.clone(),
                })
            }
        }
    }

    /// A date with words behind it that the generators' own parsers pass over: day and time count.
    pub(super) fn lenient(
        &mut self,
        text: &str,
        range: &Range<usize>,
    ) -> Option<Spanned<DateTime<FixedOffset>>> {
        if self.dialect().is_strict() {
            return None;
        }
        let mut words = text.split_whitespace();
        let (day, time) = (words.next()?, words.next()?);
        // What stands apart from the time is no zone to Ruby either.
        let value = date::instant(&format!("{day} {time}"), self.context.zone).ok()?;
        let help = format!("write `{}`", value.to_rfc3339());
        let message = format!("`{text}` has words that are no part of a date");
        self.fault(&rules::BAD_DATE, range, message, Some(help));
        Some(Spanned {
            value,
            range: range.clone(),
        })
    }
}

/// The rule that a date breaks, the message, and a date to write instead.
pub(super) fn date_fault(fault: &Fault, text: &str) -> (&'static Rule, String, String) {
    let text = text.trim();
    let day = text.get(..10).filter(|day| date::parse(day).is_ok());
    match fault {
        Fault::NotADate => (
            &rules::BAD_DATE,
            format!("`{text}` is not a date"),
            day.unwrap_or("2020-02-10").to_owned(),
        ),
        Fault::Ambiguous => (
            &rules::BAD_DATE,
            format!("`{text}` has more than one meaning: day and month cannot be told apart"),
            "2020-02-10".to_owned(),
        ),
        Fault::NoSuchDay => (
            &rules::BAD_DATE,
            format!("the calendar has no day `{text}`"),
            last_day(text).unwrap_or_else(|| "2020-02-10".to_owned()),
        ),
        Fault::NoSuchTime(near) => (
            &rules::BAD_DATE,
            format!("the clock has no such time: `{text}`"),
            match (day, near) {
                (Some(day), Some(near)) if near.len() == 5 => {
                    let zone = text.rsplit_once(char::is_whitespace).map(|(_, zone)| zone);
                    let zone =
                        zone.filter(|zone| date::parse(&format!("{day} {near} {zone}")).is_ok());
                    zone.map_or_else(
                        || format!("{day} {near}"),
                        |zone| format!("{day} {near} {zone}"),
                    )
                }
                (Some(day), _) => next_or_same(day, near.is_some()),
                _ => "2020-02-10 09:30".to_owned(),
            },
        ),
        Fault::NoSuchOffset => (
            &rules::BAD_DATE,
            format!("no place is that far from UTC: `{text}`"),
            day.map_or_else(
                || "2020-02-10T09:30:00Z".to_owned(),
                |day| format!("{day}T09:30:00+02:00"),
            ),
        ),
        Fault::OutOfRange => (
            &rules::DATE_OUT_OF_RANGE,
            format!("`{text}` is not between 1900-01-01 and 9999-12-30"),
            "2020-02-10".to_owned(),
        ),
        Fault::Gap(zone, after) => (
            &rules::DATE_IN_GAP,
            format!("`{text}` never was in {zone}: the clocks were set forward over it"),
            after.to_rfc3339(),
        ),
    }
}

/// The last day of the month that `text` names with a day too many.
fn last_day(text: &str) -> Option<String> {
    let month = text.get(..8)?;
    (28..=31)
        .rev()
        .map(|day| format!("{month}{day}"))
        .find(|day| date::parse(day).is_ok())
}

fn next_or_same(day: &str, next: bool) -> String {
    let parsed = date::parse(day).ok().map(|written| written.day);
    let moved = if next {
        parsed.and_then(|day| day.succ_opt())
    } else {
        parsed
    };
    moved.map_or_else(|| day.to_owned(), |day| day.format("%Y-%m-%d").to_string())
}
