//! Dates: RFC 822, RFC 3339 and the W3C's profile.

use crate::linter::Linter;
use crate::log::{Log, NewFinding};
use crate::rules::dates;
use crate::values::date;
use crate::xml::Id;

use super::spot::Spot;
use super::whitespace;

pub(super) fn rfc822(linter: &mut Linter<'_, '_>, id: Id, text: &str) {
    let read = date::rfc822(text);
    if let Some(instant) = read.instant()
        && !matches!(read, date::Rfc822::WrongDay(..))
    {
        linter.check_plausible(id, instant);
    }
    if matches!(read, date::Rfc822::Good(_)) {
        return;
    }
    let spot = Spot::text(linter, id);
    let right = date::repaired_rfc822(text);
    let label = linter.label(id);
    let finding = match read {
        date::Rfc822::Good(_) => return,
        date::Rfc822::Odd(_, why) => spot.report(
            linter.log,
            &dates::ODD_RFC822,
            format!("some readers cannot read a date with {why}"),
        ),
        date::Rfc822::WrongDay(_, day) => {
            let message = format!("the weekday of this date is {day}");
            let finding = spot.report(linter.log, &dates::WRONG_WEEKDAY, message).value(text);
            finding.help(format!("write `{day}`, or correct the date"));
            return;
        }
        date::Rfc822::Bad => spot.report(
            linter.log,
            &dates::RFC822_DATE,
            format!("`{label}` is not a valid RFC 822 date"),
        ),
    };
    correct(
        finding.value(text),
        &spot,
        right,
        "write the date as RFC 822 has it",
        "write it like `Mon, 02 Jan 2006 15:04:05 +0000`",
    );
}

pub(super) fn rfc3339(linter: &mut Linter<'_, '_>, id: Id) {
    let text = linter.text(id);
    let whole = linter.document.text(id);
    if whole.len() != text.len() && !text.is_empty() {
        whitespace(linter, id, &text);
    }
    let Some(instant) = date::rfc3339(&text) else {
        let spot = Spot::text(linter, id);
        let label = linter.label(id);
        wrong_rfc3339(linter.log, &spot, &label, &text);
        return;
    };
    linter.check_plausible(id, instant);
}

/// Reports an invalid RFC 3339 date.
pub(crate) fn wrong_rfc3339(log: &mut Log<'_>, spot: &Spot, label: &str, text: &str) {
    let message = format!("`{label}` is not a valid RFC 3339 date");
    let finding = spot.report(log, &dates::RFC3339_DATE, message).value(text);
    correct(
        finding,
        spot,
        date::repaired_rfc3339(text),
        "write the date as RFC 3339 has it",
        "write it like `2006-01-02T15:04:05Z`, with date, time and zone",
    );
}

/// The help for a date: the same date in the right form where it can be guessed, else an example.
fn correct(finding: NewFinding<'_>, spot: &Spot, right: Option<String>, fix: &str, example: &str) {
    let Some(right) = right else {
        finding.help(example);
        return;
    };
    let finding = finding.help(format!("write `{right}`"));
    if spot.verbatim {
        finding.fix(fix, spot.range.clone(), right);
    }
}

pub(super) fn wrong_w3cdtf(linter: &mut Linter<'_, '_>, id: Id) {
    let label = linter.label(id);
    let message = format!("`{label}` is not a valid date in the W3C's profile of ISO 8601");
    let help = "write it like `2006-01-02` or `2006-01-02T15:04:05Z`; a time needs a zone";
    linter.wrong_text(&dates::W3CDTF_DATE, id, message, help);
}
