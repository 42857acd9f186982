//! The time by which posts with a future date, and expired ones, are held back.
//!
//! Some generators show a post only from its date on, or until it expires. `build` takes the time and
//! writes it beside the feeds if it holds a post back; `check` reads it there and never the clock, so
//! that its answer depends on the tree alone.

use chrono::{DateTime, FixedOffset, SecondsFormat, Utc};

use super::Project;
use crate::generator::Shown;
use crate::output::Artifact;
use crate::post::{Post, Spanned};
use crate::report::Finding;
use crate::rules::outputs::DUE_POST;
use crate::tree::under;

/// The file's name, in the feeds folder.
pub const FILE: &str = "as-of.txt";

/// The source of the time.
#[derive(Debug, Clone, Copy, Default)]
pub enum Clock {
    /// From the file that the last build wrote.
    #[default]
    Written,
    /// From a clock: the recorded time stays where it holds the same posts back.
    Ticking(DateTime<FixedOffset>),
    /// From the command line.
    Set(DateTime<FixedOffset>),
}

/// The times of one run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Instants {
    /// The time recorded by the last build.
    written: Option<DateTime<FixedOffset>>,
    /// The current time. Without one, no date holds a post back.
    now: Option<DateTime<FixedOffset>>,
    /// Whether the recorded time stays where it holds the same posts back.
    keeps: bool,
    /// The time by which to report due posts.
    as_of: Option<DateTime<FixedOffset>>,
}

impl Instants {
    pub(super) fn of(
        project: &Project<'_>,
        clock: Clock,
        as_of: Option<DateTime<FixedOffset>>,
    ) -> Self {
        let written = read(project);
        let (now, keeps) = match clock {
            Clock::Written => (written, true),
            Clock::Ticking(now) => (Some(now), true),
            Clock::Set(now) => (Some(now), false),
        };
        Self { written, now, keeps, as_of }
    }

    /// Applies these times to a post.
    pub(super) fn publication(&self, post: &Post, shown: &Shown) -> Publication {
        let held = self.now.and_then(|now| shown.held_at(now));
        let before = self.written.and_then(|written| shown.held_at(written));
        let due = match (self.as_of, held) {
            (Some(as_of), Some(date)) if shown.held_at(as_of).is_none() => {
                Some(due(post, "due", date))
            }
            (Some(as_of), None) => {
                let until = shown.until.as_ref().filter(|until| until.value < as_of);
                until.map(|until| due(post, "expired", until))
            }
            _ => None,
        };
        Publication {
            held_by: held.map(|date| reason(post, date, shown)),
            changed: held.is_some() != before.is_some(),
            due,
        }
    }

    /// The time to record, if it holds a post back; `changed`: whether the recorded one would show
    /// other posts.
    pub(super) fn kept_or_now(self, changed: bool) -> Option<DateTime<FixedOffset>> {
        self.written.filter(|_| self.keeps && !changed).or(self.now)
    }
}

/// The state of a post at a time.
pub(super) struct Publication {
    /// The date that holds it back, as text.
    pub held_by: Option<String>,
    /// Whether the recorded time decides otherwise.
    pub changed: bool,
    /// That a build would now show or hide it.
    pub due: Option<Finding>,
}

/// The file's path.
pub(super) fn path(project: &Project<'_>) -> String {
    under(&project.config.feeds.dir, FILE)
}

/// The file that records a time.
pub(super) fn artifact(project: &Project<'_>, instant: DateTime<FixedOffset>) -> Artifact {
    let utc = instant.with_timezone(&Utc);
    let text = utc.to_rfc3339_opts(SecondsFormat::Secs, true);
    Artifact::text(path(project), format!("{text}\n"))
}

/// The time that the last build recorded; `None` where it cannot be read, so that the file is stale.
fn read(project: &Project<'_>) -> Option<DateTime<FixedOffset>> {
    let bytes = project.tree.read_output(&path(project)).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    DateTime::parse_from_rfc3339(text.trim()).ok()
}

type Dated = Spanned<DateTime<FixedOffset>>;

/// Why a date holds a post back: the line that has it, or the date alone where it is in a file's name or another
/// file.
pub(super) fn reason(post: &Post, date: &Dated, shown: &Shown) -> String {
    let (name, what) = if shown.until.as_ref() == Some(date) {
        ("its expiry date", "is past")
    } else {
        ("its date", "is ahead")
    };
    if date.range.is_empty() {
        return format!("{name} {}, which {what}", date.value.date_naive());
    }
    let text = post.source.text();
    let start = text[..date.range.start].rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..date.range.end).unwrap_or_default();
    format!("`{}`, which {what}", line.trim())
}

fn due(post: &Post, what: &str, date: &Dated) -> Finding {
    let since = date.value.to_rfc3339();
    Finding::new(&DUE_POST, format!("this post is {what} since {since}"))
        .at(post.span(&date.range))
        .help("run `afterword build` and commit what it writes")
}
