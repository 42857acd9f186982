//! `skipHours` and `skipDays`: when aggregators need not poll.

use std::collections::BTreeMap;

use super::{DAY, HOUR, MIDNIGHT, TOO_MANY_DAYS, TOO_MANY_HOURS};
use crate::linter::Linter;
use crate::rules::{ids, structure};
use crate::shapes;
use crate::values::number;
use crate::xml::Id;
use feed_lint_findings::Rule;

const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// `skipHours`.
pub fn skip_hours(linter: &mut Linter<'_, '_>, id: Id) {
    skipped(linter, id, "hour", &TOO_MANY_HOURS, 24, hour);
}

/// `skipDays`.
pub fn skip_days(linter: &mut Linter<'_, '_>, id: Id) {
    skipped(linter, id, "day", &TOO_MANY_DAYS, DAYS.len(), day);
}

/// The hour in an element, which is reported where it is none.
fn hour(linter: &mut Linter<'_, '_>, id: Id, text: &str) -> Option<String> {
    let is_number = number::is_non_negative_integer(text);
    match text.parse::<u32>().ok().filter(|_| is_number) {
        Some(24) => {
            linter.wrong_text(&MIDNIGHT, id, "midnight must be hour 0", "write `0`");
            Some("0".to_owned())
        }
        Some(hour) if hour < 24 => Some(hour.to_string()),
        _ => {
            let message = "an hour must be a whole number from 0 to 23";
            linter.wrong_text(&HOUR, id, message, "write a number from 0 to 23");
            None
        }
    }
}

/// The day in an element, which is reported where it is none.
fn day(linter: &mut Linter<'_, '_>, id: Id, text: &str) -> Option<String> {
    if DAYS.contains(&text) {
        return Some(text.to_owned());
    }
    let lower = text.to_ascii_lowercase();
    let meant = DAYS
        .into_iter()
        .find(|day| lower.len() > 1 && day.to_ascii_lowercase().starts_with(&lower));
    let help = match meant {
        Some(day) => format!("write `{day}`"),
        None => format!("write {}", shapes::listed(&DAYS)),
    };
    let message = "a day must be an English weekday, written out";
    linter.wrong_text(&DAY, id, message, help);
    None
}

fn skipped(
    linter: &mut Linter<'_, '_>,
    id: Id,
    name: &'static str,
    too_many: &'static Rule,
    most: usize,
    value: impl Fn(&mut Linter<'_, '_>, Id, &str) -> Option<String>,
) {
    let mut seen: BTreeMap<String, Id> = BTreeMap::new();
    let mut count = 0;
    linter.attributes(id, &[]);
    linter.no_text(id);
    for child in linter.document.elements(id) {
        linter.attributes(child, &[]);
        if !linter.is_core(child) || linter.document.local(child) != name {
            linter.unknown(child, id);
            continue;
        }
        count += 1;
        let text = linter.text(child).into_owned();
        let Some(key) = value(linter, child, &text) else {
            continue;
        };
        if let Some(first) = seen.get(&key).copied() {
            let first = linter.document.tag(first);
            let message = format!("{text} is there already");
            linter
                .about_text(&ids::DUPLICATE_VALUE, child, message)
                .value(&text)
                .also(first, "first one here")
                .help("remove one of the two");
        } else {
            seen.insert(key, child);
        }
    }
    let label = linter.label(id);
    if count == 0 {
        linter.missing(id, name, &structure::MISSING_ELEMENT);
    }
    if count > most {
        let range = linter.document.tag(id);
        linter
            .log
            .report(too_many, range, format!("`{label}` has more than {most} of them"))
            .element(label)
            .help("remove those that are there twice");
    }
}
